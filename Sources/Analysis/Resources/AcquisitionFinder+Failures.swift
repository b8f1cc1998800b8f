import Basis
import IR
import Linking
import RuleBook

// A session whose commit fails refuses all further work until it is rolled back:
//
//     try:
//         db.session.commit()
//     except IntegrityError:
//         log.info("already there")         the session is left in its failed transaction
//
// That is told of sessions that others go on with: those of a module, an application or a field.
// What the function was given is looked after by whoever gave it, and what it made itself ends.

extension AcquisitionFinder {
  /// Whether a session that a commit may leave failed outlives the function.
  func isLeftFailed(_ session: ID<Place>) -> Bool {
    view.facts.origins(of: session).allSatisfy { origin in
      switch view.function.places[origin].kind {
      case .global, .captured: return isOfModule(origin)
      case .parameter, .receiver, .local, .exception: return false
      case .temporary: return isOfModuleOrReceiver(origin)
      }
    }
  }

  /// Whether a variable is a module's own, one that a module imports, or one of a function around.
  func isOfModule(_ place: ID<Place>) -> Bool {
    var place = place
    var function = view.id
    while true {
      let body = view.program[function]
      switch body.places[place].kind {
      case .global: return true
      case .captured(let outer):
        guard let parent = body.parent else { return false }
        place = outer
        function = view.program.id(of: parent, besides: function)
      case .local: return function != view.id
      case .parameter, .receiver, .temporary, .exception: return false
      }
    }
  }

  private func isOfModuleOrReceiver(_ place: ID<Place>, depth: Int = 8) -> Bool {
    guard depth > 0, let maker = view.facts.definition(of: place),
      case .load(_, let object, _) = view.facts.effect(maker)
    else { return false }
    if object == view.function.receiver { return true }
    return isOfModule(object) || isOfModuleOrReceiver(object, depth: depth - 1)
  }
}
