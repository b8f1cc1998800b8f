import Basis
import IR
import Linking

// Whether an answer decides that a row is made.
//
// The function is walked twice from where the question was asked: in the world where no row was
// there, and in the one where a row was. A branch on the answer can be left by one side only; all
// other branches by both. The insert depends on the question if
//
//     without a row   it can be reached, and
//     with a row      some branch on the answer leads to where it cannot be reached
//
//         found = SELECT ...                        found = SELECT ...
//         if found: return found                    if not found: raise NotFound
//         INSERT ...      ✓                         INSERT ...      ✗ not without a row
//
// The second is a parent that must exist, the everyday look-alike. A question that raises, by
// itself or in a helper (`get()` and DoesNotExist, `ensure_free(slot)`), is a branch of its own:
// one world goes on, the other goes to the handler.
//
// Only exceptions that the source raises are followed besides; any call may fail, and no insert
// in a handler depends on an answer for that.

/// Where an answer decides that an insert runs.
struct Deciding: Sendable {
  /// The branch; nil where the question itself raises or does not.
  var condition: Condition?
  /// Which way the branch goes to the insert.
  var outcome: Bool
  /// Whether it decides which object is saved, and not that one is.
  var isOfObject = false
  /// Where the branch goes to the insert, and where it goes instead.
  var sides: (leading: ID<Block>, leaving: ID<Block>)?
}

/// A function seen from one question, in both worlds.
struct RaceWorlds {
  let view: RaceView
  private(set) var flow: OutcomeFlow
  let probe: Probe?

  /// The worlds of a question that the function asks.
  init(view: RaceView, probe: Probe) {
    self.view = view
    self.probe = probe
    flow = OutcomeFlow(view: view, probe: probe)
    settle()
  }

  /// The worlds of a question asked elsewhere, whose answer stands in these places on entry.
  init(view: RaceView, seeds: [ID<Place>: Evidence], isCounting: Bool) {
    self.view = view
    probe = nil
    flow = OutcomeFlow(view: view, seeds: seeds, isCounting: isCounting)
    settle()
  }

  /// Lets each world forget what is assigned where it never comes.
  ///
  /// It starts from nothing and goes on as long as it comes further: an assignment counts once the
  /// world has come to it, so that `if row is None: row = Row()` is not blurred by what it makes.
  private mutating func settle() {
    let start = home.map { function.successors(of: $0) } ?? [function.entry]
    let after = blocks(from: Array(start), avoiding: home) { function.successors(of: $0) }
    for world in [RaceWorld.absent, .present] {
      var entered = BitSet()
      for _ in 0..<Self.mostRounds {
        var dead = BitSet()
        for block in after.members where !entered.contains(block) { dead.insert(block) }
        flow.exclude(dead, in: world)
        let next = reached(in: world).blocks
        if next == entered { break }
        entered = next
      }
    }
    flow.noteGrowth()
  }

  private static let mostRounds = 8

  private func blocks(
    from starts: [ID<Block>], avoiding: ID<Block>?, _ next: (ID<Block>) -> [ID<Block>]
  ) -> BitSet {
    var result = BitSet()
    var pending = starts
    while let block = pending.popLast() {
      guard block != avoiding, result.insert(block.index) else { continue }
      pending += next(block)
    }
    return result
  }

  var function: Function { _read { yield view.function } }
  var home: ID<Block>? { probe.map { view.facts.block(of: $0.operation) } }

  // MARK: Reachability

  /// Blocks that are entered, and whether the rest of the question's own block runs.
  private struct Reached {
    var blocks = BitSet()
    var goesOn = false
  }

