import Basis
import Findings
import IR
import Linking
import RuleBook

/// What happens again when it is done again: a row more, an amount added.
struct EventEffect {
  enum Kind {
    case insert(String)
    case addition(String)
  }

  var operation: ID<Operation>
  var kind: Kind
  var confidence: Confidence
}

/// Finds what a function does that a repetition does again.
///
/// Absolute writes, upserts and inserts that expect the violation are none; nor are logs and
/// counters of attempts, which may well have one for each delivery.
struct EventEffectFinder {
  let view: RaceView
  private var context: CheckContext { view.context }
  private var facts: FunctionFacts { view.facts }
  private var words: WebhookWords { context.roles.index.webhookWords }

  func effects() -> [EventEffect] {
    var effects = insertions()
    for operation in view.function.operations.ids {
      switch facts.effect(operation) {
      case .call(let call) where !call.isImplicit:
        if let name = addition(by: call, at: operation) {
          effects.append(
            EventEffect(operation: operation, kind: .addition(name), confidence: .medium))
        }
      case .store(let value, let object, let field):
        let name = view.text(field)
        if isRelative(value, to: field), !isJournal(name), isSaved(object, after: operation) {
          effects.append(
            EventEffect(operation: operation, kind: .addition(name), confidence: .medium))
        }
      default: continue
      }
    }
    return effects.sorted { $0.operation < $1.operation }
  }

  // MARK: Rows

  private func insertions() -> [EventEffect] {
    guard let events = context.races.events[view.id] else { return [] }
    let guards = RaceGuards(view: view, events: events)
    return events.insertions.compactMap { insertion in
      guard insertion.path.isEmpty, let entity = insertion.entity.entity,
        !isJournal(entity.name), !insertion.columns.contains(where: isIdentity),
        guards.isFresh(insertion, orGiven: true), !guards.isHandled(insertion)
      else { return nil }
      let path = context.program.path(of: view.id)
      let isKept = context.schema.hasUniqueKey(entity, filledBy: insertion.row, near: path)
      // The second of two equal rows is refused, and nothing is there twice.
      if isKept, !insertion.row.isOpen { return nil }
      let named = insertion.columns.filter(namesForeignIdentity)
      // Of a table that nobody sees, nobody knows if the second row is refused.
      let isSeen =
        context.schema.isDeclared(entity, near: path) || named.allSatisfy { declares($0, entity) }
      let isNamed = !named.isEmpty && (isKept || !isSeen)
      return EventEffect(
        operation: insertion.operation, kind: .insert(entity.name),
        confidence: isNamed ? .low : insertion.isTold ? .medium : .high)
    }
  }

  /// Whether a class of the project declares a column of an entity.
  private func declares(_ column: String, _ entity: Entity) -> Bool {
    context.program.classes.ids.contains { type in
      let value = context.program.type(type)
      guard Entity(view.text(value.name)).isSame(as: entity) else { return false }
      return context.facts.members(ofBody: type).contains { view.text($0.name) == column }
        || value.fields.contains { view.text($0.name) == column }
    }
  }

  /// A row whose own key is given can be there only once.
  private func isIdentity(_ column: String) -> Bool {
    ["id", "_id", "pk", "uuid"].contains(column.lowercased())
  }

  /// The provider's name of something is often unique, even if nothing of that can be seen.
  private func namesForeignIdentity(_ column: String) -> Bool {
    let words = Set(column.identifierWords)
    return !words.isDisjoint(with: ["id", "reference", "ref", "key", "token", "number"])
      && words.isDisjoint(with: context.values.words.owners)
  }

  private func isJournal(_ name: String) -> Bool {
    context.roles.index.webhookWords.isJournal(name)
  }

  // MARK: Amounts

  private func addition(by call: Call, at operation: ID<Operation>) -> String? {
    if let column = statementColumn(of: call, at: operation) { return column }
    guard case .method(let symbol, let receiver) = call.callee else { return nil }
    let method = view.text(symbol)
    if words.adders.contains(method) { return added(by: call, on: receiver) }
    guard words.updates.contains(method), !isConditional(call) else { return nil }
    for argument in call.arguments {
      if let label = argument.label {
        if isRelative(argument.value, to: label) { return named(view.text(label)) }
      } else if let name = relativeField(of: argument.value, key: nil, depth: 4) {
        return named(name)
      }
    }
    return nil
  }

  private func named(_ name: String) -> String? { isJournal(name) ? nil : name }

  /// `SET credits = credits + $1`, unless the statement says more about the row than which it is.
  private func statementColumn(of call: Call, at operation: ID<Operation>) -> String? {
    for statement in view.statements(of: call, at: operation) {
      guard statement.verb == .update,
        statement.equalColumns.count + statement.rangeColumns.count <= 1,
        let found = statement.assignments.first(where: \.isRelative)
      else { continue }
      return named(found.column)
    }
    return nil
  }

