package import Basis

/// What a branch learned: that a place is truthy, is null, equals a constant, is one more element, or nothing.
package struct Condition: Sendable, Hashable {
  package enum Test: Sendable, Hashable {
    case truthy
    /// Null, None or undefined.
    case null
    case equals(Literal)
    /// Whether an iteration has another element, which is the subject.
    case element
    case opaque
  }

  package var test: Test
  package var subject: ID<Place>?
  package var isNegated: Bool
  /// Where the condition stands.
  package var range: ByteRange

  package init(_ test: Test, of subject: ID<Place>?, isNegated: Bool = false, at range: ByteRange) {
    self.test = test
    self.subject = subject
    self.isNegated = isNegated
    self.range = range
  }

  /// A choice that nothing is known about.
  package static func unknown(at range: ByteRange) -> Condition {
    Condition(.opaque, of: nil, at: range)
  }

  package func negated() -> Condition {
    var result = self
    result.isNegated.toggle()
    return result
  }
}

/// A condition as its author composed it; short-circuit operators are control flow.
package indirect enum Decision {
  /// Evaluates something and says what its outcome tells.
  case test((inout FunctionBuilder) -> Condition)
  case not(Decision)
  case and(Decision, Decision)
  case or(Decision, Decision)
  /// `while (true)`: only one way on.
  case always(Bool)
  /// Does something first: what a pattern of `match` binds before its guard is asked.
  case after((inout FunctionBuilder) -> Void, Decision)
}
