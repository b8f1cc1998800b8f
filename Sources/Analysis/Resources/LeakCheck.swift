package import Basis
package import Findings
import IR
package import Linking
import RuleBook

// The leak check: every resource is given back on every way out.
//
// For each acquisition of a function the flow of that one resource is solved (`ResourceFlow`), and
// the two exits are asked: is it still held there? A path to the gravest such exit is the finding.
// How the exit is reached says which rule speaks:
//
//     no exit at all without it held               SL101 never-released
//     a normal way out, no exception on the path   SL102 leak-on-early-exit
//     an exception on the path                     SL103 leak-on-error-path
//     the variable took another value before       SL108 overwritten-before-release
//     what is held is a transaction                SL107 open-transaction
//
// One acquire gives one finding; a leak without an exception is shown before one with.

/// SL101, SL102, SL103, SL107 and SL108: what is acquired and not released on every path.
package struct LeakCheck: Check {
  /// Block visits for one resource in one function; the usual budget when nothing is said.
  private let visits: Int?

  package init(visits: Int? = nil) { self.visits = visits }

  /// Block visits that suffice for any function whose facts do not multiply beyond reason.
  static func budget(of function: Function) -> Int { 1_000 + 400 * function.blocks.count }

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    _ = runWithinBudget(on: function, in: context, report: report)
  }

  package func runWithinBudget(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) -> Bool {
    if StuckStates.mayApply(to: context.program[function], context) {
      StuckStates(view: FunctionView(function, context: context)).run(report: report)
    }
    if let takings = context.summaries.paired.callers[function] {
      UnendedPairs(view: FunctionView(function, context: context)).run(takings, report: report)
    }
    var told: Set<SourceLocation> = []
    let mayLeave = UnevenArms.mayApply(to: function, context)
    guard mayLeave || !context.summaries.acquisitions(in: function).isEmpty else {
      return follow(function, in: context, report: report)
    }
    let isComplete = follow(function, in: context) { finding in
      told.insert(finding.location)
      report(finding)
    }
    let view = FunctionView(function, context: context)
    for arms in UnevenArms.settled(in: view) {
      arms.run(takenBy: view, besides: &told, report: report)
    }
    if mayLeave, let arms = UnevenArms(view: view) {
      arms.run(besides: told, report: report)
      LastingListeners(arms: arms).run(report: report)
    }
    return isComplete
  }

  /// Everything but what is left by some arms only.
  private func follow(
    _ function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) -> Bool {
    UnawaitedReleases(context: context, function: function).run(report: report)
    PooledTransactions(context: context, function: function).run(report: report)
    let pipe = context.program.symbols.lookup("pipe")
    let opens = context.roles.kinds(in: function).contains(.acquire)
    if AbandonedHandles.mayApply(to: context.program[function], pipe: pipe, opens: opens) {
      AbandonedHandles(view: FunctionView(function, context: context)).run(report: report)
    }
    if RequestListeners.mayApply(to: context.program[function], context) {
      RequestListeners(view: FunctionView(function, context: context)).run(report: report)
    }
    tellKnown(of: function, in: context, report: report)
    var isComplete = !context.summaries.givenUp.contains(function)
    let acquisitions =
      context.summaries.acquisitions(in: function).filter {
        !isBlamed($0, context) && !$0.spec.isOutOfReach
      }
      + (context.summaries.failures[function] ?? [])
    let mayRace = context.words(of: function).contains(.racing)
    let forgotten = context.summaries.forgotten[function] ?? []
    guard !acquisitions.isEmpty || !forgotten.isEmpty || mayRace else { return isComplete }
    let view = FunctionView(function, context: context)
    var leaks: [Leak] = []
    if mayRace { RacedTimers(view: view).run(report: report) }
    defer { if mayRace { OrphanedAcquires(view: view).run(besides: leaks, report: report) } }
    for acquisition in acquisitions {
      let flow = ResourceFlow(
        acquisition: acquisition, view: view, summaries: context.summaries)
      let budget = visits ?? Self.budget(of: view.function)
      let solution = solve(flow, in: view.function, budget: budget)
      if !solution.isComplete { isComplete = false }
      if let leak = Leak(solution) {
        leaks.append(leak)
      } else {
        CancelledScopes(solution: solution).run(report: report)
      }
      ProtocolCheck(solution: solution).run(report: report)
      if !context.roles.index.behaviour.coroutinesAreLazy {
        PooledListeners(view: view).run(on: acquisition, report: report)
      }
    }
    for acquisition in forgotten
    where context.isEnabled("SL101")
      && !leaks.contains(where: { $0.acquisition.site == acquisition.site })
    {
      report(LeakMessage.forgotten(acquisition, view))
    }
    for leak in leaks
    where !leak.isExplained(by: leaks) && !leak.isPart(of: leaks, view)
      && !leak.isOtherBranch(of: leaks, view)
    {
      guard context.isEnabled(leak.rule), !leak.isOfFailedTest(view) else { continue }
      report(LeakMessage(leak: leak, view: view).finding())
    }
    return isComplete
  }

  /// What the summaries tell of a function's calls.
  private func tellKnown(
    of function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    for dropped in context.summaries.dropped[function] ?? [] where context.isEnabled("SL108") {
      report(LeakMessage.dropped(dropped, context))
    }
    for lost in context.summaries.overwritten[function] ?? [] where context.isEnabled("SL108") {
      report(LeakMessage.overwritten(lost, context))
    }
    for unkept in context.summaries.unkept[function] ?? [] where context.isEnabled("SL101") {
      report(LeakMessage.unkept(unkept, in: function, context))
    }
    if let blamed = context.summaries.blamed[function], context.isEnabled("SL101") {
      report(LeakMessage.blamed(blamed, in: function, context))
    }
  }

  /// Whether what a function got is told of the function that gives it to all of them.
  private func isBlamed(_ acquisition: Acquisition, _ context: CheckContext) -> Bool {
    guard case .wrapper(let helper) = acquisition.evidence else { return false }
    return context.summaries.blamed[helper] != nil
  }
}

