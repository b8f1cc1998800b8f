package import Basis
package import Findings
import IR
import Linking
package import RuleBook

/// What the analysis of a run's files came to.
package struct AnalysisResult: Sendable {
  /// Sorted by path, offset and rule; no two of one rule at one place.
  package var findings: [Finding] = []
  package var functionsAnalysed = 0
  package var gaps: [Coverage.Gap] = []

  package init() {}
}

/// What checking one function came to.
private struct FunctionOutcome: Sendable {
  var findings: [Finding] = []
  /// Whether no check gave the function up.
  var isComplete = true
}

/// Checks the functions of prepared programs.
///
/// - Parameter end: if given, nothing is told of this file and those behind it.
package func check(
  _ programs: [PreparedProgram], below end: ID<SourceFile>? = nil,
  with checks: [any Check] = CheckRegistry.all
) -> AnalysisResult {
  var result = AnalysisResult()
  var paths: [ID<SourceFile>: String] = [:]
  for program in programs {
    let context = program.checking
    let functions = Array(context.program.functions.ids)
    // A call in one file can be told of while a function of another is checked.
    let isAsked = { (file: ID<SourceFile>) in end.map { file < $0 } ?? true }
    let outcomes = context.workers.map(functions) { function in
      var outcome = FunctionOutcome()
      for check in checks {
        let isComplete = check.runWithinBudget(on: function, in: context) {
          outcome.findings.append($0)
        }
        if !isComplete { outcome.isComplete = false }
      }
      return outcome
    }
    for (function, outcome) in zip(functions, outcomes) {
      result.findings += outcome.findings.filter { isAsked($0.location.file) }
      guard isAsked(context.program.file(of: function)) else { continue }
      result.functionsAnalysed += 1
      if !outcome.isComplete { result.gaps.append(context.gap(in: function)) }
    }
    paths.merge(program.paths) { first, _ in first }
  }
  result.findings = ordered(result.findings, paths: paths)
  return result
}

/// The findings in the order of the report, the gravest of each rule and place alone; of what is
/// taken at a place and left on several ways, the plainest.
private func ordered(_ findings: [Finding], paths: [ID<SourceFile>: String]) -> [Finding] {
  let path = { (finding: Finding) in paths[finding.location.file] ?? "" }
  let sorted = findings.map { (path($0), $0) }.sorted { left, right in
    if left.0 != right.0 { return left.0 < right.0 }
    return left.1.order < right.1.order
  }
  var result: [Finding] = []
  for (_, finding) in sorted {
    if let last = result.last, last.location == finding.location {
      if last.rule == finding.rule { continue }
      if waysToLose.contains(last.rule), waysToLose.contains(finding.rule) {
        if last.severity < finding.severity { result[result.count - 1] = finding }
        continue
      }
    }
    result.append(finding)
  }
  return result
}

/// The rules that tell on which way one and the same resource is lost.
private let waysToLose: Set<String> = ["SL101", "SL102", "SL103"]

extension Finding {
  /// What orders the findings of a file: the place, the rule, the gravest first.
  fileprivate var order: (UInt32, UInt32, String, Int, String) {
    let gravity = Severity.allCases.firstIndex(of: severity) ?? 0
    let sureness = Confidence.allCases.firstIndex(of: confidence) ?? 0
    return (
      location.range.start, location.range.end, rule, -(gravity * 4 + sureness), message
    )
  }
}

extension SourceFile {
  /// The language whose models speak of the file, by its extension.
  package var modelLanguage: LibraryModel.ModelLanguage {
    path.hasSuffix(".py") || path.hasSuffix(".pyi") ? .python : .javascript
  }
}
