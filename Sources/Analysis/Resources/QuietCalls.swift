import Basis
import IR
import Linking
import RuleBook

/// Finds the calls of the program's own functions that raise nothing.
///
/// A constructor that stores its arguments, a helper that builds a string, a `map` with such a
/// helper: between an acquire and its `try` they do no harm. Only small functions are looked into,
/// and only a few deep.
struct QuietCalls {
  private static let depth = 3
  private static let largest = 40

  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  /// Whether what a call gives can be waited for, and nothing is raised then: its functions return no
  /// promise of anybody else, and raise nothing themselves. `await query.catch(ignore)`
  func isQuietWhenAwaited(_ operation: ID<Operation>, in function: ID<ProgramFunction>) -> Bool {
    let targets = context.program.targets(of: operation, in: function)
    return !targets.functions.isEmpty && targets.names.isEmpty
      && targets.functions.allSatisfy { target in
        isQuiet(target, depth: Self.depth) && returnsNoPromise(target)
      }
  }

  /// Whether a call gives a generator of the program whose body can raise.
  func givesRaisingGenerator(_ operation: ID<Operation>, in function: ID<ProgramFunction>) -> Bool {
    context.program.targets(of: operation, in: function).functions.contains { target in
      context.program[target].isGenerator && !isQuiet(target, depth: Self.depth)
    }
  }

  private func returnsNoPromise(_ function: ID<ProgramFunction>) -> Bool {
    let facts = context.facts.facts(of: function)
    return facts.function.blocks.values.allSatisfy { block in
      guard case .return(.some(let value)) = block.terminator else { return true }
      let makers = facts.makers(of: value)
      return !makers.isEmpty
        && makers.allSatisfy { maker in
          switch facts.effect(maker) {
          case .literal, .aggregate, .closure, .compute: true
          default: false
          }
        }
    }
  }

  /// The operations of a function that call what surely raises nothing.
  func find(in function: ID<ProgramFunction>) -> BitSet {
    var result = BitSet()
    let facts = context.facts.facts(of: function)
    for operation in facts.function.operations.ids {
      guard case .call(let call) = facts.effect(operation),
        isQuiet(call, at: operation, in: function, depth: Self.depth)
      else { continue }
      result.insert(operation.index)
    }
    return result
  }

  private func isQuiet(
    _ call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>, depth: Int
  ) -> Bool {
    let targets = context.program.targets(of: operation, in: function)
    if !targets.functions.isEmpty, targets.names.isEmpty {
      // A call that only makes a coroutine, a promise or a generator runs nothing that could raise.
      let bodies = targets.functions.map { context.program[$0] }
      if bodies.allSatisfy({ $0.isAsync || $0.isGenerator }) { return true }
    }
    if !targets.functions.isEmpty {
      return targets.functions.allSatisfy { isQuiet($0, depth: depth - 1) }
    }
    // A class of the program without a constructor of its own.
    if !targets.constructed.isEmpty { return true }
    // What a library makes of nothing asks nobody: `new Metadata()`.
    if call.isConstruction, call.arguments.isEmpty { return true }
    guard case .method(let name, _) = call.callee,
      context.roles.index.behaviour.iteratingMethods.contains(context.program.symbols[name])
    else { return false }
    return call.arguments.allSatisfy { isQuiet($0.value, in: function, depth: depth) }
  }

  /// Whether a function that is given to an iterator raises nothing.
  private func isQuiet(
    _ place: ID<Place>, in function: ID<ProgramFunction>, depth: Int
  ) -> Bool {
    let values = context.program.values(of: place, in: function)
    let isGlobal = context.program[function].places[place].kind == .global
    if values.isEmpty { return isGlobal || !mayBeFunction(place, in: function) }
    return values.allSatisfy { value in
      switch value {
      case .function(let callback): isQuiet(callback, depth: depth - 1)
      case .external: isGlobal
      case .instance, .classObject, .object, .module, .aggregate, .unread: true
      }
    }
  }

  /// Whether a place that nothing is known of could be a function: a constant could not.
  private func mayBeFunction(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Bool {
    context.facts.facts(of: function).literal(of: place) == nil
  }

  private func isQuiet(_ function: ID<ProgramFunction>, depth: Int) -> Bool {
    let body = context.program[function]
    guard depth >= 0, body.operations.count <= Self.largest else { return false }
    for block in body.blocks.values {
      if case .raise = block.terminator { return false }
    }
    let facts = context.facts.facts(of: function)
    return body.operations.ids.allSatisfy { operation in
      guard body.operations[operation].mayRaise else { return true }
      if isHandled(operation, facts) { return true }
      if isPlainStep(operation, facts) { return true }
      guard case .call(let call) = body.operations[operation].effect else { return false }
      let roles = context.roles.roles(of: call, at: operation, in: function)
      if roles.contains(where: \.neverRaises) { return true }
      return isQuiet(call, at: operation, in: function, depth: depth)
    }
  }
}

extension QuietCalls {
  /// Whether a place holds a list that the function writes down.
  private func isWritten(_ list: ID<Place>, _ facts: FunctionFacts) -> Bool {
    let makers = facts.makers(of: list)
    return !makers.isEmpty
      && makers.allSatisfy { maker in
        if case .aggregate = facts.effect(maker) { true } else { false }
      }
  }

  /// What raises nothing while a generator is gone through: its yields, and the heads of loops over
  /// what it was given.
  private func isPlainStep(_ operation: ID<Operation>, _ facts: FunctionFacts) -> Bool {
    // `for name in ("read", "close"):`
    if case .iterate(let list, _) = facts.effect(operation), isWritten(list, facts) { return true }
    guard facts.function.isGenerator else { return false }
    switch facts.effect(operation) {
    case .yield(_, _, let delegates): return !delegates
    case .iterate(let list, _):
      if case .parameter = facts.function.places[list].kind {
        return facts.definitions(of: list).isEmpty
      }
      return false
    default: return false
    }
  }

  /// Whether a handler of the function itself takes what an operation raises: everything, or the
  /// errors of the system, which are what is left of a call that is right.
  private func isHandled(_ operation: ID<Operation>, _ facts: FunctionFacts) -> Bool {
    let function = facts.function
    let unwind = function.blocks[facts.block(of: operation)].unwind
    guard unwind != function.exceptionalExit else { return false }
    var handlers = [unwind]
    if case .choose(let choices) = function.blocks[unwind].terminator { handlers += choices }
    let names = context.roles.index.behaviour.systemErrors + ["Exception", "BaseException"]
    return handlers.contains { handler in
      guard handler != function.exceptionalExit else { return false }
      return function.operations(of: handler).contains { operation in
        guard case .caught(let types, _) = facts.effect(operation) else { return false }
        return types.isEmpty
          || types.contains { type in
            facts.name(of: type).map { names.contains(context.program.symbols[$0]) } ?? false
          }
      }
    }
  }
}
