import RuleBook
import TestSupport
import Testing

/// The examples in rule files and models find what they say, and nothing else.
struct ExampleTests {
  private static let rules = builtinRuleSet()
  /// Rules whose check is still to be written, or does not see its examples yet.
  private static let pending: Set = [
    "SL001"
  ]

  @Test(arguments: rules.rules.filter { !pending.contains($0.id) }.flatMap(examples))
  func examplesOfRules(_ fixture: Fixture) throws { try check(fixture) }

  @Test(arguments: rules.models.flatMap(examples))
  func examplesOfModels(_ fixture: Fixture) throws { try check(fixture) }

  private func check(_ fixture: Fixture) throws {
    let problems = try FixtureRunner(Self.rules).problems(of: fixture)
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
  }

  private static func examples(of rule: Rule) -> [Fixture] {
    rule.examples.map { Fixture($0, rule: rule.id) }
  }

  private static func examples(of model: LibraryModel) -> [Fixture] {
    let rule = model.payments.isEmpty ? "SL101" : "SL201"
    return model.examples.map { example in
      var fixture = Fixture(example, rule: rule)
      fixture.name = "\(model.library): \(example.title) (\(example.language))"
      return fixture
    }
  }
}
