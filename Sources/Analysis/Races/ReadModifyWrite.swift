package import Basis
package import Findings
import IR
package import Linking
import RuleBook

// SL302: a stored value is read, changed in the program, and written back as a whole.
//
//     wallet = find(id)                        5 left, for two requests
//     left = wallet.balance - 1                4, for both
//     update(id, balance=left)                 one of the two is lost
//
// Two spellings: a statement that sets a column to a computed value, and an object whose field is
// changed before the object is saved. The column read and the column written must be the same one.
//
// Silent: a lock before, or with, the read; serializable isolation; a write that asks for what it
// changes (`WHERE balance = $1`, a version); a value that the statement computes itself; columns
// that only their owner counts, as retries are.

/// SL302: writes of values that were computed of what the row held before.
package struct ReadModifyWrite: Check {
  package static let rule = "SL302"

  package init() {}

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    guard context.isEnabled(Self.rule) || context.isEnabled("SL303"),
      let events = context.races.events[function],
      !events.writes.isEmpty || !events.insertions.isEmpty || !events.saves.isEmpty,
      !context.runsAlone(function)
    else { return }
    var search = LostUpdateSearch(function: function, events: events, context: context)
    for row in search.numberedRows() where context.isEnabled(row.rule) {
      report(row.finding(in: function, context))
    }
    guard context.isEnabled(Self.rule) else { return }
    for update in search.updates() { report(update.finding(context)) }
    for change in search.changes() { report(change.finding(in: function, context)) }
    for claim in search.claims() { report(claim.finding(in: function, context)) }
  }
}

/// A value that is read, changed and written back.
private struct LostUpdate {
  var function: ID<ProgramFunction>
  var column: String
  var entity: String
  var source: StaleValue
  var write: RaceSite
  var seeming: GuardSpec.Kind?
  /// Whether the column holds a document, of which a part is changed.
  var isDocument: Bool
}

/// The search for writes of one function.
private struct LostUpdateSearch {
  private let function: ID<ProgramFunction>
  private let events: RaceEvents
  private let context: CheckContext
  private let view: RaceView
  private var values: StaleValues

  init(function: ID<ProgramFunction>, events: RaceEvents, context: CheckContext) {
    self.function = function
    self.events = events
    self.context = context
    view = RaceView(function, context: context)
    values = StaleValues(context: context)
  }

  mutating func updates() -> [LostUpdate] {
    var result: [LostUpdate] = []
    for write in events.writes {
      if let found = lost(by: write) { result.append(found) }
    }
    return result + changedObjects()
  }

  /// Columns that the statement itself changes, past a limit that was looked at before.
  func changes() -> [UncheckedChange] {
    guard view.function.blocks.count > 2 else { return [] }
    var search = UncheckedChangeSearch(view: view, events: events, values: values)
    return racing(search.changes().filter { !isOwned($0.column) })
  }

  /// Columns that are looked at, and set without being asked for.
  func claims() -> [UncheckedClaim] {
    guard view.function.blocks.count > 2 else { return [] }
    var search = UncheckedClaimSearch(view: view, events: events, values: values)
    return racing(search.claims().filter { !isOwned($0.column) })
  }

  /// Rows that are numbered by what other rows hold.
  func numberedRows() -> [NumberedRow] {
    let isNumbered = events.insertions.contains { !$0.row.counted.isEmpty }
    guard isNumbered else { return [] }
    var search = NumberedRowSearch(view: view, events: events, values: values)
    return racing(search.rows())
  }

  /// What was found, unless something keeps all but one out; that is asked last, because the answer
  /// may lie many calls away.
  private func racing<Found>(_ found: [Found]) -> [Found] {
    found.isEmpty || protection(of: [function]) == nil ? [] : found
  }

  // MARK: Statements

  private mutating func lost(by write: RowWrite) -> LostUpdate? {
    guard let entity = write.entity else { return nil }
    let written = Set(
      (write.assignments.compactMap(\.column) + write.columns).map(ColumnWords.plain))
    guard written.isDisjoint(with: write.conditions.map(ColumnWords.plain)) else { return nil }
    for assignment in write.assignments {
      guard let source = values.source(of: assignment.value),
        entity.isSame(as: source.read.entity),
        let column = column(of: source, in: assignment, of: write),
        view.canBeSameRow(source, write),
        let seeming = protection(of: [function, source.function])
      else { continue }
      return LostUpdate(
        function: function, column: column, entity: entity.entity?.name ?? "row", source: source,
        write: write.site, seeming: seeming.kind, isDocument: source.isDocument)
    }
    return nil
  }

