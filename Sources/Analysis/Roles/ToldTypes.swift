import Basis
import IR
import Linking
import RuleBook

// What code calls the things of a library, where linking does not see what they are.
//
//     const prisma = useDatabase()                    nobody knows what this gives
//     await prisma.user.findUnique({where: ...})      and yet everybody knows what this is
//
// Models list such expressions with the types that they tell of. From there on the model counts as
// if the type were known: what its methods give, which of them ask and which insert. Nothing is
// said of an expression that is known to be something else, and findings that rest on names have
// medium confidence.

/// The expressions that tell of types, as the models of one language list them.
///
/// A class, because it is asked of every call.
final class ToldTypes: Sendable {
  /// One component of an expression.
  enum Component: Sendable, Hashable {
    case any
    /// A name that is written like a class's.
    case className
    /// A name; compared without case and underscores.
    case name(String, isCalled: Bool)
    /// The end of a name, as it stands.
    case ending(String)

    func matches(_ step: ToldStep, isCalled: Bool) -> Bool {
      switch self {
      case .any: !isCalled
      case .className: !isCalled && step.isClassName
      case .name(let name, let mustBeCalled): isCalled == mustBeCalled && name == step.plain
      case .ending(let end): !isCalled && step.name.hasSuffix(end)
      }
    }
  }

  /// An expression, and the type that it tells of.
  struct Entry: Sendable {
    var components: [Component]
    var isConstruction: Bool
    var type: String
    /// The modules of which the file must import one, by number; empty if it need not.
    var modules: BitSet
  }

  private let entries: [Entry]
  /// The last name of expressions → their positions, in order.
  private let entriesByEnd: [String: [Int]]
  /// The positions of those whose last component is no name.
  private let openEntries: [Int]
  /// Of each expression a name that stands in it, and what some end in: without one of them in a
  /// function no expression tells of anything there.
  let names: Set<String>
  let endings: [String]
  /// The types that any expression can be of, with what they extend and what their calls give.
  private let typesOfAnything: Set<String>
  /// The methods of these types.
  let methodsOfAnything: Set<String>
  /// The modules whose import makes more expressions telling → their numbers.
  let modules: [String: Int]
  /// The members that tell of a library when a class has them, with its modules: who writes
  /// `User.objects` has to do with Django, whether or not the file imports it.
  let membersOfClasses: [String: [String]]
  /// The names of the methods by which rows are asked for, made or changed.
  private let methods: Set<String>
  /// What some of them start with.
  private let heads: [String]
  /// The same by type.
  private let methodsByType: [Substring: Set<String>]

  init(models: [LibraryModel]) {
    var entries: [Entry] = []
    var methods: [Substring: Set<String>] = [:]
    var members: [String: [String]] = [:]
    var numbers: [String: Int] = [:]
    for model in models {
      for type in model.types {
        for text in type.telling where text.hasPrefix("*.") {
          members[String(text.dropFirst(2)), default: []] += model.modules
        }
        entries += type.telling.map { Entry($0, type.name, modules: []) }
        guard !type.hinting.isEmpty else { continue }
        var modules = BitSet()
        for module in model.modules {
          modules.insert(numbers[module, default: numbers.count])
          numbers[module] = numbers[module] ?? numbers.count
        }
        entries += type.hinting.map { Entry($0, type.name, modules: modules) }
      }
      let calls = (model.probes + model.inserts + model.updates).map(\.call)
      // A question without a text says nothing of rows.
      let queries = model.queries.filter { $0.text != nil }.map(\.call)
      let patterns = calls + queries + model.guards.map(\.call)
      for callee in patterns.map(\.callee) {
        methods[Self.type(of: callee), default: []].insert(Self.method(of: callee))
      }
    }
    membersOfClasses = members
    // What needs an import is the surer.
    let sorted = entries.filter { !$0.modules.isEmpty } + entries.filter(\.modules.isEmpty)
    self.entries = sorted
    openEntries = sorted.indices.filter { sorted[$0].lastName == nil }
    entriesByEnd = Dictionary(
      grouping: sorted.indices.filter { sorted[$0].lastName != nil },
      by: { sorted[$0].lastName ?? "" })
    methodsByType = methods
    let components = entries.flatMap(\.components)
    names = Set(entries.compactMap(\.rarestName))
    endings = components.compactMap { if case .ending(let end) = $0 { end } else { nil } }
    modules = numbers
    let ofAnything = Set(entries.filter(\.isOfAnything).map(\.type))
    let given = models.flatMap { $0.returns.keys }.filter {
      ofAnything.contains(String(Self.type(of: $0)))
    }
    methodsOfAnything = Set(given.map(Self.method)).union(
      ofAnything.flatMap { methods[$0[...]] ?? [] })
    typesOfAnything = Self.reached(from: ofAnything, in: models)
    self.methods = methods.values.reduce(into: []) { $0.formUnion($1) }
    heads = self.methods.compactMap(Self.head)
  }

