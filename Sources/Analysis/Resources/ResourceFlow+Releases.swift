import Basis
import IR
import Linking
import RuleBook

// Which calls give the handle back: by model, by verb, by what a callee does, by what it was put into.

extension ResourceFlow {
  /// Whether the call gives the resource back, or would if its coroutine were awaited: that it is not
  /// is told where it is called (SL104), and one bug once.
  func isReleased(
    by call: Call, at operation: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    if case .value(let callee) = call.callee,
      disjunct.releasers.contains(view.paths[callee])
    {
      return true
    }
    if call.isImplicit, !isEntering(call) {
      return leavesContext(call, disjunct) && !isKeptByScope(call, at: operation)
    }
    if case .method(let name, let receiver) = call.callee, acquisition.enders.contains(name),
      disjunct.aliases.contains(view.paths[receiver])
    {
      return true
    }
    if acquisition.isFailure, isEnding(call) { return true }
    if readsBody(call, disjunct) || endsEach(call, disjunct) { return true }
    if !acquisition.partners.isEmpty, let name = calleeName(call),
      acquisition.partners.contains(view.text(name))
    {
      return true
    }
    let isOurs = (endings[operation] ?? []).contains {
      disjunct.aliases.contains(view.paths[$0]) || isParent($0)
    }
    return isOurs || callsReleaser(call, at: operation, disjunct)
      || isReleasedThroughCarrier(call, disjunct) || endsTransport(call, disjunct)
  }

  /// Whether a release only makes a coroutine that somebody else is given to await, sooner or later:
  /// `stack.push_async_callback(end, connection.close())`.
  func isHandedOn(_ call: Call, at operation: ID<Operation>) -> Bool {
    let isCoroutine = (view.roles[operation] ?? []).contains { role in
      if case .release(_, let pattern) = role { pattern.mustAwait } else { false }
    }
    guard isCoroutine else { return false }
    return view.facts.uses(of: call.result).contains { use in
      guard case .call(let taker) = view.facts.effect(use) else { return false }
      return taker.arguments.contains { $0.value == call.result }
    }
  }

  /// Whether a call ends what a connection goes over: `client.connection.stream.destroy()`.
  private func endsTransport(_ call: Call, _ disjunct: Disjunct) -> Bool {
    let words = view.context.roles.index.behaviour
    guard case .method(let name, let receiver) = call.callee,
      words.releaseMethods.contains(view.text(name)),
      let maker = view.facts.definition(of: receiver),
      case .load(let member, _, _) = view.facts.effect(maker),
      words.transportMembers.contains(view.text(member)),
      acquisition.resource == nil
        || [.connection, .client, .socket, .response].contains(acquisition.spec.kind)
    else { return false }
    return disjunct.aliases.contains(view.paths[whole(of: receiver)])
  }

  /// Whether a function is called that calls the one which gives the handle back: `fail(error)` of
  /// `const fail = (error) => { done(error); callback(error) }`.
  private func callsReleaser(
    _ call: Call, at operation: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    guard !disjunct.releasers.members.isEmpty else { return false }
    return view.program.targets(of: operation, in: view.id).functions.contains { nested in
      view.program[nested].captures.contains { capture in
        let reference = PlaceReference(function: nested, place: capture.inner)
        let key = Summaries.EffectKey(
          reference: reference, isTransaction: false, isReleaser: true)
        guard summaries.effects[key].map(isReleasing) == true, let place = place(of: reference)
        else { return false }
        return disjunct.releasers.contains(view.paths[place])
      }
    }
  }

  /// Whether an object made of the handle is told to release.
  private func isReleasedThroughCarrier(_ call: Call, _ disjunct: Disjunct) -> Bool {
    guard !isTransaction, !acquisition.isName,
      case .method(let name, let receiver) = call.callee,
      disjunct.carriers.contains(view.paths[receiver]), !isPart(receiver, disjunct)
    else { return false }
    return view.context.roles.index.behaviour.releaseMethods.contains(view.text(name))
  }

  /// Whether a value is a part of the handle with an end of its own: `cursor = connection.cursor()`.
  ///
  /// - Parameter depth: how many entered managers are followed: in a loop a value comes of itself.
  func isPart(_ place: ID<Place>, _ disjunct: Disjunct, depth: Int = 4) -> Bool {
    let verbs = view.context.roles.index.behaviour.acquireVerbs
    return view.facts.makers(of: place).contains { maker in
      guard case .call(let call) = view.facts.effect(maker),
        case .method(let name, let owner) = call.callee
      else { return false }
      if call.isImplicit {
        return depth > 0 && isEntering(call) && isPart(owner, disjunct, depth: depth - 1)
      }
      return disjunct.aliases.contains(view.paths[owner])
        && Verbs.speak(of: verbs, in: view.text(name))
    }
  }

