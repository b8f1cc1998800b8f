import Basis
import IR
import Linking
import RuleBook

// Whether two equal requests make rows that a unique key keeps apart.
//
//     Tag(name=name, project=project)                 (name, project_id) is the same twice
//     Tag(name=name, code=uuid4().hex)                (name, code) never is
//     Tag(**tag_in.dict(), project=project)           what is spread came with the request
//
// A question can ask by less than a key has: the second of two equal requests still fails, if what
// the insert adds is the same in both. It is not where the program makes it up on the way.

/// What an insert fills into the columns of its row, as far as unique keys ask.
struct InsertedRow: Sendable, Equatable {
  /// The columns that two equal requests fill in alike.
  var alike: Set<String> = []
  /// Those with another value each time: a random number, the clock, a row made a moment ago.
  var fresh: Set<String> = []
  /// The texts of columns that are filled in with constants.
  var constants: [String: String] = [:]
  /// What the values of columns are made of, by paths of the function that fills them in.
  var leaves: [String: Set<Int>] = [:]
  /// What the numbers of columns are counted on from: `last` of `last + 1`.
  var counted: [String: PlaceReference] = [:]
  /// The constant that says that there is no value.
  static let nothing = "null"
  /// Whether more columns may be filled in: by a spread, or an object made elsewhere.
  var isOpen = false
  /// Whether the row's own key is none of these: a form leaves it to the database.
  var isNumbered = false
  /// The parameters of the function that are filled in whole: `create(data)`, `cls(**values)`.
  var given: Set<Int> = []

  /// Whether the number by which rows go is filled in.
  var givesNumber: Bool { !alike.union(fresh).isDisjoint(with: RaceGuards.keys) }

  /// Adds what a caller gives for these parameters.
  mutating func fill(with other: InsertedRow) {
    alike.formUnion(other.alike)
    fresh.formUnion(other.fresh)
    constants.merge(other.constants) { own, _ in own }
    leaves.merge(other.leaves) { own, _ in own }
    given.formUnion(other.given)
  }
}

/// Reads the rows that the inserts of a function make.
struct InsertedRowReader {
  let view: RaceView
  /// The inserts that come before in the text.
  let earlier: [Insertion]
  /// Their calls, and where the objects that they save come from.
  private let inserts: Set<ID<Operation>>
  private let saved: Set<[ID<Place>]>
  /// The calls before that ask for rows, helpers included.
  let asking: Set<ID<Operation>>
  /// Whether the time of the day counts as another value each time.
  var countsClocks = true
  /// The insert, where it is known: what is filled in on some ways to it only is no news on others.
  var goal: ID<Operation>?

  init(view: RaceView, earlier events: RaceEvents) {
    self.view = view
    earlier = events.insertions
    inserts = Set(events.insertions.map(\.operation))
    saved = Set(events.insertions.compactMap { $0.object.map(view.facts.origins) })
    asking = Set((events.probes + events.rows).map(\.operation))
  }

  private var context: CheckContext { view.context }
  private var words: BehaviourSpec { context.roles.index.behaviour }

  /// A column and the value that it is given.
  private struct Entry {
    var column: String
    var value: PlaceReference
    /// Whether only some ways to the insert fill it in.
    var isConditional = false
  }

  /// What is read of a row.
  private struct Reading {
    var entries: [Entry] = []
    var isOpen = false
    var given: Set<Int> = []
  }

  /// The row of a call that is given it by keys, keywords or as an object.
  func row(_ spec: EntityCall, _ call: Call, object: ID<Place>?) -> InsertedRow {
    var reading = Reading()
    for place in spec.columns where !place.isKeywords {
      guard
        case .places(let found) = context.roles.reader.value(at: place, of: call, in: view.id)
      else { continue }
      for reference in found { read(reference, into: &reading) }
    }
    if spec.keywordsAreColumns || spec.columns.contains(where: \.isKeywords) {
      readKeywords(of: call, in: view.id, into: &reading)
    }
    // A form has a row, and is none.
    if let object, !spec.numbersRows {
      read(PlaceReference(function: view.id, place: object), into: &reading)
    }
    if reading.entries.isEmpty || spec.numbersRows { reading.isOpen = true }
    var row = row(reading)
    if spec.numbersRows { row.isNumbered = !row.givesNumber }
    return row
  }

