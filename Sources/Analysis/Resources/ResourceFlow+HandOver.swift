import Basis
import IR
import Linking
import RuleBook

// Which calls take the handle over: by model, by what the callee does with it, or by their names.

extension ResourceFlow {
  /// Whether a model says that the call takes the resource over.
  func isHandedOff(
    by call: Call, at operation: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    // What is left by its reader is nobody's, whoever else would have ended it.
    !acquisition.isPiped
      && (view.roles[operation] ?? []).contains { role in
        guard case .handOff(let resource, let pattern) = role,
          resource == nil || resource == acquisition.resource
        else { return false }
        // `os.fork()`: a call without arguments that some resource names takes all of that sort.
        if resource != nil, pattern.value == nil, call.arguments.isEmpty { return true }
        let taken = pattern.value == nil ? call.arguments.map(\.value) : places(of: pattern, call)
        return taken.contains { place in
          disjunct.aliases.contains(view.paths[place])
            || pattern.value != nil && isStreamOfHandle(place, disjunct)
        }
      }
  }

  /// Whether a value is the stream of the handle, which ends with it: `response.raw`.
  private func isStreamOfHandle(_ place: ID<Place>, _ disjunct: Disjunct) -> Bool {
    view.facts.makers(of: place).contains { maker in
      guard case .load(let member, let object, _) = view.facts.effect(maker) else { return false }
      return disjunct.aliases.contains(view.paths[object])
        && view.context.roles.index.behaviour.streamMembers.contains(view.text(member))
    }
  }

  /// Whether the call takes the resource over.
  func isTaken(
    by call: Call, at operation: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    func isOurs(_ place: ID<Place>) -> Bool { disjunct.aliases.contains(view.paths[place]) }
    if call.arguments.contains(where: { disjunct.releasers.contains(view.paths[$0.value]) }) {
      return !isOnlyLent(to: call, at: operation, disjunct) && !isOnlyForErrors(call, disjunct)
    }
    if call.arguments.contains(where: { givesBack($0.value, disjunct) }) { return true }
    if isCarriedAway(by: call, at: operation, disjunct) { return true }
    if let receiver = call.receiver, isOurs(receiver), isHandedOn(by: call) { return true }
    guard call.arguments.contains(where: { isOurs($0.value) }) else { return false }
    let isDelivered = call.arguments.indices.contains { position in
      isOurs(call.arguments[position].value)
        && view.delivery(by: call, position: position) != nil
    }
    if isDelivered || isPiped(into: call) { return true }
    if isMereHolder(operation) || view.isBorrowed(by: operation) { return false }
    let targets = view.program.targets(of: operation, in: view.id)
    if isToldPath(call, at: operation, targets, disjunct) { return false }
    if targets.functions.isEmpty, targets.constructed.isEmpty,
      isOfBase(call) && !isReadByMethod(call) || isClosedByEntering(call)
    {
      return true
    }
    let (given, reached) = view.reached(by: call, at: operation)
    if reached.contains(where: { keeps(given, $0, isOurs) }) {
      return !isLent(to: call, at: operation, disjunct)
    }
    if !reached.isEmpty, targets.constructed.isEmpty { return false }
    return isConstruction(call, targets) && !isLent(to: call, at: operation, disjunct)
      || isKeptByVerb(call)
  }

  /// Whether an object is made of the handle and does not leave the function, which gives the handle back
  /// itself further down: `view = Table(connection)`, `connection.close()`.
  func isLent(
    to call: Call, at operation: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    let targets = view.program.targets(of: operation, in: view.id)
    guard disjunct.typestate == .held, !acquisition.isName, !acquisition.isPiped,
      isConstruction(call, targets) || !targets.functions.isEmpty && isAsked(call.result),
      !isOfOwnClass(call), !givesOn(call.result), !view.isBorrowed(by: operation),
      call.arguments.contains(where: { isOurs($0.value, disjunct) })
    else { return false }
    return view.staysInside(call.result)
      && endings.contains { ending, places in
        places.contains { isOurs($0, disjunct) } && view.leads(from: operation, to: ending)
      }
  }

