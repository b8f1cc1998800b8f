package import IR

/// Makes a program of modules, which may come one after the other.
///
/// What was found stands when files are added; only what they can change is looked at again. The
/// program is the one that all its files would give at once.
package struct Linker {
  private var propagation: Propagation

  /// - Parameter paths: of all the project's files of one language, as shown to users; imports are
  ///   resolved over these, so that what is not added is not taken for a library's.
  package init(
    paths: [String], catalog: LibraryCatalog, aliases: [ImportResolution.Alias] = [],
    packages: [String: String] = [:]
  ) {
    propagation = Propagation(paths: paths, catalog: catalog, aliases: aliases, packages: packages)
  }

  /// Adds lowered files, each one's symbols its own, by their positions among the paths.
  package mutating func add(_ modules: [(file: Int, module: Module)]) {
    propagation.add(modules)
    propagation.run()
  }

  /// The program of the files that were added.
  package func program() -> Program { propagation.program() }
}
