package import Basis

extension Function {
  /// The same function without unreachable blocks, chains of jumps merged, and blocks numbered in
  /// reverse postorder: an edge to a lower number closes a loop.
  ///
  /// The two exits come last and are kept even when nothing reaches them.
  func compacted() -> Function {
    var compaction = Compaction(self)
    compaction.skipEmptyBlocks()
    compaction.mergeChains()
    return compaction.laidOut()
  }

  /// The blocks that control can go to from `block`, the unwind target only if something raises.
  package func successors(of block: ID<Block>) -> [ID<Block>] {
    var result: [ID<Block>]
    switch blocks[block].terminator {
    case .jump(let next): result = [next]
    case .branch(_, let then, let otherwise): result = [then, otherwise]
    case .choose(let choices): result = choices
    case .return: result = [normalExit]
    case .raise: return [blocks[block].unwind]
    case .unreachable: result = []
    }
    if hasRaisingOperation(block) { result.append(blocks[block].unwind) }
    return result
  }

  /// Whether an operation of the block can leave to the unwind target.
  package func hasRaisingOperation(_ block: ID<Block>) -> Bool {
    operations(of: block).contains { operations[$0].mayRaise }
  }
}

/// The work of compacting one function.
private struct Compaction {
  private var function: Function
  /// The blocks that follow a block without a choice, whose operations become its own.
  private var chains: [ID<Block>: [ID<Block>]] = [:]

  init(_ function: Function) { self.function = function }

  /// Leads every edge past blocks that do nothing but jump.
  mutating func skipEmptyBlocks() {
    let targets = function.blocks.ids.map(destination)
    func final(_ block: ID<Block>) -> ID<Block> { targets[block.index] }
    for id in function.blocks.ids {
      function.blocks[id].unwind = final(function.blocks[id].unwind)
      switch function.blocks[id].terminator {
      case .jump(let next): function.blocks[id].terminator = .jump(final(next))
      case .branch(let condition, let then, let otherwise):
        function.blocks[id].terminator = .branch(
          on: condition, then: final(then), otherwise: final(otherwise))
      case .choose(let choices):
        let choices = choices.map(final)
        function.blocks[id].terminator = choices.count == 1 ? .jump(choices[0]) : .choose(choices)
      case .return, .raise, .unreachable: break
      }
    }
  }

  /// Where control is once it entered `block` and did something; a loop of empty blocks is left
  /// as it is.
  private func destination(of block: ID<Block>) -> ID<Block> {
    var current = block
    var steps = 0
    while function.blocks[current].operations.isEmpty {
      guard let next = onlySuccessor(of: current), steps < 64 else { break }
      current = next
      steps += 1
    }
    return steps < 64 ? current : block
  }

  private func onlySuccessor(of block: ID<Block>) -> ID<Block>? {
    switch function.blocks[block].terminator {
    case .jump(let next): next
    case .choose(let choices) where choices.count == 1: choices[0]
    case .choose, .branch, .return, .raise, .unreachable: nil
    }
  }

  /// Joins blocks to their only successor where nothing else leads there.
  mutating func mergeChains() {
    let reachable = reversePostorder()
    let predecessors = countPredecessors(reachable)
    var swallowed = BitSet()
    for block in reachable where !swallowed.contains(block.index) {
      while case .jump(let next) = function.blocks[block].terminator, next != block,
        predecessors[next.index] == 1, unifyUnwind(of: block, with: next)
      {
        chains[block, default: []].append(next)
        swallowed.insert(next.index)
        function.blocks[block].terminator = function.blocks[next].terminator
        function.blocks[block].exitRange = function.blocks[next].exitRange
      }
    }
  }

  /// The function rebuilt from the blocks that can be reached.
  func laidOut() -> Function {
    let order = reversePostorder()
    var numbers: [ID<Block>: ID<Block>] = [:]
    for (index, block) in (order + [function.normalExit, function.exceptionalExit]).enumerated() {
      numbers[block] = ID(index)
    }
    var result = function
    result.operations = Table()
    result.blocks = Table()
    for block in order {
      let start = UInt32(result.operations.count)
      for part in [block] + (chains[block] ?? []) {
        for operation in function.operations(of: part) {
          result.operations.append(function.operations[operation])
        }
      }
      var copy = function.blocks[block].renumbered(numbers)
      copy.operations = start..<UInt32(result.operations.count)
      result.blocks.append(copy)
    }
    let exits = (0..<2).map { _ in result.blocks.append(Block(unwind: ID(order.count + 1))) }
    (result.entry, result.normalExit, result.exceptionalExit) = (ID(0), exits[0], exits[1])
    return result
  }

  private func countPredecessors(_ reachable: [ID<Block>]) -> [Int] {
    var counts = [Int](repeating: 0, count: function.blocks.count)
    for block in reachable {
      for next in function.successors(of: block) { counts[next.index] += 1 }
    }
    // The exits and the entry are never swallowed.
    for block in [function.normalExit, function.exceptionalExit, function.entry] {
      counts[block.index] += 2
    }
    return counts
  }

  /// Gives both blocks one unwind target if that changes nothing; whether it was possible.
  private mutating func unifyUnwind(of block: ID<Block>, with next: ID<Block>) -> Bool {
    if function.blocks[block].unwind == function.blocks[next].unwind { return true }
    if !usesUnwind(next) { return true }
    if ([block] + (chains[block] ?? [])).contains(where: function.hasRaisingOperation) {
      return false
    }
    function.blocks[block].unwind = function.blocks[next].unwind
    return true
  }

  private func usesUnwind(_ block: ID<Block>) -> Bool {
    if case .raise = function.blocks[block].terminator { return true }
    return function.hasRaisingOperation(block)
  }

  private func reversePostorder() -> [ID<Block>] {
    var visited: BitSet = [function.normalExit.index, function.exceptionalExit.index]
    var postorder: [ID<Block>] = []
    var stack: [(block: ID<Block>, next: [ID<Block>])] = []
    visited.insert(function.entry.index)
    stack.append((function.entry, successors(of: function.entry)))
    while !stack.isEmpty {
      if let next = stack[stack.count - 1].next.popLast() {
        if visited.insert(next.index) { stack.append((next, successors(of: next))) }
      } else {
        postorder.append(stack.removeLast().block)
      }
    }
    return postorder.reversed()
  }

  private func successors(of block: ID<Block>) -> [ID<Block>] {
    var result = function.successors(of: block)
    if let chain = chains[block], chain.contains(where: function.hasRaisingOperation) {
      result.append(function.blocks[block].unwind)
    }
    return result
  }
}

extension Block {
  fileprivate func renumbered(_ numbers: [ID<Block>: ID<Block>]) -> Block {
    // A target that nothing can reach keeps a number: the exceptional exit's, the highest.
    let fallback = ID<Block>(numbers.count - 1)
    func number(_ block: ID<Block>) -> ID<Block> { numbers[block] ?? fallback }
    var result = self
    result.unwind = number(unwind)
    switch terminator {
    case .jump(let next): result.terminator = .jump(number(next))
    case .branch(let condition, let then, let otherwise):
      result.terminator = .branch(on: condition, then: number(then), otherwise: number(otherwise))
    case .choose(let choices): result.terminator = .choose(choices.map(number))
    case .return, .raise, .unreachable: break
    }
    return result
  }
}
