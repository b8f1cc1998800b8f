import Basis
import Findings
import IR
import Linking
import RuleBook

/// Finds where a function comes to hold resources: by model, by telling name, by its own behaviour.
struct AcquisitionFinder {
  let view: FunctionView
  let summaries: Summaries

  /// An acquisition and the function that holds it: another one when a callback is given it.
  struct Found {
    var function: ID<ProgramFunction>
    var acquisition: Acquisition
  }

  var index: RoleIndex { view.context.roles.index }

  /// All acquisitions that the function's calls make.
  func find() -> [Found] {
    view.function.operations.ids.flatMap { operation -> [Found] in
      guard case .call(let call) = view.facts.effect(operation), !call.isImplicit,
        !isOfSuperclass(call)
      else { return [] }
      let modelled = byModel(call, at: operation)
      if !modelled.isEmpty { return modelled }
      let delivered = byDelivery(call, at: operation)
      if !delivered.isEmpty { return delivered }
      if let wrapped = byWrapper(call, at: operation) {
        guard isKnownByKey(wrapped, call) else { return [wrapped] }
        return byPartner(call, at: operation).map { [$0] } ?? []
      }
      let run = byRunning(call, at: operation)
      if !run.isEmpty { return run }
      let inherited = byHeritage(call, at: operation)
      if !inherited.isEmpty { return inherited }
      let told = byName(call, at: operation)
      if !told.isEmpty { return told }
      if let named = byNamedGiver(call, at: operation) { return [named] }
      let spoken =
        byBehaviour(call, at: operation) ?? byUnlocking(call, at: operation)
        ?? byPartner(call, at: operation) ?? byBody(call, at: operation)
      let made =
        spoken ?? byFunction(call, at: operation) ?? byMember(call, at: operation)
        ?? byCommitting(call, at: operation) ?? byOpening(call, at: operation)
      let shown =
        made ?? byStarting(call, at: operation) ?? bySubscribing(call, at: operation)
        ?? byFactory(call, at: operation) ?? bySibling(call, at: operation)
      return shown.map { [$0] } ?? byCallback(call, at: operation)
    }
  }

  /// A subclass that calls its base's constructor takes for itself what its own caller answers for.
  private func isOfSuperclass(_ call: Call) -> Bool {
    switch call.callee {
    case .superconstructor: true
    case .method(let name, _): view.text(name) == "__init__"
    case .supermethod, .value: false
    }
  }

  // MARK: By model

  private func byModel(_ call: Call, at operation: ID<Operation>) -> [Found] {
    var result: [Found] = []
    for role in view.roles[operation] ?? [] {
      guard case .acquire(let resource, let pattern) = role else { continue }
      let start = start(resource, evidence: .model, confidence: .high, call, at: operation)
      result += make(pattern, start, call, at: operation).compactMap { counted($0, call) }
    }
    // A callee with a promise and a callback form is the one that its arguments fit.
    let callbacks = result.filter { $0.acquisition.site == .entry }
    return callbacks.isEmpty ? result : callbacks
  }

  /// The acquisition where somebody answers for it. What ends by itself is nobody's duty, unless
  /// some code gives it back; what ends with its parent is, if the parent is somebody else's.
  func counted(_ found: Found, _ call: Call) -> Found? {
    let spec = found.acquisition.spec
    // What is closed in two places its author would close wherever it is from.
    if spec.kind == .file, isOfMemory(call), releases(of: found.acquisition.handle).count < 2 {
      return nil
    }
    if spec.kind == .response, spec.weight == .low, isOfPage { return nil }
    if let outer = outward(found) { return outer }
    if spec.kind == .timer, let cleared = clearedByOthers(found, call) { return cleared }
    if spec.kind == .timer, isClearedElsewhere(found) { return nil }
    guard spec.isClosedImplicitly else { return found }
    // Who put it into a list or table answers for it: `self.timers[key].start()`.
    if found.acquisition.handle == call.receiver, isElement(found.acquisition.handle) { return nil }
    // What runs on beside the process's own work ends with it.
    if spec.kind == .other, spec.isCollected, !found.acquisition.isPath, isOfProcess { return nil }
    let isOfParent = spec.isClosedWithParent && found.function == view.id && isOfCaller(call)
    if isOfParent || isGivenBack(found) || isHeldForEver(found) || isOfOneCall(found)
      || isGivenBackInGenerator(found)
    {
      return found
    }
    var result = found
    if isPipedToResponse(found) {
      result.acquisition.isPiped = true
    } else if isPipedInto(found) {
      result.acquisition.isLostOnlyByException = true
    } else if isReadBehindWait(found) {
      result.acquisition.isLostOnlyByException = true
      result.acquisition.isEndedByUse = true
    } else {
      return passedOn(found)
    }
    return result
  }

