import Linking

/// Reads the unique keys that SQL text declares: `CREATE TABLE`, `CREATE UNIQUE INDEX`, `ALTER TABLE`.
struct SQLSchemaReader {
  /// What one statement declares of a table, and what it takes away.
  struct Found: Equatable {
    var table = ""
    var keys: [Schema.Key] = []
    var drops: [SchemaDrop] = []
  }

  let tokens: [SQLToken]

  /// What all statements of a text declare, in order.
  static func read(_ bytes: [UInt8]) -> [Found] { read(applied(bytes), isBody: false) }

  /// - Parameter isBody: whether statements stand in a block of code: `IF ... THEN CREATE TABLE`.
  private static func read(_ bytes: ArraySlice<UInt8>, isBody: Bool) -> [Found] {
    SQLLexer.tokens(of: Array(bytes)).split { $0.isSign(";") }.flatMap { statement -> [Found] in
      var tokens = Array(statement)
      if isBody, let start = tokens.firstIndex(where: Self.isChanging) {
        tokens.removeFirst(start)
      }
      if let found = SQLSchemaReader(tokens: tokens).found { return [found] }
      return inner(of: tokens)
    }
  }

  private static func isChanging(_ token: SQLToken) -> Bool {
    token.kind == .word && ["create", "alter", "drop"].contains(token.text)
  }

  /// The statements in a text that another runs at once: `DO $$ ... $$`, `EXECUTE '...'`; what makes
  /// a function does not run it.
  private static func inner(of tokens: [SQLToken]) -> [Found] {
    guard let first = tokens.first, !first.isWord("create") else { return [] }
    return tokens.flatMap { token -> [Found] in
      guard token.kind == .string, token.text.utf8.count > 20 else { return [] }
      let text = token.text.lowercased()
      guard ["create ", "alter ", "drop "].contains(where: text.contains) else { return [] }
      return read(Array(token.text.utf8)[...], isBody: true)
    }
  }

  private init(tokens: [SQLToken]) { self.tokens = tokens }

  private var found: Found? {
    guard let first = tokens.first else { return nil }
    if first.isWord("drop") { return Found(drops: drops) }
    if first.isWord("alter") {
      return tokens.count > 1 && tokens[1].isWord("index")
        ? Found(drops: renamedIndex) : alteration
    }
    guard first.isWord("create") else { return nil }
    let head = tokens.prefix { !$0.isSign("(") }
    if head.contains(where: { $0.isWord("index") }) {
      return head.contains { $0.isWord("unique") } ? index : nil
    }
    return head.contains { $0.isWord("table") } ? table : nil
  }

  // MARK: Statements

  private var table: Found? {
    guard let word = tokens.firstIndex(where: { $0.isWord("table") }),
      let name = name(after: word), let list = parentheses(from: name.end)
    else { return nil }
    return Found(table: name.text, keys: parts(list).flatMap(keys))
  }

  private var index: Found? {
    guard let word = tokens.firstIndex(where: { $0.isWord("on") }), let name = name(after: word),
      let list = parentheses(from: name.end)
    else { return nil }
    var key = Schema.Key(columns: columns(in: list))
    // `CREATE UNIQUE INDEX name ON ...`
    if word > 0, tokens[word - 1].isName, !tokens[word - 1].isWord("index") {
      key.names = [tokens[word - 1].text]
    }
    if let condition = tokens[list.upperBound...].firstIndex(where: { $0.isWord("where") }) {
      key.condition = tokens[(condition + 1)...].map(\.text).joined(separator: " ")
    }
    return Found(table: name.text, keys: [key])
  }

  private var alteration: Found? {
    guard let word = tokens.firstIndex(where: { $0.isWord("table") }),
      let name = name(after: word)
    else { return nil }
    let parts = parts(name.end..<tokens.count)
    let added = parts.flatMap { part -> [Schema.Key] in
      guard tokens[part.lowerBound].isWord("add") else { return [] }
      let isColumn = part.count > 1 && tokens[part.lowerBound + 1].isWord("column")
      return keys((part.lowerBound + (isColumn ? 2 : 1))..<part.upperBound)
    }
    return Found(
      table: name.text, keys: added, drops: parts.flatMap { drops(in: $0, of: name.text) })
  }

  // MARK: Columns and constraints

