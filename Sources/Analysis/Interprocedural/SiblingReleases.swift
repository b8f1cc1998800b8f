import Basis
import IR
import Linking
import RuleBook

// What some functions of a program give back, the others hold as well:
//
//     handle = connect_utility(driver)             handle = connect_utility(driver)
//     try: run(handle)                             fill(handle)
//     finally: driver.close(handle)                                   nobody closes this one
//
// No model knows the helper, and its name may say little. That others close what it gives says it.

/// By what is called: the functions that give back what the call gives them.
struct SiblingReleases: Sendable {
  /// What gives something: a function, a class or a library's function.
  enum Source: Hashable, Sendable {
    case function(ID<ProgramFunction>)
    case type(ID<ProgramClass>)
    case library(String)
    /// A method of what nobody knows, by its name: `helper.open_session()`.
    case member(Symbol)
  }

  private var releasers: [Source: Set<ID<ProgramFunction>>] = [:]
  private var givingFunctions = BitSet()
  private var givingTypes = BitSet()
  private var givingNames = BitSet()
  private var givingMembers = BitSet()
  /// By what is called: how many functions get it and neither return nor store it; those included
  /// that give it back.
  private var callers: [Source: Int] = [:]
  /// The classes among these whose objects have an end of their own making: then fewer must agree.
  private var ending: Set<Source> = []
  /// By what is called: the element of its result that is given back, where it gives several.
  private var elements: [Source: Symbol] = [:]

  init() {}

  /// The functions of the program whose results somebody gives back.
  var functions: Set<ID<ProgramFunction>> {
    Set(
      releasers.keys.compactMap { source in
        if case .function(let function) = source { function } else { nil }
      })
  }

  /// The classes of the program whose instances somebody gives back.
  var types: [ID<ProgramClass>] {
    releasers.keys.compactMap { source in
      if case .type(let type) = source { type } else { nil }
    }.sorted()
  }

  init(context: CheckContext) {
    let strong = context.roles.index.behaviour.strongReleases
    for function in context.program.functions.ids
    where context.words(of: function).contains(.releasing)
      && context.facts.fileKind(of: function) == .production
    {
      let facts = context.facts.facts(of: function)
      for operation in facts.function.operations.values {
        guard case .call(let call) = operation.effect else { continue }
        for place in Self.released(by: call, in: function, strong, context)
        where !call.isImplicit || !Self.takesWhenEntered(place, function, context) {
          note(place, facts, function, context)
        }
      }
    }
    if releasers.isEmpty { return }
    ending = Set(
      releasers.keys.filter { source in
        if case .type(let type) = source { context.endsItsFields(type) } else { false }
      })
    noteGivers(context.program) { _ in true }
    countCallers(context)
    noteGivers(context.program) { [self] in othersKeep($0) <= most(of: $0) }
  }

  /// The element of what a source gives that is given back, if not all of it is.
  func element(of source: Source) -> Symbol? { elements[source] }

  private mutating func countCallers(_ context: CheckContext) {
    for function in context.program.functions.ids
    where context.facts.fileKind(of: function) == .production {
      let facts = context.facts.facts(of: function)
      var called: Set<Source> = []
      let known = context.program.calls(in: function).filter { mayGive($0.targets) }
      for operation in known.map(\.operation) + membersCalled(in: function, context) {
        guard let source = Self.source(of: operation, facts, function, context) else { continue }
        if releasers[source]?.contains(function) == true || !Self.handsOn(operation, facts) {
          called.insert(source)
        }
      }
      for source in called { callers[source, default: 0] += 1 }
    }
  }

  /// The value that a call gives back: its only argument, or its receiver.
  private static func released(
    by call: Call, in function: ID<ProgramFunction>, _ strong: Set<String>,
    _ context: CheckContext
  ) -> [ID<Place>] {
    guard case .method(let name, let receiver) = call.callee else { return [] }
    if call.isImplicit { return [receiver] }
    if strong.contains(context.program.symbols[name]) {
      return [call.arguments.first?.value ?? receiver]
    }
    return endsObject(name, receiver, in: function, context) ? [receiver] : []
  }

