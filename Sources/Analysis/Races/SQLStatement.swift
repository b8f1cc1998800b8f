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
  /// The columns of each part of a condition of which one suffices: `a = $1 OR b = $2`.
  var alternatives: [[String]] = []
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

/// Reads one statement.
private struct SQLReader {
  private let tokens: [SQLToken]

  init(_ tokens: [SQLToken]) { self.tokens = tokens }

  /// The statement, and those that write in its common expressions: `WITH made AS (INSERT ...)`.
  func statements() -> [SQLStatement] {
    let written = commonBodies.map { SQLReader(Array(tokens[$0])).statement() }.filter {
      [.insert, .update, .delete].contains($0.verb)
    }
    return written + [statement()]
  }

  /// What stands in the parentheses of common expressions.
  private var commonBodies: [Range<Int>] {
    guard tokens.first?.isWord("with") ?? false else { return [] }
    var result: [Range<Int>] = []
    var depth = 0
    var start = 0
    for (index, token) in tokens.enumerated() {
      if token.isSign("(") {
        if depth == 0 { start = index + 1 }
        depth += 1
      } else if token.isSign(")") {
        depth -= 1
        let isBody = start > 1 && tokens[start - 2].isWord("as")
        if depth == 0, isBody || tokens[max(0, start - 2)].isWord("materialized") {
          result.append(start..<index)
        }
      }
      if depth == 0, verb(at: index) != .other { break }
    }
    return result
  }

  func statement() -> SQLStatement {
    var result = SQLStatement()
    let start = mainVerb
    result.verb = verb(at: start)
    result.tables = tablesRead
    readConditions(into: &result)
    switch result.verb {
    case .select: readSelect(from: start, into: &result)
    case .insert: readInsert(from: start, into: &result)
    case .update: readUpdate(from: start, into: &result)
    case .delete: result.table = result.tables.first
    case .lock: result.takesLock = true
    case .begin, .other: break
    }
    readLocks(into: &result)
    return result
  }

  /// Where the statement's own verb stands: behind `WITH ... AS (...)`.
  private var mainVerb: Int {
    guard tokens.first?.isWord("with") ?? false else { return 0 }
    var depth = 0
    for (index, token) in tokens.enumerated() {
      if token.isSign("(") { depth += 1 }
      if token.isSign(")") { depth -= 1 }
      if depth == 0, verb(at: index) != .other { return index }
    }
    return 0
  }

  private func verb(at index: Int) -> SQLStatement.Verb {
    guard index < tokens.count, tokens[index].kind == .word else { return .other }
    switch tokens[index].text {
    case "select": return .select
    case "insert", "replace", "merge", "upsert": return .insert
    case "update": return .update
    case "delete": return .delete
    case "lock": return .lock
    case "begin", "start", "set": return .begin
    default: return .other
    }
  }

  // MARK: Statements

  private func readSelect(from start: Int, into result: inout SQLStatement) {
    result.table = result.tables.first
    let list = tokens[start...].prefix { !$0.isWord("from") }
    for (index, token) in zip(list.indices, list) where token.kind == .word {
      guard ["count", "exists"].contains(token.text), index + 1 < tokens.count else { continue }
      if tokens[index + 1].isSign("(") { result.isCounting = true }
    }
    if result.takesLock { result.table = nil }
  }

  private func readInsert(from start: Int, into result: inout SQLStatement) {
    let into = index(ofWords: ["into"], from: start) ?? start
    result.table = name(at: into + 1)
    let head = tokens[start..<min(into, tokens.count)]
    result.hasConflictClause =
      !tokens[start].isWord("insert") || head.contains { $0.isWord("ignore") || $0.isWord("or") }
      || index(ofWords: ["on", "conflict"], from: into) != nil
      || index(ofWords: ["on", "duplicate"], from: into) != nil
    result.isConditionalInsert = index(ofWords: ["not", "exists"], from: into) != nil
    let open = endOfName(at: into + 1)
    guard open < tokens.count, tokens[open].isSign("(") else { return }
    result.columns = tokens[(open + 1)...].prefix { !$0.isSign(")") }.filter(\.isName).map(\.text)
    guard let values = index(ofWords: ["values"], from: open), values + 2 < tokens.count else {
      return
    }
    let parts = topLevelParts(values + 2..<tokens.count)
    if tokens[values + 1].isSign("("), parts.count >= result.columns.count {
      result.parameters = zip(result.columns, parts).map { parameters(in: $1) }
    }
    for (column, part) in zip(result.columns, parts) {
      let words = part.filter { tokens[$0].kind == .word }.map { tokens[$0].text }
      if words.contains(where: isMadeUp) { result.freshColumns.append(column) }
    }
  }

