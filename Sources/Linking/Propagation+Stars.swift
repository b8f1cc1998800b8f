import Basis
import IR

// `from storage import *` brings every name of a module in, and none of them is written down. So a name
// that nothing else explains is looked for in the modules that are imported that way. Most such names
// are there without an import, `len`, `print`: that no module has them is found out once.

extension Propagation {
  /// Gives places what only `from m import *` can bring in; returns which places that are.
  mutating func seedStarred(_ places: Table<Place>) -> BitSet {
    var result = BitSet()
    guard isPython(currentModule), importsStars(currentModule) else { return result }
    for place in places.ids where places[place].kind == .global {
      guard let name = places[place].name, mayBeStarred(name) else { continue }
      let values = starred(name, in: currentModule)
      grow(node(place), by: values)
      if !values.isEmpty { result.insert(place.index) }
    }
    return result
  }

  private func importsStars(_ module: ID<Module>) -> Bool {
    modules[module].exports.contains { export in
      if case .everything = export.source { true } else { false }
    }
  }

  /// Whether some module that the current one imports that way can have a name. What a file's bytes do
  /// not hold it never exports, read or not.
  private mutating func mayBeStarred(_ name: Symbol) -> Bool {
    let question = StarredName(module: currentModule, name: name)
    if let known = starredKnown[question] { return known }
    var asked: Set<ID<Module>> = []
    let answer = mayExportAll(name, currentModule, &asked)
    starredKnown[question] = answer
    return answer
  }

  private mutating func mayExportAll(
    _ name: Symbol, _ module: ID<Module>, _ asked: inout Set<ID<Module>>
  ) -> Bool {
    guard asked.insert(module).inserted else { return false }
    for export in modules[module].exports {
      guard case .everything(let specifier) = export.source else { continue }
      switch target(of: specifier, in: module) {
      case .module(let target):
        if hasExport(name, target) || moduleNames[target.index][name] != nil { return true }
        if mayExportAll(name, target, &asked) { return true }
      case .unread(let file): if canExport(name, file), !isBuiltin(name) { return true }
      case .library(let library): if isKnown(name, of: library) { return true }
      case .nothing: continue
      }
    }
    return false
  }

  /// Whether a name is there without an import: a file that merely holds the word does not bring it in.
  private func isBuiltin(_ name: Symbol) -> Bool {
    catalog.names.contains("builtins." + symbols[name])
  }

  /// Whether a model speaks of a library's name.
  private func isKnown(_ name: Symbol, of library: ID<Name>) -> Bool {
    catalog.names.contains(names.text(of: library) + "." + symbols[name])
  }

  /// What `from m import *` brings in under a name. Of a library only names that models know are.
  private mutating func starred(_ name: Symbol, in module: ID<Module>) -> ValueSet {
    var unread: ValueSet = []
    var libraries: [ID<Name>] = []
    for export in modules[module].exports {
      guard case .everything(let specifier) = export.source else { continue }
      switch target(of: specifier, in: module) {
      case .module(let target):
        var visited: Set<ID<Module>> = [module]
        let found = exported(name, by: target, visited: &visited)
        if found.contains(where: { !$0.isUnread }) { return found }
        unread += found
      case .unread(let file):
        guard canExport(name, file), !isBuiltin(name) else { continue }
        note(name, of: file)
        unread += [.unread(ID(file))]
      case .library(let library): libraries.append(library)
      case .nothing: continue
      }
    }
    if !unread.isEmpty { return unread }
    for library in libraries {
      if isKnown(name, of: library) { return members(.external(library), name) }
    }
    return []
  }
}
