import Basis
import IR
import Linking
import RuleBook

/// Reads the names of columns and tables off the calls that declare them.
struct ColumnNames {
  let context: CheckContext

  /// The options of a key that list its columns.
  private static let columnLists = ["fields", "columns", "properties", "columnNames"]

  private var program: Program { context.program }

  /// The texts of a list, or the lists of texts in it: `('a', 'b')`, `[('a', 'b'), ('c', 'd')]`.
  ///
  /// No declaration nests deeper, and a list may be wrapped into its own name: `keys = [keys]`.
  func lists(_ reference: PlaceReference, depth: Int = 2) -> [[String]] {
    guard depth > 0 else { return [] }
    let facts = context.facts.facts(of: reference.function)
    var plain: [String] = []
    var lists: [[String]] = []
    for maker in facts.makers(of: reference.place) {
      guard case .aggregate(let aggregate, _) = facts.effect(maker), aggregate.kind != .object
      else { continue }
      for entry in aggregate.entries {
        let inner = PlaceReference(function: reference.function, place: entry.value)
        if let text = name(inner) {
          plain.append(text)
        } else {
          lists += self.lists(inner, depth: depth - 1)
        }
      }
    }
    return plain.isEmpty ? lists : lists + [plain]
  }

  /// A text, or those of a list.
  func texts(of reference: PlaceReference) -> [String] {
    let facts = context.facts.facts(of: reference.function)
    if case .string(let text) = facts.literal(of: reference.place) {
      return [program.symbols[text]]
    }
    return lists(reference).first ?? []
  }

  /// The columns of a list of columns with their order: `[("room", 1), ("day", pymongo.ASCENDING)]`.
  private func ordered(_ reference: PlaceReference) -> [String]? {
    let facts = context.facts.facts(of: reference.function)
    for maker in facts.makers(of: reference.place) {
      guard case .aggregate(let list, _) = facts.effect(maker), list.kind != .object else {
        continue
      }
      let columns = list.entries.compactMap { entry -> String? in
        let pair = facts.makers(of: entry.value).lazy.compactMap { maker -> Aggregate? in
          if case .aggregate(let pair, _) = facts.effect(maker) { pair } else { nil }
        }.first
        guard let pair, pair.kind != .object, pair.entries.count == 2,
          case .string(let column) = facts.literal(of: pair.entries[0].value)
        else { return nil }
        if case .string = facts.literal(of: pair.entries[1].value) { return nil }
        return program.symbols[column]
      }
      if !columns.isEmpty, columns.count == list.entries.count { return columns }
    }
    return nil
  }

  /// The unique ones of the pairs of columns and a truth that a class lists:
  /// `indexes = ((("room", "day"), True),)`.
  func uniquePairs(_ reference: PlaceReference) -> [Schema.Key] {
    let facts = context.facts.facts(of: reference.function)
    let entries = facts.makers(of: reference.place).flatMap { maker -> [Aggregate.Entry] in
      guard case .aggregate(let list, _) = facts.effect(maker), list.kind != .object else {
        return []
      }
      return list.entries
    }
    return entries.flatMap { entry in
      facts.makers(of: entry.value).compactMap { maker -> Schema.Key? in
        guard case .aggregate(let pair, _) = facts.effect(maker), pair.entries.count == 2,
          case .boolean(true) = facts.literal(of: pair.entries[1].value)
        else { return nil }
        let columns = PlaceReference(function: reference.function, place: pair.entries[0].value)
        return Schema.Key(columns: texts(of: columns))
      }
    }
  }

