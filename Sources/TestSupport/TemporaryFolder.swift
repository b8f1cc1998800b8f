import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A folder that exists as long as the value does.
package final class TemporaryFolder {
  /// Absolute, links resolved.
  package let path: String

  package init() throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    let folder = base.appendingPathComponent("stopleak-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit {
    // Foundation removes neither names that are no text nor paths that are too long.
    let removal = Process()
    removal.executableURL = URL(fileURLWithPath: "/bin/rm")
    removal.arguments = ["-rf", path]
    do {
      try removal.run()
      removal.waitUntilExit()
    } catch {
      print("the folder \(path) is left: \(error)")
    }
  }

  /// The absolute path of something in the folder.
  package subscript(name: String) -> String { path + "/" + name }

  /// Writes files, with the folders on their way; a name that ends in a slash is a folder.
  package func write(_ files: [String: String]) throws {
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  /// Writes one file, or makes a folder if the name ends in a slash.
  package func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = URL(fileURLWithPath: self[name])
    let isFolder = name.hasSuffix("/")
    try FileManager.default.createDirectory(
      at: isFolder ? file : file.deletingLastPathComponent(), withIntermediateDirectories: true)
    if !isFolder { try Data(bytes).write(to: file) }
  }

  /// Makes a symbolic link; its target is taken as it is.
  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: self[name], withDestinationPath: target)
  }

  /// The text of a file in the folder.
  package func text(of name: String) throws -> String {
    try String(contentsOfFile: self[name], encoding: .utf8)
  }

  /// The names in the folder, sorted.
  package func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

// What only the C library can make.
extension TemporaryFolder {
  /// A pipe with a name, which blocks whoever opens it for reading.
  package func makePipe(_ name: String) {
    let code = unsafe mkfifo(self[name], 0o600)
    precondition(code == 0, "a pipe cannot be made in \(path)")
  }

  /// A file whose name need not be text, `levels` folders called `folder` deep.
  ///
  /// Each folder is opened from the one before, so that the path may be longer than the system
  /// takes at once.
  package func write(
    rawName: [UInt8], below folder: String = "", levels: Int = 0, text: String
  ) {
    var descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY)
    for _ in 0..<levels {
      unsafe mkdirat(descriptor, folder, 0o700)
      let next = unsafe openat(descriptor, folder, O_RDONLY | O_DIRECTORY)
      close(descriptor)
      descriptor = next
    }
    let name = rawName.map { CChar(bitPattern: $0) } + [0]
    let file = unsafe openat(descriptor, name, O_CREAT | O_WRONLY, 0o600)
    let bytes = Array(text.utf8)
    let count = unsafe Foundation.write(file, bytes, bytes.count)
    precondition(count == bytes.count, "a file cannot be written in \(path)")
    close(file)
    close(descriptor)
  }
}
