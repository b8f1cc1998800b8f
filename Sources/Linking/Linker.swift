package import Basis
package import IR

/// A function by its file, whatever else is linked.
package struct FileFunction: Hashable, Sendable {
  /// The position among the project's files of one language.
  package var file: Int
  package var function: ID<Function>
}

/// Makes a program of modules, which may come one after the other.
///
/// What was found stands when files are added; only what they can change is looked at again. The
/// program is the one that all its files would give at once.
package struct Linker {
  private var propagation: Propagation

  /// - Parameter paths: of all the project's files of one language, as shown to users; imports are
  ///   resolved over these, so that what is not added is not taken for a library's.
  /// - Parameter mayExport: whether a file that was not added can export a name.
  package init(
    paths: [String], catalog: LibraryCatalog, aliases: [ImportResolution.Alias] = [],
    packages: [String: String] = [:],
    mayExport: @escaping @Sendable (_ file: Int, _ name: String) -> Bool = { _, _ in true }
  ) {
    propagation = Propagation(
      paths: paths, catalog: catalog, aliases: aliases, packages: packages, mayExport: mayExport)
  }

  /// Adds lowered files, each one's symbols its own, by their positions among the paths.
  package mutating func add(_ modules: consuming [(file: Int, module: Module)]) {
    propagation.add(modules)
    propagation.run()
  }

  /// What the files that were added speak of in the others.
  package var unread: UnreadFiles { propagation.unread }

  /// The names that calls reach, in the order in which they came up.
  package var calledNames: [ID<Name>] { propagation.calledNames }

  /// A name's spellings in the types that its type extends.
  package func spellings(of name: ID<Name>) -> [String] { propagation.spellings(of: name) }

  /// The files that were added, with what they became.
  package var modules: some Sequence<(file: Int, module: Module)> {
    zip(propagation.files, propagation.modules.values).lazy.map { (file: $0, module: $1) }
  }

  package var symbols: SymbolTable { propagation.symbols }

  package var catalog: LibraryCatalog { propagation.catalog }

  /// How many names there are; their numbers lie below.
  package var nameCount: Int { propagation.names.count }

  /// The files that were not read and define what some functions call or give to calls: those that
  /// matter or reach a name that does, themselves or through so many others.
  package func unreadBeside(
    _ matters: (FileFunction) -> Bool, _ names: (ID<Name>) -> Bool, depth: Int
  ) -> Set<Int> {
    propagation.unreadBeside(matters, names, depth: depth)
  }

  /// The files that were not read and are imported by some files.
  package func unreadImported(by asks: (_ file: Int) -> Bool) -> Set<Int> {
    propagation.unreadImported(by: asks)
  }

  /// The files that were not read and define what the functions of some files call, themselves or
  /// through so many others.
  package func unreadBelow(_ asks: (_ file: Int) -> Bool, depth: Int) -> Set<Int> {
    propagation.unreadBelow(asks, depth: depth)
  }

  /// The program of the files that were added.
  package func program() -> Program { Program(propagation) }
}
