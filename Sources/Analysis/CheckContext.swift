package import Basis
package import Findings
package import IR
package import Linking
package import RuleBook

/// What every check is given: the program, its facts, the roles of its calls, the rules in force.
package final class CheckContext: Sendable {
  package let facts: ProgramFacts
  package let roles: CallRoles
  /// What names say by themselves.
  let words: SymbolWords
  /// By function: what its names say.
  private let functionWords: [FunctionWords]
  /// Ids of the rules that run.
  package let rules: Set<String>
  /// By id, for severities.
  package let ruleTable: [String: Rule]
  /// What may go through functions side by side.
  let workers: Workers

  init(
    facts: ProgramFacts, roles: CallRoles, words: SymbolWords, functionWords: [FunctionWords],
    rules: Set<String>, ruleTable: [String: Rule], workers: Workers
  ) {
    self.facts = facts
    self.roles = roles
    self.words = words
    self.functionWords = functionWords
    self.rules = rules
    self.ruleTable = ruleTable
    self.workers = workers
    repeats = Repeats(facts: facts, roles: roles)
    network =
      rules.contains(HeldAcrossNetwork.rule)
      ? NetworkReach(facts: facts, roles: roles) : NetworkReach()
    signatures =
      rules.contains(WebhookEffects.rule) || rules.contains(CompetingWriters.rule)
      ? SignatureChecks(facts: facts, roles: roles, words: words) : SignatureChecks()
    let racing = rules.contains { $0.hasPrefix("SL3") }
    let related = racing ? RelatedNames(roles) : RelatedNames()
    let tells = rules.contains { $0.hasPrefix("SL3") || $0.hasPrefix("SL20") }
    let (fields, told) = workers.both(
      { FieldStores(facts: facts) },
      { tells ? ToldCalls.all(roles, functionWords, related, workers) : [:] })
    values = ValueTracer(facts: facts, words: roles.index.values, fields: fields)
    (self.related, self.told) = (related, told)
    summaries = Summaries()
    races = RaceFacts()
    schema = Schema()
    eventRecords = EventRecords()
  }

  /// The same context with what was found by its means.
  convenience init(_ base: CheckContext, summaries: Summaries, races: RaceFacts) {
    self.init(
      base, summaries: summaries, races: races, schema: base.schema, records: base.eventRecords)
  }

  /// The same context with what only checks ask for.
  convenience init(_ base: CheckContext, schema: Schema, records: (CheckContext) -> EventRecords) {
    let known = CheckContext(
      base, summaries: base.summaries, races: base.races, schema: schema,
      records: base.eventRecords)
    self.init(
      known, summaries: known.summaries, races: known.races, schema: schema,
      records: records(known))
  }

  private init(
    _ base: CheckContext, summaries: Summaries, races: RaceFacts, schema: Schema,
    records: EventRecords
  ) {
    facts = base.facts
    roles = base.roles
    words = base.words
    functionWords = base.functionWords
    rules = base.rules
    ruleTable = base.ruleTable
    workers = base.workers
    values = base.values
    repeats = base.repeats
    network = base.network
    signatures = base.signatures
    related = base.related
    told = base.told
    self.summaries = summaries
    self.races = races
    self.schema = schema
    eventRecords = records
  }

  /// Follows values backwards through the program.
  package let values: ValueTracer
  /// Which functions run again for the same thing.
  package let repeats: Repeats
  /// Which functions wait for another service; empty unless a rule asks.
  package let network: NetworkReach
  /// Which functions check the signatures of events; empty unless a rule asks.
  let signatures: SignatureChecks
  /// Members that lead from rows to those that point to them; empty unless a rule asks.
  let related: RelatedNames
  /// By function: what its calls are by the names in them; empty unless a rule asks.
  let told: [ID<ProgramFunction>: ToldCalls]
  /// What functions do with resources; empty until the summaries are made.
  package let summaries: Summaries
  /// What functions ask of databases and write to them; empty until it is made.
  package let races: RaceFacts
  /// Which columns the project's schemas make unique; empty if nothing is raced for.
  package let schema: Schema
  /// What is stored for the events of payment providers; empty if nothing else pays.
  package let eventRecords: EventRecords

  package var program: Program { facts.program }

  /// What the names in a function say.
  func words(of function: ID<ProgramFunction>) -> FunctionWords { functionWords[function.index] }

  package func isEnabled(_ rule: String) -> Bool { rules.contains(rule) }

  /// Where an operation of a function stands.
  package func location(
    of operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> SourceLocation {
    location(of: program[function].operations[operation].range, in: function)
  }

  package func location(
    of range: ByteRange, in function: ID<ProgramFunction>
  ) -> SourceLocation {
    SourceLocation(file: program.file(of: function), range: range)
  }

  /// The severity of a rule's finding in a function: at most a note in tests, scripts and examples,
  /// and where the code runs once.
  package func severity(
    of rule: String, atMost limit: Severity = .error, in function: ID<ProgramFunction>
  ) -> Severity {
    let severity = min(ruleTable[rule]?.severity ?? .warning, limit)
    return servesRequests(function) ? severity : .note
  }

  /// The severity of a finding that is as grave where the code runs once.
  func severity(of rule: String, inFileOf function: ID<ProgramFunction>) -> Severity {
    let severity = ruleTable[rule]?.severity ?? .warning
    return facts.fileKind(of: function) == .production ? severity : .note
  }

  /// The severity of a leak: where the code runs once, what is lost comes back with the process's
  /// end, and yet a long command runs out of it.
  func severity(
    ofLeak rule: String, atMost limit: Severity, in function: ID<ProgramFunction>
  ) -> Severity {
    let severity = min(limit, severity(of: rule, inFileOf: function))
    return OneShots(context: self).contains(function) ? min(severity, .warning) : severity
  }

  /// Whether a function's code races with nobody: a test's own, or what makes sample data.
  func runsAlone(_ function: ID<ProgramFunction>) -> Bool {
    let kind = facts.fileKind(of: function)
    return kind == .test || kind == .sampleData
  }

  /// Whether a function's code races with nobody and is called from nowhere else.
  func isOnlyTested(_ function: ID<ProgramFunction>) -> Bool {
    runsAlone(function) && program.callers(of: function).allSatisfy { runsAlone($0.function) }
  }

  private func servesRequests(_ function: ID<ProgramFunction>) -> Bool {
    facts.fileKind(of: function) == .production
      && !OneShots(context: self).contains(function)
  }
}

extension CheckContext {
  /// The severity of a finding that is graver than its rule mostly is; a note where no request is
  /// served.
  package func severity(
    of rule: String, atLeast least: Severity, in function: ID<ProgramFunction>
  ) -> Severity {
    let severity = max(ruleTable[rule]?.severity ?? .warning, least)
    return servesRequests(function) ? severity : .note
  }
}

/// An algorithm that the rules of a family parameterise.
package protocol Check: Sendable {
  /// Finds what is wrong in one function of the program.
  func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void)

  /// As `run`; says whether the work was done, or given up for want of time.
  func runWithinBudget(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) -> Bool
}

