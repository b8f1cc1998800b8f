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
      !endsItself(call.result), !isAskedAgain(call, at: operation),
      let source = SiblingReleases.source(
        of: operation, view.facts, view.id, view.context)
    else { return nil }
    let count = summaries.siblings.count(of: source, besides: view.id)
    guard count >= siblingsNeeded(source, call), !isUnopened(call, at: operation) else {
      return nil
    }
    var spec = ResourceSpec(
      id: "behaviour/siblings", noun: "", kind: .other, weight: .medium, type: "")
    spec.isCollected = true
    spec.fix = "Close it on every way out, as other functions of the project do."
    var found = found(call.result, spec, parent: call.receiver, at: operation)
    found.acquisition.evidence = .siblings
    if count > 1 { found.acquisition.confidence = .high }
    found.acquisition.isVague = true
    found.acquisition.element = summaries.siblings.element(of: source)
    return found
  }

  /// Whether the function asks the same object for the same again: that is there and nothing is taken,
  /// `link.unwrap()`, and then `link.unwrap().close()`.
  private func isAskedAgain(_ call: Call, at operation: ID<Operation>) -> Bool {
    guard case .method(let name, let object) = call.callee, call.arguments.isEmpty else {
      return false
    }
    return view.function.operations.ids.contains { other in
      guard other != operation, case .call(let again) = view.facts.effect(other),
        case .method(name, let asked) = again.callee, again.arguments.isEmpty
      else { return false }
      return view.paths[asked] == view.paths[object]
        && view.function.operations[other].range != view.function.operations[operation].range
    }
  }

  /// Whether an object of a class of the program is made that takes nothing before it is opened, and
  /// nobody opens it here: `new Client(settings)` without `client.connect()`.
  private func isUnopened(_ making: Call, at operation: ID<Operation>) -> Bool {
    guard let type = madeType(at: operation), view.context.opensItsFieldsLate(type) else {
      return false
    }
    let aliases = view.forwardAliases(of: making.result)
    // Whoever gets it may open it.
    if aliases.members.contains(where: { view.isReturned(ID($0)) }) { return false }
    return !view.function.operations.ids.contains { operation in
      switch view.facts.effect(operation) {
      case .call(let call):
        if call.arguments.contains(where: { aliases.contains($0.value.index) }) { return true }
        guard case .method(let name, let receiver) = call.callee,
          aliases.contains(receiver.index)
        else { return false }
        let methods = view.program.targets(of: operation, in: view.id).functions
        return call.isImplicit || Verbs.isOpening(view.text(name)) || methods.isEmpty
          || methods.contains { opens($0, depth: 2) }
      case .closure(let inner, _):
        let nested = view.program[view.program.id(of: inner, besides: view.id)]
        return nested.captures.contains { aliases.contains($0.outer.index) }
      case .store(let value, _, _), .storeElement(let value, _, _):
        return aliases.contains(value.index)
      case .aggregate(let aggregate, _):
        return aggregate.entries.contains { aliases.contains($0.value.index) }
      default: return false
      }
    }
  }

  /// Whether a method opens something, itself or by another one of its object: what functions of others
  /// open, such as a driver that tests its settings, is not the object's.
  private func opens(_ method: ID<ProgramFunction>, depth: Int) -> Bool {
    if view.context.roles.kinds(in: method).contains(.acquire) { return true }
    let facts = view.context.facts.facts(of: method)
    return facts.function.operations.ids.contains { operation in
      guard case .call(let call) = facts.effect(operation) else { return false }
      if let name = call.calleeName(facts), Verbs.isOpening(view.text(name)) { return true }
      guard depth > 0, let receiver = call.receiver, receiver == facts.function.receiver else {
        return false
      }
      let targets = view.program.targets(of: operation, in: method).functions
      return targets.contains { opens($0, depth: depth - 1) }
    }
  }

  /// Whether a call gives an object that has itself closed, by what its constructor registers.
  private func endsItself(_ object: ID<Place>) -> Bool {
    view.program.values(of: object, in: view.id).contains { value in
      guard case .object(let type) = value else { return false }
      let module = view.program.classes[type].module
      return view.program.type(type).members.contains { member in
        let method = view.program.id(of: member.function, in: module)
        return view.program[method].kind == .constructor
          && OwnerFinder(view: view).registersItsEnd(method)
      }
    }
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
    case .library, .member: return isNamed ? 2 : 3
    }
  }

  func isNoResource(_ call: Call) -> Bool {
    calleeName(call).map { isNoResource(called: $0, call) } ?? true
  }

  /// Whether the function runs for as long as the process, by its name, and so does what it makes:
  /// `main`, `start_server`.
  var isOfProcess: Bool {
    let words = Verbs.words(of: view.text(view.function.name))
    guard let first = words.first, let last = words.last else { return false }
    if index.behaviour.processScopes.contains(where: words.contains) { return true }
    return index.behaviour.processVerbs.contains(first)
      && (words.count == 1 || index.behaviour.processNouns.contains(last))
  }

  // MARK: By committing

  /// A transaction, by its name and by what the function does with it: `await tx.commit()`.
  func byCommitting(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard !isModelled(operation), !givesWhatIsKept(operation), let name = calleeName(call),
      Verbs.speaksOfTransactions(Verbs.words(of: name)),
      !view.ends(ofTransaction: call.result).isEmpty
    else { return nil }
    var spec = ResourceSpec(
      id: "behaviour/transaction", noun: "transaction", kind: .transaction, weight: .high, type: "")
    spec.context = .releases
    return found(call.result, spec, parent: nil, at: operation)
  }
}
