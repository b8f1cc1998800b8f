import Foundation

/// The files of this repository.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A Swift file, and the target that it is of.
  struct SwiftFile {
    /// From the root.
    let path: String
    let target: String
    let lines: [Substring]

    var isGenerated: Bool { path.contains("+Generated") }
  }

  /// The Swift files below a folder of the root, each in a folder named after its target.
  static func swiftFiles(in folder: String) throws -> [SwiftFile] {
    let base = root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String }
    return try (names ?? []).filter { $0.hasSuffix(".swift") && $0.contains("/") }.sorted().map {
      name in
      let text = try String(contentsOf: base.appending(path: name), encoding: .utf8)
      return SwiftFile(
        path: "\(folder)/\(name)", target: String(name.prefix { $0 != "/" }),
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }
}
