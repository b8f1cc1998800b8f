import Basis
import IR

// What a function says in the members of what it returns:
//
//     return {ok: false, reason: 'taken'}          where a row was
//     return {ok: true}                            where none was
//
// Callers test the member, and the object itself is always there.

extension RaceWorlds {
  /// The members of returned objects and lists that differ in the two worlds.
  func returnedMembers() -> [String: Outcome.Flag] {
    let absent = truths(in: .absent)
    let present = truths(in: .present)
    guard let absent, let present else { return passedOn() }
    var result: [String: Outcome.Flag] = [:]
    for (name, truth) in absent {
      guard let other = present[name], truth != other, truth.known != nil || other.known != nil
      else { continue }
      result[name] = Outcome.Flag(absent: truth.known, present: other.known)
    }
    return result
  }

  /// The members of what a helper returned, where the function only passes it on.
  private func passedOn() -> [String: Outcome.Flag] {
    guard let probe, !probe.outcome.members.isEmpty else { return [:] }
    let returned = returns(in: .present) + returns(in: .absent)
    return returned.contains { $0.map { flow[$0] == .parcel } ?? false }
      ? probe.outcome.members : [:]
  }

  /// By name, what a member can be; nil where something else is returned.
  private func truths(in world: RaceWorld) -> [String: Truth]? {
    var result: [String: Truth]?
    for value in returns(in: world) {
      let makers = value.map { view.facts.makers(of: $0) } ?? []
      for maker in makers where makers.count == 1 || enters(maker, in: world) {
        guard let members = members(madeBy: maker, in: world) else { return nil }
        result = result.map { joined($0, members) } ?? members
      }
      if makers.isEmpty { return nil }
    }
    return result
  }

  /// What an object does not have is not true.
  private func joined(_ some: [String: Truth], _ others: [String: Truth]) -> [String: Truth] {
    var result = some
    for name in Set(some.keys).union(others.keys) {
      result[name] = (some[name] ?? .no).union(others[name] ?? .no)
    }
    return result
  }

  private func members(madeBy maker: ID<Operation>, in world: RaceWorld) -> [String: Truth]? {
    guard case .aggregate(let aggregate, _) = view.facts.effect(maker),
      !aggregate.entries.isEmpty, !aggregate.entries.contains(where: \.isSpread)
    else { return nil }
    var result: [String: Truth] = [:]
    for (index, entry) in aggregate.entries.enumerated() {
      let name = aggregate.kind == .object ? entry.key.map(view.text) : String(index)
      if let name { result[name] = flow.truth(of: entry.value, in: world) }
    }
    return result
  }

  // MARK: Rows that are looked through

  /// The columns by which the program itself looks for a row among those that it was given:
  /// `rows.find(({url}) => url === wanted.url)`.
  var soughtColumns: [String] {
    let columns = ColumnReader(view: view)
    return keptColumns
      + function.operations.ids.flatMap { operation -> [String] in
        guard case .call(let call) = view.facts.effect(operation), let receiver = call.receiver,
          flow[receiver] == .answer, flow.isIteration(call)
        else { return [] }
        return call.arguments.flatMap { argument in
          let given = PlaceReference(function: view.id, place: argument.value)
          return columns.sought(by: given) + columns.paired(by: given)
        }
      }
  }

  /// Those by which the row was found that a condition asks for: `byId.get(id)` of
  /// `new Map(rows.map((row) => [row.id, row]))`, `rows.find((row) => row.id === id)`.
  func soughtColumns(by deciding: Deciding) -> [String] {
    let columns = ColumnReader(view: view)
    var result: [String] = []
    var seen = BitSet()
    var pending = deciding.condition?.subject.map { [$0] } ?? []
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 32 else { continue }
      for maker in view.facts.makers(of: place) where maker != probe?.operation {
        guard case .call(let call) = view.facts.effect(maker) else { continue }
        if let receiver = call.receiver { pending.append(receiver) }
        for argument in call.arguments {
          let given = PlaceReference(function: view.id, place: argument.value)
          result += columns.sought(by: given) + columns.paired(by: given)
          if call.isConstruction { pending.append(argument.value) }
        }
      }
    }
    return result
  }

  /// Those by which it keeps the rows in a table: `{row.url: row for row in rows}`, `{row.url for ...}`.
  private var keptColumns: [String] {
    function.operations.ids.flatMap { operation -> [String] in
      let keys: [ID<Place>]
      switch view.facts.effect(operation) {
      case .aggregate(let aggregate, _):
        keys = aggregate.entries.compactMap { entry in
          entry.isSpread
            ? nil : entry.computedKey ?? (aggregate.kind == .object ? nil : entry.value)
        }
      case .storeElement(_, _, let index): keys = [index]
      default: return []
      }
      return keys.flatMap { view.facts.makers(of: $0) }.compactMap { maker in
        guard case .load(let field, let object, _) = view.facts.effect(maker), isItem(object) else {
          return nil
        }
        return view.text(field)
      }
    }
  }

  /// Whether a value is one of the rows that were found, as a loop goes through them.
  private func isItem(_ place: ID<Place>) -> Bool {
    view.facts.makers(of: place).contains { maker in
      guard case .iterate(let rows, _) = view.facts.effect(maker) else { return false }
      return flow[rows] == .answer
    }
  }

  /// Whether a condition asks for one among the rows that were found: `key in known`.
  func looksThrough(_ deciding: Deciding) -> Bool {
    guard let subject = deciding.condition?.subject else { return false }
    return view.facts.makers(of: subject).contains { maker in
      switch view.facts.effect(maker) {
      case .compute(.membership, _, _): true
      case .call(let call):
        call.receiver.map { flow[$0] == .answer && flow.isIteration(call) } ?? false
      default: false
      }
    }
  }
}
