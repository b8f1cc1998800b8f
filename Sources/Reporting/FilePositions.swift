import Basis

/// Lines and columns of a report's files; each file's lines are found once, when first asked for.
struct FilePositions {
  private let files: Table<SourceFile>
  private var indexes: [ID<SourceFile>: LineIndex] = [:]

  init(_ files: Table<SourceFile>) { self.files = files }

  /// Where a range starts and ends; the end is the position after its last byte.
  mutating func span(of location: SourceLocation) -> (start: LinePosition, end: LinePosition) {
    let bytes = files[location.file].bytes
    let index = index(of: location.file)
    return (
      index.position(of: location.range.start, in: bytes),
      index.position(of: max(location.range.start, location.range.end), in: bytes)
    )
  }

  /// The bytes of a line, counted from 1, without its line end.
  mutating func range(ofLine line: Int, in file: ID<SourceFile>) -> Range<Int> {
    index(of: file).range(ofLine: line, in: files[file].bytes)
  }

  /// How many lines a file has; an empty one has one.
  mutating func lineCount(of file: ID<SourceFile>) -> Int { index(of: file).lineCount }

  private mutating func index(of file: ID<SourceFile>) -> LineIndex {
    if let known = indexes[file] { return known }
    let index = LineIndex(files[file].bytes)
    indexes[file] = index
    return index
  }
}
