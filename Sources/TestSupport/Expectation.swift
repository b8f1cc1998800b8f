import Basis
import Foundation

/// What a comment of a fixture says of a line of code.
struct Expectation: Hashable {
  /// The four words that fixtures are written in.
  enum Kind: Hashable {
    /// `expect: SL103 note "part of the message"`: a finding of that rule starts on the line, and its
    /// message or help holds the text; the severity and the text may be left out.
    case finding(rule: String, severity: String?, message: String)
    /// `missing: SL103 (reason)`: a known gap; fails as soon as the finding appears.
    case missing(rule: String)
    /// `spurious: SL103 (reason)`: a known false finding; fails as soon as it is gone.
    case spurious(rule: String)
    /// `step: mayRaise`: the trace of the expectation that it belongs to passes the line.
    case step(role: String)
  }

  var kind: Kind
  var path: String
  var line: Int

  /// The rule that the line speaks of.
  var rule: String? {
    switch kind {
    case .finding(let rule, _, _), .missing(let rule), .spurious(let rule): rule
    case .step: nil
    }
  }
}

/// The expectations in a file's comments, in their order.
///
/// A comment alone on its line speaks of the next line of code.
func expectations(in file: SourceFile, comments: [ByteRange]) -> [Expectation] {
  let lines = LineIndex(file.bytes)
  let commentLines = Set(
    comments.filter { standsAlone($0, in: file.bytes, lines) }.map { lines.line(of: $0.start) })
  return comments.sorted { $0.start < $1.start }.flatMap { comment -> [Expectation] in
    let text = String(decoding: file.bytes[Int(comment.start)..<Int(comment.end)], as: UTF8.self)
    var line = lines.line(of: comment.start)
    while commentLines.contains(line) || isBlank(line, of: file.bytes, lines) { line += 1 }
    return kinds(in: text).map { Expectation(kind: $0, path: file.path, line: line) }
  }
}

private func standsAlone(_ comment: ByteRange, in bytes: [UInt8], _ lines: LineIndex) -> Bool {
  let line = lines.range(ofLine: lines.line(of: comment.start), in: bytes)
  return bytes[line.lowerBound..<Int(comment.start)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
}

private func isBlank(_ line: Int, of bytes: [UInt8], _ lines: LineIndex) -> Bool {
  guard line < lines.lineCount else { return false }
  return bytes[lines.range(ofLine: line, in: bytes)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
}

private func kinds(in comment: String) -> [Expectation.Kind] {
  let form =
    /(expect|missing|spurious|step):\s*(\w+)(?:\s+(note|warning|error)\b)?(?:\s+"([^"]*)")?/
  return comment.matches(of: form).map { match in
    let rule = String(match.output.2)
    return switch match.output.1 {
    case "expect":
      .finding(
        rule: rule, severity: match.output.3.map(String.init),
        message: match.output.4.map(String.init) ?? "")
    case "missing": .missing(rule: rule)
    case "spurious": .spurious(rule: rule)
    default: .step(role: rule)
    }
  }
}
