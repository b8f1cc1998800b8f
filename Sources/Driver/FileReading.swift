import Basis
import Findings

/// What became of a file when it was read.
enum FileContents: Sendable {
  case text(SourceFile)
  case skipped(Coverage.SkipReason)
  /// It is no longer there, or cannot be read though it should be.
  case failed(FileError)
}

/// Reads files and sorts out those that are not for us.
struct FileReader: Sendable {
  let limit: Int
  let workingDirectory: FilePath
  /// Whether content that no person wrote is left out.
  let leavesOutMadeFiles: Bool

  /// Reads a file, once.
  func contents(of file: DiscoveredFile) -> FileContents {
    do throws(FileError) {
      let bytes =
        file.isExplicit
        ? try FileSystem.read(file.path, limit: limit)
        : try FileSystem.read(file.path, below: file.root, inode: file.inode, limit: limit)
      return contents(bytes, of: file)
    } catch {
      return outcome(of: error, file)
    }
  }

  /// A file that is read when it is asked for; it holds nothing where it is not for us, or cannot be
  /// read: nobody asked about it.
  func later(_ file: DiscoveredFile) -> SourceFile {
    let path = shownPath(file.path, in: workingDirectory)
    return SourceFile(path: path, projectPath: projectPath(of: file, shownAs: path)) {
      if case .text(let source) = contents(of: file) { source.bytes } else { [] }
    }
  }

  /// What bytes that were read already turn out to be.
  func contents(_ bytes: [UInt8], of file: DiscoveredFile) -> FileContents {
    switch SourceText(bytes) {
    case .skipped(let reason): return .skipped(reason)
    case .text(let text):
      if !file.isExplicit, leavesOutMadeFiles, file.role.isSource,
        let reason = ContentPolicy.skipReason(of: text, name: file.path.name)
      {
        return .skipped(reason)
      }
      let path = shownPath(file.path, in: workingDirectory)
      return .text(
        SourceFile(path: path, projectPath: projectPath(of: file, shownAs: path), bytes: text))
    }
  }

  /// The path below the folder that was named, where that lies outside of the working directory:
  /// `~/test/shop` is no folder of tests.
  private func projectPath(of file: DiscoveredFile, shownAs path: String) -> String {
    let isOutside = path.hasPrefix("../") || path.hasPrefix("/")
    return isOutside && !file.isExplicit ? shownPath(file.path, in: file.root) : path
  }

  private func outcome(of error: FileError, _ file: DiscoveredFile) -> FileContents {
    switch error.reason {
    case .tooLarge: .skipped(.tooLarge)
    case .notRegular, .isFolder: file.isExplicit ? .failed(error) : .skipped(.notRegular)
    case .notFound, .isLink: file.isExplicit ? .failed(error) : .skipped(.vanished)
    default: .failed(error)
    }
  }
}

extension FileReader {
  init(_ options: AnalyzerOptions, workingDirectory: FilePath) {
    self.init(
      limit: options.maximumFileSize, workingDirectory: workingDirectory,
      leavesOutMadeFiles: options.respectsIgnoreFiles)
  }
}
