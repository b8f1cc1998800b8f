import Basis
import IR
import Linking
import RuleBook

/// What all questions about races in one function share: its facts and the roles of its calls.
struct RaceView {
  let id: ID<ProgramFunction>
  let context: CheckContext
  let facts: FunctionFacts
  let paths: AccessPaths
  /// The roles of the calls that mean something to races.
  let roles: [ID<Operation>: [Role]]
  /// Those of them that only names tell of.
  let told: Set<ID<Operation>>
  /// The blocks in which a call comes that never returns: `abort(409)`.
  let endings: BitSet
  /// The calls that put something into a list or set, by where the function makes that.
  private let growth: [ID<Place>: [ID<Operation>]]

  init(_ id: ID<ProgramFunction>, context: CheckContext) {
    self.id = id
    self.context = context
    facts = context.facts.facts(of: id)
    paths = AccessPaths(facts)
    var roles: [ID<Operation>: [Role]] = [:]
    var told: Set<ID<Operation>> = []
    var endings = BitSet()
    for operation in facts.function.operations.ids {
      guard case .call(let call) = facts.effect(operation) else { continue }
      let all = context.roles.roles(of: call, at: operation, in: id)
      if all.contains(where: \.neverReturns) || Self.onlyRaises(operation, in: id, context.program)
      {
        endings.insert(facts.block(of: operation).index)
      }
      var found = all.filter(\.speaksOfRows)
      if found.isEmpty {
        found = context.told[id]?.roles(at: operation) ?? []
        if !found.isEmpty { told.insert(operation) }
      }
      // What stands the conflict makes no row besides.
      if found.contains(where: \.isAtomicInsert) {
        found.removeAll { $0.isInsert && !$0.isAtomicInsert }
      }
      if !found.isEmpty { roles[operation] = found }
    }
    self.roles = roles
    self.told = told
    self.endings = endings
    growth = Self.growth(facts, context)
  }

  /// Whether a call is one of a function that does nothing but raise: `refuse('taken')`. What a
  /// method does, a subclass may do otherwise.
  private static func onlyRaises(
    _ operation: ID<Operation>, in function: ID<ProgramFunction>, _ program: Program
  ) -> Bool {
    let targets = program.targets(of: operation, in: function).functions
    guard targets.count == 1, program[targets[0]].owner == nil,
      !program[targets[0]].isGenerator, program[targets[0]].blocks.count < 16
    else { return false }
    return program[targets[0]].blocks.values.allSatisfy { block in
      if case .return = block.terminator { false } else { true }
    }
  }

  private static func growth(
    _ facts: FunctionFacts, _ context: CheckContext
  ) -> [ID<Place>: [ID<Operation>]] {
    let keepMethods = context.roles.index.behaviour.keepMethods
    var result: [ID<Place>: [ID<Operation>]] = [:]
    for operation in facts.function.operations.ids {
      guard case .call(let call) = facts.effect(operation),
        case .method(let name, let receiver) = call.callee,
        keepMethods.contains(context.program.symbols[name])
      else { continue }
      for origin in facts.origins(of: receiver) { result[origin, default: []].append(operation) }
    }
    return result
  }

  /// The calls that put something into what a place holds.
  func growth(of place: ID<Place>) -> [ID<Operation>] {
    facts.origins(of: place).flatMap { growth[$0] ?? [] }
  }

  /// The lists and sets that the function makes empty and fills.
  var grown: [ID<Place>: [ID<Operation>]] {
    growth.filter { place, _ in
      let makers = facts.definitions(of: place)
      return !makers.isEmpty
        && makers.allSatisfy { maker in
          guard case .aggregate(let aggregate, _) = facts.effect(maker) else { return false }
          return aggregate.entries.isEmpty
        }
    }
  }

  // Read in place: to copy it costs a dozen references.
  var function: Function { _read { yield facts.function } }
  var isPython: Bool { context.program.path(of: id).hasSuffix(".py") }

  /// Where an operation stands, and the call as written.
  func site(_ operation: ID<Operation>) -> RaceSite { RaceSite(operation, in: id, context) }

  func text(_ symbol: Symbol) -> String { context.program.symbols[symbol] }

  /// The blocks that can be come to from one, itself included, without passing another if there is one.
  func blocks(from start: ID<Block>, avoiding other: ID<Block>? = nil) -> BitSet {
    var seen = BitSet()
    var pending = [start]
    while let block = pending.popLast() {
      guard block != other, seen.insert(block.index) else { continue }
      pending += successors(of: block)
    }
    return seen
  }

  /// Where it goes on behind a block, unless a call in it never returns.
  func successors(of block: ID<Block>) -> [ID<Block>] {
    endings.contains(block.index)
      ? [function.blocks[block].unwind] : Array(function.successors(of: block))
  }

