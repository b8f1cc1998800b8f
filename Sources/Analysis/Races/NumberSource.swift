import Basis
import IR
import Linking
import RuleBook

// What the number of a new row counts on from.
//
//     last = find(order_by=number.desc()); last.number + 1       the last row's
//     find(max(number)) + 1                                      the largest
//     count() + 1, len(rows) + 1                                 how many there are
//
// From the number the search goes backwards, through conversions and what takes the place of none
// (`top or 0`), until it meets a question about the entity whose row is made.

/// The question that a number came from, and what of its answer.
struct NumberSource {
  enum Kind { case last, largest, count }
  var kind: Kind
  var read: Probe
}

/// The search for such questions in one function.
struct NumberSourceSearch {
  let view: RaceView
  let events: RaceEvents
  var values: StaleValues

  private var words: BehaviourSpec { view.context.roles.index.behaviour }

  /// The question about the rows of an insert that says where a column's number goes on.
  mutating func source(
    of base: ID<Place>, _ column: String, _ insertion: Insertion
  ) -> NumberSource? {
    if let row = row(of: base, column, insertion) { return NumberSource(kind: .last, read: row) }
    guard let found = question(behind: base, about: insertion.entity) else { return nil }
    if found.isCount {
      return isNumber(column) ? NumberSource(kind: .count, read: found.read) : nil
    }
    return found.isLargest ? NumberSource(kind: .largest, read: found.read) : nil
  }

  /// Whether a column is one that rows are told apart by: `number`, `invoice_no`, `ticketCode`.
  private func isNumber(_ column: String) -> Bool {
    column.identifierWords.last.map(words.numberingWords.contains) ?? false
  }

  /// The question for another row, of which the number itself is read or the one that the database
  /// counts up.
  private mutating func row(
    of base: ID<Place>, _ column: String, _ insertion: Insertion
  ) -> Probe? {
    let counted = isNumber(column) ? words.generatedColumns.filter(Self.isCounted) : []
    for name in [column] + counted.sorted() {
      guard let object = view.owner(ofColumn: name, in: base),
        let row = values.row(object, in: view.id), row.entity.isSame(as: insertion.entity),
        !row.isGiven, !row.isByKey, !row.columns.contains(where: { ColumnWords.plain($0) == "id" })
      else { continue }
      return row
    }
    return nil
  }

  private static func isCounted(_ column: String) -> Bool { ["id", "pk"].contains(column) }

  /// What was asked where a number comes from.
  private struct Question {
    var read: Probe
    var isCount: Bool
    var isLargest: Bool
  }

  private func question(behind base: ID<Place>, about entity: EntityReference) -> Question? {
    let asked = events.probes.filter { probe in
      probe.entity.isSame(as: entity)
        && !(view.roles[probe.operation]?.contains(where: \.isUpdate) ?? false)
    }
    guard !asked.isEmpty else { return nil }
    var names: [String] = []
    var seen = BitSet()
    var pending = [base]
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 32 else { continue }
      for maker in view.facts.makers(of: place) {
        if let probe = asked.last(where: { $0.operation == maker }) {
          let said = self.names(behind: maker)
          let counts =
            probe.isCounting || names.contains(where: words.countingNames.contains)
            || said.calls.contains { $0.identifierWords.contains("count") }
          return Question(
            read: probe, isCount: counts,
            isLargest: (names + said.calls + said.others).contains(where: saysLargest))
        }
        switch view.facts.effect(maker) {
        case .load(let field, let object, _):
          names.append(view.text(field))
          pending.append(object)
        case .loadElement(let object, let index, _):
          if case .string(let key) = view.facts.literal(of: index) { names.append(view.text(key)) }
          pending.append(object)
        // `Number(x)`, `result.scalar()`, `len(rows)`
        case .call(let call):
          // The larger of two, `Math.max(0, row.left - 1)`, is a limit and not the largest of all.
          if call.arguments.count < 2 || call.arguments.contains(where: \.isSpread) {
            names += call.calleeName(view.facts).map { [view.text($0)] } ?? []
          }
          pending += call.receiver.map { [$0] } ?? []
          pending += call.arguments.prefix(1).map(\.value)
        default: continue
        }
      }
    }
    return nil
  }

  /// The names and texts in a question: `func.max(Booking.number)`, `SELECT MAX(number)`.
  private func names(
    behind operation: ID<Operation>
  ) -> (calls: [String], others: [String]) {
    var calls: [String] = []
    var result: [String] = []
    var seen = BitSet()
    func note(_ call: Call) {
      if let name = call.calleeName(view.facts) { calls.append(view.text(name)) }
    }
    if case .call(let call) = view.facts.effect(operation) { note(call) }
    var pending = view.facts.effect(operation).reads
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 64 else { continue }
      if case .string(let text) = view.facts.literal(of: place) { result.append(view.text(text)) }
      for maker in view.facts.makers(of: place) {
        let effect = view.facts.effect(maker)
        switch effect {
        case .call(let call): note(call)
        case .aggregate(let aggregate, _):
          result += aggregate.entries.compactMap { $0.key.map(view.text) }
        case .load(let field, _, _): result.append(view.text(field))
        default: break
        }
        pending += effect.reads
      }
    }
    return (calls, result)
  }

  /// `max`, `_max`, `number__max`, `SELECT MAX(number)`.
  private func saysLargest(_ name: String) -> Bool {
    name.contains(" ")
      ? name.lowercased().contains("max(")
      : !Set(name.split(separator: "(").first.map(String.init)?.identifierWords ?? [])
        .isDisjoint(with: words.largestWords)
  }
}
