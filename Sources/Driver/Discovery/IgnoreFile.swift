/// The patterns of one `.gitignore` or `.stopleakignore`, with git's meaning.
///
/// The last pattern that matches decides; `!` takes back. A slash before the end ties a pattern to
/// the file's folder, else it speaks of names at any depth; a slash at the end means folders only.
/// `**` stands for any number of folders.
struct IgnoreFile: Sendable {
  /// One line.
  private struct Pattern: Sendable {
    /// The components; nil stands for `**`.
    var components: [GlobPattern?]
    var isNegated: Bool
    var isForFolders: Bool
    /// Whether it is tried on the last component alone.
    var isUnanchored: Bool
  }

  private let patterns: [Pattern]
  /// Whether any pattern looks at more than the last component.
  private let isAnchored: Bool

  init(_ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    patterns = text.split(separator: 0x0A).compactMap(Self.pattern)
    isAnchored = patterns.contains { !$0.isUnanchored }
  }

  var isEmpty: Bool { patterns.isEmpty }

  /// Whether the file ignores a name that stands at the end of a way from the file's own folder;
  /// nil if it says nothing about it.
  func decision(
    on name: ArraySlice<UInt8>, at way: [ArraySlice<UInt8>], isFolder: Bool
  ) -> Bool? {
    let path = isAnchored ? way + [name] : []
    for pattern in patterns.reversed() where isFolder || !pattern.isForFolders {
      let isMatch =
        pattern.isUnanchored
        ? pattern.components[0]?.matches(name) ?? true
        : Self.matches(pattern.components, path)
      if isMatch { return !pattern.isNegated }
    }
    return nil
  }

  /// Like a glob over components: on a mismatch only the last `**` takes one component more.
  private static func matches(_ pattern: [GlobPattern?], _ path: [ArraySlice<UInt8>]) -> Bool {
    var element = 0
    var index = 0
    var retry: (element: Int, index: Int)?
    while index < path.count {
      if element < pattern.count, pattern[element] == nil {
        // What is below a folder is not the folder: at the end it must take something.
        if element == pattern.count - 1 { return true }
        retry = (element, index)
        element += 1
      } else if element < pattern.count, pattern[element]?.matches(path[index]) == true {
        element += 1
        index += 1
      } else if let last = retry {
        retry = (last.element, last.index + 1)
        element = last.element + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    return element == pattern.count
  }

  /// Reads a line; nil for a blank one and a comment.
  private static func pattern(_ line: ArraySlice<UInt8>) -> Pattern? {
    var rest = line.last == 0x0D ? line.dropLast() : line
    if rest.first == UInt8(ascii: "#") { return nil }
    rest = withoutTrailingSpaces(rest)
    let isNegated = rest.first == UInt8(ascii: "!")
    if isNegated { rest = rest.dropFirst() }
    let isForFolders = rest.last == UInt8(ascii: "/")
    if isForFolders { rest = rest.dropLast() }
    guard !rest.isEmpty else { return nil }
    let hasSlash = rest.contains(UInt8(ascii: "/"))
    let components = rest.split(separator: UInt8(ascii: "/")).map { part in
      hasSlash && part.elementsEqual("**".utf8) ? nil : GlobPattern(part)
    }
    guard !components.isEmpty else { return nil }
    return Pattern(
      components: components, isNegated: isNegated, isForFolders: isForFolders,
      isUnanchored: !hasSlash)
  }

  /// Spaces at the end do not count, unless a backslash stands before them.
  private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = line
    while rest.last == 0x20 {
      let before = rest.dropLast()
      let backslashes = before.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if backslashes % 2 == 1 { break }
      rest = before
    }
    return rest
  }
}

/// The ignore files that speak of what is in a folder, the nearest last.
struct IgnoreStack: Sendable {
  /// An ignore file, and the way from its folder to this one.
  private struct Layer: Sendable {
    var file: IgnoreFile
    var way: [ArraySlice<UInt8>]
  }

  private var layers: [Layer] = []

  /// Adds an ignore file of this very folder.
  mutating func add(_ file: IgnoreFile) {
    if !file.isEmpty { layers.append(Layer(file: file, way: [])) }
  }

  /// The same files as they see a folder of this one.
  func descending(into name: ArraySlice<UInt8>) -> IgnoreStack {
    var result = self
    for index in result.layers.indices { result.layers[index].way.append(name) }
    return result
  }

  /// Whether a name in this folder is ignored; nil if no file says anything about it.
  func decision(on name: ArraySlice<UInt8>, isFolder: Bool) -> Bool? {
    for layer in layers.reversed() {
      let decision = layer.file.decision(on: name, at: layer.way, isFolder: isFolder)
      if let decision { return decision }
    }
    return nil
  }
}
