import Basis
import IR
import Linking
import RuleBook

// What makes a question and an insert safe together.
//
//     one statement      INSERT ... ON CONFLICT, upsert: the clause may be chained to the insert
//     a lock             taken before the question, by this function or around it
//     isolation          serializable, by this function or around it
//     a handler          that expects the violation, around the insert or around the call of this
//
// A lock after the question comes too late; a row lock on the rows that were asked for holds
// nothing when there are none. A transaction as such and a lock inside one process are no guards,
// and are remembered for the message.

/// What looks like a guard and is none, and where it stands.
struct SeemingGuard: Equatable {
  var kind: GuardSpec.Kind
  var site: RaceSite
}

/// The guards of one function.
struct RaceGuards {
  let view: RaceView
  let events: RaceEvents
  private let violations: ViolationHandlers

  init(view: RaceView, events: RaceEvents) {
    self.view = view
    self.events = events
    violations = ViolationHandlers(view: view, events: events)
  }

  private var function: Function { _read { yield view.function } }
  private var context: CheckContext { view.context }

  // MARK: Clauses

  /// Whether a conflict clause belongs to the insert: chained to it, or part of what it is given.
  func hasConflictClause(_ insertion: Insertion) -> Bool {
    events.guards.contains { guarding in
      guard guarding.kind == .conflictClause else { return false }
      return guarding.operation == insertion.operation
        || view.makes(insertion.operation, of: guarding.operation)
        || view.makes(guarding.operation, of: insertion.operation)
    } || isGivenClause(insertion)
  }

  /// Whether a helper that inserts is given a function with the clause:
  /// `create(row, (query) => query.onConflict('email').ignore())`.
  private func isGivenClause(_ insertion: Insertion) -> Bool {
    guard !insertion.path.isEmpty, insertion.site == view.site(insertion.operation),
      case .call(let call) = view.facts.effect(insertion.operation)
    else { return false }
    return call.arguments.contains { argument in
      context.program.values(of: argument.value, in: view.id).contains { value in
        guard case .function(let given) = value else { return false }
        let guards = context.races.events[given]?.guards ?? []
        return guards.contains { $0.kind == .conflictClause }
      }
    }
  }

  /// Whether the insert is one statement, or its violation is expected in this function.
  func isHandled(_ insertion: Insertion) -> Bool {
    hasConflictClause(insertion) || violations.handles(insertion)
  }

  /// Whether it is all the same to the function if the insert fails.
  func isSwallowed(_ insertion: Insertion) -> Bool { violations.swallows(insertion.operation) }

  /// Whether it still comes to an operation when another one fails.
  func canFollowFailure(of first: ID<Operation>, _ second: ID<Operation>) -> Bool {
    view.blocks(from: function.blocks[view.facts.block(of: first)].unwind)
      .contains(view.facts.block(of: second).index)
  }

  // MARK: Freshness

  /// Whether what is saved is new; an object that came from elsewhere is updated.
  ///
  /// - Parameter orGiven: whether an object that callers give counts, because they will be asked.
  func isFresh(_ insertion: Insertion, orGiven: Bool) -> Bool {
    guard let object = insertion.object else { return true }
    if isMade(object, before: insertion.operation) { return true }
    return orGiven && view.facts.origins(of: object).contains(where: isGiven)
  }

  /// Whether what stands in a place when an operation runs can be an object that was made here:
  /// `if (known) save(row)` saves no row that another branch makes.
  private func isMade(
    _ place: ID<Place>, before operation: ID<Operation>, depth: Int = 6
  ) -> Bool {
    view.definitions(of: place, reaching: operation).contains { definition in
      switch view.facts.effect(definition) {
      case .copy(let source, _), .await(let source, _):
        depth > 0 && isMade(source, before: definition, depth: depth - 1)
      default: isMaking(definition)
      }
    }
  }

  /// Whether the question asks for a row like the object that is saved, which is thus no row yet:
  /// `if (await find({email: user.email})) throw ...; await save(user)`.
  ///
  /// The object is the function's own receiver or was given to it, or is made of what was:
  /// `save(toEntity(user))`.
  func isSought(_ insertion: Insertion, by probe: Probe) -> Bool {
    guard let object = insertion.object else { return false }
    let given =
      view.facts.origins(of: object).filter(isGiven)
      + sources(of: object).filter { isGiven($0) || isGivenAround($0) }
    return !given.isEmpty
      && asksBy(probe) { owner, isOwner in
        isOwner && view.facts.origins(of: owner).contains(where: given.contains)
      }
  }

