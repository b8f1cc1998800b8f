import Basis
import Findings
package import RuleBook

/// The rules there are, as a table or for programs.
package struct RuleList: Sendable {
  private let rules: [Rule]

  package init(_ rules: [Rule]) { self.rules = rules.sorted { $0.id < $1.id } }

  /// A line for each rule.
  package func text(style: TextStyle) -> String {
    let names = rules.map(\.name.count).max() ?? 0
    let severities = rules.map(\.severity.rawValue.count).max() ?? 0
    let lines = rules.map { rule in
      let severity = rule.severity.rawValue
      let columns = [
        style.paint(rule.id, .strong),
        rule.name + blanks(names - rule.name.count),
        style.paint(severity, .severity(rule.severity)) + blanks(severities - severity.count),
        rule.isOnByDefault ? "on " : style.paint("off", .secondary),
        rule.title,
      ]
      return columns.joined(separator: "  ") + "\n"
    }
    return lines.joined() + "\nThose that are off run when they are selected: --select SL4\n"
  }

  package var json: String {
    var writer = JSONWriter(.indented)
    writer.array { writer in
      for rule in rules {
        writer.object { writer in
          writer.member("id", rule.id)
          writer.member("name", rule.name)
          writer.member("title", rule.title)
          writer.member("severity", rule.severity.rawValue)
          writer.member("isOnByDefault", rule.isOnByDefault)
          writer.member("precision", rule.precision)
          writer.member("tags", rule.tags)
          writer.member("references", rule.references)
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension Rule {
  /// Whether it runs when nobody selected it, in words.
  var standing: String { isOnByDefault ? "on by default" : "runs when selected" }
}
