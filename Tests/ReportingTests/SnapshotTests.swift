import Basis
import Findings
import Reporting
import TestSupport
import Testing

@Suite struct SnapshotTests {
  @Test func text() throws {
    let text = TextReporter(endsWithSummary: true).text(of: FixedReport.report)
    #expect(try Snapshot("report.txt").difference(from: text) == nil)
  }

  @Test func coloredText() throws {
    let style = TextStyle(isColored: true, width: 60)
    let text = TextReporter(style: style).text(of: FixedReport.report)
    let visible = text.replacing("\u{1B}", with: "ESC")
    #expect(try Snapshot("report-colored.txt").difference(from: visible) == nil)
  }

  @Test func jsonLines() throws {
    let text = JSONLinesReporter().text(of: FixedReport.report)
    #expect(try Snapshot("report.jsonl").difference(from: text) == nil)
  }

  @Test func sarif() throws {
    let text = SARIFReporter().text(of: FixedReport.report)
    #expect(try Snapshot("report.sarif").difference(from: text) == nil)
  }
}
