import Basis
import IR
import Linking
import RuleBook

/// How a function passes a value on to whoever waits for it, without returning it.
///
///     return new Promise((resolve, reject) =>          resolve: whoever awaits the promise has it
///       pool.getConnection((err, conn) => err ? reject(err) : resolve(conn)));
///
///     pool.getConnection((err, conn) => {              callback: the caller's function has it
///       if (err) return callback(err);
///       callback(null, conn);
///     });
enum Delivery: Hashable {
  /// Settles the promise that an enclosing function constructs.
  case promise(ID<ProgramFunction>, ID<Operation>)
  /// Gives it to a parameter of this or an enclosing function, at a position behind the error.
  case callback(ID<ProgramFunction>, parameter: Int, position: Int)
}

extension FunctionView {
  /// What a call of a function value does with the argument at a position, if it passes it on.
  func delivery(by call: Call, position: Int) -> Delivery? {
    guard case .value(let callee) = call.callee, !call.isConstruction,
      let (function, index) = parameter(behind: callee)
    else { return nil }
    if index == 0, position == 0, let promise = promise(of: function) {
      return .promise(promise.function, promise.operation)
    }
    guard position > 0, isNoError(call.arguments[0].value) else { return nil }
    return .callback(function, parameter: index, position: position)
  }

  /// What `promise.then(resolve)` does with what the promise gives.
  func deliveryOfReceiver(by call: Call) -> Delivery? {
    guard case .method(let name, _) = call.callee, text(name) == "then",
      let first = call.arguments.first, let (function, index) = parameter(behind: first.value),
      index == 0, let promise = promise(of: function)
    else { return nil }
    return .promise(promise.function, promise.operation)
  }

  /// Whether a called value is a parameter of this or an enclosing function.
  func isParameter(_ call: Call) -> Bool {
    guard case .value(let callee) = call.callee else { return false }
    return parameter(behind: callee) != nil
  }

  /// Whether a closure is only kept for events: what it does is no part of what runs here.
  func isListener(_ closure: ID<Place>) -> Bool {
    facts.uses(of: closure).contains { listens($0, with: closure) }
  }

  /// Whether a closure is put into a variable of which nothing is done but to listen with it.
  func isNamedListener(_ closure: ID<Place>) -> Bool {
    let uses = forwardAliases(of: closure).members.flatMap { alias in
      facts.uses(of: ID(alias)).map { (ID<Place>(alias), $0) }
    }.filter { _, use in
      if case .copy = facts.effect(use) { false } else { true }
    }
    return !uses.isEmpty && uses.allSatisfy { listens($0.1, with: $0.0) }
  }

  private func listens(_ use: ID<Operation>, with closure: ID<Place>) -> Bool {
    switch facts.effect(use) {
    case .call(let call):
      guard case .method(let name, _) = call.callee else { return false }
      return context.roles.index.behaviour.listeningMethods.contains(text(name))
    // `socket.onopen = () => {...}`
    case .store(let value, _, let field):
      return value == closure && text(field).hasPrefix("on")
    default: return false
    }
  }

  /// The operations that settle the promise of an enclosing executor, which raises nothing.
  func settlingCalls() -> BitSet {
    var result = BitSet()
    for operation in function.operations.ids {
      guard case .call(let call) = facts.effect(operation), case .value(let callee) = call.callee
      else { continue }
      switch function.places[callee].kind {
      case .parameter, .captured: break
      case .local, .receiver, .temporary, .global, .exception: continue
      }
      guard let (executor, index) = parameter(behind: callee), index < 2,
        promise(of: executor) != nil
      else { continue }
      result.insert(operation.index)
    }
    return result
  }

  /// The waits for promises that nothing can reject: `await new Promise((go) => setTimeout(go, 5))`.
  func settledWaits() -> BitSet {
    var result = BitSet()
    for operation in function.operations.ids {
      guard case .await(let value, _) = facts.effect(operation) else { continue }
      if neverRejects(value, in: id, depth: 1) { result.insert(operation.index) }
    }
    return result
  }

  private func neverRejects(
    _ place: ID<Place>, in function: ID<ProgramFunction>, depth: Int
  ) -> Bool {
    let facts = context.facts.facts(of: function)
    let makers = facts.makers(of: place)
    return !makers.isEmpty
      && makers.allSatisfy { maker in
        if case .literal = facts.effect(maker) { return true }
        guard case .call(let call) = facts.effect(maker) else { return false }
        if call.isConstruction, isPromise(call, facts) {
          return onlyResolves(call, facts, in: function)
        }
        let targets = program.targets(of: maker, in: function)
        guard depth > 0, targets.functions.count == 1, targets.names.isEmpty else { return false }
        let body = program[targets.functions[0]]
        let returned = body.blocks.values.compactMap { block -> ID<Place>? in
          if case .return(let value?) = block.terminator { value } else { nil }
        }
        return !body.isAsync && !returned.isEmpty
          && returned.allSatisfy { neverRejects($0, in: targets.functions[0], depth: depth - 1) }
      }
  }

