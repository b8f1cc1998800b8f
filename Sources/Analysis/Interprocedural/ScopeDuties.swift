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
//
//     def __enter__(self):
//         self.connection = pool.getconn()
//     def __exit__(self, kind, error, trace):
//         if kind is None:
//             pool.putconn(self.connection)        the body raised: it stays out of the pool

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
        for taking in [enter, method("__init__", of: type)].compactMap({ $0 }) {
          for acquisition in summaries.acquisitions(in: taking) {
            answer(for: acquisition, taking, leave)
          }
        }
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

  /// Lets the method that leaves an object answer for a connection in a field, where it asks whether the
  /// body raised before it gives it back.
  private mutating func answer(
    for acquisition: Acquisition, _ taking: ID<ProgramFunction>, _ leave: ID<ProgramFunction>
  ) {
    guard [.connection, .session].contains(acquisition.spec.kind), acquisition.site != .entry,
      let field = OwnerFinder(view: view(taking)).field(of: acquisition)
    else { return }
    let view = view(leave)
    let finder = AcquisitionFinder(view: view, summaries: summaries)
    let handles = view.function.operations.values.flatMap { operation -> [ID<Place>] in
      guard case .call(let call) = operation.effect else { return [] }
      return ((call.receiver.map { [$0] } ?? []) + call.arguments.map(\.value)).filter {
        view.ownField($0) == field
      }
    }
    guard let handle = handles.first(where: { !finder.releases(of: $0).isEmpty }),
      asksForFailure(view)
    else { return }
    var duty = acquisition
    duty.site = .entry
    duty.handle = handle
    duty.parent = nil
    duty.error = nil
    duty.succeedsIfTrue = false
    summaries.acquisitions[leave, default: []].append(duty)
  }

  /// Whether a method asks whether a parameter of its own is there.
  private func asksForFailure(_ view: FunctionView) -> Bool {
    view.function.blocks.values.contains { block in
      guard case .branch(let condition, _, _) = block.terminator, let subject = condition.subject
      else { return false }
      let origins = view.facts.origins(of: subject)
      return origins.count == 1
        && view.function.parameters.contains { $0.place == origins[0] }
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
