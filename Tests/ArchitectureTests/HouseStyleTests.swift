import Testing

/// The limits of the house style that no formatter knows.
@Suite struct HouseStyleTests {
  private static let longestFile = 500
  private static let longestFunction = 60

  private func files() throws -> [Repository.SwiftFile] {
    try Repository.swiftFiles(in: "Sources").filter { !$0.isGenerated }
  }

  @Test func filesAreShort() throws {
    for file in try files() + Repository.swiftFiles(in: "Tests") {
      #expect(file.lines.count <= Self.longestFile + 1, "\(file.path): \(file.lines.count) lines")
    }
  }

  @Test func functionsAreShort() throws {
    for file in try files() {
      for (name, length) in Self.functions(in: file) where length > Self.longestFunction {
        Issue.record("\(file.path): \(length) lines in \(name)")
      }
    }
  }

  /// By the formatter's indentation: a declaration, and the brace that closes it below.
  private static func functions(
    in file: Repository.SwiftFile
  ) -> [(name: String, length: Int)] {
    var result: [(name: String, length: Int)] = []
    for (index, line) in file.lines.enumerated() {
      let code = line.drop { $0 == " " }
      let words = code.split(separator: " ").prefix(5)
      guard words.contains("func") || code.hasPrefix("init(") || code.contains(" init(") else {
        continue
      }
      let closing = String(repeating: " ", count: line.count - code.count) + "}"
      if code.hasSuffix("}") { continue }
      let rest = file.lines[(index + 1)...]
      guard let end = rest.firstIndex(where: { $0 == closing }) else { continue }
      result.append((String(code), end - index - 1))
    }
    return result
  }

  @Test func nothingIsWiderThanThePackage() throws {
    // What is inlined into other modules must be visible to them: containers, syntax nodes.
    for file in try files() where !["Basis", "Syntax"].contains(file.target) {
      for line in file.lines where line.drop(while: { $0 == " " }).hasPrefix("public ") {
        Issue.record("\(file.path): \(line)")
      }
    }
  }

  @Test func errorsAreNotSwallowed() throws {
    for file in try files() {
      for (number, line) in file.lines.enumerated() {
        let code = line.prefix { $0 != "\"" }
        let isComment = code.drop { $0 == " " }.hasPrefix("//")
        if isComment { continue }
        let words = code.split { " (".contains($0) }
        let isUnsafe = words.contains { ["try?", "try!", "as!"].contains($0) }
        #expect(!isUnsafe, "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func whatOtherModulesSeeIsDocumented() throws {
    let kinds = ["package struct ", "package enum ", "package final class ", "package protocol "]
    for file in try files() {
      for (index, line) in file.lines.enumerated() {
        guard kinds.contains(where: { line.hasPrefix($0) || line.hasPrefix("@safe " + $0) }) else {
          continue
        }
        let above = file.lines[..<index].last { !$0.hasPrefix("@") } ?? ""
        #expect(above.hasPrefix("///"), "\(file.path):\(index + 1): \(line)")
      }
    }
  }

  @Test func noFileIsADrawer() throws {
    let forbidden = ["Utils", "Helpers", "Common", "Extensions", "Manager"]
    for file in try files() {
      let name = file.path.split(separator: "/").last?.dropLast(6) ?? ""
      let parts = name.split(separator: "+").map(String.init)
      #expect(parts.allSatisfy { !forbidden.contains($0) }, "\(file.path)")
    }
  }
}
