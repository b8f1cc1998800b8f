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

  var context: CheckContext { view.context }
  var program: Program { view.context.program }
  var entities: EntityReader { EntityReader(context: context) }
  var function: ID<ProgramFunction> { view.id }
  private var columns: ColumnReader { ColumnReader(view: view) }

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
    let inserts = events.insertions.map(\.operation)
    events.probes.removeAll { probe in
      inserts.contains { view.makes($0, of: probe.operation) }
    }
    countWrites(&events)
    joinColumns(&events)
    events.probes += absences(besides: events.probes)
    events.probes += memberQuestions(about: events.insertions)
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
        operation: operation, entity: entity, columns: asked,
        named: asked.isEmpty ? columns.named(by: call) : [],
        condition: asked.isEmpty ? columns.parameter(spec, call) : nil,
        flags: columns.flags(of: call), isByKey: isByKey, constants: columns.constants(of: call),
        alternatives: alternatives.map(\.columns),
        alternativesAgree: AskedValues(view: view).agree(alternatives.map(\.place)),
        outcome: spec.raisesWhenAbsent
          ? .insisting : spec.mayRaiseWhenAbsent ? .missing : .answer, isCounting: false,
        locksRows: false, site: site(operation), path: [],
        isTold: view.told.contains(operation), isOfMoment: columns.asksForMoment(call),
        isOfAll: asksForAll(call), isMark: spec.isMark))
  }

  /// Whether a call looks through a list by a function: `alerts.find((one) => one.id === id)`.
  ///
  /// What a driver calls back gets an error first.
  private func searchesMemory(_ call: Call) -> Bool {
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
        isDeferred: object != nil, site: site, path: [], fix: "",
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

  // MARK: Helpers

  /// Of a call that may reach more functions than this, nobody knows what it does.
  private static let mostTargets = 4

  private func addCallees(
    _ call: Call, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    let known = program.targets(of: operation, in: function)
    if known.isEmpty, let row = toldRow(call, operation) { events.rows.append(row) }
    // What may reach everything, such as a function that a tracer wraps, says nothing.
    let targets = known.functions.count > Self.mostTargets ? [] : known.functions
    for target in targets where target != function {
      guard let summary = summaries[target] else { continue }
      add(summary, of: target, call, operation, to: &events)
    }
    let name = call.calleeName(view.facts).map(view.text) ?? ""
    if context.roles.index.behaviour.wrappingCalls.contains(name) { return }
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

  /// `walletDao.getOrCreate(id)` of a class that is not seen: a row of `wallet`, as names go.
  private func toldRow(_ call: Call, _ operation: ID<Operation>) -> Probe? {
    guard case .method(let method, let receiver) = call.callee,
      context.roles.index.behaviour.readingVerbs.contains(where: view.text(method).hasVerb),
      let name = view.facts.name(of: receiver).map(view.text),
      !Entity.isHandle(name), Entity.key(name).count < name.count
    else { return nil }
    return Probe(
      operation: operation, entity: .known(Entity(name)), columns: [], outcome: .answer,
      isCounting: false, locksRows: false, site: site(operation), path: [], isTold: true)
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
      if let index = probe.condition, !isCallback {
        found.columns = columns.columns(givenTo: index, of: program[target], by: call)
        found.condition = ownParameter(givenTo: index, of: target, call)
      }
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
      guard var found = seen(insertion, of: target, call, here, isCallback, events) else {
        continue
      }
      found.operation = operation
      events.insertions.append(found)
    }
    if !isCallback {
      events.writes += summary.writes.compactMap { seen($0, of: target, call, here, operation) }
    }
    if summary.commits, !isCallback { events.commits.append(operation) }
    for text in summary.texts where !isCallback {
      addText(text, of: target, call, operation, to: &events)
    }
    for guarding in summary.guards {
      guard isAsked(guarding, call, target) else { continue }
      let entity = guarding.entity.flatMap { resolved($0, call, target) }
      events.guards.append(
        Guarding(
          operation: operation, kind: guarding.kind, entity: entity,
          endsWithTransaction: guarding.endsWithTransaction,
          flag: guarding.flag.flatMap { ownParameter(givenTo: $0, of: target, call) }))
    }
  }

  /// Whether a call has its callee take a guard that one of its parameters asks for.
  private func isAsked(
    _ guarding: Guarding, _ call: Call, _ target: ID<ProgramFunction>
  ) -> Bool {
    guard let flag = guarding.flag else { return true }
    guard let place = call.argument(for: flag, of: program[target]) else { return false }
    switch view.facts.literal(of: place) {
    case .boolean(false), .null, .undefined: return false
    default: return true
    }
  }

  /// The parameter of this function that a call hands on.
  private func ownParameter(
    givenTo index: Int, of target: ID<ProgramFunction>, _ call: Call
  ) -> Int? {
    let place = call.argument(for: index, of: program[target])
    let origins = place.map { view.facts.origins(of: $0) } ?? []
    return view.function.parameters.firstIndex { origins == [$0.place] }
  }

  /// What a callee inserts, as its caller sees it.
  private func seen(
    _ insertion: Insertion, of target: ID<ProgramFunction>, _ call: Call, _ here: RaceSite,
    _ isCallback: Bool, _ events: RaceEvents
  ) -> Insertion? {
    guard let entity = stored(insertion.entity, call, target) else { return nil }
    var found = insertion
    found.entity = entity
    found.choice = nil
    found.object = insertion.object.flatMap { object in
      if object == program[target].receiver { return receiver(of: call) }
      return parameter(object, of: target).flatMap { call.argument(for: $0, of: program[target]) }
    }
    if insertion.object != nil, found.object == nil { return nil }
    let reader = InsertedRowReader(view: view, earlier: events)
    if let object = found.object {
      found.row = reader.row(of: object)
    } else {
      // What a library gives to a callback nobody sees.
      found.row.given = []
      found.row.leaves = [:]
      for index in isCallback ? [] : insertion.row.given.sorted() {
        found.row.fill(with: reader.row(givenTo: index, of: program[target], by: call))
      }
    }
    // What a callback inserts that is written here stands where it is written.
    if !isCallback || !here.location.contains(insertion.site.location) {
      found.site = here
      found.path = [insertion.site] + insertion.path
    }
    return found
  }

  /// What a callee writes of what it is given, as its caller sees it.
  private func seen(
    _ given: GivenWrite, of target: ID<ProgramFunction>, _ call: Call, _ here: RaceSite,
    _ operation: ID<Operation>
  ) -> RowWrite? {
    guard let entity = given.write.entity.flatMap({ resolved($0, call, target) }) else {
      return nil
    }
    var found = given.write
    found.operation = operation
    found.entity = entity
    found.site = here
    found.relative = []
    found.assignments = given.values.compactMap { value in
      call.argument(for: value.parameter, of: program[target]).map { place in
        RowWrite.Assignment(
          column: value.column, value: PlaceReference(function: function, place: place))
      }
    }
    return found.assignments.isEmpty ? nil : found
  }

  private func parameter(_ place: ID<Place>, of target: ID<ProgramFunction>) -> Int? {
    program[target].parameters.firstIndex { $0.place == place }
  }

  /// The entity that a callee makes: what a repository with a model is given, is one of these.
  private func stored(
    _ reference: EntityReference, _ call: Call, _ target: ID<ProgramFunction>
  ) -> EntityReference? {
    if case .parameter = reference, let receiver = call.receiver {
      let types = program.values(of: receiver, in: function).compactMap(\.projectClass)
      if let model = types.lazy.compactMap(entities.model).first { return .known(model) }
    }
    return resolved(reference, call, target)
  }

  /// What a callee's entity is, seen from the call.
  private func resolved(
    _ reference: EntityReference, _ call: Call, _ target: ID<ProgramFunction>
  ) -> EntityReference? {
    switch reference {
    case .known: return reference
    case .parameter(let index):
      guard let place = call.argument(for: index, of: program[target]) else { return nil }
      return entities.entity(of: PlaceReference(function: function, place: place))
    case .receiver(let own):
      if case .supermethod = call.callee { return .receiver(own) }
      guard let receiver = call.receiver else { return .known(own) }
      return entities.entity(of: PlaceReference(function: function, place: receiver))
        ?? .known(own)
    }
  }

  /// What a method is called on: the own object, by `super().save()`.
  private func receiver(of call: Call) -> ID<Place>? {
    if case .supermethod = call.callee { return view.function.receiver }
    return call.receiver
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

extension SourceLocation {
  /// Whether something else stands inside of it.
  fileprivate func contains(_ other: SourceLocation) -> Bool {
    file == other.file && range.contains(other.range)
  }
}

extension String {
  /// Whether a name is a verb, or starts with it: `find`, `findById`, `find_by_id`.
  fileprivate func hasVerb(_ verb: String) -> Bool {
    guard hasPrefix(verb) else { return false }
    let next = dropFirst(verb.count).first
    return next.map { $0 == "_" || $0.isUppercase } ?? true
  }
}
