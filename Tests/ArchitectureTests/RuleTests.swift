import Foundation
import RuleBook
import TestSupport
import Testing

/// What users read about rules is complete, and what is generated is fresh.
@Suite struct RuleTests {
  @Test func everyRuleIsExplained() throws {
    let rules = try FixtureRunner.repositoryRules().rules
    #expect(rules.count > 20)
    for rule in rules {
      #expect(!rule.why.isEmpty && !rule.fix.isEmpty, "\(rule.id)")
      #expect(rule.examples.count >= 2, "\(rule.id) has no bad and good example")
      #expect(!rule.tags.isEmpty, "\(rule.id)")
    }
  }

  @Test func everyRuleHasItsPage() throws {
    let folder = Repository.root.appending(path: "Rules")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let rules = (names ?? []).filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("models/") }
    #expect(rules.count > 20)
    for rule in rules {
      let page = folder.appending(path: rule.dropLast(5) + ".md").path
      #expect(FileManager.default.fileExists(atPath: page), "\(rule) has no page")
    }
  }

  @Test func generatedFilesAreFresh() throws {
    let run = try CommandRun("Generate", ["--verify"], at: Repository.root.path)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }
}
