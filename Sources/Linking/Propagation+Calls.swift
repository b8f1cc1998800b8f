import Basis
import IR

extension Propagation {
  mutating func apply(_ call: Call, at operation: ID<Operation>) {
    // Entering a context manager gives the manager itself unless a library says otherwise.
    if call.isImplicit, let receiver = call.receiver {
      flow(node(receiver), to: node(call.result))
    }
    // What a call reaches only grows, and what it reached before is not gone through again.
    let known = targets[current.index][operation.index]
    var reached = known < 0 ? ReachedCallees() : callTargets[Int(known)]
    for callee in callees(of: call) {
      switch callee {
      case .function(let function):
        let isNew = reach(function, by: call, &reached)
        growResult(of: call, function, isNew: isNew)
      case .classObject(let type): construct(type, call, &reached)
      case .external(let name):
        callExternal(name, call, &reached)
        let facts = facts(of: name)
        if facts.isContainerMaker { makeContainer(by: call, at: operation) }
        if facts.isContainerListing { listContainers(of: call) }
        if call.arguments.count == 1, names[name].symbol == typeFunction,
          names.text(of: name) == "builtins.type"
        {
          growClass(of: call.arguments[0].value, to: call.result)
        }
      case .instance(let type):
        // An instance that is called: `knex('users')`, `sessionmaker(engine)()`.
        let called = names.intern(type, .instanceMember, symbol("()"), text: "()")
        if let called { callExternal(called, call, &reached) }
      case .unread(let file):
        unreadCallees[current, default: []].insert(file.index)
        unreadCallers[file.index, default: []].insert(current)
        grow(node(call.result), by: callee)
        if isGivenInstance(call) { unread.given.insert(file.index) }
      // What an annotation says that calling it gives.
      case .object: flow(field(result, of: callee), to: node(call.result))
      case .module, .aggregate: break
      }
    }
    if case .method(let name, let receiver) = call.callee {
      callContainers(name, of: receiver, call, at: operation)
    }
    if !reached.isEmpty { note(reached, of: operation) }
  }

  /// Notes a function that a call reaches, and gives it the arguments; returns whether it is new.
  private mutating func reach(
    _ function: ID<ProgramFunction>, by call: Call, _ reached: inout ReachedCallees
  ) -> Bool {
    guard !reached.functions.contains(function) else { return false }
    reached.functions.append(function)
    callees.append((current, function))
    bind(call, to: function)
    return true
  }

  /// Notes what a call reaches of a library; returns whether it is new.
  private mutating func reach(
    _ name: ID<Name>, _ spellings: [String], _ reached: inout ReachedCallees
  ) -> Bool {
    guard !reached.externals.contains(name) else { return false }
    // Most calls reach one name, and then share its spellings.
    if reached.names.isEmpty { reached.names = spellings } else { reached.names += spellings }
    reached.externals.append(name)
    if called.insert(name.index) { calledNames.append(name) }
    calledByFunction.append((current, name))
    return true
  }

  /// `type(self)`: the class of an object of the program.
  private mutating func growClass(of object: ID<Place>, to result: ID<Place>) {
    for case .object(let type) in read(node(object)) {
      grow(node(result), by: .classObject(type))
    }
  }

  private mutating func note(_ reached: ReachedCallees, of operation: ID<Operation>) {
    if let name = reached.onlyName, libraryTargets[name] == nil {
      libraryTargets[name] = CallTargets(reached)
    }
    let known = targets[current.index][operation.index]
    if known >= 0 {
      callTargets[Int(known)] = reached
    } else {
      targets[current.index][operation.index] = Int32(callTargets.count)
      callTargets.append(reached)
    }
  }

  /// Whether an argument can be of a library's type that matters.
  private mutating func isGivenInstance(_ call: Call) -> Bool {
    for argument in call.arguments {
      for case .instance(let type) in read(node(argument.value))
      where catalog.tracedTypes.contains(names.text(of: type)) { return true }
    }
    return false
  }

