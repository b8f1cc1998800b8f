import Basis
import Findings
import Reporting

/// Decides which of a program's findings are told.
///
/// In this order, so that no step changes what an earlier one means: fingerprints, of all findings,
/// so that none changes because another is hidden; suppressions in the source; the confidence
/// asked for; the baseline.
struct Judgement {
  let options: AnalyzerOptions
  let knownRules: Set<String>
  /// Where each source is, absolute.
  let paths: [FilePath]
  /// The folder that fingerprints and baselines are relative to.
  let project: FilePath

  /// Takes out of a report what is not told, and counts it.
  func apply(to report: inout Report, comments: [ID<SourceFile>: [ByteRange]]) {
    assignFingerprints(to: &report.findings, path: path)
    let all = Set(report.findings.map(\.fingerprint))
    suppress(in: &report, comments)
    report.findings.removeAll { $0.confidence < options.minimumConfidence }
    if let baseline = options.baseline { accept(baseline, in: &report, all: all) }
  }

  private func path(of file: ID<SourceFile>) -> String {
    paths[file.index].relative(to: project).text
  }

  private func suppress(in report: inout Report, _ comments: [ID<SourceFile>: [ByteRange]]) {
    let use = SuppressionUse(known: knownRules, active: options.rules)
    let directive = WordSearch(words: [TriggerWords.directive])
    let incomplete = Set(
      report.coverage.gaps.map(\.path) + report.coverage.partialFiles.map(\.path))
    var byFile = Dictionary(grouping: report.findings, by: \.location.file)
    for (id, ranges) in comments {
      let file = report.files[id]
      guard directive.contains(in: file.bytes.span) else { continue }
      let result = use.apply(
        to: byFile[id] ?? [], of: id, file, comments: ranges,
        isComplete: !incomplete.contains(file.path))
      byFile[id] = result.findings
      report.coverage.suppressed += result.suppressed
    }
    report.findings = byFile.values.flatMap { $0 }
    report.sort()
    assignMissingFingerprints(to: &report.findings)
  }

  /// Gives the findings about suppressions theirs; the others have them already.
  private func assignMissingFingerprints(to findings: inout [Finding]) {
    let indices = findings.indices.filter { findings[$0].fingerprint == .unassigned }
    var new = indices.map { findings[$0] }
    assignFingerprints(to: &new, path: path)
    for (index, finding) in zip(indices, new) { findings[index] = finding }
  }

  /// Takes out what the baseline accepts. An entry is stale if its file was checked and none of
  /// the findings, shown or not, is its own.
  private func accept(_ baseline: Baseline, in report: inout Report, all: Set<Fingerprint>) {
    let before = report.findings.count
    let present = all.union(report.findings.map(\.fingerprint))
    report.findings.removeAll { baseline.contains($0.fingerprint) }
    report.coverage.baselined = before - report.findings.count
    let checked = Set(paths.map { $0.relative(to: project).text })
    report.coverage.staleBaselineEntries = baseline.entries.count { entry in
      checked.contains(entry.path) && options.rules.contains(entry.rule)
        && !present.contains(entry.fingerprint)
    }
  }
}
