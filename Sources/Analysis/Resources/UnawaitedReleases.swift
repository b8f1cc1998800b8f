import Basis
import Findings
import IR
import Linking
import RuleBook

/// SL104 for what others took: a coroutine that gives back its receiver is made and dropped.
///
/// Where a call only makes a coroutine, one that nobody awaits never runs, whoever took the
/// resource. So no acquisition is asked for, but that the callee is known: by a model whose release
/// must be awaited, or as an `async` function of the program.
struct UnawaitedReleases {
  let context: CheckContext
  let function: ID<ProgramFunction>

  func run(report: (Finding) -> Void) {
    let behaviour = context.roles.index.behaviour
    guard behaviour.coroutinesAreLazy, context.isEnabled("SL104"),
      context.words(of: function).contains(.givingBack)
    else { return }
    let body = context.program[function]
    for (number, operation) in body.operations.values.enumerated() {
      guard case .call(let call) = operation.effect, call.receiver != body.receiver,
        isLeft(call, at: ID(number))
      else { continue }
      report(finding(at: ID(number)))
    }
  }

  /// Whether a method that gives something back is called, and nobody awaits its coroutine.
  func isLeft(_ call: Call, at operation: ID<Operation>) -> Bool {
    let behaviour = context.roles.index.behaviour
    guard behaviour.coroutinesAreLazy, !call.isImplicit,
      case .method(let name, _) = call.callee,
      behaviour.releaseMethods.contains(context.program.symbols[name])
    else { return false }
    return isLazy(call, at: operation) && !isUsed(call.result)
  }

  /// Whether everything that the call can reach is a coroutine.
  private func isLazy(_ call: Call, at operation: ID<Operation>) -> Bool {
    let targets = context.program.targets(of: operation, in: function)
    guard !targets.functions.isEmpty || !targets.names.isEmpty else { return false }
    let areAsync = targets.functions.allSatisfy { target in
      let callee = context.program[target]
      return callee.isAsync && !callee.isGenerator && callee.decorators.isEmpty
    }
    return areAsync && targets.names.allSatisfy(mustBeAwaited)
  }

  private func mustBeAwaited(_ name: String) -> Bool {
    context.roles.index.roles(named: [name]).contains { role in
      if case .release(_, let pattern) = role { pattern.mustAwait } else { false }
    }
  }

  private func isUsed(_ place: ID<Place>) -> Bool {
    let facts = context.facts.facts(of: function)
    if !facts.uses(of: place).isEmpty { return true }
    return facts.function.blocks.values.contains { block in
      if case .return(let returned) = block.terminator { returned == place } else { false }
    }
  }

  private func finding(at operation: ID<Operation>) -> Finding {
    let text = context.facts.calleeText(of: operation, in: function)
    let location = context.location(of: operation, in: function)
    return Finding(
      rule: "SL104", severity: context.severity(ofLeak: "SL104", atMost: .error, in: function),
      confidence: .high,
      location: location, message: "`\(text)` is not awaited, so nothing is given back here.",
      help: "Write `await \(text)(…)`.", resource: "",
      function: context.program.qualifiedName(of: function), anchor: text,
      trace: [
        TraceStep(
          role: .released, location: location, message: "released here without being awaited")
      ])
  }
}