  /// A timer that functions written here clear: one that goes on and on, which is seen to from where
  /// such a function is handed to somebody on, and one that is returned with its end.
  private func clearedByOthers(_ found: Found, _ call: Call) -> Found? {
    if !endersReturned(with: found.acquisition).isEmpty { return passedOn(found) }
    guard let name = calleeName(call), index.behaviour.repeatingCalls.contains(name),
      let work = call.arguments.first
    else { return nil }
    let aliases = view.forwardAliases(of: found.acquisition.handle)
    // What clears itself ends when its work is done.
    if gives(work.value, back: found.acquisition, aliases) { return nil }
    let isCleared = view.function.operations.values.contains { operation in
      guard case .call(let listening) = operation.effect, let listener = listening.arguments.last,
        case .method(let name, _) = listening.callee,
        index.behaviour.listeningMethods.contains(view.text(name))
      else { return false }
      return gives(listener.value, back: found.acquisition, aliases)
    }
    return isCleared ? found : nil
  }

  /// Whether the module is of a page in a browser, which frees its responses itself: something in
  /// it uses a member of the page, or imports what only pages do.
  var isOfPage: Bool {
    let module = view.program.modules[view.program.functions[view.id].module]
    return module.functions.values.contains { function in
      function.operations.values.contains { operation in
        switch operation.effect {
        case .load(_, let object, _):
          guard function.places[object].kind == .global, let name = function.places[object].name
          else { return false }
          return index.behaviour.pageNames.contains(view.text(name))
        case .importModule(let item, _):
          return index.behaviour.pageModules.contains(view.text(item.module))
        default: return false
        }
      }
    }
  }

  /// Whether a file is opened over one that is nowhere but in memory: `Image.open(BytesIO(data))`.
  private func isOfMemory(_ call: Call) -> Bool {
    call.arguments.contains { argument in
      let makers = view.facts.makers(of: argument.value)
      return !makers.isEmpty
        && makers.allSatisfy { maker in
          let names = view.program.targets(of: maker, in: view.id).names
          return !names.isEmpty && names.allSatisfy(index.behaviour.memoryFiles.contains)
        }
    }
  }

  /// Whether the receiver of a call is a parameter, or in a field that the function only reads, of its own
  /// object or of what it was given: what comes of it outlives the function.
  private func isOfCaller(_ call: Call) -> Bool {
    call.receiver.map { isOfCaller($0, depth: 4) } ?? false
  }

  private func isOfCaller(_ place: ID<Place>, depth: Int) -> Bool {
    let origins = view.facts.origins(of: place)
    return depth > 0 && !origins.isEmpty
      && origins.allSatisfy { origin in
        if view.function.places[origin].kind == .parameter { return true }
        let definitions = view.facts.definitions(of: origin)
        return !definitions.isEmpty
          && definitions.allSatisfy { definition in
            guard case .load(let field, let object, _) = view.facts.effect(definition) else {
              return false
            }
            return (object == view.function.receiver || isOfCaller(object, depth: depth - 1))
              && !isStoredHere(field)
          }
      }
  }

  private func isStoredHere(_ field: Symbol) -> Bool {
    view.function.operations.values.contains { operation in
      if case .store(_, _, field) = operation.effect { true } else { false }
    }
  }

  /// Whether a handle came from elsewhere: a parameter, a field, a variable around the function.
  func isBorrowed(_ place: ID<Place>) -> Bool {
    view.facts.origins(of: place).contains { origin in
      switch view.function.places[origin].kind {
      case .parameter, .receiver, .captured, .global: return true
      case .local, .temporary, .exception: break
      }
      return view.facts.definitions(of: origin).contains { definition in
        switch view.facts.effect(definition) {
        case .load, .loadElement: true
        default: false
        }
      }
    }
  }

