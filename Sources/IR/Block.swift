package import Basis

/// A basic block: operations in order, one way to end, and one place to go when one raises.
///
/// Every operation that may raise can leave the block to `unwind`, from the state before its
/// result exists. So blocks stay long, and exceptional flow is exact without special edges.
package struct Block: Sendable, Hashable {
  /// Indices into the function's operations.
  package var operations: Range<UInt32>
  package var terminator: Terminator
  package var unwind: ID<Block>
  /// The statement that ends the block, for traces.
  package var exitRange: ByteRange

  package init(unwind: ID<Block>) {
    operations = 0..<0
    terminator = .unreachable
    self.unwind = unwind
    exitRange = .none
  }
}

/// How a block ends.
package enum Terminator: Sendable, Hashable {
  case jump(ID<Block>)
  case branch(on: Condition, then: ID<Block>, otherwise: ID<Block>)
  /// One of several, for reasons we do not follow: the handlers of a protected region.
  case choose([ID<Block>])
  /// Leaves to the normal exit.
  case `return`(ID<Place>?)
  /// Leaves to the block's unwind target; nil raises again what is being handled.
  case raise(ID<Place>?)
  case unreachable

  /// The blocks of the function that come next where nothing is raised.
  package var targets: [ID<Block>] {
    switch self {
    case .jump(let target): [target]
    case .branch(_, let then, let otherwise): [then, otherwise]
    case .choose(let targets): targets
    case .return, .raise, .unreachable: []
    }
  }
}
