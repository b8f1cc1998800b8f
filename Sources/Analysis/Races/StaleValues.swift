import Basis
import IR
import Linking
import RuleBook

// Whether a value was computed of a column that was read before.
//
//     const wallet = await find(id)                a row
//     const left = wallet.balance - amount         computed of its `balance`
//     await set({balance: left})                   and written back
//
// From the value the search goes backwards, through arithmetic, conversions and the variables of
// enclosing functions, until it meets a field of a row that some question of the function gave, or
// the single value that a question was for.

/// What a value was computed of.
struct StaleValue {
  var read: Probe
  /// The function that read it.
  var function: ID<ProgramFunction>
  /// The column; nil where the question was for one value alone.
  var column: String?
  /// Whether the column holds a document, of which a part is changed.
  var isDocument = false
  /// Whether that is a list.
  var isList = false
}

/// Finds the reads behind computed values.
struct StaleValues {
  let context: CheckContext
  private var flows: [ID<ProgramFunction>: [(read: Probe, flow: OutcomeFlow)]] = [:]

  init(context: CheckContext) { self.context = context }

  private static let mostReads = 8

  /// The read that a value was computed of, with arithmetic on the way.
  mutating func source(of reference: PlaceReference) -> StaleValue? {
    var seen: Set<Visit> = []
    return source(of: reference, isComputed: false, depth: 8, &seen)
  }

  /// The column that a value is, or was computed of.
  mutating func column(of reference: PlaceReference) -> StaleValue? {
    var seen: Set<Visit> = []
    return source(of: reference, isComputed: true, depth: 8, &seen)
  }

  /// A place on the way back, and whether something was computed of it.
  private struct Visit: Hashable {
    var place: PlaceReference
    var isComputed: Bool
  }

  private mutating func source(
    of reference: PlaceReference, isComputed: Bool, depth: Int, _ seen: inout Set<Visit>
  ) -> StaleValue? {
    guard depth > 0 else { return nil }
    let facts = context.facts.facts(of: reference.function)
    for origin in facts.origins(of: reference.place) {
      let here = PlaceReference(function: reference.function, place: origin)
      let documents = Documents(facts: facts, context: context)
      let isComputed =
        isComputed || documents.isChanged(origin) || documents.isChanged(reference.place)
      guard seen.insert(Visit(place: here, isComputed: isComputed)).inserted else { continue }
      if case .captured(let outer) = facts.function.places[origin].kind,
        let parent = facts.function.parent
      {
        let id = context.program.id(of: parent, besides: reference.function)
        let there = PlaceReference(function: id, place: outer)
        if let found = source(of: there, isComputed: isComputed, depth: depth - 1, &seen) {
          return found
        }
      }
      if isComputed, let found = single(here, facts) { return found }
      for definition in facts.definitions(of: origin) {
        let found = source(
          by: facts.effect(definition), at: here, isComputed: isComputed, depth: depth, &seen)
        if let found { return found }
      }
    }
    return nil
  }

  private mutating func source(
    by effect: Effect, at here: PlaceReference, isComputed: Bool, depth: Int,
    _ seen: inout Set<Visit>
  ) -> StaleValue? {
    var inputs: [ID<Place>] = []
    var isComputed = isComputed
    var isDocument = false
    var isList = false
    switch effect {
    case .load(let field, let object, _):
      guard isComputed, let read = row(object, in: here.function) else { return nil }
      // `row[0]` is the first value that was asked for.
      let name = context.program.symbols[field]
      guard name.allSatisfy(\.isNumber) else {
        return StaleValue(read: read, function: here.function, column: name)
      }
      let isNumbered = context.program.path(of: here.function).hasSuffix(".py")
      let column =
        isNumbered
        ? Int(name).flatMap { read.selected.indices.contains($0) ? read.selected[$0] : nil } : nil
      guard !isNumbered || read.selected.count < 2 || column != nil else { return nil }
      return StaleValue(read: read, function: here.function, column: column)
    case .compute(.add, let operands, _), .compute(.subtract, let operands, _),
      .compute(.arithmetic, let operands, _):
      inputs = operands
      isComputed = true
    case .aggregate(let aggregate, let into):
      // `{...row.prefs, theme}`, `[...row.tags, tag]`, `[tag for tag in row.tags if ...]`
      inputs = Documents(facts: facts(of: here), context: context).parts(of: aggregate, into)
      isComputed = isComputed || aggregate.entries.count > 1
      isDocument = true
      isList = aggregate.kind != .object
    case .iterate(let iterable, _):
      inputs = [iterable]
    case .call(let call):
      // `Number(row.left)`, `Math.max(0, row.left - 1)`: a conversion, and no question.
      guard read(at: here) == nil, call.arguments.count <= 3 else { return nil }
      inputs = call.arguments.map(\.value)
      if let making = Documents(facts: facts(of: here), context: context).making(call) {
        inputs += call.receiver.map { [$0] } ?? []
        isComputed = isComputed || making == .change
        isDocument = making == .change
        isList = making == .change && call.receiver != nil
      }
    default: return nil
    }
    for input in inputs {
      let there = PlaceReference(function: here.function, place: input)
      if var found = source(of: there, isComputed: isComputed, depth: depth - 1, &seen) {
        found.isDocument = found.isDocument || isDocument
        found.isList = found.isList || isList
        return found
      }
    }
    return nil
  }

