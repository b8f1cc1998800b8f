import ArgumentParser
import Driver
import Findings
import Reporting
import RuleBook

/// `stopleak check`: analyses and reports.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Analyse files and folders, and report what is wrong.")

  /// From which severity on findings make the program fail.
  enum Threshold: String, CaseIterable, ExpressibleByArgument { case error, warning, note, never }

  @OptionGroup var flags: AnalysisFlags

  @Option(help: "What standard output gets.")
  var format: OutputFormat = .text

  @Option(
    name: .customLong("output"), parsing: .singleValue,
    help: ArgumentHelp(
      "Write a report to a file as well; repeatable.", valueName: "format=file"))
  var outputs: [OutputTarget] = []

  @Option(help: "Fail on findings of this severity or above.")
  var failOn: Threshold = .warning

  @Option(
    help: ArgumentHelp(
      "Leave out the findings that this file accepts; `stopleak baseline` writes it.",
      valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Check the folders that this file lists, one a line, each as a project of its own.",
      valueName: "file"))
  var repositoriesFrom: String?

  @Option(help: "When text has colours.")
  var color: Terminal.ColorChoice = .auto

  func validate() throws {
    if repositoriesFrom != nil, !flags.paths.isEmpty {
      throw ValidationError("--repositories-from takes the place of paths")
    }
    let files = outputs.map(\.path)
    if let twice = files.first(where: { path in files.count { $0 == path } > 1 }) {
      throw ValidationError("two reports cannot go to one file: \(twice)")
    }
  }

  func run() throws {
    var timing = Timing()
    let ruleSet = try flags.ruleSet()
    var options = try flags.options(for: ruleSet)
    options.baseline = try readBaseline()
    let outcome = try analyse(options, ruleSet, &timing)
    let isWritten = write(outcome.report)
    summarize(outcome, seconds: timing.seconds)
    if flags.timings { Terminal.complain(timing.text + work(of: outcome.report.coverage)) }
    throw isWritten ? status(of: outcome) : .failure
  }

  /// How much was parsed and analysed.
  private func work(of coverage: Coverage) -> String {
    """
    \(coverage.filesParsed) of \(coverage.filesChecked) files parsed, \
    \(coverage.filesParsedAround) around them, \
    \(coverage.functionsAnalysed) functions, \(coverage.syntaxNodes) syntax nodes, \
    \(coverage.unknownNodes) unknown

    """
  }

  private func analyse(
    _ options: AnalyzerOptions, _ ruleSet: RuleSet, _ timing: inout Timing
  ) throws -> AnalyzerOutcome {
    do throws(FileError) {
      let here = try workingDirectory()
      guard let list = repositoriesFrom else {
        let analyzer = Analyzer(
          options, ruleSet: ruleSet, tool: Stopleak.tool, workingDirectory: here)
        let outcome = analyzer.run(timing: &timing)
        outcome.remains?.leaveToTheEnd()
        return outcome
      }
      let repositories = repositoryList(try readFile(list))
      let audit = Audit(options, ruleSet: ruleSet, tool: Stopleak.tool, workingDirectory: here)
      return audit.run(repositories, timing: &timing)
    } catch {
      throw ExitStatus.failure(error.message)
    }
  }

  private func readBaseline() throws -> Baseline? {
    guard let baseline else { return nil }
    do {
      return try Baseline.read(try readFile(baseline))
    } catch let error as FileError {
      throw ExitStatus.failure("\(error.message); `stopleak baseline` writes one")
    } catch let error as BaselineError {
      throw ExitStatus.failure("\(baseline) \(error.message)")
    }
  }

  /// Writes all reports; says what could not be written, and returns whether all could.
  private func write(_ report: Report) -> Bool {
    var isWritten = true
    var sink = DescriptorSink.standardOutput()
    format.write(report, style: Terminal.style(color), to: &sink)
    do throws(FileError) { try sink.finish() } catch {
      // Whoever reads text may stop when he has read enough; a program wants the whole.
      let isReadEnough = error.reason == .closed && format == .text
      if !isReadEnough {
        Terminal.complain("error: \(error.message)\n")
        isWritten = false
      }
    }
    for output in outputs {
      do throws(FileError) {
        try writeFile(output.path) { output.format.write(report, endsWithSummary: true, to: &$0) }
      } catch {
        Terminal.complain("error: \(error.message)\n")
        isWritten = false
      }
    }
    return isWritten
  }

  /// Says on standard error what was done; what could not be done is said in any case.
  private func summarize(_ outcome: AnalyzerOutcome, seconds: Double) {
    for failure in outcome.failures { Terminal.complain("error: \(failure.message)\n") }
    let style = Terminal.style(color, forErrors: true)
    let summary = Summary(outcome.report, style: style, seconds: seconds)
    Terminal.complain(flags.quiet ? summary.gapText : summary.text)
  }

  private func status(of outcome: AnalyzerOutcome) -> ExitStatus {
    if !outcome.failures.isEmpty { return .failure }
    let threshold = Severity(rawValue: failOn.rawValue)
    if let threshold, outcome.report.findings.contains(where: { $0.severity >= threshold }) {
      return .findings
    }
    return outcome.report.coverage.gaps.isEmpty ? .clean : .incomplete
  }
}

extension Terminal.ColorChoice: ExpressibleByArgument {}
