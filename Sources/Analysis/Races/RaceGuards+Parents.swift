import Basis
import IR
import Linking
import RuleBook

// A write that makes others wait, or sends them away:
//
//     BEGIN; UPDATE flows SET state = 'on' WHERE id = $1        keeps the flow until the commit
//     SELECT max(version) FROM versions WHERE flow_id = $1      so nobody else is here
//     INSERT INTO versions (flow_id, version) VALUES ($1, $2)

extension RaceGuards {
  /// Whether a question is asked behind a write of the row that it is asked by, both in one
  /// transaction, which keeps that row until it is over.
  func waitsForRow(_ probe: Probe) -> Bool {
    let writes = events.writes.filter { write in
      write.operation != probe.operation && write.entity?.entity != nil
        && !(write.entity?.isSame(as: probe.entity) ?? true)
        && precedes(write.operation, probe.operation)
    }
    guard !writes.isEmpty else { return false }
    let asked = AskedValues(view: view).leaves(of: probe)
    return writes.contains { write in
      keyValues(of: write).contains { value in
        ([value] + view.facts.origins(of: value)).contains { asked.contains(view.paths[$0]) }
      }
    }
  }

  /// Whether only one request comes to an operation, because a conditional update lets one pass:
  /// `UPDATE cases SET state = 'closed' WHERE id = $1 AND state = 'open'`, and nothing was hit.
  func isClaimed(before operation: ID<Operation>) -> Bool {
    // So does a row that is deleted, of which the second finds none.
    let isTaken = events.removals.contains { removal in
      !removal.columns.isEmpty && precedes(removal.operation, operation)
        && !RaceWorlds(view: view, probe: removal).enters(operation, in: .absent)
    }
    if isTaken { return true }
    return events.writes.contains { write in
      let set = Set((write.columns + write.assignments.compactMap(\.column)).map(Entity.key))
      guard !set.isDisjoint(with: write.conditions.map(Entity.key)),
        precedes(write.operation, operation), let answer = answer(of: write)
      else { return false }
      return !RaceWorlds(view: view, probe: answer).enters(operation, in: .absent)
    }
  }

  /// What a write says of whether there was a row, by the number of those or by raising.
  private func answer(of write: RowWrite) -> Probe? {
    if let counted = events.probes.first(where: { $0.operation == write.operation }) {
      return counted
    }
    guard write.raisesWhenAbsent, let entity = write.entity else { return nil }
    return Probe(
      operation: write.operation, entity: entity, columns: write.conditions, outcome: .insisting,
      isCounting: false, locksRows: false, site: write.site, path: [])
  }

  /// What a write compares the key of its rows with.
  private func keyValues(of write: RowWrite) -> [ID<Place>] {
    var result: [ID<Place>] = []
    let reader = ColumnReader(view: view)
    guard case .call(let call) = view.facts.effect(write.operation) else { return [] }
    for link in [call] + reader.chain(around: call) {
      reader.visit(link) { effect in
        switch effect {
        case .aggregate(let aggregate, _):
          result += aggregate.entries.filter { $0.key.map(isKey) ?? false }.map(\.value)
        case .call(let inner):
          result += inner.arguments.filter { $0.label.map(isKey) ?? false }.map(\.value)
          // `eq(flows.id, id)`, `.eq('id', id)`
          guard inner.arguments.count == 2 else { return }
          let column = inner.arguments[0].value
          let isNamed = view.facts.literal(of: column).map { literal in
            if case .string(let name) = literal { isKey(name) } else { false }
          }
          if isNamed ?? reader.member(column).contains(where: Self.keys.contains) {
            result.append(inner.arguments[1].value)
          }
        case .compute(.equal, let operands, _):
          guard operands.count == 2 else { return }
          for (column, value) in [(operands[0], operands[1]), (operands[1], operands[0])]
          where reader.member(column).contains(where: Self.keys.contains) {
            result.append(value)
          }
        default: return
        }
      }
    }
    return result
  }

  private func isKey(_ name: Symbol) -> Bool { Self.keys.contains(view.text(name)) }

  /// The columns that rows go by, whatever they are about.
  static let keys: Set<String> = ["id", "pk", "_id"]
}
