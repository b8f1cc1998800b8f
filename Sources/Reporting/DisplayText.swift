/// Text made safe for a terminal, one cell a user-visible character.
///
/// Source text and file names are not ours: an escape sequence in them must not reach the
/// terminal, a right-to-left override must not reorder the line, and a caret below a line must
/// stand below what it points at, whatever the width of the characters before it.
struct DisplayText: Equatable {
  /// A character as it is shown, and how many columns of the terminal it takes.
  struct Cell: Equatable {
    var text: String
    var width: Int
  }

  private(set) var cells: [Cell] = []
  private(set) var width = 0

  private static let tabStop = 4

  init(_ text: String = "") { append(text) }

  var text: String { cells.map(\.text).joined() }

  /// Adds text; a tab reaches to the next multiple of four columns.
  mutating func append(_ text: String) {
    for character in text {
      if character == "\t" {
        let blanks = Self.tabStop - width % Self.tabStop
        append(Cell(text: String(repeating: " ", count: blanks), width: blanks))
      } else {
        append(Self.cell(of: character))
      }
    }
  }

  private mutating func append(_ cell: Cell) {
    cells.append(cell)
    width += cell.width
  }

  private static func cell(of character: Character) -> Cell {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
      return Cell(text: String(character), width: 1)
    }
    let scalars = character.unicodeScalars
    guard scalars.contains(where: isUnsafe) else {
      let width = scalars.reduce(0) { max($0, columns(of: $1)) }
      return Cell(text: String(character), width: width)
    }
    let text = scalars.map { isUnsafe($0) ? picture(of: $0) : String($0) }.joined()
    return Cell(text: text, width: text.unicodeScalars.reduce(0) { $0 + columns(of: $1) })
  }

  /// Whether a scalar could move the cursor, hide itself or reorder its line.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    case .privateUse: true
    default: false
    }
  }

  /// A visible stand-in: the control picture where Unicode has one, else the number.
  private static func picture(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "?"
    case 0x7F: "\u{2421}"
    default: "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// What Unicode's East Asian Width calls wide or fullwidth, in blocks.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x1F200...0x1F265,
    0x20000...0x3FFFD,
  ]
}
