import Basis
import Findings
import IR
import Linking
import RuleBook

// What no model knows may still say of itself that it is a resource: the function gives it back on
// one way out. `open_channel()` and then `channel.close()`; `await lock.acquire()` and then
// `release()`. Names decide how much that says: what is called `connect` is believed at once, what
// is merely constructed must be closed in more than one place, or be lost without an exception.

extension AcquisitionFinder {
  /// The result of a call that says it is fresh, and that the function itself gives back somewhere.
  func byBehaviour(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard !isModelled(operation), let name = calleeName(call) else { return nil }
    let poolReturns = summaries.pools.returns(
      of: view.program.targets(of: operation, in: view.id))
    guard
      !poolReturns.isEmpty || saysFresh(name, call, at: operation) || isOfScope(name, call),
      !givesWhatIsKept(operation)
    else { return nil }
    let isReleaser = !call.isConstruction && isCalledToRelease(call.result)
    if isReleaser, endsOnlyWhatItIsGiven(operation) { return nil }
    let partner =
      isReleaser
      ? nil : partner(of: name, taking: call.result, call, poolReturns) ?? scopeEnd(of: call.result)
    let verb =
      isReleaser
      ? "()"
      : releaseVerb(of: call.result, inCallbacks: isNamedResource(name)) ?? partner
        ?? indirectVerb(of: call.result)
    guard let verb, !isOfOther(verb, name, at: operation),
      !poolReturns.isEmpty || isStrong(verb) || isNamed(call, name)
    else {
      return nil
    }
    if call.isConstruction, index.behaviour.vagueReleases.contains(verb),
      !Verbs.speak(of: index.behaviour.acquireVerbs, in: name),
      !isEndedByWaiting(call, at: operation)
    {
      return nil
    }
    var spec = ResourceSpec(
      id: "behaviour/\(verb)", noun: isReleaser ? "lock" : "", kind: isReleaser ? .lock : .other,
      weight: .medium, type: "")
    spec.isCollected = !isReleaser
    var found = found(call.result, spec, parent: call.receiver, at: operation)
    found.acquisition.isReleaser = isReleaser
    found.acquisition.partners = partner.map { [$0] } ?? []
    found.acquisition.isVague =
      partner == nil && !Verbs.endsConnection(verb) && isVague(call, name, at: operation)
      && !isOpened(call, at: operation) && !isOfLibrary(verb, call, at: operation)
      && !makesWhatEnds(operation)
    beginWhereOpened(&found.acquisition, call, at: operation)
    // What is held from where it was opened on has its connection by then.
    if case .call(operation) = found.acquisition.site, let type = madeType(at: operation),
      view.context.opensItsFieldsLate(type)
    {
      found.acquisition.spec.opensLate = true
    }
    if let type = madeType(at: operation), view.context.takesWhenEntered(type) {
      found.acquisition.spec.openedBy = Verbs.scopeStarts.sorted()
    }
    return found
  }

  /// Whether an object of a class of the program is made that has an end of its own making.
  private func makesWhatEnds(_ operation: ID<Operation>) -> Bool {
    madeType(at: operation).map(view.context.endsItsFields) ?? false
  }

  private func isStrong(_ verb: String) -> Bool {
    index.behaviour.strongReleases.contains(verb)
      || index.behaviour.returnMethods.contains(verb)
  }

  /// Whether what is called says that something is taken, and not only where its result is put.
  private func isNamed(_ call: Call, _ name: String) -> Bool {
    !isPromised(call) && (!isNamedHandle(call) || isNamedResource(name))
  }

  /// Whether a call makes a promise that is waited for in place: what it gives is not there before.
  private func isPromised(_ call: Call) -> Bool {
    call.isConstruction && view.isPromise(call, view.facts) && isAwaited(call.result)
  }

  /// Whether a verb ends something else than what a call gives: a job that was looked up is stopped,
  /// `(await client.getHandle(id)).terminate()`, and a stream's reader only lets go of the stream.
  private func isOfOther(_ verb: String, _ name: String, at operation: ID<Operation>) -> Bool {
    // A row that is taken back: `team.destroy()` of `await Team.create(...)`.
    if index.behaviour.rowRemovers.contains(verb) {
      if index.behaviour.rowMakers.contains(name) || makesRow(operation) { return true }
    }
    if givesWhatIsMade(operation) { return false }
    let isLookedUp = ["get", "find", "lookup"].contains(Verbs.words(of: name).first)
    if isLookedUp, ["terminate", "shutdown", "destroy", "cleanup"].contains(verb) { return true }
    // Who is asked for at once was there before, and is sent away: `socket.getClient().disconnect()`.
    if isLookedUp, verb == "disconnect", case .call(let call) = view.facts.effect(operation),
      !isAwaited(call.result)
    {
      return true
    }
    return verb == "releaseLock" && ["getReader", "getWriter"].contains(name)
  }

