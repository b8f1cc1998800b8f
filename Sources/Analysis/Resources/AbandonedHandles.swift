import Basis
import Findings
import IR
import Linking
import RuleBook

// A promise that gives up leaves open what its executor opened:
//
//     return new Promise((resolve, reject) => {
//       const socket = new WebSocket(url);                            nobody else has it
//       setTimeout(() => reject(new Error('too late')), 5000);        and nobody closes it
//       socket.on('open', () => resolve(socket));
//     });
//
// It gives up in a timer, on the `timeout` of the handle itself, which closes nothing, on an `error` of
// what the handle is piped to, or of what is piped to it, since neither ends the other one, or in
// place, before anything is done with the handle.
// What is opened in a callback that the executor hands out is looked at in the same way.

/// SL103: what an executor opened and leaves open where it rejects the promise.
struct AbandonedHandles {
  let view: FunctionView
  /// The executor that the function is, or is written in.
  let executor: ID<ProgramFunction>?

  init(view: FunctionView) {
    self.view = view
    executor = Self.executor(around: view)
  }

  /// A handle, and where the promise is rejected while it is open.
  struct Abandoned {
    var holder: ID<ProgramFunction>
    var acquire: ID<Operation>
    var noun: String
    var weight: ResourceSpec.Weight
    var rejection: SourceLocation
    /// The variable that holds it; nil where it is made in place.
    var name: String?
    /// Whether nobody listens for the failure at all.
    var isUnwatched = false
    /// Whether the promise is kept, and nobody ever closes the handle.
    var isKept = false
  }

  /// Whether a function can be an executor that opens something: asked before its view is made.
  static func mayApply(
    to function: Function, pipe: Symbol?, opens: Bool
  ) -> Bool {
    if opens, function.parent != nil { return true }
    let isNested =
      (function.kind == .closure || function.kind == .function) && function.parent != nil
    return isNested && function.parameters.count > 1 || pipes(function, pipe)
  }

  private static func executor(around view: FunctionView) -> ID<ProgramFunction>? {
    var function = view.id
    for _ in 0..<8 {
      if view.promise(of: function) != nil { return function }
      guard let parent = view.program[function].parent else { return nil }
      function = view.program.id(of: parent, besides: function)
    }
    return nil
  }

