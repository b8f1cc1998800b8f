import Basis
import IR
import Linking
import RuleBook

/// What calls of a function are by the names in them, where nothing is known of their receivers.
struct ToldCalls {
  private let facts: FunctionFacts
  private let function: ID<ProgramFunction>
  private let calls: CallRoles
  private let imported: ImportedModules
  private let imports: BitSet
  /// How many functions of the project are looked into for what they return.
  private let hops: Int
  private let types: ToldTypes
  private let related: RelatedNames
  /// By call: the library that it is told to be of, and its roles.
  private var told: [ID<Operation>: (library: Substring, roles: [Role])] = [:]
  /// By place: the types that it may be of, and the members of types that it may be.
  private var bases: [ID<Place>: [String]] = [:]

  private var program: Program { calls.facts.program }

  /// How far a chain of calls and members is followed.
  private static let longest = 14

  private init(
    _ function: ID<ProgramFunction>, _ calls: CallRoles, _ related: RelatedNames,
    _ imports: ImportedModules, hops: Int
  ) {
    facts = calls.facts.facts(of: function)
    self.function = function
    self.calls = calls
    self.related = related
    self.hops = hops
    self.imported = imports
    self.imports = imports.modules(of: function, in: calls.facts.program)
    types = calls.index.toldTypes
  }

  /// Asks every call of the function.
  ///
  /// - Parameter holdsNames: whether some name or import here may tell of a type; if not, only the
  ///   types that any expression can be of are asked for.
  private mutating func tellAll(holdsNames: Bool) {
    // What makes the receiver of a call mostly stands before it.
    for operation in facts.function.operations.ids {
      guard case .call(let call) = facts.effect(operation), let method = method(of: call),
        types.knows(method), holdsNames || mayTell(call, method)
      else { continue }
      told[operation] = tell(call, at: operation)
    }
  }

  /// What names tell of the calls of all functions that they tell anything of.
  static func all(
    _ calls: CallRoles, _ words: [FunctionWords], _ related: RelatedNames, _ workers: Workers
  ) -> [ID<ProgramFunction>: Self] {
    let program = calls.facts.program
    let imports = ImportedModules(program, told: calls.index.toldTypes)
    let all = Array(program.functions.ids)
    let found = workers.map(all) { function -> Self? in
      let modules = imports.modules(of: function, in: program)
      let holdsNames =
        words[function.index].contains(.telling) || !modules.isEmpty
        || !related.symbols.isEmpty
          && calls.facts.facts(of: function).function.holds(related.symbols)
      guard holdsNames || words[function.index].contains(.tellingOfAnything) else { return nil }
      var found = Self(function, calls, related, imports, hops: 2)
      found.tellAll(holdsNames: holdsNames)
      return found.told.isEmpty ? nil : found
    }
    return Dictionary(
      uniqueKeysWithValues: zip(all, found).compactMap { function, found in
        found.map { (function, $0) }
      })
  }

  /// The roles that the names tell of; none where the call reaches something known.
  func roles(at operation: ID<Operation>) -> [Role] { told[operation]?.roles ?? [] }

  /// Whether what a call is given fits a call of a type that any expression can be of.
  private func mayTell(_ call: Call, _ method: String) -> Bool {
    calls.index.rolesOfAnything(method).contains { $0.saysWhichRows && holds($0, of: call) }
  }

  private mutating func tell(
    _ call: Call, at operation: ID<Operation>
  ) -> (library: Substring, roles: [Role])? {
    let targets = program.targets(of: operation, in: function)
    guard targets.functions.allSatisfy(isStub), targets.constructed.isEmpty,
      !isOfLanguage(call)
    else { return nil }
    let last = method(of: call) ?? ""
    let candidates = names(of: call, depth: Self.longest).filter {
      types.knows(last, of: $0.base)
    }
    if candidates.isEmpty { return nil }
    // What a chain has told before, it still is: one library's.
    let known = targets.names.filter(isOfLibrary).map(Self.module) + earlier(call)
    for (_, name) in candidates where known.allSatisfy({ $0 == Self.module(of: name) }) {
      let found = calls.index.roles(named: [name]).filter {
        $0.saysWhichRows && holds($0, of: call)
      }
      if !found.isEmpty { return (Self.module(of: name), found) }
    }
    return nil
  }

