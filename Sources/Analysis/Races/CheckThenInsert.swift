package import Basis
package import Findings
import IR
package import Linking
import RuleBook

// SL301: a row is made because a moment ago it was not there.
//
//     const taken = await db.query('SELECT ... WHERE slot = $1', [slot])     the probe
//     if (taken.rows.length > 0) throw new SlotTaken()                       decides
//     await db.query('INSERT INTO bookings ...')                             the insert
//
// Four questions, each in a file of its own: which calls ask and which insert, helpers seen
// through (`RaceFacts`); of which entity (`EntityReader`); does the answer decide (`RaceWorlds`);
// and is there a guard over both (`RaceGuards`, `RaceSurroundings`, `ViolationHandlers`).
//
// One insert gives one finding, however many questions it depends on. Where a unique key covers the
// question, nothing is there twice, and the finding is SL303: nobody expects the violation.

/// Finds inserts that depend on the absence of a row, with no guard over question and insert.
package struct CheckThenInsert: Check {
  package init() {}

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    guard context.isEnabled("SL301") || context.isEnabled("SL303"),
      let events = context.races.events[function],
      !events.probes.isEmpty || events.insertions.contains(where: { $0.asked != nil }),
      context.program.functions[function].function != Module.body, !context.runsAlone(function)
    else { return }
    var search = RaceSearch(function: function, events: events, context: context)
    for race in search.races() {
      let finding = RaceMessage(race: race, context: context).finding()
      if context.isEnabled(finding.rule) { report(finding) }
    }
  }
}

/// A question and an insert that depends on it.
struct Race {
  var probe: Probe
  var insertion: Insertion
  var deciding: Deciding
  /// The function that the question is asked in.
  var asking: ID<ProgramFunction>
  /// The function that the insert is in: the same, or a callback in it.
  var inserting: ID<ProgramFunction>
  /// What looks like a guard and is none.
  var seeming: SeemingGuard?
  /// The unique key by which the database refuses the second row.
  var key: Schema.Key?
  /// Whether who finds a row is only sent away.
  var isRefused: Bool
  /// Whether the answer is compared with a limit that is more than one.
  var isLimited: Bool
  /// Whether little comes of it: a quota is overdrawn, a log has a line twice.
  var isMinor: Bool
  /// Whether the row is looked for among those that were found, by more than the question says.
  var isLookedThrough: Bool
  /// Whether something is written between question and insert, which both requests do.
  var actsBefore = false
  /// Whether a library declares the rows, so that nobody here knows what is unique in them.
  var isForeign = false
  /// Further inserts that the same question decides.
  var others: [RaceSite] = []

  /// How grave it is beside others of the same question; less is graver.
  fileprivate var rank: Int {
    let gravity = isMinor ? 3 : key == nil ? 0 : isRefused && !actsBefore ? 2 : 1
    return gravity * 2 + (deciding.isOfObject ? 1 : 0)
  }
}

/// The search for races whose question is asked in one function.
struct RaceSearch {
  let function: ID<ProgramFunction>
  let events: RaceEvents
  let context: CheckContext
  let view: RaceView
  let guards: RaceGuards
  let surroundings: RaceSurroundings
  private var reported: Set<SiteKey> = []
  /// Where the rows of the races found are made: an object that is saved twice is one row.
  private var made: Set<SiteKey> = []
  private var minor: [Race] = []

  private struct SiteKey: Hashable {
    var function: ID<ProgramFunction>
    var operation: ID<Operation>
    /// Which of the inserts of a call it is: a transaction's callback may make several rows.
    var site: RaceSite?
  }

  init(function: ID<ProgramFunction>, events: RaceEvents, context: CheckContext) {
    self.function = function
    self.events = events
    self.context = context
    view = RaceView(function, context: context)
    guards = RaceGuards(view: view, events: events)
    surroundings = RaceSurroundings(context: context, races: context.races)
  }

  mutating func races() -> [Race] {
    var result: [Race] = []
    minor = []
    let asked = AskedValues(view: view)
    for probe in events.probes where !isSynchronous(probe) && !guards.asksByOwnRow(probe) {
      if asked.areFresh(of: probe) { continue }
      let worlds = RaceWorlds(view: view, probe: probe)
      result += races(of: probe, worlds, in: function, events, view)
      result += racesInClosures(probe, worlds.flow, of: view, depth: 3)
      result += racesInCallees(probe, worlds)
      for part in parts(of: probe, worlds.flow) {
        let worlds = RaceWorlds(view: view, probe: part)
        result += races(of: part, worlds, in: function, events, view)
      }
    }
    result += conditionalInserts()
    // An insert has one finding: of the questions that decide it, one that matters.
    let rest = minor.filter { race in
      reported.insert(key(of: race)).inserted
    }
    return onePerQuestion(result + rest)
  }

