import ArgumentParser
import Driver
import Findings
import RuleBook

/// The options of all commands that analyse.
struct AnalysisFlags: ParsableArguments {
  @Argument(
    help: "Files and folders; - is standard input. Without any, the working directory.")
  var paths: [String] = []

  @Option(
    name: .customLong("stdin-filename"),
    help: "The name of what comes through standard input; it tells the language.")
  var standardInputName: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Run these rules instead of the default ones.",
      discussion: "Ids, names or beginnings of ids (SL1), with commas between; repeatable.",
      valueName: "rules"))
  var select: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Leave out these rules; as --select.", valueName: "rules"))
  var ignore: [String] = []

  @Option(help: "Leave out findings less sure than this.")
  var minConfidence: Confidence = .medium

  @Option(
    name: .customLong("rules"), parsing: .singleValue,
    help: ArgumentHelp(
      "A folder of models of your own libraries, beside the built-in ones; repeatable.",
      valueName: "folder"))
  var ruleFolders: [String] = []

  @Flag(
    help: ArgumentHelp(
      "Look into what ignore files and the list of usual folders leave out.",
      discussion: "Minified and generated files are analysed as well."))
  var noIgnore = false

  @Option(help: "How many threads to use; without it, as many as there are processors.")
  var threads: Int?

  @Option(help: ArgumentHelp("Skip files larger than this.", valueName: "bytes"))
  var maxFileSize: Int = AnalyzerOptions.usualFileSize

  @Flag(
    help: ArgumentHelp(
      "Parse files without trigger words as well.",
      discussion: "The findings are the same; a difference is a fault of ours."))
  var noPrefilter = false

  @Flag(help: "Tell on standard error how long each stage took.")
  var timings = false

  @Flag(name: .shortAndLong, help: "Leave out the summary on standard error.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...1_024).contains(threads) {
      throw ValidationError("--threads must be between 1 and 1024")
    }
    if !(1...(1 << 30)).contains(maxFileSize) {
      throw ValidationError("--max-file-size must be between 1 and \(1 << 30) bytes")
    }
    if paths.contains("-"), standardInputName == nil {
      throw ValidationError("- needs --stdin-filename, which tells the language")
    }
    if standardInputName != nil, !paths.contains("-") {
      throw ValidationError("--stdin-filename goes with the path -")
    }
  }

  /// The built-in rules with the user's models.
  func ruleSet() throws -> RuleSet {
    let builtin = builtinRuleSet()
    if ruleFolders.isEmpty { return builtin }
    do {
      return try builtin.adding(try ruleFiles(in: ruleFolders.map { FilePath($0) }))
    } catch let error as RuleFileError {
      throw ExitStatus.failure(error.description)
    } catch let error as FileError {
      throw ExitStatus.failure(error.message)
    }
  }

  /// What the analyzer is asked to do, but for the baseline.
  func options(for ruleSet: RuleSet) throws -> AnalyzerOptions {
    var options = AnalyzerOptions(paths: [], rules: try activeRules(in: ruleSet))
    options.paths = (paths.isEmpty ? ["."] : paths.filter { $0 != "-" }).map { FilePath($0) }
    options.standardInput = try standardInput()
    options.respectsIgnoreFiles = !noIgnore
    options.isSelective = !noPrefilter
    options.maximumFileSize = maxFileSize
    options.threads = threads ?? availableThreads()
    options.minimumConfidence = minConfidence
    options.showsProgress = Terminal.isStandardErrorTerminal && !quiet
    return options
  }

  private func activeRules(in ruleSet: RuleSet) throws -> Set<String> {
    do {
      return try Driver.activeRules(
        select: Self.parts(of: select), ignore: Self.parts(of: ignore), in: ruleSet)
    } catch {
      throw ExitStatus.failure(error.message)
    }
  }

  private static func parts(of lists: [String]) -> [String] {
    lists.flatMap { list in
      list.split(separator: ",").map { $0.filter { $0 != " " } }
    }
  }

  private func standardInput() throws -> AnalyzerOptions.StandardInput? {
    guard let name = standardInputName else { return nil }
    do {
      return .init(name: name, bytes: try readStandardInput(limit: maxFileSize))
    } catch {
      throw ExitStatus.failure(error.message)
    }
  }
}

extension Confidence: ExpressibleByArgument {}