  /// Whether a function only sends its own name to somewhere else, which nobody sees into:
  /// `def find_zone(self, context): return self.client.call(context, 'find_zone')`.
  private func isStub(_ target: ID<ProgramFunction>) -> Bool {
    let other = calls.facts.facts(of: target)
    return other.function.operations.count < 60
      && other.function.operations.values.contains { operation in
        guard case .call(let call) = operation.effect else { return false }
        return call.arguments.contains {
          other.literal(of: $0.value) == .string(other.function.name)
        }
      }
  }

  /// The library that an earlier call of the chain was told to be of.
  private func earlier(_ call: Call) -> [Substring] {
    var call = call
    for _ in 0..<Self.longest {
      guard let receiver = call.receiver else { return [] }
      let makers = facts.makers(of: receiver)
      guard makers.count == 1, case .call(let previous) = facts.effect(makers[0]) else { return [] }
      if let told = told[makers[0]] { return [told.library] }
      call = previous
    }
    return []
  }

  private func isOfLibrary(_ name: String) -> Bool {
    program.catalog.isOfModelledModule(name)
  }

  /// Whether a call is of an object that is there without an import and known, and so no table: `Math.max`.
  private func isOfLanguage(_ call: Call) -> Bool {
    guard let receiver = call.receiver, facts.function.places[receiver].kind == .global,
      let name = facts.function.places[receiver].name
    else { return false }
    let root = program.symbols[name]
    return program.catalog.roots.contains(root) && !program.catalog.modules.contains(root)
  }

  /// The library of a canonical name: what is known to be of one is not told to be of another.
  private static func module(of name: String) -> Substring { name.prefix { !".#(".contains($0) } }

  private func method(of call: Call) -> String? {
    switch call.callee {
    case .method(let name, _): program.symbols[name]
    case .value: call.isConstruction ? nil : "()"
    case .superconstructor, .supermethod: nil
    }
  }

  private func holds(_ role: Role, of call: Call) -> Bool {
    (role.pattern.conditions + role.toldConditions).allSatisfy {
      calls.holds($0, of: call, in: function)
    }
  }

  // MARK: Types

  private static func member(_ name: String, of base: String) -> String {
    base + (base.contains("#") ? "." : "#") + name
  }

  /// The canonical names that a call may have, and the types or members that it is of.
  private mutating func names(of call: Call, depth: Int) -> [(base: String, call: String)] {
    switch call.callee {
    case .method(let name, let receiver):
      let isField = calls.facts.isReceiver(receiver, in: function)
      return (isField ? calledTypes([ToldStep(name: program.symbols[name])]) : [])
        + bases(of: receiver, depth: depth).map {
          ($0, Self.member(program.symbols[name], of: $0))
        }
    case .value(let callee):
      guard !call.isConstruction else { return [] }
      return bases(of: callee, depth: depth).filter { !$0.contains("#") }.map { ($0, $0 + "#()") }
    case .superconstructor, .supermethod: return []
    }
  }

  /// What the names of a field tell of what is called in it: `this.knex('users')`.
  private func calledTypes(_ path: [ToldStep]) -> [(base: String, call: String)] {
    types.types(toldBy: path, importing: imports).flatMap(program.catalog.lineage)
      .filter { !$0.contains("#") }.map { ($0, $0 + "#()") }
  }

  private mutating func bases(of place: ID<Place>, depth: Int) -> [String] {
    if let known = bases[place] { return known }
    guard depth > 0 else { return [] }
    bases[place] = []
    var seen: Set<String> = []
    let found = findBases(of: place, depth: depth).filter { seen.insert($0).inserted }
    bases[place] = found
    return found
  }

