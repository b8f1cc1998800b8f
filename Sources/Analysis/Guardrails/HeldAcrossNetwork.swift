package import Basis
package import Findings
import IR
package import Linking
import RuleBook

// SL401: a pooled connection or an open transaction is held while another service is asked.
//
//     conn = await pool.acquire()                   ┐
//     row = await conn.fetchrow(...)                │ held
//     answer = await http.post(validator, ...)      │ ◀── as long as the other side likes
//     await conn.execute(...)                       │
//     await pool.release(conn)                      ┘
//
// The flow of the resource (`ResourceFlow`) says what is held at each operation; the roles of the
// calls say what waits for the network, here or in a function of the project that is called.

/// SL401: connections held across calls of other services.
package struct HeldAcrossNetwork: Check {
  package static let rule = "SL401"

  package init() {}

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    guard context.isEnabled(Self.rule) else { return }
    let acquisitions = context.summaries.acquisitions(in: function).filter {
      $0.spec.kind.holdsConnection && $0.spec.weight == .high
    }
    guard !acquisitions.isEmpty else { return }
    let waits = waits(in: function, context)
    guard !waits.isEmpty else { return }
    let view = FunctionView(function, context: context)
    var reported: Set<ID<Operation>> = []
    for acquisition in acquisitions {
      for wait in heldWaits(waits, acquisition, view) where reported.insert(wait.operation).inserted
      {
        report(finding(wait, acquisition, in: function, context))
      }
    }
  }

  /// A call that waits for another service, and the step that shows where.
  private struct Wait {
    var operation: ID<Operation>
    /// The call deeper down that does, when a function of the project is called.
    var inner: CallSite?
  }

  private func waits(in function: ID<ProgramFunction>, _ context: CheckContext) -> [Wait] {
    let body = context.program[function]
    return body.operations.ids.compactMap { operation in
      guard case .call(let call) = body.operations[operation].effect, !call.isImplicit else {
        return nil
      }
      if context.roles.isNetwork(call, at: operation, in: function) {
        return Wait(operation: operation, inner: nil)
      }
      let targets = context.program.targets(of: operation, in: function).functions
      return targets.lazy.compactMap { context.network.call(in: $0) }.first.map {
        Wait(operation: operation, inner: $0)
      }
    }
  }

  /// The waits during which the resource is held on some path.
  private func heldWaits(
    _ waits: [Wait], _ acquisition: Acquisition, _ view: FunctionView
  ) -> [Wait] {
    let flow = ResourceFlow(
      acquisition: acquisition, view: view, summaries: view.context.summaries)
    let solution = solve(
      flow, in: view.function, budget: LeakCheck.budget(of: view.function))
    let byBlock = Dictionary(grouping: waits) { view.facts.block(of: $0.operation) }
    return byBlock.sorted { $0.key < $1.key }.flatMap { block, waits -> [Wait] in
      var held: Set<ID<Operation>> = []
      solution.replay(
        block, from: solution[block],
        atOperation: { operation, state in
          if state.contains(.held) { held.insert(operation) }
        }, leave: { _, _ in })
      return waits.filter { held.contains($0.operation) }
    }
  }

  // MARK: Finding

  private func finding(
    _ wait: Wait, _ acquisition: Acquisition, in function: ID<ProgramFunction>,
    _ context: CheckContext
  ) -> Finding {
    let callee = context.facts.calleeText(of: wait.operation, in: function)
    let location = context.location(of: wait.operation, in: function)
    var trace = [
      TraceStep(
        role: .acquired, location: acquisition.location, message: Words.taken(acquisition.spec)),
      TraceStep(role: .called, location: location, message: Words.waits(acquisition.spec)),
    ]
    if let inner = wait.inner {
      let text = context.facts.calleeText(of: inner.operation, in: inner.function)
      trace.append(
        TraceStep(
          role: .related, location: context.location(of: inner.operation, in: inner.function),
          message: Words.inner(text)))
    }
    return Finding(
      rule: Self.rule, severity: context.severity(of: Self.rule, in: function),
      confidence: acquisition.confidence, location: location,
      message: Words.message(callee, acquisition.spec), help: Words.help,
      resource: acquisition.spec.type, function: context.program.qualifiedName(of: function),
      anchor: callee, trace: trace)
  }
}

private enum Words {
  static func message(_ callee: String, _ spec: ResourceSpec) -> String {
    "`\(callee)` waits for another service while the \(spec.noun) is held: "
      + "when that service is slow, nobody else gets one"
  }

  static func taken(_ spec: ResourceSpec) -> String { "the \(spec.noun) is taken here" }
  static func waits(_ spec: ResourceSpec) -> String { "the \(spec.noun) is held meanwhile" }
  static func inner(_ callee: String) -> String { "`\(callee)` asks the other service" }
  static let help = "ask the other service first, or give the connection back before"
}
