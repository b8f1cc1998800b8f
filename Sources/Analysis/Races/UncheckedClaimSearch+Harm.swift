import Basis
import IR
import Linking
import RuleBook

// What two requests do that both pass a check.

extension UncheckedClaimSearch {
  func harm(
    of change: Change, besides others: [Change], behind refusal: Refusal, on entity: String
  ) -> UncheckedClaim.Harm? {
    guard refusesNext(change, refusal) else { return nil }
    if let sent = sent(by: change, behind: refusal) { return sent }
    guard refusal.isLeft else { return isBegun(change, behind: refusal) ? .repeated : nil }
    if refusal.isOfPresence ? saysWhose(change) : others.contains(where: givesAway) {
      return .shared
    }
    let behind = blocks(behind: refusal)
    let isBehind = { [view] (operation: ID<Operation>) in
      behind.contains(view.facts.block(of: operation).index)
    }
    if let effect = effect(besides: entity, where: isBehind) { return .effect(effect) }
    return isOnce(change) || isBusy(change) ? .repeated : nil
  }

  /// Whether who finds a state begins to work, and says so: `if (job.state === 'queued') { job.state =
  /// 'running' ... }`.
  private func isBegun(_ change: Change, behind refusal: Refusal) -> Bool {
    (refusal.states?.isAdmitting ?? false) && isBusy(change)
  }

  /// Whether what is set says that somebody is at it, and others should keep off.
  private func isBusy(_ change: Change) -> Bool {
    if let state = change.state { return words.busyStates.contains(state.lowercased()) }
    let column = change.column.identifierWords.drop { $0 == "is" }
    return column.first.map(words.busyStates.contains) ?? false
  }

  /// The blocks that only who passes comes to: what happens on both sides happens whoever passes.
  func blocks(behind refusal: Refusal) -> BitSet {
    let other = view.blocks(from: refusal.leaving, avoiding: refusal.branch)
    return view.blocks(from: refusal.passing, avoiding: refusal.branch).members
      .reduce(into: BitSet()) { if !other.contains($1) { $0.insert($1) } }
  }

  /// Whether the change makes the check refuse the next one: `if (state === 'off') return` does not,
  /// where the state is set to another.
  func refusesNext(_ change: Change, _ refusal: Refusal) -> Bool {
    guard let written = change.state, let states = refusal.states else { return true }
    return states.refuses(written)
  }

  /// A state that another function sets, that the check refuses, and that the change sets back:
  /// `if (order.state !== 'open') throw ...` and `order.state = 'cancelled'`, beside `paid`.
  func overwriting(
    _ change: Change, behind refusal: Refusal, on entity: Entity
  ) -> UncheckedClaim.Harm? {
    guard let written = change.state.map(ComparedStates.plain), let states = refusal.states else {
      return nil
    }
    let search = StateWriteSearch(context: view.context)
    let isDead = isDead(written)
    let others = { [self] (wantsDead: Bool) in
      search.first(of: change.column, entity, besides: view.id) { state in
        ComparedStates.plain(state) != written && states.refuses(state)
          && (isDead && self.isDead(ComparedStates.plain(state))) == wantsDead
      }
    }
    if let found = others(false) { return .overwritten(found) }
    guard isDead, var found = others(true) else { return nil }
    found.isMinor = true
    return .overwritten(found)
  }

  /// Whether nothing more is done for rows of a state, made plain.
  private func isDead(_ state: String) -> Bool {
    words.deadStates.contains { ComparedStates.plain($0) == state }
  }

  /// Whether a column says whose the row is, and somebody is written to it who came from outside.
  func saysWhose(_ change: Change) -> Bool {
    let names = change.column.identifierWords
    guard let value = change.value,
      names.contains(where: { words.holderWords.contains($0) || words.referenceWords.contains($0) })
    else { return false }
    return isGiven(value, depth: 4)
  }

  /// The same beside a state that was looked at: who approved something, or whom it was sent to, is
  /// only told.
  func givesAway(_ change: Change) -> Bool {
    saysWhose(change)
      && change.column.identifierWords.contains(where: words.holderWords.contains)
  }

  /// Whether what is set is a state that a row comes to once: `used`, `status = 'sold'`.
  func isOnce(_ change: Change) -> Bool {
    // `used`, `is_used`, `used_at`; `last_used_at` is another matter.
    let column = change.column.identifierWords.drop { $0 == "is" }
    if column.first.map(words.onceStates.contains) ?? false { return true }
    return change.state.map { words.onceStates.contains($0.lowercased()) }
      ?? false
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
  func effect(
    besides entity: String, where isBehind: (ID<Operation>) -> Bool
  ) -> RaceSite? {
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
