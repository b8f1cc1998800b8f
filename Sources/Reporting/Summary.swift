import Basis
import Findings
import RuleBook

/// What a run did, in a few lines: findings by rule, files checked and skipped, what is missing.
package struct Summary: Sendable {
  private let report: Report
  private let style: TextStyle
  private let seconds: Double?

  /// `seconds` is how long the run took; leave it out where equal input must give equal bytes.
  package init(_ report: Report, style: TextStyle, seconds: Double? = nil) {
    self.report = report
    self.style = style
    self.seconds = seconds
  }

  package var text: String {
    var lines = findingLines
    lines.append(fileLine)
    lines += setAsideLines
    lines += gapLines
    return lines.map { $0 + "\n" }.joined()
  }

  /// What is missing, alone.
  package var gapText: String { gapLines.map { $0 + "\n" }.joined() }

  private var findingLines: [String] {
    let findings = report.findings
    if findings.isEmpty, report.coverage.filesChecked == 0 { return ["No files to check"] }
    guard !findings.isEmpty else { return [style.paint("No findings", .good)] }
    let bySeverity = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, severity.rawValue)
    }
    let total = counted(findings.count, "finding")
    var lines = [style.paint("\(total): \(bySeverity.joined(separator: ", "))", .strong)]
    let counts = Dictionary(grouping: findings, by: \.rule).mapValues(\.count)
    let width = counts.values.map { String($0).count }.max() ?? 1
    for (rule, count) in counts.sorted(by: { $0.key < $1.key }) {
      let padding = String(repeating: " ", count: width - String(count).count)
      let name = report.rule(rule).map { " " + $0.name } ?? ""
      lines.append("  \(padding)\(count)  \(rule)\(name)")
    }
    return lines
  }

  private var fileLine: String {
    let coverage = report.coverage
    var line = "Checked " + counted(coverage.filesChecked, "file")
    let projects = report.repositories.count { $0.failure.isEmpty }
    if !report.repositories.isEmpty { line += " in " + counted(projects, "repository") }
    if let seconds { line += " in \(Self.rounded(seconds)) s" }
    let skips = [
      reasons(coverage.skipped, "file"), reasons(coverage.skippedFolders, "folder"),
    ].compactMap { $0 }
    if !skips.isEmpty { line += "; skipped " + skips.joined(separator: " and ") }
    return line
  }

  /// `12 files (9 minified, 3 too large)`, or nil if there are none.
  private func reasons(_ counts: [Coverage.SkipReason: Int], _ noun: String) -> String? {
    let total = counts.values.reduce(0, +)
    guard total > 0 else { return nil }
    let parts = Coverage.SkipReason.allCases.compactMap { reason in
      counts[reason].flatMap { $0 > 0 ? "\($0) \(reason.rawValue)" : nil }
    }
    return "\(counted(total, noun)) (\(parts.joined(separator: ", ")))"
  }

  private var setAsideLines: [String] {
    let coverage = report.coverage
    var lines: [String] = []
    if coverage.suppressed > 0 {
      lines.append("Suppressed in the source: " + counted(coverage.suppressed, "finding"))
    }
    if coverage.baselined > 0 {
      lines.append("Accepted by the baseline: " + counted(coverage.baselined, "finding"))
    }
    if coverage.staleBaselineEntries > 0 {
      let entries = counted(coverage.staleBaselineEntries, "entry")
      lines.append("The baseline has \(entries) with nothing left to accept: write it anew")
    }
    if !coverage.partialFiles.isEmpty {
      let files = coverage.partialFiles
      lines.append(
        "Syntax not understood, and analysed around, in \(counted(files.count, "file"))")
      lines += files.prefix(Self.shownPartialFiles).map { "  \(safe($0.path)):\($0.line)" }
      if files.count > Self.shownPartialFiles {
        lines.append("  and \(files.count - Self.shownPartialFiles) more")
      }
    }
    return lines
  }

  private static let shownPartialFiles = 5

  private var gapLines: [String] {
    let gaps = report.coverage.gaps
    guard !gaps.isEmpty else { return [] }
    let shown = gaps.prefix(20).map { gap in
      let function = gap.function.isEmpty ? "" : " (\(safe(gap.function)))"
      return "  \(safe(gap.path))\(function): \(safe(gap.reason))"
    }
    let rest = gaps.count > shown.count ? ["  and \(gaps.count - shown.count) more"] : []
    return [style.paint("Not analysed, though it should have been:", .severity(.warning))]
      + shown + rest
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    if count == 1 { return "1 \(noun)" }
    return noun.hasSuffix("y") ? "\(count) \(noun.dropLast())ies" : "\(count) \(noun)s"
  }

  /// Two decimals below ten seconds, one above.
  private static func rounded(_ seconds: Double) -> String {
    let steps = seconds < 10 ? 100 : 10
    let whole = Int((seconds * Double(steps)).rounded())
    let fraction = String(whole % steps)
    let digits = String(steps).count - 1
    return "\(whole / steps)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
