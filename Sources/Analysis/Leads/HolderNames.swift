import Basis
import IR
import Linking
import RuleBook

/// What the models say of the types of a language, as far as it leads to files.
struct LeadingTypes: Sendable {
  /// Type → the members of its instances, and of what these give, by which something is taken,
  /// asked or changed.
  let members: [String: Set<String>]
  /// The types of which nothing comes until it is awaited or entered.
  let awaited: Set<String>

  init(_ models: [LibraryModel]) {
    members = Self.members(of: models)
    awaited = Set(models.flatMap(\.types).filter(\.isAwaited).map(\.name))
  }

  private static func members(of models: [LibraryModel]) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for callee in models.flatMap(\.takingCallees) {
      guard let hash = callee.firstIndex(of: "#") else { continue }
      let member = callee[callee.index(after: hash)...].split { ".()*".contains($0) }.last
      guard let member else { continue }
      result[String(callee[..<hash]), default: []].insert(String(member))
    }
    let steps = models.flatMap(\.returns).compactMap { callee, type in
      callee.firstIndex(of: "#").map { (owner: String(callee[..<$0]), type: type) }
    }
    var grew = true
    while grew {
      grew = false
      for step in steps {
        guard let reached = result[step.type] else { continue }
        let known = result[step.owner]?.count ?? 0
        result[step.owner, default: []].formUnion(reached)
        if result[step.owner]?.count != known { grew = true }
      }
    }
    return result
  }
}

/// The names in a program that hold instances: of library types that matter, and of its own classes.
struct HolderNames: Sendable {
  private let program: Program
  private let types: LeadingTypes
  private var traced: [ID<Name>: Bool] = [:]
  private var ofTypes: [ID<Name>: SpokenNames] = [:]
  private var ofClasses: [ID<ProgramClass>: SpokenNames] = [:]
  /// Classes of the program that extend a type that matters, as files name them that extend these
  /// in turn.
  private(set) var heirs = SpokenNames()
  /// The methods that give an instance of a type that matters.
  private(set) var givers: Set<ID<ProgramFunction>> = []

  init(_ program: Program, _ types: LeadingTypes) {
    self.program = program
    self.types = types
    addHeirs()
    for id in program.functions.ids { collect(id) }
  }

  /// What must stand in a file: a name that holds an instance of a library's type, and one of its
  /// members.
  var clausesOfTypes: [[SpokenNames]] {
    ofTypes.sorted { $0.key < $1.key }.map { type, names in
      let text = program.names.text(of: type)
      let members = members(of: text)
      let isAwaited = types.awaited.contains(text)
      return [names, isAwaited ? SpokenNames(awaited: members) : SpokenNames(members: members)]
    }
  }

  /// What must stand in a file: a name that holds an object, and the name of one of these methods.
  func clauses(ofMethods functions: Set<ID<ProgramFunction>>) -> [[SpokenNames]] {
    var methods: [ID<ProgramClass>: Set<String>] = [:]
    var holders: [ID<ProgramClass>: SpokenNames] = [:]
    for id in functions {
      guard let owner = program.owner(of: id) else { continue }
      let type = program.id(of: owner, in: program.functions[id].module)
      let declared = program.type(type).name
      let name = program[id].kind == .constructor ? declared : program[id].name
      methods[type, default: []].insert(program.symbols[name])
      holders[type] = ofClasses[type] ?? SpokenNames()
      let parent = program.id(of: program.type(type).parent, in: program.classes[type].module)
      holders[type]?.add(declared, of: parent, in: program)
      // Who knows an interface only, names that; it may be an abstract class.
      let isPython = program.path(of: parent).hasSuffix(".py")
      for shape in program.type(type).shapes + (isPython ? [] : program.type(type).bases) {
        guard let name = program.places(of: parent)[shape].name else { continue }
        holders[type]?.add(text: program.symbols[name])
      }
    }
    return holders.sorted { $0.key < $1.key }.map { type, names in
      [names, SpokenNames(members: methods[type] ?? [])]
    }
  }

  /// The members by which an instance of a library's type matters.
  private func members(of type: String) -> Set<String> {
    program.catalog.lineage(of: type).reduce(into: []) { $0.formUnion(types.members[$1] ?? []) }
  }

  private mutating func isTraced(_ type: ID<Name>) -> Bool {
    if let known = traced[type] { return known }
    let found = !members(of: program.names.text(of: type)).isEmpty
    traced[type] = found
    return found
  }

  private mutating func addHeirs() {
    for id in program.classes.ids {
      let type = program.type(id)
      let parent = program.id(of: type.parent, in: program.classes[id].module)
      for name in program.libraryBases(of: id) where isTraced(name) {
        ofTypes[name, default: SpokenNames()].add(type.name, of: parent, in: program)
        if program.path(of: parent).hasSuffix(".py") {
          heirs.add(type.name, of: parent, in: program)
        } else {
          heirs.add(text: "extends " + program.symbols[type.name])
        }
      }
    }
  }

  private mutating func collect(_ id: ID<ProgramFunction>) {
    if program.owner(of: id) == nil {
      add(program.results(of: id)) { $0.add($1[id].name, of: id, in: $1) }
    } else if givesTraced(id) {
      givers.insert(id)
    }
    if program.functions[id].function == Module.body { collectVariables(of: id) }
    for operation in program.operations(of: id).values {
      switch operation.effect {
      case .store(let value, _, let field):
        add(program.values(of: value, in: id)) { $0.add(member: field, in: $1) }
      case .aggregate(let aggregate, _):
        for entry in aggregate.entries {
          guard let key = entry.key else { continue }
          add(program.values(of: entry.value, in: id)) { $0.add(member: key, in: $1) }
        }
      default: continue
      }
    }
  }

  private mutating func givesTraced(_ function: ID<ProgramFunction>) -> Bool {
    for case .instance(let type) in program.results(of: function) where isTraced(type) {
      return true
    }
    return false
  }

  private mutating func collectVariables(of id: ID<ProgramFunction>) {
    let places = program.places(of: id)
    for place in places.ids where places[place].kind == .local {
      guard let name = places[place].name else { continue }
      add(program.values(of: place, in: id)) { $0.add(name, of: id, in: $1) }
    }
    let module = program.functions[id].module
    for export in program.modules[module].exports {
      guard let name = export.name, program.symbols[name] == "default",
        case .place(let place) = export.source
      else { continue }
      add(program.values(of: place, in: id)) { $0.add(moduleAt: $1.path(of: id)) }
    }
  }

  private mutating func add(
    _ values: ArraySlice<Value>, _ note: (inout SpokenNames, Program) -> Void
  ) {
    for value in values {
      switch value {
      case .instance(let type) where isTraced(type):
        note(&ofTypes[type, default: SpokenNames()], program)
      case .object(let type): note(&ofClasses[type, default: SpokenNames()], program)
      default: continue
      }
    }
  }
}
