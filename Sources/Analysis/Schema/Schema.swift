import Basis
import Linking

// What the project's schemas say of its tables: which columns no two rows have alike.
//
//     CREATE UNIQUE INDEX ON bookings (room, day)      migrations: `SQLSchemaReader`
//     @@unique([room, day])                            Prisma: `PrismaSchemaReader`
//     Column(String, unique=True)                      models in code: `ModelSchemaReader`
//
// A question by all columns of a unique key cannot be followed by two inserts: the second fails.
// Whose failure that is, is another rule's business (SL303).
//
// A folder can hold several projects with tables of the same name. Of the declarations of a table
// those count that stand nearest to the code in the tree.
//
// Approximation: constraints that a later migration drops, and the conditions of partial indexes,
// are not looked at; a race can be missed by that, none is told that is none.

/// The unique keys of the tables of a run's projects.
package struct Schema: Sendable {
  /// Columns that no two rows have alike.
  struct Key: Sendable, Hashable {
    /// As written.
    var columns: [String]
    /// Whether it keeps spans apart, and not only equal values.
    var isExclusion = false
  }

  private struct Declaration: Sendable {
    var folders: [Substring]
    var keys: [Key]
  }

  private var tables: [String: [Declaration]] = [:]

  package init() {}

  /// What a program's own code and a project's SQL and Prisma files declare.
  init(_ context: CheckContext, files: [SourceFile]) {
    for file in files {
      if file.path.hasSuffix(".prisma") {
        let text = String(decoding: file.bytes, as: UTF8.self)
        for found in PrismaSchemaReader.read(text) {
          declare(found.names, keys: found.keys, in: file.path)
        }
      } else {
        for found in SQLSchemaReader.read(file.bytes) {
          declare([found.table], keys: found.keys, in: file.path)
        }
      }
    }
    ModelSchemaReader(context: context).read(into: &self)
  }

  /// Notes unique keys of a table that goes by some names, in the file at a path.
  mutating func declare(_ names: some Sequence<String>, keys: [Key], in path: String) {
    let keys = keys.filter { !$0.columns.isEmpty }
    guard !keys.isEmpty else { return }
    let declaration = Declaration(folders: Self.folders(of: path), keys: keys)
    for name in Set(names.map(Entity.key)) where !name.isEmpty {
      tables[name, default: []].append(declaration)
    }
  }

  /// The key by which of two equal rows the second is refused, if a question by these columns is
  /// asked before each.
  func key(of entity: Entity, coveredBy columns: [String], near path: String) -> Key? {
    let asked = Set(columns.map(Self.plain))
    guard !asked.isEmpty else { return nil }
    return keys(of: entity, near: path).first { key in
      let own = key.columns.map(Self.plain)
      return key.isExclusion ? own.contains(where: asked.contains) : own.allSatisfy(asked.contains)
    }
  }

  private func keys(of entity: Entity, near path: String) -> [Key] {
    let folders = Self.folders(of: path)
    let found = entity.keys.flatMap { tables[$0] ?? [] }
    let nearness = found.map { declaration in
      zip(declaration.folders, folders).prefix { $0 == $1 }.count
    }
    guard let nearest = nearness.max() else { return [] }
    return zip(found, nearness).filter { $0.1 == nearest }.flatMap(\.0.keys)
  }

  private static func folders(of path: String) -> [Substring] {
    path.split(separator: "/").dropLast()
  }

  /// A column without case and separators; what refers to a row is called like the row.
  private static func plain(_ column: String) -> String {
    let last = column.split(separator: ".").last.map(String.init) ?? column
    let plain = last.lowercased().filter { $0.isLetter || $0.isNumber }
    if plain == "pk" { return "id" }
    return plain.count > 2 && plain.hasSuffix("id") ? String(plain.dropLast(2)) : plain
  }
}