  /// Statements that ask and insert: `INSERT ... SELECT ... WHERE NOT EXISTS (...)`.
  private mutating func conditionalInserts() -> [Race] {
    events.insertions.compactMap { insertion in
      guard let asked = insertion.asked, insertion.path.isEmpty, !guards.isHandled(insertion),
        reported.insert(
          SiteKey(function: function, operation: insertion.operation, site: insertion.site)
        ).inserted
      else { return nil }
      let probe = Probe(
        operation: insertion.operation, entity: insertion.entity, columns: asked,
        outcome: .answer, isCounting: false, locksRows: false, site: insertion.site, path: [])
      guard let risk = unprotected(probe, insertion, function, isLimited: false) else { return nil }
      let worlds = RaceWorlds(view: view, probe: probe)
      return Race(
        probe: probe, insertion: insertion, deciding: Deciding(condition: nil, outcome: true),
        asking: function, inserting: function, seeming: risk.seeming,
        key: uniqueKey(probe, insertion, function, worlds), isRefused: true, isLimited: false,
        isMinor: false, isLookedThrough: false)
    }
  }

  private func key(of race: Race) -> SiteKey {
    SiteKey(
      function: race.inserting, operation: race.insertion.operation, site: race.insertion.site)
  }

  /// The gravest race of each question: whoever makes that one safe has made all safe.
  private func onePerQuestion(_ races: [Race]) -> [Race] {
    Dictionary(grouping: races, by: \.probe.operation).sorted { $0.key < $1.key }.map { _, races in
      let first = races.indices.min { (races[$0].rank, $0) < (races[$1].rank, $1) } ?? 0
      var race = races[first]
      race.others = races.indices.filter { $0 != first }.map { races[$0].insertion.site }
      return race
    }
  }

  /// Questions about another entity that the answer holds: `user.subscription`.
  private func parts(of probe: Probe, _ flow: OutcomeFlow) -> [Probe] {
    let wanted = events.insertions.filter { !$0.entity.isSame(as: probe.entity) }
    guard !wanted.isEmpty else { return [] }
    return view.function.operations.ids.compactMap { operation in
      guard case .load(let field, let object, _) = view.facts.effect(operation),
        flow[object] != nil
      else { return nil }
      let entity = EntityReference.known(context.schema.entity(ofMember: view.text(field)))
      guard wanted.contains(where: { $0.entity.isSame(as: entity) }) else { return nil }
      let range = view.function.operations[operation].range
      var part = probe
      part.operation = operation
      part.entity = entity
      part.outcome = .answer
      part.isPart = true
      part.columns = foreignKey(to: probe.entity)
      part.flags = []
      part.alternatives = []
      part.site = RaceSite(
        location: context.location(of: range, in: function),
        text: context.facts.text(of: range, in: function))
      part.path = [probe.site] + probe.path
      return part
    }
  }

  /// The column by which rows refer to an entity: what belongs to a case has its `case_id`.
  private func foreignKey(to entity: EntityReference) -> [String] {
    entity.entity.map { [Entity.key($0.name) + "_id"] } ?? []
  }

