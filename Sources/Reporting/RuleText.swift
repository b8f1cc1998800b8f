package import RuleBook

/// The page about a rule: why it matters, how to fix it, examples, references.
package struct RuleText: Sendable {
  private let rule: Rule

  package init(_ rule: Rule) { self.rule = rule }

  /// The page as Markdown, without its title.
  package var markdown: String {
    var sections = [rule.why, section("How to fix it", rule.fix)]
    sections += rule.examples.map { example in
      let code = Markdown.fenced(Self.withoutExpectations(example.code), language: example.language)
      return section("Example: \(example.title)", code)
    }
    let references = rule.references.map { "- \($0)" }.joined(separator: "\n")
    sections.append(section("References", references))
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func section(_ title: String, _ body: String) -> String {
    body.isEmpty ? "" : "## \(title)\n\n\(body.hasSuffix("\n") ? String(body.dropLast()) : body)"
  }

  /// Takes out the words in comments that tell the tests what is expected of a line.
  ///
  /// They stand at the end of a comment, or are the whole of it.
  static func withoutExpectations(_ code: String) -> String {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.compactMap { line -> String? in
      guard let start = expectationStart(in: line) else { return String(line) }
      var rest = line[..<start]
      while let last = rest.last, last == " " || last == "\t" { rest = rest.dropLast() }
      return rest.isEmpty ? nil : String(rest)
    }.joined(separator: "\n")
  }

  /// Where a comment starts that begins with one of the four words of the fixtures.
  private static func expectationStart(in line: Substring) -> String.Index? {
    for mark in ["//", "#"] {
      var rest = line
      while let range = rest.firstRange(of: mark) {
        let comment = line[range.upperBound...].drop { $0 == " " }
        let words = ["expect:", "step:", "missing:", "spurious:"]
        if words.contains(where: comment.hasPrefix) { return range.lowerBound }
        rest = line[range.upperBound...]
      }
    }
    return nil
  }
}
