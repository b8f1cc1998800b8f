import Basis
import IR

extension Propagation {
  /// What `value.name` can be.
  mutating func members(_ value: Value, _ name: Symbol) -> ValueSet {
    switch value {
    case .external(let parent): return externalMembers(parent, name)
    case .instance where name == positions[1], .object where name == positions[1]:
      // `for key, pool in pools.items()`: what is in a collection stands for its pair with a key.
      return [value]
    case .instance(let type):
      return names.intern(type, .instanceMember, name, text: symbols[name]).map { [.external($0)] }
        ?? []
    case .module(let module): return exported(name, by: module)
    case .aggregate:
      let found = read(field(name, of: value))
      return isPosition(name) ? found + read(field(elements, of: value)) : found
    case .unread: return [value]
    case .object(let type), .classObject(let type):
      // `self.__class__(path)`: another one of its own.
      if name == ownClass { return [.classObject(type)] }
      return classMembers(type, name, visited: [])
    case .function: return []
    }
  }

  private mutating func externalMembers(_ parent: ID<Name>, _ name: Symbol) -> ValueSet {
    // A default export is the module itself, as CommonJS interop has it.
    if names[parent].link == .root, name == defaultExport { return [.external(parent)] }
    if let instance = facts(of: parent).returns { return members(.instance(instance), name) }
    let link: Name.Link = names[parent].link == .call ? .instanceMember : .member
    return names.intern(parent, link, name, text: symbols[name]).map { [.external($0)] } ?? []
  }

  private mutating func classMembers(
    _ id: ID<ProgramClass>, _ name: Symbol, visited: [ID<ProgramClass>]
  ) -> ValueSet {
    guard !visited.contains(id) else { return [] }
    let module = classes[id].module
    var result = read(field(name, of: .object(id)))
    // `byName.main`, of what an annotation calls a `Record<string, Pool>`.
    if containerClasses.contains(id.index), containerMethods[name] == nil {
      result += read(field(elements, of: .object(id)))
    }
    var isOwn = false
    // Parts of a class are read in place: to copy all of it costs several references.
    for member in modules[module].classes[classes[id].type].members where member.name == name {
      let function = self.id(of: member.function, in: module)
      isOwn = true
      if modules[module].functions[member.function].kind == .getter {
        result += read(returns(of: function))
      } else {
        result.append(.function(function))
      }
    }
    // A method of the class hides its bases'; a field may be set by any of them.
    if isOwn { return result }
    for base in bases(of: id) {
      switch base {
      case .classObject(let parent):
        result += classMembers(parent, name, visited: visited + [id])
      case .external(let parent): result += members(.instance(canonicalType(parent)), name)
      case .instance, .function, .object, .module, .aggregate, .unread: break
      }
    }
    return result
  }

  mutating func bases(of id: ID<ProgramClass>) -> ValueSet {
    let (module, type) = (classes[id].module, classes[id].type)
    let parent = self.id(of: modules[module].classes[type].parent, in: module)
    var result = ValueSet()
    for base in modules[module].classes[type].bases { result += read(node(base, of: parent)) }
    return result
  }

  /// What a module of the program exports under a name.
  mutating func exported(_ name: Symbol, by module: ID<Module>) -> ValueSet {
    var visited: Set<ID<Module>> = []
    let found = exported(name, by: module, visited: &visited)
    if found.isEmpty, name == defaultExport, !hasExport(name, module) {
      return [.module(module)]
    }
    return found
  }

  func hasExport(_ name: Symbol, _ module: ID<Module>) -> Bool {
    modules[module].exports.contains { $0.name == name }
  }

  mutating func exported(
    _ name: Symbol, by module: ID<Module>, visited: inout Set<ID<Module>>
  ) -> ValueSet {
    guard visited.insert(module).inserted else { return [] }
    var result: ValueSet = []
    let body = id(of: Module.body, in: module)
    for export in modules[module].exports where export.name == name {
      switch export.source {
      case .place(let place): result += read(node(place, of: body))
      case .reexport(let item): result += reexported(item, by: module, visited: &visited)
      case .everything: break
      }
    }
    if modules[module].exportsEverything, let place = moduleNames[module.index][name] {
      result += read(node(place, of: body))
    }
    if result.isEmpty { result = exportedByAll(name, of: module, &visited) }
    if result.isEmpty,
      let submodule = resolution.submodule(symbols[name], of: path(of: module))
    {
      if let read = moduleOfFile[submodule] { return [.module(read)] }
      note(nil, of: submodule)
      return [.unread(ID(submodule))]
    }
    return result
  }

