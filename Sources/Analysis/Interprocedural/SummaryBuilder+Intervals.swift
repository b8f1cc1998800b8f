import Basis
import IR
import Linking
import RuleBook

// An object that has an end, and an interval that nobody clears there:
//
//     constructor(socket) {
//       this.socket = socket;
//       this.beat = setInterval(() => this.socket.ping(), 30_000);
//     }
//     close() { this.socket.close(); }         the interval, and the object with it, goes on

extension SummaryBuilder {
  /// The intervals that objects start which end something else of theirs.
  func intervalCandidates() -> [FieldDuty.Candidate] {
    guard !context.roles.index.behaviour.coroutinesAreLazy else { return [] }
    return context.program.functions.ids.flatMap { function -> [FieldDuty.Candidate] in
      guard mayStartInterval(function), let owner = context.program[function].owner else {
        return []
      }
      let type = context.program.id(of: owner, in: context.program.functions[function].module)
      guard context.endsItsFields(type) else { return [] }
      return intervals(of: function, in: type)
    }
  }

  private func mayStartInterval(_ function: ID<ProgramFunction>) -> Bool {
    let body = context.program[function]
    guard body.owner != nil, context.roles.kinds(in: function).contains(.acquire),
      [.constructor, .method, .fieldInitializer].contains(body.kind)
    else { return false }
    return body.operations.values.contains { operation in
      guard case .call(let call) = operation.effect else { return false }
      return isRepeating(call, body)
    } && context.facts.fileKind(of: function) == .production
  }

  private func isRepeating(_ call: Call, _ body: Function) -> Bool {
    guard case .value(let callee) = call.callee, let name = body.places[callee].name else {
      return false
    }
    return context.words[name].contains(.repeating)
  }

  private func intervals(
    of function: ID<ProgramFunction>, in type: ID<ProgramClass>
  ) -> [FieldDuty.Candidate] {
    let view = FunctionView(function, context: context)
    let finder = AcquisitionFinder(view: view, summaries: summaries)
    return view.function.operations.ids.compactMap { operation in
      guard case .store(let value, let object, let field) = view.facts.effect(operation),
        object == view.function.receiver, let maker = view.facts.definition(of: value),
        case .call(let call) = view.facts.effect(maker), isRepeating(call, view.function),
        !isLeft(field, of: type)
      else { return nil }
      let spec = ResourceSpec(
        id: "owner/interval", noun: "interval", kind: .timer, weight: .medium, type: "Timeout")
      let acquisition = finder.found(call.result, spec, parent: nil, at: maker).acquisition
      return FieldDuty.Candidate(
        function: function, acquisition: acquisition, field: field, type: type)
    }
  }

  /// Whether the process need not wait for the interval: `this.beat.unref()`, or its methods are
  /// called by others who may see to it.
  private func isLeft(_ field: Symbol, of type: ID<ProgramClass>) -> Bool {
    let leaving = context.roles.index.behaviour.leavingMethods
    let methods = context.lineage(of: type).flatMap(context.program.methods)
    return context.withClosures(of: methods).contains { method in
      let facts = context.facts.facts(of: method)
      return facts.function.operations.values.contains { operation in
        guard case .call(let call) = operation.effect,
          case .method(let name, let object) = call.callee
        else { return false }
        return leaving.contains(context.program.symbols[name])
          && facts.makers(of: object).contains { maker in
            if case .load(field, _, _) = facts.effect(maker) { true } else { false }
          }
      }
    }
  }
}
