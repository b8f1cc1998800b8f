import Basis
import IR
import Linking
import RuleBook

// Steps of a chain that say by a text whose rows it leads to, and those whose texts say where all
// rows lie: of `client.db('app').collection('users')` the last names the entity, the first none.

extension EntitySearch {
  /// The entity that a call names by a text, a parameter or a constant, nearer to the rows than
  /// what it is called on.
  mutating func naming(
    _ call: Call, in function: ID<ProgramFunction>, budget: Int
  ) -> EntityReference? {
    let facts = context.facts.facts(of: function)
    let behaviour = context.roles.index.behaviour
    guard let called = call.calleeName(facts).map({ program.symbols[$0] }) else { return nil }
    let isPath = behaviour.pathNamingCalls.contains(called)
    let isDocument = behaviour.documentNamingCalls.contains(called)
    guard isPath || isDocument || behaviour.namingCalls.contains(called) else { return nil }
    let given = call.arguments.filter { $0.label == nil && !$0.isSpread }.map {
      PlaceReference(function: function, place: $0.value)
    }
    if isDocument { return given.compactMap(collection(onPath:)).last.map { .known(Entity($0)) } }
    let texts = given.compactMap(name)
    if let text = isPath ? texts.last : texts.first { return .known(Entity(text)) }
    guard let first = given.first else { return nil }
    if let index = parameterIndex(first) { return .parameter(index) }
    return find(first, budget: budget - 1, isDirect: false) ?? table(first)
  }

  /// The last collection on a path of collections and keys by turns: `users` of `users/?`.
  private func collection(onPath reference: PlaceReference) -> String? {
    guard let text = context.roles.reader.pattern(reference), text.contains("/") else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return stride(from: 0, to: parts.count, by: 2).map { String(parts[$0]) }.last {
      !$0.isEmpty && !$0.contains("?")
    }
  }

  /// A table that is imported, or stands outside of the function, by the name that it has there.
  private func table(_ reference: PlaceReference) -> EntityReference? {
    let facts = context.facts.facts(of: reference.function)
    guard let name = facts.function.places[reference.place].name.map({ program.symbols[$0] }),
      !Entity.isHandle(name)
    else { return nil }
    switch facts.function.places[reference.place].kind {
    case .captured, .global: return .known(Entity(name))
    case .local:
      let isImported = facts.definitions(of: reference.place).contains { definition in
        if case .importModule = facts.effect(definition) { true } else { false }
      }
      return isImported ? .known(Entity(name)) : nil
    case .parameter, .receiver, .temporary, .exception: return nil
    }
  }

  /// Whether the texts that a call is given say where all rows lie, and not which: `db('app')`,
  /// `new MongoClient(url)`.
  func isOfDatabase(_ call: Call, in function: ID<ProgramFunction>) -> Bool {
    let facts = context.facts.facts(of: function)
    let name = call.calleeName(facts).map { program.symbols[$0] } ?? ""
    if context.roles.index.behaviour.databaseCalls.contains(name) { return true }
    guard case .value(let callee) = call.callee else { return false }
    return program.values(of: callee, in: function).contains { value in
      guard case .external(let name) = value,
        let type = program.catalog.constructors[program.names.text(of: name)]
      else { return false }
      // `select(Order)` makes a question.
      return !program.catalog.fluentTypes.contains(type)
    }
  }

  /// The text that a value is, or the name of the constant that it is read from.
  private func name(_ reference: PlaceReference) -> String? {
    if let text = context.roles.reader.constant(reference) {
      return text.split(separator: " ").first.map(String.init)
    }
    return constant(reference)
  }

  /// The name of the constant that a value is read from: `Names.USERS`.
  func constant(_ reference: PlaceReference) -> String? {
    let facts = context.facts.facts(of: reference.function)
    let makers = facts.makers(of: reference.place)
    guard makers.count == 1, case .load(let field, let object, _) = facts.effect(makers[0]),
      object != facts.function.receiver, parameterIndex(reference) == nil
    else { return nil }
    let name = program.symbols[field]
    return name.count < 2 || name.contains(where: \.isLowercase) ? nil : name
  }
}