  /// What a call gives for a parameter of a helper that fills it into a row whole.
  func row(givenTo index: Int, of target: Function, by call: Call) -> InsertedRow {
    guard target.parameters[index].isKeywordRest else {
      return call.argument(for: index, of: target).map(row(of:)) ?? InsertedRow(isOpen: true)
    }
    let own = Set(target.parameters.compactMap(\.label))
    var rest = call
    rest.arguments.removeAll { $0.label.map(own.contains) ?? !$0.isSpread }
    var reading = Reading()
    readKeywords(of: rest, in: view.id, into: &reading)
    return row(reading)
  }

  /// The row of an object that a caller gives to a helper.
  func row(of object: ID<Place>) -> InsertedRow {
    var reading = Reading()
    read(PlaceReference(function: view.id, place: object), into: &reading)
    // `row = Seat(); form.populate_obj(row)`: filled in by others.
    if reading.entries.isEmpty { reading.isOpen = true }
    return row(reading)
  }

  private func row(_ reading: Reading) -> InsertedRow {
    var row = InsertedRow(isOpen: reading.isOpen, given: reading.given)
    let asked = AskedValues(view: view)
    for entry in reading.entries {
      if isFresh(entry.value) {
        if !entry.isConditional { row.fresh.insert(entry.column) }
      } else {
        row.alike.insert(entry.column)
        if entry.value.function == view.id {
          row.leaves[entry.column] = asked.leaves(of: entry.value.place)
        }
      }
      if let text = constant(entry.value) { row.constants[entry.column] = text }
      let facts = context.facts.facts(of: entry.value.function)
      if let base = facts.countedBase(of: entry.value.place) {
        row.counted[entry.column] = PlaceReference(function: entry.value.function, place: base)
      }
    }
    return row
  }

  private func constant(_ reference: PlaceReference) -> String? {
    let facts = context.facts.facts(of: reference.function)
    switch facts.literal(of: reference.place) {
    case .null, .undefined: return InsertedRow.nothing
    case .string(let text), .number(let text): return view.text(text)
    case .boolean(let flag): return String(flag)
    case nil: return nil
    }
  }

  // MARK: Entries

  private func read(
    _ reference: PlaceReference, depth: Int = 3, into reading: inout Reading
  ) {
    let facts = context.facts.facts(of: reference.function)
    let origins = facts.origins(of: reference.place)
    for maker in facts.makers(of: reference.place) {
      switch facts.effect(maker) {
      case .aggregate(let aggregate, _) where depth > 0:
        read(aggregate, in: reference.function, depth: depth, into: &reading)
      // A row that was found is none that is made.
      case .call where asks(at: maker, in: reference.function): continue
      case .call(let call):
        readKeywords(of: call, in: reference.function, into: &reading)
        for argument in call.arguments where argument.label == nil && depth > 0 {
          let inner = PlaceReference(function: reference.function, place: argument.value)
          read(inner, depth: depth - 1, into: &reading)
        }
      case .literal(let literal, _) where literal.isNothing: continue
      case let effect:
        // `const {password, ...rest} = data`: what is left of the whole.
        reading.isOpen = true
        for place in effect.reads { note(place, in: reference.function, &reading) }
      }
    }
    note(reference.place, in: reference.function, &reading)
    if facts.makers(of: reference.place).isEmpty { reading.isOpen = true }
    // `row.code = code` after it was made.
    for operation in Set(origins + [reference.place]).sorted().flatMap({ facts.uses(of: $0) }) {
      guard case .store(let value, let object, let field) = facts.effect(operation),
        object != value, origins.contains(where: facts.origins(of: object).contains)
      else { continue }
      reading.entries.append(
        Entry(
          column: view.text(field),
          value: PlaceReference(function: reference.function, place: value),
          isConditional: reference.function == view.id && isAvoidable(operation)))
    }
  }

