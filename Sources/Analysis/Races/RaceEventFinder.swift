import Basis
import Findings
import IR
import Linking
import RuleBook

/// Finds what the calls of a function mean to races, helpers of the project included.
struct RaceEventFinder {
  let view: RaceView
  /// What is known of the functions that this one calls.
  let summaries: [ID<ProgramFunction>: RaceSummary]
  /// The methods by which subclasses do what their bases only name.
  let overriding: OverridingMethods
  /// What the functions are called of which something is known.
  let summarised: Set<Symbol>

  var context: CheckContext { view.context }
  var program: Program { view.context.program }
  var entities: EntityReader { EntityReader(context: context) }
  var function: ID<ProgramFunction> { view.id }
  var columns: ColumnReader { ColumnReader(view: view) }

  func events() -> RaceEvents {
    var events = RaceEvents()
    for operation in view.function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation) else { continue }
      let roles = view.roles[operation] ?? []
      for role in roles { add(role, call, operation, to: &events) }
      if !roles.contains(where: \.speaksForItself) { addCallees(call, operation, to: &events) }
      if roles.isEmpty {
        addForwardedText(call, operation, to: &events)
        if let object = NamedSaves(context: context).object(savedBy: call, operation, in: function)
        {
          events.saves.append(
            NamedSave(operation: operation, object: object, site: site(operation)))
        }
      }
    }
    // `session.execute(insert(User).values(...))` sends an insert and asks nothing.
    let inserts = events.insertions.map(\.operation)
    events.probes.removeAll { probe in
      inserts.contains { view.makes($0, of: probe.operation) }
    }
    countWrites(&events)
    joinColumns(&events)
    noteReplacements(&events)
    events.probes += absences(besides: events.probes)
    events.probes += memberQuestions(in: events)
    return events
  }

  /// What changes rows says how many there are, and gives none of them: `filter(...).update(...)`.
  private func countWrites(_ events: inout RaceEvents) {
    let writes = view.roles.filter { $0.value.contains(where: \.isUpdate) }.map(\.key)
    for index in events.probes.indices {
      let asking = events.probes[index].operation
      if writes.contains(where: { $0 == asking || view.makes($0, of: asking) }) {
        events.probes[index].isCounting = true
      }
    }
  }

  /// `filter(email=email).exists()` is one question in two calls: the second has the columns of
  /// the first.
  private func joinColumns(_ events: inout RaceEvents) {
    for index in events.probes.indices where events.probes[index].columns.isEmpty {
      let earlier = events.probes[..<index].last { probe in
        !probe.columns.isEmpty && view.makes(probe.operation, of: events.probes[index].operation)
      }
      events.probes[index].columns = earlier?.columns ?? []
    }
  }

  /// Marks the inserts of rows whose like were deleted by the same key before: what stood there
  /// decides nothing.
  private func noteReplacements(_ events: inout RaceEvents) {
    let verbs = context.roles.index.behaviour.deletingMethods
    guard !events.insertions.isEmpty else { return }
    let deleting = view.function.operations.ids.filter { operation in
      guard case .call(let call) = view.facts.effect(operation),
        case .method(let name, _) = call.callee
      else { return false }
      return verbs.contains(view.text(name))
    }
    guard !deleting.isEmpty else { return }
    let guards = RaceGuards(view: view, events: events)
    for index in events.insertions.indices where events.insertions[index].path.isEmpty {
      let insertion = events.insertions[index]
      let alike = Set(insertion.row.alike.map(Entity.key))
      events.insertions[index].replaces = deleting.contains { operation in
        guard guards.precedes(operation, insertion.operation),
          case .call(let call) = view.facts.effect(operation), let receiver = call.receiver
        else { return false }
        let keys = columns.chosen(by: call).compactMap {
          $0.split(separator: "->").last.map { Entity.key(String($0)) }
        }
        guard !keys.isEmpty, keys.allSatisfy(alike.contains) else { return false }
        let asked = events.probes.filter { view.makes($0.operation, of: operation) }.map(\.entity)
        let rows = PlaceReference(function: function, place: receiver)
        // What leads to the rows that are made, leads to those that are deleted.
        let leads = (view.roles[insertion.operation] ?? []).compactMap { role in
          if case .insert(let spec) = role { spec.entity } else { nil as ValuePlace? }
        }
        let led = leads.compactMap { entities.entity(at: $0, of: call, in: function) }
        let own = asked + led + (entities.entity(of: rows).map { [$0] } ?? [])
        return own.contains { $0.isSame(as: insertion.entity) }
      }
    }
  }

  // MARK: Roles

  private func add(
    _ role: Role, _ call: Call, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    switch role {
    case .probe(let spec): addProbe(spec, call, operation, to: &events)
    case .insert(let spec): addInsertion(spec, call, operation, to: &events)
    case .update(let spec) where spec.removes:
      guard spec.raisesWhenAbsent,
        let entity = entities.entity(at: spec.entity, of: call, in: function)
      else { return }
      let asked = columns.columns(spec, call, at: operation)
      events.removals.append(
        Probe(
          operation: operation, entity: entity, columns: asked, outcome: .insisting,
          isCounting: false, locksRows: false, site: site(operation), path: []))
    case .update(let spec):
      let writes = RowWriteReader(view: view)
      events.writes += writes.writes(spec, call, operation, site: site(operation))
      let name = call.calleeName(view.facts).map(view.text) ?? ""
      if context.roles.index.behaviour.commitMethods.contains(name) {
        events.commits.append(operation)
      }
    case .query(let spec): addQuery(spec, call, operation, to: &events)
    case .guard(let spec):
      let entity = spec.call.value.flatMap { entities.entity(at: $0, of: call, in: function) }
      let name = call.calleeName(view.facts).map(view.text) ?? ""
      events.guards.append(
        Guarding(
          operation: operation, kind: spec.kind, entity: entity,
          endsWithTransaction: SQLStatement.endsWithTransaction(lock: name)))
    default: break
    }
  }

  private func addProbe(
    _ spec: EntityCall, _ call: Call, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    guard let entity = entities.entity(at: spec.entity, of: call, in: function) else { return }
    if searchesMemory(call) {
      events.rows.append(foundInList(call, operation, entity))
      return
    }
    var asked = columns.columns(spec, call, at: operation)
    let isByKey = asked.isEmpty && !spec.by.isEmpty
    if isByKey { asked = spec.by }
    let alternatives = columns.alternatives(of: call)
    events.probes.append(
      Probe(
        operation: operation, entity: entity, columns: asked, owner: columns.ownerColumn(of: call),
        named: asked.isEmpty ? columns.named(by: call) : [],
        condition: asked.isEmpty ? columns.parameter(spec, call) : nil,
        flags: columns.flags(of: call), isByWholeKey: spec.asksByWholeKey, isByKey: isByKey,
        absent: columns.absent(in: call), constants: columns.constants(of: call),
        alternatives: alternatives.map(\.columns),
        alternativesAgree: AskedValues(view: view).agree(alternatives.map(\.place)),
        outcome: spec.raisesWhenAbsent
          ? .insisting : spec.mayRaiseWhenAbsent ? .missing : .answer,
        isCounting: columns.asksForNumber(call),
        locksRows: false, site: site(operation), path: [],
        isTold: view.told.contains(operation), isOfMoment: columns.asksForMoment(call),
        isOfAll: asksForAll(call), isMark: spec.isMark))
  }

  /// Whether a call looks through a list by a function: `alerts.find((one) => one.id === id)`.
  ///
  /// What a driver calls back gets an error first.
  func searchesMemory(_ call: Call) -> Bool {
    guard !view.isPython, let name = call.calleeName(view.facts).map(view.text),
      Self.searches.contains(name), let first = call.arguments.first
    else { return false }
    return program.values(of: first.value, in: function).contains { value in
      guard case .function(let given) = value, let item = program[given].parameters.first else {
        return false
      }
      let told = program[given].places[item.place].name.map(view.text) ?? ""
      return !told.lowercased().hasPrefix("err")
    }
  }

  /// What a search of a list finds is one of the rows that were asked for, and no question.
  private func foundInList(
    _ call: Call, _ operation: ID<Operation>, _ entity: EntityReference
  ) -> Probe {
    var found = entity
    // `order.lines` holds lines.
    for maker in call.receiver.map(view.facts.makers) ?? [] {
      guard case .load(let field, _, _) = view.facts.effect(maker) else { continue }
      found = .known(Entity(view.text(field)))
    }
    return Probe(
      operation: operation, entity: found, columns: [], outcome: .answer, isCounting: false,
      locksRows: false, site: site(operation), path: [])
  }

  /// The methods of lists that take a function.
  private static let searches: Set<String> = [
    "find", "findLast", "findIndex", "filter", "some", "every",
  ]

  /// Whether a call asks for rows with no word of which: `Organization.count()`.
  private func asksForAll(_ call: Call) -> Bool {
    guard call.arguments.allSatisfy({ isEmptyObject($0.value) }), var place = call.receiver else {
      return false
    }
    for _ in 0..<5 {
      guard let maker = view.facts.makers(of: place).first else {
        return view.function.places[place].kind.isOfOutside
      }
      switch view.facts.effect(maker) {
      case .load(_, let object, _): place = object
      case .call(let inner):
        guard inner.arguments.isEmpty, let receiver = inner.receiver else { return false }
        place = receiver
      default: return false
      }
    }
    return false
  }

  private func isEmptyObject(_ place: ID<Place>) -> Bool {
    let makers = view.facts.makers(of: place)
    return !makers.isEmpty
      && makers.allSatisfy { maker in
        guard case .aggregate(let aggregate, _) = view.facts.effect(maker) else { return false }
        return aggregate.kind == .object && aggregate.entries.isEmpty
      }
  }

  private func addInsertion(
    _ spec: EntityCall, _ call: Call, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    guard let entity = entity(of: spec, call) else { return }
    let site = site(operation)
    events.records.append((entity, site))
    let changesRow = (view.roles[operation] ?? []).contains { role in
      if case .update = role { true } else { false }
    }
    if spec.isAtomic, !changesRow {
      // It gives the row that is there, or the one that it makes.
      events.rows.append(
        Probe(
          operation: operation, entity: entity, columns: [], outcome: .answer, isCounting: false,
          locksRows: false, site: site, path: []))
    }
    guard !spec.isAtomic, !(spec.isMark && setsInOneStep(operation)) else { return }
    var object: ID<Place>?
    if case .supermethod = call.callee, spec.call.value != nil {
      object = view.function.receiver
    } else if let place = spec.call.value,
      case .places(let places) = context.roles.reader.value(at: place, of: call, in: function)
    {
      object = places.first?.place
    }
    var rows = InsertedRowReader(view: view, earlier: events)
    rows.goal = operation
    events.insertions.append(
      Insertion(
        operation: operation, entity: entity,
        columns: columns.columns(spec, call, at: operation).map(Schema.Key.whole),
        row: rows.row(spec, call, object: object), object: object,
        isDeferred: object != nil, site: site, path: [], fix: spec.fix, refusal: spec.refusal,
        isTold: view.told.contains(operation), isMark: spec.isMark))
  }

  /// Whether a call sets only what is not there: `set(key, '1', 'NX')`.
  private func setsInOneStep(_ operation: ID<Operation>) -> Bool {
    (view.roles[operation] ?? []).contains { role in
      if case .insert(let spec) = role { spec.isAtomic } else { false }
    }
  }

  /// The entity that a call makes; `super().save()` makes one of whatever class it is called on.
  private func entity(of spec: EntityCall, _ call: Call) -> EntityReference? {
    guard case .supermethod = call.callee, spec.call.value != nil else {
      return entities.entity(at: spec.entity, of: call, in: function)
    }
    guard let owner = view.function.owner, view.function.receiver != nil else { return nil }
    let type = program.id(of: owner, in: program.functions[function].module)
    return .receiver(entities.entity(of: type))
  }

  func site(_ operation: ID<Operation>) -> RaceSite { view.site(operation) }
}

extension Place.Kind {
  /// Whether the function finds a value there that no call of it gives.
  fileprivate var isOfOutside: Bool {
    switch self {
    case .captured, .global, .receiver: true
    case .local, .parameter, .temporary, .exception: false
    }
  }
}
