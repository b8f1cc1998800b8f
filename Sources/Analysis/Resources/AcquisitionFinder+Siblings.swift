import Basis
import Findings
import IR
import Linking
import RuleBook

extension AcquisitionFinder {
  // MARK: By siblings

  /// What a call gives that other functions of the program give back when they get it.
  func bySibling(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard !isModelled(operation), !givesWhatIsKept(operation), !isNoResource(call),
      view.context.facts.fileKind(of: view.id) == .production, !isOfProcess,
      let source = SiblingReleases.source(
        of: operation, view.facts, view.id, view.context)
    else { return nil }
    let count = summaries.siblings.count(of: source, besides: view.id)
    guard count >= siblingsNeeded(source, call) else { return nil }
    var spec = ResourceSpec(
      id: "behaviour/siblings", noun: "", kind: .other, weight: .medium, type: "")
    spec.isCollected = true
    spec.fix = "Close it on every way out, as other functions of the project do."
    var found = found(call.result, spec, parent: call.receiver, at: operation)
    found.acquisition.evidence = .siblings
    if count > 1 { found.acquisition.confidence = .high }
    found.acquisition.isVague = true
    return found
  }

  /// How many functions must agree: a name that speaks of taking, or a class that ends something
  /// itself, says enough with one.
  private func siblingsNeeded(_ source: SiblingReleases.Source, _ call: Call) -> Int {
    let name = calleeName(call) ?? ""
    // What is got may be somebody's already.
    let isNamed =
      Verbs.words(of: name).first != "get"
      && Verbs.speak(of: index.behaviour.acquireVerbs, in: name)
    switch source {
    case .function: return isNamed ? 1 : 2
    case .type(let type): return view.context.releasesNothing(type) ? .max : 1
    case .library: return isNamed ? 2 : 3
    }
  }

  private func isNoResource(_ call: Call) -> Bool {
    guard let name = calleeName(call) else { return true }
    let last = Verbs.words(of: name).last ?? name
    return [name, last].contains(where: index.behaviour.notResources.contains)
  }

  /// Whether the function runs for as long as the process, by its name, and so does what it makes.
  var isOfProcess: Bool {
    let verbs = [
      "main", "run", "serve", "start", "bootstrap", "boot", "init", "initialize", "setup",
      "launch", "lifespan", "listen", "daemon", "worker",
    ]
    return Verbs.words(of: view.text(view.function.name)).first.map(verbs.contains) ?? false
  }

  // MARK: By opening

  /// An object of a class of the program that is opened here, where the class has a method that
  /// closes what its method opens: `const ldap = new Ldap()`, then `await ldap.connect()`.
  func byOpening(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard case .method(let name, let receiver) = call.callee, Verbs.isOpening(view.text(name)),
      !isOfProcess || view.isReturned(receiver), !isBorrowed(receiver),
      receiver != view.function.receiver,
      let maker = view.facts.makers(of: receiver).first, view.facts.makers(of: receiver).count == 1,
      case .call(let making) = view.facts.effect(maker), !isNoResource(making),
      let type = view.program.targets(of: maker, in: view.id).constructed.first,
      let method = view.program.targets(of: operation, in: view.id).functions.first,
      opensAndCloses(type, method)
    else { return nil }
    var spec = ResourceSpec(
      id: "behaviour/opened", noun: "connection", kind: .connection, weight: .medium, type: "")
    spec.isCollected = true
    spec.context = .releases
    var found = found(receiver, spec, parent: nil, at: operation)
    found.acquisition.evidence = .wrapper(method)
    found.acquisition.location = view.context.location(of: maker, in: view.id)
    found.acquisition.text = view.context.facts.calleeText(of: maker, in: view.id)
    guard !isGivenBack(found), !isListenedTo(making.result) else { return nil }
    return found
  }

  /// Whether an object of a class of the program is opened here, which the class can close.
  func isOpened(_ making: Call, at operation: ID<Operation>) -> Bool {
    guard let type = view.program.targets(of: operation, in: view.id).constructed.first else {
      return false
    }
    let aliases = view.forwardAliases(of: making.result)
    return view.function.operations.ids.contains { opening in
      guard case .call(let call) = view.facts.effect(opening),
        case .method(let name, let receiver) = call.callee, aliases.contains(receiver.index),
        Verbs.isOpening(view.text(name)),
        let method = view.program.targets(of: opening, in: view.id).functions.first
      else { return false }
      return opensAndCloses(type, method)
    }
  }

