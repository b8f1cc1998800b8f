/// Values attached, densely, to the elements of someone else's table.
@frozen
public struct SideTable<Owner, Value> {
  @usableFromInline var values: [Value]

  @inlinable
  public init(repeating value: Value, for owners: Table<Owner>) {
    values = Array(repeating: value, count: owners.count)
  }

  @inlinable
  public init(repeating value: Value, count: Int) {
    values = Array(repeating: value, count: count)
  }

  @inlinable
  public var count: Int { values.count }

  /// The values in the order of their owners.
  @inlinable
  public var all: [Value] { values }

  @inlinable
  public subscript(id: ID<Owner>) -> Value {
    get { values[id.index] }
    _modify { yield &values[id.index] }
  }
}

extension SideTable: Sendable where Value: Sendable {}
extension SideTable: Equatable where Value: Equatable {}
