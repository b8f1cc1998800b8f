/// The values of one node, in the order in which they came.
///
/// Most nodes hold one value or none, and there are hundreds of thousands: one value needs no
/// storage of its own.
struct ValueSet: RandomAccessCollection, RangeReplaceableCollection, Sendable {
  private var first: Value?
  /// What came after the first; empty without one.
  private var rest: [Value] = []

  init() {}

  var startIndex: Int { 0 }

  var endIndex: Int { first == nil ? 0 : rest.count + 1 }

  subscript(position: Int) -> Value {
    if position > 0 { return rest[position - 1] }
    guard let first else { preconditionFailure("an empty set has no values") }
    return first
  }

  func contains(_ value: Value) -> Bool { first == value || rest.contains(value) }

  mutating func append(_ value: Value) {
    if first == nil { first = value } else { rest.append(value) }
  }

  mutating func append(contentsOf values: some Sequence<Value>) {
    for value in values { append(value) }
  }

  mutating func replaceSubrange(_ range: Range<Int>, with values: some Collection<Value>) {
    var all = Array(self)
    all.replaceSubrange(range, with: values)
    first = all.first
    rest = Array(all.dropFirst())
  }

  /// What `transform` gives for each value, in their order.
  func gathered(_ transform: (Value) -> ValueSet) -> ValueSet {
    var result = ValueSet()
    for value in self { result.append(contentsOf: transform(value)) }
    return result
  }

  mutating func remove(_ value: Value) {
    rest.removeAll { $0 == value }
    if first == value { first = rest.isEmpty ? nil : rest.removeFirst() }
  }
}

extension ValueSet: ExpressibleByArrayLiteral {
  init(arrayLiteral values: Value...) { append(contentsOf: values) }
}
