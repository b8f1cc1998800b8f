import Basis
import IR
import Linking
import RuleBook

// Whose a handle is. It stays the function's own while only variables of the function hold it. It
// becomes somebody else's by returning it, storing it in what outlives the call, or doing so with
// what leads to it: a closure that uses it (`return () => client.query(q)`), an object made of it
// (`return drizzle(client)`). Those are carriers: to use one is nothing, to give it away is all.

extension ResourceFlow {
  /// Passes the handle, or what leads to it, to another name.
  func assign(
    _ source: ID<Place>, to target: Int, escaping: Bool, in disjunct: inout Disjunct
  ) {
    let path = view.paths[source]
    if !escaping, disjunct.typestate == .held, disjunct.aliases.contains(target),
      !disjunct.aliases.contains(path), succeeds(source, target)
    {
      set(disjunct.facts[path], of: target, in: &disjunct)
      return
    }
    if letsGo(of: target, for: source, in: disjunct) { disjunct.typestate = .gone }
    let isAlias = disjunct.aliases.contains(path)
    let isReleaser = disjunct.releasers.contains(path)
    let isCarrier = disjunct.carriers.contains(path)
    let fact = disjunct.facts[path]
    guard path != target else { return }
    forget(target, in: &disjunct)
    set(fact, of: target, in: &disjunct)
    if isReleaser { disjunct.releasers.insert(target) }
    if isCarrier { disjunct.carriers.insert(target) }
    if escaping {
      handOver(source, in: &disjunct)
    } else if isAlias {
      disjunct.aliases.insert(target)
      if isNamed(target) { disjunct.key.isLost = false }
    }
  }

  /// Passes the handle to a variable. One that outlives the call is its new owner, unless this very
  /// function gives back what it holds later on.
  func put(
    _ source: ID<Place>, into target: ID<Place>, at operation: ID<Operation>,
    in disjunct: inout Disjunct
  ) {
    let path = view.paths[target]
    guard outlives(target) else {
      return assign(source, to: path, escaping: false, in: &disjunct)
    }
    let isOwn = isReleased(through: path, after: operation)
    assign(source, to: path, escaping: !isOwn, in: &disjunct)
    if isOwn, disjunct.aliases.contains(path) { disjunct.isKept = true }
  }

  /// Whether a variable lives longer than the call: it belongs to an enclosing function or module.
  func outlives(_ place: ID<Place>) -> Bool {
    switch view.function.places[place].kind {
    case .captured, .global: true
    case .local, .parameter, .receiver, .temporary, .exception: false
    }
  }

  /// Passes it to a field of an object.
  func store(
    _ value: ID<Place>, _ object: ID<Place>, _ field: Symbol, at operation: ID<Operation>,
    in disjunct: inout Disjunct
  ) {
    // A field that this very function loads again is followed like a variable: it may be released
    // through it. What the function never reads again is its new owner's.
    if let path = view.paths.field(field, of: object) {
      let wasStored = isOnlyIn(path, besides: value, disjunct)
      assign(value, to: path, escaping: false, in: &disjunct)
      if wasStored { lose(&disjunct) }
      if isReleased(through: path, after: operation) {
        // What its own object's field holds at the end is the class's duty.
        if object == view.function.receiver, disjunct.aliases.contains(path) {
          disjunct.isKept = true
          if isEndedByOthers(field) { handOver(value, in: &disjunct) }
        }
        return
      }
    }
    let isReplaced = isEndedWithObject && isOverwritten(field, of: object, besides: operation)
    if !isReplaced, isKeptByEntering(object), disjunct.aliases.contains(view.paths[value]) {
      disjunct.isKept = true
      return
    }
    if isPartOfLocal(value, object, disjunct) || settle(value, in: object, &disjunct) { return }
    if object == view.function.receiver, isEndedAnyway(value, after: operation, disjunct),
      !isEndedByOthers(field)
    {
      return
    }
    let isFresh = disjunct.typestate == .held && disjunct.aliases.contains(view.paths[value])
    handOver(value, in: &disjunct)
    if isFresh, isOverwritten(field, of: object, besides: operation) { disjunct.isStored = true }
  }

