import Basis
import IR
import Linking
import RuleBook

/// The search for such writes of one function.
struct UncheckedClaimSearch {
  let view: RaceView
  let events: RaceEvents
  var values: StaleValues

  /// - Parameter values: with what is known already of the function's questions.
  init(view: RaceView, events: RaceEvents, values: StaleValues) {
    self.view = view
    self.events = events
    self.values = values
  }

  var function: Function { _read { yield view.function } }
  var words: BehaviourSpec { view.context.roles.index.behaviour }

  /// A column, and what it is set to where that is seen.
  struct Change {
    var column: String
    var value: ID<Place>?
    /// What the state is called that it is set to.
    var state: String?
    var operation: ID<Operation>
    var site: RaceSite
  }

  /// A branch on a column of a row: one side of it leads on, the other leaves.
  struct Refusal {
    var condition: Condition
    /// Whether it asks if there is anything in the column.
    var isOfPresence: Bool
    var passing: ID<Block>
    var leaving: ID<Block>
    var branch: ID<Block>
    /// The states that it compares with.
    var states: ComparedStates?
    /// Whether the other side leaves the function, and does not only pass the change by.
    var isLeft = true
  }

  /// The claims of the function, one for each row that it changes.
  mutating func claims() -> [UncheckedClaim] {
    var result: [UncheckedClaim] = []
    for write in events.writes {
      // What only notes a failure does nothing twice.
      guard let entity = write.entity, let name = entity.entity,
        !view.runsOnFailure(write.operation)
      else { continue }
      let asked = Set(write.conditions.map(ColumnWords.plain))
      let changes = changes(by: write)
      // A version that is asked for and set anew tells that the row is as it was.
      let set = changes.map(\.column) + write.relative
      guard asked.isDisjoint(with: set.map(ColumnWords.plain)) else { continue }
      for change in changes {
        let found = claim(change, besides: changes, on: name) { [view] values, object in
          guard let row = values.row(object, in: view.id), row.entity.isSame(as: entity) else {
            return false
          }
          return view.finds(write, byMemberOf: object) || Self.asks(write, asDoes: row, in: view)
        }
        guard let found else { continue }
        result.append(found)
        break
      }
    }
    result += objectClaims()
    result += sentClaims(besides: Set(result.map(\.site)))
    return result + askedClaims(besides: Set(result.map(\.site)))
  }

  /// Whether a write finds its row by what the question was asked by, in its function or one around
  /// it.
  static func asks(_ write: RowWrite, asDoes row: Probe, in view: RaceView) -> Bool {
    let home = view.id
    var view = view
    var places = view.places(behind: write)
    while true {
      let origins = places.flatMap { [$0] + view.facts.origins(of: $0) }
      let events = view.context.races.events[view.id]
      let isAskedHere = ((events?.probes ?? []) + (events?.rows ?? [])).contains {
        $0.operation == row.operation && $0.site == row.site
      }
      if isAskedHere {
        let values = AskedValues(view: view)
        let asked = values.leaves(of: row)
        let found = view.id == home ? values.leaves(of: write) : []
        // Whoever finds the row by something else as well, may find another.
        return found.isEmpty
          ? origins.contains { asked.contains(view.paths[$0]) } : found.isSubset(of: asked)
      }
      guard let parent = view.function.parent else { return false }
      places = origins.compactMap { origin in
        if case .captured(let outer) = view.function.places[origin].kind { outer } else { nil }
      }
      view = RaceView(
        view.context.program.id(of: parent, besides: view.id), context: view.context)
    }
  }

  /// Rows that are changed as objects and then saved.
  private mutating func objectClaims() -> [UncheckedClaim] {
    var result: [UncheckedClaim] = []
    var claimed = BitSet()
    for operation in function.operations.ids {
      guard case .store(let value, let object, let field) = view.facts.effect(operation),
        !claimed.contains(view.paths[object]), let row = values.row(object, in: view.id),
        let name = row.entity.entity,
        let site = events.save(of: object, after: operation, in: view)
      else { continue }
      let change = Change(
        column: view.text(field), value: value, state: view.stateName(of: value),
        operation: operation, site: site)
      let path = view.paths[object]
      let found = claim(
        change, besides: changes(of: path, site), on: name, isGiven: row.isGiven
      ) { [view] _, other in view.paths[other] == path }
      guard let found else { continue }
      claimed.insert(path)
      result.append(found)
    }
    return result
  }