  /// The written column, if it is the one that was read.
  private func column(
    of source: StaleValue, in assignment: RowWrite.Assignment, of write: RowWrite
  ) -> String? {
    let possible = assignment.column.map { [$0] } ?? write.columns
    guard let read = source.column else {
      // One value was asked for: it is the one that is set.
      return possible.count == 1 ? possible[0] : nil
    }
    let found = possible.first { ColumnWords.plain($0) == ColumnWords.plain(read) }
    return found.flatMap { isOwned($0) ? nil : $0 }
  }

  // MARK: Objects

  /// A field of a row that is set to what was computed of it.
  private struct FieldChange {
    var operation: ID<Operation>
    var object: ID<Place>
    var field: Symbol
    var source: StaleValue
    var isDocument = false
  }

  /// Rows that are changed as objects and then saved.
  private mutating func changedObjects() -> [LostUpdate] {
    var result: [LostUpdate] = []
    var reported: Set<Symbol> = []
    for operation in view.function.operations.ids {
      for change in changes(by: operation)
      where !reported.contains(change.field) && !isOwned(view.text(change.field)) {
        guard !isVersioned(change.source.read),
          let save = events.save(of: change.object, after: operation, in: view),
          let seeming = protection(of: [function, change.source.function])
        else { continue }
        reported.insert(change.field)
        let entity = change.source.read.entity.entity
        result.append(
          LostUpdate(
            function: function, column: view.text(change.field), entity: entity?.name ?? "row",
            source: change.source, write: save, seeming: seeming.kind,
            isDocument: change.isDocument || change.source.isDocument))
      }
    }
    return result
  }

  /// Whether the database refuses to write an object whose row has changed since it was read.
  private func isVersioned(_ row: Probe) -> Bool {
    row.entity.entity.map { context.schema.isVersioned($0) } ?? false
  }

  /// Whether the function has set the field itself before: what it reads then is its own.
  private func isSetBefore(
    _ field: Symbol, of object: ID<Place>, _ operation: ID<Operation>
  ) -> Bool {
    let guards = RaceGuards(view: view, events: events)
    return view.function.operations.ids.contains { earlier in
      guard earlier < operation,
        case .store(let value, let owner, field) = view.facts.effect(earlier),
        view.paths[owner] == view.paths[object], guards.precedes(earlier, operation)
      else { return false }
      return !view.facts.makers(of: value).contains { maker in
        if case .compute = view.facts.effect(maker) { true } else { false }
      }
    }
  }

  /// `room.guests += other.guests`: of lists of rows, the rows are changed and no column is.
  private func joinsRelations(_ value: ID<Place>, _ field: Symbol, of row: Probe) -> Bool {
    let member = view.text(field)
    if let entity = row.entity.entity, context.schema.isRelation(member, of: entity) { return true }
    // Two lists of one name are joined, and the name is one of a relation.
    let isJoined = view.facts.makers(of: value).contains { maker in
      guard case .compute(_, let operands, _) = view.facts.effect(maker) else { return false }
      return operands.allSatisfy { operand in
        view.facts.makers(of: operand).contains { maker in
          if case .load(field, _, _) = view.facts.effect(maker) { true } else { false }
        }
      }
    }
    return isJoined && context.schema.isRelation(member)
  }

  /// The fields of rows that an operation changes: itself, or a method of the row that it calls.
  private mutating func changes(by operation: ID<Operation>) -> [FieldChange] {
    switch view.facts.effect(operation) {
    case .store(let value, let object, let field):
      guard !isSetBefore(field, of: object, operation),
        let row = values.row(object, in: function), !joinsRelations(value, field, of: row),
        let source = values.source(of: PlaceReference(function: function, place: value)),
        source.column.map(ColumnWords.plain) == ColumnWords.plain(view.text(field)),
        source.read.operation == row.operation, isWhole(source, of: object, after: operation)
      else { return [] }
      return [FieldChange(operation: operation, object: object, field: field, source: source)]
    case .storeElement: return documentChanges(by: operation)
    case .call(let call):
      let documents = documentChanges(by: operation)
      guard documents.isEmpty else { return documents }
      guard case .method(_, let object) = call.callee, object != view.function.receiver else {
        return []
      }
      let fields = context.program.targets(of: operation, in: function).functions
        .flatMap(ownChanges)
      guard !fields.isEmpty, let row = values.row(object, in: function) else { return [] }
      return fields.map { field in
        let source = StaleValue(read: row, function: function, column: view.text(field))
        return FieldChange(operation: operation, object: object, field: field, source: source)
      }
    default: return []
    }
  }

