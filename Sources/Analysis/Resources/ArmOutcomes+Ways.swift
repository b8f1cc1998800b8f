import Basis
import IR
import Linking
import RuleBook

extension ArmOutcomes {
  // MARK: Ways

  /// What can have happened when a function has run, by each of its ways.
  func ways(
    through function: ID<ProgramFunction>, from start: ID<Operation>? = nil
  ) -> Set<Way> {
    if start == nil, let known = cache.ways[function] { return known }
    if start == nil { cache.ways[function] = [[]] }
    let body = program[function]
    var reached: [Set<Way>] = Array(repeating: [], count: body.blocks.count)
    let first = start.map { facts(function).block(of: $0) } ?? body.entry
    reached[first.index] = [[]]
    var pending = [first]
    while let block = pending.popLast() {
      var ways = reached[block.index]
      var isBefore = start != nil && block == first && ways == [[]]
      func reach(_ next: ID<Block>, _ ways: Set<Way>) {
        guard !ways.isSubset(of: reached[next.index]) else { return }
        reached[next.index].formUnion(ways)
        pending.append(next)
      }
      let unwind = body.blocks[block].unwind
      for operation in body.operations(of: block) {
        if isBefore {
          isBefore = operation != start
          continue
        }
        let after = apply(operation, in: function, to: ways)
        if body.operations[operation].mayRaise, unwind != body.exceptionalExit {
          // What fails while ending it has no better way to end it.
          reach(unwind, after.allSatisfy { $0.contains(.ended) } ? after : ways)
        }
        ways = after
      }
      for next in nexts(of: block, in: function) { reach(next, ways) }
    }
    let result = reached[body.normalExit.index]
    if start == nil { cache.ways[function] = result }
    return result
  }

  /// Whether a condition asks for the error of a handle that could not be opened.
  private func asksForFailure(_ subject: ID<Place>, in function: ID<ProgramFunction>) -> Bool {
    if let error = kept.error, arms.root(of: subject, in: function) == error { return true }
    guard kept.kind == .handle, let first = program[function].parameters.first,
      arms.root(of: subject, in: function)
        == PlaceReference(function: function, place: first.place),
      let parent = program[function].parent
    else { return false }
    let outer = program.id(of: parent, besides: function)
    let facts = facts(outer)
    return facts.function.operations.ids.contains { operation in
      guard case .call(let call) = facts.effect(operation), let name = facts.name(of: call),
        call.arguments.contains(where: { arms.closures($0.value, in: outer).contains(function) })
      else { return false }
      if let event = event(of: call, facts), behaviour.openingEvents.contains(event) { return true }
      return Verbs.isOpening(program.symbols[name])
    }
  }

  /// Where a block leads to, if the thing is there at all: `if (timer) clearTimeout(timer)`.
  private func nexts(of block: ID<Block>, in function: ID<ProgramFunction>) -> [ID<Block>] {
    let body = program[function]
    switch body.blocks[block].terminator {
    case .jump(let next): return [next]
    case .choose(let choices): return choices
    case .return: return [body.normalExit]
    case .raise: return [body.blocks[block].unwind]
    case .unreachable: return []
    case .branch(let condition, let then, let otherwise):
      guard let subject = condition.subject else { return [then, otherwise] }
      if asksForFailure(subject, in: function) {
        switch condition.test {
        case .truthy: return [condition.isNegated ? then : otherwise]
        case .null, .equals, .element, .opaque: return [then, otherwise]
        }
      }
      // `signal?.removeEventListener(…)`: who listens to it has it.
      let isThere =
        arms.root(of: subject, in: function) == kept.root
        || kept.kind == .listener && arms.owner(of: subject, in: function) == listenedTo
      guard isThere else { return [then, otherwise] }
      switch condition.test {
      case .truthy: return [condition.isNegated ? otherwise : then]
      case .null: return [condition.isNegated ? then : otherwise]
      case .equals, .element, .opaque: return [then, otherwise]
      }
    }
  }

  private func apply(
    _ operation: ID<Operation>, in function: ID<ProgramFunction>, to ways: Set<Way>
  ) -> Set<Way> {
    guard case .call(let call) = facts(function).effect(operation), !call.isImplicit else {
      return ways
    }
    func all(_ change: Way) -> Set<Way> { Set(ways.map { $0.union(change) }) }
    let ending = ending(by: call, at: operation, in: function)
    if !ending.isEmpty { return all(ending) }
    if case .value(let callee) = call.callee {
      if arms.settling(callee, in: function) != nil { return all(.settled) }
      if let root = arms.root(of: callee, in: function), root.function == function,
        program[function].places[root.place].kind == .parameter
      {
        return all(.called)
      }
    }
    let helpers = helpers(of: call, in: function)
    if !helpers.isEmpty {
      let isAsked = isAsked(call, in: function)
      let given = call.arguments.reduce(into: Way()) { $0.formUnion(told($1.value, in: function)) }
      return Set(
        helpers.flatMap { self.ways(through: $0) }.flatMap { inner -> [Way] in
          var outcome = inner.contains(.called) ? inner.union(given) : inner
          // What it returns may say whether the thing is to be ended now.
          if isAsked { outcome.insert(.given) }
          return ways.map { $0.union(outcome.subtracting(.called)) }
        })
    }
    // Who is told of something that comes after this arm may end the thing then.
    guard function != arms.settler.function, !isRemoving(call, in: function) else { return ways }
    let isEndedLater = call.arguments.contains { argument in
      told(with: argument.value, in: function).contains { endsWithin($0) }
    }
    return isEndedLater ? all(.ended) : ways
  }

  /// The functions of the family that an argument is, or that an object has which it is.
  private func told(
    with argument: ID<Place>, in function: ID<ProgramFunction>
  ) -> [ID<ProgramFunction>] {
    let facts = facts(function)
    return arms.closures(argument, in: function)
      + facts.makers(of: argument).flatMap { maker -> [ID<ProgramFunction>] in
        guard case .aggregate(let made, _) = facts.effect(maker) else { return [] }
        return made.entries.flatMap { arms.closures($0.value, in: function) }
      }
  }

  /// Whether something depends on what a call gives.
  private func isAsked(_ call: Call, in function: ID<ProgramFunction>) -> Bool {
    !facts(function).uses(of: call.result).isEmpty
      || program[function].blocks.values.contains { block in
        guard case .branch(let condition, _, _) = block.terminator else { return false }
        return condition.subject == call.result
      }
  }

  func isRemoving(_ call: Call, in function: ID<ProgramFunction>) -> Bool {
    guard let name = facts(function).name(of: call),
      let first = Verbs.words(of: program.symbols[name]).first
    else { return false }
    return behaviour.removingVerbs.contains(first)
  }

  /// What happens when a value is called: a function of the family, or what settles.
  private func told(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Way {
    if arms.settling(place, in: function) != nil { return .settled }
    return arms.closures(place, in: function).reduce(into: Way()) { result, closure in
      for way in self.ways(through: closure) { result.formUnion(way) }
    }
  }

  /// The functions of the family that a call runs at once.
  func helpers(
    of call: Call, in function: ID<ProgramFunction>
  ) -> [ID<ProgramFunction>] {
    guard case .value(let callee) = call.callee, !call.isConstruction else { return [] }
    return arms.closures(callee, in: function)
  }
}

/// The ways through functions that are known already.
final class OutcomeCache {
  var ways: [ID<ProgramFunction>: Set<ArmOutcomes.Way>] = [:]
}
