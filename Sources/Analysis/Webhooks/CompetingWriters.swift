package import Basis
package import Findings
import IR
package import Linking
import RuleBook

// SL304: the handler that pays and the provider's webhook both record the payment.
//
//     confirm    intent = stripe.paymentIntents.retrieve(id)      what the provider says
//                INSERT INTO orders (intent) ...                  the one record
//     webhook    event = constructEvent(...)
//                INSERT INTO orders (intent) ...                  the other
//
// The finding stands at the handler's insert, if that makes a row whatever is there: no clause, no
// handled violation, no unique key. The row must be made of what the payment call gave, or both may
// record different things; in a log, both may write their line.

/// SL304: rows that a request and a webhook both make for one payment.
package struct CompetingWriters: Check {
  package static let rule = "SL304"

  package init() {}

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    guard context.isEnabled(Self.rule), !context.eventRecords.isEmpty,
      let events = context.races.events[function], !events.insertions.isEmpty,
      !context.eventRecords.isOfEvents(function, context)
    else { return }
    let view = RaceView(function, context: context)
    let guards = RaceGuards(view: view, events: events)
    for insertion in events.insertions {
      guard let entity = insertion.entity.entity,
        let other = context.eventRecords.site(of: insertion.entity),
        let payment = payment(behind: insertion, view), !guards.isHandled(insertion),
        !context.roles.index.webhookWords.isJournal(entity.name),
        !context.schema.hasUniqueKey(
          entity, filledBy: insertion.row, near: context.program.path(of: function))
      else { continue }
      report(finding(insertion, entity, payment, other, view))
    }
  }

  /// The call of a payment library whose result becomes part of the row.
  private func payment(behind insertion: Insertion, _ view: RaceView) -> RaceSite? {
    var seen = BitSet()
    var pending = view.facts.effect(insertion.operation).reads
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 96 else { continue }
      for maker in view.facts.makers(of: place) where maker < insertion.operation {
        switch view.facts.effect(maker) {
        case .call(let call):
          let names = view.context.program.targets(of: maker, in: view.id).names
          if names.contains(where: view.context.roles.index.isOfPayments) {
            return view.site(maker)
          }
          pending += call.reads
        case let effect: pending += effect.reads
        }
      }
    }
    return nil
  }

  private func finding(
    _ insertion: Insertion, _ entity: Entity, _ payment: RaceSite, _ other: RaceSite,
    _ view: RaceView
  ) -> Finding {
    let context = view.context
    return Finding(
      rule: Self.rule, severity: context.severity(of: Self.rule, inFileOf: view.id),
      confidence: .medium, location: insertion.site.location,
      message:
        "This and the webhook, by `\(other.text)`, both insert into `\(entity.name)` for one "
        + "payment: nothing keeps the second row out when both run, as they mostly do.",
      help:
        "Make the payment's id unique in `\(entity.name)` and let the second insert do nothing, "
        + "or let the webhook alone write the row.",
      resource: entity.name, function: context.program.qualifiedName(of: view.id),
      anchor: insertion.site.text,
      trace: [
        TraceStep(
          role: .related, location: payment.location,
          message: "`\(payment.text)` tells of the payment"),
        TraceStep(
          role: .called, location: insertion.site.location,
          message: "the request records it in `\(entity.name)`"),
        TraceStep(
          role: .related, location: other.location, message: "so does the webhook: `\(other.text)`"),
      ])
  }
}

/// The rows that are made for events of providers, whatever stands in the way of a second one.
package struct EventRecords: Sendable {
  private var sites: [(entity: EntityReference, site: RaceSite)] = []
  /// The functions that run for events.
  private(set) var functions: Set<ID<ProgramFunction>> = []
  /// The functions that find out which event it is.
  private var handlers: Set<ID<ProgramFunction>> = []

  package init() {}

  /// Whether a function runs for events only: it is one of theirs, or all its callers are.
  func isOfEvents(
    _ function: ID<ProgramFunction>, _ context: CheckContext, depth: Int = 8
  ) -> Bool {
    if functions.contains(function) || handlers.contains(function) { return true }
    guard depth > 0 else { return false }
    let program = context.program
    var callers = program.callers(of: function).map(\.function).filter {
      context.facts.fileKind(of: $0) == .production
    }
    if callers.isEmpty, let parent = program[function].parent, parent != Module.body {
      callers = [program.id(of: parent, besides: function)]
    }
    return !callers.isEmpty
      && callers.allSatisfy { isOfEvents($0, context, depth: depth - 1) }
  }

  var isEmpty: Bool { sites.isEmpty }

  private static let deepest = 6
  private static let most = 200

  init(context: CheckContext) {
    guard Self.hasPayers(context) else { return }
    let entries = WebhookEntries(context: context)
    for function in context.program.functions.ids {
      for entry in entries.entries(of: function) {
        handlers.insert(function)
        switch entry.region {
        case .after: add(function, context, depth: Self.deepest)
        case .functions(let handlers):
          for handler in handlers { add(handler, context, depth: Self.deepest) }
        }
      }
    }
  }

  /// Whether a function inserts and speaks to a provider of payments: else nothing competes.
  private static func hasPayers(_ context: CheckContext) -> Bool {
    context.races.events.contains { function, events in
      !events.insertions.isEmpty
        && context.program[function].operations.ids.contains { operation in
          context.program.targets(of: operation, in: function).names.contains(
            where: context.roles.index.isOfPayments)
        }
    }
  }

  private mutating func add(
    _ function: ID<ProgramFunction>, _ context: CheckContext, depth: Int
  ) {
    guard depth > 0, functions.count < Self.most, functions.insert(function).inserted else {
      return
    }
    sites += (context.races.events[function]?.records ?? []).map { ($0.entity, $0.site) }
    let body = context.program[function]
    for operation in body.operations.ids {
      guard case .call(let call) = body.operations[operation].effect, !call.isImplicit else {
        continue
      }
      var targets = context.program.targets(of: operation, in: function).functions
      for argument in call.arguments {
        for case .function(let given) in context.program.values(of: argument.value, in: function) {
          targets.append(given)
        }
      }
      for target in targets { add(target, context, depth: depth - 1) }
    }
  }

  /// Where a row of an entity is made for an event.
  func site(of entity: EntityReference) -> RaceSite? {
    sites.first { $0.entity.isSame(as: entity) }?.site
  }
}
