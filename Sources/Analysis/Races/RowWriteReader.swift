import Basis
import IR
import Linking
import RuleBook

// What a call writes to rows that exist: which columns, from which values, on which condition.
//
//     UPDATE accounts SET balance = $2 WHERE id = $1         balance, from a parameter
//     tx.update(wallets).set({balance: left}).where(...)     balance, from `left`
//     Account.objects.filter(id=id).update(balance=left)     balance, from `left`
//
// A condition on a written column makes the write conditional on what was read; so the columns of
// conditions are read as well, from every call of the chain.

/// Reads the writes of one function.
struct RowWriteReader {
  let view: RaceView

  /// What all that stands under a key of a store is called.
  static let value = "value"

  private var context: CheckContext { view.context }
  private var reader: ArgumentReader { context.roles.reader }

  /// The write of a call that names its columns by keys or keywords.
  func writes(
    _ spec: EntityCall, _ call: Call, _ operation: ID<Operation>, site: RaceSite
  ) -> [RowWrite] {
    let entity = EntityReader(context: context).entity(at: spec.entity, of: call, in: view.id)
    var assignments: [RowWrite.Assignment] = []
    var data: [ID<Place>] = []
    for place in spec.columns where assignments.isEmpty {
      guard case .places(let places) = reader.value(at: place, of: call, in: view.id) else {
        continue
      }
      data += places.filter { $0.function == view.id }.map(\.place)
      assignments += places.flatMap(entries)
      if assignments.isEmpty { assignments = places.flatMap { named($0, spec, call) } }
    }
    let objects = assignments.isEmpty ? data : []
    if spec.keywordsAreColumns || spec.columns.contains(where: \.isKeywords) {
      for argument in call.arguments {
        guard let label = argument.label else { continue }
        data.append(argument.value)
        assignments.append(
          RowWrite.Assignment(
            column: view.text(label),
            value: PlaceReference(function: view.id, place: argument.value)))
      }
    }
    // `redis.set(key, value)`: what stands under a key is all that there is of it.
    if spec.columns.isEmpty, let place = spec.call.value,
      case .places(let values) = reader.value(at: place, of: call, in: view.id)
    {
      data += values.filter { $0.function == view.id }.map(\.place)
      assignments += values.map { RowWrite.Assignment(column: Self.value, value: $0) }
    }
    // What is filled in where there is no row is no condition: `upsert({where, create, update})`.
    for case .insert(let making) in view.roles[operation] ?? [] {
      for place in making.columns where !place.path.isEmpty {
        guard case .places(let made) = reader.value(at: place, of: call, in: view.id) else {
          continue
        }
        data += made.filter { $0.function == view.id }.map(\.place)
      }
    }
    var write = RowWrite(
      operation: operation, entity: entity, assignments: assignments,
      conditions: conditions(of: operation, call, besides: data),
      relative: spec.isRelative
        ? spec.columns.isEmpty ? [Self.value] : assignments.compactMap(\.column)
        : assignments.flatMap(relative),
      site: site)
    write.objects = objects
    write.raisesWhenAbsent = spec.raisesWhenAbsent
    return [spec.expression.isEmpty ? write : expressed(write, spec, call)]
  }

  /// The write of a call that a text tells what to set: `SET balance = :left`.
  private func expressed(_ write: RowWrite, _ spec: EntityCall, _ call: Call) -> RowWrite {
    let texts = spec.expression.flatMap { place -> [String] in
      guard case .places(let found) = reader.value(at: place, of: call, in: view.id) else {
        return []
      }
      return found.compactMap { view.sqlText($0) }
    }
    var write = write
    write.assignments = []
    write.conditions = []
    guard let sets = texts.first else { return write }
    let values = spec.expressionValues.flatMap { place -> [RowWrite.Assignment] in
      guard case .places(let found) = reader.value(at: place, of: call, in: view.id) else {
        return []
      }
      return found.flatMap(entries)
    }
    let condition = texts.dropFirst().first.map { " WHERE " + $0 } ?? ""
    for statement in SQLStatement.all(in: "UPDATE rows " + sets + condition) {
      write.conditions +=
        statement.equalColumns + statement.rangeColumns + statement.otherColumns
      for assignment in statement.assignments {
        if assignment.isRelative { write.relative.append(assignment.column) }
        for case .name(let name) in assignment.isRelative ? [] : assignment.parameters {
          write.assignments += values.filter { $0.column?.drop { $0 == ":" } == name[...] }.map {
            RowWrite.Assignment(column: assignment.column, value: $0.value)
          }
        }
      }
    }
    return write
  }

