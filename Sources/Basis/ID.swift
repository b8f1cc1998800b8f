/// A number that names one element of a table and cannot be confused with another's.
///
/// The owner is a phantom: `ID<Block>` indexes tables of blocks and nothing else.
@frozen
public struct ID<Owner>: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable
  public init(_ index: Int) { rawValue = UInt32(index) }

  /// The same number, for indexing arrays.
  @inlinable
  public var index: Int { Int(rawValue) }

  @inlinable
  public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
}
