import Basis
import IR
import Linking
import RuleBook

// Whether the row that is made is the one that was asked for, and what keeps a second one out.

extension RaceSearch {
  /// Whether the insert belongs to a row that this function has just made, and not to the one whose
  /// parts were asked for: `copy = create(form); create(signer of copy)`.
  func isOfOwnRow(_ insertion: Insertion, _ probe: Probe) -> Bool {
    let own = Set(insertion.row.fresh.map(Entity.key))
    return probe.isPart && probe.columns.contains { own.contains(Entity.key($0)) }
  }

  /// Whether the row that is made is none that was asked for: of another state, or with an `id` that
  /// the database counts up where one was looked for.
  func makesAnother(_ insertion: Insertion, than probe: Probe) -> Bool {
    let row = insertion.row
    let differs = probe.constants.contains { column, text in
      row.constants[column].map { $0 != text && $0 != InsertedRow.nothing } ?? false
    }
    if differs { return true }
    // Where no `token` is asked for, a row with one is never found.
    let filled = row.alike.union(row.fresh).subtracting(row.constants.keys)
    if probe.alternatives.count < 2,
      probe.absent.contains(where: { filled.map(ColumnWords.plain).contains(ColumnWords.plain($0)) }
      )
    {
      return true
    }
    // A form of whatever class is given: mostly it was asked by its number.
    if row.isNumbered, probe.columns.isEmpty, insertion.entity.entity == nil { return true }
    guard row.isNumbered || !row.isOpen && !row.alike.isEmpty, !probe.isByKey,
      !probe.columns.isEmpty, probe.alternatives.count < 2, probe.path.isEmpty,
      insertion.path.isEmpty || !row.isOpen && row.given.isEmpty
    else { return false }
    let generated = context.roles.index.behaviour.generatedColumns
    let asked = AskedValues(view: view).leaves(of: probe)
    guard row.leaves.values.allSatisfy(asked.isDisjoint) else { return false }
    return probe.columns.allSatisfy { column in
      generated.contains(column) && !row.alike.contains(column)
        && (column != "pk" || !isNamedKey(of: insertion))
    }
  }

  /// Whether a row was looked for by its number among those that were found, and one is made that
  /// gets another: `byId = new Map(rows.map((row) => [row.id, row]))`, `insert({ name })`.
  func isSoughtByNumber(
    _ insertion: Insertion, _ worlds: RaceWorlds, _ deciding: Deciding
  ) -> Bool {
    let generated = context.roles.index.behaviour.generatedColumns
    let sought = worlds.soughtColumns(by: deciding)
    return !sought.isEmpty && sought.allSatisfy(generated.contains)
      && !insertion.row.isOpen && !insertion.row.alike.isEmpty && insertion.path.isEmpty
      && sought.allSatisfy {
        !insertion.row.alike.contains($0) && !insertion.row.fresh.contains($0)
      }
  }

  /// Whether the rows' own key is a column with a name of its own, which whoever inserts fills in.
  private func isNamedKey(of insertion: Insertion) -> Bool {
    guard let entity = insertion.entity.entity else { return false }
    let path = context.program.path(of: function)
    return context.schema.primaryKey(of: entity, near: path).map { $0.columns != ["id"] } ?? false
  }

  /// Whether the inserted row's class is a library's, and nothing here says what is unique in it.
  func isForeign(_ insertion: Insertion, _ path: String) -> Bool {
    guard let entity = insertion.entity.entity, entity.isForeign else { return false }
    return !context.schema.isDeclared(entity, near: path)
  }

  func uniqueKey(
    _ probe: Probe, _ insertion: Insertion, _ inserting: ID<ProgramFunction>, _ worlds: RaceWorlds
  ) -> Schema.Key? {
    let path = context.program.path(of: inserting)
    guard let entity = insertion.entity.entity else {
      return sharedKey(probe, insertion, inserting, path)
    }
    let schema = context.schema
    if !probe.columns.isEmpty || probe.named.isEmpty,
      let key = schema.key(of: entity, askedBy: probe, madeBy: insertion, near: path)
    {
      return key
    }
    var sought = probe
    sought.columns += worlds.soughtColumns + probe.named
    if inserting == function {
      let asked = AskedValues(view: view).leaves(of: probe)
      sought.columns += insertion.row.leaves.filter { !$1.isEmpty && $1.isSubset(of: asked) }.keys
        .sorted()
    }
    return schema.key(of: entity, askedBy: sought, madeBy: insertion, near: path)
  }

  /// The key of a row whose class the callers give: all of their classes must have one.
  private func sharedKey(
    _ probe: Probe, _ insertion: Insertion, _ inserting: ID<ProgramFunction>, _ path: String
  ) -> Schema.Key? {
    guard case .parameter(let index) = insertion.entity, insertion.path.isEmpty else { return nil }
    let place = context.program[inserting].parameters[index].place
    let entities = EntityReader(context: context)
    let keys = context.program.values(of: place, in: inserting).compactMap(\.projectClass).map {
      context.schema.key(
        of: entities.entity(of: $0), askedBy: probe, madeBy: insertion, near: path)
    }
    return keys.contains { $0 == nil } ? nil : keys.first ?? nil
  }

  /// Whether a line of a log is left out if there was one lately.
  func isJournal(_ probe: Probe, _ insertion: Insertion) -> Bool {
    guard probe.isOfMoment, let entity = insertion.entity.entity else { return false }
    return context.roles.index.webhookWords.isJournal(entity.name)
  }
}