  private func reached(in world: RaceWorld) -> Reached {
    guard let probe, let home else {
      return Reached(blocks: blocks(from: [function.entry], in: world, avoiding: []))
    }
    let ways = world == .absent ? probe.outcome.absent : probe.outcome.present
    var starts: [ID<Block>] = []
    let goesOn = !ways.subtracting(.raises).isEmpty
    if goesOn { starts += successors(of: home, in: world) }
    if ways.contains(.raises) { starts.append(function.blocks[home].unwind) }
    return Reached(
      blocks: blocks(from: starts, in: world, avoiding: [home]), goesOn: goesOn)
  }

  /// - Parameter world: nil where every branch can be left both ways.
  func blocks(
    from starts: [ID<Block>], in world: RaceWorld?, avoiding: Set<ID<Block>>
  ) -> BitSet {
    var result = BitSet()
    var pending = starts
    while let block = pending.popLast() {
      guard !avoiding.contains(block), result.insert(block.index) else { continue }
      pending += successors(of: block, in: world)
    }
    return result
  }

  private func successors(of block: ID<Block>, in world: RaceWorld?) -> [ID<Block>] {
    switch function.blocks[block].terminator {
    case .jump(let next): return [next]
    case .choose(let choices): return choices
    case .branch(let condition, let then, let otherwise):
      let truth = world.map { flow.truth(of: condition, in: $0, at: block) } ?? .either
      return (truth.contains(.yes) ? [then] : []) + (truth.contains(.no) ? [otherwise] : [])
    case .return: return [function.normalExit]
    case .raise: return [function.blocks[block].unwind]
    case .unreachable: return []
    }
  }

  private func contains(_ operation: ID<Operation>, in reached: Reached) -> Bool {
    let block = view.facts.block(of: operation)
    if reached.blocks.contains(block.index) { return true }
    guard let probe, block == home, reached.goesOn else { return false }
    return operation.rawValue > probe.operation.rawValue
  }

  // MARK: Decisions

  /// Where the answer decides that an operation runs, if it does.
  func deciding(_ target: ID<Operation>) -> Deciding? {
    let absent = reached(in: .absent)
    guard contains(target, in: absent) else { return nil }
    let present = reached(in: .present)
    if let probe {
      let other = probe.outcome
      if other.absent.union(other.present).contains(.raises), !contains(target, in: present) {
        return Deciding(condition: nil, outcome: true)
      }
    }
    var correlated: Deciding?
    for block in function.blocks.ids {
      let isHome = block == home
      guard isHome ? absent.goesOn && present.goesOn : absent.blocks.contains(block.index),
        isHome || present.blocks.contains(block.index),
        case .branch(let condition, let then, let otherwise) = function.blocks[block].terminator,
        flow.concerns(condition),
        let outcome = decides(target, at: block, condition, then, otherwise)
      else { continue }
      let sides =
        outcome ? (leading: then, leaving: otherwise) : (leading: otherwise, leaving: then)
      let found = Deciding(condition: condition, outcome: outcome, sides: sides)
      if isLeft(target, by: sides.leaving, at: block) { return found }
      correlated = correlated ?? found
    }
    return correlated
  }

  /// Whether a side of a branch never comes to an operation, whatever later branches ask: in
  /// `id = known?.id ?? fresh(); if (!known) insert` the second branch decides.
  private func isLeft(
    _ target: ID<Operation>, by side: ID<Block>, at block: ID<Block>
  ) -> Bool {
    var avoided: Set = [block]
    if let home { avoided.insert(home) }
    let goal = view.facts.block(of: target).index
    return !blocks(from: [side], in: nil, avoiding: avoided).contains(goal)
  }

