import Basis
import IR
import Linking
import RuleBook

// A state that the question asks for, and the write does not:
//
//     const job = await find({status: 'queued'})           one job, for two workers
//     update({id: job.id}, {status: 'running', worker})    both run it
//
// Rows that a loop goes through are none: whoever goes through all of them mostly does so alone.

extension UncheckedClaimSearch {
  /// The claims of rows that a question found by their state, one for each row.
  mutating func askedClaims(besides known: Set<RaceSite>) -> [UncheckedClaim] {
    var settled: [ID<Operation>: Set<String>] = [:]
    // What only chooses the rows of a statement that changes them asks nothing.
    let changing = Set(events.writes.map(\.operation))
    for probe in events.probes
    where probe.outcome.isRaw && !probe.locksRows && !choosesRows(probe, of: changing) {
      let columns = ColumnReader(view: view).settled(by: probe)
      if !columns.isEmpty { settled[probe.operation] = columns }
    }
    guard !settled.isEmpty else { return [] }
    var result: [UncheckedClaim] = []
    for write in events.writes where !known.contains(write.site) {
      guard let name = write.entity?.entity?.name,
        let row = row(foundBy: write, among: settled)
      else { continue }
      let conditions = Set(write.conditions.map(ColumnWords.plain))
      let columns = settled[row.operation, default: []].subtracting(conditions)
      let found = askedClaim(changes(by: write), of: row, settled: columns, on: name)
      if let found { result.append(found) }
    }
    return result + askedObjects(settled, besides: known)
  }

  /// Whether a question is one of some writes, or a part of one:
  /// `rows.filter(owner=None).update(owner=me)`.
  private func choosesRows(_ probe: Probe, of writes: Set<ID<Operation>>) -> Bool {
    if writes.contains(probe.operation) { return true }
    guard case .call(let call) = view.facts.effect(probe.operation) else { return false }
    return view.facts.uses(of: call.result).contains { use in
      guard case .call(let next) = view.facts.effect(use) else { return false }
      return next.receiver == call.result && writes.contains(use)
    }
  }

  /// The question whose row a write finds, by a member of it or by what the question asked by.
  private mutating func row(
    foundBy write: RowWrite, among settled: [ID<Operation>: Set<String>]
  ) -> Probe? {
    for place in view.places(behind: write) {
      for maker in view.facts.makers(of: place) {
        guard case .load(_, let object, _) = view.facts.effect(maker),
          let row = values.row(object, in: view.id), settled[row.operation] != nil,
          write.entity.map(row.entity.isSame) ?? false
        else { continue }
        return row
      }
    }
    return events.probes.first { row in
      settled[row.operation] != nil && write.entity.map(row.entity.isSame) ?? false
        && row.operation < write.operation && Self.asks(write, asDoes: row, in: view)
    }
  }

  private mutating func askedObjects(
    _ settled: [ID<Operation>: Set<String>], besides known: Set<RaceSite>
  ) -> [UncheckedClaim] {
    var result: [UncheckedClaim] = []
    var claimed = BitSet()
    for operation in function.operations.ids {
      guard case .store(_, let object, _) = view.facts.effect(operation),
        claimed.insert(view.paths[object]), let row = values.row(object, in: view.id),
        !row.isGiven, let columns = settled[row.operation], let name = row.entity.entity?.name,
        let site = events.save(of: object, after: operation, in: view), !known.contains(site)
      else { continue }
      let changes = changes(of: view.paths[object], site)
      let found = askedClaim(changes, of: row, settled: columns, on: name)
      if let found { result.append(found) }
    }
    return result
  }

  private func askedClaim(
    _ changes: [Change], of row: Probe, settled: Set<String>, on entity: String
  ) -> UncheckedClaim? {
    for change in changes where settled.contains(ColumnWords.plain(change.column)) {
      guard !isRepeated(change.operation, since: row.operation),
        let harm = harm(of: change, among: changes, after: row, on: entity)
      else { continue }
      return UncheckedClaim(
        column: change.column, entity: entity, site: change.site, check: row.site, isAsked: true,
        harm: harm)
    }
    return nil
  }

  /// Whether a write is in a loop that the question is not in.
  private func isRepeated(_ write: ID<Operation>, since question: ID<Operation>) -> Bool {
    let start = view.facts.block(of: question)
    let goal = view.facts.block(of: write)
    return function.successors(of: goal).contains {
      view.blocks(from: $0, avoiding: start).contains(goal.index)
    }
  }

  private func harm(
    of change: Change, among all: [Change], after row: Probe, on entity: String
  ) -> UncheckedClaim.Harm? {
    let others = all.filter { $0.column != change.column }
    let isTaken = isOnce(change) || isHeld(change)
    if takes(change) || others.contains(where: { takes($0) && (isTaken || !isActor($0)) }) {
      return .shared
    }
    let bound = blocks(boundTo: change.operation)
    let isBehind = { [view] (operation: ID<Operation>) in
      operation > row.operation && bound.contains(view.facts.block(of: operation).index)
    }
    if let effect = effect(besides: entity, where: isBehind) { return .effect(effect) }
    return isOnce(change) || isHeld(change) ? .repeated : nil
  }

  /// The blocks that are come to with a write only: behind it, or on ways that all lead there.
  ///
  /// What happens without the write as well, happens whoever gets the row.
  private func blocks(boundTo write: ID<Operation>) -> BitSet {
    let home = view.facts.block(of: write)
    let around = view.blocks(from: function.entry, avoiding: home)
    var result = BitSet()
    for block in function.blocks.ids {
      let leadsElsewhere = { [view, function] in
        view.blocks(from: block, avoiding: home).members.contains { index in
          if case .return = function.blocks[ID(index)].terminator { true } else { false }
        }
      }
      if !around.contains(block.index) || !leadsElsewhere() { result.insert(block.index) }
    }
    return result
  }

  /// Whether what is set says that somebody is at it now: `status = 'running'`.
  func isHeld(_ change: Change) -> Bool {
    change.state.map { words.heldStates.contains($0.lowercased()) } ?? false
  }

  /// Whether a column may only say who has done it: `{status: 'rejected', userId}`.
  private func isActor(_ change: Change) -> Bool {
    let holders = change.column.identifierWords.filter(words.holderWords.contains)
    return holders.allSatisfy(words.actorWords.contains)
  }

  /// Whether a column gives the row to somebody; who deleted it, is only told.
  private func takes(_ change: Change) -> Bool {
    let names = change.column.identifierWords
    let isState = names.first.map { words.onceStates.contains($0) || words.heldStates.contains($0) }
    return givesAway(change) && (!names.contains("by") || isState ?? false)
  }
}
