import Basis
import IR
import Testing

@testable import Analysis

/// Which operations may have run before a point: a union of bits, with a copy at each raise.
private struct Reached: DataflowProblem {
  struct State: JoinSemilattice {
    var isReached = false
    var seen = BitSet()

    mutating func join(_ other: State) -> Bool {
      var changed = seen.formUnion(other.seen)
      if other.isReached, !isReached {
        isReached = true
        changed = true
      }
      return changed
    }
  }

  let function: Function
  var bottom: State { State() }
  func entryState() -> State { State(isReached: true) }
  func canRaise(_ operation: ID<Operation>) -> Bool { function.operations[operation].mayRaise }
  func apply(_ operation: ID<Operation>, to state: inout State) {
    if state.isReached { state.seen.insert(operation.index) }
  }
  func applyRaise(_ operation: ID<Operation>, to state: inout State) {}
  func assume(_ condition: Condition, is outcome: Bool, in state: inout State) {}
  func applyExit(_ terminator: Terminator, to state: inout State) {}
}

/// A function of random blocks; block numbers say nothing about its order of execution.
private func randomFunction(_ random: inout SeededGenerator) -> Function {
  var symbols = SymbolTable()
  var function = Function(name: symbols.intern("f"), kind: .function, range: .none)
  let place = function.places.append(Place(kind: .temporary, name: nil, range: .none))
  let count = Int.random(in: 2...9, using: &random)
  func anyBlock() -> ID<Block> { ID(Int.random(in: 0...(count + 1), using: &random)) }
  for _ in 0..<count {
    let start = UInt32(function.operations.count)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      function.operations.append(
        Operation(
          effect: .literal(.null, into: place), range: .none,
          mayRaise: Bool.random(using: &random)))
    }
    var block = Block(unwind: anyBlock())
    block.operations = start..<UInt32(function.operations.count)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: block.terminator = .jump(anyBlock())
    case 1:
      block.terminator = .branch(on: .unknown(at: .none), then: anyBlock(), otherwise: anyBlock())
    case 2: block.terminator = .choose([anyBlock(), anyBlock()])
    default: block.terminator = .raise(nil)
    }
    function.blocks.append(block)
  }
  for _ in 0..<2 { function.blocks.append(Block(unwind: ID(count + 1))) }
  function.normalExit = ID(count)
  function.exceptionalExit = ID(count + 1)
  return function
}

/// The fixpoint by going round all blocks until nothing changes.
private func solveNaively(_ problem: Reached, in function: Function) -> [Reached.State] {
  var solution = Solution(problem, in: function)
  solution.entryStates[0] = problem.entryState()
  var changed = true
  while changed {
    changed = false
    for block in function.blocks.ids {
      guard block != function.normalExit, block != function.exceptionalExit else { continue }
      var joined: [(ID<Block>, Reached.State)] = []
      solution.replay(block, from: solution[block]) { exit, state in
        joined.append((exit.target, state))
      }
      for (target, state) in joined where solution.entryStates[target.index].join(state) {
        changed = true
      }
    }
  }
  return solution.entryStates
}

@Suite struct SolverTests {
  @Test func agreesWithRoundRobin() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let function = randomFunction(&random)
      let problem = Reached(function: function)
      let solution = solve(problem, in: function, budget: 10_000)
      #expect(solution.isComplete)
      #expect(solution.entryStates == solveNaively(problem, in: function))
    }
  }

  @Test func givesUpVisiblyWhenTheBudgetDoesNotSuffice() {
    var random = SeededGenerator(seed: 4)
    let function = randomFunction(&random)
    #expect(!solve(Reached(function: function), in: function, budget: 0).isComplete)
  }
}
