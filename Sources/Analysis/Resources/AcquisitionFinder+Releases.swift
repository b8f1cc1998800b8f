import Basis
import IR
import Linking
import RuleBook

// Where a function gives back what it got, by the names of the calls.

extension AcquisitionFinder {
  /// The verb by which the function gives a value back, if it does; with `inCallbacks`, also where
  /// a callback does that is written in it.
  func releaseVerb(
    of place: ID<Place>, inCallbacks: Bool = false, ofListeners: Bool = false
  ) -> String? {
    releases(of: place, inCallbacks: inCallbacks, ofListeners: ofListeners).first?.verb
  }

  /// Where the function gives a value back; a cleanup that is lowered twice is one place.
  func releases(
    of place: ID<Place>, inCallbacks: Bool = false, ofListeners: Bool = false
  ) -> [(verb: String, range: ByteRange)] {
    var result: [(verb: String, range: ByteRange)] = []
    let uses = calls(on: place, inCallbacks: inCallbacks, ofListeners: ofListeners)
    for use in uses {
      guard case .method(let symbol, let receiver) = use.call.callee, !use.call.isImplicit,
        !result.contains(where: { $0.range == use.range })
      else { continue }
      let name = view.text(symbol)
      let isReceiver =
        use.aliases.contains(receiver.index) && !takesKey(use.call, use.facts)
        && use.call.arguments.allSatisfy(saysHow) && !givesArgument(use.call, name)
      let isArgument = use.call.arguments.contains { use.aliases.contains($0.value.index) }
      let isFirst = use.call.arguments.first.map { use.aliases.contains($0.value.index) } ?? false
      let isRelease = index.behaviour.releaseMethods.contains(name)
      if isReceiver && isRelease || isArgument && index.behaviour.returnMethods.contains(name)
        || isArgument && isRelease && use.call.arguments.count == 1
        || isFirst && ["close", "disconnect", "dispose", "terminate", "quit"].contains(name)
      {
        result.append((name, use.range))
      }
    }
    return result
  }

  /// A call in the function or in a callback of it, and the places that hold some value there.
  struct CallOnValue {
    var call: Call
    var range: ByteRange
    var facts: FunctionFacts
    var aliases: BitSet
  }

  func calls(
    on place: ID<Place>, inCallbacks: Bool, ofListeners: Bool = false
  ) -> [CallOnValue] {
    let aliases = view.forwardAliases(of: place)
    return calls(on: aliases, in: view.id, depth: inCallbacks ? 3 : 0, ofListeners)
  }

  private func calls(
    on aliases: BitSet, in function: ID<ProgramFunction>, depth: Int, _ ofListeners: Bool
  ) -> [CallOnValue] {
    let facts = view.context.facts.facts(of: function)
    return facts.function.operations.values.flatMap { operation -> [CallOnValue] in
      switch operation.effect {
      case .call(let call):
        return [CallOnValue(call: call, range: operation.range, facts: facts, aliases: aliases)]
      case .closure(let made, let closure):
        let isFollowed = ofListeners || function != view.id || !view.isListener(closure)
        guard depth > 0, isFollowed else { return [] }
        let nested = view.program.id(of: made, besides: function)
        var held = BitSet()
        for capture in view.program[nested].captures
        where aliases.contains(capture.outer.index) {
          held.insert(capture.inner.index)
        }
        return held.members.isEmpty
          ? [] : calls(on: held, in: nested, depth: depth - 1, ofListeners)
      default: return []
      }
    }
  }

  /// Whether a call gives its argument back to the receiver: `pool.putconn(connection)`.
  private func givesArgument(_ call: Call, _ name: String) -> Bool {
    index.behaviour.returnMethods.contains(name)
      && call.arguments.contains { $0.label == nil && view.facts.literal(of: $0.value) == nil }
  }

  /// Whether a call ends something that its argument names: `sessions.destroy('1')`.
  private func takesKey(_ call: Call, _ facts: FunctionFacts) -> Bool {
    guard let first = call.arguments.first, let literal = facts.literal(of: first.value) else {
      return false
    }
    switch literal {
    case .string, .number: return true
    case .null, .undefined, .boolean: return false
    }
  }

  /// Whether an argument of a release says how it is done; by another keyword it says what of the
  /// receiver's things is given back: `manager.release(id=3)`.
  private func saysHow(_ argument: Argument) -> Bool {
    guard let label = argument.label else { return true }
    return ["timeout", "force", "wait", "block", "cancel_futures", "close", "code", "reason"]
      .contains(view.text(label))
  }
}
