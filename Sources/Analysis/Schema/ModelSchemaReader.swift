import Basis
import IR
import Linking
import RuleBook

// Reads the unique keys that code declares, whatever the library: they all say it with the same
// few words, which `behaviour` models list.
//
//     email = Column(String, unique=True)                 a column with the option
//     email: text('email').notNull().unique()             a column with the call in its chain
//     class Meta: unique_together = ('room', 'day')       a member of the class
//     __table_args__ = (UniqueConstraint('room', 'day'),) a call that is given the columns
//     schema.index({room: 1, day: 1}, {unique: true})     a call with the option
//
//     sequelize.query('CREATE UNIQUE INDEX ON ...')       a text of SQL, which migrations send
//
// The table is the class, or whatever names the call is given or its result has. A name too many
// does no harm: nothing of that name is asked for.

/// Finds the declarations of unique keys in the functions and classes of a program.
struct ModelSchemaReader {
  let context: CheckContext

  var program: Program { context.program }
  var words: BehaviourSpec { context.roles.index.behaviour }
  var names: ColumnNames { ColumnNames(context: context) }

  /// Notes what all files of the program declare.
  func read(into schema: inout Schema) {
    for type in program.classes.ids { read(type, into: &schema) }
    readTexts(into: &schema)
    let defining = symbols(words.tableCalls)
    let telling = symbols(words.uniqueCalls + words.primaryCalls + words.indexCalls)
    let dropping = symbols(words.droppingCalls)
    let renaming = symbols(words.renamingCalls)
    for function in program.functions.ids {
      let facts = context.facts.facts(of: function)
      for operation in facts.function.operations.ids {
        guard case .call(let call) = facts.effect(operation), let name = call.calleeName(facts)
        else { continue }
        let makesTable = defining.contains(name)
        let makesPair = program.functions[function].function == Module.body && joins(call, name)
        let tells = telling.contains(name)
        let makesKey = tells || isWrapper(call, name)
        let drops = dropping.contains(name)
        let renames = renaming.contains(name)
        guard makesTable || makesPair || makesKey || drops || renames, !isUndoing(function) else {
          continue
        }
        if renames { readRename(call, in: function, into: &schema) }
        if drops { readDrop(call, in: function, into: &schema) }
        if makesTable { readTable(call, in: function, into: &schema) }
        if makesPair { readJoin(call, at: operation, in: function, into: &schema) }
        if makesKey { readConstraint(call, in: function, isWrapped: !tells, into: &schema) }
      }
    }
  }

  /// `op.drop_index('by_day')`, `removeIndex('rooms', ['name'])`, `table.dropUnique(['name'])`
  private func readDrop(
    _ call: Call, in function: ID<ProgramFunction>, into schema: inout Schema
  ) {
    let path = program.path(of: function)
    for text in names.givenTexts(of: call, in: function) { schema.note(.key(text), in: path) }
    for argument in call.arguments {
      let lists = names.lists(PlaceReference(function: function, place: argument.value))
      guard let columns = lists.first, !columns.isEmpty else { continue }
      for table in names.tables(of: call, in: function) + names.tableAround(function) {
        schema.note(.columns(columns, of: table), in: path)
      }
    }
  }

  /// `op.rename_table('rooms_old', 'rooms')`, `queryInterface.renameTable('rooms_old', 'rooms')`
  private func readRename(
    _ call: Call, in function: ID<ProgramFunction>, into schema: inout Schema
  ) {
    let given = names.texts(of: call, in: function)
    guard given.count > 1 else { return }
    schema.note(.renamedTable(given[0], to: given[1]), in: program.path(of: function))
  }

  /// Whether a call is called like one that declares an index: `replaceIndex(queryInterface,
  /// 'rooms', ['name'], {unique: true})`, a helper of the project around it.
  private func isWrapper(_ call: Call, _ name: Symbol) -> Bool {
    guard call.arguments.count > 2 else { return false }
    let name = program.symbols[name].lowercased()
    return words.indexCalls.contains { name.hasSuffix($0.lowercased()) }
  }

