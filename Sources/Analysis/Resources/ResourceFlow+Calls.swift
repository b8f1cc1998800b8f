import Basis
import IR
import Linking
import RuleBook

extension ResourceFlow {
  /// The effect of a call that completes.
  func perform(_ call: Call, at operation: ID<Operation>, in disjunct: inout Disjunct) {
    let isAlias = passed(by: operation).map { disjunct.aliases.contains(view.paths[$0]) } ?? false
    forget(call.result.index, in: &disjunct)
    set(call.isConstruction ? .truthy : nil, of: call.result.index, in: &disjunct)
    if isAlias {
      disjunct.aliases.insert(call.result.index)
      if call.isImplicit, disjunct.typestate == .held {
        set(.truthy, of: call.result.index, in: &disjunct)
      }
      if disjunct.typestate == .held,
        keepsListening(call) || isHandedOff(by: call, at: operation, disjunct)
      {
        disjunct.typestate = .gone
      }
      return
    }
    if isBound(call, disjunct) {
      disjunct.releasers.insert(call.result.index)
      return
    }
    if let list = drainedList(of: call, disjunct) {
      disjunct.aliases.insert(view.paths[list])
      return
    }
    let isCarrier =
      isScope(call, at: operation, disjunct) || isWrapped(call, at: operation, disjunct)
      || isHeld(by: call, at: operation, disjunct) || isLent(to: call, at: operation, disjunct)
      || isDerived(call, disjunct)
    settle(call, at: operation, in: &disjunct)
    if let object = view.givesReceiver(call, at: operation),
      disjunct.aliases.contains(view.paths[object])
    {
      disjunct.aliases.insert(call.result.index)
    }
    if opensLate, isOpen(after: call, disjunct) { disjunct.isUsed = true }
    if isCarrier { disjunct.carriers.insert(call.result.index) }
    if call.arguments.isEmpty, case .method(let name, let receiver) = call.callee,
      let told = told(by: name, of: receiver, disjunct)
    {
      set(Fact(.boolean(told)), of: call.result.index, in: &disjunct)
    }
  }

  /// What was asked of the handle's state is not known any more when a method of it was called.
  private func forgetState(after call: Call, in disjunct: inout Disjunct) {
    guard let receiver = call.receiver, disjunct.aliases.contains(view.paths[receiver]) else {
      return
    }
    for path in view.paths.below(view.paths[receiver]) where !disjunct.aliases.contains(path) {
      set(nil, of: path, in: &disjunct)
    }
  }

  /// Whether a construction gives an object that only holds the resource or what leads to it.
  private func isHeld(
    by call: Call, at operation: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    guard disjunct.typestate == .held, isMereHolder(operation) else { return false }
    return call.arguments.contains { argument in
      let path = view.paths[argument.value]
      return disjunct.aliases.contains(path) || disjunct.carriers.contains(path)
    }
  }

  /// What a call does with the resource, whether it completes or raises.
  func settle(
    _ call: Call, at operation: ID<Operation>, raises: Bool = false, in disjunct: inout Disjunct
  ) {
    guard disjunct.typestate != .unacquired else { return }
    forgetState(after: call, in: &disjunct)
    if disjunct.typestate == .released, takesAgain(call, at: operation, disjunct) {
      disjunct.typestate = .unacquired
      return
    }
    if opensLate { noteUse(by: call, at: operation, in: &disjunct) }
    if disjunct.isStored, call.receiver == view.function.receiver { disjunct.isStored = false }
    if isHandedOff(by: call, at: operation, disjunct) {
      if disjunct.typestate == .held { disjunct.typestate = .gone }
      disjunct.isStored = false
      return
    }
    if isScope(call, at: operation, disjunct) { return }
    if mayFail(call, at: operation, raises: raises) { return }
    if raises, isNeverCalledBack(call, at: operation, disjunct) { return }
    if isReleased(by: call, at: operation, disjunct) {
      disjunct.typestate = isHandedOn(call, at: operation) ? .gone : .released
      disjunct.isStored = false
      return
    }
    if raises, isLostInConstructor(call, at: operation, disjunct) { return }
    // To be made raises nothing in practice.
    if raises, isLent(to: call, at: operation, disjunct) {
      disjunct.typestate = .gone
      return
    }
    if isTaken(by: call, at: operation, disjunct) {
      if disjunct.typestate == .held { disjunct.typestate = .gone }
      disjunct.isStored = false
      return
    }
    if isDoubtful(call, at: operation, disjunct) {
      disjunct.isDoubtful = true
      disjunct.isStored = false
    }
  }

  /// Whether a call that gives back has not done so yet: a wait that times out, and one in another
  /// that is given up, `asyncio.wait_for(process.communicate(), 5)`.
  private func mayFail(_ call: Call, at operation: ID<Operation>, raises: Bool) -> Bool {
    (view.roles[operation] ?? []).contains { role in
      guard case .release(let resource, let pattern) = role, pattern.mayFail, isOurs(resource)
      else { return false }
      return pattern.mustAwait ? isLimited(call) : raises
    }
  }

