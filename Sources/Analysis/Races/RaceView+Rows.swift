import Basis
import IR
import Linking

/// How a write finds its rows, and what is read of them.
extension RaceView {
  /// The places that the conditions of a write are made of; what it writes is none of them.
  func places(behind write: RowWrite) -> [ID<Place>] {
    var result: [ID<Place>] = []
    var seen = BitSet()
    let data = Set(write.assignments.filter { $0.column != nil }.map(\.value.place))
    var pending = facts.effect(write.operation).reads
    // `update({...}).eq('id', user.id)`: the row is told later in the chain.
    for later in function.operations.ids where later > write.operation {
      guard case .call(let next) = facts.effect(later), makes(write.operation, of: later) else {
        continue
      }
      pending += next.arguments.map(\.value)
    }
    while let place = pending.popLast() {
      guard !data.contains(place), seen.insert(place.index), seen.count < 96 else { continue }
      result.append(place)
      for maker in facts.makers(of: place) where maker != write.operation {
        pending += facts.effect(maker).reads
      }
    }
    return result
  }

  /// Whether a write finds its row by a member of an object.
  func finds(_ write: RowWrite, byMemberOf object: ID<Place>) -> Bool {
    let path = paths[object]
    return places(behind: write).contains { place in
      facts.makers(of: place).contains { maker in
        guard case .load(_, let owner, _) = facts.effect(maker) else { return false }
        return paths[owner] == path
      }
    }
  }

  /// Whether the row that is written can be the one that was read: it is asked for by what the
  /// other holds, or by columns that the question has as well.
  func canBeSameRow(_ source: StaleValue, _ write: RowWrite) -> Bool {
    let asked = Set(source.read.columns.map(ColumnWords.plain))
    let written = Set(write.conditions.map(ColumnWords.plain))
    guard source.function == id, !asked.isEmpty, !written.isEmpty, asked.isDisjoint(with: written)
    else { return true }
    return places(behind: write).contains { place in
      facts.makers(of: place).contains(source.read.operation)
    }
  }

  /// The object of which a value is the column.
  func owner(ofColumn column: String, in place: ID<Place>) -> ID<Place>? {
    for maker in facts.makers(of: place) {
      guard case .load(let field, let object, _) = facts.effect(maker),
        ColumnWords.plain(text(field)) == ColumnWords.plain(column)
      else { continue }
      return object
    }
    return nil
  }
}
