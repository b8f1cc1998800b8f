import Basis
import IR

extension Propagation {
  /// What holds before any operation: captures, annotations, the receiver.
  mutating func seed() {
    // Part by part: to copy all of a function costs a dozen references.
    if let parent = self[current].parent {
      let parentID = id(of: parent, in: currentModule)
      for capture in self[current].captures {
        flow(node(capture.outer, of: parentID), to: node(capture.inner))
        flow(node(capture.inner), to: node(capture.outer, of: parentID))
      }
    }
    if let receiver = self[current].receiver, let owner = self[current].owner {
      let type = id(of: owner, in: currentModule)
      let isStatic = self[current].kind == .staticMethod
      let value: Value = isStatic ? .classObject(type) : .object(type)
      grow(node(receiver), by: value)
    }
    let annotations = self[current].annotations
    if !annotations.isEmpty {
      for (place, type) in annotations.sorted(by: { $0.key < $1.key }) {
        grow(node(place), by: instances(of: type))
      }
    }
    if let type = self[current].returns {
      grow(returns(of: current), by: instances(of: type))
    }
    let isStarred = seedStarred(self[current].places)
    if seeded.insert(current.index) { seedGlobals(self[current].places, besides: isStarred) }
    seedFields()
  }

  /// Names that are there without an import never mean anything else: once is enough.
  private mutating func seedGlobals(_ places: Table<Place>, besides starred: BitSet) {
    let prefix = builtinPrefix
    for place in places.ids
    where places[place].kind == .global && !starred.contains(place.index) {
      guard let name = places[place].name else { continue }
      if let external = root(prefix + symbols[name]) {
        grow(node(place), by: .external(external))
      }
    }
  }

  /// What stands before names that are there without an import: Python's are of a module.
  private var builtinPrefix: String { isPython(currentModule) ? "builtins." : "" }

  func isPython(_ module: ID<Module>) -> Bool {
    let path = path(of: module)
    return path.hasSuffix(".py") || path.hasSuffix(".pyi")
  }

  /// The declared fields of the classes written in the current function.
  private mutating func seedFields() {
    let id = functions[current].function
    for type in modules[currentModule].classes.ids
    where modules[currentModule].classes[type].parent == id {
      let number = self.id(of: type, in: currentModule)
      let owner = Value.object(number)
      for declared in modules[currentModule].classes[type].fields {
        guard let reference = declared.type else { continue }
        let target = field(declared.name, of: owner)
        if declared.name == elements { containerClasses.insert(number.index) }
        if declared.name == elements || declared.name == result,
          modules[currentModule].classes[type].bases.isEmpty,
          modules[currentModule].classes[type].fields.count == 1
        {
          annotationClasses.insert(number.index)
        }
        grow(target, by: instances(of: reference))
      }
    }
  }

  /// What a place annotated with this type can hold.
  private mutating func instances(of type: TypeReference) -> ValueSet {
    var result: ValueSet = []
    for name in type.names {
      var found = read(node(name.root))
      for step in name.path { found = found.gathered { members($0, step) } }
      for value in found {
        switch value {
        case .external(let name): result.append(.instance(canonicalType(name)))
        case .classObject(let type): result.append(.object(type))
        // `typeof db` is what `db` is; `ReturnType<typeof connect>` what `connect` gives.
        case .instance, .object: result.append(value)
        case .function(let function): result += read(returns(of: function))
        case .module, .aggregate, .unread: break
        }
      }
    }
    return result
  }