  /// A client that is made and then connected is taken where it is made.
  private func locate(_ acquisition: inout Acquisition, at handle: ID<Place>) {
    let isOpened = [.connection, .client].contains(acquisition.spec.kind)
    guard isOpened, let maker = view.facts.makers(of: handle).first,
      case .call(let call) = view.facts.effect(maker), call.isConstruction
    else { return }
    acquisition.location = view.context.location(of: maker, in: view.id)
    acquisition.text = view.context.facts.calleeText(of: maker, in: view.id)
  }

  /// Whether a handle was put where others find it before it was opened.
  func isStored(_ place: ID<Place>, before site: Acquisition.Site) -> Bool {
    guard case .call(let acquire) = site else { return false }
    let aliases = view.facts.origins(of: place).reduce(into: BitSet()) { result, origin in
      result.formUnion(view.forwardAliases(of: origin))
    }
    return view.function.operations.ids.prefix(acquire.index).contains { operation in
      switch view.facts.effect(operation) {
      case .store(let value, _, _), .storeElement(let value, _, _):
        return aliases.contains(value.index)
      case .copy(let source, let into):
        guard aliases.contains(source.index) else { return false }
        if case .captured = view.function.places[into].kind { return true }
        return false
      case .call(let call):
        guard case .method(let name, let list) = call.callee, !aliases.contains(list.index),
          index.behaviour.keepMethods.contains(view.text(name)), isBorrowed(list)
        else { return false }
        return call.arguments.contains { aliases.contains($0.value.index) }
      default: return false
      }
    }
  }

  private func byName(_ call: Call, at operation: ID<Operation>) -> [Found] {
    guard case .method(let method, let receiver) = call.callee, mayTell(call, at: operation) else {
      return []
    }
    let name = view.facts.name(of: receiver).map { view.text($0) } ?? ""
    let told = index.telling(method: view.text(method), receiver: name)
    // Several libraries share the name: one of them stands for all, a callback's shape decides.
    let hasCallback = call.arguments.last.map { !functions($0.value).isEmpty } ?? false
    guard
      let best = told.first(where: { ($0.pattern.callback != nil) == hasCallback })
        ?? (hasCallback ? nil : told.first)
    else { return [] }
    let holds = best.pattern.call.conditions.allSatisfy {
      view.context.roles.holds($0, of: call, in: view.id)
    }
    guard holds else { return [] }
    let start = start(best.resource, evidence: .name, confidence: .medium, call, at: operation)
    return make(best.pattern, start, call, at: operation).compactMap { counted($0, call) }
  }

  /// Whether nothing better than its name says what a call gives: a function of the program's own
  /// that takes what it gives from where we cannot see is what it is called.
  private func mayTell(_ call: Call, at operation: ID<Operation>) -> Bool {
    let targets = view.program.targets(of: operation, in: view.id)
    if targets.isEmpty { return true }
    guard targets.constructed.isEmpty,
      !targets.names.contains(where: view.program.catalog.isOfModelledModule)
    else { return false }
    return targets.functions.isEmpty
      || !givesWhatIsKept(operation) && !targets.functions.contains(where: keepsResult)
        && isKeptInVariable(call.result)
  }

  /// Whether a function keeps what it gives where others find it.
  private func keepsResult(_ function: ID<ProgramFunction>) -> Bool {
    let inner = FunctionView(function, context: view.context)
    return inner.function.blocks.values.contains { block in
      guard case .return(let place?) = block.terminator else { return false }
      return inner.facts.origins(of: place).contains(where: inner.keeps)
    }
  }

  /// Whether a variable holds a value, or something is asked of it.
  private func isKeptInVariable(_ place: ID<Place>) -> Bool {
    view.forwardAliases(of: place).members.contains { alias in
      view.function.places[ID(alias)].name != nil
        || view.facts.uses(of: ID(alias)).contains { use in
          if case .call(let call) = view.facts.effect(use) {
            call.receiver == ID(alias)
          } else {
            false
          }
        }
    }
  }

  func start(
    _ resource: Int, evidence: Acquisition.Evidence, confidence: Confidence, _ call: Call,
    at operation: ID<Operation>
  ) -> Acquisition {
    Acquisition(
      site: .call(operation), handle: call.result, resource: resource,
      spec: index.resources[resource], evidence: evidence, confidence: confidence,
      location: view.context.location(of: operation, in: view.id),
      text: view.context.facts.calleeText(of: operation, in: view.id))
  }

