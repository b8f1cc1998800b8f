package import Basis

/// A comment that asks for findings of named rules to be left out, for a stated reason.
///
///     client = pool.connect()  # stopleak: ignore[SL103] -- the caller releases it
///
///     // stopleak: ignore[SL103, SL107] -- closed by the framework
///     const client = await pool.connect();
///
/// It speaks of its own line or, when it stands alone on its line, of the line below (further
/// comments between the two do not matter). The rules and the reason are required.
package struct Suppression: Sendable, Equatable {
  /// From the word `stopleak` to the end of the comment's text.
  package var range: ByteRange
  /// The rules in the order of writing.
  package var rules: [String]
  /// The line that it speaks of, counted from 1.
  package var line: Int
  /// What is wrong with the comment itself; such a comment suppresses nothing.
  package var fault: Fault?

  /// What can be wrong with the comment itself.
  package enum Fault: Sendable, Equatable {
    case unknownDirective(String)
    case noRules
    case noReason
  }
}

/// The suppressions in a file's comments, in the order of the file.
///
/// `comments` are the ranges of the real comments, as the parser found them: a text in quotes that
/// looks like a suppression is none.
package func suppressions(
  in bytes: [UInt8], comments: [ByteRange], lines: LineIndex
) -> [Suppression] {
  var result: [Suppression] = []
  let ordered = comments.sorted { $0.start < $1.start }
  let layout = CommentLayout(bytes: bytes, comments: ordered, lines: lines)
  for comment in ordered {
    let text = bytes[Int(comment.start)..<min(Int(comment.end), bytes.count)]
    guard let start = directiveStart(in: text) else { continue }
    var scanner = DirectiveScanner(text: text[start...])
    let (rules, fault) = scanner.read()
    let range = ByteRange(start: UInt32(start), end: UInt32(scanner.end))
    result.append(
      Suppression(
        range: range, rules: rules, line: layout.target(of: comment), fault: fault))
  }
  return result
}

/// Where `stopleak:` stands in a comment: right after a comment mark, the first or a later one.
private func directiveStart(in comment: ArraySlice<UInt8>) -> Int? {
  let word = Array("stopleak:".utf8)
  guard comment.count >= word.count else { return nil }
  for start in comment.startIndex...(comment.endIndex - word.count)
  where comment[start] == word[0] && comment[start...].starts(with: word) {
    let before = comment[..<start].last { $0 != 0x20 && $0 != 0x09 }
    let marks: [UInt8] = [UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "*")]
    if let before, marks.contains(before) { return start }
  }
  return nil
}

/// Reads what follows `stopleak:` in one comment.
private struct DirectiveScanner {
  private var rest: ArraySlice<UInt8>
  /// Where the directive's text ends: at the line's or the comment's end, blanks left out.
  let end: Int

  init(text: ArraySlice<UInt8>) {
    var line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    if line.suffix(2).elementsEqual("*/".utf8) { line = line.dropLast(2) }
    while let last = line.last, last == 0x20 || last == 0x09 { line = line.dropLast() }
    end = line.endIndex
    rest = line.dropFirst("stopleak:".utf8.count)
  }

  /// The rules that the comment names, and what is wrong with it.
  mutating func read() -> (rules: [String], fault: Suppression.Fault?) {
    skipBlanks()
    let verb = rest.prefix { $0 != UInt8(ascii: "[") && $0 != 0x20 && $0 != 0x09 }
    rest = rest.dropFirst(verb.count)
    guard verb.elementsEqual("ignore".utf8) else {
      return ([], .unknownDirective(String(decoding: verb, as: UTF8.self)))
    }
    let rules = readRules()
    guard !rules.isEmpty else { return ([], .noRules) }
    skipBlanks()
    guard rest.starts(with: "--".utf8) else { return (rules, .noReason) }
    rest = rest.drop { $0 == UInt8(ascii: "-") }
    skipBlanks()
    return (rules, rest.isEmpty ? .noReason : nil)
  }

  private mutating func readRules() -> [String] {
    guard rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]"))
    else { return [] }
    let list = rest[rest.startIndex..<close].dropFirst()
    rest = rest[close...].dropFirst()
    let names = list.split(separator: UInt8(ascii: ",")).map { part in
      String(decoding: part.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
    }
    return names.filter { !$0.isEmpty }
  }

  private mutating func skipBlanks() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
  }
}

/// Which lines of a file hold nothing but comments.
private struct CommentLayout {
  let bytes: [UInt8]
  /// In the order of the file.
  let comments: [ByteRange]
  let lines: LineIndex

  /// The line that a suppression in `comment` speaks of.
  func target(of comment: ByteRange) -> Int {
    let own = lines.line(of: comment.start)
    guard holdsOnlyComments(own) else { return own }
    var line = own
    repeat { line += 1 } while line <= lines.lineCount && holdsOnlyComments(line)
    return line
  }

  /// Whether a line has a comment and nothing else, but for the braces around one in JSX.
  private func holdsOnlyComments(_ line: Int) -> Bool {
    let range = lines.range(ofLine: line, in: bytes)
    var offset = range.lowerBound
    var hasComment = false
    while offset < range.upperBound {
      if let comment = comment(around: UInt32(offset)) {
        hasComment = true
        offset = Int(comment.end)
      } else if isBlank(offset) || isBraceOfComment(offset) {
        offset += 1
      } else {
        return false
      }
    }
    return hasComment
  }

  private func comment(around offset: UInt32) -> ByteRange? {
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, comments[low - 1].end > offset else { return nil }
    return comments[low - 1]
  }

  private func isBlank(_ offset: Int) -> Bool { bytes[offset] == 0x20 || bytes[offset] == 0x09 }

  private func isBraceOfComment(_ offset: Int) -> Bool {
    if bytes[offset] == UInt8(ascii: "{") { return bytes[(offset + 1)...].starts(with: "/*".utf8) }
    return bytes[offset] == UInt8(ascii: "}") && bytes[..<offset].suffix(2).elementsEqual("*/".utf8)
  }
}