  mutating func apply(_ effect: Effect, at operation: ID<Operation>) {
    switch effect {
    case .literal, .caught, .opaque: break
    case .storeElement(let value, let object, _):
      for owner in read(node(object)) where isContainer(owner) {
        growElements(of: owner, by: value)
      }
    case .compute(.arithmetic, let operands, let into): applyOperator(operands, into: into)
    case .compute: break
    case .copy(let value, let into), .await(let value, let into):
      flow(node(value), to: node(into))
    case .load(let field, let object, let into):
      for value in read(node(object)) {
        grow(node(into), by: members(value, field))
      }
    case .loadElement(let object, let index, let into):
      for value in read(node(object)) {
        if isTypeWrapper(value) {
          flowWrapped(index, to: node(into))
        } else {
          growElements(of: value, into: node(into))
          if isContainer(value) { flowElements(of: value, into: node(into)) }
        }
      }
    case .iterate(let object, let into):
      for value in read(node(object)) { growElements(of: value, into: node(into)) }
    case .store(let value, let object, let name):
      for owner in read(node(object)) {
        guard owner.hasFields else { continue }
        flow(node(value), to: field(name, of: owner.instanceSide))
      }
    case .call(let call): apply(call, at: operation)
    case .yield(let value?, _, _): flow(node(value), to: returns(of: current))
    case .yield: break
    case .closure(let function, let into):
      grow(node(into), by: .function(id(of: function, in: currentModule)))
    case .makeClass(let type, let into):
      let id = id(of: type, in: currentModule)
      grow(node(into), by: .classObject(id))
    case .aggregate(let aggregate, let into): apply(aggregate, into: into, at: operation)
    case .importModule(let item, let into):
      grow(node(into), by: imported(item))
    }
  }

  /// `folder / name`: what a library's type makes of an operator.
  private mutating func applyOperator(_ operands: [ID<Place>], into: ID<Place>) {
    guard let first = operands.first else { return }
    for value in read(node(first)) {
      guard case .instance(let type) = value,
        let result = catalog.returns[names.text(of: type) + "#/"], let known = root(result)
      else { continue }
      grow(node(into), by: .instance(known))
    }
  }

  /// Whether a value is one of the words that types are wrapped in: `Annotated[Session, ...]`.
  private func isTypeWrapper(_ value: Value) -> Bool {
    guard case .external(let name) = value else { return false }
    return catalog.typeWrappers.contains(names.text(of: name))
  }

  /// The type that stands in a wrapper: all of its subscript, or the first part.
  private mutating func flowWrapped(_ index: ID<Place>, to target: Int) {
    flow(node(index), to: target)
    for value in read(node(index)) {
      guard case .aggregate(let id) = value else { continue }
      let site = aggregates[id]
      let operation = operations[site.function.index][site.operation]
      guard case .aggregate(let aggregate, _) = operation.effect,
        let first = aggregate.entries.first
      else { continue }
      flow(node(first.value, of: site.function), to: target)
    }
  }

  private mutating func apply(
    _ aggregate: Aggregate, into: ID<Place>, at operation: ID<Operation>
  ) {
    let id = site(of: operation)
    grow(node(into), by: .aggregate(id))
    flowPositions(of: aggregate, to: id)
    for entry in aggregate.entries {
      if let key = entry.key {
        flow(node(entry.value), to: field(key, of: .aggregate(id)))
      } else if entry.isSpread, aggregate.kind != .object {
        for value in read(node(entry.value)) where isContainer(value) {
          if value != .aggregate(id) {
            flowElements(of: value, into: field(elements, of: .aggregate(id)))
          }
        }
      } else if entry.isSpread {
        // `{...defaults, pool}`: the spread object's own values are reached through it.
        for value in read(node(entry.value)) {
          if case .aggregate(let spread) = value { copyFields(of: spread, to: id) }
        }
      }
    }
  }

  /// The entries that a position names: `pair[0]`, `a, b = pair`.
  private mutating func flowPositions(of aggregate: Aggregate, to id: ID<ProgramAggregate>) {
    guard aggregate.kind != .object else { return }
    for (position, entry) in aggregate.entries.prefix(Self.widest).enumerated() {
      if entry.isSpread { return }
      flow(node(entry.value), to: field(positions[position], of: .aggregate(id)))
    }
  }

  private mutating func copyFields(of source: ID<ProgramAggregate>, to id: ID<ProgramAggregate>) {
    guard source != id else { return }
    let site = aggregates[source]
    let operation = operations[site.function.index][site.operation]
    guard case .aggregate(let aggregate, _) = operation.effect else { return }
    for entry in aggregate.entries {
      guard let key = entry.key else { continue }
      flow(field(key, of: .aggregate(source)), to: field(key, of: .aggregate(id)))
    }
  }

