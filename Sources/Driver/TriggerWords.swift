import RuleBook

/// The words without which a file can hold nothing of interest, for one language.
///
/// Four kinds: the modules of the libraries as they are imported, with the models' own triggers;
/// the members that acquire, since a pool may come from another file; the calls that give back,
/// which speak for resources that no model knows; and the beginning of a suppression, which must be
/// told if it is of no use.
struct TriggerWords {
  /// What a comment to us begins with.
  static let directive = "stopleak:"

  let words: [String]

  init(models: [LibraryModel]) {
    var words: Set<String> = [Self.directive]
    for model in models {
      words.formUnion(model.modules)
      words.formUnion(model.triggers)
      for resource in model.resources {
        for pattern in resource.acquire { words.insert(Self.call(of: pattern.call.callee)) }
      }
      guard let behaviour = model.behaviour else { continue }
      for verb in behaviour.releaseMethods + behaviour.returnMethods { words.insert(".\(verb)(") }
    }
    // A word of one letter would be everywhere, and says nothing.
    self.words = words.filter { $0.utf8.count > 2 && $0.contains(where: \.isLetter) }.sorted()
  }

  /// How a call of a canonical name looks in any file: its last component and a parenthesis.
  private static func call(of name: String) -> String {
    let last = name.lastIndex { $0 == "." || $0 == "#" || $0 == "/" }
    return String(last.map { name[name.index(after: $0)...] } ?? name[...]) + "("
  }
}
