import Basis
import Findings
import RuleBook

/// The `tool` of a run: the program, its rules and the kinds of its notifications.
struct SARIFTool {
  let report: Report

  private static let longestDescription = 1_000
  private static let mostTags = 10

  /// Writes the member `tool`.
  func write(_ writer: inout JSONWriter) {
    writer.object("tool") { writer in
      writer.object("driver") { writer in
        writer.member("name", report.tool.name)
        writer.member("version", report.tool.version)
        writer.member("semanticVersion", report.tool.version)
        if !report.tool.informationURI.isEmpty {
          writer.member("informationUri", report.tool.informationURI)
        }
        writer.array("notifications") { writer in
          for kind in NotificationKind.allCases { write(kind, &writer) }
        }
        writer.array("rules") { writer in
          for rule in report.rules {
            writer.object { writer in write(rule, &writer) }
          }
        }
      }
    }
  }

  private func write(_ kind: NotificationKind, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", kind.rawValue)
      writer.message("shortDescription", kind.description)
      writer.object("defaultConfiguration") { $0.member("level", kind.level) }
    }
  }

  private func write(_ rule: Rule, _ writer: inout JSONWriter) {
    writer.member("id", rule.id)
    writer.member("name", Self.pascalCase(rule.name))
    writer.message("shortDescription", Markdown.sentence(Markdown.plain(rule.title)))
    writer.message("fullDescription", fullDescription(of: rule))
    let page = RuleText(rule)
    if let address = page.address { writer.member("helpUri", address) }
    let help = page.markdown(examples: page.leadingExamples)
    writer.object("help") { writer in
      writer.member("text", Markdown.plain(help))
      writer.member("markdown", help)
    }
    writer.object("defaultConfiguration") { writer in
      writer.member("enabled", rule.isOnByDefault)
      writer.member("level", rule.severity.rawValue)
    }
    writer.object("properties") { writer in
      let tags = rule.tags.map(Self.tag).sorted()
      writer.member("tags", Array(tags.prefix(Self.mostTags)))
      writer.member("precision", rule.precision)
      writer.member("problem.severity", Self.problemSeverity(rule.severity))
    }
  }

  private func fullDescription(of rule: Rule) -> String {
    let text = Markdown.plain(Markdown.firstParagraph(rule.why.isEmpty ? rule.title : rule.why))
    guard text.count > Self.longestDescription else { return Markdown.sentence(text) }
    return text.prefix(Self.longestDescription) + "…"
  }

  /// `leak-on-error-path` becomes `LeakOnErrorPath`.
  private static func pascalCase(_ name: String) -> String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// `CWE-772` as code-scanning services spell it; other tags as they are.
  private static func tag(_ tag: String) -> String {
    tag.hasPrefix("CWE-") ? "external/cwe/" + tag.lowercased() : tag
  }

  private static func problemSeverity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "recommendation"
    }
  }
}
