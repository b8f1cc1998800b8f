/// A name met in source or rules, reduced to a number.
@frozen
public struct Symbol: Hashable, Sendable {
  public let rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable
  public var index: Int { Int(rawValue) }
}

/// The names met so far; equal text, equal symbol.
///
/// The text lies in one buffer; lookup is open addressing over FNV-1a, so that interning a name
/// met before allocates nothing. A table that starts as a copy of another keeps that one's
/// numbers: the vocabulary of the rules is the common prefix of all tables.
package struct SymbolTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  private var slots: [UInt32] = Array(repeating: SymbolTable.empty, count: 64)
  private static let empty = UInt32.max

  package init() {}

  /// How many symbols there are; their raw values are the numbers below.
  package var count: Int { ends.count }

  package mutating func intern(_ text: Span<UInt8>) -> Symbol {
    let hash = Self.hash(text)
    if let found = find(text, hash: hash) { return found }
    return add(text, hash: hash)
  }

  package mutating func intern(_ text: String) -> Symbol {
    let utf8 = Array(text.utf8)
    return intern(utf8.span)
  }

  /// Interns all names of another table; gives their symbols here, by their numbers there.
  package mutating func intern(allOf other: SymbolTable) -> [Symbol] {
    (0..<other.count).map { index in
      let text = other.utf8(of: Symbol(rawValue: UInt32(index)))
      let hash = other.hashes[index]
      return find(text.span, hash: hash) ?? add(text.span, hash: hash)
    }
  }

  /// The symbol of `text`, if it was interned.
  package func lookup(_ text: String) -> Symbol? {
    let utf8 = Array(text.utf8)
    return find(utf8.span, hash: Self.hash(utf8.span))
  }

  package subscript(symbol: Symbol) -> String {
    String(decoding: utf8(of: symbol), as: UTF8.self)
  }

  /// The bytes of a symbol's text.
  package func utf8(of symbol: Symbol) -> ArraySlice<UInt8> {
    let start = symbol.index == 0 ? 0 : Int(ends[symbol.index - 1])
    return bytes[start..<Int(ends[symbol.index])]
  }

  private func find(_ text: Span<UInt8>, hash: UInt32) -> Symbol? {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != Self.empty {
      let symbol = Symbol(rawValue: slots[slot])
      if hashes[symbol.index] == hash, isEqual(symbol, text) { return symbol }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func isEqual(_ symbol: Symbol, _ text: Span<UInt8>) -> Bool {
    let stored = utf8(of: symbol)
    guard stored.count == text.count else { return false }
    for offset in 0..<text.count where stored[stored.startIndex + offset] != text[offset] {
      return false
    }
    return true
  }

  private mutating func add(_ text: Span<UInt8>, hash: UInt32) -> Symbol {
    let symbol = Symbol(rawValue: UInt32(ends.count))
    for index in 0..<text.count { bytes.append(text[index]) }
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() } else { place(symbol) }
    return symbol
  }

  private mutating func grow() {
    slots = Array(repeating: Self.empty, count: slots.count * 2)
    for index in ends.indices { place(Symbol(rawValue: UInt32(index))) }
  }

  private mutating func place(_ symbol: Symbol) {
    let mask = slots.count - 1
    var slot = Int(hashes[symbol.index]) & mask
    while slots[slot] != Self.empty { slot = (slot + 1) & mask }
    slots[slot] = symbol.rawValue
  }

  private static func hash(_ text: Span<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for index in 0..<text.count { hash = (hash ^ UInt32(text[index])) &* 16_777_619 }
    return hash
  }
}
