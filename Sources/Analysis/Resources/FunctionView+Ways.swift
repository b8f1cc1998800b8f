import Basis
import IR
import Linking
import RuleBook

extension FunctionView {
  /// The blocks that a block leads to without an exception, itself included, where a way ends before
  /// some others.
  func blocks(plainlyFrom start: ID<Block>, before others: Set<ID<Block>> = []) -> Set<ID<Block>> {
    var reached: Set<ID<Block>> = []
    var pending = [start]
    while let block = pending.popLast() {
      guard reached.insert(block).inserted else { continue }
      pending += function.blocks[block].terminator.targets.filter { !others.contains($0) }
    }
    return reached
  }

  /// Whether an operation can run after another without an exception in between.
  func leads(from first: ID<Operation>, to second: ID<Operation>) -> Bool {
    let goal = facts.block(of: second)
    let start = facts.block(of: first)
    if start == goal, first < second { return true }
    return function.blocks[start].terminator.targets.contains {
      blocks(plainlyFrom: $0).contains(goal)
    }
  }

  /// Whether one of some operations runs on every way from an operation to the function's end that an
  /// exception does not take.
  func isAlways(_ first: ID<Operation>, followedByOneOf later: Set<ID<Operation>>) -> Bool {
    let start = facts.block(of: first)
    if later.contains(where: { facts.block(of: $0) == start && $0 > first }) { return true }
    return blocks(plainlyFrom: start, before: Set(later.map(facts.block))).allSatisfy { block in
      if case .return = function.blocks[block].terminator { false } else { true }
    }
  }

  /// The calls that commit or roll back a transaction, by the methods' names.
  func ends(ofTransaction place: ID<Place>) -> [Call] {
    let behaviour = context.roles.index.behaviour
    let names = behaviour.commitMethods + behaviour.rollbackMethods
    let aliases = forwardAliases(of: place)
    return function.operations.values.compactMap { operation in
      guard case .call(let call) = operation.effect,
        case .method(let name, let receiver) = call.callee, aliases.contains(receiver.index),
        names.contains(text(name))
      else { return nil }
      return call
    }
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
