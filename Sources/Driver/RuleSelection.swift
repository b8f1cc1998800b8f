package import RuleBook

/// Which rules run, from what the user asked for.
///
/// A selector is the id of a rule, its name, or the beginning of an id (`SL1`, `SL`). Selecting
/// replaces the default set, and takes in rules that are off by default; ignoring takes away.
package func activeRules(
  select: [String], ignore: [String], in ruleSet: RuleSet
) throws(UnknownRule) -> Set<String> {
  var active = Set(ruleSet.rules.filter(\.isOnByDefault).map(\.id))
  if !select.isEmpty {
    active = []
    for selector in select { active.formUnion(try rules(selector, in: ruleSet)) }
  }
  for selector in ignore { active.subtract(try rules(selector, in: ruleSet)) }
  return active
}

/// The ids that one selector stands for.
private func rules(_ selector: String, in ruleSet: RuleSet) throws(UnknownRule) -> [String] {
  if let rule = ruleSet.rule(selector) { return [rule.id] }
  let matching = ruleSet.rules.map(\.id).filter { !selector.isEmpty && $0.hasPrefix(selector) }
  guard !matching.isEmpty else { throw UnknownRule(selector, in: ruleSet) }
  return matching
}

/// A rule that was asked for and is not there.
package struct UnknownRule: Error, Equatable {
  package let selector: String
  /// The id or name that may have been meant.
  package let suggestion: String?

  package init(_ selector: String, in ruleSet: RuleSet) {
    self.selector = selector
    let names = ruleSet.rules.flatMap { [$0.id, $0.name] }
    suggestion = nearestName(to: selector, among: names)
  }

  package var message: String {
    let hint = suggestion.map { "did you mean \($0)?" } ?? "`stopleak rules` lists them"
    return "there is no rule '\(selector)'; \(hint)"
  }
}
