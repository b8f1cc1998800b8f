import Basis
import Findings
import IR
import Linking
import RuleBook

// What something is piped to is ended with its source's end, and not when the source fails:
//
//     const out = fs.createWriteStream(path);
//     request.pipe(out).on('finish', resolve);      the client goes away: nobody ends `out`
//
// Who listens for the failure of a source with what knows the target sees to it, as `pipeline()` does.

extension AbandonedHandles {
  /// Where a stream stays open since what is piped to it may fail, or one of the steps before.
  func failureOfSource(leaving handle: BitSet) -> Failure? {
    var walk = TargetWalk(view: view, handle: handle)
    guard walk.read(), !walk.pipes.isEmpty, !returnsPipe(handle) else { return nil }
    var unwatched: Failure?
    for pipe in walk.pipes {
      let inner = FunctionView(pipe.function, context: view.context)
      let direct = steps(before: pipe.source, in: inner)
      let all =
        direct.map { Step(place: $0, view: inner) } + direct.flatMap { wholes(of: $0, in: inner) }
      for step in all where !isOfChild(step.place, in: step.view) {
        let listeners = walk.family.flatMap {
          failureListeners(of: step.place, in: step.view, at: $0)
        }
        if listeners.contains(where: { isAware($0, handle) }) { return nil }
        if isGivenAway(step.place, in: step.view) { return nil }
        if let told = listeners.first {
          return Failure(location: view.context.location(of: told.operation, in: told.function))
        }
        guard isOfNetwork(step.place, in: step.view) || isGiven(step.place, in: step.view) else {
          continue
        }
        unwatched =
          unwatched
          ?? Failure(
            location: view.context.location(of: pipe.operation, in: pipe.function),
            isUnwatched: true)
      }
    }
    return walk.isWaitedFor ? unwatched : nil
  }

  /// Where nobody ends a stream, and whether nobody listens either.
  struct Failure {
    var location: SourceLocation
    var isUnwatched = false
  }

  /// A listener, and where it is given.
  private struct Listening {
    var function: ID<ProgramFunction>
    var operation: ID<Operation>
    var callback: ID<Place>
  }

  /// What leads to a pipe: its source, and what is piped to that in the same chain.
  private func steps(
    before source: ID<Place>, in inner: FunctionView, depth: Int = 5
  ) -> [ID<Place>] {
    guard depth > 0 else { return [] }
    let chaining = inner.context.roles.index.behaviour.listeningMethods
    for maker in inner.facts.makers(of: source) {
      guard case .call(let call) = inner.facts.effect(maker),
        case .method(let name, let before) = call.callee
      else { continue }
      if inner.text(name) == "pipe", let through = call.arguments.first {
        return [through.value] + steps(before: before, in: inner, depth: depth - 1)
      }
      if chaining.contains(inner.text(name)) {
        return steps(before: before, in: inner, depth: depth - 1)
      }
    }
    return [source]
  }

  /// The streams that a part of another comes from, in the function that listens for it, with what is
  /// piped to those: `archive.on('entry', (header, part) => part.pipe(out))`.
  private func wholes(of part: ID<Place>, in inner: FunctionView) -> [Step] {
    let place = inner.facts.origins(of: part).first ?? part
    guard inner.function.places[place].kind == .parameter,
      let parent = view.program[inner.id].parent
    else { return [] }
    let outer = FunctionView(view.program.id(of: parent, besides: inner.id), context: view.context)
    for operation in outer.function.operations.ids {
      guard case .call(let call) = outer.facts.effect(operation), let whole = call.receiver,
        event(of: call, in: outer) != nil,
        outer.facts.makers(of: call.arguments[1].value).contains(where: {
          isClosure($0, inner.id, in: outer)
        })
      else { continue }
      let own = root(of: whole, in: outer)
      let feeding = outer.function.operations.values.flatMap { operation -> [ID<Place>] in
        guard case .call(let pipe) = operation.effect,
          case .method(let name, let source) = pipe.callee,
          outer.text(name) == "pipe", let target = pipe.arguments.first,
          root(of: target.value, in: outer) == own
        else { return [] }
        return steps(before: source, in: outer)
      }
      return ([whole] + feeding).map { Step(place: $0, view: outer) }
    }
    return []
  }

