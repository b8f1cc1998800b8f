import Analysis
import Basis
import Findings
import RuleBook

// What stands around files that are checked alone.
//
// A hook names the files that changed. What these import stands elsewhere: the pool, the helper
// that takes a connection, the class that a constructor is given. So the other files of the project
// are known by their names, and those are read that the named ones lead to.
//
// Whether two rows can be alike, and who expects that they cannot, stands anywhere: in migrations,
// in models, in callers. So where a first look finds something about rows, all of the project is
// read, and those findings are made again. Most runs find nothing of the kind.
//
// The project of a file is the repository that it is in; without one, the working directory, unless
// all that a user has lies there.

/// The project around the files that a run was given one by one; nothing around folders.
struct SurroundingProject {
  /// Its code, each file read when it is asked for; empty where it is not for us.
  let sources: [SourceFile]
  /// `package.json`, `tsconfig.json` and the like.
  let projectFiles: [SourceFile]
  private let schemas: [SourceFile]

  init(
    _ options: AnalyzerOptions, around given: DiscoveredFiles, _ collected: CollectedFiles,
    workingDirectory: FilePath
  ) {
    var discovery = FileDiscovery(workingDirectory: workingDirectory)
    discovery.respectsIgnoreFiles = options.respectsIgnoreFiles
    discovery.threads = options.threads
    let found = Self.files(of: options, besides: given, collected, discovery, workingDirectory)
    let reader = FileReader(options, workingDirectory: workingDirectory)
    sources = found.filter(\.role.isSource).map(reader.later)
    projectFiles = found.filter { $0.role == .project }.map(reader.later)
    schemas = found.filter { $0.role == .schema }.map(reader.later)
  }

  /// The files of the projects of those that were named, without what is looked at anyway.
  private static func files(
    of options: AnalyzerOptions, besides given: DiscoveredFiles, _ collected: CollectedFiles,
    _ discovery: FileDiscovery, _ workingDirectory: FilePath
  ) -> [DiscoveredFile] {
    let named = given.files.filter { $0.isExplicit && $0.role.isSource }.map(\.path)
    let input = options.standardInput.map { FilePath($0.name).normalized(in: workingDirectory) }
    let roots = Set(
      (named + [input].compactMap(\.self)).compactMap { file in
        root(of: file, discovery, workingDirectory)
      })
    if roots.isEmpty { return [] }
    let known = Set(given.files.map(\.path) + collected.paths)
    let ordered = roots.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    return discovery.discover(ordered).files.filter { !known.contains($0.path) }
  }

  /// The folder of the project that a file belongs to.
  private static func root(
    of file: FilePath, _ discovery: FileDiscovery, _ workingDirectory: FilePath
  ) -> FilePath? {
    var folder = file.parent
    var root: FilePath?
    while let current = folder {
      if discovery.isRepository(current) { return current }
      if current == workingDirectory, !holdsHome(current) { root = current }
      folder = current.parent
    }
    return root
  }

  /// Whether a folder is the user's own, or one above it: nobody's project.
  private static func holdsHome(_ folder: FilePath) -> Bool {
    var current = homeFolder()
    while let candidate = current {
      if candidate == folder { return true }
      current = candidate.parent
    }
    return false
  }

  /// Makes the findings again that depend on all of the project.
  func judgeAgain(
    _ program: inout CheckedProgram, _ collected: CollectedFiles, _ pipeline: AnalysisPipeline,
    _ timing: inout Timing
  ) {
    let rules = CheckRegistry.rulesOfProjects.intersection(pipeline.rules)
    if sources.isEmpty && schemas.isEmpty { return }
    guard program.findings.contains(where: { rules.contains($0.rule) }) else { return }
    var wide = pipeline
    wide.rules = rules
    wide.context = []
    wide.schemas = collected.schemas + schemas
    let again = wide.check(collected.sources + sources, timing: &timing)
    let count = collected.sources.count
    program.findings.removeAll { rules.contains($0.rule) }
    program.findings += again.findings.filter {
      rules.contains($0.rule) && $0.location.file.index < count
    }
  }
}
