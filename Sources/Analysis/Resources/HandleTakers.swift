import Basis
import IR
import Linking
import RuleBook

/// Tells the calls that take something which an object can keep, and has to give back.
struct HandleTakers {
  let context: CheckContext
  /// What counts, beside what somebody has to open and close.
  var kinds: [ResourceSpec.Kind] = [.connection, .session, .client, .socket, .process, .file]

  /// Whether a name alone must say that a connection is made: `connect`, and not `openDialog`.
  var isStrict = false

  private var program: Program { context.program }

  /// The call that takes what a value is, as its model, its class or its name says.
  ///
  /// - Parameter depth: how many members and generators are looked through: `node = node.next` is
  ///   made of itself.
  func taker(
    of value: ID<Place>, _ facts: FunctionFacts, _ function: ID<ProgramFunction>, depth: Int = 3
  ) -> ID<Operation>? {
    guard depth > 0 else { return nil }
    for maker in facts.makers(of: value) {
      switch facts.effect(maker) {
      case .yield(.some(let inner), _, true):
        return taker(of: inner, facts, function, depth: depth - 1)
      case .call(let call):
        if isTaking(call, at: maker, facts, function) { return maker }
      case .load(let element, let pair, _):
        if let found = taker(of: pair, facts, function, depth: depth - 1),
          gives(element, found, facts, function)
        {
          return found
        }
      default: continue
      }
    }
    return nil
  }

  /// Whether what a call takes is an element of what it gives: `reader, writer = open_connection()`.
  private func gives(
    _ element: Symbol, _ taker: ID<Operation>, _ facts: FunctionFacts,
    _ function: ID<ProgramFunction>
  ) -> Bool {
    guard case .call(let call) = facts.effect(taker) else { return false }
    return context.roles.roles(of: call, at: taker, in: function).contains { role in
      guard case .acquire(_, let pattern) = role else { return false }
      return pattern.call.value?.path.first == program.symbols[element]
    }
  }

  /// Whether a model's resource is of a type: a client that is constructed, and opened later.
  private func isClosable(_ type: String) -> Bool {
    context.roles.index.resources.contains { resource in
      resource.type == type && [.connection, .client, .socket].contains(resource.kind)
        && resource.weight != .low
    }
  }

  private func isTaking(
    _ call: Call, at operation: ID<Operation>, _ facts: FunctionFacts,
    _ function: ID<ProgramFunction>
  ) -> Bool {
    let roles = context.roles.roles(of: call, at: operation, in: function)
    let resources = roles.compactMap { role -> ResourceSpec? in
      if case .acquire(let resource, _) = role {
        context.roles.index.resources[resource]
      } else {
        nil
      }
    }
    if !resources.isEmpty {
      return resources.contains { kinds.contains($0.kind) && $0.weight != .low }
    }
    let targets = program.targets(of: operation, in: function)
    if call.isConstruction, targets.names.contains(where: isClosable) { return true }
    if targets.constructed.contains(where: context.endsItsFields) { return true }
    guard let name = facts.name(of: call), !context.roles.isModelled(targets) else { return false }
    if isStrict {
      let words = Verbs.words(of: program.symbols[name])
      return words.contains("connect") || words.count > 1 && words.contains("connection")
    }
    let verbs = context.roles.index.behaviour.acquireVerbs
    return Verbs.speak(of: verbs, in: program.symbols[name])
      && !Verbs.isLookup(program.symbols[name])
  }
}
