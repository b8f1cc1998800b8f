package import Basis
package import IR

/// Which blocks of a function lead to which, for questions that need no solving.
package struct FlowShape: Sendable {
  private let successors: [[ID<Block>]]
  private let unwinds: [ID<Block>?]
  private let entry: ID<Block>
  private let normalExit: ID<Block>

  package init(_ function: Function) {
    entry = function.entry
    normalExit = function.normalExit
    successors = function.blocks.ids.map { function.successors(of: $0) }
    unwinds = function.blocks.ids.map { block in
      function.hasRaisingOperation(block) ? function.blocks[block].unwind : nil
    }
  }

  /// The blocks that can run after `starts`, those themselves included.
  package func reachable(from starts: [ID<Block>]) -> BitSet {
    var reached = BitSet()
    var pending = starts
    while let block = pending.popLast() {
      if reached.insert(block.index) { pending += successors[block.index] }
    }
    return reached
  }

  /// The blocks that can run after `block` ended, itself only when it can run again.
  package func after(_ block: ID<Block>) -> BitSet {
    reachable(from: successors[block.index])
  }

  /// The blocks of the loops around `block`: those that it leads to and that lead back to it.
  package func cycle(of block: ID<Block>) -> BitSet {
    var result = BitSet()
    let after = after(block)
    guard after.contains(block.index) else { return result }
    for candidate in after.members
    where reachable(from: [ID(candidate)]).contains(block.index) {
      result.insert(candidate)
    }
    return result
  }

  /// Whether the function can come to its normal exit without running `block`.
  package func canFinish(without block: ID<Block>) -> Bool {
    var reached: BitSet = [block.index]
    var pending = [entry]
    while let next = pending.popLast() {
      if reached.insert(next.index) { pending += successors[next.index] }
    }
    return entry != block && reached.contains(normalExit.index)
  }

  /// Whether `block` can run again after something in it raised.
  package func runsAgainAfterRaising(_ block: ID<Block>) -> Bool {
    guard let unwind = unwinds[block.index] else { return false }
    return reachable(from: [unwind]).contains(block.index)
  }
}
