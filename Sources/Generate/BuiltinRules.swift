import Basis
import Findings
import Foundation
import RuleBook

/// The rule files of the repository, read and checked once for all that is generated from them.
struct RuleFolder {
  let files: [SourceFile]
  let rules: RuleSet

  /// Reads every YAML file below `folder`, in the order of their paths.
  init(_ folder: String = "Rules") throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    files = try paths.map { path in
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path))
      return SourceFile(path: folder + "/" + path, bytes: Array(data))
    }
    do throws(RuleFileError) {
      rules = try loadRules(files)
    } catch {
      GeneratedFile.fail(error.description)
    }
  }

  /// Everything that is generated from the rule files.
  func generatedFiles() throws -> [GeneratedFile] {
    [try table(), ruleSchema()] + ruleDocumentation()
  }

  /// All rule files as one table in a string literal.
  private func table() throws -> GeneratedFile {
    let table = compactTable(of: try files.map { try readYAML($0) })
    precondition(!table.contains("\"\"\"###"), "a rule file holds the literal's own delimiter")
    return GeneratedFile(
      path: "Sources/RuleBook/BuiltinRules+Generated.swift",
      text: """
        // Written by `swift run Generate` from Rules/**/*.yaml; do not edit.
        // swift-format-ignore-file

        /// The nodes of all built-in rule files, as `CompactTable.swift` describes.
        let builtinRuleTable = ###\"""
        \(table)
        \"""###

        """)
  }

  /// The rules with the path of the file that each stands in.
  var placedRules: [(path: String, rule: Rule)] {
    files.compactMap { file in
      let name = (file.path as NSString).lastPathComponent.dropLast(".yaml".count)
      return rules.rule(String(name)).map { (file.path, $0) }
    }
  }
}