  /// All that the fields of an object are set to.
  func changes(of path: Int, _ site: RaceSite) -> [Change] {
    function.operations.ids.compactMap { operation in
      guard case .store(let value, let object, let field) = view.facts.effect(operation),
        view.paths[object] == path
      else { return nil }
      return Change(
        column: view.text(field), value: value, state: view.stateName(of: value),
        operation: operation, site: site)
    }
  }

  func changes(by write: RowWrite) -> [Change] {
    let relative = Set(write.relative)
    let named = write.assignments.compactMap { assignment -> Change? in
      guard let column = assignment.column, assignment.value.function == view.id else {
        return nil
      }
      return Change(
        column: column, value: assignment.value.place,
        state: view.stateName(of: assignment.value.place), operation: write.operation,
        site: write.site)
    }
    let texts = write.columns.map { column in
      let given = write.given[column].flatMap { $0.function == view.id ? $0.place : nil }
      return Change(
        column: column, value: given, state: write.constants[column],
        operation: write.operation, site: write.site)
    }
    return (named + texts).filter { !relative.contains($0.column) }
  }

  /// - Parameter isGiven: whether somebody else has read the row, nobody knows when: then only what
  ///   is final, or was sent, tells.
  mutating func claim(
    _ change: Change, besides others: [Change], on entity: Entity, isGiven: Bool = false,
    ofRow isRow: (inout StaleValues, ID<Place>) -> Bool
  ) -> UncheckedClaim? {
    var refusals: [Refusal] = []
    for block in function.blocks.ids {
      if let found = refusal(at: block, of: change, ofRow: isRow) { refusals.append(found) }
    }
    func claim(_ refusal: Refusal, _ harm: UncheckedClaim.Harm?) -> UncheckedClaim? {
      guard let harm else { return nil }
      return UncheckedClaim(
        column: change.column, entity: entity.name, site: change.site,
        check: RaceSite(
          location: view.context.location(of: refusal.condition.range, in: view.id),
          text: view.context.facts.text(of: refusal.condition.range, in: view.id, limit: 50)),
        harm: harm)
    }
    for refusal in refusals {
      let found =
        isGiven
        ? sent(by: change, behind: refusal)
        : harm(of: change, besides: others, behind: refusal, on: entity.name)
      if let claim = claim(refusal, found) { return claim }
    }
    for refusal in refusals {
      if let claim = claim(refusal, reopening(change, behind: refusal)) { return claim }
    }
    for refusal in refusals where !isGiven {
      let found = overwriting(change, behind: refusal, on: entity)
      if let claim = claim(refusal, found) { return claim }
    }
    return nil
  }

  // MARK: Checks

  /// The check that a block ends in, if it looks at the column of the row and sends others away.
  private mutating func refusal(
    at block: ID<Block>, of change: Change, ofRow isRow: (inout StaleValues, ID<Place>) -> Bool
  ) -> Refusal? {
    guard
      case .branch(let condition, let then, let otherwise) = function.blocks[block].terminator,
      let test = test(of: change, in: condition), isRow(&values, test.object)
    else { return nil }
    let goal = view.facts.block(of: change.operation)
    let ways = [then, otherwise].map { view.blocks(from: $0, avoiding: block) }
    guard !isRepeated(block, before: goal) else { return nil }
    var refusal = Refusal(
      condition: condition, isOfPresence: test.isOfPresence, passing: then, leaving: otherwise,
      branch: block)
    if test.isOfPresence {
      // Who finds something in it is sent away; more may be asked of him first.
      let isSetIfTrue = (condition.test == .truthy) != condition.isNegated
      let (filled, empty) = isSetIfTrue ? (ways[0], ways[1]) : (ways[1], ways[0])
      if isSetIfTrue { (refusal.passing, refusal.leaving) = (otherwise, then) }
      guard empty.contains(goal.index) else { return nil }
      refusal.isLeft = leaves(filled, besides: empty)
      // `if (!order.mailSent) { send(); order.mailSent = true }`
      let isPassedBy =
        notesSending(change) && !filled.contains(goal.index) && !isLoop(goal, around: block)
      return refusal.isLeft || isPassedBy ? refusal : nil
    }
    let passesIfTrue = ways[0].contains(goal.index)
    guard passesIfTrue != ways[1].contains(goal.index) else { return nil }
    if !passesIfTrue { (refusal.passing, refusal.leaving) = (otherwise, then) }
    refusal.passing = endOfChain(from: refusal.passing, leaving: refusal.leaving)
    if let compared = ComparedStateReader(view: view).comparison(in: condition) {
      refusal.states = ComparedStates(
        names: compared.names, isAdmitting: compared.isEqual == passesIfTrue)
    }
    refusal.isLeft = leaves(
      view.blocks(from: refusal.leaving, avoiding: block),
      besides: view.blocks(from: refusal.passing, avoiding: block))
    return refusal.isLeft || refusal.states?.isAdmitting ?? false ? refusal : nil
  }