  /// Whether a method that only names may doubt, `destroy` or `stop`, is of a class of the program that
  /// ends its fields.
  private static func endsObject(
    _ name: Symbol, _ receiver: ID<Place>, in function: ID<ProgramFunction>,
    _ context: CheckContext
  ) -> Bool {
    guard context.words[name].contains(.releasing) else { return false }
    return context.program.values(of: receiver, in: function).contains { value in
      guard case .object(let type) = value else { return false }
      return context.program.type(type).members.contains { $0.name == name }
        && context.endsItsFields(type)
    }
  }

  /// Whether what a `with` statement enters is an object of the program that held nothing before.
  private static func takesWhenEntered(
    _ place: ID<Place>, _ function: ID<ProgramFunction>, _ context: CheckContext
  ) -> Bool {
    let types = context.program.values(of: place, in: function).compactMap { value in
      if case .object(let type) = value { type } else { nil }
    }
    return !types.isEmpty && types.allSatisfy(context.takesWhenEntered)
  }

  private mutating func note(
    _ place: ID<Place>, _ facts: FunctionFacts, _ function: ID<ProgramFunction>,
    _ context: CheckContext
  ) {
    for maker in facts.makers(of: place) {
      let (maker, element) = Self.whole(of: maker, facts, context.program.symbols)
      guard let source = Self.source(of: maker, facts, function, context) else { continue }
      releasers[source, default: []].insert(function)
      if let element { elements[source] = element }
    }
  }

  /// What made the object that an element was read from: `connection, cursor = manager.open()`. What
  /// follows another element than a connection may be nothing: `done, cursor = self.cursor()`.
  private static func whole(
    of maker: ID<Operation>, _ facts: FunctionFacts, _ symbols: SymbolTable
  ) -> (ID<Operation>, Symbol?) {
    guard case .load(let element, let object, _) = facts.effect(maker),
      Int(symbols[element]) ?? 0 == 0,
      let whole = facts.definition(of: object), case .call = facts.effect(whole)
    else { return (maker, nil) }
    return (whole, element)
  }

  /// Whether a function returns or stores what a call gives it: that is somebody else's to close.
  private static func handsOn(_ operation: ID<Operation>, _ facts: FunctionFacts) -> Bool {
    guard let result = facts.effect(operation).result else { return false }
    var seen: BitSet = [result.index]
    var pending = [result]
    while let place = pending.popLast() {
      for use in facts.uses(of: place) {
        switch facts.effect(use) {
        case .copy(_, let into), .await(_, let into):
          if seen.insert(into.index) { pending.append(into) }
        case .store(let value, _, _), .storeElement(let value, _, _):
          if value == place { return true }
        case .aggregate, .yield: return true
        default: continue
        }
      }
    }
    return facts.function.blocks.values.contains { block in
      if case .return(let place?) = block.terminator { seen.contains(place.index) } else { false }
    }
  }

  /// What a call of a function gets its result from, if no model knows it.
  static func source(
    of operation: ID<Operation>, _ facts: FunctionFacts, _ function: ID<ProgramFunction>,
    _ context: CheckContext
  ) -> Source? {
    guard case .call(let call) = facts.effect(operation), !call.isImplicit else { return nil }
    let targets = context.program.targets(of: operation, in: function)
    if let type = targets.constructed.first { return .type(type) }
    let catalog = context.program.catalog
    if let target = targets.functions.first {
      // What a model knows is what the model says, whatever some functions do with it.
      let isModelled = context.program.results(of: target).contains { value in
        guard case .instance(let type) = value else { return false }
        return catalog.isOfModelledModule(context.program.names.text(of: type))
      }
      return isModelled || context.program[target].isGenerator ? nil : .function(target)
    }
    if targets.names.isEmpty { return member(call, context) }
    // What is only said to be callable is whatever each caller gives.
    let shapes = context.roles.index.behaviour.shapeTypes
    return targets.names.first { name in
      !catalog.isOfModelledModule(name) && !shapes.contains { name.hasPrefix($0 + "#") }
    }.map { .library($0) }
  }

