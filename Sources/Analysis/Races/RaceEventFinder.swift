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

  private var context: CheckContext { view.context }
  private var program: Program { view.context.program }
  private var entities: EntityReader { EntityReader(context: context) }
  private var function: ID<ProgramFunction> { view.id }

  /// No story is told over more calls than this.
  private static let longestPath = 3

  func events() -> RaceEvents {
    var events = RaceEvents()
    for operation in view.function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation) else { continue }
      let roles = view.roles[operation] ?? []
      for role in roles { add(role, call, operation, to: &events) }
      if !roles.contains(where: \.speaksForItself) { addCallees(call, operation, to: &events) }
    }
    // `session.execute(insert(User).values(...))` sends an insert and asks nothing.
    let writes =
      events.insertions.map(\.operation)
      + view.roles.filter { $0.value.contains(where: \.isUpdate) }.map(\.key)
    events.probes.removeAll { probe in
      writes.contains { view.makes($0, of: probe.operation) }
    }
    joinColumns(&events)
    return events
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

  // MARK: Roles

  private func add(
    _ role: Role, _ call: Call, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    switch role {
    case .probe(let spec): addProbe(spec, call, operation, to: &events)
    case .insert(let spec): addInsertion(spec, call, operation, to: &events)
    case .update(let spec):
      let writes = RowWriteReader(view: view)
      events.writes += writes.writes(spec, call, operation, site: site(operation))
    case .query(let spec): addQuery(spec, call, operation, to: &events)
    case .guard(let spec):
      let entity = spec.call.value.flatMap { entities.entity(at: $0, of: call, in: function) }
      events.guards.append(Guarding(operation: operation, kind: spec.kind, entity: entity))
    default: break
    }
  }

  private func addProbe(
    _ spec: EntityCall, _ call: Call, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    guard let entity = entities.entity(at: spec.entity, of: call, in: function) else { return }
    events.probes.append(
      Probe(
        operation: operation, entity: entity, columns: columns(spec, call),
        outcome: spec.raisesWhenAbsent ? .insisting : .answer, isCounting: false,
        locksRows: false, site: site(operation), path: [],
        isTold: view.told.contains(operation)))
  }

  private func addInsertion(
    _ spec: EntityCall, _ call: Call, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    guard !spec.isAtomic,
      let entity = entities.entity(at: spec.entity, of: call, in: function)
    else { return }
    var object: ID<Place>?
    if let place = spec.call.value,
      case .places(let places) = context.roles.reader.value(at: place, of: call, in: function)
    {
      object = places.first?.place
    }
    events.insertions.append(
      Insertion(
        operation: operation, entity: entity, columns: columns(spec, call), object: object,
        isDeferred: object != nil, site: site(operation), path: [], fix: "",
        isTold: view.told.contains(operation)))
  }

  private func columns(_ spec: EntityCall, _ call: Call) -> [String] {
    var names: [String] = []
    // Several places are several styles: the first that is there counts.
    for place in spec.columns where names.isEmpty {
      if place.isKeywords {
        names += keywords(of: place.chain.flatMap { earlier($0, call) } ?? call)
        continue
      }
      guard
        case .places(let places) = context.roles.reader.value(at: place, of: call, in: function)
      else { continue }
      for place in places { names += keys(of: place) }
    }
    if spec.keywordsAreColumns { names += keywords(of: call) }
    if names.isEmpty { names = attributes(in: call) }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private func earlier(_ method: String, _ call: Call) -> Call? {
    context.roles.reader.earlierCall(of: method, before: call, in: function)
  }

  private func keywords(of call: Call) -> [String] {
    call.arguments.compactMap { argument in
      argument.label.map { plainColumn(program.symbols[$0]) }
    }
  }

  /// The attributes that a chain of calls compares: `select(User).where(User.email == email)`.
  private func attributes(in call: Call) -> [String] {
    var result: [String] = []
    var seen = BitSet()
    var pending = call.reads
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 96 else { continue }
      for maker in view.facts.makers(of: place) {
        switch view.facts.effect(maker) {
        case .call(let inner): pending += inner.reads
        case .compute(let symbol, let operands, _):
          for operand in operands { result += symbol == .equal ? attribute(operand) : [] }
          pending += operands
        default: continue
        }
      }
    }
    return result
  }

  /// The name of a field that is loaded from a class: `User.email`.
  private func attribute(_ place: ID<Place>) -> [String] {
    view.facts.makers(of: place).compactMap { maker in
      guard case .load(let field, let object, _) = view.facts.effect(maker),
        program.values(of: object, in: function).contains(where: { value in
          if case .classObject = value { true } else { false }
        })
      else { return nil }
      return program.symbols[field]
    }
  }

  /// The keys of an object; those of the objects inside instead where a key joins theirs
  /// (`where: {user_day: {user, day}}`).
  private func keys(of reference: PlaceReference, depth: Int = 3) -> [String] {
    guard depth > 0 else { return [] }
    let facts = context.facts.facts(of: reference.function)
    return facts.makers(of: reference.place).flatMap { maker -> [String] in
      guard case .aggregate(let aggregate, _) = facts.effect(maker), aggregate.kind == .object
      else { return [] }
      return aggregate.entries.flatMap { entry -> [String] in
        guard let key = entry.key else { return [] }
        let name = program.symbols[key]
        let inner = PlaceReference(function: reference.function, place: entry.value)
        let below = name.contains("_") ? keys(of: inner, depth: depth - 1) : []
        return below.isEmpty ? [name] : below
      }
    }
  }

  /// `email__iexact` is the column `email`.
  private func plainColumn(_ keyword: String) -> String {
    keyword.firstRange(of: "__").map { String(keyword[..<$0.lowerBound]) } ?? keyword
  }

  // MARK: SQL

  private func addQuery(
    _ spec: QuerySpec, _ call: Call, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    guard let place = spec.text,
      case .places(let places) = context.roles.reader.value(at: place, of: call, in: function)
    else { return }
    for place in places {
      guard let text = view.sqlText(place) else { continue }
      for statement in SQLStatement.all(in: text) {
        add(statement, operation, to: &events)
        let writes = RowWriteReader(view: view)
        events.writes += writes.writes(statement, spec, call, operation, site: site(operation))
      }
    }
  }

  private func add(
    _ statement: SQLStatement, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    if statement.takesLock || statement.isSerializable {
      let kind: GuardSpec.Kind = statement.takesLock ? .lock : .serializable
      events.guards.append(Guarding(operation: operation, kind: kind, entity: nil))
    }
    if statement.verb == .begin, !statement.takesLock, !statement.isSerializable {
      events.guards.append(Guarding(operation: operation, kind: .transaction, entity: nil))
    }
    guard let table = statement.table else { return }
    let entity = EntityReference.known(Entity(table))
    if statement.locksRows {
      events.guards.append(Guarding(operation: operation, kind: .lock, entity: entity))
    }
    var site = site(operation)
    switch statement.verb {
    case .select:
      site.text = "SELECT … FROM \(table)"
      events.probes.append(
        Probe(
          operation: operation, entity: entity,
          columns: statement.equalColumns + statement.rangeColumns, outcome: .answer,
          isCounting: statement.isCounting, locksRows: statement.locksRows, site: site, path: []))
    case .insert where !statement.hasConflictClause && !statement.isConditionalInsert:
      site.text = "INSERT INTO \(table)"
      events.insertions.append(
        Insertion(
          operation: operation, entity: entity, columns: statement.columns, object: nil,
          isDeferred: false, site: site, path: [],
          fix: "`INSERT … ON CONFLICT DO NOTHING`"))
    default: break
    }
  }

  // MARK: Helpers

  private func addCallees(
    _ call: Call, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    let targets = program.targets(of: operation, in: function).functions
    for target in targets where target != function {
      guard let summary = summaries[target] else { continue }
      add(summary, of: target, call, operation, to: &events)
    }
    // Who is given a function calls it: a transaction, a retry, a thread.
    for argument in call.arguments {
      for value in program.values(of: argument.value, in: function) {
        guard case .function(let callback) = value, var summary = summaries[callback] else {
          continue
        }
        summary.guards = []
        add(summary, of: callback, call, operation, isCallback: true, to: &events)
      }
    }
  }

  private func add(
    _ summary: RaceSummary, of target: ID<ProgramFunction>, _ call: Call,
    _ operation: ID<Operation>, isCallback: Bool = false, to events: inout RaceEvents
  ) {
    let here = site(operation)
    for probe in summary.probes where probe.path.count < Self.longestPath {
      guard let entity = resolved(probe.entity, call, target) else { continue }
      var found = probe
      found.operation = operation
      found.entity = entity
      found.site = here
      found.path = [probe.site] + probe.path
      found.isAskedByCallback = isCallback
      events.probes.append(found)
    }
    for row in summary.rows where row.path.count < Self.longestPath && !isCallback {
      guard let entity = resolved(row.entity, call, target) else { continue }
      var found = row
      found.operation = operation
      found.entity = entity
      found.site = here
      found.path = [row.site] + row.path
      events.rows.append(found)
    }
    for insertion in summary.insertions where insertion.path.count < Self.longestPath {
      guard let entity = resolved(insertion.entity, call, target) else { continue }
      var found = insertion
      found.operation = operation
      found.entity = entity
      found.object = insertion.object.flatMap { object in
        parameter(object, of: target).flatMap {
          call.argument(for: $0, of: program.function(target))
        }
      }
      if insertion.object != nil, found.object == nil { continue }
      found.site = here
      found.path = [insertion.site] + insertion.path
      events.insertions.append(found)
    }
    for guarding in summary.guards {
      let entity = guarding.entity.flatMap { resolved($0, call, target) }
      events.guards.append(Guarding(operation: operation, kind: guarding.kind, entity: entity))
    }
  }

  private func parameter(_ place: ID<Place>, of target: ID<ProgramFunction>) -> Int? {
    program.function(target).parameters.firstIndex { $0.place == place }
  }

  /// What a callee's entity is, seen from the call.
  private func resolved(
    _ reference: EntityReference, _ call: Call, _ target: ID<ProgramFunction>
  ) -> EntityReference? {
    switch reference {
    case .known: return reference
    case .parameter(let index):
      guard let place = call.argument(for: index, of: program.function(target)) else { return nil }
      return entities.entity(of: PlaceReference(function: function, place: place))
    case .receiver(let own):
      guard let receiver = call.receiver else { return .known(own) }
      return entities.entity(of: PlaceReference(function: function, place: receiver))
        ?? .known(own)
    }
  }

  private func site(_ operation: ID<Operation>) -> RaceSite {
    RaceSite(
      location: context.location(of: operation, in: function),
      text: context.facts.calleeText(of: operation, in: function))
  }
}