extension Check {
  package func runWithinBudget(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) -> Bool {
    run(on: function, in: context, report: report)
    return true
  }
}

extension CheckContext {
  /// What is said of a function that was given up.
  func gap(in function: ID<ProgramFunction>) -> Coverage.Gap {
    Coverage.Gap(
      path: program.path(of: function), function: program.qualifiedName(of: function),
      reason: "too many paths to follow a resource through within the budget")
  }
}

/// What a file is for, by its path; findings in what never serves a request are notes.
package enum FileKind: Sendable {
  case production, test, script, example
  /// Fills a database with rows to try things out with.
  case sampleData

  /// Folders whose code runs by hand, or once and alone.
  private static let onceOnly: Set<Substring> = [
    "scripts", "script", "bench", "benchmarks", "load-testing", "revisions", "hack", ".github",
    "cutover",
  ]

  /// Folders of sample data.
  private static let samples: Set<Substring> = [
    "seed", "seeds", "seeders", "seeding", "fixtures",
  ]

  /// Folders of tests, and of what only tests use.
  private static let tests: Set<Substring> = [
    "test", "tests", "__tests__", "spec", "specs", "e2e", "cypress", "__mocks__",
    "testutils", "test_utils", "test-utils", "test_support", "load_testing",
  ]

  /// Folders of the program itself.
  private static let sources: Set<Substring> = ["src", "lib", "nodes", "server", "app"]

  /// Files that somebody runs by hand.
  private static let handRun: Set<Substring> = [
    "noxfile.py", "fabfile.py", "setup.py", "locustfile.py", "gruntfile.js", "gulpfile.js",
  ]

  /// What folders of tests say they test: `functional_tests`, `load-tests`.
  private static let kindsOfTests: Set<Substring> = [
    "functional", "integration", "unit", "e2e", "acceptance", "api", "smoke", "load", "system",
    "regression", "contract", "performance", "ui", "browser", "end",
  ]

  /// Words in the names of folders of migrations: `alembic_tenants`, `migrate_repo`.
  private static let migrating: Set<Substring> = ["alembic", "migrations", "migrate"]

  /// Whether a folder, in lower case, holds migrations of a database.
  static func isOfMigrations(_ folder: Substring) -> Bool {
    folder.split { $0 == "_" || $0 == "-" }.contains(where: migrating.contains)
  }

  /// `functional_tests`, `user_fixtures`; `lab_tests` may be what the program is about.
  private static func isOfTests(_ folder: Substring) -> Bool {
    let words = folder.split { $0 == "_" || $0 == "-" }
    guard words.count > 1, let last = words.last else { return false }
    return last == "fixtures"
      || ["tests", "test"].contains(last) && words[..<1].allSatisfy(kindsOfTests.contains)
  }

  private static func isTest(_ folders: ArraySlice<Substring>, _ name: Substring) -> Bool {
    // Beside the sources it holds tests, among them what drives browsers.
    if folders.contains("playwright"), folders.allSatisfy({ !sources.contains($0) }) { return true }
    return folders.contains {
      tests.contains($0.droppingNumber) || $0.hasPrefix("pytest-") || $0.hasPrefix("pytest_")
        || isOfTests($0)
    }
      || [".test.", ".spec.", ".e2e.", ".stories.", "_test."].contains { name.contains($0) }
      || ["test_", "test.", "test-util", "test-helper", "conftest."].contains {
        name.hasPrefix($0)
      }
  }

  /// `seeds`, `seed-helpers`, `seed_data`; a `seed_bank` may be what the program is about.
  private static func isOfSamples(_ folder: Substring) -> Bool {
    if samples.contains(folder) { return true }
    let words = folder.split { $0 == "_" || $0 == "-" }
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    return samples.contains(first) && sampleParts.contains(last)
  }

  /// What stands behind such a word in the names of folders of sample data.
  private static let sampleParts: Set<Substring> = [
    "helper", "helpers", "data", "utils", "scripts",
  ]

  /// Django's `management/commands`, which somebody runs by hand.
  private static func isCommand(_ folders: ArraySlice<Substring>) -> Bool {
    folders.suffix(2).elementsEqual(["management", "commands"])
  }

  /// `seed.ts`, `db-seed.py`, `workspace_seed_task.py`
  private static func isSample(_ name: Substring) -> Bool {
    name.split { !$0.isLetter }.dropLast().contains { $0 == "seed" || $0 == "seeder" }
  }

  /// `backfill.ts`, `migration.ts`
  private static func runsOnce(_ name: Substring) -> Bool {
    let words = name.split { !$0.isLetter }.dropLast()
    return [words.first, words.last].contains { $0.map(verbs.contains) ?? false }
  }

  private static let verbs: Set<Substring> = [
    "backfill", "migrate", "migration", "dummy", "benchmark",
  ]

  package init(path: String) {
    let parts = path.lowercased().split(separator: "/")
    let folders = parts.dropLast()
    let name = parts.last ?? ""
    if Self.isTest(folders, name) {
      self = .test
    } else if folders.contains(where: { ["examples", "example", "docs", "demo"].contains($0) }) {
      self = .example
    } else if folders.contains(where: Self.isOfSamples) || Self.isSample(name) {
      self = .sampleData
    } else if folders.contains(where: { Self.onceOnly.contains($0) || Self.isOfMigrations($0) })
      || Self.runsOnce(name)
      || Self.isCommand(folders) || Self.handRun.contains(name)
    {
      self = .script
    } else {
      self = .production
    }
  }
}

extension Substring {
  /// A name without the number at its end: `tests2`.
  fileprivate var droppingNumber: Substring {
    let end = lastIndex { !$0.isNumber }.map(index(after:)) ?? endIndex
    return self[..<end]
  }
}