  /// Which side leads to the target in the absent world, where the other avoids it in the present.
  private func decides(
    _ target: ID<Operation>, at block: ID<Block>, _ condition: Condition, _ then: ID<Block>,
    _ otherwise: ID<Block>
  ) -> Bool? {
    let avoided = Set([block] + (home.map { [$0] } ?? []))
    let goal = view.facts.block(of: target).index
    let inAbsence = flow.truth(of: condition, in: .absent, at: block)
    let inPresence = flow.truth(of: condition, in: .present, at: block)
    // What a part of a row says besides being there decides other things.
    guard inAbsence != inPresence || !(probe?.isPart ?? false) else { return nil }
    for outcome in [true, false] {
      let (leading, leaving) = outcome ? (then, otherwise) : (otherwise, then)
      guard inAbsence.contains(outcome ? .yes : .no), inPresence.contains(outcome ? .no : .yes),
        blocks(from: [leading], in: .absent, avoiding: avoided).contains(goal)
      else { continue }
      let left = blocks(from: [leaving], in: .present, avoiding: avoided)
      guard !left.contains(goal), outcome || condition.test != .element || ends(left) else {
        continue
      }
      return outcome
    }
    return nil
  }

  /// Whether some way through these blocks ends the function. The body of a loop that only goes on
  /// with the next element finds nothing: what comes after the loop runs whatever there was.
  private func ends(_ blocks: BitSet) -> Bool {
    blocks.contains(function.normalExit.index) || blocks.contains(function.exceptionalExit.index)
  }

  /// Whether an operation can run after the question was asked, in either world.
  func canFollow(_ operation: ID<Operation>) -> Bool {
    contains(operation, in: reached(in: .absent)) || contains(operation, in: reached(in: .present))
  }

  // MARK: Exits

  /// How the function ends in the two worlds, for its callers.
  func outcome() -> Outcome {
    let (absent, isRaw) = ways(in: .absent)
    let (present, isRawPresent) = ways(in: .present)
    return Outcome(
      absent: absent, present: present, isRaw: isRaw && isRawPresent, members: returnedMembers())
  }

  /// Whether a world comes to an operation after the question.
  func enters(_ operation: ID<Operation>, in world: RaceWorld) -> Bool {
    contains(operation, in: reached(in: world))
  }

  /// What the function returns after the question.
  func returns(in world: RaceWorld) -> [ID<Place>?] {
    let reached = reached(in: world)
    return function.blocks.ids.compactMap { block in
      let isEntered = reached.blocks.contains(block.index) || block == home && reached.goesOn
      guard isEntered, case .return(let value) = function.blocks[block].terminator else {
        return nil
      }
      return .some(value)
    }
  }

  private func ways(in world: RaceWorld) -> (ways: Outcome.Ways, isRaw: Bool) {
    let reached = reached(in: world)
    var ways: Outcome.Ways = []
    var isRaw = true
    for block in function.blocks.ids {
      let isEntered = reached.blocks.contains(block.index) || block == home && reached.goesOn
      guard isEntered, case .return(let value) = function.blocks[block].terminator else { continue }
      guard let value else {
        ways.insert(.falsy)
        continue
      }
      let truth = returnedTruth(of: value, in: world)
      if truth.contains(.yes) { ways.insert(.truthy) }
      if truth.contains(.no) { ways.insert(.falsy) }
      let isConstant = view.facts.literal(of: value) != nil
      if flow[value] != .answer, !isConstant { isRaw = false }
      if case .boolean = view.facts.literal(of: value) { isRaw = false }
    }
    if reached.blocks.contains(function.exceptionalExit.index) { ways.insert(.raises) }
    return (ways, isRaw)
  }

  /// An answer that is returned is for the caller to look into, whatever it is made of.
  private func returnedTruth(of value: ID<Place>, in world: RaceWorld) -> Truth {
    if flow[value] == .answer { return world == .absent ? .no : .yes }
    let truth = flow.truth(of: value, in: world)
    guard truth == .either else { return truth }
    // An object or a list that is made here is true.
    let makers = view.facts.makers(of: value)
    let isMade =
      !makers.isEmpty
      && makers.allSatisfy { maker in
        guard case .aggregate(let aggregate, _) = view.facts.effect(maker) else { return false }
        return flow[value] == nil || !aggregate.entries.contains(where: \.isSpread)
      }
    return isMade ? .yes : .either
  }
}
