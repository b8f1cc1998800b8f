import Basis
import IR
import Linking
import RuleBook

// What calls and lists of constraints say of a table's keys: those of migrations, and those that
// stand in a model's own options.

extension ModelSchemaReader {
  // MARK: Constraints

  /// The keys of the calls in a value: a tuple, a list or one of them, functions that give such.
  func constraints(in reference: PlaceReference) -> [Schema.Key] {
    let facts = context.facts.facts(of: reference.function)
    var keys: [Schema.Key] = []
    facts.visitMakers(of: reference.place) { effect in
      switch effect {
      case .aggregate(let aggregate, _) where aggregate.kind != .object:
        return aggregate.entries.map(\.value)
      case .call(let call):
        guard let key = key(declaredBy: call, in: reference.function) else {
          // `uniqueIndex('name').on(t.room, t.day)`
          return call.receiver.map { [$0] } ?? []
        }
        keys.append(key)
        return []
      default: return []
      }
    }
    return keys
  }

  /// The columns that a call makes unique together, if it does that.
  func key(
    declaredBy call: Call, in function: ID<ProgramFunction>, isWrapped: Bool = false
  ) -> Schema.Key? {
    let facts = context.facts.facts(of: function)
    guard let name = call.calleeName(facts).map({ program.symbols[$0] }) else { return nil }
    let isDirect = words.uniqueCalls.contains(name) || words.primaryCalls.contains(name)
    // A helper's own name says nothing; what it is given does.
    let isIndex = !isDirect && (words.indexCalls.contains(name) || isWrapped)
    guard isDirect || isIndex && mark(of: call, facts, in: function) != nil else { return nil }
    var columns = names.chained(to: call, in: function)
    if columns.isEmpty { columns = names.columns(of: call, isNamed: isIndex, in: function) }
    let isExclusion = name.lowercased().hasPrefix("exclu")
    guard !columns.isEmpty else { return nil }
    var key = Schema.Key(columns: columns, isExclusion: isExclusion)
    key.names = names.givenTexts(of: call, in: function).filter { !columns.contains($0) }
    for argument in call.arguments {
      guard let label = argument.label.map({ program.symbols[$0] }),
        words.conditionLabels.contains(where: label.hasSuffix)
      else { continue }
      key.condition = text(of: PlaceReference(function: function, place: argument.value))
    }
    return key
  }

