import Basis
import IR
import Linking
import RuleBook

// What the answer to one question says about other values.
//
// The problem: between the question and the insert lie a driver's result object, destructuring, a
// count, a comparison, a flag. To know which way a branch goes when there is no row, every value
// must say what it is in two worlds, the one without the row and the one with it:
//
//     const { rows } = await pool.query('SELECT ...')   rows: nothing / something
//     const taken = rows.length > 0                     taken: false / true
//     const full = rows.length >= room.capacity         full: false / true or false
//     if (!taken && !full) insert
//
// Evidence flows forward through copies, loads, comparisons and calls until nothing changes. It is
// flow-insensitive, but a variable with several assignments is judged by each of them, so that
// `found = false; if (rows.length) found = true` is understood.
//
// Refused: types. Whether `x` is a row, a list or a count shows in how it is used; nothing more is
// needed, because none, zero and empty are tested with the same words.

/// What a value says of the rows that were asked for.
enum Evidence: Sendable, Hashable {
  /// It is the answer, or a part of it that is there when rows are.
  case answer
  /// It is true or false in the two worlds; nil where it may be either.
  case flag(absent: Bool?, present: Bool?)
  /// It is an object or a list whose members say it: `{ok: false, reason}`, `(False, reason)`.
  case parcel
  /// It is a part of the row beside being there, which nobody can ask for where none is.
  case property
  /// It is made of the answer and says nothing sure.
  case detail

  func joined(_ other: Evidence) -> Evidence { self == other ? self : .detail }
}

/// The world in which no row was there when the question was asked, or the one in which one was.
enum RaceWorld: Sendable { case absent, present }

/// What a condition can turn out to be.
struct Truth: OptionSet, Sendable, Hashable {
  let rawValue: UInt8
  static let yes = Truth(rawValue: 1)
  static let no = Truth(rawValue: 2)
  static let either: Truth = [.yes, .no]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ known: Bool?) {
    switch known {
    case true: self = .yes
    case false: self = .no
    case nil: self = .either
    }
  }

  var inverted: Truth {
    Truth(rawValue: (contains(.yes) ? 2 : 0) | (contains(.no) ? 1 : 0))
  }

  /// The one value it can have.
  var known: Bool? { self == .yes ? true : self == .no ? false : nil }
}

/// The evidence that one question gives about the values of a function.
struct OutcomeFlow {
  let view: RaceView
  /// Whether every part of the answer says the same: of a count, of an existence.
  let isCounting: Bool
  private let asked: ID<Operation>?
  private let receiver: [ID<Place>]
  /// What the members of a parcel say.
  private let members: [String: Outcome.Flag]
  private var byPath: [Int: Evidence] = [:]
  private(set) var byOperation: [ID<Operation>: Evidence] = [:]
  private var containers = BitSet()
  /// Blocks that cannot be entered after the question, in the one world and the other: what is
  /// assigned there does not count.
  private(set) var dead: (absent: BitSet, present: BitSet) = ([], [])
  private(set) var grown = BitSet()
  private let ways = WaysOn()

  /// The flow of the answer to a probe of the function itself.
  init(view: RaceView, probe: Probe) {
    self.view = view
    isCounting = probe.isCounting
    asked = probe.operation
    members = probe.outcome.members
    let effect = view.facts.effect(probe.operation)
    if case .call(let call) = effect {
      receiver = call.receiver.map { view.facts.origins(of: $0) } ?? []
    } else {
      receiver = []
    }
    let evidence = Evidence(probe.outcome)
    byOperation[probe.operation] = evidence
    if let result = effect.result { byPath[view.paths[result]] = evidence }
    run()
  }

  /// The flow of an answer that a function finds in parameters or captured variables.
  init(view: RaceView, seeds: [ID<Place>: Evidence], isCounting: Bool) {
    self.view = view
    self.isCounting = isCounting
    asked = nil
    receiver = []
    members = [:]
    for (place, evidence) in seeds { byPath[view.paths[place]] = evidence }
    run()
  }

  /// What is known of a place, whichever of its assignments holds.
  subscript(place: ID<Place>) -> Evidence? { byPath[view.paths[place]] }

  /// Notes blocks that a world does not enter.
  mutating func exclude(_ blocks: BitSet, in world: RaceWorld) {
    switch world {
    case .absent: dead.absent = blocks
    case .present: dead.present = blocks
    }
  }

  /// Takes lists that are filled in the present world alone for what they are: the answer in
  /// other words, as in `if (user) errors.push('taken')`.
  mutating func noteGrowth() {
    var isNew = false
    for (place, operations) in view.grown {
      let blocks = operations.map { view.facts.block(of: $0).index }
      let isOnlyGrown = blocks.allSatisfy(dead.absent.contains)
      let grows = blocks.contains { dead.absent.contains($0) && !dead.present.contains($0) }
      guard grows, byPath[view.paths[place]] == nil else { continue }
      // Others may have put something in before: then it says nothing in the absent world.
      byPath[view.paths[place]] = isOnlyGrown ? .answer : .flag(absent: nil, present: true)
      grown.insert(place.index)
      isNew = true
    }
    if isNew { run() }
  }

