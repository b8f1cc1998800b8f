import Basis
import Findings
import IR
import Linking
import RuleBook

extension AcquisitionFinder {
  // MARK: By wrapper

  /// The function of the program that makes what the call gives a fresh resource.
  func wrapped(
    _ call: Call, at operation: ID<Operation>
  ) -> (ID<ProgramFunction>, Acquisition)? {
    let targets = view.program.targets(of: operation, in: view.id)
    // What a parameter's call gives differs from caller to caller.
    if view.isParameter(call) { return nil }
    for function in targets.functions {
      if let inner = summaries.fresh[function] { return (function, inner) }
      if !targets.constructed.isEmpty, let owned = summaries.owners[function], !isMain,
        !isGiven(owned.standIns, of: function, by: call)
      {
        return (function, owned)
      }
    }
    return yielded(call, targets)
  }

  /// Whether a call gives some parameter of a function.
  private func isGiven(
    _ parameters: [Int], of function: ID<ProgramFunction>, by call: Call
  ) -> Bool {
    if parameters.isEmpty { return false }
    let target = view.program[function]
    return call.arguments.contains(where: \.isSpread)
      || parameters.contains { !call.handles(for: $0, of: target).isEmpty }
  }

  /// What a program's `main` makes lives as long as the process.
  private var isMain: Bool { view.text(view.function.name) == "main" }

  /// What `next(sessions())` gives, when the generator is dropped at once.
  private func yielded(
    _ call: Call, _ targets: CallTargets
  ) -> (ID<ProgramFunction>, Acquisition)? {
    guard targets.names.contains(where: { ["builtins.next", "builtins.anext"].contains($0) }),
      let generator = call.arguments.first?.value,
      let maker = view.facts.definition(of: generator),
      case .call(let inner) = view.facts.effect(maker), inner.result == generator
    else { return nil }
    for function in view.program.targets(of: maker, in: view.id).functions {
      if let acquisition = summaries.yielded[function] { return (function, acquisition) }
    }
    return nil
  }

  // MARK: By function

  /// What a call gives that runs a function which takes something, and gives what that gives:
  /// `await retry(() => pool.connect())`. Which one that is only the call says.
  func byFunction(_ call: Call, at operation: ID<Operation>) -> Found? {
    let targets = view.program.targets(of: operation, in: view.id)
    guard targets.constructed.isEmpty, !isModelled(operation), isAwaited(call.result) else {
      return nil
    }
    let places = runners(call, targets)
    if let found = byLibraryFunction(among: places, of: call, at: operation) { return found }
    let given = places.flatMap { functions($0) }
    guard let function = given.first(where: { summaries.fresh[$0] != nil }),
      let inner = summaries.fresh[function]
    else { return nil }
    var acquisition = inner.given(by: function, at: .call(operation), as: call.result)
    acquisition.confidence = .medium
    acquisition.isLatent = false
    acquisition.location = view.context.location(of: operation, in: view.id)
    acquisition.text = view.context.facts.calleeText(of: operation, in: view.id)
    let found = Found(function: view.id, acquisition: acquisition)
    return !targets.functions.isEmpty || isGivenBack(found) ? found : nil
  }

  /// What a library's function gives that a call is given by its name, to run it: of
  /// `await queue.call(fetch, url)`, where the function itself reads the response on some way.
  private func byLibraryFunction(
    among places: [ID<Place>], of call: Call, at operation: ID<Operation>
  ) -> Found? {
    for place in places where view.function.places[place].kind == .global {
      guard let name = view.function.places[place].name else { continue }
      for role in index.roles(named: [view.text(name)]) {
        guard case .acquire(let resource, let pattern) = role, pattern.callback == nil,
          index.resources[resource].kind == .response
        else { continue }
        let found = Found(
          function: view.id,
          acquisition: start(
            resource, evidence: .name, confidence: .medium, call, at: operation))
        if isGivenBack(found) { return found }
      }
    }
    return nil
  }

  /// The arguments that a call may run to give what they give: all of them where nobody knows.
  private func runners(_ call: Call, _ targets: CallTargets) -> [ID<Place>] {
    guard !targets.functions.isEmpty else { return call.arguments.map(\.value) }
    return targets.functions.flatMap { function in
      let target = view.program[function]
      return parametersGiving(function).compactMap { call.argument(for: $0, of: target) }
    }
  }