  private func isClosure(
    _ maker: ID<Operation>, _ function: ID<ProgramFunction>, in outer: FunctionView
  ) -> Bool {
    guard case .closure(let nested, _) = outer.facts.effect(maker) else { return false }
    return view.program.id(of: nested, besides: outer.id) == function
  }

  /// A stream before a pipe, and the function that has it.
  private struct Step {
    var place: ID<Place>
    var view: FunctionView
  }

  /// Whether a stream comes from somebody who may go away. Of what else fails, and nobody listens,
  /// the process ends.
  private func isOfNetwork(_ step: ID<Place>, in inner: FunctionView) -> Bool {
    let behaviour = inner.context.roles.index.behaviour
    return [step, holder(of: step, in: inner)].contains { place in
      guard let name = place.flatMap(inner.facts.name(of:)).map(inner.text) else { return false }
      return behaviour.requestNames.contains(name) || behaviour.responseNames.contains(name)
    }
  }

  /// What a stream is a member of: `response.data`.
  private func holder(of step: ID<Place>, in inner: FunctionView) -> ID<Place>? {
    let place = inner.facts.origins(of: step).first ?? step
    guard let maker = inner.facts.definition(of: place),
      case .load(_, let object, _) = inner.facts.effect(maker)
    else { return nil }
    return inner.facts.origins(of: object).first ?? object
  }

  /// Whether a stream is what a function around was given, or a member of that: `file.stream`. Whoever
  /// gave it hears of its end, and this function does not.
  private func isGiven(_ step: ID<Place>, in inner: FunctionView) -> Bool {
    let place = holder(of: step, in: inner) ?? inner.facts.origins(of: step).first ?? step
    let root = inner.program.variable(behind: PlaceReference(function: inner.id, place: place))
    let body = inner.program[root.function]
    return body.places[root.place].kind == .parameter
      && [.method, .staticMethod, .function, .closure].contains(body.kind)
      && !isOfCallback(root)
  }

