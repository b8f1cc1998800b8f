import Basis
import IR
import Linking
import RuleBook

// Whether something tells a second delivery from the first.
//
//     if (await find(event.id)) return             a question that must find nothing
//     if (order.status === 'paid') return          a state that the first delivery leaves behind
//     if (order.receipt) return                    a field that the same function sets
//     const {count} = await claim(order); if (count === 0) return       a write that says if it did
//     INSERT INTO events ...                       a row of the event, unique, made before
//     await markProcessed(event.id)                words that say that somebody thought of it
//
// Asking whether the customer exists is none of these: the effect happens because there is a row,
// not because there is none. Two deliveries at the same moment can pass a question both; that is
// the race that SL301 is about, and is not told twice.

/// What protects the operations of one function from a second delivery.
struct EventGuards {
  let view: RaceView
  private let events: RaceEvents
  private let shape: FlowShape
  private let worlds: [RaceWorlds]
  /// Calls after which a second delivery does not come.
  private let claims: [ID<Operation>]
  /// The fields that a first delivery sets.
  private let settled: Set<String>

  private var context: CheckContext { view.context }
  private var facts: FunctionFacts { view.facts }
  private var function: Function { _read { yield view.function } }

  /// Functions with more blocks are taken as guarded.
  private static let mostBlocks = 400

  init(view: RaceView) {
    self.view = view
    let found = view.context.races.events[view.id] ?? RaceEvents()
    events = found
    shape = FlowShape(view.function)
    worlds = found.probes.prefix(8).map { RaceWorlds(view: view, probe: $0) }
    let claimants = Claimants(view: view, events: found)
    claims = view.function.operations.ids.filter(claimants.isClaim)
    settled = SettledFields(context: view.context).names(in: view.id)
  }

  func isGuarded(_ operation: ID<Operation>) -> Bool {
    guard function.blocks.count <= Self.mostBlocks else { return true }
    if claims.contains(where: { $0 == operation || precedes($0, operation) }) { return true }
    if worlds.contains(where: { $0.deciding(operation) != nil }) { return true }
    let goal = facts.block(of: operation)
    return function.blocks.ids.contains { block in
      guard
        case .branch(let condition, let then, let otherwise) = function.blocks[block].terminator,
        leads(then, to: goal, avoiding: block) != leads(otherwise, to: goal, avoiding: block)
      else { return false }
      return tellsDeliveries(condition)
    }
  }

  private func precedes(_ first: ID<Operation>, _ second: ID<Operation>) -> Bool {
    let home = facts.block(of: first)
    let goal = facts.block(of: second)
    return home == goal ? first < second : shape.after(home).contains(goal.index)
  }

  private func leads(_ start: ID<Block>, to goal: ID<Block>, avoiding: ID<Block>) -> Bool {
    var seen: BitSet = [avoiding.index]
    var pending = [start]
    while let block = pending.popLast() {
      if block == goal { return true }
      if seen.insert(block.index) { pending += function.successors(of: block) }
    }
    return false
  }

  // MARK: Conditions

  /// Whether a condition reads what an earlier delivery left behind.
  private func tellsDeliveries(_ condition: Condition) -> Bool {
    guard let subject = condition.subject else { return false }
    var seen = BitSet()
    var pending = [(place: subject, isPart: false)]
    while let (place, isPart) = pending.popLast() {
      guard seen.insert(place.index), seen.count < 64 else { continue }
      if let name = function.places[place].name, claims(view.text(name)) { return true }
      for maker in facts.makers(of: place) {
        switch facts.effect(maker) {
        case .load(let field, let object, _):
          let name = view.text(field)
          if claims(name) || isSettled(name, of: object) { return true }
          let says = isPart || !Self.wrappers.contains(name)
          pending.append((object, says))
        case .loadElement(let object, _, _): pending.append((object, isPart))
        case .compute(_, let operands, _): pending += operands.map { ($0, isPart) }
        case .call(let call):
          if isAnswer(maker, call, isPart: isPart) { return true }
          if let receiver = call.receiver { pending.append((receiver, true)) }
        default: continue
        }
      }
    }
    return false
  }