  /// What names of methods start with: `findBy` of `findBy*`.
  private static func head(of method: String) -> String? {
    method.count > 1 && method.hasSuffix("*") ? String(method.dropLast()) : nil
  }

  /// Some types, with those that they extend and those that their calls give.
  private static func reached(from types: Set<String>, in models: [LibraryModel]) -> Set<String> {
    let catalog = LibraryCatalog(models: models)
    var result: Set<String> = []
    var pending = Array(types)
    while let next = pending.popLast() {
      guard result.insert(next).inserted else { continue }
      pending += catalog.lineage(of: next)
      pending += catalog.returns.filter { type(of: $0.key) == next }.values
    }
    return result
  }

  private static func type(of name: String) -> Substring { name.prefix { $0 != "#" } }

  /// Whether a function that holds a name can hold an expression that tells of a type, other than
  /// those of which any does.
  func mayTell(_ name: String) -> Bool {
    endings.contains { name.hasSuffix($0) } || names.contains(ToldStep.plain(name))
  }

  /// Whether a canonical callee is a member of a type that any expression can be of.
  func isOfAnything(_ callee: String) -> Bool {
    typesOfAnything.contains(String(Self.type(of: callee)))
  }

  /// The last name of a canonical callee: `findFirst`, or `*`.
  static func method(of callee: String) -> String {
    callee.split { ".#".contains($0) }.last.map(String.init) ?? ""
  }

  /// Whether a call of this name can have to do with rows.
  func knows(_ method: String) -> Bool {
    methods.contains(method) || methods.contains("*") || heads.contains(where: method.hasPrefix)
  }

  /// Whether a call of this name can, of a type or of a member of one.
  func knows(_ method: String, of base: String) -> Bool {
    guard let known = methodsByType[Self.type(of: base)] else { return false }
    return known.contains(method) || known.contains("*")
      || known.contains { Self.head(of: $0).map(method.hasPrefix) ?? false }
  }

  /// The types that an expression tells of in a file with these imports, likeliest first.
  ///
  /// - Parameter modules: by their numbers here.
  func types(toldBy path: [ToldStep], importing modules: BitSet) -> [String] {
    guard let end = path.last else { return [] }
    var result: [String] = []
    var open = openEntries[...]
    func note(_ position: Int) {
      guard entries[position].counts(importing: modules), entries[position].tells(path) else {
        return
      }
      result.append(entries[position].type)
    }
    // Both lists are in order, and so is what they give together.
    for position in entriesByEnd[end.plain] ?? [] {
      while let next = open.first, next < position {
        note(next)
        open.removeFirst()
      }
      note(position)
    }
    for position in open { note(position) }
    return result
  }
}

extension ToldTypes.Entry {
  fileprivate init(_ text: String, _ type: String, modules: BitSet) {
    let parts = text.split(separator: ".").map(String.init)
    isConstruction = text.hasSuffix("<class>()")
    components = parts.map { part in
      switch part {
      case "*": .any
      case "<class>", "<class>()": .className
      case let part where part.hasPrefix("*"): .ending(String(part.dropFirst()))
      default:
        .name(
          ToldStep.plain(part.hasSuffix("()") ? String(part.dropLast(2)) : part),
          isCalled: part.hasSuffix("()"))
      }
    }
    self.type = type
    self.modules = modules
  }

  /// The last of the names in the expression: what comes before is mostly a receiver, as in
  /// `self.session`.
  fileprivate var rarestName: String? {
    components.reversed().lazy.compactMap { component -> String? in
      if case .name(let name, _) = component { name } else { nil }
    }.first
  }

