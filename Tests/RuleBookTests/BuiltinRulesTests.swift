import Basis
import Findings
import Foundation
import RuleBook
import Testing

/// The rule files of the repository: whole, consistent, and the same as what is compiled in.
struct BuiltinRulesTests {
  @Test func theCompiledTableSaysWhatTheFilesSay() throws {
    #expect(try loadRules(repositoryRuleFiles()) == builtinRuleSet())
  }

  @Test func everyRuleStandsInTheFileOfItsName() throws {
    for file in try repositoryRuleFiles() where !file.path.contains("/models/") {
      let rules = try loadRules([file]).rules
      #expect(rules.map { "/" + $0.name + ".yaml" }.allSatisfy(file.path.hasSuffix))
    }
  }

  @Test func everyModelStandsInTheFolderOfItsLanguage() throws {
    for file in try repositoryRuleFiles() where file.path.contains("/models/") {
      let model = try #require(try loadRules([file]).models.first)
      let folder = model.language == .python ? "/models/python/" : "/models/node/"
      #expect(file.path.contains(folder))
    }
  }

  @Test func theRulesAreThoseOfTheContract() {
    let ids = builtinRuleSet().rules.map(\.id)
    let families = [(1, 8), (2, 4), (3, 5), (4, 5)]
    let expected = families.flatMap { family, count in
      (1...count).map { "SL\(family)0\($0)" }
    }
    #expect(ids == ["SL001"] + expected)
  }

  @Test(arguments: builtinRuleSet().rules)
  func everyRuleIsExplained(_ rule: Rule) {
    #expect(!rule.references.isEmpty)
    for language in ["javascript", "python"] {
      let examples = rule.examples.filter { $0.language == language }
      #expect(examples.contains { $0.isWrong && $0.code.contains("expect: \(rule.id)") })
      #expect(examples.contains { !$0.isWrong })
    }
    for example in rule.examples {
      #expect(!example.shownCode.contains("expect:"))
      #expect(example.isWrong == example.shownCode.contains(rule.id) || rule.id == "SL001")
    }
  }

  @Test func guardrailsAreOffUntilSelected() {
    let off = builtinRuleSet().rules.filter { !$0.isOnByDefault }.map(\.id)
    #expect(off == ["SL401", "SL402", "SL403", "SL404", "SL405"])
  }

  @Test(arguments: builtinRuleSet().models)
  func whatModelsSayHangsTogether(_ model: LibraryModel) {
    for resource in model.resources {
      #expect(resource.fix.hasSuffix(".") == false, "\(resource.id): one line, no full stop")
      let isReleasable =
        !resource.release.isEmpty || !resource.readBy.isEmpty || resource.context == .releases
        || resource.isOutOfReach
      #expect(isReleasable, "\(resource.id): no way to give it back")
    }
    let scarce = model.resources.filter { $0.weight == .high }
    guard !scarce.isEmpty else { return }
    #expect(model.examples.contains { $0.isWrong }, "\(model.library): no wrong example")
    #expect(model.examples.contains { !$0.isWrong }, "\(model.library): no right example")
  }
}

/// Every YAML file below `Rules/`, in the order of their paths.
private func repositoryRuleFiles() throws -> [SourceFile] {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let folder = root.appendingPathComponent("Rules")
  return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".yaml") }.sorted()
    .map { path in
      let data = try Data(contentsOf: folder.appendingPathComponent(path))
      return SourceFile(path: "Rules/" + path, bytes: Array(data))
    }
}

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { id }
}

extension LibraryModel: CustomTestStringConvertible {
  public var testDescription: String { library }
}
