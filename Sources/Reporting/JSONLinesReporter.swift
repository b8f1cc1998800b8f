package import Basis
import Findings
import RuleBook

/// One JSON object a finding, one finding a line: for programs that read on.
package struct JSONLinesReporter: Reporter {
  package static let name = "jsonl"

  package init() {}

  package func write(_ report: Report, to sink: inout some ByteSink) {
    var positions = FilePositions(report.files)
    for finding in report.findings {
      var writer = JSONWriter(.compact)
      writer.object { writer in
        writeMembers(of: finding, in: report, &positions, to: &writer)
      }
      sink.write(writer.bytes)
      sink.write("\n")
    }
  }

  /// The members and their order are a contract with those who read them.
  private func writeMembers(
    of finding: Finding, in report: Report, _ positions: inout FilePositions,
    to writer: inout JSONWriter
  ) {
    let (start, end) = positions.span(of: finding.location)
    writer.member("rule", finding.rule)
    writer.member("name", report.rule(finding.rule)?.name ?? "")
    writer.member("severity", finding.severity.rawValue)
    writer.member("confidence", finding.confidence.rawValue)
    writer.member("path", report.files[finding.location.file].path)
    writer.member("line", start.line)
    writer.member("column", start.column)
    writer.member("endLine", end.line)
    writer.member("endColumn", end.column)
    writer.member("message", finding.message)
    writer.member("resource", finding.resource)
    writer.member("function", finding.function)
    writer.member("fingerprint", finding.fingerprint.text)
    writer.array("trace") { writer in
      for step in finding.trace {
        let place = positions.span(of: step.location).start
        writer.object { writer in
          writer.member("path", report.files[step.location.file].path)
          writer.member("line", place.line)
          writer.member("column", place.column)
          writer.member("message", step.message)
        }
      }
    }
  }
}
