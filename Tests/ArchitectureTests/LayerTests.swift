import Testing

/// The imports of each target are those of the architecture's table; arrows point down only.
@Suite struct LayerTests {
  private static let allowed: [String: Set<String>] = [
    "Basis": [],
    "Syntax": ["Basis", "CTreeSitter", "CParserGuard", "CGrammar"],
    "IR": ["Basis"],
    "Lowering": ["Basis", "Syntax", "IR", "CGrammar"],
    "Linking": ["Basis", "IR"],
    "Findings": ["Basis"],
    "RuleBook": ["Basis", "Findings", "Yams"],
    "Analysis": ["Basis", "IR", "Linking", "Findings", "RuleBook"],
    "Reporting": ["Basis", "Findings", "RuleBook"],
    "Driver": [
      "Basis", "Syntax", "IR", "Lowering", "Linking", "Findings", "RuleBook", "Analysis",
      "Reporting",
    ],
    "stopleak": ["Basis", "Driver", "Reporting", "RuleBook", "Findings", "ArgumentParser"],
    "Generate": ["Basis", "Syntax", "Findings", "RuleBook", "CGrammar", "Foundation"],
  ]
  /// What the system brings.
  private static let system: Set<String> = ["Glibc", "Darwin", "Musl", "Synchronization"]

  @Test func importsPointDown() throws {
    let files = try Repository.swiftFiles(in: "Sources").filter {
      $0.target != "TestSupport" && !$0.isGenerated
    }
    #expect(files.count > 200)
    for file in files {
      let allowed = try #require(Self.allowed[file.target], "\(file.path): a target of no layer")
      for line in file.lines {
        guard let name = Self.module(importedBy: line) else { continue }
        let plain = name.hasPrefix("CGrammar") ? "CGrammar" : name
        #expect(
          allowed.contains(plain) || Self.system.contains(plain),
          "\(file.path) imports \(name)")
      }
    }
  }

  /// The module of `import X`, `package import X`, `@testable import X`, indented or not.
  private static func module(importedBy line: Substring) -> String? {
    let words = line.split(separator: " ")
    guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
      words[..<index].allSatisfy({ $0 == "package" || $0 == "public" || $0.hasPrefix("@") })
    else { return nil }
    return String(words[index + 1].prefix { $0 != "." })
  }
}
