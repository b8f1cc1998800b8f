import Basis
import IR
import Linking
import RuleBook

// An object of a class of the program is a connection where one method of the class opens
// something, and another one closes it: whoever has it opened answers for its being closed.

extension AcquisitionFinder {
  /// An object of a class of the program that is opened here, where the class has a method that
  /// closes what its method opens: `const ldap = new Ldap()`, then `await ldap.connect()`.
  func byOpening(_ call: Call, at operation: ID<Operation>) -> Found? {
    // What is returned may be filled by any name: `pool = Pool()`, then `await pool.fill()`.
    guard case .method(let name, let receiver) = call.callee,
      Verbs.isOpening(view.text(name)) || view.isReturned(receiver),
      !isOfProcess || view.isReturned(receiver), !isBorrowed(receiver),
      receiver != view.function.receiver,
      let maker = view.facts.makers(of: receiver).first, view.facts.makers(of: receiver).count == 1,
      case .call(let making) = view.facts.effect(maker), !isNoResource(making),
      let type = madeType(at: maker),
      let method = view.program.targets(of: operation, in: view.id).functions.first,
      opensAndCloses(type, method)
    else { return nil }
    if isStored(receiver, before: .call(operation)) { return nil }
    let mayFail = HalfOpened(context: view.context).mayFailOpened(method)
    guard mayFail || Verbs.isOpening(view.text(name)) else { return nil }
    var found = opened(receiver, by: method, at: operation)
    found.acquisition.location = view.context.location(of: maker, in: view.id)
    found.acquisition.text = view.context.facts.calleeText(of: maker, in: view.id)
    guard !isGivenBack(found), !isListenedTo(making.result) else { return nil }
    found.acquisition.isHeldOnFailure = mayFail
    return found
  }

  /// An object that a method of its class makes and opens: `const link = await Link.connect(url)`.
  func byFactory(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard case .method(let name, _) = call.callee, Verbs.isOpening(view.text(name)),
      isAwaited(call.result), !isOfProcess || view.isReturned(call.result), !isNoResource(call)
    else { return nil }
    let targets = view.program.targets(of: operation, in: view.id)
    guard targets.names.isEmpty, targets.constructed.isEmpty, let method = targets.functions.first,
      let type = madeType(by: method), isMember(method, of: type),
      let constructor = constructor(of: type),
      opensAndCloses(type, constructor) || opensAndCloses(type, method)
    else { return nil }
    let found = opened(call.result, by: method, at: operation)
    return isGivenBack(found) || isListenedTo(call.result) ? nil : found
  }

  private func opened(
    _ handle: ID<Place>, by method: ID<ProgramFunction>, at operation: ID<Operation>
  ) -> Found {
    var spec = ResourceSpec(
      id: "behaviour/opened", noun: "connection", kind: .connection, weight: .medium, type: "")
    spec.isCollected = true
    spec.context = .releases
    var found = found(handle, spec, parent: nil, at: operation)
    found.acquisition.evidence = .wrapper(method)
    return found
  }

  /// The class of the program of which a call makes an object, itself or by a function that does
  /// nothing else: `new Reader(path)`, `Reader.of(path)`.
  func madeType(at operation: ID<Operation>) -> ID<ProgramClass>? {
    let targets = view.program.targets(of: operation, in: view.id)
    if let type = targets.constructed.first { return type }
    guard targets.names.isEmpty, targets.functions.count == 1 else { return nil }
    return madeType(by: targets.functions[0])
  }

  /// The class of the program of which a function makes an object that it returns and does not keep.
  private func madeType(by function: ID<ProgramFunction>) -> ID<ProgramClass>? {
    let facts = view.context.facts.facts(of: function)
    let returned = facts.function.blocks.values.flatMap { block -> [ID<Operation>] in
      guard case .return(let place?) = block.terminator else { return [] }
      return facts.makers(of: place)
    }
    guard returned.count == 1,
      let type = view.program.targets(of: returned[0], in: function).constructed.first,
      let made = facts.effect(returned[0]).result,
      !FunctionView(function, context: view.context).keeps(made)
    else { return nil }
    return type
  }

  private func isMember(_ method: ID<ProgramFunction>, of type: ID<ProgramClass>) -> Bool {
    guard let owner = view.program[method].owner else { return false }
    return view.program.id(of: owner, in: view.program.functions[method].module) == type
  }

  private func constructor(of type: ID<ProgramClass>) -> ID<ProgramFunction>? {
    view.program.methods(of: type).first { view.program[$0].kind == .constructor }
  }

  /// Whether an object of a class of the program is opened here, which the class can close.
  func isOpened(_ making: Call, at operation: ID<Operation>) -> Bool {
    guard let type = madeType(at: operation) else { return false }
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

  /// Whether a function calls something whose name holds one of some verbs. What is made to be raised
  /// does nothing: `raise ConnectionError("refused")`.
  private func speaks(_ function: ID<ProgramFunction>, of verbs: [String]) -> Bool {
    let facts = view.context.facts.facts(of: function)
    let raised = facts.function.blocks.values.reduce(into: BitSet()) { result, block in
      if case .raise(let error?) = block.terminator { result.insert(error.index) }
    }
    return facts.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, !raised.contains(call.result.index),
        let name = facts.name(of: call)
      else { return false }
      return Verbs.speak(of: verbs, in: view.text(name))
    }
  }
}
