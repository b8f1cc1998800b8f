import Basis
import IR
import Linking
import RuleBook

// What stands around a function: the transaction that runs it as a callback, the lock that all of
// its callers take first, the handler around the call of it.
//
//     await withLock(key, async () => { if (!(await find())) await create() })
//     @router.post(...)  ->  service.book()  ->  repository.book()
//
// A guard counts if it is there on every way in; a function that nobody is seen to call has none.

/// The guards around functions, looked for up the calls.
struct RaceSurroundings {
  let context: CheckContext
  let races: RaceFacts
  /// What was found so far: callers share theirs, and their number multiplies with each step up.
  private let known = Known()

  init(context: CheckContext, races: RaceFacts) {
    self.context = context
    self.races = races
  }

  private final class Known {
    var protections: [Question: RaceGuards.Protection] = [:]
  }

  /// A function, and how many calls up it is asked about.
  private struct Question: Hashable {
    var function: ID<ProgramFunction>
    var depth: Int
  }

  private var program: Program { context.program }

  /// A call by which a function runs.
  private struct Way {
    var function: ID<ProgramFunction>
    var operation: ID<Operation>
    /// Whether the call is given the function to run it, and does not call it itself.
    var isGiven = false
  }

  /// Guards in force whenever a function runs.
  ///
  /// A helper that calls what it is given under a lock is one that takes the lock, even if it has a
  /// way without it: where the server of locks is not configured.
  func protection(
    of function: ID<ProgramFunction>, depth: Int = 5
  ) -> RaceGuards.Protection {
    let question = Question(function: function, depth: depth)
    if let found = known.protections[question] { return found }
    let found = findProtection(of: function, depth: depth)
    known.protections[question] = found
    return found
  }

  private func findProtection(
    of function: ID<ProgramFunction>, depth: Int
  ) -> RaceGuards.Protection {
    guard depth > 0 else { return .none(seeming: nil) }
    if isLockedByDecorator(function) { return .full }
    let ways = ways(into: function)
    guard !ways.isEmpty else { return .none(seeming: nil) }
    var seeming: SeemingGuard?
    var open: Set<ID<ProgramFunction>> = []
    var locked: Set<ID<ProgramFunction>> = []
    for way in ways {
      switch protection(at: way, depth: depth) {
      case .full where callsParameter(at: way): locked.insert(way.function)
      case .full: continue
      case .none where givesAwayUnderLock(way): locked.insert(way.function)
      case .none(let kind):
        open.insert(way.function)
        seeming = seeming ?? kind
      }
    }
    return open.isSubset(of: locked) ? .full : .none(seeming: seeming)
  }

  /// Whether a call is one of a function that the caller was given itself.
  private func callsParameter(at way: Way) -> Bool {
    let facts = context.facts.facts(of: way.function)
    guard case .call(let call) = facts.effect(way.operation), case .value(let callee) = call.callee
    else { return false }
    return facts.origins(of: callee).contains { facts.function.places[$0].kind == .parameter }
  }

  /// Whether a function that calls what it was given has another way, on which it gives that to what
  /// runs it alone: `if (isTransaction(db)) return work(db); return db.transaction(work)`.
  private func givesAwayUnderLock(_ way: Way) -> Bool {
    let facts = context.facts.facts(of: way.function)
    guard case .call(let call) = facts.effect(way.operation), case .value(let callee) = call.callee,
      let given = facts.origins(of: callee).first(where: {
        facts.function.places[$0].kind == .parameter
      })
    else { return false }
    if gives(given, underLockIn: way.function) { return true }
    return facts.function.operations.ids.contains { operation in
      guard case .closure(let inner, _) = facts.effect(operation) else { return false }
      let id = program.id(of: inner, besides: way.function)
      return program[id].captures.contains {
        $0.outer == given && gives($0.inner, underLockIn: id)
      }
    }
  }