  func make(
    _ pattern: AcquirePattern, _ start: Acquisition, _ call: Call, at operation: ID<Operation>
  ) -> [Found] {
    if let shape = pattern.callback {
      let given = makeCallback(shape, start, call)
      if !given.isEmpty || !isPromisified(call, at: operation) { return given }
    }
    var acquisition = start
    acquisition.succeedsIfTrue = pattern.succeedsIfTrue
    acquisition.isFailure = pattern.isFailure
    if acquisition.spec.endsWithParent { acquisition.parent = call.receiver }
    guard let place = pattern.call.value, !place.isResult else {
      if let element = pattern.call.value?.path.first {
        take(element, of: call.result, in: &acquisition)
        acquisition.companions = Set(
          pattern.companions.compactMap { view.program.symbols.lookup($0) })
      }
      if acquisition.spec.kind == .lock, isCalledToRelease(acquisition.handle) {
        acquisition.isReleaser = true
      }
      return [Found(function: view.id, acquisition: acquisition)]
    }
    let value = view.context.roles.reader.value(at: place, of: call, in: view.id)
    guard case .places(let places) = value, let handle = places.first,
      handle.function == view.id
    else { return [] }
    acquisition.handle = stem(of: handle.place)
    if place.isReceiver { locate(&acquisition, at: acquisition.handle) }
    let found = Found(function: view.id, acquisition: acquisition)
    let held = acquisition.handle
    if pattern.isFailure { return isLeftFailed(held) ? [found] : [] }
    if !isStored(held, before: start.site), !isAwaited(call.result), isSeenToByListeners(held) {
      var seen = found
      seen.acquisition.isSeenTo = true
      return [seen]
    }
    // What `this.client.connect()` opens is the duty of whoever holds the client.
    if isBorrowed(held), !isGivenBack(found) || isEndedBefore(held, operation) {
      guard isHeldForEver(found) else { return [] }
      acquisition.confidence = .medium
      return [Found(function: view.id, acquisition: acquisition)]
    }
    if isStored(held, before: start.site) { return [] }
    return [found]
  }

  /// Whether a method that calls back is called by another name, and waited for: it was promisified,
  /// alone or with all of its object.
  private func isPromisified(_ call: Call, at operation: ID<Operation>) -> Bool {
    guard isAwaited(call.result), let name = calleeName(call) else { return false }
    let names = view.program.targets(of: operation, in: view.id).names
    return !names.isEmpty
      && names.allSatisfy { $0.split { ".#".contains($0) }.last.map(String.init) != name }
  }

  /// Whether what a call opens anew was ended before, and is not after it: a field is made afresh.
  private func isEndedBefore(_ handle: ID<Place>, _ opening: ID<Operation>) -> Bool {
    let ends = view.function.operations.ids.filter { operation in
      guard case .call(let call) = view.facts.effect(operation), !call.isImplicit,
        case .method(let name, let receiver) = call.callee
      else { return false }
      return index.behaviour.releaseMethods.contains(view.text(name))
        && view.paths[receiver] == view.paths[handle]
    }
    return !ends.isEmpty && ends.allSatisfy { $0 < opening }
  }

  /// Follows one element of what a call gives: by its only load, or with all that it stands in.
  private func take(
    _ element: String, of result: ID<Place>, in acquisition: inout Acquisition
  ) {
    guard let field = view.program.symbols.lookup(element) else { return }
    let aliases = view.forwardAliases(of: result)
    let loads = view.function.operations.values.compactMap { operation -> ID<Place>? in
      guard case .load(field, let object, let into) = operation.effect,
        aliases.contains(object.index)
      else { return nil }
      return into
    }
    if loads.count == 1, aliases.members.count == 1 {
      acquisition.handle = loads[0]
    } else {
      acquisition.element = field
    }
  }

  func functions(_ place: ID<Place>) -> [ID<ProgramFunction>] {
    view.program.values(of: place, in: view.id).compactMap { value in
      if case .function(let function) = value { function } else { nil }
    }
  }

  // MARK: By wrapper

  private func byWrapper(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard let (wrapper, inner) = wrapped(call, at: operation), !isAnsweredByCallback(call) else {
      return nil
    }
    var acquisition = inner.given(by: wrapper, at: .call(operation), as: call.result)
    acquisition.location = view.context.location(of: operation, in: view.id)
    acquisition.text = view.context.facts.calleeText(of: operation, in: view.id)
    let found = Found(function: view.id, acquisition: acquisition)
    return inner.isLatent ? answered(found) : found
  }
}
