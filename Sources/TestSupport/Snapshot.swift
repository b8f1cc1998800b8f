import Foundation

/// A text that is kept beside the tests and must come out the same.
///
/// With `UPDATE_SNAPSHOTS=1` in the environment the kept text is written anew instead; the change
/// is then reviewed as code is.
package struct Snapshot {
  private let path: String

  /// The snapshot `Snapshots/<name>` beside the test file.
  package init(_ name: String, beside testFile: String = #filePath) {
    let folder = testFile.prefix { _ in true }.split(separator: "/").dropLast()
    path = "/" + folder.joined(separator: "/") + "/Snapshots/" + name
  }

  /// What differs between `text` and the snapshot; nil if nothing does.
  package func difference(from text: String) throws -> String? {
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try write(text)
      return nil
    }
    guard let kept = FileManager.default.contents(atPath: path) else {
      return "there is no snapshot \(path): run with UPDATE_SNAPSHOTS=1 and read what it wrote"
    }
    let expected = lines(of: String(decoding: kept, as: UTF8.self))
    let actual = lines(of: text)
    for index in 0..<max(expected.count, actual.count) {
      let old = index < expected.count ? expected[index] : "the end"
      let new = index < actual.count ? actual[index] : "the end"
      if old != new { return "\(path):\(index + 1): expected\n  \(old)\nbut got\n  \(new)" }
    }
    return nil
  }

  private func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func write(_ text: String) throws {
    let file = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
