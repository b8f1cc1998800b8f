/// The values of one node, in the order in which they came.
///
/// Most nodes hold one value or none, and there are hundreds of thousands: one value needs no
/// storage of its own. Values are kept as numbers, so that one is looked up among many in a loop that
/// the compiler vectorises.
struct ValueSet: RandomAccessCollection, RangeReplaceableCollection, Sendable {
  private var first = Self.none
  /// What came after the first; empty without one.
  private var rest: [UInt64] = []

  /// No value's number.
  private static let none = UInt64.max

  init() {}

  var startIndex: Int { 0 }

  var endIndex: Int { first == Self.none ? 0 : rest.count + 1 }

  subscript(position: Int) -> Value {
    if position > 0 { return Value(packed: rest[position - 1]) }
    precondition(first != Self.none, "an empty set has no values")
    return Value(packed: first)
  }

  func contains(_ value: Value) -> Bool {
    let packed = value.packed
    return first == packed || rest.contains(packed)
  }

  /// How many values stand first in both sets, in the same order.
  func countOfCommonPrefix(with other: ValueSet) -> Int {
    guard first == other.first, first != Self.none else { return 0 }
    var count = 0
    let end = Swift.min(rest.count, other.rest.count)
    while count < end, rest[count] == other.rest[count] { count += 1 }
    return count + 1
  }

  mutating func append(_ value: Value) {
    if first == Self.none { first = value.packed } else { rest.append(value.packed) }
  }

  mutating func append(contentsOf values: some Sequence<Value>) {
    for value in values { append(value) }
  }

  mutating func replaceSubrange(_ range: Range<Int>, with values: some Collection<Value>) {
    var all = map(\.packed)
    all.replaceSubrange(range, with: values.map(\.packed))
    first = all.first ?? Self.none
    rest = Array(all.dropFirst())
  }

  /// What `transform` gives for each value, in their order, each once.
  func gathered(_ transform: (Value) -> ValueSet) -> ValueSet {
    if count == 1 { return transform(self[0]) }
    var result = ValueSet()
    for value in self {
      for found in transform(value) where !result.contains(found) { result.append(found) }
    }
    return result
  }

  mutating func remove(_ value: Value) {
    let packed = value.packed
    rest.removeAll { $0 == packed }
    if first == packed { first = rest.isEmpty ? Self.none : rest.removeFirst() }
  }
}

extension ValueSet: ExpressibleByArrayLiteral {
  init(arrayLiteral values: Value...) { append(contentsOf: values) }
}
