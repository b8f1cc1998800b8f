import Basis
import IR
import Linking
import RuleBook

// Which operations raise something in practice while the handle is held: not what only logs, puts
// clients together, gives something else back, or is known not to.

extension ResourceFlow {
  func canRaise(_ operation: ID<Operation>) -> Bool {
    guard view.function.operations[operation].mayRaise else { return false }
    if isOfBody {
      if case .yield = view.facts.effect(operation) { return true }
      return false
    }
    if isWaitForValue(operation) || endsProcess(operation) || asksItself(operation) { return false }
    if waitsForItself(operation) || isEndlessPause(operation) { return false }
    if isOfNamedFile(operation) { return false }
    if entersItself(operation) || entersQuietly(operation) || isEndedByPipe && !isWait(operation) {
      return false
    }
    if isOfStream(operation) || isChained(operation) || isLeftPromise(operation) { return false }
    if leadsToRelease(operation) { return false }
    if isQuiet(operation) || flowFacts.quiet.contains(operation.index) { return false }
    if isLookup(operation) || isYieldOfFixture(operation) || isGetter(operation) { return false }
    if isLeaving(operation) || isPlainLoop(operation) || isSetUp(operation) { return false }
    if isGivenToTask(operation) || isReaderOfFile(operation) || isOnlyLogged(operation)
      || isInRace(operation)
    {
      return false
    }
    let roles = view.roles[operation] ?? []
    return !roles.contains { role in
      switch role {
      case .neverRaises: !drainsGenerator(operation) && !drainsHandle(operation)
      case .neverReturns, .clock: true
      // One of several that are waited for together: nothing is thrown before the wait.
      case .acquire(_, let pattern): pattern.callback == nil && isGathered(operation)
      // What fails while releasing has no better way to release: it would only hide the story.
      case .release(let resource, let pattern):
        isOurs(resource) && (pattern.mustAwait || !pattern.mayFail)
      default: false
      }
    } && !isRelease(operation)
  }

  /// Whether a call without arguments only gives what the handle is given back to, as it gave what
  /// the handle was taken from: `driver().close(handle)`, of `driver().open(path)`.
  private func leadsToRelease(_ operation: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(operation), call.arguments.isEmpty,
      !call.isConstruction, case .call(let site) = acquisition.site, operation > site,
      case .call(let taking) = view.facts.effect(site), let source = taking.receiver,
      let use = view.facts.uses(of: call.result).first,
      view.facts.uses(of: call.result).count == 1,
      case .call(let release) = view.facts.effect(use), release.receiver == call.result,
      endings[use] != nil
    else { return false }
    return view.facts.makers(of: source).contains { maker in
      guard case .call(let giver) = view.facts.effect(maker), giver.arguments.isEmpty else {
        return false
      }
      return calleeName(giver) == calleeName(call)
    }
  }

  /// Whether what an operation throws leaves a plain callback, which ends the process. What the
  /// handle itself throws is told: the callback could have known.
  private func endsProcess(_ operation: ID<Operation>) -> Bool {
    guard acquisition.error != nil, !view.function.isAsync,
      view.function.blocks[view.facts.block(of: operation)].unwind
        == view.function.exceptionalExit,
      case .call(let call) = view.facts.effect(operation)
    else { return false }
    let aliases = view.forwardAliases(of: acquisition.handle)
    let given = call.arguments.map(\.value) + (call.receiver.map { [$0] } ?? [])
    return !given.contains { aliases.contains($0.index) }
  }

  /// Whether the handle is asked for its own state, which decides whether it is given back: where that
  /// fails, giving back fails as well. `if (lock.owned()) lock.release()`
  private func asksItself(_ operation: ID<Operation>) -> Bool {
    switch view.facts.effect(operation) {
    case .call(let call):
      guard call.arguments.isEmpty, !call.isImplicit, let receiver = call.receiver,
        let answer = ([call.result] + waits(for: call.result)).last
      else { return false }
      return isHandle(receiver) && flowFacts.flags.contains(view.paths[answer])
    case .await(let value, _):
      return view.facts.definition(of: value).map(asksItself) ?? false
    default: return false
    }
  }

  /// Whether a file is worked with whose name is what is held: what fails there is not what its
  /// removal is written against.
  private func isOfNamedFile(_ operation: ID<Operation>) -> Bool {
    guard acquisition.isName else { return false }
    switch view.facts.effect(operation) {
    case .call(let call):
      guard let receiver = call.receiver else { return false }
      return view.forwardAliases(of: acquisition.handle).contains(receiver.index)
    case .await(let value, _):
      return view.facts.definition(of: value).map(isOfNamedFile) ?? false
    default: return false
    }
  }

