import RuleBook

/// Words of identifiers.
enum Verbs {
  /// The methods by which a `with` block is left.
  static let scopeEnds: Set<String> = ["__exit__", "__aexit__"]
  static let scopeStarts: Set<String> = ["__enter__", "__aenter__"]

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

  /// Whether the words of a method's name say that it has something run.
  static func areStarting(_ words: [String]) -> Bool {
    words.first.map(startingVerbs.contains) ?? false
  }

  private static let startingVerbs: Set<String> = [
    "start", "run", "launch", "listen", "watch", "begin", "serve", "spawn", "boot", "subscribe",
    "init", "initialize", "setup", "resume", "enable", "mount", "monitor", "register", "schedule",
  ]

  /// Whether the words of a name say that somebody will be told of something.
  static func areSubscribing(_ words: [String]) -> Bool {
    guard let first = words.first, !["un", "get", "is", "has", "remove"].contains(first) else {
      return false
    }
    return words.contains(where: subscribingVerbs.contains)
  }

  private static let subscribingVerbs: Set<String> = [
    "subscribe", "listen", "watch", "observe", "track", "snapshot",
  ]

  /// Whether the words of a name say that it ends what runs.
  static func areStopping(_ words: [String]) -> Bool {
    words.first.map(stoppingVerbs.contains) ?? false
  }

  private static let stoppingVerbs: Set<String> = [
    "stop", "close", "aclose", "shutdown", "terminate", "kill", "quit", "end", "dispose", "destroy",
    "cleanup", "cancel", "disconnect", "release", "teardown", "abort", "exit", "finish", "join",
    "halt", "clear", "unsubscribe", "unsub", "unlisten", "unwatch", "off", "detach", "deactivate",
    "disable", "unmount", "unload",
  ]

  /// Whether the words of a method's name say that an object begins by it; those of none do.
  static func areOfStart(_ words: [String], _ behaviour: BehaviourSpec) -> Bool {
    guard let first = words.first else { return true }
    return behaviour.beginningVerbs.contains(first) || startingVerbs.contains(first)
      || words.contains(where: startingWords.contains)
  }

  /// They say the same wherever they stand: `componentDidMount`.
  private static let startingWords: Set<String> = [
    "start", "init", "initialize", "setup", "mount", "mounted",
  ]

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

  /// Whether the words of a name say that somebody is told no more: `off`, `removeListener`.
  static func areRemoving(_ words: [String]) -> Bool {
    switch words.first {
    case "off", "unsubscribe", "unregister", "deregister": words.count == 1
    case "remove": words.count == 2 && listeners.contains(words[1]) || words == eventRemoval
    default: false
    }
  }

  private static let listeners: Set<String> = ["listener", "handler", "observer", "callback"]
  private static let eventRemoval = ["remove", "event", "listener"]

  /// The words of the names by which somebody is told no more, whom a name has told of something:
  /// `off` and `removeListener` of `on`.
  static func removals(of name: String) -> [[String]] {
    let words = words(of: name)
    guard let first = words.first, words.count <= 3 else { return [] }
    switch first {
    case "on", "once": return words.count == 1 ? [["off"], ["remove", "listener"]] : []
    case "subscribe": return [["unsubscribe"]]
    case "register": return words.count == 1 ? [["unregister"], ["deregister"]] : []
    case "add":
      let removal = ["remove"] + words.dropFirst()
      return areRemoving(removal) ? [removal, ["off"]] : []
    default: return []
    }
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

  /// What a verb takes for the body of a `with` block, and the verbs that undo it: `detach` of `attach`.
  /// Elsewhere such a pair may stand for two things that only follow each other.
  static func scoped(by name: String) -> (noun: String, ends: [[String]])? {
    let words = words(of: name)
    guard let first = words.first else { return nil }
    let (noun, ends): (String, [String])
    switch first {
    case "open": (noun, ends) = ("handle", ["close"])
    case "start": (noun, ends) = ("run", ["stop"])
    case "attach": (noun, ends) = ("attachment", ["detach"])
    case "mount": (noun, ends) = ("mount", ["unmount", "umount"])
    case "enter": (noun, ends) = ("entry", ["exit", "leave"])
    case "suspend": (noun, ends) = ("suspension", ["resume"])
    case "install": (noun, ends) = ("installation", ["uninstall"])
    default: return nil
    }
    return (noun, ends.map { [$0] + words.dropFirst() })
  }

  /// The words of a camel-case or snake-case identifier, be it private or not (`#acquireLock`), in
  /// lower case.
  static func words(of name: String) -> [String] {
    var result: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { result.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "#"): end()
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
