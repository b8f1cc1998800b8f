import Basis
import IR
import Linking
import RuleBook

/// What keeps a value from one call to the next: a field of an object, or a variable that the
/// functions written around it share.
enum SharedSlot: Hashable, Sendable {
  case field(Symbol)
  case variable(PlaceReference)
}

/// The functions that share an object or variables, and what they do with them.
struct SlotCircle {
  let context: CheckContext
  /// All of them, with those that are written in them.
  let functions: [ID<ProgramFunction>]
  /// The function that makes them, where none of a class does: all is new when it runs again.
  let maker: ID<ProgramFunction>?
  /// Those that the others call on the object, or by a variable; by name.
  private let named: [Symbol: [ID<ProgramFunction>]]

  private var program: Program { context.program }

  init(
    context: CheckContext, members: [ID<ProgramFunction>], maker: ID<ProgramFunction>? = nil
  ) {
    self.context = context
    self.maker = maker
    functions = context.withClosures(of: members)
    var named: [Symbol: [ID<ProgramFunction>]] = [:]
    for function in functions {
      for name in context.names(of: function) { named[name, default: []].append(function) }
    }
    self.named = named
  }

  /// The slot that a place was read from, or is.
  func slot(of place: ID<Place>, in function: ID<ProgramFunction>, depth: Int = 4) -> SharedSlot? {
    let facts = context.facts.facts(of: function)
    if case .captured = facts.function.places[place].kind,
      let root = shared(place, in: function)
    {
      return .variable(root)
    }
    guard depth > 0 else { return nil }
    for definition in facts.definitions(of: place) {
      switch facts.effect(definition) {
      case .load(let field, let object, _) where isObject(object, in: function):
        return .field(field)
      case .copy(let source, _), .await(let source, _):
        if let slot = slot(of: source, in: function, depth: depth - 1) { return slot }
      default: continue
      }
    }
    return shared(place, in: function).map { .variable($0) }
  }

  /// The variable, of a function or one around it, that a place stands for.
  private func shared(
    _ place: ID<Place>, in function: ID<ProgramFunction>
  ) -> PlaceReference? {
    switch program[function].places[place].kind {
    case .captured, .local: break
    case .parameter, .receiver, .temporary, .global, .exception: return nil
    }
    return program.variable(behind: PlaceReference(function: function, place: place))
  }

  /// Whether a place is the object itself, under whatever name: `const self = this`.
  func isObject(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Bool {
    if context.facts.isReceiver(place, in: function) { return true }
    let facts = context.facts.facts(of: function)
    let origins = facts.origins(of: place)
    guard let origin = origins.first, origins.count == 1 else { return false }
    if origin != place { return context.facts.isReceiver(origin, in: function) }
    guard case .captured = facts.function.places[place].kind else { return false }
    let root = program.variable(behind: PlaceReference(function: function, place: place))
    return context.facts.facts(of: root.function).origins(of: root.place)
      .allSatisfy { context.facts.isReceiver($0, in: root.function) }
  }

  /// The slot that an operation fills, and with what.
  func store(
    _ operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> (slot: SharedSlot, value: ID<Place>)? {
    switch program[function].operations[operation].effect {
    case .store(let value, let object, let field):
      return isObject(object, in: function) ? (.field(field), value) : nil
    case .copy(let value, let into):
      return shared(into, in: function).map { (.variable($0), value) }
    case .literal(_, let into):
      return shared(into, in: function).map { (.variable($0), into) }
    default: return nil
    }
  }

  /// The slot that an operation reads.
  func load(_ operation: ID<Operation>, in function: ID<ProgramFunction>) -> [SharedSlot] {
    let effect = program[function].operations[operation].effect
    if case .load(let field, let object, _) = effect {
      return isObject(object, in: function) ? [.field(field)] : []
    }
    return effect.reads.compactMap { shared($0, in: function).map { .variable($0) } }
  }

  /// The functions of the circle that a call of one of them reaches.
  func callees(of call: Call, in function: ID<ProgramFunction>) -> [ID<ProgramFunction>] {
    switch call.callee {
    case .method(let name, let object):
      return isObject(object, in: function) ? named[name] ?? [] : []
    case .value(let callee):
      let facts = context.facts.facts(of: function)
      return facts.name(of: callee).flatMap { named[$0] } ?? []
    case .superconstructor, .supermethod: return []
    }
  }

  /// Whether a function, or one that it calls, gives back what a slot holds.
  func releases(
    _ slot: SharedSlot, in function: ID<ProgramFunction>, depth: Int = 2
  ) -> Bool {
    let facts = context.facts.facts(of: function)
    return facts.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, !call.isImplicit else { return false }
      if isRelease(call, of: slot, in: function, facts) { return true }
      return depth > 0
        && callees(of: call, in: function).contains { callee in
          callee != function && releases(slot, in: callee, depth: depth - 1)
        }
    }
  }

  private func isRelease(
    _ call: Call, of slot: SharedSlot, in function: ID<ProgramFunction>, _ facts: FunctionFacts
  ) -> Bool {
    guard let name = facts.name(of: call) else { return false }
    let text = program.symbols[name]
    if case .method(_, let object) = call.callee, self.slot(of: object, in: function) == slot {
      return Verbs.speak(of: context.roles.index.behaviour.releaseMethods, in: text)
        || Verbs.areStopping(Verbs.words(of: text))
    }
    return Verbs.areStopping(Verbs.words(of: text))
      && call.arguments.contains { self.slot(of: $0.value, in: function) == slot }
  }
}

extension CheckContext {
  /// Functions with all that are written in them.
  func withClosures(of functions: [ID<ProgramFunction>]) -> [ID<ProgramFunction>] {
    var result: [ID<ProgramFunction>] = []
    var pending = functions
    var seen: Set<ID<ProgramFunction>> = []
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      result.append(next)
      for operation in program[next].operations.values {
        guard case .closure(let nested, _) = operation.effect else { continue }
        pending.append(program.id(of: nested, besides: next))
      }
    }
    return result.sorted()
  }

  /// The names by which others call a function: its own, and that of what it is put into.
  func names(of function: ID<ProgramFunction>) -> Set<Symbol> {
    let body = program[function]
    var result: Set<Symbol> = [body.name]
    guard body.owner == nil, let parent = body.parent else { return result }
    let outer = facts.facts(of: program.id(of: parent, besides: function))
    let made = outer.function.operations.values.compactMap { operation -> ID<Place>? in
      guard case .closure(let nested, let into) = operation.effect,
        program.id(of: nested, besides: function) == function
      else { return nil }
      return into
    }
    for place in made {
      for use in outer.uses(of: place) {
        switch outer.effect(use) {
        case .store(_, _, let field): result.insert(field)
        case .copy(_, let into):
          if let name = outer.function.places[into].name { result.insert(name) }
        default: continue
        }
      }
    }
    return result
  }
}