  /// Whether a call speaks of ending what failed, whatever it is called on: `self._rollback()`.
  private func isEnding(_ call: Call) -> Bool {
    let verbs = [
      "rollback", "abort", "remove", "close", "reset", "dispose", "invalidate", "expire",
    ]
    return calleeName(call).map { name in
      let words = Verbs.words(of: view.text(name))
      return words.contains { verbs.contains($0) } || words.suffix(2) == ["roll", "back"]
    } ?? false
  }

  /// Whether a model's resource is the one that is followed; without a model any of its sort is.
  func isOurs(_ resource: Int) -> Bool {
    if let own = acquisition.resource { return resource == own }
    let spec = view.context.roles.index.resources[resource]
    return (spec.kind == .transaction) == isTransaction
  }

  var isTransaction: Bool { acquisition.spec.kind == .transaction }

  func effect(on place: ID<Place>, of function: ID<ProgramFunction>) -> ParameterEffect {
    summaries.effect(on: place, of: function, isTransaction: isTransaction)
  }

  /// What a function does with a parameter that is given a value, which is the handle or has it among its
  /// members.
  func effect(
    on place: ID<Place>, of function: ID<ProgramFunction>, given value: ID<Place>
  ) -> ParameterEffect {
    let aliases = view.forwardAliases(of: acquisition.handle, element: acquisition.element)
    return summaries.effect(
      on: place, member: view.member(of: value, holding: aliases), of: function,
      isTransaction: isTransaction)
  }

  /// The places whose resource the call gives back, by model, by verb or by summary.
  func releasedPlaces(by call: Call, at operation: ID<Operation>) -> [ID<Place>] {
    var result: [ID<Place>] = []
    for role in view.roles[operation] ?? [] {
      guard case .release(let resource, let pattern) = role,
        isOurs(resource)
      else { continue }
      result += places(of: pattern.call, call)
    }
    if !isTransaction {
      result += releasedByVerb(call, at: operation)
    } else if acquisition.resource == nil || acquisition.evidence == .name,
      let receiver = call.receiver, isCommit(call)
    {
      result.append(receiver)
    }
    return result + releasedBySummary(call, at: operation)
  }

  /// Whether a method ends a transaction by its name: the only word there is where no model speaks.
  private func isCommit(_ call: Call) -> Bool {
    let behaviour = view.context.roles.index.behaviour
    return calleeName(call).map { name in
      (behaviour.commitMethods + behaviour.rollbackMethods).contains(view.text(name))
    } ?? false
  }

  func places(of pattern: CallPattern, _ call: Call) -> [ID<Place>] {
    guard let place = pattern.value else { return call.receiver.map { [$0] } ?? [] }
    if place.isRoot { return call.receiver.map { [whole(of: $0)] } ?? [] }
    let value = view.context.roles.reader.value(at: place, of: call, in: view.id)
    guard case .places(let found) = value else { return [] }
    return found.filter { $0.function == view.id }.map(\.place)
  }

  /// The object that a member was read from: `response` of `response.content`. What the object came
  /// of, a session, is no part of it.
  private func whole(of member: ID<Place>) -> ID<Place> {
    var place = member
    var seen = BitSet()
    while seen.insert(place.index), view.function.places[place].isTemporary,
      let maker = view.facts.definition(of: place),
      case .load(_, let object, _) = view.facts.effect(maker)
    {
      place = object
    }
    return place
  }

