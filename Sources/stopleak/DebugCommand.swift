import ArgumentParser
import Driver

/// `stopleak debug`: what each stage makes of a file; for those who work on Stopleak itself.
struct DebugCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debug", abstract: "Show what the stages see.", shouldDisplay: false,
    subcommands: [Syntax.self, IR.self, Parse.self])

  /// Prints a file's syntax tree.
  struct Syntax: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "syntax", abstract: "Print the syntax tree of a file.")

    @Argument(help: "A source file.") var file: String

    func run() throws { try show { () throws(FileError) in try debugSyntax(of: file) } }
  }

  /// Prints what lowering makes of a file.
  struct IR: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ir", abstract: "Print the control-flow representation of a file.")

    @Argument(help: "A source file.") var file: String

    func run() throws { try show { () throws(FileError) in try debugIR(of: file) } }
  }

  /// Parses files, and nothing else.
  struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "parse", abstract: "Parse files and folders; tell how many and how fast.")

    @Argument(help: "Files and folders.") var paths: [String]

    @Option(help: "How many threads to use.") var threads: Int?

    @Flag(help: "Lower what was parsed as well.") var lower = false

    func run() throws {
      try show { () throws(FileError) in
        try debugParse(
          paths.map { FilePath($0) }, threads: threads ?? availableThreads(), lowers: lower)
      }
    }
  }
}

/// Writes what a stage has to say, or why it cannot.
private func show(_ text: () throws(FileError) -> String) throws {
  do throws(FileError) {
    ExitStatus.writing(try text())
  } catch {
    throw ExitStatus.failure(error.message)
  }
}
