import Basis
import Findings
import IR
import Linking
import RuleBook

// What the SQL texts that a function sends mean to races, its callers' texts included.

extension RaceEventFinder {
  func addQuery(
    _ spec: QuerySpec, _ call: Call, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    guard let place = spec.text,
      case .places(let places) = context.roles.reader.value(at: place, of: call, in: function)
    else { return }
    for text in places.flatMap({ texts(of: $0, at: operation, notingIn: &events) }) {
      if SQLKind(text.text) == .commit { events.commits.append(operation) }
      for statement in SQLStatement.all(in: text.text) {
        add(statement, operation, of: spec, chosenBy: text.choice, to: &events)
        let writes = RowWriteReader(view: view)
        events.writes += writes.writes(statement, call, operation, site: site(operation))
      }
    }
  }

  private func add(
    _ statement: SQLStatement, _ operation: ID<Operation>, of spec: QuerySpec? = nil,
    chosenBy choice: ID<Operation>? = nil, textAt position: Int = 0, to events: inout RaceEvents
  ) {
    addGuards(statement, operation, to: &events)
    if let table = statement.createdTable { events.created.append(Entity(table)) }
    guard let table = statement.table, case .call(let call) = view.facts.effect(operation) else {
      return
    }
    let entity = EntityReference.known(Entity(table))
    var site = site(operation)
    switch statement.verb {
    case .select, .update:
      // Where an update finds no row, many insert one.
      let isUpdate = statement.verb == .update
      site.text = isUpdate ? "UPDATE \(table)" : "SELECT … FROM \(table)"
      events.probes.append(
        Probe(
          operation: operation, entity: entity,
          columns: statement.equalColumns + statement.rangeColumns, selected: statement.selected,
          constants: statement.constants, alternatives: statement.alternatives, outcome: .answer,
          isCounting: statement.isCounting || isUpdate, locksRows: statement.locksRows, site: site,
          path: []))
    case .insert:
      site.text = "INSERT INTO \(table)"
      events.records.append((entity, site))
      // One writer at a time is all that such a file has.
      let isAlone = spec.map { $0.call.callee.lowercased().contains("sqlite") } ?? false
      let isOwn = events.created.contains { $0.isSame(as: Entity(table)) }
      guard !statement.hasConflictClause, !isOwn, !(statement.isConditionalInsert && isAlone) else {
        return
      }
      let rows = InsertedRowReader(view: view, earlier: events)
      var insertion = Insertion(
        operation: operation, entity: entity, columns: statement.columns,
        row: rows.row(of: statement, values: call, textAt: position), object: nil,
        isDeferred: false, site: site,
        path: [], fix: "`INSERT … ON CONFLICT DO NOTHING`")
      insertion.choice = choice
      if statement.isConditionalInsert { insertion.asked = statement.equalColumns }
      events.insertions.append(insertion)
    default: break
    }
  }

  private func addGuards(
    _ statement: SQLStatement, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    if statement.takesLock || statement.isSerializable {
      let kind: GuardSpec.Kind = statement.takesLock ? .lock : .serializable
      events.guards.append(
        Guarding(
          operation: operation, kind: kind, entity: nil, isStatement: true,
          endsWithTransaction: statement.lockEndsWithTransaction))
    } else if statement.verb == .begin {
      events.guards.append(Guarding(operation: operation, kind: .transaction, entity: nil))
    }
    // Where the table's name is put in, the rows are those of the function's.
    if statement.locksRows {
      events.guards.append(
        Guarding(
          operation: operation, kind: .lock,
          entity: statement.table.map { .known(Entity($0)) }, isStatement: statement.table == nil))
    }
  }

  // MARK: Texts

  /// A text that a call sends, and what chose it among others: `sql = update if found else insert`.
  private typealias Text = (text: String, choice: ID<Operation>?)

  /// The texts that can stand in a place of a call; that its callers give one is noted.
  private func texts(
    of reference: PlaceReference, at operation: ID<Operation>, notingIn events: inout RaceEvents
  ) -> [Text] {
    // What rewrites a text may have one of its own for some: the callers' counts.
    if note(parameter: reference, in: &events) { return [] }
    if let text = view.sqlText(reference) { return [(text, nil)] }
    return reference.function == function
      ? chosenTexts(of: reference.place, before: operation, depth: 4) : []
  }

