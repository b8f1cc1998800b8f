import Basis
import IR

// Which branch on the answer decides that an operation runs: in the world without a row it leads
// there, and in the one with a row it leads somewhere else.

extension RaceWorlds {
  /// Where the answer decides that an operation runs, if it does.
  func deciding(_ target: ID<Operation>) -> Deciding? {
    let absent = reached(in: .absent)
    guard contains(target, in: absent) else { return nil }
    let present = reached(in: .present)
    var correlated: Deciding?
    var unsure: Deciding?
    if let outcome = probe?.outcome, outcome.absent.union(outcome.present).contains(.raises),
      !contains(target, in: present)
    {
      let raised = Deciding(condition: nil, outcome: true)
      if [outcome.absent, outcome.present].contains(.raises) { return raised }
      correlated = raised
    }
    if isRefusedByRaising(target) { correlated = Deciding(condition: nil, outcome: true) }
    for block in function.blocks.ids {
      let isHome = block == home
      guard isHome ? absent.goesOn && present.goesOn : absent.blocks.contains(block.index),
        isHome || present.blocks.contains(block.index),
        case .branch(let condition, let then, let otherwise) = function.blocks[block].terminator,
        flow.concerns(condition),
        let outcome = decides(target, at: block, condition, then, otherwise)
      else { continue }
      let sides =
        outcome ? (leading: then, leaving: otherwise) : (leading: otherwise, leaving: then)
      let found = Deciding(condition: condition, outcome: outcome, sides: sides)
      if isLeft(target, by: sides.leaving, at: block) {
        if isSure(condition, at: block) { return found }
        unsure = unsure ?? found
      }
      correlated = correlated ?? found
    }
    return unsure ?? correlated
  }

  /// Whether a count that is too high raises, and who is refused so does not come to an operation:
  /// `await checkLimit(owner)`.
  private func isRefusedByRaising(_ target: ID<Operation>) -> Bool {
    guard let probe, let home, probe.isCounting || probe.isQuota,
      probe.outcome.present.contains(.raises), !probe.outcome.absent.contains(.raises)
    else { return false }
    let refused = blocks(from: [function.blocks[home].unwind], in: nil, avoiding: [home])
    return !refused.contains(view.facts.block(of: target).index)
  }

  /// Whether a condition says if there was a row, and not what else came of the question:
  /// `if (error) return` before `if (rows.length > 0) return`.
  private func isSure(_ condition: Condition, at block: ID<Block>) -> Bool {
    flow.truth(of: condition, in: .absent, at: block) != .either
      || flow.truth(of: condition, in: .present, at: block) != .either
  }

  /// Whether a side of a branch never comes to an operation, whatever later branches ask: in
  /// `id = known?.id ?? fresh(); if (!known) insert` the second branch decides.
  private func isLeft(
    _ target: ID<Operation>, by side: ID<Block>, at block: ID<Block>
  ) -> Bool {
    var avoided: Set = [block]
    if let home { avoided.insert(home) }
    let goal = view.facts.block(of: target).index
    return !blocks(from: [side], in: nil, avoiding: avoided).contains(goal)
  }

  /// Which side leads to the target in the absent world, where the other avoids it in the present.
  private func decides(
    _ target: ID<Operation>, at block: ID<Block>, _ condition: Condition, _ then: ID<Block>,
    _ otherwise: ID<Block>
  ) -> Bool? {
    let avoided = Set([block] + (home.map { [$0] } ?? []))
    let goal = view.facts.block(of: target).index
    let inAbsence = flow.truth(of: condition, in: .absent, at: block)
    let inPresence = flow.truth(of: condition, in: .present, at: block)
    // What a part of a row says besides being there decides other things.
    let isOfPart = probe?.isPart ?? false || condition.subject.map { flow[$0] } == .property
    guard inAbsence != inPresence || !isOfPart else { return nil }
    let plain = flow.plainTruth(of: condition)
    for outcome in [true, false] {
      let (leading, leaving) = outcome ? (then, otherwise) : (otherwise, then)
      guard inAbsence.contains(outcome ? .yes : .no), inPresence.contains(outcome ? .no : .yes),
        plain.contains(outcome ? .yes : .no),
        blocks(from: [leading], in: .absent, avoiding: avoided).contains(goal)
      else { continue }
      let left = blocks(from: [leaving], in: .present, avoiding: avoided)
      if left.contains(goal) {
        // What changes a row that is there as well, every finder may do.
        let isUpdate = view.roles[target]?.contains(where: \.isUpdate) ?? false
        let isSure = inAbsence == inPresence.inverted && inAbsence != .either && !isUpdate
        guard isSure, isTurnedAway(from: goal, in: left, avoiding: avoided) else { continue }
      } else if !outcome, condition.test == .element, !ends(left) {
        continue
      }
      return outcome
    }
    return nil
  }

  /// Whether what the row says besides keeps who finds it from an operation:
  /// `if (known && known.isActive) throw new Taken()`.
  ///
  /// What it is compared with by size is mostly the clock, and who comes too soon comes again.
  private func isTurnedAway(from goal: Int, in blocks: BitSet, avoiding avoided: Set<ID<Block>>)
    -> Bool
  {
    let absent = reached(in: .absent).blocks
    return blocks.members.contains { member in
      guard !absent.contains(member),
        case .branch(let condition, let then, let otherwise) = function.blocks[ID(member)]
          .terminator,
        condition.test != .element, let subject = condition.subject, flow[subject] == .property,
        asksForState(subject)
      else { return false }
      return [then, otherwise].contains { side in
        !self.blocks(from: [side], in: .present, avoiding: avoided.union([ID(member)]))
          .contains(goal)
      }
    }
  }

  /// Whether a test asks for what the program knows beforehand: `known.status === 'active'`. Whose
  /// row it is, or since when, is no state of it.
  private func asksForState(_ place: ID<Place>) -> Bool {
    view.facts.makers(of: place).allSatisfy { maker in
      guard case .compute(let symbol, let operands, _) = view.facts.effect(maker) else {
        return true
      }
      if case .compare = symbol { return false }
      return operands.allSatisfy { flow[$0] == .property || isConstant($0) }
    }
  }

  /// A literal, or a member of what is named like a class: `Status.ACTIVE`.
  private func isConstant(_ place: ID<Place>) -> Bool {
    if view.facts.literal(of: place) != nil { return true }
    let path = view.facts.path(of: place, in: view.context.program, depth: 4)
    guard let first = path.first, let last = path.last else { return false }
    return first.isClassName || last.name == last.name.uppercased()
  }

  /// Whether some way through these blocks ends the function. The body of a loop that only goes on
  /// with the next element finds nothing: what comes after the loop runs whatever there was.
  private func ends(_ blocks: BitSet) -> Bool {
    blocks.contains(function.normalExit.index) || blocks.contains(function.exceptionalExit.index)
  }
}
