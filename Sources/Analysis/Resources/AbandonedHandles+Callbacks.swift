import Basis
import IR
import Linking
import RuleBook

// Code without promises gives up by its callback, and leaves the other end of a pipe open as well:
//
//     input.on('error', callback)          output is never ended
//     input.pipe(output)                   `pipe` ends it with the input's end only

extension AbandonedHandles {
  /// Whether a function pipes something: asked before anything is known of it.
  static func pipes(_ function: Function, _ pipe: Symbol?) -> Bool {
    guard let pipe else { return false }
    return function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, case .method(pipe, _) = call.callee else {
        return false
      }
      return true
    }
  }

  /// Whether a value is the callback that a function around was given, as it was or wrapped:
  /// `callback = once(callback)`. What is written in place may close more.
  func isCallback(_ place: ID<Place>, in inner: FunctionView) -> Bool {
    guard let name = inner.facts.name(of: place),
      let last = Verbs.words(of: inner.text(name)).last,
      inner.context.roles.index.behaviour.callbackNames.contains(last)
    else { return false }
    let root = inner.program.variable(
      behind: PlaceReference(
        function: inner.id, place: inner.facts.origins(of: place).first ?? place))
    let facts = inner.context.facts.facts(of: root.function)
    return facts.definitions(of: root.place).allSatisfy { definition in
      switch facts.effect(definition) {
      case .call(let call): !call.arguments.contains { knowsMore($0.value, facts, root.function) }
      case .copy(let source, _): !knowsMore(source, facts, root.function)
      default: false
      }
    }
  }

  /// Whether a value is a function that is written in place and knows something of what is around it.
  private func knowsMore(
    _ place: ID<Place>, _ facts: FunctionFacts, _ function: ID<ProgramFunction>
  ) -> Bool {
    facts.makers(of: place).contains { maker in
      guard case .closure(let nested, _) = facts.effect(maker) else { return false }
      return !view.program[view.program.id(of: nested, besides: function)].captures.isEmpty
    }
  }

  /// Where a function around listens for the error of a stream that is piped to the handle here, and
  /// only tells its callback.
  func rejectionAround(leaving handle: BitSet) -> SourceLocation? {
    let sources = Set(
      view.function.operations.values.compactMap { operation -> PlaceReference? in
        guard case .call(let call) = operation.effect,
          case .method(let name, let source) = call.callee, view.text(name) == "pipe",
          let target = call.arguments.first, handle.contains(target.value.index),
          case .captured = view.function.places[source].kind
        else { return nil }
        return view.program.variable(behind: PlaceReference(function: view.id, place: source))
      })
    for source in sources {
      let outer = FunctionView(source.function, context: view.context)
      let places = outer.forwardAliases(of: source.place)
      for operation in outer.function.operations.ids {
        guard case .call(let call) = outer.facts.effect(operation),
          let receiver = call.receiver, places.contains(receiver.index),
          event(of: call, in: outer) == "error", isCallback(call.arguments[1].value, in: outer)
        else { continue }
        return outer.context.location(of: operation, in: outer.id)
      }
    }
    return nil
  }
}