  private func chosenTexts(
    of place: ID<Place>, before operation: ID<Operation>, depth: Int
  ) -> [Text] {
    guard depth > 0 else { return [] }
    return view.definitions(of: place, reaching: operation).flatMap { definition -> [Text] in
      guard case .copy(let source, _) = view.facts.effect(definition) else { return [] }
      let text = view.sqlText(PlaceReference(function: function, place: source))
      return text.map { [($0, definition)] }
        ?? chosenTexts(of: source, before: definition, depth: depth - 1)
    }
  }

  /// Notes that a text is a parameter of the function's own, or of one around it: their callers say what
  /// is sent.
  private func note(parameter text: PlaceReference, in events: inout RaceEvents) -> Bool {
    guard text.function == function,
      let parameters = textParameters(behind: text.place, depth: Self.mostRewritings)
    else { return false }
    for parameter in parameters { events.note(text: parameter, in: view) }
    return true
  }

  /// Notes that a text which the function is given is handed on to something that nobody knows, by a method
  /// that sends texts: `self._cursor.execute(sql, params)`. What its callers give tells whether it is SQL.
  func addForwardedText(
    _ call: Call, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    guard case .method(let name, _) = call.callee, !call.isImplicit,
      program.targets(of: operation, in: function).functions.isEmpty
    else { return }
    for role in context.roles.index.rolesOfAnything(view.text(name)) {
      guard case .query(let spec) = role, let place = spec.text,
        case .places(let texts) = context.roles.reader.value(at: place, of: call, in: function)
      else { continue }
      for text in texts { _ = note(parameter: text, in: &events) }
    }
  }

  /// How often a text is rewritten before it is sent: `sql.replace("?", "%s")`, `adapted(sql)`.
  private static let mostRewritings = 4

  /// The parameters that a text is, as they were given or rewritten; nil where it is something else.
  private func textParameters(behind place: ID<Place>, depth: Int) -> Set<PlaceReference>? {
    let origins = view.facts.origins(of: place)
    guard !origins.isEmpty else { return nil }
    var result: Set<PlaceReference> = []
    for origin in origins {
      if let given = parameter(origin) {
        result.insert(given)
        continue
      }
      guard depth > 0, let maker = view.facts.definition(of: origin) else { return nil }
      let parts: [ID<Place>]
      switch view.facts.effect(maker) {
      case .call(let call) where !call.isConstruction:
        parts = [call.receiver].compactMap(\.self) + call.arguments.map(\.value)
      // `text, count = adapted(sql)`
      case .loadElement(let whole, _, _), .load(_, let whole, _): parts = [whole]
      case .compute(_, let operands, _): parts = operands
      default: return nil
      }
      // `sql("SELECT … WHERE id = ", id)` is a text of its own.
      let isOwn = parts.contains { part in
        let text = view.sqlText(PlaceReference(function: function, place: part))
        return text.map { !SQLStatement.all(in: $0).isEmpty } ?? false
      }
      if isOwn { return nil }
      // `sql = adapted(sql)` reads the variable as it was given.
      let given = parts.compactMap { part in
        parameter(part).map { [$0] } ?? textParameters(behind: part, depth: depth - 1)
      }
      guard let rewritten = given.first, rewritten.count == 1 else { return nil }
      result.formUnion(rewritten)
    }
    return result
  }

  /// The parameter of this function, or of one around it, that a place is.
  private func parameter(_ place: ID<Place>) -> PlaceReference? {
    switch view.function.places[place].kind {
    case .parameter: return PlaceReference(function: function, place: place)
    case .captured:
      let root = program.variable(behind: PlaceReference(function: function, place: place))
      return program[root.function].places[root.place].kind == .parameter ? root : nil
    default: return nil
    }
  }

  /// What a helper sends for this call: `db.query('SELECT … WHERE email = $1', [email])`.
  func addText(
    _ parameter: Int, of target: ID<ProgramFunction>, _ call: Call, _ operation: ID<Operation>,
    to events: inout RaceEvents
  ) {
    guard let place = call.argument(for: parameter, of: program[target]) else { return }
    let reference = PlaceReference(function: function, place: place)
    let position = call.arguments.firstIndex { $0.value == place } ?? 0
    let writes = RowWriteReader(view: view)
    for text in texts(of: reference, at: operation, notingIn: &events) {
      for statement in SQLStatement.all(in: text.text) {
        add(statement, operation, chosenBy: text.choice, textAt: position, to: &events)
        events.writes += writes.writes(
          statement, call, operation, textAt: position, site: site(operation))
      }
    }
  }
}
