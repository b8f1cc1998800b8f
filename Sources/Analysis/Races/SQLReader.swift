import Linking

/// Reads one statement.
struct SQLReader {
  let tokens: [SQLToken]

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
    case .begin: break
    case .other: result.createdTable = createdTable
    }
    readLocks(into: &result)
    return result
  }

  /// The table of `CREATE TABLE seats`; `IF NOT EXISTS` says nothing of who made it.
  private var createdTable: String? {
    guard tokens.first?.isWord("create") ?? false,
      let start = index(ofWords: ["table"], from: 1), start < 4,
      index(ofWords: ["if"], from: start) != start + 1
    else { return nil }
    return name(at: start + 1)
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
    result.selected = tokens.topLevelParts(start + 1..<list.endIndex).map(selectedName)
    if result.takesLock { result.table = nil }
  }

  /// The column that a part of a SELECT's list is: `a.balance`; computed parts are none.
  private func selectedName(_ part: Range<Int>) -> String? {
    guard let last = part.last, tokens[last].isName, part.count <= 3 else { return nil }
    let isPath = part.dropLast().allSatisfy { tokens[$0].isName || tokens[$0].isSign(".") }
    return part.count == 1 || part.count == 3 && isPath ? tokens[last].text : nil
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
    let parts = tokens.topLevelParts(values + 2..<tokens.count)
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
    for part in tokens.topLevelParts(set + 1..<end) {
      guard let sign = part.first(where: { tokens[$0].isSign("=") }), sign > part.lowerBound,
        tokens[sign - 1].isName
      else { continue }
      let column = tokens[sign - 1].text
      let isRelative = tokens[(sign + 1)..<part.upperBound].contains {
        $0.isName && $0.text.lowercased() == column.lowercased()
      }
      result.assignments.append(
        SQLStatement.Assignment(
          column: column, isRelative: isRelative,
          parameters: parameters(in: sign + 1..<part.upperBound),
          constant: part.upperBound == sign + 2 ? constant(behind: sign) : nil))
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
}
