import Basis
import IR
import Linking
import RuleBook

/// Tells what makes a function that fills a slot run again, while what it took first is in use.
struct SlotRuns {
  let context: CheckContext
  let circle: SlotCircle
  let guards: SlotGuards
  let filling: OverwrittenSlots.Filling

  private var program: Program { context.program }
  private var behaviour: BehaviourSpec { context.roles.index.behaviour }

  /// How often a way into the function is taken: when the object starts, by whoever calls, or with
  /// everything that happens.
  private enum Frequency { case once, byCall, again }

  private struct Entry: Hashable {
    var site: CallSite
    var frequency: Frequency
  }

  /// The call by which a function runs while what it took before is still held.
  func again(_ function: ID<ProgramFunction>) -> CallSite? {
    var seen: Set<ID<ProgramFunction>> = []
    let entries = Set(entries(of: function, from: function, seen: &seen))
    let sorted = entries.sorted {
      ($0.site.function, $0.site.operation) < ($1.site.function, $1.site.operation)
    }
    if let often = sorted.first(where: { $0.frequency == .again }) { return often.site }
    let called = sorted.first { $0.frequency == .byCall && $0.site.function != function }
    return called?.site
  }

  /// Whether nobody of the circle calls a function or hands it on, and it is of no end: others may
  /// call it whenever they like.
  func isFree(_ function: ID<ProgramFunction>) -> Bool {
    let words = Verbs.words(of: program.symbols[program[function].name])
    return !isParting(words) && registrations(of: function).isEmpty
      && !sites(of: function).contains { circle.functions.contains($0.function) }
  }

  /// Whether a function's name says that an object begins by it.
  func isOfStart(_ function: ID<ProgramFunction>) -> Bool {
    let words = Verbs.words(of: program.symbols[program[function].name])
    return areOfStart(words) || Verbs.areOpening(words)
  }

  private func entries(
    of function: ID<ProgramFunction>, from filler: ID<ProgramFunction>,
    seen: inout Set<ID<ProgramFunction>>
  ) -> [Entry] {
    guard seen.insert(function).inserted, seen.count < 12 else { return [] }
    let body = program[function]
    let isMaker = function == circle.maker || body.kind == .constructor
    if isMaker || body.kind == .module || body.kind == .fieldInitializer {
      return [Entry(site: CallSite(function: function, operation: ID(0)), frequency: .once)]
    }
    let names = context.names(of: function).map { Verbs.words(of: program.symbols[$0]) }
    if names.contains(where: isParting) { return [] }
    if function != filler, names.contains(where: areOfStart) {
      return [Entry(site: CallSite(function: function, operation: ID(0)), frequency: .once)]
    }
    var result: [Entry] = []
    var isReached = false
    for registration in registrations(of: function) {
      isReached = true
      result += entries(registering: registration, filler, seen: &seen)
    }
    for site in sites(of: function) {
      isReached = true
      result += entries(calling: function, at: site, filler, seen: &seen)
    }
    if !isReached || body.kind == .method { result += own(function, names, isReached) }
    return result
  }

  /// The ways into a function that a call of it stands in.
  private func entries(
    calling function: ID<ProgramFunction>, at site: CallSite, _ filler: ID<ProgramFunction>,
    seen: inout Set<ID<ProgramFunction>>
  ) -> [Entry] {
    guard !isWithin(site.function, filler), context.facts.fileKind(of: site.function) == .production
    else { return [] }
    // How often others call it nobody can tell from here.
    guard circle.functions.contains(site.function) else {
      return [Entry(site: site, frequency: .once)]
    }
    if guards.isGuarded(site.operation, in: site.function)
      || guards.isFlagged(site.operation, in: site.function, calling: function)
    {
      return []
    }
    if isRepeated(site) { return [Entry(site: site, frequency: .again)] }
    let isStart = function == filler && isStart(of: filler) && !isRestart(site.function)
    return entries(of: site.function, from: filler, seen: &seen).map { entry in
      // An object starts once, whoever has it start.
      let frequency = isStart && entry.frequency == .byCall ? .once : entry.frequency
      return Entry(site: site, frequency: frequency)
    }
  }

  /// The ways into a function that somebody is given.
  private func entries(
    registering registration: Registration, _ filler: ID<ProgramFunction>,
    seen: inout Set<ID<ProgramFunction>>
  ) -> [Entry] {
    // What is listened to there is mostly what the function took: the new one speaks for itself.
    if isWithin(registration.site.function, filler) || isOwnTimer(registration.site) { return [] }
    switch registration.kind {
    case .parting: return []
    case .again: return [Entry(site: registration.site, frequency: .again)]
    case .passing:
      guard circle.functions.contains(registration.site.function) else {
        return [Entry(site: registration.site, frequency: .once)]
      }
      if guards.isGuarded(registration.site.operation, in: registration.site.function) { return [] }
      return entries(of: registration.site.function, from: filler, seen: &seen)
    }
  }

  /// Whether a call fills the slot itself: a timer whose callback sets the next has gone off.
  private func isOwnTimer(_ site: CallSite) -> Bool {
    let facts = context.facts.facts(of: site.function)
    return facts.function.operations.ids.contains { operation in
      guard let (slot, value) = circle.store(operation, in: site.function) else { return false }
      return slot == filling.slot && facts.makers(of: value).contains(site.operation)
    }
  }

