import Basis
import Findings
import IR
import Linking
import RuleBook

/// What a function's author wrote at a step of the story, and where.
struct RaceSite: Sendable, Hashable {
  var location: SourceLocation
  /// The call as written, or what its SQL does.
  var text: String
}

extension RaceSite {
  /// Where an operation of a function stands, and the call as written.
  init(_ operation: ID<Operation>, in function: ID<ProgramFunction>, _ context: CheckContext) {
    self.init(
      location: context.location(of: operation, in: function),
      text: context.facts.calleeText(of: operation, in: function))
  }
}

/// What a question comes to when there is no row, and when there is one.
struct Outcome: Sendable, Hashable {
  /// The ways in which a call can end, several when it is not known which.
  struct Ways: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let truthy = Ways(rawValue: 1)
    static let falsy = Ways(rawValue: 2)
    static let raises = Ways(rawValue: 4)
  }

  var absent: Ways
  var present: Ways
  /// Whether the result is the answer itself, of which parts say the same: rows, a count.
  var isRaw: Bool
  /// What the members of the result say, where it is an object or a list that the function makes.
  var members: [String: Flag] = [:]

  /// A truth in the two worlds; nil where it may be either.
  struct Flag: Sendable, Hashable {
    var absent: Bool?
    var present: Bool?
  }

  /// The answer of a database: nothing, zero, none; or something.
  static let answer = Outcome(absent: .falsy, present: .truthy, isRaw: true)
  /// `Model.objects.get(...)`: no row is an exception.
  static let insisting = Outcome(absent: .raises, present: .truthy, isRaw: true)

  /// No row is an exception or nothing, of a function that nobody sees.
  static let missing = Outcome(absent: [.falsy, .raises], present: .truthy, isRaw: true)

  /// Whether the call tells the two cases apart.
  var tells: Bool {
    !absent.isEmpty && !present.isEmpty && (absent != present || !members.isEmpty)
  }
}

/// A call whose outcome says if rows of an entity are there.
struct Probe: Sendable, Equatable {
  var operation: ID<Operation>
  var entity: EntityReference
  var columns: [String]
  /// The column that says whose rows are asked for, where they are asked for through their owner:
  /// `team.invites.filter(email=email)`.
  var owner: String?
  /// The columns that the name of the call speaks of, where it has no others: `findOneByEmail`.
  var named: [String] = []
  /// The parameter of the function that holds the condition, which callers can see into.
  var condition: Int?
  /// Those of the columns that are only compared with yes, no or null.
  var flags: [String] = []
  /// Whether it is asked by the whole key, of which there is one row at most.
  var isByWholeKey = false
  /// Whether it is asked by the key of the rows, whatever that is called.
  var isByKey = false
  /// The columns that are asked for, in order, where the question says which.
  var selected: [String?] = []
  /// Those that have no value in the rows that are asked for: `token IS NULL`.
  var absent: [String] = []
  /// The texts and numbers that columns are compared with.
  var constants: [String: String] = [:]
  /// The columns of each alternative, where one or another suffices.
  var alternatives: [[String]] = []
  /// Whether all of them look for the same value.
  var alternativesAgree = false
  var outcome: Outcome
  /// Whether what is asked is a number or a truth, so that every part of the answer says it.
  var isCounting: Bool
  /// Whether the question locks the rows that it finds.
  var locksRows: Bool
  var site: RaceSite
  /// The calls from `site` down to the one that asks.
  var path: [RaceSite]
  /// Whether only names say that it asks.
  var isTold = false
  /// Whether a function asks that the call is given, and not the call itself.
  var isAskedByCallback = false
  /// Whether it asks for what another question's row holds: `user.subscription`.
  var isPart = false
  /// Whether it asks for what is there since some moment.
  var isOfMoment = false
  /// Whether it is what a handler says of whatever raised: `except Settings.DoesNotExist`.
  var isHandler = false
  /// Whether it was asked before the function was called with the row.
  var isGiven = false
  /// Whether any row at all answers it, which one set-up settles for ever.
  var isOfAll = false
  /// Whether it asks for a mark that keeps others out, or a value that is kept for later.
  var isMark = false
  /// Whether a helper compares the answer with a limit that the program sets.
  var isQuota = false
  /// Whether a helper asks for one value after the other until there is no row, and gives that.
  var isRepeated = false
}

/// A call that makes a row of an entity.
struct Insertion: Sendable, Equatable {
  var operation: ID<Operation>
  var entity: EntityReference
  var columns: [String]
  /// What is filled in, as far as unique keys ask.
  var row = InsertedRow()
  /// The object that becomes the row, where the call is given one: new or known already.
  var object: ID<Place>?
  /// Whether the row that stands under the same key is deleted before.
  var replaces = false
  /// Whether the statement is sent later, by a flush or a commit.
  var isDeferred: Bool
  var site: RaceSite
  /// The calls from `site` down to the one that inserts.
  var path: [RaceSite]
  /// How the library writes it in one step.
  var fix: String
  /// What has it refuse the key of a row that is there; empty if it does so, or has no keys.
  var refusal = ""
  /// Whether only names say that it inserts.
  var isTold = false
  /// Whether it sets a mark that keeps others out, and makes no row: `cache.set(key, True)`.
  var isMark = false
  /// What chose its text among others that the same call can send.
  var choice: ID<Operation>?
  /// The columns that the statement itself asks by: `INSERT ... WHERE NOT EXISTS (...)`.
  var asked: [String]?
  /// The parameter of its function that says whether it is made: `made(start, save=False)`.
  var flag: Int?
}

