import Basis
import IR
import RuleBook

/// A path through a function on which a resource is lost.
struct Witness {
  /// One block left for the next.
  struct Edge {
    var block: ID<Block>
    var before: Disjunct.Key
    var exit: BlockExit
    var after: Disjunct
  }

  /// From where the resource is taken to the exit.
  var edges: [Edge]

  /// Whether the last step throws out of the function.
  func endsExceptionally(in function: Function) -> Bool {
    edges.last?.exit.target == function.exceptionalExit
  }

  /// Where a path turns to the exit.
  struct Turn: Equatable {
    var block: ID<Block>
    var target: ID<Block>
    /// What throws there.
    var operation: ID<Operation>?
  }

  /// The step with which the path turns to the exit: the first that throws, or the last one.
  var turn: Turn? {
    let edge = edges.first { !$0.before.hasRaised && $0.after.key.hasRaised } ?? edges.last
    return edge.map { edge in
      var turn = Turn(block: edge.block, target: edge.exit.target)
      if case .raise(let operation) = edge.exit.kind { turn.operation = operation }
      return turn
    }
  }

  /// The disjunct in which the path leaves.
  var last: Disjunct? { edges.last?.after }
}

/// A block entered with a key.
private struct WitnessNode: Hashable {
  var block: ID<Block>
  var key: Disjunct.Key
}

extension Solution where Problem == ResourceFlow {
  /// The shortest path to an exit that is reached with this key, by a call that a reader believes
  /// to raise where there is one.
  ///
  /// The search follows the solution's own disjuncts, so each step is one that the fixpoint took.
  func witness(to target: ID<Block>, _ key: Disjunct.Key) -> Witness? {
    path(to: target, key) { problem.view.isLikely($0) }
      ?? path(to: target, key) { !problem.view.isTame($0) } ?? path(to: target, key) { _ in true }
  }

  private func path(
    to target: ID<Block>, _ key: Disjunct.Key, where mayRaise: (ID<Operation>) -> Bool
  ) -> Witness? {
    var cameFrom: [WitnessNode: (node: WitnessNode, edge: Witness.Edge)] = [:]
    let starts = self[function.entry].disjuncts.map {
      WitnessNode(block: function.entry, key: $0.key)
    }
    var visited = Set(starts)
    var queue = starts
    var head = 0
    let goal = WitnessNode(block: target, key: key)
    while head < queue.count, !visited.contains(goal) {
      let node = queue[head]
      head += 1
      guard let start = self[node.block].disjuncts.first(where: { $0.key == node.key }) else {
        continue
      }
      for (exit, state) in ways(outOf: node.block, from: ResourceState(start)) {
        if case .raise(let operation) = exit.kind, !mayRaise(operation) { continue }
        for disjunct in state.disjuncts {
          let kept = self[exit.target].kept(disjunct.key)
          let next = WitnessNode(block: exit.target, key: kept)
          guard visited.insert(next).inserted else { continue }
          let edge = Witness.Edge(
            block: node.block, before: node.key, exit: exit, after: disjunct)
          cameFrom[next] = (node, edge)
          if exit.target != function.normalExit, exit.target != function.exceptionalExit {
            queue.append(next)
          }
        }
      }
    }
    guard visited.contains(goal) else { return nil }
    var edges: [Witness.Edge] = []
    var node = goal
    while let (previous, edge) = cameFrom[node] {
      edges.append(edge)
      node = previous
    }
    edges.reverse()
    // The story begins where the resource is taken for the last time.
    let start = edges.lastIndex { $0.before.typestate == .unacquired } ?? 0
    return Witness(edges: Array(edges[start...]))
  }

  /// The ways out of a block: what its author wrote at its end first, what may throw after it, so
  /// that of two paths of one length the plainer is told.
  private func ways(
    outOf block: ID<Block>, from start: ResourceState
  ) -> [(BlockExit, ResourceState)] {
    var written: [(BlockExit, ResourceState)] = []
    var thrown: [(BlockExit, ResourceState)] = []
    replay(block, from: start) { exit, state in
      if case .raise = exit.kind {
        thrown.append((exit, state))
      } else {
        written.append((exit, state))
      }
    }
    return written + thrown
  }
}

extension FunctionView {
  /// Whether everybody knows that an operation fails at times: it waits for something, or is of a
  /// library that speaks to others.
  fileprivate func isLikely(_ operation: ID<Operation>) -> Bool {
    switch facts.effect(operation) {
    case .await: true
    case .call(let call):
      isWaitedFor(call.result)
        || (roles[operation] ?? []).contains { role in
          switch role {
          case .acquire, .probe, .insert, .update, .query, .payment, .http: true
          default: false
          }
        }
    default: false
    }
  }

  /// Whether a reader would not believe that an operation raises: what gets or sets something, and
  /// is waited for by nobody.
  fileprivate func isTame(_ operation: ID<Operation>) -> Bool {
    switch facts.effect(operation) {
    case .await: return false
    case .call(let call):
      guard !isWaitedFor(call.result), let name = call.calleeName(facts),
        let first = Verbs.words(of: text(name)).first
      else { return false }
      return context.roles.index.behaviour.tameVerbs.contains(first)
    default: return true
    }
  }
}
