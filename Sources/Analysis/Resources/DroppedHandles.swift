import Basis
import IR
import Linking
import RuleBook

// An object keeps connections in a field of its own and closes them in one method. Another method
// forgets one and closes nothing:
//
//     def close(self):
//         for link in self.links.values(): link.close()
//
//     def send(self, host, data):
//         try: self.links[host].send(data)
//         except TimeoutError: del self.links[host]        still connected, and nobody knows it

/// Finds what objects of the program's classes take out of their fields without giving it back.
struct DroppedHandles {
  let context: CheckContext

  private var program: Program { context.program }
  private var takers: HandleTakers { HandleTakers(context: context) }

  /// Something that is put into a field, and where the field loses it.
  struct Dropped: Sendable {
    var function: ID<ProgramFunction>
    var maker: ID<Operation>
    var dropper: ID<ProgramFunction>
    var drop: ID<Operation>
    var field: Symbol
  }

  /// All that is dropped, by the function that takes it.
  func find() -> [ID<ProgramFunction>: [Dropped]] {
    var result: [ID<ProgramFunction>: [Dropped]] = [:]
    for type in program.classes.ids {
      for dropped in find(in: type) { result[dropped.function, default: []].append(dropped) }
    }
    return result
  }

  private func find(in type: ID<ProgramClass>) -> [Dropped] {
    let own = methods(of: type)
    guard own.contains(where: { context.facts.fileKind(of: $0) == .production }) else { return [] }
    var fields: Set<Symbol> = []
    var enders: Set<ID<ProgramFunction>> = []
    let family = context.lineage(of: type).flatMap(methods)
    for method in family where context.words(of: method).contains(.releasing) {
      let ended = fieldsEnded(by: method)
      fields.formUnion(ended)
      if !ended.isEmpty { enders.insert(method) }
    }
    guard !fields.isEmpty else { return [] }
    var seen: Set<Symbol> = []
    return own.filter { !enders.contains($0) && mayDrop($0) }.flatMap { method in
      drops(of: fields, by: method).compactMap { drop -> Dropped? in
        guard !seen.contains(drop.field),
          let store = lastStore(to: drop.field, keyed: drop.isElement, among: family)
        else { return nil }
        seen.insert(drop.field)
        return Dropped(
          function: store.function, maker: store.maker, dropper: method, drop: drop.operation,
          field: drop.field)
      }
    }
  }

  private func methods(of type: ID<ProgramClass>) -> [ID<ProgramFunction>] {
    let module = program.classes[type].module
    return program.type(type).members.filter { !$0.isStatic }
      .map { program.id(of: $0.function, in: module) }
  }

  // MARK: What is ended

  /// The fields of its object that a method gives back, themselves or what they hold.
  private func fieldsEnded(by method: ID<ProgramFunction>) -> Set<Symbol> {
    let facts = context.facts.facts(of: method)
    let verbs = Set(context.roles.index.behaviour.releaseMethods)
    return Set(
      facts.function.operations.values.compactMap { operation in
        guard case .call(let call) = operation.effect, !call.isImplicit,
          case .method(let name, let object) = call.callee,
          verbs.contains(program.symbols[name])
        else { return nil }
        return field(of: object, facts)
      })
  }

  /// The field of a method's own object that a place was read from, or from what is in it.
  private func field(of place: ID<Place>, _ facts: FunctionFacts, depth: Int = 4) -> Symbol? {
    guard depth > 0 else { return nil }
    for maker in facts.makers(of: place) {
      switch facts.effect(maker) {
      case .load(let field, let object, _) where object == facts.function.receiver: return field
      case .iterate(let list, _), .loadElement(let list, _, _):
        if let field = field(of: list, facts, depth: depth - 1) { return field }
      case .call(let call):
        let lists = context.roles.index.behaviour.listingMethods
        guard let name = facts.name(of: call), lists.contains(program.symbols[name]) else {
          continue
        }
        for part in (call.receiver.map { [$0] } ?? []) + call.arguments.map(\.value) {
          if let field = field(of: part, facts, depth: depth - 1) { return field }
        }
      default: continue
      }
    }
    return nil
  }

  // MARK: What is dropped

  private struct Drop {
    var operation: ID<Operation>
    var field: Symbol
    var isElement: Bool
  }

  /// Whether a method is none that is told of an end, gives anything back, or begins anew.
  private func mayDrop(_ method: ID<ProgramFunction>) -> Bool {
    let function = program[method]
    guard function.kind == .method, function.receiver != nil, !givesBack(method),
      !context.words(of: method).contains(.closuresGiveBack)
    else { return false }
    let words = Verbs.words(of: program.symbols[function.name])
    let partings = context.roles.index.behaviour.partingWords
    guard words.allSatisfy({ !partings.contains($0) }), !isGivenAway(method) else { return false }
    // What the constructor calls sets a field for the first time.
    if program.callers(of: method).contains(where: { program[$0.function].kind == .constructor }) {
      return false
    }
    // What a method of a few lines drops its caller may have closed.
    if function.operations.count > Self.small { return true }
    return program.callers(of: method).allSatisfy { !givesBack($0.function) }
  }

  private static let small = 16