  /// `user.increment('credits', 5)`; a metric is not what money buys.
  private func added(by call: Call, on receiver: ID<Place>) -> String? {
    guard let first = call.arguments.first else { return nil }
    let reference = PlaceReference(function: view.id, place: first.value)
    let name = context.roles.reader.constant(reference) ?? ""
    let owner = facts.name(of: receiver).map { view.text($0) } ?? ""
    let isMetric = ["metric", "metrics", "stats", "statsd", "counter", "telemetry"].contains {
      owner.lowercased().hasSuffix($0)
    }
    guard !isMetric, call.arguments.count > 1 || !view.makersAreText(first.value) || name.isEmpty
    else { return nil }
    return named(name.isEmpty ? owner : name)
  }

  /// The field that an object's operators change: `{data: {credits: {increment: 5}}}`.
  private func relativeField(of place: ID<Place>, key: Symbol?, depth: Int) -> String? {
    guard depth > 0 else { return nil }
    for maker in facts.makers(of: place) {
      guard case .aggregate(let aggregate, _) = facts.effect(maker), aggregate.kind == .object
      else { continue }
      for entry in aggregate.entries {
        guard let name = entry.key else { continue }
        if words.operators.contains(view.text(name)) {
          return key.map { view.text($0) } ?? firstKey(of: entry.value) ?? view.text(name)
        }
        if isRelative(entry.value, to: name) { return view.text(name) }
        if let found = relativeField(of: entry.value, key: name, depth: depth - 1) { return found }
      }
    }
    return nil
  }

  /// `{$inc: {credits: 5}}` names the field inside.
  private func firstKey(of place: ID<Place>) -> String? {
    for maker in facts.makers(of: place) {
      guard case .aggregate(let aggregate, _) = facts.effect(maker) else { continue }
      return aggregate.entries.first?.key.map { view.text($0) }
    }
    return nil
  }

  /// Whether a value is what the field of that name held and something more.
  private func isRelative(_ value: ID<Place>, to field: Symbol) -> Bool {
    facts.makers(of: value).contains { maker in
      guard case .compute(let kind, let operands, _) = facts.effect(maker),
        kind == .add || kind == .subtract
      else { return false }
      return operands.contains { holds($0, field) }
    }
  }

  private func holds(_ place: ID<Place>, _ field: Symbol) -> Bool {
    facts.makers(of: place).contains { maker in
      switch facts.effect(maker) {
      case .load(let loaded, _, _): return loaded == field
      case .call:
        let names = context.program.targets(of: maker, in: view.id).names
        return names.contains(where: words.columns.contains)
      case .compute(.other, let operands, _): return operands.contains { holds($0, field) }
      default: return false
      }
    }
  }

  /// Whether an update asks for more than which row it is: `{id, status: 'pending'}`.
  private func isConditional(_ call: Call) -> Bool {
    let places = call.arguments.filter { $0.label == nil }.map(\.value)
    return places.enumerated().contains { index, place in
      for maker in facts.makers(of: place) {
        guard case .aggregate(let aggregate, _) = facts.effect(maker) else { continue }
        let conditions = aggregate.entries.first { $0.key.map { view.text($0) } == "where" }
        let keys = conditions.map { keyCount(of: $0.value) }
        if let keys { return keys > 1 }
        if index == 0, places.count > 1 { return aggregate.entries.count > 1 }
      }
      return false
    }
  }

  private func keyCount(of place: ID<Place>) -> Int {
    for maker in facts.makers(of: place) {
      if case .aggregate(let aggregate, _) = facts.effect(maker) { return aggregate.entries.count }
    }
    return 0
  }

  /// Whether an object is stored after it was changed.
  private func isSaved(_ object: ID<Place>, after operation: ID<Operation>) -> Bool {
    let origins = Set(facts.origins(of: object))
    let shape = FlowShape(view.function)
    let home = facts.block(of: operation)
    let later = shape.after(home)
    return view.function.operations.ids.contains { candidate in
      guard case .call(let call) = facts.effect(candidate),
        case .method(let name, let receiver) = call.callee
      else { return false }
      let block = facts.block(of: candidate)
      guard block == home ? candidate > operation : later.contains(block.index) else {
        return false
      }
      switch view.text(name) {
      case "commit": return true
      case "save", "asave", "save_async":
        return !origins.isDisjoint(with: facts.origins(of: receiver))
          || call.arguments.contains { !origins.isDisjoint(with: facts.origins(of: $0.value)) }
      default: return false
      }
    }
  }
}

extension RaceView {
  /// The SQL statements that a call sends, as far as their text is known.
  func statements(of call: Call, at operation: ID<Operation>) -> [SQLStatement] {
    (roles[operation] ?? []).flatMap { role -> [SQLStatement] in
      guard case .query(let spec) = role, let place = spec.text,
        case .places(let places) = context.roles.reader.value(at: place, of: call, in: id)
      else { return [] }
      return places.compactMap { sqlText($0) }.flatMap(SQLStatement.all)
    }
  }

  /// Whether a place is a text and nothing else.
  fileprivate func makersAreText(_ place: ID<Place>) -> Bool {
    if case .string = facts.literal(of: place) { true } else { false }
  }
}

extension WebhookWords {
  /// Whether an entity is a log, in which a line may well stand twice.
  func isJournal(_ name: String) -> Bool {
    !Set(name.identifierWords).isDisjoint(with: journals) || journals.contains(Entity.key(name))
  }
}
