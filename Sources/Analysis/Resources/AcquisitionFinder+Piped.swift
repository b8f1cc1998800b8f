import Basis
import IR
import Linking
import RuleBook

// `pipe` ends its target with its source, and not the other way round: a source whose reader goes
// away stays open. Who listens for the reader's end, or uses what does, sees to it:
//
//     response.on('close', () => file.destroy())          pipeline(file, response, done)

extension AcquisitionFinder {
  /// Whether a stream is piped to an answer, whose reader may go away before the stream's end.
  func isPipedToResponse(_ found: Found) -> Bool {
    guard found.acquisition.spec.kind == .stream, found.function == view.id else { return false }
    let aliases = chained(found.acquisition.handle)
    let isPiped = view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect,
        case .method(let name, let stream) = call.callee,
        view.text(name) == "pipe", aliases.contains(stream.index),
        let target = call.arguments.first, let answer = view.facts.name(of: target.value)
      else { return false }
      return index.behaviour.responseNames.contains(view.text(answer))
    }
    return isPiped && !isSeenTo(aliases) && !isReaderWatched(for: aliases)
      && releaseVerb(of: found.acquisition.handle, inCallbacks: true, ofListeners: true) == nil
  }

  /// Whether something is piped to a stream later, which ends it: until then it is the function's.
  func isPipedInto(_ found: Found) -> Bool {
    guard found.acquisition.spec.kind == .stream, found.function == view.id,
      case .call(let site) = found.acquisition.site
    else { return false }
    let start = view.function.operations[site].range.end
    return calls(on: found.acquisition.handle, inCallbacks: true).contains { use in
      guard use.range.start > start, let name = use.facts.name(of: use.call),
        index.behaviour.pipingCalls.contains(view.text(name))
      else { return false }
      return use.call.arguments.contains { argument in
        if use.aliases.contains(argument.value.index) { return true }
        return use.facts.makers(of: argument.value).contains { maker in
          guard case .call(let wrapping) = use.facts.effect(maker) else { return false }
          return wrapping.arguments.contains { use.aliases.contains($0.value.index) }
        }
      }
    }
  }

  /// Whether a stream is opened before something else is waited for, and read only then: nobody reads it
  /// to its end where that fails.
  ///
  ///     const file = fs.createReadStream(path);
  ///     const target = await connect();              file is open, and nobody has it yet
  ///     file.pipe(target);
  func isReadBehindWait(_ found: Found) -> Bool {
    guard found.acquisition.spec.kind == .stream, found.function == view.id,
      case .call(let site) = found.acquisition.site
    else { return false }
    let aliases = view.forwardAliases(of: found.acquisition.handle)
    let uses = aliases.members.flatMap { view.facts.uses(of: ID($0)) }
      .filter { view.isUse(view.facts.effect($0)) { aliases.contains($0.index) } }
    guard !uses.isEmpty else { return false }
    return view.function.operations.ids.contains { wait in
      guard case .await = view.facts.effect(wait), view.leads(from: site, to: wait) else {
        return false
      }
      return uses.allSatisfy { !view.leads(from: $0, to: wait) }
        && uses.contains { view.leads(from: wait, to: $0) }
    }
  }

  /// The places that hold a stream, by assignment or by methods that give it back:
  /// `file.on('error', log).pipe(response)`.
  private func chained(_ stream: ID<Place>) -> BitSet {
    var result = view.forwardAliases(of: stream)
    for operation in view.function.operations.values {
      guard case .call(let call) = operation.effect,
        case .method(let name, let receiver) = call.callee, result.contains(receiver.index),
        index.behaviour.chainingMethods.contains(view.text(name))
      else { continue }
      result.formUnion(view.forwardAliases(of: call.result))
    }
    return result
  }

  /// Whether somebody listens for a stream's own end, or is given the stream to see to it.
  private func isSeenTo(_ stream: BitSet) -> Bool {
    view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect else { return false }
      if call.arguments.contains(where: { stream.contains($0.value.index) }) { return true }
      guard let receiver = call.receiver, stream.contains(receiver.index) else { return false }
      return event(of: call) == "close"
    }
  }

  /// Whether the function, or one around it, listens for the reader going away, with what knows the
  /// stream, as far as one can see.
  private func isReaderWatched(for stream: BitSet) -> Bool {
    let streams = Set(
      stream.members.map { place in
        view.program.variable(behind: PlaceReference(function: view.id, place: ID(place)))
      })
    var function: ID<ProgramFunction>? = view.id
    while let current = function {
      let facts = view.context.facts.facts(of: current)
      let isWatched = facts.function.operations.values.contains { operation in
        guard case .call(let call) = operation.effect, isParting(call, facts),
          let listener = call.arguments.last
        else { return false }
        return knows(listener.value, facts, current, streams)
      }
      if isWatched { return true }
      function = view.program[current].parent.map { view.program.id(of: $0, besides: current) }
    }
    return false
  }

  /// Whether a call listens for the reader of an answer going away.
  private func isParting(_ call: Call, _ facts: FunctionFacts) -> Bool {
    guard let receiver = call.receiver, let event = event(of: call, facts),
      index.behaviour.partingEvents.contains(event),
      let name = facts.name(of: receiver).map({ view.text($0) })
    else { return false }
    return index.behaviour.responseNames.contains(name)
      || index.behaviour.requestNames.contains(name)
  }

  /// Whether a listener uses one of some variables; one that is made elsewhere may.
  private func knows(
    _ listener: ID<Place>, _ facts: FunctionFacts, _ function: ID<ProgramFunction>,
    _ streams: Set<PlaceReference>
  ) -> Bool {
    let closures = facts.makers(of: listener).compactMap { maker -> ID<ProgramFunction>? in
      guard case .closure(let made, _) = facts.effect(maker) else { return nil }
      return view.program.id(of: made, besides: function)
    }
    guard !closures.isEmpty else { return true }
    return closures.contains { closure in
      view.program[closure].captures.contains { capture in
        let inner = PlaceReference(function: closure, place: capture.inner)
        return streams.contains(view.program.variable(behind: inner))
      }
    }
  }

  private func event(of call: Call) -> String? { event(of: call, view.facts) }

  /// The event that a call listens for.
  private func event(of call: Call, _ facts: FunctionFacts) -> String? {
    guard case .method(let name, _) = call.callee,
      index.behaviour.listeningMethods.contains(view.text(name)),
      let first = call.arguments.first, case .string(let text)? = facts.literal(of: first.value)
    else { return nil }
    return view.text(text)
  }
}

extension FunctionView {
  /// Whether an operation does something with a stream, but listen for its failing.
  func isUse(_ effect: Effect, isStream: (ID<Place>) -> Bool) -> Bool {
    switch effect {
    case .call(let call):
      if call.arguments.contains(where: { isStream($0.value) }) { return true }
      guard let receiver = call.receiver, isStream(receiver) else { return false }
      guard case .method(let name, _) = call.callee,
        context.roles.index.behaviour.listeningMethods.contains(text(name)),
        let event = call.arguments.first, case .string(let word)? = facts.literal(of: event.value)
      else { return true }
      return ["data", "readable", "end"].contains(text(word))
    case .aggregate(let aggregate, _): return aggregate.entries.contains { isStream($0.value) }
    case .iterate(let list, _): return isStream(list)
    case .store(let value, _, _), .storeElement(let value, _, _): return isStream(value)
    case .yield(let value?, _, _): return isStream(value)
    case .closure(let nested, _):
      return program[program.id(of: nested, besides: id)].captures.contains { isStream($0.outer) }
    default: return false
    }
  }
}
