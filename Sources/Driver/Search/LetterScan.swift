/// Goes through a text and stops where a word may begin: at a letter that follows no letter.
///
/// After a backslash and one more byte a word may begin as well, since the `n` of `\n` is no part
/// of it. The 64 bytes of a step are looked at in four vectors; comparisons are made of additions,
/// whose carry goes into the upper bit of each byte, because Swift compares vectors one element
/// after the other.
@safe
struct LetterScan {
  private let start: UnsafeRawPointer
  private let count: Int
  /// Whether the byte before the current step is a letter.
  private var lettersCarry: UInt64 = 0
  /// The backslashes of the step before, two places on.
  private var escapesCarry: UInt64 = 0

  private typealias Block = SIMD16<UInt8>
  private static let step = 64

  init(_ start: UnsafeRawPointer, count: Int) {
    unsafe self.start = start
    self.count = count
  }

  /// Calls `candidate` where a word of a filter may begin, in order, until it returns true.
  ///
  /// It is given the place and the four bytes from there on.
  mutating func run(
    long: PrefixFilter, short: PrefixFilter, _ candidate: (Int, UInt32) -> Bool
  ) {
    var position = 0
    // The window of the last byte of a step reaches three bytes further.
    while position + Self.step + 3 <= count {
      var begins = unsafe beginnings(start + position)
      while begins != 0 {
        let place = position &+ begins.trailingZeroBitCount
        begins &= begins &- 1
        let window = unsafe (start + place).loadUnaligned(as: UInt32.self).littleEndian
        let hit = long.admits(window) | short.admits(window & 0xFFFF)
        if hit != 0, candidate(place, window) { return }
      }
      position += Self.step
    }
    while position < count {
      if candidate(position, lastWindow(at: position)) { return }
      position += 1
    }
  }

  /// The four bytes from a position on; zeros stand for those past the end.
  private func lastWindow(at position: Int) -> UInt32 {
    var window: UInt32 = 0
    for offset in 0..<min(4, count - position) {
      let byte = unsafe (start + position + offset).load(as: UInt8.self)
      window |= UInt32(byte) << UInt32(8 * offset)
    }
    return window
  }

  /// A bit for each of 64 bytes at which a word may begin.
  @inline(__always)
  private mutating func beginnings(_ block: UnsafeRawPointer) -> UInt64 {
    let first = unsafe block.loadUnaligned(as: Block.self)
    let second = unsafe block.loadUnaligned(fromByteOffset: 16, as: Block.self)
    let third = unsafe block.loadUnaligned(fromByteOffset: 32, as: Block.self)
    let fourth = unsafe block.loadUnaligned(fromByteOffset: 48, as: Block.self)
    let letters =
      Self.bits(Self.letters(first)) | Self.bits(Self.letters(second)) << 16
      | Self.bits(Self.letters(third)) << 32 | Self.bits(Self.letters(fourth)) << 48
    let following = letters << 1 | lettersCarry
    lettersCarry = letters >> 63

    var escaped = escapesCarry
    escapesCarry = 0
    let escapes = (
      Self.backslashes(first), Self.backslashes(second), Self.backslashes(third),
      Self.backslashes(fourth)
    )
    if Self.hasAny(escapes.0 | escapes.1 | escapes.2 | escapes.3) {
      let places =
        Self.bits(escapes.0) | Self.bits(escapes.1) << 16 | Self.bits(escapes.2) << 32
        | Self.bits(escapes.3) << 48
      escaped |= places << 2
      escapesCarry = places >> 62
    }
    return letters & (~following | escaped)
  }

  /// The upper bit of each byte that is an ASCII letter; the other bits mean nothing.
  @inline(__always)
  private static func letters(_ block: Block) -> Block {
    let lowercase = (block | 0x20) & 0x7F
    let isFromA = lowercase &+ (0x80 - UInt8(ascii: "a"))
    let isAboveZ = lowercase &+ (0x7F - UInt8(ascii: "z"))
    return isFromA & ~isAboveZ & ~block
  }

  /// The upper bit of each byte that is a backslash; the other bits mean nothing.
  @inline(__always)
  private static func backslashes(_ block: Block) -> Block {
    let difference = block ^ UInt8(ascii: "\\")
    return ~(((difference & 0x7F) &+ 0x7F) | difference)
  }

  @inline(__always)
  private static func hasAny(_ block: Block) -> Bool {
    let halves = unsafe unsafeBitCast(block & 0x80, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] != 0
  }

  /// The upper bits of sixteen bytes, side by side: the multiplication moves each to the top.
  @inline(__always)
  private static func bits(_ block: Block) -> UInt64 {
    let halves = unsafe unsafeBitCast(block & 0x80, to: SIMD2<UInt64>.self)
    let gather: UInt64 = 0x0002_0408_1020_4081
    return (halves[0] &* gather) &>> 56 | ((halves[1] &* gather) &>> 56) << 8
  }
}
