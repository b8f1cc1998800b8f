import Basis
import IR
import Linking
import RuleBook

/// The dataflow problem of one acquisition: in which typestate the resource is at every point.
struct ResourceFlow: DataflowProblem {
  let acquisition: Acquisition
  let view: FunctionView
  let summaries: Summaries
  let flowFacts: FlowFacts
  /// What its calls give back, of whatever was asked first.
  private let knownEndings = LazyCell<[ID<Operation>: [ID<Place>]]>()
  /// By call: the place whose value its result stands for.
  private let knownPassing = LazyCell<[ID<Operation>: ID<Place>]>()
  /// Whether nothing raises but the body of the block that a context manager's yield stands for.
  var isOfBody = false

  init(acquisition: Acquisition, view: FunctionView, summaries: Summaries) {
    self.acquisition = acquisition
    self.view = view
    self.summaries = summaries
    flowFacts = view.flow
  }

  /// All calls of the function that give something back, with what. Each step may ask for those
  /// behind it, and functions can have thousands of both.
  var endings: [ID<Operation>: [ID<Place>]] {
    knownEndings.value {
      table { call, operation in
        let places = releasedPlaces(by: call, at: operation)
        return places.isEmpty ? nil : places
      }
    }
  }

  /// The argument or receiver that a call's result stands for.
  func passed(by operation: ID<Operation>) -> ID<Place>? {
    knownPassing.value { table(passesThrough) }[operation]
  }

