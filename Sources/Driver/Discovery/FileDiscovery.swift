import Basis
package import Findings

// Which files a run is about.
//
// Folders are walked level by level, the folders of a level in parallel; what was found is put in
// order at the end, so that neither the number of threads nor the order of a folder's entries
// shows. Links are not followed in a walk: what they lead to is found elsewhere or is not part of
// the tree. In this order, the first that says anything decides about a name in a folder:
//
//   1. `.stopleakignore` and `.gitignore`, those of the nearest folder first, then
//      `.git/info/exclude`; those of the folders above the start count up to the repository's root;
//   2. the names of folders that hold other people's code, or none that a person wrote.
//
// Git itself never ignores a file that it tracks; here the patterns count for all files, because
// what is ignored must not depend on an index that a checkout may not have. A path that the user
// gives is looked at whatever is said about it.

/// A file that a run is about.
package struct DiscoveredFile: Sendable {
  /// Absolute.
  package let path: FilePath
  package let role: FileRole
  /// Whether the user named this very file.
  package let isExplicit: Bool
  /// The folder that the walk to it started in; its own path if it was named.
  let root: FilePath
  /// The number that its folder listed; 0 if it was named.
  let inode: UInt64
}

/// What a search for files came to.
package struct DiscoveredFiles: Sendable {
  /// Sorted by path, each once.
  package var files: [DiscoveredFile] = []
  package var coverage = Coverage()
  /// Paths that the user gave and that lead to nothing that can be checked.
  package var failures: [FileError] = []
}

/// Finds the files that paths of the user lead to.
package struct FileDiscovery: Sendable {
  /// Whether ignore files, and the list of folders to leave out, count.
  package var respectsIgnoreFiles = true
  package var threads = 1

  private let workingDirectory: FilePath

  static let deepestFolder = 500
  static let ignoreFileLimit = 1 << 20

  package init(workingDirectory: FilePath) { self.workingDirectory = workingDirectory }

  /// The files at and below the paths, and what was left out or is not there.
  package func discover(_ paths: [FilePath]) -> DiscoveredFiles {
    var result = DiscoveredFiles()
    var level: [PendingFolder] = []
    for path in paths { addStart(path, to: &result, &level) }
    while !level.isEmpty {
      let listings = parallelMap(level, threads: threads) { list($0) }
      level = []
      for listing in listings {
        result.add(listing.found)
        level += listing.folders
      }
    }
    result.finish(workingDirectory: workingDirectory)
    return result
  }

  /// Takes in a path that the user gave.
  private func addStart(
    _ given: FilePath, to result: inout DiscoveredFiles, _ level: inout [PendingFolder]
  ) {
    let path = given.normalized(in: workingDirectory)
    do throws(FileError) {
      switch try FileSystem.kind(of: path) {
      case .folder:
        let ignores = respectsIgnoreFiles ? ignoresAbove(path) : IgnoreStack()
        level.append(PendingFolder(path: path, root: path, ignores: ignores, depth: 0))
      case .file: result.addExplicit(path)
      case .other: throw FileError(path, .notRegular)
      }
    } catch {
      result.failures.append(FileError(given, error.reason))
    }
  }

  /// What the ignore files of the folders above a start say about it.
  private func ignoresAbove(_ start: FilePath) -> IgnoreStack {
    var above: [FilePath] = []
    var folder = start
    var top: Int?
    while true {
      if isRepository(folder) {
        top = above.count
        break
      }
      if folder == workingDirectory { top = above.count }
      guard let parent = folder.parent else { break }
      folder = parent
      above.append(folder)
    }
    var stack = IgnoreStack()
    for index in stride(from: (top ?? 0) - 1, through: 0, by: -1) {
      let names = [".gitignore", ".stopleakignore"].map { Array($0.utf8) }
      if isRepository(above[index]) { add(excludes(of: above[index]), to: &stack) }
      for name in names { add(above[index].appending(name), to: &stack) }
      let next = index == 0 ? start : above[index - 1]
      stack = stack.descending(into: next.name)
    }
    return stack
  }

  func isRepository(_ folder: FilePath) -> Bool {
    exists(folder.appending(".git"))
  }

  private func exists(_ path: FilePath) -> Bool {
    do throws(FileError) {
      _ = try FileSystem.kind(of: path)
      return true
    } catch {
      return false
    }
  }

  private func excludes(of repository: FilePath) -> FilePath {
    repository.appending(".git/info/exclude")
  }

  /// Adds an ignore file that may not be there; what cannot be read above a start has no say.
  private func add(_ path: FilePath, to stack: inout IgnoreStack) {
    do throws(FileError) {
      stack.add(IgnoreFile(try FileSystem.read(path, limit: Self.ignoreFileLimit)))
    } catch {
      return
    }
  }
}

/// A folder to be walked, with what is known on the way to it.
struct PendingFolder: Sendable {
  var path: FilePath
  var root: FilePath
  /// What the ignore files above say about its entries.
  var ignores: IgnoreStack
  var depth: Int
}

/// What a folder holds.
struct FolderListing: Sendable {
  var found = DiscoveredFiles()
  var folders: [PendingFolder] = []
}

