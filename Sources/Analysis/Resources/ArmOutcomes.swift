import Basis
import Findings
import IR
import Linking
import RuleBook

/// What becomes of one thing on the ways through the arms that settle something.
struct ArmOutcomes {
  let arms: UnevenArms
  let kept: UnevenArms.Kept
  let cache = OutcomeCache()

  init(arms: UnevenArms, kept: UnevenArms.Kept) {
    self.arms = arms
    self.kept = kept
  }

  /// Where something is settled while the thing goes on.
  struct Left {
    var location: SourceLocation
    var rejects: Bool
  }

  /// What has happened on a way: something was settled, the thing was ended, a parameter was called.
  struct Way: OptionSet, Hashable {
    let rawValue: UInt8

    static let settled = Way(rawValue: 1 << 0)
    static let ended = Way(rawValue: 1 << 1)
    static let called = Way(rawValue: 1 << 2)
    /// It was given to somebody who may end it.
    static let given = Way(rawValue: 1 << 3)
  }

  /// Functions that are told of something, and how.
  private struct Arm {
    var function: ID<ProgramFunction>
    var operation: ID<Operation>
    var call: Call
    var event: String?
    /// What is told: a function of the family, or what settles itself.
    var told: Told
    /// The variable of what is listened to.
    var source: PlaceReference?
  }

  private enum Told {
    case closure(ID<ProgramFunction>)
    case settling(Int)
  }

  var context: CheckContext { arms.context }
  var program: Program { arms.program }
  var behaviour: BehaviourSpec { arms.behaviour }

  func facts(_ function: ID<ProgramFunction>) -> FunctionFacts {
    context.facts.facts(of: function)
  }

  /// A way to settle on which the thing goes on, where another one ends it.
  func left() -> Left? {
    guard !isGivenAway, !isEndedAround else { return nil }
    guard arms.family.contains(where: { endsHere($0, explicitly: true) }) else { return nil }
    // What is set up by others comes before the thing is there, or instead.
    let all = context.withClosures(of: [kept.scope]).flatMap(registrations)
    let endings = all.filter { arm in
      guard case .closure(let function) = arm.told else { return false }
      return ways(through: function).contains { $0.contains(.ended) }
    }
    guard !endings.isEmpty else { return nil }
    let last = Set(endings.filter(comesAtLast).map(\.function))
    let exempt = Set(
      all.filter { isExempt($0, endings) }.compactMap { arm -> ID<ProgramFunction>? in
        if case .closure(let function) = arm.told { function } else { nil }
      })
    for arm in all
    where !isExempt(arm, endings) && !isWithin(exempt, arm.function)
      && !isWithin(last, arm.function)
    {
      switch arm.told {
      case .settling(let index):
        guard !isEndedBeside(arm) else { continue }
        return Left(
          location: context.location(of: arm.operation, in: arm.function),
          rejects: arms.settler.isPromise ? index == 1 : true)
      case .closure(let function):
        guard leaves(function), !isEndedAround(function) else { continue }
        return Left(location: place(ofSettlingIn: function), rejects: rejects(in: function))
      }
    }
    let own = kept.scope
    guard !isWithin(last, own), leaves(own, from: kept.start), !isEndedAround(own) else {
      return nil
    }
    return Left(location: place(ofSettlingIn: own), rejects: rejects(in: own))
  }

  private func leaves(
    _ function: ID<ProgramFunction>, from start: ID<Operation>? = nil
  ) -> Bool {
    ways(through: function, from: start).contains { way in
      way.contains(.settled) && way.isDisjoint(with: [.ended, .given])
    }
  }

  /// Whether an arm runs when what it listens to ends, which comes in any case.
  private func comesAtLast(_ arm: Arm) -> Bool {
    // A source that fails does not come to its end.
    guard let event = arm.event, !behaviour.exhaustionEvents.contains(event) else { return false }
    return parts(event) && !behaviour.failureEvents.contains(event)
      && !(kept.kind == .handle && arm.source == kept.root)
  }

  /// Whether a function is one of some, or is written in one.
  private func isWithin(
    _ functions: Set<ID<ProgramFunction>>, _ function: ID<ProgramFunction>
  ) -> Bool {
    var current = function
    while !functions.contains(current) {
      guard current != arms.settler.function, let parent = program[current].parent else {
        return false
      }
      current = program.id(of: parent, besides: current)
    }
    return true
  }