  private static let constraintWords: Set<String> = [
    "constraint", "unique", "primary", "exclude", "foreign", "check",
  ]

  /// The keys that a column or a constraint of a table declares.
  private func keys(_ part: Range<Int>) -> [Schema.Key] {
    guard let first = part.first else { return [] }
    let words = part.filter { tokens[$0].kind == .word && depth(of: $0, in: part) == 0 }
    let isPrimary = words.contains { tokens[$0].text == "primary" }
    let isUnique = words.contains { tokens[$0].text == "unique" }
    let isExclusion = words.contains { tokens[$0].text == "exclude" }
    guard isPrimary || isUnique || isExclusion else { return [] }
    let isConstraint =
      tokens[first].kind == .word && Self.constraintWords.contains(tokens[first].text)
    if !isConstraint {
      return tokens[first].isName ? [Schema.Key(columns: [tokens[first].text])] : []
    }
    guard let list = parentheses(from: first), list.upperBound <= part.upperBound else { return [] }
    var key = Schema.Key(columns: columns(in: list), isExclusion: isExclusion)
    // `CONSTRAINT name UNIQUE (...)`, MySQL's `UNIQUE KEY name (...)`
    let own = tokens[first].isWord("constraint") ? first + 1 : list.lowerBound - 2
    if part.contains(own), tokens[own].isName, !Self.constraintWords.contains(tokens[own].text),
      !["key", "index"].contains(tokens[own].text)
    {
      key.names = [tokens[own].text]
    }
    return [key]
  }

  private func depth(of index: Int, in part: Range<Int>) -> Int {
    tokens[part.lowerBound..<index].reduce(0) { depth, token in
      token.isSign("(") ? depth + 1 : token.isSign(")") ? depth - 1 : depth
    }
  }

  private static let notColumns: Set<String> = [
    "asc", "desc", "nulls", "first", "last", "collate", "with", "and", "or", "not", "null",
  ]

  /// The names in a list, those inside of functions included and without the functions' own.
  ///
  /// A part of a column that holds objects is one: `(data #>> '{orderId}')`, `(data ->> 'orderId')`.
  private func columns(in list: Range<Int>) -> [String] {
    var result: [String] = []
    for index in list {
      let token = tokens[index]
      let isCall = index + 1 < tokens.count && tokens[index + 1].isSign("(")
      let isWord = token.kind == .word && Self.notColumns.contains(token.text)
      let isCast = index > 0 && (tokens[index - 1].isSign("::") || tokens[index - 1].isSign(":"))
      if token.isName && !isCall && !isWord && !isCast {
        result.append(token.text)
      } else if let column = result.last, let part = part(at: index) {
        result[result.count - 1] = part.reduce(column, Schema.Key.path)
      }
    }
    return result
  }

  /// The way into an object that a text after an arrow names.
  private func part(at index: Int) -> [String]? {
    guard tokens[index].kind == .string, index > 0,
      tokens[index - 1].isSign(">") || tokens[index - 1].isSign("->")
    else { return nil }
    return tokens[index].text.split { "{,}".contains($0) }.map(String.init)
  }

  // MARK: Tokens

  /// The last part of the qualified name after a word, and where it ends.
  func name(after index: Int) -> (text: String, end: Int)? {
    var start = index + 1
    while start < tokens.count, ["if", "not", "exists", "only"].contains(tokens[start].text) {
      start += 1
    }
    guard start >= 0, start < tokens.count, tokens[start].isName else { return nil }
    var end = start + 1
    while end + 1 < tokens.count, tokens[end].isSign("."), tokens[end + 1].isName { end += 2 }
    return (tokens[end - 1].text, end)
  }

  /// What stands inside the first parentheses from here on.
  private func parentheses(from start: Int) -> Range<Int>? {
    guard start < tokens.count, let open = tokens[start...].firstIndex(where: { $0.isSign("(") })
    else { return nil }
    var depth = 0
    for index in open..<tokens.count {
      if tokens[index].isSign("(") { depth += 1 }
      if tokens[index].isSign(")") { depth -= 1 }
      if depth == 0 { return open + 1..<index }
    }
    return nil
  }

  /// The parts of a range between commas outside parentheses; none is empty.
  private func parts(_ range: Range<Int>) -> [Range<Int>] {
    tokens.topLevelParts(range).filter { !$0.isEmpty }
  }
}