  private func parameters(in part: Range<Int>) -> [SQLParameter] {
    part.filter { tokens[$0].kind == .parameter }.map { index in
      let text = tokens[index].text
      if let number = Int(text.dropFirst()), "$?".contains(text.prefix(1)) {
        return .position(number - 1)
      }
      if text == "?" || text == "%s" {
        return .position(tokens[..<index].count { $0.kind == .parameter && $0.text == text })
      }
      let name = text.drop { !$0.isLetter && $0 != "_" }.prefix {
        $0.isLetter || $0.isNumber || $0 == "_"
      }
      return text.hasPrefix("{") ? .hole : .name(String(name))
    }
  }

  /// Whether a value is another one each time: `gen_random_uuid()`, `now()`, `DEFAULT`.
  private func isMadeUp(_ word: String) -> Bool {
    ["uuid", "random", "nextval", "current_timestamp", "default"].contains(where: word.contains)
      || word == "now"
  }

  private func readUpdate(from start: Int, into result: inout SQLStatement) {
    var place = start + 1
    while place < tokens.count, tokens[place].isWord("only") || tokens[place].isWord("or") {
      place += tokens[place].isWord("or") ? 2 : 1
    }
    result.table = name(at: place)
    guard let set = index(ofWords: ["set"], from: place) else { return }
    let end = index(ofWords: ["where"], from: set) ?? tokens.count
    for part in topLevelParts(set + 1..<end) {
      guard let sign = part.first(where: { tokens[$0].isSign("=") }), sign > part.lowerBound,
        tokens[sign - 1].isName
      else { continue }
      let column = tokens[sign - 1].text
      let isRelative = tokens[(sign + 1)..<part.upperBound].contains {
        $0.isName && $0.text.lowercased() == column.lowercased()
      }
      result.assignments.append(SQLStatement.Assignment(column: column, isRelative: isRelative))
    }
  }

  private func readLocks(into result: inout SQLStatement) {
    for (index, token) in tokens.enumerated() where token.kind == .word {
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      switch token.text {
      case "for" where next.map { ["update", "share", "no", "key"].contains($0.text) } ?? false:
        if result.verb == .select { result.locksRows = true }
      case "updlock", "xlock": result.locksRows = true
      case "serializable" where result.verb == .begin: result.isSerializable = true
      case "immediate" where result.verb == .begin, "exclusive" where result.verb == .begin:
        result.takesLock = true
      case let name where Self.isLockFunction(name) && next?.isSign("(") ?? false:
        result.takesLock = true
        result.lockEndsWithTransaction = SQLStatement.endsWithTransaction(lock: name)
      default: break
      }
    }
  }

  private static func isLockFunction(_ name: String) -> Bool {
    let isAdvisory = name.hasPrefix("pg_advisory") || name.hasPrefix("pg_try_advisory")
    return isAdvisory && !name.contains("unlock") || name == "get_lock" || name == "sp_getapplock"
  }

  // MARK: Conditions

  private static let comparisons: Set<String> = ["<", ">", "<=", ">=", "&&", "@>", "<@"]

  private func readConditions(into result: inout SQLStatement) {
    guard let start = index(ofWords: ["where"], from: 0) else { return }
    for index in tokens.indices[start...] {
      if isEquality(index) {
        add(column(beside: index), to: &result.equalColumns)
      } else if isOtherComparison(index) {
        add(column(beside: index), to: &result.rangeColumns)
      }
    }
    result.alternatives = alternatives(from: start + 1)
  }

  private func isEquality(_ index: Int) -> Bool {
    tokens[index].isSign("=") || tokens[index].isWord("in")
  }

  private func isOtherComparison(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .sign && Self.comparisons.contains(token.text)
      || ["between", "like", "ilike", "overlaps"].contains(token.text) && token.kind == .word
  }

  /// The columns of the parts around the first `OR`s, which stand in the same parentheses.
  private func alternatives(from start: Int) -> [[String]] {
    guard let first = index(ofWords: ["or"], from: start) else { return [] }
    let lower = bound(of: first, by: -1, until: start - 1) + 1
    let upper = bound(of: first, by: 1, until: tokens.count)
    var parts: [[String]] = [[]]
    var depth = 0
    for index in lower..<upper {
      if tokens[index].isSign("(") { depth += 1 }
      if tokens[index].isSign(")") { depth -= 1 }
      if depth == 0, tokens[index].isWord("or") { parts.append([]) }
      guard isEquality(index) || isOtherComparison(index) else { continue }
      add(column(beside: index), to: &parts[parts.count - 1])
    }
    return parts.contains(where: \.isEmpty) ? [] : parts
  }

