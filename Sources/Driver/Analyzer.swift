import Basis
package import Findings
package import Reporting
package import RuleBook

// From paths to a report.
//
//     paths → files → sources → findings → report
//     FileDiscovery  FileReader  AnalysisPipeline  Judgement

/// What a run is asked to do.
package struct AnalyzerOptions: Sendable {
  /// A source that comes through standard input, and the name that it would have.
  package struct StandardInput: Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package var paths: [FilePath]
  package var standardInput: StandardInput?
  package var respectsIgnoreFiles = true
  package var maximumFileSize = AnalyzerOptions.usualFileSize
  package var threads = 1
  package var showsProgress = false
  /// Whether files that hold no trigger words are left out.
  package var isSelective = true
  /// The ids of the rules that run.
  package var rules: Set<String>
  package var minimumConfidence = Confidence.medium
  package var baseline: Baseline?

  /// A mebibyte: bounds the time and the memory of a parse, whatever the file holds.
  package static let usualFileSize = 1 << 20

  package init(paths: [FilePath], rules: Set<String>) {
    self.paths = paths
    self.rules = rules
  }
}

/// What a run came to.
package struct AnalyzerOutcome: Sendable {
  package var report: Report
  /// What the user asked for and could not be done; the rest was.
  package var failures: [FileError] = []
  /// What the run leaves behind in memory, given back with the outcome.
  package var remains: AnalysisRemains?
}

/// Runs all stages on one program.
package struct Analyzer: Sendable {
  private let options: AnalyzerOptions
  private let ruleSet: RuleSet
  private let tool: Tool
  private let workingDirectory: FilePath
  /// What the paths of fingerprints and baselines are relative to.
  private let project: FilePath

  package init(
    _ options: AnalyzerOptions, ruleSet: RuleSet, tool: Tool, workingDirectory: FilePath,
    project: FilePath? = nil
  ) {
    self.options = options
    self.ruleSet = ruleSet
    self.tool = tool
    self.workingDirectory = workingDirectory
    self.project = project ?? workingDirectory
  }

  /// Finds, reads and checks the files, and decides what is told.
  package func run(timing: inout Timing) -> AnalyzerOutcome {
    let found = timing.measure("discovery") { discover() }
    var collected = timing.measure("reading") { read(found) }
    var pipeline = AnalysisPipeline(ruleSet: ruleSet, rules: options.rules)
    pipeline.threads = options.threads
    let around = timing.measure("discovery") {
      SurroundingProject(
        options, around: found, collected, workingDirectory: workingDirectory)
    }
    pipeline.context = around.sources
    pipeline.moduleMap = ModuleMap(collected.projectFiles + around.projectFiles)
    let asked = Set(collected.projectFiles.map(\.path))
    collected.coverage.notedSkips += pipeline.moduleMap.gaps.filter { asked.contains($0.path) }
    pipeline.schemas = collected.schemas
    pipeline.isSelective = options.isSelective
    pipeline.progress = options.showsProgress ? Progress() : nil
    var program = pipeline.check(collected.sources, timing: &timing)
    around.judgeAgain(&program, collected, pipeline, &timing)
    pipeline.progress?.clear()
    collected.coverage.add(program.coverage)
    return timing.measure("judging") { judge(program, collected, around.sources) }
  }

  private func discover() -> DiscoveredFiles {
    var discovery = FileDiscovery(workingDirectory: workingDirectory)
    discovery.respectsIgnoreFiles = options.respectsIgnoreFiles
    discovery.threads = options.threads
    return discovery.discover(options.paths)
  }

  private func read(_ found: DiscoveredFiles) -> CollectedFiles {
    let reader = FileReader(options, workingDirectory: workingDirectory)
    var collected = CollectedFiles(
      found, read: reader, threads: options.threads, workingDirectory: workingDirectory)
    if let input = options.standardInput { add(input, reader, to: &collected) }
    return collected
  }

  private func add(
    _ input: AnalyzerOptions.StandardInput, _ reader: FileReader, to collected: inout CollectedFiles
  ) {
    let path = FilePath(input.name).normalized(in: workingDirectory)
    guard let role = FileRole(name: path.name) else {
      collected.coverage.skipped[.unsupported, default: 0] += 1
      return
    }
    let file = DiscoveredFile(path: path, role: role, isExplicit: true, root: path, inode: 0)
    collected.add(reader.contents(input.bytes, of: file), of: file)
  }

  /// - Parameter others: files that traces may lead to, and that were not asked about.
  private func judge(
    _ program: CheckedProgram, _ collected: CollectedFiles, _ others: [SourceFile]
  ) -> AnalyzerOutcome {
    let rules = ruleSet.rules.filter { options.rules.contains($0.id) }
    var report = Report(
      tool: tool, base: workingDirectory.text, rules: rules,
      files: Table(collected.sources + others),
      findings: program.findings.filter { options.rules.contains($0.rule) },
      coverage: collected.coverage)
    let judgement = Judgement(
      options: options, knownRules: Set(ruleSet.rules.map(\.id)), paths: collected.paths,
      project: project)
    judgement.apply(to: &report, comments: program.comments)
    report.dropUnusedFiles()
    return AnalyzerOutcome(
      report: report, failures: collected.failures, remains: program.remains)
  }
}
