import Basis
import IR
import Linking
import RuleBook

/// Finds what a function sets and does not set back where an exception passes the place.
struct LostMarks {
  let view: FunctionView

  private var facts: FunctionFacts { view.facts }

  private struct Point: Hashable {
    var block: ID<Block>
    var hasRaised: Bool
  }

  /// What raises on a way from an operation that passes none of its ends, if every other way does.
  func lost(after mark: ID<Operation>, ends: Set<ID<Operation>>) -> ID<Operation>? {
    let function = facts.function
    var seen: Set<Point> = []
    var pending: [(Point, start: ID<Operation>?, raising: ID<Operation>?)] = [
      (Point(block: facts.block(of: mark), hasRaised: false), mark, nil)
    ]
    // What is set by waiting was not set where the wait fails.
    var own: Set<ID<Operation>> = []
    if let result = facts.effect(mark).result { own = Set(facts.uses(of: result)) }
    var result: ID<Operation>?
    while let (point, start, raising) = pending.popLast() {
      if point.block == function.normalExit || point.block == function.exceptionalExit {
        guard point.hasRaised else { return nil }
        result = result ?? raising
        continue
      }
      guard seen.insert(point).inserted || start != nil else { continue }
      var isEnded = false
      for operation in function.operations(of: point.block) {
        if let start, operation <= start { continue }
        // Set again: another round, which is another one's to follow.
        if ends.contains(operation) || operation == mark {
          isEnded = true
          break
        }
        if !own.contains(operation), raises(operation) {
          let next = Point(block: function.blocks[point.block].unwind, hasRaised: true)
          pending.append((next, nil, raising ?? operation))
        }
      }
      if isEnded { continue }
      for next in nexts(of: point.block) {
        pending.append((Point(block: next, hasRaised: point.hasRaised), nil, raising))
      }
    }
    return result
  }

  private func nexts(of block: ID<Block>) -> [ID<Block>] {
    let value = facts.function.blocks[block]
    switch value.terminator {
    case .return: return [facts.function.normalExit]
    case .raise: return [value.unwind]
    default: return value.terminator.targets
    }
  }

  /// Whether something may fail in practice: a wait for what is asked of others.
  private func raises(_ operation: ID<Operation>) -> Bool {
    guard case .await(let value, _) = facts.effect(operation),
      !view.flow.quiet.contains(operation.index), !view.isPause(operation)
    else { return false }
    let makers = facts.makers(of: value)
    guard let maker = makers.first, makers.count == 1,
      case .call(let call) = facts.effect(maker)
    else { return false }
    if call.isConstruction { return view.isPromise(call, facts) }
    return !QuietCalls(view.context).isQuietWhenAwaited(maker, in: view.id)
      && !(view.roles[maker] ?? []).contains(where: \.neverRaises)
  }
}
