import Basis
import IR
import Linking
import RuleBook

// What variables, fields and lists mean for the handle that they hold.

extension ResourceFlow {
  /// Whether a place has what another one holds by nothing but assignment.
  func isCopy(_ place: ID<Place>, of source: ID<Place>) -> Bool {
    var current = place
    // In a loop two variables can be copies of each other.
    var seen = BitSet()
    while current != source {
      guard seen.insert(current.index), let maker = view.facts.definition(of: current),
        case .copy(let from, _) = view.facts.effect(maker)
      else { return false }
      current = from
    }
    return true
  }

  /// `sock = None` after the handle was given to somebody says that it is his from here on.
  func letsGo(of target: Int, for source: ID<Place>, in disjunct: Disjunct) -> Bool {
    guard disjunct.typestate == .held, disjunct.aliases.contains(target),
      disjunct.isDoubtful || isPassedToUnknown, let literal = view.facts.literal(of: source)
    else { return false }
    return literal == .null || literal == .undefined
  }

  /// Whether the function gives the handle to a callee that is not the program's own.
  var isPassed: Bool {
    let aliases = view.forwardAliases(of: acquisition.handle)
    return view.function.operations.ids.contains { operation in
      guard case .call(let call) = view.facts.effect(operation) else { return false }
      return call.arguments.contains { aliases.contains($0.value.index) }
        && view.program.targets(of: operation, in: view.id).functions.isEmpty
    }
  }

  /// Whether the handle is a field of the function's own object, or stands in a table that is one:
  /// `self._lock.acquire()`, `self._locks[key].acquire()`.
  var isOfReceiver: Bool { isOfReceiver(acquisition.handle, inTable: false) }

  private func isOfReceiver(_ place: ID<Place>, inTable: Bool) -> Bool {
    guard let receiver = view.function.receiver else { return false }
    return view.facts.makers(of: place).contains { maker in
      switch view.facts.effect(maker) {
      case .load(_, let object, _): object == receiver
      case .loadElement(let table, _, _): !inTable && isOfReceiver(table, inTable: true)
      default: false
      }
    }
  }

  /// Whether the function gives the handle to a callee that neither it nor a model knows.
  private var isPassedToUnknown: Bool {
    let aliases = view.forwardAliases(of: acquisition.handle)
    return view.function.operations.ids.contains { operation in
      guard case .call(let call) = view.facts.effect(operation) else { return false }
      return call.arguments.contains { aliases.contains($0.value.index) } && isUnknown(operation)
    }
  }

  /// Whether a value is made by a call on, or with, what a variable holds: `conn = conn.begin()`,
  /// `sock = wrap(sock)`. What takes the variable over stands for the handle from here on.
  func succeeds(_ source: ID<Place>, _ target: Int) -> Bool {
    guard let maker = view.facts.definition(of: source) else { return false }
    switch view.facts.effect(maker) {
    case .await(let value, _): return succeeds(value, target)
    case .call(let call):
      let given = call.arguments.map(\.value) + (call.receiver.map { [$0] } ?? [])
      return given.contains { view.paths[$0] == target }
    default: return false
    }
  }

  /// Whether a field of this object is the object's duty only once the function has returned: the
  /// object is being made or entered, and what raises meanwhile is never left again.
  func isKeptByEntering(_ object: ID<Place>) -> Bool {
    guard view.function.receiver == object, !acquisition.spec.isCollected || isOpenedForLong
    else { return false }
    if view.function.kind == .constructor { return true }
    return ["__enter__", "__aenter__"].contains(view.text(view.function.name))
  }

  /// Whether what a collector ends at some time has more to it than memory until then, and another
  /// method of the class ends it: a session's connections, a child process, a socket.
  private var isOpenedForLong: Bool {
    let kinds: [ResourceSpec.Kind] = [.session, .client, .process]
    guard kinds.contains(acquisition.spec.kind) || isEndedWithObject,
      acquisition.spec.weight != .low, !acquisition.spec.isClosedImplicitly,
      let owner = view.function.owner
    else { return false }
    let finder = OwnerFinder(view: view)
    guard let field = finder.field(of: acquisition) else { return false }
    let type = view.program.id(of: owner, in: view.program.functions[view.id].module)
    return view.program.methods(of: type).contains { method in
      method != view.id && finder.givesBack(field, in: method)
    }
  }

