package import Basis
package import IR

// Where an imported name is declared. The values that propagation finds say what a name is; to
// follow a text or an object literal one needs the very place in the other module's body.

/// A place of a module's body.
package struct ModulePlace: Sendable, Hashable {
  package var module: ID<Module>
  package var place: ID<Place>
}

extension Program {
  /// The places of other modules that an import of the program means; none for a library.
  package func places(of item: Import, importedIn importer: ID<Module>) -> [ModulePlace] {
    guard let module = module(symbols[item.module], from: importer) else { return [] }
    guard let member = item.member else {
      return symbols.lookup("default").map { exportedPlaces($0, of: module) } ?? []
    }
    return exportedPlaces(member, of: module)
  }

  /// The places that a module exports under a name, re-exports followed.
  package func exportedPlaces(_ name: Symbol, of module: ID<Module>) -> [ModulePlace] {
    var visited: Set<ID<Module>> = []
    return exportedPlaces(name, of: module, &visited)
  }

  private func exportedPlaces(
    _ name: Symbol, of module: ID<Module>, _ visited: inout Set<ID<Module>>
  ) -> [ModulePlace] {
    guard visited.insert(module).inserted else { return [] }
    var result: [ModulePlace] = []
    for export in modules[module].exports where export.name == name {
      switch export.source {
      case .place(let place): result.append(ModulePlace(module: module, place: place))
      case .reexport(let item):
        guard let member = item.member else { continue }
        result += places(of: member, from: item.module, in: module, &visited)
      case .everything: break
      }
    }
    if result.isEmpty, modules[module].exportsEverything {
      let body = modules[module].functions[Module.body]
      let place = body.places.ids.first {
        body.places[$0].kind == .local && body.places[$0].name == name
      }
      if let place { return [ModulePlace(module: module, place: place)] }
    }
    for export in modules[module].exports where result.isEmpty {
      guard case .everything(let specifier) = export.source else { continue }
      result += places(of: name, from: specifier, in: module, &visited)
    }
    return result
  }

  private func places(
    of name: Symbol, from specifier: Symbol, in importer: ID<Module>,
    _ visited: inout Set<ID<Module>>
  ) -> [ModulePlace] {
    guard let target = module(symbols[specifier], from: importer) else { return [] }
    return exportedPlaces(name, of: target, &visited)
  }
}

extension Program {
  /// The module that a specifier means, if it was read.
  private func module(_ specifier: String, from importer: ID<Module>) -> ID<Module>? {
    let path = Path.normalized(paths[importer.index])
    return resolution.resolve(specifier, from: path).flatMap { moduleOfFile[$0] }
  }
}