  /// Whether the function gives the handle back on all ordinary ways from here, under a name of its own:
  /// then a field only shows for a while what it works with.
  private func isEndedAnyway(
    _ value: ID<Place>, after store: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    guard disjunct.typestate == .held, disjunct.aliases.contains(view.paths[value]) else {
      return false
    }
    let ends = endings.filter { _, places in
      places.contains { isNamed(view.paths[$0]) && disjunct.aliases.contains(view.paths[$0]) }
    }
    return !ends.isEmpty && view.isAlways(store, followedByOneOf: Set(ends.keys))
  }

  /// Whether the function gives back what stands at this path further down: what it gives back
  /// before is what stood there until then.
  private func isReleased(through path: Int, after store: ID<Operation>) -> Bool {
    endings.contains { ending, places in
      ending >= store && places.contains { view.paths[$0] == path }
    }
  }

  /// Whether another method of the object's class ends what a field holds: whatever happens in this
  /// one, the object can still be ended. One that is not made or entered yet cannot.
  private func isEndedByOthers(_ field: Symbol) -> Bool {
    guard let owner = view.function.owner, view.function.kind != .constructor,
      !["__enter__", "__aenter__", "__init__"].contains(view.text(view.function.name))
    else { return false }
    let module = view.program.functions[view.id].module
    let finder = OwnerFinder(view: view)
    return view.program.type(view.program.id(of: owner, in: module)).members.contains { member in
      let method = view.program.id(of: member.function, in: module)
      return method != view.id && finder.givesBack(field, in: method)
    }
  }

  /// Passes it to an object that is made of it.
  func pack(_ aggregate: Aggregate, _ into: ID<Place>, in disjunct: inout Disjunct) {
    let before = disjunct
    forget(into.index, in: &disjunct)
    set(.truthy, of: into.index, in: &disjunct)
    for entry in aggregate.entries {
      if before.aliases.contains(view.paths[entry.value]) { disjunct.aliases.insert(into.index) }
      if before.releasers.contains(view.paths[entry.value]) {
        disjunct.releasers.insert(into.index)
      }
      if before.carriers.contains(view.paths[entry.value]) {
        disjunct.carriers.insert(into.index)
      }
    }
  }

  /// A closure that releases what it captures can take the obligation over.
  func close(
    over function: ID<Function>, _ into: ID<Place>, in disjunct: inout Disjunct
  ) {
    forget(into.index, in: &disjunct)
    set(.truthy, of: into.index, in: &disjunct)
    let nested = view.program.id(of: function, besides: view.id)
    for capture in view.program[nested].captures {
      let path = view.paths[capture.outer]
      if disjunct.releasers.contains(path) { disjunct.releasers.insert(into.index) }
      if disjunct.carriers.contains(path) { disjunct.carriers.insert(into.index) }
      guard disjunct.aliases.contains(path) else { continue }
      if isEndedByPipe, disjunct.typestate == .held { disjunct.typestate = .gone }
      switch effect(on: capture.inner, of: nested) {
      case .borrows, .returns:
        if isRead(capture.inner, in: nested) {
          disjunct.releasers.insert(into.index)
        } else {
          disjunct.carriers.insert(into.index)
        }
      case .releases, .sometimesReleases, .keeps: disjunct.releasers.insert(into.index)
      }
    }
  }

