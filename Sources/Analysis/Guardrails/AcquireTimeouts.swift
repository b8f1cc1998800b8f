package import Basis
package import Findings
import IR
package import Linking
import RuleBook

// SL404: a pool whose callers wait for ever when it is empty.
//
//     pool = new Pool({max: 20})                            no limit: the finding
//     pool = new Pool({max: 20, connectionTimeoutMillis})   a limit where the pool is made
//     pool = await asyncpg.create_pool(url)                 no place for one here; so the calls
//     pool.acquire(timeout=5)                               that take from the pool are asked
//
// Options that cannot be seen are given the benefit of the doubt.

/// SL404: constructions of pools without a time-out for taking a connection.
package struct AcquireTimeouts: Check {
  package static let rule = "SL404"

  package init() {}

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    guard context.isEnabled(Self.rule) else { return }
    let body = context.program[function]
    for operation in body.operations.ids {
      guard case .call(let call) = body.operations[operation].effect else { continue }
      let roles = context.roles.roles(of: call, at: operation, in: function)
      let pools = roles.compactMap { role -> PoolSpec? in
        if case .pool(let spec) = role { spec } else { nil }
      }
      guard let spec = pools.first, spec.waitsForever else { continue }
      let site = CallSite(function: function, operation: operation)
      guard !hasTimeout(spec, call, site, context) else { continue }
      report(finding(spec, site, context))
    }
  }

  private func hasTimeout(
    _ spec: PoolSpec, _ call: Call, _ site: CallSite, _ context: CheckContext
  ) -> Bool {
    if mayHaveOption(spec, call, site, context) { return true }
    return !spec.acquires.isEmpty && !hasUnlimitedAcquire(spec, context)
  }

  /// Whether an option may stand at the construction, as far as can be seen.
  private func mayHaveOption(
    _ spec: PoolSpec, _ call: Call, _ site: CallSite, _ context: CheckContext
  ) -> Bool {
    let points = spec.timeout.flatMap {
      context.values.points(at: $0, of: call, in: site.function)
    }
    guard !points.isEmpty else { return false }
    let trace = context.values.trace(points)
    guard trace.presence == .undecided else { return trace.presence != .absent }
    let open = Set(trace.sources.filter { $0.presence == .undecided }.map(\.point.function))
    let callers = open.flatMap { function in
      context.program.callers(of: function).map { (function, $0) }
    }
    return callers.isEmpty
      || callers.contains { function, caller in
        var tracer = context.values
        tracer.assumed[function] = caller
        return tracer.trace(points).presence != .absent
      }
  }

  /// Whether some call takes a connection without a time-out of its own.
  private func hasUnlimitedAcquire(_ spec: PoolSpec, _ context: CheckContext) -> Bool {
    let program = context.program
    return program.functions.ids.contains { function in
      let body = program[function]
      return body.operations.ids.contains { operation in
        guard case .call(let call) = body.operations[operation].effect else { return false }
        let names = program.targets(of: operation, in: function).names
        guard let pattern = spec.acquires.first(where: { names.contains($0.callee) }) else {
          return false
        }
        let points = pattern.value.map { context.values.points(at: $0, of: call, in: function) }
        return (points ?? []).isEmpty && !isLimited(call, in: function, context)
      }
    }
  }

  /// Whether the result goes through a call that waits with a limit: `wait_for(pool.acquire(), 5)`.
  private func isLimited(
    _ call: Call, in function: ID<ProgramFunction>, _ context: CheckContext
  ) -> Bool {
    let facts = context.facts.facts(of: function)
    return facts.uses(of: call.result).contains { use in
      guard case .call(let outer) = facts.effect(use), outer.arguments.count > 1 else {
        return false
      }
      let names = context.program.targets(of: use, in: function).names
      return names.contains(where: context.program.catalog.passesThrough.contains)
    }
  }

  private func finding(
    _ spec: PoolSpec, _ site: CallSite, _ context: CheckContext
  ) -> Finding {
    let callee = context.facts.calleeText(of: site.operation, in: site.function)
    let location = context.location(of: site.operation, in: site.function)
    return Finding(
      rule: Self.rule, severity: context.severity(of: Self.rule, in: site.function),
      confidence: .high, location: location, message: Words.message(callee, spec),
      help: spec.fix, resource: spec.call.callee,
      function: context.program.qualifiedName(of: site.function), anchor: callee,
      trace: [TraceStep(role: .made, location: location, message: Words.made(spec))])
  }
}

private enum Words {
  static func message(_ callee: String, _ spec: PoolSpec) -> String {
    "`\(callee)` makes a \(spec.noun) without a time-out for taking a connection: "
      + "when none is free, callers wait for ever"
  }

  static func made(_ spec: PoolSpec) -> String { "the \(spec.noun) is made here" }
}