  /// Whether a parameter is what a callback is told: what was asked for there is the function's own.
  private func isOfCallback(_ root: PlaceReference) -> Bool {
    guard let parent = view.program[root.function].parent,
      [.closure, .function].contains(view.program[root.function].kind)
    else { return false }
    let outer = view.context.facts.facts(
      of: view.program.id(of: parent, besides: root.function))
    return outer.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect else { return false }
      return call.arguments.contains { argument in
        outer.makers(of: argument.value).contains { maker in
          guard case .closure(let nested, _) = outer.effect(maker) else { return false }
          return view.program.id(of: nested, besides: root.function) == root.function
        }
      }
    }
  }

  /// Whether a stream is one of a process: it ends with the process, and does not fail.
  private func isOfChild(_ step: ID<Place>, in inner: FunctionView) -> Bool {
    guard let name = inner.facts.name(of: step) else { return false }
    return ["stdin", "stdout", "stderr"].contains(inner.text(name))
  }

  /// Whether a step is given to somebody who may see to all: `finished(source, done)`.
  private func isGivenAway(_ step: ID<Place>, in inner: FunctionView) -> Bool {
    let places = inner.forwardAliases(of: step)
    return inner.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, let name = inner.facts.name(of: call),
        inner.text(name) != "pipe"
      else { return false }
      return call.arguments.contains { places.contains($0.value.index) }
        && !(call.receiver.map { places.contains($0.index) } ?? false)
    }
  }

  /// The listeners for the failure of a step that a function of the family adds.
  private func failureListeners(
    of step: ID<Place>, in inner: FunctionView, at function: ID<ProgramFunction>
  ) -> [Listening] {
    let root = root(of: step, in: inner)
    let other = function == inner.id ? inner : FunctionView(function, context: view.context)
    let behaviour = view.context.roles.index.behaviour
    return other.function.operations.ids.compactMap { operation in
      guard case .call(let call) = other.facts.effect(operation), let receiver = call.receiver,
        let event = event(of: call, in: other),
        behaviour.failureEvents.contains(event) || behaviour.partingEvents.contains(event),
        chained(receiver, in: other).contains(where: { self.root(of: $0, in: other) == root })
      else { return nil }
      return Listening(
        function: function, operation: operation, callback: call.arguments[1].value)
    }
  }

  /// What a method that gives its object back is called on: `file` of `file.on('open', log)`.
  func chained(_ place: ID<Place>, in inner: FunctionView) -> [ID<Place>] {
    let chaining = inner.context.roles.index.behaviour.listeningMethods
    for maker in inner.facts.makers(of: place) {
      guard case .call(let call) = inner.facts.effect(maker),
        case .method(let name, let before) = call.callee
      else { continue }
      if inner.text(name) == "pipe", let through = call.arguments.first { return [through.value] }
      if chaining.contains(inner.text(name)) { return chained(before, in: inner) }
    }
    return [place]
  }

  /// A variable, or a member of one: `response.data` is the same wherever it is read.
  private struct Root: Equatable {
    var variable: PlaceReference
    var member: Symbol?
  }

  private func root(of place: ID<Place>, in inner: FunctionView) -> Root {
    let origin = inner.facts.origins(of: place).first ?? place
    var (object, member) = (origin, Symbol?.none)
    if let maker = inner.facts.definition(of: origin),
      case .load(let field, let holder, _) = inner.facts.effect(maker)
    {
      (object, member) = (inner.facts.origins(of: holder).first ?? holder, field)
    }
    let reference = PlaceReference(function: inner.id, place: object)
    return Root(variable: inner.program.variable(behind: reference), member: member)
  }

  /// Whether a listener knows the stream, or cannot be read.
  private func isAware(_ listening: Listening, _ handle: BitSet) -> Bool {
    let facts = view.context.facts.facts(of: listening.function)
    let makers = facts.makers(of: listening.callback)
    if makers.isEmpty {
      return !isSettling(
        listening.callback, in: FunctionView(listening.function, context: view.context))
    }
    return makers.contains { maker in
      guard case .closure(let nested, _) = facts.effect(maker) else { return true }
      let closure = view.program.id(of: nested, besides: listening.function)
      return TargetWalk(view: view, handle: handle).mayEnd(from: closure)
    }
  }

  /// Whether the function returns what it pipes: whoever called it sees to it.
  private func returnsPipe(_ handle: BitSet) -> Bool {
    guard executor != view.id else { return false }
    return view.function.blocks.values.contains { block in
      guard case .return(let value?) = block.terminator else { return false }
      return handle.contains(value.index)
        || chained(value, in: view).contains { handle.contains($0.index) }
    }
  }
}

/// Goes through all that a function and those written in it do with a stream.
struct TargetWalk {
  let view: FunctionView
  let handle: BitSet
  let family: [ID<ProgramFunction>]
  /// The variables that hold the stream, of the function itself or of one around it.
  private let variables: Set<PlaceReference>
  private(set) var pipes: [Pipe] = []
  /// Whether somebody waits for the stream's own end.
  private(set) var isWaitedFor = false

  struct Pipe {
    var function: ID<ProgramFunction>
    var operation: ID<Operation>
    var source: ID<Place>
  }

  init(view: FunctionView, handle: BitSet) {
    self.view = view
    self.handle = handle
    family = view.context.withClosures(of: [view.id])
    variables = Set(
      handle.members.map {
        view.program.variable(behind: PlaceReference(function: view.id, place: ID($0)))
      })
  }

  /// Reads it all; false where somebody may end the stream, or is given it.
  mutating func read() -> Bool {
    for function in family {
      let facts = view.context.facts.facts(of: function)
      let places = places(in: function)
      for operation in facts.function.operations.ids {
        switch facts.effect(operation) {
        case .call(let call):
          guard note(call, at: operation, in: function, facts, places) else { return false }
        case .store(let value, _, _), .storeElement(let value, _, _), .yield(let value?, _, _):
          if places.contains(value.index) { return false }
        case .aggregate(let aggregate, _):
          if aggregate.entries.contains(where: { places.contains($0.value.index) }) { return false }
        default: continue
        }
      }
    }
    return true
  }

