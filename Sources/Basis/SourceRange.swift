/// Where something stands, in bytes; lines and columns exist only in reports.
@frozen
public struct ByteRange: Hashable, Sendable {
  public var start: UInt32
  public var end: UInt32

  @inlinable
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// A range that stands for no text at all.
  public static let none = ByteRange(start: 0, end: 0)

  @inlinable
  public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
}

/// A range of bytes in a file.
package struct SourceLocation: Hashable, Sendable {
  package var file: ID<SourceFile>
  package var range: ByteRange

  package init(file: ID<SourceFile>, range: ByteRange) {
    self.file = file
    self.range = range
  }
}
