/// What kind of statement a SQL text is, by its first word.
package enum SQLKind: String, Sendable {
  case begin, commit, rollback, savepoint, select, insert, update, delete, lock, upsert, other
  /// A question that takes a lock of the session, or gives it back:
  /// https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
  case advisoryLock = "advisory-lock"
  case advisoryUnlock = "advisory-unlock"

  /// What a text is, by its first word and by what it calls.
  static func kinds(of text: String) -> [SQLKind] {
    let words = words(of: text, limit: 64)
    let locks = ["pg_advisory_lock", "pg_advisory_lock_shared"]
    let unlocks = [
      "pg_advisory_unlock", "pg_advisory_unlock_shared", "pg_advisory_unlock_all",
    ]
    if words.contains(where: locks.contains) { return [SQLKind(text), .advisoryLock] }
    if words.contains(where: unlocks.contains) { return [SQLKind(text), .advisoryUnlock] }
    return [SQLKind(text)]
  }

  /// The kind of a text; leading comments and white space do not count.
  package init(_ text: String) {
    let words = SQLKind.words(of: text, limit: 64)
    let first = words.first ?? ""
    switch first {
    case "begin": self = .begin
    case "start": self = words.dropFirst().first == "transaction" ? .begin : .other
    case "commit", "end": self = .commit
    case "rollback", "abort":
      self = words.contains("to") ? .savepoint : .rollback
    case "savepoint", "release": self = .savepoint
    case "select", "with": self = .select
    case "insert", "replace":
      let isUpsert =
        first == "replace" || words.contains("conflict") || words.contains("ignore")
        || words.contains("duplicate")
      self = isUpsert ? .upsert : .insert
    case "merge": self = .upsert
    case "update": self = .update
    case "delete": self = .delete
    case "lock": self = .lock
    default: self = .other
    }
  }

  /// The first words in lower case, without comments and punctuation.
  package static func words(of text: String, limit: Int) -> [String] {
    var result: [String] = []
    var rest = Substring(text)
    while result.count < limit {
      rest = rest.drop { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "/") }
      if rest.hasPrefix("--") {
        rest = rest.drop { $0 != "\n" }
        continue
      }
      if rest.hasPrefix("/*") {
        guard let end = rest.firstRange(of: "*/") else { break }
        rest = rest[end.upperBound...]
        continue
      }
      if let first = rest.first, first == "-" || first == "/" {
        rest = rest.dropFirst()
        continue
      }
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if word.isEmpty { break }
      result.append(word.lowercased())
      rest = rest.dropFirst(word.count)
    }
    return result
  }
}