  /// Whether the handle is entered by hand: an enter that fails has taken nothing, as with `with`.
  private func entersItself(_ operation: ID<Operation>) -> Bool {
    switch view.facts.effect(operation) {
    case .call(let call):
      guard case .method(_, let receiver) = call.callee, isEntering(call) else { return false }
      return isHandle(receiver)
    case .await(let value, _):
      return view.facts.definition(of: value).map(entersItself) ?? false
    default: return false
    }
  }

  /// Whether a block is entered whose manager is known to raise nothing: `asyncio.timeout(5)`, a lock of
  /// threads.
  private func entersQuietly(_ operation: ID<Operation>) -> Bool {
    switch view.facts.effect(operation) {
    case .call(let call):
      guard call.isImplicit, isEntering(call), let manager = call.receiver else { return false }
      if isLockOfThreads(call) { return true }
      guard let maker = view.facts.definition(of: manager) else { return false }
      return (view.roles[maker] ?? []).contains(where: \.neverRaises)
    case .await(let value, _):
      return view.facts.definition(of: value).map(entersQuietly) ?? false
    default: return false
    }
  }

  /// Whether what a call enters is called a lock, and nobody waits for it to be entered in turn.
  private func isLockOfThreads(_ call: Call) -> Bool {
    guard let manager = call.receiver, !isWaitedFor(call.result),
      let name = view.facts.name(of: manager)
    else { return false }
    let words = Verbs.words(of: view.text(name))
    return words.last.map(["lock", "rlock", "mutex", "condition"].contains) ?? false
  }

  /// Whether a place holds the handle, by assignment or in a field that it was read from or put into.
  func isHandle(_ place: ID<Place>) -> Bool {
    let aliases = view.forwardAliases(of: acquisition.handle)
    let path = view.paths[place]
    if aliases.contains(place.index) || path == view.paths[acquisition.handle] { return true }
    return aliases.members.contains { alias in
      view.facts.uses(of: ID(alias)).contains { use in
        guard case .store(let value, let object, let field) = view.facts.effect(use),
          value.index == alias
        else { return false }
        return view.paths.field(field, of: object) == path
      }
    }
  }

  /// Whether a call is told to log something, and nobody asks what it gives: `logFailure(error)`.
  private func isLog(_ call: Call) -> Bool {
    guard let name = view.facts.name(of: call), view.facts.uses(of: call.result).isEmpty else {
      return false
    }
    let words = Verbs.words(of: view.text(name))
    return words.count > 1 && words[0] == "log" && !["in", "out", "on", "off"].contains(words[1])
  }

  /// Whether a call only makes the text of a message: `console.error(format(now()), error)`.
  private func isOnlyLogged(_ operation: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(operation) else { return false }
    if isLog(call) { return true }
    let uses = view.facts.uses(of: call.result)
    let receivers = view.context.roles.index.behaviour.quietReceivers
    return !uses.isEmpty
      && uses.allSatisfy { use in
        guard case .call(let log) = view.facts.effect(use), let receiver = log.receiver,
          receiver != call.result, let name = view.facts.name(of: receiver)
        else { return false }
        return receivers.contains(view.text(name))
      }
  }

  /// The head of a loop over a list literal, a list that was given, or one that a call gives which
  /// raises nothing: `range(3)`.
  private func isPlainLoop(_ operation: ID<Operation>) -> Bool {
    guard case .iterate(let list, _) = view.facts.effect(operation) else { return false }
    if isAggregate(list) { return true }
    if case .parameter = view.function.places[list].kind, list != acquisition.handle {
      return view.facts.definitions(of: list).isEmpty
    }
    guard let maker = view.facts.definition(of: list) else { return false }
    // What an object has is a list, as far as one can see.
    if case .load(_, let object, _) = view.facts.effect(maker) {
      return !view.forwardAliases(of: acquisition.handle).contains(object.index)
    }
    // So is what a text or a table gives: `text.split(",")`, `table.items()`.
    if (view.roles[maker] ?? []).contains(where: \.neverRaises) { return true }
    return view.program.targets(of: maker, in: view.id).names == ["builtins.range"]
  }

  /// What only puts clients together: constructing another one, `createAdapter(client)`.
  private func isSetUp(_ operation: ID<Operation>) -> Bool {
    guard acquisition.spec.kind == .client, case .call(let call) = view.facts.effect(operation)
    else { return false }
    let isClient = (view.roles[operation] ?? []).contains { role in
      guard case .acquire(let resource, _) = role else { return false }
      return view.context.roles.index.resources[resource].kind == .client
    }
    if isClient { return isMadeHere(call) }
    // Most live as long as the process, and are made beside others that do.
    let isMadeBeside = acquisition.spec.isClosedImplicitly && call.arguments.isEmpty
    guard let symbol = calleeName(call), isMadeBeside || isUnknown(operation),
      !isWaitedFor(call.result),
      let verb = Verbs.words(of: view.text(symbol)).first,
      view.context.roles.index.behaviour.makingVerbs.contains(verb)
    else { return false }
    if isMadeBeside { return true }
    let aliases = view.forwardAliases(of: acquisition.handle)
    return call.arguments.contains { aliases.contains($0.value.index) }
  }

