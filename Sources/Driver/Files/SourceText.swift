import Findings

/// What the bytes of a file turn out to be: source in UTF-8, or not for us to read.
enum SourceText: Equatable {
  /// Perhaps with bytes that are not UTF-8: they are kept where they are.
  case text([UInt8])
  case skipped(Coverage.SkipReason)

  /// How far a NUL is looked for, which no text holds.
  private static let head = 8_192

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      self = .skipped(.undecodable)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self = .text(Self.transcoded(bytes.dropFirst(2), low: 0))
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .text(Self.transcoded(bytes.dropFirst(2), low: 1))
    } else if Self.hasNul(bytes) {
      self = .skipped(Self.isWide(bytes.prefix(Self.head)) ? .undecodable : .binary)
    } else {
      self = .text(bytes)
    }
  }

  private static func hasNul(_ bytes: [UInt8]) -> Bool {
    let text = bytes.span
    for index in 0..<min(head, text.count) where text[index] == 0 { return true }
    return false
  }

  /// UTF-16 as UTF-8; `low` is which byte of a unit is the less significant.
  private static func transcoded(_ bytes: ArraySlice<UInt8>, low: Int) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8)
      index += 2
    }
    if index < bytes.endIndex { units.append(0xFFFD) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Whether the zeros look like the upper halves of UTF-16 without a byte order mark.
  private static func isWide(_ head: ArraySlice<UInt8>) -> Bool {
    var zeros = [0, 0]
    for (offset, byte) in head.enumerated() where byte == 0 { zeros[offset & 1] += 1 }
    let pairs = head.count / 2
    return max(zeros[0], zeros[1]) * 10 > pairs * 7 && min(zeros[0], zeros[1]) * 10 < pairs
  }
}
