/// How the collections of a language take and give what is in them.
package struct ContainerSpec: Sendable, Equatable {
  /// What makes one that is empty, or has what its first argument has: `Map`, `builtins.list`.
  package var makers: [String] = []
  /// Calls that give one with what their first argument has: `Object.values`, `builtins.sorted`.
  package var listings: [String] = []
  /// Methods that put their last argument in: `push`, `set`.
  package var putting: [String] = []
  /// Methods that give something that is in: `get`, `pop`.
  package var taking: [String] = []
  /// Methods that give a collection of what is in: `values`, `slice`.
  package var listing: [String] = []
  /// Methods that call their first argument with what is in: `forEach`, `map`.
  package var visiting: [String] = []
  /// Methods that give a collection of what their first argument gives: `map`.
  package var mapping: [String] = []

  package init() {}
}
