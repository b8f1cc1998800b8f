import Basis

/// A line of source with a part of it underlined, cut to fit around that part.
struct CodeFrame: Equatable {
  private(set) var line = ""
  /// How many columns stand before the underlined part.
  private(set) var indent = 0
  /// How many columns are underlined, at least one.
  private(set) var length = 1

  /// How much of a line is looked at, in bytes on each side of what is underlined.
  private static let reach = 1_000
  private static let ellipsis = DisplayText.Cell(text: "…", width: 1)

  /// Underlines `marked`, which is cut to `line`; both are ranges of `bytes`.
  init(_ bytes: [UInt8], line: Range<Int>, marked: Range<Int>, width: Int) {
    let start = min(max(marked.lowerBound, line.lowerBound), line.upperBound)
    let end = min(max(marked.upperBound, start), line.upperBound)
    let first = Self.aligned(max(line.lowerBound, start - Self.reach), in: bytes)
    let middle = Self.aligned(min(end, start + Self.reach), in: bytes)
    let last = Self.aligned(min(line.upperBound, middle + Self.reach), in: bytes)

    var text = DisplayText(String(decoding: bytes[min(first, start)..<start], as: UTF8.self))
    let markStart = text.cells.count
    text.append(String(decoding: bytes[start..<max(start, middle)], as: UTF8.self))
    let markEnd = text.cells.count
    text.append(String(decoding: bytes[max(start, middle)..<max(middle, last)], as: UTF8.self))
    let isCut = (left: first > line.lowerBound, right: last < line.upperBound)
    cut(text.cells, around: markStart..<markEnd, width: width, isCut: isCut)
  }

  /// The nearest offset at or before `offset` that does not split a character.
  private static func aligned(_ offset: Int, in bytes: [UInt8]) -> Int {
    var offset = offset
    var steps = 0
    while steps < 3, offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 {
      offset -= 1
      steps += 1
    }
    return offset
  }

  private mutating func cut(
    _ cells: [DisplayText.Cell], around mark: Range<Int>, width: Int,
    isCut: (left: Bool, right: Bool)
  ) {
    let total = cells.reduce(0) { $0 + $1.width }
    var window = cells.startIndex..<cells.endIndex
    if total > width { window = Self.window(of: cells, around: mark, width: width - 2) }
    var shown = Array(cells[window])
    var before = Self.columns(of: cells[window.lowerBound..<mark.lowerBound])
    if isCut.left || window.lowerBound > 0 {
      shown.insert(Self.ellipsis, at: 0)
      before += 1
    }
    if isCut.right || window.upperBound < cells.count { shown.append(Self.ellipsis) }
    line = shown.map(\.text).joined()
    indent = before
    let visible = mark.lowerBound..<max(mark.lowerBound, min(mark.upperBound, window.upperBound))
    length = max(1, Self.columns(of: cells[visible]))
  }

  /// The cells to show: a third of the width before the mark, the rest from it on.
  private static func window(
    of cells: [DisplayText.Cell], around mark: Range<Int>, width: Int
  ) -> Range<Int> {
    let after = columns(of: cells[mark.lowerBound...])
    let room = max(width / 3, width - after)
    var start = mark.lowerBound
    var used = 0
    while start > 0, used + cells[start - 1].width <= room {
      start -= 1
      used += cells[start].width
    }
    var end = mark.lowerBound
    while end < cells.count, used + cells[end].width <= width {
      used += cells[end].width
      end += 1
    }
    return start..<end
  }

  private static func columns(of cells: ArraySlice<DisplayText.Cell>) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }
}
