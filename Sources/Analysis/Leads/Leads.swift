import Basis
import IR
package import Linking

// What the files that were read say of those that were not.
//
// A file is read when it holds the words of a library and of its import. Others matter because of
// what the first ones hand on: a pool that they export, a function that gives a connection, a
// helper that is given one. To reach any of these, the other file must name it. So the names are
// collected here, the files that hold them are read, and so on until there is nothing new.

/// A name that another file must hold to have to do with something.
package struct LeadName: Sendable, Hashable {
  package enum Place: Sendable, Hashable {
    case anywhere
    /// Where a member of a value is named: after a dot, in languages that have no other way.
    case member
    /// In a Python import: a name of a module that is not a member of anything.
    case imported
    /// At the end of the path of an ECMAScript import: a module that is what it exports.
    case path
    /// Where a Python class is used as a value, not only as the type of something.
    case value
    /// A member of which nothing comes until it is awaited or entered.
    case awaited
  }

  package var text: String
  package var place = Place.anywhere
}

/// The names and files by which further files of a project become of interest.
package struct Leads: Sendable {
  /// Of each of some sets of names one must stand in a file for it to be read; any entry will do.
  package private(set) var names: [[Set<LeadName>]] = []
  /// The functions that give, ask, insert or pay for their callers.
  private(set) var carriers: Set<ID<ProgramFunction>> = []
  /// Files that were not read, by their positions among all of the language.
  package private(set) var unread = UnreadFiles()

  /// Callers of payments further up than this are not asked why they run again.
  private static let highestPayer = 3

  init(context: CheckContext, holders: HolderNames) {
    let program = context.program
    let summaries = context.races.summaries
    unread = program.unread
    let giving = Set(context.summaries.fresh.keys).union(Self.payers(context))
    let asking = Set(summaries.filter { !$0.value.probes.isEmpty }.keys)
    let inserting = Set(summaries.filter { !$0.value.insertions.isEmpty }.keys)
    // The functions that send a text of their callers to a database.
    let senders = Set(summaries.filter { !$0.value.texts.isEmpty }.keys)
    add([SpokenNames(free: giving, in: program)])
    let named = giving.map { program[$0].name }.filter {
      !context.summaries.named.methods(named: $0).isEmpty
    }
    add([SpokenNames(members: Set(named.map { program.symbols[$0] }))])
    let questions = SpokenNames(free: asking, in: program)
    let insertions = SpokenNames(free: inserting, in: program)
    add([questions, insertions])
    add([questions.union(insertions).filter(\.isOfSeveralWords)])
    add([Self.closables(context).filter(\.isOfSeveralWords)])
    // Neither knows of the other.
    let (ending, search) = context.workers.both(
      { Self.ending(context).where(\.isOfSeveralWords) }, { PaymentSearch(context: context) })
    add([ending, ending.asValues])
    add([SpokenNames(free: search.wrappers, in: program)])
    add([SpokenNames(anywhere: search.clients)])
    add([SpokenNames(free: senders, in: program)])
    add([holders.heirs])
    carriers = giving.union(asking).union(inserting).union(search.wrappers).union(senders)
    for parts in holders.clausesOfTypes { add(parts) }
    for parts in holders.clauses(ofMethods: carriers.union(holders.givers)) { add(parts) }
    unread.given.formUnion(search.missing)
    // What a holder calls may take over what it holds, and may raise or not.
    for (function, files) in program.unreadCallees where Self.mayHold(function, context) {
      unread.given.formUnion(files)
    }
    for asker in context.races.events.keys { noteEntities(of: asker, in: program) }
  }

  /// Whether a function, or one around it, comes to hold something.
  private static func mayHold(_ function: ID<ProgramFunction>, _ context: CheckContext) -> Bool {
    if context.summaries.acquisitions[function] != nil { return true }
    guard let parent = context.program[function].parent else { return false }
    return mayHold(context.program.id(of: parent, besides: function), context)
  }

  /// Notes the files of what a function that speaks to a database calls or gives to calls: the
  /// classes of its tables are among that.
  private mutating func noteEntities(of function: ID<ProgramFunction>, in program: Program) {
    unread.given.formUnion(program.unreadCallees[function] ?? [])
    for operation in program[function].operations.values {
      guard case .call(let call) = operation.effect else { continue }
      for argument in call.arguments {
        unread.given.formUnion(program.unreadFiles(of: argument.value, in: function))
      }
    }
  }

  /// The functions and classes that some code closes what it gets of: others may not.
  private static func closables(_ context: CheckContext) -> SpokenNames {
    let program = context.program
    let siblings = context.summaries.siblings
    let takers = Set(context.summaries.pools.returns.keys)
    var result = SpokenNames(free: siblings.functions.union(takers), in: program)
    for id in siblings.types {
      let type = program.type(id)
      let parent = program.id(of: type.parent, in: program.classes[id].module)
      result.add(type.name, of: parent, in: program)
    }
    return result
  }

  /// The classes whose objects have an end of their own making: others make such objects as well.
  private static func ending(_ context: CheckContext) -> SpokenNames {
    let program = context.program
    var result = SpokenNames()
    for id in program.classes.ids where context.endsItsFields(id) {
      let type = program.type(id)
      let parent = program.id(of: type.parent, in: program.classes[id].module)
      result.add(type.name, of: parent, in: program)
    }
    return result
  }

  /// Names that are none, such as a module body's, and those of two letters say nothing.
  private mutating func add(_ parts: [SpokenNames]) {
    let kept = parts.map { part in part.filter { $0.utf8.count > 2 && !$0.hasPrefix("<") } }
    guard kept.allSatisfy({ !$0.isEmpty }) else { return }
    names.append(kept.map(\.leads))
    for position in kept.indices {
      for (module, members) in kept[position].byModule.sorted(by: { $0.key < $1.key }) {
        var clause = kept.map(\.leads)
        clause[position] = Set(members.map { LeadName(text: $0) })
        names.append([[LeadName(text: module, place: .imported)]] + clause)
      }
    }
  }

  /// The functions that pay, and those that call them.
  private static func payers(_ context: CheckContext) -> Set<ID<ProgramFunction>> {
    let program = context.program
    var latest = Array(program.functions.ids).filter {
      context.roles.kinds(in: $0).contains(.payment)
    }
    var result = Set(latest)
    for _ in 0..<highestPayer {
      latest = latest.flatMap { program.callers(of: $0) }.map(\.function)
      result.formUnion(latest)
    }
    return result
  }
}
