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
  /// So many at the start are searched for words; of the others only those that something imports.
  private let given: Int
  /// Files beside the given ones that something imports.
  private var imported: Set<Int> = []
  /// By language: the words that make any file worth reading, as far as asked.
  private var words: [LibraryModel.ModelLanguage: [TriggerWords]] = [:]
  /// By language: what the files that were not chosen were searched for.
  private var searched: [LibraryModel.ModelLanguage: Set<[Set<LeadName>]>] = [:]
  /// By language: all its files, in order.
  let all: [LibraryModel.ModelLanguage: [Int]]
  /// By language: the files that were not chosen yet, in order.
  private(set) var rest: [LibraryModel.ModelLanguage: [Int]] = [:]

  /// - Parameter given: so many of the files are asked about; the others come after them.
  init(
    _ files: [SourceFile], given: Int, ruleSet: RuleSet, rules: Set<String>, threads: Int
  ) {
    self.files = files
    self.given = given
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

  /// How many of a language's files are asked about.
  func givenCount(of language: LibraryModel.ModelLanguage) -> Int {
    (all[language] ?? []).count { $0 < given }
  }

  /// All files that are asked about, chosen at once.
  mutating func chooseAll() -> [Int] {
    let chosen = rest.values.flatMap { $0.filter { $0 < given } }
    rest = rest.mapValues { $0.filter { $0 >= given } }
    return chosen.sorted()
  }

  /// The files whose own words make them worth reading.
  mutating func chooseByWords() -> [Int] {
    var chosen: [Int] = []
    let speaksToHost = LibraryModel.ModelLanguage.allCases.contains { language in
      let hosts = TriggerWords(hostsOf: models[language] ?? [])
      return !matching(hosts, in: language).isEmpty
    }
    for language in LibraryModel.ModelLanguage.allCases where rest[language] != nil {
      let models = models[language] ?? []
      chosen += choose(TriggerWords(models: models, of: language, rules: rules), in: language)
      if speaksToHost { chosen += choose(TriggerWords(requestsOf: models), in: language) }
    }
    return (chosen + chooseDense(besides: chosen)).sorted()
  }

  /// Reading on in steps costs more than it spares where more than one file in so many is chosen.
  private static let densest = 6

  /// Of fewer files than this none is read in vain for long.
  private static let fewest = 50

  /// All files of the languages of which much is chosen already.
  private mutating func chooseDense(besides chosen: [Int]) -> [Int] {
    let counts = Dictionary(grouping: chosen, by: { files[$0].modelLanguage }).mapValues(\.count)
    return LibraryModel.ModelLanguage.allCases.flatMap { language -> [Int] in
      let count = all[language]?.count ?? 0
      guard count > Self.fewest, (counts[language] ?? 0) * Self.densest > count else { return [] }
      return take(Set(rest[language] ?? []), in: language)
    }
  }

  /// The files that what was read names, and that hand on what others export, or are called with
  /// what matters.
  mutating func follow(
    _ unread: UnreadFiles, in language: LibraryModel.ModelLanguage
  ) -> [Int] {
    let all = all[language] ?? []
    let handingOn = unread.imported.filter { handsOn($1, in: all[$0], language) }.keys
    return take(Set(unread.given.union(handingOn).map { all[$0] }), in: language)
      + chooseImported(unread.near.map { all[$0] }, in: language)
  }

  /// The files beside the given ones whose words make them worth reading, among those that are
  /// imported for the first time.
  private mutating func chooseImported(
    _ files: [Int], in language: LibraryModel.ModelLanguage
  ) -> [Int] {
    let new = files.filter { $0 >= given && imported.insert($0).inserted }.sorted()
    if new.isEmpty { return [] }
    searched[language] = nil
    let words = words[language] ?? allWords(of: language)
    self.words[language] = words
    return take(Set(words.flatMap { matching($0, among: new) }), in: language)
  }

  /// The files that those of a program, all that were read so far, lead to.
  mutating func follow(_ leads: Leads, in language: LibraryModel.ModelLanguage) -> [Int] {
    let new = leads.names.filter { searched[language, default: []].insert($0).inserted }
    return follow(leads.unread, in: language)
      + choose(TriggerWords(leadingTo: new, in: language), in: language)
  }

  private func allWords(of language: LibraryModel.ModelLanguage) -> [TriggerWords] {
    let models = models[language] ?? []
    return [
      TriggerWords(models: models, of: language, rules: rules), TriggerWords(requestsOf: models),
    ]
  }

  /// Takes the files among these that were not chosen yet.
  private mutating func take(
    _ files: Set<Int>, in language: LibraryModel.ModelLanguage
  ) -> [Int] {
    let left = rest[language] ?? []
    if files.isEmpty { return [] }
    rest[language] = left.filter { !files.contains($0) }
    return left.filter(files.contains)
  }

  /// Whether a file may only hand on what another one exports by these names.
  private func handsOn(
    _ names: Set<String>, in file: Int, _ language: LibraryModel.ModelLanguage
  ) -> Bool {
    let bytes = files[file].bytes
    switch language {
    case .javascript:
      if Self.reexports.contains(in: bytes.span) { return true }
      // A table of modules, with nothing of its own.
      return Self.tables.contains(in: bytes.span)
        && !Self.functions.contains { bytes[...].holds($0) }
    case .python:
      guard files[file].path.hasSuffix("__init__.py") else { return false }
      // `from package import *` means whatever there is.
      if names.contains(where: { !WordSearch.canFind($0) }) { return true }
      return names.contains { name in
        let declarations = ["def \(name)", "class \(name)", "\(name) =", "\(name):"]
        return !WordSearch(words: declarations).contains(in: bytes.span)
      }
    }
  }

  private static let reexports = WordSearch(words: ["export *", "export {"])
  private static let tables = WordSearch(words: ["module.exports"])
  private static let functions = ["function", "=>"].map { Array($0.utf8) }

  private mutating func choose(
    _ words: TriggerWords, in language: LibraryModel.ModelLanguage
  ) -> [Int] {
    take(Set(matching(words, in: language)), in: language)
  }

  /// The files among the rest that hold the words.
  private func matching(
    _ words: TriggerWords, in language: LibraryModel.ModelLanguage
  ) -> [Int] {
    matching(words, among: (rest[language] ?? []).filter { $0 < given || imported.contains($0) })
  }

  private func matching(_ words: TriggerWords, among left: [Int]) -> [Int] {
    guard !words.words.isEmpty, !left.isEmpty else { return [] }
    let search = WordSearch(words.words)
    let hits = parallelMap(left, threads: threads) { [files] index in
      let bytes = files[index].bytes
      return words.admit(search.matches(in: bytes.span))
    }
    return zip(left, hits).filter(\.1).map(\.0)
  }
}