  /// The parameters of a function that it calls to return what they give: `retry(fn)`.
  private func parametersGiving(_ function: ID<ProgramFunction>) -> [Int] {
    let facts = view.context.facts.facts(of: function)
    let returned = facts.function.blocks.values.flatMap { block -> [ID<Operation>] in
      guard case .return(let place?) = block.terminator else { return [] }
      return facts.makers(of: place)
    }
    let called = Set(
      returned.flatMap { maker -> [ID<Place>] in
        guard case .call(let call) = facts.effect(maker), case .value(let callee) = call.callee
        else {
          return []
        }
        return facts.origins(of: callee)
      })
    return facts.function.parameters.indices.filter { index in
      called.contains(facts.function.parameters[index].place)
    }
  }

  // MARK: By member

  /// A member of what a call gives that is named like a resource and that the function gives back:
  /// `const { page } = await load(url)`, and `page.close()`.
  func byMember(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard !call.isConstruction, !isModelled(operation), !givesWhatIsKept(operation),
      isAwaited(call.result) || isNamedForTaking(call)
    else { return nil }
    let aliases = view.forwardAliases(of: call.result)
    let loads = view.function.operations.values.compactMap { operation -> (Symbol, ID<Place>)? in
      guard case .load(let field, let object, let into) = operation.effect,
        aliases.contains(object.index)
      else { return nil }
      return (field, into)
    }
    guard aliases.members.allSatisfy({ view.function.places[ID($0)].name == nil }) else {
      return nil
    }
    for (field, place) in loads where isNamedResource(field, place) {
      guard let verb = releaseVerb(of: place) else { continue }
      var spec = ResourceSpec(
        id: "behaviour/\(verb)", noun: "", kind: .other, weight: .medium, type: "")
      spec.isCollected = true
      var found = found(call.result, spec, parent: nil, at: operation)
      found.acquisition.element = field
      return found
    }
    return nil
  }

  /// Whether a member, or the variable that an element is put into, is named like a resource.
  private func isNamedResource(_ field: Symbol, _ place: ID<Place>) -> Bool {
    let name = view.text(field)
    let isPosition = name.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let names = isPosition ? view.variables(of: place) : [name]
    return names.contains { name in
      index.behaviour.acquireVerbs.contains(Verbs.words(of: name).last ?? "")
    }
  }

  private func isNamedForTaking(_ call: Call) -> Bool {
    calleeName(call).map { Verbs.speak(of: index.behaviour.acquireVerbs, in: $0) } ?? false
  }

  // MARK: By unlocking

  /// A lock of the project's own: `guard.acquire()` where the function also says `guard.release()`.
  func byUnlocking(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard case .method(let name, let lock) = call.callee,
      index.behaviour.lockMethods.contains(view.text(name)), !isModelled(operation),
      isOnlyTested(call.result), isUnlocked(lock)
    else { return nil }
    var spec = ResourceSpec(
      id: "behaviour/lock", noun: "lock", kind: .lock, weight: .high, type: "")
    spec.context = .unsupported
    var found = found(lock, spec, parent: nil, at: operation)
    found.acquisition.succeedsIfTrue = isTested(call.result)
    return found
  }

  /// Whether nothing is done with an answer but waiting for it and asking whether it is true.
  func isOnlyTested(_ place: ID<Place>) -> Bool {
    let aliases = view.forwardAliases(of: place)
    let isRead = aliases.members.contains { alias in
      view.facts.uses(of: ID(alias)).contains { operation in
        switch view.facts.effect(operation) {
        case .copy, .await, .compute(.not, _, _): false
        case .yield: !view.isContextManager
        default: true
        }
      }
    }
    let isReturned = view.function.blocks.values.contains { block in
      guard case .return(let place?) = block.terminator else { return false }
      return aliases.contains(place.index)
    }
    return !isRead && !isReturned
  }

  func isTested(_ place: ID<Place>) -> Bool {
    let tested = view.flow.tested
    return view.forwardAliases(of: place).members.contains { tested.contains(view.paths[ID($0)]) }
  }

