/// Words by their first bytes: a filter of one bit a hash, and the words behind each bit.
struct PrefixTable: Sendable {
  /// A bit for each of 65,536 hashes.
  private var filter: [UInt64]
  /// Where the words of each of 1,024 groups of hashes begin in `entries`.
  private var groups: [UInt16]
  /// Sorted by group.
  private(set) var entries: [Entry]

  /// A word of the table.
  struct Entry: Sendable {
    var key: UInt32
    var word: Int
  }

  /// - Parameter keys: the key of each word there is; those of `words` are taken in.
  init(_ words: [Int], keys: [UInt32]) {
    filter = Array(repeating: 0, count: 1 << 10)
    entries = words.map { Entry(key: keys[$0], word: $0) }
    entries.sort { (Self.hash($0.key), $0.word) < (Self.hash($1.key), $1.word) }
    groups = Array(repeating: 0, count: filter.count + 1)
    for entry in entries {
      let hash = Int(Self.hash(entry.key))
      filter[hash >> 6] |= 1 << UInt64(hash & 63)
      groups[hash >> 6 + 1] += 1
    }
    for group in 1..<groups.count { groups[group] += groups[group - 1] }
  }

  /// The entries that may have this key.
  func group(of key: UInt32) -> Range<Int> {
    let group = Int(Self.hash(key) >> 6)
    return Int(groups[group])..<Int(groups[group + 1])
  }

  /// Lends the filter for a search.
  func withFilter<Result>(_ body: (PrefixFilter) -> Result) -> Result {
    unsafe filter.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("a filter has its bits") }
      return unsafe body(PrefixFilter(start))
    }
  }

  /// Sixteen bits of a key, by multiplication.
  static func hash(_ key: UInt32) -> UInt16 {
    UInt16(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 16)
  }
}

/// The filter of a table while it is used.
@safe
struct PrefixFilter {
  private let bits: UnsafePointer<UInt64>

  init(_ bits: UnsafePointer<UInt64>) { unsafe self.bits = bits }

  /// Whether words may begin with these bytes: 1, or 0.
  @inline(__always)
  func admits(_ key: UInt32) -> UInt64 {
    let hash = PrefixTable.hash(key)
    return unsafe (bits[Int(hash >> 6)] &>> UInt64(hash & 63)) & 1
  }
}