  /// A verb speaks for the receiver always, and for arguments where no summary can.
  private func releasedByVerb(_ call: Call, at operation: ID<Operation>) -> [ID<Place>] {
    let behaviour = view.context.roles.index.behaviour
    if acquisition.spec.isOfSession { return sessionEnded(by: call) }
    let isKnown = !view.program.targets(of: operation, in: view.id).functions.isEmpty
    let arguments = isKnown ? [] : call.arguments.filter { !$0.isSpread }.map(\.value)
    switch call.callee {
    case .method(let symbol, let receiver):
      let name = view.text(symbol)
      // `shutdown(SHUT_WR)` ends one direction of a socket, and not the socket.
      if acquisition.spec.kind == .socket, name == "shutdown", !call.arguments.isEmpty { return [] }
      // A file that is closed keeps its name.
      let ended = acquisition.isName ? [] : [receiver]
      if behaviour.releaseMethods.contains(name) { return ended + arguments }
      if behaviour.abortMethods.contains(name) { return ended }
      if behaviour.returnMethods.contains(name) { return arguments }
      return Verbs.speak(of: behaviour.releaseMethods, in: name) ? arguments : []
    case .value(let callee):
      guard let symbol = view.facts.name(of: callee) else { return [] }
      let name = view.text(symbol)
      return Verbs.speak(of: behaviour.releaseMethods, in: name) ? arguments : []
    case .superconstructor: return []
    case .supermethod: return arguments
    }
  }

  /// What stands for a session that a call ends by its name: `connection.close()`, and no `release()`.
  private func sessionEnded(by call: Call) -> [ID<Place>] {
    let behaviour = view.context.roles.index.behaviour
    guard case .method(let name, let receiver) = call.callee else { return [] }
    let text = view.text(name)
    let ends = behaviour.releaseMethods.contains(text) && !behaviour.returnMethods.contains(text)
    return ends ? [receiver] : []
  }

  private func releasedBySummary(_ call: Call, at operation: ID<Operation>) -> [ID<Place>] {
    let (call, targets) = view.reached(by: call, at: operation)
    return targets.flatMap { function -> [ID<Place>] in
      if summaries.ownerReleases.contains(function) {
        return call.receiver.map { [$0] } ?? []
      }
      let parameters = view.program[function].parameters
      return releasedCaptures(of: function)
        + parameters.indices.flatMap { index -> [ID<Place>] in
          call.handles(for: index, of: view.program[function]).filter {
            isReleasing(effect(on: parameters[index].place, of: function, given: $0))
          }
        }
    }
  }

  /// Whether some call gives the handle back on some of its ways only: which way it takes, its other
  /// arguments or the handle's own state say, and nobody can be blamed for what follows.
  var isReleasedSometimes: Bool {
    view.function.operations.ids.contains { operation in
      guard case .call(let call) = view.facts.effect(operation) else { return false }
      return releasesSometimes(call, at: operation)
    }
  }

  /// Whether a callee gives the handle back on some of its ways only: `run(client, text, andRelease)`.
  private func releasesSometimes(_ call: Call, at operation: ID<Operation>) -> Bool {
    let (call, targets) = view.reached(by: call, at: operation)
    let aliases = view.forwardAliases(of: acquisition.handle)
    return targets.contains { function in
      let parameters = view.program[function].parameters
      return parameters.indices.contains { index in
        isDoubtful(parameters[index].place, of: function)
          && call.handles(for: index, of: view.program[function]).contains {
            aliases.contains($0.index)
          }
      }
    }
  }

  private func isDoubtful(_ place: ID<Place>, of function: ID<ProgramFunction>) -> Bool {
    effect(on: place, of: function) == .sometimesReleases
      || summaries.doubtful.contains(PlaceReference(function: function, place: place))
  }

  /// The variables of this function that a nested one gives back or passes on, or one that is nested
  /// in the same function as this one: `function cleanUp() { … }`.
  func releasedCaptures(of nested: ID<ProgramFunction>) -> [ID<Place>] {
    let function = view.program[nested]
    guard function.parent != nil else { return [] }
    return function.captures.compactMap { capture in
      let effect = effect(on: capture.inner, of: nested)
      guard isReleasing(effect) || effect == .keeps else { return nil }
      return place(of: PlaceReference(function: nested, place: capture.inner))
    }
  }

  /// The place of this function that stands for the same variable as one of another function.
  private func place(of reference: PlaceReference) -> ID<Place>? {
    let root = view.program.variable(behind: reference)
    if root.function == view.id { return root.place }
    return view.function.captures.first { capture in
      let inner = PlaceReference(function: view.id, place: capture.inner)
      return view.program.variable(behind: inner) == root
    }?.inner
  }

  private func isReleasing(_ effect: ParameterEffect) -> Bool {
    switch effect {
    case .releases, .sometimesReleases: true
    case .borrows, .keeps, .returns: false
    }
  }

  func calleeName(_ call: Call) -> Symbol? {
    switch call.callee {
    case .method(let name, _), .supermethod(let name): name
    case .value(let callee): view.facts.name(of: callee)
    case .superconstructor: nil
    }
  }
}
