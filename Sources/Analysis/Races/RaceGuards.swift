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

/// The guards of one function.
struct RaceGuards {
  let view: RaceView
  let events: RaceEvents

  private var function: Function { view.function }
  private var context: CheckContext { view.context }

  // MARK: Clauses

  /// Whether a conflict clause belongs to the insert: chained to it, or part of what it is given.
  func hasConflictClause(_ insertion: Insertion) -> Bool {
    events.guards.contains { guarding in
      guard guarding.kind == .conflictClause else { return false }
      return guarding.operation == insertion.operation
        || view.makes(insertion.operation, of: guarding.operation)
        || view.makes(guarding.operation, of: insertion.operation)
    }
  }

  /// Whether the insert is one statement, or its violation is expected in this function.
  func isHandled(_ insertion: Insertion) -> Bool {
    hasConflictClause(insertion)
      || ViolationHandlers(view: view, events: events).handles(insertion)
  }

  // MARK: Freshness

  /// Whether what is saved is new; an object that came from elsewhere is updated.
  ///
  /// - Parameter orGiven: whether an object that callers give counts, because they will be asked.
  func isFresh(_ insertion: Insertion, orGiven: Bool) -> Bool {
    guard let object = insertion.object else { return true }
    return view.facts.origins(of: object).contains { origin in
      isMade(origin) || orGiven && function.places[origin].kind == .parameter
    }
  }

  /// The insert as callers see it: they are asked about an object only if they give it.
  func forCallers(_ insertion: Insertion) -> Insertion {
    guard let object = insertion.object else { return insertion }
    var result = insertion
    let origins = view.facts.origins(of: object)
    let given = origins.filter { function.places[$0].kind == .parameter }
    result.object = origins.contains(where: isMade) ? nil : given.first
    return result
  }

  /// The operations that make the new object, where others may stand in its place.
  func makers(of insertion: Insertion) -> [ID<Operation>] {
    let made = objectMakers(of: insertion)
    guard case .call(let call) = view.facts.effect(insertion.operation) else { return made }
    // `missing.append(row)`, then `insert_many(missing)`.
    return made + call.arguments.flatMap { view.growth(of: $0.value) }
  }

  /// The operations that make the object which becomes the row.
  func objectMakers(of insertion: Insertion) -> [ID<Operation>] {
    insertion.object.map { view.facts.makers(of: $0).filter(isMaking) } ?? []
  }

  private func isMade(_ place: ID<Place>) -> Bool {
    view.facts.definitions(of: place).contains(where: isMaking)
  }

  private func isMaking(_ operation: ID<Operation>) -> Bool {
    switch view.facts.effect(operation) {
    case .aggregate: return true
    case .call(let call):
      if call.isConstruction { return true }
      let isAnswer = events.probes.contains { $0.operation == operation }
      let targets = context.program.targets(of: operation, in: view.id)
      if isAnswer { return false }
      return !targets.constructed.isEmpty || isBuilder(call)
    default: return false
    }
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
    case none(seeming: GuardSpec.Kind?)
  }

  func protection(of probe: Probe?, at start: ID<Operation>?) -> Protection {
    var seeming: GuardSpec.Kind?
    for guarding in events.guards where start.map({ precedes(guarding.operation, $0) }) ?? false {
      switch guarding.kind {
      case .lock where isRowLockOfAnswer(guarding, probe): continue
      case .lock, .serializable: return .full
      case .transaction, .mutex: seeming = seeming ?? guarding.kind
      case .conflictClause: continue
      }
    }
    return .none(seeming: seeming)
  }

  /// `SELECT ... FOR UPDATE` as the question: there is no row to lock when there is none.
  private func isRowLockOfAnswer(_ guarding: Guarding, _ probe: Probe?) -> Bool {
    guard let probe else { return false }
    return guarding.operation == probe.operation
      || view.makes(guarding.operation, of: probe.operation)
      || view.makes(probe.operation, of: guarding.operation)
  }

  /// Whether an operation runs before another on every way to it.
  func precedes(_ first: ID<Operation>, _ second: ID<Operation>) -> Bool {
    let home = view.facts.block(of: first)
    let goal = view.facts.block(of: second)
    if home == goal { return first < second }
    var seen = BitSet()
    var pending = [function.entry]
    while let block = pending.popLast() {
      guard block != home, seen.insert(block.index) else { continue }
      if block == goal { return false }
      pending += function.successors(of: block)
    }
    return true
  }
}
