import Basis
import IR

// Which values reach which places.
//
// The problem: `import { pool } from '../db'` must make `pool.connect()` a call of pg's
// `Pool#connect`, whatever lies between: a constructor, a field, a parameter, a re-export, a
// helper that returns it. The answer is a flow-insensitive, field-sensitive propagation of
// abstract values (Andersen's inclusion constraints, with classes of the project as one object
// each): every place has a small set of values; every operation says which sets flow where.
//
//     db.js     pool = new pg.Pool()        {instance pg.Pool} ──▶ pool ──export──┐
//     api.js    import {pool} from './db'                         pool ◀──────────┘
//               c = pool.connect()          call of `pg.Pool#connect` ──▶ c = {instance pg.PoolClient}
//
// Work is done step by step: an operation is a step, and so are what holds before a function's
// first operation and what it returns. Where all of one node belongs to another whatever else is
// found (a copy, an argument of a function that a call reaches), the step makes an edge, and what
// comes later goes along it one value at a time (difference propagation: Pearce, Kelly and Hankin,
// SCAM 2003), so that a call that reaches many functions is not gone through for each value of each
// argument. Any other step that reads a node is noted there, and taken again when the node grows.
// Sets are capped, and names have a deepest, so the fixpoint is reached soon; what is lost by the cap
// is precision of types, which costs evidence and never a false name.
//
// Refused: flow sensitivity (a variable that is a pool and then a client is both here) and
// context sensitivity (two callers of a helper share its parameters). The checks ask for evidence
// of a type, and a name that could be two things is evidence for both.

/// The propagation of values over all functions of a program.
struct Propagation {
  var modules = Table<Module>()
  /// The paths of all files of the project, those included that no module is of.
  let paths: [String]
  /// The same in the form in which imports are resolved.
  let normalizedPaths: [String]
  /// By module: the position of its file.
  var files: [Int] = []
  var moduleOfFile: [ID<Module>?]
  var symbols = SymbolTable()
  let defaultExport: Symbol
  /// The member by which an object has its class: `self.__class__`.
  let ownClass: Symbol
  /// What gives the class of an object: `type(self)`.
  let typeFunction: Symbol
  /// The field that stands for all that is in a collection, and that for what calling gives.
  let elements: Symbol
  let result: Symbol
  /// The classes that stand for collections, as annotations declare them.
  var containerClasses = BitSet()
  /// The classes that have nothing but what is in a collection, or what calling gives.
  var annotationClasses = BitSet()
  /// What the methods of collections do, by name.
  private(set) var containerMethods: [Symbol: ContainerMethod] = [:]
  /// The names of the elements of a sequence.
  private(set) var positions: [Symbol] = []
  let catalog: LibraryCatalog
  let resolution: ImportResolution
  var names = NameTable()
  /// By module: its first function, and its first class.
  var functionBase: [Int] = []
  var classBase: [Int] = []
  /// By function: the node of its first place, and how many places it has. What the function
  /// returns is the node after them.
  var placeBase: [Int] = []
  var placeCounts: [Int] = []
  var functions = Table<ProgramFunction>()
  var classes = Table<ProgramClass>()
  var aggregates = Table<ProgramAggregate>()
  var aggregateIDs: [ProgramAggregate: ID<ProgramAggregate>] = [:]
  /// What each node holds: a place, what a function returns, or a field.
  var values: [ValueSet] = []
  /// The steps that read each node.
  private var readers = NodeLists(looksBack: 4)
  /// The nodes that get all that each node holds.
  private var edges = NodeLists(looksBack: 4 * widest)
  /// The nodes that grew by a value, while it goes along the edges.
  private var grown: [Int] = []
  var fields: [FieldKey: Int] = [:]
  /// The module body's places by name, for exports and for Python's open modules.
  var moduleNames: [[Symbol: ID<Place>]] = []
  /// By function and operation: the position in `callTargets`, or -1.
  var targets: [[Int32]] = []
  var callTargets: [ReachedCallees] = []
  /// The names that calls reach, in the order in which they came up.
  var calledNames: [ID<Name>] = []
  var called = BitSet()
  /// What each function calls, some of it twice, in flat lists that are quickly gone through.
  var calledByFunction: [(caller: ID<ProgramFunction>, name: ID<Name>)] = []
  var callees: [(caller: ID<ProgramFunction>, callee: ID<ProgramFunction>)] = []
  /// By name: what a call reaches that reaches this name alone; most calls do.
  var libraryTargets: [ID<Name>: CallTargets] = [:]
  /// By function: its operations, so that a step needs no copy of the function.
  var operations: [Table<Operation>] = []
  /// By function: its first step, which is what holds on entry; its operations follow, and then
  /// what it returns.
  var stepBase: [Int] = []
  /// By step: its function.
  var stepFunctions: [ID<ProgramFunction>] = []
  /// The functions whose names without an import were looked up.
  var seeded = BitSet()
  private var queue: [Int32] = []
  private var queued = BitSet()
  /// What is met of the files that were not read.
  var unread = UnreadFiles()
  /// By file that was not read: the steps that import something of it.
  var unreadSpeakers: [Int: Set<Int32>] = [:]
  /// By function: the files that were not read and define what it calls.
  var unreadCallees: [ID<ProgramFunction>: Set<Int>] = [:]
  /// By file that was not read: the functions that call something of it.
  var unreadCallers: [Int: Set<ID<ProgramFunction>>] = [:]
  /// By file that was not read: the nodes that hold something of it.
  var unreadHolders: [Int: [Int]] = [:]
  /// Whether a file that was not read can export a name.
  let mayExport: @Sendable (_ file: Int, _ name: String) -> Bool
  /// The answers so far.
  var mayExportKnown: [ExportQuestion: Bool] = [:]
  /// Whether `from m import *` may bring a name into a module.
  var starredKnown: [StarredName: Bool] = [:]
  /// By module: what its import specifiers mean, as far as asked.
  var imports: [[Symbol: ImportTarget]] = []
  /// What import specifiers mean in the files of a folder, as far as asked.
  var folderImports: [FolderImport: Int?] = [:]
  /// The folders of the modules, as numbered here, and by module its folder's number.
  var folderNumbers: [String: Int] = [:]
  var folders: [Int] = []
  /// By name: what the catalog says of it, as far as asked.
  var nameFacts: [NameFacts?] = []
  /// By method: what it gives of its receiver, as far as asked.
  var ownResults: [ID<ProgramFunction>: OwnResult] = [:]
  /// The step that is taken, and its function.
  private(set) var step: Int32 = 0
  private(set) var current = ID<ProgramFunction>(0)

