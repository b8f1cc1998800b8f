import ArgumentParser
import Driver
import Reporting
import RuleBook

/// `stopleak explain`: one rule in full.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule: why it matters, how to fix it, examples, references.")

  /// How the page is written.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown }

  @Argument(help: "The id or the name of a rule, such as SL103.")
  var rule: String

  @Option(help: "How to write it.")
  var format: Format = .text

  @Option(help: "When text has colours.")
  var color: Terminal.ColorChoice = .auto

  func run() throws {
    let ruleSet = builtinRuleSet()
    guard let found = ruleSet.rule(rule) ?? ruleSet.rule(rule.uppercased()) else {
      throw ExitStatus.failure(UnknownRule(rule, in: ruleSet).message)
    }
    let page = RuleText(found)
    switch format {
    case .text: ExitStatus.writing(page.text(style: Terminal.style(color)))
    case .markdown: ExitStatus.writing(page.page)
    }
  }
}