  /// What a value is made of that a function only puts into another form: `user` of `toEntity(user)`.
  private func sources(of value: ID<Place>) -> [ID<Place>] {
    let words = view.context.roles.index.behaviour.mappingWords
    return view.facts.makers(of: value).flatMap { maker -> [ID<Place>] in
      guard case .call(let call) = view.facts.effect(maker),
        let name = call.calleeName(view.facts).map(view.text),
        name.identifierWords.contains(where: words.contains)
      else { return [] }
      return call.arguments.flatMap { view.facts.origins(of: $0.value) }
    }
  }

  /// Whether the question asks by a row that this function has just made, which nobody else knows.
  func asksByOwnRow(_ probe: Probe) -> Bool {
    let inserts = Set(events.insertions.map(\.operation))
    guard !inserts.isEmpty else { return false }
    return asksBy(probe) { place, isOwner in
      let makers = view.facts.makers(of: place)
      return isOwner && !makers.isEmpty && makers.allSatisfy(inserts.contains)
        || isOwnRow(place, before: probe.operation)
    }
  }

  /// Whether a place holds a row that this function has made before an operation.
  func isOwnRow(_ place: ID<Place>, before operation: ID<Operation>) -> Bool {
    let makers = view.facts.makers(of: place)
    guard !makers.isEmpty else { return false }
    return makers.allSatisfy { maker in
      events.insertions.contains { insertion in
        guard insertion.path.isEmpty else { return false }
        // What only names say makes a row, may give anything.
        if insertion.operation == maker { return !insertion.isTold }
        // `shop = Shop(slug=slug)`, `shop.save()`
        guard let object = insertion.object, isMaking(maker) else { return false }
        return view.facts.makers(of: object) == [maker] && precedes(insertion.operation, operation)
      }
    }
  }

  /// What the function was given that a question asks by, or by a member of it; what it was called on
  /// only where that is a row, whose parts are asked for.
  func given(to probe: Probe) -> [ID<Place>] {
    var result: [ID<Place>] = []
    _ = asksBy(probe) { place, _ in
      result += view.facts.origins(of: place).filter(isGiven)
      return false
    }
    return probe.owner == nil ? result.filter { $0 != function.receiver } : result
  }