  /// Whether a called function of the program makes a row of a table: `Team.create(...)`.
  private func makesRow(_ operation: ID<Operation>) -> Bool {
    view.program.targets(of: operation, in: view.id).functions.contains { function in
      let facts = view.context.facts.facts(of: function)
      return facts.function.operations.values.contains { operation in
        guard case .call(let call) = operation.effect,
          case .method(let name, let table) = call.callee,
          index.behaviour.rowMakers.contains(view.text(name)),
          let name = facts.name(of: table)
        else { return false }
        return ToldStep(name: view.text(name)).isClassName
      }
    }
  }

  /// Whether the called functions of the program only give what they were given, or what they read
  /// from a field or an element: that is somebody else's.
  func givesWhatIsKept(_ operation: ID<Operation>) -> Bool {
    let targets = view.program.targets(of: operation, in: view.id)
    guard !targets.functions.isEmpty, targets.constructed.isEmpty, targets.names.isEmpty else {
      return false
    }
    return targets.functions.allSatisfy { function in
      let facts = view.context.facts.facts(of: function)
      let returned = facts.function.blocks.values.flatMap { block -> [ID<Place>] in
        guard case .return(let place?) = block.terminator else { return [] }
        return facts.origins(of: place)
      }
      return !returned.isEmpty && returned.allSatisfy { isKept($0, facts, function) }
    }
  }

  private func isKept(
    _ place: ID<Place>, _ facts: FunctionFacts, _ function: ID<ProgramFunction>
  ) -> Bool {
    switch facts.function.places[place].kind {
    case .parameter, .captured, .global, .receiver: return true
    case .local, .temporary, .exception: break
    }
    let definitions = facts.definitions(of: place)
    return !definitions.isEmpty
      && definitions.allSatisfy { definition in
        switch facts.effect(definition) {
        case .load(let field, let object, _):
          !isStored(field, facts)
            && !(object == facts.function.receiver && isComputed(field, for: function))
        case .loadElement, .literal: true
        default: false
        }
      }
  }

  /// Whether a member of the method's object is no field: a getter makes what it gives.
  private func isComputed(_ member: Symbol, for method: ID<ProgramFunction>) -> Bool {
    guard let owner = view.program[method].owner else { return false }
    let module = view.program.functions[method].module
    let type = view.program.type(view.program.id(of: owner, in: module))
    return type.members.contains { candidate in
      candidate.name == member
        && view.program[view.program.id(of: candidate.function, in: module)].kind
          == .getter
    }
  }

  /// Whether a function itself puts something into a field that it reads.
  private func isStored(_ field: Symbol, _ facts: FunctionFacts) -> Bool {
    facts.function.operations.values.contains { operation in
      if case .store(_, _, field) = operation.effect { true } else { false }
    }
  }

  /// An acquisition that the function's own code speaks for.
  func found(
    _ handle: ID<Place>, _ spec: ResourceSpec, parent: ID<Place>?, at operation: ID<Operation>
  ) -> Found {
    var acquisition = Acquisition(
      site: .call(operation), handle: handle, resource: nil, spec: spec,
      evidence: .behaviour, confidence: .medium,
      location: view.context.location(of: operation, in: view.id),
      text: view.context.facts.calleeText(of: operation, in: view.id))
    acquisition.parent = parent
    return Found(function: view.id, acquisition: acquisition)
  }

  /// Whether only the one place where the value is closed says that it must be.
  ///
  /// `new Shape()`, `await createZip()`: what is closed on the straight line alone is often only
  /// finished there. What is closed in two places, or is named like a resource, says more.
  private func isVague(_ call: Call, _ name: String, at operation: ID<Operation>) -> Bool {
    let isNamed =
      Verbs.speak(of: index.behaviour.acquireVerbs, in: name) || isOfScope(name, call)
      || isNamedHandle(call) || isPromised(call) || isEndedByWaiting(call, at: operation)
      || isAskedForCursor(call.result)
    return !isNamed && !index.isTelling(name) && releases(of: call.result).count < 2
  }

  /// Nothing is held before a constructed object is opened: `new Client()`, then `connect()`.
  private func beginWhereOpened(
    _ acquisition: inout Acquisition, _ call: Call, at making: ID<Operation>
  ) {
    let isMade = isConstruction(call) || givesWhatIsMade(making)
    let aliases = view.forwardAliases(of: call.result)
    for operation in view.function.operations.ids {
      guard case .call(let opening) = view.facts.effect(operation),
        case .method(let name, let receiver) = opening.callee, aliases.contains(receiver.index),
        isOpeningMethod(view.text(name)), isMade || isTested(opening.result)
      else { continue }
      acquisition.site = .call(operation)
      acquisition.handle = receiver
      // `if (connection.open())`: it says whether there is anything to close now.
      acquisition.succeedsIfTrue = isTested(opening.result) && isOnlyTested(opening.result)
      return
    }
  }

