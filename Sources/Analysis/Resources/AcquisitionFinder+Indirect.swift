import Basis
import IR
import Linking
import RuleBook

// A function can give a thing back without naming it where it does so:
//
//     connections.append(connection)            with cleanup(session):
//     ...                                           ...
//     for each in connections: each.close()     cleanup: a context manager of the program's own

extension AcquisitionFinder {
  /// The verb by which a value ends as one of a list, or with a block whose scope is given it.
  func indirectVerb(of place: ID<Place>) -> String? {
    let aliases = view.forwardAliases(of: place)
    for operation in view.function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation),
        let position = call.arguments.firstIndex(where: { aliases.contains($0.value.index) })
      else { continue }
      if let verb = listVerb(call) ?? scopeVerb(call, position, at: operation) { return verb }
    }
    return nil
  }

  /// The verb by which a loop ends all that is in a list that a call puts something into.
  private func listVerb(_ call: Call) -> String? {
    guard case .method(let name, let list) = call.callee,
      index.behaviour.keepMethods.contains(view.text(name)),
      case .local = view.function.places[list].kind
    else { return nil }
    for use in view.facts.uses(of: list) {
      guard case .iterate(_, let into) = view.facts.effect(use) else { continue }
      if let verb = releaseVerb(of: into) { return verb }
    }
    return nil
  }

  /// The verb by which a context manager ends what it is given.
  private func scopeVerb(
    _ call: Call, _ position: Int, at operation: ID<Operation>
  ) -> String? {
    let targets = view.program.targets(of: operation, in: view.id).functions
    for target in targets where view.context.isContextManager(target) {
      let function = view.program[target]
      let index = function.parameters.indices.first { index in
        call.argument(for: index, of: function) == call.arguments[position].value
      }
      guard let index else { continue }
      let scope = FunctionView(target, context: view.context)
      let finder = AcquisitionFinder(view: scope, summaries: summaries)
      if let verb = finder.releaseVerb(of: function.parameters[index].place) { return verb }
    }
    return nil
  }
}
