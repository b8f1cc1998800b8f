import Basis
import Findings
import IR
import Linking
import RuleBook

// A coroutine can be cancelled wherever it waits, and `except Exception` does not see that, nor does
// a narrower handler:
//
//     response = await client.send(request, stream=True)
//     try:
//         await response.aread()          the task is cancelled here
//     except Exception:
//         await response.aclose()         does not run
//         raise
//
// Only such handlers are looked at that give back themselves: their author wanted it given back
// whatever happens. A `finally`, a bare `except` and `except BaseException` see everything.

/// SL103: what a handler of `Exception` gives back, and a cancelled task keeps.
struct CancelledScopes {
  let solution: Solution<ResourceFlow>

  private var flow: ResourceFlow { solution.problem }
  private var view: FunctionView { flow.view }
  private var function: Function { solution.function }

  /// Where a task can be cancelled, and the handler that does not see it.
  private struct Gap {
    var wait: ID<Operation>
    var handler: ID<Operation>
  }

  func run(report: (Finding) -> Void) {
    // What is no more than an open file is closed with the last name for it.
    guard function.isAsync, view.context.isEnabled("SL103"), flow.acquisition.spec.kind != .file,
      view.context.roles.index.behaviour.coroutinesAreLazy, let gap = gap()
    else { return }
    report(finding(gap))
  }

  private func gap() -> Gap? {
    for block in function.blocks.ids {
      guard let handler = handlers(of: block).first(where: { isHandler($0, of: block) }) else {
        continue
      }
      var found: ID<Operation>?
      solution.replay(block, from: solution[block]) { operation, state in
        if found == nil, isWait(operation), state.contains(.held) { found = operation }
      } leave: { _, _ in
      }
      guard let wait = found,
        let caught = function.operations(of: handler).first(where: { _ in true })
      else { continue }
      return Gap(wait: wait, handler: caught)
    }
    return nil
  }

  /// The handlers that a block's exceptions go to, if none of them, and nothing around them, sees that
  /// the task is cancelled.
  private func handlers(of block: ID<Block>) -> [ID<Block>] {
    let entry = function.blocks[block].unwind
    guard entry != function.exceptionalExit,
      function.blocks[entry].unwind == function.exceptionalExit
    else { return [] }
    guard case .choose(let choices) = function.blocks[entry].terminator,
      !function.operations(of: entry).contains(where: { _ in true })
    else { return seesLess(entry) ? [entry] : [] }
    let handlers = choices.filter { $0 != function.exceptionalExit }
    return handlers.allSatisfy(seesLess) ? handlers : []
  }

  /// Whether a handler sees certain exceptions, and not that the task is cancelled.
  private func seesLess(_ handler: ID<Block>) -> Bool {
    let names = caught(by: handler)
    return !names.isEmpty
      && !names.contains { ["", "BaseException", "CancelledError", "GeneratorExit"].contains($0) }
  }

  /// The names of the exceptions that a handler catches.
  private func caught(by handler: ID<Block>) -> [String] {
    for operation in function.operations(of: handler) {
      switch view.facts.effect(operation) {
      case .load: continue
      case .caught(let types, _):
        return types.map { view.facts.name(of: $0).map(view.text) ?? "" }
      default: return []
      }
    }
    return []
  }

  /// Whether a handler of whatever goes wrong, and not of one thing that may be waited for too long,
  /// gives the handle back on a way that the work itself does not take.
  private func isHandler(_ handler: ID<Block>, of block: ID<Block>) -> Bool {
    let behaviour = view.context.roles.index.behaviour
    let wide = Set(behaviour.systemErrors).subtracting(behaviour.timeoutErrors).union(["Exception"])
    guard caught(by: handler).contains(where: wide.contains) else { return false }
    let others = view.blocks(plainlyFrom: block)
    return view.blocks(plainlyFrom: handler).subtracting(others).contains(where: releases)
  }

  private func releases(_ block: ID<Block>) -> Bool {
    var result = false
    solution.replay(block, from: solution[block]) { operation, state in
      // The end of a `with` block comes whatever happens in it.
      guard case .call(let call) = view.facts.effect(operation), !call.isImplicit else { return }
      result =
        result
        || state.disjuncts.contains { disjunct in
          disjunct.typestate == .held && flow.isReleased(by: call, at: operation, disjunct)
        }
    } leave: { _, _ in
    }
    return result
  }

  /// Whether the task can be cancelled at an operation: it waits, or what is around it does.
  private func isWait(_ operation: ID<Operation>) -> Bool {
    switch view.facts.effect(operation) {
    case .await: true
    case .yield: view.isContextManager
    default: false
    }
  }

  // MARK: Words

  private func finding(_ gap: Gap) -> Finding {
    let (acquisition, context) = (flow.acquisition, view.context)
    let noun = acquisition.spec.noun.isEmpty ? "resource" : acquisition.spec.noun
    let name = view.variables(of: acquisition.handle).first ?? acquisition.text
    let wait = context.location(of: gap.wait, in: view.id)
    return Finding(
      rule: "SL103", severity: context.severity(ofLeak: "SL103", atMost: .warning, in: view.id),
      confidence: acquisition.confidence, location: acquisition.location,
      message:
        "`\(name)` is not given back when the task is cancelled: no handler here sees that.",
      help: "Give it back in a `finally` block, or catch `BaseException` and raise it again.",
      resource: acquisition.spec.type, function: context.program.qualifiedName(of: view.id),
      anchor: acquisition.text,
      trace: [
        TraceStep(
          role: .acquired, location: acquisition.location, message: "the \(noun) is taken here"),
        TraceStep(role: .mayRaise, location: wait, message: "the task can be cancelled here"),
        TraceStep(
          role: .leaked, location: context.location(of: gap.handler, in: view.id),
          message: "`CancelledError` is no `Exception`: this does not run"),
      ])
  }
}