  private mutating func run() {
    findContainers()
    var hasChanged = true
    var rounds = 0
    while hasChanged, rounds < 8 {
      hasChanged = false
      rounds += 1
      for operation in view.function.operations.ids where operation != asked {
        let effect = view.facts.effect(operation)
        guard let evidence = evidence(of: effect, at: operation) else { continue }
        if byOperation[operation] != evidence {
          byOperation[operation] = evidence
          hasChanged = true
        }
        guard let target = target(of: effect) else { continue }
        let joined = byPath[target].map { $0.joined(evidence) } ?? evidence
        if byPath[target] != joined {
          byPath[target] = joined
          hasChanged = true
        }
      }
    }
  }

  private func target(of effect: Effect) -> Int? {
    if case .store(_, let object, let field) = effect { return view.paths.field(field, of: object) }
    if case .call(let call) = effect, let kept = keeper(of: call) ?? lessened(by: call) {
      return view.paths[kept]
    }
    return effect.result.map { view.paths[$0] }
  }

  // MARK: One step

  private func evidence(of effect: Effect, at operation: ID<Operation>) -> Evidence? {
    switch effect {
    case .copy(let value, _), .await(let value, _), .store(let value, _, _): return self[value]
    case .load(let field, let object, _):
      return member(view.text(field), of: object)
    case .loadElement(let object, let index, _):
      guard self[object] == .parcel else { return self[object]?.part }
      return view.facts.literal(of: index).flatMap(parcelled)
    case .call(let call): return evidence(of: call, at: operation)
    case .compute(let symbol, let operands, _): return evidence(of: symbol, operands)
    case .iterate(let iterable, _):
      // A union holds more than the answer.
      if self[iterable] == .detail, isUnion(iterable) { return nil }
      return self[iterable].map { evidence in
        evidence == .answer
          ? .flag(absent: false, present: nil) : evidence == Self.left ? evidence : .detail
      }
    case .aggregate(let aggregate, let into):
      let added = aggregate.entries.filter { !$0.isSpread || $0.value != into }
      // `[seat for seat in seats if seat not in taken]`
      let isGrown = added.count < aggregate.entries.count
      if isGrown, isSifted(view.facts.block(of: operation)) { return Self.left }
      guard added.contains(where: { self[$0.value] != nil }) else { return nil }
      return aggregate.kind == .object ? .detail : .answer
    case .opaque(let reads, _):
      return reads.contains { self[$0] != nil } ? .detail : nil
    case .literal, .storeElement, .yield, .closure, .makeClass, .importModule, .caught: return nil
    }
  }

  private func member(_ name: String, of object: ID<Place>) -> Evidence? {
    if let entry = entry(name, of: object) { return self[entry] }
    guard let evidence = self[object] else {
      // `cursor.rowcount` after `cursor.execute(...)`
      return isReceiver(object) && isCountingMember(name) ? .answer : nil
    }
    switch evidence {
    case .answer:
      if words.emptyMembers.contains(name) { return .flag(absent: true, present: false) }
      if isCounting || isCountingMember(name) { return .answer }
      return containers.contains(view.paths[object]) ? .detail : .property
    case .parcel: return parcelled(name)
    case .property: return .property
    case .flag, .detail: return .detail
    }
  }

  private func parcelled(_ name: String) -> Evidence? {
    members[name].map { .flag(absent: $0.absent, present: $0.present) }
  }

  private func parcelled(_ key: Literal) -> Evidence? {
    switch key {
    case .string(let text), .number(let text): parcelled(view.text(text))
    case .null, .undefined, .boolean: nil
    }
  }

  var words: BehaviourSpec { view.context.roles.index.behaviour }

  private func isCountingMember(_ name: String) -> Bool {
    name.allSatisfy(\.isNumber) || view.context.roles.index.behaviour.countingMembers.contains(name)
  }

  /// The value that stands in an aggregate under a name or number, made in this function.
  private func entry(_ name: String, of object: ID<Place>) -> ID<Place>? {
    var makers = view.facts.makers(of: object)
    if makers.count == 1, case .call(let call) = view.facts.effect(makers[0]) {
      if isGathering(makers[0]), call.arguments.count > 1 || view.isPython {
        return Int(name).flatMap { index in
          call.arguments.indices.contains(index) ? call.arguments[index].value : nil
        }
      }
      if call.arguments.count == 1, isGathering(makers[0]) || isPassedThrough(makers[0]) {
        makers = view.facts.makers(of: call.arguments[0].value)
      }
    }
    guard makers.count == 1, case .aggregate(let aggregate, _) = view.facts.effect(makers[0]),
      !aggregate.entries.contains(where: \.isSpread)
    else { return nil }
    if aggregate.kind == .object {
      return aggregate.entries.first { $0.key.map { view.text($0) } == name }?.value
    }
    guard let index = Int(name), aggregate.entries.indices.contains(index) else { return nil }
    return aggregate.entries[index].value
  }

