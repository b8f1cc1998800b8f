package import Basis
package import Findings
package import IR
package import Linking
package import RuleBook

/// The lowered files of a run, and what else is known of the project they are from.
package struct AnalysisInput: Sendable {
  package var modules: [Module]
  /// By module: the file that it was lowered from.
  package var sources: [SourceFile]
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
  /// Names of functions that return a fresh resource, or ask a database or write to it: a file that
  /// calls one is of interest.
  package var wrappers: Set<String> = []

  package init() {}
}

/// Runs a check of one function for many, in any order; the answers are in the functions' order.
package typealias FunctionMap = (
  [ID<ProgramFunction>], @escaping @Sendable (ID<ProgramFunction>) -> [Finding]
) -> [[Finding]]

/// Analyses a run's files: each language is a program of its own, with the models of its libraries.
///
/// - Parameters:
///   - rules: the ids of the rules that run.
///   - map: how the functions are gone through; one after the other when nothing is said.
package func analyze(
  _ input: AnalysisInput, ruleSet: RuleSet, rules: Set<String>,
  map: FunctionMap = { functions, check in functions.map(check) }
) -> AnalysisResult {
  var result = AnalysisResult()
  for language in LibraryModel.ModelLanguage.allCases {
    let part = input.part(in: language)
    guard !part.modules.isEmpty else { continue }
    let context = makeContext(
      part, models: ruleSet.models.filter { $0.language == language }, ruleSet, rules)
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
    for function in context.summaries.fresh.keys {
      let name = context.program.function(function).name
      result.wrappers.insert(context.program.symbols[name])
    }
    for function in context.races.summaries.keys {
      let name = context.program.symbols[context.program.function(function).name]
      if name.isTelling { result.wrappers.insert(name) }
    }
  }
  result.findings = ordered(result.findings, paths: input.pathsByFile)
  return result
}

/// Links a program and looks up what its names mean.
private func makeContext(
  _ input: AnalysisInput, models: [LibraryModel], _ ruleSet: RuleSet, _ rules: Set<String>
) -> CheckContext {
  let program = link(
    input.modules, paths: input.sources.map(\.path), catalog: LibraryCatalog(models: models),
    aliases: input.aliases, packages: input.packages)
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

extension String {
  /// Whether a name is of several words: `create` is called everywhere, `createSession` is not.
  fileprivate var isTelling: Bool {
    let inner = dropFirst().utf8.dropLast()
    return inner.contains { $0 == UInt8(ascii: "_") || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
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