  private mutating func note(
    _ call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>,
    _ facts: FunctionFacts, _ places: BitSet
  ) -> Bool {
    guard let symbol = facts.name(of: call) else { return true }
    let name = view.text(symbol)
    let behaviour = view.context.roles.index.behaviour
    if let first = call.arguments.first, places.contains(first.value.index), name == "pipe",
      let source = call.receiver
    {
      pipes.append(Pipe(function: function, operation: operation, source: source))
      return true
    }
    if call.arguments.contains(where: { places.contains($0.value.index) }) { return false }
    guard let receiver = call.receiver else { return true }
    if behaviour.listeningMethods.contains(name), let event = call.arguments.first,
      case .string(let text)? = facts.literal(of: event.value)
    {
      if ["finish", "close"].contains(view.text(text)),
        places.contains(receiver.index)
          || isPiped(receiver, facts, places)
      {
        isWaitedFor = true
      }
      return true
    }
    return !places.contains(receiver.index) || !isRelease(name) || isOfOwnEnd(function)
  }

  /// Whether a value is what piping to the stream gave, or what listening to that gave in its turn:
  /// `source.pipe(out).on('error', fail).on('finish', done)`.
  private func isPiped(
    _ place: ID<Place>, _ facts: FunctionFacts, _ places: BitSet, depth: Int = 4
  ) -> Bool {
    facts.makers(of: place).contains { maker in
      guard case .call(let call) = facts.effect(maker),
        case .method(let name, let before) = call.callee
      else { return false }
      if view.text(name) == "pipe" {
        return call.arguments.first.map { places.contains($0.value.index) } ?? false
      }
      return depth > 0
        && view.context.roles.index.behaviour.listeningMethods.contains(view.text(name))
        && isPiped(before, facts, places, depth: depth - 1)
    }
  }

  /// Whether a function only runs when the stream has written all, or has failed itself.
  private func isOfOwnEnd(_ function: ID<ProgramFunction>) -> Bool {
    guard let parent = view.program[function].parent else { return false }
    let outer = view.program.id(of: parent, besides: function)
    let facts = view.context.facts.facts(of: outer)
    let places = places(in: outer)
    return facts.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, call.arguments.count > 1,
        case .string(let event)? = facts.literal(of: call.arguments[0].value),
        let receiver = call.receiver
      else { return false }
      let isOwn =
        view.text(event) == "finish"
        || view.text(event) == "error" && places.contains(receiver.index)
      guard isOwn else { return false }
      return facts.makers(of: call.arguments[1].value).contains { maker in
        guard case .closure(let nested, _) = facts.effect(maker) else { return false }
        return view.program.id(of: nested, besides: outer) == function
      }
    }
  }

  /// Whether a function, or one that it calls by a variable around it, has the stream among its own.
  func mayEnd(from function: ID<ProgramFunction>, depth: Int = 2) -> Bool {
    if doesMoreThanTell(function) { return true }
    return view.program[function].captures.contains { capture in
      let root = view.program.variable(
        behind: PlaceReference(function: function, place: capture.inner))
      let facts = view.context.facts.facts(of: root.function)
      return facts.makers(of: root.place).contains { maker in
        guard case .closure(let nested, _) = facts.effect(maker) else { return false }
        let callee = view.program.id(of: nested, besides: root.function)
        return depth > 0 && callee != function && mayEnd(from: callee, depth: depth - 1)
      }
    }
  }

  /// Whether a function has the stream, and does more with it than let its listeners know of something,
  /// which ends nothing: `writer.emit('error', error)`.
  private func doesMoreThanTell(_ function: ID<ProgramFunction>) -> Bool {
    let facts = view.context.facts.facts(of: function)
    return places(in: function).members.contains { place in
      facts.uses(of: ID(place)).isEmpty
        || facts.uses(of: ID(place)).contains { use in
          guard case .call(let call) = facts.effect(use),
            case .method(let name, let receiver) = call.callee, receiver.index == place
          else { return true }
          return view.text(name) != "emit"
        }
    }
  }

  /// The places of a function that stand for the stream.
  func places(in function: ID<ProgramFunction>) -> BitSet {
    if function == view.id { return handle }
    var result = BitSet()
    for capture in view.program[function].captures {
      let root = view.program.variable(
        behind: PlaceReference(function: function, place: capture.inner))
      if variables.contains(root) { result.insert(capture.inner.index) }
    }
    return result
  }

  private func isRelease(_ name: String) -> Bool {
    Verbs.speak(of: view.context.roles.index.behaviour.releaseMethods, in: name)
      || Verbs.areStopping(Verbs.words(of: name))
  }
}
