/// A number that names one element of a table and cannot be confused with another's.
///
/// The owner is a phantom: `ID<Block>` indexes tables of blocks and nothing else.
@frozen
package struct ID<Owner>: Hashable, Comparable, Sendable {
  package let rawValue: UInt32

  @inlinable
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable
  package init(_ index: Int) { rawValue = UInt32(index) }

  /// The same number, for indexing arrays.
  @inlinable
  package var index: Int { Int(rawValue) }

  @inlinable
  package static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
}
