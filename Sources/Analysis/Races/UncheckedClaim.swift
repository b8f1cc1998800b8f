import Basis
import Findings
import IR
import Linking
import RuleBook

// SL302 once more: what a row says of itself is looked at, and then changed, whatever it is by now.
//
//     const seat = await find(id)                      nobody has it, for two requests
//     if (seat.userId) throw new Taken()               free, for both
//     update({id}, {userId: user.id})                  the second has it, and the first was told so
//
// Only a check that sends others away is one, and only where two that both pass do harm: a column
// tells whose the row is, the state is one that a row comes to once (`used`, `sold`), or more
// happens than this write: another row is made, a number changes, money moves. Silent where the
// write asks for the column itself, and under the guards of SL302.

/// A column that is looked at, and set without being asked for.
struct UncheckedClaim {
  var column: String
  var entity: String
  var site: RaceSite
  var condition: Condition
  /// What comes of it if two pass.
  var harm: Harm

  /// What two requests do that both pass.
  enum Harm {
    /// The second takes the row from the first.
    case shared
    /// Both do what may be done once.
    case repeated
    /// Both do something else as well.
    case effect(RaceSite)
  }
}

/// The search for such writes of one function.
struct UncheckedClaimSearch {
  private let view: RaceView
  private let events: RaceEvents
  private var values: StaleValues

  /// - Parameter values: with what is known already of the function's questions.
  init(view: RaceView, events: RaceEvents, values: StaleValues) {
    self.view = view
    self.events = events
    self.values = values
  }

  private var function: Function { _read { yield view.function } }
  private var words: BehaviourSpec { view.context.roles.index.behaviour }

  /// A column, and what it is set to where that is seen.
  private struct Change {
    var column: String
    var value: ID<Place>?
    var operation: ID<Operation>
    var site: RaceSite
  }

  /// A branch on a column of a row: one side of it leads on, the other leaves.
  private struct Refusal {
    var condition: Condition
    /// Whether it asks if there is anything in the column.
    var isOfPresence: Bool
    var passing: ID<Block>
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
    return result + objectClaims()
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
        column: view.text(field), value: value, operation: operation, site: site)
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
  private func changes(of path: Int, _ site: RaceSite) -> [Change] {
    function.operations.ids.compactMap { operation in
      guard case .store(let value, let object, let field) = view.facts.effect(operation),
        view.paths[object] == path
      else { return nil }
      return Change(column: view.text(field), value: value, operation: operation, site: site)
    }
  }

