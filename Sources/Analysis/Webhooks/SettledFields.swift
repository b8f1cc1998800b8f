import Basis
import IR
import Linking

// A delivery that sets what it asks about keeps the next one out:
//
//     if (!payment.receipt) {                    nothing was settled yet
//       await copySubmission(payment)            the effect
//       payment.receipt = charge.receipt_url     now it is, and a second delivery sees it
//       await payment.save()
//     }

/// The fields that a function sets, it or what it calls, to something that is not counted on.
struct SettledFields {
  let context: CheckContext

  /// How many calls down, and how many functions, the setting is looked for.
  private static let deepest = 4
  private static let most = 60

  /// Their names as they compare: `completed_at` and `completedAt` are one.
  func names(in function: ID<ProgramFunction>) -> Set<String> {
    var result: Set<String> = []
    var seen: Set<ID<ProgramFunction>> = [function]
    var layer = [function]
    for _ in 0..<Self.deepest where seen.count < Self.most {
      for function in layer { result.formUnion(set(by: function)) }
      let next = Set(layer.flatMap(reached)).subtracting(seen).sorted()
      layer = Array(next.prefix(Self.most - seen.count))
      seen.formUnion(layer)
    }
    return result
  }

  private func set(by function: ID<ProgramFunction>) -> Set<String> {
    let facts = context.facts.facts(of: function)
    var names: Set<String> = []
    for operation in facts.function.operations.ids {
      guard case .store(let value, _, let field) = facts.effect(operation),
        !facts.makers(of: value).contains(where: { isCount(facts.effect($0)) })
      else { continue }
      names.insert(ColumnWords.plain(context.program.symbols[field]))
    }
    for write in context.races.events[function]?.writes ?? [] {
      let columns = write.assignments.compactMap(\.column) + write.columns
      names.formUnion(Set(columns).subtracting(write.relative).map(ColumnWords.plain))
    }
    return names
  }

  /// What is counted on is the effect itself, and no state that keeps others out.
  private func isCount(_ effect: Effect) -> Bool {
    switch effect {
    case .compute(.add, _, _), .compute(.subtract, _, _), .compute(.arithmetic, _, _): true
    default: false
    }
  }

  /// The functions written in a function, and those that it calls.
  private func reached(from function: ID<ProgramFunction>) -> [ID<ProgramFunction>] {
    let body = context.program[function]
    return body.operations.ids.flatMap { operation -> [ID<ProgramFunction>] in
      switch body.operations[operation].effect {
      case .closure(let inner, _): [context.program.id(of: inner, besides: function)]
      case .call(let call) where !call.isImplicit:
        Array(context.program.targets(of: operation, in: function).functions.prefix(4))
      default: []
      }
    }
  }
}
