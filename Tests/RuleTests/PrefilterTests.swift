import Basis
import Driver
import Findings
import Foundation
import RuleBook
import TestSupport
import Testing

/// Leaving out the files without trigger words changes nothing that is found.
struct PrefilterTests {
  private static let rules = builtinRuleSet()

  private static func fixtures() throws -> [Fixture] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return try Fixture.all(in: folder.path)
  }

  @Test(arguments: try fixtures())
  func findsTheSame(_ fixture: Fixture) {
    var pipeline = AnalysisPipeline(ruleSet: Self.rules, rules: Set(Self.rules.rules.map(\.id)))
    pipeline.schemas = fixture.schemas
    var timing = Timing()
    let selected = pipeline.check(fixture.code, timing: &timing)
    pipeline.isSelective = false
    let all = pipeline.check(fixture.code, timing: &timing)
    let places = { (program: CheckedProgram) in
      program.findings.map { "\($0.rule) \($0.location) \($0.confidence)" }
    }
    #expect(places(selected) == places(all))
  }

  private static func fixturesOfSeveralFiles() throws -> [Fixture] {
    // What two requests race for is looked for in all of a project, by another way.
    try fixtures().filter { $0.code.count > 1 && !$0.rule.hasPrefix("SL3") }
  }

  /// A file that is checked by itself is judged by what it imports of the others.
  @Test(arguments: try fixturesOfSeveralFiles())
  func findsTheSameInEachFileAlone(_ fixture: Fixture) {
    var pipeline = AnalysisPipeline(ruleSet: Self.rules, rules: Set(Self.rules.rules.map(\.id)))
    pipeline.schemas = fixture.schemas
    var timing = Timing()
    let together = pipeline.check(fixture.code, timing: &timing).findings
    for (index, file) in fixture.code.enumerated() {
      pipeline.context = fixture.code
      pipeline.context.remove(at: index)
      let alone = pipeline.check([file], timing: &timing).findings
      let told = { (finding: Finding) in
        "\(finding.rule) \(finding.location.range) \(finding.severity)"
      }
      #expect(alone.map(told) == together.filter { $0.location.file.index == index }.map(told))
    }
  }
}