  private func table<Value>(
    _ value: (Call, ID<Operation>) -> Value?
  ) -> [ID<Operation>: Value] {
    var result: [ID<Operation>: Value] = [:]
    for operation in view.function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation) else { continue }
      result[operation] = value(call, operation)
    }
    return result
  }

  var bottom: ResourceState { ResourceState() }

  func entryState() -> ResourceState {
    guard acquisition.site == .entry else { return ResourceState(Disjunct(.unacquired)) }
    var held = Disjunct(.held)
    hold(&held)
    if let releaser = acquisition.releaser {
      held.releasers.insert(view.paths[releaser])
      set(.truthy, of: view.paths[releaser], in: &held)
    }
    guard let error = acquisition.error else { return ResourceState(held) }
    var failed = Disjunct(.unacquired)
    set(.truthy, of: view.paths[error], in: &failed)
    set(.null, of: view.paths[acquisition.handle], in: &failed)
    set(.null, of: view.paths[error], in: &held)
    var state = ResourceState(failed)
    _ = state.insert(held)
    return state
  }

  /// Gives the handle to the disjunct, which thereby knows that it is there.
  func hold(_ disjunct: inout Disjunct) {
    let path = view.paths[acquisition.handle]
    disjunct.aliases = [path]
    if isOpenedOn { for place in managers { disjunct.aliases.insert(view.paths[place]) } }
    disjunct.releasers = acquisition.isReleaser ? [path] : []
    disjunct.carriers = []
    set(.truthy, of: path, in: &disjunct)
  }

  /// Whether the acquire opens an object that was there before: `client.connect(host)`.
  private var isOpenedOn: Bool {
    guard case .call(let site) = acquisition.site, let result = view.facts.effect(site).result
    else {
      return false
    }
    return result != acquisition.handle
  }

  /// The managers whose entering gave the handle, or what stands for it: `with Client() as client`.
  private var managers: [ID<Place>] {
    view.owners(of: acquisition.handle).filter { place in
      view.function.places[place].isTemporary
    }
  }

  func apply(_ operation: ID<Operation>, to state: inout ResourceState) {
    if view.roles[operation]?.contains(where: \.neverReturns) == true {
      state = bottom
      return
    }
    state.rewrite { step(operation, $0) }
  }

  func applyRaise(_ operation: ID<Operation>, to state: inout ResourceState) {
    let effect = view.facts.effect(operation)
    state.rewrite { disjunct in
      var next = disjunct
      if acquisition.isFailure, isFailing(operation) {
        next.key.begin(.held)
        hold(&next)
        return [raised(next)]
      }
      if acquisition.site == .call(operation) {
        // The one that an earlier round holds is out of reach when the next cannot be had, unless
        // a variable still has it.
        if next.typestate == .held {
          next.key.isEarlier = true
          next.key.isLost = !next.aliases.members.contains(where: isNamed)
        } else if acquisition.isHeldOnFailure, !isCoroutine(effect) {
          next.key.begin(.held)
          hold(&next)
        }
        // What was given back before is over: whoever cannot have it again has nothing.
        if next.typestate == .released, acquisition.spec.kind == .lock {
          next.key.begin(.unacquired)
        }
        return [raised(next)]
      }
      if next.typestate == .released { next.key.hasRaisedSince = true }
      noteFirstUse(effect, in: &next)
      switch effect {
      case .await(let value, _) where isEndedByWaiting(value, next): next.typestate = .gone
      case .iterate(let list, _) where isTakenByEachRound(list, operation): next = failed(next)
      case .await(let value, _) where isAcquiring(value) || isEntered(value, next):
        // The acquire itself failed: there is nothing to give back.
        if !acquisition.isHeldOnFailure || !isAcquiring(value) { next = failed(next) }
      case .call(let call):
        if call.isImplicit, isEntering(call),
          isAcquiring(call.receiver) || isEntered(call.result, next)
            || call.receiver.map({ next.carriers.contains(view.paths[$0]) }) == true
        {
          next = failed(next)
        } else {
          settle(call, at: operation, raises: true, in: &next)
        }
      case .yield(let value, _, let delegates):
        if let value { yield(value, delegates, in: &next) }
      default: break
      }
      if opensLate, next.typestate == .held,
        !next.isUsed || !disjunct.isUsed && opens(effect, next)
      {
        next.typestate = .unacquired
      }
      if next.isKept, next.typestate == .held, isEndedWithObject { next.typestate = .gone }
      return [raised(next)]
    }
  }

  /// Whether a call only makes what is waited for.
  private func isCoroutine(_ effect: Effect) -> Bool {
    effect.result.map(isWaitedFor) ?? false
  }

  /// Whether an operation is the call that may fail, or the wait for it.
  private func isFailing(_ operation: ID<Operation>) -> Bool {
    if case .await(let value, _) = view.facts.effect(operation) { return isAcquiring(value) }
    return acquisition.site == .call(operation)
  }

  func applyExit(_ terminator: Terminator, to state: inout ResourceState) {
    switch terminator {
    case .return(let place):
      state.rewrite { disjunct in
        var next = disjunct
        if let place { handOver(place, in: &next) }
        if next.isKept, next.typestate == .held { next.typestate = .gone }
        return [next]
      }
    case .raise(let value):
      // A handler that passes on what it caught raises nothing new: what was taken in it is lost
      // on its way out, and not by an exception.
      if value.map(isCaught) ?? true { return }
      state.rewrite { disjunct in
        var next = disjunct
        if opensLate, next.typestate == .held, !next.isUsed { next.typestate = .unacquired }
        return [raised(next)]
      }
    default: break
    }
  }

  /// Whether a value is the exception that a handler caught.
  private func isCaught(_ place: ID<Place>) -> Bool {
    let origins = view.facts.origins(of: place)
    return !origins.isEmpty
      && origins.allSatisfy { origin in
        if view.function.places[origin].kind == .exception { return true }
        return view.facts.definition(of: origin).map { maker in
          if case .caught = view.facts.effect(maker) { true } else { false }
        } ?? false
      }
  }

  private func raised(_ disjunct: Disjunct) -> Disjunct {
    var next = disjunct
    next.key.hasRaised = next.typestate == .unacquired ? false : true
    return next
  }

  private func failed(_ disjunct: Disjunct) -> Disjunct {
    guard disjunct.typestate == .held else { return disjunct }
    var next = disjunct
    if next.key.isEarlier {
      next.key.isLost = true
      return next
    }
    next.typestate = .unacquired
    for alias in next.aliases.members { set(nil, of: alias, in: &next) }
    next.aliases = []
    return next
  }

  /// Whether a value is the acquire's own promise or manager, not yet awaited or entered.
  func isAcquiring(_ place: ID<Place>?) -> Bool {
    guard let place else { return false }
    if case .call(let site) = acquisition.site, let promise = view.facts.effect(site).result,
      view.facts.origins(of: place).contains(promise)
    {
      return true
    }
    // `await (await_of_enter)`: what entering gives is awaited in its turn; and so is what only
    // passes the promise on, `await asyncio.wait_for(pool.acquire(), 5)`.
    guard let maker = view.facts.definition(of: place),
      case .call = view.facts.effect(maker)
    else { return false }
    return isAcquiring(passed(by: maker))
  }

  /// Whether a loop waits for each of what the acquire gives, which is nothing before that: it opens a
  /// connection each round, and closes it. `async for socket in websockets.connect(url)`
  private func isTakenByEachRound(_ list: ID<Place>, _ operation: ID<Operation>) -> Bool {
    guard [.socket, .connection, .client].contains(acquisition.spec.kind),
      case .call(let site) = acquisition.site, view.facts.definition(of: list) == site,
      let next = view.facts.effect(operation).result
    else { return false }
    return isWaitedFor(next)
  }

  /// Whether a value is what entering the handle's own `with` block gives: that does not fail in
  /// practice, and the author could not do better.
  private func isEntered(_ place: ID<Place>, _ disjunct: Disjunct) -> Bool {
    guard acquisition.spec.context != .unsupported,
      let maker = view.facts.definition(of: place),
      case .call(let call) = view.facts.effect(maker), call.isImplicit, isEntering(call),
      let manager = call.receiver
    else { return false }
    return disjunct.aliases.contains(view.paths[manager])
  }

  // MARK: Facts

  /// Notes what is known of an access path, if some condition ever asks.
  func set(_ fact: Fact?, of path: Int, in disjunct: inout Disjunct) {
    guard flowFacts.tested.contains(path), !flowFacts.unstable.contains(path) else { return }
    disjunct.facts[path] = fact
    flowFacts.flags.note(fact, of: path, in: &disjunct.key.signature)
  }

  /// Forgets an access path and all that leads through it: its root has another value now.
  func forget(_ path: Int, in disjunct: inout Disjunct) {
    var wasNamed = false
    for gone in [path] + view.paths.below(path) {
      disjunct.facts[gone] = nil
      flowFacts.flags.note(nil, of: gone, in: &disjunct.key.signature)
      if disjunct.aliases.remove(gone), isNamed(gone) { wasNamed = true }
      disjunct.releasers.remove(gone)
      disjunct.carriers.remove(gone)
    }
    if wasNamed, disjunct.typestate == .held, !disjunct.isKept,
      !disjunct.aliases.members.contains(where: isNamed)
    {
      disjunct.key.isLost = true
    }
  }

  /// Whether an access path is a variable or a field, which later code can use.
  func isNamed(_ path: Int) -> Bool {
    path >= view.function.places.count || !view.function.places[ID(path)].isTemporary
  }

  // MARK: Operations

  /// Notes what an operation says before it does anything: that a loop asks anew, and that what opens late
  /// is opened.
  private func note(_ effect: Effect, at operation: ID<Operation>, in disjunct: inout Disjunct) {
    if flowFacts.reread.contains(operation.index), let asked = effect.result {
      set(nil, of: view.paths[asked], in: &disjunct)
    }
    if opensLate, case .await(let value, _) = effect,
      isOpened(by: value, disjunct) || isAcquiring(value)
    {
      disjunct.isUsed = true
    }
  }

  /// Notes that somebody does something with what its first user ends, whether that goes well or not.
  private func noteFirstUse(_ effect: Effect, in disjunct: inout Disjunct) {
    guard acquisition.isEndedByUse, disjunct.typestate == .held,
      view.isUse(effect, isStream: { disjunct.aliases.contains(view.paths[$0]) })
    else { return }
    disjunct.typestate = .gone
  }

  private func step(_ operation: ID<Operation>, _ disjunct: Disjunct) -> [Disjunct] {
    let effect = view.facts.effect(operation)
    if acquisition.site == .call(operation) {
      if acquisition.isFailure { return [Disjunct(.unacquired)] }
      return acquire(effect, disjunct)
    }
    var next = disjunct
    note(effect, at: operation, in: &next)
    noteFirstUse(effect, in: &next)
    switch effect {
    case .await(let source, _) where isEndedByWaiting(source, next): next.typestate = .gone
    case .copy(let source, let into), .await(let source, let into):
      put(source, into: into, at: operation, in: &next)
      if case .await = effect, next.typestate == .held, limitedRelease(source) != nil {
        next.typestate = .released
      }
    case .load(let field, let object, let into):
      load(field, of: object, into: into, in: &next)
    case .literal(let literal, let into):
      forget(view.paths[into], in: &next)
      set(Fact(literal), of: view.paths[into], in: &next)
    case .store(let value, let object, let field):
      store(value, object, field, at: operation, in: &next)
    case .storeElement(let value, let object, _):
      if !isPartOfLocal(value, object, next), !settle(value, in: object, &next) {
        handOver(value, in: &next)
      }
    case .aggregate(let aggregate, let into): pack(aggregate, into, in: &next)
    case .call(let call):
      if let operand = view.facts.truthOperand(of: call, view.program.symbols) {
        return truth(of: operand, into: call.result, isNegated: false, next)
      }
      perform(call, at: operation, in: &next)
    case .yield(let value, let into, let delegates):
      forget(into.index, in: &next)
      if let value { yield(value, delegates, in: &next) }
    case .closure(let function, let into): close(over: function, into, in: &next)
    case .compute(let sign, let operands, let into): return compute(sign, operands, into, next)
    case .iterate(let list, let into) where isAggregate(list):
      // What a list literal holds is what its loop goes over, all of it.
      if next.aliases.contains(view.paths[list]) && isReleased(into)
        || next.releasers.contains(view.paths[list]) && isCalled(into)
      {
        if next.typestate == .held { next.typestate = .released }
        forget(into.index, in: &next)
        return [next]
      }
      assign(list, to: into.index, escaping: false, in: &next)
    case .iterate(let list, _) where isTakenByEachRound(list, operation):
      next.typestate = .gone
    case .caught(let types, _) where isClosing(types): next.typestate = .gone
    case .makeClass, .importModule, .iterate, .caught, .loadElement, .opaque:
      if let into = effect.result {
        forget(into.index, in: &next)
        set(effect.makesObject ? .truthy : nil, of: into.index, in: &next)
      }
    }
    return [next]
  }

  /// Whether a generator is closed, and what is held is no more than an open file, which ends with the
  /// last name for it.
  private func isClosing(_ types: [ID<Place>]) -> Bool {
    guard acquisition.spec.isCollected, [.file, .cursor].contains(acquisition.spec.kind) else {
      return false
    }
    return types.contains { view.facts.name(of: $0).map(view.text) == "GeneratorExit" }
  }

  /// Whether what is waited for is held, and sees to itself then: a task.
  private func isEndedByWaiting(_ place: ID<Place>, _ disjunct: Disjunct) -> Bool {
    acquisition.spec.isAwaitedToEnd && disjunct.typestate == .held
      && disjunct.aliases.contains(view.paths[place])
  }

  private func acquire(_ effect: Effect, _ disjunct: Disjunct) -> [Disjunct] {
    var held = disjunct
    if let result = effect.result { forget(view.paths[result], in: &held) }
    if disjunct.key.isEarlier { return [held] }
    // What an earlier round of a loop took and still holds is followed to its own end.
    var others: [Disjunct] = []
    let isHeld = disjunct.typestate == .held && !disjunct.isKept
    if isHeld || disjunct.isStored, effect.result == acquisition.handle {
      var earlier = held
      earlier.key.isEarlier = true
      others.append(earlier)
    }
    held.key.begin(.held)
    held.isDoubtful = false
    held.isKept = false
    held.isStored = false
    held.isUsed = false
    hold(&held)
    // What gives a cursor is there, whatever it was before.
    if case .call(let call) = effect, let source = call.receiver {
      set(.truthy, of: view.paths[source], in: &held)
    }
    // Opening an object mostly gives that object: `await new DataSource(options).initialize()`.
    if let result = effect.result, result != acquisition.handle, !acquisition.succeedsIfTrue,
      ![.lock, .transaction].contains(acquisition.spec.kind)
    {
      held.aliases.insert(view.paths[result])
    }
    guard acquisition.succeedsIfTrue, let result = effect.result else {
      // A lock that is waited for says that it was taken.
      if acquisition.spec.kind == .lock, let result = effect.result, result != acquisition.handle {
        set(.truthy, of: view.paths[result], in: &held)
      }
      return [held] + others
    }
    set(.truthy, of: view.paths[result], in: &held)
    var refused = disjunct
    refused.key.begin(.unacquired)
    set(.falsy, of: view.paths[result], in: &refused)
    return [held, refused] + others
  }
}

extension Effect {
  /// Whether the result is surely no null and no empty string.
  fileprivate var makesObject: Bool {
    switch self {
    case .makeClass, .caught: true
    default: false
    }
  }
}
