import Basis
import IR
import Linking
import RuleBook

extension FunctionView {
  /// Whether an operation can run after another without an exception in between.
  func leads(from first: ID<Operation>, to second: ID<Operation>) -> Bool {
    let goal = facts.block(of: second)
    let start = facts.block(of: first)
    if start == goal, first < second { return true }
    var seen = BitSet()
    var pending = function.blocks[start].terminator.targets
    while let block = pending.popLast() {
      guard seen.insert(block.index) else { continue }
      if block == goal { return true }
      pending += function.blocks[block].terminator.targets
    }
    return false
  }

  /// Whether a function can come to its end behind an operation without an exception in between.
  func comesToItsEnd(after operation: ID<Operation>) -> Bool {
    var seen = BitSet()
    var pending = [facts.block(of: operation)]
    while let block = pending.popLast() {
      guard seen.insert(block.index) else { continue }
      if case .return = function.blocks[block].terminator { return true }
      pending += function.blocks[block].terminator.targets
    }
    return false
  }

  /// Whether one of some operations runs on every way from an operation to the function's end that an
  /// exception does not take.
  func isAlways(_ first: ID<Operation>, followedByOneOf later: Set<ID<Operation>>) -> Bool {
    let start = facts.block(of: first)
    let blocks = Set(later.map(facts.block))
    if later.contains(where: { facts.block(of: $0) == start && $0 > first }) { return true }
    var seen = BitSet()
    var pending = [start]
    while let block = pending.popLast() {
      if case .return = function.blocks[block].terminator { return false }
      for next in function.blocks[block].terminator.targets
      where !blocks.contains(next) && seen.insert(next.index) {
        pending.append(next)
      }
    }
    return true
  }

  /// Whether a value never leaves the function: it is only asked for something, or given to calls that
  /// are asked for something with it.
  func staysInside(_ place: ID<Place>) -> Bool {
    let aliases = forwardAliases(of: place)
    let isCaptured = function.operations.values.contains { operation in
      guard case .closure(let nested, _) = operation.effect else { return false }
      return program[program.id(of: nested, besides: id)].captures.contains {
        aliases.contains($0.outer.index)
      }
    }
    if isCaptured { return false }
    return aliases.members.allSatisfy { index in
      let alias = ID<Place>(index)
      return function.places[alias].kind.isOwn && !isReturned(alias)
        && facts.uses(of: alias).allSatisfy { isAsked($0, with: alias) }
    }
  }

  private func isAsked(_ use: ID<Operation>, with place: ID<Place>) -> Bool {
    switch facts.effect(use) {
    case .copy, .await, .load, .loadElement, .compute, .iterate: true
    case .store(let value, _, _), .storeElement(let value, _, _): value != place
    case .call(let call):
      call.receiver == place
        || !call.isConstruction
          && !(call.calleeName(facts).map {
            context.roles.index.behaviour.keepMethods.contains(text($0))
          } ?? false)
    case .literal, .aggregate, .yield, .closure, .makeClass, .importModule, .caught, .opaque: false
    }
  }
}

extension Place.Kind {
  /// Whether what has this kind ends with the function.
  fileprivate var isOwn: Bool {
    switch self {
    case .local, .temporary: true
    case .parameter, .receiver, .captured, .global, .exception: false
    }
  }
}
