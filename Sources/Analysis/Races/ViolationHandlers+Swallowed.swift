import Basis
import IR
import Linking
import RuleBook

// Handlers that say it is all the same:
//
//     try:
//         session.add(Visit(day=day))
//         session.commit()
//     except Exception:
//         pass                            the loser of a race loses nothing

extension ViolationHandlers {
  /// Whether the first handler around an operation catches everything, says no more of it than a
  /// log does, and goes on.
  func swallows(_ operation: ID<Operation>) -> Bool {
    guard let handler = handlers(hearing: operation).first, catchesAll(handler) else {
      return false
    }
    let region = region(of: handler)
    return region.allSatisfy(goesOn)
      && region.flatMap { function.operations(of: $0) }.allSatisfy(isQuiet)
  }

  private func catchesAll(_ handler: ID<Block>) -> Bool {
    (caught(in: handler) ?? []).allSatisfy { type in
      view.facts.name(of: type).map { view.text($0) == "Exception" } ?? false
    }
  }

  private func goesOn(_ block: ID<Block>) -> Bool {
    switch function.blocks[block].terminator {
    case .raise, .unreachable: false
    case .return(let value): value.map { view.facts.literal(of: $0)?.isNothing ?? false } ?? true
    case .jump, .branch, .choose: true
    }
  }

  private func isQuiet(_ operation: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(operation) else { return true }
    return context.roles.roles(of: call, at: operation, in: view.id).contains(where: \.neverRaises)
  }
}
