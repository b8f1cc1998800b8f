package import Basis
package import Findings
import IR
package import Linking
import RuleBook

// SL402: a second connection of one sort is taken while the first is held.
//
//     client = await pool.connect()          ┐
//     await client.query(...)                │ held
//     await audit(...)                       │ ◀── takes a client of its own
//     client.release()                       ┘
//
// As HeldAcrossNetwork does, it asks the flow of the resource what is held at each operation; what
// takes another one is an acquire of this function, or a call of a function that takes one.

/// SL402: connections taken while another of the same sort is held.
package struct NestedAcquires: Check {
  package static let rule = "SL402"

  /// How many calls deep the second acquire may lie.
  private static let deepest = 3

  package init() {}

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    guard context.isEnabled(Self.rule) else { return }
    let acquisitions = context.summaries.acquisitions(in: function).filter(isCounted)
    guard !acquisitions.isEmpty else { return }
    let view = FunctionView(function, context: context)
    var reported: Set<ID<Operation>> = []
    for first in acquisitions {
      let seconds = seconds(for: first, among: acquisitions, view)
      for second in held(seconds, first, view) where reported.insert(second.operation).inserted {
        report(finding(second, first, view))
      }
    }
  }

  private func isCounted(_ acquisition: Acquisition) -> Bool {
    switch acquisition.spec.kind {
    case .connection, .session: acquisition.resource != nil && acquisition.spec.weight == .high
    default: false
    }
  }

  /// Where another one is taken, and the place deeper down, when a called function takes it.
  private struct Second {
    var operation: ID<Operation>
    var inner: Acquisition?
  }

  private func seconds(
    for first: Acquisition, among own: [Acquisition], _ view: FunctionView
  ) -> [Second] {
    view.function.operations.ids.compactMap { operation in
      guard case .call(let call) = view.facts.effect(operation), !call.isImplicit,
        first.site != .call(operation)
      else { return nil }
      if own.contains(where: { $0.site == .call(operation) && $0.resource == first.resource }) {
        return Second(operation: operation, inner: nil)
      }
      let targets = view.program.targets(of: operation, in: view.id).functions
      for target in targets where target != view.id {
        var seen: Set = [view.id]
        let inner = taken(like: first, in: target, view.context, Self.deepest, &seen)
        if let inner { return Second(operation: operation, inner: inner) }
      }
      return nil
    }
  }

  /// What a function, or one that it calls, takes of the same sort.
  private func taken(
    like first: Acquisition, in function: ID<ProgramFunction>, _ context: CheckContext,
    _ depth: Int, _ seen: inout Set<ID<ProgramFunction>>
  ) -> Acquisition? {
    guard seen.insert(function).inserted else { return nil }
    let own = context.summaries.acquisitions(in: function).first { acquisition in
      isCounted(acquisition) && acquisition.resource == first.resource
        && acquisition.site != .entry
    }
    if let own { return own }
    guard depth > 0 else { return nil }
    for operation in context.program[function].operations.ids {
      for target in context.program.targets(of: operation, in: function).functions {
        if let inner = taken(like: first, in: target, context, depth - 1, &seen) { return inner }
      }
    }
    return nil
  }

  /// Those that happen while the first is held on some path.
  private func held(
    _ seconds: [Second], _ first: Acquisition, _ view: FunctionView
  ) -> [Second] {
    guard !seconds.isEmpty else { return [] }
    let flow = ResourceFlow(acquisition: first, view: view, summaries: view.context.summaries)
    let solution = solve(flow, in: view.function, budget: LeakCheck.budget(of: view.function))
    return seconds.filter { second in
      var isHeld = false
      let block = view.facts.block(of: second.operation)
      solution.replay(
        block, from: solution[block],
        atOperation: { operation, state in
          if operation == second.operation, state.contains(.held) { isHeld = true }
        }, leave: { _, _ in })
      return isHeld
    }
  }

  // MARK: Finding

  private func finding(_ second: Second, _ first: Acquisition, _ view: FunctionView) -> Finding {
    let context = view.context
    let callee = context.facts.calleeText(of: second.operation, in: view.id)
    let location = context.location(of: second.operation, in: view.id)
    var trace = [
      TraceStep(role: .acquired, location: first.location, message: Words.taken(first.spec)),
      TraceStep(role: .called, location: location, message: Words.meanwhile(first.spec)),
    ]
    if let inner = second.inner {
      trace.append(
        TraceStep(role: .related, location: inner.location, message: Words.inner(inner.text)))
    }
    return Finding(
      rule: Self.rule, severity: context.severity(of: Self.rule, in: view.id),
      confidence: first.confidence, location: location,
      message: Words.message(callee, first.spec), help: Words.help,
      resource: first.spec.type, function: context.program.qualifiedName(of: view.id),
      anchor: callee, trace: trace)
  }
}

private enum Words {
  static func message(_ callee: String, _ spec: ResourceSpec) -> String {
    "`\(callee)` takes a second \(spec.noun) while one is held: "
      + "when all are held by callers like this, none ever gets its second"
  }

  static func taken(_ spec: ResourceSpec) -> String { "the first \(spec.noun) is taken here" }
  static func meanwhile(_ spec: ResourceSpec) -> String { "the \(spec.noun) is held meanwhile" }
  static func inner(_ callee: String) -> String { "`\(callee)` takes the second" }
  static let help = "Hand the one that is held to whoever needs one."
}
