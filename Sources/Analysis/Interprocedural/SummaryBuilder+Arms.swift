import Basis
import Findings
import IR
import Linking
import RuleBook

// A client that tells by an event that it is connected is ended in the callbacks of what is asked of
// it then; each of their arms must see to that:
//
//     client.on('ready', () => {
//       client.exec(command, (error, stream) => {
//         if (error) { reject(error); return; }               still connected
//         stream.on('close', () => client.end());

extension SummaryBuilder {
  /// Lets the callbacks of what is asked of a client, where it tells that it is connected, answer for
  /// its end, if some arm of them sees to that.
  mutating func addArms() {
    for function in seenTo.keys.sorted() {
      for acquisition in seenTo[function] ?? [] {
        let view = view(function)
        let aliases = view.facts.origins(of: acquisition.handle).reduce(into: BitSet()) {
          $0.formUnion(view.forwardAliases(of: $1))
        }
        if isEndedForOthers(acquisition, aliases, view) { continue }
        for operation in view.function.operations.values {
          guard case .closure(let nested, let closure) = operation.effect else { continue }
          continueWhenOpened(nested, closure, aliases, acquisition, view)
        }
      }
    }
  }

  /// Whether something else tells a function that ends the client: `socket.on('close', …)`.
  private func isEndedForOthers(
    _ acquisition: Acquisition, _ aliases: BitSet, _ view: FunctionView
  ) -> Bool {
    let finder = AcquisitionFinder(view: view, summaries: summaries)
    return view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect else { return false }
      if let receiver = call.receiver, aliases.contains(finder.stem(of: receiver).index) {
        return false
      }
      return call.arguments.contains { finder.gives($0.value, back: acquisition, aliases) }
    }
  }

  private mutating func continueWhenOpened(
    _ made: ID<Function>, _ closure: ID<Place>, _ aliases: BitSet, _ acquisition: Acquisition,
    _ outer: FunctionView
  ) {
    let kinds: [ResourceSpec.Kind] = [.client, .connection, .socket, .session]
    guard acquisition.resource != nil, kinds.contains(acquisition.spec.kind),
      isToldOfOpening(closure, aliases, outer)
    else { return }
    let listener = context.program.id(of: made, besides: outer.id)
    for capture in context.program[listener].captures where aliases.contains(capture.outer.index) {
      continueInAnswers(to: capture.inner, in: listener, acquisition)
    }
  }

  /// Whether a closure is called when what some places hold tells that it is open.
  private func isToldOfOpening(
    _ closure: ID<Place>, _ aliases: BitSet, _ view: FunctionView
  ) -> Bool {
    let events = context.roles.index.behaviour.openingEvents
    return view.facts.uses(of: closure).contains { use in
      guard case .call(let call) = view.facts.effect(use), let event = call.arguments.first,
        case .string(let text)? = view.facts.literal(of: event.value)
      else { return false }
      return events.contains(view.text(text))
    }
  }

  /// Lets the callbacks answer that the calls of a client's methods are given.
  private mutating func continueInAnswers(
    to client: ID<Place>, in function: ID<ProgramFunction>, _ acquisition: Acquisition
  ) {
    let view = view(function)
    let aliases = view.forwardAliases(of: client)
    for operation in view.function.operations.values {
      guard case .call(let call) = operation.effect, let receiver = call.receiver,
        aliases.contains(receiver.index), let last = call.arguments.last
      else { continue }
      for maker in view.facts.makers(of: last.value) {
        guard case .closure(let made, _) = view.facts.effect(maker) else { continue }
        let callback = context.program.id(of: made, besides: function)
        guard answersWithError(callback) else { continue }
        for capture in context.program[callback].captures
        where aliases.contains(capture.outer.index) {
          var arm = acquisition
          arm.site = .entry
          arm.handle = capture.inner
          arm.evidence = .behaviour
          arm.confidence = .medium
          arm.error = nil
          arm.parent = nil
          arm.releaser = nil
          arm.succeedsIfTrue = false
          summaries.acquisitions[callback, default: []].append(arm)
        }
      }
    }
  }

  /// Whether a callback is told first what went wrong.
  private func answersWithError(_ callback: ID<ProgramFunction>) -> Bool {
    let function = context.program[callback]
    guard let first = function.parameters.first, let name = function.places[first.place].name
    else { return false }
    return context.roles.index.behaviour.errorNames.contains(context.program.symbols[name])
  }
}
