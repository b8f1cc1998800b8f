import Basis
import IR
import Linking

// The rows that SQL texts make of values that are given beside them.

extension InsertedRowReader {
  /// The row of a SQL text, whose values are given beside it.
  func row(
    of statement: SQLStatement, values call: Call, textAt position: Int = 0
  ) -> InsertedRow {
    let columns = statement.columns
    let given = Self.given(beside: call, textAt: position, in: view)
    let fresh = given.map { isFresh(PlaceReference(function: view.id, place: $0.value)) }
    var row = InsertedRow(alike: Set(columns), fresh: Set(statement.freshColumns))
    for (column, parameters) in zip(columns, statement.parameters) {
      let own = parameters.flatMap { Self.values(of: $0, among: given, in: view) }
      for place in own {
        guard let base = view.facts.countedBase(of: place) else { continue }
        row.counted[column] = PlaceReference(function: view.id, place: base)
      }
    }
    guard fresh.contains(true) else { return row }
    guard !statement.parameters.isEmpty else {
      // Which value is whose is not said.
      row.fresh.formUnion(columns)
      return row
    }
    let freshPlaces = Set(zip(given, fresh).filter(\.1).map(\.0.value))
    for (column, parameters) in zip(columns, statement.parameters) {
      let isFresh = parameters.contains { parameter in
        parameter == .hole
          || Self.values(of: parameter, among: given, in: view).contains(
            where: freshPlaces.contains)
      }
      if isFresh { row.fresh.insert(column) }
    }
    return row
  }

  /// What a program gives a call beside the SQL text.
  static func given(
    beside call: Call, textAt position: Int = 0, in view: RaceView
  ) -> [Aggregate.Entry] {
    call.arguments.dropFirst(position + 1).flatMap { argument -> [Aggregate.Entry] in
      let lists = view.facts.makers(of: argument.value).compactMap { maker -> [Aggregate.Entry]? in
        guard case .aggregate(let aggregate, _) = view.facts.effect(maker) else { return nil }
        return aggregate.entries
      }
      return lists.first ?? [Aggregate.Entry(value: argument.value)]
    }
  }

  /// What a program puts into a statement at one of its parameters; any of the values without a
  /// name can stand at a name.
  static func values(
    of parameter: SQLParameter, among given: [Aggregate.Entry], in view: RaceView
  ) -> [ID<Place>] {
    switch parameter {
    case .position(let index): given.indices.contains(index) ? [given[index].value] : []
    case .name(let name):
      given.filter { $0.key.map { view.text($0) == name } ?? true }.map(\.value)
    case .hole: []
    }
  }
}
