import Basis
import Findings
import Reporting
import Testing

@Suite struct TextTests {
  @Test func nothingFromOutsideReachesTheTerminalRaw() {
    let text = TextReporter(endsWithSummary: true).text(of: FixedReport.report)
    let allowed = text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0.properties.generalCategory != .control
    }
    #expect(allowed)
  }

  @Test func plainTextHasNoColours() {
    let colored = TextReporter(style: TextStyle(isColored: true, width: 80))
    #expect(colored.text(of: FixedReport.report).contains("\u{1B}[1;31m"))
    #expect(!TextReporter().text(of: FixedReport.report).contains("\u{1B}"))
  }

  @Test func groupsAnAuditByRepository() {
    var report = FixedReport.report
    report.repositories = [
      Report.Repository(path: "zeta", files: 2..<3), Report.Repository(path: "alpha", files: 0..<2),
    ]
    report.sort()
    let text = TextReporter().text(of: report)
    #expect(text.hasPrefix("== zeta ==\n"))
    #expect(text.contains("\n== alpha ==\n"))
  }

  @Test func summaryOfACleanRun() {
    var report = Report(tool: Tool(name: "stopleak", version: "1.0.0"), base: "/", rules: [])
    report.coverage.filesChecked = 1
    let text = Summary(report, style: .plain, seconds: 0.046).text
    #expect(text == "No findings\nChecked 1 file in 0.05 s\n")
    #expect(Summary(report, style: .plain, seconds: 12.34).text.contains("in 12.3 s"))
  }

  @Test func sortsByPathThenPlaceThenRule() {
    let paths = FixedReport.report.findings.map { FixedReport.report.files[$0.location.file].path }
    #expect(paths == [FixedReport.oddName, "src/checkout.ts", "src/checkout.ts"])
    #expect(FixedReport.report.findings.map(\.rule) == ["SL103", "SL103", "SL405"])
  }
}
