import Basis
import IR
import Linking
import RuleBook

/// Whether a fresh value is stored before the payment that uses it, so that a retry can find it.
///
///     attempt.key = uuid4()         the value goes into an object,
///     attempt.save()                the object into a store,
///     charge(key=attempt.key)       and only then is money moved
///
/// Approximation: what a store does is known by its role or by the method's name, and that the
/// next attempt reads the value back is taken on trust (missed findings).
struct KeyStorage {
  let context: CheckContext

  /// Whether what `points` hold is given to a store that runs before one of `payments`.
  func isStored(_ points: [TracePoint], before payments: [CallSite]) -> Bool {
    payments.contains { payment in
      let places = points.filter { $0.function == payment.function }.map(\.place)
      return !places.isEmpty && isStored(places, before: payment)
    }
  }

  private func isStored(_ places: [ID<Place>], before payment: CallSite) -> Bool {
    let facts = context.facts.facts(of: payment.function)
    let holders = holders(of: places, facts)
    let shape = FlowShape(facts.function)
    let block = facts.block(of: payment.operation)
    for operation in facts.function.operations.ids where operation != payment.operation {
      guard case .call(let call) = facts.effect(operation),
        call.reads.contains(where: { holders.contains($0.index) }),
        stores(call, operation, in: payment.function)
      else { continue }
      let own = facts.block(of: operation)
      if own == block ? operation < payment.operation : shape.after(own).contains(block.index) {
        return true
      }
    }
    return false
  }

  private func stores(
    _ call: Call, _ operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> Bool {
    for role in context.roles.roles(of: call, at: operation, in: function) {
      switch role {
      case .insert, .update: return true
      case .payment, .http, .unstableValue: return false
      default: continue
      }
    }
    guard case .method(let name, _) = call.callee else { return false }
    return context.values.words.stores.contains(context.program.symbols[name])
  }

  /// The places that hold a value or something that it was put into.
  private func holders(of places: [ID<Place>], _ facts: FunctionFacts) -> BitSet {
    var holders = BitSet()
    var pending = places
    while let place = pending.popLast() {
      guard holders.insert(place.index) else { continue }
      for use in facts.uses(of: place) {
        switch facts.effect(use) {
        case .store(let value, let object, _) where value == place:
          pending += facts.origins(of: object) + [object]
        case .copy(_, let into), .await(_, let into), .aggregate(_, let into),
          .compute(_, _, let into):
          pending.append(into)
        case .call(let call) where call.isConstruction || call.receiver == nil:
          pending.append(call.result)
        default: continue
        }
      }
    }
    return holders
  }
}
