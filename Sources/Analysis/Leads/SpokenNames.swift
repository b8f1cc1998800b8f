import Basis
import IR
import Linking

/// Names by which other files can speak of something.
///
/// What a Python module declares is imported by its name, or reached through the module, which is
/// imported then. A field or method can be meant wherever its name stands, and so can all that an
/// ECMAScript module exports, through whatever passes it on.
struct SpokenNames {
  private(set) var anywhere: Set<String> = []
  /// Fields and methods, which are named as members of something.
  private(set) var members: Set<String> = []
  /// Methods of which nothing comes until what they give is awaited or entered.
  private(set) var awaited: Set<String> = []
  /// Python classes where they are used as values.
  private(set) var values: Set<String> = []
  /// Module's last name → names that it declares.
  private(set) var byModule: [String: Set<String>] = [:]
  /// The last parts of the paths of ECMAScript modules that are what they export.
  private(set) var modules: Set<String> = []

  init(anywhere: Set<String> = [], members: Set<String> = [], awaited: Set<String> = []) {
    self.anywhere = anywhere
    self.members = members
    self.awaited = awaited
  }

  /// The functions among these that are no methods.
  init(free functions: Set<ID<ProgramFunction>>, in program: Program) {
    for id in functions where program.owner(of: id) == nil {
      add(program[id].name, of: id, in: program)
    }
  }

  /// Adds the name of a function, or a variable's of a module's body.
  mutating func add(_ name: Symbol, of function: ID<ProgramFunction>, in program: Program) {
    let text = program.symbols[name]
    let path = program.path(of: function)
    guard path.hasSuffix(".py") || path.hasSuffix(".pyi") else {
      anywhere.insert(text)
      return
    }
    // Nobody else can name a function inside of a function.
    let parent = program[function].parent
    if parent == nil || parent == Module.body {
      byModule[path.moduleName, default: []].insert(text)
    }
  }

  mutating func add(member name: Symbol, in program: Program) {
    members.insert(program.symbols[name])
  }

  mutating func add(text: String) { anywhere.insert(text) }

  /// Adds the module at a path, which is what it exports by default.
  mutating func add(moduleAt path: String) {
    let parts = path.split(separator: "/")
    let file = parts.last.map { $0.prefix { $0 != "." } } ?? ""
    modules.insert(String(file == "index" ? parts.dropLast().last ?? file : file))
  }

  var isEmpty: Bool {
    anywhere.isEmpty && members.isEmpty && awaited.isEmpty && values.isEmpty && byModule.isEmpty
      && modules.isEmpty
  }

  /// All names, as they must stand in a file that does not name the module.
  var leads: Set<LeadName> {
    let imported = byModule.values.joined().map { LeadName(text: $0, place: .imported) }
    return Set(anywhere.map { LeadName(text: $0) }).union(imported)
      .union(members.map { LeadName(text: $0, place: .member) })
      .union(awaited.map { LeadName(text: $0, place: .awaited) })
      .union(values.map { LeadName(text: $0, place: .value) })
      .union(modules.map { LeadName(text: $0, place: .path) })
  }

  func filter(_ isKept: (String) -> Bool) -> SpokenNames {
    var result = SpokenNames(
      anywhere: anywhere.filter(isKept), members: members.filter(isKept),
      awaited: awaited.filter(isKept))
    result.values = values.filter(isKept)
    result.modules = modules.filter(isKept)
    result.byModule = byModule.mapValues { $0.filter(isKept) }.filter { !$0.value.isEmpty }
    return result
  }

  /// The names that are kept; what is imported by its module's name says enough by that.
  func `where`(_ isKept: (String) -> Bool) -> SpokenNames {
    var result = filter(isKept)
    result.byModule = byModule
    return result
  }

  /// The same names where they stand for classes, of which a type alone makes no object; those that
  /// can be meant anywhere stay what they are.
  var asValues: SpokenNames {
    var result = SpokenNames(anywhere: anywhere)
    result.values = byModule.values.reduce(into: []) { $0.formUnion($1) }
    return result
  }

  func union(_ other: SpokenNames) -> SpokenNames {
    var result = SpokenNames(
      anywhere: anywhere.union(other.anywhere), members: members.union(other.members),
      awaited: awaited.union(other.awaited))
    result.values = values.union(other.values)
    result.modules = modules.union(other.modules)
    result.byModule = byModule.merging(other.byModule) { $0.union($1) }
    return result
  }
}

extension String {
  /// The last part of a Python module's name: the file's, or its folder's for a package.
  fileprivate var moduleName: String {
    let parts = split(separator: "/")
    let file = parts.last.map { $0.prefix { $0 != "." } } ?? ""
    return String(file == "__init__" ? parts.dropLast().last ?? "" : file)
  }
}

extension String {
  /// `create` is called everywhere, `createSession` is not.
  var isOfSeveralWords: Bool {
    let inner = dropFirst().utf8.dropLast()
    return inner.contains { $0 == UInt8(ascii: "_") || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
  }
}