// One folder.
extension FileDiscovery {
  /// What one folder holds, and which of its folders are to be walked.
  func list(_ folder: PendingFolder) -> FolderListing {
    var listing = FolderListing()
    guard folder.depth <= Self.deepestFolder else {
      listing.found.addGap(folder.path, "nested more than \(Self.deepestFolder) folders deep")
      return listing
    }
    let entries: [FolderEntry]
    do throws(FileError) {
      entries = try FileSystem.entries(of: folder.path, below: folder.root)
    } catch {
      let isGone = error.reason == .notFound || error.reason == .isLink
      if isGone {
        listing.found.coverage.skippedFolders[.vanished, default: 0] += 1
      } else {
        listing.found.addGap(folder.path, error.explanation)
      }
      return listing
    }
    if respectsIgnoreFiles, folder.depth > 0, isVirtualEnvironment(entries) {
      listing.found.coverage.skippedFolders[.vendored, default: 0] += 1
      return listing
    }
    var ignores = folder.ignores
    if respectsIgnoreFiles { addIgnoreFiles(among: entries, of: folder, to: &ignores, &listing) }
    for entry in entries { add(entry, of: folder, ignores, to: &listing) }
    return listing
  }

  private func isVirtualEnvironment(_ entries: [FolderEntry]) -> Bool {
    entries.contains { $0.kind == .file && $0.name.elementsEqual("pyvenv.cfg".utf8) }
  }

  private func addIgnoreFiles(
    among entries: [FolderEntry], of folder: PendingFolder, to ignores: inout IgnoreStack,
    _ listing: inout FolderListing
  ) {
    if entries.contains(where: { $0.kind == .folder && $0.name.elementsEqual(".git".utf8) }) {
      add(excludes(of: folder.path), to: &ignores)
    }
    for name in [".gitignore", ".stopleakignore"] {
      guard
        let entry = entries.first(where: { $0.kind == .file && $0.name.elementsEqual(name.utf8) })
      else { continue }
      let path = folder.path.appending(name)
      do throws(FileError) {
        let bytes = try FileSystem.read(
          path, below: folder.root, inode: entry.inode, limit: Self.ignoreFileLimit)
        ignores.add(IgnoreFile(bytes))
      } catch {
        listing.found.addGap(path, error.explanation)
      }
    }
  }

  private func add(
    _ entry: FolderEntry, of folder: PendingFolder, _ ignores: IgnoreStack,
    to listing: inout FolderListing
  ) {
    switch entry.kind {
    case .folder: addFolder(entry, of: folder, ignores, to: &listing)
    case .file:
      guard let role = FileRole(name: entry.name[...]) else { return }
      if ignores.decision(on: entry.name[...], isFolder: false) == true {
        if role.isSource { listing.found.coverage.skipped[.ignored, default: 0] += 1 }
        return
      }
      listing.found.files.append(
        DiscoveredFile(
          path: folder.path.appending(entry.name), role: role, isExplicit: false,
          root: folder.root, inode: entry.inode))
    case .link, .other:
      guard FileRole(name: entry.name[...])?.isSource == true else { return }
      listing.found.coverage.skipped[.notRegular, default: 0] += 1
    }
  }

  private func addFolder(
    _ entry: FolderEntry, of folder: PendingFolder, _ ignores: IgnoreStack,
    to listing: inout FolderListing
  ) {
    let name = entry.name[...]
    let verdict = FolderPolicy.verdict(on: name)
    if verdict == .uninteresting { return }
    if respectsIgnoreFiles {
      let decision = ignores.decision(on: name, isFolder: true)
      var reason: Coverage.SkipReason? = decision == true ? .ignored : nil
      if decision == nil, verdict == .vendored { reason = .vendored }
      if decision == nil, verdict == .generated { reason = .generated }
      if let reason {
        listing.found.coverage.skippedFolders[reason, default: 0] += 1
        return
      }
    }
    listing.folders.append(
      PendingFolder(
        path: folder.path.appending(name), root: folder.root,
        ignores: ignores.descending(into: name), depth: folder.depth + 1))
  }
}

extension DiscoveredFiles {
  fileprivate mutating func addExplicit(_ path: FilePath) {
    guard let role = FileRole(name: path.name) else {
      coverage.skipped[.unsupported, default: 0] += 1
      return
    }
    files.append(
      DiscoveredFile(path: path, role: role, isExplicit: true, root: path, inode: 0))
  }

  fileprivate mutating func addGap(_ path: FilePath, _ reason: String) {
    coverage.gaps.append(Coverage.Gap(path: path.text, reason: reason))
  }

  fileprivate mutating func add(_ other: DiscoveredFiles) {
    files += other.files
    coverage.add(other.coverage)
  }

  /// Puts all in order and shows paths as users see them.
  fileprivate mutating func finish(workingDirectory: FilePath) {
    files.sort { left, right in
      if left.path == right.path { return left.isExplicit && !right.isExplicit }
      return left.path.bytes.lexicographicallyPrecedes(right.path.bytes)
    }
    var last: FilePath?
    files.removeAll { file in
      defer { last = file.path }
      return file.path == last
    }
    for index in coverage.gaps.indices {
      coverage.gaps[index].path = shownPath(
        FilePath(coverage.gaps[index].path), in: workingDirectory)
    }
  }
}

/// A path as users see it: relative to the working directory, or absolute where that is shorter.
package func shownPath(_ path: FilePath, in workingDirectory: FilePath) -> String {
  let relative = path.relative(to: workingDirectory)
  let levels = relative.bytes.split(separator: UInt8(ascii: "/")).prefix {
    $0.elementsEqual("..".utf8)
  }
  return levels.count > 2 ? path.text : relative.text
}
