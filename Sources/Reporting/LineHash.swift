/// The hashes by which GitHub's code scanning recognises the line of an alert.
///
/// The service calls them `primaryLocationLineHash`. The recipe is its own: over the file's UTF-16
/// code units without blanks runs a rolling hash of 100 units; the hash of a line is that of the
/// 100 units from its first one on, whatever lines they belong to, and a number that counts the
/// lines with an equal hash. Past the end of the file stand a unit 65535 and then zeros.
struct LineHash {
  private static let window = 100
  private static let multiplier: UInt64 = 37

  /// The value for each line, in order.
  let values: [String]

  init(_ bytes: [UInt8]) {
    let units = LineUnits(bytes)
    let power = (0..<Self.window).reduce(UInt64(1)) { product, _ in product &* Self.multiplier }
    var hashes: [UInt64] = []
    var hash: UInt64 = 0
    for index in 0..<(units.all.count + Self.window) {
      let new = index < units.all.count ? UInt64(units.all[index]) : 0
      let isFull = index >= Self.window
      let old = isFull && index - Self.window < units.all.count ? units.all[index - Self.window] : 0
      hash = hash &* Self.multiplier &+ new &- power &* UInt64(old)
      let start = index + 1 - Self.window
      let isLineStart = hashes.count < units.starts.count && units.starts[hashes.count] == start
      if isLineStart { hashes.append(hash) }
    }
    var counts: [UInt64: Int] = [:]
    values = hashes.map { hash in
      counts[hash, default: 0] += 1
      return String(hash, radix: 16) + ":\(counts[hash, default: 1])"
    }
  }
}

/// The code units that the hash sees, and where in them each line starts.
private struct LineUnits {
  private(set) var all: [UInt16] = []
  private(set) var starts: [Int] = []

  init(_ bytes: [UInt8]) {
    var isAtLineStart = true
    var followsReturn = false
    for unit in String(decoding: bytes, as: UTF8.self).utf16 {
      let continuesReturn = unit == 0x0A && followsReturn
      followsReturn = unit == 0x0D
      if unit == 0x20 || unit == 0x09 || continuesReturn { continue }
      if isAtLineStart { starts.append(all.count) }
      all.append(unit == 0x0D ? 0x0A : unit)
      isAtLineStart = unit == 0x0D || unit == 0x0A
    }
    if isAtLineStart { starts.append(all.count) }
    all.append(0xFFFF)
  }
}
