package import Basis
package import Findings
import IR
package import Linking
import RuleBook

// SL405: a query for each item of a list, on a connection that is held all the while.
//
//     const client = await pool.connect()          held from here
//     for (const order of orders) {                two hundred orders,
//       await client.query(lines, [order.id])      two hundred round trips
//     }
//
// The query must be given something of the item: a loop that pages, polls or tries again asks for
// something else each time and cannot be joined into one. A query on the pool itself gives its
// connection back each time; that is slow, but it starves nobody. One finding a loop.

/// SL405: queries in loops over items while a connection is held.
package struct QueriesPerItem: Check {
  package static let rule = "SL405"

  package init() {}

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    guard context.isEnabled(Self.rule) else { return }
    var loops: Set<CallSite> = []
    let body = context.program[function]
    for operation in body.operations.ids {
      guard case .call(let call) = body.operations[operation].effect, !call.isImplicit,
        isQuery(call, operation, function, context),
        let holder = holder(of: call, in: function, context),
        let loop = ItemLoop(around: operation, in: function, context),
        loops.insert(loop.site).inserted
      else { continue }
      let site = CallSite(function: function, operation: operation)
      report(finding(site, holder, loop, context))
    }
  }

  private func isQuery(
    _ call: Call, _ operation: ID<Operation>, _ function: ID<ProgramFunction>,
    _ context: CheckContext
  ) -> Bool {
    context.roles.roles(of: call, at: operation, in: function).contains { role in
      switch role {
      case .query, .probe, .insert, .update: true
      default: false
      }
    }
  }

  /// What is held while the query runs: the resource that the query is made on.
  private func holder(
    of call: Call, in function: ID<ProgramFunction>, _ context: CheckContext
  ) -> ResourceSpec? {
    guard let receiver = call.receiver else { return nil }
    let types = context.program.typeNames(of: receiver, in: function)
    return context.roles.index.resources.first { spec in
      spec.kind.holdsConnection && types.contains(spec.type)
    }
  }

  private func finding(
    _ site: CallSite, _ holder: ResourceSpec, _ loop: ItemLoop, _ context: CheckContext
  ) -> Finding {
    let callee = context.facts.calleeText(of: site.operation, in: site.function)
    let location = context.location(of: site.operation, in: site.function)
    let head = context.location(of: loop.site.operation, in: loop.site.function)
    return Finding(
      rule: Self.rule, severity: context.severity(of: Self.rule, in: site.function),
      confidence: .high, location: location, message: Words.message(callee, holder),
      help: Words.help, resource: holder.type,
      function: context.program.qualifiedName(of: site.function), anchor: callee,
      trace: [
        TraceStep(role: .related, location: head, message: Words.loop),
        TraceStep(role: .called, location: location, message: Words.query),
      ])
  }
}

extension ResourceSpec.Kind {
  /// Whether somebody else lacks a connection while this is held.
  var holdsConnection: Bool {
    switch self {
    case .connection, .session, .transaction, .cursor: true
    case .lock, .file, .socket, .response, .client, .process, .stream, .subscription, .timer,
      .other:
      false
    }
  }
}

private enum Words {
  static func message(_ callee: String, _ holder: ResourceSpec) -> String {
    "`\(callee)` runs once for each item while the \(holder.noun) is held: "
      + "as many round trips as there are items"
  }

  static let loop = "each item of this is taken in turn"
  static let query = "one query an item"
  static let help =
    "ask once for all items, with `IN (...)`, `= ANY(...)`, a join or an insert of many rows"
}
