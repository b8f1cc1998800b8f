import Basis
import IR
import Linking
import RuleBook

// A promise that is made in place and waited for throws where its executor rejects it:
//
//     const rows = await new Promise((resolve, reject) => {
//       connection.query(text, (error, rows) => (error ? reject(error) : resolve(rows)));
//     });                                                throws: who gives the connection back?
//     connection.release();
//
// What rejects it only where the handle itself tells of its end, or cannot be opened, leaves nothing.

extension ResourceFlow {
  /// Whether a call makes a promise that can be rejected, where it is not by the handle alone.
  func makesRejected(_ maker: ID<Operation>) -> Bool {
    guard case .call(let call) = view.facts.effect(maker), call.isConstruction,
      view.isPromise(call, view.facts), let first = call.arguments.first
    else { return false }
    let executors = view.facts.makers(of: first.value).compactMap { maker in
      if case .closure(let nested, _) = view.facts.effect(maker) {
        view.program.id(of: nested, besides: view.id)
      } else {
        nil
      }
    }
    guard executors.count == 1 else { return true }
    return Rejections(view: view, handle: acquisition.handle, executor: executors[0]).areOfOthers
  }
}

/// What rejects a promise: something that fails by itself, or a handle that fails or ends.
private struct Rejections {
  let view: FunctionView
  let executor: ID<ProgramFunction>
  /// The variables that hold the handle.
  private let handles: Set<PlaceReference>

  private var program: Program { view.program }
  private var behaviour: BehaviourSpec { view.context.roles.index.behaviour }

  init(view: FunctionView, handle: ID<Place>, executor: ID<ProgramFunction>) {
    self.view = view
    self.executor = executor
    var aliases = view.forwardAliases(of: handle)
    aliases.insert(handle.index)
    handles = Set(
      aliases.members.map { place in
        view.program.variable(behind: PlaceReference(function: view.id, place: ID(place)))
      })
  }

  /// Whether the executor rejects its promise where something else fails than the handle.
  var areOfOthers: Bool {
    let body = program[executor]
    guard body.parameters.count > 1 else { return false }
    let reject = PlaceReference(function: executor, place: body.parameters[1].place)
    return view.context.withClosures(of: [executor]).contains { function in
      let facts = view.context.facts.facts(of: function)
      return facts.function.operations.ids.contains { operation in
        guard uses(reject, facts.effect(operation), in: function) else { return false }
        if isTold(by: operation, in: function) { return false }
        return !isCalled(reject, facts.effect(operation), in: function) || !isArm(function)
      }
    }
  }

  private func uses(
    _ variable: PlaceReference, _ effect: Effect, in function: ID<ProgramFunction>
  ) -> Bool {
    // A closure that captures it is looked at by itself.
    if case .closure = effect { return false }
    return effect.reads.contains { place in
      program.variable(behind: PlaceReference(function: function, place: place)) == variable
    }
  }

  private func isCalled(
    _ variable: PlaceReference, _ effect: Effect, in function: ID<ProgramFunction>
  ) -> Bool {
    guard case .call(let call) = effect, case .value(let callee) = call.callee else { return false }
    return program.variable(behind: PlaceReference(function: function, place: callee)) == variable
  }

  /// Whether a function, or one that it is written in, only runs where the handle fails or ends.
  private func isArm(_ function: ID<ProgramFunction>) -> Bool {
    var current = function
    while current != executor, let parent = program[current].parent {
      let outer = program.id(of: parent, besides: current)
      let around = FunctionView(outer, context: view.context)
      let closures = around.function.operations.values.compactMap { operation -> ID<Place>? in
        guard case .closure(let nested, let into) = operation.effect else { return nil }
        return program.id(of: nested, besides: outer) == current ? into : nil
      }
      for closure in closures {
        let aliases = around.forwardAliases(of: closure)
        let calls = around.function.operations.ids.filter { operation in
          switch around.facts.effect(operation) {
          case .call(let call): call.arguments.contains { aliases.contains($0.value.index) }
          case .store(let value, _, _): aliases.contains(value.index)
          default: false
          }
        }
        if !calls.isEmpty, calls.allSatisfy({ isTold(by: $0, in: outer) }) { return true }
      }
      current = outer
    }
    return false
  }

  /// Whether a call has what it is given told of the handle's failure, its end, or its opening; one
  /// that has it told no more is as good.
  private func isTold(by operation: ID<Operation>, in function: ID<ProgramFunction>) -> Bool {
    let facts = view.context.facts.facts(of: function)
    // `socket.onerror = reject`
    if case .store(_, let object, let field) = facts.effect(operation) {
      let name = program.symbols[field]
      guard name.hasPrefix("on"), let root = root(of: object, in: function) else { return false }
      let event = name.dropFirst(2).lowercased()
      return handles.contains(root)
        && (behaviour.failureEvents.contains(event) || behaviour.partingWords.contains(event))
    }
    guard case .call(let call) = facts.effect(operation),
      case .method(let name, let source) = call.callee,
      let root = root(of: source, in: function), handles.contains(root)
    else { return false }
    let text = program.symbols[name]
    if Verbs.isOpening(text) || text == "listen" || text == "start" { return true }
    guard let first = call.arguments.first,
      case .string(let event)? = facts.literal(of: first.value)
    else { return false }
    let told = program.symbols[event]
    return behaviour.failureEvents.contains(told) || behaviour.partingWords.contains(told)
  }

  /// The variable that a value comes from, through its members and the calls made on it.
  private func root(of place: ID<Place>, in function: ID<ProgramFunction>) -> PlaceReference? {
    let facts = view.context.facts.facts(of: function)
    var place = place
    for _ in 0..<8 {
      let variable = program.variable(behind: PlaceReference(function: function, place: place))
      if handles.contains(variable) || !facts.function.places[place].isTemporary { return variable }
      guard let definition = facts.definition(of: place) else { return nil }
      switch facts.effect(definition) {
      case .copy(let source, _), .await(let source, _), .load(_, let source, _): place = source
      case .call(let call):
        guard let receiver = call.receiver else { return nil }
        place = receiver
      default: return nil
      }
    }
    return nil
  }
}