  /// The inserts of a function that the answer decides, here or in a callback.
  mutating func races(
    of probe: Probe, _ worlds: RaceWorlds, in id: ID<ProgramFunction>, _ events: RaceEvents,
    _ view: RaceView
  ) -> [Race] {
    let guards = RaceGuards(view: view, events: events)
    var result: [Race] = []
    for insertion in events.insertions
    where insertion.entity.isSame(as: probe.entity) && insertion.isMark == probe.isMark {
      if probe.isRepeated, id != function || !view.makes(probe.operation, of: insertion.operation) {
        continue
      }
      if isOfOtherRows(insertion, probe) { continue }
      let key = SiteKey(function: id, operation: insertion.operation, site: insertion.site)
      guard !reported.contains(key), insertion.operation != probe.operation || id != function,
        guards.isFresh(insertion, orGiven: false)
          || id == function && guards.isSought(insertion, by: probe),
        !isOfOwnRow(insertion, probe), !makesAnother(insertion, than: probe),
        let deciding = guards.deciding(insertion, worlds),
        !isSoughtByNumber(insertion, worlds, deciding),
        !hasLeft(before: insertion, probe, guards, id)
      else { continue }
      // Past a limit no constraint is violated.
      let isLimited = probe.isQuota || worlds.isLimited(deciding)
      guard isLimited || !guards.isHandled(insertion),
        let risk = unprotected(probe, insertion, id, isLimited: isLimited),
        !isOfCallersRow(probe)
      else { continue }
      let unique = isLimited ? nil : uniqueKey(probe, insertion, id, worlds)
      let isRefused = worlds.isRefused(deciding)
      if isHarmless(insertion, probe, deciding, worlds, id) { continue }
      if unique == nil, !isLimited, isUndone(insertion, events, id) { continue }
      if unique != nil {
        if surroundings.expectsRefusal(of: insertion, guards) { continue }
        if context.races.registered.expects(refusing: isRefused) { continue }
      }
      let isMinor =
        unique != nil && guards.isSwallowed(insertion) || risk.isChecked
        || risk.seeming?.kind == .mutex || probe.isQuota || probe.isOfAll
        || worlds.isQuota(deciding) || isJournal(probe, insertion)
      if !isMinor { reported.insert(key) }
      let makers = guards.objectMakers(of: insertion).map { SiteKey(function: id, operation: $0) }
      guard makers.isEmpty || !made.isSuperset(of: makers) else { continue }
      var race = Race(
        probe: probe, insertion: insertion, deciding: deciding, asking: function, inserting: id,
        seeming: risk.seeming, key: unique, isRefused: isRefused,
        isLimited: isLimited, isMinor: isMinor, isLookedThrough: worlds.looksThrough(deciding))
      race.actsBefore =
        unique != nil && id == function && risk.seeming?.kind != .transaction
        && isOfDeliveries(insertion) && acts(between: probe, and: insertion, guards)
      race.isForeign =
        unique == nil && !isLimited && isForeign(insertion, context.program.path(of: id))
      if isMinor {
        minor.append(race)
      } else {
        made.formUnion(makers)
        result.append(race)
      }
    }
    return result
  }

  /// Whether the question is asked by a row that every caller has made a moment ago.
  private func isOfCallersRow(_ probe: Probe) -> Bool {
    guards.given(to: probe).contains { surroundings.areOwnRows(givenAs: $0, to: function) }
  }

  /// Whether it is all the same that two requests come to an insert: what is only kept for later may
  /// be computed twice, and what replaces the row that was there is none the worse for that.
  private func isHarmless(
    _ insertion: Insertion, _ probe: Probe, _ deciding: Deciding, _ worlds: RaceWorlds,
    _ id: ID<ProgramFunction>
  ) -> Bool {
    guard insertion.isMark || insertion.replaces else { return false }
    if !worlds.isRefused(deciding), !worlds.leaves(deciding) { return true }
    // A loop asks again what came of it.
    return insertion.replaces && id == function
      && guards.canFollow(insertion.operation, by: probe.operation, avoiding: nil)
  }

  /// Whether rows say that something was delivered, so that it is done once: `WebhookEvent`.
  private func isOfDeliveries(_ insertion: Insertion) -> Bool {
    let nouns = context.roles.index.behaviour.deliveryNouns
    let words = insertion.entity.entity?.name.identifierWords ?? []
    return words.map(Entity.key).contains(where: nouns.contains)
  }

  /// Whether another entity's rows are made by a helper that runs after the question and before the
  /// insert on some way: `if (known) return; await handle(event); await keep(event.id)`.
  private func acts(
    between probe: Probe, and insertion: Insertion, _ guards: RaceGuards
  ) -> Bool {
    let effects =
      events.insertions.filter { !$0.path.isEmpty && !$0.entity.isSame(as: insertion.entity) }
      .map(\.operation)
      + events.writes.filter { write in
        write.entity.map { !$0.isSame(as: insertion.entity) } ?? false
      }.map(\.operation)
    return effects.contains { effect in
      effect != insertion.operation && effect != probe.operation
        && guards.canFollow(probe.operation, by: effect, avoiding: nil)
        && guards.canFollow(
          effect, by: insertion.operation, avoiding: view.facts.block(of: probe.operation))
        && !view.makes(effect, of: insertion.operation)
    }
  }

