package import Analysis
import Basis
package import Findings
import Foundation
import IR
import Lowering
package import RuleBook
import Syntax

/// Analyses fixtures in process and compares what is found with what their comments expect.
package struct FixtureRunner: Sendable {
  private let ruleSet: RuleSet

  package init(_ ruleSet: RuleSet) { self.ruleSet = ruleSet }

  /// The rules and models of the repository, read from its YAML files.
  package static func repositoryRules(file: String = #filePath) throws -> RuleSet {
    let root = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rules").path
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let files = try paths.filter { $0.hasSuffix(".yaml") }.sorted().map { path in
      SourceFile(
        path: "Rules/" + path,
        bytes: Array(try Data(contentsOf: URL(filePath: "\(root)/\(path)"))))
    }
    return try loadRules(files)
  }

  /// What is wrong: expectations not met, findings not announced; empty when all is well.
  package func problems(of fixture: Fixture) throws -> [String] {
    let lowered = try lowered(fixture)
    let expected = zip(fixture.code, lowered).flatMap { file, module in
      expectations(in: file, comments: module.comments)
    }
    let rules = rules(for: fixture, expected)
    let programs = programs(of: fixture, lowered, rules)
    let all = check(programs).findings.filter {
      rules.contains($0.rule) && $0.confidence >= .medium
    }
    let found = lowered.indices.flatMap { index in
      unsuppressed(all, of: ID(index), fixture.code[index], lowered[index], rules)
    }
    return Comparison(files: fixture.code, expected: expected, found: found).problems
  }

  /// What some checks could not do within their budgets.
  package func gaps(in fixture: Fixture, with checks: [any Check]) throws -> [Coverage.Gap] {
    let programs = programs(of: fixture, try lowered(fixture), rules(for: fixture, []))
    return check(programs, with: checks).gaps
  }

  private func lowered(_ fixture: Fixture) throws -> [Module] {
    try fixture.code.enumerated().map { index, file in try lower(file, as: ID(index)) }
  }

  private func programs(
    of fixture: Fixture, _ lowered: [Module], _ rules: Set<String>
  ) -> [PreparedProgram] {
    LibraryModel.ModelLanguage.allCases.compactMap {
      prepare(lowered, of: fixture, in: $0, rules)
    }
  }

  private func prepare(
    _ lowered: [Module], of fixture: Fixture, in language: LibraryModel.ModelLanguage,
    _ rules: Set<String>
  ) -> PreparedProgram? {
    let indices = fixture.code.indices.filter { fixture.code[$0].modelLanguage == language }
    if indices.isEmpty { return nil }
    var project = ProjectFiles(language: language, files: indices.map { fixture.code[$0] })
    project.schemas = fixture.schemas
    var preparation = Preparation(project, ruleSet: ruleSet, rules: rules)
    preparation.add(indices.enumerated().map { (file: $0, module: lowered[$1]) })
    return preparation.prepare()
  }

  private func lower(_ file: SourceFile, as id: ID<SourceFile>) throws -> Module {
    let ending = file.path.split(separator: ".").last ?? ""
    guard let grammar = LanguageRegistry.grammar(forExtension: ending) else {
      throw FixtureError(description: "\(file.path): no language for this file")
    }
    return try Lowering.lower(
      file: id, bytes: file.bytes, grammar: grammar, symbols: SymbolTable())
  }

  /// What the suppressions in a file leave of its findings.
  private func unsuppressed(
    _ findings: [Finding], of file: ID<SourceFile>, _ source: SourceFile, _ module: Module,
    _ rules: Set<String>
  ) -> [Finding] {
    SuppressionUse(known: rules, active: rules).apply(
      to: findings.filter { $0.location.file == file }, of: file, source,
      comments: module.comments, isComplete: true
    ).findings
  }

  /// The rule under test, those that the comments name, and the family's that run by default.
  private func rules(for fixture: Fixture, _ expected: [Expectation]) -> Set<String> {
    let family = fixture.rule.prefix(3)
    let usual = ruleSet.rules.filter { $0.isOnByDefault && $0.id.hasPrefix(family) }.map(\.id)
    return Set(usual + [fixture.rule] + expected.compactMap(\.rule))
  }
}

