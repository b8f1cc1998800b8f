import Analysis
package import Basis
package import Findings
import IR
import Lowering
package import RuleBook
import Syntax

/// What the files of a run were found to hold.
package struct CheckedProgram: Sendable {
  /// Locations name files by their position in what was given.
  package var findings: [Finding] = []
  /// What was parsed and analysed, and what could not be.
  package var coverage = Coverage()
  /// Where suppressions may stand, in the files that were parsed.
  package var comments: [ID<SourceFile>: [ByteRange]] = [:]

  package init() {}
}

/// Parses, lowers, links and checks files.
///
/// Only files that hold a trigger word are parsed, and those that hand on what others export. A
/// function that returns a fresh resource or asks a database makes its name a trigger word for the
/// files that were left out, until no file is new.
package struct AnalysisPipeline: Sendable {
  package var ruleSet: RuleSet
  /// The ids of the rules that run.
  package var rules: Set<String>
  package var threads = 1
  /// Whether files without a trigger word are left out; the findings are the same.
  package var isSelective = true
  package var progress: Progress?

  package init(ruleSet: RuleSet, rules: Set<String>) {
    self.ruleSet = ruleSet
    self.rules = rules
  }

  /// Checks the files, noting how long each stage takes.
  package func check(_ files: [SourceFile], timing: inout Timing) -> CheckedProgram {
    var result = CheckedProgram()
    var lowered: [LoweredFile] = []
    var pending = timing.measure("search") { select(files) }
    var rest = Array(Set(files.indices).subtracting(pending)).sorted()
    var analysis = AnalysisResult()
    while !pending.isEmpty {
      lowered += timing.measure("parse and lower") { lower(pending.map { (ID($0), files[$0]) }) }
      lowered.sort { $0.file < $1.file }
      analysis = timing.measure("link and check") { analyze(lowered, files) }
      pending = timing.measure("search") { mentions(of: analysis.wrappers, in: files, among: rest) }
      rest.removeAll { pending.contains($0) }
    }
    result.findings = analysis.findings
    note(lowered, analysis, files, in: &result)
    return result
  }

  // MARK: Selection

  private func select(_ files: [SourceFile]) -> [Int] {
    guard isSelective else { return files.indices.filter { language(of: files[$0]) != nil } }
    var searches: [LibraryModel.ModelLanguage: WordSearch] = [:]
    for language in LibraryModel.ModelLanguage.allCases {
      let words = TriggerWords(models: ruleSet.models.filter { $0.language == language }).words
      if !words.isEmpty { searches[language] = WordSearch(words: words, wholeWords: false) }
    }
    let known = searches
    let hits = parallelMap(files, threads: threads) { file in
      guard let language = language(of: file), let search = known[language] else { return false }
      let bytes = file.bytes
      return search.contains(in: bytes.span) || handsOn(file)
    }
    return files.indices.filter { hits[$0] }
  }

  /// Whether a file may only hand on what others export: without it, importers lose the thread.
  private func handsOn(_ file: SourceFile) -> Bool {
    guard file.bytes.count < Self.largestIndex else { return false }
    let name = file.path.split(separator: "/").last ?? ""
    let bytes = file.bytes
    if name == "__init__.py" { return Self.pythonImport.contains(in: bytes.span) }
    return name.hasPrefix("index.") && Self.reexport.contains(in: bytes.span)
  }

  private static let largestIndex = 32 << 10
  private static let pythonImport = WordSearch(words: ["from ."], wholeWords: false)
  private static let reexport = WordSearch(
    words: ["} from '", "} from \"", "* from '", "* from \""], wholeWords: false)

  /// The files left out so far that call one of these functions.
  private func mentions(
    of names: Set<String>, in files: [SourceFile], among candidates: [Int]
  ) -> [Int] {
    let words = names.map { $0 + "(" }.filter { $0.utf8.count > 4 }.sorted()
    guard isSelective, !words.isEmpty, !candidates.isEmpty else { return [] }
    let search = WordSearch(words: words)
    let hits = parallelMap(candidates, threads: threads) { index in
      let bytes = files[index].bytes
      return language(of: files[index]) != nil && search.contains(in: bytes.span)
    }
    return zip(candidates, hits).filter(\.1).map(\.0)
  }

  private func language(of file: SourceFile) -> LibraryModel.ModelLanguage? {
    switch grammar(of: file)?.family {
    case .python: .python
    case .javascript: .javascript
    case nil: nil
    }
  }

  private func grammar(of file: SourceFile) -> Grammar? {
    LanguageRegistry.grammar(forExtension: file.path.split(separator: ".").last ?? "")
  }

  // MARK: Stages

  /// A file with what lowering made of it, or why there is nothing.
  private struct LoweredFile: Sendable {
    var file: ID<SourceFile>
    var module: Module?
    var refusal: ParseRefusal?
  }

  /// What lowering may recurse into needs this much at most in debug builds.
  private static let stackSize = 64 << 20

  private func lower(_ files: [(ID<SourceFile>, SourceFile)]) -> [LoweredFile] {
    parallelMap(
      files, threads: threads, stackSize: Self.stackSize, progress: progress
    ) { (id, file) in
      guard let grammar = grammar(of: file) else { return LoweredFile(file: id) }
      do throws(ParseRefusal) {
        let module = try Lowering.lower(
          file: id, bytes: file.bytes, grammar: grammar, symbols: SymbolTable())
        return LoweredFile(file: id, module: module)
      } catch {
        return LoweredFile(file: id, refusal: error)
      }
    }
  }

  private func analyze(_ lowered: [LoweredFile], _ files: [SourceFile]) -> AnalysisResult {
    let modules = lowered.compactMap(\.module)
    let input = AnalysisInput(modules: modules, sources: modules.map { files[$0.file.index] })
    return Analysis.analyze(input, ruleSet: ruleSet, rules: rules) { functions, check in
      parallelMap(functions, threads: threads, stackSize: Self.stackSize, check)
    }
  }

  // MARK: Coverage

  private func note(
    _ lowered: [LoweredFile], _ analysis: AnalysisResult, _ files: [SourceFile],
    in result: inout CheckedProgram
  ) {
    for item in lowered {
      let path = files[item.file.index].path
      if let refusal = item.refusal { note(refusal, path, &result.coverage) }
      guard let module = item.module else { continue }
      result.coverage.filesParsed += 1
      if module.health.isPartial { result.coverage.partialFiles.append(path) }
      result.coverage.syntaxNodes += module.health.nodes
      result.coverage.unknownNodes += module.health.unknown.values.reduce(0, +)
      result.comments[item.file] = module.comments
    }
    result.coverage.functionsAnalysed = analysis.functionsAnalysed
    result.coverage.gaps += analysis.gaps
  }

  private func note(_ refusal: ParseRefusal, _ path: String, _ coverage: inout Coverage) {
    switch refusal {
    case .tooManyTokens, .tooLarge:
      let reason: Coverage.SkipReason = refusal == .tooLarge ? .tooLarge : .tooManyTokens
      coverage.skipped[reason, default: 0] += 1
      coverage.notedSkips.append(Coverage.Gap(path: path, reason: reason.rawValue))
    case .outOfMemory:
      coverage.gaps.append(Coverage.Gap(path: path, reason: "no memory to parse it"))
    }
  }
}