  /// The column whose document an operation changes in place.
  ///
  /// Of a list that a commit sends nobody knows if it is a column or the rows of a relation.
  private mutating func documentChanges(by operation: ID<Operation>) -> [FieldChange] {
    guard view.isPython,
      let change = Documents(facts: view.facts, context: context).changeInPlace(by: operation),
      !isSetBefore(change.column, of: change.object, operation),
      let row = values.row(change.object, in: function), !row.isGiven,
      !change.isList || isSavedItself(change.object, after: operation)
    else { return [] }
    let column = view.text(change.column)
    if let entity = row.entity.entity, context.schema.isRelation(column, of: entity) { return [] }
    let source = StaleValue(read: row, function: function, column: column)
    return [
      FieldChange(
        operation: operation, object: change.object, field: change.column, source: source,
        isDocument: true)
    ]
  }

  /// Whether a changed document is written as it stands: of an object that somebody else has read
  /// nobody knows when, and Mongoose tells the items of a list that were changed.
  private func isWhole(
    _ source: StaleValue, of object: ID<Place>, after change: ID<Operation>
  ) -> Bool {
    guard source.isDocument else { return true }
    // Of a class from elsewhere nobody sees which of its lists are rows.
    let isSeen = !(source.read.entity.entity?.isForeign ?? false)
    return !source.read.isGiven && (isSeen || !source.isList)
      && (view.isPython || !source.isList || !isSavedItself(object, after: change))
  }

  /// Whether a call saves the object, and not only all that was changed.
  private func isSavedItself(_ object: ID<Place>, after change: ID<Operation>) -> Bool {
    let origins = view.facts.origins(of: object)
    return events.insertions.contains { insertion in
      guard insertion.operation > change,
        case .call(let call) = view.facts.effect(insertion.operation),
        let saved = call.receiver
      else { return false }
      return view.facts.origins(of: saved) == origins
    }
  }

  /// The fields of its receiver that a method sets to what it computes of them: `this.left -= n`.
  private func ownChanges(of method: ID<ProgramFunction>) -> [Symbol] {
    let facts = context.facts.facts(of: method)
    guard let receiver = facts.function.receiver else { return [] }
    return facts.function.operations.values.compactMap { operation in
      guard case .store(let value, receiver, let field) = operation.effect else { return nil }
      let isComputed = facts.makers(of: value).contains { maker in
        guard case .compute(let symbol, let operands, _) = facts.effect(maker),
          [.add, .subtract, .arithmetic].contains(symbol)
        else { return false }
        return operands.flatMap(facts.makers).contains { source in
          if case .load(field, receiver, _) = facts.effect(source) { true } else { false }
        }
      }
      return isComputed ? field : nil
    }
  }

  // MARK: Guards

  /// Nil where what some functions do is protected; else what looks like a guard.
  private func protection(
    of functions: Set<ID<ProgramFunction>>
  ) -> (kind: GuardSpec.Kind?, Void)? {
    let surroundings = RaceSurroundings(context: context, races: context.races)
    var seeming: GuardSpec.Kind?
    for id in functions {
      let guards = context.races.events[id]?.guards ?? []
      if guards.contains(where: { $0.kind == .lock || $0.kind == .serializable }) { return nil }
      seeming = seeming ?? guards.first { $0.kind != .conflictClause }?.kind
      switch surroundings.protection(of: id) {
      case .full: return nil
      case .none(let found): seeming = seeming ?? found?.kind
      }
    }
    return (seeming, ())
  }

  /// Whether only the owner of a row counts in the column, as with retries.
  private func isOwned(_ column: String) -> Bool {
    let plain = ColumnWords.plain(column)
    return context.roles.index.behaviour.ownCounters.contains { ColumnWords.plain($0) == plain }
  }
}

