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
  }

  /// The claims of the function, one for each row that it changes.
  mutating func claims() -> [UncheckedClaim] {
    var result: [UncheckedClaim] = []
    // What a closure looks at may have been asked for around it.
    let isOwn = { [events] (row: Probe) in
      (events.probes + events.rows).contains {
        $0.operation == row.operation && $0.site == row.site
      }
    }
    for write in events.writes {
      guard let entity = write.entity, let name = entity.entity?.name else { continue }
      let asked = Set(write.conditions.map(ColumnWords.plain))
      let changes = changes(by: write)
      for change in changes where !asked.contains(ColumnWords.plain(change.column)) {
        let found = claim(change, besides: changes, on: name) { [view, isOwn] values, object in
          guard let row = values.row(object, in: view.id), row.entity.isSame(as: entity) else {
            return false
          }
          return view.finds(write, byMemberOf: object)
            || isOwn(row) && Self.asks(write, asDoes: row, in: view)
        }
        guard let found else { continue }
        result.append(found)
        break
      }
    }
    result += objectClaims()
    return result + askedClaims(besides: Set(result.map(\.site)))
  }

  /// Whether a write finds its row by what a question of the function was asked by.
  private static func asks(_ write: RowWrite, asDoes row: Probe, in view: RaceView) -> Bool {
    let asked = AskedValues(view: view).leaves(of: row)
    return view.places(behind: write).contains { place in
      asked.contains(place.index)
        || view.facts.origins(of: place).contains { asked.contains($0.index) }
    }
  }

  /// Rows that are changed as objects and then saved.
  private mutating func objectClaims() -> [UncheckedClaim] {
    var result: [UncheckedClaim] = []
    var claimed = BitSet()
    for operation in function.operations.ids {
      guard case .store(let value, let object, let field) = view.facts.effect(operation),
        !claimed.contains(view.paths[object]), let row = values.row(object, in: view.id),
        !row.isGiven, let name = row.entity.entity?.name,
        let site = events.save(of: object, after: operation, in: view)
      else { continue }
      let change = Change(
        column: view.text(field), value: value, state: view.stateName(of: value),
        operation: operation, site: site)
      let path = view.paths[object]
      let found = claim(change, besides: changes(of: path, site), on: name) { [view] _, other in
        view.paths[other] == path
      }
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

  private mutating func claim(
    _ change: Change, besides others: [Change], on entity: String,
    ofRow isRow: (inout StaleValues, ID<Place>) -> Bool
  ) -> UncheckedClaim? {
    for block in function.blocks.ids {
      guard let refusal = refusal(at: block, of: change, ofRow: isRow),
        let harm = harm(of: change, besides: others, behind: refusal, on: entity)
      else { continue }
      return UncheckedClaim(
        column: change.column, entity: entity, site: change.site,
        check: RaceSite(
          location: view.context.location(of: refusal.condition.range, in: view.id),
          text: view.context.facts.text(of: refusal.condition.range, in: view.id, limit: 50)),
        harm: harm)
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
      return empty.contains(goal.index) && leaves(filled, besides: empty) ? refusal : nil
    }
    let passesIfTrue = ways[0].contains(goal.index)
    guard passesIfTrue != ways[1].contains(goal.index) else { return nil }
    if !passesIfTrue { (refusal.passing, refusal.leaving) = (otherwise, then) }
    guard refusesNext(change, condition, passesIfTrue: passesIfTrue) else { return nil }
    let (passing, leaving) = passesIfTrue ? (ways[0], ways[1]) : (ways[1], ways[0])
    return leaves(leaving, besides: passing) ? refusal : nil
  }

  /// Whether a way that only one side has leaves the function, and gives something else than the
  /// other side does: who fills in what is missing goes on with it, as all others do.
  private func leaves(_ side: BitSet, besides other: BitSet) -> Bool {
    let answers = Set(other.members.flatMap { self.answers(of: ID($0)) })
    return side.members.contains { index in
      guard !other.contains(index) else { return false }
      switch function.blocks[ID(index)].terminator {
      case .return: return answers.isDisjoint(with: self.answers(of: ID(index)))
      case .raise: return true
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

  /// Whether the change makes the check refuse the next one: `if (state === 'off') return` does not,
  /// where the state is set to another.
  private func refusesNext(
    _ change: Change, _ condition: Condition, passesIfTrue: Bool
  ) -> Bool {
    guard let written = change.state, let compared = comparedState(condition) else { return true }
    let passesIfEqual = compared.isEqual == passesIfTrue
    return (written.lowercased() == compared.name.lowercased()) != passesIfEqual
  }

  /// The state that a condition compares with, and whether it holds if they are the same.
  private func comparedState(_ condition: Condition) -> (name: String, isEqual: Bool)? {
    if case .equals(.string(let text)) = condition.test {
      return (view.text(text), !condition.isNegated)
    }
    guard condition.test == .truthy, let subject = condition.subject else { return nil }
    for maker in view.facts.makers(of: subject) {
      guard case .compute(let kind, let operands, _) = view.facts.effect(maker),
        [.equal, .notEqual].contains(kind),
        let name = operands.lazy.compactMap(view.stateName).first
      else { continue }
      return (name, (kind == .equal) != condition.isNegated)
    }
    return nil
  }

  /// The object whose column a condition looks at; whoever compares with what is written, fills in
  /// what has changed.
  private func test(
    of change: Change, in condition: Condition
  ) -> (object: ID<Place>, isOfPresence: Bool)? {
    let column = change.column
    guard let subject = condition.subject else { return nil }
    let isOfPresence = condition.test == .truthy || condition.test == .null
    if let object = view.owner(ofColumn: column, in: subject) { return (object, isOfPresence) }
    let written = change.value.map { view.facts.origins(of: $0) } ?? []
    for maker in view.facts.makers(of: subject) {
      guard case .compute(let kind, let operands, _) = view.facts.effect(maker),
        [.equal, .notEqual, .membership].contains(kind),
        written.isEmpty || !operands.contains(where: { view.facts.origins(of: $0) == written })
      else { continue }
      for operand in operands {
        if let object = view.owner(ofColumn: column, in: operand) { return (object, false) }
      }
    }
    return nil
  }
}
