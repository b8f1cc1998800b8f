/// Reads the unique keys of a Prisma schema, line by line: `@id`, `@unique`, `@@id`, `@@unique`.
struct PrismaSchemaReader {
  /// The keys of one model, and the names that it goes by.
  struct Found: Equatable {
    var names: [String]
    var keys: [Schema.Key]
    /// The members that are lists of other rows, and whose: `users ProjectUser[]`.
    var relations: [String: String] = [:]
    /// The members that lead to one other row: `shelf Shelf @relation(…)`.
    var owners: Set<String> = []
  }

  static func read(_ text: String) -> [Found] {
    var result: [Found] = []
    var model: Found?
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let first = words.first, !first.hasPrefix("//") else { continue }
      if first == "model", words.count > 1 {
        model = Found(names: [String(words[1])], keys: [])
      } else if first == "}" {
        if let model { result.append(model) }
        model = nil
      } else if model != nil {
        read(line, first, words, into: &model)
      }
    }
    return result
  }

  private static func read(
    _ line: Substring, _ first: Substring, _ words: [Substring], into model: inout Found?
  ) {
    if first.hasPrefix("@@map") {
      let parts = line.split(separator: "\"")
      if parts.count > 1 { model?.names.append(String(parts[1])) }
    } else if first.hasPrefix("@@unique") || first.hasPrefix("@@id") {
      model?.keys.append(Schema.Key(columns: list(in: line)))
    } else if words.count > 1, words[1].hasSuffix("[]") {
      model?.relations[String(first)] = String(words[1].dropLast(2))
    } else if words.dropFirst(2).contains(where: { $0.hasPrefix("@relation") }) {
      model?.owners.insert(String(first))
    } else if words.dropFirst(2).contains(where: isUnique) {
      model?.keys.append(Schema.Key(columns: [String(first)]))
    }
  }

  private static func isUnique(_ attribute: Substring) -> Bool {
    let name = attribute.prefix { $0 != "(" }
    return name == "@unique" || name == "@id"
  }

  /// The names between the first brackets, without what they are sorted by.
  private static func list(in line: Substring) -> [String] {
    guard let open = line.firstIndex(of: "["), let close = line[open...].firstIndex(of: "]") else {
      return []
    }
    return line[line.index(after: open)..<close].split(separator: ",").map { part in
      String(part.drop { $0 == " " }.prefix { $0 != " " && $0 != "(" })
    }
  }
}
