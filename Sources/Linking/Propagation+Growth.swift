import Basis
import IR

// Files that come later. Modules are numbered in the order of their files, whenever they came, so
// that the order in which files are read shows nowhere; what is known moves to the new numbers.

extension Propagation {
  /// Takes in further modules and queues what they can change.
  mutating func add(_ added: [(file: Int, module: Module)]) {
    let old = self
    var all: [(file: Int, module: Module, old: ID<Module>?)] = []
    for id in old.modules.ids { all.append((old.files[id.index], old.modules[id], id)) }
    for (file, module) in added { all.append((file, adopt(module), nil)) }
    all.sort { $0.file < $1.file }
    clear()
    for item in all { layOut(item.module, file: item.file) }
    let move = Renumbering(from: old, order: all.map(\.old), to: self)
    take(old, move)
    queueAdded(Set(added.map(\.file)), old, move)
  }

  /// A module with the program's symbols.
  private mutating func adopt(_ module: Module) -> Module {
    let names = (0..<module.symbols.count).map { index in
      let text = Array(module.symbols.utf8(of: Symbol(rawValue: UInt32(index))))
      return symbols.intern(text.span)
    }
    return module.renamed(by: names)
  }

  /// Forgets all that has numbers.
  private mutating func clear() {
    modules = Table()
    files = []
    layout = ProgramLayout()
    functions = Table()
    classes = Table()
    moduleNames = []
    moduleOfFile = Array(repeating: nil, count: paths.count)
  }

  private mutating func layOut(_ module: Module, file: Int) {
    let id = modules.append(module)
    files.append(file)
    moduleOfFile[file] = id
    layout.functionBase.append(functions.count)
    layout.classBase.append(classes.count)
    for function in module.functions.ids {
      functions.append(ProgramFunction(module: id, function: function))
      layout.placeBase.append(layout.placeCount)
      layout.placeCount += module.functions[function].places.count
    }
    for type in module.classes.ids { classes.append(ProgramClass(module: id, type: type)) }
    var byName: [Symbol: ID<Place>] = [:]
    let body = module.functions[Module.body]
    for place in body.places.ids where body.places[place].kind == .local {
      guard let name = body.places[place].name, byName[name] == nil else { continue }
      byName[name] = place
    }
    moduleNames.append(byName)
  }

  /// Takes over what was found, under the new numbers.
  private mutating func take(_ old: Propagation, _ move: Renumbering) {
    let nodes = layout.placeCount + functions.count
    let fieldStart = old.layout.placeCount + old.functions.count
    values = Array(repeating: [], count: nodes)
    readers = Array(repeating: [], count: nodes)
    targets = functions.ids.map { Array(repeating: -1, count: function($0).operations.count) }
    imports = Array(repeating: [:], count: modules.count)
    evaluated = BitSet()
    ownResults = [:]
    for id in old.functions.ids {
      let new = move(id)
      let from = old.layout.placeBase[id.index]
      let into = layout.placeBase[new.index]
      for offset in 0..<function(new).places.count {
        move.copy(from + offset, of: old, to: into + offset, of: &self)
      }
      move.copy(old.returns(of: id), of: old, to: returns(of: new), of: &self)
      targets[new.index] = old.targets[id.index]
      if old.evaluated.contains(id.index) { evaluated.insert(new.index) }
    }
    for id in old.modules.ids { imports[move.modules[id.index].index] = old.imports[id.index] }
    for node in fieldStart..<max(fieldStart, old.values.count) {
      values.append([])
      readers.append([])
      move.copy(node, of: old, to: values.count - 1, of: &self)
    }
    let shift = nodes - fieldStart
    fields = [:]
    for (key, node) in old.fields {
      fields[FieldKey(owner: move(key.owner), name: key.name)] = node + shift
    }
    takeSites(move)
    lastRead = Array(repeating: 0, count: values.count)
    pass = 0
  }

  private mutating func takeSites(_ move: Renumbering) {
    for index in callTargets.indices { move.apply(to: &callTargets[index]) }
    aggregateIDs = [:]
    for id in aggregates.ids {
      aggregates[id].function = move(aggregates[id].function)
      aggregateIDs[aggregates[id]] = id
    }
  }

  /// Queues what is new, module bodies first, and what spoke of these files before.
  private mutating func queueAdded(_ files: Set<Int>, _ old: Propagation, _ move: Renumbering) {
    var isKnown = BitSet()
    for id in old.functions.ids { isKnown.insert(move(id).index) }
    let new = functions.ids.filter { !isKnown.contains($0.index) }
    for id in new where functions[id].function == Module.body { enqueue(id) }
    for id in new { enqueue(id) }
    unreadSpeakers = [:]
    for (file, speakers) in old.unreadSpeakers {
      let moved = Set(speakers.map { move($0) })
      if files.contains(file) {
        for speaker in moved.sorted() { enqueue(speaker) }
      } else {
        unreadSpeakers[file] = moved
      }
    }
    unreadCallees = [:]
    for (caller, callees) in old.unreadCallees {
      let left = callees.subtracting(files)
      if !left.isEmpty { unreadCallees[move(caller)] = left }
    }
    for file in files {
      unread.imported[file] = nil
      unread.given.remove(file)
    }
  }
}

/// The numbers that modules, functions and classes have after others came between.
private struct Renumbering {
  private(set) var modules: [ID<Module>] = []
  private var functions: [ID<ProgramFunction>] = []
  private var classes: [ID<ProgramClass>] = []
  /// The files whose values are known now.
  private var isRead: [Bool]

  /// - Parameter order: by new module, the number that it had.
  init(from old: Propagation, order: [ID<Module>?], to new: Propagation) {
    isRead = new.moduleOfFile.map { $0 != nil }
    modules = Array(repeating: ID(0), count: old.modules.count)
    for (index, known) in order.enumerated() {
      if let known { modules[known.index] = ID(index) }
    }
    functions = old.functions.values.map { function in
      new.id(of: function.function, in: modules[function.module.index])
    }
    classes = old.classes.values.map { type in
      ID(new.layout.classBase[modules[type.module.index].index] + type.type.index)
    }
  }

  func callAsFunction(_ function: ID<ProgramFunction>) -> ID<ProgramFunction> {
    functions[function.index]
  }

  func callAsFunction(_ value: Value) -> Value {
    switch value {
    case .external, .instance, .aggregate, .unread: value
    case .function(let id): .function(functions[id.index])
    case .classObject(let id): .classObject(classes[id.index])
    case .object(let id): .object(classes[id.index])
    case .module(let id): .module(modules[id.index])
    }
  }

  func apply(to targets: inout CallTargets) {
    for index in targets.functions.indices {
      targets.functions[index] = self(targets.functions[index])
    }
    for index in targets.constructed.indices {
      targets.constructed[index] = classes[targets.constructed[index].index]
    }
  }

  /// Copies what a node holds and who reads it.
  func copy(_ node: Int, of old: Propagation, to target: Int, of new: inout Propagation) {
    if !old.readers[node].isEmpty { new.readers[target] = old.readers[node].map { self($0) } }
    let values = old.values[node]
    if values.isEmpty { return }
    if values.allSatisfy(\.isOfLibrary) {
      new.values[target] = values
    } else {
      new.values[target] = values.compactMap { value in
        if case .unread(let file) = value, isRead[file] { nil } else { self(value) }
      }
    }
  }
}

extension Value {
  fileprivate var isOfLibrary: Bool {
    switch self {
    case .external, .instance: true
    case .function, .classObject, .object, .module, .aggregate, .unread: false
    }
  }
}
