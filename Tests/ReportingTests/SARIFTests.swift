import Basis
import Findings
import Foundation
import Reporting
import RuleBook
import TestSupport
import Testing

/// The log against the standard's schema and against what code-scanning services ask beyond it.
@Suite struct SARIFTests {
  private let log: JSONValue
  private let run: JSONValue

  init() throws {
    log = try Self.log(of: FixedReport.report)
    run = try #require(log["runs"]?.elements?.first)
  }

  private static func log(of report: Report) throws -> JSONValue {
    try JSONReader.read(Array(SARIFReporter().text(of: report).utf8))
  }

  private var results: [JSONValue] { run["results"]?.elements ?? [] }
  private var driver: JSONValue { run["tool"]?["driver"] ?? .null }
  private var rules: [JSONValue] { driver["rules"]?.elements ?? [] }

  private func schema() throws -> JSONSchema {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("sarif-schema-2.1.0.json")
    return JSONSchema(try JSONReader.read(Array(try Data(contentsOf: file))))
  }

  @Test func isValidAgainstTheSchema() throws {
    #expect(try schema().problems(in: log) == [])
  }

  @Test func anEmptyReportIsValidToo() throws {
    let tool = Tool(name: "stopleak", version: "0.1.0")
    let empty = Report(tool: tool, base: "/x", rules: FixedReport.rules)
    let log = try Self.log(of: empty)
    #expect(try schema().problems(in: log) == [])
    #expect(log["runs"]?.elements?.first?["results"]?.elements == [])
    #expect(log["runs"]?.elements?.first?["tool"]?["driver"]?["rules"]?.elements?.count == 3)
  }

  /// The schema must be able to say no, or the tests above prove nothing.
  @Test(arguments: [
    ("\"startLine\": 4,", "\"startLine\": 0,"), ("\"version\": \"2.1.0\"", "\"version\": \"2\""),
    ("\"columnKind\"", "\"columnKinds\""), ("\"level\": \"error\"", "\"level\": \"fatal\""),
    ("\"ruleIndex\": 1", "\"ruleIndex\": \"1\""), ("app/a%20b", "app/a b"),
  ])
  func theSchemaRefusesDamage(original: String, damaged: String) throws {
    let text = SARIFReporter().text(of: FixedReport.report)
    let broken = text.replacing(original, with: damaged)
    #expect(broken != text)
    #expect(try schema().problems(in: JSONReader.read(Array(broken.utf8))) != [])
  }

  @Test func namesTheFinalSchemaAndVersion() {
    #expect(log["$schema"]?.text?.contains("/sarif-schema-2.1.0.json") == true)
    #expect(log["version"]?.text == "2.1.0")
  }

  @Test func describesTheTool() {
    #expect(driver["name"]?.text == "stopleak")
    #expect(driver["semanticVersion"]?.text?.first?.isNumber == true)
    #expect(driver["informationUri"]?.text?.hasPrefix("https://") == true)
    #expect(run["columnKind"]?.text == "utf16CodeUnits")
  }