/// An acquisition that is not released on some way out, with one such way.
struct Leak {
  let acquisition: Acquisition
  let witness: Witness
  let rule: String
  /// Whether the function gives it back on some other way.
  let isReleasedElsewhere: Bool
  /// Whether a callee that cannot be followed may have taken it over: not if the function gives it
  /// back itself after the same callee.
  let isDoubtful: Bool
  /// How many more ways out leave it held.
  let otherPaths: Int

  /// Nil when every way out is fine.
  init?(_ solution: Solution<ResourceFlow>) {
    let function = solution.function
    let acquisition = solution.problem.acquisition
    let exits = [function.normalExit, function.exceptionalExit]
    // What a failure leaves, and its exception tells the caller of, is the caller's.
    let asked = acquisition.isFailure ? [function.normalExit] : exits
    let isOnlyUndone = Self.isOnlyUndone(solution)
    let isLent =
      acquisition.evidence == .siblings
      || acquisition.evidence == .behaviour && acquisition.spec.kind != .response
      || solution.problem.isOfReceiver
      || acquisition.spec.kind == .socket && solution.problem.isPassed
    let rounds = Self.rounds(solution)
    let held = (asked + rounds).flatMap { exit in
      solution[exit].disjuncts.filter { disjunct in
        disjunct.typestate == .held
          && (disjunct.isUsed || acquisition.lazyField == nil)
          && !(isOnlyUndone && (disjunct.isDoubtful || isLent) && !disjunct.key.hasRaised)
      }.map { (exit, $0) }
    }.sorted { Self.isPlainer($0.1.key, $1.1.key) }
      .filter { !acquisition.isLostOnlyByException || $0.1.key.hasRaised }
    let isReleased = (exits + rounds).contains { exit in
      solution[exit].contains(.released) || solution[exit].contains(.gone)
    }
    // What only the function's own releases speak for must be released somewhere.
    let isResponse = acquisition.spec.kind == .response
    if acquisition.evidence == .behaviour, !isReleased, !isResponse { return nil }
    if acquisition.spec.isLazy, isReleased { return nil }
    let told = held.lazy.compactMap { exit, disjunct -> (Disjunct, Witness)? in
      guard let witness = solution.witness(to: exit, disjunct.key),
        acquisition.spec.kind != .lock || !Self.isCounted(witness, solution.problem.view)
      else { return nil }
      return (disjunct, witness)
    }.first
    guard let (disjunct, witness) = told, !(acquisition.isVague && disjunct.key.hasRaised) else {
      return nil
    }
    self.acquisition = acquisition
    self.witness = witness
    isReleasedElsewhere = (exits + rounds).contains { solution[$0].contains(.released) }
    isDoubtful =
      witness.last?.isDoubtful == true
      && !exits.contains { exit in
        solution[exit].disjuncts.contains { $0.typestate == .released && $0.isDoubtful }
      }
    var ways: Set<Way> = []
    for (exit, disjunct) in held {
      let key = disjunct.key
      ways.insert(Way(exit: exit, hasRaised: key.hasRaised, isLost: key.isLost))
    }
    otherPaths = ways.count - 1
    let isTransaction = acquisition.spec.kind == .transaction
    if isTransaction {
      rule = "SL107"
    } else if disjunct.key.isLost {
      rule = "SL108"
    } else if !isReleased, !acquisition.isLostOnlyByException {
      rule = "SL101"
    } else {
      rule = disjunct.key.hasRaised ? "SL103" : "SL102"
    }
  }