  /// The write of a SQL text whose parameters are given beside it.
  func writes(
    _ statement: SQLStatement, _ call: Call, _ operation: ID<Operation>, textAt position: Int = 0,
    site: RaceSite
  ) -> [RowWrite] {
    guard statement.verb == .update, let table = statement.table else { return [] }
    let columns = statement.assignments.filter { !$0.isRelative }.map(\.column)
    let values = call.arguments.flatMap { argument -> [PlaceReference] in
      let given = PlaceReference(function: view.id, place: argument.value)
      let inside = context.facts.origins(of: given, depth: 1).flatMap(entries).map(\.value)
      return inside.isEmpty ? [given] : inside
    }
    var write = RowWrite(
      operation: operation, entity: .known(Entity(table)),
      assignments: values.map { RowWrite.Assignment(column: nil, value: $0) },
      columns: columns,
      conditions: statement.equalColumns + statement.rangeColumns + statement.otherColumns,
      relative: statement.assignments.filter(\.isRelative).map(\.column), site: site)
    let given = InsertedRowReader.given(beside: call, textAt: position, in: view)
    for assignment in statement.assignments where !assignment.isRelative {
      write.constants[assignment.column] = assignment.constant
      guard assignment.parameters.count == 1 else { continue }
      write.given[assignment.column] =
        InsertedRowReader.values(of: assignment.parameters[0], among: given, in: view).first
        .map { PlaceReference(function: view.id, place: $0) }
    }
    return [write]
  }

  /// The column that a text names: `decrement('balance', n)`, `set_value(kind, id, 'used', n)`.
  private func named(
    _ reference: PlaceReference, _ spec: EntityCall, _ call: Call
  ) -> [RowWrite.Assignment] {
    guard let column = reader.constant(reference) else { return [] }
    if spec.isRelative { return [RowWrite.Assignment(column: column, value: reference)] }
    guard let place = spec.call.value,
      case .places(let values) = reader.value(at: place, of: call, in: view.id)
    else { return [] }
    return values.map { RowWrite.Assignment(column: column, value: $0) }
  }

  /// The entries of an object or a list that is made in the program.
  private func entries(_ reference: PlaceReference) -> [RowWrite.Assignment] {
    let facts = context.facts.facts(of: reference.function)
    return facts.makers(of: reference.place).flatMap { maker -> [RowWrite.Assignment] in
      guard case .aggregate(let aggregate, _) = facts.effect(maker) else { return [] }
      return aggregate.entries.filter { !$0.isSpread }.map { entry in
        RowWrite.Assignment(
          column: entry.key.map { view.text($0) },
          value: PlaceReference(function: reference.function, place: entry.value))
      }
    }
  }

  /// The columns that an assignment leaves to the statement to compute: `{decrement: 1}`,
  /// `F('left') - 1`, `$inc: {left: -1}`.
  private func relative(_ assignment: RowWrite.Assignment) -> [String] {
    guard let column = assignment.column else { return [] }
    let words = context.roles.index.behaviour
    if words.relativeOptions.contains(column) {
      return entries(assignment.value).compactMap(\.column)
    }
    return isComputed(assignment.value, of: column) ? [column] : []
  }

  /// Whether a value is one that the database computes of a column.
  func isComputed(_ value: PlaceReference, of column: String) -> Bool {
    let words = context.roles.index.behaviour
    let facts = context.facts.facts(of: value.function)
    return facts.makers(of: value.place).contains { maker in
      switch facts.effect(maker) {
      case .aggregate(let aggregate, _):
        aggregate.entries.contains { entry in
          entry.key.map { words.relativeOptions.contains(view.text($0)) } ?? false
        }
      case .compute(_, let operands, _):
        operands.contains { isColumn($0, facts, words) || isMember(column, of: $0, facts) }
      // `FieldValue.increment(-1)`, `` sql`${wallets.balance} - 1` ``, `raw('balance - 1')`
      case .call(let call): isExpression(call, of: column, facts)
      default: false
      }
    }
  }

  /// Whether a value stands for what the row holds: `F('left')`.
  private func isColumn(_ place: ID<Place>, _ facts: FunctionFacts, _ words: BehaviourSpec) -> Bool
  {
    facts.makers(of: place).contains { maker in
      guard case .call(let call) = facts.effect(maker) else { return false }
      return call.calleeName(facts).map { words.columnCalls.contains(view.text($0)) } ?? false
    }
  }

