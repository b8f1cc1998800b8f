import Basis
import IR
import Linking
import RuleBook

// How a function ends a value says what the value is, where nothing else does: nobody waits for the
// end of what only lies in memory, and a library's `close` is there for what must be closed.

extension AcquisitionFinder {
  /// Whether the function waits for the end of what it got, and for nothing that this gives: what
  /// only tidies up memory, or finishes a text, is not waited for. Of objects that are constructed
  /// here, that is told of a library's.
  func isEndedByWaiting(_ call: Call, at operation: ID<Operation>) -> Bool {
    if call.isConstruction, !isOfLibrary(operation) { return false }
    let aliases = view.forwardAliases(of: call.result)
    return view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, call.arguments.isEmpty,
        case .method(let name, let receiver) = call.callee, aliases.contains(receiver.index),
        index.behaviour.releaseMethods.contains(view.text(name))
      else { return false }
      let waits = waits(for: call.result)
      return !waits.isEmpty && waits.allSatisfy(isUnused)
    }
  }

  private func isOfLibrary(_ operation: ID<Operation>) -> Bool {
    let targets = view.program.targets(of: operation, in: view.id)
    return !targets.names.isEmpty && targets.functions.isEmpty && targets.constructed.isEmpty
  }

  /// What waiting for a value gives.
  private func waits(for place: ID<Place>) -> [ID<Place>] {
    view.facts.uses(of: place).compactMap { use in
      if case .await(_, let into) = view.facts.effect(use) { into } else { nil }
    }
  }

  private func isUnused(_ place: ID<Place>) -> Bool {
    view.facts.uses(of: place).isEmpty && !view.isReturned(place)
  }

  /// Whether an object of a library's class is ended by a verb that only ends what must be ended,
  /// and not for what that gives: `return writer.close()`.
  func isOfLibrary(_ verb: String, _ call: Call, at operation: ID<Operation>) -> Bool {
    guard isOfLibrary(operation), index.behaviour.strongReleases.contains(verb) else {
      return false
    }
    let aliases = view.forwardAliases(of: call.result)
    return view.function.operations.values.allSatisfy { operation in
      guard case .call(let end) = operation.effect,
        case .method(let name, let receiver) = end.callee, view.text(name) == verb,
        aliases.contains(receiver.index)
      else { return true }
      let waits = waits(for: end.result)
      if !end.arguments.isEmpty { return false }
      return waits.isEmpty ? isUnused(end.result) : waits.allSatisfy(isUnused)
    }
  }

  /// Whether the function returns what a call gives, and ends it where something fails before: it was
  /// the function's until then.
  func isEndedOnFailure(_ place: ID<Place>, from operation: ID<Operation>) -> Bool {
    let aliases = view.forwardAliases(of: place)
    guard aliases.members.contains(where: { view.isReturned(ID($0)) }) else { return false }
    let going = view.blocks(plainlyFrom: view.facts.block(of: operation))
    let ends = view.function.operations.ids.filter { operation in
      guard case .call(let call) = view.facts.effect(operation), !call.isImplicit,
        case .method(let name, let receiver) = call.callee, call.arguments.isEmpty
      else { return false }
      return aliases.contains(receiver.index)
        && index.behaviour.strongReleases.contains(view.text(name))
    }
    return !ends.isEmpty && ends.allSatisfy { !going.contains(view.facts.block(of: $0)) }
  }
}
