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
// Work is done function by function: a function is evaluated until its own places stand still; a
// value that flows into a place, field or return of another wakes the functions that read it.
// Sets are capped, and names have a deepest, so the fixpoint is reached soon; what is lost by the
// cap is precision of types, which costs evidence and never a false name.
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
  var values: [[Value]] = []
  /// By node: the function whose place it is, or -1.
  var owners: [Int32] = []
  /// The functions to evaluate again when a node of another grows.
  var readers: [[ID<ProgramFunction>]] = []
  var fields: [FieldKey: Int] = [:]
  /// The module body's places by name, for exports and for Python's open modules.
  var moduleNames: [[Symbol: ID<Place>]] = []
  /// By function and operation: the position in `callTargets`, or -1.
  var targets: [[Int32]] = []
  var callTargets: [CallTargets] = []
  var queue: [ID<ProgramFunction>] = []
  var queued = BitSet()
  /// What is met of the files that were not read.
  var unread = UnreadFiles()
  /// By file that was not read: the functions that import something of it.
  var unreadSpeakers: [Int: Set<ID<ProgramFunction>>] = [:]
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
  /// By module: what its import specifiers mean, as far as asked.
  var imports: [[Symbol: ImportTarget]] = []
  /// By name: what the catalog says of it, as far as asked.
  var nameFacts: [NameFacts?] = []
  /// By method: what it gives of its receiver, as far as asked.
  var ownResults: [ID<ProgramFunction>: OwnResult] = [:]
  /// The function under evaluation, and whether one of its own nodes grew.
  var current = ID<ProgramFunction>(0)
  var hasGrown = false
  /// By node: the last pass that read it. What grows before a pass reads it needs no other pass.
  var lastRead: [Int32] = []
  var pass: Int32 = 0
  /// The functions that were evaluated before.
  var evaluated = BitSet()

  /// A field of a class of the program or of an aggregate.
  struct FieldKey: Hashable {
    var owner: Value
    var name: Symbol
  }

  struct ExportQuestion: Hashable {
    var file: Int
    var name: Symbol
  }

  /// More values than this in one place say nothing any more.
  static let widest = 16

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
    _ = symbols.intern("default")
    for position in 0..<Self.widest { _ = symbols.intern(String(position)) }
  }

  /// Evaluates what is queued, and what that wakes, until nothing is left.
  mutating func run() {
    var head = 0
    while head < queue.count {
      let next = queue[head]
      head += 1
      queued.remove(next.index)
      evaluate(next)
      if head > 4096 {
        queue.removeFirst(head)
        head = 0
      }
    }
    queue.removeAll()
  }

  mutating func enqueue(_ function: ID<ProgramFunction>) {
    if queued.insert(function.index) { queue.append(function) }
  }

  private mutating func evaluate(_ id: ID<ProgramFunction>) {
    current = id
    let function = self.function(id)
    repeat {
      hasGrown = false
      pass += 1
      seed(function)
      for operation in function.operations.ids {
        apply(function.operations[operation].effect, at: operation)
      }
      for block in function.blocks.values {
        if case .return(let place?) = block.terminator {
          flow(node(place), to: returns(of: id))
        }
      }
    } while hasGrown
    evaluated.insert(id.index)
  }

  // MARK: Nodes

  func function(_ id: ID<ProgramFunction>) -> Function {
    modules[functions[id].module].functions[functions[id].function]
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

  mutating func field(_ name: Symbol, of owner: Value) -> Int {
    let key = FieldKey(owner: owner, name: name)
    if let node = fields[key] { return node }
    let node = values.count
    addNodes(1, of: nil)
    fields[key] = node
    return node
  }

  /// What a node holds; the current function is evaluated again when it grows.
  mutating func read(_ node: Int) -> [Value] {
    if lastRead[node] != pass {
      lastRead[node] = pass
      if !isOwn(node), !isReader(of: node) { readers[node].append(current) }
    }
    return values[node]
  }

  /// Whether the current function is known to read a node; when it is new, it came last.
  private func isReader(of node: Int) -> Bool {
    evaluated.contains(current.index)
      ? readers[node].contains(current) : readers[node].last == current
  }

  mutating func grow(_ node: Int, by value: Value) {
    guard !values[node].contains(value), values[node].count < Self.widest else { return }
    if case .unread(let file) = value { unreadHolders[file, default: []].append(node) }
    values[node].append(value)
    if lastRead[node] == pass { hasGrown = true }
    let owner = owners[node]
    if owner >= 0, owner != current.rawValue { enqueue(ID(Int(owner))) }
    for reader in readers[node] where reader != current { enqueue(reader) }
  }

  mutating func flow(_ source: Int, to target: Int) {
    guard source != target else { return }
    for value in read(source) { grow(target, by: value) }
  }

  private func isOwn(_ node: Int) -> Bool { owners[node] == Int32(current.index) }
}
