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
}
