import Findings

extension Rule {
  package static let shape = Shape(
    "rule", "One thing that Stopleak tells its users about",
    blank: Rule(
      id: "", name: "", title: "", severity: .error, isOnByDefault: true, precision: "high",
      tags: [], why: "", fix: "", references: [], examples: []),
    keys: [
      .text("id", "The stable id, such as SL103", required: true) { $0.id = $1 },
      .text("name", "What people say, in kebab case", required: true) { $0.name = $1 },
      .text("title", "What is wrong, in one line", required: true) { $0.title = $1 },
      .choice("severity", "How grave it is", required: true) { $0.severity = $1 },
      .flag("default", "Whether it runs when nobody selected it") { $0.isOnByDefault = $1 },
      .word("precision", "How often it is right", among: precisions) { $0.precision = $1 },
      .texts("tags", "Topics, and weaknesses such as CWE-772", required: true) { $0.tags = $1 },
      .text("why", "Markdown: why it matters", required: true) { $0.why = $1 },
      .text("fix", "Markdown: how to mend it", required: true) { $0.fix = $1 },
      .texts("references", "Public pages about it", required: true) { $0.references = $1 },
      .many("examples", Example.shape, "Code right and wrong", required: true) {
        $0.examples = $1
      },
    ])

  private static let precisions = ["very-high", "high", "medium", "low"]
}

extension Example {
  /// The languages an example can be written in.
  private static let languages = ["javascript", "typescript", "python"]

  package static let shape = Shape(
    "example", "Code, with what is expected of it in its comments",
    blank: Example(title: "", language: "", code: ""),
    keys: [
      .text("title", "What it shows", required: true) { $0.title = $1 },
      .word("language", "What it is written in", among: languages) { $0.language = $1 },
      .text("code", "The code", required: true) { $0.code = $1 },
    ])
}
