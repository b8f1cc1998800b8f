import Findings
package import Reporting
package import RuleBook

/// Runs the analysis on many projects, one after the other, for one report.
///
/// Each is a program of its own: nothing is linked across, fingerprints and baseline are relative
/// to its folder. One that cannot be analysed is named and stops no other.
package struct Audit: Sendable {
  private let options: AnalyzerOptions
  private let ruleSet: RuleSet
  private let tool: Tool
  private let workingDirectory: FilePath

  /// - Parameter options: what holds for each project; the paths do not count.
  package init(
    _ options: AnalyzerOptions, ruleSet: RuleSet, tool: Tool, workingDirectory: FilePath
  ) {
    self.options = options
    self.ruleSet = ruleSet
    self.tool = tool
    self.workingDirectory = workingDirectory
  }

  /// Checks each of the folders; the report has them in the order of the list.
  package func run(_ repositories: [FilePath], timing: inout Timing) -> AnalyzerOutcome {
    let rules = ruleSet.rules.filter { options.rules.contains($0.id) }
    var report = Report(tool: tool, base: workingDirectory.text, rules: rules)
    for repository in repositories { add(repository, to: &report, &timing) }
    return AnalyzerOutcome(report: report)
  }

  private func add(_ repository: FilePath, to report: inout Report, _ timing: inout Timing) {
    let path = repository.normalized(in: workingDirectory)
    let shown = shownPath(path, in: workingDirectory)
    do throws(FileError) {
      let isFolder = try FileSystem.kind(of: path) == .folder
      guard isFolder else { throw FileError(path, .notRegular) }
    } catch {
      let reason = error.reason == .notRegular ? "is not a folder" : error.explanation
      report.coverage.gaps.append(Coverage.Gap(path: shown, reason: reason))
      report.repositories.append(Report.Repository(path: shown, files: 0..<0, failure: reason))
      return
    }
    var own = options
    own.paths = [path]
    let analyzer = Analyzer(
      own, ruleSet: ruleSet, tool: tool, workingDirectory: workingDirectory, project: path)
    var outcome = analyzer.run(timing: &timing)
    outcome.report.coverage.gaps += outcome.failures.map {
      Coverage.Gap(path: $0.path, reason: $0.explanation)
    }
    report.append(outcome.report, as: Report.Repository(path: shown, files: 0..<0))
  }
}

/// The folders that a list names: one a line, blank lines and lines that start with `#` left out.
package func repositoryList(_ bytes: [UInt8]) -> [FilePath] {
  bytes.split(separator: 0x0A).compactMap { line in
    var name = line.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = name.last, last == 0x0D || last == 0x20 || last == 0x09 {
      name = name.dropLast()
    }
    guard let first = name.first, first != UInt8(ascii: "#") else { return nil }
    return FilePath(bytes: Array(name))
  }
}