  /// Whether a block and a branch before it are run again and again.
  private func isLoop(_ block: ID<Block>, around branch: ID<Block>) -> Bool {
    function.successors(of: block).contains {
      view.blocks(from: $0, avoiding: function.entry).contains(branch.index)
    }
  }

  /// Where it goes on behind `a || b || c`, of which each sends away to the same place.
  private func endOfChain(from start: ID<Block>, leaving: ID<Block>) -> ID<Block> {
    var block = start
    var seen = BitSet()
    while seen.insert(block.index),
      case .branch(_, let then, let otherwise) = function.blocks[block].terminator,
      then == leaving || otherwise == leaving
    {
      block = then == leaving ? otherwise : then
    }
    return block
  }

  /// Whether a way that only one side has leaves the function, and gives something else than the
  /// other side does: who fills in what is missing goes on with it, as all others do.
  private func leaves(_ side: BitSet, besides other: BitSet) -> Bool {
    let answers = Set(other.members.flatMap { self.answers(of: ID($0)) })
    return side.members.contains { index in
      guard !other.contains(index) else { return false }
      if view.raises(in: ID(index)) { return true }
      switch function.blocks[ID(index)].terminator {
      case .return: return answers.isDisjoint(with: self.answers(of: ID(index)))
      default: return false
      }
    }
  }

  /// What a block returns, if it does.
  private func answers(of block: ID<Block>) -> [ID<Place>] {
    guard case .return(let place?) = function.blocks[block].terminator else { return [] }
    return view.facts.origins(of: place)
  }

  /// Whether a branch is in a loop that ends before the change: it looks at one row after the other.
  private func isRepeated(_ branch: ID<Block>, before goal: ID<Block>) -> Bool {
    function.successors(of: branch).contains { next in
      next != goal && view.blocks(from: next, avoiding: goal).contains(branch.index)
    }
  }

  /// The object whose column a condition looks at; whoever compares with what is written, fills in
  /// what has changed.
  private mutating func test(
    of change: Change, in condition: Condition
  ) -> (object: ID<Place>, isOfPresence: Bool)? {
    let column = change.column
    guard let subject = condition.subject else { return nil }
    let isOfPresence = condition.test == .truthy || condition.test == .null
    if let object = owner(ofColumn: column, in: subject) { return (object, isOfPresence) }
    let written = change.value.map { view.facts.origins(of: $0) } ?? []
    for maker in view.facts.makers(of: subject) {
      guard case .compute(let kind, let operands, _) = view.facts.effect(maker),
        [.equal, .notEqual, .membership].contains(kind)
      else { continue }
      // Whoever compares with what is written, fills in what has changed.
      let isOfWritten =
        !written.isEmpty && operands.contains { view.facts.origins(of: $0) == written }
      if isOfWritten { return nil }
    }
    let compared = ComparedStateReader(view: view).comparison(in: condition)?.operands ?? []
    let operands = view.facts.makers(of: subject).flatMap { maker -> [ID<Place>] in
      guard case .compute(let kind, let operands, _) = view.facts.effect(maker) else { return [] }
      return [.equal, .notEqual, .membership].contains(kind) ? operands : []
    }
    for operand in operands + compared {
      if let object = owner(ofColumn: column, in: operand) { return (object, false) }
    }
    return nil
  }

  /// The row of which a value is the column, by its name or by its place among those asked for.
  private mutating func owner(ofColumn column: String, in place: ID<Place>) -> ID<Place>? {
    if let object = view.owner(ofColumn: column, in: place) { return object }
    guard view.isPython else { return nil }
    for maker in view.facts.makers(of: place) {
      guard case .load(let field, let object, _) = view.facts.effect(maker),
        let index = Int(view.text(field)), let row = values.row(object, in: view.id),
        row.selected.indices.contains(index), let name = row.selected[index],
        ColumnWords.plain(name) == ColumnWords.plain(column)
      else { continue }
      return object
    }
    return nil
  }
}
