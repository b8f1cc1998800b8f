import Basis
import IR
import Linking
import RuleBook

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
    let after = blocks(from: Array(start), avoiding: home) { view.successors(of: $0) }
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
  struct Reached {
    var blocks = BitSet()
    var goesOn = false
  }

  func reached(in world: RaceWorld) -> Reached {
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
    if view.endings.contains(block.index), block != home { return [function.blocks[block].unwind] }
    if world == .absent, asksForNothing(block) { return [function.blocks[block].unwind] }
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

  /// Whether a block asks an answer without rows for its first one, which a handler expects:
  /// `try: return rows[0]`, `except IndexError: return None`
  private func asksForNothing(_ block: ID<Block>) -> Bool {
    let errors = view.context.roles.index.behaviour.indexErrors
    guard !errors.isEmpty, function.blocks[block].unwind != function.exceptionalExit else {
      return false
    }
    let asks = function.operations(of: block).contains { operation in
      switch view.facts.effect(operation) {
      case .load(let field, let object, _):
        flow[object] != nil && view.text(field).allSatisfy(\.isNumber)
          && flow.truth(of: object, in: .absent) == .no
      default: false
      }
    }
    guard asks else { return false }
    // The choice between handlers stands before them.
    let unwind = function.blocks[block].unwind
    return ([unwind] + function.blocks[unwind].terminator.targets).contains { handler in
      function.operations(of: handler).contains { operation in
        guard case .caught(let types, _) = view.facts.effect(operation) else { return false }
        return types.contains { type in
          view.facts.name(of: type).map { errors.contains(view.text($0)) } ?? false
        }
      }
    }
  }

  func contains(_ operation: ID<Operation>, in reached: Reached) -> Bool {
    let block = view.facts.block(of: operation)
    if reached.blocks.contains(block.index) { return true }
    guard let probe, block == home, reached.goesOn else { return false }
    return operation.rawValue > probe.operation.rawValue
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
      guard isEntered, !view.endings.contains(block.index),
        case .return(let value) = function.blocks[block].terminator
      else { return nil }
      return .some(value)
    }
  }

  private func ways(in world: RaceWorld) -> (ways: Outcome.Ways, isRaw: Bool) {
    let reached = reached(in: world)
    var ways: Outcome.Ways = []
    var isRaw = true
    for block in function.blocks.ids {
      let isEntered = reached.blocks.contains(block.index) || block == home && reached.goesOn
      guard isEntered, !view.endings.contains(block.index),
        case .return(let value) = function.blocks[block].terminator
      else { continue }
      guard let value else {
        ways.insert(.falsy)
        continue
      }
      let truth = returnedTruth(of: value, at: block, in: world)
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
  private func returnedTruth(
    of value: ID<Place>, at block: ID<Block>, in world: RaceWorld
  ) -> Truth {
    if isMade(value, at: block) { return .yes }
    if flow[value] == .answer { return world == .absent ? .no : .yes }
    let truth = flow.truth(of: value, in: world)
    guard truth == .either else { return truth }
    if world == .absent, isDefault(value) { return .no }
    // An object or a list that is made here is true.
    let makers = view.facts.makers(of: value)
    let isMade = !makers.isEmpty && makers.allSatisfy { isMaking($0, of: value) }
    return isMade ? .yes : .either
  }

  /// Whether a parameter stands for what is not there, `get(key, default)`: something else is returned
  /// where a row is. What callers hand in for that is nothing to them.
  private func isDefault(_ value: ID<Place>) -> Bool {
    func parameter(_ place: ID<Place>) -> ID<Place>? {
      let origins = returned(place, in: .absent)
      guard origins.count == 1, case .parameter = function.places[origins[0]].kind else {
        return nil
      }
      return origins[0]
    }
    guard let own = parameter(value) else { return false }
    return returns(in: .present).contains { other in
      other.map { returned($0, in: .present).contains { $0 != own } } ?? false
    }
  }

  /// What a returned value was copied from where a world comes.
  private func returned(_ value: ID<Place>, in world: RaceWorld, depth: Int = 4) -> [ID<Place>] {
    let dead = world == .absent ? flow.dead.absent : flow.dead.present
    let definitions = view.facts.definitions(of: value).filter {
      !dead.contains(view.facts.block(of: $0).index)
    }
    guard depth > 0, !definitions.isEmpty else { return [value] }
    return definitions.flatMap { definition in
      flow.copied(definition).map { returned($0, in: world, depth: depth - 1) } ?? [value]
    }
  }

  /// Whether all that comes to the end of a block in a variable was made on the way: `if (known)
  /// return known; known = new Row(); return known`.
  private func isMade(_ value: ID<Place>, at block: ID<Block>) -> Bool {
    let definitions = view.definitions(of: value, atEndOf: block)
    guard !definitions.isEmpty, definitions.count < view.facts.definitions(of: value).count else {
      return false
    }
    return definitions.allSatisfy { definition in
      guard case .copy(let source, _) = view.facts.effect(definition) else {
        return isMaking(definition, of: value)
      }
      let makers = view.facts.makers(of: source)
      return flow[source] == nil && !makers.isEmpty
        && makers.allSatisfy { isMaking($0, of: source) }
    }
  }

  private func isMaking(_ maker: ID<Operation>, of value: ID<Place>) -> Bool {
    switch view.facts.effect(maker) {
    case .aggregate(let aggregate, _):
      return flow[value] == nil || !aggregate.entries.contains(where: \.isSpread)
    case .call(let call):
      return call.isConstruction
        || !view.context.program.targets(of: maker, in: view.id).constructed.isEmpty
    default: return false
    }
  }
}