  /// The name that the expression ends in, if it ends in one.
  fileprivate var lastName: String? {
    if case .name(let name, _)? = components.last { name } else { nil }
  }

  /// Whether every expression tells of the type, without an import.
  fileprivate var isOfAnything: Bool {
    modules.isEmpty
      && components.allSatisfy { component in
        switch component {
        case .any, .className: true
        case .name, .ending: false
        }
      }
  }

  /// Whether the expression tells of anything in a file that imports some modules.
  fileprivate func counts(importing imported: BitSet) -> Bool {
    modules.isEmpty || !modules.isDisjoint(with: imported)
  }

  /// Whether a path ends in the expression.
  fileprivate func tells(_ path: [ToldStep]) -> Bool {
    let start = path.count - components.count
    guard start >= 0, !isConstruction || path[path.count - 1].isCalled else { return false }
    for index in components.indices.reversed() {
      var isCalled = path[start + index].isCalled
      if isConstruction, index == components.count - 1 { isCalled = false }
      guard components[index].matches(path[start + index], isCalled: isCalled) else {
        return false
      }
    }
    return true
  }
}

/// A name in an expression: of a variable, a member, or something that is called.
struct ToldStep: Sendable, Hashable {
  let name: String
  /// Without case and underscores.
  let plain: String
  var isCalled = false

  init(name: String) {
    self.name = name
    plain = Self.plain(name)
  }

  static func plain(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "$" }
  }

  /// Whether it is written like a class's name: `User`, and neither `user` nor `USERS`.
  var isClassName: Bool {
    guard let first = name.first, first.isUppercase else { return false }
    return name.contains(where: \.isLowercase)
  }
}

/// The modules of libraries that each file imports, anywhere in it, and those whose classes the
/// classes extend that it imports: who has a model has to do with what keeps models.
///
/// Of each file the numbers in `ToldTypes.modules`; what is not there tells nothing.
struct ImportedModules: Sendable {
  private var byModule: [BitSet] = []

  init(_ program: Program, told: ToldTypes) {
    func numbers(_ modules: some Sequence<String>) -> BitSet {
      modules.reduce(into: BitSet()) { result, module in
        if let number = told.modules[module] { result.insert(number) }
      }
    }
    let members = Dictionary(
      uniqueKeysWithValues: told.membersOfClasses.compactMap { name, modules in
        program.symbols.lookup(name).map { ($0, numbers(modules)) }
      })
    var known: [Symbol: BitSet] = [:]
    var libraries: [ID<ProgramClass>: BitSet] = [:]
    byModule = Array(repeating: [], count: program.modules.count)
    for function in program.functions.ids {
      let module = program.functions[function].module.index
      for operation in program.operations(of: function).values {
        if case .load(let field, let object, _) = operation.effect, let modules = members[field],
          let name = program.places(of: function)[object].name,
          ToldStep(name: program.symbols[name]).isClassName
        {
          byModule[module].formUnion(modules)
        }
        guard case .importModule(let item, let into) = operation.effect else { continue }
        let names = known[item.module] ?? numbers(Self.names(of: program.symbols[item.module]))
        known[item.module] = names
        byModule[module].formUnion(names)
        for case .classObject(let type) in program.values(of: into, in: function) {
          let found = libraries[type] ?? numbers(Self.libraries(of: type, in: program))
          libraries[type] = found
          byModule[module].formUnion(found)
        }
      }
    }
  }

  /// The modules of the libraries whose classes a class extends.
  private static func libraries(of type: ID<ProgramClass>, in program: Program) -> [String] {
    program.libraryBases(of: type).map { base in
      String(program.names.text(of: base).prefix { !".#(".contains($0) })
    }
  }

  /// A module, and the packages that it is in: `drizzle-orm/pg-core` is of `drizzle-orm`.
  private static func names(of module: String) -> [String] {
    var result = [module]
    var rest = module[...]
    while let end = rest.lastIndex(where: { $0 == "/" || $0 == "." }), end > rest.startIndex {
      rest = rest[..<end]
      result.append(String(rest))
    }
    return result
  }

  /// What the file of a function imports.
  func modules(of function: ID<ProgramFunction>, in program: Program) -> BitSet {
    byModule[program.functions[function].module.index]
  }
}