  private func facts(of reference: PlaceReference) -> FunctionFacts {
    context.facts.facts(of: reference.function)
  }

  // MARK: Reads

  /// The read that gave a row, here or before it was given to the function.
  mutating func row(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Probe? {
    asked(place, in: function) ?? given(place, in: function) ?? named(place, in: function)
  }

  /// A row that its saving alone tells of: one that another row leads to, or a parameter in a file of
  /// such rows.
  ///
  ///     fundraise.escrow.held += amount
  ///     fundraise.escrow.save()
  private mutating func named(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Probe? {
    guard let events = context.races.events[function] else { return nil }
    let saves =
      events.saves.map { ($0.operation, $0.object) }
      + events.insertions.compactMap { insertion in
        insertion.object.map { (insertion.operation, $0) }
      }
    if saves.isEmpty { return nil }
    let view = RaceView(function, context: context)
    let save = saves.first { view.paths[$0.1] == view.paths[place] }?.0
    guard let save else { return nil }
    let origins = view.facts.origins(of: place)
    guard let origin = origins.first, origins.count == 1 else { return nil }
    var (name, read) = ("", Probe?.none)
    if let maker = view.facts.definition(of: origin),
      case .load(let field, let base, _) = view.facts.effect(maker)
    {
      name = context.program.symbols[field]
      read = row(base, in: function)
      let isOfRow =
        read != nil || isParameter(base, view) && NamedSaves(context: context).isOfRows(function)
      guard isOfRow, !name.allSatisfy(\.isNumber) else { return nil }
    } else {
      let saves = NamedSaves(context: context)
      let isRow = isParameter(origin, view) || origin == view.function.receiver
      guard isRow, saves.isOfRows(function) else { return nil }
      name = view.function.places[origin].name.map(view.text) ?? "it"
    }
    let site =
      read?.site
      ?? RaceSite(
        location: context.location(of: view.function.places[origin].range, in: function), text: name
      )
    return Probe(
      operation: save, entity: .known(context.schema.entity(ofMember: name)), columns: [],
      outcome: .answer, isCounting: false, locksRows: false, site: site, path: [], isTold: true,
      isGiven: read == nil)
  }

  private func isParameter(_ place: ID<Place>, _ view: RaceView) -> Bool {
    let origins = view.facts.origins(of: place)
    return origins.count == 1 && view.function.places[origins[0]].kind == .parameter
      && view.facts.definitions(of: origins[0]).isEmpty
  }

  /// A parameter, or the receiver, that the function saves: somebody has read it before.
  private func given(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Probe? {
    let facts = context.facts.facts(of: function)
    let origins = facts.origins(of: place)
    guard let origin = origins.first, origins.count == 1,
      [.parameter, .receiver].contains(facts.function.places[origin].kind),
      let events = context.races.events[function],
      let saved = events.insertions.first(where: { insertion in
        insertion.object.map { facts.origins(of: $0) == origins } ?? false
      })
    else { return nil }
    let place = facts.function.places[origin]
    let name = place.name.map { context.program.symbols[$0] } ?? "it"
    let site = RaceSite(location: context.location(of: place.range, in: function), text: name)
    return Probe(
      operation: saved.operation, entity: saved.entity, columns: [], outcome: .answer,
      isCounting: false, locksRows: false, site: site, path: [], isTold: true, isGiven: true)
  }

  private mutating func asked(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Probe? {
    if let found = reads(of: function).first(where: { $0.flow[place] == .answer })?.read {
      return found
    }
    let facts = context.facts.facts(of: function)
    for origin in facts.origins(of: place) {
      guard case .captured(let outer) = facts.function.places[origin].kind,
        let parent = facts.function.parent
      else { continue }
      return asked(outer, in: context.program.id(of: parent, besides: function))
    }
    return nil
  }

  /// The answer to a question that was for one value: `fetchval("SELECT balance ...")`.
  private mutating func single(
    _ reference: PlaceReference, _ facts: FunctionFacts
  ) -> StaleValue? {
    guard let read = read(at: reference) else { return nil }
    let column = read.selected.count == 1 ? read.selected[0] : nil
    return StaleValue(read: read, function: reference.function, column: column)
  }

  /// The question whose own result stands in a place.
  private mutating func read(at reference: PlaceReference) -> Probe? {
    let facts = context.facts.facts(of: reference.function)
    return reads(of: reference.function).first { found in
      facts.definitions(of: reference.place).contains(found.read.operation)
    }?.read
  }

  private mutating func reads(
    of function: ID<ProgramFunction>
  ) -> [(read: Probe, flow: OutcomeFlow)] {
    if let known = flows[function] { return known }
    var found: [(read: Probe, flow: OutcomeFlow)] = []
    if let events = context.races.events[function] {
      let view = RaceView(function, context: context)
      let asked = events.probes.filter { !$0.isCounting && $0.outcome.isRaw }
      for read in (asked + events.rows).prefix(Self.mostReads) {
        found.append((read, OutcomeFlow(view: view, probe: read)))
      }
    }
    flows[function] = found
    return found
  }
}
