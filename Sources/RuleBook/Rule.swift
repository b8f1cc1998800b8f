package import Findings

/// One thing we tell users about, and the words for it; read from `Rules/<family>/<rule>.yaml`.
package struct Rule: Sendable, Equatable {
  /// The stable id, such as `SL103`.
  package var id: String
  /// What people say, such as `leak-on-error-path`.
  package var name: String
  package var title: String
  package var severity: Severity
  /// Whether the rule runs when nobody selected it.
  package var isOnByDefault: Bool
  /// For SARIF: `very-high`, `high`, `medium` or `low`.
  package var precision: String
  package var tags: [String]
  /// Markdown: why it matters.
  package var why: String
  /// Markdown: how to fix it.
  package var fix: String
  package var references: [String]
  package var examples: [Example]

  package init(
    id: String, name: String, title: String, severity: Severity, isOnByDefault: Bool,
    precision: String, tags: [String], why: String, fix: String, references: [String],
    examples: [Example]
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.severity = severity
    self.isOnByDefault = isOnByDefault
    self.precision = precision
    self.tags = tags
    self.why = why
    self.fix = fix
    self.references = references
    self.examples = examples
  }
}

/// Code shown to users and run as a test; expectations stand in its comments.
package struct Example: Sendable, Equatable {
  package var title: String
  /// `javascript`, `typescript` or `python`.
  package var language: String
  package var code: String

  package init(title: String, language: String, code: String) {
    self.title = title
    self.language = language
    self.code = code
  }
}
