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
    case .truthy where !text.contains(" "): return "\(text) is \(outcome ? "truthy" : "falsy")"
    case .truthy, .null, .equals, .opaque:
      return "\(text) \(outcome ? "holds" : "does not hold")"
    }
  }
}