/// A fixture that cannot be run.
struct FixtureError: Error, CustomStringConvertible {
  var description: String
}

/// Findings beside expectations.
private struct Comparison {
  let files: [SourceFile]
  let expected: [Expectation]
  let found: [Finding]
  let lines: [LineIndex]

  init(files: [SourceFile], expected: [Expectation], found: [Finding]) {
    self.files = files
    self.expected = expected
    self.found = found
    lines = files.map { LineIndex($0.bytes) }
  }

  var problems: [String] { unmet + unannounced }

  private var unmet: [String] {
    expected.enumerated().compactMap { index, expectation in
      let place = "\(expectation.path):\(expectation.line)"
      switch expectation.kind {
      case .finding(let rule, let severity, let message):
        let here = found.filter { matches($0, expectation) }
        if here.isEmpty { return "\(place): no \(rule)" }
        if let severity, !here.contains(where: { $0.severity.rawValue == severity }) {
          return "\(place): \(rule) is no \(severity)"
        }
        let says = { (finding: Finding) in
          finding.message.contains(message) || finding.help.contains(message)
        }
        if message.isEmpty || here.contains(where: says) { return nil }
        return "\(place): the message of \(rule) has no `\(message)`: \(here[0].message) "
          + "(help: \(here[0].help))"
      case .spurious(let rule):
        let isThere = found.contains { matches($0, expectation) }
        return isThere ? nil : "\(place): \(rule) is gone: remove `spurious`"
      case .missing(let rule):
        let isThere = found.contains { matches($0, expectation) }
        return isThere ? "\(place): now found: change to `expect: \(rule)`" : nil
      case .step(let role):
        let isThere = owners(of: index).contains { passes($0, expectation, role) }
        return isThere ? nil : "\(place): no step `\(role)`" + traces(of: owners(of: index))
      }
    }
  }

  private var unannounced: [String] {
    found.filter { finding in !expected.contains { matches(finding, $0) } }.map { finding in
      "\(path(of: finding.location)):\(line(of: finding.location)): not announced: "
        + "\(finding.rule) \(finding.message)" + traces(of: [finding])
    }
  }

  /// The findings whose trace a step can belong to: the nearest expectation of its file before or
  /// after it, else any.
  private func owners(of index: Int) -> [Finding] {
    let step = expected[index]
    let sameFile = expected.indices.filter { expected[$0].path == step.path && isFinding($0) }
    let nearest = [sameFile.last { $0 < index }, sameFile.first { $0 > index }].compactMap(\.self)
    guard !nearest.isEmpty else { return found }
    return found.filter { finding in nearest.contains { matches(finding, expected[$0]) } }
  }

  private func isFinding(_ index: Int) -> Bool { expected[index].rule != nil }

  private func matches(_ finding: Finding, _ expectation: Expectation) -> Bool {
    finding.rule == expectation.rule && path(of: finding.location) == expectation.path
      && line(of: finding.location) == expectation.line
  }

  private func passes(_ finding: Finding, _ step: Expectation, _ role: String) -> Bool {
    finding.trace.contains {
      $0.role.word == role && path(of: $0.location) == step.path
        && line(of: $0.location) == step.line
    }
  }

  private func traces(of findings: [Finding]) -> String {
    findings.flatMap(\.trace).map { step in
      "\n    \(path(of: step.location)):\(line(of: step.location)) \(step.role.word): "
        + step.message
    }.joined()
  }

  private func path(of location: SourceLocation) -> String { files[location.file.index].path }

  private func line(of location: SourceLocation) -> Int {
    lines[location.file.index].line(of: location.range.start)
  }
}

extension TraceStep.Role {
  /// The role as fixtures call it.
  fileprivate var word: String {
    switch self {
    case .acquired: "acquired"
    case .branch: "branch"
    case .mayRaise: "mayRaise"
    case .handedOver: "handedOver"
    case .released: "released"
    case .leaked: "leaked"
    case .called: "called"
    case .probed: "probed"
    case .made: "made"
    case .related: "related"
    }
  }
}
