package import Basis
package import IR

/// What a place can hold, as far as linking follows it.
package enum Value: Sendable, Hashable {
  /// Something of a library, by its canonical name: `pg.Pool`, `pg.Pool#connect`, `open`.
  case external(ID<Name>)
  /// An instance of a library's type.
  case instance(ID<Name>)
  case function(ID<ProgramFunction>)
  case classObject(ID<ProgramClass>)
  /// An instance of a class of the project.
  case object(ID<ProgramClass>)
  /// A module of the project, as a namespace.
  case module(ID<Module>)
  /// An object literal or the like, by where it is made.
  case aggregate(ID<ProgramAggregate>)
  /// Something of a file of the project that was not read; only linking sees it.
  case unread(ID<ProjectFile>)
}

/// A file of the project, by its position among all of its language, whether or not it was read.
package enum ProjectFile {}

/// A function of a module of the program.
package struct ProgramFunction: Sendable, Hashable {
  package var module: ID<Module>
  package var function: ID<Function>

  package init(module: ID<Module>, function: ID<Function>) {
    self.module = module
    self.function = function
  }
}

/// A class of a module of the program.
package struct ProgramClass: Sendable, Hashable {
  package var module: ID<Module>
  package var type: ID<Class>
}

/// An aggregate made by an operation of a function.
package struct ProgramAggregate: Sendable, Hashable {
  package var function: ID<ProgramFunction>
  package var operation: ID<Operation>
}

extension Value {
  /// The class of the project that the value is, or is an instance of.
  package var projectClass: ID<ProgramClass>? {
    switch self {
    case .object(let type), .classObject(let type): type
    case .external, .instance, .function, .module, .aggregate, .unread: nil
    }
  }
}

extension Value {
  /// What values are counted by.
  enum Sort {
    case function, ofProject, ofLibrary
  }

  var sort: Sort {
    switch self {
    case .function: .function
    case .classObject, .object, .module, .aggregate, .unread: .ofProject
    case .external, .instance: .ofLibrary
    }
  }

  /// Whether it is of a file that was not read.
  var isUnread: Bool { if case .unread = self { true } else { false } }
}

/// The files of a project that were not read, as far as others speak of them; by their positions
/// among all files.
package struct UnreadFiles: Sendable {
  /// Those that an import means, and the names that are imported of them.
  package var imported: [Int: Set<String>] = [:]
  /// Those whose functions are called with an instance of a library's type.
  package var given: Set<Int> = []
  /// Those that the files which are asked about import, and the files that these import; empty
  /// where all files are asked about.
  package var near: Set<Int> = []

  package init() {}
}