  /// Where the parentheses around a token begin or end.
  private func bound(of index: Int, by step: Int, until end: Int) -> Int {
    var depth = 0
    var place = index
    while place != end {
      let isOpening = tokens[place].isSign(step > 0 ? "(" : ")")
      if isOpening { depth += 1 }
      if tokens[place].isSign(step > 0 ? ")" : "(") {
        if depth == 0 { return place }
        depth -= 1
      }
      place += step
    }
    return end
  }

  private func add(_ column: String?, to columns: inout [String]) {
    guard let column, !columns.contains(column) else { return }
    columns.append(column)
  }

  /// The column on either side of a comparison, through a function around it: `lower(email) = $1`.
  private func column(beside index: Int) -> String? {
    if index > 0, let column = columnName(at: index - 1) { return column }
    if index > 0, tokens[index - 1].isWord("not") { return columnName(at: index - 2) }
    if index > 0, tokens[index - 1].isSign(")") {
      let inside = tokens[..<(index - 1)].reversed().prefix { !$0.isSign("(") }
      if let column = inside.first(where: \.isName) { return column.text }
    }
    guard index + 1 < tokens.count, !tokens[index].isWord("in") else { return nil }
    var place = index + 1
    while place + 1 < tokens.count, tokens[place + 1].isSign(".") { place += 2 }
    return columnName(at: place)
  }

  private static let notColumns: Set<String> = [
    "true", "false", "null", "not", "and", "or", "any", "all", "now", "current_timestamp",
    "current_date", "select", "interval",
  ]

  private func columnName(at index: Int) -> String? {
    guard tokens.indices.contains(index), tokens[index].isName else { return nil }
    let isWord = tokens[index].kind == .word
    return isWord && Self.notColumns.contains(tokens[index].text) ? nil : tokens[index].text
  }

  // MARK: Names

  /// The tables behind `FROM` and `JOIN`, in order, without the names of common expressions.
  private var tablesRead: [String] {
    var result: [String] = []
    let common = commonNames
    for (index, token) in tokens.enumerated() where token.isWord("from") || token.isWord("join") {
      guard let table = name(at: index + 1), !common.contains(table), !result.contains(table),
        !(token.isWord("from") && isCall(at: index + 1))
      else { continue }
      result.append(table)
    }
    return result
  }

  private var commonNames: Set<String> {
    guard tokens.first?.isWord("with") ?? false else { return [] }
    return Set(
      tokens.indices.dropFirst().compactMap { index in
        index + 1 < tokens.count && tokens[index].isName && tokens[index + 1].isWord("as")
          ? tokens[index].text : nil
      })
  }

  /// Whether a name is that of a function, as in `EXTRACT(day FROM now())`.
  private func isCall(at index: Int) -> Bool {
    let end = endOfName(at: index)
    return end < tokens.count && tokens[end].isSign("(")
  }

  /// The last part of a qualified name; nil where a parameter or a subquery stands.
  private func name(at index: Int) -> String? {
    let end = endOfName(at: index)
    guard end > index, tokens[end - 1].isName else { return nil }
    return tokens[end - 1].text
  }

  private func endOfName(at index: Int) -> Int {
    guard tokens.indices.contains(index), tokens[index].isName else { return index }
    var end = index + 1
    while end + 1 < tokens.count, tokens[end].isSign("."), tokens[end + 1].isName { end += 2 }
    return end
  }

  /// Where these words stand one after the other.
  private func index(ofWords words: [String], from start: Int) -> Int? {
    guard start < tokens.count else { return nil }
    return tokens.indices[start...].first { index in
      index + words.count <= tokens.count
        && zip(tokens[index...], words).allSatisfy { $0.isWord($1) }
    }
  }

  /// The parts of a range between commas outside parentheses.
  private func topLevelParts(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var depth = 0
    var start = range.lowerBound
    for index in range {
      if tokens[index].isSign("(") { depth += 1 }
      if tokens[index].isSign(")") { depth -= 1 }
      if depth == 0, tokens[index].isSign(",") {
        parts.append(start..<index)
        start = index + 1
      }
    }
    parts.append(start..<range.upperBound)
    return parts
  }
}