  /// Whether a function is another, or is written in it.
  private func isWithin(
    _ function: ID<ProgramFunction>, _ outer: ID<ProgramFunction>
  ) -> Bool {
    var current = function
    while current != outer {
      guard let parent = program[current].parent else { return false }
      current = program.id(of: parent, besides: current)
    }
    return true
  }

  // MARK: Ways in

  /// How a function that the program does not call comes to run, by its name.
  private func own(
    _ function: ID<ProgramFunction>, _ names: [[String]], _ isReached: Bool
  ) -> [Entry] {
    let site = CallSite(function: function, operation: ID(0))
    let isStart =
      names.contains(where: areOfStart)
      || names.contains { behaviour.startNames.map(Verbs.words).contains($0) }
    if isStart { return isReached ? [] : [Entry(site: site, frequency: .once)] }
    let isHandler = names.contains { $0.count > 1 && ["on", "handle"].contains($0[0]) }
    if isHandler { return isReached ? [] : [Entry(site: site, frequency: .again)] }
    return isReached ? [] : [Entry(site: site, frequency: .byCall)]
  }

  /// Whether a function is called when its object starts: `init`, `startPolling`, but not `connect`.
  private func isStart(of function: ID<ProgramFunction>) -> Bool {
    let words = Verbs.words(of: program.symbols[program[function].name])
    return !Verbs.areOpening(words) && areOfStart(words)
  }

  /// Whether a function's name says that what runs is to run anew: `restart`, `reloadAll`.
  private func isRestart(_ function: ID<ProgramFunction>) -> Bool {
    let verbs = ["restart", "reload", "refresh", "renew", "reinit", "reinitialize", "reschedule"]
    return Verbs.words(of: program.symbols[program[function].name]).first.map(verbs.contains)
      ?? false
  }

  private func areOfStart(_ words: [String]) -> Bool { Verbs.areOfStart(words, behaviour) }

  private func isParting(_ words: [String]) -> Bool {
    if areOfStart(words) { return false }
    return words.contains {
      behaviour.partingWords.contains($0) || behaviour.failureWords.contains($0)
    }
  }

  private func isRepeated(_ site: CallSite) -> Bool {
    let facts = context.facts.facts(of: site.function)
    let block = facts.block(of: site.operation)
    return FlowShape(facts.function).cycle(of: block).contains(block.index)
  }

  /// The calls of a function by those that share its object or variables, and by others.
  private func sites(of function: ID<ProgramFunction>) -> [CallSite] {
    var result = Set(program.callers(of: function))
    for caller in circle.functions {
      for operation in program[caller].operations.ids {
        guard case .call(let call) = program[caller].operations[operation].effect,
          circle.callees(of: call, in: caller).contains(function)
        else { continue }
        result.insert(CallSite(function: caller, operation: operation))
      }
    }
    return result.sorted { ($0.function, $0.operation) < ($1.function, $1.operation) }
  }

  // MARK: Registrations

  private struct Registration {
    enum Kind { case parting, again, passing }
    var site: CallSite
    var kind: Kind
  }

  /// The calls that are given a function, as it is written or by its name.
  private func registrations(of function: ID<ProgramFunction>) -> [Registration] {
    var result: [Registration] = []
    let names = context.names(of: function)
    for outer in circle.functions {
      let facts = context.facts.facts(of: outer)
      for operation in facts.function.operations.ids {
        guard case .call(let call) = facts.effect(operation), !call.isImplicit else { continue }
        for argument in call.arguments
        where stands(argument.value, for: function, names, in: outer, facts) {
          let site = CallSite(function: outer, operation: operation)
          result.append(Registration(site: site, kind: kind(of: call, facts)))
        }
      }
    }
    return result
  }

  /// Whether an argument is a function: written in place, a method read off the object, or bound.
  private func stands(
    _ place: ID<Place>, for function: ID<ProgramFunction>, _ names: Set<Symbol>,
    in outer: ID<ProgramFunction>, _ facts: FunctionFacts
  ) -> Bool {
    if case .captured = facts.function.places[place].kind,
      let name = facts.function.places[place].name, program[function].owner == nil
    {
      return names.contains(name) && program[function].kind != .method
        && program.values(of: place, in: outer).contains(.function(function))
    }
    return facts.makers(of: place).contains { maker in
      switch facts.effect(maker) {
      case .closure(let nested, _): return program.id(of: nested, besides: outer) == function
      case .load(let field, let object, _):
        return names.contains(field) && circle.isObject(object, in: outer)
      case .call(let call):
        guard case .method(let name, let bound) = call.callee, program.symbols[name] == "bind"
        else { return false }
        return stands(bound, for: function, names, in: outer, facts)
      default: return false
      }
    }
  }

  /// When a call runs the function that it is given.
  private func kind(of call: Call, _ facts: FunctionFacts) -> Registration.Kind {
    guard let symbol = facts.name(of: call) else { return .passing }
    let name = program.symbols[symbol]
    if behaviour.repeatingCalls.contains(name) || behaviour.iteratingMethods.contains(name) {
      return .again
    }
    guard case .method = call.callee else { return .passing }
    if name == "catch" { return .parting }
    guard behaviour.listeningMethods.contains(name), let first = call.arguments.first,
      case .string(let text)? = facts.literal(of: first.value)
    else { return .passing }
    let event = program.symbols[text]
    let words = event.split(whereSeparator: { "-_:. ".contains($0) }).flatMap {
      Verbs.words(of: String($0))
    }
    if isParting(words) || behaviour.failureEvents.contains(event) { return .parting }
    if name == "once" || behaviour.openingEvents.contains(event) { return .passing }
    return .again
  }
}