  /// Members that hold the rows of an answer or count them, and say nothing about a row's state.
  private static let wrappers: Set<String> = [
    "length", "rows", "data", "rowCount", "rowcount", "count", "size", "error", "id", "_id", "pk",
    "exists", "docs", "empty", "email", "user", "customer",
  ]

  private func isAnswer(_ operation: ID<Operation>, _ call: Call, isPart: Bool) -> Bool {
    if let method = call.calleeName(facts), ["has", "contains"].contains(view.text(method)) {
      return true
    }
    let isWrite =
      (view.roles[operation] ?? []).contains { $0.isUpdate || $0.isInsert }
      || events.insertions.contains { $0.operation == operation }
      || view.statements(of: call, at: operation).contains { [.insert, .update].contains($0.verb) }
    if isWrite { return true }
    let asks = view.roles[operation]?.contains(where: \.asks) ?? false
    return isPart && (asks || events.probes.contains { $0.operation == operation })
  }

  /// Whether a row's member is one that the first delivery sets.
  private func isSettled(_ name: String, of object: ID<Place>) -> Bool {
    !Self.wrappers.contains(name) && settled.contains(ColumnWords.plain(name))
      && function.places[object].name.map { view.text($0).lowercased() != "event" } ?? true
  }

  private func claims(_ name: String) -> Bool {
    !Set(name.identifierWords).isDisjoint(with: context.roles.index.webhookWords.claims)
  }
}

/// Calls by which a delivery makes itself the only one.
private struct Claimants {
  let view: RaceView
  let events: RaceEvents
  private var words: WebhookWords { view.context.roles.index.webhookWords }

  func isClaim(_ operation: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(operation), !call.isImplicit else {
      return false
    }
    if let name = call.calleeName(view.facts) {
      let parts = Set(view.text(name).identifierWords)
      if !parts.isDisjoint(with: words.claims) { return true }
      if view.text(name).lowercased() == "set", call.arguments.contains(where: isExclusive) {
        return true
      }
    }
    return events.insertions.contains { insertion in
      insertion.operation == operation && isOfEvent(insertion)
    }
  }

  /// `redis.set(key, 1, 'NX')`, `{ NX: true }`, `nx=True`.
  private func isExclusive(_ argument: Argument) -> Bool {
    if let label = argument.label { return view.text(label).lowercased() == "nx" }
    if case .string(let text) = view.facts.literal(of: argument.value) {
      return view.text(text).uppercased() == "NX"
    }
    return view.facts.makers(of: argument.value).contains { maker in
      guard case .aggregate(let aggregate, _) = view.facts.effect(maker) else { return false }
      return aggregate.entries.contains { $0.key.map { view.text($0).uppercased() } == "NX" }
    }
  }

  /// A row that stands for the event: of a table of events, or with the event's id.
  private func isOfEvent(_ insertion: Insertion) -> Bool {
    let entity = insertion.entity.entity.map { $0.name.identifierWords } ?? []
    if !Set(entity + [insertion.entity.entity?.keys.first ?? ""]).isDisjoint(with: Self.events) {
      return true
    }
    return insertion.columns.contains { column in
      let parts = column.identifierWords
      return parts.contains("event") && parts.contains { ["id", "key", "event"].contains($0) }
        || parts.contains("idempotency")
    }
  }

  private static let events: Set<String> = [
    "event", "events", "webhook", "webhooks", "webhookevent", "processedevent", "idempotency",
    "stripeevent", "deliveries", "delivery", "inbox",
  ]
}

extension Role {
  fileprivate var isInsert: Bool { if case .insert = self { true } else { false } }

  /// Whether the call asks for rows.
  fileprivate var asks: Bool {
    switch self {
    case .probe, .query: true
    default: false
    }
  }
}
