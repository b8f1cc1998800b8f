import Findings
package import RuleBook

/// The page about a rule: why it matters, how to fix it, examples, references.
package struct RuleText: Sendable {
  private let rule: Rule

  package init(_ rule: Rule) { self.rule = rule }

  /// The page as Markdown, without its title, with these of the rule's examples.
  package func markdown(examples: [Example]) -> String {
    var sections = [rule.why, section("How to fix it", rule.fix)]
    sections += examples.map { example in
      let title = "\(example.isWrong ? "Wrong" : "Right"): \(example.title)"
      return section(title, Markdown.fenced(example.shownCode, language: example.language))
    }
    sections.append(
      section("References", rule.references.map { "- \($0)" }.joined(separator: "\n")))
    let whole = sections.filter { !$0.isEmpty }
    return whole.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }.joined(separator: "\n\n")
  }

  /// The whole page as Markdown, with all examples.
  package var page: String {
    let facts = "`\(rule.name)`, \(rule.severity.rawValue), \(rule.standing)"
    return "# \(rule.id): \(rule.title)\n\n\(facts)\n\n\(markdown(examples: rule.examples))\n"
  }

  /// The whole page for a terminal.
  package func text(style: TextStyle) -> String {
    var isCode = false
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.compactMap { line -> String? in
      if line.starts(with: "```") {
        isCode.toggle()
        return nil
      }
      if isCode { return line.isEmpty ? "" : "    " + line }
      guard line.starts(with: "#") else { return String(line) }
      return style.paint(String(line.drop { $0 == "#" || $0 == " " }), .strong)
    }.joined(separator: "\n")
  }

  /// A wrong and a right example in one language: what a reader needs first.
  package var leadingExamples: [Example] {
    guard let wrong = rule.examples.first(where: \.isWrong) else {
      return Array(rule.examples.prefix(1))
    }
    let right = rule.examples.first { !$0.isWrong && $0.language == wrong.language }
    return [wrong] + (right.map { [$0] } ?? [])
  }

  /// The first address among the references.
  package var address: String? {
    let words = rule.references.joined(separator: " ").split(separator: " ")
    return words.first { $0.hasPrefix("https://") }.map(String.init)
  }

  private func section(_ title: String, _ body: String) -> String {
    body.isEmpty ? "" : "## \(title)\n\n\(body)"
  }
}
