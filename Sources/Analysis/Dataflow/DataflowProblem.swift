package import Basis
package import IR

/// A set of facts with a least upper bound.
///
/// `join` is associative, commutative and idempotent, and grows `self` only.
package protocol JoinSemilattice: Equatable {
  /// Joins `other` into `self`; returns whether `self` changed.
  mutating func join(_ other: Self) -> Bool
}

/// A forward question about every point of a function.
package protocol DataflowProblem {
  associatedtype State: JoinSemilattice

  /// The state of what is not reached.
  var bottom: State { get }
  func entryState() -> State
  /// Whether the operation can leave to the unwind target, as far as the problem cares.
  func canRaise(_ operation: ID<Operation>) -> Bool
  /// The state after the operation completed.
  func apply(_ operation: ID<Operation>, to state: inout State)
  /// The state after the operation raised: its result does not exist, its release is done.
  func applyRaise(_ operation: ID<Operation>, to state: inout State)
  /// What holds once the condition is known to have this outcome.
  func assume(_ condition: Condition, is outcome: Bool, in state: inout State)
  /// Whether a way that a block may choose is taken at all, as far as the problem cares.
  func admits(_ choice: ID<Block>, of choices: [ID<Block>]) -> Bool
  /// The state after leaving with a value, or by raising one.
  func applyExit(_ terminator: Terminator, to state: inout State)
}

extension DataflowProblem {
  package func admits(_ choice: ID<Block>, of choices: [ID<Block>]) -> Bool { true }
}
