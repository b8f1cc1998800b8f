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

  var function: Function { _read { yield view.function } }
  var context: CheckContext { view.context }

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
