import Basis
import Foundation
import TestSupport
import Testing

/// The commands as people and scripts call them.
@Suite struct UsageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String..., input: String = "") throws -> CommandRun {
    try CommandRun(arguments, in: folder, input: input)
  }

  @Test func tellsItsVersion() throws {
    let run = try run("--version")
    #expect(run.status == 0)
    #expect(run.output.split(separator: ".").count == 3)
  }

  @Test func helpGoesToStandardOutput() throws {
    let run = try run("--help")
    #expect(run.status == 0)
    #expect(run.output.contains("check (default)"))
    #expect(!run.output.contains("debug"))
    #expect(run.errors == "")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreThere(shell: String) throws {
    let run = try run("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.output.contains("stopleak"))
  }

  @Test(arguments: [
    ["--frobnicate"], ["check", "--format", "xml"], ["check", "--fail-on", "often"],
    ["check", "--output", "sarif"], ["check", "--output", "xml=a"], ["check", "--threads", "0"],
    ["check", "-"], ["check", "--stdin-filename", "a.js"], ["check", "--max-file-size", "0"],
    ["check", "--output", "sarif=a", "--output", "text=a"], ["explain"], ["explain", "SL9999"],
    ["check", "--select", "SL9999"], ["check", "--ignore", "nonsense"],
    ["check", "--rules", "missing"], ["check", "--baseline", "missing.json"],
    ["check", "--repositories-from", "missing.txt"], ["rules", "--format", "yaml"],
    ["debug", "ir", "missing.js"], ["debug", "syntax", "notes.md"],
  ])
  func aWrongUsageIsStatusTwoAndSaysWhy(arguments: [String]) throws {
    let run = try CommandRun(arguments, in: folder)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.lowercased().hasPrefix("error: "))
  }

  @Test func proposesTheNearestRule() throws {
    let run = try run("check", "--select", "leak-on-eror-path")
    #expect(run.errors.contains("did you mean leak-on-error-path?"))
  }

  @Test func listsTheRules() throws {
    let text = try run("rules")
    #expect(text.status == 0)
    #expect(text.output.contains("SL103  leak-on-error-path"))
    let json = try JSONReader.read(Array(try run("rules", "--format", "json").output.utf8))
    let ids = (json.elements ?? []).compactMap { $0["id"]?.text }
    #expect(ids.contains("SL103") && ids == ids.sorted())
    let first = try #require(json.elements?.first)
    #expect(
      first.members?.map(\.name) == [
        "id", "name", "title", "severity", "isOnByDefault", "precision", "tags", "references",
      ])
  }

  @Test(arguments: ["SL103", "sl103", "leak-on-error-path"])
  func explainsARule(name: String) throws {
    let run = try run("explain", name)
    #expect(run.status == 0)
    for part in ["SL103", "How to fix it", "Wrong: ", "Right: ", "References"] {
      #expect(run.output.contains(part))
    }
    #expect(!run.output.contains("\u{1B}"))
    #expect(try self.run("explain", name, "--color", "always").output.contains("\u{1B}[1m"))
    #expect(try self.run("explain", name, "--format", "markdown").output.contains("```javascript"))
  }

  @Test func showsWhatTheStagesSee() throws {
    try folder.write(["a.js": "const a = f();\n", "b.py": "a = f()\n"])
    #expect(try run("debug", "syntax", "a.js").output.hasPrefix("program 0..<15\n"))
    #expect(try run("debug", "ir", "b.py").output.contains("call"))
    let parse = try run("debug", "parse", ".", "--lower")
    #expect(parse.status == 0)
    #expect(parse.output.hasPrefix("2 files, 23 bytes, "))
  }

  @Test func theWorkingDirectoryIsTheDefault() throws {
    try folder.write(["a.js": "let a;\n", "b.py": "pass\n"])
    let run = try run()
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("No findings\nChecked 2 files in "))
  }

  @Test func anEmptyFolderIsNoFailure() throws {
    let run = try run("check")
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("No files to check\n"))
  }

  @Test func quietIsQuiet() throws {
    try folder.write(["a.js": "let a;\n"])
    #expect(try run("check", "-q").errors == "")
    #expect(
      try run("check", "-q", "missing.js").errors == "error: missing.js: no such file or folder\n")
  }
}
