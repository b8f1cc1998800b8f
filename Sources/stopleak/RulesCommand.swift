import ArgumentParser
import Basis
import Driver
import Reporting
import RuleBook

/// `stopleak rules`: the rules there are.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules.")

  /// How the list is written.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Option(help: "How to list them.")
  var format: Format = .text

  @Option(help: "When text has colours.")
  var color: Terminal.ColorChoice = .auto

  func run() throws {
    let list = RuleList(builtinRuleSet().rules)
    switch format {
    case .text: ExitStatus.writing(list.text(style: Terminal.style(color)))
    case .json: ExitStatus.writing(list.json)
    }
  }
}
