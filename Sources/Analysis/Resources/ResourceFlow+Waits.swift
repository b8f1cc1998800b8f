import Basis
import IR
import Linking
import RuleBook

// What the function waits for, or goes through, while the handle is held: who waits for what is no promise,
// or for what only tells that the handle is ready, fears no exception there; who goes through what a
// generator gives has it run only now.

extension ResourceFlow {
  /// Whether the handle's own event is waited for, which fails when the handle does, and closes it:
  /// `await once(server, 'listening')`.
  func waitsForItself(_ operation: ID<Operation>) -> Bool {
    switch view.facts.effect(operation) {
    case .call(let call):
      guard [.socket, .stream, .process].contains(acquisition.spec.kind),
        let name = view.facts.name(of: call), view.text(name) == "once",
        let source = call.arguments.first, call.arguments.count > 1
      else { return false }
      return isHandle(source.value)
    case .await(let value, _):
      return view.facts.definition(of: value).map(waitsForItself) ?? false
    default: return false
    }
  }

  /// Whether a time passes that nobody can cut short: `await sleep(1000)`, where no task is cancelled.
  func isEndlessPause(_ operation: ID<Operation>) -> Bool {
    guard !view.context.roles.index.behaviour.coroutinesAreLazy, view.isPause(operation) else {
      return false
    }
    switch view.facts.effect(operation) {
    case .await(let value, _): return view.facts.definition(of: value).map(isEndlessPause) ?? false
    case .call(let call): if case .value = call.callee { return true } else { return false }
    default: return false
    }
  }

  /// Whether the function waits for something at an operation.
  func isWait(_ operation: ID<Operation>) -> Bool {
    if case .await = view.facts.effect(operation) { true } else { false }
  }

  /// What waiting for a value gives.
  func waits(for place: ID<Place>) -> [ID<Place>] {
    view.facts.uses(of: place).compactMap { use in
      if case .await(_, let into) = view.facts.effect(use) { into } else { nil }
    }
  }

  /// Whether a call that raises nothing itself goes through what a generator of the program gives,
  /// which runs only now: `list(self.rows(cursor))`.
  func drainsGenerator(_ operation: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(operation) else { return false }
    return call.arguments.contains { argument in
      view.facts.makers(of: argument.value).contains { maker in
        QuietCalls(view.context).givesRaisingGenerator(maker, in: view.id)
      }
    }
  }

  /// Whether a call that raises nothing itself reads all that the handle gives, itself or through a
  /// reader: `list(file)`, `list(csv.reader(file))`.
  func drainsHandle(_ operation: ID<Operation>) -> Bool {
    let draining = view.context.roles.index.behaviour.drainingCalls
    guard [.file, .cursor, .response, .stream].contains(acquisition.spec.kind),
      case .call(let call) = view.facts.effect(operation), let argument = call.arguments.first,
      view.program.targets(of: operation, in: view.id).names.contains(where: draining.contains)
    else { return false }
    let aliases = view.forwardAliases(of: acquisition.handle)
    if aliases.contains(argument.value.index) { return true }
    return view.facts.makers(of: argument.value).contains { maker in
      guard case .call(let reader) = view.facts.effect(maker) else { return false }
      return reader.arguments.contains { aliases.contains($0.value.index) }
    }
  }

  /// Whether something is asked of a connection and not waited for in place: what fails of that rejects
  /// a promise, and throws nothing here.
  func isLeftPromise(_ operation: ID<Operation>) -> Bool {
    guard !view.context.roles.index.behaviour.coroutinesAreLazy,
      [.client, .connection, .session].contains(acquisition.spec.kind),
      acquisition.resource != nil, case .call(let call) = view.facts.effect(operation),
      !call.isConstruction, let receiver = call.receiver, !isWaitedFor(call.result),
      !view.isReturned(call.result)
    else { return false }
    return isHandle(receiver)
      && !call.arguments.contains { argument in
        view.facts.makers(of: argument.value).contains { maker in
          if case .closure = view.facts.effect(maker) { true } else { false }
        }
      }
  }

