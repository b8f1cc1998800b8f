import Basis
import Findings
import IR
import Linking
import RuleBook

// SL302 for rows that are made: the next number is the last one plus one, for two requests alike.
//
//     const last = await findFirst({orderBy: {number: 'desc'}})      41, for both
//     create({number: last.number + 1})                              42, twice
//
// What is counted on is the same column of another row of the entity. Silent where the number only
// orders the rows, where the row above is meant (`depth + 1`), where a unique key refuses the second
// one, and under the guards of SL302.

/// A row whose number was made of what other rows of its entity hold.
struct NumberedRow {
  var column: String
  var entity: String
  var insertion: RaceSite
  /// The question that the number comes from.
  var read: RaceSite
}

/// The search for such rows among those that one function makes.
struct NumberedRowSearch {
  private let view: RaceView
  private let events: RaceEvents
  private var values: StaleValues

  /// - Parameter values: with what is known already of the function's questions.
  init(view: RaceView, events: RaceEvents, values: StaleValues) {
    self.view = view
    self.events = events
    self.values = values
  }

  private var words: BehaviourSpec { view.context.roles.index.behaviour }

  mutating func rows() -> [NumberedRow] {
    let guards = RaceGuards(view: view, events: events)
    let schema = view.context.schema
    let path = view.context.program.path(of: view.id)
    var result: [NumberedRow] = []
    for insertion in events.insertions {
      guard let entity = insertion.entity.entity, !insertion.row.counted.isEmpty,
        guards.isFresh(insertion, orGiven: false), !guards.isHandled(insertion),
        !schema.hasUniqueKey(entity, filledBy: insertion.row, near: path)
      else { continue }
      for (column, base) in insertion.row.counted.sorted(by: { $0.key < $1.key }) {
        let orders = column.identifierWords.last.map(words.orderingWords.contains) ?? true
        guard base.function == view.id, !orders,
          let read = source(of: base.place, column, insertion)
        else { continue }
        result.append(
          NumberedRow(
            column: column, entity: entity.name, insertion: insertion.site, read: read.site))
        break
      }
    }
    return result
  }

  /// The question whose rows hold what is counted on.
  private mutating func source(
    of base: ID<Place>, _ column: String, _ insertion: Insertion
  ) -> Probe? {
    guard let object = view.owner(ofColumn: column, in: base),
      let row = values.row(object, in: view.id), row.entity.isSame(as: insertion.entity),
      !row.isGiven, !row.isByKey, !row.columns.contains(where: { ColumnWords.plain($0) == "id" })
    else { return nil }
    return row
  }
}

extension FunctionFacts {
  /// Of what has more makers than this, nobody counts on from one.
  private static let mostMakers = 4

  /// What a value is counted on from: `last` of `last + 1`, also as a part of a text.
  func countedBase(of place: ID<Place>) -> ID<Place>? {
    var seen = BitSet()
    var pending = [place]
    while let next = pending.popLast() {
      guard seen.insert(next.index), seen.count < 24 else { continue }
      let makers = makers(of: next)
      guard makers.count <= Self.mostMakers else { continue }
      for maker in makers {
        switch effect(maker) {
        case .compute(.add, let operands, _):
          let numbers = operands.filter { isNumber($0) }
          if operands.count == 2, numbers.count == 1 { return operands.first { !isNumber($0) } }
          pending += operands
        case .compute(.template, let operands, _): pending += operands
        // `String(next).padStart(5, '0')`, `str(next).zfill(5)`
        case .call(let call):
          pending += (call.receiver.map { [$0] } ?? []) + call.arguments.prefix(1).map(\.value)
        default: continue
        }
      }
    }
    return nil
  }

  private func isNumber(_ place: ID<Place>) -> Bool {
    if case .number = literal(of: place) { true } else { false }
  }
}

// MARK: - Words

extension NumberedRow {
  func finding(in function: ID<ProgramFunction>, _ context: CheckContext) -> Finding {
    Finding(
      rule: ReadModifyWrite.rule,
      severity: context.severity(
        ofRace: ReadModifyWrite.rule, atMost: .warning, on: entity, in: function),
      confidence: .medium, location: insertion.location,
      message:
        "`\(column)` of the new `\(entity)` counts on from what `\(read.text)` answered: two "
        + "requests can both get the same answer, and then both rows get the same `\(column)`.",
      help: "Let the database count (a sequence, an identity column, a counter that is changed by "
        + "one statement), or make `\(column)` unique and try again when it is taken.",
      resource: entity, function: context.program.qualifiedName(of: function),
      anchor: insertion.text,
      trace: [
        TraceStep(
          role: .probed, location: read.location, message: "`\(read.text)` says where it goes on"),
        TraceStep(
          role: .called, location: insertion.location,
          message: "`\(column)` is filled in with the next one"),
      ])
  }
}
