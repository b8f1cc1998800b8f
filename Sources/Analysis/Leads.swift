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

/// The names and files by which further files of a project become of interest.
package struct Leads: Sendable {
  /// Of each of some sets of names one must stand in a file for it to be read; any entry will do.
  package private(set) var names: [[Set<String>]] = []
  /// Files that were not read, by their places in the list of those.
  package private(set) var unread: UnreadFiles

  /// Callers of payments further up than this are not asked why they run again.
  private static let highestPayer = 3

  init(context: CheckContext, models: [LibraryModel]) {
    let program = context.program
    unread = program.unread
    let callees = Set(context.summaries.fresh.keys).union(Self.payers(context))
    let free = callees.filter { program.function($0).owner == nil }
    add([Set(free.map { program.symbols[program.function($0).name] })])
    let probes = context.races.summaries.filter { !$0.value.probes.isEmpty }.keys
    let insertions = context.races.summaries.filter { !$0.value.insertions.isEmpty }.keys
    let asking = Set(probes.map { program.symbols[program.function($0).name] })
    let inserting = Set(insertions.map { program.symbols[program.function($0).name] })
    add([asking, inserting])
    add([asking.union(inserting).filter(\.isOfSeveralWords)])
    let search = PaymentSearch(context: context)
    add([search.wrappers])
    add([search.clients])
    unread.given.formUnion(search.missing)
    var holders = Holders(program: program, types: Self.members(of: models))
    holders.addMethods(callees.subtracting(free))
    holders.collect()
    for parts in holders.clauses { add(parts) }
  }

  /// Names that are none, such as a module body's, and those of two letters say nothing.
  private mutating func add(_ parts: [Set<String>]) {
    let kept = parts.map { names in names.filter { $0.utf8.count > 2 && !$0.hasPrefix("<") } }
    if kept.allSatisfy({ !$0.isEmpty }) { names.append(kept) }
  }

  /// The functions that pay, and those that call them.
  private static func payers(_ context: CheckContext) -> Set<ID<ProgramFunction>> {
    let program = context.program
    var latest = Array(program.functions.ids).filter { function in
      program.function(function).operations.ids.contains { operation in
        let roles = context.roles.index.roles(of: program.targets(of: operation, in: function))
        return roles.contains { if case .payment = $0 { true } else { false } }
      }
    }
    var result = Set(latest)
    for _ in 0..<highestPayer {
      latest = latest.flatMap { program.callers(of: $0) }.map(\.function)
      result.formUnion(latest)
    }
    return result
  }

  /// Type → the members of its instances by which something is taken, asked or changed.
  private static func members(of models: [LibraryModel]) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for callee in models.flatMap(\.takingCallees) {
      guard let hash = callee.firstIndex(of: "#") else { continue }
      let member = callee[callee.index(after: hash)...].split { ".()*".contains($0) }.last
      result[String(callee[..<hash]), default: []].insert(member.map(String.init) ?? "")
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

/// Collects the names that hold instances: of library types, and of classes whose methods matter.
private struct Holders {
  let program: Program
  /// Library type → its members that matter.
  let types: [String: Set<String>]
  /// Class of the program → its methods that matter.
  private var methods: [ID<ProgramClass>: Set<String>] = [:]
  private var typeHolders: [ID<Name>: Set<String>] = [:]
  private var classHolders: [ID<ProgramClass>: Set<String>] = [:]

  init(program: Program, types: [String: Set<String>]) {
    self.program = program
    self.types = types
  }

  /// What must stand in a file: a name that holds an instance, and one of the members.
  var clauses: [[Set<String>]] {
    let ofTypes = typeHolders.map { type, names in [names, members(of: type)] }
    let ofClasses = classHolders.map { type, names in [names, methods[type] ?? []] }
    return ofTypes + ofClasses
  }

  private func members(of type: ID<Name>) -> Set<String> {
    program.catalog.lineage(of: program.names.text(of: type))
      .reduce(into: []) { $0.formUnion(types[$1] ?? []) }
  }

  mutating func addMethods(_ functions: Set<ID<ProgramFunction>>) {
    for id in functions {
      let function = program.function(id)
      guard let owner = function.owner else { continue }
      let type = program.id(of: owner, in: program.functions[id].module)
      let name = function.kind == .constructor ? program.type(type).name : function.name
      methods[type, default: []].insert(program.symbols[name])
      classHolders[type, default: []].insert(program.symbols[program.type(type).name])
    }
  }

  mutating func collect() {
    for id in program.functions.ids {
      let function = program.function(id)
      add(function.name, program.results(of: id))
      if program.functions[id].function == Module.body {
        for place in function.places.ids where function.places[place].kind == .local {
          guard let name = function.places[place].name else { continue }
          add(name, program.values(of: place, in: id))
        }
      }
      for operation in function.operations.values {
        switch operation.effect {
        case .store(let value, _, let field): add(field, program.values(of: value, in: id))
        case .aggregate(let aggregate, _):
          for entry in aggregate.entries {
            if let key = entry.key { add(key, program.values(of: entry.value, in: id)) }
          }
        default: continue
        }
      }
    }
    typeHolders = typeHolders.filter { !members(of: $0.key).isEmpty }
  }

  private mutating func add(_ name: Symbol, _ values: [Value]) {
    for value in values {
      switch value {
      case .instance(let type): typeHolders[type, default: []].insert(program.symbols[name])
      case .object(let type) where methods[type] != nil:
        classHolders[type, default: []].insert(program.symbols[name])
      default: continue
      }
    }
  }
}
