import Basis

/// The part of a location that stands on its first line.
struct SARIFRegion {
  private let file: SourceFile
  private let id: ID<SourceFile>
  let start: LinePosition
  /// The column after the last one, on the same line.
  let endColumn: Int
  /// The text of the region.
  let text: String

  init(
    _ location: SourceLocation, in files: Table<SourceFile>, _ positions: inout FilePositions
  ) {
    id = location.file
    file = files[location.file]
    let (start, end) = positions.span(of: location)
    let line = positions.range(ofLine: start.line, in: location.file)
    let from = min(Int(location.range.start), line.upperBound)
    let to = min(max(from, Int(location.range.end)), line.upperBound)
    text = String(decoding: file.bytes[from..<to], as: UTF8.self)
    self.start = start
    endColumn = end.line == start.line ? end.column : start.column + text.utf16.count
  }

  /// Whole lines around the region; nil if they would not be more than the region itself.
  func context(
    _ count: Int, _ positions: inout FilePositions
  ) -> (lines: ClosedRange<Int>, text: String)? {
    let first = max(1, start.line - count)
    var last = min(positions.lineCount(of: id), start.line + count)
    // What follows the final line end is not a line to viewers.
    if last > start.line, positions.range(ofLine: last, in: id).lowerBound == file.bytes.count {
      last -= 1
    }
    let from = positions.range(ofLine: first, in: id).lowerBound
    let to = positions.range(ofLine: last, in: id).upperBound
    let context = String(decoding: file.bytes[from..<max(from, to)], as: UTF8.self)
    guard context.utf8.count > text.utf8.count else { return nil }
    return (first...last, context)
  }
}
