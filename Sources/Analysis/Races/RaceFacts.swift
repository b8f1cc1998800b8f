import Basis
import IR
import Linking
import RuleBook

// What the functions of a program ask of a database and write to it, helpers seen through.
//
// `if (await isTaken(slot)) return; await save(booking)` races like the SQL inside of its helpers.
// So the calls of a function mean what the functions behind them do: *is it a question*, which
// ends differently when there is a row and when there is none; *does it insert*; *does it lock*.
// That is asked bottom-up, in rounds: first of the functions that speak to a database themselves,
// then of their callers, three calls up. Functions in between that neither ask nor insert are
// never looked at.

/// The events of all functions that have some, and what their callers need to know.
package struct RaceFacts: Sendable {
  private(set) var events: [ID<ProgramFunction>: RaceEvents] = [:]
  private(set) var summaries: [ID<ProgramFunction>: RaceSummary] = [:]
  private(set) var registered = RegisteredHandlers()

  package init() {}

  /// The functions that change rows, or save what may have been changed, in the order of files.
  private(set) var writing: [ID<ProgramFunction>] = []

  /// Whether some function inserts or changes rows.
  var hasWrites: Bool {
    events.values.contains { !$0.insertions.isEmpty || !$0.writes.isEmpty }
  }

  /// How many calls up a question or an insert is seen.
  private static let rounds = 3
  /// More questions than this make a function too unclear for its callers.
  private static let mostEvents = 8

  init(context: CheckContext) {
    registered = RegisteredHandlers(context: context)
    let statements = Set(
      context.roles.index.behaviour.statementNames.compactMap(context.program.symbols.lookup))
    let saves = NamedSaves(context: context)
    let saving = saves.methods
    var pending = Array(context.program.functions.ids).filter {
      Self.speaksOfRows($0, context) || Self.sendsText($0, statements, context)
        || saves.mayChange($0, savingBy: saving)
    }
    let overriding = OverridingMethods(context)
    for _ in 0...Self.rounds where !pending.isEmpty {
      var changed: [ID<ProgramFunction>] = []
      var writing: [ID<ProgramFunction>] = []
      let known = summaries
      let names = Set(known.keys.map { context.program[$0].name })
      let results = context.workers.map(pending) { function in
        let view = RaceView(function, context: context)
        let found = RaceEventFinder(
          view: view, summaries: known, overriding: overriding, summarised: names
        ).events()
        return (found: found, summary: Self.summary(of: found, view: view))
      }
      for (function, (found, summary)) in zip(pending, results) {
        events[function] = found
        // Who was told the same before knows it.
        if summary != known[function] ?? RaceSummary() { changed.append(function) }
        summaries[function] = summary.isEmpty ? nil : summary
        if !found.writes.isEmpty { writing.append(function) }
      }
      // What a callback writes may have been read in the functions around it.
      let around = writing.compactMap { function in
        context.program[function].parent.map {
          context.program.id(of: $0, besides: function)
        }
      }
      let unread = around.filter { events[$0] == nil && context.program[$0].parent != nil }
      let templates = changed.flatMap { overriding.callers(of: $0, context.program) }
      pending = Set(Self.callers(of: changed, context) + templates + unread).sorted()
    }
    writing = events.filter { !$0.value.writes.isEmpty || !$0.value.insertions.isEmpty }
      .map(\.key).sorted()
  }

  /// Whether some call of the function has a role here; conditions are looked at later.
  private static func speaksOfRows(
    _ id: ID<ProgramFunction>, _ context: CheckContext
  ) -> Bool {
    (context.roles.kinds(in: id).contains(.rows) || context.told[id] != nil)
      && !context.isOnlyTested(id)
  }

  /// Whether the function may send a text that it, or one around it, is given: `run(sql, params)`.
  private static func sendsText(
    _ id: ID<ProgramFunction>, _ names: Set<Symbol>, _ context: CheckContext
  ) -> Bool {
    let function = context.program[id]
    let given = function.parameters.map(\.place) + function.captures.map(\.inner)
    guard given.contains(where: { function.places[$0].name.map(names.contains) ?? false }) else {
      return false
    }
    let sends = function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, case .method(let name, _) = call.callee else {
        return false
      }
      return context.roles.index.rolesOfAnything(context.program.symbols[name]).contains { role in
        if case .query = role { true } else { false }
      }
    }
    return sends && !context.isOnlyTested(id)
  }

  /// The functions that call these, or give them to a library.
  private static func callers(
    of functions: [ID<ProgramFunction>], _ context: CheckContext
  ) -> [ID<ProgramFunction>] {
    var result: Set<ID<ProgramFunction>> = []
    for function in functions {
      result.formUnion(context.program.callers(of: function).map(\.function))
      if let parent = context.program[function].parent {
        result.insert(context.program.id(of: parent, besides: function))
      }
    }
    return result.sorted()
  }

  // MARK: Summaries

  /// Whether a function does something for the row, and says if it did: that is no question. Who gives
  /// nothing where there is no row, and else something, answers one.
  private static func isReport(
    _ outcome: Outcome, _ worlds: RaceWorlds, _ events: RaceEvents
  ) -> Bool {
    let acts = !events.writes.isEmpty || !events.commits.isEmpty || !events.insertions.isEmpty
    guard acts, !outcome.isRaw, outcome.present.isSuperset(of: [.truthy, .falsy]) else {
      return false
    }
    let literals = { (world: RaceWorld) in
      worlds.returns(in: world).map { $0.map { worlds.view.facts.literal(of: $0) } ?? .null }
    }
    let givesNothing = literals(.absent).allSatisfy { $0?.isNothing ?? false }
    return !givesNothing || !literals(.present).allSatisfy { $0?.isNothing ?? true }
  }

  /// The questions whose row the function returns, whatever else it may return.
  private static func returnedRows(
    _ probes: [(Probe, OutcomeFlow)], _ rows: [Probe], _ view: RaceView
  ) -> [Probe] {
    let flows = probes + rows.prefix(mostEvents).map { ($0, OutcomeFlow(view: view, probe: $0)) }
    guard !view.function.isGenerator else { return [] }
    return flows.compactMap { probe, flow in
      let isReturned = view.function.blocks.values.contains { block in
        guard case .return(let value?) = block.terminator else { return false }
        return flow[value] == .answer
      }
      guard isReturned, !probe.isCounting, probe.outcome.isRaw else { return nil }
      var row = probe
      row.outcome = .answer
      return row
    }
  }

  /// The parameter that must be true for an operation to run: `if for_update: lock()`.
  private static func flag(before operation: ID<Operation>, _ view: RaceView) -> Int? {
    let goal = view.facts.block(of: operation)
    for block in view.function.blocks.ids {
      guard
        case .branch(let condition, let then, let otherwise) =
          view.function.blocks[block].terminator,
        condition.test == .truthy, let subject = condition.subject,
        let index = view.function.parameters.firstIndex(where: {
          subject == $0.place && $0.isTrueByDefault
            || view.facts.origins(of: subject) == [$0.place]
        })
      else { continue }
      let side = condition.isNegated ? otherwise : then
      if !reaches(goal, avoiding: (block, side), view.function) { return index }
    }
    return nil
  }

  /// Whether a block is reached without a step from one block to another, which may well be reached
  /// on other ways: behind `if not quick: …` all goes on in the same block.
  private static func reaches(
    _ goal: ID<Block>, avoiding step: (from: ID<Block>, to: ID<Block>), _ function: Function
  ) -> Bool {
    var seen = BitSet()
    var pending = [function.entry]
    while let block = pending.popLast() {
      guard seen.insert(block.index) else { continue }
      if block == goal { return true }
      pending += function.successors(of: block).filter { block != step.from || $0 != step.to }
    }
    return false
  }

  /// A write as callers see it, if they give what is written.
  private static func givenWrite(_ write: RowWrite, _ view: RaceView) -> GivenWrite? {
    guard write.entity != nil else { return nil }
    let values = write.assignments.compactMap { assignment -> GivenWrite.Value? in
      guard assignment.value.function == view.id else { return nil }
      let origins = view.facts.origins(of: assignment.value.place)
      let index = view.function.parameters.firstIndex { origins == [$0.place] }
      return index.map { GivenWrite.Value(column: assignment.column, parameter: $0) }
    }
    return values.isEmpty ? nil : GivenWrite(write: write, values: values)
  }

  private static func summary(of events: RaceEvents, view: RaceView) -> RaceSummary {
    var result = RaceSummary()
    var found: [(probe: Probe, worlds: RaceWorlds)] = []
    for probe in events.probes.prefix(mostEvents) {
      found.append((probe, RaceWorlds(view: view, probe: probe)))
    }
    result.texts = events.texts
    result.textsAround = events.textsAround
    result.commits = !events.commits.isEmpty
    result.writes = events.writes.prefix(mostEvents).compactMap { givenWrite($0, view) }
    let guards = RaceGuards(view: view, events: events)
    result.guards = events.guards
      .filter { $0.kind == .lock || $0.kind == .serializable }
      .filter { !guards.isOver($0) }
      .map { guarding in
        var seen = guarding
        seen.flag = guarding.flag ?? flag(before: guarding.operation, view)
        return seen
      }
    let words = view.text(view.function.name).identifierWords
    let speaksOfQuota = words.contains(
      where: view.context.roles.index.behaviour.quotaWords.contains)
    for (probe, worlds) in found where !view.function.isGenerator {
      var outcome = worlds.outcome()
      var seen = probe
      // `while exists(slug): slug = next(slug)`: who comes back has found none.
      if outcome.present.isEmpty, !outcome.absent.isEmpty,
        !AskedValues(view: view).areFresh(of: probe)
      {
        outcome.present = .raises
        seen.isRepeated = true
      }
      guard outcome.tells, !isReport(outcome, worlds, events) else { continue }
      seen.outcome = outcome
      seen.isQuota =
        probe.isQuota || worlds.comparesWithQuota || !outcome.isRaw && speaksOfQuota
      result.probes.append(seen)
    }
    result.rows = returnedRows(
      found.map { ($0.probe, $0.worlds.flow) }, events.rows.filter { !$0.isTold }, view)
    for insertion in events.insertions.prefix(mostEvents * 2) {
      // What is decided inside is told inside.
      let isDecided = found.contains { probe, worlds in
        probe.entity.isSame(as: insertion.entity) && guards.deciding(insertion, worlds) != nil
      }
      guard !isDecided, !guards.isHandled(insertion), guards.isFresh(insertion, orGiven: true)
      else { continue }
      var seen = guards.forCallers(insertion)
      seen.flag = insertion.flag ?? flag(before: insertion.operation, view)
      result.insertions.append(seen)
    }
    return result
  }
}
