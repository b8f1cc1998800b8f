import Basis
import IR
import Linking
import RuleBook

// What an object or some closures share is lost when the function that takes it runs once more:
//
//     constructor(nodes) { nodes.on('gone', () => this.select()); }
//     select() { this.client = new Redis(this.next()); }       the one before goes on running
//     close() { this.client.disconnect(); }                    ends the newest one only
//
// A function that asks what is there, or ends it, before it takes the next one is right, and so is
// one that runs when the last one has come to its end.

/// Finds what a function takes for its object, or its closures, while they still hold the last one.
struct OverwrittenSlots {
  let context: CheckContext

  var program: Program { context.program }

  /// A place where something is taken into a slot that may be full, and what runs it again.
  struct Overwritten: Sendable {
    var function: ID<ProgramFunction>
    /// The function that runs it.
    var runner: ID<ProgramFunction>
    var maker: ID<Operation>
    var name: Symbol
    var noun: String
    /// The call by which the function runs again, or by which another one fills the slot before.
    var again: CallSite
    var isFilledBefore = false
  }

  /// All that is overwritten, by the function that does it.
  func find() -> [ID<ProgramFunction>: [Overwritten]] {
    var result: [ID<ProgramFunction>: [Overwritten]] = [:]
    var circles: [CircleKey: SlotCircle] = [:]
    let prototypes = prototypes()
    for function in program.functions.ids where mayTake(function) {
      for filling in fillings(of: function) {
        guard let key = key(of: filling, in: function, prototypes) else { continue }
        let circle = circles[key] ?? self.circle(of: key, prototypes)
        circles[key] = circle
        guard let overwritten = overwritten(filling, in: function, circle) else { continue }
        result[function, default: []].append(overwritten)
      }
    }
    return result
  }

  // MARK: What is taken

  /// Something that is taken and put where it outlives the call.
  struct Filling {
    var store: ID<Operation>
    var maker: ID<Operation>
    var slot: SharedSlot
  }

  private func mayTake(_ function: ID<ProgramFunction>) -> Bool {
    guard context.facts.fileKind(of: function) == .production else { return false }
    let body = program[function]
    guard body.kind != .constructor, body.kind != .module, body.kind != .fieldInitializer else {
      return false
    }
    return context.roles.kinds(in: function).contains(.acquire)
      || context.words(of: function).contains(.opening)
  }

  func fillings(of function: ID<ProgramFunction>) -> [Filling] {
    let facts = context.facts.facts(of: function)
    let alone = SlotCircle(context: context, members: [])
    let takers = HandleTakers(
      context: context, kinds: [.connection, .session, .client, .socket, .timer, .stream],
      isStrict: true)
    return facts.function.operations.ids.compactMap { operation in
      guard let (slot, value) = alone.store(operation, in: function),
        let maker = takers.taker(of: value, facts, function), isOwn(value, of: maker, facts),
        !isReadToItsEnd(maker, facts)
      else { return nil }
      return Filling(store: operation, maker: maker, slot: slot)
    }
  }

  /// Whether what is taken is a stream that ends when all of it was read.
  private func isReadToItsEnd(_ maker: ID<Operation>, _ facts: FunctionFacts) -> Bool {
    guard case .call(let call) = facts.effect(maker), let name = facts.name(of: call) else {
      return false
    }
    let words = Verbs.words(of: program.symbols[name])
    return words.contains("stream") && !words.contains("write")
  }

  private func isStream(_ filling: Filling, in function: ID<ProgramFunction>) -> Bool {
    guard case .call(let call) = context.facts.facts(of: function).effect(filling.maker) else {
      return false
    }
    return context.roles.roles(of: call, at: filling.maker, in: function).contains { role in
      guard case .acquire(let resource, _) = role else { return false }
      return context.roles.index.resources[resource].kind == .stream
    }
  }

  /// Whether the slot holds a file that is written, and nobody ever ends one, or hands it on.
  private func isNeverEnded(
    _ filling: Filling, in function: ID<ProgramFunction>, _ circle: SlotCircle
  ) -> Bool {
    let facts = context.facts.facts(of: function)
    guard case .field(let field) = filling.slot,
      case .call(let call) = facts.effect(filling.maker), let name = facts.name(of: call),
      Verbs.words(of: program.symbols[name]).contains("write")
    else { return false }
    return !program.functions.ids.contains { isSeenTo(field, in: $0) }
  }

  /// Whether a function does more with a field than write to it or listen to it.
  private func isSeenTo(_ field: Symbol, in function: ID<ProgramFunction>) -> Bool {
    let body = program[function]
    guard
      body.operations.values.contains(where: { operation in
        if case .load(field, _, _) = operation.effect { true } else { false }
      })
    else { return false }
    let facts = context.facts.facts(of: function)
    let behaviour = context.roles.index.behaviour
    return body.operations.values.contains { operation in
      guard case .load(field, _, let into) = operation.effect else { return false }
      return facts.uses(of: into).contains { use in
        guard case .call(let call) = facts.effect(use), case .method(let name, into) = call.callee
        else { return true }
        let text = program.symbols[name]
        return text != "write" && !behaviour.listeningMethods.contains(text)
      }
    }
  }

