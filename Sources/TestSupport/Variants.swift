import Basis
import Foundation

// Each fixture is also run changed in ways that must not matter, or that must silence it. What a
// change does to a fixture is written once, here; the expectations move with the lines because
// they stand in the source. A fixture that a change would break is left out of it: a module's
// imports cannot stand in a function, a file without findings cannot be suppressed.

/// A change of a fixture's source.
package enum Variant: String, Sendable, CaseIterable {
  /// A comment of several bytes a character stands above: offsets are not columns.
  case multibyteCommentAbove
  case carriageReturns
  /// A statement that does nothing stands above.
  case deadStatementAbove
  case insideFunction
  /// Every finding is suppressed on the line before it.
  case suppressed
  /// The whole file is a comment.
  case insideComment
  /// The whole file is a text.
  case insideString

  /// The changed fixture; nil when the change makes no sense for it.
  package func apply(to fixture: Fixture) -> Fixture? {
    var result = fixture
    result.files = []
    for file in fixture.files {
      if Fixture.isSchema(file) {
        result.files.append(file)
        continue
      }
      let text = String(decoding: file.bytes, as: UTF8.self)
      guard let changed = changed(text, isPython: file.path.hasSuffix(".py"), isOnly(fixture))
      else { return nil }
      result.files.append(SourceFile(path: file.path, bytes: Array(changed.utf8)))
    }
    result.name += " \(rawValue)"
    return result.hasSameText(as: fixture) ? nil : result
  }

  private func isOnly(_ fixture: Fixture) -> Bool { fixture.files.count == 1 }

  private func changed(_ text: String, isPython: Bool, _ isOnlyFile: Bool) -> String? {
    let mark = isPython ? "#" : "//"
    switch self {
    case .multibyteCommentAbove: return "\(mark) Größe, 大きさ, 🙂\n" + text
    case .carriageReturns: return text.replacing("\n", with: "\r\n")
    case .deadStatementAbove: return (isPython ? "if False:\n    pass\n" : "if (false) {}\n") + text
    case .insideFunction:
      return isOnlyFile && Self.canBeNested(text, isPython) ? Self.nested(text, isPython) : nil
    case .suppressed: return Self.suppressed(text, mark)
    case .insideComment:
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "\(mark) \($0.replacing(/(expect|step|missing|spurious):/, with: "was"))" }
        .joined(separator: "\n")
    case .insideString:
      return "text = " + Self.quoted(text) + "\n"
    }
  }

  private static func canBeNested(_ text: String, _ isPython: Bool) -> Bool {
    isPython
      ? !text.contains("__future__") && !text.contains("import *")
      : !text.contains(/(?m)^(import|export)\b/)
  }

  private static func nested(_ text: String, _ isPython: Bool) -> String {
    guard isPython else { return "function nested() {\n\(text)\n}\n" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "def nested():\n" + lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }

  /// Nil when a false finding is known, which nobody would suppress in a test.
  private static func suppressed(_ text: String, _ mark: String) -> String? {
    var result: [Substring] = []
    var waiting: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.contains(/spurious:/) { return nil }
      let rules = line.matches(of: /expect:\s*(\w+)/).map { String($0.output.1) }
      let indentation = line.prefix { $0 == " " || $0 == "\t" }
      let isComment = line.dropFirst(indentation.count).hasPrefix(mark)
      waiting += rules
      if !waiting.isEmpty, !isComment, !line.dropFirst(indentation.count).isEmpty {
        let list = waiting.joined(separator: ", ")
        result.append("\(indentation)\(mark) stopleak: ignore[\(list)] -- a variant")
        waiting = []
      }
      result.append(line.replacing(/(expect|step):/, with: "was")[...])
    }
    return result.joined(separator: "\n")
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"", "\\": result += "\\\(character)"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }
}

extension Fixture {
  fileprivate func hasSameText(as other: Fixture) -> Bool {
    zip(files, other.files).allSatisfy { $0.bytes == $1.bytes }
  }
}
