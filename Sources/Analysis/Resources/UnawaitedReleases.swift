import Basis
import Findings
import IR
import Linking
import RuleBook

/// SL104 for what others took: a release is called, and its promise or coroutine is dropped.
///
/// Where a call only makes a coroutine, one that nobody awaits never runs, whoever took the
/// resource. So no acquisition is asked for, but that the callee is known: by a model whose release
/// must be awaited, or as an `async` function of the program. Of a transaction the function itself
/// tells, in any language: it waits for the other end, `await trx.commit()`.
struct UnawaitedReleases {
  private let context: CheckContext
  private let function: ID<ProgramFunction>
  /// The names of the methods that commit a transaction or roll it back.
  private let ends: Set<Symbol>

  init(context: CheckContext, function: ID<ProgramFunction>) {
    self.context = context
    self.function = function
    let behaviour = context.roles.index.behaviour
    ends = Set(
      (behaviour.commitMethods + behaviour.rollbackMethods)
        .compactMap(context.program.symbols.lookup))
  }

  func run(report: (Finding) -> Void) {
    guard context.isEnabled("SL104") else { return }
    let isEnding = context.words(of: function).contains(.givingBack)
    let body = context.program[function]
    for (number, operation) in body.operations.values.enumerated() {
      guard case .call(let call) = operation.effect, !call.isImplicit else { continue }
      let isLeft =
        isEnding && call.receiver != body.receiver && isLeft(call, at: ID(number))
        || isLeftTransaction(call, at: ID(number))
        || isLeftByFunction(call, at: ID(number))
      if isLeft { report(finding(at: ID(number))) }
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
    return areCoroutines(targets.functions) && targets.names.allSatisfy(mustBeAwaited)
  }

  private func areCoroutines(_ functions: [ID<ProgramFunction>]) -> Bool {
    functions.allSatisfy { target in
      let callee = context.program[target]
      return callee.isAsync && !callee.isGenerator && callee.decorators.isEmpty
    }
  }

  private func mustBeAwaited(_ name: String) -> Bool {
    context.roles.index.roles(named: [name]).contains { role in
      if case .release(_, let pattern) = role { pattern.mustAwait } else { false }
    }
  }

  // MARK: Transactions

  /// Whether a transaction is ended by a call that nobody waits for, while the function waits for
  /// another end of it: then both give promises. `await trx.commit()`, and `trx.rollback()`.
  private func isLeftTransaction(_ call: Call, at operation: ID<Operation>) -> Bool {
    guard case .method(let name, let object) = call.callee, ends.contains(name),
      !isUsed(call.result),
      areCoroutines(context.program.targets(of: operation, in: function).functions)
    else { return false }
    let view = FunctionView(function, context: context)
    if call.arguments.contains(where: { isFunction($0.value, view) }) { return false }
    return view.function.operations.values.contains { operation in
      guard case .call(let other) = operation.effect,
        case .method(let end, let owner) = other.callee, end != name, ends.contains(end),
        view.paths[owner] == view.paths[object], view.isWaitedFor(other.result)
      else { return false }
      // `await this.commit(client)`: the object only knows how.
      return object != view.function.receiver
        || other.arguments.map { view.paths[$0.value] }
          == call.arguments.map { view.paths[$0.value] }
    }
  }

  private func isFunction(_ place: ID<Place>, _ view: FunctionView) -> Bool {
    context.program.values(of: place, in: function).contains { value in
      if case .function = value { true } else { false }
    }
  }

  // MARK: By functions of the program

  /// Whether a coroutine of the program that gives back what it is given is made and dropped:
  /// `self._give_back(connection)`.
  private func isLeftByFunction(_ call: Call, at operation: ID<Operation>) -> Bool {
    guard context.roles.index.behaviour.coroutinesAreLazy, !call.arguments.isEmpty else {
      return false
    }
    let targets = context.program.targets(of: operation, in: function)
    guard !targets.functions.isEmpty, targets.names.isEmpty, areCoroutines(targets.functions),
      !isUsed(call.result)
    else { return false }
    return targets.functions.allSatisfy { target in
      let body = context.program[target]
      return body.parameters.indices.contains { index in
        !call.handles(for: index, of: body).isEmpty
          && [false, true].contains { isTransaction in
            context.summaries.effect(
              on: body.parameters[index].place, of: target, isTransaction: isTransaction)
              == .releases
          }
      }
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
    let isLazy = context.roles.index.behaviour.coroutinesAreLazy
    let limit: Severity = isLazy ? .error : .warning
    let harm =
      isLazy
      ? ", so nothing is given back here."
      : ": what follows does not wait for it, and nobody hears of its failure."
    return Finding(
      rule: "SL104", severity: context.severity(ofLeak: "SL104", atMost: limit, in: function),
      confidence: limit == .error ? .high : .medium,
      location: location, message: "`\(text)` is not awaited\(harm)",
      help: "Write `await \(text)(…)`.", resource: "",
      function: context.program.qualifiedName(of: function), anchor: text,
      trace: [
        TraceStep(
          role: .released, location: location, message: "released here without being awaited")
      ])
  }
}
