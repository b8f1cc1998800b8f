import Basis
import Findings

/// The files of a run after reading: what goes on to the analysis, and what does not.
struct CollectedFiles: Sendable {
  /// Code; a finding's file is a place in this list.
  private(set) var sources: [SourceFile] = []
  /// Descriptions of databases.
  private(set) var schemas: [SourceFile] = []
  /// `package.json`, `tsconfig.json` and the like.
  private(set) var projectFiles: [SourceFile] = []
  var coverage: Coverage
  private(set) var failures: [FileError]
  /// Where each of the sources is, absolute.
  private(set) var paths: [FilePath] = []

  private let workingDirectory: FilePath

  init(_ found: DiscoveredFiles, workingDirectory: FilePath) {
    coverage = found.coverage
    failures = found.failures
    self.workingDirectory = workingDirectory
  }

  /// Reads all that was found.
  init(
    _ found: DiscoveredFiles, read reader: FileReader, threads: Int, workingDirectory: FilePath
  ) {
    self.init(found, workingDirectory: workingDirectory)
    let contents = parallelMap(found.files, threads: threads) { reader.contents(of: $0) }
    for (file, contents) in zip(found.files, contents) { add(contents, of: file) }
  }

  /// Takes in what became of a file; call it in the order of the paths.
  mutating func add(_ contents: FileContents, of file: DiscoveredFile) {
    switch contents {
    case .text(let source): keep(source, of: file)
    case .skipped(let reason):
      if file.role.isSource { skip(file, reason) }
    case .failed(let error): fail(file, error)
    }
  }

  private mutating func keep(_ source: SourceFile, of file: DiscoveredFile) {
    switch file.role {
    case .source:
      sources.append(source)
      paths.append(file.path)
      coverage.filesChecked += 1
      coverage.bytesChecked += source.bytes.count
    case .schema: schemas.append(source)
    case .project: projectFiles.append(source)
    }
  }

  private mutating func skip(_ file: DiscoveredFile, _ reason: Coverage.SkipReason) {
    coverage.skipped[reason, default: 0] += 1
    let isWorthANote = [.tooLarge, .undecodable, .notRegular].contains(reason) || file.isExplicit
    guard isWorthANote else { return }
    coverage.notedSkips.append(Coverage.Gap(path: shown(file), reason: reason.rawValue))
  }

  /// A file that is there and cannot be read is a gap; one that was named and is gone, a failure.
  private mutating func fail(_ file: DiscoveredFile, _ error: FileError) {
    switch error.reason {
    case .notFound, .isLink, .notRegular, .isFolder: failures.append(error)
    default: coverage.gaps.append(Coverage.Gap(path: shown(file), reason: error.explanation))
    }
  }

  private func shown(_ file: DiscoveredFile) -> String {
    shownPath(file.path, in: workingDirectory)
  }
}
