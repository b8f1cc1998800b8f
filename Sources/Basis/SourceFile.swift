/// A file as it was read: its path as shown to users, and its bytes.
package struct SourceFile: Sendable {
  /// Relative to the working directory, with `/`.
  package let path: String
  /// Below the folder of its project: what stands before says nothing of what the file is for.
  package let projectPath: String
  private let content: Content

  private enum Content: Sendable {
    case known([UInt8])
    case later(LazyBytes)
  }

  /// - Parameter projectPath: the path itself, if not given.
  package init(path: String, projectPath: String? = nil, bytes: [UInt8]) {
    self.path = path
    self.projectPath = projectPath ?? path
    content = .known(bytes)
  }

  /// A file that is read when somebody asks for its bytes, and then once.
  package init(
    path: String, projectPath: String? = nil, reading: @escaping @Sendable () -> [UInt8]
  ) {
    self.path = path
    self.projectPath = projectPath ?? path
    content = .later(LazyBytes(reading))
  }

  package var bytes: [UInt8] {
    switch content {
    case .known(let bytes): bytes
    case .later(let bytes): bytes.value
    }
  }
}

/// A line and a column, both counted from 1; the column in UTF-16 code units.
package struct LinePosition: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The starts of a file's lines, for turning offsets into positions.
///
/// LF, CRLF and a lone CR end a line. A byte order mark at the start is not a column.
package struct LineIndex: Sendable {
  private let starts: [UInt32]

  package init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (offset, byte) in bytes.enumerated() {
      let isEnd =
        byte == 0x0A
        || byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
      if isEnd { starts.append(UInt32(offset + 1)) }
    }
    self.starts = starts
  }

  package var lineCount: Int { starts.count }

  /// The line that holds `offset`, counted from 1.
  package func line(of offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The position of `offset` in `bytes`, which must be those the index was made of.
  package func position(of offset: UInt32, in bytes: [UInt8]) -> LinePosition {
    let line = line(of: offset)
    let start = Int(starts[line - 1])
    let end = min(Int(offset), bytes.count)
    guard start < end else { return LinePosition(line: line, column: 1) }
    let column = String(decoding: bytes[start..<end], as: UTF8.self).utf16.count + 1
    return LinePosition(line: line, column: column)
  }

  /// The bytes of a line, counted from 1, without its line end.
  package func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(start, end)
  }
}