  /// Whether a function takes back what a migration has made: `downgrade()`.
  private func isUndoing(_ function: ID<ProgramFunction>) -> Bool {
    words.undoingNames.contains(program.symbols[program[function].name])
  }

  /// Whether a call is called like one that makes the class of a table between two others.
  private func joins(_ call: Call, _ name: Symbol) -> Bool {
    call.arguments.count > 2
      && program.symbols[name].identifierWords.contains(where: words.joiningWords.contains)
  }

  /// `RoomMember = join_model('room_members', Room, Member)` of a library: a pair is there once.
  private func readJoin(
    _ call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>,
    into schema: inout Schema
  ) {
    let targets = program.targets(of: operation, in: function)
    guard targets.functions.isEmpty, targets.constructed.isEmpty else { return }
    let facts = context.facts.facts(of: function)
    let joined = call.arguments.compactMap { argument -> String? in
      let name = facts.name(of: argument.value).map { program.symbols[$0] }
      return name.flatMap { ToldStep(name: $0).isClassName ? $0 : nil }
    }
    guard joined.count == 2 else { return }
    var key = Schema.Key(
      columns: joined.map { ($0.identifierWords + ["id"]).joined(separator: "_") })
    key.isAssumed = true
    schema.declare(
      names.tables(of: call, in: function), keys: [key], in: program.path(of: function))
  }

  /// Notes what the texts of SQL in code declare.
  private func readTexts(into schema: inout Schema) {
    let telling = Set(
      (0..<program.symbols.count).lazy.map { Symbol(rawValue: UInt32($0)) }.filter(declares))
    guard !telling.isEmpty else { return }
    for function in program.functions.ids {
      let facts = context.facts.facts(of: function)
      for operation in facts.function.operations.ids {
        guard case .literal(.string(let symbol), let place) = facts.effect(operation),
          telling.contains(symbol), !isUndoing(function)
        else { continue }
        let whole = facts.uses(of: place).compactMap { use -> String? in
          guard case .compute(.template, _, let into) = facts.effect(use) else { return nil }
          return context.roles.reader.pattern(PlaceReference(function: function, place: into))
        }
        for found in SQLSchemaReader.read(Array((whole.first ?? program.symbols[symbol]).utf8)) {
          schema.declare(found, in: program.path(of: function))
        }
      }
    }
  }

  /// Whether a text can be a statement that makes columns unique.
  private func declares(_ text: Symbol) -> Bool {
    let bytes = program.symbols.utf8(of: text)
    guard bytes.count > 12 else { return false }
    // Letters without case; what else this changes is in none of the words.
    let text = bytes.map { $0 | 0x20 }[...]
    if Self.dropping.contains(where: text.holds) { return true }
    return Self.making.contains(where: text.holds) && Self.unique.contains(where: text.holds)
  }

  private static let dropping = ["drop index", "drop constraint", "drop table", "rename to"]
    .map { Array($0.utf8) }
  private static let making = ["create ", "alter "].map { Array($0.utf8) }
  private static let unique = ["unique", "primary key"].map { Array($0.utf8) }

  private func symbols(_ texts: [String]) -> Set<Symbol> {
    Set(texts.compactMap { program.symbols.lookup($0) })
  }

  // MARK: Classes

  private func read(_ type: ID<ProgramClass>, into schema: inout Schema) {
    let keys = keys(of: type, for: type, depth: 3)
    let relations = relations(of: type)
    let isVersioned = isVersioned(type)
    let computed = computedColumns(of: type)
    guard !keys.isEmpty || !relations.isEmpty || isVersioned || !computed.isEmpty else { return }
    let entity = EntityReader(context: context).entity(of: type)
    for (column, sources) in computed {
      schema.declare([entity.name] + entity.keys, column: column, computedOf: sources)
    }
    if isVersioned { schema.declareVersion([entity.name] + entity.keys) }
    for relation in relations { schema.declare([entity.name] + entity.keys, relation: relation) }
    let path = program.paths[program.classes[type].module.index]
    schema.declare([entity.name] + entity.keys, keys: keys, in: path)
  }