  /// Whether a function calls anything by a name that says it gives something back.
  private func givesBack(_ function: ID<ProgramFunction>) -> Bool {
    let facts = context.facts.facts(of: function)
    return facts.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, !call.isImplicit,
        let name = facts.name(of: call)
      else { return false }
      return !context.words[name].isDisjoint(with: [.releasing, .releaser, .stopping, .ending])
    }
  }

  /// Whether a method is read as a value: somebody else calls it, when whatever has happened.
  private func isGivenAway(_ method: ID<ProgramFunction>) -> Bool {
    let name = program[method].name
    let module = program.modules[program.functions[method].module]
    return module.functions.values.contains { function in
      function.operations.values.contains { operation in
        if case .load(name, _, _) = operation.effect { true } else { false }
      }
    }
  }

  private func drops(of fields: Set<Symbol>, by method: ID<ProgramFunction>) -> [Drop] {
    let facts = context.facts.facts(of: method)
    return facts.function.operations.ids.compactMap { operation -> Drop? in
      guard let drop = drop(of: fields, at: operation, facts),
        !isTouched(drop.field, besides: operation, facts), !isOfLoss(operation, facts)
      else { return nil }
      return drop
    }
  }

  private func drop(
    of fields: Set<Symbol>, at operation: ID<Operation>, _ facts: FunctionFacts
  ) -> Drop? {
    switch facts.effect(operation) {
    case .store(let value, let object, let field):
      guard object == facts.function.receiver, fields.contains(field), isNothing(value, facts)
      else { return nil }
      return Drop(operation: operation, field: field, isElement: false)
    case .storeElement(let value, let list, _):
      guard isNothing(value, facts), let field = field(of: list, facts), fields.contains(field)
      else { return nil }
      return Drop(operation: operation, field: field, isElement: true)
    case .call(let call):
      guard case .method(let name, let list) = call.callee, !call.isImplicit,
        context.roles.index.behaviour.droppingMethods.contains(program.symbols[name]),
        !call.arguments.isEmpty, let field = field(of: list, facts), fields.contains(field),
        isIgnored(call.result, facts)
      else { return nil }
      return Drop(operation: operation, field: field, isElement: true)
    default: return nil
    }
  }

  private func isNothing(_ place: ID<Place>, _ facts: FunctionFacts) -> Bool {
    let literal = facts.literal(of: place)
    return literal == .null || literal == .undefined
  }

  private func isIgnored(_ place: ID<Place>, _ facts: FunctionFacts) -> Bool {
    facts.uses(of: place).isEmpty
      && !facts.function.blocks.values.contains { block in
        switch block.terminator {
        case .return(let value): value == place
        case .branch(let condition, _, _): condition.subject == place
        default: false
        }
      }
  }

  /// Whether a method asks what a field holds for its state, or gives it to anybody, or fills it.
  private func isTouched(
    _ field: Symbol, besides drop: ID<Operation>, _ facts: FunctionFacts
  ) -> Bool {
    let members = context.roles.index.behaviour
    let states = Set(members.releasedMembers + members.heldMembers)
    return facts.function.operations.ids.contains { operation in
      guard operation != drop else { return false }
      switch facts.effect(operation) {
      case .store(let value, let object, let other):
        if object == facts.function.receiver, other == field { return true }
        return self.field(of: value, facts) == field
      case .storeElement(let value, let list, _):
        return self.field(of: list, facts) == field || self.field(of: value, facts) == field
      case .load(let member, let object, _):
        return states.contains(program.symbols[member]) && self.field(of: object, facts) == field
      case .call(let call):
        if call.arguments.contains(where: { self.field(of: $0.value, facts) == field }) {
          return true
        }
        guard case .method(let name, let object) = call.callee else { return false }
        return states.contains(program.symbols[name]) && self.field(of: object, facts) == field
      case .yield(let value?, _, false): return self.field(of: value, facts) == field
      default: return false
      }
    }
      || facts.function.blocks.values.contains { block in
        guard case .return(let value?) = block.terminator else { return false }
        return self.field(of: value, facts) == field
      }
  }

  /// Whether something is dropped where a handler has caught that it is gone: `ConnectionClosed`.
  private func isOfLoss(_ drop: ID<Operation>, _ facts: FunctionFacts) -> Bool {
    let partings = context.roles.index.behaviour.partingWords
    let losses = context.roles.index.behaviour.systemErrors
    return facts.function.operations.values.contains { operation in
      guard case .caught(let types, _) = operation.effect else { return false }
      return types.contains { type in
        guard let name = facts.name(of: type) else { return false }
        let text = program.symbols[name]
        return losses.contains(text) || Verbs.words(of: text).contains(where: partings.contains)
      }
    }
  }

  // MARK: What is kept

  private struct Store {
    var function: ID<ProgramFunction>
    var maker: ID<Operation>
  }

  /// The last place where something that is taken is put into a field, or into what it holds.
  private func lastStore(
    to field: Symbol, keyed isElement: Bool, among methods: [ID<ProgramFunction>]
  ) -> Store? {
    for method in methods.reversed() {
      let facts = context.facts.facts(of: method)
      for operation in facts.function.operations.ids.reversed() {
        let value: ID<Place>
        switch facts.effect(operation) {
        case .store(let stored, let object, field)
        where !isElement && object == facts.function.receiver: value = stored
        case .storeElement(let stored, let list, _)
        where isElement && self.field(of: list, facts) == field: value = stored
        default: continue
        }
        if let maker = takers.taker(of: value, facts, method) {
          return Store(function: method, maker: maker)
        }
      }
    }
    return nil
  }
}
