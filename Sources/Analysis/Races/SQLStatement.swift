import Linking

// What a race is about, read off SQL text.
//
// A probe and an insert meet in a table; what they compare and fill in tells if they speak of the
// same thing; a clause at the end of either can make the pair safe. That much can be read with a
// lexer and a few questions, whatever the dialect, and also where the text is a template and parts
// of it are unknown:
//
//     SELECT id FROM bookings WHERE room = $1 AND during && $2       asks bookings by room, during
//     INSERT INTO bookings (room, during) VALUES ($1, $2)            makes a row of bookings
//     INSERT INTO bookings (...) ... ON CONFLICT DO NOTHING          does both, and cannot race
//     SELECT pg_advisory_xact_lock($1)                               makes others wait
//
// Refused: a grammar of SQL. Templates with holes are no statements to a grammar, and four
// dialects differ in all that is not asked here.

/// One statement of a SQL text, as far as races are concerned.
struct SQLStatement: Sendable, Equatable {
  enum Verb: Sendable, Equatable { case select, insert, update, delete, lock, begin, other }

  /// What an UPDATE does to a column.
  struct Assignment: Sendable, Equatable {
    var column: String
    /// Whether the new value is computed of the old one by the statement itself.
    var isRelative: Bool
    /// What the program puts into the new value.
    var parameters: [SQLParameter] = []
    /// The new value, if it is a constant.
    var constant: String?
  }

  var verb = Verb.other
  /// The table that is asked or written; nil when the text does not say.
  var table: String?
  /// Every table that is read.
  var tables: [String] = []
  /// The columns that a condition compares with `=` or `IN`.
  var equalColumns: [String] = []
  /// The columns that a condition compares in any other way.
  var rangeColumns: [String] = []
  /// The columns that a condition asks in other ways: `taken <> 1`, `seen IS NULL`, `NOT used`.
  var otherColumns: [String] = []
  /// The texts, numbers and states of nothing that a condition compares columns with.
  var constants: [String: String] = [:]
  /// The columns of each part of a condition of which one suffices: `a = $1 OR b = $2`.
  var alternatives: [[String]] = []
  /// What a SELECT asks for, in order: the names of columns, nil for what has none.
  var selected: [String?] = []
  /// The columns that an INSERT fills in.
  var columns: [String] = []
  /// By column: what the program puts into its value; empty where the values are no list.
  var parameters: [[SQLParameter]] = []
  var assignments: [Assignment] = []
  /// Whether what is asked is a number or a truth and not rows: `COUNT(*)`, `EXISTS (...)`.
  var isCounting = false
  /// `FOR UPDATE` and its kin: rows that are there stay as they are.
  var locksRows = false
  /// `ON CONFLICT`, `ON DUPLICATE KEY`, `INSERT IGNORE`, `REPLACE`, `MERGE`.
  var hasConflictClause = false
  /// `INSERT ... SELECT ... WHERE NOT EXISTS (...)`.
  var isConditionalInsert = false
  /// An advisory lock, a locked table, a transaction that excludes other writers.
  var takesLock = false
  /// The table that it makes, where it fails if there is one: `CREATE TABLE seats (...)`.
  var createdTable: String?
  /// Whether the lock that it takes is gone with the transaction.
  var lockEndsWithTransaction = false
  /// The columns that an INSERT fills in with what the database makes up.
  var freshColumns: [String] = []
  /// A transaction that the database keeps apart from all others.
  var isSerializable = false

  /// Whether a function of this name takes a lock that the end of the transaction gives back.
  static func endsWithTransaction(lock name: String) -> Bool { name.contains("xact") }

  /// The statements of a text, in order.
  static func all(in text: String) -> [SQLStatement] {
    SQLLexer.tokens(of: text).split { $0.isSign(";") }.flatMap { tokens in
      SQLReader(Array(tokens)).statements()
    }
  }
}

/// What a program puts into a statement.
enum SQLParameter: Sendable, Equatable {
  /// `$2`, or the second `?` or `%s`; counted from 0.
  case position(Int)
  /// `:name`, `@name`, `%(name)s`.
  case name(String)
  /// A part of the text itself, which another expression gives.
  case hole
}
