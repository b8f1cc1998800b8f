import Basis
import IR
import Linking

/// Looks for a reason why a payment can run twice: around the call, and around its callers.
struct RepeatSearch {
  let context: CheckContext

  /// How many callers upwards are looked at.
  private static let highest = 3

  /// The nearest reason why the operation at `site` runs again, and at which call it stands.
  func reason(for site: CallSite) -> Repeat? {
    reason(for: site, steps: Self.highest)
  }

  private func reason(for site: CallSite, steps: Int) -> Repeat? {
    if isInRetryLoop(site) { return Repeat(kind: .loop, site: site) }
    var function: ID<ProgramFunction>? = site.function
    while let current = function {
      if let known = context.repeats[current] { return known }
      function = context.program[current].parent.map {
        context.program.id(of: $0, besides: current)
      }
    }
    guard steps > 0 else { return nil }
    for caller in context.program.callers(of: site.function).prefix(12)
    where caller.function != site.function {
      if let found = reason(for: caller, steps: steps - 1) { return found }
    }
    return nil
  }

  /// Whether a loop makes the call again when it raises, for the same thing: nothing that the call
  /// is given comes from what the loop iterates over or fetches.
  private func isInRetryLoop(_ site: CallSite) -> Bool {
    let facts = context.facts.facts(of: site.function)
    let block = facts.block(of: site.operation)
    let shape = FlowShape(facts.function)
    guard shape.runsAgainAfterRaising(block) else { return false }
    let cycle = shape.cycle(of: block)
    return !facts.inputs(of: site.operation).contains { input in
      cycle.contains(facts.block(of: input).index) && isItem(input, facts)
    }
  }

  private func isItem(_ operation: ID<Operation>, _ facts: FunctionFacts) -> Bool {
    switch facts.effect(operation) {
    case .iterate(let over, _): !facts.isRange(over)
    case .yield, .loadElement: true
    default: false
    }
  }
}

extension FunctionFacts {
  /// `range(3)`: numbers of attempts, made by a call of numbers alone.
  func isRange(_ place: ID<Place>) -> Bool {
    makers(of: place).contains { maker in
      guard case .call(let call) = effect(maker), !call.arguments.isEmpty,
        case .value = call.callee
      else { return false }
      return call.arguments.allSatisfy { argument in
        if case .number = literal(of: argument.value) { true } else { false }
      }
    }
  }
}
