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

extension Value {
  /// What is surest comes first.
  var rank: Int {
    switch self {
    case .function: 0
    case .classObject: 1
    case .object: 2
    case .aggregate: 3
    case .module: 4
    case .instance: 5
    case .external: 6
    case .unread: 7
    }
  }

  var number: UInt32 {
    switch self {
    case .function(let id): id.rawValue
    case .classObject(let id), .object(let id): id.rawValue
    case .aggregate(let id): id.rawValue
    case .module(let id): id.rawValue
    case .instance(let id), .external(let id): id.rawValue
    case .unread(let file): file.rawValue
    }
  }

  /// The rank and the number in one.
  var packed: UInt64 { UInt64(rank) << 32 | UInt64(number) }

  init(packed: UInt64) {
    let number = UInt32(truncatingIfNeeded: packed)
    switch packed >> 32 {
    case 0: self = .function(ID(rawValue: number))
    case 1: self = .classObject(ID(rawValue: number))
    case 2: self = .object(ID(rawValue: number))
    case 3: self = .aggregate(ID(rawValue: number))
    case 4: self = .module(ID(rawValue: number))
    case 5: self = .instance(ID(rawValue: number))
    case 6: self = .external(ID(rawValue: number))
    default: self = .unread(ID(rawValue: number))
    }
  }
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
