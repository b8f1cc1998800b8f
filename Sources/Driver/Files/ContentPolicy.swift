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

  /// Whether a comment in the head of a file says so.
  private static func isGenerated(_ head: ArraySlice<UInt8>) -> Bool {
    let lowercase = head.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for line in lowercase.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 || $0 == 0x09 }
      let marks: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "#")]
      guard let first = text.first, marks.contains(first) else { continue }
      if contains(text, "@generated") || contains(text, "do not edit") { return true }
    }
    return false
  }

  private static func contains(_ text: ArraySlice<UInt8>, _ words: String) -> Bool {
    let words = Array(words.utf8)
    guard text.count >= words.count else { return false }
    return (text.startIndex...(text.endIndex - words.count)).contains {
      text[$0] == words[0] && text[$0...].starts(with: words)
    }
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
