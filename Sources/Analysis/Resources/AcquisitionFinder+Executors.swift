import Basis
import IR
import Linking
import RuleBook

// What a function that runs in place puts into a variable of the function around it is that one's:
//
//     let timer;
//     const late = new Promise((_, reject) => { timer = setTimeout(reject, 5000) });
//     await Promise.race([work(), late]);       throws: nobody clears the timer
//     clearTimeout(timer);

extension AcquisitionFinder {
  /// The acquisition as the function around makes it, if that one gives back what its variable has.
  func outward(_ found: Found) -> Found? {
    guard found.function == view.id, found.acquisition.site != .entry else { return nil }
    var inner = view
    var held = inner.forwardAliases(of: found.acquisition.handle)
    for _ in 0..<4 {
      guard let outer = inner.outerVariable(among: held), let site = inner.runningSite(of: inner.id)
      else { return nil }
      let around = FunctionView(site.function, context: view.context)
      if case .captured = around.function.places[outer].kind {
        inner = around
        held = [outer.index]
        continue
      }
      var result = found
      result.function = site.function
      result.acquisition.site = .call(site.operation)
      result.acquisition.handle = outer
      result.acquisition.parent = nil
      let finder = AcquisitionFinder(view: around, summaries: summaries)
      guard finder.isGivenBack(result) else { return nil }
      let isTimer = result.acquisition.spec.kind == .timer
      return isTimer && finder.isClearedElsewhere(result) ? nil : result
    }
    return nil
  }
}

extension AcquisitionFinder {
  /// Whether a function written in the one that started a timer clears it as well: then several
  /// places see to it, and which of them runs is not followed.
  func isClearedElsewhere(_ found: Found) -> Bool {
    var aliases = view.forwardAliases(of: found.acquisition.handle)
    aliases.insert(found.acquisition.handle.index)
    return isCleared(Set(aliases.members.map { ID($0) }), within: view.id, depth: 3)
  }

  private func isCleared(
    _ places: Set<ID<Place>>, within function: ID<ProgramFunction>, depth: Int
  ) -> Bool {
    let outer = view.program[function]
    return outer.operations.values.contains { operation in
      guard case .closure(let made, _) = operation.effect else { return false }
      let nested = view.program.id(of: made, besides: function)
      let inner = view.context.facts.facts(of: nested)
      let held = Set(inner.function.captures.filter { places.contains($0.outer) }.map(\.inner))
      guard !held.isEmpty else { return false }
      let isHere = inner.function.operations.ids.contains { operation in
        guard case .call(let call) = inner.effect(operation),
          call.arguments.contains(where: { argument in
            inner.origins(of: argument.value).contains(where: held.contains)
          })
        else { return false }
        return view.context.roles.roles(of: call, at: operation, in: nested).contains { role in
          if case .release = role { true } else { false }
        }
      }
      return isHere || depth > 0 && isCleared(held, within: nested, depth: depth - 1)
    }
  }
}

extension FunctionView {
  /// The variable of the function around that one of some captured places stands for.
  fileprivate func outerVariable(among places: BitSet) -> ID<Place>? {
    for place in places.members {
      if case .captured(let outer) = function.places[ID(place)].kind { return outer }
    }
    return nil
  }

  /// Where the function around runs a nested one at once: as a promise's executor, or by a call.
  func runningSite(of nested: ID<ProgramFunction>) -> CallSite? {
    if let promise = promise(of: nested) { return promise }
    guard let parent = program[nested].parent else { return nil }
    let outer = program.id(of: parent, besides: nested)
    let facts = context.facts.facts(of: outer)
    let operation = facts.function.operations.ids.first { operation in
      guard case .call(let call) = facts.effect(operation), !call.isConstruction,
        case .value(let callee) = call.callee, facts.function.places[callee].isTemporary,
        let maker = facts.definition(of: callee), case .closure(let made, _) = facts.effect(maker)
      else { return false }
      return program.id(of: made, besides: outer) == nested
    }
    return operation.map { CallSite(function: outer, operation: $0) }
  }
}