  /// Whether a method's name says that its object takes something: `connect`, `open_camera`.
  private func isOpeningMethod(_ name: String) -> Bool {
    index.behaviour.openingMethods.contains(name) || Verbs.isOpening(name)
  }

  /// `new C()`, or what a language without `new` calls a class.
  private func isConstruction(_ call: Call) -> Bool {
    if call.isConstruction { return true }
    switch call.callee {
    case .value: break
    case .method(_, let module): guard isModule(module) else { return false }
    case .superconstructor, .supermethod: return false
    }
    return calleeName(call)?.unicodeScalars.first?.properties.isUppercase ?? false
  }

  /// Whether a place holds a module, whose members in capitals are classes: `camera.Device()`.
  private func isModule(_ place: ID<Place>) -> Bool {
    let values = view.program.values(of: place, in: view.id)
    return !values.isEmpty
      && values.allSatisfy { value in
        switch value {
        case .module, .external: true
        case .instance, .function, .classObject, .object, .aggregate, .unread: false
        }
      }
  }

  /// Whether a value, or a member of it, is a function that the code calls to release something.
  func isCalledToRelease(_ place: ID<Place>) -> Bool {
    let aliases = view.forwardAliases(of: place)
    return view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, case .value(let callee) = call.callee,
        let name = view.facts.name(of: callee),
        Verbs.speak(of: index.behaviour.releaseMethods, in: view.text(name))
      else { return false }
      if aliases.contains(callee.index) { return true }
      return view.facts.makers(of: callee).contains { maker in
        guard case .load(_, let object, _) = view.facts.effect(maker) else { return false }
        return aliases.contains(object.index)
      }
    }
  }

  /// Whether a model knows what the call gives; then the model decides what is a resource, unless it
  /// only knows the class for what is asked of its objects.
  func isModelled(_ operation: ID<Operation>) -> Bool {
    view.context.roles.isModelled(view.program.targets(of: operation, in: view.id))
      || endsWithItsOwner(operation)
  }

  /// Whether a model knows a call as the begin of a transaction and not as something to give back: it
  /// ends when what it was begun on does, `session.begin_nested()`.
  private func endsWithItsOwner(_ operation: ID<Operation>) -> Bool {
    (view.roles[operation] ?? []).contains { role in
      if case .guard(let spec) = role { spec.kind == .transaction } else { false }
    }
  }

  func calleeName(_ call: Call) -> String? {
    switch call.callee {
    case .method(let name, _), .supermethod(let name): view.text(name)
    case .value(let callee): view.facts.name(of: callee).map { view.text($0) }
    case .superconstructor: nil
    }
  }

  /// Whether a name holds a verb of taking: then a callback that gives it back says enough.
  private func isNamedResource(_ name: String) -> Bool {
    Verbs.speak(of: index.behaviour.acquireVerbs, in: name)
  }

  /// The name of a call that undoes what the acquire's name says, `freeSlot(slot)` of `takeSlot()`, or
  /// what an own pool does: one of `poolReturns`.
  private func partner(
    of name: String, taking place: ID<Place>, _ call: Call, _ poolReturns: Set<Symbol>
  ) -> String? {
    let partners = Verbs.returning(of: name)
    let isOfPool = isOfPool(call)
    guard !partners.isEmpty || isOfPool || !poolReturns.isEmpty else { return nil }
    return calls(on: place, inCallbacks: true).lazy.compactMap { use -> String? in
      guard let symbol = use.facts.name(of: use.call),
        use.call.arguments.contains(where: { use.aliases.contains($0.value.index) })
      else { return nil }
      let other = view.text(symbol)
      return poolReturns.contains(symbol) || partners.contains(Verbs.words(of: other))
        || isOfPool && index.behaviour.poolReturns.contains(other)
        ? other : nil
    }.first
  }

  private func saysFresh(_ name: String, _ call: Call, at operation: ID<Operation>) -> Bool {
    if !Verbs.returning(of: name).isEmpty || isOfPool(call) || isPromised(call) { return true }
    // An own class with an end of its own making is one, whatever sort of thing its name speaks of.
    if isNoResource(called: name, call) && !makesWhatEnds(operation) || isOfPage(call) {
      return false
    }
    if call.isConstruction || isNamedHandle(call) || givesWhatIsMade(operation) { return true }
    if isEndedOnFailure(call.result, from: operation) { return true }
    if isConstruction(call), let verb = releaseVerb(of: call.result),
      Verbs.endsConnection(verb) || makesWhatEnds(operation)
        || isOfLibrary(verb, call, at: operation)
    {
      return true
    }
    if let first = Verbs.words(of: name).first, index.behaviour.makingVerbs.contains(first),
      isAwaited(call.result) || isEndedByWaiting(call, at: operation)
    {
      return true
    }
    return Verbs.speak(of: index.behaviour.acquireVerbs, in: name) || isAskedForCursor(call.result)
  }

  /// Whether what a call gives is asked for cursors: that is a database's connection, and who ends one that
  /// was looked up took it. `db = get_db()`, `db.cursor()`, `db.close()`.
  private func isAskedForCursor(_ handle: ID<Place>) -> Bool {
    let aliases = view.forwardAliases(of: handle)
    return view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect,
        case .method(let name, let object) = call.callee,
        aliases.contains(object.index), !view.facts.uses(of: call.result).isEmpty
      else { return false }
      return index.behaviour.cursorMethods.contains(view.text(name))
    }
  }

  /// Whether a page's own window is asked: what it opens is the user's.
  private func isOfPage(_ call: Call) -> Bool {
    guard let receiver = call.receiver, let name = view.facts.name(of: receiver),
      view.function.places[receiver].kind == .global
    else { return false }
    return index.behaviour.pageNames.contains(view.text(name))
  }

  /// Whether a name says that what is called gives no resource; what calling a factory gives is
  /// what the factory makes.
  func isNoResource(called name: String, _ call: Call) -> Bool {
    let words = Verbs.words(of: name)
    let isFactory = !isConstruction(call) && words.count > 1 && words.last == "factory"
    return [name, isFactory ? "" : words.last ?? name]
      .contains(where: index.behaviour.notResources.contains)
  }

  /// Whether the variable that a call's result is put into says that it is a connection:
  /// `conn = make(host)`. What is looked up was there before.
  private func isNamedHandle(_ call: Call) -> Bool {
    guard let name = calleeName(call), !Verbs.isLookup(name) else { return false }
    let isWaitedFor = isAwaited(call.result)
    return view.variables(of: call.result).contains { variable in
      guard let word = Verbs.words(of: variable).last else { return false }
      return Verbs.isHandle(word) || isWaitedFor && word == "stream"
    }
  }

  /// Whether a call takes something from what is called a pool: `pool.get()`.
  private func isOfPool(_ call: Call) -> Bool {
    guard case .method(let method, let receiver) = call.callee,
      index.behaviour.poolMethods.contains(view.text(method)),
      let name = view.facts.name(of: receiver)
    else { return false }
    return Verbs.words(of: view.text(name)).last == "pool" && call.arguments.isEmpty
  }

  /// Whether a function that is a `with` block's scope ends what a call gave after its yield: the
  /// body of the block is what the function takes it for.
  private func isOfScope(_ name: String, _ call: Call) -> Bool {
    guard view.isContextManager, !index.behaviour.notResources.contains(name) else { return false }
    let ends = releases(of: call.result)
    return scopeEnd(of: call.result) != nil
      || view.function.operations.values.contains { operation in
        guard case .yield = operation.effect else { return false }
        return ends.contains { $0.range.start > operation.range.end }
      }
  }

  /// The call by which the scope of a `with` block gives back after its yield what it got before, in
  /// other words than `close`: `self.put(client)`, `pool.release(client.connection)`.
  private func scopeEnd(of place: ID<Place>) -> String? {
    guard view.isContextManager else { return nil }
    let yields = view.function.operations.values.filter { operation in
      if case .yield = operation.effect { true } else { false }
    }
    guard let body = yields.first?.range.end else { return nil }
    let behaviour = index.behaviour
    let takers = behaviour.returnMethods + behaviour.poolReturns
    return calls(on: place, inCallbacks: false).lazy.compactMap { use -> String? in
      guard use.range.start > body, !use.call.isImplicit, let symbol = use.facts.name(of: use.call)
      else { return nil }
      let name = view.text(symbol)
      let isGiven = use.call.arguments.first.map { isOf($0.value, use.aliases) } ?? false
      return isGiven && takers.contains(name) ? name : nil
    }.first
  }

  /// Whether a value is one of some places, or a member of it.
  private func isOf(_ value: ID<Place>, _ places: BitSet) -> Bool {
    if places.contains(value.index) { return true }
    guard let maker = view.facts.definition(of: value),
      case .load(_, let object, _) = view.facts.effect(maker)
    else { return false }
    return places.contains(object.index)
  }

  func isAwaited(_ place: ID<Place>) -> Bool { view.isWaitedFor(place) }
}
