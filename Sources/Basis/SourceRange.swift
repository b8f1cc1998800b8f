/// Where something stands, in bytes; lines and columns exist only in reports.
@frozen
package struct ByteRange: Hashable, Sendable {
  package var start: UInt32
  package var end: UInt32

  @inlinable
  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// A range that stands for no text at all.
  package static let none = ByteRange(start: 0, end: 0)

  @inlinable
  package func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
}

/// A range of bytes in a file.
@frozen
package struct SourceLocation: Hashable, Sendable {
  package var file: ID<SourceFile>
  package var range: ByteRange

  @inlinable
  package init(file: ID<SourceFile>, range: ByteRange) {
    self.file = file
    self.range = range
  }
}