  /// What gives something by its name alone: one of several words, of which one speaks of taking.
  private static func member(_ call: Call, _ context: CheckContext) -> Source? {
    guard case .method(let name, _) = call.callee else { return nil }
    let text = context.program.symbols[name]
    let verbs = context.roles.index.behaviour.acquireVerbs
    return Verbs.words(of: text).count > 1 && Verbs.speak(of: verbs, in: text)
      ? .member(name) : nil
  }

  /// The calls of methods that nobody knows and that others give back what they give of.
  func membersCalled(
    in function: ID<ProgramFunction>, _ context: CheckContext
  ) -> [ID<Operation>] {
    if givingMembers.isEmpty || !context.words(of: function).contains(.acquiring) {
      return []
    }
    // Read in place: this is asked of every function, and to copy one costs a dozen references.
    let facts = context.facts.facts(of: function)
    return facts.function.operations.ids.filter { operation in
      guard case .call(let call) = facts.effect(operation),
        case .method(let name, _) = call.callee, givingMembers.contains(name.index)
      else { return false }
      return context.program.targets(of: operation, in: function).isEmpty
    }
  }

  /// Whether somebody may give back what some callees give; asked of every call.
  func mayGive(_ targets: CallTargets) -> Bool {
    if let type = targets.constructed.first { return givingTypes.contains(type.index) }
    if let target = targets.functions.first { return givingFunctions.contains(target.index) }
    return targets.externals.contains { givingNames.contains($0.index) }
  }

  /// Notes what gives something that counts in a form in which it is quickly asked for.
  private mutating func noteGivers(_ program: Program, _ counts: (Source) -> Bool) {
    (givingFunctions, givingTypes, givingNames) = (BitSet(), BitSet(), BitSet())
    givingMembers = BitSet()
    var libraries: Set<String> = []
    for source in releasers.keys where counts(source) {
      switch source {
      case .function(let function): givingFunctions.insert(function.index)
      case .type(let type): givingTypes.insert(type.index)
      case .library(let name): libraries.insert(name)
      case .member(let name): givingMembers.insert(name.index)
      }
    }
    if libraries.isEmpty { return }
    var seen = BitSet()
    for (_, name) in program.calledNames where seen.insert(name.index) {
      if program.spellings(of: name).contains(where: libraries.contains) {
        givingNames.insert(name.index)
      }
    }
  }

  /// How many functions besides one give back what a source gives; none if most do not: what a
  /// hundred functions keep and two close is not theirs to close.
  func count(of source: Source, besides function: ID<ProgramFunction>) -> Int {
    let count = releasers[source]?.subtracting([function]).count ?? 0
    return othersKeep(source) > most(of: source) ? 0 : count
  }

  /// How many functions may keep what a source gives before it is no longer believed that they
  /// should give it back.
  private func most(of source: Source) -> Int {
    (releasers[source]?.count ?? 0) * (ending.contains(source) ? 3 : 1)
  }

  /// How many functions get what a source gives and neither hand it on nor give it back.
  private func othersKeep(_ source: Source) -> Int {
    (callers[source] ?? 0) - (releasers[source]?.count ?? 0)
  }
}

extension BehaviourSpec {
  /// The verbs that only end what must be ended: not those that tidy up, or take a widget away.
  var strongReleases: Set<String> {
    Set(releaseMethods).subtracting(vagueReleases).subtracting([
      "finalize", "tear_down", "detach", "cleanup", "__exit__", "__aexit__",
    ])
  }
}