  /// Whether the function asks something of a value: what a call made of the handle, and not only that it
  /// took it.
  private func isAsked(_ place: ID<Place>) -> Bool {
    view.forwardAliases(of: place).members.contains { alias in
      view.facts.uses(of: ID(alias)).contains { use in
        switch view.facts.effect(use) {
        case .load: true
        case .call(let call): !call.isImplicit && call.receiver?.index == alias
        default: false
        }
      }
    }
  }

  /// Whether the function returns what a value gives: `return wrapped.unwrap()`.
  private func givesOn(_ place: ID<Place>) -> Bool {
    view.forwardAliases(of: place).members.contains { alias in
      view.facts.uses(of: ID(alias)).contains { use in
        guard case .call(let call) = view.facts.effect(use), call.receiver?.index == alias else {
          return false
        }
        return call.arguments.isEmpty && view.isReturned(call.result)
      }
    }
  }

  private func isOurs(_ place: ID<Place>, _ disjunct: Disjunct) -> Bool {
    disjunct.aliases.contains(view.paths[place])
  }

  /// Whether a constructor of the program that would own the handle loses it where it raises.
  func isLostInConstructor(
    _ call: Call, at operation: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    let targets = view.program.targets(of: operation, in: view.id)
    guard !targets.constructed.isEmpty else { return false }
    return targets.functions.contains { constructor in
      let target = view.program[constructor]
      return target.parameters.indices.contains { index in
        call.handles(for: index, of: target).contains { disjunct.aliases.contains(view.paths[$0]) }
          && LosingConstructors(context: view.context).lose(index, of: constructor)
      }
    }
  }

  /// Whether an object is only told the path of what the function itself removes further down: that
  /// the object knows it makes it no owner.
  private func isToldPath(
    _ call: Call, at operation: ID<Operation>, _ targets: CallTargets, _ disjunct: Disjunct
  ) -> Bool {
    guard acquisition.isPath, isConstruction(call, targets) else { return false }
    let removals = acquisition.spec.releaseMethods
    guard targets.constructed.allSatisfy({ view.context.calls(none: removals, in: $0) }) else {
      return false
    }
    return isReleasedByItself(after: operation, disjunct)
  }

  /// Whether something is piped to a stream whose end that is, directly or in a wrapper of it.
  private func isPiped(into call: Call) -> Bool {
    guard isEndedByPipe, let name = calleeName(call) else { return false }
    return view.context.roles.index.behaviour.pipingCalls.contains(view.text(name))
  }

  /// Whether a stream is nobody's duty as soon as something is piped to it.
  var isEndedByPipe: Bool {
    acquisition.isLostOnlyByException && acquisition.spec.kind == .stream
  }

  /// Whether a call is given a closure that may give the handle back, while the function itself does
  /// so after the call in any case: the closure runs meanwhile, any number of times.
  private func isOnlyLent(
    to call: Call, at operation: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    let nested = call.arguments.filter { disjunct.releasers.contains(view.paths[$0.value]) }
      .flatMap { view.facts.makers(of: $0.value) }
    let areSometimes = nested.allSatisfy { maker in
      guard case .closure(let function, _) = view.facts.effect(maker) else { return false }
      let id = view.program.id(of: function, besides: view.id)
      return view.program[id].captures.contains { capture in
        disjunct.aliases.contains(view.paths[capture.outer])
          && effect(on: capture.inner, of: id) == .sometimesReleases
      }
    }
    return !nested.isEmpty && areSometimes && isWaitedFor(call.result)
      && isReleasedByItself(after: operation, disjunct)
  }

