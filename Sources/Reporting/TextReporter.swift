package import Basis
import Findings
import RuleBook

/// One block a finding, for people: what is wrong, the code, how it comes about, what to do.
///
///     error[SL103] leak-on-error-path: pooled client `client` is not released if `charge()` throws
///       --> src/checkout.ts:42:24: acquired here
///        |
///     42 |   const client = await pool.connect();
///        |                        ^^^^^^^^^^^^^^
///       ::: src/checkout.ts:43:25: may throw
///     43 |   const receipt = await charge(order);
///        |                         -------------
///        = help: release `client` in a `finally`
///
/// The steps stand in the order of execution, which need not be that of the file.
package struct TextReporter: Reporter {
  package static let name = "text"

  private let style: TextStyle
  private let endsWithSummary: Bool

  package init(style: TextStyle = .plain, endsWithSummary: Bool = false) {
    self.style = style
    self.endsWithSummary = endsWithSummary
  }

  package func write(_ report: Report, to sink: inout some ByteSink) {
    var positions = FilePositions(report.files)
    var project: String?
    for finding in report.findings {
      let repository = report.repository(of: finding.location.file)?.path
      if let repository, repository != project {
        sink.write(style.paint("== \(safe(repository)) ==", .strong) + "\n\n")
        project = repository
      }
      var block = TextBlock(report: report, style: style, positions: positions)
      block.write(finding)
      positions = block.positions
      sink.write(block.text + "\n")
    }
    if endsWithSummary { sink.write(Summary(report, style: style).text) }
  }
}

/// A text from outside with everything in it made visible.
func safe(_ text: String) -> String { DisplayText(text).text }

/// The lines about one finding.
private struct TextBlock {
  let report: Report
  let style: TextStyle
  var positions: FilePositions
  var text = ""
  private var gutter = 1

  init(report: Report, style: TextStyle, positions: FilePositions) {
    self.report = report
    self.style = style
    self.positions = positions
  }

  /// Writes the block about a finding.
  mutating func write(_ finding: Finding) {
    let places = [finding.location] + finding.trace.map(\.location)
    let lastLine = places.map { positions.span(of: $0).start.line }.max() ?? 1
    gutter = String(lastLine).count
    writeHeader(of: finding)
    var steps = finding.trace[...]
    var label = ""
    if let first = steps.first, first.location == finding.location {
      label = first.message
      steps.removeFirst()
    }
    writePlace(finding.location, label: label, arrow: "-->")
    writeCode(at: finding.location, severity: finding.severity)
    for (index, step) in zip(steps.indices, steps) {
      writePlace(step.location, label: step.message, arrow: ":::")
      // What happens at one place, one thing after the other, needs its line once.
      let isLastHere = index + 1 == steps.endIndex || steps[index + 1].location != step.location
      if isLastHere { writeCode(at: step.location, severity: nil) }
    }
    writeRemarks(on: finding)
  }

  private mutating func writeHeader(of finding: Finding) {
    let name = report.rule(finding.rule).map { " " + $0.name } ?? ""
    let head = style.paint(
      "\(finding.severity.rawValue)[\(finding.rule)]", .severity(finding.severity))
    text += head + style.paint("\(name): \(safe(finding.message))", .strong) + "\n"
  }

  /// A location and what is said about it.
  private mutating func writePlace(_ location: SourceLocation, label: String, arrow: String) {
    let start = positions.span(of: location).start
    let place = "\(safe(report.files[location.file].path)):\(start.line):\(start.column)"
    text += margin + style.paint(arrow, .frame) + " " + style.paint(place, .path)
    text += label.isEmpty ? "\n" : ": \(safe(label))\n"
  }

  /// The line of source at a location, marked with carets where it is the finding's own.
  private mutating func writeCode(at location: SourceLocation, severity: Severity?) {
    let start = positions.span(of: location).start
    let line = positions.range(ofLine: start.line, in: location.file)
    let marked = Int(location.range.start)..<Int(max(location.range.start, location.range.end))
    let frame = CodeFrame(
      report.files[location.file].bytes, line: line, marked: marked,
      width: style.width - gutter - 3)
    let number = String(start.line)
    let padded = String(repeating: " ", count: gutter - number.count) + number
    let bar = style.paint("|", .frame)
    if severity != nil { text += "\(margin) \(bar)\n" }
    text += "\(style.paint(padded, .frame)) \(bar) \(frame.line)\n"
    let caret = String(repeating: severity == nil ? "-" : "^", count: frame.length)
    let underline = severity.map { style.paint(caret, .severity($0)) } ?? style.paint(caret, .frame)
    text += "\(margin) \(bar) \(String(repeating: " ", count: frame.indent))\(underline)\n"
  }

  private var margin: String { String(repeating: " ", count: gutter) }

  private mutating func writeRemarks(on finding: Finding) {
    if !finding.help.isEmpty { writeRemark("help", finding.help) }
    if finding.otherPaths > 0 {
      let paths = finding.otherPaths == 1 ? "1 other path" : "\(finding.otherPaths) other paths"
      writeRemark("note", "also leaks on \(paths)")
    }
    if finding.confidence != .high {
      writeRemark("confidence", finding.confidence.rawValue)
    }
  }

  private mutating func writeRemark(_ kind: String, _ remark: String) {
    let sign = style.paint("=", .frame)
    text += "\(margin) \(sign) \(style.paint(kind, .strong)): \(safe(remark))\n"
  }
}