  /// Whether a function reads a member of a place by which the handle is given back.
  private func isRead(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Bool {
    let members = acquisition.spec.readBy
    guard !members.isEmpty else { return false }
    let facts = view.context.facts.facts(of: function)
    return facts.function.operations.values.contains { operation in
      guard case .load(let field, let object, _) = operation.effect else { return false }
      return members.contains(view.text(field)) && facts.origins(of: object).contains(place)
    }
  }

  /// A generator that releases after its yield still owns what it yields; one that delegates to
  /// what leads to the handle only waits for it: `yield from session.request()`.
  func yield(_ value: ID<Place>, _ delegates: Bool, in disjunct: inout Disjunct) {
    if delegates, !disjunct.aliases.contains(view.paths[value]) { return }
    let origins = view.facts.origins(of: value)
    let isEnded = endings.values.contains { places in
      places.contains { view.facts.origins(of: $0).contains(where: origins.contains) }
    }
    if !isEnded, !callsPartner, !isScopesOwn(value) { handOver(value, in: &disjunct) }
  }

  /// Whether a connection is lent to the body of a `with` block, or to who asks a framework for it: the
  /// function that is its scope took it, and asks something of it when the body is done, as
  /// `connection.commit()`.
  private func isScopesOwn(_ value: ID<Place>) -> Bool {
    guard view.isContextManager || yieldsOnceGuarded,
      [.model, .name].contains(acquisition.evidence), acquisition.site != .entry,
      [.connection, .session].contains(acquisition.spec.kind),
      !acquisition.spec.isClosedImplicitly
    else { return false }
    let aliases = view.forwardAliases(of: acquisition.handle)
    var isBehind = false
    for operation in view.function.operations.values {
      switch operation.effect {
      case .yield: isBehind = true
      case .call(let call):
        if isBehind, let receiver = call.receiver, aliases.contains(receiver.index) { return true }
      default: continue
      }
    }
    return false
  }

  /// Whether a generator gives one thing, and handles what is raised by who works with it:
  /// `try: yield connection`, `except: connection.rollback()`.
  private var yieldsOnceGuarded: Bool {
    let yields = view.function.operations.ids.filter { operation in
      if case .yield = view.facts.effect(operation) { true } else { false }
    }
    guard let only = yields.first, yields.count == 1 else { return false }
    let block = view.facts.block(of: only)
    return view.function.blocks[block].unwind != view.function.exceptionalExit
      && view.blocks(plainlyFrom: block).isDisjoint(with: view.function.loopHeads)
  }

  /// Whether the function calls what gives the handle back in words of its own.
  private var callsPartner: Bool {
    !acquisition.partners.isEmpty
      && view.function.operations.values.contains { operation in
        guard case .call(let call) = operation.effect, let name = calleeName(call) else {
          return false
        }
        return acquisition.partners.contains(view.text(name))
      }
  }

  /// What is given away here is no longer ours.
  func handOver(_ place: ID<Place>, in disjunct: inout Disjunct) {
    let path = view.paths[place]
    guard
      disjunct.aliases.contains(path) || disjunct.releasers.contains(path)
        || disjunct.carriers.contains(path)
    else { return }
    if disjunct.typestate == .held { disjunct.typestate = .gone }
    disjunct.isStored = false
  }

  // MARK: Carriers

  /// Whether the result of a call that cannot be followed may be an object around the handle.
  ///
  /// What is awaited at once is an answer and no object; so is what a verb of asking gives.
  func isWrapped(_ call: Call, at operation: ID<Operation>, _ disjunct: Disjunct) -> Bool {
    guard disjunct.typestate == .held, !call.isConstruction, view.roles[operation] == nil,
      call.arguments.contains(where: { disjunct.aliases.contains(view.paths[$0.value]) }),
      isUnknown(operation), isKeptAsIs(call)
    else { return false }
    let verbs = view.context.roles.index.behaviour.askingVerbs
    return calleeName(call).map { !Verbs.speak(of: verbs, in: view.text($0)) } ?? false
  }

  /// Whether a method gives a part of the handle that lives as long: `client.db()`, `newPage()`.
  func isDerived(_ call: Call, _ disjunct: Disjunct) -> Bool {
    guard disjunct.typestate == .held, !isCounted, case .method(let symbol, let owner) = call.callee
    else { return false }
    let path = view.paths[owner]
    guard disjunct.aliases.contains(path) || disjunct.carriers.contains(path) else { return false }
    let behaviour = view.context.roles.index.behaviour
    if behaviour.requestingMethods.contains(view.text(symbol)) { return false }
    // What a part that ends by itself is asked for is an answer: `connection.execute(query)`.
    let isAnswer =
      isPart(owner, disjunct) && Verbs.speak(of: behaviour.askingVerbs, in: view.text(symbol))
    if acquisition.spec.kind == .client, !isAnswer, isKeptAsIs(call) { return true }
    if behaviour.derivingMethods.contains(view.text(symbol)) { return true }
    // `sock.connect(address)` opens the handle itself.
    if behaviour.openingMethods.contains(view.text(symbol)) { return false }
    return Verbs.speak(of: behaviour.acquireVerbs, in: view.text(symbol))
  }

  /// Whether the resource is one of a few that many share: a pool's slot, a lock, a transaction.
  private var isCounted: Bool { acquisition.spec.weight == .high }

  /// Whether a member of a handle is as good as the handle: `file.readable`.
  func isStream(_ field: Symbol) -> Bool {
    if acquisition.spec.kind == .client, !isCounted { return true }
    return view.context.roles.index.behaviour.streamMembers.contains(view.text(field))
  }

  /// Whether neither the program nor a model says what a call does.
  func isUnknown(_ operation: ID<Operation>) -> Bool {
    let targets = view.program.targets(of: operation, in: view.id)
    return targets.functions.isEmpty && targets.constructed.isEmpty
      && !targets.names.contains(where: view.program.catalog.isOfModelledModule)
  }

  /// Whether something is done with a value, and it is not waited for.
  ///
  /// An asynchronous function waits for what it returns, unless a function that makes something
  /// gave it: `return drizzle(client)`, and not `return handler.run(client)`.
  private func isKeptAsIs(_ call: Call) -> Bool {
    let uses = view.facts.uses(of: call.result)
    if uses.isEmpty {
      if view.function.isAsync, call.receiver != nil { return false }
      return view.isReturned(call.result)
    }
    return !uses.contains { use in
      if case .await = view.facts.effect(use) { true } else { false }
    }
  }

  /// Whether a carrier is given to what keeps it.
  func isCarriedAway(by call: Call, at operation: ID<Operation>, _ disjunct: Disjunct) -> Bool {
    guard !disjunct.carriers.isEmpty,
      call.arguments.contains(where: { disjunct.carriers.contains(view.paths[$0.value]) })
    else { return false }
    guard let symbol = calleeName(call) else { return false }
    let name = view.text(symbol)
    if view.context.roles.index.behaviour.keepMethods.contains(name) { return true }
    let constructed = view.program.targets(of: operation, in: view.id).constructed
    if call.isConstruction || !constructed.isEmpty {
      return !view.isPromise(call, view.facts) && !isMereHolder(operation)
    }
    // A server's handler uses the process's client as long as the process lives.
    return acquisition.spec.kind == .client && isUnknown(operation)
      && !view.context.roles.index.behaviour.iteratingMethods.contains(name)
  }

  /// Whether a pooled connection is wrapped in objects whose classes never give anything back, or
  /// a file in an object that reads it: `Reader(open(path))` closes nothing by itself.
  func isMereHolder(_ operation: ID<Operation>) -> Bool {
    guard acquisition.evidence == .model || acquisition.evidence == .siblings else { return false }
    let targets = view.program.targets(of: operation, in: view.id)
    let releaseNothing = targets.constructed.allSatisfy { type in
      view.context.releasesNothing(type)
        && view.context.calls(none: acquisition.spec.releaseMethods, in: type)
    }
    switch acquisition.spec.kind {
    case .other where acquisition.evidence == .siblings:
      return !targets.constructed.isEmpty && releaseNothing
    case .connection:
      return acquisition.spec.weight == .high && !targets.constructed.isEmpty && releaseNothing
    case .file:
      guard acquisition.spec.isCollected, case .call(let call) = view.facts.effect(operation) else {
        return false
      }
      return releaseNothing && isReader(call, targets)
    default: return false
    }
  }

  /// Whether an object is made that is given the handle to read or write, as far as names tell.
  private func isReader(_ call: Call, _ targets: CallTargets) -> Bool {
    if !targets.constructed.isEmpty { return true }
    guard targets.functions.isEmpty, !isOfOwnClass(call), calleeName(call) != nil else {
      return false
    }
    return call.isConstruction || isNamedAsConstruction(call)
  }
}

extension FunctionView {
  /// Whether a call only uses what it is given: a process has the file open for itself.
  func isBorrowed(by operation: ID<Operation>) -> Bool {
    (roles[operation] ?? []).contains { role in
      if case .borrows = role { true } else { false }
    }
  }

  /// Whether a return gives a place as it is.
  func isReturned(_ place: ID<Place>) -> Bool {
    function.blocks.values.contains { block in
      if case .return(let value?) = block.terminator { value == place } else { false }
    }
  }
}