  /// A text, or the name of a member or variable that stands for a column, through a function of
  /// it: `Lower("email")`, `func.lower(email)`.
  private func name(_ reference: PlaceReference, depth: Int = 2) -> String? {
    let facts = context.facts.facts(of: reference.function)
    if let literal = facts.literal(of: reference.place) {
      if case .string(let text) = literal { return program.symbols[text] }
      return nil
    }
    for maker in facts.makers(of: reference.place) {
      switch facts.effect(maker) {
      case .load(let field, _, _): return program.symbols[field]
      case .call(let call)
      where depth > 0 && call.arguments.count == 1
        && facts.function.places[reference.place].name == nil:
        guard let argument = call.arguments.first, argument.label == nil, !argument.isSpread
        else { continue }
        let inner = PlaceReference(function: reference.function, place: argument.value)
        return name(inner, depth: depth - 1)
      default: continue
      }
    }
    return facts.function.places[reference.place].name.map { program.symbols[$0] }
  }

  /// The columns that a constraint's own arguments name; the first text of several may be its own.
  func columns(of call: Call, isNamed: Bool, in function: ID<ProgramFunction>) -> [String] {
    let facts = context.facts.facts(of: function)
    var texts: [String] = []
    for argument in call.arguments where !argument.isSpread {
      let reference = PlaceReference(function: function, place: argument.value)
      if let label = argument.label {
        let isList = Self.columnLists.contains(program.symbols[label])
        if isList, let list = lists(reference).first { return list }
        continue
      }
      if let list = ordered(reference) ?? lists(reference).first { return list }
      for maker in facts.makers(of: argument.value) {
        guard case .aggregate(let aggregate, _) = facts.effect(maker), aggregate.kind == .object
        else { continue }
        let keys = keys(aggregate, in: function)
        if !keys.isEmpty { return keys }
      }
      if let text = name(reference) { texts.append(text) }
    }
    return isNamed ? Array(texts.dropFirst()) : texts
  }

  /// `{fields: ['a', 'b']}`, or the columns with their order: `{a: 1, b: -1}`.
  private func keys(_ aggregate: Aggregate, in function: ID<ProgramFunction>) -> [String] {
    for entry in aggregate.entries {
      guard let key = entry.key.map({ program.symbols[$0] }),
        Self.columnLists.contains(key)
      else { continue }
      return lists(PlaceReference(function: function, place: entry.value)).first ?? []
    }
    let facts = context.facts.facts(of: function)
    // `{ key: { room: 1, day: 1 }, unique: true }`
    for entry in aggregate.entries where entry.key.map({ program.symbols[$0] }) == "key" {
      for maker in facts.makers(of: entry.value) {
        guard case .aggregate(let inner, _) = facts.effect(maker), inner.kind == .object else {
          continue
        }
        return keys(inner, in: function)
      }
    }
    let isOrdered = aggregate.entries.allSatisfy { entry in
      switch facts.literal(of: entry.value) {
      case .number, .string: entry.key != nil
      case nil: isNegative(entry.value, facts)
      default: false
      }
    }
    return isOrdered ? aggregate.entries.compactMap { $0.key.map { program.symbols[$0] } } : []
  }

  private func isNegative(_ place: ID<Place>, _ facts: FunctionFacts) -> Bool {
    facts.makers(of: place).contains { maker in
      if case .compute = facts.effect(maker) { true } else { false }
    }
  }

  /// `uniqueIndex('name').on(t.room, t.day)`: what later calls of the chain are given.
  func chained(to call: Call, in function: ID<ProgramFunction>) -> [String] {
    let facts = context.facts.facts(of: function)
    var result: [String] = []
    for operation in facts.uses(of: call.result) {
      guard case .call(let next) = facts.effect(operation), next.receiver == call.result else {
        continue
      }
      result += columns(of: next, isNamed: false, in: function)
    }
    return result
  }

  /// `table.string('email').unique()`: the first text in the calls before.
  func columnOfChain(before call: Call, in function: ID<ProgramFunction>) -> String? {
    let facts = context.facts.facts(of: function)
    var column: String?
    var receiver = call.receiver
    for _ in 0..<8 {
      guard let place = receiver,
        case .call(let earlier)? = facts.makers(of: place).first.map(facts.effect)
      else { break }
      column = texts(of: earlier, in: function).first ?? column
      receiver = earlier.receiver
    }
    return column
  }

