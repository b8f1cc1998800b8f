import Basis
import IR
import Linking
import RuleBook

// A pooled connection in a field is its class's duty, and the class keeps it in the methods that
// release the field:
//
//     async begin() { this.client = await pool.connect(); … }
//     async commit() { await this.query('COMMIT'); this.client.release(); }
//     async rollback() { await this.query('ROLLBACK'); this.client.release(); }
//
// Where each of them can throw before its release, a failure leaves no way to give the connection
// back. One method that releases whatever happens is enough: callers can end with it.

extension SummaryBuilder {
  /// Lets the first method of a class answer for a field that no method surely releases.
  mutating func addFieldDuties() {
    for function in summaries.acquisitions.keys.sorted() {
      for acquisition in summaries.acquisitions(in: function) where isDuty(acquisition) {
        // What the same method gives back is followed there.
        guard let (type, field) = keeper(of: acquisition, in: function),
          released(field, by: function) == nil
        else { continue }
        answer(for: acquisition, in: type, field)
      }
    }
  }

  private func isDuty(_ acquisition: Acquisition) -> Bool {
    acquisition.evidence == .model && acquisition.site != .entry
      && [.connection, .session].contains(acquisition.spec.kind)
      && acquisition.spec.weight == .high
  }

  /// The class and the field of it that keep what a method takes.
  private mutating func keeper(
    of acquisition: Acquisition, in function: ID<ProgramFunction>
  ) -> (ID<ProgramClass>, Symbol)? {
    let view = view(function)
    guard let owner = view.function.owner, let receiver = view.function.receiver else { return nil }
    let aliases = view.forwardAliases(of: acquisition.handle)
    for operation in view.function.operations.values {
      guard case .store(let value, let object, let field) = operation.effect, object == receiver,
        aliases.contains(value.index)
      else { continue }
      return (context.program.id(of: owner, in: context.program.functions[function].module), field)
    }
    return nil
  }

  private mutating func answer(
    for acquisition: Acquisition, in type: ID<ProgramClass>, _ field: Symbol
  ) {
    var first: (function: ID<ProgramFunction>, duty: Acquisition)?
    for member in context.program.type(type).members where !member.isStatic {
      let module = context.program.classes[type].module
      let method = context.program.id(of: member.function, in: module)
      guard let handle = released(field, by: method) else { continue }
      var duty = acquisition.given(by: method, at: .entry, as: handle)
      duty.isLostOnlyByException = true
      let view = view(method)
      let flow = ResourceFlow(acquisition: duty, view: view, summaries: summaries)
      let budget = LeakCheck.budget(of: view.function)
      let solution = solve(flow, in: view.function, budget: budget)
      guard solution[view.function.exceptionalExit].contains(.held) else { return }
      if first == nil { first = (method, duty) }
    }
    guard let first else { return }
    summaries.acquisitions[first.function, default: []].append(first.duty)
  }

  /// What a method loads from a field and releases.
  private mutating func released(_ field: Symbol, by method: ID<ProgramFunction>) -> ID<Place>? {
    let view = view(method)
    guard let receiver = view.function.receiver else { return nil }
    let verbs = context.roles.index.behaviour.releaseMethods
    for operation in view.function.operations.values {
      guard case .call(let call) = operation.effect,
        case .method(let name, let handle) = call.callee,
        verbs.contains(view.text(name)), let maker = view.facts.definition(of: handle),
        case .load(field, let object, _) = view.facts.effect(maker), object == receiver
      else { continue }
      return handle
    }
    return nil
  }
}