  /// The columns of a class that expressions make of its others:
  /// `plain = column_property(func.plain_title(title))`.
  private func computedColumns(
    of type: ID<ProgramClass>
  ) -> [(column: String, sources: [String])] {
    guard !words.computingCalls.isEmpty else { return [] }
    let members = context.facts.members(ofBody: type)
    return members.compactMap { name, reference in
      let facts = context.facts.facts(of: reference.function)
      let isComputed = facts.makers(of: reference.place).contains { maker in
        guard case .call(let call) = facts.effect(maker), let name = call.calleeName(facts) else {
          return false
        }
        return words.computingCalls.contains(program.symbols[name])
      }
      guard isComputed else { return nil }
      var sources: Set<String> = []
      var seen = BitSet()
      var pending = [reference.place]
      while let place = pending.popLast() {
        guard seen.insert(place.index), seen.count < 32 else { continue }
        let own = members.filter { member in
          member.value.function == reference.function && member.value.place != reference.place
            && facts.origins(of: place) == facts.origins(of: member.value.place)
        }
        sources.formUnion(own.map { program.symbols[$0.name] })
        if !own.isEmpty { continue }
        for maker in facts.makers(of: place) {
          if case .call(let call) = facts.effect(maker) {
            // `F("title")` and `Lower("title")` name columns by texts.
            for argument in call.arguments {
              guard case .string(let text) = facts.literal(of: argument.value),
                members.contains(where: { program.symbols[$0.name] == program.symbols[text] })
              else { continue }
              sources.insert(program.symbols[text])
            }
            pending += call.arguments.map(\.value)
          }
        }
      }
      return sources.isEmpty ? nil : (program.symbols[name], sources.sorted())
    }
  }

  /// Whether a class says that its objects have a version: `__mapper_args__ = {"version_id_col": ...}`.
  private func isVersioned(_ type: ID<ProgramClass>) -> Bool {
    guard !words.versionOptions.isEmpty else { return false }
    return context.facts.members(ofBody: type).contains { _, reference in
      let facts = context.facts.facts(of: reference.function)
      return facts.makers(of: reference.place).contains { maker in
        guard case .aggregate(let aggregate, _) = facts.effect(maker) else { return false }
        return hasVersion(aggregate)
      }
    }
  }

  func hasVersion(_ options: Aggregate) -> Bool {
    options.kind == .object
      && options.entries.contains { entry in
        entry.key.map { words.versionOptions.contains(program.symbols[$0]) } ?? false
      }
  }

  /// The members of a class that are declared as lists of other rows: `rooms = relationship(...)`.
  private func relations(of type: ID<ProgramClass>) -> [String] {
    let value = program.type(type)
    let function = program.id(of: value.parent, in: program.classes[type].module)
    let decorated = value.fields.filter { field in
      field.decorators.contains { decorator in
        let name = decorator.name.path.last ?? nameOfRoot(decorator, function)
        return name.map { words.relationCalls.contains(program.symbols[$0]) } ?? false
      }
    }
    return decorated.map { program.symbols[$0.name] } + called(type)
  }

  /// Those that the class gives what a call makes: `rooms = relationship(...)`.
  private func called(_ type: ID<ProgramClass>) -> [String] {
    context.facts.members(ofBody: type).compactMap { member in
      let facts = context.facts.facts(of: member.value.function)
      let isRelation = facts.makers(of: member.value.place).contains { maker in
        guard case .call(let call) = facts.effect(maker), let name = call.calleeName(facts) else {
          return false
        }
        return words.relationCalls.contains(program.symbols[name])
      }
      return isRelation ? program.symbols[member.name] : nil
    }
  }