  private func gives(_ place: ID<Place>, underLockIn function: ID<ProgramFunction>) -> Bool {
    let facts = context.facts.facts(of: function)
    return races.events[function]?.guards.contains { guarding in
      guard [.lock, .serializable].contains(guarding.kind),
        case .call(let call) = facts.effect(guarding.operation)
      else { return false }
      return call.arguments.contains { facts.origins(of: $0.value).contains(place) }
    } ?? false
  }

  private func protection(at way: Way, depth: Int) -> RaceGuards.Protection {
    let events = races.events[way.function] ?? RaceEvents()
    var seeming: SeemingGuard?
    // What a call of several functions locks is locked by one of the others.
    let taken = way.isGiven ? events.guards.filter { $0.operation == way.operation } : []
    for kind in taken.map(\.kind) + decorating(way) {
      if kind == .lock || kind == .serializable { return .full }
      if kind != .conflictClause {
        seeming = SeemingGuard(
          kind: kind, site: RaceSite(way.operation, in: way.function, context))
      }
    }
    if !events.guards.isEmpty || !events.writes.isEmpty || !events.removals.isEmpty {
      let view = RaceView(way.function, context: context)
      let guards = RaceGuards(view: view, events: events)
      if guards.isClaimed(before: way.operation) { return .full }
      switch guards.protection(of: nil, at: way.operation) {
      case .full: return .full
      case .none(let kind): seeming = seeming ?? kind
      }
    }
    switch protection(of: way.function, depth: depth - 1) {
    case .full: return .full
    case .none(let kind): return .none(seeming: seeming ?? kind)
    }
  }

  /// The guards that a decorator stands for: `@lock("x")` is called with the function.
  private func decorating(_ way: Way) -> [GuardSpec.Kind] {
    let facts = context.facts.facts(of: way.function)
    guard case .call(let call) = facts.effect(way.operation), call.isImplicit,
      case .value(let decorator) = call.callee
    else { return [] }
    return facts.makers(of: decorator).flatMap { maker -> [GuardSpec.Kind] in
      guard case .call(let made) = facts.effect(maker) else { return [] }
      return context.roles.roles(of: made, at: maker, in: way.function).compactMap { role in
        if case .guard(let spec) = role { spec.kind } else { nil }
      }
    }
  }

  /// Whether every caller expects the violation.
  func isHandled(_ function: ID<ProgramFunction>) -> Bool {
    isInside(function, depth: 3) { $0.handles($1) }
  }

  /// Whether every caller rolls back when something fails, and goes on.
  func isRolledBack(_ function: ID<ProgramFunction>) -> Bool {
    isInside(function, depth: 3) { $0.rollsBack($1) }
  }

  /// Whether somebody expects that the database refuses an insert: here, or around each call.
  func expectsRefusal(of insertion: Insertion, _ guards: RaceGuards) -> Bool {
    let handlers = ViolationHandlers(view: guards.view, events: guards.events)
    return guards.isHandled(insertion) || handlers.rollsBack(insertion.operation)
      || isHandled(guards.view.id) || isRolledBack(guards.view.id)
  }

  /// Whether a transaction is begun in a function, or around it.
  func isInTransaction(_ function: ID<ProgramFunction>) -> Bool {
    if races.events[function]?.guards.contains(where: { $0.kind == .transaction }) ?? false {
      return true
    }
    if case .none(let seeming) = protection(of: function) { return seeming?.kind == .transaction }
    return false
  }

  /// Whether everybody who calls a function gives it a row of his own making at a parameter, or calls
  /// it on one: nobody else knows of that row yet.
  func areOwnRows(
    givenAs place: ID<Place>, to function: ID<ProgramFunction>, depth: Int = 3
  ) -> Bool {
    let ways = ways(into: function)
    guard depth > 0, !ways.isEmpty else { return false }
    let body = program[function]
    let index = body.parameters.firstIndex { $0.place == place }
    return ways.allSatisfy { way in
      let view = RaceView(way.function, context: context)
      guard !way.isGiven, case .call(let call) = view.facts.effect(way.operation),
        let given = index.map({ call.argument(for: $0, of: body) }) ?? call.receiver
      else { return false }
      let guards = RaceGuards(view: view, events: races.events[way.function] ?? RaceEvents())
      if guards.isOwnRow(given, before: way.operation) { return true }
      return view.facts.origins(of: given).contains { origin in
        guards.isGiven(origin) && areOwnRows(givenAs: origin, to: way.function, depth: depth - 1)
      }
    }
  }

