import Analysis
import Basis
import Findings
import RuleBook

// What stands around files that are checked alone.
//
// A hook names the files that changed. Whether two rows can be alike, and who expects that they
// cannot, stands elsewhere: in migrations, in models, in callers. So where a first look finds
// something about rows, the rest of the project is read as well, and those findings are made
// again. Most runs find nothing of the kind and read nothing more.
//
// The project of a file is the repository that it is in; without one, the working directory.

/// The project around the files that a run was given one by one.
struct SurroundingProject {
  private let options: AnalyzerOptions
  private let workingDirectory: FilePath

  init(_ options: AnalyzerOptions, workingDirectory: FilePath) {
    self.options = options
    self.workingDirectory = workingDirectory
  }

  /// Makes the findings again that depend on the rest of the project, and returns the files of it.
  func judgeAgain(
    _ program: inout CheckedProgram, of given: DiscoveredFiles, _ collected: CollectedFiles,
    _ pipeline: AnalysisPipeline, _ timing: inout Timing
  ) -> [SourceFile] {
    let rules = CheckRegistry.rulesOfProjects.intersection(pipeline.rules)
    guard program.findings.contains(where: { rules.contains($0.rule) }) else { return [] }
    let found = timing.measure("discovery") { rest(besides: given, collected) }
    if found.files.isEmpty { return [] }
    let around = timing.measure("reading") {
      CollectedFiles(
        found, read: FileReader(options, workingDirectory: workingDirectory),
        threads: options.threads, workingDirectory: workingDirectory)
    }
    var wide = pipeline
    wide.rules = rules
    wide.moduleMap = ModuleMap(collected.projectFiles + around.projectFiles)
    wide.schemas = collected.schemas + around.schemas
    let again = wide.check(collected.sources + around.sources, timing: &timing)
    let count = collected.sources.count
    program.findings.removeAll { rules.contains($0.rule) }
    program.findings += again.findings.filter {
      rules.contains($0.rule) && $0.location.file.index < count
    }
    return around.sources
  }

  /// The files of the projects of those that were named, without what is looked at anyway.
  private func rest(besides given: DiscoveredFiles, _ collected: CollectedFiles) -> DiscoveredFiles
  {
    let known = Set(given.files.map(\.path) + collected.paths)
    let named = given.files.filter { $0.isExplicit && $0.role.isSource }.map(\.path)
    let input = options.standardInput.map { FilePath($0.name).normalized(in: workingDirectory) }
    let roots = Set((named + [input].compactMap(\.self)).compactMap(root))
    var discovery = FileDiscovery(workingDirectory: workingDirectory)
    discovery.respectsIgnoreFiles = options.respectsIgnoreFiles
    discovery.threads = options.threads
    let ordered = roots.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    var found = discovery.discover(ordered)
    found.files.removeAll { known.contains($0.path) }
    return found
  }

  /// The folder of the project that a file belongs to.
  private func root(of file: FilePath) -> FilePath? {
    let discovery = FileDiscovery(workingDirectory: workingDirectory)
    var folder = file.parent
    var root: FilePath?
    while let current = folder {
      if discovery.isRepository(current) { return current }
      if current == workingDirectory { root = current }
      folder = current.parent
    }
    return root
  }
}