  func run(report: (Finding) -> Void) {
    let pipe = view.program.symbols.lookup("pipe")
    let rules = ["SL101", "SL103"].filter(view.context.isEnabled)
    guard !rules.isEmpty, executor != nil || Self.pipes(view.function, pipe) else {
      return
    }
    for operation in view.function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation), !call.isImplicit,
        let abandoned = abandoned(call, at: operation)
      else { continue }
      report(finding(abandoned))
    }
    guard executor == view.id else { return }
    for capture in view.function.captures {
      if let abandoned = abandoned(capturedAs: capture.inner) { report(finding(abandoned)) }
    }
  }

  /// What the function around the executor opened for it alone, and leaves to it.
  private func abandoned(capturedAs place: ID<Place>) -> Abandoned? {
    let root = view.program.variable(behind: PlaceReference(function: view.id, place: place))
    let facts = view.context.facts.facts(of: root.function)
    let makers = facts.makers(of: root.place)
    guard let acquire = makers.first, makers.count == 1,
      case .call(let call) = facts.effect(acquire),
      let name = facts.function.places[root.place].name,
      let spec = modelled(
        view.context.roles.roles(of: call, at: acquire, in: root.function)),
      !isReadAround(place)
    else { return nil }
    let handle = view.forwardAliases(of: place)
    guard !isStored(handle) else { return nil }
    let failure =
      rejection(leaving: handle).map { Failure(location: $0) }
      ?? (spec.kind == .stream ? failureOfSource(leaving: handle) : nil)
    guard let failure else { return nil }
    return Abandoned(
      holder: root.function, acquire: acquire, noun: spec.noun, weight: spec.weight,
      rejection: failure.location, name: view.text(name), isUnwatched: failure.isUnwatched)
  }

  private func abandoned(_ call: Call, at operation: ID<Operation>) -> Abandoned? {
    let handle = chain(from: view.forwardAliases(of: call.result))
    let name = handle.members.compactMap({ view.function.places[ID($0)].name }).first
    let spec = modelled(view.roles[operation] ?? [])
    let mayBeNameless = spec?.kind == .stream || spec?.kind == .socket
    guard !isStored(handle), name != nil || mayBeNameless else { return nil }
    if let spec, spec.kind == .socket, let kept = resolution(leaving: handle, call) {
      return Abandoned(
        holder: view.id, acquire: operation, noun: spec.noun, weight: spec.weight, rejection: kept,
        name: name.map(view.text), isKept: true)
    }
    // `pipe` gives its target back.
    let isSource =
      !call.isConstruction && isSource(handle) && view.facts.name(of: call).map(view.text) != "pipe"
    let isKnown =
      spec != nil || executor != nil && (isWatched(handle) || isSource || hasTimeout(handle))
    guard isKnown else { return nil }
    let found =
      rejection(leaving: handle) ?? rejectionAround(leaving: handle)
      ?? (spec?.kind == .stream ? rejectionInPlace(leaving: handle, from: operation) : nil)
    let failure = found.map { Failure(location: $0) }
    guard
      let failure = failure ?? (spec?.kind == .stream ? failureOfSource(leaving: handle) : nil)
    else { return nil }
    return Abandoned(
      holder: view.id, acquire: operation, noun: spec?.noun ?? "", weight: spec?.weight ?? .medium,
      rejection: failure.location, name: name.map(view.text), isUnwatched: failure.isUnwatched)
  }

  /// A handle with what its listening methods give back: `this.socket = connect(port).on('error', log)`.
  private func chain(from handle: BitSet) -> BitSet {
    var result = handle
    for operation in view.function.operations.values {
      guard case .call(let call) = operation.effect, let receiver = call.receiver,
        result.contains(receiver.index), event(of: call) != nil
      else { continue }
      result.formUnion(view.forwardAliases(of: call.result))
    }
    return result
  }

  /// The resource that some model says the call opens.
  private func modelled(_ roles: [Role]) -> ResourceSpec? {
    for role in roles {
      guard case .acquire(let resource, let pattern) = role, pattern.callback == nil,
        pattern.call.value?.isResult ?? true
      else { continue }
      let spec = view.context.roles.index.resources[resource]
      switch spec.kind {
      case .socket, .process, .client, .stream, .connection, .cursor: return spec
      default: continue
      }
    }
    return nil
  }

  /// Whether the handle is piped to a stream, and nothing to it.
  private func isSource(_ handle: BitSet) -> Bool {
    var isPiped = false
    for operation in view.function.operations.values {
      guard case .call(let call) = operation.effect,
        case .method(let name, let source) = call.callee, view.text(name) == "pipe"
      else { continue }
      if call.arguments.contains(where: { handle.contains($0.value.index) }) { return false }
      if handle.contains(source.index) { isPiped = true }
    }
    return isPiped
  }

  /// Whether the function listens for the time-out of the handle itself.
  private func hasTimeout(_ handle: BitSet) -> Bool {
    listeners(of: handle).contains { $0.event == "timeout" }
  }

  /// Whether the function waits for the handle to open, and somebody closes it at some time.
  private func isWatched(_ handle: BitSet) -> Bool {
    listeners(of: handle).contains { ["open", "connect"].contains($0.event) }
      && isClosed(Set(handle.members.map { ID($0) }), in: view.id, depth: 3)
  }

  /// Whether a function, or one that is written in it, closes what a place of it holds.
  private func isClosed(
    _ handle: Set<ID<Place>>, in function: ID<ProgramFunction>, depth: Int
  ) -> Bool {
    let facts = view.context.facts.facts(of: function)
    return facts.function.operations.values.contains { operation in
      switch operation.effect {
      case .call(let call):
        guard case .method(let name, let receiver) = call.callee, isRelease(view.text(name)) else {
          return false
        }
        return !handle.isDisjoint(with: facts.origins(of: receiver) + [receiver])
      case .closure(let made, _):
        let inner = view.program.id(of: made, besides: function)
        let captures = view.program[inner].captures
        let held = Set(captures.filter { handle.contains($0.outer) }.map(\.inner))
        return depth > 0 && !held.isEmpty && isClosed(held, in: inner, depth: depth - 1)
      default: return false
      }
    }
  }

  /// Whether the handle is put where code outside the executor finds it.
  private func isStored(_ handle: BitSet) -> Bool {
    view.function.operations.values.contains { operation in
      switch operation.effect {
      case .store(let value, _, _), .storeElement(let value, _, _):
        return handle.contains(value.index)
      case .copy(let value, let into):
        guard handle.contains(value.index) else { return false }
        if case .captured = view.function.places[into].kind { return isReadAround(into) }
        return view.function.places[into].kind == .global
      default: return false
      }
    }
  }

  /// Whether code beside the executor reads a variable of the function around it.
  private func isReadAround(_ place: ID<Place>) -> Bool {
    let root = view.program.variable(behind: PlaceReference(function: view.id, place: place))
    if view.program.functions[root.function].function == Module.body { return true }
    let own = Set(view.context.withClosures(of: [executor ?? view.id]))
    return view.context.withClosures(of: [root.function]).contains { function in
      guard !own.contains(function) else { return false }
      let facts = view.context.facts.facts(of: function)
      return facts.function.places.ids.contains { place in
        facts.function.places[place].name != nil && !facts.uses(of: place).isEmpty
          && view.program.variable(behind: PlaceReference(function: function, place: place)) == root
      }
    }
  }

  // MARK: Giving up

  private func rejection(leaving handle: BitSet) -> SourceLocation? {
    for operation in view.function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation) else { continue }
      for argument in call.arguments where givesUp(call, argument.value, handle) {
        if leaves(argument.value, handle) {
          return view.context.location(of: operation, in: view.id)
        }
      }
    }
    return nil
  }

  /// Whether a call runs a function when time is up, or when what the handle feeds has failed.
  private func givesUp(_ call: Call, _ callback: ID<Place>, _ handle: BitSet) -> Bool {
    switch call.callee {
    case .value(let callee):
      return executor != nil && view.facts.name(of: callee).map(view.text) == "setTimeout"
        && call.arguments.first?.value == callback
    case .method(let name, let receiver):
      let isHandle = handle.contains(receiver.index)
      if view.text(name) == "setTimeout" {
        return executor != nil && isHandle && call.arguments.count > 1
      }
      guard let event = event(of: call) else { return false }
      if event == "timeout" { return executor != nil && isHandle }
      if isHandle { return false }
      if ["error", "exit", "close"].contains(event), feedsProcess(receiver, handle) { return true }
      guard event == "error" else { return false }
      return chained(receiver, in: view).contains { isFed($0, by: handle) }
        || feeds(receiver, handle)
    case .superconstructor, .supermethod: return false
    }
  }

  /// Whether the handle is piped to a stream.
  private func isFed(_ target: ID<Place>, by handle: BitSet) -> Bool {
    view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect,
        case .method(let name, let source) = call.callee, view.text(name) == "pipe",
        handle.contains(source.index), let into = call.arguments.first
      else { return false }
      return view.paths[into.value] == view.paths[target]
    }
  }

  /// Whether the handle is piped to the input of a process, which may end before all is read:
  /// `file.pipe(child.stdin)`.
  private func feedsProcess(_ process: ID<Place>, _ handle: BitSet) -> Bool {
    view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect,
        case .method(let name, let source) = call.callee, view.text(name) == "pipe",
        handle.contains(source.index), let into = call.arguments.first,
        let maker = view.facts.definition(of: into.value),
        case .load(let field, let object, _) = view.facts.effect(maker)
      else { return false }
      return view.text(field) == "stdin" && view.paths[object] == view.paths[process]
    }
  }

  /// Where the executor rejects in place what it has opened and done nothing with yet.
  private func rejectionInPlace(
    leaving handle: BitSet, from acquire: ID<Operation>
  ) -> SourceLocation? {
    guard executor == view.id else { return nil }
    let start = view.facts.block(of: acquire)
    var busy: Set<ID<Block>> = []
    var rejections: [ID<Operation>] = []
    for operation in view.function.operations.ids where operation != acquire {
      guard case .call(let call) = view.facts.effect(operation) else { continue }
      let block = view.facts.block(of: operation)
      if case .value(let callee) = call.callee, isReject(callee, in: view) {
        rejections.append(operation)
      } else if uses(handle, call), block != start || operation > acquire {
        busy.insert(block)
      }
    }
    guard !rejections.isEmpty, !busy.contains(start) else { return nil }
    let reached = view.blocks(plainlyFrom: start, before: busy)
    let found = rejections.first {
      let block = view.facts.block(of: $0)
      return reached.contains(block) && (block != start || $0 > acquire)
    }
    return found.map { view.context.location(of: $0, in: view.id) }
  }

  /// Whether a call does something with the handle, but listen to it.
  private func uses(_ handle: BitSet, _ call: Call) -> Bool {
    if call.arguments.contains(where: { handle.contains($0.value.index) }) { return true }
    guard let receiver = call.receiver, handle.contains(receiver.index) else { return false }
    return event(of: call) == nil
  }

  /// Whether something is piped to the handle.
  private func feeds(_ source: ID<Place>, _ handle: BitSet) -> Bool {
    view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect,
        case .method(let name, let from) = call.callee, view.text(name) == "pipe",
        view.paths[from] == view.paths[source], let into = call.arguments.first
      else { return false }
      return handle.contains(into.value.index)
    }
  }

  /// Whether a callback rejects the promise and does nothing about the handle.
  private func leaves(_ callback: ID<Place>, _ handle: BitSet) -> Bool {
    if isReject(callback, in: view) { return true }
    guard let nested = view.facts.makers(of: callback).compactMap({ closure($0) }).first else {
      return false
    }
    let inner = FunctionView(nested.id, context: view.context)
    // Who uses the handle there, or tells others by a variable, does something about it.
    let isAware = nested.function.captures.contains { capture in
      handle.contains(capture.outer.index) || usesHandle(capture.outer, handle)
        || !inner.facts.definitions(of: capture.inner).isEmpty
    }
    if isAware { return false }
    var rejects = false
    for operation in inner.function.operations.values {
      if case .store = operation.effect { return false }
      guard case .call(let call) = operation.effect else { continue }
      if let name = calleeName(call, inner), isRelease(name) || name == "abort" { return false }
      if case .value(let callee) = call.callee, isReject(callee, in: inner) { rejects = true }
    }
    return rejects
  }

  /// Whether a variable is a nested function that uses the handle.
  private func usesHandle(_ place: ID<Place>, _ handle: BitSet) -> Bool {
    view.facts.makers(of: place).contains { maker in
      guard let nested = closure(maker) else { return false }
      return nested.function.captures.contains { handle.contains($0.outer.index) }
    }
  }

  func isReject(_ place: ID<Place>, in inner: FunctionView) -> Bool {
    guard let executor else { return isCallback(place, in: inner) }
    guard let (function, index) = inner.parameter(behind: place) else { return false }
    return function == executor && index == 1
  }

  /// Whether a value settles the promise, or is the callback: it knows of no handle.
  func isSettling(_ place: ID<Place>, in inner: FunctionView) -> Bool {
    guard let executor else { return isCallback(place, in: inner) }
    return inner.parameter(behind: place)?.0 == executor
  }

  // MARK: Listeners

  private struct Listener {
    var event: String
    var callback: ID<Place>
  }

  private func listeners(of handle: BitSet) -> [Listener] {
    view.function.operations.values.compactMap { operation in
      guard case .call(let call) = operation.effect, let receiver = call.receiver,
        handle.contains(receiver.index), let event = event(of: call)
      else { return nil }
      return Listener(event: event, callback: call.arguments[1].value)
    }
  }

  /// The event that a call listens for.
  private func event(of call: Call) -> String? { event(of: call, in: view) }

  func event(of call: Call, in view: FunctionView) -> String? {
    guard case .method(let name, _) = call.callee, call.arguments.count > 1,
      view.context.roles.index.behaviour.listeningMethods.contains(view.text(name)),
      case .string(let text)? = view.facts.literal(of: call.arguments[0].value)
    else { return nil }
    return view.text(text)
  }

  private struct Nested {
    var id: ID<ProgramFunction>
    var function: Function
  }

  private func closure(_ operation: ID<Operation>) -> Nested? {
    guard case .closure(let made, _) = view.facts.effect(operation) else { return nil }
    let id = view.program.id(of: made, besides: view.id)
    return Nested(id: id, function: view.program[id])
  }

  private func isRelease(_ name: String) -> Bool {
    let methods = view.context.roles.index.behaviour.releaseMethods + ["kill"]
    return Verbs.speak(of: methods, in: name)
  }

  private func calleeName(_ call: Call, _ inner: FunctionView) -> String? {
    switch call.callee {
    case .method(let name, _), .supermethod(let name): inner.text(name)
    case .value(let callee): inner.facts.name(of: callee).map(inner.text)
    case .superconstructor: nil
    }
  }
}
