// The types here that other modules use on their hot paths are `public`, the only ones in the house:
// the compiler (6.3) accepts `@inlinable package` and then keeps the body to itself, so that every
// access from another module is a call, and of a generic type an unspecialised one. Lowering was
// 2.4 times as slow.

/// An append-only array whose elements are reached by their own kind of ID.
@frozen
public struct Table<Element> {
  @usableFromInline var elements: [Element]

  @inlinable
  public init() { elements = [] }

  @inlinable
  public init(_ elements: [Element]) { self.elements = elements }

  @inlinable
  public var count: Int { elements.count }

  @inlinable
  public var isEmpty: Bool { elements.isEmpty }

  /// The ids of all elements, in order of appending.
  @inlinable
  public var ids: LazyMapSequence<Range<Int>, ID<Element>> {
    elements.indices.lazy.map { ID($0) }
  }

  /// The elements in order of appending.
  @inlinable
  public var values: [Element] { elements }

  @inlinable
  @discardableResult
  public mutating func append(_ element: Element) -> ID<Element> {
    elements.append(element)
    return ID(elements.count - 1)
  }

  @inlinable
  public subscript(id: ID<Element>) -> Element {
    // Reads in place: a getter, the array's own as well, would copy all of an element to give one
    // field of it.
    _read { yield elements.span[id.index] }
    _modify { yield &elements[id.index] }
  }
}

extension Table: Sendable where Element: Sendable {}
extension Table: Equatable where Element: Equatable {}
