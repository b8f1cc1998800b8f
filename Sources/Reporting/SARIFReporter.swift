package import Basis
import Findings
import RuleBook

// SARIF 2.1.0, as the standard has it and as code-scanning services read it.
//
// Several wishes meet here, and some contradict each other. What was chosen:
//
//   * Paths are relative to `%SRCROOT%`, which is named but not located: equal input gives equal
//     bytes on every machine, and services resolve it to the repository's root.
//   * The primary region is one line: on a pull request an alert is shown only if all its lines
//     are in the change. The whole story is in the code flow.
//   * Columns are UTF-16 code units, and the log says so; most viewers and editors count them.
//   * Messages are whole texts, not identifiers with arguments, since services want that.
//   * Both fingerprints are there: `stopleak/v1`, which survives edits nearby, and the one that
//     GitHub compares, so that it need not be computed from a checkout.
//   * No times, names of machines or command lines: the log is a function of its input.
//   * What was not analysed is a notification, an error where it should have been; then the
//     invocation was not successful.

/// A SARIF 2.1.0 log with one run.
package struct SARIFReporter: Reporter {
  package static let name = "sarif"

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  package init() {}

  package func write(_ report: Report, to sink: inout some ByteSink) {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.member("$schema", Self.schema)
      writer.member("version", "2.1.0")
      writer.array("runs") { writer in
        writer.object { writer in writeRun(report, &writer, &sink) }
      }
    }
    sink.write(writer.bytes)
  }

  private func writeRun(
    _ report: Report, _ writer: inout JSONWriter, _ sink: inout some ByteSink
  ) {
    SARIFTool(report: report).write(&writer)
    SARIFInvocation(report: report).write(&writer)
    writer.object("originalUriBaseIds") { writer in
      writer.object(FileURI.base) { writer in
        writer.object("description") { writer in
          writer.member("text", "The folder that the analysis was started in.")
        }
      }
    }
    writer.member("columnKind", "utf16CodeUnits")
    writer.member("newlineSequences", ["\r\n", "\n", "\r"])
    writer.array("results") { writer in
      var result = SARIFResult(report: report)
      for finding in report.findings {
        result.write(finding, &writer)
        sink.write(writer.takeBytes())
      }
    }
  }
}

extension FileURI {
  /// The name of the folder that relative addresses start from.
  static let base = "%SRCROOT%"
}

extension JSONWriter {
  /// A member that holds a plain-text message.
  mutating func message(_ name: String, _ text: String) {
    object(name) { $0.member("text", text) }
  }

  /// The `artifactLocation` of a file.
  mutating func artifactLocation(_ uri: FileURI) {
    object("artifactLocation") { writer in
      writer.member("uri", uri.text)
      if uri.isRelative { writer.member("uriBaseId", FileURI.base) }
    }
  }
}