  /// Where a loop that never ends goes on with what an earlier round took, if the function has no way
  /// out: `while True:`, with a handler around all that its body does.
  private static func rounds(_ solution: Solution<ResourceFlow>) -> [ID<Block>] {
    let function = solution.function
    let exits = [function.normalExit, function.exceptionalExit]
    guard exits.allSatisfy({ solution[$0].disjuncts.isEmpty }) else { return [] }
    let round = function.blocks.ids.first { block in
      solution[block].disjuncts.contains { $0.typestate == .held && $0.key.isEarlier }
    }
    return round.map { [$0] } ?? []
  }

  /// What readers tell apart of the ways out.
  private struct Way: Hashable {
    var exit: ID<Block>
    var hasRaised: Bool
    var isLost: Bool
  }

  /// Whether the way out is of somebody who is not the last: a count, which the function keeps in a
  /// field, decides whether a lock is given back.
  private static func isCounted(_ witness: Witness, _ view: FunctionView) -> Bool {
    witness.edges.contains { edge in
      guard edge.after.typestate == .held, case .branch(let condition, _) = edge.exit.kind,
        case .equals(.number) = condition.test, let subject = condition.subject,
        let maker = view.facts.definition(of: subject),
        case .load(let field, let object, _) = view.facts.effect(maker),
        object == view.function.receiver
      else { return false }
      return view.function.operations.values.contains { operation in
        if case .store(_, object, field) = operation.effect { true } else { false }
      }
    }
  }

  /// Whether one way is told rather than another: of what an earlier round of a loop took, first
  /// that the next round overwrites it, and only then that there is no next round.
  private static func isPlainer(_ left: Disjunct.Key, _ right: Disjunct.Key) -> Bool {
    let isKept = (left.isEarlier && !left.isLost, right.isEarlier && !right.isLost)
    return isKept.0 == isKept.1 ? left < right : isKept.1
  }

  /// Whether the function releases only where something was raised: what it gave to a callee that
  /// cannot be followed is the callee's when all goes well.
  private static func isOnlyUndone(_ solution: Solution<ResourceFlow>) -> Bool {
    let function = solution.function
    let returned = solution[function.normalExit].disjuncts.filter { $0.typestate == .released }
    let raised = solution[function.exceptionalExit].disjuncts.filter { $0.typestate == .released }
    // What is given back only on the way of an exception is undone, though nothing here was seen to
    // raise it.
    return !(returned.isEmpty && raised.isEmpty) && returned.allSatisfy(\.key.hasRaised)
  }

  /// Whether what the resource ends with is itself lost: a page of a browser that nobody closes.
  func isPart(of others: [Leak], _ view: FunctionView) -> Bool {
    guard let parent = acquisition.parent, acquisition.spec.kind != .transaction else {
      return false
    }
    return others.contains { other in
      other.acquisition.site != acquisition.site
        && view.forwardAliases(of: other.acquisition.handle).contains(parent.index)
    }
  }

  /// Whether only an exception in a test loses it: then the test has failed, and says so itself.
  func isOfFailedTest(_ view: FunctionView) -> Bool {
    rule == "SL103" && view.context.facts.fileKind(of: view.id) == .test
  }

  /// Whether another branch of the same choice takes what the same variable has, and loses it at
  /// the same place, or nobody gives either back: one fix mends both, and the first is told.
  func isOtherBranch(of others: [Leak], _ view: FunctionView) -> Bool {
    guard case .call(let site) = acquisition.site else { return false }
    let names = namedAliases(view)
    let shape = FlowShape(view.function)
    let block = view.facts.block(of: site)
    return others.contains { other in
      guard other.rule == rule, case .call(let first) = other.acquisition.site, first < site,
        !names.isDisjoint(with: other.namedAliases(view))
      else { return false }
      let start = view.facts.block(of: first)
      return start != block && (rule == "SL101" || witness.turn == other.witness.turn)
        && !shape.after(start).contains(block.index)
        && !shape.after(block).contains(start.index)
    }
  }

  private func namedAliases(_ view: FunctionView) -> Set<Int> {
    Set(
      view.forwardAliases(of: acquisition.handle).members.filter { place in
        view.function.places[ID(place)].name != nil
      })
  }

  /// Whether a leak of the connection itself already says what this open transaction would.
  func isExplained(by others: [Leak]) -> Bool {
    guard rule == "SL107" else { return false }
    return others.contains { other in
      other.rule != "SL107" && other.acquisition.spec.kind != .transaction
        && other.witness.edges.last?.exit.target == witness.edges.last?.exit.target
    }
  }
}
