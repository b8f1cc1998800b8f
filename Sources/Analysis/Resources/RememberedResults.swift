import Basis
import IR
import Linking
import RuleBook

// What a function gives is not its caller's where the function, or what is around it, keeps it:
//
//     @lru_cache
//     def client(): return Redis(...)                the decorator gives the same client again
//
//     made = ClientSession()
//     self._all[key] = Entry(session=made)           the entry, and so the dictionary, has it
//     return made

extension FunctionView {
  /// Whether a decorator of the function keeps what the function gave, to give it again.
  var remembersResult: Bool {
    isDecorated { words in
      !words.isDisjoint(with: ["cache", "cached", "lru", "memoize", "memoized", "memo", "once"])
        || words.contains("singleton")
    }
  }

  /// Whether the function is made a context manager: its yield stands for the body of the block.
  var isContextManager: Bool { context.isContextManager(id) }

  /// Whether the words of some decorator's name fulfil a condition.
  func isDecorated(by fits: (Set<String>) -> Bool) -> Bool { context.isDecorated(id, by: fits) }

  /// Whether the function also stores the value where it outlives the call: a cache, a singleton.
  func keeps(_ place: ID<Place>) -> Bool {
    let aliases = holders(of: place)
    let keepMethods = context.roles.index.behaviour.keepMethods
    return function.operations.ids.contains { operation in
      switch facts.effect(operation) {
      case .store(let value, _, _), .storeElement(let value, _, _):
        return aliases.contains(value.index)
      case .copy(let source, let into):
        guard aliases.contains(source.index) else { return false }
        switch function.places[into].kind {
        case .captured, .global: return true
        default: return false
        }
      case .call(let call):
        // `setattr(request, "cursor", cursor)`
        let isHandedOff = (roles[operation] ?? []).contains { role in
          if case .handOff = role { true } else { false }
        }
        if isHandedOff, call.arguments.contains(where: { aliases.contains($0.value.index) }) {
          return true
        }
        guard case .method(let name, _) = call.callee else { return false }
        return keepMethods.contains(text(name))
          && call.arguments.contains { aliases.contains($0.value.index) }
      default: return false
      }
    }
  }

  /// The places that hold a value, and objects that are made of it.
  func holders(of place: ID<Place>) -> BitSet {
    var result = BitSet()
    var pending = [place]
    while let next = pending.popLast() {
      for alias in forwardAliases(of: next).members where result.insert(alias) {
        for operation in facts.uses(of: ID(alias)) where isMaking(operation) {
          if let made = facts.effect(operation).result { pending.append(made) }
        }
      }
    }
    return result
  }

  /// Whether an operation puts what it reads into an object of the program's own.
  private func isMaking(_ operation: ID<Operation>) -> Bool {
    switch facts.effect(operation) {
    case .aggregate: true
    case .call: !program.targets(of: operation, in: id).constructed.isEmpty
    default: false
    }
  }

  /// The places from which a value comes, with the managers whose entering gave it.
  func owners(of place: ID<Place>) -> Set<ID<Place>> {
    var result: Set<ID<Place>> = []
    var pending = facts.origins(of: place)
    while let next = pending.popLast() {
      guard result.insert(next).inserted, let maker = facts.definition(of: next),
        case .call(let call) = facts.effect(maker), call.isImplicit, let manager = call.receiver
      else { continue }
      pending += facts.origins(of: manager)
    }
    return result
  }
}

extension CheckContext {
  /// Whether a function is made a context manager: its yield stands for the body of the block.
  func isContextManager(_ function: ID<ProgramFunction>) -> Bool {
    program[function].isGenerator
      && isDecorated(function) { words in words.contains { $0.hasSuffix("contextmanager") } }
  }

  /// Whether the words of some decorator's name of a function fulfil a condition.
  func isDecorated(
    _ id: ID<ProgramFunction>, by fits: (Set<String>) -> Bool
  ) -> Bool {
    let function = program[id]
    guard !function.decorators.isEmpty, let parent = function.parent else { return false }
    let outer = program[program.id(of: parent, besides: id)]
    return function.decorators.contains { decorator in
      let root = outer.places[decorator.name.root].name
      let symbols = decorator.name.path + (root.map { [$0] } ?? [])
      return fits(Set(symbols.flatMap { Verbs.words(of: program.symbols[$0]) }))
    }
  }
}

extension ResourceSpec {
  /// Whether a resource that a method gives ends when what the method belongs to is closed: the
  /// response of a session, the cursor of a connection, and no connection of a pool.
  var endsWithParent: Bool {
    if outlivesParent { return false }
    switch kind {
    case .cursor, .response, .session, .stream, .socket: return true
    default: return isClosedImplicitly
    }
  }
}
