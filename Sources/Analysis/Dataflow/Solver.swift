package import Basis
package import IR

// The solver: the least fixpoint of a forward problem over a function's blocks.
//
// Blocks are numbered in reverse postorder, so the smallest pending number is the best next: all
// its forward predecessors are done, and an inner loop settles before what follows it. A block is
// replayed operation by operation; before each that can raise, a copy of the state with the raise
// applied is joined into the unwind target. States inside blocks are never stored: `Solution`
// replays them when a trace is wanted.
//
//     entry state ──▶ op₁ ──▶ op₂ ──▶ … ──▶ terminator ──assume──▶ successors
//                      │raise   │raise
//                      └────────┴──────▶ unwind target
//
// The budget counts block visits. A lattice of finite height needs height × edges at most; when a
// budget does not suffice the solution says so, and the function counts as given up.

/// The least fixpoint: the state on entry to each block, and whether the budget sufficed.
package struct Solution<Problem: DataflowProblem> {
  package let problem: Problem
  package let function: Function
  /// The operations that can raise, asked once: a block is replayed many times.
  private let raising: BitSet
  package internal(set) var entryStates: [Problem.State]
  package internal(set) var isComplete = true

  init(_ problem: Problem, in function: Function) {
    self.problem = problem
    self.function = function
    var raising = BitSet()
    for operation in function.operations.ids where problem.canRaise(operation) {
      raising.insert(operation.index)
    }
    self.raising = raising
    entryStates = Array(repeating: problem.bottom, count: function.blocks.count)
  }

  /// The state on entry to a block.
  package subscript(block: ID<Block>) -> Problem.State { entryStates[block.index] }

  /// Replays a block from a state: every way out, with the state that takes it.
  package func replay(
    _ block: ID<Block>, from start: Problem.State,
    atOperation: (ID<Operation>, Problem.State) -> Void = { _, _ in },
    leave: (BlockExit, Problem.State) -> Void
  ) {
    var state = start
    let value = function.blocks[block]
    for operation in function.operations(of: block) {
      atOperation(operation, state)
      if raising.contains(operation.index) {
        var raised = state
        problem.applyRaise(operation, to: &raised)
        leave(BlockExit(target: value.unwind, kind: .raise(operation)), raised)
      }
      problem.apply(operation, to: &state)
    }
    leaveAtEnd(of: value, state, leave)
  }

  private func leaveAtEnd(
    of block: Block, _ state: Problem.State, _ leave: (BlockExit, Problem.State) -> Void
  ) {
    switch block.terminator {
    case .jump(let next): leave(BlockExit(target: next, kind: .flow), state)
    case .choose(let choices):
      for next in choices where problem.admits(next, of: choices) {
        leave(BlockExit(target: next, kind: .flow), state)
      }
    case .branch(let condition, let then, let otherwise):
      for (outcome, next) in [(true, then), (false, otherwise)] {
        var assumed = state
        problem.assume(condition, is: outcome, in: &assumed)
        leave(BlockExit(target: next, kind: .branch(condition, outcome)), assumed)
      }
    case .return, .raise:
      var last = state
      problem.applyExit(block.terminator, to: &last)
      if case .raise = block.terminator {
        leave(BlockExit(target: block.unwind, kind: .thrown), last)
      } else {
        leave(BlockExit(target: function.normalExit, kind: .returned), last)
      }
    case .unreachable: break
    }
  }
}

/// A way out of a block.
package struct BlockExit: Sendable {
  package enum Kind: Sendable {
    case flow
    case branch(Condition, Bool)
    case raise(ID<Operation>)
    case thrown
    case returned
  }

  package var target: ID<Block>
  package var kind: Kind
}

/// Solves a problem within a budget of block visits.
package func solve<Problem: DataflowProblem>(
  _ problem: Problem, in function: Function, budget: Int
) -> Solution<Problem> {
  var solution = Solution(problem, in: function)
  _ = solution.entryStates[function.entry.index].join(problem.entryState())
  var pending: BitSet = [function.entry.index]
  var visits = 0
  while let next = pending.popFirst() {
    visits += 1
    guard visits <= budget else {
      solution.isComplete = false
      break
    }
    var joined: [(ID<Block>, Problem.State)] = []
    solution.replay(ID(next), from: solution.entryStates[next]) { exit, state in
      joined.append((exit.target, state))
    }
    for (target, state) in joined where solution.entryStates[target.index].join(state) {
      if target != function.normalExit, target != function.exceptionalExit {
        pending.insert(target.index)
      }
    }
  }
  return solution
}