  /// Whether nobody else is given what is taken, or learns of it by what it is made of.
  private func isOwn(
    _ value: ID<Place>, of maker: ID<Operation>, _ facts: FunctionFacts
  ) -> Bool {
    let keeping = context.roles.index.behaviour.keepMethods
    let places = [value] + (facts.effect(maker).result.map { [$0] } ?? [])
    let isGiven = places.contains { place in
      facts.uses(of: place).contains { use in
        guard case .call(let call) = facts.effect(use),
          call.arguments.contains(where: { $0.value == place }), let name = facts.name(of: call)
        else {
          if case .storeElement(place, _, _) = facts.effect(use) { return true }
          if case .aggregate = facts.effect(use) { return true }
          return false
        }
        return keeping.contains(program.symbols[name])
      }
    }
    // What need not be waited for when the process ends was meant to be left.
    let isLeft = facts.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, let name = facts.name(of: call) else {
        return false
      }
      return context.roles.index.behaviour.leavingMethods.contains(program.symbols[name])
    }
    if isLeft { return false }
    guard case .call(let call) = facts.effect(maker), !isGiven else { return false }
    // What a list or a map hands out is somebody else's.
    return facts.name(of: call).map { !Verbs.isLookup(program.symbols[$0]) } ?? false
  }

  // MARK: Who shares it

  /// What functions share: an object of a class, one of a constructor function, or variables.
  enum CircleKey: Hashable {
    case type(ID<ProgramClass>)
    case made(PlaceReference)
    case around(ID<ProgramFunction>)
  }

  func key(
    of filling: Filling, in function: ID<ProgramFunction>,
    _ prototypes: [ID<ProgramFunction>: CircleKey]
  ) -> CircleKey? {
    switch filling.slot {
    case .variable(let root):
      return root.function == function ? nil : .around(root.function)
    case .field:
      var current = function
      while program[current].receiver == nil {
        guard let parent = program[current].parent else { return nil }
        current = program.id(of: parent, besides: current)
      }
      if let owner = program[current].owner {
        return .type(program.id(of: owner, in: program.functions[current].module))
      }
      if let known = prototypes[current] { return known }
      // `function Node() { this.on('input', () => { this.out = … }) }`
      while let parent = program[current].parent {
        let outer = program.id(of: parent, besides: current)
        if program.functions[outer].function == Module.body { break }
        if program[outer].receiver != nil, program[outer].kind == .function {
          return .around(outer)
        }
        current = outer
      }
      return nil
    }
  }

  func circle(
    of key: CircleKey, _ prototypes: [ID<ProgramFunction>: CircleKey]
  ) -> SlotCircle {
    let given = prototypes.filter { $0.value == key }.map(\.key)
    switch key {
    case .type(let type):
      let members = context.lineage(of: type).flatMap(program.methods)
      return SlotCircle(context: context, members: members + given)
    case .around(let function):
      return SlotCircle(context: context, members: [function], maker: function)
    case .made(let place):
      let facts = context.facts.facts(of: place.function)
      let maker = facts.makers(of: place.place).compactMap { maker -> ID<ProgramFunction>? in
        guard case .closure(let nested, _) = facts.effect(maker) else { return nil }
        return program.id(of: nested, besides: place.function)
      }.first
      return SlotCircle(
        context: context, members: given + (maker.map { [$0] } ?? []), maker: maker)
    }
  }

  /// What functions are members of that modules give to prototypes: `Client.prototype.open = open`.
  func prototypes() -> [ID<ProgramFunction>: CircleKey] {
    guard let prototype = program.symbols.lookup("prototype") else { return [:] }
    var result: [ID<ProgramFunction>: CircleKey] = [:]
    for module in program.modules.ids {
      let body = program.id(of: Module.body, in: module)
      guard
        program[body].operations.values.contains(where: { operation in
          if case .load(prototype, _, _) = operation.effect { true } else { false }
        })
      else { continue }
      let facts = context.facts.facts(of: body)
      for operation in facts.function.operations.values {
        guard case .store(let value, let object, let field) = operation.effect else { continue }
        if field == prototype {
          for member in members(ofObject: value, facts) {
            result[program.id(of: member, besides: body)] = key(of: object, in: body, facts)
          }
        }
        let owner = facts.makers(of: object).compactMap { maker -> ID<Place>? in
          if case .load(prototype, let root, _) = facts.effect(maker) { root } else { nil }
        }.first
        guard let owner else { continue }
        for case .function(let function) in program.values(of: value, in: body) {
          result[function] = key(of: owner, in: body, facts)
        }
      }
    }
    return result
  }

  /// The functions that an object literal has among its members.
  private func members(ofObject place: ID<Place>, _ facts: FunctionFacts) -> [ID<Function>] {
    facts.makers(of: place).flatMap { maker -> [ID<Function>] in
      guard case .aggregate(let aggregate, _) = facts.effect(maker) else { return [] }
      return aggregate.entries.flatMap { entry in
        facts.makers(of: entry.value).compactMap { making in
          if case .closure(let nested, _) = facts.effect(making) { nested } else { nil }
        }
      }
    }
  }

  private func key(
    of place: ID<Place>, in function: ID<ProgramFunction>, _ facts: FunctionFacts
  ) -> CircleKey {
    for value in program.values(of: place, in: function) {
      if case .classObject(let type) = value { return .type(type) }
      if case .function(let maker) = value, let parent = program[maker].parent,
        let made = context.closure(
          making: maker, in: program.id(of: parent, besides: maker)),
        let into = program[program.id(of: parent, besides: maker)].operations[made].effect.result
      {
        return .made(
          PlaceReference(function: program.id(of: parent, besides: maker), place: into))
      }
    }
    return .made(PlaceReference(function: function, place: facts.origins(of: place).first ?? place))
  }

  // MARK: Whether it is lost

  private func overwritten(
    _ filling: Filling, in function: ID<ProgramFunction>, _ circle: SlotCircle
  ) -> Overwritten? {
    let isEnded = circle.functions.contains { circle.releases(filling.slot, in: $0, depth: 0) }
    guard isEnded || isNeverEnded(filling, in: function, circle) else { return nil }
    // What the function itself empties again it has given to somebody.
    let isEmptied = program[function].operations.ids.contains { operation in
      guard operation > filling.store,
        let (slot, value) = circle.store(operation, in: function), slot == filling.slot
      else { return false }
      let literal = context.facts.facts(of: function).literal(of: value)
      return literal == .null || literal == .undefined
    }
    if isEmptied { return nil }
    // A file that is written at once is ended where it is opened.
    if isStream(filling, in: function), circle.releases(filling.slot, in: function) { return nil }
    let guards = SlotGuards(context: context, circle: circle, slot: filling.slot)
    guard !guards.isGuarded(filling.store, in: function) else { return nil }
    let runs = SlotRuns(context: context, circle: circle, guards: guards, filling: filling)
    let runner = runner(of: function)
    let next = runs.again(runner)
    guard let again = next ?? filledBefore(filling, in: function, circle, guards, runs) else {
      return nil
    }
    let facts = context.facts.facts(of: function)
    let name: Symbol? =
      switch filling.slot {
      case .field(let field): field
      case .variable(let root): program[root.function].places[root.place].name
      }
    guard let name else { return nil }
    return Overwritten(
      function: function, runner: runner, maker: filling.maker, name: name,
      noun: noun(of: filling.maker, in: function, facts), again: again,
      isFilledBefore: next == nil)
  }

  /// The function that runs what another one does: the executor of a promise runs where that is made.
  private func runner(of function: ID<ProgramFunction>) -> ID<ProgramFunction> {
    FunctionView(function, context: context).promise(of: function)?.function ?? function
  }

  /// Where another function fills the same slot, which this one does not know of: the constructor, or
  /// one that anybody may call before.
  private func filledBefore(
    _ filling: Filling, in function: ID<ProgramFunction>, _ circle: SlotCircle,
    _ guards: SlotGuards, _ runs: SlotRuns
  ) -> CallSite? {
    // What starts an object is its first, and what another method put there before it is told of.
    guard case .field = filling.slot, program[function].kind == .method,
      !runs.isOfStart(function), runs.isFree(function)
    else { return nil }
    for other in circle.functions where other != function {
      let kind = program[other].kind
      let isMade = kind == .constructor || kind == .fieldInitializer
      guard isMade || kind == .method && runs.isFree(other) && mayMeet(function, other) else {
        continue
      }
      let first = fillings(of: other).first { first in
        first.slot == filling.slot && (isMade || !guards.isGuarded(first.store, in: other))
      }
      if let first { return CallSite(function: other, operation: first.maker) }
    }
    return nil
  }

  /// Whether some object may have both methods called: nobody is seen to call the one, or somebody who
  /// does calls the other as well.
  private func mayMeet(_ method: ID<ProgramFunction>, _ other: ID<ProgramFunction>) -> Bool {
    let callers = program.callers(of: method).map(\.function)
    guard !callers.isEmpty else { return true }
    let others = Set(program.callers(of: other).map(\.function))
    return callers.contains { caller in
      var around = [caller]
      if let owner = program[caller].owner {
        let type = program.id(of: owner, in: program.functions[caller].module)
        around += context.lineage(of: type).flatMap(program.methods)
      }
      return context.withClosures(of: around).contains(where: others.contains)
    }
  }

  private func noun(
    of maker: ID<Operation>, in function: ID<ProgramFunction>, _ facts: FunctionFacts
  ) -> String {
    guard case .call(let call) = facts.effect(maker) else { return "handle" }
    for role in context.roles.roles(of: call, at: maker, in: function) {
      if case .acquire(let resource, _) = role {
        return context.roles.index.resources[resource].noun
      }
    }
    return "handle"
  }
}
