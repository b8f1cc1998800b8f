package import Basis

/// A reader of a rule file's values, in their order.
///
/// Whoever is given a cursor reads the value that it stands before, whole, and leaves it behind the
/// value. A tree is well formed; only what its values mean can be wrong.
package struct RuleCursor: Sendable {
  /// What stands next.
  package enum Kind { case text, list, mapping }

  private let bytes: [UInt8]
  private let positions: [LinePosition]
  private var offset = 0
  /// How many values and keys were read.
  private var ordinal = 0
  /// The further callees of a pattern whose callee is a list, until the pattern's reader takes them.
  package var others: [(text: String, position: LinePosition)] = []

  package init(_ tree: RuleTree) {
    bytes = tree.bytes
    positions = tree.positions
  }

  package var kind: Kind {
    switch bytes[offset] {
    case UInt8(ascii: "\""): .text
    case UInt8(ascii: "["): .list
    default: .mapping
    }
  }

  /// Where the next value stands in its file.
  package var position: LinePosition {
    ordinal < positions.count ? positions[ordinal] : LinePosition(line: 0, column: 0)
  }

  /// What the next value is, in words for messages.
  package var kindName: String {
    switch kind {
    case .text: bytes[offset + 1] == UInt8(ascii: "0") ? "nothing" : "text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The next value, a text.
  package mutating func readText() -> String {
    let range = readTextRange()
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The bytes of the next value, a text; false leaves it unread when they are others.
  package mutating func readText(_ expected: StaticString) -> Bool {
    let start = self
    let range = readTextRange()
    let isEqual = "\(expected)".utf8.elementsEqual(bytes[range])
    if !isEqual { self = start }
    return isEqual
  }

  /// How many values follow: those of the list, or the pairs of the mapping, that stands next.
  package mutating func readCount() -> Int {
    offset += 1
    ordinal += 1
    return readNumber()
  }

  /// The number of the next key among `names`; nil leaves it unread when it is none of them.
  package mutating func readKey(among names: [[UInt8]]) -> Int? {
    let start = offset
    let range = readKeyRange()
    for index in names.indices where names[index].count == range.count {
      if names[index].elementsEqual(bytes[range]) { return index }
    }
    offset = start
    ordinal -= 1
    return nil
  }

  /// The next key.
  package mutating func readKey() -> String {
    let range = readKeyRange()
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Leaves the next value unread.
  package mutating func skip() {
    switch kind {
    case .text: _ = readTextRange()
    case .list: for _ in 0..<readCount() { skip() }
    case .mapping:
      for _ in 0..<readCount() {
        _ = readKeyRange()
        skip()
      }
    }
  }

  /// A cursor before the value under `key`, if a mapping that has it stands next.
  package func value(under key: String) -> RuleCursor? {
    guard kind == .mapping else { return nil }
    var cursor = self
    for _ in 0..<cursor.readCount() {
      if cursor.readKey() == key { return cursor }
      cursor.skip()
    }
    return nil
  }

  /// A cursor before an element, if a list that has it stands next.
  package func value(at index: Int) -> RuleCursor? {
    guard kind == .list else { return nil }
    var cursor = self
    guard index < cursor.readCount() else { return nil }
    for _ in 0..<index { cursor.skip() }
    return cursor
  }

  private mutating func readTextRange() -> Range<Int> {
    offset += 1
    ordinal += 1
    let range = readRange()
    offset += 1
    return range
  }

  private mutating func readKeyRange() -> Range<Int> {
    ordinal += 1
    return readRange()
  }

  private mutating func readRange() -> Range<Int> {
    let count = readNumber()
    defer { offset += count }
    return offset..<offset + count
  }

  /// Reads digits and the one byte that ends them.
  private mutating func readNumber() -> Int {
    var number = 0
    while bytes[offset] >= UInt8(ascii: "0"), bytes[offset] <= UInt8(ascii: "9") {
      number = number * 10 + Int(bytes[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    offset += 1
    return number
  }
}