  /// The texts in a value that says for which rows a key is: `text("state = 'live'")`.
  private func text(of reference: PlaceReference, depth: Int = 4) -> String? {
    if let text = context.roles.reader.pattern(reference) { return text }
    let facts = context.facts.facts(of: reference.function)
    if case .boolean(let flag) = facts.literal(of: reference.place) { return String(flag) }
    guard depth > 0 else { return nil }
    let parts = facts.makers(of: reference.place).flatMap { maker -> [String] in
      let effect = facts.effect(maker)
      var labels: [ID<Place>: String] = [:]
      var words: [String] = []
      if case .load(let field, _, _) = effect { words.append(program.symbols[field]) }
      // `~Q(deleted=True)`
      if case .compute(_, let operands, _) = effect, operands.count == 1 { words.append("not") }
      if case .call(let call) = effect {
        for argument in call.arguments {
          labels[argument.value] = argument.label.map { program.symbols[$0] }
        }
      }
      return effect.reads.reduce(into: words) { words, place in
        if let label = labels[place] { words.append(label) }
        let inner = PlaceReference(function: reference.function, place: place)
        if let text = text(of: inner, depth: depth - 1) { words.append(text) }
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// `table.unique([...])`, `schema.index({...}, {unique: true})`, `op.create_unique_constraint(...)`.
  func readConstraint(
    _ call: Call, in function: ID<ProgramFunction>, isWrapped: Bool, into schema: inout Schema
  ) {
    let facts = context.facts.facts(of: function)
    let tables = names.tables(of: call, in: function) + names.tableAround(function)
    guard !tables.isEmpty else { return }
    let path = program.path(of: function)
    if let (tables, column) = names.columnAround(function, addedBy: words.addingCalls),
      let name = call.calleeName(facts), words.uniqueCalls.contains(program.symbols[name]),
      names.startsAtParameter(call, in: function)
    {
      schema.declare(tables, keys: [Schema.Key(columns: [column])], in: path)
    } else if let key = key(declaredBy: call, in: function, isWrapped: isWrapped) {
      schema.declare(tables, keys: [key], in: path)
    } else if let keys = listedKeys(of: call, facts, in: function) {
      schema.declare(tables, keys: keys, in: path)
    } else if let name = call.calleeName(facts).map({ program.symbols[$0] }),
      words.uniqueCalls.contains(name) || words.primaryCalls.contains(name),
      let column = names.columnOfChain(before: call, in: function)
    {
      // `table.string('email').unique()`, `table.string('key').primary()`
      let isPrimary = words.primaryCalls.contains(name)
      schema.declare(tables, keys: [Schema.Key(columns: [column], isPrimary: isPrimary)], in: path)
    }
  }

  /// `createIndexes([{ key: { email: 1 }, unique: true }])`, `create_indexes([IndexModel(...)])`
  private func listedKeys(
    of call: Call, _ facts: FunctionFacts, in function: ID<ProgramFunction>
  ) -> [Schema.Key]? {
    guard let name = call.calleeName(facts), words.indexCalls.contains(program.symbols[name])
    else { return nil }
    let keys = call.arguments.flatMap { argument in
      let reference = PlaceReference(function: function, place: argument.value)
      return names.uniqueLists(reference, areUnique: false) + constraints(in: reference)
    }
    return keys.isEmpty ? nil : keys
  }

  // MARK: Tables

  /// A call that is given the columns of a table: `pgTable('users', {...}, (t) => [...])`.
  func readTable(
    _ call: Call, in function: ID<ProgramFunction>, into schema: inout Schema
  ) {
    var keys: [Schema.Key] = []
    var primary: [String] = []
    for argument in call.arguments {
      let reference = PlaceReference(function: function, place: argument.value)
      keys += constraints(in: reference)
      if let column = names.columnOfCall(reference) {
        add(mark(of: reference), of: column, to: &keys, &primary)
      }
      for origin in context.facts.origins(of: reference, depth: 1) {
        let facts = context.facts.facts(of: origin.function)
        for maker in facts.makers(of: origin.place) {
          guard case .aggregate(let aggregate, _) = facts.effect(maker), aggregate.kind == .object
          else { continue }
          if hasVersion(aggregate) { schema.declareVersion(names.tables(of: call, in: function)) }
          readColumns(aggregate, in: origin.function, to: &keys, &primary)
        }
      }
      for returned in names.returned(by: argument.value, in: function) {
        keys += constraints(in: returned) + objectConstraints(in: returned)
      }
    }
    if !primary.isEmpty { keys.append(Schema.Key(columns: primary, isPrimary: true)) }
    guard !keys.isEmpty else { return }
    schema.declare(
      names.tables(of: call, in: function), keys: keys, in: program.path(of: function))
  }

  private func readColumns(
    _ columns: Aggregate, in function: ID<ProgramFunction>, to keys: inout [Schema.Key],
    _ primary: inout [String]
  ) {
    for entry in columns.entries {
      guard let name = entry.key.map({ program.symbols[$0] }) else { continue }
      let reference = PlaceReference(function: function, place: entry.value)
      if words.listOptions.contains(name) {
        keys += names.uniqueLists(reference, areUnique: name.hasPrefix("unique"))
      } else if words.columnsOptions.contains(name) {
        let facts = context.facts.facts(of: function)
        for maker in facts.makers(of: entry.value) {
          guard case .aggregate(let inner, _) = facts.effect(maker), inner.kind == .object else {
            continue
          }
          readColumns(inner, in: function, to: &keys, &primary)
        }
      } else {
        add(mark(of: reference), of: name, to: &keys, &primary)
      }
    }
  }

  /// `(t) => ({ byDay: uniqueIndex().on(t.room, t.day) })`
  private func objectConstraints(in reference: PlaceReference) -> [Schema.Key] {
    let facts = context.facts.facts(of: reference.function)
    return facts.makers(of: reference.place).flatMap { maker -> [Schema.Key] in
      guard case .aggregate(let aggregate, _) = facts.effect(maker), aggregate.kind == .object
      else { return [] }
      return aggregate.entries.flatMap {
        constraints(in: PlaceReference(function: reference.function, place: $0.value))
      }
    }
  }
}
