import Basis
import Findings
import IR
import Linking
import RuleBook

// What entering an object takes, leaving it gives back, whatever happens on the way:
//
//     async def __aenter__(self):
//         await self.lock.acquire()
//     async def __aexit__(self, *failure):
//         await self.connection.commit()           raises: the lock is held for ever
//         self.lock.release()

extension SummaryBuilder {
  /// Lets the method that leaves an object answer for the locks that the one which enters it takes.
  mutating func addScopeDuties() {
    for type in context.program.classes.ids {
      for (entering, leaving) in [("__enter__", "__exit__"), ("__aenter__", "__aexit__")] {
        guard let enter = method(entering, of: type),
          let leave = method(leaving, of: type),
          context.words(of: leave).contains(.releasing)
        else { continue }
        for lock in locks(takenBy: enter) { answer(for: lock, enter, leave) }
      }
    }
  }

  private func method(
    _ name: String, of type: ID<ProgramClass>
  ) -> ID<ProgramFunction>? {
    guard let symbol = context.program.symbols.lookup(name),
      let member = context.program.type(type).members.first(where: { $0.name == symbol })
    else { return nil }
    return context.program.id(of: member.function, in: context.program.classes[type].module)
  }

  /// The fields of its object that a method locks, with the calls that do so.
  private mutating func locks(
    takenBy method: ID<ProgramFunction>
  ) -> [(field: Symbol, call: ID<Operation>)] {
    let view = view(method)
    let behaviour = context.roles.index.behaviour
    return view.function.operations.ids.compactMap { operation in
      guard case .call(let call) = view.facts.effect(operation),
        case .method(let name, let lock) = call.callee,
        behaviour.lockMethods.contains(view.text(name)),
        let field = view.ownField(lock)
      else { return nil }
      return (field, operation)
    }
  }

  private mutating func answer(
    for lock: (field: Symbol, call: ID<Operation>), _ enter: ID<ProgramFunction>,
    _ leave: ID<ProgramFunction>
  ) {
    let view = view(leave)
    let verbs = context.roles.index.behaviour.releaseMethods
    let handle = view.function.operations.values.lazy.compactMap { operation -> ID<Place>? in
      guard case .call(let call) = operation.effect,
        case .method(let name, let object) = call.callee,
        verbs.contains(view.text(name)), view.ownField(object) == lock.field
      else { return nil }
      return object
    }.first
    guard let handle else { return }
    var spec = ResourceSpec(
      id: "behaviour/scope", noun: "lock", kind: .lock, weight: .high, type: "")
    spec.context = .unsupported
    spec.fix = "Release it in a `finally` block."
    var duty = Acquisition(
      site: .entry, handle: handle, resource: nil, spec: spec, evidence: .wrapper(enter),
      confidence: .medium, location: context.location(of: lock.call, in: enter),
      text: context.facts.calleeText(of: lock.call, in: enter))
    duty.isLostOnlyByException = true
    summaries.acquisitions[leave, default: []].append(duty)
  }
}

extension FunctionView {
  /// The field of the function's own object that a value was read from.
  func ownField(_ place: ID<Place>) -> Symbol? {
    for maker in facts.makers(of: place) {
      if case .load(let field, let object, _) = facts.effect(maker), object == function.receiver {
        return field
      }
    }
    return nil
  }
}
