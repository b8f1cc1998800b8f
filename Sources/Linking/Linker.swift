import Basis
package import IR

/// Makes a program of modules.
///
/// - Parameters:
///   - modules: the lowered files; each one's symbols are its own.
///   - paths: the path of each, as shown to users; imports are resolved over these.
///   - unread: the paths of the project's other files, so that what they hold is not taken for a
///     library's.
package func link(
  _ modules: [Module], paths: [String], unread: [String] = [], catalog: LibraryCatalog,
  aliases: [ImportResolution.Alias] = [], packages: [String: String] = [:]
) -> Program {
  let (symbols, renamed) = mergeSymbols(modules)
  let resolution = ImportResolution(
    paths: (paths + unread).map(Path.normalized), aliases: aliases, packages: packages,
    libraries: catalog.modules)
  var propagation = Propagation(
    modules: Table(renamed), paths: paths.map(Path.normalized), symbols: symbols,
    catalog: catalog, resolution: resolution)
  propagation.run()
  return propagation.program(paths: paths)
}

/// One table of all names, and the modules with its numbers, in the order given.
private func mergeSymbols(_ modules: [Module]) -> (SymbolTable, [Module]) {
  var all = SymbolTable()
  // Imports ask for it whether or not a file says it.
  _ = all.intern("default")
  let renamed = modules.map { module in
    let names = (0..<module.symbols.count).map { index in
      let text = Array(module.symbols.utf8(of: Symbol(rawValue: UInt32(index))))
      return all.intern(text.span)
    }
    return module.renamed(by: names)
  }
  return (all, renamed)
}
