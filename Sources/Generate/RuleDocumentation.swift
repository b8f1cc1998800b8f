import Findings
import Foundation
import RuleBook

extension RuleFolder {
  /// One page a rule beside its file, and the index of rules and libraries.
  func ruleDocumentation() -> [GeneratedFile] {
    let pages = placedRules.map { path, rule in
      GeneratedFile(path: path.dropLast(".yaml".count) + ".md", text: page(of: rule))
    }
    return pages + [GeneratedFile(path: "Rules/README.md", text: index)]
  }

  private func page(of rule: Rule) -> String {
    let wrong = rule.examples.filter(\.isWrong)
    let right = rule.examples.filter { !$0.isWrong }
    return """
      <!-- Written by `swift run Generate` from \(rule.name).yaml; do not edit. -->
      # \(rule.id) \(rule.name)

      **\(rule.title)**

      Severity: \(rule.severity.rawValue) · \(rule.isOnByDefault ? "on" : "off") by default · \
      precision: \(rule.precision) · \(rule.tags.joined(separator: ", "))

      ## Why

      \(trimmed(rule.why))

      ## How to fix it

      \(trimmed(rule.fix))

      ## Reported

      \(wrong.map(section).joined(separator: "\n\n"))

      ## Silent

      \(right.map(section).joined(separator: "\n\n"))

      ## References

      \(rule.references.map { "- " + link($0) }.joined(separator: "\n"))

      """
  }

  private func section(_ example: Example) -> String {
    """
    \(example.title.prefix(1).uppercased() + example.title.dropFirst()):

    ```\(example.language)
    \(trimmed(example.shownCode))
    ```
    """
  }

  /// A reference is a name and, as its last word, an address; either may stand alone.
  private func link(_ reference: String) -> String {
    let words = reference.split(separator: " ")
    guard let last = words.last, last.hasPrefix("https://") else { return reference }
    guard words.count > 1 else { return "<\(last)>" }
    return "[\(words.dropLast().joined(separator: " "))](\(last))"
  }

  private func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .newlines)
  }

  private var index: String {
    """
    <!-- Written by `swift run Generate` from the files below; do not edit. -->
    # Rules

    What Stopleak reports. `stopleak explain ID` shows a page in the terminal; `--select` and
    `--ignore` take ids, prefixes and names. A rule that is off runs when it is selected.

    | id | name | what is wrong | severity | default |
    |---|---|---|---|---|
    \(placedRules.sorted { $0.rule.id < $1.rule.id }.map(row).joined(separator: "\n"))

    # Libraries

    What Stopleak knows, one file a library. A file of yours, given with `--rules DIR`, is written
    the same way; [`schema.json`](schema.json) tells editors how.

    | language | library | resources | more |
    |---|---|---|---|
    \(rules.models.map(row).joined(separator: "\n"))

    """
  }

  private func row(path: String, rule: Rule) -> String {
    let page = path.dropFirst("Rules/".count).dropLast(".yaml".count) + ".md"
    let cells = [
      "[\(rule.id)](\(page))", rule.name, rule.title, rule.severity.rawValue,
      rule.isOnByDefault ? "on" : "off",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private func row(_ model: LibraryModel) -> String {
    let language = model.language == .python ? "Python" : "JavaScript"
    let resources = model.resources.map(\.noun).joined(separator: ", ")
    return "| \(language) | \(model.library) | \(resources) | \(topics(of: model)) |"
  }

  /// What a model speaks of beside resources.
  private func topics(of model: LibraryModel) -> String {
    let topics = [
      ("payments", !model.payments.isEmpty || !model.paymentHosts.isEmpty),
      ("HTTP calls", !model.httpCalls.isEmpty),
      ("queries", !model.queries.isEmpty),
      ("probes and inserts", !model.probes.isEmpty || !model.inserts.isEmpty),
      ("guards", !model.guards.isEmpty || !model.violations.isEmpty),
      ("pools", !model.pools.isEmpty),
    ]
    return topics.filter(\.1).map(\.0).joined(separator: ", ")
  }
}
