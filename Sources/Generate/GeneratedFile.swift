import Foundation

/// A file as the generator would have it.
struct GeneratedFile {
  /// Relative to the root of the repository.
  let path: String
  let text: String

  /// Whether the file on disk is missing or says something else.
  func isStale() throws -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return true }
    return try String(contentsOfFile: path, encoding: .utf8) != text
  }

  func write() throws {
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("generate: \(message)\n".utf8))
    exit(1)
  }
}
