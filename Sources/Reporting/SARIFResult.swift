import Basis
import Findings
import RuleBook

/// The `results` of a run, one by one.
struct SARIFResult {
  private let report: Report
  private let ruleIndexes: [String: Int]
  private var positions: FilePositions
  private var lineHashes: [ID<SourceFile>: LineHash] = [:]

  private static let mostSteps = 100
  private static let longestSnippet = 500
  private static let contextLines = 2

  init(report: Report) {
    self.report = report
    positions = FilePositions(report.files)
    let ids = report.rules.enumerated().map { ($0.element.id, $0.offset) }
    ruleIndexes = Dictionary(ids, uniquingKeysWith: { first, _ in first })
  }

  /// Writes one element of `results`.
  mutating func write(_ finding: Finding, _ writer: inout JSONWriter) {
    writer.object { writer in writeMembers(of: finding, &writer) }
  }

  private mutating func writeMembers(of finding: Finding, _ writer: inout JSONWriter) {
    writer.member("ruleId", finding.rule)
    if let index = ruleIndexes[finding.rule] { writer.member("ruleIndex", index) }
    writer.member("level", finding.severity.rawValue)
    let message = Markdown.sentence(finding.message)
    writer.object("message") { writer in
      writer.member("text", Markdown.plain(message))
      writer.member("markdown", message)
    }
    writer.array("locations") { writer in
      writer.object { writer in
        writePhysicalLocation(finding.location, hasContext: true, &writer)
        writeLogicalLocation(finding.function, &writer)
      }
    }
    writeRelatedLocations(of: finding, &writer)
    writeCodeFlow(of: finding, &writer)
    writeFingerprints(of: finding, &writer)
    writeProperties(of: finding, &writer)
  }

  private mutating func writePhysicalLocation(
    _ location: SourceLocation, hasContext: Bool, _ writer: inout JSONWriter
  ) {
    let uri = FileURI(path: report.files[location.file].path, base: report.base)
    let region = SARIFRegion(location, in: report.files, &positions)
    let context = hasContext ? region.context(Self.contextLines, &positions) : nil
    writer.object("physicalLocation") { writer in
      writer.artifactLocation(uri)
      writer.object("region") { writer in
        writer.member("startLine", region.start.line)
        writer.member("startColumn", region.start.column)
        writer.member("endLine", region.start.line)
        writer.member("endColumn", region.endColumn)
        if region.text.utf8.count <= Self.longestSnippet {
          writer.message("snippet", region.text)
        }
      }
      guard let context, context.text.utf8.count <= Self.longestSnippet * 2 else { return }
      writer.object("contextRegion") { writer in
        writer.member("startLine", context.lines.lowerBound)
        writer.member("endLine", context.lines.upperBound)
        writer.message("snippet", context.text)
      }
    }
  }

  private func writeLogicalLocation(_ function: String, _ writer: inout JSONWriter) {
    guard !function.isEmpty else { return }
    writer.array("logicalLocations") { writer in
      writer.object { writer in
        writer.member("fullyQualifiedName", function)
        writer.member("kind", "function")
      }
    }
  }

  /// The steps away from the primary location, each with the number that it has in the story.
  private mutating func writeRelatedLocations(
    of finding: Finding, _ writer: inout JSONWriter
  ) {
    let steps = numberedSteps(of: finding).filter { $0.step.location != finding.location }
    guard !steps.isEmpty else { return }
    writer.array("relatedLocations") { writer in
      for (number, step) in steps {
        writer.object { writer in
          writer.member("id", number)
          writePhysicalLocation(step.location, hasContext: false, &writer)
          writer.message("message", Markdown.sentence(Markdown.plain(step.message)))
        }
      }
    }
  }

  private mutating func writeCodeFlow(of finding: Finding, _ writer: inout JSONWriter) {
    let steps = numberedSteps(of: finding)
    guard !steps.isEmpty else { return }
    writer.array("codeFlows") { writer in
      writer.object { writer in
        writer.array("threadFlows") { writer in
          writer.object { writer in
            writer.array("locations") { writer in
              for (_, step) in steps { writeFlowLocation(step, &writer) }
            }
          }
        }
      }
    }
  }

  private mutating func writeFlowLocation(_ step: TraceStep, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.object("location") { writer in
        writePhysicalLocation(step.location, hasContext: false, &writer)
        writer.message("message", Markdown.sentence(Markdown.plain(step.message)))
      }
      writer.member("kinds", step.role.kinds)
      writer.member("importance", "essential")
    }
  }

  /// The steps from 1 on; of a story that is too long, its beginning and its end.
  private func numberedSteps(of finding: Finding) -> [(number: Int, step: TraceStep)] {
    let all = finding.trace.enumerated().map { (number: $0.offset + 1, step: $0.element) }
    guard all.count > Self.mostSteps else { return all }
    return Array(all.prefix(Self.mostSteps / 2) + all.suffix(Self.mostSteps / 2))
  }

  private mutating func writeFingerprints(of finding: Finding, _ writer: inout JSONWriter) {
    let file = finding.location.file
    let hashes = lineHashes[file] ?? LineHash(report.files[file].bytes)
    lineHashes[file] = hashes
    let line = positions.span(of: finding.location).start.line
    writer.object("partialFingerprints") { writer in
      writer.member("primaryLocationLineHash", hashes.values[line - 1])
      writer.member("stopleak/v\(Fingerprint.version)", finding.fingerprint.text)
    }
  }

  private func writeProperties(of finding: Finding, _ writer: inout JSONWriter) {
    writer.object("properties") { writer in
      writer.member("confidence", finding.confidence.rawValue)
      if !finding.help.isEmpty { writer.member("help", finding.help) }
      if finding.otherPaths > 0 { writer.member("otherPaths", finding.otherPaths) }
      if let repository = report.repository(of: finding.location.file) {
        writer.member("repository", repository.path)
      }
      if !finding.resource.isEmpty { writer.member("resource", finding.resource) }
      if finding.trace.count > Self.mostSteps {
        writer.member("stepsLeftOut", finding.trace.count - Self.mostSteps)
      }
    }
  }
}

extension TraceStep.Role {
  /// The words that the standard proposes for steps of a flow.
  fileprivate var kinds: [String] {
    switch self {
    case .acquired: ["acquire", "resource"]
    case .branch(let taken): ["branch", taken ? "true" : "false"]
    case .mayRaise: ["call", "exception"]
    case .handedOver: ["pass", "resource"]
    case .released: ["release", "resource"]
    case .leaked: ["exit", "function"]
    case .called: ["call", "function"]
    case .probed: ["value", "check"]
    case .made: ["value"]
    case .related: ["declaration"]
    }
  }
}
