import ArgumentParser
import Driver
import Reporting

// The command line. Each command is a file; what they share is in `AnalysisFlags`, `Terminal` and
// `ExitStatus`. Standard output gets what was asked for and nothing else; everything else goes to
// standard error.

/// The program and its commands; without the name of one, `check` is meant.
@main
struct Stopleak: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stopleak",
    abstract: "Finds code that does not give back what it took, charges twice, or books twice.",
    discussion: """
      Reads JavaScript, TypeScript and Python. Exit status: 0 no findings at or above --fail-on; \
      1 findings; 2 it could not do what was asked; 3 no findings, but something that should have \
      been analysed was not.
      """,
    version: tool.version,
    subcommands: [
      CheckCommand.self, RulesCommand.self, ExplainCommand.self, BaselineCommand.self,
      DebugCommand.self,
    ],
    defaultSubcommand: CheckCommand.self)

  static let tool = Tool(name: "stopleak", version: "0.1.0")

  /// Runs the command that the arguments name, and ends with its status.
  static func main() {
    ignoreClosedPipes()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      status.exit()
    } catch {
      // The parser's own status for a wrong usage is 64; users of such tools expect 2.
      let text = fullMessage(for: error) + "\n"
      if exitCode(for: error).isSuccess {
        ExitStatus.writing(text)
      } else {
        Terminal.complain(text)
        ExitStatus.failure.exit()
      }
    }
  }
}