  /// `Column('email', ...)` as an argument.
  func columnOfCall(_ reference: PlaceReference) -> String? {
    let facts = context.facts.facts(of: reference.function)
    for maker in facts.makers(of: reference.place) {
      if case .call(let call) = facts.effect(maker) {
        return texts(of: call, in: reference.function).first
      }
    }
    return nil
  }

  /// The texts that a call is given, and the name among its options: `{ name: 'by_day' }`.
  func givenTexts(of call: Call, in function: ID<ProgramFunction>) -> [String] {
    let facts = context.facts.facts(of: function)
    let named = call.arguments.flatMap { argument -> [ID<Place>] in
      if let label = argument.label {
        return program.symbols[label].hasSuffix("name") ? [argument.value] : []
      }
      return facts.makers(of: argument.value).flatMap { maker -> [ID<Place>] in
        guard case .aggregate(let options, _) = facts.effect(maker), options.kind == .object else {
          return []
        }
        return options.entries.filter { $0.key.map { program.symbols[$0] } == "name" }.map(\.value)
      }
    }
    return texts(of: call, in: function)
      + named.compactMap { place in
        guard case .string(let text) = facts.literal(of: place) else { return nil }
        return program.symbols[text]
      }
  }

  func texts(of call: Call, in function: ID<ProgramFunction>) -> [String] {
    let facts = context.facts.facts(of: function)
    return call.arguments.compactMap { argument in
      guard argument.label == nil, case .string(let text) = facts.literal(of: argument.value)
      else { return nil }
      return program.symbols[text]
    }
  }

  /// The `indexes` of a table's options that are unique.
  ///
  /// - Parameter areUnique: whether all of them are, as the option's name says: `uniqueKeys`.
  func uniqueLists(_ reference: PlaceReference, areUnique: Bool) -> [Schema.Key] {
    let facts = context.facts.facts(of: reference.function)
    return facts.makers(of: reference.place).flatMap { maker -> [Schema.Key] in
      guard case .aggregate(let aggregate, _) = facts.effect(maker) else { return [] }
      return aggregate.entries.flatMap { entry -> [Schema.Key] in
        facts.makers(of: entry.value).compactMap { maker -> Schema.Key? in
          guard case .aggregate(let index, _) = facts.effect(maker), index.kind == .object,
            areUnique || isUnique(index, facts)
          else { return nil }
          return Schema.Key(columns: keys(index, in: reference.function))
        }
      }
    }
  }

  private func isUnique(_ index: Aggregate, _ facts: FunctionFacts) -> Bool {
    index.entries.contains { entry in
      guard let key = entry.key.map({ program.symbols[$0] }) else { return false }
      switch facts.literal(of: entry.value) {
      case .boolean(let value): return value && key == "unique"
      case .string(let text): return key == "type" && program.symbols[text].lowercased() == "unique"
      default: return false
      }
    }
  }

  // MARK: Tables

  /// The names that a call's table may have: texts in it and the calls before, the names of what it
  /// is called on, and of what is made of its result.
  func tables(of call: Call, in function: ID<ProgramFunction>) -> [String] {
    let facts = context.facts.facts(of: function)
    var result = texts(of: call, in: function)
    for argument in call.arguments where argument.label == nil {
      result += classes(of: argument.value, facts, in: function)
    }
    var receiver = call.receiver
    for _ in 0..<8 {
      guard let place = receiver else { break }
      if let name = facts.function.places[place].name { result.append(program.symbols[name]) }
      result += program.values(of: place, in: function).compactMap(\.projectClass).map {
        program.symbols[program.type($0).name]
      }
      // What a migration is given is no model: `replaceIndex(queryInterface, 'rooms', ...)`.
      for origin in facts.origins(of: place)
      where facts.function.places[origin].kind != .parameter {
        result += models(of: origin, facts, function)
      }
      guard case .call(let earlier)? = facts.makers(of: place).first.map(facts.effect) else {
        break
      }
      result += texts(of: earlier, in: function)
      receiver = earlier.receiver
    }
    return result + models(of: call.result, facts, function)
  }