  /// Whether each way into a function comes through a handler of a kind.
  private func isInside(
    _ function: ID<ProgramFunction>, depth: Int,
    _ handles: (ViolationHandlers, ID<Operation>) -> Bool
  ) -> Bool {
    let ways = ways(into: function)
    guard depth > 0 else { return false }
    if isRunAgain(function) { return true }
    return !ways.isEmpty
      && ways.allSatisfy { way in
        let view = RaceView(way.function, context: context)
        let events = races.events[way.function] ?? RaceEvents()
        return handles(ViolationHandlers(view: view, events: events), way.operation)
          || isInside(way.function, depth: depth - 1, handles)
      }
  }

  /// Whether a decorator runs a function again when it meets a violation:
  /// `@retry(retry=retry_if_exception_type(IntegrityError))`.
  private func isRunAgain(_ function: ID<ProgramFunction>) -> Bool {
    guard !program[function].decorators.isEmpty else { return false }
    return givenTo(function).contains { way in
      let facts = context.facts.facts(of: way.function)
      guard case .call(let call) = facts.effect(way.operation), call.isImplicit,
        case .value(let decorator) = call.callee
      else { return false }
      return facts.makers(of: decorator).contains { maker in
        guard case .call(let made) = facts.effect(maker) else { return false }
        return RegisteredHandlers.names(made, in: way.function, context)
      }
    }
  }

  // MARK: Ways in

  /// The calls of a function, and those that it is given to.
  private func ways(into function: ID<ProgramFunction>) -> [Way] {
    // A test calls what it wants as it wants.
    let isTest = context.facts.fileKind(of: function) == .test
    let calls = program.callers(of: function).filter {
      isTest || context.facts.fileKind(of: $0.function) != .test
    }
    if !calls.isEmpty {
      return calls.map { Way(function: $0.function, operation: $0.operation) }
    }
    let inherited = calledByBases(function)
    return inherited.isEmpty ? givenTo(function) : inherited
  }

  /// The calls by which a base class runs what its subclasses define: `self.run_impl(...)`.
  private func calledByBases(_ function: ID<ProgramFunction>) -> [Way] {
    let entities = EntityReader(context: context)
    let module = program.functions[function].module
    guard let owner = entities.owner(of: function),
      let member = program.type(owner).members.first(where: {
        program.id(of: $0.function, in: module) == function
      })
    else { return [] }
    return context.lineage(of: owner).dropFirst().flatMap { base in
      program.type(base).members.flatMap { method -> [Way] in
        let id = program.id(of: method.function, in: program.classes[base].module)
        let facts = context.facts.facts(of: id)
        return facts.function.operations.ids.compactMap { operation in
          guard case .call(let call) = facts.effect(operation),
            case .method(member.name, let receiver) = call.callee,
            receiver == facts.function.receiver
          else { return nil }
          return Way(function: id, operation: operation)
        }
      }
    }
  }

  private func givenTo(_ function: ID<ProgramFunction>) -> [Way] {
    guard let parent = program[function].parent else { return [] }
    let outer = program.id(of: parent, besides: function)
    let facts = context.facts.facts(of: outer)
    var calls: Set<ID<Operation>> = []
    var seen = BitSet()
    var pending = facts.places(ofClosure: program.functions[function].function)
    while let place = pending.popLast() {
      guard seen.insert(place.index) else { continue }
      for use in facts.uses(of: place) {
        switch facts.effect(use) {
        case .copy(_, let copy), .await(_, let copy): pending.append(copy)
        case .call(let call) where call.arguments.contains { $0.value == place }: calls.insert(use)
        default: continue
        }
      }
    }
    return calls.sorted().map { Way(function: outer, operation: $0, isGiven: true) }
  }
}
