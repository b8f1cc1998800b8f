import Analysis
import Basis
import Linking
import Lowering
import RuleBook

/// Chooses the files of a run that are read, first by their own words and then by those of others.
struct FileSelection: Sendable {
  private let files: [SourceFile]
  private let models: [LibraryModel.ModelLanguage: [LibraryModel]]
  private let rules: Set<String>
  private let threads: Int
  /// By language: all its files, in order.
  let all: [LibraryModel.ModelLanguage: [Int]]
  /// By language: the files that were not chosen yet, in order.
  private(set) var rest: [LibraryModel.ModelLanguage: [Int]] = [:]

  init(_ files: [SourceFile], ruleSet: RuleSet, rules: Set<String>, threads: Int) {
    self.files = files
    self.rules = rules
    self.threads = threads
    models = Dictionary(grouping: ruleSet.models, by: \.language)
    var all: [LibraryModel.ModelLanguage: [Int]] = [:]
    for (index, file) in files.enumerated() where Self.isSource(file) {
      all[file.modelLanguage, default: []].append(index)
    }
    self.all = all
    rest = all
  }

  private static func isSource(_ file: SourceFile) -> Bool {
    LanguageRegistry.grammar(forExtension: file.path.split(separator: ".").last ?? "") != nil
  }

  /// All files, chosen at once.
  mutating func chooseAll() -> [Int] {
    defer { rest = [:] }
    return rest.values.flatMap(\.self).sorted()
  }

  /// The files whose own words make them worth reading.
  mutating func chooseByWords() -> [Int] {
    var chosen: [Int] = []
    let speaksToHost = LibraryModel.ModelLanguage.allCases.contains { language in
      let hosts = TriggerWords(hostsOf: models[language] ?? [])
      return !matching(hosts, in: language).isEmpty
    }
    for language in LibraryModel.ModelLanguage.allCases {
      let models = models[language] ?? []
      chosen += choose(TriggerWords(models: models, rules: rules), in: language)
      if speaksToHost { chosen += choose(TriggerWords(requestsOf: models), in: language) }
    }
    return chosen.sorted()
  }

  /// The files that those of a program, all that were read so far, lead to.
  mutating func follow(_ leads: Leads, in language: LibraryModel.ModelLanguage) -> [Int] {
    let all = all[language] ?? []
    let words = TriggerWords(leads)
    let named =
      leads.unread.given.map { all[$0] }
      + leads.unread.imported.filter { handsOn($1, in: all[$0], language) }.map { all[$0.key] }
    let chosen = Set(choose(words, in: language) + named)
    rest[language]?.removeAll { chosen.contains($0) }
    return chosen.sorted()
  }

  /// Whether a file may only hand on what another one exports by these names.
  private func handsOn(
    _ names: Set<String>, in file: Int, _ language: LibraryModel.ModelLanguage
  ) -> Bool {
    let bytes = files[file].bytes
    switch language {
    case .javascript: return Self.reexports.contains(in: bytes.span)
    case .python:
      guard files[file].path.hasSuffix("__init__.py"), Self.packageImports.contains(in: bytes.span)
      else { return false }
      // `from package import *` means whatever there is.
      if names.contains(where: { !WordSearch.canFind($0) }) { return true }
      return names.contains { name in
        let declarations = ["def \(name)", "class \(name)", "\(name) =", "\(name):"]
        return WordSearch(words: [name]).contains(in: bytes.span)
          && !WordSearch(words: declarations).contains(in: bytes.span)
      }
    }
  }

  private static let reexports = WordSearch(words: ["export *", "export {"])
  private static let packageImports = WordSearch(words: ["from"])

  private mutating func choose(
    _ words: TriggerWords, in language: LibraryModel.ModelLanguage
  ) -> [Int] {
    let chosen = matching(words, in: language)
    let isChosen = Set(chosen)
    rest[language]?.removeAll { isChosen.contains($0) }
    return chosen
  }

  /// The files among the rest that hold the words.
  private func matching(
    _ words: TriggerWords, in language: LibraryModel.ModelLanguage
  ) -> [Int] {
    let left = rest[language] ?? []
    guard !words.words.isEmpty, !left.isEmpty else { return [] }
    let search = WordSearch(words.words)
    let hits = parallelMap(left, threads: threads) { [files] index in
      let bytes = files[index].bytes
      return words.admit(search.matches(in: bytes.span))
    }
    return zip(left, hits).filter(\.1).map(\.0)
  }
}