  /// Whether a block ends with an exception that the source raises, itself or by a call.
  func raises(in block: ID<Block>) -> Bool {
    if case .raise = function.blocks[block].terminator { return true }
    return endings.contains(block.index)
  }

  /// Whether an operation only runs when something has failed.
  func runsOnFailure(_ operation: ID<Operation>) -> Bool {
    var seen = BitSet()
    var pending = [function.entry]
    while let block = pending.popLast() {
      guard seen.insert(block.index) else { continue }
      pending += function.blocks[block].terminator.targets
    }
    return !seen.contains(facts.block(of: operation).index)
  }

  /// Those definitions of a place that may hold when an operation runs.
  func definitions(of place: ID<Place>, reaching operation: ID<Operation>) -> [ID<Operation>] {
    definitions(of: place, in: facts.block(of: operation), before: operation)
  }

  /// Those that may hold at the end of a block.
  func definitions(of place: ID<Place>, atEndOf block: ID<Block>) -> [ID<Operation>] {
    definitions(of: place, in: block, before: nil)
  }

  private func definitions(
    of place: ID<Place>, in home: ID<Block>, before operation: ID<Operation>?
  ) -> [ID<Operation>] {
    let all = facts.definitions(of: place)
    guard all.count > 1 else { return Array(all) }
    var before: [ID<Block>: [ID<Block>]] = [:]
    for block in function.blocks.ids {
      for next in function.successors(of: block) + [function.blocks[block].unwind] {
        before[next, default: []].append(block)
      }
    }
    func last(in block: ID<Block>, before end: ID<Operation>?) -> ID<Operation>? {
      all.last { definition in
        facts.block(of: definition) == block && (end.map { definition < $0 } ?? true)
      }
    }
    if let found = last(in: home, before: operation) { return [found] }
    var result: [ID<Operation>] = []
    var seen = BitSet()
    var pending = before[home] ?? []
    while let block = pending.popLast() {
      guard seen.insert(block.index) else { continue }
      if let found = last(in: block, before: nil) {
        result.append(found)
      } else {
        pending += before[block] ?? []
      }
    }
    return result
  }

  /// Whether the result of one call went into another, through calls and copies.
  func makes(
    _ maker: ID<Operation>, of operation: ID<Operation>, besides others: Set<ID<Operation>> = []
  ) -> Bool {
    var seen = BitSet()
    var pending = facts.effect(operation).reads
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 64 else { continue }
      for found in facts.makers(of: place) {
        if found == maker { return true }
        if others.contains(found) { continue }
        if case .call = facts.effect(found) { pending += facts.effect(found).reads }
      }
    }
    return false
  }

  /// Whether a function of the project returns what it is given: `run(query)`.
  func isGivenBack(_ value: ID<Place>, by call: Call, at operation: ID<Operation>) -> Bool {
    context.program.targets(of: operation, in: id).functions.contains { target in
      let facts = context.facts.facts(of: target)
      return facts.function.parameters.indices.contains { index in
        guard call.argument(for: index, of: facts.function) == value else { return false }
        let parameter = facts.function.parameters[index].place
        return facts.function.blocks.values.contains { block in
          guard case .return(let place?) = block.terminator else { return false }
          return facts.origins(of: place).contains(parameter)
        }
      }
    }
  }

  /// The text of a SQL argument, also where it is wrapped: `text("SELECT ...")`, `` sql`...` ``.
  func sqlText(_ reference: PlaceReference, depth: Int = 3) -> String? {
    if let text = context.roles.reader.pattern(reference) { return text }
    guard depth > 0 else { return nil }
    for origin in context.facts.origins(of: reference) {
      let facts = context.facts.facts(of: origin.function)
      guard let maker = facts.definition(of: origin.place),
        case .call(let call) = facts.effect(maker), let first = call.arguments.first
      else { continue }
      let inner = PlaceReference(function: origin.function, place: first.value)
      if let text = sqlText(inner, depth: depth - 1) { return text }
    }
    return nil
  }
}

extension Role {
  /// Whether the role asks for, makes, changes or guards rows.
  var speaksOfRows: Bool {
    switch self {
    case .probe, .insert, .update, .query, .guard: true
    default: false
    }
  }

  var neverReturns: Bool { if case .neverReturns = self { true } else { false } }

  fileprivate var isInsert: Bool { if case .insert = self { true } else { false } }

  fileprivate var isAtomicInsert: Bool {
    if case .insert(let spec) = self { spec.isAtomic } else { false }
  }

  var isQuestion: Bool {
    switch self {
    case .probe, .query: true
    default: false
    }
  }

  var isUpdate: Bool { if case .update = self { true } else { false } }

  /// Whether what the call gives is its own answer, and not part of another's.
  var speaksForItself: Bool {
    switch self {
    case .probe, .insert, .update, .query: true
    default: false
    }
  }
}
