import Basis
import IR
package import Linking
import RuleBook

// What the files that were read say of those that were not.
//
// A file is read when it holds the words of a library and of its import. Others matter because of
// what the first ones hand on: a pool that they export, a function that gives a connection, a
// helper that is given one. To reach any of these, the other file must name it. So the names are
// collected here, the files that hold them are read, and so on until there is nothing new.

/// A name that another file must hold to have to do with something.
package struct LeadName: Sendable, Hashable {
  package enum Place: Sendable, Hashable {
    case anywhere
    /// Where a member of a value is named: after a dot, in languages that have no other way.
    case member
    /// In a Python import: a name of a module that is not a member of anything.
    case imported
    /// At the end of the path of an ECMAScript import: a module that is what it exports.
    case path
    /// Where a Python class is used as a value, not only as the type of something.
    case value
    /// A member of which nothing comes until it is awaited or entered.
    case awaited
  }

  package var text: String
  package var place = Place.anywhere
}

/// The names and files by which further files of a project become of interest.
package struct Leads: Sendable {
  /// Of each of some sets of names one must stand in a file for it to be read; any entry will do.
  package private(set) var names: [[Set<LeadName>]] = []
  /// The functions that give, ask, insert or pay for their callers.
  private(set) var carriers: Set<ID<ProgramFunction>> = []
  /// Files that were not read, by their positions among all of the language.
  package private(set) var unread: UnreadFiles

  /// Callers of payments further up than this are not asked why they run again.
  private static let highestPayer = 3

  init(context: CheckContext, models: [LibraryModel]) {
    let program = context.program
    unread = program.unread
    let summaries = context.races.summaries
    let giving = Set(context.summaries.fresh.keys).union(Self.payers(context))
    let asking = Set(summaries.filter { !$0.value.probes.isEmpty }.keys)
    let inserting = Set(summaries.filter { !$0.value.insertions.isEmpty }.keys)
    // The functions that send a text of their callers to a database.
    let senders = Set(summaries.filter { !$0.value.texts.isEmpty }.keys)
    add([Names(free: giving, in: program)])
    let questions = Names(free: asking, in: program)
    let insertions = Names(free: inserting, in: program)
    add([questions, insertions])
    add([questions.union(insertions).filter(\.isOfSeveralWords)])
    add([Self.closables(context).filter(\.isOfSeveralWords)])
    // Neither knows of the other.
    let (ending, search) = context.workers.both(
      { Self.ending(context).where(\.isOfSeveralWords) }, { PaymentSearch(context: context) })
    add([ending, ending.asValues])
    add([Names(free: search.wrappers, in: program)])
    add([Names(anywhere: search.clients)])
    unread.given.formUnion(search.missing)
    // What a holder calls may take over what it holds, and may raise or not.
    for holder in context.summaries.acquisitions.keys {
      unread.given.formUnion(program.unreadCallees[holder] ?? [])
    }
    for asker in context.races.events.keys { noteEntities(of: asker, in: program) }
    carriers = giving.union(asking).union(inserting).union(search.wrappers).union(senders)
    var holders = Holders(
      program: program, types: Self.members(of: models),
      awaited: Set(models.flatMap(\.types).filter(\.isAwaited).map(\.name)))
    holders.addMethods(carriers)
    holders.addGivers()
    holders.addHeirs()
    holders.collect()
    for parts in holders.clauses { add(parts) }
    add([holders.heirs])
    add([Names(free: senders, in: program)])
  }

  /// Notes the files of what a function that speaks to a database calls or gives to calls: the
  /// classes of its tables are among that.
  private mutating func noteEntities(of function: ID<ProgramFunction>, in program: Program) {
    unread.given.formUnion(program.unreadCallees[function] ?? [])
    for operation in program[function].operations.values {
      guard case .call(let call) = operation.effect else { continue }
      for argument in call.arguments {
        unread.given.formUnion(program.unreadFiles(of: argument.value, in: function))
      }
    }
  }

  /// The functions and classes that some code closes what it gets of: others may not.
  private static func closables(_ context: CheckContext) -> Names {
    let program = context.program
    let siblings = context.summaries.siblings
    var result = Names(free: siblings.functions, in: program)
    for id in siblings.types {
      let type = program.type(id)
      let parent = program.id(of: type.parent, in: program.classes[id].module)
      result.add(type.name, of: parent, in: program)
    }
    return result
  }

  /// The classes whose objects have an end of their own making: others make such objects as well.
  private static func ending(_ context: CheckContext) -> Names {
    let program = context.program
    var result = Names()
    for id in program.classes.ids where context.endsItsFields(id) {
      let type = program.type(id)
      let parent = program.id(of: type.parent, in: program.classes[id].module)
      result.add(type.name, of: parent, in: program)
    }
    return result
  }

  /// Names that are none, such as a module body's, and those of two letters say nothing.
  private mutating func add(_ parts: [Names]) {
    let kept = parts.map { part in part.filter { $0.utf8.count > 2 && !$0.hasPrefix("<") } }
    guard kept.allSatisfy({ !$0.isEmpty }) else { return }
    names.append(kept.map(\.leads))
    for position in kept.indices {
      for (module, members) in kept[position].byModule.sorted(by: { $0.key < $1.key }) {
        var clause = kept.map(\.leads)
        clause[position] = Set(members.map { LeadName(text: $0) })
        names.append([[LeadName(text: module, place: .imported)]] + clause)
      }
    }
  }

  /// The functions that pay, and those that call them.
  private static func payers(_ context: CheckContext) -> Set<ID<ProgramFunction>> {
    let program = context.program
    var latest = Array(program.functions.ids).filter {
      context.roles.kinds(in: $0).contains(.payment)
    }
    var result = Set(latest)
    for _ in 0..<highestPayer {
      latest = latest.flatMap { program.callers(of: $0) }.map(\.function)
      result.formUnion(latest)
    }
    return result
  }

  /// Type → the members of its instances, and of what these give, by which something is taken,
  /// asked or changed.
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

extension String {
  /// `create` is called everywhere, `createSession` is not.
  fileprivate var isOfSeveralWords: Bool {
    let inner = dropFirst().utf8.dropLast()
    return inner.contains { $0 == UInt8(ascii: "_") || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
  }
}

/// Names by which other files can speak of something.
///
/// What a Python module declares is imported by its name, or reached through the module, which is
/// imported then. A field or method can be meant wherever its name stands, and so can all that an
/// ECMAScript module exports, through whatever passes it on.
private struct Names {
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
    for id in functions {
      let function = program[id]
      if function.owner == nil { add(function.name, of: id, in: program) }
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

  func filter(_ isKept: (String) -> Bool) -> Names {
    var result = Names(
      anywhere: anywhere.filter(isKept), members: members.filter(isKept),
      awaited: awaited.filter(isKept))
    result.values = values.filter(isKept)
    result.modules = modules.filter(isKept)
    result.byModule = byModule.mapValues { $0.filter(isKept) }.filter { !$0.value.isEmpty }
    return result
  }

  /// The names that are kept; what is imported by its module's name says enough by that.
  func `where`(_ isKept: (String) -> Bool) -> Names {
    var result = filter(isKept)
    result.byModule = byModule
    return result
  }

  /// The same names where they stand for classes, of which a type alone makes no object; those that
  /// can be meant anywhere stay what they are.
  var asValues: Names {
    var result = Names(anywhere: anywhere)
    result.values = byModule.values.reduce(into: []) { $0.formUnion($1) }
    return result
  }

  func union(_ other: Names) -> Names {
    var result = Names(
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

/// Collects the names that hold instances: of library types, and of classes whose methods matter.
private struct Holders {
  let program: Program
  /// Library type → its members that matter.
  let types: [String: Set<String>]
  /// The types of which nothing comes until it is awaited or entered.
  private let awaited: Set<String>
  /// Class of the program → its methods that matter.
  private var methods: [ID<ProgramClass>: Set<String>] = [:]
  private var traced: [ID<Name>: Bool] = [:]
  private var typeHolders: [ID<Name>: Names] = [:]
  private var classHolders: [ID<ProgramClass>: Names] = [:]

  init(program: Program, types: [String: Set<String>], awaited: Set<String>) {
    self.program = program
    self.types = types
    self.awaited = awaited
  }

  /// What must stand in a file: a name that holds an instance, and one of the members.
  var clauses: [[Names]] {
    let ofTypes = typeHolders.sorted { $0.key < $1.key }
      .map { type, names in
        let members = members(of: type)
        let isAwaited = awaited.contains(program.names.text(of: type))
        return [names, isAwaited ? Names(awaited: members) : Names(members: members)]
      }
    let ofClasses = classHolders.sorted { $0.key < $1.key }
      .map { type, names in [names, Names(members: methods[type] ?? [])] }
    return ofTypes + ofClasses
  }

  /// The members by which an instance of a library's type matters.
  private func members(of type: ID<Name>) -> Set<String> {
    program.catalog.lineage(of: program.names.text(of: type))
      .reduce(into: []) { $0.formUnion(types[$1] ?? []) }
  }

  private mutating func isTraced(_ type: ID<Name>) -> Bool {
    if let known = traced[type] { return known }
    let found = !members(of: type).isEmpty
    traced[type] = found
    return found
  }

  mutating func addMethods(_ functions: Set<ID<ProgramFunction>>) {
    for id in functions {
      let function = program[id]
      guard let owner = function.owner else { continue }
      let type = program.id(of: owner, in: program.functions[id].module)
      let name = function.kind == .constructor ? program.type(type).name : function.name
      methods[type, default: []].insert(program.symbols[name])
      let parent = program.id(of: program.type(type).parent, in: program.classes[type].module)
      classHolders[type, default: Names()].add(program.type(type).name, of: parent, in: program)
    }
  }

  /// Classes of the program that extend a type that matters, as files name them that extend these
  /// in turn.
  private(set) var heirs = Names()

  /// Adds the classes that extend a type that matters.
  mutating func addHeirs() {
    for id in program.classes.ids {
      let type = program.type(id)
      let parent = program.id(of: type.parent, in: program.classes[id].module)
      for name in program.libraryBases(of: id) where isTraced(name) {
        typeHolders[name, default: Names()].add(type.name, of: parent, in: program)
        if program.path(of: parent).hasSuffix(".py") {
          heirs.add(type.name, of: parent, in: program)
        } else {
          heirs.add(text: "extends " + program.symbols[type.name])
        }
      }
    }
  }

  /// Adds the methods that give an instance of a type that matters.
  mutating func addGivers() {
    for id in program.functions.ids where program.owner(of: id) != nil {
      let gives = program.results(of: id).contains { value in
        if case .instance(let type) = value { isTraced(type) } else { false }
      }
      if gives { addMethods([id]) }
    }
  }

  mutating func collect() {
    for id in program.functions.ids {
      let function = program[id]
      if function.owner == nil {
        add(program.results(of: id)) { $0.add(function.name, of: id, in: $1) }
      }
      if program.functions[id].function == Module.body { collectVariables(of: id, function) }
      for operation in function.operations.values {
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
  }

  private mutating func collectVariables(of id: ID<ProgramFunction>, _ body: Function) {
    for place in body.places.ids where body.places[place].kind == .local {
      guard let name = body.places[place].name else { continue }
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

  private mutating func add(_ values: ArraySlice<Value>, _ note: (inout Names, Program) -> Void) {
    for value in values {
      switch value {
      case .instance(let type) where isTraced(type):
        note(&typeHolders[type, default: Names()], program)
      case .object(let type) where methods[type] != nil:
        note(&classHolders[type, default: Names()], program)
      default: continue
      }
    }
  }
}