  /// Whether it is a file or socket in a field of an object that is being made, which a collector ends
  /// with the object: of what raises only that is told which the constructor means to raise, unless
  /// it ends the thing itself somewhere.
  var isEndedWithObject: Bool {
    acquisition.spec.isCollected && view.function.kind == .constructor
      && [.file, .socket, .connection].contains(acquisition.spec.kind) && endings.isEmpty
  }

  /// Whether the function gives back what a variable holds, somewhere.
  func isReleased(_ place: ID<Place>) -> Bool {
    let aliases = view.forwardAliases(of: place)
    return endings.values.contains { $0.contains { aliases.contains($0.index) } }
  }

  func isAggregate(_ place: ID<Place>) -> Bool {
    let makers = view.facts.makers(of: place)
    return !makers.isEmpty
      && makers.allSatisfy { maker in
        if case .aggregate = view.facts.effect(maker) { true } else { false }
      }
  }

  // MARK: Lists

  /// The list that a call puts the handle into, when the function itself ends all that is in it:
  /// `files.append(file)`, and later `for file in files: file.close()`.
  func drainedList(of call: Call, _ disjunct: Disjunct) -> ID<Place>? {
    guard disjunct.typestate == .held, case .method(let name, let list) = call.callee,
      view.context.roles.index.behaviour.keepMethods.contains(view.text(name)),
      call.arguments.contains(where: { disjunct.aliases.contains(view.paths[$0.value]) }),
      case .local = view.function.places[list].kind, isAggregate(list), isDrained(list)
    else { return nil }
    return list
  }

  /// Whether a call runs a function for each of a list, which gives each back:
  /// `[first, second].forEach((client) => client.release())`.
  func endsEach(_ call: Call, _ disjunct: Disjunct) -> Bool {
    guard case .method(let name, let list) = call.callee, let callback = call.arguments.first,
      disjunct.aliases.contains(view.paths[list]), isAggregate(list),
      view.context.roles.index.behaviour.iteratingMethods.contains(view.text(name))
    else { return false }
    return view.program.values(of: callback.value, in: view.id).contains { value in
      guard case .function(let function) = value,
        let each = view.program[function].parameters.first
      else { return false }
      let inner = FunctionView(function, context: view.context)
      let finder = AcquisitionFinder(view: inner, summaries: summaries)
      return finder.releaseVerb(of: each.place) != nil
    }
  }

  /// Whether a loop over a list releases each, and nobody else is given the list.
  private func isDrained(_ list: ID<Place>) -> Bool {
    var isReleasing = false
    for use in view.facts.uses(of: list) {
      switch view.facts.effect(use) {
      case .iterate(_, let into): if isReleased(into) { isReleasing = true }
      case .call(let call):
        let isPassed = call.arguments.contains { $0.value == list }
        if isPassed, !isLookedAt(by: use) { return false }
      case .load, .loadElement, .compute: continue
      default: return false
      }
    }
    return isReleasing && !view.isReturned(list) && !isCaptured(list)
  }

  /// `len(files)`, `reversed(files)`, `random.choice(files)`
  private func isLookedAt(by operation: ID<Operation>) -> Bool {
    let names = view.program.targets(of: operation, in: view.id).names
    return !names.isEmpty
      && names.allSatisfy { $0.hasPrefix("builtins.") || $0.hasPrefix("random.") }
  }

  func isCaptured(_ place: ID<Place>) -> Bool {
    view.function.operations.values.contains { operation in
      guard case .closure(let nested, _) = operation.effect else { return false }
      let captures = view.program[view.program.id(of: nested, besides: view.id)].captures
      return captures.contains { $0.outer == place }
    }
  }
}
