/// All rules and models in force, checked.
package struct RuleSet: Sendable, Equatable {
  /// Sorted by id.
  package var rules: [Rule]
  /// Sorted by language, then library.
  package var models: [LibraryModel]

  package init(rules: [Rule] = [], models: [LibraryModel] = []) {
    self.rules = rules
    self.models = models
  }

  /// The rule with this id or name.
  package func rule(_ idOrName: String) -> Rule? {
    rules.first { $0.id == idOrName || $0.name == idOrName }
  }
}
