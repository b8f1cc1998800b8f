/// What linking needs to know about libraries: types, what makes them, what calls give.
///
/// Canonical names throughout, as in the models; filled from the rule book by the analysis.
package struct LibraryCatalog: Sendable {
  /// The names by which the libraries are imported.
  package var modules: Set<String> = []
  /// Folder in the paths of modules that a library writes into the project → the library's module.
  package var generated: [String: String] = [:]
  /// Constructor, factory or annotation name → type.
  package var constructors: [String: String] = [:]
  /// Call or member name → type of what it gives.
  package var returns: [String: String] = [:]
  /// Type → the types it extends.
  package var supertypes: [String: [String]] = [:]
  /// Types whose methods give them back when nothing else is said.
  package var fluentTypes: Set<String> = []

  /// Classes of rows that libraries declare → the columns of their unique keys.
  package var rowKeys: [String: [[String]]] = [:]

  /// Types whose instances matter to a function that is given one.
  package var tracedTypes: Set<String> = []

  /// Calls that give their first argument back: `util.promisify`, `Promise.all`.
  package var passesThrough: Set<String> = []
  /// What makes a collection, empty or with what its first argument has.
  package var containerMakers: Set<String> = []
  /// Calls that give a collection of what their first argument has.
  package var containerListings: Set<String> = []
  /// What the methods of collections do with what is in, by name.
  package var containerMethods: [String: ContainerMethod] = [:]
  /// Words that types are wrapped in, by subscript or call: `typing.Annotated`, `typing.NewType`.
  package var typeWrappers: Set<String> = []
  /// Call → the types of what it passes to a callback.
  package var callbacks: [String: [CallbackType]] = [:]

  /// The type of a parameter of a callback.
  package struct CallbackType: Sendable, Hashable {
    /// Which argument is the callback; nil is every function among them.
    package var argument: Int?
    package var parameter: Int
    package var type: String

    package init(argument: Int?, parameter: Int, type: String) {
      self.argument = argument
      self.parameter = parameter
      self.type = type
    }
  }

  package init() {}

  /// Whether a canonical name is of a library that some model speaks of, or a plain builtin.
  package func isOfModelledModule(_ name: String) -> Bool {
    var isPlain = true
    // A module's name may have dots itself.
    for end in name.utf8.indices where Self.ends.contains(name.utf8[end]) {
      if modules.contains(String(name[..<end])) { return true }
      isPlain = false
    }
    return isPlain || modules.contains(name)
  }

  /// The names of functions, classes and members that some model speaks of.
  package var names: Set<String> = []

  /// Modules, builtins and types that some model speaks of, as names begin with them.
  package var roots: Set<String> = []

  /// Notes that a model speaks of a canonical name: what it begins with may be a module, or a member of
  /// one.
  package mutating func addRoots(of name: String) {
    for end in name.utf8.indices where Self.ends.contains(name.utf8[end]) {
      roots.insert(String(name[..<end]))
    }
    roots.insert(name)
  }

  /// What stands between the components of a canonical name.
  private static let ends = [UInt8(ascii: "."), UInt8(ascii: "#"), UInt8(ascii: "(")]

  /// The type and everything it extends, nearest first.
  package func lineage(of type: String) -> [String] {
    var result = [type]
    var position = 0
    while position < result.count {
      for parent in supertypes[result[position]] ?? [] where !result.contains(parent) {
        result.append(parent)
      }
      position += 1
    }
    return result
  }
}