  /// Whether the insert can be come to without an operation.
  private func isAvoidable(_ operation: ID<Operation>) -> Bool {
    guard let goal else { return false }
    let (block, end) = (view.facts.block(of: operation), view.facts.block(of: goal))
    return block != end
      && view.blocks(from: view.function.entry, avoiding: block).contains(end.index)
  }

  /// Notes a parameter of the function that is filled in whole.
  private func note(
    _ place: ID<Place>, in function: ID<ProgramFunction>, _ reading: inout Reading
  ) {
    guard function == view.id else { return }
    let origins = view.facts.origins(of: place)
    for (index, parameter) in view.function.parameters.enumerated()
    where origins.contains(parameter.place) {
      reading.given.insert(index)
    }
  }

  private func read(
    _ aggregate: Aggregate, in function: ID<ProgramFunction>, depth: Int,
    into reading: inout Reading
  ) {
    for entry in aggregate.entries {
      let value = PlaceReference(function: function, place: entry.value)
      if let key = entry.key {
        reading.entries.append(Entry(column: view.text(key), value: value))
      } else if entry.isSpread || aggregate.kind != .object {
        read(value, depth: depth - 1, into: &reading)
      } else {
        reading.isOpen = true
      }
    }
  }

  private func readKeywords(
    of call: Call, in function: ID<ProgramFunction>, into reading: inout Reading
  ) {
    for argument in call.arguments {
      if let label = argument.label {
        let value = PlaceReference(function: function, place: argument.value)
        reading.entries.append(Entry(column: view.text(label), value: value))
      } else if argument.isSpread, !readSpread(argument.value, in: function, into: &reading) {
        reading.isOpen = true
        note(argument.value, in: function, &reading)
      }
    }
  }

  /// Reads the keys of a dictionary that the function itself makes and leaves as it is:
  /// `values = {"label": label}`, `create(**values)`; false where it is another.
  private func readSpread(
    _ place: ID<Place>, in function: ID<ProgramFunction>, into reading: inout Reading
  ) -> Bool {
    let facts = context.facts.facts(of: function)
    let aggregates = facts.makers(of: place).map { maker -> Aggregate? in
      guard case .aggregate(let aggregate, _) = facts.effect(maker), aggregate.kind == .object,
        aggregate.entries.allSatisfy({ $0.key != nil })
      else { return nil }
      return aggregate
    }
    let isChanged = facts.origins(of: place).flatMap { facts.uses(of: $0) }.contains { use in
      switch facts.effect(use) {
      case .storeElement: return true
      case .call(let call):
        return call.receiver.map { facts.origins(of: $0) } == facts.origins(of: place)
      default: return false
      }
    }
    guard !aggregates.isEmpty, !aggregates.contains(where: { $0 == nil }), !isChanged else {
      return false
    }
    for case let aggregate? in aggregates {
      read(aggregate, in: function, depth: 1, into: &reading)
    }
    return true
  }

  // MARK: Values

  /// Whether a value is another one for each of two equal requests.
  func isFresh(_ reference: PlaceReference, depth: Int = 2) -> Bool {
    var seen = BitSet()
    return isFresh(reference, depth: depth, &seen)
  }

  /// Of several values that can stand in a place each must be: `id ?? randomUUID()` is what was given.
  private func isFresh(_ reference: PlaceReference, depth: Int, _ seen: inout BitSet) -> Bool {
    let facts = context.facts.facts(of: reference.function)
    guard seen.insert(reference.place.index), seen.count < 64 else { return false }
    if isMadeHere(reference.place, facts, in: reference.function) { return true }
    let origins = facts.origins(of: reference.place)
    guard origins.allSatisfy({ !facts.definitions(of: $0).isEmpty }),
      !facts.canBeGiven(reference.place)
    else { return false }
    let makers = facts.makers(of: reference.place).filter { maker in
      switch facts.effect(maker) {
      case .literal(let literal, _): return !literal.isNothing
      case .aggregate(let aggregate, _): return !aggregate.entries.isEmpty
      default: return true
      }
    }
    return !makers.isEmpty
      && makers.allSatisfy {
        isFresh(madeBy: $0, facts, in: reference.function, depth: depth, &seen)
      }
  }