  private func changes(by write: RowWrite) -> [Change] {
    let relative = Set(write.relative)
    let named = write.assignments.compactMap { assignment -> Change? in
      guard let column = assignment.column, assignment.value.function == view.id else {
        return nil
      }
      return Change(
        column: column, value: assignment.value.place, operation: write.operation,
        site: write.site)
    }
    let texts = write.columns.map {
      Change(column: $0, value: nil, operation: write.operation, site: write.site)
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
        column: change.column, entity: entity, site: change.site, condition: refusal.condition,
        harm: harm)
    }
    return nil
  }

  private func harm(
    of change: Change, besides others: [Change], behind refusal: Refusal, on entity: String
  ) -> UncheckedClaim.Harm? {
    if refusal.isOfPresence ? saysWhose(change) : others.contains(where: givesAway) {
      return .shared
    }
    if let effect = effect(behind: refusal, besides: entity) { return .effect(effect) }
    return isOnce(change) ? .repeated : nil
  }

  // MARK: Checks

  /// The check that a block ends in, if it looks at the column of the row and sends others away.
  private mutating func refusal(
    at block: ID<Block>, of change: Change, ofRow isRow: (inout StaleValues, ID<Place>) -> Bool
  ) -> Refusal? {
    guard
      case .branch(let condition, let then, let otherwise) = function.blocks[block].terminator,
      let test = test(of: change.column, in: condition), isRow(&values, test.object)
    else { return nil }
    let goal = view.facts.block(of: change.operation)
    let ways = [then, otherwise].map { view.blocks(from: $0, avoiding: block) }
    guard !isRepeated(block, before: goal) else { return nil }
    var refusal = Refusal(
      condition: condition, isOfPresence: test.isOfPresence, passing: then, branch: block)
    if test.isOfPresence {
      // Who finds something in it is sent away; more may be asked of him first.
      let isSetIfTrue = (condition.test == .truthy) != condition.isNegated
      let (filled, empty) = isSetIfTrue ? (ways[0], ways[1]) : (ways[1], ways[0])
      if isSetIfTrue { refusal.passing = otherwise }
      return empty.contains(goal.index) && leaves(filled, besides: empty) ? refusal : nil
    }
    let passesIfTrue = ways[0].contains(goal.index)
    guard passesIfTrue != ways[1].contains(goal.index) else { return nil }
    if !passesIfTrue { refusal.passing = otherwise }
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

  /// The object whose column a condition looks at.
  private func test(
    of column: String, in condition: Condition
  ) -> (object: ID<Place>, isOfPresence: Bool)? {
    guard let subject = condition.subject else { return nil }
    let isOfPresence = condition.test == .truthy || condition.test == .null
    if let object = view.owner(ofColumn: column, in: subject) { return (object, isOfPresence) }
    for maker in view.facts.makers(of: subject) {
      guard case .compute(let kind, let operands, _) = view.facts.effect(maker),
        [.equal, .notEqual, .membership].contains(kind)
      else { continue }
      for operand in operands {
        if let object = view.owner(ofColumn: column, in: operand) { return (object, false) }
      }
    }
    return nil
  }

  // MARK: Harm

  /// Whether a column says whose the row is, and somebody is written to it who came from outside.
  private func saysWhose(_ change: Change) -> Bool {
    let names = change.column.identifierWords
    guard let value = change.value,
      names.contains(where: { words.holderWords.contains($0) || words.referenceWords.contains($0) })
    else { return false }
    return isGiven(value, depth: 4)
  }

  /// The same beside a state that was looked at: who approved something, or whom it was sent to, is
  /// only told.
  private func givesAway(_ change: Change) -> Bool {
    saysWhose(change)
      && change.column.identifierWords.contains(where: words.holderWords.contains)
  }

  /// Whether what is set is a state that a row comes to once: `used`, `status = 'sold'`.
  private func isOnce(_ change: Change) -> Bool {
    // `used`, `is_used`, `used_at`; `last_used_at` is another matter.
    let column = change.column.identifierWords.drop { $0 == "is" }
    if column.first.map(words.onceStates.contains) ?? false { return true }
    guard let value = change.value, case .string(let text) = view.facts.literal(of: value) else {
      return false
    }
    return words.onceStates.contains(view.text(text).lowercased())
  }

  private func isGiven(_ place: ID<Place>, depth: Int) -> Bool {
    depth > 0
      && view.facts.origins(of: place).contains { origin in
        switch function.places[origin].kind {
        case .parameter, .captured: return true
        case .receiver, .global, .exception: return false
        case .local, .temporary: break
        }
        return view.facts.makers(of: origin).contains { maker in
          guard case .load(_, let object, _) = view.facts.effect(maker) else { return false }
          return isGiven(object, depth: depth - 1)
        }
      }
  }

  /// What else happens behind a check, as far as it happens twice when two pass.
  private func effect(behind refusal: Refusal, besides entity: String) -> RaceSite? {
    let behind = view.blocks(from: refusal.passing, avoiding: refusal.branch)
    func isBehind(_ operation: ID<Operation>) -> Bool {
      behind.contains(view.facts.block(of: operation).index)
    }
    let insertion = events.insertions.first { insertion in
      isBehind(insertion.operation) && doubles(insertion, besides: entity)
    }
    let counted = events.writes.first { write in
      isBehind(write.operation) && !write.relative.isEmpty
        && write.entity?.entity.map { $0.name != entity } ?? false
    }
    let payment = payments.first(where: isBehind).map(view.site)
    return payment ?? [insertion?.site, counted?.site].compactMap { $0 }.first
  }

  private var payments: [ID<Operation>] {
    guard view.context.roles.kinds(in: view.id).contains(.payment) else { return [] }
    return function.operations.ids.filter { operation in
      guard case .call(let call) = view.facts.effect(operation) else { return false }
      return view.context.roles.roles(of: call, at: operation, in: view.id).contains { role in
        if case .payment = role { true } else { false }
      }
    }
  }

  /// Whether an insert makes two rows that matter where two requests come to it.
  private func doubles(_ insertion: Insertion, besides entity: String) -> Bool {
    guard let made = insertion.entity.entity, made.name != entity else { return false }
    let guards = RaceGuards(view: view, events: events)
    let path = view.context.program.path(of: view.id)
    return guards.isFresh(insertion, orGiven: false) && !guards.isHandled(insertion)
      && Set(made.name.identifierWords.map(Entity.key)).isDisjoint(with: words.recordNouns)
      && !view.context.schema.hasUniqueKey(made, filledBy: insertion.row, near: path)
  }
}

// MARK: - Words

extension UncheckedClaim {
  func finding(in function: ID<ProgramFunction>, _ context: CheckContext) -> Finding {
    let place = context.location(of: condition.range, in: function)
    let text = context.facts.text(of: condition.range, in: function, limit: 50)
    let checked = TraceStep(
      role: .probed, location: place, message: "`\(text)` looks at `\(column)`")
    let changed = TraceStep(
      role: .called, location: site.location,
      message: "`\(column)` is set, whatever it is by now")
    var trace = [checked, changed]
    let consequence: String
    switch harm {
    case .shared: consequence = "and the second takes the row from the first."
    case .repeated: consequence = "and both do what may be done once."
    case .effect(let effect):
      consequence = "and `\(effect.text)` happens twice."
      trace.append(
        TraceStep(
          role: .called, location: effect.location, message: "`\(effect.text)` happens for both"))
    }
    return Finding(
      rule: ReadModifyWrite.rule,
      severity: context.severity(ofRace: ReadModifyWrite.rule, on: entity, in: function),
      confidence: .medium, location: site.location,
      message: "`\(text)` looks at `\(column)` of `\(entity)` before, and this write does not ask "
        + "again: two requests can both pass, \(consequence)",
      help: "Put the condition on `\(column)` into the statement (`WHERE … AND \(column) …`) and "
        + "look at the number of rows that it changed, or lock the row when it is read.",
      resource: entity, function: context.program.qualifiedName(of: function),
      anchor: site.text, trace: trace)
  }
}
