import Basis
import IR
import Linking
import RuleBook

extension AcquisitionFinder {
  // MARK: By wrapper

  /// The function of the program that makes what the call gives a fresh resource.
  func wrapped(
    _ call: Call, at operation: ID<Operation>
  ) -> (ID<ProgramFunction>, Acquisition)? {
    let targets = view.program.targets(of: operation, in: view.id)
    for function in targets.functions {
      if let inner = summaries.fresh[function] { return (function, inner) }
      if !targets.constructed.isEmpty, let owned = summaries.owners[function], !isMain {
        return (function, owned)
      }
    }
    return yielded(call, targets)
  }

  /// What a program's `main` makes lives as long as the process.
  private var isMain: Bool { view.text(view.function.name) == "main" }

  /// What `next(sessions())` gives, when the generator is dropped at once.
  private func yielded(
    _ call: Call, _ targets: CallTargets
  ) -> (ID<ProgramFunction>, Acquisition)? {
    guard targets.names.contains(where: { ["builtins.next", "builtins.anext"].contains($0) }),
      let generator = call.arguments.first?.value,
      let maker = view.facts.definition(of: generator),
      case .call(let inner) = view.facts.effect(maker), inner.result == generator
    else { return nil }
    for function in view.program.targets(of: maker, in: view.id).functions {
      if let acquisition = summaries.yielded[function] { return (function, acquisition) }
    }
    return nil
  }

  // MARK: By unlocking

  /// A lock of the project's own: `guard.acquire()` where the function also says `guard.release()`.
  func byUnlocking(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard case .method(let name, let lock) = call.callee,
      index.behaviour.lockMethods.contains(view.text(name)), !isModelled(operation),
      isOnlyTested(call.result), isUnlocked(lock)
    else { return nil }
    var spec = ResourceSpec(
      id: "behaviour/lock", noun: "lock", kind: .lock, weight: .high, type: "")
    spec.context = .unsupported
    var found = found(lock, spec, parent: nil, at: operation)
    found.acquisition.succeedsIfTrue = isTested(call.result)
    return found
  }

  /// Whether nothing is done with an answer but waiting for it and asking whether it is true.
  private func isOnlyTested(_ place: ID<Place>) -> Bool {
    let aliases = view.forwardAliases(of: place)
    let isRead = aliases.members.contains { alias in
      view.facts.uses(of: ID(alias)).contains { operation in
        switch view.facts.effect(operation) {
        case .copy, .await, .compute(.not, _, _): false
        case .yield: !view.isContextManager
        default: true
        }
      }
    }
    let isReturned = view.function.blocks.values.contains { block in
      guard case .return(let place?) = block.terminator else { return false }
      return aliases.contains(place.index)
    }
    return !isRead && !isReturned
  }

  private func isTested(_ place: ID<Place>) -> Bool {
    view.forwardAliases(of: place).members.contains { view.tested.contains(view.paths[ID($0)]) }
  }

  /// Whether the function lets go, without a word of what, of the very thing that it locked.
  private func isUnlocked(_ lock: ID<Place>) -> Bool {
    view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, call.arguments.isEmpty,
        case .method(let name, let receiver) = call.callee,
        ["release", "unlock"].contains(view.text(name))
      else { return false }
      return view.paths[receiver] == view.paths[lock]
    }
  }
}