  /// Whether a call waits for several others and gives what each gives: `Promise.all([...])`.
  private func isGathering(_ operation: ID<Operation>) -> Bool {
    let names = view.context.program.targets(of: operation, in: view.id).names
    return names.contains(where: words.gatheringCalls.contains)
  }

  private func isPassedThrough(_ operation: ID<Operation>) -> Bool {
    let names = view.context.program.targets(of: operation, in: view.id).names
    return names.contains { view.context.program.catalog.passesThrough.contains($0) }
  }

  private func evidence(of call: Call, at operation: ID<Operation>) -> Evidence? {
    // What asks or writes anew answers for itself.
    if view.roles[operation]?.contains(where: \.speaksForItself) ?? false { return nil }
    if keeper(of: call) != nil { return .answer }
    if lessened(by: call) != nil { return Self.left }
    if let receiver = call.receiver {
      if let evidence = self[receiver] {
        let isEmptiness = call.calleeName(view.facts).map { name in
          words.emptyMembers.contains(view.text(name))
        }
        if evidence == Self.left, isIteration(call) { return evidence }
        guard evidence == .answer else { return evidence == .property ? .property : .detail }
        return isEmptiness ?? false ? .flag(absent: true, present: false) : .answer
      }
      if isReceiver(receiver), isFetch(call) { return .answer }
    }
    if isSifted(by: call) { return Self.left }
    guard let argument = call.arguments.first(where: { self[$0.value] != nil }),
      let evidence = self[argument.value]
    else { return nil }
    if isPairing(call), call.arguments.contains(where: { self[$0.value] == nil }) { return nil }
    let names = view.context.program.targets(of: operation, in: view.id).names
    let counting = view.context.roles.index.behaviour.countingCalls
    let says =
      names.contains { counting.contains($0) } || isPassedThrough(operation)
      || view.isGivenBack(argument.value, by: call, at: operation)
    return says || evidence == .property ? evidence : .detail
  }

  /// Whether a call goes through other lists besides, and thus on without any row.
  private func isPairing(_ call: Call) -> Bool {
    call.calleeName(view.facts).map { words.pairingCalls.contains(view.text($0)) } ?? false
  }

  /// The list or set that a call puts a part of the answer into: `seen.add(row.id)`.
  private func keeper(of call: Call) -> ID<Place>? {
    guard case .method(let name, let receiver) = call.callee, self[receiver] != .answer,
      view.context.roles.index.behaviour.keepMethods.contains(view.text(name)),
      call.arguments.contains(where: { self[$0.value] != nil })
    else { return nil }
    return receiver
  }

  /// Whether a value is what the question was asked on: a cursor, which then has the answer.
  private func isReceiver(_ place: ID<Place>) -> Bool {
    !receiver.isEmpty && view.facts.origins(of: place) == receiver
  }

  private func isFetch(_ call: Call) -> Bool {
    guard case .method(let name, _) = call.callee else { return false }
    return isCountingMember(view.text(name))
  }

  // MARK: Computations

  private func evidence(of symbol: Operator, _ operands: [ID<Place>]) -> Evidence? {
    guard let tainted = operands.first(where: { self[$0] != nil }) else { return nil }
    if operands.allSatisfy({ self[$0] == nil || self[$0] == .property }) { return .property }
    switch symbol {
    case .not:
      return flag { truth(of: tainted, in: $0).inverted }
    case .equal, .notEqual:
      guard operands.count == 2 else { return .detail }
      let other = tainted == operands[0] ? operands[1] : operands[0]
      guard let literal = view.facts.literal(of: other) else { return .detail }
      return flag { world in
        let truth = equality(of: tainted, with: literal, in: world)
        return symbol == .equal ? truth : truth.inverted
      }
    case .compare(let sign):
      guard operands.count == 2 else { return .detail }
      let isReversed = tainted != operands[0]
      if case .flag(let absent, let present) = self[tainted] {
        return comparison(view.text(sign), absent, present, isReversed: isReversed)
      }
      guard self[tainted] == .answer || isSum(tainted) else { return .detail }
      return comparison(view.text(sign), operands, isReversed: isReversed)
    case .subtract
    where operands.count == 2 && (self[operands[1]] == .answer || isSum(operands[1])):
      return Self.left  // of a limit
    case .add, .subtract, .arithmetic, .other:
      // `wanted |= more` takes nothing back.
      if self[tainted] == Self.left, tainted == operands.first { return Self.left }
      if symbol == .other { return .detail }
      return self[tainted] == .answer && tainted == operands.first ? .answer : .detail
    case .membership: return membership(operands)
    case .template, .typeOf: return .detail
    }
  }

