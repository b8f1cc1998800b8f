import Basis
import IR
import Linking
import RuleBook

// A promise that tells whether a port answers, and nothing more:
//
//     return new Promise((resolve, reject) => {
//       const socket = net.connect(port, () => resolve(true));        open for as long as the other
//       socket.on('error', reject);                                   side likes
//     });

extension AbandonedHandles {
  /// Where the promise is kept as soon as the handle is open, if nobody does anything else with it: ends
  /// it, hands it on, sends something, or waits for what the other side says.
  func resolution(leaving handle: BitSet, _ acquire: Call) -> SourceLocation? {
    guard let executor else { return nil }
    var walk = TargetWalk(view: view, handle: handle)
    guard walk.read(), walk.pipes.isEmpty, !view.isReturned(acquire.result) || executor != view.id
    else { return nil }
    var opened = acquire.arguments.map(\.value)
    for function in walk.family {
      let facts = view.context.facts.facts(of: function)
      let places = walk.places(in: function)
      for operation in facts.function.operations.values {
        guard case .call(let call) = operation.effect, let receiver = call.receiver,
          places.contains(receiver.index), let name = facts.name(of: call).map(view.text)
        else { continue }
        guard function == view.id else { return nil }
        let event = event(of: call, in: view)
        switch event {
        case "connect", "secureConnect", "ready": opened.append(call.arguments[1].value)
        case "error", "timeout": continue
        case nil where name == "connect": opened += call.arguments.map(\.value)
        case nil where name.hasPrefix("set"): continue
        default: return nil
        }
      }
    }
    return opened.lazy.compactMap { self.settling($0, executor) }.first
  }

  /// Where a callback keeps the promise, or is what keeps it.
  private func settling(
    _ callback: ID<Place>, _ executor: ID<ProgramFunction>
  ) -> SourceLocation? {
    for maker in view.facts.makers(of: callback) {
      guard case .closure(let nested, _) = view.facts.effect(maker) else { continue }
      let inner = FunctionView(
        view.program.id(of: nested, besides: view.id), context: view.context)
      for operation in inner.function.operations.ids {
        guard case .call(let call) = inner.facts.effect(operation),
          case .value(let callee) = call.callee,
          let (function, index) = inner.parameter(behind: callee), function == executor, index == 0
        else { continue }
        return view.context.location(of: operation, in: inner.id)
      }
    }
    return nil
  }
}