/// A call that makes others wait, or only seems to.
struct Guarding: Sendable, Equatable {
  var operation: ID<Operation>
  var kind: GuardSpec.Kind
  /// The entity whose rows are locked; nil when the lock is not one of rows.
  var entity: EntityReference?
  /// Whether it is a statement of its own, whatever the text asks besides.
  var isStatement = false
  /// Whether a callee takes it by a statement of its own.
  var isOfCallee = false
  /// Whether the end of the transaction ends it.
  var endsWithTransaction = false
  /// The parameter of its function that says whether it is taken: `get(id, for_update=True)`.
  var flag: Int?
}

/// What the calls of one function mean to races.
struct RaceEvents: Sendable {
  var probes: [Probe] = []
  var insertions: [Insertion] = []
  var guards: [Guarding] = []
  /// Calls of helpers that give a row, whether or not they tell if there was one.
  var rows: [Probe] = []
  var writes: [RowWrite] = []
  /// The calls that delete a row and raise where there is none, as questions for it.
  var removals: [Probe] = []
  /// Whatever makes rows in the function itself, in one step or not.
  var records: [(entity: EntityReference, site: RaceSite)] = []
  /// The parameters of the function that it sends to a database as SQL texts.
  var texts: Set<Int> = []
  /// The same of the functions around: `run(sql) { return new Promise(… this.db.run(sql, …)) }`.
  var textsAround: Set<PlaceReference> = []
  /// Calls by which objects that only names tell of write their rows: `item.save()`.
  var saves: [NamedSave] = []
  /// The tables that the function itself makes, in which nobody else can have been.
  var created: [Entity] = []
  /// The calls that end a transaction, here or in a helper.
  var commits: [ID<Operation>] = []

  var isEmpty: Bool { probes.isEmpty && insertions.isEmpty && guards.isEmpty }

  /// Notes a parameter, of the function itself or of one around it, that is sent as an SQL text.
  mutating func note(text: PlaceReference, in view: RaceView) {
    guard text.function == view.id else { return _ = textsAround.insert(text) }
    let own = view.function.parameters.firstIndex { $0.place == text.place }
    if let own { texts.insert(own) }
  }
}

/// A call by which an object writes its row, as its name says.
struct NamedSave: Sendable, Equatable {
  var operation: ID<Operation>
  var object: ID<Place>
  var site: RaceSite
}

/// A call that changes rows which exist, as far as it writes values computed in the program.
struct RowWrite: Sendable, Equatable {
  /// A value and the column that it is written to; nil where a text names several columns.
  struct Assignment: Sendable, Equatable {
    var column: String?
    var value: PlaceReference
  }

  var operation: ID<Operation>
  /// Nil for what sends all changed objects.
  var entity: EntityReference?
  var assignments: [Assignment]
  /// The columns that a SQL text sets to what it is given.
  var columns: [String] = []
  /// The constants that it sets columns to.
  var constants: [String: String] = [:]
  /// The values that it sets columns to, where it says which.
  var given: [String: PlaceReference] = [:]
  /// The columns that the write asks for.
  var conditions: [String]
  /// The objects that it writes as they stand, whatever is in them: `replaceOne(filter, row)`.
  var objects: [ID<Place>] = []
  /// The columns whose new value the statement computes of the old one.
  var relative: [String] = []
  /// Whether it raises where there is no such row.
  var raisesWhenAbsent = false
  var site: RaceSite
}

/// A write of values that a function's callers give it: `saveBalance(value)`.
struct GivenWrite: Sendable, Equatable {
  /// The parameter that is written to a column.
  struct Value: Sendable, Equatable {
    var column: String?
    var parameter: Int
  }

  var write: RowWrite
  /// The column and the parameter that is written to it.
  var values: [Value]
}

/// What callers need to know about a function.
struct RaceSummary: Sendable, Equatable {
  /// The operations in these are those of the summarised function.
  var probes: [Probe] = []
  var insertions: [Insertion] = []
  /// The guards in force while the function's callback runs, or after it returns.
  var guards: [Guarding] = []
  /// The questions whose row is returned, found or made.
  var rows: [Probe] = []
  /// The parameters that are sent to a database as SQL texts: `query(text, values)`.
  var texts: Set<Int> = []
  /// The same of the functions around it.
  var textsAround: Set<PlaceReference> = []
  /// Whether it ends a transaction.
  var commits = false
  /// The writes of what it is given.
  var writes: [GivenWrite] = []

  var isEmpty: Bool {
    probes.isEmpty && insertions.isEmpty && guards.isEmpty && rows.isEmpty && texts.isEmpty
      && textsAround.isEmpty && writes.isEmpty && !commits
  }
}