  /// Whether the executor of a promise has no means to reject it and raises nothing itself.
  private func onlyResolves(
    _ call: Call, _ facts: FunctionFacts, in function: ID<ProgramFunction>
  ) -> Bool {
    guard let first = call.arguments.first else { return false }
    let executors = facts.makers(of: first.value).compactMap { maker -> ID<ProgramFunction>? in
      guard case .closure(let nested, _) = facts.effect(maker) else { return nil }
      return program.id(of: nested, besides: function)
    }
    guard executors.count == 1 else { return false }
    let executor = program[executors[0]]
    let inner = context.facts.facts(of: executors[0])
    return !mayReject(executors[0], inner)
      && executor.operations.ids.allSatisfy { operation in
        guard executor.operations[operation].mayRaise else { return true }
        let unwind = executor.blocks[inner.block(of: operation)].unwind
        if unwind != executor.exceptionalExit { return true }
        guard case .call(let inner) = executor.operations[operation].effect else { return false }
        if case .value(let callee) = inner.callee, callee == executor.parameters.first?.place {
          return true
        }
        let roles = context.roles.roles(of: inner, at: operation, in: executors[0])
        return roles.contains(where: \.neverRaises)
      }
  }

  /// Whether an executor has the means to reject its promise, and does something with it.
  private func mayReject(_ executor: ID<ProgramFunction>, _ facts: FunctionFacts) -> Bool {
    guard facts.function.parameters.count > 1 else { return false }
    let reject = facts.function.parameters[1].place
    let isCaptured = facts.function.operations.values.contains { operation in
      guard case .closure(let made, _) = operation.effect else { return false }
      return program[program.id(of: made, besides: executor)].captures
        .contains { $0.outer == reject }
    }
    return isCaptured || !facts.uses(of: reject).isEmpty
  }

  /// Every way in which the function passes on what a place holds.
  func deliveries(of place: ID<Place>) -> [Delivery] {
    let aliases = forwardAliases(of: place)
    return function.operations.ids.flatMap { operation -> [Delivery] in
      guard case .call(let call) = facts.effect(operation) else { return [] }
      if let receiver = call.receiver, aliases.contains(receiver.index) {
        return deliveryOfReceiver(by: call).map { [$0] } ?? []
      }
      return call.arguments.indices.compactMap { position in
        guard aliases.contains(call.arguments[position].value.index) else { return nil }
        return delivery(by: call, position: position)
      }
    }
  }

  /// Every way in which the function, or one that is written in it and captures it, passes on what a
  /// place holds: `connection.query(setUp, (error) => (error ? fail(error) : done(null, connection)))`.
  func laterDeliveries(of place: ID<Place>, depth: Int = 3) -> [Delivery] {
    var result = deliveries(of: place)
    guard depth > 0 else { return result }
    let aliases = forwardAliases(of: place)
    for operation in function.operations.values {
      guard case .closure(let made, _) = operation.effect else { continue }
      let nested = program.id(of: made, besides: id)
      for capture in program[nested].captures where aliases.contains(capture.outer.index) {
        let inner = FunctionView(nested, context: context)
        result += inner.laterDeliveries(of: capture.inner, depth: depth - 1)
      }
    }
    return result
  }

  /// The parameter, of this or an enclosing function, that a place always holds.
  func parameter(
    behind place: ID<Place>
  ) -> (function: ID<ProgramFunction>, index: Int)? {
    var current = id
    var place = place
    while true {
      let facts = context.facts.facts(of: current)
      let origins = facts.origins(of: place)
      guard origins.count == 1 else { return nil }
      switch facts.function.places[origins[0]].kind {
      case .parameter:
        let index = facts.function.parameters.firstIndex { $0.place == origins[0] }
        return index.map { (current, $0) }
      case .captured(let outer):
        guard let parent = facts.function.parent else { return nil }
        place = outer
        current = program.id(of: parent, besides: current)
      default: return nil
      }
    }
  }

  /// The construction of a promise that runs a function as its executor.
  func promise(of executor: ID<ProgramFunction>) -> CallSite? {
    guard let parent = program[executor].parent else { return nil }
    let outer = program.id(of: parent, besides: executor)
    let facts = context.facts.facts(of: outer)
    for operation in facts.function.operations.ids {
      guard case .call(let call) = facts.effect(operation), call.isConstruction,
        isPromise(call, facts), let first = call.arguments.first
      else { continue }
      let isExecutor = facts.makers(of: first.value).contains { maker in
        guard case .closure(let nested, _) = facts.effect(maker) else { return false }
        return program.id(of: nested, besides: outer) == executor
      }
      if isExecutor { return CallSite(function: outer, operation: operation) }
    }
    return nil
  }

  /// Whether a construction makes a promise, under the names that projects give its class.
  func isPromise(_ call: Call, _ facts: FunctionFacts) -> Bool {
    let symbol: Symbol?
    switch call.callee {
    case .value(let callee): symbol = facts.name(of: callee)
    case .method(let name, _), .supermethod(let name): symbol = name
    case .superconstructor: symbol = nil
    }
    guard let symbol else { return false }
    let name = text(symbol)
    return name.contains("Promise") || name == "Bluebird" || name == "P"
  }

  /// Whether an argument says that nothing went wrong: null, or the error of an outer callback.
  private func isNoError(_ place: ID<Place>) -> Bool {
    if let literal = facts.literal(of: place) { return literal == .null || literal == .undefined }
    guard let name = function.places[place].name else { return false }
    return text(name) == "undefined"
      || context.roles.index.behaviour.errorNames.contains(text(name))
  }
}