  /// Whether a question that only asks for a kind of rows, helpers away from an insert, need not be
  /// about what that makes: `if order_has_gifts(order): raise ...` before `replace(order)`.
  private func isOfOtherRows(_ insertion: Insertion, _ probe: Probe) -> Bool {
    !probe.columns.isEmpty && probe.columns.allSatisfy(probe.flags.contains)
      && !probe.path.isEmpty && probe.path.count + insertion.path.count > 2
  }

  /// Whether the transaction that the insert stands in makes another row, too, of which the database
  /// refuses the second one: then it takes back both.
  private func isUndone(
    _ insertion: Insertion, _ events: RaceEvents, _ inserting: ID<ProgramFunction>
  ) -> Bool {
    let isInside = events.guards.contains {
      $0.kind == .transaction && $0.operation == insertion.operation
    }
    guard isInside else { return false }
    let path = context.program.path(of: inserting)
    return events.insertions.contains { other in
      guard other.operation == insertion.operation, !other.entity.isSame(as: insertion.entity),
        let entity = other.entity.entity
      else { return false }
      return context.schema.hasUniqueKey(entity, filledBy: other.row, near: path)
    }
  }

  /// Whether of two requests the second has left before an insert, because another one of the same
  /// rows comes first, whose violation is expected: `try: add(claim) except IntegrityError: raise`.
  private func hasLeft(
    before insertion: Insertion, _ probe: Probe, _ guards: RaceGuards, _ id: ID<ProgramFunction>
  ) -> Bool {
    let path = context.program.path(of: id)
    return guards.events.insertions.contains { first in
      guard first.operation != insertion.operation, first.entity.isSame(as: insertion.entity),
        let entity = first.entity.entity, guards.precedes(first.operation, insertion.operation),
        guards.isHandled(first), !guards.hasConflictClause(first),
        !guards.canFollowFailure(of: first.operation, insertion.operation)
      else { return false }
      return context.schema.key(of: entity, askedBy: probe, madeBy: first, near: path) != nil
    }
  }

  /// What is left where no guard protects.
  private struct Risk {
    /// What looks like a guard.
    var seeming: SeemingGuard?
    /// Whether some ways ask again under a lock.
    var isChecked = false
  }

  /// Nil where a guard protects.
  private func unprotected(
    _ probe: Probe, _ insertion: Insertion, _ inserting: ID<ProgramFunction>, isLimited: Bool
  ) -> Risk? {
    let isHere = inserting == function
    let own = guards.protection(
      of: probe, at: probe.operation, until: isHere ? insertion.operation : nil)
    guard !guards.isClaimed(before: probe.operation), case .none(let seeming) = own,
      case .none(let around) = surroundings.protection(of: function),
      isLimited || !surroundings.isHandled(inserting)
    else { return nil }
    var risk = Risk(seeming: seeming ?? around)
    let isInTransaction = [seeming, around].contains { $0?.kind == .transaction }
    if isInTransaction, self.guards.waitsForRow(probe) { return nil }
    guard isHere else { return risk }
    for second in guards.questionsUnderLock(after: probe) {
      let worlds = RaceWorlds(view: view, probe: second)
      guard worlds.deciding(insertion.operation) != nil else { continue }
      if guards.precedes(second.operation, insertion.operation) { return nil }
      risk.isChecked = true
    }
    return risk
  }

  // MARK: Synchronous drivers

  /// Whether nothing can come between question and insert: JavaScript that does not wait.
  private func isSynchronous(_ probe: Probe) -> Bool {
    guard !view.isPython, case .call(let call) = view.facts.effect(probe.operation) else {
      return false
    }
    let hasCallback = call.arguments.contains { argument in
      context.program.values(of: argument.value, in: function).contains { value in
        if case .function = value { true } else { false }
      }
    }
    return !hasCallback && !isAwaited(call.result)
  }

  /// Whether a value, or something it was put or passed into, is waited for.
  private func isAwaited(_ place: ID<Place>) -> Bool {
    var seen = BitSet()
    var pending = [place]
    while let next = pending.popLast() {
      guard seen.insert(next.index), seen.count < 32 else { continue }
      for operation in view.facts.uses(of: next) {
        switch view.facts.effect(operation) {
        case .await: return true
        case .copy(_, let into), .aggregate(_, let into): pending.append(into)
        case .call(let call): pending.append(call.result)
        default: continue
        }
      }
    }
    return isReturned(seen)
  }

  private func isReturned(_ places: BitSet) -> Bool {
    view.function.blocks.values.contains { block in
      if case .return(let place?) = block.terminator { places.contains(place.index) } else { false }
    }
  }
}