  /// Whether a question is given some object, or a member of it: then that is asked about as the owner.
  private func asksBy(
    _ probe: Probe, _ isWanted: (_ place: ID<Place>, _ isOwner: Bool) -> Bool
  ) -> Bool {
    var seen = BitSet()
    var pending = view.facts.effect(probe.operation).reads
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 96 else { continue }
      if isWanted(place, false) { return true }
      for maker in view.facts.makers(of: place) {
        if case .load(_, let owner, _) = view.facts.effect(maker), isWanted(owner, true) {
          return true
        }
        pending += view.facts.effect(maker).reads
      }
    }
    return false
  }

  /// The insert as callers see it: they are asked about an object only if they give it.
  func forCallers(_ insertion: Insertion) -> Insertion {
    guard let object = insertion.object else { return insertion }
    var result = insertion
    let origins = view.facts.origins(of: object)
    result.object = origins.contains(where: isMade) ? nil : origins.first(where: isGiven)
    return result
  }

  /// Whether callers say what stands at a place: a parameter, or the object of `save(self)`.
  func isGiven(_ place: ID<Place>) -> Bool {
    [.parameter, .receiver].contains(function.places[place].kind)
  }

  /// Whether a place is a variable that a function around was given.
  private func isGivenAround(_ place: ID<Place>) -> Bool {
    let root = context.program.variable(
      behind: PlaceReference(function: view.id, place: place))
    return context.program[root.function].places[root.place].kind == .parameter
  }

  /// The operations that make the new object, where others may stand in its place.
  func makers(of insertion: Insertion) -> [ID<Operation>] {
    let made = objectMakers(of: insertion) + (insertion.choice.map { [$0] } ?? [])
    guard case .call(let call) = view.facts.effect(insertion.operation) else { return made }
    // `missing.append(row)`, then `insert_many(missing)`.
    return made + call.arguments.flatMap { view.growth(of: $0.value) }
  }

  /// The operations that make the object which becomes the row.
  func objectMakers(of insertion: Insertion) -> [ID<Operation>] {
    insertion.object.map { view.facts.makers(of: $0).filter(isMaking) } ?? []
  }

  /// Where an answer decides that a row is made.
  func deciding(_ insertion: Insertion, _ worlds: RaceWorlds) -> Deciding? {
    if let deciding = worlds.deciding(insertion.operation) { return deciding }
    // `row = find() or Row()`, `save(row)`: the answer decides which object is saved.
    guard worlds.canFollow(insertion.operation) else { return nil }
    // What is made elsewhere than on the way here is another object.
    let made = makers(of: insertion).lazy.filter {
      canFollow($0, by: insertion.operation, avoiding: nil)
    }
    var deciding = made.compactMap { worlds.deciding($0) }.first
    deciding?.isOfObject = true
    return deciding ?? decidingWhatIsLeft(insertion, worlds) ?? decidingWhatItHas(insertion, worlds)
  }

  /// `try: form.instance = get() except DoesNotExist: pass`, `form.save()`: the answer decides if
  /// the object has a row to change. So does `if known: row.id = known.id`, `row.save()`.
  private func decidingWhatItHas(_ insertion: Insertion, _ worlds: RaceWorlds) -> Deciding? {
    let words = context.roles.index.behaviour
    guard case .call(let call) = view.facts.effect(insertion.operation) else { return nil }
    let own = [call.receiver, insertion.object].compactMap { $0.map(view.facts.origins) }
    guard !own.isEmpty else { return nil }
    let isGivenRow = function.operations.ids.contains { operation in
      guard case .store(let value, let object, let field) = view.facts.effect(operation),
        worlds.flow[value] != nil, own.contains(view.facts.origins(of: object))
      else { return false }
      let name = view.text(field)
      guard words.rowMembers.contains(name) || isKey(name) && isKeyOfAnswer(value, worlds) else {
        return false
      }
      return worlds.enters(operation, in: .present) && !worlds.enters(operation, in: .absent)
    }
    guard isGivenRow, worlds.enters(insertion.operation, in: .absent) else { return nil }
    return Deciding(condition: nil, outcome: true, isOfObject: true)
  }

  /// Whether a column is what rows go by.
  private func isKey(_ column: String) -> Bool { Self.keys.contains(column) }

  /// `known.id`, `str(known.id)`
  private func isKeyOfAnswer(_ value: ID<Place>, _ worlds: RaceWorlds, depth: Int = 2) -> Bool {
    view.facts.makers(of: value).contains { maker in
      switch view.facts.effect(maker) {
      case .load(let field, let object, _):
        isKey(view.text(field)) && worlds.flow[object] == .answer
      case .call(let call):
        depth > 0
          && call.arguments.contains { isKeyOfAnswer($0.value, worlds, depth: depth - 1) }
      default: false
      }
    }
  }

  /// `bulk_create(missing)`: the answer decides which rows are made, and not that some are.
  private func decidingWhatIsLeft(_ insertion: Insertion, _ worlds: RaceWorlds) -> Deciding? {
    guard case .call(let call) = view.facts.effect(insertion.operation),
      worlds.flow.insertsLeft(call)
    else { return nil }
    return Deciding(condition: nil, outcome: true)
  }

  private func isMade(_ place: ID<Place>) -> Bool {
    view.facts.definitions(of: place).contains(where: isMaking)
  }

  private func isMaking(_ operation: ID<Operation>) -> Bool {
    switch view.facts.effect(operation) {
    case .aggregate: return true
    case .call(let call):
      if call.isConstruction { return true }
      // A row that was asked for, or made already, is changed by saving it.
      let isAnswer =
        events.probes.contains { $0.operation == operation }
        || events.insertions.contains { $0.operation == operation }
      let targets = context.program.targets(of: operation, in: view.id)
      if isAnswer { return false }
      return !targets.constructed.isEmpty || isBuilder(call) || constructsUnseen(call)
        || view.facts.makesOfReceiver(call, context.program.symbols)
        || targets.functions.count == 1 && returnsMade(targets.functions[0])
    default: return false
    }
  }

  /// Whether all that a function of the project returns are objects that it makes itself.
  private func returnsMade(_ target: ID<ProgramFunction>) -> Bool {
    guard target != view.id, !context.program[target].isGenerator else { return false }
    let facts = context.facts.facts(of: target)
    let makers = facts.function.blocks.values.flatMap { block -> [ID<Operation>?] in
      guard case .return(let place) = block.terminator else { return [] }
      let makers = place.map { facts.makers(of: $0) } ?? []
      return makers.isEmpty ? [nil] : makers
    }
    return !makers.isEmpty
      && makers.allSatisfy { maker in
        guard let maker, case .call(let call) = facts.effect(maker) else { return false }
        return call.isConstruction
          || !context.program.targets(of: maker, in: target).constructed.isEmpty
      }
  }

  /// `User(name=name)` of a class that linking does not see.
  private func constructsUnseen(_ call: Call) -> Bool {
    guard view.isPython, let name = call.calleeName(view.facts).map(view.text) else { return false }
    return ToldStep(name: name).isClassName
  }

  /// `repository.create({...})` makes an object and no row; the model says so by its silence.
  private func isBuilder(_ call: Call) -> Bool {
    let words = context.roles.index.behaviour
    guard let name = call.calleeName(view.facts).map(view.text) else { return false }
    switch call.callee {
    case .method:
      if words.makingMethods.contains(name) { return true }
      fallthrough
    case .value:
      // `model(**data)`, `self.model(**data)`, `coupon_model(**data)`
      return words.classNames.contains { name == $0 || name.hasSuffix("_" + $0) }
    case .superconstructor, .supermethod: return false
    }
  }

  // MARK: Locks

  /// What holds others off while the question is asked and the row is made.
  enum Protection: Equatable {
    case full
    /// No guard, and what looks like one.
    case none(seeming: SeemingGuard?)
  }

  /// - Parameter end: the insert, where it is in this function.
  func protection(
    of probe: Probe?, at start: ID<Operation>?, until end: ID<Operation>? = nil
  ) -> Protection {
    var seeming: SeemingGuard?
    for guarding in events.guards where start.map({ holds(guarding, before: $0) }) ?? false {
      switch guarding.kind {
      case .lock where isRowLockOfAnswer(guarding, probe): continue
      case .lock where isGivenBack(guarding, before: end): seeming = self.seeming(guarding)
      case .lock, .serializable: return .full
      case .transaction, .mutex: seeming = seeming ?? self.seeming(guarding)
      case .conflictClause: continue
      }
    }
    return .none(seeming: seeming)
  }

  private func seeming(_ guarding: Guarding) -> SeemingGuard {
    SeemingGuard(kind: guarding.kind, site: view.site(guarding.operation))
  }

  private func holds(_ guarding: Guarding, before start: ID<Operation>) -> Bool {
    guarding.isStatement && guarding.operation == start || precedes(guarding.operation, start)
  }

  /// Whether the transaction that holds a lock is committed before an operation.
  private func isGivenBack(_ guarding: Guarding, before end: ID<Operation>?) -> Bool {
    guard guarding.endsWithTransaction, let end else { return false }
    let home = view.facts.block(of: guarding.operation)
    return events.commits.contains { commit in
      canFollow(guarding.operation, by: commit, avoiding: nil)
        && canFollow(commit, by: end, avoiding: home)
    }
  }

  /// Whether a lock ends with a transaction of the function's own, so that who calls it has none: it
  /// commits, or the block ends in which it has begun the transaction. What stands before the `yield` of
  /// a scope lasts until that is left.
  func isOver(_ guarding: Guarding) -> Bool {
    guard guarding.endsWithTransaction, !function.isGenerator else { return false }
    let isCommitted = events.commits.contains {
      $0 != guarding.operation && canFollow(guarding.operation, by: $0, avoiding: nil)
    }
    return isCommitted
      || function.operations.ids.contains { operation in
        endsTransaction(operation) && canFollow(guarding.operation, by: operation, avoiding: nil)
      }
  }

  /// Whether a `with` block is left whose head took a connection or began a transaction.
  private func endsTransaction(_ operation: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(operation), call.isImplicit,
      case .method(let name, let manager) = call.callee,
      Verbs.scopeEnds.contains(view.text(name))
    else { return false }
    let kinds: [ResourceSpec.Kind] = [.connection, .session, .transaction]
    return view.facts.makers(of: manager).contains { maker in
      (view.roles[maker] ?? []).contains { role in
        guard case .acquire(let resource, _) = role else { return false }
        return kinds.contains(context.roles.index.resources[resource].kind)
      }
    }
  }

  /// Whether an operation can run after another, without coming through a block again.
  func canFollow(
    _ first: ID<Operation>, by second: ID<Operation>, avoiding avoided: ID<Block>?
  ) -> Bool {
    let goal = view.facts.block(of: second)
    if view.facts.block(of: first) == goal, first < second { return true }
    var seen = BitSet()
    var pending = Array(function.successors(of: view.facts.block(of: first)))
    while let block = pending.popLast() {
      guard block != avoided, seen.insert(block.index) else { continue }
      if block == goal { return true }
      pending += function.successors(of: block)
    }
    return false
  }

  /// Questions about the same that are asked again once a lock is held.
  func questionsUnderLock(after probe: Probe) -> [Probe] {
    let locks = events.guards.filter { guarding in
      (guarding.kind == .lock || guarding.kind == .serializable)
        && canFollow(probe.operation, by: guarding.operation, avoiding: nil)
    }
    guard !locks.isEmpty else { return [] }
    return events.probes.filter { second in
      second.operation != probe.operation && second.entity.isSame(as: probe.entity)
        && locks.contains { precedes($0.operation, second.operation) }
    }
  }

  /// `SELECT ... FOR UPDATE` as the question: there is no row to lock when there is none.
  private func isRowLockOfAnswer(_ guarding: Guarding, _ probe: Probe?) -> Bool {
    guard let probe, !guarding.isStatement, !guarding.isOfCallee else { return false }
    // What another question gave and locked is only what this one asks by.
    let others = events.probes.filter { !$0.entity.isSame(as: probe.entity) }.map(\.operation)
    return guarding.operation == probe.operation
      || view.makes(guarding.operation, of: probe.operation, besides: Set(others))
      || view.makes(probe.operation, of: guarding.operation)
  }

  /// Whether an operation runs before another on every way to it.
  ///
  /// A way on which the program runs with another database, which needs it not, does not count:
  /// `if is_postgres: await take_lock()`.
  func precedes(_ first: ID<Operation>, _ second: ID<Operation>) -> Bool {
    let home = view.facts.block(of: first)
    let goal = view.facts.block(of: second)
    if home == goal { return first < second }
    var seen = BitSet()
    var pending = [function.entry]
    while let block = pending.popLast() {
      guard block != home, seen.insert(block.index) else { continue }
      if block == goal { return false }
      if asksForDatabase(block), leads(from: block, to: home, avoiding: goal) { continue }
      pending += function.successors(of: block)
    }
    return true
  }

  private func leads(from start: ID<Block>, to goal: ID<Block>, avoiding other: ID<Block>) -> Bool {
    var seen = BitSet()
    var pending = Array(function.successors(of: start))
    while let block = pending.popLast() {
      guard block != other, seen.insert(block.index) else { continue }
      if block == goal { return true }
      pending += function.successors(of: block)
    }
    return false
  }

  /// Whether a block ends with the question which database the program runs with.
  private func asksForDatabase(_ block: ID<Block>) -> Bool {
    guard case .branch(let condition, _, _) = function.blocks[block].terminator,
      let subject = condition.subject
    else { return false }
    var names: [Symbol] = []
    if case .equals(.string(let text)) = condition.test { names.append(text) }
    for maker in view.facts.makers(of: subject) {
      switch view.facts.effect(maker) {
      case .call(let call): names += call.calleeName(view.facts).map { [$0] } ?? []
      case .load(let field, _, _): names.append(field)
      case .compute(_, let operands, _):
        for operand in operands {
          if case .string(let text) = view.facts.literal(of: operand) { names.append(text) }
        }
      default: continue
      }
    }
    return names.contains { context.words[$0].contains(.database) }
  }
}
