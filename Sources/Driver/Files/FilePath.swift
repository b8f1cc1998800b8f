/// A path as the operating system has it: bytes that need not be text.
package struct FilePath: Hashable, Sendable {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ text: String) { bytes = Array(text.utf8) }

  /// The path as shown to users; what is not UTF-8 becomes replacement characters.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package var isAbsolute: Bool { bytes.first == Self.slash }

  /// The last component.
  package var name: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: Self.slash) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  /// The path of something in this folder.
  package func appending(_ name: some Collection<UInt8>) -> FilePath {
    let separator = bytes.isEmpty || bytes.last == Self.slash ? [] : [Self.slash]
    return FilePath(bytes: bytes + separator + name)
  }

  /// The path of something in this folder, named by text.
  package func appending(_ name: String) -> FilePath { appending(Array(name.utf8)) }

  /// The folder that holds it; nil for the root and for a single relative component.
  package var parent: FilePath? {
    guard let slash = bytes.lastIndex(of: Self.slash), bytes.count > 1 else { return nil }
    return FilePath(bytes: Array(bytes[..<max(1, slash)]))
  }

  /// The components below `folder`; nil if the path is not below it.
  package func components(below folder: FilePath) -> [ArraySlice<UInt8>]? {
    let prefix = folder.bytes.last == Self.slash ? folder.bytes : folder.bytes + [Self.slash]
    guard bytes.starts(with: prefix) else { return nil }
    return bytes[prefix.count...].split(separator: Self.slash)
  }

  /// Without empty components, `.` and `..`; a relative path is taken to start in `folder`.
  ///
  /// The result is what a shell shows: `a/..` vanishes even where `a` is a link.
  package func normalized(in folder: FilePath) -> FilePath {
    let whole = isAbsolute ? bytes : folder.appending(bytes).bytes
    var kept: [ArraySlice<UInt8>] = []
    for component in whole.split(separator: Self.slash) where !component.elementsEqual(".".utf8) {
      if component.elementsEqual("..".utf8) {
        _ = kept.popLast()
      } else {
        kept.append(component)
      }
    }
    return FilePath(bytes: [Self.slash] + kept.joined(separator: [Self.slash]))
  }

  /// The path as seen from a folder, both absolute: with `..` as often as needed.
  package func relative(to folder: FilePath) -> FilePath {
    let length = folder.bytes.count
    if bytes.count > length + 1, bytes[length] == Self.slash, bytes.starts(with: folder.bytes) {
      return FilePath(bytes: Array(bytes[(length + 1)...]))
    }
    let own = bytes.split(separator: Self.slash)
    let other = folder.bytes.split(separator: Self.slash)
    var common = 0
    while common < min(own.count, other.count), own[common] == other[common] { common += 1 }
    let up = Array(repeating: ArraySlice("..".utf8), count: other.count - common)
    let parts = up + own[common...]
    let joined = Array(parts.joined(separator: [Self.slash]))
    return FilePath(bytes: joined.isEmpty ? Array(".".utf8) : joined)
  }

  private static let slash = UInt8(ascii: "/")
}