  // MARK: Ends

  /// What a call does about the thing: ends it, or gives it to somebody who may.
  func ending(
    by call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> Way {
    let isOwn = function == kept.scope && operation == kept.start
    if isOwn { return [] }
    let facts = facts(function)
    let name = facts.name(of: call).map { program.symbols[$0] } ?? ""
    let words = Verbs.words(of: name)
    let isGiven = call.arguments.contains { argument in
      arms.owner(of: argument.value, in: function) == kept.root
    }
    switch kept.kind {
    case .listener:
      guard case .method(_, let source) = call.callee,
        words.first.map(behaviour.removingVerbs.contains) ?? false
      else { return [] }
      let isAll = call.arguments.count < 2 && arms.owner(of: source, in: function) == listenedTo
      return isGiven || isAll ? .ended : []
    case .timer, .interval: if isGiven { return .ended }
    case .handle:
      if let releaser = kept.releaser {
        if case .value(let callee) = call.callee, arms.root(of: callee, in: function) == releaser {
          return .ended
        }
        let isHanded = call.arguments.contains { argument in
          arms.root(of: argument.value, in: function) == releaser
        }
        if isHanded { return .given }
      }
      if isGiven {
        if isListening(call, facts) { return [] }
        return Verbs.areStopping(words) ? .ended : .given
      }
    }
    guard let receiver = call.receiver, arms.root(of: receiver, in: function) == kept.root else {
      return []
    }
    let isEnd =
      kept.kind != .handle
      || kept.isModelled
        && (Verbs.areStopping(words)
          || context.roles.roles(of: call, at: operation, in: function).contains(where: \.isRelease))
      || Verbs.speak(of: behaviour.releaseMethods + ["kill"], in: name)
    return isEnd ? .ended : []
  }

  private func isListening(_ call: Call, _ facts: FunctionFacts) -> Bool {
    facts.name(of: call).map { context.words[$0].contains(.hearing) } ?? false
  }

  private func endsHere(
    _ function: ID<ProgramFunction>, explicitly isExplicit: Bool = false
  ) -> Bool {
    program[function].operations.ids.contains { operation in
      guard case .call(let call) = facts(function).effect(operation) else { return false }
      let ending = ending(by: call, at: operation, in: function)
      return isExplicit ? ending == .ended : !ending.isEmpty
    }
  }

  /// Whether the thing, or a function that ends it, is put where others find it.
  private var isGivenAway: Bool {
    let others = program[kept.root.function].places[kept.root.place]
    if case .global = others.kind { return true }
    return arms.family.contains { function in
      let facts = facts(function)
      let isLeft = facts.function.operations.ids.contains { operation in
        switch facts.effect(operation) {
        case .store(let value, _, _), .storeElement(let value, _, _),
          .yield(.some(let value), _, _):
          return isKept(value, function) || isEnder(value, function)
        case .aggregate(let made, let into):
          let isTold = areHandlers(into, facts)
          return made.entries.contains {
            isKept($0.value, function) || !isTold && isEnder($0.value, function)
          }
        case .copy(let value, let into):
          guard !facts.function.places[into].isTemporary, isKept(value, function) else {
            return false
          }
          return arms.root(of: into, in: function) != kept.root
        default: return false
        }
      }
      return isLeft
        || facts.function.blocks.values.contains { block in
          guard case .return(let value?) = block.terminator else { return false }
          return isKept(value, function) || isEnder(value, function)
        }
    }
  }

  /// Whether an object is written as an argument: its functions are told of what comes.
  private func areHandlers(_ object: ID<Place>, _ facts: FunctionFacts) -> Bool {
    let uses = facts.uses(of: object)
    return facts.function.places[object].isTemporary && !uses.isEmpty
      && uses.allSatisfy { use in
        guard case .call(let call) = facts.effect(use) else { return false }
        return call.arguments.contains { $0.value == object }
      }
  }

  private func isKept(_ place: ID<Place>, _ function: ID<ProgramFunction>) -> Bool {
    kept.kind != .listener && arms.root(of: place, in: function) == kept.root
  }

  private func isEnder(_ place: ID<Place>, _ function: ID<ProgramFunction>) -> Bool {
    arms.closures(place, in: function).contains { endsWithin($0) }
  }

  /// Whether a function, or one that is written in it, ends the thing.
  func endsWithin(_ function: ID<ProgramFunction>) -> Bool {
    context.withClosures(of: [function]).contains { endsHere($0) }
  }

  /// Whether code beside the arms ends the thing: who awaits the promise, or takes it down later.
  private var isEndedAround: Bool {
    guard !arms.family.contains(kept.root.function) else { return false }
    return context.withClosures(of: [kept.root.function]).contains { function in
      !arms.family.contains(function) && endsHere(function)
    }
  }

  /// Whether the functions around an arm end the thing before or after they set the arm up.
  private func isEndedAround(_ function: ID<ProgramFunction>) -> Bool {
    var current = function
    while current != arms.settler.function, let parent = program[current].parent {
      current = program.id(of: parent, besides: current)
      if current == arms.settler.function { return false }
      if endsByCalls(current) { return true }
    }
    return false
  }

  /// Whether a function ends the thing, or calls one that does.
  private func endsByCalls(_ function: ID<ProgramFunction>) -> Bool {
    if endsHere(function) { return true }
    let facts = facts(function)
    return facts.function.operations.ids.contains { operation in
      guard case .call(let call) = facts.effect(operation) else { return false }
      return helpers(of: call, in: function).contains { endsWithin($0) }
    }
  }

  /// Whether the function in which something that settles is given to somebody ends the thing itself.
  private func isEndedBeside(_ arm: Arm) -> Bool {
    endsByCalls(arm.function) || isEndedAround(arm.function)
  }

  // MARK: Arms

  /// What a function has told of something.
  private func registrations(_ function: ID<ProgramFunction>) -> [Arm] {
    let facts = facts(function)
    return facts.function.operations.ids.flatMap { operation -> [Arm] in
      guard case .call(let call) = facts.effect(operation), !call.isImplicit,
        !isRemoving(call, in: function)
      else { return [] }
      let isHelped = !helpers(of: call, in: function).isEmpty
      return call.arguments.flatMap { argument -> [Arm] in
        let named = isHelped ? [] : handlers(argument.value, of: call, at: operation, in: function)
        if !named.isEmpty { return named }
        var told = isHelped ? [] : arms.closures(argument.value, in: function).map(Told.closure)
        if let index = arms.settling(argument.value, in: function),
          tells(call, at: operation, function)
        {
          told.append(.settling(index))
        }
        return told.map { told in
          Arm(
            function: function, operation: operation, call: call, event: event(of: call, facts),
            told: told, source: call.receiver.flatMap { arms.owner(of: $0, in: function) })
        }
      }
    }
  }

  /// The functions of an object that a call is given, told of by their names:
  /// `run({ onData() {…}, complete(error) {…} })`.
  private func handlers(
    _ object: ID<Place>, of call: Call, at operation: ID<Operation>,
    in function: ID<ProgramFunction>
  ) -> [Arm] {
    let facts = facts(function)
    return facts.makers(of: object).flatMap { maker -> [Arm] in
      guard case .aggregate(let made, _) = facts.effect(maker) else { return [] }
      return made.entries.flatMap { entry -> [Arm] in
        guard let key = entry.key else { return [] }
        let words = Verbs.words(of: program.symbols[key])
        let name = words.first == "on" ? words.dropFirst().joined() : program.symbols[key]
        let event = parts(name) ? name : nil
        return arms.closures(entry.value, in: function).map { told in
          Arm(
            function: function, operation: operation, call: call, event: event,
            told: .closure(told), source: call.receiver.flatMap { arms.owner(of: $0, in: function) }
          )
        }
      }
    }
  }

  /// Whether a call has what it is given told of something later: an event, the time, an outcome.
  private func tells(
    _ call: Call, at operation: ID<Operation>, _ function: ID<ProgramFunction>
  ) -> Bool {
    if isListening(call, facts(function)) { return true }
    return context.roles.roles(of: call, at: operation, in: function).contains { role in
      guard case .acquire(let resource, _) = role else { return false }
      return context.roles.index.resources[resource].kind == .timer
    }
  }

  func event(of call: Call, _ facts: FunctionFacts) -> String? {
    guard let name = facts.name(of: call), context.words[name].contains(.hearing),
      let first = call.arguments.first, case .string(let text)? = facts.literal(of: first.value)
    else { return nil }
    return program.symbols[text]
  }

  /// Whether an arm runs when the thing has ended, or will by what the arm is told of.
  private func isExempt(_ arm: Arm, _ endings: [Arm]) -> Bool {
    if arm.function == kept.scope, arm.operation == kept.start {
      switch kept.kind {
      case .timer: return true
      case .listener:
        let name = arms.view.facts.name(of: arm.call).map { program.symbols[$0] } ?? ""
        // A signal is given once, and `{ once: true }` says the same.
        return arm.event == "abort" || isOnce(arm.call)
          || !behaviour.lastingListeners.contains(name) && name != "addEventListener"
      case .interval, .handle: break
      }
    }
    let isParting = arm.event.map(parts) ?? false
    if kept.kind == .handle, arm.source == kept.root,
      isParting || ["done", "complete", "finish", "success"].contains(arm.event)
    {
      return true
    }
    if kept.kind == .handle, isParting, isMade(of: arm.source) { return true }
    if kept.kind == .handle, arm.function == kept.scope, arm.operation == kept.start {
      // What a process calls back comes when it has ended; what opens a client may have failed.
      return arm.source != kept.root ? !kept.callsBackOpened : !isToldOfFailure(arm)
    }
    if kept.kind == .listener, isParting, arm.source == listenedTo { return true }
    for ending in endings {
      let isItself = ending.function == arm.function && ending.operation == arm.operation
      guard let source = ending.source, let event = ending.event, !isItself else { continue }
      let isSame = arm.source == source
      let isAfter =
        if case .closure(let told) = ending.told { isWithin([told], arm.function) } else { false }
      if behaviour.openingEvents.contains(event), isSame, !isParting, !isAfter { return true }
    }
    return false
  }

  /// Whether a handle was made of something, `new Session(socket)`, with which it ends.
  private func isMade(of source: PlaceReference?) -> Bool {
    guard let source, let start = kept.start,
      case .call(let call) = facts(kept.scope).effect(start)
    else { return false }
    return call.arguments.contains { arms.owner(of: $0.value, in: kept.scope) == source }
  }

  /// Whether an arm is told first what went wrong: then it says itself whether something was opened.
  private func isToldOfFailure(_ arm: Arm) -> Bool {
    guard case .closure(let function) = arm.told, let first = program[function].parameters.first,
      let name = program[function].places[first.place].name
    else { return false }
    return behaviour.errorNames.contains(program.symbols[name])
  }

  private func isOnce(_ call: Call) -> Bool {
    call.arguments.dropFirst(2).contains { argument in
      arms.view.facts.makers(of: argument.value).contains { maker in
        guard case .aggregate(let options, _) = arms.view.facts.effect(maker) else { return false }
        return options.entries.contains { entry in
          entry.key.map { program.symbols[$0] == "once" } ?? false
        }
      }
    }
  }

  var listenedTo: PlaceReference? {
    guard let operation = kept.start, case .call(let call) = arms.view.facts.effect(operation),
      let source = call.receiver
    else { return nil }
    return arms.owner(of: source, in: kept.scope)
  }

  private func parts(_ event: String) -> Bool {
    behaviour.failureEvents.contains(event) || behaviour.partingWords.contains(event)
  }

  private func rejects(in function: ID<ProgramFunction>) -> Bool {
    guard arms.settler.isPromise else { return true }
    return settlings(in: function).contains { $0.index == 1 }
  }

  private func place(ofSettlingIn function: ID<ProgramFunction>) -> SourceLocation {
    let all = settlings(in: function)
    if let first = all.first(where: { $0.index == 1 }) ?? all.first {
      return context.location(of: first.operation, in: function)
    }
    return context.location(of: program[function].range, in: function)
  }

  private func settlings(
    in function: ID<ProgramFunction>
  ) -> [(operation: ID<Operation>, index: Int)] {
    let facts = facts(function)
    return facts.function.operations.ids.compactMap { operation in
      guard case .call(let call) = facts.effect(operation), case .value(let callee) = call.callee,
        let index = arms.settling(callee, in: function)
      else { return nil }
      return (operation, index)
    }
  }
}