  /// Lets what a function returns flow to a call's result. What a method that returns its receiver, or
  /// a new instance of it, gives is not of its own class but of the caller's, which may be a subclass;
  /// what a function that returns what it is given passes on, as decorators do, is each caller's own.
  ///
  ///     @classmethod
  ///     def from_session(cls, session): return cls(session)
  private mutating func growResult(
    of call: Call, _ function: ID<ProgramFunction>, isNew: Bool
  ) {
    switch ownResults[function] ?? ownResult(of: function) {
    case .argument(let index) where call.passesByPosition(index):
      return flow(node(call.arguments[index].value), to: node(call.result))
    case .receiver: if growOwn(call, isNew: false) { return }
    case .instance: if growOwn(call, isNew: true) { return }
    case .nothing where !isNew: return
    case .nothing, .argument: break
    }
    flow(returns(of: function), to: node(call.result))
  }

  /// Gives a method's result the classes of the receiver; returns whether it has one.
  private mutating func growOwn(_ call: Call, isNew: Bool) -> Bool {
    guard case .method(_, let receiver) = call.callee else { return false }
    var isOwn = false
    for value in read(node(receiver)) {
      guard let type = value.projectClass else { continue }
      grow(node(call.result), by: isNew ? .object(type) : value)
      isOwn = true
    }
    return isOwn
  }

  private mutating func ownResult(of id: ID<ProgramFunction>) -> OwnResult {
    let found = self[id].ownResult
    ownResults[id] = found
    return found
  }

  private mutating func callees(of call: Call) -> ValueSet {
    switch call.callee {
    case .value(let place): return read(node(place))
    case .method(let name, let receiver):
      return read(node(receiver)).gathered { members($0, name) }
    case .superconstructor:
      return owner().map { bases(of: $0) } ?? []
    case .supermethod(let name):
      return (owner().map { bases(of: $0) } ?? []).gathered { base in
        // What a library's class gives its subclasses, as an instance of it has it.
        if case .external(let parent) = base {
          return members(.instance(canonicalType(parent)), name)
        }
        return members(base, name)
      }
    }
  }

  /// The class whose method the current function is, or is written in.
  private func owner() -> ID<ProgramClass>? {
    var id: ID<Function>? = functions[current].function
    while let function = id {
      if let owner = modules[currentModule].functions[function].owner {
        return self.id(of: owner, in: currentModule)
      }
      id = modules[currentModule].functions[function].parent
    }
    return nil
  }

  private mutating func construct(
    _ type: ID<ProgramClass>, _ call: Call, _ reached: inout ReachedCallees
  ) {
    if !reached.constructed.contains(type) { reached.constructed.append(type) }
    grow(node(call.result), by: .object(type))
    for constructor in constructors(of: type, visited: []) {
      switch constructor {
      case .function(let function): _ = reach(function, by: call, &reached)
      case .external(let name): _ = reach(name, [names.text(of: name)], &reached)
      case .unread(let file):
        if isGivenInstance(call) { unread.given.insert(file.index) }
      case .classObject, .instance, .object, .module, .aggregate: break
      }
    }
  }

  /// The nearest constructor along the bases; a library's base is its own.
  private mutating func constructors(
    of id: ID<ProgramClass>, visited: Set<ID<ProgramClass>>
  ) -> ValueSet {
    guard !visited.contains(id) else { return [] }
    let module = classes[id].module
    for member in modules[module].classes[classes[id].type].members
    where modules[module].functions[member.function].kind == .constructor {
      return [.function(self.id(of: member.function, in: module))]
    }
    return bases(of: id).gathered { base in
      switch base {
      case .classObject(let parent): constructors(of: parent, visited: visited.union([id]))
      case .external, .unread: [base]
      case .instance, .function, .object, .module, .aggregate: []
      }
    }
  }

