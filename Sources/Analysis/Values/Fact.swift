package import IR

/// What is known of a value at a point: enough to decide conditions on it.
package enum Fact: Sendable, Hashable {
  /// Null, None or undefined.
  case null
  /// Anything but null.
  case notNull
  case truthy
  /// Null, false, zero or empty.
  case falsy
  case constant(Literal)

  package init(_ literal: Literal) {
    switch literal {
    case .null, .undefined: self = .null
    case .boolean, .number, .string: self = .constant(literal)
    }
  }

  package var isTruthy: Bool? {
    switch self {
    case .null, .falsy: false
    case .truthy: true
    case .notNull: nil
    case .constant(let literal): literal.isTruthy
    }
  }

  package var isNull: Bool? {
    switch self {
    case .null: true
    case .notNull, .truthy, .constant: false
    case .falsy: nil
    }
  }

  /// What holds of a value of which one of two facts holds; nil when that is nothing.
  package func joined(_ other: Fact) -> Fact? {
    if self == other { return self }
    if isTruthy == true, other.isTruthy == true { return .truthy }
    if isTruthy == false, other.isTruthy == false { return .falsy }
    if isNull == false, other.isNull == false { return .notNull }
    return nil
  }
}

extension Literal {
  fileprivate var isTruthy: Bool? {
    switch self {
    case .null, .undefined: false
    case .boolean(let value): value
    // Which numbers and strings are empty is text that a symbol table holds.
    case .number, .string: nil
    }
  }
}
