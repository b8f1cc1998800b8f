import Basis
import Findings
import IR
import Linking
import RuleBook

/// SL107: a transaction that is begun through a pool, which sends each statement to whichever
/// connection is free.
///
///     await pool.query('BEGIN')
///     await pool.query('UPDATE ...')       perhaps on another connection, and committed by itself
///     await pool.query('COMMIT')           perhaps on a third: the first one stays in its transaction
///
/// Models tell of it by a transaction that nothing ends.
struct PooledTransactions {
  let context: CheckContext
  let function: ID<ProgramFunction>

  func run(report: (Finding) -> Void) {
    guard context.isEnabled("SL107"), context.roles.kinds(in: function).contains(.acquire) else {
      return
    }
    let operations = context.program[function].operations
    for operation in operations.ids {
      guard case .call(let call) = operations[operation].effect else { continue }
      let begun = context.roles.roles(of: call, at: operation, in: function).compactMap {
        role -> ResourceSpec? in
        guard case .acquire(let number, _) = role else { return nil }
        let spec = context.roles.index.resources[number]
        return spec.kind == .transaction ? spec : nil
      }
      // What may as well be one connection, its callers know: `connection ?? pool`.
      guard let spec = begun.first, begun.allSatisfy(\.isOutOfReach) else { continue }
      report(finding(spec, at: operation))
    }
  }

  private func finding(_ spec: ResourceSpec, at operation: ID<Operation>) -> Finding {
    let text = context.facts.calleeText(of: operation, in: function)
    let location = context.location(of: operation, in: function)
    return Finding(
      rule: "SL107", severity: context.severity(ofLeak: "SL107", atMost: .error, in: function),
      confidence: .high, location: location,
      message:
        "This transaction is begun on whichever connection `\(text)` picks: what follows may run on "
        + "others, outside of it, and its end may never reach it.",
      help: spec.fix, resource: spec.type,
      function: context.program.qualifiedName(of: function), anchor: text,
      trace: [
        TraceStep(role: .acquired, location: location, message: "a transaction is begun here")
      ])
  }
}
