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
// those count that stand nearest to the code in the tree: of the models, and of the texts of SQL.
//
// What later migrations take back counts no more (`SchemaHistory`).

/// The unique keys of the tables of a run's projects.
package struct Schema: Sendable {
  /// Columns that no two rows have alike.
  struct Key: Sendable, Hashable {
    /// As written.
    var columns: [String]
    /// What it is called, where it has a name of its own.
    var names: [String] = []
    /// Whether it keeps spans apart, and not only equal values.
    var isExclusion = false
    /// Whether rows are told by it that have no other name: `pk`.
    var isPrimary = false
    /// The text of what rows it is for, where it is not for all.
    var condition: String?
    /// Whether nobody declares it here, but such tables have it: those that join two others.
    var isAssumed = false

    /// What stands between a column and a part of it: `data->orderId`.
    private static let sign = "->"

    /// A part of a column that holds objects.
    static func path(_ column: String, _ part: String) -> String { column + sign + part }

    /// A column as people write it.
    static func text(_ column: String) -> String { column.replacing(sign, with: ".") }

    /// What a column is a part of, or the column itself.
    static func whole(_ column: String) -> String { prefixes(column).first ?? column }

    /// A column, and what it is a part of.
    static func prefixes(_ column: String) -> [String] {
      let parts = column.split(separator: sign)
      return parts.indices.map { parts[...$0].joined(separator: sign) }
    }
  }

  fileprivate struct Declaration: Sendable {
    var folders: [Substring]
    var keys: [Key]
    /// Whether it stands in a text of SQL: models and migrations of one project lie apart.
    var isText: Bool
    /// What the table is called there, and when that is declared.
    var table: String
    var moment: SchemaMoment
  }

  private var tables: [String: [Declaration]] = [:]
  /// What migrations take back.
  private var drops: [(drop: SchemaDrop, moment: SchemaMoment)] = []
  private var steps = 0
  /// Members of entities that are lists of other rows, and no columns.
  private var relations: [String: Set<String>] = [:]
  /// What the lists of other rows hold, by the member's name: `users` of `ProjectUser`.
  private var related: [String: Set<String>] = [:]

  /// By entity, the columns that are computed of others.
  private var computed: [String: [String: Set<String>]] = [:]

  /// The entities whose objects are only written if their row is as it was read.
  private var versioned: Set<String> = []

  package init() {}

  /// What a program's own code and a project's SQL and Prisma files declare.
  init(_ context: CheckContext, files: [SourceFile]) {
    for file in files {
      if file.path.hasSuffix(".prisma") {
        let text = String(decoding: file.bytes, as: UTF8.self)
        for found in PrismaSchemaReader.read(text) {
          declare(found.names, keys: found.keys, in: file.path)
          for (member, name) in found.relations { related[member, default: []].insert(name) }
          for member in found.owners { declare(found.names, relation: member) }
        }
      } else if !SQLSchemaReader.isUndoing(file.path) {
        for found in SQLSchemaReader.read(file.bytes) { declare(found, in: file.path) }
      }
    }
    ModelSchemaReader(context: context).read(into: &self)
    settle()
  }

  /// Notes what a statement of SQL says, in the file at a path.
  mutating func declare(_ found: SQLSchemaReader.Found, in path: String) {
    if !found.keys.isEmpty {
      declare(Self.names(ofTable: found.table, in: path), keys: found.keys, in: path, isText: true)
    }
    for drop in found.drops { note(drop, in: path) }
  }

  /// What a table is called in a text of a migration, and without the name of the application that
  /// stands before it: `shop_label` in `shop/migrations/0002_index.py`.
  private static func names(ofTable table: String, in path: String) -> [String] {
    let folders = folders(of: path)
    guard path.hasSuffix(".py"), let place = folders.lastIndex(where: FileKind.isOfMigrations),
      place > 0, table.hasPrefix(folders[place - 1] + "_")
    else { return [table] }
    return [table, String(table.dropFirst(folders[place - 1].count + 1))]
  }

  /// Notes that a column is what an expression makes of others.
  mutating func declare(
    _ names: some Sequence<String>, column: String, computedOf columns: [String]
  ) {
    for name in Set(names.map(Entity.key)) where !name.isEmpty {
      computed[name, default: [:]][Self.plain(column)] = Set(columns.map(Self.plain))
    }
  }

  /// The columns that a question knows: with a computed one those that it is made of, and with those
  /// the one.
  private func known(_ asked: Set<String>, of entity: Entity) -> Set<String> {
    var result = asked
    for name in entity.keys {
      for (column, sources) in computed[name] ?? [:] {
        if asked.contains(column) { result.formUnion(sources) }
        if sources.isSubset(of: asked) { result.insert(column) }
      }
    }
    return result
  }

  /// Notes what a migration takes back, in the file at a path.
  mutating func note(_ drop: SchemaDrop, in path: String) {
    steps += 1
    drops.append((drop, SchemaMoment(path: path, step: steps)))
  }

  /// Takes back what later migrations do.
  private mutating func settle() {
    if drops.isEmpty { return }
    rank()
    drops.sort { $0.moment.isBefore($1.moment) }
    for (drop, moment) in drops {
      switch drop {
      case .key(let name, let table):
        change(table, before: moment) { key, own in
          key.isCalled(name, in: own, isOfTable: table != nil) ? nil : key
        }
      case .columns(let columns, let table):
        let columns = columns.map(Self.plain)
        change(table, before: moment) { key, _ in key.plain == columns ? nil : key }
      case .column(let column, let table):
        let column = Self.plain(column)
        change(table, before: moment) { key, _ in key.plain.contains(column) ? nil : key }
      case .table(let table): change(table, before: moment) { _, _ in nil }
      case .renamedKey(let name, let new):
        change(before: moment) { key, table in
          guard key.isCalled(name, in: table) else { return key }
          var key = key
          key.names = [new]
          return key
        }
      case .renamedColumn(let column, let new, let table):
        change(table, before: moment) { key, _ in
          var key = key
          key.columns = key.columns.map { Self.plain($0) == Self.plain(column) ? new : $0 }
          return key
        }
      case .renamedTable(let table, let new): rename(table, to: new, before: moment)
      }
    }
  }

  /// Gives all moments their places among each other.
  private mutating func rank() {
    let declared = tables.values.joined().map(\.moment.path)
    let ranks = SchemaMoment.ranks(of: Set(declared + drops.map(\.moment.path)))
    for index in drops.indices { drops[index].moment.rank(by: ranks) }
    for (table, declarations) in tables {
      for index in declarations.indices { tables[table]?[index].moment.rank(by: ranks) }
    }
  }

  /// Changes the keys that were declared before a moment, of one table or all; nil takes one away.
  private mutating func change(
    _ table: String? = nil, before moment: SchemaMoment, _ change: (Key, String) -> Key?
  ) {
    for name in table.map({ [Entity.key($0)] }) ?? Array(tables.keys) {
      guard let declared = tables[name] else { continue }
      for (index, declaration) in declared.enumerated()
      where declaration.isText && declaration.isUndone(at: moment) {
        tables[name]?[index].keys = declaration.keys.compactMap { change($0, declaration.table) }
      }
    }
  }

  private mutating func rename(_ table: String, to new: String, before moment: SchemaMoment) {
    let (old, name) = (Entity.key(table), Entity.key(new))
    guard old != name, let declared = tables[old] else { return }
    let moved = declared.filter { $0.isText && $0.isUndone(at: moment) }
    for var declaration in moved {
      declaration.table = new
      tables[name, default: []].append(declaration)
    }
    tables[old]?.removeAll { $0.isText && $0.isUndone(at: moment) }
  }

  /// Notes unique keys of a table that goes by some names, in the file at a path.
  mutating func declare(
    _ names: some Sequence<String>, keys: [Key], in path: String, isText: Bool = false
  ) {
    let keys = keys.filter { !$0.columns.isEmpty }
    guard !keys.isEmpty else { return }
    let folders = Self.folders(of: path)
    // Migrations lie apart from models, whether they are texts or code.
    let isMigration = folders.contains { folder in
      let name = folder.lowercased()
      return FileKind.isOfMigrations(name[...]) || name == "migration" || name == "versions"
    }
    steps += 1
    var declaration = Declaration(
      folders: folders, keys: keys, isText: isText || isMigration, table: "",
      moment: SchemaMoment(path: path, step: steps))
    var seen: Set<String> = []
    for table in names {
      let name = Entity.key(table)
      guard !name.isEmpty, seen.insert(name).inserted else { continue }
      declaration.table = table
      tables[name, default: []].append(declaration)
    }
  }

  /// Notes that a member of what goes by some names leads to other rows.
  mutating func declare(_ names: some Sequence<String>, relation: String) {
    for name in Set(names.map(Entity.key)) where !name.isEmpty {
      relations[name, default: []].insert(relation)
    }
  }

  /// Notes that what goes by some names has a version, which writes ask for.
  mutating func declareVersion(_ names: some Sequence<String>) {
    versioned.formUnion(names.map(Entity.key))
  }

  func isVersioned(_ entity: Entity) -> Bool { !entity.keys.isDisjoint(with: versioned) }

  /// The columns by which rows of an entity go, where the program names them.
  func primaryKey(of entity: Entity, near path: String) -> Key? {
    keys(of: entity, near: path).first(where: \.isPrimary)
  }

  /// Whether a member of an entity's objects leads to other rows: changing it changes those.
  func isRelation(_ member: String, of entity: Entity) -> Bool {
    entity.keys.contains { relations[$0]?.contains(member) ?? false }
  }

  /// A member as the rows that it leads to, which can be called otherwise.
  func entity(ofMember name: String) -> Entity {
    Entity(name, also: related[name]?.sorted() ?? [])
  }

  /// Whether a member of this name leads to other rows in some entity.
  func isRelation(_ member: String) -> Bool {
    relations.values.contains { $0.contains(member) }
  }

  /// Whether rows of an entity are kept apart by what an insert fills in, and not only by numbers.
  func hasUniqueKey(_ entity: Entity, filledBy row: InsertedRow, near path: String) -> Bool {
    let alike = Set(row.alike.map(Self.plain))
    let fresh = Set(row.fresh.map(Self.plain))
    return keys(of: entity, near: path).contains { key in
      let own = key.columns.map { Self.plain(Key.whole($0)) }
      return own != ["id"]
        && own.allSatisfy { !fresh.contains($0) && (alike.contains($0) || row.isOpen) }
    }
  }

  /// The key that refuses a second row with the same number in a column, if all else that it has is
  /// filled in alike.
  func key(
    of entity: Entity, numberedBy column: String, filledBy row: InsertedRow, near path: String
  ) -> Key? {
    let column = Self.plain(column)
    let alike = Set(row.alike.map(Self.plain))
    let fresh = Set(row.fresh.map(Self.plain))
    return keys(of: entity, near: path).first { key in
      key.plain.contains(column) && !key.isAssumed && !key.isExclusion
        && key.plain.allSatisfy {
          $0 == column || !fresh.contains($0) && (alike.contains($0) || row.isOpen)
        }
    }
  }

  /// Whether keys of an entity are declared, so that others would be as well.
  func isDeclared(_ entity: Entity, near path: String) -> Bool {
    !keys(of: entity, near: path).isEmpty
  }

  /// The key by which of two equal rows the second is refused, if a question by these columns is
  /// asked before each.
  func key(of entity: Entity, coveredBy columns: [String], near path: String) -> Key? {
    let asked = known(Set(columns.flatMap(Key.prefixes).map(Self.plain)), of: entity)
    guard !asked.isEmpty else { return nil }
    return keys(of: entity, near: path).first { $0.isCovered(by: asked) }
  }

  /// The key by which the second of two equal requests fails that ask the question before they
  /// insert.
  ///
  /// The question may be asked by less than the key has, if the insert fills in the rest alike.
  func key(
    of entity: Entity, askedBy probe: Probe, madeBy insertion: Insertion, near path: String
  ) -> Key? {
    var keys = keys(of: entity, near: path)
    // Every document has one, unique wherever it is.
    if insertion.row.alike.contains("_id") { keys.append(Key(columns: ["_id"], isPrimary: true)) }
    guard probe.alternatives.count > 1 else {
      return key(of: keys, coveredBy: probe.columns, probe.flags, insertion.row, entity)
    }
    // Each alternative alone may be what two requests have in common.
    let either = Set(probe.alternatives.joined())
    let common = probe.columns.filter { !either.contains($0) }
    let found = probe.alternatives.map {
      key(of: keys, coveredBy: common + $0, probe.flags, insertion.row, entity)
    }
    // Where all look for one value, whoever has it is refused, by whichever it was found.
    if probe.alternativesAgree { return found.lazy.compactMap { $0 }.first }
    return found.contains(nil) ? nil : found.first ?? nil
  }

  private func key(
    of keys: [Key], coveredBy columns: [String], _ flags: [String], _ row: InsertedRow,
    _ entity: Entity
  ) -> Key? {
    let asked = known(Set(columns.flatMap(Key.prefixes).map(Self.plain)), of: entity)
    let keys = keys.filter { $0.applies(to: row) }
    let alike = Set(row.alike.map(Self.plain))
    let fresh = Set(row.fresh.map(Self.plain))
    let constant = Set(row.constants.keys.map(Self.plain))
    let given = { (column: String) in alike.contains(column) || row.isOpen }
    let flags = Set(flags.map(Self.plain))
    let telling = Set(columns.map(Self.plain)).subtracting(flags)
    if asked.isEmpty {
      // What is asked by is not seen: two equal rows do not both come in.
      return keys.first { key in
        !key.isExclusion && key.plain != ["id"]
          && key.plain.allSatisfy { given($0) && !fresh.contains($0) }
      }
    }
    // A number that the database counts up makes no insert fail, nor does one made up here.
    let isCounted = { (key: Key) in key.plain == ["id"] && !given("id") }
    let whole = keys.first { key in
      let isMade = isCounted(key) || key.plain.contains(where: fresh.contains)
      let isAsked = key.isCovered(by: asked.union(constant)) || key.isPrimary && asked == ["id"]
      return isAsked && (key.isExclusion || !isMade)
    }
    if let whole { return whole }
    guard !telling.isEmpty else { return nil }
    return keys.first { key in
      let own = Set(key.plain)
      return !key.isExclusion && !isCounted(key) && telling.isSubset(of: own)
        && own.isDisjoint(with: fresh)
        && own.subtracting(asked).allSatisfy { column in
          given(column) && (column != "id" || alike.contains("id"))
        }
    }
  }

  private func keys(of entity: Entity, near path: String) -> [Key] {
    let folders = Self.folders(of: path)
    let found = entity.keys.flatMap { tables[$0] ?? [] }
    let keys =
      entity.declaredKeys.map { Key(columns: $0) }
      + nearest(found.filter { !$0.isText }, to: folders)
      + nearest(found.filter(\.isText), to: folders)
    // What is only assumed comes after what is declared.
    return keys.filter { !$0.isAssumed } + keys.filter(\.isAssumed)
  }

  private func nearest(_ found: [Declaration], to folders: [Substring]) -> [Key] {
    let found = found.filter { !$0.keys.isEmpty }
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
  fileprivate static func plain(_ column: String) -> String {
    let last = column.split(separator: ".").last.map(String.init) ?? column
    let plain = last.lowercased().filter { $0.isLetter || $0.isNumber }
    if plain == "pk" { return "id" }
    return plain.count > 2 && plain.hasSuffix("id") ? String(plain.dropLast(2)) : plain
  }
}

extension Schema.Declaration {
  /// Whether what a migration takes back at a moment can be what is declared here.
  fileprivate func isUndone(at moment: SchemaMoment) -> Bool {
    guard self.moment.isBefore(moment) else { return false }
    return self.moment.path == moment.path
      || moment.isOrdered && self.moment.isNear(moment)
  }
}

extension Schema.Key {
  fileprivate var plain: [String] { columns.map { Schema.plain(Self.whole($0)) } }

  /// Whether a row comes under the key, as far as its constants say: nothing equals null, and a
  /// key can be for rows of some state alone.
  fileprivate func applies(to row: InsertedRow) -> Bool {
    if columns.contains(where: { row.constants[$0] == InsertedRow.nothing }) { return false }
    guard let condition else { return true }
    return row.constants.allSatisfy { column, text in
      if let flag = Bool(text) { return Self.truth(of: column, in: condition) != !flag }
      return !condition.contains(column) || text == InsertedRow.nothing || condition.contains(text)
    }
  }

  /// What a condition wants a column of yes and no to be: `WHERE active`, `NOT deleted`, `done = false`;
  /// nil where it does not speak of it.
  private static func truth(of column: String, in condition: String) -> Bool? {
    let words = condition.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    guard let place = words.firstIndex(of: column.lowercased()[...]) else { return nil }
    var isWanted = place == 0 || words[place - 1] != "not"
    for word in words[(place + 1)...] {
      switch word {
      case "is", "eq", "exact": continue
      case "not": isWanted.toggle()
      case "false", "0": return !isWanted
      default: return isWanted
      }
    }
    return isWanted
  }

  /// Whether a question by these columns, made plain, is asked by all that the key has.
  fileprivate func isCovered(by asked: Set<String>) -> Bool {
    let own = columns.map(Schema.plain)
    return isExclusion ? own.contains(where: asked.contains) : own.allSatisfy(asked.contains)
  }
}
