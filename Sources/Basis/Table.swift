/// An append-only array whose elements are reached by their own kind of ID.
@frozen
package struct Table<Element> {
  @usableFromInline var elements: [Element]

  @inlinable
  package init() { elements = [] }

  @inlinable
  package init(_ elements: [Element]) { self.elements = elements }

  @inlinable
  package var count: Int { elements.count }

  @inlinable
  package var isEmpty: Bool { elements.isEmpty }

  /// The ids of all elements, in order of appending.
  @inlinable
  package var ids: LazyMapSequence<Range<Int>, ID<Element>> {
    elements.indices.lazy.map { ID($0) }
  }

  /// The elements in order of appending.
  @inlinable
  package var values: [Element] { elements }

  @inlinable
  @discardableResult
  package mutating func append(_ element: Element) -> ID<Element> {
    elements.append(element)
    return ID(elements.count - 1)
  }

  @inlinable
  package subscript(id: ID<Element>) -> Element {
    get { elements[id.index] }
    _modify { yield &elements[id.index] }
  }
}

extension Table: Sendable where Element: Sendable {}
extension Table: Equatable where Element: Equatable {}
