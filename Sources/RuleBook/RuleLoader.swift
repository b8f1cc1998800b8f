package import Basis
import Findings

// Rule files become a rule set. A file with `library` describes a library, one with `id` a rule;
// what one file cannot know alone, that ids and names are used once, is checked over all of them.

/// Reads and checks rule files; the first mistake is reported with its place.
package func loadRules(_ files: [SourceFile]) throws(RuleFileError) -> RuleSet {
  var builder = RuleSetBuilder()
  for file in files {
    var cursor = RuleCursor(try readYAML(file))
    try builder.add(&cursor, path: file.path)
  }
  return builder.finish()
}

extension RuleSet {
  /// This set with the models of a user's files beside its own.
  ///
  /// A user's file describes a library. It may speak of one that is known already, and adds to it.
  package func adding(_ files: [SourceFile]) throws(RuleFileError) -> RuleSet {
    var builder = RuleSetBuilder(self)
    for file in files {
      var cursor = RuleCursor(try readYAML(file))
      if cursor.value(under: "library") == nil, let id = cursor.value(under: "id") {
        throw RuleFileError(
          "rules are built in; a file of yours describes a library", at: id.position,
          path: file.path)
      }
      try builder.add(&cursor, path: file.path)
    }
    return builder.finish()
  }
}

/// Collects rules and models, and sees to it that no id is used twice.
struct RuleSetBuilder {
  private var set: RuleSet
  private var ruleNames: Set<String>
  private var resourceIDs: Set<String>

  init(_ set: RuleSet = RuleSet()) {
    self.set = set
    ruleNames = Set(set.rules.flatMap { [$0.id, $0.name] })
    resourceIDs = Set(set.models.flatMap(\.resources).map(\.id))
  }

  /// Adds what one file says; the cursor stands before it.
  mutating func add(_ cursor: inout RuleCursor, path: String) throws(RuleFileError) {
    do throws(RuleFileError) {
      if cursor.value(under: "library") != nil {
        try addModel(&cursor)
      } else if cursor.value(under: "id") != nil {
        try addRule(&cursor)
      } else {
        throw RuleFileError(
          "a rule file needs `library` (it describes a library) or `id` (a rule)",
          at: cursor.position)
      }
    } catch {
      var placed = error
      placed.path = path
      throw placed
    }
  }

  /// The set, in its order: rules by id, models by language and library.
  consuming func finish() -> RuleSet {
    set.rules.sort { $0.id < $1.id }
    let models = set.models
    let order = models.indices.sorted { left, right in
      (models[left].language.rawValue, models[left].library, left)
        < (models[right].language.rawValue, models[right].library, right)
    }
    set.models = order.map { models[$0] }
    return set
  }

  private mutating func addRule(_ cursor: inout RuleCursor) throws(RuleFileError) {
    let start = cursor
    let rule = try Rule.shape.value(at: &cursor)
    for (key, name) in [("id", rule.id), ("name", rule.name)]
    where !ruleNames.insert(name).inserted {
      let place = start.value(under: key)?.position ?? start.position
      throw RuleFileError("there is a rule `\(name)` already", at: place)
    }
    set.rules.append(rule)
  }

  private mutating func addModel(_ cursor: inout RuleCursor) throws(RuleFileError) {
    let start = cursor
    var model = try LibraryModel.shape.value(at: &cursor)
    for index in model.types.indices where model.types[index].constructors.isEmpty {
      model.types[index].constructors = [model.types[index].name]
    }
    for index in model.resources.indices {
      model.resources[index].id = model.library + "/" + model.resources[index].id
      guard resourceIDs.insert(model.resources[index].id).inserted else {
        throw duplicateResource(model.resources[index].id, at: index, in: start)
      }
    }
    set.models.append(model)
  }

  private func duplicateResource(
    _ id: String, at index: Int, in model: RuleCursor
  ) -> RuleFileError {
    let resource = model.value(under: "resources")?.value(at: index)
    let place = resource?.value(under: "id") ?? model
    return RuleFileError("there is a resource `\(id)` already", at: place.position)
  }
}