  /// Whether a method of the handle only gives the handle back: `connection.execution_options(…)`.
  func isChained(_ operation: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(operation),
      case .method(let name, let receiver) = call.callee
    else { return false }
    return view.context.roles.index.behaviour.chainingMethods.contains(view.text(name))
      && isHandle(receiver)
  }

  /// Whether something is asked of a stream that tells of failures by an event.
  func isOfStream(_ operation: ID<Operation>) -> Bool {
    guard acquisition.spec.kind == .stream, case .call(let call) = view.facts.effect(operation),
      case .method(let name, let receiver) = call.callee
    else { return false }
    return view.context.roles.index.behaviour.streamMethods.contains(view.text(name))
      && isHandle(receiver)
  }

  /// Whether a wait is for what is no promise: `.finally(() => clearTimeout(timer))`.
  func isWaitForValue(_ operation: ID<Operation>) -> Bool {
    guard case .await(let value, _) = view.facts.effect(operation) else { return false }
    let makers = view.facts.makers(of: value)
    if isCancellable(makers) { return false }
    return !makers.isEmpty
      && makers.allSatisfy { maker in
        switch view.facts.effect(maker) {
        case .literal: return true
        // A module of the program's own is there, or the program would not have come so far.
        case .importModule(let item, _): return view.text(item.module).hasPrefix(".")
        case .call:
          // What passes a promise on fails with it.
          if isQuiet(maker) || makesRejected(maker) { return false }
          return (view.roles[maker] ?? []).contains(where: \.neverRaises)
            || QuietCalls(view.context).isQuietWhenAwaited(maker, in: view.id)
        default: return false
        }
      }
  }

  /// Whether a task can be cancelled where it waits for a time, and its function gives the handle back
  /// later on: `await asyncio.sleep(0.1)`. What nobody gives back lives as long as the task.
  private func isCancellable(_ makers: [ID<Operation>]) -> Bool {
    guard view.context.roles.index.behaviour.coroutinesAreLazy, view.function.isAsync,
      [.connection, .client, .session, .socket, .stream].contains(acquisition.spec.kind)
    else { return false }
    return makers.contains(where: view.isPause) && isEndedByVerb
  }

  /// Whether the function calls a method on the handle that gives back by its name.
  private var isEndedByVerb: Bool {
    let aliases = view.forwardAliases(of: acquisition.handle, element: acquisition.element)
    return view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, !call.isImplicit,
        case .method(let name, let receiver) = call.callee
      else { return false }
      return aliases.contains(receiver.index)
        && view.context.roles.index.behaviour.releaseMethods.contains(view.text(name))
    }
  }

  /// Whether a call's promise stands in one list with the acquire's: `race([take(), late(5)])`.
  func isInRace(_ operation: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(operation) else { return false }
    return view.facts.uses(of: call.result).contains { use in
      guard case .aggregate(let list, _) = view.facts.effect(use) else { return false }
      return list.entries.contains { $0.value == acquisition.handle }
    }
  }

  /// Whether what a call gives is put into a list at once: `Promise.all([take(), take()])`.
  func isGathered(_ operation: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(operation) else { return false }
    return view.facts.uses(of: call.result).contains { use in
      if case .aggregate = view.facts.effect(use) { true } else { false }
    }
  }

  /// Whether a call only makes the coroutine that a task is made of: `create_task(send())`.
  func isGivenToTask(_ operation: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(operation), !call.isConstruction else {
      return false
    }
    let makers = view.context.roles.index.behaviour.runningMakers
    let uses = view.facts.uses(of: call.result)
    return !uses.isEmpty
      && uses.allSatisfy { use in
        view.program.targets(of: use, in: view.id).names.contains(where: makers.contains)
      }
  }

  func isWaitedFor(_ place: ID<Place>) -> Bool { view.isWaitedFor(place) }
}
