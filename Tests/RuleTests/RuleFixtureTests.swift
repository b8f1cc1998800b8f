import Foundation
import RuleBook
import TestSupport
import Testing

/// The fixtures of all rules, and the examples that users see, say what is found in them.
struct RuleFixtureTests {
  private static let rules: Result<RuleSet, any Error> = Result {
    try FixtureRunner.repositoryRules()
  }

  private static func fixtures() throws -> [Fixture] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return try Fixture.all(in: folder.path)
  }

  @Test(arguments: try fixtures())
  func fixture(_ fixture: Fixture) throws {
    let problems = try FixtureRunner(Self.rules.get()).problems(of: fixture)
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
  }

  @Test(arguments: try fixtures(), Variant.allCases)
  func variant(_ fixture: Fixture, _ variant: Variant) throws {
    guard let changed = variant.apply(to: fixture) else { return }
    let problems = try FixtureRunner(Self.rules.get()).problems(of: changed)
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
  }
}
