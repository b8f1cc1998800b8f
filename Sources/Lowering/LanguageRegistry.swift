package import Syntax

/// The languages that can be lowered; to add one is to add a line here and a folder beside.
package enum LanguageRegistry {
  package static let all: [any Language.Type] = [Python.self, JavaScript.self]

  /// The grammar for a file extension without its dot; nil for what no language speaks for.
  package static func grammar(forExtension fileExtension: some StringProtocol) -> Grammar? {
    for language in all {
      for (known, grammar) in language.grammars where known == fileExtension { return grammar }
    }
    return nil
  }
}