  /// The class whose column a constraint beside the class is given, through a function of it:
  /// `Index('by_day', Booking.room, func.lower(Booking.guest), unique=True)`.
  private func classes(
    of column: ID<Place>, _ facts: FunctionFacts, in function: ID<ProgramFunction>, depth: Int = 1
  ) -> [String] {
    facts.makers(of: column).flatMap { maker -> [String] in
      switch facts.effect(maker) {
      case .load(_, let object, _):
        return program.values(of: object, in: function).compactMap { value in
          guard case .classObject(let type) = value else { return nil }
          return program.symbols[program.type(type).name]
        }
      case .call(let call) where depth > 0 && call.arguments.count == 1:
        return classes(of: call.arguments[0].value, facts, in: function, depth: depth - 1)
      default: return []
      }
    }
  }

  /// Whether a chain of calls starts at a parameter: `(column) => column.notNull().unique()`.
  func startsAtParameter(_ call: Call, in function: ID<ProgramFunction>) -> Bool {
    let facts = context.facts.facts(of: function)
    var receiver = call.receiver
    for _ in 0..<8 {
      guard let place = receiver,
        case .call(let earlier)? = facts.makers(of: place).first.map(facts.effect)
      else { break }
      receiver = earlier.receiver
    }
    guard let receiver else { return false }
    return facts.origins(of: receiver).contains { facts.function.places[$0].kind == .parameter }
  }

  /// `const users = ...`, `model('User', userSchema)`.
  private func models(
    of place: ID<Place>, _ facts: FunctionFacts, _ function: ID<ProgramFunction>
  ) -> [String] {
    var result: [String] = []
    var holders = [place]
    for operation in facts.uses(of: place) {
      if case .copy(_, let into) = facts.effect(operation) { holders.append(into) }
    }
    for holder in holders {
      if let name = facts.function.places[holder].name { result.append(program.symbols[name]) }
      for operation in facts.uses(of: holder) {
        guard case .call(let next) = facts.effect(operation), next.receiver != holder else {
          continue
        }
        result += texts(of: next, in: function)
      }
    }
    return result
  }

  /// The table whose columns a callback declares: `createTable('users', (table) => {...})`.
  func tableAround(_ function: ID<ProgramFunction>) -> [String] {
    guard let (call, outer) = callGiven(function) else { return [] }
    return texts(of: call, in: outer)
  }

  /// The column that a callback describes, and the tables that it may be of:
  /// `createTable('users').addColumn('email', 'text', (column) => column.unique())`.
  func columnAround(
    _ function: ID<ProgramFunction>, addedBy adding: [String]
  ) -> (tables: [String], column: String)? {
    guard let (call, outer) = callGiven(function),
      let name = call.calleeName(context.facts.facts(of: outer)),
      adding.contains(program.symbols[name]), let column = texts(of: call, in: outer).first
    else { return nil }
    return (tables(of: call, in: outer), column)
  }

  /// The call that a function is given to where it is written, and the function around it.
  private func callGiven(
    _ function: ID<ProgramFunction>
  ) -> (call: Call, outer: ID<ProgramFunction>)? {
    guard let parent = program[function].parent else { return nil }
    let outer = program.id(of: parent, besides: function)
    let facts = context.facts.facts(of: outer)
    let own = program.functions[function].function
    for operation in facts.function.operations.ids {
      guard case .closure(own, let into) = facts.effect(operation) else { continue }
      for use in facts.uses(of: into) {
        if case .call(let call) = facts.effect(use) { return (call, outer) }
      }
    }
    return nil
  }

  /// What the functions that a place holds return.
  func returned(by place: ID<Place>, in function: ID<ProgramFunction>) -> [PlaceReference] {
    program.values(of: place, in: function).flatMap { value -> [PlaceReference] in
      guard case .function(let callee) = value else { return [] }
      return program[callee].blocks.values.compactMap { block in
        guard case .return(let place?) = block.terminator else { return nil }
        return PlaceReference(function: callee, place: place)
      }
    }
  }
}