extension RaceEvents {
  /// What saves an object after it was changed: a call with it, or one that sends all changes,
  /// which stands for where the change is.
  func save(of object: ID<Place>, after change: ID<Operation>, in view: RaceView) -> RaceSite? {
    let origins = view.facts.origins(of: object)
    let saved = insertions.first { insertion in
      insertion.operation > change
        && (insertion.object.map { view.facts.origins(of: $0) == origins } ?? false)
    }
    if let saved { return isCopied(object, before: saved, in: view) ? nil : saved.site }
    let written = writes.first { write in
      write.operation > change && write.objects.contains { view.facts.origins(of: $0) == origins }
    }
    if let written { return written.site }
    let path = view.paths[object]
    let named = saves.first { $0.operation > change && view.paths[$0.object] == path }
    if let named { return named.site }
    let sendsAll = writes.contains {
      $0.operation > change && $0.entity == nil && $0.assignments.isEmpty
    }
    return sendsAll ? view.site(change) : nil
  }

  /// Whether an object is made another row's before it is saved, so that the one which was read
  /// stays as it is: `unit.pk = None`, `save(force_insert=True)`.
  private func isCopied(
    _ object: ID<Place>, before saved: Insertion, in view: RaceView
  ) -> Bool {
    if case .call(let call) = view.facts.effect(saved.operation) {
      let isForced = call.arguments.contains { argument in
        guard case .boolean(true) = view.facts.literal(of: argument.value) else { return false }
        let options = view.context.roles.index.behaviour.copyingOptions
        return argument.label.map { options.contains(view.text($0)) } ?? false
      }
      if isForced { return true }
    }
    let path = view.paths[object]
    let keys = view.context.roles.index.behaviour.generatedColumns
    let guards = RaceGuards(view: view, events: self)
    return view.function.operations.ids.contains { operation in
      guard operation < saved.operation,
        case .store(let value, let owner, let field) = view.facts.effect(operation),
        view.paths[owner] == path, keys.contains(view.text(field)),
        view.facts.literal(of: value)?.isNothing ?? false
      else { return false }
      return guards.precedes(operation, saved.operation)
    }
  }
}

// MARK: - Words

extension LostUpdate {
  func finding(_ context: CheckContext) -> Finding {
    // A lock that holds in one process is enough for who runs one.
    Finding(
      rule: ReadModifyWrite.rule,
      severity: context.severity(
        ofRace: ReadModifyWrite.rule, atMost: seeming == .mutex ? .note : .error,
        on: entity, in: function),
      confidence: source.read.isTold || source.read.path.count > 1 ? .medium : .high,
      location: write.location, message: message, help: help, resource: entity,
      function: context.program.qualifiedName(of: function), anchor: write.text, trace: trace)
  }

  private var message: String {
    let read =
      source.read.isGiven
      ? "was read before `\(source.read.site.text)` came here"
      : "was read by `\(source.read.site.text)`"
    let what = isWhole ? "A row of `\(entity)`" : "`\(column)` of `\(entity)`"
    return "\(what) \(read), changed here and is written back as a whole: what "
      + "another request writes in between is lost.\(hint)"
  }

  /// `{$set: document}`: an operator stands for all that it sets.
  private var isWhole: Bool { column.hasPrefix("$") }

  private var hint: String {
    switch seeming {
    case .transaction:
      " The transaction does not help: at the default isolation level both read the old value."
    case .mutex: " The lock holds in this process only."
    case .lock, .serializable, .conflictClause, nil: ""
    }
  }

  private var help: String {
    if isDocument {
      return
        "Let the statement change that part alone (an operator of JSON, `$set` of its path), refuse "
        + "the write where the row has another version than was read, or lock the row when it is "
        + "read."
    }
    return
      "Let the statement compute it (`SET \(column) = \(column) + …`, with a condition on `\(column)` "
      + "where it has a limit, and look at the number of rows), or lock the row when it is read."
  }

  private var trace: [TraceStep] {
    let read = TraceStep(
      role: .probed, location: source.read.site.location,
      message: "`\(source.read.site.text)` reads \(isWhole ? "the row" : "`\(column)`")")
    let path = source.read.path.map {
      TraceStep(role: .related, location: $0.location, message: "by `\($0.text)`")
    }
    let write = TraceStep(
      role: .called, location: write.location,
      message: "\(isWhole ? "the row" : "`\(column)`") is set to what was computed")
    return [read] + path + [write]
  }
}
