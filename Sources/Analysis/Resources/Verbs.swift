/// Words of identifiers.
enum Verbs {
  /// Whether one of the words that make up `name` is one of `verbs`: `closeQuietly`, `safe_close`.
  static func speak(of verbs: [String], in name: String) -> Bool {
    // `__aexit__` is one of the verbs as it stands.
    if name.hasPrefix("__"), verbs.contains(name) { return true }
    return words(of: name).contains { word in
      verbs.contains { $0.utf8.count == word.utf8.count && $0.lowercased() == word }
    }
  }

  /// Whether a method's name says that it opens its object: `connect`, `loginAs`.
  static func isOpening(_ name: String) -> Bool { areOpening(words(of: name)) }

  static func areOpening(_ words: [String]) -> Bool {
    let verbs = ["connect", "open", "login", "attach", "dial", "acquire", "reconnect"]
    return words.first.map(verbs.contains) ?? false
  }

  /// Whether a method's name says that what it gives was there before: `getClient`, `pop`.
  static func isLookup(_ name: String) -> Bool {
    let verbs = ["get", "find", "lookup", "pop", "current", "load", "next", "resolve", "select"]
    return words(of: name).first.map(verbs.contains) ?? true
  }

  /// Whether a variable of this name, or one that ends in it, holds what is opened and closed.
  static func isHandle(_ word: String) -> Bool {
    ["conn", "connection", "cursor", "sock", "socket"].contains(word)
  }

  /// Whether a method's name says that what it ends was connected to something.
  static func endsConnection(_ name: String) -> Bool {
    ["disconnect", "logout", "$disconnect", "adisconnect"].contains(name)
  }

  /// Whether the words of a name speak of a transaction: `beginTransaction`, `newTrx`.
  static func speaksOfTransactions(_ words: [String]) -> Bool {
    words.contains { ["transaction", "trx", "begin"].contains($0) }
  }

  /// The words of the names by which what a name takes is given back: `releaseSlot` of `takeSlot`.
  static func returning(of name: String) -> [[String]] { returning(of: words(of: name)) }

  static func returning(of words: [String]) -> [[String]] {
    let takes = ["alloc", "allocate", "acquire", "obtain", "take", "borrow", "checkout", "claim"]
    guard let first = words.first, takes.contains(first), words.count > 1 else { return [] }
    return ["release", "free", "return", "dealloc", "deallocate", "checkin", "restore"]
      .map { [$0] + words.dropFirst() }
  }

  /// The words of the names that undo what a name says: `unlock` of `lock`, `releaseLock` of
  /// `acquireLock`; none for a name that takes nothing.
  static func partners(of name: String) -> [[String]] { partners(of: words(of: name)) }

  static func partners(of name: [String]) -> [[String]] {
    var words = name
    if words.first == "try" { words.removeFirst() }
    guard let first = words.first else { return [] }
    if ["begin", "start"].contains(first), words.last == "transaction", words.count == 2 {
      return ["commit", "rollback", "abort"].flatMap { [[$0], [$0, "transaction"]] }
    }
    if first == "connect" { return [["disconnect"] + words.dropFirst()] }
    if first == "open", words.count > 1 { return [["close"] + words.dropFirst()] }
    if first == "lock" { return [["unlock"] + words.dropFirst(), ["release"] + words] }
    let takes = ["acquire", "get", "obtain", "take"].contains(first)
    guard takes, words.dropFirst().contains(where: { ["lock", "mutex"].contains($0) }) else {
      return []
    }
    let rest = Array(words.dropFirst())
    return ["release", "free", "drop", "remove"].map { [$0] + rest } + [
      ["unlock"] + rest.dropLast()
    ]
  }

  /// The words of a camel-case or snake-case identifier, in lower case.
  static func words(of name: String) -> [String] {
    var result: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { result.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "$"): end()
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        end()
        word.append(byte + 32)
      default: word.append(byte)
      }
    }
    end()
    return result
  }
}