  /// Lets arguments flow to parameters, by position and by keyword.
  private mutating func bind(_ call: Call, to target: ID<ProgramFunction>) {
    let id = functions[target]
    let parameters = modules[id.module].functions[id.function].parameters
    var position = 0
    for argument in call.arguments {
      guard !argument.isSpread else { return }
      let parameter: Parameter?
      if let label = argument.label {
        parameter = parameters.first { $0.label == label }
      } else {
        parameter = position < parameters.count ? parameters[position] : nil
        position += 1
      }
      guard let parameter, !parameter.isRest, !parameter.isKeywordRest else { continue }
      flow(node(argument.value), to: node(parameter.place, of: target))
    }
  }

  private mutating func callExternal(
    _ name: ID<Name>, _ call: Call, _ reached: inout ReachedCallees
  ) {
    let facts = facts(of: name)
    let isNew = reach(name, facts.spellings, &reached)
    if facts.hasCallbacks { bindCallbacks(facts.spellings, call) }
    if !isNew || call.isImplicit && !facts.isReturnKnown { return }
    growResult(of: name, facts, call)
  }

  private mutating func growResult(of name: ID<Name>, _ facts: NameFacts, _ call: Call) {
    let result = node(call.result)
    if let type = facts.result {
      grow(result, by: .instance(type))
    } else if facts.wrapsType, let last = call.arguments.last {
      // `AsyncSession = NewType("AsyncSession", Session)`
      flow(node(last.value), to: result)
    } else if facts.passesThrough, let first = call.arguments.first {
      flow(node(first.value), to: result)
    } else if facts.binds, let receiver = call.receiver {
      flow(node(receiver), to: result)
    } else if facts.isFluent, let parent = names[name].parent {
      grow(result, by: .instance(parent))
    } else if call.isConstruction || facts.isTypeName {
      grow(result, by: .instance(name))
    } else if let given = names.intern(name, .call, names[name].symbol, text: "") {
      grow(result, by: .external(given))
    }
  }

  /// Gives the parameters of callbacks the types that the library calls them with.
  private mutating func bindCallbacks(_ spellings: [String], _ call: Call) {
    for text in spellings {
      for callback in catalog.callbacks[text] ?? [] {
        guard let type = root(callback.type) else { continue }
        for (position, argument) in call.arguments.enumerated()
        where callback.argument == nil || callback.argument == position {
          bindCallback(callback, type, to: argument)
        }
      }
    }
  }

  private mutating func bindCallback(
    _ callback: LibraryCatalog.CallbackType, _ type: ID<Name>, to argument: Argument
  ) {
    for value in read(node(argument.value)) {
      if case .unread(let file) = value { unread.given.insert(file.index) }
      guard case .function(let function) = value else { continue }
      let parameters = self[function].parameters
      guard parameters.indices.contains(callback.parameter) else { continue }
      grow(node(parameters[callback.parameter].place, of: function), by: .instance(type))
    }
  }
}

/// What a function gives of its receiver, or of an argument.
enum OwnResult: Equatable {
  case nothing, receiver, instance
  case argument(Int)
}

extension Call {
  /// Whether a parameter gets the argument of its position.
  fileprivate func passesByPosition(_ index: Int) -> Bool {
    index < arguments.count && arguments[...index].allSatisfy { $0.label == nil && !$0.isSpread }
  }
}

extension Function {
  /// Whether every value that the function returns is its receiver, an instance of it, or a parameter
  /// as it was given.
  fileprivate var ownResult: OwnResult {
    let returned = blocks.values.compactMap { block -> ID<Place>? in
      if case .return(let place) = block.terminator { place } else { nil }
    }
    guard let first = returned.first else { return .nothing }
    if let index = parameters.firstIndex(where: { $0.place == first && !$0.isRest }),
      receiver == nil, !isAsync, !isGenerator, returned.allSatisfy({ $0 == first }),
      !operations.values.contains(where: { $0.effect.result == first })
    {
      return .argument(index)
    }
    guard let receiver else { return .nothing }
    if returned.allSatisfy({ $0 == receiver }) { return .receiver }
    let made = operations.values.compactMap { operation -> ID<Place>? in
      guard case .call(let call) = operation.effect, case .value(receiver) = call.callee else {
        return nil
      }
      return call.result
    }
    return returned.allSatisfy(made.contains) ? .instance : .nothing
  }
}
