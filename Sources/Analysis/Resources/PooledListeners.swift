import Basis
import Findings
import IR
import Linking
import RuleBook

// What listens to a connection that goes back to its pool listens on with whoever has it next:
//
//     const client = await pool.connect();
//     client.on('notice', (notice) => log(notice));       one more with every turn
//     try { … } finally { client.release(); }

/// SL101: listeners that stay on what is given back to a pool; a note, since each takes little.
struct PooledListeners {
  let view: FunctionView

  private var context: CheckContext { view.context }
  private var program: Program { view.program }
  private var behaviour: BehaviourSpec { context.roles.index.behaviour }

  /// Reports the listeners on what was acquired, where it is given back as it is.
  func run(on acquisition: Acquisition, report: (Finding) -> Void) {
    guard acquisition.spec.kind == .connection, acquisition.spec.weight == .high,
      acquisition.evidence == .model, acquisition.site != .entry || acquisition.error != nil,
      context.isEnabled("SL101")
    else { return }
    let uses = calls(on: acquisition.handle)
    guard let added = uses.first(where: { lasts($0) }),
      uses.contains(where: { isGivenBack(by: $0, acquisition) }),
      !uses.contains(where: { takesAway($0) || destroys($0) })
    else { return }
    report(finding(added, acquisition))
  }

  private struct Use {
    var function: ID<ProgramFunction>
    var operation: ID<Operation>
    var call: Call
    var name: String
  }

  /// The method calls on a handle, here and in the functions that are written here.
  private func calls(on handle: ID<Place>) -> [Use] {
    let aliases = view.forwardAliases(of: handle)
    let variables = Set(
      aliases.members.map {
        program.variable(behind: PlaceReference(function: view.id, place: ID($0)))
      })
    return context.withClosures(of: [view.id]).flatMap { function -> [Use] in
      let facts = context.facts.facts(of: function)
      return facts.function.operations.ids.compactMap { operation in
        guard case .call(let call) = facts.effect(operation), !call.isImplicit,
          case .method(let name, let receiver) = call.callee
        else { return nil }
        let places = [receiver] + facts.origins(of: receiver)
        let isHandle = places.contains { place in
          variables.contains(
            program.variable(behind: PlaceReference(function: function, place: place)))
        }
        guard isHandle else { return nil }
        return Use(
          function: function, operation: operation, call: call, name: program.symbols[name])
      }
    }
  }

  /// Whether a listener is added by the function itself that nothing but its removal ends, and that
  /// knows something of this one turn.
  private func lasts(_ use: Use) -> Bool {
    guard use.function == view.id, behaviour.lastingListeners.contains(use.name),
      use.call.arguments.count == 2
    else { return false }
    return view.facts.makers(of: use.call.arguments[1].value).contains { maker in
      if case .closure = view.facts.effect(maker) { true } else { false }
    }
  }

  private func takesAway(_ use: Use) -> Bool {
    Verbs.words(of: use.name).first.map(behaviour.removingVerbs.contains) ?? false
  }

  private func isGivenBack(by use: Use, _ acquisition: Acquisition) -> Bool {
    context.roles.roles(of: use.call, at: use.operation, in: use.function).contains { role in
      if case .release(let resource, _) = role { resource == acquisition.resource } else { false }
    }
  }

  /// Whether what is given back is thrown away by the pool: `client.release(true)`.
  private func destroys(_ use: Use) -> Bool {
    use.name == "destroy"
      || behaviour.returnMethods.contains(use.name) && !use.call.arguments.isEmpty
  }

  private func finding(_ use: Use, _ acquisition: Acquisition) -> Finding {
    let location = context.location(of: use.operation, in: use.function)
    let text = context.facts.calleeText(of: use.operation, in: use.function)
    return Finding(
      rule: "SL101", severity: context.severity(ofLeak: "SL101", atMost: .note, in: view.id),
      confidence: .medium, location: location,
      message: "The listener that `\(text)` adds stays on the \(acquisition.spec.noun) "
        + "when it goes back to its pool.",
      help: "Take it away before you give the \(acquisition.spec.noun) back.",
      resource: acquisition.spec.type, function: program.qualifiedName(of: view.id), anchor: text,
      trace: [
        TraceStep(
          role: .acquired, location: acquisition.location,
          message: "a \(acquisition.spec.noun) is taken from its pool here"),
        TraceStep(role: .leaked, location: location, message: "one more listener is added here"),
      ])
  }
}
