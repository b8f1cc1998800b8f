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
}
