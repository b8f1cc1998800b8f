import Findings

/// Which files are not worth a look because no person wrote them as they are.
enum ContentPolicy {
  /// How many bytes a line of code may have on average.
  private static let longestLine = 1_000
  /// Files above this size without blanks are minified even if their lines are short.
  private static let sparseSize = 20_000
  private static let leastBlanks = 7
  /// Where a generator says that it was one.
  private static let head = 1_024

  /// Why a source is skipped unless the user named it; nil if it is not.
  static func skipReason(of bytes: [UInt8], name: ArraySlice<UInt8>) -> Coverage.SkipReason? {
    if isMinified(name: name) || isMinified(bytes) { return .minified }
    if isVersioned(name) || hasBanner(bytes.prefix(head)) { return .vendored }
    return isGenerated(bytes.prefix(head)) ? .generated : nil
  }

  private static func isMinified(name: ArraySlice<UInt8>) -> Bool {
    [".min.js", ".min.mjs", ".min.cjs"].contains {
      name.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  private static func isMinified(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > longestLine else { return false }
    let counts = BlankCounts(bytes.span)
    if bytes.count > counts.lineEnds * longestLine + longestLine { return true }
    return bytes.count > sparseSize && counts.blanks * 100 < bytes.count * leastBlanks
  }

  // MARK: Copies of libraries

  /// `vue-2.2.0.js`: a script that is kept under its release.
  private static func isVersioned(_ name: ArraySlice<UInt8>) -> Bool {
    let ending = Array(".js".utf8)
    guard name.suffix(ending.count).elementsEqual(ending) else { return false }
    let stem = name.dropLast(ending.count)
    let version = stem.reversed().prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    guard let before = stem.dropLast(version.count).last else { return false }
    return version.count { $0 == UInt8(ascii: ".") } > 1 && isVersion(version.reversed()[...])
      && [UInt8(ascii: "-"), UInt8(ascii: "v"), UInt8(ascii: "_")].contains(before)
  }

  /// Whether a script begins with a comment that minifiers are to keep, and that names a release:
  /// so do libraries, whoever has copied them.
  private static func hasBanner(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.starts(with: "/*!".utf8) else { return false }
    let end = zip(head.indices, head.dropFirst()).first { index, next in
      head[index] == UInt8(ascii: "*") && next == UInt8(ascii: "/")
    }
    let words = head[..<(end?.0 ?? head.endIndex)].split { byte in
      !isDigit(byte) && byte != UInt8(ascii: ".") && byte | 0x20 != UInt8(ascii: "v")
    }
    return words.contains { isVersion($0.first.map(isDigit) == true ? $0 : $0.dropFirst()) }
  }

  /// `2.2.0`
  private static func isVersion(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count > 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  // MARK: Generated files

  /// Whether a comment in the head of a file says so.
  private static func isGenerated(_ head: ArraySlice<UInt8>) -> Bool {
    var lineStart = head.startIndex
    for (offset, byte) in zip(head.indices, head) {
      if byte == 0x0A { lineStart = offset + 1 }
      guard
        byte == UInt8(ascii: "@") || byte | 0x20 == UInt8(ascii: "d") || byte == UInt8(ascii: "i")
      else { continue }
      // The last is how a compiler to JavaScript begins what it puts together.
      let isSign =
        begins(head[offset...], "@generated") || begins(head[offset...], "do not edit")
        || begins(head[offset...], "include: shell.js")
      if isSign, isComment(head[lineStart...]) { return true }
    }
    return false
  }

  /// Whether a text begins with words of lower case, in any case.
  private static func begins(_ text: ArraySlice<UInt8>, _ words: StaticString) -> Bool {
    guard text.count >= words.utf8CodeUnitCount else { return false }
    return words.withUTF8Buffer { words in
      unsafe zip(text, words).allSatisfy { byte, expected in
        let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        return (isCapital ? byte | 0x20 : byte) == expected
      }
    }
  }

  private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    let first = line.first { $0 != 0x20 && $0 != 0x09 }
    return first == UInt8(ascii: "/") || first == UInt8(ascii: "*") || first == UInt8(ascii: "#")
  }
}

/// How many line feeds and blanks a text has, counted eight bytes at a time.
struct BlankCounts: Equatable {
  private(set) var lineEnds = 0
  /// Spaces and control characters, line feeds among them.
  private(set) var blanks = 0

  init(_ bytes: Span<UInt8>) {
    let whole = bytes.count & ~7
    unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < whole {
        let end = min(whole, offset + 8 * 255)
        unsafe add(buffer, from: offset, to: end)
        offset = end
      }
    }
    for index in whole..<bytes.count {
      if bytes[index] == 0x0A { lineEnds += 1 }
      if bytes[index] <= 0x20 { blanks += 1 }
    }
  }

  /// Counts in lanes of a byte each, so at most 255 blocks at once.
  private mutating func add(_ buffer: UnsafeRawBufferPointer, from start: Int, to end: Int) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low: UInt64 = 0x7F * ones
    var lineLanes: UInt64 = 0
    var blankLanes: UInt64 = 0
    for offset in stride(from: start, to: end, by: 8) {
      let block = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // The upper bit of a lane is clear in these two where the byte is what is counted.
      let difference = block ^ (0x0A * ones)
      let notLineEnd = ((difference & low) &+ low) | difference
      let notBlank = ((block & low) &+ (0x7F - 0x20) * ones) | block
      lineLanes &+= (~notLineEnd >> 7) & ones
      blankLanes &+= (~notBlank >> 7) & ones
    }
    lineEnds += Self.sum(lineLanes)
    blanks += Self.sum(blankLanes)
  }

  private static func sum(_ lanes: UInt64) -> Int {
    (0..<8).reduce(0) { $0 + Int(lanes >> UInt64($1 * 8) & 0xFF) }
  }
}
