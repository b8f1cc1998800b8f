import Basis
import IR
import Linking

// Which functions of a program set a column of an entity to a named state: `complete()` sets
// `status` of orders to `COMPLETED`. Only few columns are ever asked for, so each is looked for when
// it is.

/// A place where a column is set to a named state.
struct StateWrite {
  var function: ID<ProgramFunction>
  var state: String
  var site: RaceSite
  /// Whether it is as dead a state as the other one: little is lost by which of them stays.
  var isMinor = false
}

/// The search for such places.
struct StateWriteSearch {
  let context: CheckContext

  /// The first write of a column of an entity, besides those of a function, whose state is wanted.
  func first(
    of column: String, _ entity: Entity, besides own: ID<ProgramFunction>,
    where isWanted: (String) -> Bool
  ) -> StateWrite? {
    let column = ColumnWords.plain(column)
    let flow = flow(around: own)
    for function in context.races.writing
    where !flow.contains(function) && !around(function).contains(own) {
      // A migration or a script comes in between of nobody's request.
      guard let events = context.races.events[function],
        context.facts.fileKind(of: function) == .production
      else { continue }
      let statements = statements(events, of: column, entity, in: function)
      let found =
        statements.first { isWanted($0.state) }
        ?? objects(events, of: column, entity, in: function, where: isWanted)
      if let found { return found }
    }
    return nil
  }

  /// The functions that run one after the other with one: those that call it, and that it calls.
  private func flow(around own: ID<ProgramFunction>) -> Set<ID<ProgramFunction>> {
    var result = Set(around(own))
    var pending = Array(result)
    for _ in 0..<Self.depth {
      pending = pending.flatMap { context.program.callers(of: $0).map(\.function) }
        .flatMap(around).filter { result.insert($0).inserted }
    }
    let facts = context.facts.facts(of: own)
    for operation in facts.function.operations.ids {
      result.formUnion(context.program.targets(of: operation, in: own).functions)
    }
    return result
  }

  /// How many calls up one goes on with what the other did.
  private static let depth = 3

  /// A function and those that it is written in.
  private func around(_ function: ID<ProgramFunction>) -> [ID<ProgramFunction>] {
    var result = [function]
    var next = function
    while let parent = context.program[next].parent {
      next = context.program.id(of: parent, besides: next)
      if context.program.functions[next].function == Module.body { break }
      result.append(next)
    }
    return result
  }

  private func statements(
    _ events: RaceEvents, of column: String, _ entity: Entity, in function: ID<ProgramFunction>
  ) -> [StateWrite] {
    let facts = context.facts.facts(of: function)
    return events.writes.filter { $0.entity?.entity?.isSame(as: entity) ?? false }.flatMap {
      write in
      let named = write.assignments.compactMap { assignment -> String? in
        guard assignment.column.map(ColumnWords.plain) == column,
          assignment.value.function == function
        else { return nil }
        return facts.stateName(of: assignment.value.place, context.program.symbols)
      }
      let texts = write.constants.filter { ColumnWords.plain($0.key) == column }.map(\.value)
      return (named + texts).map { StateWrite(function: function, state: $0, site: write.site) }
    }
  }

  /// `order.state = 'paid'`, then saved.
  private func objects(
    _ events: RaceEvents, of column: String, _ entity: Entity, in function: ID<ProgramFunction>,
    where isWanted: (String) -> Bool
  ) -> StateWrite? {
    let facts = context.facts.facts(of: function)
    let symbols = context.program.symbols
    var stores: [(ID<Operation>, ID<Place>, String)] = []
    for operation in facts.function.operations.ids {
      guard case .store(let value, let object, let field) = facts.effect(operation),
        ColumnWords.plain(symbols[field]) == column,
        let state = facts.stateName(of: value, symbols), isWanted(state)
      else { continue }
      stores.append((operation, object, state))
    }
    guard !stores.isEmpty else { return nil }
    var values = StaleValues(context: context)
    let view = RaceView(function, context: context)
    for (operation, object, state) in stores {
      guard let row = values.row(object, in: function),
        row.entity.entity?.isSame(as: entity) ?? false,
        let site = events.save(of: object, after: operation, in: view)
      else { continue }
      return StateWrite(function: function, state: state, site: site)
    }
    return nil
  }
}
