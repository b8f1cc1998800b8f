import Basis
import Findings
import IR
import Linking
import RuleBook

/// SL104, SL105 and SL106: releases that do not happen, happen twice, or come too early.
struct ProtocolCheck {
  let solution: Solution<ResourceFlow>

  private var acquisition: Acquisition { solution.problem.acquisition }
  private var view: FunctionView { solution.problem.view }
  private var context: CheckContext { view.context }

  func run(report: (Finding) -> Void) {
    guard acquisition.resource != nil else { return }
    var seen: Set<ID<Operation>> = []
    for block in view.function.blocks.ids where !solution[block].disjuncts.isEmpty {
      solution.replay(block, from: solution[block]) { operation, state in
        guard case .call(let call) = view.facts.effect(operation),
          seen.insert(operation).inserted
        else { return }
        if let finding = judge(call, at: operation, state) { report(finding) }
      } leave: { _, _ in
      }
    }
  }

  private func judge(
    _ call: Call, at operation: ID<Operation>, _ state: ResourceState
  ) -> Finding? {
    let flow = solution.problem
    // What an earlier round of a loop took is another one.
    let released = state.disjuncts.first {
      $0.typestate == .released && !$0.key.hasRaisedSince && !$0.key.isEarlier
    }
    if let released {
      if isModelledRelease(call, at: operation), flow.isReleased(by: call, at: operation, released)
      {
        guard acquisition.spec.doubleRelease == .fails, !flow.isReleasedSometimes else {
          return nil
        }
        return finding("SL105", at: operation, secondRelease(operation))
      }
      if acquisition.spec.failsAfterRelease, let receiver = call.receiver, !call.isImplicit,
        !isEnding(call),
        released.aliases.contains(view.paths[receiver]), !state.contains(.held),
        !flow.isReleasedSometimes
      {
        return finding("SL106", at: operation, lateUse(operation))
      }
    }
    guard let held = state.disjuncts.first(where: { $0.typestate == .held }),
      isUnawaited(call, at: operation),
      flow.isReleased(by: call, at: operation, held)
    else { return nil }
    return finding("SL104", at: operation, unawaited(operation))
  }

  /// Whether a call ends something once more by its name, which is no use.
  private func isEnding(_ call: Call) -> Bool {
    guard case .method(let name, _) = call.callee else { return false }
    return context.roles.index.behaviour.releaseMethods.contains(view.text(name))
  }

  private func isModelledRelease(_ call: Call, at operation: ID<Operation>) -> Bool {
    !releasePatterns(at: operation).isEmpty
  }

  private func releasePatterns(at operation: ID<Operation>) -> [ReleasePattern] {
    (view.roles[operation] ?? []).compactMap { role in
      guard case .release(let resource, let pattern) = role, resource == acquisition.resource
      else { return nil }
      return pattern
    }
  }

  /// Whether a release that a model wants awaited goes nowhere.
  private func isUnawaited(_ call: Call, at operation: ID<Operation>) -> Bool {
    !isUsed(call.result) && (releasePatterns(at: operation).first?.mustAwait ?? false)
  }

  private func isUsed(_ place: ID<Place>) -> Bool {
    if !view.facts.uses(of: place).isEmpty { return true }
    return view.function.blocks.values.contains { block in
      if case .return(let returned) = block.terminator { returned == place } else { false }
    }
  }

  // MARK: Words

  private func finding(_ rule: String, at operation: ID<Operation>, _ words: Words) -> Finding? {
    guard context.isEnabled(rule) else { return nil }
    let isPython = context.program.path(of: view.id).hasSuffix(".py")
    let limit: Severity = rule == "SL104" && !isPython ? .warning : .error
    let location = context.location(of: operation, in: view.id)
    return Finding(
      rule: rule, severity: context.severity(ofLeak: rule, atMost: limit, in: view.id),
      confidence: acquisition.confidence, location: location, message: words.message,
      help: words.help, resource: acquisition.spec.type,
      function: context.program.qualifiedName(of: view.id),
      anchor: context.facts.calleeText(of: operation, in: view.id),
      trace: [
        TraceStep(
          role: .acquired, location: acquisition.location,
          message: "the \(acquisition.spec.noun) is taken here"),
        TraceStep(role: .released, location: location, message: words.step),
      ])
  }

  private struct Words {
    var message: String
    var help: String
    var step: String
  }

  private func secondRelease(_ operation: ID<Operation>) -> Words {
    let text = context.facts.calleeText(of: operation, in: view.id)
    return Words(
      message: "`\(text)` releases the \(acquisition.spec.noun) a second time, which fails.",
      help: "Release it in one place: a `finally` block.", step: "released again here")
  }

  private func lateUse(_ operation: ID<Operation>) -> Words {
    let text = context.facts.calleeText(of: operation, in: view.id)
    return Words(
      message: "`\(text)` uses the \(acquisition.spec.noun) after it was released: "
        + "somebody else may have it by now.",
      help: "Move the release behind the last use.", step: "used here after the release")
  }

  private func unawaited(_ operation: ID<Operation>) -> Words {
    let text = context.facts.calleeText(of: operation, in: view.id)
    return Words(
      message: "`\(text)` is not awaited, so the \(acquisition.spec.noun) is not given back here.",
      help: "Write `await \(text)(…)`.", step: "released here without being awaited")
  }
}