  @Test func describesEachRuleInFull() throws {
    #expect(rules.map { $0["id"]?.text } == ["SL001", "SL103", "SL405"])
    for rule in rules {
      let name = try #require(rule["name"]?.text)
      #expect(name != rule["id"]?.text)
      #expect(name.first?.isUppercase == true && !name.contains("-"))
      for part in ["shortDescription", "fullDescription"] {
        let text = try #require(rule[part]?["text"]?.text)
        #expect(text.hasSuffix(".") && text.count <= 1_024)
      }
      #expect(rule["help"]?["text"] != nil && rule["help"]?["markdown"] != nil)
      let severity = rule["properties"]?["problem.severity"]?.text ?? ""
      #expect(["error", "warning", "recommendation"].contains(severity))
      #expect(rule["properties"]?["precision"] != nil)
      #expect((rule["properties"]?["tags"]?.elements ?? []).count <= 10)
    }
    #expect(rules[1]["helpUri"]?.text == "https://node-postgres.com/apis/pool")
    #expect(
      rules[1]["properties"]?["tags"]?.elements?.compactMap(\.text) == [
        "external/cwe/cwe-772", "reliability",
      ])
    #expect(rules[2]["defaultConfiguration"]?["enabled"]?.boolean == false)
  }

  @Test func helpHasNoExpectationsOfTests() throws {
    let markdown = try #require(rules[1]["help"]?["markdown"]?.text)
    #expect(markdown.contains("await c.query(q);\n"))
    #expect(!markdown.contains("expect:") && !markdown.contains("step:"))
  }

  @Test func eachResultPointsAtItsRule() throws {
    #expect(results.count == 3)
    for result in results {
      let index = try #require(result["ruleIndex"]?.integer)
      #expect(rules[index]["id"] == result["ruleId"])
      #expect(result["rule"] == nil)
    }
  }

  @Test func eachResultHasOneLocationOnOneLine() throws {
    for result in results {
      let locations = try #require(result["locations"]?.elements)
      #expect(locations.count == 1)
      let place = try #require(locations.first?["physicalLocation"])
      let region = try #require(place["region"])
      let startColumn = try #require(region["startColumn"]?.integer)
      let endColumn = try #require(region["endColumn"]?.integer)
      #expect(region["startLine"] == region["endLine"])
      #expect(endColumn > startColumn)
      guard let context = place["contextRegion"] else { continue }
      let snippet = try #require(region["snippet"]?["text"]?.text)
      let around = try #require(context["snippet"]?["text"]?.text)
      #expect(around.contains(snippet) && around != snippet)
    }
  }

  @Test func addressesAreRelativeAndEncoded() throws {
    let uris = artifactLocations(in: run).compactMap { $0["uri"]?.text }
    #expect(Set(uris).isSuperset(of: ["src/checkout.ts", "src/lib/charge.ts"]))
    #expect(uris.contains("app/a%20b%231%25%1B%5B31m%3A%C3%A9.py"))
    for location in artifactLocations(in: run) {
      let uri = try #require(location["uri"]?.text)
      #expect(location["uriBaseId"]?.text == "%SRCROOT%")
      #expect(!uri.hasPrefix("/") && !uri.contains("..") && !uri.contains("\\"))
    }
    #expect(run["originalUriBaseIds"]?["%SRCROOT%"]?["uri"] == nil)
    #expect(run["artifacts"] == nil)
  }

  private func artifactLocations(in value: JSONValue) -> [JSONValue] {
    let own = value["artifactLocation"].map { [$0] } ?? []
    let inner = (value.members?.map(\.value) ?? []) + (value.elements ?? [])
    return own + inner.flatMap(artifactLocations)
  }

  @Test func messagesAreSentencesWithQuotedNames() throws {
    var texts = messages(in: run)
    #expect(texts.count > 8)
    texts.removeAll { $0.contains("## ") || $0.contains("\n") }
    #expect(texts.allSatisfy { $0.hasSuffix(".") || $0.hasSuffix("…") })
    let first = try #require(
      results.first { $0["ruleId"]?.text == "SL103" && $0["codeFlows"] != nil })
    #expect(
      first["message"]?["text"]?.text
        == "pooled client 'client' is not released if 'charge()' throws.")
  }

  /// The texts of all members called `message`.
  private func messages(in value: JSONValue) -> [String] {
    let own = value["message"]?["text"]?.text.map { [$0] } ?? []
    let inner = (value.members?.map(\.value) ?? []) + (value.elements ?? [])
    return own + inner.flatMap(messages)
  }

  @Test func tellsTheStoryInline() throws {
    let leak = try #require(results.first { $0["codeFlows"] != nil })
    let flow = leak["codeFlows"]?.elements?.first?["threadFlows"]?.elements?.first
    let steps = try #require(flow?["locations"]?.elements)
    #expect(steps.count == 5)
    #expect(steps.allSatisfy { $0["index"] == nil && $0["location"]?["message"] != nil })
    #expect(leak["relatedLocations"]?.elements?.compactMap { $0["id"]?.integer } == [2, 3, 4, 5])
  }

  @Test func longStoriesAreCutAndSaySo() throws {
    var report = FixedReport.report
    let index = try #require(report.findings.firstIndex { !$0.trace.isEmpty })
    let step = report.findings[index].trace[1]
    report.findings[index].trace = Array(repeating: step, count: 250)
    let log = try Self.log(of: report)
    let result = try #require(log["runs"]?.elements?.first?["results"]?.elements?[index])
    let flow = result["codeFlows"]?.elements?.first?["threadFlows"]?.elements?.first
    #expect(flow?["locations"]?.elements?.count == 100)
    #expect(result["properties"]?["stepsLeftOut"]?.integer == 150)
  }

  @Test func tellsWhatWasNotAnalysed() throws {
    let invocation = try #require(run["invocations"]?.elements?.first)
    #expect(invocation["executionSuccessful"]?.boolean == false)
    let notifications = try #require(invocation["toolExecutionNotifications"]?.elements)
    #expect(
      notifications.map { $0["level"]?.text } == [
        "error", "error", "warning", "note", "note", "note", "note",
      ])
    let kinds = driver["notifications"]?.elements ?? []
    for notification in notifications {
      let descriptor = try #require(notification["descriptor"])
      let index = try #require(descriptor["index"]?.integer)
      #expect(kinds[index]["id"] == descriptor["id"])
    }
  }

  @Test func carriesBothFingerprints() throws {
    for (result, finding) in zip(results, FixedReport.report.findings) {
      let fingerprints = try #require(result["partialFingerprints"])
      #expect(fingerprints["stopleak/v1"]?.text == finding.fingerprint.text)
      #expect(fingerprints["primaryLocationLineHash"]?.text?.hasSuffix(":1") == true)
    }
  }

  @Test func pathsOutsideTheBaseAreWholeAddresses() throws {
    var report = FixedReport.report
    report.files = Table(
      report.files.values.map { file in
        SourceFile(path: "../other/\(file.path)", bytes: file.bytes)
      })
    let run = try #require(try Self.log(of: report)["runs"]?.elements?.first)
    let location = try #require(
      artifactLocations(in: run["results"] ?? .null).first { $0["uriBaseId"] == nil })
    #expect(location["uri"]?.text?.hasPrefix("file:///home/me/other/") == true)
  }
}