  /// Whether somebody listens to an object's events: then it lives on with them.
  private func isListenedTo(_ place: ID<Place>) -> Bool {
    let aliases = view.forwardAliases(of: place)
    return view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect,
        case .method(let name, let receiver) = call.callee
      else { return false }
      return aliases.contains(receiver.index)
        && index.behaviour.listeningMethods.contains(view.text(name))
    }
  }

  /// Whether a method of a class opens something, and another one of it closes something.
  private func opensAndCloses(_ type: ID<ProgramClass>, _ method: ID<ProgramFunction>) -> Bool {
    guard view.program[method].owner != nil, speaks(method, of: openingWords) else {
      return false
    }
    let module = view.program.classes[type].module
    let strong = index.behaviour.strongReleases
    return view.program.type(type).members.contains { member in
      let other = view.program.id(of: member.function, in: module)
      let name = view.text(member.name)
      return strong.contains(name) && other != method
        && speaks(other, of: index.behaviour.releaseMethods + ["unbind", "abort", "kill"])
    }
  }

  private var openingWords: [String] {
    index.behaviour.acquireVerbs + ["create", "connect", "open", "bind", "login"]
  }

  /// Whether a function calls something whose name holds one of some verbs.
  private func speaks(_ function: ID<ProgramFunction>, of verbs: [String]) -> Bool {
    let facts = view.context.facts.facts(of: function)
    return facts.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, let name = facts.name(of: call) else {
        return false
      }
      return Verbs.speak(of: verbs, in: view.text(name))
    }
  }

  // MARK: By committing

  /// A transaction, by its name and by what the function does with it: `await tx.commit()`.
  func byCommitting(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard !isModelled(operation), !givesWhatIsKept(operation), let name = calleeName(call),
      Verbs.speaksOfTransactions(Verbs.words(of: name))
    else { return nil }
    let aliases = view.forwardAliases(of: call.result)
    let ends = index.behaviour.commitMethods + index.behaviour.rollbackMethods
    let isEnded = view.function.operations.values.contains { operation in
      guard case .call(let end) = operation.effect,
        case .method(let method, let receiver) = end.callee
      else { return false }
      return aliases.contains(receiver.index) && ends.contains(view.text(method))
    }
    guard isEnded else { return nil }
    var spec = ResourceSpec(
      id: "behaviour/transaction", noun: "transaction", kind: .transaction, weight: .high, type: "")
    spec.context = .releases
    return found(call.result, spec, parent: nil, at: operation)
  }

  // MARK: By callback

  /// What a call gives to a callback that gives it back: `acquire((error, handle) => …)`.
  func byCallback(_ call: Call, at operation: ID<Operation>) -> [Found] {
    guard !call.isConstruction, let name = calleeName(call),
      Verbs.speak(of: index.behaviour.acquireVerbs, in: name), let last = call.arguments.last
    else { return [] }
    return functions(last.value).compactMap { function in
      let parameters = view.program[function].parameters
      guard parameters.count > 1, view.program[function].kind == .closure,
        let first = view.program[function].places[parameters[0].place].name,
        ["err", "error", "e", "er"].contains(view.text(first))
      else { return nil }
      let callback = FunctionView(function, context: view.context)
      let finder = AcquisitionFinder(view: callback, summaries: summaries)
      let handle = parameters[1].place
      guard let verb = finder.releaseVerb(of: handle, inCallbacks: true, ofListeners: true),
        index.behaviour.strongReleases.contains(verb)
      else { return nil }
      var spec = ResourceSpec(
        id: "behaviour/\(verb)", noun: "", kind: .other, weight: .medium, type: "")
      spec.isCollected = true
      var found = found(handle, spec, parent: nil, at: operation)
      found.function = function
      found.acquisition.site = .entry
      found.acquisition.error = parameters[0].place
      return found
    }
  }
}
