import Linking

// What the condition of a statement compares, and with what.

extension SQLReader {
  private static let comparisons: Set<String> = ["<", ">", "<=", ">=", "&&", "@>", "<@"]

  func readConditions(into result: inout SQLStatement) {
    guard let start = index(ofWords: ["where"], from: 0) else { return }
    for index in tokens.indices[start...] {
      if isEquality(index) {
        add(column(beside: index), to: &result.equalColumns)
        if let column = column(beside: index), let text = constant(behind: index) {
          result.constants[column] = text
        }
      } else if isOtherComparison(index) {
        add(column(beside: index), to: &result.rangeColumns)
      } else if tokens[index].isWord("is"), let column = column(beside: index) {
        result.constants[column] = "null"
        add(column, to: &result.otherColumns)
      } else if tokens[index].isSign("<>") || tokens[index].isSign("!=") {
        add(column(beside: index), to: &result.otherColumns)
      } else if isTruth(index) {
        add(columnName(at: index), to: &result.otherColumns)
      }
    }
    result.alternatives = alternatives(from: start + 1)
  }

  /// What stands behind a comparison, if it is a constant.
  func constant(behind index: Int) -> String? {
    guard tokens[index].isSign("="), index + 1 < tokens.count else { return nil }
    let next = tokens[index + 1]
    switch next.kind {
    case .string, .number: return next.text
    case .word: return ["true", "false"].contains(next.text) ? next.text : nil
    default: return nil
    }
  }

  /// Whether a name stands alone between the words of a condition: `AND NOT used`.
  private func isTruth(_ index: Int) -> Bool {
    guard index > 0, tokens[index].isName,
      ["where", "and", "or", "not"].contains(where: tokens[index - 1].isWord)
    else { return false }
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    return next.isSign(")") || ["and", "or", "returning", "limit"].contains { next.isWord($0) }
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
    if isWord, Self.notColumns.contains(tokens[index].text) { return nil }
    // `u.id` of a joined `users u` is no `id` of the rows that are asked for.
    if index > 1, tokens[index - 1].isSign("."), let table = joinedTable(tokens[index - 2].text) {
      return Entity.key(table) + "_" + tokens[index].text
    }
    return tokens[index].text
  }

  /// The joined table that goes by a name.
  private func joinedTable(_ wanted: String) -> String? {
    for (index, token) in tokens.enumerated() where token.isWord("join") {
      guard let table = name(at: index + 1) else { continue }
      var end = endOfName(at: index + 1)
      if end < tokens.count, tokens[end].isWord("as") { end += 1 }
      let alias =
        end < tokens.count && tokens[end].isName && !tokens[end].isWord("on")
        ? tokens[end].text : table
      if alias == wanted { return table }
    }
    return nil
  }
}
