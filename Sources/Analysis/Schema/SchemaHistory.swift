import Linking

// What later migrations take back of what earlier ones declared.
//
//     001.sql    CREATE UNIQUE INDEX tags_name_key ON tags (name)
//     002.sql    DROP INDEX tags_name_key                            two tags of one name
//
// Migrations run in the order of their names, numbers taken as such. Where names say no order, as
// those that begin with a hash, nothing is taken back: a race can be told as an unexpected violation
// by that.

/// What a statement does to the unique keys of tables, besides declaring some.
enum SchemaDrop: Equatable, Sendable {
  /// A key or an index by its name, and the table where that is told.
  case key(String, of: String? = nil)
  /// The key of a table that has these columns alone.
  case columns([String], of: String)
  /// All keys of a table that have a column.
  case column(String, of: String)
  case table(String)
  /// What was declared for one table is another's.
  case renamedTable(String, to: String)
  case renamedKey(String, to: String)
  case renamedColumn(String, to: String, of: String)
}

/// When a statement runs among others: by the order of files, and of the statements in a file.
struct SchemaMoment: Sendable {
  let path: String
  let step: Int
  /// The folders of the file, from the root down.
  private let folders: [Substring]
  /// Whether the file's name, or its folder's, says when it runs: `0007_tags.sql`, `V2__tags.sql`,
  /// `20240101_tags/migration.sql`.
  let isOrdered: Bool
  /// The place of the file among all, once they are ordered.
  private(set) var rank = 0

  init(path: String, step: Int) {
    self.path = path
    self.step = step
    let parts = path.split(separator: "/")
    folders = parts.dropLast()
    isOrdered = parts.suffix(2).contains(where: Self.saysWhen)
  }

  private static func saysWhen(_ name: Substring) -> Bool {
    let start: Substring = name.drop { $0 == "v" || $0 == "V" }
    let rest: Substring = start.drop { $0.isASCII && $0.isNumber }
    guard rest.count < start.count else { return false }
    return rest.first.map { $0 == "_" || $0 == "-" || $0 == "." } ?? true
  }

  /// By path, its place in the order in which files run. Many moments are compared with many, and
  /// texts once.
  static func ranks(of paths: Set<String>) -> [String: Int] {
    var result: [String: Int] = [:]
    var last: (path: String, rank: Int)?
    let ordered = paths.sorted().sorted { precedes($0, $1) }
    for path in ordered {
      let rank = last.map { precedes($0.path, path) ? $0.rank + 1 : $0.rank } ?? 0
      result[path] = rank
      last = (path, rank)
    }
    return result
  }

  mutating func rank(by ranks: [String: Int]) { rank = ranks[path] ?? 0 }

  /// Whether it comes before another, once both have a rank.
  func isBefore(_ other: SchemaMoment) -> Bool {
    path == other.path ? step < other.step : rank < other.rank
  }

  /// Whether a file's name comes before another, with numbers taken as such: `9_tags`, `10_seats`.
  private static func precedes(_ path: String, _ other: String) -> Bool {
    var (rest, others) = (path.utf8[...], other.utf8[...])
    while let byte = rest.first, let second = others.first {
      if isDigit(byte), isDigit(second) {
        let (number, numbers) = (digits(&rest), digits(&others))
        if number.count != numbers.count { return number.count < numbers.count }
        if !number.elementsEqual(numbers) { return number.lexicographicallyPrecedes(numbers) }
      } else {
        if byte != second { return byte < second }
        rest.removeFirst()
        others.removeFirst()
      }
    }
    return rest.isEmpty && !others.isEmpty
  }

  /// The number at the start, which is then passed, without the zeros before it.
  private static func digits(_ text: inout Substring.UTF8View) -> Substring.UTF8View {
    let number = text.prefix(while: isDigit)
    text = text[number.endIndex...]
    return number.drop { $0 == UInt8(ascii: "0") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Whether what runs at one moment can be about what was declared at another: in the same folder,
  /// or in one beside or below it.
  func isNear(_ other: SchemaMoment) -> Bool {
    let same = zip(folders, other.folders).prefix { $0 == $1 }.count
    return same >= min(folders.count, other.folders.count) - 1
  }
}

extension Schema.Key {
  /// Whether a key goes by a name: its own, or one that databases and tools give where it has none.
  ///
  /// - Parameter isOfTable: whether the table is told besides.
  func isCalled(_ name: String, in table: String, isOfTable: Bool = false) -> Bool {
    let name = name.lowercased()
    if names.contains(where: { $0.lowercased() == name }) { return true }
    guard names.isEmpty else { return false }
    let table = table.lowercased()
    let list = columns.joined(separator: "_").lowercased()
    // MySQL calls one like its first column, and says of which table it is.
    if isOfTable, name == columns[0].lowercased() { return true }
    return [
      "\(table)_\(list)_key", "\(table)_\(list)_unique", "\(table)_\(list)_uindex",
      "uq_\(table)_\(list)", "unique_\(table)_\(list)", "\(table)_\(list)_uniq",
      "uq_\(table)_\(columns[0].lowercased())",
    ].contains(name)
  }
}
