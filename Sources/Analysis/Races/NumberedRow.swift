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
// What is counted on is the same column of another row of the entity, the largest, or how many rows
// there are (`NumberSource`). Silent where the number only orders the rows, where the row above is
// meant (`depth + 1`), and under the guards of SL302. Where a unique key refuses the second row it is
// SL303: nobody expects the violation.

/// A row whose number was made of what other rows of its entity hold.
struct NumberedRow {
  var column: String
  var entity: String
  var insertion: RaceSite
  /// The question that the number comes from.
  var source: NumberSource
  /// The key by which the database refuses the second row with the number.
  var key: Schema.Key?
}

/// The search for such rows among those that one function makes.
struct NumberedRowSearch {
  private let view: RaceView
  private let events: RaceEvents
  private var sources: NumberSourceSearch

  /// - Parameter values: with what is known already of the function's questions.
  init(view: RaceView, events: RaceEvents, values: StaleValues) {
    self.view = view
    self.events = events
    sources = NumberSourceSearch(view: view, events: events, values: values)
  }

  private var words: BehaviourSpec { view.context.roles.index.behaviour }

  mutating func rows() -> [NumberedRow] {
    let guards = RaceGuards(view: view, events: events)
    let path = view.context.program.path(of: view.id)
    let surroundings = RaceSurroundings(context: view.context, races: view.context.races)
    let isInTransaction = surroundings.isInTransaction(view.id)
    var result: [NumberedRow] = []
    for insertion in events.insertions {
      guard let entity = insertion.entity.entity, !insertion.row.counted.isEmpty,
        guards.isFresh(insertion, orGiven: false), !guards.isHandled(insertion)
      else { continue }
      for (column, base) in insertion.row.counted.sorted(by: { $0.key < $1.key }) {
        let orders = column.identifierWords.last.map(words.orderingWords.contains) ?? true
        guard base.function == view.id, !orders,
          let source = sources.source(of: base.place, column, insertion)
        else { continue }
        let key = view.context.schema.key(
          of: entity, numberedBy: column, filledBy: insertion.row, near: path)
        if key != nil, surroundings.expectsRefusal(of: insertion, guards) { continue }
        if isInTransaction, guards.waitsForRow(source.read) { continue }
        result.append(
          NumberedRow(
            column: column, entity: entity.name, insertion: insertion.site, source: source,
            key: key))
        break
      }
    }
    return result
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
  /// The rule that it breaks: where a key refuses the second row, nobody expects that.
  var rule: String { key == nil ? ReadModifyWrite.rule : "SL303" }

  func finding(in function: ID<ProgramFunction>, _ context: CheckContext) -> Finding {
    Finding(
      rule: rule,
      severity: context.severity(ofRace: rule, atMost: .warning, on: entity, in: function),
      confidence: .medium, location: insertion.location,
      message: "`\(column)` of the new `\(entity)` counts on from what `\(source.read.site.text)` "
        + "answered: two requests can both get the same answer\(loss)",
      help: key == nil
        ? "Let the database count (a sequence, an identity column, a counter that is changed by "
          + "one statement), or make `\(column)` unique and try again when it is taken."
        : "Try again with the next number when the insert fails, or let the database count (a "
          + "sequence, an identity column, a counter that is changed by one statement).",
      resource: entity, function: context.program.qualifiedName(of: function),
      anchor: insertion.text,
      trace: [
        TraceStep(
          role: .probed, location: source.read.site.location,
          message: "`\(source.read.site.text)` says where it goes on"),
        TraceStep(
          role: .called, location: insertion.location,
          message: "`\(column)` is filled in with the next one"),
      ])
  }

  /// What comes of it.
  private var loss: String {
    if let key {
      let unique = key.columns.map(Schema.Key.text).joined(separator: ", ")
      return ". `\(entity)` is unique by \(unique), so the second insert fails, which nobody "
        + "expects here."
    }
    let lost = source.kind == .count ? ", and so does who comes after a row was deleted" : ""
    return ", and then both rows get the same `\(column)`\(lost)."
  }
}