  /// A field of a class of the program or of an aggregate.
  struct FieldKey: Hashable {
    var owner: Value
    var name: Symbol
  }

  struct FolderImport: Hashable {
    var folder: Int
    var specifier: Symbol
  }

  struct StarredName: Hashable {
    var module: ID<Module>
    var name: Symbol
  }

  struct ExportQuestion: Hashable {
    var file: Int
    var name: Symbol
  }

  /// More values of one sort than this in one place say nothing any more.
  static let widest = 16
  /// More closures than this in one place are no callbacks of one helper any more. Each is called
  /// with what the helper has, so that `withTransaction` may have many callers; what its call
  /// reaches is told of `widest` of them.
  private static let mostClosures = 256

  init(
    paths: [String], catalog: LibraryCatalog, aliases: [ImportResolution.Alias],
    packages: [String: String], mayExport: @escaping @Sendable (Int, String) -> Bool
  ) {
    self.paths = paths
    self.mayExport = mayExport
    self.catalog = catalog
    normalizedPaths = paths.map(Path.normalized)
    moduleOfFile = Array(repeating: nil, count: paths.count)
    resolution = ImportResolution(
      paths: normalizedPaths, aliases: aliases, packages: packages, libraries: catalog.modules,
      generated: catalog.generated)
    // Asked for whether or not a file says them: imports without a member, and positions.
    defaultExport = symbols.intern("default")
    ownClass = symbols.intern("__class__")
    typeFunction = symbols.intern("type")
    elements = symbols.intern(Class.Field.elements)
    result = symbols.intern(Class.Field.result)
    for (name, method) in catalog.containerMethods.sorted(by: { $0.key < $1.key }) {
      containerMethods[symbols.intern(name)] = method
    }
    for position in 0..<Self.widest { positions.append(symbols.intern(String(position))) }
  }

  /// Takes the steps that are queued, and those that they wake, until none is left.
  mutating func run() {
    var head = 0
    while head < queue.count {
      step = queue[head]
      head += 1
      queued.remove(Int(step))
      take()
      if head > 1 << 16 {
        queue.removeFirst(head)
        head = 0
      }
    }
    queue.removeAll(keepingCapacity: true)
  }

  mutating func enqueue(_ step: Int32) {
    if queued.insert(Int(step)) { queue.append(step) }
  }

  /// Queues all steps of a function that let something flow.
  mutating func enqueue(_ function: ID<ProgramFunction>) {
    let first = stepBase[function.index]
    enqueue(Int32(first))
    for operation in operations[function.index].ids
    where operations[function.index][operation].effect.letsFlow {
      enqueue(Int32(first + 1 + operation.index))
    }
    enqueue(Int32(first + 1 + operations[function.index].count))
  }

  private mutating func take() {
    current = stepFunctions[Int(step)]
    let position = Int(step) - stepBase[current.index]
    if position == 0 {
      seed()
    } else if position <= operations[current.index].count {
      let operation = ID<Operation>(position - 1)
      apply(operations[current.index][operation].effect, at: operation)
    } else {
      for place in self[current].returnedPlaces {
        flow(node(place), to: returns(of: current))
      }
    }
  }

  // MARK: Nodes

  /// A function's body, read in place: to copy it costs a dozen references.
  subscript(id: ID<ProgramFunction>) -> Function {
    _read { yield modules[functions[id].module].functions[functions[id].function] }
  }

