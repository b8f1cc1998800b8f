package import Basis

/// One file, lowered. Function 0 is the module body; its places are the module's variables.
package struct Module: Sendable {
  package var file: ID<SourceFile>
  package var functions = Table<Function>()
  package var classes = Table<Class>()
  package var exports: [Export] = []
  /// The names met, starting with the vocabulary of the rules.
  package var symbols: SymbolTable
  /// Where suppressions may stand.
  package var comments: [ByteRange] = []
  package var health = LoweringHealth()
  /// Whether names of the module body are importable without an export (Python).
  package var exportsEverything = false

  package init(file: ID<SourceFile>, symbols: SymbolTable) {
    self.file = file
    self.symbols = symbols
  }

  package static var body: ID<Function> { ID(0) }
}

/// A name that other files can import.
package struct Export: Sendable, Hashable {
  package enum Source: Sendable, Hashable {
    /// A place of the module body.
    case place(ID<Place>)
    /// `export {a} from 'm'`; without a member the module itself: `export * as a from 'm'`.
    case reexport(Import)
    /// `export * from 'm'`, `from m import *`: every name of that module.
    case everything(Symbol)
  }

  /// Nil for `everything`; `default` for default exports and `module.exports = x`.
  package var name: Symbol?
  package var source: Source

  package init(name: Symbol?, source: Source) {
    self.name = name
    self.source = source
  }
}

/// How much of a file lowering understood.
package struct LoweringHealth: Sendable, Hashable {
  package var nodes = 0
  /// The first part of the file that made no sense to the parser and was passed over.
  package var misunderstood: ByteRange?
  /// Nodes that lowering did not know, by kind; each became an opaque operation.
  package var unknown: [Symbol: Int] = [:]

  package init() {}
}