  /// What a class declares, and those that it extends.
  ///
  /// - Parameter derived: the class whose table it is.
  private func keys(
    of type: ID<ProgramClass>, for derived: ID<ProgramClass>, depth: Int
  ) -> [Schema.Key] {
    let value = program.type(type)
    let function = program.id(of: value.parent, in: program.classes[type].module)
    var keys: [Schema.Key] = []
    var primary: [String] = []
    for (symbol, reference) in context.facts.members(ofBody: type) {
      let name = program.symbols[symbol]
      if words.uniqueMembers.contains(name) {
        keys += names.lists(reference).map { Schema.Key(columns: $0) }
        continue
      }
      if words.listOptions.contains(name) { keys += names.uniquePairs(reference) }
      add(mark(of: reference), of: name, to: &keys, &primary)
      keys += constraints(in: reference)
      for case .classObject(let inner) in program.values(of: reference.place, in: function)
      where depth > 0 {
        if program.type(inner).parent == value.parent {
          keys += self.keys(of: inner, for: derived, depth: 0)
        }
      }
    }
    for field in value.fields {
      for decorator in field.decorators {
        add(mark(of: decorator, in: function), of: program.symbols[field.name], to: &keys, &primary)
      }
      let names = field.decorators.compactMap { $0.name.path.last ?? nameOfRoot($0, function) }
      let owning = words.owningDecorators
      if !owning.isEmpty, owning.allSatisfy(names.map { program.symbols[$0] }.contains) {
        keys.append(Schema.Key(columns: [program.symbols[field.name]]))
      }
    }
    for decorator in value.decorators {
      keys += constraints(in: PlaceReference(function: function, place: decorator.value))
    }
    if !primary.isEmpty { keys.append(Schema.Key(columns: primary, isPrimary: true)) }
    keys += methodKeys(of: value, for: derived, in: program.classes[type].module)
    guard depth > 0 else { return keys }
    for base in value.bases {
      for case .classObject(let parent) in program.values(of: base, in: function)
      where parent != type { keys += self.keys(of: parent, for: derived, depth: depth - 1) }
    }
    return keys
  }

  /// What the methods of a class say of the keys of the tables of those that extend it, whose
  /// members they may name: `Index(name, cls.parent_column, 'member_id', unique=True)`.
  private func methodKeys(
    of type: Class, for derived: ID<ProgramClass>, in module: ID<Module>
  ) -> [Schema.Key] {
    let methods = type.members.filter { words.keyMethods.contains(program.symbols[$0.name]) }
    guard !methods.isEmpty else { return [] }
    var columns: [String: String] = [:]
    for (symbol, reference) in context.facts.members(ofBody: derived) {
      let facts = context.facts.facts(of: reference.function)
      guard case .string(let text) = facts.literal(of: reference.place) else { continue }
      columns[program.symbols[symbol]] = program.symbols[text]
    }
    return methods.flatMap { method -> [Schema.Key] in
      let function = program.id(of: method.function, in: module)
      let facts = context.facts.facts(of: function)
      return facts.function.operations.values.compactMap { operation -> Schema.Key? in
        guard case .call(let call) = operation.effect,
          var key = key(declaredBy: call, in: function)
        else { return nil }
        key.columns = key.columns.map { columns[$0] ?? $0 }
        return key
      }
    }
  }

  private func nameOfRoot(_ decorator: Decorator, _ function: ID<ProgramFunction>) -> Symbol? {
    program[function].places[decorator.name.root].name
  }

  func add(
    _ mark: ColumnMark?, of column: String, to keys: inout [Schema.Key], _ primary: inout [String]
  ) {
    switch mark {
    case .unique(let others): keys.append(Schema.Key(columns: [column] + others))
    case .primary: primary.append(column)
    case nil: break
    }
  }
}
