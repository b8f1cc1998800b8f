/// A set of small numbers, one bit each.
///
/// Two sets with the same members are equal, whatever their capacity was.
@frozen
public struct BitSet: Hashable, Sendable {
  @usableFromInline var words: [UInt64]

  @inlinable
  public init() { words = [] }

  @inlinable
  public var isEmpty: Bool { words.isEmpty }

  @inlinable
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  @inlinable
  public func contains(_ member: Int) -> Bool {
    let word = member >> 6
    return word < words.count && words[word] & (1 << UInt64(member & 63)) != 0
  }

  /// Adds `member`; returns whether it was new.
  @inlinable
  @discardableResult
  public mutating func insert(_ member: Int) -> Bool {
    let word = member >> 6
    while words.count <= word { words.append(0) }
    let bit = UInt64(1) << UInt64(member & 63)
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }

  /// Takes `member` out; returns whether it was there.
  @inlinable
  @discardableResult
  public mutating func remove(_ member: Int) -> Bool {
    guard contains(member) else { return false }
    words[member >> 6] &= ~(1 << UInt64(member & 63))
    trim()
    return true
  }

  /// Adds the members of `other`; returns whether any was new.
  @inlinable
  @discardableResult
  public mutating func formUnion(_ other: BitSet) -> Bool {
    var grew = false
    while words.count < other.words.count { words.append(0) }
    for index in other.words.indices {
      let joined = words[index] | other.words[index]
      if joined != words[index] {
        words[index] = joined
        grew = true
      }
    }
    return grew
  }

  @inlinable
  public mutating func formIntersection(_ other: BitSet) {
    for index in words.indices {
      words[index] &= index < other.words.count ? other.words[index] : 0
    }
    trim()
  }

  @inlinable
  public func isDisjoint(with other: BitSet) -> Bool {
    for index in 0..<min(words.count, other.words.count)
    where words[index] & other.words[index] != 0 {
      return false
    }
    return true
  }

  /// Takes the smallest member out; nil when there is none.
  @inlinable
  public mutating func popFirst() -> Int? {
    for (index, word) in words.enumerated() where word != 0 {
      let member = index << 6 + word.trailingZeroBitCount
      remove(member)
      return member
    }
    return nil
  }

  /// The members in ascending order.
  @inlinable
  public var members: [Int] {
    var result: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        result.append(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }

  /// Keeps the last word non-zero, so that equality of words is equality of sets.
  @usableFromInline
  mutating func trim() {
    while words.last == 0 { words.removeLast() }
  }
}

extension BitSet: ExpressibleByArrayLiteral {
  @inlinable
  public init(arrayLiteral members: Int...) {
    self.init()
    for member in members { insert(member) }
  }
}
