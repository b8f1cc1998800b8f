import Basis
import IR
import Linking
import RuleBook

// What a decorator does before it calls the function that it is given:
//
//     def locked(function):                                    @report_errors
//         def wrapped(order, *rest):                           @locked
//             with transaction.atomic():                       def pay(order): ...
//                 order = Order.objects.select_for_update().get(id=order.id)
//                 return function(order, *rest)
//
// Whoever calls `pay` comes through all of its decorators, in whatever order they stand.

extension RaceSurroundings {
  /// Whether one of a function's decorators takes a lock around each call of it.
  func isLockedByDecorator(_ function: ID<ProgramFunction>) -> Bool {
    let program = context.program
    let own = program.functions[function].function
    guard !program[function].decorators.isEmpty, let parent = program[function].parent else {
      return false
    }
    let outer = program.id(of: parent, besides: function)
    let facts = context.facts.facts(of: outer)
    return facts.function.operations.ids.contains { operation in
      guard case .closure(own, let into) = facts.effect(operation) else { return false }
      return facts.uses(of: into).contains { use in
        guard case .call(let call) = facts.effect(use), call.isImplicit,
          call.arguments.first?.value == into
        else { return false }
        let decorators = program.targets(of: use, in: outer).functions
        return !decorators.isEmpty && decorators.allSatisfy(locksAroundItsFunction)
      }
    }
  }

  /// Whether a decorator calls the function that it is given under a lock alone.
  private func locksAroundItsFunction(_ decorator: ID<ProgramFunction>) -> Bool {
    let program = context.program
    guard let given = program[decorator].parameters.first?.place else { return false }
    let facts = context.facts.facts(of: decorator)
    var isCalled = false
    for operation in facts.function.operations.ids {
      guard case .closure(let inner, _) = facts.effect(operation) else { continue }
      let id = program.id(of: inner, besides: decorator)
      guard let captured = program[id].captures.first(where: { $0.outer == given })?.inner,
        let events = races.events[id]
      else { continue }
      let view = RaceView(id, context: context)
      let guards = RaceGuards(view: view, events: events)
      for use in view.facts.uses(of: captured) {
        guard case .call(let call) = view.facts.effect(use), case .value(captured) = call.callee
        else { continue }
        guard guards.protection(of: nil, at: use) == .full else { return false }
        isCalled = true
      }
    }
    return isCalled
  }
}
