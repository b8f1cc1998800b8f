import ArgumentParser
import Driver
import Findings
import Reporting

/// `stopleak baseline`: accepts the findings of today, so that only new ones are told.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Write the findings of today into a file that `check --baseline` accepts.",
    discussion: "Run it and the check in the same folder: the file names paths relative to it.")

  @OptionGroup var flags: AnalysisFlags

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output = "stopleak-baseline.json"

  func run() throws {
    var timing = Timing()
    let ruleSet = try flags.ruleSet()
    let options = try flags.options(for: ruleSet)
    do {
      let analyzer = Analyzer(
        options, ruleSet: ruleSet, tool: Stopleak.tool, workingDirectory: try workingDirectory())
      let outcome = analyzer.run(timing: &timing)
      for failure in outcome.failures { Terminal.complain("error: \(failure.message)\n") }
      guard outcome.failures.isEmpty else { throw ExitStatus.failure }
      let baseline = Baseline(outcome.report)
      try writeFile(output) { baseline.write(to: &$0) }
      tell(baseline, outcome.report, timing)
      throw outcome.report.coverage.gaps.isEmpty ? ExitStatus.clean : .incomplete
    } catch let error as FileError {
      throw ExitStatus.failure(error.message)
    }
  }

  private func tell(_ baseline: Baseline, _ report: Report, _ timing: Timing) {
    guard !flags.quiet else { return }
    let style = Terminal.style(.auto, forErrors: true)
    Terminal.complain(Summary(report, style: style, seconds: timing.seconds).text)
    let noun = baseline.entries.count == 1 ? "finding" : "findings"
    Terminal.complain("Wrote \(baseline.entries.count) \(noun) to \(output)\n")
  }
}
