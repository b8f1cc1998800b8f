package import Basis
package import Findings
package import IR
package import Linking
package import RuleBook

// Each language of a run is a program of its own, with the models of its libraries. Preparing a
// program tells which further files matter to it; when no file is new, its functions are checked.

/// The lowered files of a run, and what else is known of the project they are from.
package struct AnalysisInput: Sendable {
  package var modules: [Module]
  /// By module: the file that it was lowered from.
  package var sources: [SourceFile]
  /// The paths of the project's files that were not lowered, of the languages of the modules.
  package var unread: [String] = []
  package var aliases: [ImportResolution.Alias] = []
  /// Workspace package name → its folder.
  package var packages: [String: String] = [:]

  package init(modules: [Module], sources: [SourceFile]) {
    self.modules = modules
    self.sources = sources
  }
}

/// What the analysis of a run's files came to.
package struct AnalysisResult: Sendable {
  /// Sorted by path, offset and rule; no two of one rule at one place.
  package var findings: [Finding] = []
  package var functionsAnalysed = 0
  package var gaps: [Coverage.Gap] = []

  package init() {}
}

/// Runs a check of one function for many, in any order; the answers are in the functions' order.
package typealias FunctionMap = (
  [ID<ProgramFunction>], @escaping @Sendable (ID<ProgramFunction>) -> [Finding]
) -> [[Finding]]

/// The files of one language, linked and summarised, before anything is checked.
package struct PreparedProgram: Sendable {
  package let language: LibraryModel.ModelLanguage
  /// What further files it tells to read.
  package let leads: Leads
  let context: CheckContext
  let paths: [ID<SourceFile>: String]
}

/// Links a run's files of one language and learns what their functions do; nil if there are none.
///
/// - Parameters:
///   - rules: the ids of the rules that run.
package func prepare(
  _ input: AnalysisInput, in language: LibraryModel.ModelLanguage, ruleSet: RuleSet,
  rules: Set<String>
) -> PreparedProgram? {
  let part = input.part(in: language)
  guard !part.modules.isEmpty else { return nil }
  let models = ruleSet.models.filter { $0.language == language }
  let context = makeContext(part, models: models, ruleSet, rules)
  return PreparedProgram(
    language: language, leads: Leads(context: context, models: models), context: context,
    paths: part.pathsByFile)
}

/// Checks the functions of prepared programs.
///
/// - Parameter map: how the functions are gone through; one after the other when nothing is said.
package func check(
  _ programs: [PreparedProgram],
  map: FunctionMap = { functions, check in functions.map(check) }
) -> AnalysisResult {
  var result = AnalysisResult()
  var paths: [ID<SourceFile>: String] = [:]
  for program in programs {
    let context = program.context
    let functions = Array(context.program.functions.ids)
    result.functionsAnalysed += functions.count
    let found = map(functions) { function in
      var findings: [Finding] = []
      for check in CheckRegistry.all {
        check.run(on: function, in: context) { findings.append($0) }
      }
      return findings
    }
    result.findings += found.joined()
    paths.merge(program.paths) { first, _ in first }
  }
  result.findings = ordered(result.findings, paths: paths)
  return result
}

/// Links a program and looks up what its names mean.
private func makeContext(
  _ input: AnalysisInput, models: [LibraryModel], _ ruleSet: RuleSet, _ rules: Set<String>
) -> CheckContext {
  let program = link(
    input.modules, paths: input.sources.map(\.path), unread: input.unread,
    catalog: LibraryCatalog(models: models), aliases: input.aliases, packages: input.packages)
  let facts = ProgramFacts(program: program, sources: input.sources)
  let index = RoleIndex(models: models, names: program.names)
  let base = CheckContext(
    facts: facts, roles: CallRoles(facts: facts, index: index), rules: rules,
    ruleTable: Dictionary(ruleSet.rules.map { ($0.id, $0) }) { first, _ in first })
  var builder = SummaryBuilder(context: base)
  let summarised = CheckContext(base, summaries: builder.build(), races: base.races)
  return CheckContext(
    summarised, summaries: summarised.summaries, races: RaceFacts(context: summarised))
}

/// The findings in the order of the report, the gravest of each rule and place alone.
private func ordered(_ findings: [Finding], paths: [ID<SourceFile>: String]) -> [Finding] {
  let path = { (finding: Finding) in paths[finding.location.file] ?? "" }
  let sorted = findings.map { (path($0), $0) }.sorted { left, right in
    if left.0 != right.0 { return left.0 < right.0 }
    return left.1.order < right.1.order
  }
  var result: [Finding] = []
  for (_, finding) in sorted {
    if let last = result.last, last.rule == finding.rule, last.location == finding.location {
      continue
    }
    result.append(finding)
  }
  return result
}

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

extension AnalysisInput {
  /// The files of one language.
  fileprivate func part(in language: LibraryModel.ModelLanguage) -> AnalysisInput {
    var part = self
    let indices = sources.indices.filter { sources[$0].modelLanguage == language }
    part.modules = indices.map { modules[$0] }
    part.sources = indices.map { sources[$0] }
    return part
  }

  fileprivate var pathsByFile: [ID<SourceFile>: String] {
    Dictionary(zip(modules.map(\.file), sources.map(\.path))) { first, _ in first }
  }
}

extension SourceFile {
  /// The language whose models speak of the file, by its extension.
  package var modelLanguage: LibraryModel.ModelLanguage {
    path.hasSuffix(".py") || path.hasSuffix(".pyi") ? .python : .javascript
  }
}