  /// Whether the function lets go, without a word of what, of the very thing that it locked.
  private func isUnlocked(_ lock: ID<Place>) -> Bool {
    view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, call.arguments.isEmpty,
        case .method(let name, let receiver) = call.callee,
        ["release", "unlock"].contains(view.text(name))
      else { return false }
      return view.paths[receiver] == view.paths[lock]
    }
  }

  // MARK: By partner

  /// A lock that one function of the project's own takes and another one gives back:
  /// `await lock(id)`, and `await unlock(id)`.
  func byPartner(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard !call.isConstruction, let name = calleeName(call), !isModelled(operation),
      isOnlyTested(call.result),
      !view.program.targets(of: operation, in: view.id).names
        .contains(where: view.program.catalog.isOfModelledModule)
    else { return nil }
    let removals = Verbs.removals(of: name)
    // Whether it is a page is asked last: all of the module answers.
    let scope = scope(of: name)
    let partners =
      Verbs.partners(of: name) + (removals.isEmpty || isOfPage ? [] : removals)
      + (scope?.ends ?? [])
    // What the function itself made is told by what it does with that.
    guard !partners.isEmpty, call.receiver.map(isBorrowed) ?? true else { return nil }
    let names = view.function.operations.values.compactMap { operation -> String? in
      guard case .call(let other) = operation.effect, let name = calleeName(other),
        partners.contains(Verbs.words(of: name)), isOfSame(other, call)
      else { return nil }
      return name
    }
    guard let first = names.first else { return nil }
    var spec = paired(by: first)
    if let scope {
      (spec.noun, spec.kind, spec.weight, spec.isCollected) = (scope.noun, .other, .medium, true)
    }
    // `openTag(parser)`: a state of the program's own is no connection.
    if spec.kind == .client || scope != nil, isIdle(operation) { return nil }
    // What stands in a list or table is there for others as well; only a lock is held by who took it.
    if spec.kind != .lock, call.receiver.map(isElement) ?? false { return nil }
    var found = found(call.result, spec, parent: nil, at: operation)
    found.acquisition.partners = Set(names)
    found.acquisition.succeedsIfTrue = isTested(call.result)
    return found
  }

  /// What a call takes for the body of a `with` block, if the function is the block's scope.
  private func scope(of name: String) -> (noun: String, ends: [[String]])? {
    view.isContextManager && !isOfProcess ? Verbs.scoped(by: name) : nil
  }

  /// Whether a value stands in a list or table.
  func isElement(_ place: ID<Place>) -> Bool {
    view.facts.makers(of: place).contains { maker in
      if case .loadElement = view.facts.effect(maker) { true } else { false }
    }
  }

  /// Whether a call only reaches functions of the program that wait for nothing, and take nothing
  /// as far as their names say.
  private func isIdle(_ operation: ID<Operation>) -> Bool {
    let functions = view.program.targets(of: operation, in: view.id).functions
    return !functions.isEmpty && functions.allSatisfy { view.context.isIdle($0) }
  }

  /// What a call that has a partner takes, as the partner's name says.
  private func paired(by partner: String) -> ResourceSpec {
    let words = Verbs.words(of: partner)
    let isTransaction = ["commit", "rollback", "abort"].contains(words.first)
    let isConnection = ["disconnect", "close"].contains(words.first)
    if Verbs.areRemoving(words) { return listening(until: words) }
    let noun = isTransaction ? "transaction" : isConnection ? "connection" : "lock"
    var spec = ResourceSpec(
      id: "behaviour/\(noun)", noun: noun,
      kind: isTransaction ? .transaction : isConnection ? .client : .lock,
      weight: isConnection ? .medium : .high, type: "")
    spec.context = .unsupported
    spec.isCollected = isConnection
    return spec
  }

  /// What somebody who is told of something takes until he is told no more.
  private func listening(until removal: [String]) -> ResourceSpec {
    let noun = removal.last.flatMap { $0 == "off" ? nil : removal.count > 1 ? $0 : "registration" }
    var spec = ResourceSpec(
      id: "behaviour/listener", noun: noun ?? "listener", kind: .subscription, weight: .medium,
      type: "")
    spec.context = .unsupported
    spec.isCollected = true
    spec.fix = "Take it away in a `finally` block."
    return spec
  }

  /// Whether two calls are of the same object, and speak of the same thing.
  private func isOfSame(_ first: Call, _ second: Call) -> Bool {
    guard first.receiver.map({ view.paths[$0] }) == second.receiver.map({ view.paths[$0] }) else {
      return false
    }
    guard !first.arguments.isEmpty, !second.arguments.isEmpty else {
      return first.arguments.isEmpty
    }
    // Of listeners the second says which one.
    let isRemoval = calleeName(first).map { Verbs.areRemoving(Verbs.words(of: $0)) } ?? false
    return zip(first.arguments, second.arguments).prefix(isRemoval ? 2 : 1).allSatisfy(isSame)
  }

  /// Whether two arguments are the same, as far as it is seen.
  private func isSame(_ one: Argument, _ other: Argument) -> Bool {
    if let text = view.facts.literal(of: one.value) {
      return view.facts.literal(of: other.value) == text
    }
    let names = [one, other].map { view.facts.name(of: $0.value) }
    return view.paths[one.value] == view.paths[other.value]
      || names[0] != nil && names[0] == names[1]
  }
}