  /// What `export * from` gives: the first module's that has it, or all that may have it of those
  /// that were not read; a library, of which nobody knows what it exports, comes last.
  private mutating func exportedByAll(
    _ name: Symbol, of module: ID<Module>, _ visited: inout Set<ID<Module>>
  ) -> ValueSet {
    var unread: ValueSet = []
    var libraries: [Symbol] = []
    var isDeclared = false
    for export in modules[module].exports {
      guard case .everything(let specifier) = export.source else { continue }
      switch target(of: specifier, in: module) {
      case .unread(let file): if !canExport(name, file) { continue }
      case .library:
        libraries.append(specifier)
        continue
      case .module(let target):
        var asked: Set<ID<Module>> = [module]
        isDeclared = isDeclared || declares(name, target, &asked)
      case .nothing: continue
      }
      let item = Import(module: specifier, member: name)
      let found = reexported(item, by: module, visited: &visited)
      if found.contains(where: { !$0.isUnread }) { return found }
      unread += found
    }
    if isDeclared || !unread.isEmpty { return unread }
    for specifier in libraries {
      let item = Import(module: specifier, member: name)
      let found = reexported(item, by: module, visited: &visited)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Whether a module exports a name, whatever is known of its value so far.
  private mutating func declares(
    _ name: Symbol, _ module: ID<Module>, _ asked: inout Set<ID<Module>>
  ) -> Bool {
    guard asked.insert(module).inserted else { return false }
    if hasExport(name, module) { return true }
    if modules[module].exportsEverything, moduleNames[module.index][name] != nil { return true }
    for export in modules[module].exports {
      guard case .everything(let specifier) = export.source,
        case .module(let target) = target(of: specifier, in: module)
      else { continue }
      if declares(name, target, &asked) { return true }
    }
    return false
  }

  mutating func canExport(_ name: Symbol, _ file: Int) -> Bool {
    let question = ExportQuestion(file: file, name: name)
    if let known = mayExportKnown[question] { return known }
    let answer = mayExport(file, symbols[name])
    mayExportKnown[question] = answer
    return answer
  }

  private mutating func reexported(
    _ item: Import, by module: ID<Module>, visited: inout Set<ID<Module>>
  ) -> ValueSet {
    switch target(of: item.module, in: module) {
    case .module(let target):
      guard let member = item.member else { return [.module(target)] }
      return exported(member, by: target, visited: &visited)
    case .library(let name):
      guard let member = item.member else { return [.external(name)] }
      return members(.external(name), member)
    case .unread(let file):
      note(item.member, of: file)
      return [.unread(ID(file))]
    case .nothing: return []
    }
  }

  /// The name with this text, as a root of its own when nothing else has it.
  mutating func root(_ text: String) -> ID<Name>? {
    if let known = names.lookup(text) { return known }
    let depth = catalog.roots.contains(text) ? 1 : NameTable.depthOfUnspoken
    return names.intern(nil, .root, rootSymbol(text), depth: depth, text: text)
  }

  /// A type by the name that models use for it.
  mutating func canonicalType(_ name: ID<Name>) -> ID<Name> {
    guard let type = catalog.constructors[names.text(of: name)] else { return name }
    return root(type) ?? name
  }

  /// The symbol of a text that the program knows, for comparing with names of the source.
  func symbol(_ text: String) -> Symbol {
    symbols.lookup(text) ?? Symbol(rawValue: UInt32.max)
  }

  /// Roots are told apart by their text alone; a number out of the program's range will do.
  private func rootSymbol(_ text: String) -> Symbol {
    symbols.lookup(text) ?? Symbol(rawValue: UInt32.max - UInt32(names.count) - 1)
  }
}