  /// Whether a call has a closure give the handle back when the handle itself tells of an error, while
  /// what is asked of it reports its failures otherwise: `page.on('error', () => page.close())`.
  private func isOnlyForErrors(_ call: Call, _ disjunct: Disjunct) -> Bool {
    guard acquisition.spec.isClosedWithParent, case .method(let name, let receiver) = call.callee,
      disjunct.aliases.contains(view.paths[receiver]), let event = call.arguments.first,
      view.context.roles.index.behaviour.listeningMethods.contains(view.text(name)),
      case .string(let text)? = view.facts.literal(of: event.value)
    else { return false }
    return view.context.roles.index.behaviour.failureEvents.contains(view.text(text))
  }

  /// Whether the function gives the handle back further down, whatever way it takes from here.
  private func isReleasedByItself(after operation: ID<Operation>, _ disjunct: Disjunct) -> Bool {
    endings.contains { ending, places in
      ending > operation && places.contains { disjunct.aliases.contains(view.paths[$0]) }
    }
  }

  /// Whether a value is a nested function, made before the handle, that gives it back.
  private func givesBack(_ value: ID<Place>, _ disjunct: Disjunct) -> Bool {
    guard disjunct.typestate == .held else { return false }
    return view.facts.makers(of: value).contains { maker in
      guard case .closure(let nested, _) = view.facts.effect(maker) else { return false }
      return releasedCaptures(of: view.program.id(of: nested, besides: view.id))
        .contains { disjunct.aliases.contains(view.paths[$0]) }
    }
  }

  /// Whether a constructor or a method that the class inherits, and nobody knows, is called.
  private func isOfBase(_ call: Call) -> Bool {
    switch call.callee {
    case .superconstructor, .supermethod: true
    case .method(let name, let receiver):
      receiver == view.function.receiver || view.text(name) == "__init__"
    case .value(let callee):
      // `this[step](handle)`: a method whose name is not known.
      view.facts.definition(of: callee).map { maker in
        if case .loadElement = view.facts.effect(maker) { true } else { false }
      } ?? false
    }
  }

  /// Whether a method says that it reads the file that it is given: `self.load_config(file)`.
  private func isReadByMethod(_ call: Call) -> Bool {
    guard acquisition.spec.kind == .file, case .method(let name, _) = call.callee else {
      return false
    }
    let verbs = view.context.roles.index.behaviour.askingVerbs
    return Verbs.words(of: view.text(name)).first.map(verbs.contains) ?? false
  }

  /// `async with closing_async(handle) as h`: what is entered closes what it was made of.
  private func isClosedByEntering(_ call: Call) -> Bool {
    let verbs = ["closing", "aclosing", "close", "disposing", "releasing"]
    guard let symbol = calleeName(call), Verbs.speak(of: verbs, in: view.text(symbol)) else {
      return false
    }
    return view.facts.uses(of: call.result).contains { use in
      if case .call(let inner) = view.facts.effect(use) { inner.isImplicit } else { false }
    }
  }

  /// Whether a method of the handle makes it somebody else's: `.then(resolve)`, `.disposer(f)`.
  private func isHandedOn(by call: Call) -> Bool {
    if view.deliveryOfReceiver(by: call) != nil || keepsListening(call) { return true }
    guard let symbol = calleeName(call) else { return false }
    return view.context.roles.index.behaviour.handingMethods.contains(view.text(symbol))
  }

  /// Whether somebody listens to what comes over a connection: it is kept for that.
  func keepsListening(_ call: Call) -> Bool {
    let behaviour = view.context.roles.index.behaviour
    guard case .method(let name, _) = call.callee,
      behaviour.listeningMethods.contains(view.text(name)), let event = call.arguments.first,
      case .string(let text)? = view.facts.literal(of: event.value)
    else { return false }
    return behaviour.keepingEvents.contains(view.text(text))
  }

  private func keeps(
    _ call: Call, _ function: ID<ProgramFunction>, _ isOurs: (ID<Place>) -> Bool
  ) -> Bool {
    let target = view.program[function]
    return target.parameters.indices.contains { index in
      call.handles(for: index, of: target).contains { value in
        isOurs(value)
          && effect(on: target.parameters[index].place, of: function, given: value) == .keeps
      }
    }
  }