  /// Whether a call constructs an object, and waits for nobody.
  func isMadeHere(_ call: Call) -> Bool {
    if call.isConstruction { return true }
    guard let symbol = calleeName(call), let first = view.text(symbol).utf8.first else {
      return false
    }
    return UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first && !isWaitedFor(call.result)
  }

  /// Whether an object is made that only holds the file it is given.
  private func isReaderOfFile(_ operation: ID<Operation>) -> Bool {
    guard acquisition.spec.kind == .file, case .call(let call) = view.facts.effect(operation),
      !call.arguments.isEmpty, isMereHolder(operation), !view.isBorrowed(by: operation)
    else { return false }
    let aliases = view.forwardAliases(of: acquisition.handle)
    return call.arguments.contains { aliases.contains($0.value.index) }
  }

  /// Leaving the block of another context manager, whose body has gone well: locks, timers, scopes.
  private func isLeaving(_ operation: ID<Operation>) -> Bool {
    switch view.facts.effect(operation) {
    case .call(let call): return call.isImplicit && !isEntering(call)
    case .await(let value, _):
      return view.facts.definition(of: value).map(isLeaving) ?? false
    default: return false
    }
  }

  /// A call that by its verb gives something back, whatever it is, and the wait for it: what fails
  /// there is not what a cleanup is written against.
  private func isRelease(_ operation: ID<Operation>) -> Bool {
    let methods = view.context.roles.index.behaviour.releaseMethods
    switch view.facts.effect(operation) {
    case .call(let call):
      if stopsAnother(call) { return true }
      guard case .method(let name, let receiver) = call.callee else { return false }
      return methods.contains(view.text(name))
        || isUndone(by: view.text(name), on: receiver)
    case .await(let value, _), .yield(.some(let value), _, true):
      guard let maker = view.facts.definition(of: value) else { return false }
      return isRelease(maker)
    default: return false
    }
  }

  /// Whether what leaves an object's block rolls the handle back: that is a part of giving it back.
  private func isUndone(by method: String, on receiver: ID<Place>) -> Bool {
    view.context.roles.index.behaviour.rollbackMethods.contains(method)
      && Verbs.scopeEnds.contains(view.text(view.function.name))
      && (isHandle(receiver) || acquisition.site == .entry)
  }

  /// Whether a call by its verb stops something, and nobody waits for that: `stopTracks(stream)`.
  private func stopsAnother(_ call: Call) -> Bool {
    guard let name = calleeName(call), !isWaitedFor(call.result),
      view.facts.uses(of: call.result).isEmpty
    else { return false }
    let verbs = ["stop", "cancel", "abort", "unsubscribe"]
    return Verbs.words(of: view.text(name)).first.map(verbs.contains) ?? false
  }

  /// Whether a function that waits for what it does asks a resource which no model knows for something,
  /// without an argument and without waiting: `const url = browser.wsEndpoint()`.
  private func isGetter(_ operation: ID<Operation>) -> Bool {
    guard acquisition.resource == nil, view.function.isAsync,
      !view.context.roles.index.behaviour.coroutinesAreLazy,
      case .call(let call) = view.facts.effect(operation), call.arguments.isEmpty,
      !call.isImplicit, let receiver = call.receiver, !view.facts.uses(of: call.result).isEmpty,
      !isWaitedFor(call.result)
    else { return false }
    return view.forwardAliases(of: acquisition.handle).contains(receiver.index)
  }

  /// Where a test's fixture waits for the test, or an application's frame for its end: nothing is
  /// thrown into it there.
  private func isYieldOfFixture(_ operation: ID<Operation>) -> Bool {
    guard case .yield = view.facts.effect(operation) else { return false }
    if Verbs.words(of: view.text(view.function.name)).contains("lifespan") { return true }
    return view.isDecorated { $0.contains("fixture") }
  }

  /// A look-up by the handle: `wrappers.get(client)`.
  private func isLookup(_ operation: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(operation),
      case .method(let name, _) = call.callee, call.arguments.count == 1,
      ["get", "has"].contains(view.text(name))
    else { return false }
    let key = call.arguments[0].value
    return view.facts.origins(of: key).contains(acquisition.handle)
  }

  /// A call that only passes its argument on, `promisify(f)`, or puts a text together: what the tag of
  /// a template makes of it, such as a statement, fails where it is waited for.
  func isQuiet(_ operation: ID<Operation>) -> Bool {
    if case .call(let call) = view.facts.effect(operation), call.isTag { return true }
    let names = view.program.targets(of: operation, in: view.id).names
    return !names.isEmpty && names.allSatisfy(view.program.catalog.passesThrough.contains)
  }
}