  private func isFresh(
    madeBy maker: ID<Operation>, _ facts: FunctionFacts, in function: ID<ProgramFunction>,
    depth: Int, _ seen: inout BitSet
  ) -> Bool {
    var parts: [ID<Place>] = []
    switch facts.effect(maker) {
    case .load(let field, let object, _):
      // Of a row that was just made only what the database counts up is new.
      if isMadeHere(object, facts, in: function) {
        return words.generatedColumns.contains(view.text(field))
      }
      // `uuid4().hex`; what else somebody's answer holds, is no newer than that.
      return isMadeUp(object, facts, in: function)
    case .loadElement(let object, _, _): return isMadeUp(object, facts, in: function)
    case .call(let call):
      if isFresh(call, at: maker, in: function, depth: depth) { return true }
      // Rows that were asked for are what they are, whatever they were asked by.
      if !asks(at: maker, in: function) { parts = call.reads }
    case let effect: parts = effect.reads
    }
    for part in parts {
      let inner = PlaceReference(function: function, place: part)
      if isFresh(inner, depth: depth, &seen) { return true }
    }
    return false
  }

  /// Whether all that a place can hold is made up by calls that do nothing else.
  private func isMadeUp(
    _ place: ID<Place>, _ facts: FunctionFacts, in function: ID<ProgramFunction>
  ) -> Bool {
    let makers = facts.makers(of: place)
    return !makers.isEmpty
      && makers.allSatisfy { maker in
        guard case .call(let call) = facts.effect(maker) else { return false }
        return isFresh(call, at: maker, in: function, depth: 0)
      }
  }

  private func asks(at operation: ID<Operation>, in function: ID<ProgramFunction>) -> Bool {
    function == view.id
      && (asking.contains(operation)
        || view.roles[operation]?.contains(where: \.speaksForItself) ?? false)
  }

  private func isFresh(
    _ call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>, depth: Int
  ) -> Bool {
    let roles = context.roles.roles(of: call, at: operation, in: function)
    let makesUp = roles.contains { role in
      switch role {
      case .unstableValue: true
      case .clock: countsClocks
      default: false
      }
    }
    guard !makesUp, depth > 0 else { return makesUp }
    let facts = context.facts.facts(of: function)
    let name = call.calleeName(facts).map(view.text) ?? ""
    let targets = context.program.targets(of: operation, in: function).functions
    // What a function of the project computes of what it is given is no newer than that.
    let isGiven = call.arguments.contains { facts.literal(of: $0.value) == nil }
    if targets.isEmpty || !isGiven,
      name.identifierWords.contains(where: words.freshWords.contains)
    {
      return true
    }
    return targets.contains { returnsFresh($0, depth: depth - 1) }
  }

  /// Whether each value that a function returns is made up by it.
  private func returnsFresh(_ target: ID<ProgramFunction>, depth: Int) -> Bool {
    let body = context.program[target]
    let facts = context.facts.facts(of: target)
    let returned = body.blocks.values.compactMap { block -> ID<Place>? in
      guard case .return(let place?) = block.terminator,
        facts.literal(of: place).map({ !$0.isNothing }) ?? true
      else { return nil }
      return place
    }
    return body.operations.count < 80 && !returned.isEmpty
      && returned.allSatisfy {
        isFresh(PlaceReference(function: target, place: $0), depth: depth)
      }
  }

  /// Whether a value is a row that this function has just made, whatever it found before.
  private func isMadeHere(
    _ place: ID<Place>, _ facts: FunctionFacts, in function: ID<ProgramFunction>
  ) -> Bool {
    guard function == view.id, !earlier.isEmpty else { return false }
    let makers = facts.makers(of: place)
    if !makers.isEmpty, makers.allSatisfy(inserts.contains) { return true }
    // What was asked for and saved has been there before.
    return makers.count == 1 && !asking.contains(makers[0])
      && saved.contains(facts.origins(of: place))
  }
}
