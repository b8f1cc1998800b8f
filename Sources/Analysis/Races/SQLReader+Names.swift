import Linking

// The names in a statement: its tables, and where words and lists stand.

extension SQLReader {
  /// The tables behind `FROM` and `JOIN`, in order, without the names of common expressions.
  var tablesRead: [String] {
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
  func name(at index: Int) -> String? {
    let end = endOfName(at: index)
    guard end > index, tokens[end - 1].isName else { return nil }
    return tokens[end - 1].text
  }

  func endOfName(at index: Int) -> Int {
    guard tokens.indices.contains(index), tokens[index].isName else { return index }
    var end = index + 1
    while end + 1 < tokens.count, tokens[end].isSign("."), tokens[end + 1].isName { end += 2 }
    return end
  }

  /// Where these words stand one after the other.
  func index(ofWords words: [String], from start: Int) -> Int? {
    guard start < tokens.count else { return nil }
    return tokens.indices[start...].first { index in
      index + words.count <= tokens.count
        && zip(tokens[index...], words).allSatisfy { $0.isWord($1) }
    }
  }
}
