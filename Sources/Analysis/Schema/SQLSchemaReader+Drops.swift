import Linking

// Statements that take keys away, or give others' keys to a table.

extension SQLSchemaReader {
  /// `DROP INDEX a, b`, `DROP TABLE a`
  var drops: [SchemaDrop] {
    guard tokens.count > 2, let kind = tokens.dropFirst().first else { return [] }
    let makes: (String) -> SchemaDrop
    switch kind.text {
    case "index": makes = { [table = onTable] in .key($0, of: table) }
    case "table": makes = SchemaDrop.table
    default: return []
    }
    let end = tokens.firstIndex { $0.isWord("on") } ?? tokens.count
    var start = 2
    while start < end, ["concurrently", "if", "exists"].contains(tokens[start].text) { start += 1 }
    guard start < end else { return [] }
    return tokens.topLevelParts(start..<end).compactMap { part in
      part.isEmpty ? nil : name(after: part.lowerBound - 1).map { makes($0.text) }
    }
  }

  /// MySQL's `DROP INDEX a ON t`
  private var onTable: String? {
    tokens.firstIndex { $0.isWord("on") }.flatMap { name(after: $0)?.text }
  }

  /// `ALTER INDEX a RENAME TO b`
  var renamedIndex: [SchemaDrop] {
    guard let name = name(after: 1), let end = word("to", from: name.end),
      tokens[name.end..<end].contains(where: { $0.isWord("rename") }),
      let new = self.name(after: end)
    else { return [] }
    return [.renamedKey(name.text, to: new.text)]
  }

  /// What one part of `ALTER TABLE` takes away: `DROP CONSTRAINT a`, `RENAME TO b`.
  func drops(in part: Range<Int>, of table: String) -> [SchemaDrop] {
    let words = part.map { tokens[$0].text }
    guard let verb = words.first, words.count > 1 else { return [] }
    switch verb {
    case "drop":
      if ["constraint", "index", "key"].contains(words[1]) {
        return name(after: part.lowerBound + 1).map { [.key($0.text, of: table)] } ?? []
      }
      let isColumn = words[1] == "column"
      return name(after: part.lowerBound + (isColumn ? 1 : 0)).map {
        [.column($0.text, of: table)]
      } ?? []
    case "rename":
      guard let end = word("to", from: part.lowerBound), end < part.upperBound,
        let new = name(after: end)
      else { return [] }
      if end == part.lowerBound + 1 { return [.renamedTable(table, to: new.text)] }
      let old = tokens[end - 1].text
      let isKey = ["constraint", "index", "key"].contains(words[1])
      return [isKey ? .renamedKey(old, to: new.text) : .renamedColumn(old, to: new.text, of: table)]
    default: return []
    }
  }

  private func word(_ text: String, from start: Int) -> Int? {
    tokens[start...].firstIndex { $0.isWord(text) }
  }

  // MARK: Undoing

  /// The part of a file that runs when it is applied; what takes it back stands behind a comment:
  /// `-- +goose Down`, `-- migrate:down`.
  static func applied(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var start = 0
    while start < bytes.count {
      let line = bytes[start...].prefix { $0 != 0x0A }
      if line.starts(with: "--".utf8) {
        let words = String(decoding: line, as: UTF8.self).lowercased()
          .split { !$0.isLetter && $0 != "-" }.map { $0.drop { $0 == "-" } }.filter { !$0.isEmpty }
        if words.count < 4, words.contains("down") { return bytes[..<start] }
      }
      start = line.endIndex + 1
    }
    return bytes[...]
  }

  /// Whether a file takes back what another has made: `0001_tags.down.sql`, `down.sql`.
  static func isUndoing(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.lowercased().split { !$0.isLetter }.contains {
      ["down", "rollback", "revert", "undo"].contains($0)
    }
  }
}
