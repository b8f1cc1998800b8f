import ArgumentParser
import Basis
import Reporting

/// The formats of a report, as users name them.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, jsonl, sarif

  /// Writes a report in this format; style and summary are for text.
  func write(
    _ report: Report, style: TextStyle = .plain, endsWithSummary: Bool = false,
    to sink: inout some ByteSink
  ) {
    switch self {
    case .text:
      TextReporter(style: style, endsWithSummary: endsWithSummary).write(report, to: &sink)
    case .jsonl: JSONLinesReporter().write(report, to: &sink)
    case .sarif: SARIFReporter().write(report, to: &sink)
    }
  }
}

/// A format and the file that gets it, written `format=file`.
struct OutputTarget: ExpressibleByArgument {
  var format: OutputFormat
  var path: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let format = OutputFormat(rawValue: String(parts[0])) else {
      return nil
    }
    self.format = format
    path = String(parts[1])
  }
}
