import IR
import Linking

/// Whose rows a call speaks of: a table, a model or a collection, by all names it goes by.
struct Entity: Sendable, Hashable {
  /// As the code has it: `bookings`, `User`.
  var name: String
  /// Its names, made alike: what SQL calls `user_accounts` and a class `UserAccount` is one.
  var keys: Set<String>
  /// Whether its class comes from a library, whose declaration nobody here sees.
  var isForeign = false
  /// The unique keys of such a class, where a model says them.
  var declaredKeys: [[String]] = []

  init(_ name: String, also others: [String] = []) {
    self.name = Self.isInterface(name) ? String(name.dropFirst()) : name
    keys = Set(([name] + others).map(Self.key).filter { !$0.isEmpty })
  }

  /// An entity that only others can name: it is the same as none.
  init(unnamed name: String) {
    self.name = name
    keys = []
  }

  func isSame(as other: Entity) -> Bool { !keys.isDisjoint(with: other.keys) }

  /// A name without case, separators, plural and the words that code puts around an entity.
  static func key(_ name: String) -> String {
    var key = name.split(separator: ".").last.map(String.init) ?? name
    if isRelation(key) { key = String(key.dropLast(4)) }
    if isInterface(key) { key.removeFirst() }
    key = key.lowercased().filter { $0.isLetter || $0.isNumber }
    // Of a table of collections, or of documents, the word is the entity.
    for suffix in suffixes where key.hasSuffix(suffix) && key.count > suffix.count {
      key = String(key.dropLast(suffix.count))
      break
    }
    return singular(key)
  }

  /// Whether a class's name says that it only leads to the rows: `UserRepository`, `IUserStore`.
  static func isLead(_ name: String) -> Bool {
    let words = name.identifierWords
    return words.count > 1 && leads.contains(words.last ?? "")
  }

  private static let leads: Set<String> = ["repository", "repo", "dao", "store", "service"]

  /// `IUserRepository`: how some call what a repository looks like.
  private static func isInterface(_ name: String) -> Bool {
    let letters = Array(name.prefix(3))
    return letters.count == 3 && letters[0] == "I" && letters[1].isUppercase
      && letters[2].isLowercase && isLead(name)
  }

  /// Whether a member is called as the rows that point to one are: `booking_set`.
  static func isRelation(_ name: String) -> Bool { name.hasSuffix("_set") }

  /// What names of classes and variables say beside the entity.
  private static let suffixes = [
    "repository", "repo", "model", "entity", "dao", "service", "table", "collection", "document",
    "schema", "manager", "store", "crud", "serializer", "queryset",
  ]

  /// Whether a word only says what kind of thing leads to the rows: `model`, `collection`.
  static func isKind(_ word: String) -> Bool { suffixes.contains(word) }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    let isPlural = word.hasSuffix("s") && !["ss", "us", "is"].contains { word.hasSuffix($0) }
    return isPlural && word.count > 3 ? String(word.dropLast()) : word
  }

  /// Whether a name is that of a way to the rows, and not of rows: `db`, `TenantConnection`.
  static func isHandle(_ name: String) -> Bool {
    let key = key(name)
    if handles.contains(key) || name.hasSuffix("DB") { return true }
    let last = name.split(separator: ".").last ?? ""
    guard let start = last.lastIndex(where: { $0.isUppercase || $0 == "_" }) else { return false }
    return handleWords.contains(last[start...].drop { $0 == "_" }.lowercased())
  }

  /// Whether a class that rows are asked or made of by its name is none of rows: `Database`, and
  /// neither `Item` nor `Client`, which are handles only as variables.
  static func isHandleClass(_ name: String) -> Bool {
    let key = key(name)
    return handleWords.contains(key) || isHandle(name) && !handles.contains(key)
  }

  /// Last words of the names of handles.
  private static let handleWords: Set<String> = [
    "db", "database", "connection", "pool", "prisma", "engine", "knex", "sequelize", "orm",
    "wrapper", "datasource",
  ]

  /// Names of handles, which say nothing about what is stored.
  private static let handles: Set<String> = [
    "", "session", "db", "database", "client", "conn", "connection", "pool", "prisma", "tx", "trx",
    "em", "engine", "cursor", "cur", "this", "self", "cls", "query", "knex", "sequelize", "context",
    "ctx", "transaction", "sql", "app", "base", "object", "data", "item", "record", "row", "doc",
    "obj", "payload", "body", "param", "args", "instance", "result", "options",
  ]
}

/// An entity as a function knows it, which its callers may know better.
enum EntityReference: Sendable, Hashable {
  case known(Entity)
  /// What the parameter with this index says.
  case parameter(Int)
  /// What the class of the receiver says; the function's own class, unless a subclass does.
  case receiver(Entity)

  /// The entity as far as the function itself can tell.
  var entity: Entity? {
    switch self {
    case .known(let entity), .receiver(let entity): entity
    case .parameter: nil
    }
  }

  func isSame(as other: EntityReference) -> Bool {
    if case .parameter(let index) = self, case .parameter(let otherIndex) = other {
      return index == otherIndex
    }
    guard let entity, let otherEntity = other.entity else { return false }
    return entity.isSame(as: otherEntity)
  }
}