  /// Whether a call that throws within a `try` has not kept the callback that would give back.
  private func isNeverCalledBack(
    _ call: Call, at operation: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    let block = view.function.blocks[view.facts.block(of: operation)]
    guard !view.function.isAsync, acquisition.resource == nil || isCountedOrSession,
      block.unwind != view.function.exceptionalExit, view.facts.uses(of: call.result).isEmpty,
      !view.isReturned(call.result), case .method(let name, let receiver) = call.callee,
      disjunct.aliases.contains(view.paths[receiver]),
      !call.arguments.contains(where: { disjunct.aliases.contains(view.paths[$0.value]) })
    else { return false }
    let behaviour = view.context.roles.index.behaviour
    guard !behaviour.listeningMethods.contains(view.text(name)),
      !behaviour.handingMethods.contains(view.text(name))
    else { return false }
    return call.arguments.contains { argument in
      disjunct.releasers.contains(view.paths[argument.value])
        && view.facts.makers(of: argument.value).contains { maker in
          if case .closure = view.facts.effect(maker) { true } else { false }
        }
    }
  }

  private var isCountedOrSession: Bool {
    [.connection, .session, .client].contains(acquisition.spec.kind)
  }

  /// Whether a call is not waited for itself, but by what passes it on.
  private func isLimited(_ call: Call) -> Bool {
    view.facts.uses(of: call.result).contains { use in
      view.program.targets(of: use, in: view.id).names
        .contains(where: view.program.catalog.passesThrough.contains)
    }
  }

  /// The call that gives back when it is waited for within some time, if a value is that wait.
  func limitedRelease(_ place: ID<Place>) -> ID<Operation>? {
    guard let maker = view.facts.definition(of: place),
      case .call(let waiting) = view.facts.effect(maker), let first = waiting.arguments.first,
      view.program.targets(of: maker, in: view.id).names
        .contains(where: view.program.catalog.passesThrough.contains),
      let inner = view.facts.definition(of: first.value),
      case .call(let call) = view.facts.effect(inner), mayFail(call, at: inner, raises: false)
    else { return nil }
    return inner
  }

  /// Whether a call takes what was given back anew, which is another acquire's to follow.
  private func takesAgain(
    _ call: Call, at operation: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    guard let receiver = call.receiver, disjunct.aliases.contains(view.paths[receiver]) else {
      return false
    }
    return (view.roles[operation] ?? []).contains { role in
      guard case .acquire(let resource, let pattern) = role else { return false }
      return isOurs(resource) && pattern.call.value?.isReceiver == true
    }
  }

  /// What `passed(by:)` tells, of one call.
  func passesThrough(_ call: Call, at operation: ID<Operation>) -> ID<Place>? {
    if call.isImplicit, isEntering(call) { return call.receiver }
    if view.makesPath(call, at: operation, of: acquisition) { return call.arguments.first?.value }
    if let standIn = standIn(for: call) { return standIn }
    let targets = view.program.targets(of: operation, in: view.id)
    if targets.names.contains(where: view.program.catalog.passesThrough.contains) {
      return call.arguments.first?.value
    }
    if let promise = promisePassed(to: call, targets) { return promise }
    for function in targets.functions {
      let parameters = view.program[function].parameters
      for index in parameters.indices {
        guard let value = call.argument(for: index, of: view.program[function]),
          effect(on: parameters[index].place, of: function, given: value) == .returns
        else { continue }
        return value
      }
    }
    return nil
  }

  /// The acquire's own promise, where a call that nobody knows is given it and waited for itself:
  /// `await withTimeout(pool.connect(), 5000)`.
  private func promisePassed(to call: Call, _ targets: CallTargets) -> ID<Place>? {
    guard case .call(let site) = acquisition.site, let promise = view.facts.effect(site).result,
      promise == acquisition.handle,
      targets.functions.isEmpty, targets.constructed.isEmpty, !call.isConstruction,
      let passed = call.arguments.first(where: { isCopy($0.value, of: promise) })?.value,
      isWaitedFor(call.result), !isWaitedFor(promise), !isKeptByVerb(call),
      !targets.names.contains(where: view.program.catalog.isOfModelledModule)
    else { return nil }
    return passed
  }

  /// The receiver of a method that gives it back (`promise.timeout(5)`), and the key of a look-up
  /// by the handle itself (`wrappers.get(client)`).
  private func standIn(for call: Call) -> ID<Place>? {
    guard case .method(let symbol, let receiver) = call.callee else { return nil }
    let behaviour = view.context.roles.index.behaviour
    let name = view.text(symbol)
    if behaviour.chainingMethods.contains(name) { return receiver }
    return name == "get" && call.arguments.count == 1 ? call.arguments[0].value : nil
  }

  /// Entering a context manager, as opposed to leaving it.
  func isEntering(_ call: Call) -> Bool {
    guard case .method(let name, _) = call.callee else { return false }
    return ["__enter__", "__aenter__"].contains(view.text(name))
  }
}

extension Call {
  /// What a call gives to a parameter of a function; a parameter that collects gets several.
  func handles(for index: Int, of function: Function) -> [ID<Place>] {
    let parameter = function.parameters[index]
    guard parameter.isRest || parameter.isKeywordRest else {
      return argument(for: index, of: function).map { [$0] } ?? []
    }
    let labels = function.parameters.compactMap(\.label)
    return arguments.enumerated().compactMap { position, argument in
      let isCollected =
        parameter.isRest
        ? argument.label == nil && position >= index
        : argument.label.map { !labels.contains($0) } ?? argument.isSpread
      return isCollected ? argument.value : nil
    }
  }
}

extension Program {
  /// The variable, of the function or one around it, that a captured place stands for.
  func variable(behind reference: PlaceReference) -> PlaceReference {
    var result = reference
    while case .captured(let outer) = self[result.function].places[result.place].kind,
      let parent = self[result.function].parent
    {
      result = PlaceReference(function: id(of: parent, besides: result.function), place: outer)
    }
    return result
  }
}