  /// `Room.seats`, in a statement about rooms.
  private func isMember(
    _ column: String, of place: ID<Place>, _ facts: FunctionFacts
  ) -> Bool {
    facts.makers(of: place).contains { maker in
      guard case .load(let field, let object, _) = facts.effect(maker),
        ColumnWords.plain(view.text(field)) == ColumnWords.plain(column)
      else { return false }
      return facts.name(of: object).map { ToldStep(name: view.text($0)).isClassName } ?? false
    }
  }

  /// Whether a call makes what the database computes of a column.
  private func isExpression(_ call: Call, of column: String, _ facts: FunctionFacts) -> Bool {
    let words = context.roles.index.behaviour
    guard let name = call.calleeName(facts).map(view.text) else { return false }
    if words.relativeOptions.contains(name) { return true }
    guard words.expressionCalls.contains(name) else { return false }
    let wanted = ColumnWords.plain(column)
    var seen = BitSet()
    var pending = call.arguments.map(\.value)
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 24 else { continue }
      if case .string(let text) = facts.literal(of: place),
        view.text(text).split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" })
          .contains(where: { ColumnWords.plain(String($0)) == wanted })
      {
        return true
      }
      for maker in facts.makers(of: place) {
        if case .load(let field, _, _) = facts.effect(maker),
          ColumnWords.plain(view.text(field)) == wanted
        {
          return true
        }
        pending += facts.effect(maker).reads
      }
    }
    return false
  }

  // MARK: Conditions

  /// The names of keys and members in the chain of calls around the write, but for what it writes.
  private func conditions(
    of operation: ID<Operation>, _ call: Call, besides data: [ID<Place>]
  ) -> [String] {
    var names: [String] = []
    var seen = BitSet()
    for place in data.flatMap({ view.facts.origins(of: $0) + [$0] }) { seen.insert(place.index) }
    var pending = call.reads
    // What has been waited for is no statement any more that others could say more of.
    for later in view.function.operations.ids where !isAwaited(call.result) {
      guard later > operation, case .call(let next) = view.facts.effect(later),
        let receiver = next.receiver, view.makes(operation, of: later) || receiver == call.result
      else { continue }
      pending += next.arguments.map(\.value)
      names += filtered(by: next)
    }
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 96 else { continue }
      for maker in view.facts.makers(of: place) where maker != operation {
        switch view.facts.effect(maker) {
        case .load(let field, let object, _):
          names.append(view.text(field))
          // What a row was asked by, the write does not ask.
          if !isAnswer(object) { pending.append(object) }
        case .aggregate(let aggregate, _):
          names += aggregate.entries.compactMap { $0.key.map { view.text($0) } }
          pending += aggregate.entries.map(\.value)
        case .call(let inner):
          names += inner.arguments.compactMap { $0.label.map { plain(view.text($0)) } }
          names += filtered(by: inner)
          pending += inner.reads
        case .compute(_, let operands, _): pending += operands
        default: continue
        }
      }
    }
    return names
  }

  /// Whether a value is what some call gave, and no part of a statement.
  private func isAnswer(_ place: ID<Place>) -> Bool {
    view.facts.makers(of: place).contains { maker in
      guard case .call(let call) = view.facts.effect(maker) else { return false }
      if isAwaited(call.result) { return true }
      return view.roles[maker]?.contains(where: \.isQuestion) ?? true
    }
  }

  private func isAwaited(_ place: ID<Place>) -> Bool {
    view.facts.uses(of: place).contains { use in
      if case .await = view.facts.effect(use) { true } else { false }
    }
  }

  /// The column that a filter is given as a text: `.andWhere('balance', '>=', n)`.
  private func filtered(by call: Call) -> [String] {
    guard case .method(let name, _) = call.callee,
      context.roles.index.behaviour.filteringMethods.contains(view.text(name)),
      call.arguments.count > 1,
      case .string(let column) = view.facts.literal(of: call.arguments[0].value)
    else { return [] }
    return [view.text(column)]
  }

  /// `balance__gte` is a condition on `balance`.
  private func plain(_ keyword: String) -> String {
    keyword.firstRange(of: "__").map { String(keyword[..<$0.lowerBound]) } ?? keyword
  }
}
