package import Basis
package import IR

/// All lowered files of a run, linked: what places hold, and what calls reach.
///
/// Immutable once made, and shared by all threads of the analysis; a class, so that what holds it
/// is copied at the cost of one reference.
package final class Program: Sendable {
  package let modules: Table<Module>
  /// By module: the position of its file among the project's.
  package let files: [Int]
  /// The path of each module's file, as shown to users.
  package let paths: [String]
  package let symbols: SymbolTable
  package let names: NameTable
  package let functions: Table<ProgramFunction>
  package let classes: Table<ProgramClass>
  package let aggregates: Table<ProgramAggregate>
  package let catalog: LibraryCatalog
  let resolution: ImportResolution
  let layout: ProgramLayout
  private let values: ValueLists
  /// By class: the types of libraries that it extends.
  private let libraryBaseLists: [[ID<Name>]]
  /// By function and operation: the position in `callTargets`, or -1.
  let targets: [[Int32]]
  let callTargets: [CallTargets]
  let callerLists: [[CallSite]]
  /// The names that functions reach by their calls, some of them twice.
  package let calledNames: [(caller: ID<ProgramFunction>, name: ID<Name>)]
  /// By file of the project: its module, if it was read.
  let moduleOfFile: [ID<Module>?]
  private let unreadNodes: [Int: [Int]]
  /// By function: the files that were not read and define what it calls.
  package let unreadCallees: [ID<ProgramFunction>: Set<Int>]
  /// What is known of the files that were not read.
  package let unread: UnreadFiles

  init(_ propagation: Propagation) {
    let settling = Settling(propagation)
    modules = settling.settledModules
    files = settling.files
    paths = files.map { propagation.paths[$0] }
    symbols = propagation.symbols
    names = propagation.names
    functions = settling.settledFunctions
    classes = settling.settledClasses
    aggregates = settling.aggregates
    catalog = propagation.catalog
    resolution = propagation.resolution
    layout = settling.layout
    values = settling.values(aggregates)
    unread = propagation.unread
    unreadNodes = settling.unreadNodes
    targets = settling.targets
    callTargets = settling.callTargets
    callerLists = Self.callers(targets, callTargets)
    calledNames = settling.calledNames
    moduleOfFile = settling.moduleOfFile
    unreadCallees = settling.unreadCallees
    libraryBaseLists = LibraryBases(
      modules: modules, classes: classes, layout: layout, values: values, catalog: catalog,
      names: names
    ).all()
  }

  /// By function: the calls that reach it, in the order of the program.
  private static func callers(
    _ targets: [[Int32]], _ callTargets: [CallTargets]
  ) -> [[CallSite]] {
    var callers = [[CallSite]](repeating: [], count: targets.count)
    for function in targets.indices {
      for (operation, position) in targets[function].enumerated() where position >= 0 {
        for target in callTargets[Int(position)].functions {
          callers[target.index].append(CallSite(function: ID(function), operation: ID(operation)))
        }
      }
    }
    return callers
  }

  /// A function's body, read in place: to copy it costs a dozen references.
  package subscript(id: ID<ProgramFunction>) -> Function {
    _read { yield modules[functions[id].module].functions[functions[id].function] }
  }

  /// A function's operations; cheaper than to ask the function where all functions are asked.
  package func operations(of id: ID<ProgramFunction>) -> Table<Operation> {
    modules[functions[id].module].functions[functions[id].function].operations
  }

  /// A function's places; cheaper than to ask the function where all functions are asked.
  package func places(of id: ID<ProgramFunction>) -> Table<Place> {
    modules[functions[id].module].functions[functions[id].function].places
  }

  package func type(_ id: ID<ProgramClass>) -> Class {
    modules[classes[id].module].classes[classes[id].type]
  }

  /// The functions that a class has as members.
  package func methods(of id: ID<ProgramClass>) -> [ID<ProgramFunction>] {
    type(id).members.map { self.id(of: $0.function, in: classes[id].module) }
  }

  /// The class that has a function as a member; cheaper than to ask the function.
  package func owner(of id: ID<ProgramFunction>) -> ID<Class>? {
    modules[functions[id].module].functions[functions[id].function].owner
  }

  package func fileFunction(of id: ID<ProgramFunction>) -> FileFunction {
    FileFunction(file: files[functions[id].module.index], function: functions[id].function)
  }

  package func path(of id: ID<ProgramFunction>) -> String { paths[functions[id].module.index] }

  package func file(of id: ID<ProgramFunction>) -> ID<SourceFile> {
    modules[functions[id].module].file
  }

  /// The program's id of a module's function.
  package func id(of function: ID<Function>, in module: ID<Module>) -> ID<ProgramFunction> {
    ID(layout.functionBase[module.index] + function.index)
  }

  /// The program's id of a function written in the same module as another.
  package func id(
    of function: ID<Function>, besides other: ID<ProgramFunction>
  ) -> ID<ProgramFunction> {
    id(of: function, in: functions[other].module)
  }

  package func id(of type: ID<Class>, in module: ID<Module>) -> ID<ProgramClass> {
    ID(layout.classBase[module.index] + type.index)
  }

  /// What a place of a function can hold; empty when nothing is known.
  package func values(
    of place: ID<Place>, in function: ID<ProgramFunction>
  ) -> ArraySlice<Value> {
    values[layout.placeBase[function.index] + place.index]
  }

  /// The files that were not read and define what a place can hold, by their positions.
  package func unreadFiles(of place: ID<Place>, in function: ID<ProgramFunction>) -> [Int] {
    unreadNodes[layout.placeBase[function.index] + place.index] ?? []
  }

  /// What a function can return.
  package func results(of function: ID<ProgramFunction>) -> ArraySlice<Value> {
    values[layout.placeCount + function.index]
  }

  /// What a call reaches; empty when nothing is known.
  package func targets(
    of call: ID<Operation>, in function: ID<ProgramFunction>
  ) -> CallTargets {
    let position = targets[function.index][call.index]
    return position < 0 ? Self.noTargets : callTargets[Int(position)]
  }

  /// The calls of a function that reach something known, in order.
  package func calls(
    in function: ID<ProgramFunction>
  ) -> some Sequence<(operation: ID<Operation>, targets: CallTargets)> {
    targets[function.index].enumerated().lazy.filter { $0.element >= 0 }.map {
      (ID($0.offset), self.callTargets[Int($0.element)])
    }
  }

  private static let noTargets = CallTargets(ReachedCallees())

  /// A name's spellings in the types that its type extends.
  package func spellings(of name: ID<Name>) -> [String] { catalog.spellings(of: name, in: names) }

  /// The calls that reach a function of the program.
  package func callers(of function: ID<ProgramFunction>) -> [CallSite] {
    callerLists[function.index]
  }

  /// The canonical types of the library instances that a place can hold, supertypes included.
  package func typeNames(of place: ID<Place>, in function: ID<ProgramFunction>) -> [String] {
    values(of: place, in: function).flatMap { value -> [String] in
      switch value {
      case .instance(let name): catalog.lineage(of: names.text(of: name))
      case .external(let name): catalog.returns[names.text(of: name)].map { [$0] } ?? []
      case .function, .classObject, .object, .module, .aggregate, .unread: []
      }
    }
  }

  /// The types of libraries that a class of the program extends, itself or through others.
  package func libraryBases(of id: ID<ProgramClass>) -> [ID<Name>] { libraryBaseLists[id.index] }

  /// `Class.method` or the function's name with those around it; empty for a module body.
  package func qualifiedName(of id: ID<ProgramFunction>) -> String {
    let module = functions[id].module
    var parts: [String] = []
    var current: ID<Function>? = functions[id].function
    while let function = current, function != Module.body {
      let value = modules[module].functions[function]
      parts.append(symbols[value.name])
      if let owner = value.owner { parts.append(symbols[modules[module].classes[owner].name]) }
      current = value.parent
    }
    return parts.reversed().joined(separator: ".")
  }
}

