import Basis
import IR
import Linking

extension CheckContext {
  /// What a trace says of a branch that was taken: "`existing` is falsy".
  func words(
    for condition: Condition, outcome: Bool, in function: ID<ProgramFunction>
  ) -> String {
    let text = "`\(facts.text(of: condition.range, in: function, limit: 50))`"
    switch condition.test {
    case .element:
      return outcome ? "there is one more element in \(text)" : "no element is left in \(text)"
    case .truthy where !text.contains(" "):
      return "\(text) is \(outcome == condition.isNegated ? "falsy" : "truthy")"
    // `known?.id` asks for nothing more than whether `known` is there.
    case .null where !text.contains(" "):
      return "\(text) is \(outcome == condition.isNegated ? "not empty" : "empty")"
    case .null, .equals:
      // `known !== null` is tested as `known === null`, the other way round.
      let isEqual = outcome != condition.isNegated
      let saysUnequal = ["!=", " is not ", " not in "].contains(where: text.contains)
      return "\(text) \(isEqual != saysUnequal ? "holds" : "does not hold")"
    case .truthy, .opaque:
      return "\(text) \(outcome ? "holds" : "does not hold")"
    }
  }
}