  /// The elements of a sequence; anything else that is iterated or indexed stands for itself, as
  /// a generator stands for what it yields.
  private mutating func growElements(of value: Value, into target: Int) {
    guard case .aggregate(let id) = value else {
      if case .object = value {
        if isContainer(value) { flow(field(elements, of: value), to: target) }
        return
      }
      grow(target, by: value)
      return
    }
    flow(field(elements, of: value), to: target)
    let site = aggregates[id]
    let operation = operations[site.function.index][site.operation]
    guard case .aggregate(let aggregate, _) = operation.effect else { return }
    for entry in aggregate.entries where entry.key == nil && !entry.isSpread {
      flow(node(entry.value, of: site.function), to: target)
    }
  }

  private mutating func imported(_ item: Import) -> ValueSet {
    switch target(of: item.module, in: currentModule) {
    case .module(let module):
      guard let member = item.member else {
        return [.module(module)] + exported(defaultExport, by: module)
      }
      return exported(member, by: module)
    case .library(let name):
      guard let member = item.member else { return [.external(name)] }
      return members(.external(name), member)
    case .unread(let file):
      note(item.member, of: file)
      return [.unread(ID(file))]
    case .nothing: return importedPart(item)
    }
  }

  /// `from . import users`, where the folder has no `__init__.py` that could be meant.
  private mutating func importedPart(_ item: Import) -> ValueSet {
    let folder = symbols[item.module]
    guard let member = item.member, folder.hasPrefix("."),
      path(of: currentModule).hasSuffix(".py"),
      let file = resolution.resolve(
        folder + (folder.hasSuffix(".") ? "" : ".") + symbols[member],
        from: path(of: currentModule))
    else { return [] }
    if let read = moduleOfFile[file] { return [.module(read)] }
    note(nil, of: file)
    return [.unread(ID(file))]
  }

  /// Notes that a name of a file that was not read is imported.
  mutating func note(_ name: Symbol?, of file: Int) {
    unread.imported[file, default: []].formUnion(name.map { [symbols[$0]] } ?? [])
    unreadSpeakers[file, default: []].insert(step)
  }

  /// What an import specifier of a module means.
  mutating func target(of specifier: Symbol, in module: ID<Module>) -> ImportTarget {
    if let known = imports[module.index][specifier] { return current(known) }
    let found: ImportTarget
    if let file = file(of: specifier, in: module), !isOwnName(specifier, file, in: module) {
      found = .unread(file)
    } else if let library = resolution.library(symbols[specifier]), let name = root(library) {
      found = .library(name)
    } else {
      found = .nothing
    }
    imports[module.index][specifier] = found
    return current(found)
  }

  /// Whether a module imports what is called as it is: then it means a library, `import aiohttp` in
  /// `client/aiohttp.py`. A package does import from itself, for its other modules.
  private func isOwnName(_ specifier: Symbol, _ file: Int, in module: ID<Module>) -> Bool {
    file == files[module.index] && !symbols[specifier].hasPrefix(".")
      && !path(of: module).hasSuffix("__init__.py")
  }

  /// The file that an import specifier means, which is the same for all files of a folder.
  private mutating func file(of specifier: Symbol, in module: ID<Module>) -> Int? {
    let question = FolderImport(folder: folders[module.index], specifier: specifier)
    if let known = folderImports[question] { return known }
    let found = resolution.resolve(symbols[specifier], from: path(of: module))
    folderImports[question] = found
    return found
  }

  /// A target with its module, where its file was read meanwhile.
  private func current(_ target: ImportTarget) -> ImportTarget {
    guard case .unread(let file) = target, let module = moduleOfFile[file] else { return target }
    return .module(module)
  }
}

/// What an import specifier means.
enum ImportTarget {
  case module(ID<Module>)
  case library(ID<Name>)
  /// A file of the project that was not read, by its position.
  case unread(Int)
  case nothing
}

extension Value {
  /// Whether stores into its fields are followed.
  var hasFields: Bool {
    switch self {
    case .object, .classObject, .aggregate: true
    case .external, .instance, .function, .module, .unread: false
    }
  }

  /// The value under which fields are kept: a class's own attributes are seen by its instances.
  var instanceSide: Value {
    if case .classObject(let type) = self { .object(type) } else { self }
  }
}