/// What a call reaches; a class, because it is asked for at every call by every check.
package final class CallTargets: Sendable {
  /// Functions of the program; for a construction the constructor.
  package let functions: [ID<ProgramFunction>]
  /// Canonical names of library functions, members included that supertypes declare.
  package let names: [String]
  /// The same as the program numbers them, each once, without the supertypes' members.
  package let externals: [ID<Name>]
  /// Classes of the program that are constructed.
  package let constructed: [ID<ProgramClass>]

  init(_ found: ReachedCallees) {
    functions = found.functions
    names = found.names
    externals = found.externals
    constructed = found.constructed
  }

  package var isEmpty: Bool { functions.isEmpty && names.isEmpty && constructed.isEmpty }
}

/// What a call was found to reach so far.
struct ReachedCallees {
  var functions: [ID<ProgramFunction>] = []
  var names: [String] = []
  var externals: [ID<Name>] = []
  var constructed: [ID<ProgramClass>] = []

  var isEmpty: Bool { functions.isEmpty && names.isEmpty && constructed.isEmpty }

  /// The name of a library that is all that is reached.
  var onlyName: ID<Name>? {
    externals.count == 1 && functions.isEmpty && constructed.isEmpty ? externals[0] : nil
  }
}

/// A call in a function.
package struct CallSite: Sendable, Hashable {
  package var function: ID<ProgramFunction>
  package var operation: ID<Operation>

  package init(function: ID<ProgramFunction>, operation: ID<Operation>) {
    self.function = function
    self.operation = operation
  }
}

/// For each node some values, all in one array.
struct ValueLists: Sendable {
  private var starts: [Int32] = [0]
  private var values: [Value] = []

  /// - Parameter nodes: how many nodes there will be.
  init(nodes: Int) {
    starts.reserveCapacity(nodes + 1)
    values.reserveCapacity(nodes / 2)
  }

  subscript(node: Int) -> ArraySlice<Value> {
    values[Int(starts[node])..<Int(starts[node + 1])]
  }

  /// Adds the next node's values.
  mutating func append(_ list: some Sequence<Value>) {
    values.append(contentsOf: list)
    starts.append(Int32(values.count))
  }

  /// Adds a node without values.
  mutating func appendEmpty() { starts.append(Int32(values.count)) }
}

/// Where each module's functions, classes and places start in the program's numbering.
struct ProgramLayout: Sendable {
  var functionBase: [Int] = []
  var classBase: [Int] = []
  var placeBase: [Int] = []
  var placeCount = 0
  var classCount = 0
}
