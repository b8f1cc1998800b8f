import Basis
import IR
import Linking
import RuleBook

// A context manager of the program's own that is given a handle ends it when its block is left:
//
//     @contextmanager
//     def cleanup(session):
//         try: yield
//         except DatabaseError: session.close(); raise        and what else is raised?
//         else: session.close()
//
//     with cleanup(session): ...

extension ResourceFlow {
  /// Whether a call makes a block's scope of a handle that it is given, and the block ends it.
  func isScope(_ call: Call, at operation: ID<Operation>, _ disjunct: Disjunct) -> Bool {
    guard disjunct.typestate == .held, isEntered(call.result) else { return false }
    return !keys(of: call, at: operation) { disjunct.aliases.contains(view.paths[$0]) }.isEmpty
  }

  private func isEntered(_ manager: ID<Place>) -> Bool {
    view.facts.uses(of: manager).contains { use in
      guard case .call(let call) = view.facts.effect(use) else { return false }
      return call.isImplicit && isEntering(call)
    }
  }

  /// The parameters of called context managers that are given some handle, and give it back.
  private func keys(
    of call: Call, at operation: ID<Operation>, _ isOurs: (ID<Place>) -> Bool
  ) -> [Summaries.EffectKey] {
    view.program.targets(of: operation, in: view.id).functions.flatMap { target in
      let function = view.program[target]
      guard function.isGenerator, view.context.isContextManager(target) else {
        return [Summaries.EffectKey]()
      }
      return function.parameters.indices.compactMap { index in
        let place = function.parameters[index].place
        switch effect(on: place, of: target) {
        case .releases, .sometimesReleases: break
        case .borrows, .keeps, .returns: return nil
        }
        guard call.handles(for: index, of: function).contains(where: isOurs) else { return nil }
        let reference = PlaceReference(function: target, place: place)
        return Summaries.EffectKey(reference: reference, isTransaction: isTransaction)
      }
    }
  }

  /// Whether leaving a block on this way leaves open what its scope was given: by an exception that
  /// the context manager does not handle.
  func isKeptByScope(_ leaving: Call, at operation: ID<Operation>) -> Bool {
    guard let manager = leaving.receiver, isOnRaise(operation) else { return false }
    return view.facts.makers(of: manager).contains { maker in
      guard case .call(let call) = view.facts.effect(maker) else { return false }
      return keys(of: call, at: maker) { _ in true }.contains(
        where: summaries.losingScopes.contains)
    }
  }

  /// Whether a cleanup runs because something was raised, and passes that on.
  private func isOnRaise(_ operation: ID<Operation>) -> Bool {
    let block = view.function.blocks[view.facts.block(of: operation)]
    if case .raise(nil) = block.terminator { return true }
    return false
  }

  // MARK: Leaving blocks

  /// Whether leaving a block ends the handle.
  func leavesContext(_ call: Call, _ disjunct: Disjunct) -> Bool {
    guard let receiver = call.receiver else { return false }
    if isParent(receiver) { return true }
    if disjunct.carriers.contains(view.paths[receiver]) { return !isPart(receiver, disjunct) }
    return acquisition.spec.context != .keeps && disjunct.aliases.contains(view.paths[receiver])
  }

  /// Whether a place holds what the resource belongs to, and ends with, or what that is a part of:
  /// the `driver` of `driver.chromium.launch()`.
  func isParent(_ place: ID<Place>) -> Bool {
    guard var parent = acquisition.parent, !isKeptByPool(parent) else { return false }
    for _ in 0..<Self.deepestParent {
      if view.paths[place] == view.paths[parent]
        || !view.owners(of: place).isDisjoint(with: view.owners(of: parent))
      {
        return true
      }
      guard let whole = whole(of: parent) else { return false }
      parent = whole
    }
    return false
  }

  /// What a value is a member of, or ends with as well: the browser of a page's context.
  private func whole(of part: ID<Place>) -> ID<Place>? {
    let makers = view.facts.makers(of: part)
    guard makers.count == 1 else { return nil }
    switch view.facts.effect(makers[0]) {
    case .load(_, let object, _): return object
    case .call(let call):
      let ends = (view.roles[makers[0]] ?? []).contains { role in
        guard case .acquire(let resource, _) = role else { return false }
        return view.context.roles.index.resources[resource].endsWithParent
      }
      return ends ? call.receiver : nil
    default: return nil
    }
  }

  /// So many members lie between an object that is closed and what the resource was asked of.
  private static let deepestParent = 4

  /// Whether the resource is a cursor of the server, and its connection a pool's: that goes back
  /// to the pool with the cursor open.
  private func isKeptByPool(_ parent: ID<Place>) -> Bool {
    guard acquisition.spec.kind == .cursor, !acquisition.spec.isCollected else { return false }
    let index = view.context.roles.index
    return view.owners(of: parent).contains { owner in
      guard let maker = view.facts.definition(of: owner) else { return false }
      return (view.roles[maker] ?? []).contains { role in
        guard case .acquire(let resource, let pattern) = role else { return false }
        return index.resources[resource].kind == .connection && pattern.call.callee.contains("#")
      }
    }
  }
}
