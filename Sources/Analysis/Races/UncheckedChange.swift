import Basis
import Findings
import IR
import Linking
import RuleBook

// SL302 in its other spelling: the statement computes the new value, but its limit was looked at
// before and elsewhere.
//
//     const user = await find(id)                      one credit left, for two requests
//     if (user.credits < 1) throw new Empty()          enough, for both
//     update({id: user.id}, {credits: {decrement: 1}}) minus one
//
// The column that is compared is the one that is changed, of the same row: it came from a question
// of that entity, or the write finds its row by a member of the same object. Silent where the write
// asks for the column itself, and under the guards of SL302.

/// A column that is compared with its limit, and changed without it.
struct UncheckedChange {
  var column: String
  var entity: String
  var write: RowWrite
  var condition: Condition
}

/// The search for such writes of one function.
struct UncheckedChangeSearch {
  let view: RaceView
  let events: RaceEvents
  private var values: StaleValues

  /// - Parameter values: with what is known already of the function's questions.
  init(view: RaceView, events: RaceEvents, values: StaleValues) {
    self.view = view
    self.events = events
    self.values = values
  }

  private var function: Function { _read { yield view.function } }

  mutating func changes() -> [UncheckedChange] {
    var result: [UncheckedChange] = []
    for write in events.writes {
      guard let entity = write.entity?.entity else { continue }
      let asked = Set(write.conditions.map(ColumnWords.plain))
      let columns = write.relative.filter { !asked.contains(ColumnWords.plain($0)) }
      // Who counts attempts that failed takes nothing from anybody with one more.
      guard let column = columns.first, !view.runsOnFailure(write.operation),
        let condition = limit(of: column, before: write)
      else { continue }
      result.append(
        UncheckedChange(column: column, entity: entity.name, write: write, condition: condition))
    }
    return result + changedObjects()
  }

  /// Fields of rows that are set to what the database computes: `row.left = F('left') - 1`.
  private mutating func changedObjects() -> [UncheckedChange] {
    guard !view.context.roles.index.behaviour.columnCalls.isEmpty, !events.insertions.isEmpty else {
      return []
    }
    let writes = RowWriteReader(view: view)
    var result: [UncheckedChange] = []
    for operation in function.operations.ids {
      guard case .store(let value, let object, let field) = view.facts.effect(operation) else {
        continue
      }
      let column = view.text(field)
      let reference = PlaceReference(function: view.id, place: value)
      guard writes.isComputed(reference, of: column), let row = values.row(object, in: view.id),
        let entity = row.entity.entity,
        let site = events.save(of: object, after: operation, in: view)
      else { continue }
      let write = RowWrite(
        operation: operation, entity: row.entity, assignments: [], conditions: [],
        relative: [column], site: site)
      guard let condition = limit(of: column, before: write) else { continue }
      result.append(
        UncheckedChange(column: column, entity: entity.name, write: write, condition: condition))
    }
    return result
  }

  /// The branch on the column that decides whether the write runs.
  private mutating func limit(of column: String, before write: RowWrite) -> Condition? {
    for block in function.blocks.ids {
      guard
        case .branch(let condition, let then, let otherwise) = function.blocks[block].terminator,
        decides(then, otherwise, block, write.operation), compares(column, of: write, in: condition)
      else { continue }
      return condition
    }
    return nil
  }

  /// Whether a condition puts the column of the row that is written in order with something.
  private mutating func compares(
    _ column: String, of write: RowWrite, in condition: Condition
  ) -> Bool {
    if let row = comparedRow(column, in: condition) { return isRow(row, of: write) }
    guard let entity = write.entity else { return false }
    for operand in comparedValues(in: condition) {
      let value = PlaceReference(function: view.id, place: operand)
      guard let source = values.column(of: value), !source.isDocument, !source.read.isGiven,
        source.read.entity.isSame(as: entity), view.canBeSameRow(source, write)
      else { continue }
      // One value was asked for: it is the one that is changed.
      let isSame = source.column.map { ColumnWords.plain($0) == ColumnWords.plain(column) }
      let isOnly = source.read.selected.count == 1 || column == RowWriteReader.value
      if isSame ?? (isOnly && write.relative.count == 1) { return true }
    }
    return false
  }

  /// What a condition puts in order.
  private func comparedValues(in condition: Condition) -> [ID<Place>] {
    guard let subject = condition.subject, condition.test == .truthy else { return [] }
    return view.facts.makers(of: subject).flatMap { maker -> [ID<Place>] in
      guard case .compute(.compare, let operands, _) = view.facts.effect(maker) else { return [] }
      return operands
    }
  }

  /// The object whose column a condition puts in order with something.
  private func comparedRow(_ column: String, in condition: Condition) -> ID<Place>? {
    comparedValues(in: condition).lazy.compactMap { [view] operand in
      view.owner(ofColumn: column, in: operand)
    }.first
  }

  /// Whether an object is the row that is written: asked for, or a member of it finds the row.
  private mutating func isRow(_ object: ID<Place>, of write: RowWrite) -> Bool {
    if let read = values.row(object, in: view.id), let entity = write.entity {
      return read.entity.isSame(as: entity)
    }
    return view.finds(write, byMemberOf: object)
  }

  /// Whether one side of a branch leads to the write and the other does not.
  private func decides(
    _ then: ID<Block>, _ otherwise: ID<Block>, _ branch: ID<Block>, _ write: ID<Operation>
  ) -> Bool {
    let goal = view.facts.block(of: write).index
    return view.blocks(from: then, avoiding: branch).contains(goal)
      != view.blocks(from: otherwise, avoiding: branch).contains(goal)
  }
}

// MARK: - Words

extension UncheckedChange {
  func finding(in function: ID<ProgramFunction>, _ context: CheckContext) -> Finding {
    let place = context.location(of: condition.range, in: function)
    let text = context.facts.text(of: condition.range, in: function, limit: 50)
    let checked = TraceStep(
      role: .probed, location: place, message: "`\(text)` looks at `\(column)`")
    let changed = TraceStep(
      role: .called, location: write.site.location,
      message: "`\(column)` is changed, whatever it is by now")
    return Finding(
      rule: ReadModifyWrite.rule,
      severity: context.severity(ofRace: ReadModifyWrite.rule, on: entity, in: function),
      confidence: .medium, location: write.site.location,
      message: "`\(text)` looks at `\(column)` of `\(entity)` before, and this write does not ask "
        + "again: two requests can both pass, and both change it past the limit.",
      help: "Put the condition on `\(column)` into the statement (`WHERE … AND \(column) …`) and "
        + "look at the number of rows that it changed, or lock the row when it is read.",
      resource: entity, function: context.program.qualifiedName(of: function),
      anchor: write.site.text, trace: [checked, changed])
  }
}
