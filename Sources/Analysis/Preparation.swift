package import Basis
import Findings
package import IR
package import Linking
package import RuleBook

// Each language of a run is a program of its own, with the models of its libraries. Preparing a
// program tells which further files matter to it; when no file is new, its functions are checked.

/// The files of a project in one language, and what else is known of the project.
package struct ProjectFiles: Sendable {
  package let language: LibraryModel.ModelLanguage
  /// All of them, whether or not they will be read.
  package var files: [SourceFile]
  package var aliases: [ImportResolution.Alias] = []
  /// Workspace package name → its folder.
  package var packages: [String: String] = [:]
  /// Descriptions of databases: SQL and Prisma schemas.
  package var schemas: [SourceFile] = []
  /// So many at the start are asked about; the others are there for what these lead to.
  package var givenCount: Int

  package init(language: LibraryModel.ModelLanguage, files: [SourceFile]) {
    self.language = language
    self.files = files
    givenCount = files.count
  }
}

/// The files of one language, linked and summarised, before anything is checked.
package struct PreparedProgram: Sendable {
  /// What further files it tells to read; nil if nobody wants to know.
  package let leads: Leads?
  /// The program, with who holds what and what is asked of databases.
  let context: CheckContext
  let paths: [ID<SourceFile>: String]
  fileprivate let schemas: [SourceFile]
  fileprivate let builder: SummaryBuilder

  /// The context with what only checks ask for: what becomes of what is held, the schemas, and what is
  /// stored for events.
  var checking: CheckContext {
    let hasWrites = context.races.hasWrites
    let (summaries, schema) = context.workers.both(
      { [builder] in
        var builder = builder
        return builder.finish()
      }, { [context, schemas] in hasWrites ? Schema(context, files: schemas) : Schema() })
    let whole = CheckContext(context, summaries: summaries, races: context.races)
    guard hasWrites else { return whole }
    return CheckContext(
      whole, schema: schema,
      records: { $0.isEnabled(CompetingWriters.rule) ? EventRecords(context: $0) : EventRecords() })
  }
}

/// Links the files of one language and learns what their functions do, some files at a time.
package struct Preparation {
  private let project: ProjectFiles
  private let models: [LibraryModel]
  private let rules: Set<String>
  private let ruleTable: [String: Rule]
  private var linker: Linker
  private let index: RoleIndex
  private var reached = ReachedRoles()
  private var words = SymbolWords()
  private let workers: Workers
  private let leadingTypes: LeadingTypes
  /// The functions that were found to hand something on, the last time that was asked.
  private var carriers: Set<FileFunction> = []
  /// The files that those which are asked about import.
  private var neighbours: Set<Int> = []
  /// By file: what was read off it.
  private var files: [Int: FileFacts] = [:]

  /// What can be read off one file, whatever the others are.
  private struct FileFacts: Sendable {
    var kind: FileKind
    var functions: [FunctionFacts]
    var words: [FunctionWords]
  }

  /// - Parameter rules: the ids of the rules that run.
  package init(
    _ project: ProjectFiles, ruleSet: RuleSet, rules: Set<String>, workers: Workers = Workers()
  ) {
    self.project = project
    self.workers = workers
    self.rules = rules
    models = ruleSet.models.filter { $0.language == project.language }
    ruleTable = Dictionary(ruleSet.rules.map { ($0.id, $0) }) { first, _ in first }
    linker = Linker(
      paths: project.files.map(\.path), catalog: LibraryCatalog(models: models),
      aliases: project.aliases, packages: project.packages,
      mayExport: { file, name in
        let bytes = project.files[file].bytes[...]
        return bytes.holds(Array(name.utf8)) || Self.handsOn.contains { bytes.holds($0) }
      })
    index = RoleIndex(models: models)
    leadingTypes = LeadingTypes(models)
  }

  /// Adds lowered files, by their positions among the project's.
  package mutating func add(_ modules: consuming [(file: Int, module: Module)]) {
    linker.add(modules)
  }

  /// What the files that were added speak of in files that were not read: those may only hand on
  /// what others export, or say what is given to a call that matters, and are better read before
  /// anything is asked.
  package mutating func unread() -> UnreadFiles {
    reached.learn(linker, index: index)
    var result = linker.unread
    if project.givenCount < project.files.count {
      addContext(to: &result)
    } else {
      result.given.formUnion(
        linker.unreadBeside(
          carriers.contains, { [reached] in !reached.kinds(of: $0).isDisjoint(with: .taking) },
          depth: Self.depth))
    }
    return result
  }

  /// So many calls lie between what takes or asks something and the functions whose own callees
  /// are read without further thought.
  private static let depth = 1

  /// What the files that are asked about lead to, where nobody looks for words in the others.
  private mutating func addContext(to unread: inout UnreadFiles) {
    let isGiven = { [project] (file: Int) in file < project.givenCount }
    neighbours.formUnion(linker.unreadImported(by: isGiven))
    unread.near = linker.unreadImported { [neighbours] file in
      isGiven(file) || neighbours.contains(file)
    }
    unread.given.formUnion(linker.unreadBelow(isGiven, depth: Self.contextDepth))
  }

  /// So many calls lie between the functions that are asked about and the last of those whose own
  /// callees are read, where nobody looks for words in all files of the project.
  private static let contextDepth = 1

  /// Looks at all files that were added.
  ///
  /// - Parameter wantsLeads: whether there are files left that it could lead to.
  package mutating func prepare(wantsLeads: Bool = true) -> PreparedProgram {
    let (program, ()) = workers.both({ [linker] in linker.program() }, { learn() })
    // Who holds what is known by linking alone.
    let (holders, (context, builder)) = workers.both(
      { [leadingTypes] in wantsLeads ? HolderNames(program, leadingTypes) : nil },
      { self.context(of: program) })
    let leads = holders.map { Leads(context: context, holders: $0) }
    carriers = Set((leads?.carriers ?? []).map(program.fileFunction))
    return PreparedProgram(
      leads: leads, context: context,
      paths: Dictionary(
        zip(program.modules.values.map(\.file), program.paths)
      ) { first, _ in first }, schemas: project.schemas, builder: builder)
  }

  /// What passes on the names of other files without saying them.
  private static let handsOn = ["export *", "import *", "exports ="].map { Array($0.utf8) }

  private func context(of program: Program) -> (CheckContext, SummaryBuilder) {
    let known = program.files.compactMap { files[$0] }
    let facts = ProgramFacts(
      program: program, sources: program.files.map { project.files[$0] }, kinds: known.map(\.kind),
      facts: known.flatMap(\.functions))
    let base = CheckContext(
      facts: facts, roles: CallRoles(facts: facts, index: index, reached: reached), words: words,
      functionWords: known.flatMap(\.words), rules: rules, ruleTable: ruleTable, workers: workers)
    // Neither knows of the other.
    let ((summaries, builder), races) = workers.both(
      {
        var builder = SummaryBuilder(context: base)
        return (builder.begin(), builder)
      }, { RaceFacts(context: base) })
    return (CheckContext(base, summaries: summaries, races: races), builder)
  }

  /// Looks up what is new in the files that were added.
  private mutating func learn() {
    reached.learn(linker, index: index)
    words.learn(linker.symbols, index: index, workers)
    let new = linker.modules.filter { files[$0.file] == nil }
    let found = workers.map(new) { [project, words] file, module in
      FileFacts(
        kind: FileKind(path: project.files[file].projectPath),
        functions: module.functions.values.map { FunctionFacts($0) },
        words: FunctionWords.all(in: module, words))
    }
    for (item, found) in zip(new, found) { files[item.file] = found }
  }
}