  /// Whether a list or set was put together of several: `set(wanted) | set(there)`.
  private func isUnion(_ place: ID<Place>) -> Bool {
    view.facts.makers(of: place).contains { maker in
      if case .compute(.arithmetic, _, _) = view.facts.effect(maker) { true } else { false }
    }
  }

  /// Whether more is added to a count: `more + total`.
  private func isSum(_ place: ID<Place>) -> Bool {
    view.facts.makers(of: place).contains { maker in
      guard case .compute(.add, let operands, _) = view.facts.effect(maker) else { return false }
      return operands.contains { self[$0] == .answer }
    }
  }

  /// `"Item" in response`, `seat in taken_seats`, `seat in seats_left`
  private func membership(_ operands: [ID<Place>]) -> Evidence {
    if holdsRow(operands) { return .flag(absent: false, present: true) }
    guard operands.count == 2, let list = self[operands[1]] else { return .detail }
    return list == .answer ? .flag(absent: false, present: nil) : list == Self.left ? list : .detail
  }

  private func holdsRow(_ operands: [ID<Place>]) -> Bool {
    guard operands.count == 2, self[operands[1]] == .answer,
      case .string(let member) = view.facts.literal(of: operands[0])
    else { return false }
    return isCountingMember(view.text(member))
  }

  private func flag(_ truth: (RaceWorld) -> Truth) -> Evidence {
    .flag(absent: truth(.absent).known, present: truth(.present).known)
  }

  /// How what is left compares with what is wanted: `left > 0`, `left < wanted`.
  private func comparison(
    _ sign: String, _ absent: Bool?, _ present: Bool?, isReversed: Bool
  ) -> Evidence {
    let isMore = sign.hasPrefix(">") != isReversed
    return .flag(absent: absent.map { $0 == isMore }, present: present.map { $0 == isMore })
  }

  /// How a count compares with a number, or with a limit that nobody knows.
  private func comparison(
    _ sign: String, _ operands: [ID<Place>], isReversed: Bool
  ) -> Evidence {
    let mirrored = ["<": ">", ">": "<", "<=": ">=", ">=": "<="]
    let sign = isReversed ? mirrored[sign] ?? sign : sign
    let other = isReversed ? operands[0] : operands[1]
    let isMore = sign.hasPrefix(">")
    guard case .number(let symbol) = view.facts.literal(of: other),
      let limit = Int(view.text(symbol))
    else {
      return .flag(absent: !isMore, present: nil)
    }
    let least = sign == ">" || sign == "<=" ? limit + 1 : limit
    // At least one row is as good as any only where one suffices.
    let present: Bool? = least <= 1 ? isMore : nil
    return least <= 0 ? .detail : .flag(absent: !isMore, present: present)
  }

  /// Whether a block can be entered after an operation.
  func reaches(_ operation: ID<Operation>, _ block: ID<Block>) -> Bool {
    let home = view.facts.block(of: operation)
    return home == block || ways.blocks(after: home, in: view.function).contains(block.index)
  }

  // MARK: Containers

  /// In JavaScript a list is true even if empty, and so is a driver's result.
  func isAlwaysObject(_ place: ID<Place>) -> Bool {
    !view.isPython && containers.contains(view.paths[place])
  }

  /// Marks what the function counts, indexes or iterates: that is no row and no null.
  private mutating func findContainers() {
    for operation in view.function.operations.ids {
      switch view.facts.effect(operation) {
      case .load(let field, let object, _) where isCountingMember(view.text(field)):
        mark(object)
      case .iterate(let object, _): mark(object)
      default: continue
      }
    }
  }

  private mutating func mark(_ place: ID<Place>) {
    guard containers.insert(view.paths[place]) else { return }
    for definition in view.facts.definitions(of: place) {
      if let source = copied(definition) { mark(source) }
    }
  }
}

/// The blocks that come after others, looked for once.
private final class WaysOn {
  private var known: [ID<Block>: BitSet] = [:]

  func blocks(after start: ID<Block>, in function: Function) -> BitSet {
    if let found = known[start] { return found }
    var seen = BitSet()
    var pending = Array(function.successors(of: start)) + [function.blocks[start].unwind]
    while let block = pending.popLast() {
      guard seen.insert(block.index) else { continue }
      pending += function.successors(of: block)
      pending.append(function.blocks[block].unwind)
    }
    known[start] = seen
    return seen
  }
}
