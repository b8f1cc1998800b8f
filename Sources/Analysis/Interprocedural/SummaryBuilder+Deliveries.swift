import Basis
import IR
import Linking

// A callback that settles a promise gives the handle away on the good way only:
//
//     connection.execute(setUp, (error) => {
//       if (error) { reject(error); return; }          nobody has the connection now
//       resolve(connection);
//     });

extension SummaryBuilder {
  /// Whether a closure resolves a promise with what it captures, and can reject the same promise.
  func isPartlyDelivered(_ key: Summaries.EffectKey, _ view: FunctionView) -> Bool {
    guard view.function.parent != nil, !key.isTransaction, !key.isReleaser,
      case .captured = view.function.places[key.reference.place].kind
    else { return false }
    let promises = Set(
      view.deliveries(of: key.reference.place).compactMap { delivery -> CallSite? in
        guard case .promise(let function, let operation) = delivery else { return nil }
        return CallSite(function: function, operation: operation)
      })
    guard !promises.isEmpty else { return false }
    return view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, case .value(let callee) = call.callee,
        let (function, index) = view.parameter(behind: callee), index == 1,
        let promise = view.promise(of: function)
      else { return false }
      return promises.contains(promise)
    }
  }

  /// Whether a closure hands what it captures to a closure of its own that gives it back, where it
  /// goes on by callbacks:
  ///
  ///     connection.query(insert, (error) => {
  ///       if (error) { done(error); return; }          nobody gives it back here
  ///       connection.commit(() => { connection.release(); done(); });
  ///     });
  func isLeftToContinuation(
    _ key: Summaries.EffectKey, _ view: FunctionView, _ flow: ResourceFlow,
    _ solution: Solution<ResourceFlow>
  ) -> Bool {
    guard view.function.parent != nil,
      case .captured = view.function.places[key.reference.place].kind
    else { return false }
    let aliases = view.forwardAliases(of: key.reference.place)
    let ends = view.function.operations.values.compactMap { operation -> ID<Place>? in
      guard case .closure(let nested, let into) = operation.effect,
        isEnd(nested, of: aliases, key, view)
      else { return nil }
      return into
    }
    let holders = ends.map { view.forwardAliases(of: $0) }
    return !ends.isEmpty
      && view.function.blocks.ids.contains { block in
        var state = solution[block]
        return view.function.operations(of: block).contains { operation in
          let wasHeld = state.contains(.held)
          flow.apply(operation, to: &state)
          guard wasHeld, state.contains(.gone), case .call(let call) = view.facts.effect(operation)
          else { return false }
          return call.arguments.contains { argument in
            holders.contains { $0.contains(argument.value.index) }
          }
        }
      }
  }

  /// Whether a closure gives back, on some ways at least, what it captures of some places.
  private func isEnd(
    _ nested: ID<Function>, of aliases: BitSet, _ key: Summaries.EffectKey, _ view: FunctionView
  ) -> Bool {
    let id = context.program.id(of: nested, besides: view.id)
    return context.program[id].captures.contains { capture in
      guard aliases.contains(capture.outer.index) else { return false }
      let inner = Summaries.EffectKey(
        reference: PlaceReference(function: id, place: capture.inner),
        isTransaction: key.isTransaction, isReleaser: key.isReleaser)
      switch summaries.effects[inner] {
      case .releases, .sometimesReleases: return true
      case .borrows, .keeps, .returns, nil: return false
      }
    }
  }
}
