import Basis
import Foundation
import TestSupport
import Testing

/// What the program is given that is no proper source: each a clear message or a counted skip, and
/// nothing of it keeps the other files from being checked.
@Suite struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["good.js": "let a;\n"])
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(arguments, in: folder)
  }

  @Test func aMissingPath() throws {
    let run = try run("check", "missing", "good.js")
    #expect(run.status == 2)
    #expect(run.errors.contains("error: missing: no such file or folder"))
    #expect(run.errors.contains("Checked 1 file "))
  }

  @Test func filesInNoLanguage() throws {
    try folder.write(["notes.md": "# Notes"])
    let run = try run("check", "notes.md", "good.js")
    #expect(run.status == 0)
    #expect(run.errors.contains("skipped 1 file (1 in no supported language)"))
  }

  @Test func aBinaryFile() throws {
    try folder.write("binary.js", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2])
    #expect(try run("check").errors.contains("skipped 1 file (1 binary)"))
    #expect(try run("check", "binary.js").status == 0)
  }

  @Test func encodings() throws {
    let text = "let a = 'é';\n"
    try folder.write("empty.js", [])
    try folder.write("mark.js", [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    try folder.write("invalid.js", Array("let a = '".utf8) + [0xFF, 0xC0] + Array("';\n".utf8))
    let units = Array(text.utf16)
    try folder.write(
      "wide.js", [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    try folder.write("returns.js", Array("let a;\r\nlet b;\rlet c;\n".utf8))
    try folder.write("unmarked.js", units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let run = try run("check")
    #expect(run.status == 0)
    #expect(run.errors.contains("Checked 6 files "))
    #expect(run.errors.contains("skipped 1 file (1 undecodable)"))
  }

  @Test func largeFilesAndLongLines() throws {
    try folder.write("large.js", Array(repeating: 0x20, count: 20_000_000))
    try folder.write(
      "line.js", Array(("x = '" + String(repeating: "a", count: 900_000) + "'").utf8))
    let run = try run("check")
    #expect(run.status == 0)
    #expect(run.errors.contains("skipped 2 files (1 minified, 1 too large)"))
    let named = try self.run("check", "line.js", "large.js", "--max-file-size", "30000000")
    #expect(named.status == 0)
    #expect(named.errors.contains("Checked 2 files "))
  }

  @Test(arguments: ["(", "[", "{a:", "`${", "if (a) {", "a(", "not "])
  func nestingWithoutEnd(opening: String) throws {
    let text = String(repeating: opening, count: 50_000)
    try folder.write(["deep.js": text, "deep.py": text])
    let run = try run("check", "deep.js", "deep.py", "good.js")
    #expect(run.status == 0 || run.status == 3)
    #expect(run.errors.contains("Checked 3 files "))
  }

  @Test func brokenSyntax() throws {
    try folder.write([
      "broken.py": "def f(:\n  x ===\nclass\n", "broken.js": "function ( { let ) =\n",
    ])
    let run = try run("check")
    #expect(run.status == 0)
    #expect(run.errors.contains("Checked 3 files "))
  }

  @Test func linksPipesAndDevices() throws {
    try folder.link("loop", to: ".")
    try folder.link("self.js", to: "self.js")
    try folder.link("zero.js", to: "/dev/zero")
    folder.makePipe("pipe.py")
    let walk = try run("check")
    #expect(walk.status == 0)
    #expect(walk.errors.contains("Checked 1 file "))
    #expect(walk.errors.contains("skipped 3 files (3 not a regular file)"))
    let named = try run("check", "pipe.py", "zero.js", "self.js", "good.js")
    #expect(named.status == 2)
    #expect(named.errors.contains("error: pipe.py: is not a regular file"))
    #expect(named.errors.contains("error: zero.js: is not a regular file"))
    #expect(named.errors.contains("error: self.js: is a link"))
    #expect(named.errors.contains("Checked 1 file "))
  }

  /// Permissions say nothing to root.
  @Test(.enabled(if: NSUserName() != "root"))
  func whatMayNotBeRead() throws {
    try folder.write(["locked.js": "let a;\n", "closed/a.js": "let a;\n"])
    for name in ["locked.js", "closed"] {
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder[name])
    }
    let run = try run("check")
    #expect(run.status == 3)
    #expect(run.errors.contains("  closed: permission denied\n"))
    #expect(run.errors.contains("  locked.js: permission denied\n"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: folder["closed"])
  }

  @Test func anOutputThatCannotBeWritten() throws {
    for target in ["missing/a.sarif", ".", "/dev/full"] {
      let run = try run("check", "--output", "sarif=" + target)
      #expect(run.status == 2)
      #expect(run.errors.contains("error: \(target): "))
    }
    #expect(try folder.names() == ["good.js"])
  }

  @Test func aFullDiskBehindStandardOutput() throws {
    let run = try CommandRun(["check", "--format", "sarif"], in: folder, outputTo: "/dev/full")
    #expect(run.status == 2)
    #expect(run.errors.contains("error: standard output: no space left on device"))
  }

  @Test(arguments: [("text", "0"), ("sarif", "2")])
  func aClosedPipe(format: String, status: String) throws {
    let program = try CommandRun.program().path
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    let script = """
      cd '\(folder.path)' && { sleep 0.2; '\(program)' check --format \(format) 2>/dev/null
      echo $? > status; } | :
      """
    shell.arguments = ["-c", script]
    try shell.run()
    shell.waitUntilExit()
    #expect(try folder.text(of: "status") == status + "\n")
  }

  @Test(arguments: ["library: [", "no: such\nkeys: here\n", "- a\n- b\n", "\u{0}"])
  func aMalformedRuleFile(text: String) throws {
    try folder.write(["models/own.yaml": text])
    let run = try run("check", "--rules", "models")
    #expect(run.status == 2)
    #expect(run.errors.contains("models/own.yaml:"))
    #expect(run.output == "")
  }

  @Test func aFolderWithoutRules() throws {
    try folder.write("empty/", [])
    #expect(try run("check", "--rules", "empty").errors == "error: empty: holds no .yaml file\n")
  }

  @Test(arguments: ["", "{", "[]", #"{"stopleak-baseline": 9, "findings": []}"#])
  func aDamagedBaseline(text: String) throws {
    try folder.write(["baseline.json": text])
    let run = try run("check", "--baseline", "baseline.json")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("error: baseline.json "))
    #expect(run.output == "")
  }

  @Test func aFolderThatIsNamedLikeAFile() throws {
    try folder.write(["folder.py/a.py": "pass\n"])
    #expect(try run("check").errors.contains("Checked 2 files "))
  }

  @Test func standardOutputHoldsTheReportAlone() throws {
    let log = try JSONReader.read(Array(try run("check", "--format", "sarif").output.utf8))
    #expect(log["version"]?.text == "2.1.0")
    #expect(try run("check", "--format", "jsonl").output == "")
  }
}
