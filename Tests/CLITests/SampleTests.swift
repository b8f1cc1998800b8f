import Basis
import Foundation
import TestSupport
import Testing

/// The reports on the samples, in the formats that other programs read.
@Suite struct SampleTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let incidents = [
    "checkout-502", "payment-timeout-cascade", "payment-pool-exhaustion", "double-booked-slots",
    "duplicate-charges",
  ]

  private func check(_ folder: String, _ format: String) throws -> CommandRun {
    let arguments = ["check", "Samples/" + folder, "--select", "SL", "--format", format]
    return try CommandRun("stopleak", arguments, at: Self.root.path)
  }

  @Test(arguments: incidents)
  func sarifIsValid(_ incident: String) throws {
    let file = Self.root.appending(path: "Tests/ReportingTests/sarif-schema-2.1.0.json")
    let schema = JSONSchema(try JSONReader.read(Array(try Data(contentsOf: file))))
    let log = try JSONReader.read(Array(try check(incident + "/before", "sarif").output.utf8))
    #expect(schema.problems(in: log) == [])
    let results = try #require(log["runs"]?.elements?.first?["results"]?.elements)
    #expect(!results.isEmpty)
    for result in results {
      let flows = try #require(result["codeFlows"]?.elements?.first?["threadFlows"]?.elements)
      #expect(flows.first?["locations"]?.elements?.isEmpty == false)
    }
  }

  @Test(arguments: incidents)
  func everyLineHasTheFieldsOfTheContract(_ incident: String) throws {
    let run = try check(incident + "/before", "jsonl")
    #expect(run.status == 1)
    for line in run.output.split(separator: "\n") {
      let finding = try JSONReader.read(Array(line.utf8))
      #expect(
        finding.members?.map(\.name) == [
          "rule", "name", "severity", "confidence", "path", "line", "column", "endLine",
          "endColumn", "message", "resource", "function", "fingerprint", "trace",
        ])
      let path = try #require(finding["path"]?.text)
      #expect(path.hasPrefix("Samples/\(incident)/before/"))
      for step in try #require(finding["trace"]?.elements) {
        #expect(step.members?.map(\.name) == ["path", "line", "column", "message"])
        #expect((step["line"]?.integer ?? 0) > 0 && (step["column"]?.integer ?? 0) > 0)
      }
    }
  }

  @Test(arguments: incidents)
  func whatMendsThemIsSilent(_ incident: String) throws {
    let run = try check(incident + "/after", "jsonl")
    #expect(run.output.isEmpty)
    #expect(run.status == 0)
  }
}
