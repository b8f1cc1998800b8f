import Basis
import Testing

@testable import Reporting

@Suite struct CodeFrameTests {
  /// The frame of the first line that holds `mark`, as the two lines that a reader sees.
  private func frame(_ source: String, mark: String, width: Int = 80) -> String {
    let bytes = Array(source.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: mark.utf8) } ?? 0
    let lines = LineIndex(bytes)
    let line = lines.range(ofLine: lines.line(of: UInt32(start)), in: bytes)
    let marked = start..<(start + mark.utf8.count)
    let frame = CodeFrame(bytes, line: line, marked: marked, width: width)
    let underline = String(repeating: "^", count: frame.length)
    return frame.line + "\n" + String(repeating: " ", count: frame.indent) + underline
  }

  @Test func underlinesWhatIsMarked() {
    #expect(frame("let a = f();\n", mark: "f()") == "let a = f();\n        ^^^")
  }

  @Test func aMarkOverSeveralLinesEndsWithTheFirst() {
    #expect(frame("a = f(\n  1)\n", mark: "f(\n  1)") == "a = f(\n    ^^")
  }

  @Test func countsColumnsOfTheTerminal() {
    #expect(frame("\tf()", mark: "f()") == "    f()\n    ^^^")
    #expect(frame("名前 f()", mark: "f()") == "名前 f()\n     ^^^")
    #expect(frame("😀 f()", mark: "f()") == "😀 f()\n   ^^^")
    #expect(frame("e\u{301} f()", mark: "f()") == "e\u{301} f()\n  ^^^")
    #expect(frame("f(名)", mark: "f(名)") == "f(名)\n^^^^^")
  }

  @Test func showsWhatATerminalWouldObey() {
    #expect(frame("\u{1B}[31m f()", mark: "f()") == "␛[31m f()\n      ^^^")
    #expect(frame("\u{7F}\u{202E}f()", mark: "f()") == "␡\\u{202e}f()\n         ^^^")
  }

  @Test func cutsLongLinesAroundTheMark() {
    let source =
      String(repeating: "a", count: 5_000) + "MARK" + String(repeating: "b", count: 5_000)
    let lines = frame(source, mark: "MARK", width: 40).split(separator: "\n")
    #expect(lines[0] == "…aaaaaaaaaaaaMARKbbbbbbbbbbbbbbbbbbbbbb…")
    #expect(lines[1] == "             ^^^^")
  }

  @Test func aMarkLongerThanTheLineIsCut() {
    let mark = String(repeating: "m", count: 90)
    let lines = frame("a \(mark) b", mark: mark, width: 40).split(separator: "\n")
    #expect(lines[0].count <= 40)
    #expect(lines[0].hasSuffix("…"))
    #expect(lines[1].count <= 40)
  }

  @Test func invalidBytesAreReplaced() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x20, 0x66]
    let frame = CodeFrame(bytes, line: 0..<4, marked: 3..<4, width: 80)
    #expect(frame.line == "a\u{FFFD} f")
    #expect(frame.indent == 3)
  }

  @Test func anEmptyMarkIsOneColumn() {
    let frame = CodeFrame([], line: 0..<0, marked: 0..<0, width: 80)
    #expect(frame.length == 1)
    #expect(frame.line == "")
  }
}