  private mutating func findBases(of place: ID<Place>, depth: Int) -> [String] {
    let known = program.values(of: place, in: function).flatMap { value -> [String] in
      guard case .instance(let type) = value else { return [] }
      let name = program.names.text(of: type)
      return program.catalog.supertypes[name] != nil ? program.catalog.lineage(of: name) : []
    }
    if !known.isEmpty { return known }
    var result: [String] = []
    var isAnswer = false
    for maker in facts.makers(of: place) {
      switch facts.effect(maker) {
      case .call(let call):
        for name in names(of: call, depth: depth - 1) {
          result += given(by: name.call, of: name.base)
        }
        isAnswer = isAnswer || result.isEmpty && told[maker] != nil
        if result.isEmpty, !isAnswer { result += returned(by: maker) }
      case .load(let field, let object, _):
        let isOwn = object == facts.function.receiver
        for base in isOwn ? [] : bases(of: object, depth: depth - 1) {
          let name = Self.member(program.symbols[field], of: base)
          result += program.catalog.returns[name].map(program.catalog.lineage) ?? [name]
        }
        if let type = related.types[field] { result += program.catalog.lineage(of: type) }
      case .loadElement(let object, _, _): result += bases(of: object, depth: depth - 1)
      default: continue
      }
    }
    // What somebody was asked for is no way to ask, whatever it is called.
    return isAnswer ? result : result + namedTypes(place)
  }

  /// What the project's own function returns, by the names in it: `return self.traits.all()`.
  private func returned(by operation: ID<Operation>) -> [String] {
    let targets = program.targets(of: operation, in: function).functions
    guard targets.count == 1, targets[0] != function, hops > 0 else { return [] }
    var inner = Self(targets[0], calls, related, imported, hops: hops - 1)
    return inner.facts.function.blocks.values.flatMap { block -> [String] in
      guard case .return(let place?) = block.terminator else { return [] }
      return inner.bases(of: place, depth: Self.longest)
    }
  }

  /// The types that the name of a value tells of, and the names in what makes it.
  private func namedTypes(_ place: ID<Place>) -> [String] {
    let paths = [
      facts.path(of: place, in: program, depth: 5),
      facts.makerPath(of: place, in: program, depth: 5),
    ]
    return paths.flatMap { types.types(toldBy: $0, importing: imports) }
      .flatMap(program.catalog.lineage)
  }

  /// What a call gives, by its canonical name.
  private func given(by name: String, of base: String) -> [String] {
    if let type = program.catalog.returns[name] { return program.catalog.lineage(of: type) }
    return program.catalog.fluentTypes.contains(base) ? [base] : []
  }
}

extension Function {
  /// Whether one of some names is that of a variable, a member or a method here.
  fileprivate func holds(_ names: BitSet) -> Bool {
    places.values.contains { $0.name.map { names.contains($0.index) } ?? false }
      || operations.values.contains { operation in
        switch operation.effect {
        case .load(let field, _, _): names.contains(field.index)
        case .call(let call):
          if case .method(let name, _) = call.callee { names.contains(name.index) } else { false }
        default: false
        }
      }
  }
}

extension FunctionFacts {
  /// The names that lead to a value, from the variable on; `this` and `self` say nothing, `cls` that
  /// there is a class.
  func path(of place: ID<Place>, in program: Program, depth: Int) -> [ToldStep] {
    let name = function.places[place].name.map { program.symbols[$0] }
    if place == function.receiver, name != "cls" { return [] }
    if let name { return [ToldStep(name: name)] }
    return makerPath(of: place, in: program, depth: depth)
  }

  /// The names in the expression that makes a value: those of `new User()` for what is `user`.
  func makerPath(of place: ID<Place>, in program: Program, depth: Int) -> [ToldStep] {
    let makers = makers(of: place)
    guard depth > 0, makers.count == 1 else { return [] }
    func path(_ place: ID<Place>) -> [ToldStep] {
      self.path(of: place, in: program, depth: depth - 1)
    }
    switch effect(makers[0]) {
    case .load(let field, let object, _):
      return path(object) + [ToldStep(name: program.symbols[field])]
    case .call(let call):
      var steps: [ToldStep] = []
      switch call.callee {
      case .method(let name, let receiver):
        steps = path(receiver) + [ToldStep(name: program.symbols[name])]
      case .value(let callee): steps = path(callee)
      case .superconstructor, .supermethod: return []
      }
      guard !steps.isEmpty else { return [] }
      steps[steps.count - 1].isCalled = true
      return steps
    default: return []
    }
  }
}

extension Role {
  /// Whether the role tells whose rows the call speaks of; that it asks something is not enough.
  fileprivate var saysWhichRows: Bool {
    if case .query(let spec) = self { spec.text != nil } else { speaksOfRows }
  }

  /// What must hold besides where only names tell.
  fileprivate var toldConditions: [ArgumentCondition] {
    switch self {
    case .probe(let spec), .insert(let spec), .update(let spec): spec.toldConditions
    default: []
    }
  }
}
