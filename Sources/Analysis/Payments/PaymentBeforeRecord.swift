package import Basis
package import Findings
import IR
package import Linking
import RuleBook

/// SL204: money that moves before anything about it is stored.
///
///     charge = stripe.charges.create(...)      nothing was stored before,
///     INSERT INTO orders (charge) ...          and when this fails nobody knows of the charge
///
/// Silent: when something was written before, and when the failure of the insert is handled
/// where the payment's is not. What callers stored is not looked at, which is why this is a note.
package struct PaymentBeforeRecord: Check {
  package static let rule = "SL204"

  package init() {}

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    guard context.isEnabled(Self.rule), let events = context.races.events[function],
      !events.insertions.isEmpty
    else { return }
    let view = RaceView(function, context: context)
    let finder = PaymentFinder(context: context, tracer: context.values)
    for operation in view.function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation), !call.isImplicit,
        case .payment(let payment) = finder.identity(of: call, at: operation, in: function),
        !payment.isPreparation
      else { continue }
      let order = RecordOrder(view: view, events: events, payment: operation)
      guard let record = order.lateRecord, !order.hasEarlierRecord else { continue }
      report(finding(payment, operation, record, view))
    }
  }

  private func finding(
    _ payment: PaymentCall, _ operation: ID<Operation>, _ record: Insertion, _ view: RaceView
  ) -> Finding {
    let context = view.context
    let callee = context.facts.calleeText(of: operation, in: view.id)
    let location = context.location(of: operation, in: view.id)
    return Finding(
      rule: Self.rule, severity: context.severity(of: Self.rule, atMost: .note, in: view.id),
      confidence: min(payment.confidence, record.isTold ? .medium : .high), location: location,
      message: "`\(callee)` makes the \(payment.effect) before anything about it is stored: "
        + "when `\(record.site.text)` fails, money has moved and nothing stored says so",
      help: "store it as pending first, make the \(payment.effect) with a key of that row, then "
        + "mark the row as paid",
      resource: payment.provider, function: context.program.qualifiedName(of: view.id),
      anchor: callee,
      trace: [
        TraceStep(
          role: .called, location: location, message: "money moves: the \(payment.effect)"),
        TraceStep(
          role: .called, location: record.site.location, message: "only now is it stored"),
      ])
  }
}

/// What a function writes before and after a payment.
private struct RecordOrder {
  let view: RaceView
  let events: RaceEvents
  let payment: ID<Operation>

  private var shape: FlowShape { FlowShape(view.function) }

  /// The first row that is made after the payment, and whose failure is not handled for itself.
  var lateRecord: Insertion? {
    let own = view.facts.block(of: payment)
    let later = shape.after(own)
    return events.insertions.first { insertion in
      let block = view.facts.block(of: insertion.operation)
      guard insertion.operation != payment, insertion.path.count < 3 else { return false }
      let follows = block == own ? insertion.operation > payment : later.contains(block.index)
      return follows && view.function.blocks[block].unwind == view.function.blocks[own].unwind
    }
  }

  /// Whether something is written that can come before the payment.
  var hasEarlierRecord: Bool {
    let own = view.facts.block(of: payment)
    return view.function.operations.ids.contains { operation in
      guard operation != payment, writes(operation) else { return false }
      let block = view.facts.block(of: operation)
      return block == own ? operation < payment : shape.after(block).contains(own.index)
    }
  }

  private func writes(_ operation: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(operation) else { return false }
    for role in view.roles[operation] ?? [] {
      switch role {
      case .insert, .update: return true
      default: continue
      }
    }
    let statements = view.statements(of: call, at: operation)
    if statements.contains(where: { [.insert, .update].contains($0.verb) }) { return true }
    if events.insertions.contains(where: { $0.operation == operation }) { return true }
    guard case .method(let name, _) = call.callee else { return false }
    return view.context.values.words.stores.contains(view.text(name))
  }
}
