import Analysis
package import Basis
package import Findings
import IR
import Linking
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
  /// All that the analysis made on its way.
  var remains: AnalysisRemains?

  package init() {}
}

/// What an analysis made on its way and nobody asks for any more: modules, programs, summaries.
package final class AnalysisRemains: Sendable {
  private let content: any Sendable

  fileprivate init(of content: some Sendable) { self.content = content }

  /// Leaves the memory to the end of the process. To give back millions of small blocks one by one
  /// takes a twentieth of a run, after which the system takes them back anyway.
  package func leaveToTheEnd() { _ = unsafe Unmanaged.passRetained(self) }
}

/// Parses, lowers, links and checks files.
///
/// Only files that hold trigger words are parsed, and those that they lead to, until no file is
/// new.
package struct AnalysisPipeline: Sendable {
  package var ruleSet: RuleSet
  /// The ids of the rules that run.
  package var rules: Set<String>
  package var threads = 1
  /// Whether files without a trigger word are left out; the findings are the same.
  package var isSelective = true
  package var progress: Progress?
  /// Other files of the project, which are read where the given ones lead to them; nothing is told
  /// of them. They are numbered after the given ones.
  package var context: [SourceFile] = []
  /// How modules find each other beyond relative paths.
  package var moduleMap = ModuleMap()
  /// Descriptions of the project's databases.
  package var schemas: [SourceFile] = []

  package init(ruleSet: RuleSet, rules: Set<String>) {
    self.ruleSet = ruleSet
    self.rules = rules
  }

  /// Checks the files, noting how long each stage takes.
  package func check(_ given: [SourceFile], timing: inout Timing) -> CheckedProgram {
    var result = CheckedProgram()
    var read: [ReadFile] = []
    let files = given + context
    var selection = FileSelection(
      files, given: given.count, ruleSet: ruleSet, rules: rules, threads: threads)
    var parts = LibraryModel.ModelLanguage.allCases.filter { selection.all[$0] != nil }
      .map { makePart($0, files, selection) }
    var pending = timing.measure("search") {
      isSelective && context.isEmpty ? selection.chooseByWords() : selection.chooseAll()
    }
    while !pending.isEmpty {
      self.read(pending, files, &parts, &selection, into: &read, &timing)
      timing.measure("summaries") {
        for index in parts.indices {
          parts[index].prepare(wantsLeads: selection.rest[parts[index].language]?.isEmpty == false)
        }
      }
      pending = timing.measure("search") {
        parts.flatMap { part in
          part.program?.leads.map { selection.follow($0, in: part.language) } ?? []
        }.sorted()
      }
    }
    let analysis = timing.measure("check") {
      Analysis.check(parts.compactMap(\.program), below: ID(given.count))
    }
    result.findings = analysis.findings
    let asked = read.filter { $0.file.index < given.count }
    note(asked.sorted { $0.file < $1.file }, analysis, given, in: &result)
    result.coverage.filesParsedAround = read.count { $0.file.index >= given.count }
    result.remains = AnalysisRemains(of: parts)
    return result
  }

  /// Parses and links files, and those that only hand on what these import.
  ///
  /// While some files are linked, the next are lowered.
  private func read(
    _ chosen: [Int], _ files: [SourceFile], _ parts: inout [Part],
    _ selection: inout FileSelection, into read: inout [ReadFile], _ timing: inout Timing
  ) {
    let lowering = WorkAhead(
      threads: threads, stackSize: Self.stackSize,
      noteDone: { [progress] in progress?.advance(by: $0) }
    ) { lower(ID($0), files[$0]) }
    defer { lowering.close() }
    lowering.add(chosen)
    var left = chosen.count
    while left > 0 {
      let count = min(left, Self.batchSize)
      var new = timing.measure("parse and lower") { lowering.take(count) }
      left -= count
      read += new.map { ReadFile($0) }
      timing.measure("link") {
        let next = parts.indices.flatMap { part in
          parts[part].add(&new)
            ? selection.follow(parts[part].preparation.unread(), in: parts[part].language) : []
        }.sorted()
        lowering.add(next)
        left += next.count
      }
    }
  }

  /// So many files are linked at once.
  private static let batchSize = 128

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

  /// What is told of a file once its module is linked.
  private struct ReadFile {
    let file: ID<SourceFile>
    let refusal: ParseRefusal?
    let health: LoweringHealth?
    let comments: [ByteRange]

    init(_ lowered: LoweredFile) {
      file = lowered.file
      refusal = lowered.refusal
      health = lowered.module?.health
      comments = lowered.module?.comments ?? []
    }
  }

  /// What lowering may recurse into needs this much at most in debug builds.
  private static let stackSize = 64 << 20

  private func lower(_ id: ID<SourceFile>, _ file: SourceFile) -> LoweredFile {
    guard let grammar = grammar(of: file) else { return LoweredFile(file: id) }
    do throws(ParseRefusal) {
      let module = try Lowering.lower(
        file: id, bytes: file.bytes, grammar: grammar, symbols: SymbolTable())
      return LoweredFile(file: id, module: module)
    } catch {
      return LoweredFile(file: id, refusal: error)
    }
  }

  /// The files of one language, and what was made of those that were read.
  private struct Part {
    let language: LibraryModel.ModelLanguage
    /// By file of the run: its position among those of the language.
    let positions: [ID<SourceFile>: Int]
    var preparation: Preparation
    var program: PreparedProgram?
    /// Whether files were added since the program was prepared.
    var hasGrown = false

    /// Links the files of the language, and takes their modules; returns whether there are any.
    mutating func add(_ lowered: inout [LoweredFile]) -> Bool {
      var modules: [(file: Int, module: Module)] = []
      for index in lowered.indices {
        guard let position = positions[lowered[index].file],
          let module = lowered[index].module.take()
        else { continue }
        modules.append((position, module))
      }
      if modules.isEmpty { return false }
      hasGrown = true
      // What stood is let go of first, so that it is changed in place.
      program = nil
      preparation.add(modules)
      return true
    }

    mutating func prepare(wantsLeads: Bool) {
      if hasGrown { program = preparation.prepare(wantsLeads: wantsLeads) }
      hasGrown = false
    }
  }

  private func makePart(
    _ language: LibraryModel.ModelLanguage, _ files: [SourceFile], _ selection: FileSelection
  ) -> Part {
    let all = selection.all[language] ?? []
    var project = ProjectFiles(language: language, files: all.map { files[$0] })
    project.aliases = moduleMap.aliases
    project.packages = moduleMap.packages
    project.schemas = schemas
    project.givenCount = selection.givenCount(of: language)
    let positions = Dictionary(
      uniqueKeysWithValues: all.enumerated().map { (ID<SourceFile>($1), $0) })
    return Part(
      language: language, positions: positions,
      preparation: Preparation(
        project, ruleSet: ruleSet, rules: rules,
        workers: Workers(threads: threads, stackSize: Self.stackSize)))
  }

  // MARK: Coverage

  private func note(
    _ read: [ReadFile], _ analysis: AnalysisResult, _ files: [SourceFile],
    in result: inout CheckedProgram
  ) {
    for item in read {
      let path = files[item.file.index].path
      if let refusal = item.refusal { note(refusal, path, &result.coverage) }
      guard let health = item.health else { continue }
      result.coverage.filesParsed += 1
      if let range = health.misunderstood {
        let line = LineIndex(files[item.file.index].bytes).line(of: range.start)
        result.coverage.partialFiles.append(Coverage.PartialFile(path: path, line: line))
      }
      result.coverage.syntaxNodes += health.nodes
      result.coverage.unknownNodes += health.unknown.values.reduce(0, +)
      result.comments[item.file] = item.comments
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
