import Basis
import IR
import Linking
import RuleBook

// Where a value goes by assignment, waiting and the like.

extension FunctionView {
  /// Whether a call makes an object for a path, where that is what is held: `Path(name)`.
  func makesPath(
    _ call: Call, at operation: ID<Operation>, of acquisition: Acquisition
  ) -> Bool {
    guard acquisition.isPath, call.arguments.count == 1 else { return false }
    let makers = context.roles.index.behaviour.pathMakers
    return program.targets(of: operation, in: id).names.contains(where: makers.contains)
  }

  /// The places that the handle of an acquisition reaches; of a path also as another object.
  func pathAliases(of acquisition: Acquisition) -> BitSet {
    var result = forwardAliases(
      of: acquisition.handle, element: acquisition.isName ? acquisition.element : nil)
    for operation in function.operations.ids {
      guard case .call(let call) = facts.effect(operation),
        makesPath(call, at: operation, of: acquisition),
        result.contains(call.arguments[0].value.index)
      else { continue }
      result.formUnion(forwardAliases(of: call.result))
    }
    return result
  }

  /// The names of the variables that hold a value.
  func variables(of place: ID<Place>) -> [String] {
    forwardAliases(of: place).members.compactMap { alias in
      function.places[ID(alias)].name.map { text($0) }
    }
  }

  /// The places of the function that a value can reach by copies and awaits, itself included; with
  /// an element, also those that the element reaches.
  func forwardAliases(of place: ID<Place>, element: Symbol? = nil) -> BitSet {
    var result: BitSet = [place.index]
    var pending = [place]
    while let next = pending.popLast() {
      for operation in facts.uses(of: next) {
        switch facts.effect(operation) {
        case .copy(let source, let into), .await(let source, let into):
          if source == next, result.insert(into.index) { pending.append(into) }
        case .load(let field, _, let into) where field == element:
          if result.insert(into.index) { pending.append(into) }
        case .call(let call) where call.isImplicit && call.receiver == next:
          if result.insert(call.result.index) { pending.append(call.result) }
        case .call(let call) where givesReceiver(call, at: operation) == next:
          if result.insert(call.result.index) { pending.append(call.result) }
        default: continue
        }
      }
    }
    return result
  }

  /// The member by which an object that the function writes has one of some places: `{ client }`.
  func member(of place: ID<Place>, holding aliases: BitSet) -> Symbol? {
    guard !aliases.contains(place.index) else { return nil }
    return facts.makers(of: place).lazy.compactMap { maker -> Symbol? in
      guard case .aggregate(let object, _) = facts.effect(maker) else { return nil }
      return object.entries.first { aliases.contains($0.value.index) }?.key
    }.first
  }

  /// What a closure that captures a handle captures of itself: whoever calls that has the handle
  /// given back in the end, as this run would.
  ///
  ///     const next = (index) => {
  ///       if (index < items.length) { client.query(items[index], () => next(index + 1)); return; }
  ///       client.release();
  ///     };
  func itself(besides handle: ID<Place>) -> ID<Place>? {
    guard function.parent != nil, case .captured = function.places[handle].kind else { return nil }
    return program[id].captures.lazy.map(\.inner).first { place in
      place != handle && program.values(of: place, in: id) == [.function(id)]
    }
  }

  /// The object of a call whose method gives it back, whichever it is: `Lock(path).acquire()`.
  func givesReceiver(_ call: Call, at operation: ID<Operation>) -> ID<Place>? {
    guard case .method(_, let receiver) = call.callee, !call.isImplicit else { return nil }
    let functions = program.targets(of: operation, in: id).functions
    guard !functions.isEmpty,
      functions.allSatisfy({ context.facts.facts(of: $0).returnsReceiver })
    else { return nil }
    return receiver
  }
}