  func type(_ id: ID<ProgramClass>) -> Class {
    modules[classes[id].module].classes[classes[id].type]
  }

  func id(of function: ID<Function>, in module: ID<Module>) -> ID<ProgramFunction> {
    ID(functionBase[module.index] + function.index)
  }

  var currentModule: ID<Module> { functions[current].module }

  /// The path of a module's file, as imports are resolved.
  func path(of module: ID<Module>) -> String { normalizedPaths[files[module.index]] }

  func node(_ place: ID<Place>) -> Int { node(place, of: current) }

  func id(of type: ID<Class>, in module: ID<Module>) -> ID<ProgramClass> {
    ID(classBase[module.index] + type.index)
  }

  func node(_ place: ID<Place>, of function: ID<ProgramFunction>) -> Int {
    placeBase[function.index] + place.index
  }

  func returns(of function: ID<ProgramFunction>) -> Int {
    placeBase[function.index] + placeCounts[function.index]
  }

  /// The function of a node and the place among its places; nil for what a function returns and
  /// for fields.
  func place(of node: Int) -> (function: ID<ProgramFunction>, offset: Int)? {
    var low = 0
    var high = placeBase.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if placeBase[middle] <= node { low = middle } else { high = middle }
    }
    let offset = node - placeBase[low]
    return offset < placeCounts[low] ? (ID(low), offset) : nil
  }

  mutating func field(_ name: Symbol, of owner: Value) -> Int {
    let key = FieldKey(owner: owner, name: name)
    if let node = fields[key] { return node }
    let node = values.count
    addNodes(1)
    fields[key] = node
    return node
  }

  /// What a node holds; the current step is taken again when it grows.
  mutating func read(_ node: Int) -> ValueSet {
    readers.add(step, to: node)
    return values[node]
  }

  /// Adds a value to a node and to all that it has edges to, however far.
  mutating func grow(_ node: Int, by value: Value) {
    guard hold(value, in: node), !edges.isEmpty(of: node) else { return }
    grown.append(node)
    var next = 0
    while next < grown.count {
      var edge = edges.first(of: grown[next])
      next += 1
      while let entry = edge {
        let target = Int(edges[entry])
        if hold(value, in: target) { grown.append(target) }
        edge = edges.next(after: entry)
      }
    }
    grown.removeAll(keepingCapacity: true)
  }

  /// Adds values to a node. What came the same way before stands there in the same order, and is not
  /// looked up again.
  mutating func grow(_ node: Int, by found: ValueSet) {
    let known = values[node].countOfCommonPrefix(with: found)
    for value in found.dropFirst(known) { grow(node, by: value) }
  }

  /// Adds a value to a node where it is new and has room; whoever reads the node is queued.
  private mutating func hold(_ value: Value, in node: Int) -> Bool {
    guard !values[node].contains(value), hasRoom(node, for: value) else { return false }
    if case .unread(let file) = value { unreadHolders[file.index, default: []].append(node) }
    values[node].append(value)
    var entry = readers.first(of: node)
    while let reader = entry {
      enqueue(readers[reader])
      entry = readers.next(after: reader)
    }
    return true
  }

  /// Values of each sort are counted apart, so that none keeps the others out: what the files of
  /// tests give a helper, or libraries give, is much and says little.
  private func hasRoom(_ node: Int, for value: Value) -> Bool {
    guard values[node].count >= Self.widest else { return true }
    return values[node].count { $0.sort == value.sort } < limit(for: value)
  }

  /// Functions with a name of their own are kept in tables and passed by decorators: of those a few
  /// say as much as all.
  private func limit(for value: Value) -> Int {
    guard case .function(let id) = value, self[id].kind == .closure else { return Self.widest }
    return Self.mostClosures
  }

  /// Lets all that one node holds, now and later, flow to another.
  mutating func flow(_ source: Int, to target: Int) {
    guard source != target, edges.add(Int32(target), to: source) else { return }
    grow(target, by: values[source])
  }

  /// Makes nodes that hold nothing.
  mutating func addNodes(_ count: Int) {
    values.append(contentsOf: repeatElement(ValueSet(), count: count))
    readers.addNodes(count)
    edges.addNodes(count)
  }
}

extension Effect {
  /// Whether values can flow by it; most of a program's operations only make constants.
  fileprivate var letsFlow: Bool {
    switch self {
    case .literal, .caught, .opaque, .yield(nil, _, _): false
    case .compute(let sign, _, _): sign == .arithmetic
    case .copy, .await, .load, .loadElement, .iterate, .store, .storeElement, .call, .yield,
      .closure, .makeClass,
      .aggregate, .importModule:
      true
    }
  }
}

extension Function {
  /// The places whose values the function returns.
  fileprivate var returnedPlaces: [ID<Place>] {
    blocks.values.compactMap { block in
      if case .return(let place?) = block.terminator { place } else { nil }
    }
  }
}