  /// An object made of the handle owns it: a wrapper, a stream over it, a worker that serves it.
  private func isConstruction(_ call: Call, _ targets: CallTargets) -> Bool {
    if isOnlyUsed(by: call, targets) { return false }
    if call.isConstruction || !targets.constructed.isEmpty || isOfOwnClass(call) { return true }
    return isNamedAsConstruction(call)
  }

  /// Whether the name of what is called says that it is a class. What nobody looks at was not made to be
  /// kept, though: `pisa.CreatePDF(text, file)` does something.
  func isNamedAsConstruction(_ call: Call) -> Bool {
    guard let symbol = calleeName(call), let first = view.text(symbol).utf8.first,
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first
    else { return false }
    return !view.facts.uses(of: call.result).isEmpty || view.isReturned(call.result)
  }

  /// Whether an object is made to work with the resource, and cannot end it: a request in a
  /// transaction, the stub of a channel.
  private func isOnlyUsed(by call: Call, _ targets: CallTargets) -> Bool {
    if isTransaction {
      return targets.names.contains(where: view.program.catalog.isOfModelledModule)
    }
    guard acquisition.spec.kind == .client, let symbol = calleeName(call) else { return false }
    return Verbs.words(of: view.text(symbol)).last == "stub"
  }

  /// Whether a class method calls its class: `cls(client)`.
  func isOfOwnClass(_ call: Call) -> Bool {
    guard case .value(let callee) = call.callee, let receiver = view.function.receiver else {
      return false
    }
    return view.facts.origins(of: callee) == [receiver]
  }

  func isKeptByVerb(_ call: Call) -> Bool {
    guard case .method(let symbol, let receiver) = call.callee, !bindsMethod(call, of: receiver)
    else { return false }
    if view.context.roles.index.behaviour.keepMethods.contains(view.text(symbol)) { return true }
    guard case .parameter = view.function.places[receiver].kind else { return false }
    let verb = Verbs.words(of: view.text(symbol)).first
    return verb == "set" || verb == "attach" || verb == "register"
  }

  /// Whether a call only makes a function of an object's own method: `client.query.bind(client)`,
  /// `promisify(client.query).bind(client)`.
  private func bindsMethod(_ call: Call, of method: ID<Place>) -> Bool {
    guard let object = call.arguments.first else { return false }
    var place = method
    for _ in 0..<3 {
      guard let maker = view.facts.definition(of: place) else { return false }
      switch view.facts.effect(maker) {
      case .load(_, let owner, _): return view.paths[owner] == view.paths[object.value]
      case .copy(let source, _): place = source
      case .call(let wrapping):
        guard let first = wrapping.arguments.first else { return false }
        place = first.value
      default: return false
      }
    }
    return false
  }

  /// Whether a callee that cannot be followed is given the handle.
  func isDoubtful(
    _ call: Call, at operation: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    // A function that the caller passed in to work with the handle: `await work(client)`.
    if view.isParameter(call) { return false }
    let targets = view.program.targets(of: operation, in: view.id)
    let isOfPath =
      isToldPath(call, at: operation, targets, disjunct)
      || acquisition.isPath
        && targets.names.contains(where: view.context.roles.index.behaviour.pathNames.contains)
    guard targets.isEmpty || isOfPath, !isOfSource(call) else { return false }
    return call.arguments.contains { disjunct.aliases.contains(view.paths[$0.value]) }
  }

  /// Whether a call is made on what the acquire was made on: `fs.writeSync(fd)` of `fs.openSync()`.
  private func isOfSource(_ call: Call) -> Bool {
    guard case .call(let site) = acquisition.site,
      case .call(let acquire) = view.facts.effect(site), let source = acquire.receiver,
      let receiver = call.receiver
    else { return false }
    return view.paths[source] == view.paths[receiver]
  }
}

extension ResourceSpec {
  /// The names of the methods and functions by which it is given back.
  var releaseMethods: Set<String> {
    Set(
      release.compactMap { pattern in
        pattern.call.callee.split { ".#".contains($0) }.last.map(String.init)
      })
  }
}
