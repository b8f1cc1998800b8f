import Basis
import Findings
import IR
import Linking
import RuleBook

// What each request adds to something that outlives it, and nothing takes away again:
//
//     app.get('/news', (request, response) => {
//       bus.on('news', (item) => response.write(item));       one more with every request
//       setInterval(() => response.write(':'), 15_000);       goes on when the reader has left
//     });

/// SL101: listeners and intervals of a request that stay when it is over.
struct RequestListeners {
  let view: FunctionView

  private var context: CheckContext { view.context }
  private var behaviour: BehaviourSpec { context.roles.index.behaviour }

  /// Whether a function may serve requests or connections, by its parameters.
  static func mayApply(to function: Function, _ context: CheckContext) -> Bool {
    guard !function.parameters.isEmpty, function.parameters.count < 5,
      !context.roles.index.behaviour.coroutinesAreLazy
    else { return false }
    return function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect else { return false }
      switch call.callee {
      case .method(let name, _):
        return call.arguments.count > 1 && context.words[name].contains(.listening)
      case .value(let callee):
        return function.places[callee].name.map { context.words[$0].contains(.repeating) } ?? false
      case .superconstructor, .supermethod: return false
      }
    }
  }

  func run(report: (Finding) -> Void) {
    guard context.isEnabled("SL101"), servesRequest || servesConnection,
      !takesAway(view.id, depth: 3)
    else { return }
    for operation in view.function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation),
        view.facts.uses(of: call.result).isEmpty, !view.isReturned(call.result),
        call.arguments.contains(where: speaksOfRequest)
      else { continue }
      if isRepeating(call) {
        report(finding(operation, "interval is set", "clears it"))
      } else if isListening(call) {
        report(finding(operation, "listener is added", "takes it away"))
      }
    }
  }

  // MARK: Whom it serves

  private var names: [String] {
    view.function.parameters.compactMap { view.function.places[$0.place].name }.map(view.text)
  }

  private var servesRequest: Bool {
    names.contains(where: behaviour.responseNames.contains)
      && names.contains(where: behaviour.requestNames.contains)
  }

  /// Whether it is what a server calls for each connection: `server.on('connection', (socket) => …)`.
  private var servesConnection: Bool {
    guard let parent = view.function.parent else { return false }
    let outer = context.facts.facts(of: view.program.id(of: parent, besides: view.id))
    return outer.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, case .method(let name, _) = call.callee,
        behaviour.listeningMethods.contains(view.text(name)), call.arguments.count == 2,
        case .string(let event)? = outer.literal(of: call.arguments[0].value),
        behaviour.connectionEvents.contains(view.text(event))
      else { return false }
      return outer.makers(of: call.arguments[1].value).contains { maker in
        guard case .closure(let nested, _) = outer.effect(maker) else { return false }
        return view.program.id(of: nested, besides: view.id) == view.id
      }
    }
  }

  // MARK: What stays

  private func isRepeating(_ call: Call) -> Bool {
    guard case .value(let callee) = call.callee, let name = view.function.places[callee].name else {
      return false
    }
    return context.words[name].contains(.repeating)
  }

  /// Whether somebody who outlives the request is asked to tell of something from now on.
  private func isListening(_ call: Call) -> Bool {
    guard case .method(let name, let source) = call.callee, call.arguments.count > 1,
      context.words[name].contains(.listening)
    else { return false }
    let origins = view.facts.origins(of: source)
    return !origins.isEmpty && origins.allSatisfy(outlivesRequest)
  }

  private func outlivesRequest(_ place: ID<Place>) -> Bool {
    switch view.function.places[place].kind {
    case .global: return true
    case .captured: return !isOfRequest(place)
    case .parameter, .receiver, .exception: return false
    case .local, .temporary: break
    }
    let definitions = view.facts.definitions(of: place)
    return !definitions.isEmpty
      && definitions.allSatisfy { definition in
        guard case .load(_, let object, _) = view.facts.effect(definition) else { return false }
        return object == view.function.receiver || outlivesRequest(object)
      }
  }

  /// Whether a captured variable belongs to a function that may itself be called again and again: it
  /// is no module's, nor what a function was given that sets routes up.
  private func isOfRequest(_ place: ID<Place>) -> Bool {
    let root = view.program.variable(behind: PlaceReference(function: view.id, place: place))
    if view.program.functions[root.function].function == Module.body { return false }
    return view.program[root.function].kind == .closure
      || view.program[root.function].places[root.place].kind != .parameter
  }

  /// Whether an argument is a function that works with what the request came with.
  private func speaksOfRequest(_ argument: Argument) -> Bool {
    let parameters = Set(view.function.parameters.map(\.place))
    return view.facts.makers(of: argument.value).contains { maker in
      guard case .closure(let nested, _) = view.facts.effect(maker) else { return false }
      let id = view.program.id(of: nested, besides: view.id)
      return view.program[id].captures.contains { parameters.contains($0.outer) }
    }
  }

  /// Whether a function, or one that is written in it, takes some listener or timer away.
  private func takesAway(_ function: ID<ProgramFunction>, depth: Int) -> Bool {
    view.program[function].operations.values.contains { operation in
      switch operation.effect {
      case .call(let call):
        guard let name = context.facts.facts(of: function).name(of: call) else { return false }
        return Verbs.words(of: view.text(name)).first.map(behaviour.removingVerbs.contains) ?? false
      case .closure(let nested, _):
        return depth > 0
          && takesAway(view.program.id(of: nested, besides: function), depth: depth - 1)
      default: return false
      }
    }
  }

  private func finding(
    _ operation: ID<Operation>, _ added: String, _ taken: String
  ) -> Finding {
    let location = context.location(of: operation, in: view.id)
    let text = context.facts.calleeText(of: operation, in: view.id)
    return Finding(
      rule: "SL101", severity: context.severity(ofLeak: "SL101", atMost: .warning, in: view.id),
      confidence: .high, location: location,
      message: "With each request one more \(added) by `\(text)`, and nothing \(taken).",
      help: "Do that when the request's connection is closed: listen to its `close` event.",
      resource: "", function: context.program.qualifiedName(of: view.id), anchor: text,
      trace: [
        TraceStep(role: .acquired, location: location, message: "one more \(added) here")
      ])
  }
}
