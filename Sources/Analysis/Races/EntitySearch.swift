import Basis
import IR
import Linking
import RuleBook

/// One search backwards through what made a value.
struct EntitySearch {
  let context: CheckContext
  private var seen: Set<PlaceReference> = []
  /// The first parameter met on the way from the value itself.
  private(set) var parameter: EntityReference?
  /// The first field of the receiver met on that way that is named after what it keeps.
  private(set) var handle: EntityReference?

  init(context: CheckContext) { self.context = context }

  var program: Program { context.program }

  /// A class or a text that the value was made of.
  ///
  /// - Parameter isDirect: whether the way here led through receivers only, so that a parameter
  ///   is what the value stands for and not one of its ingredients.
  /// - Parameter isReceiver: whether something is asked of the value to come to the rows, so that
  ///   a connection's class is no entity.
  mutating func find(
    _ reference: PlaceReference, budget: Int, isDirect: Bool = true, isReceiver: Bool = false
  ) -> EntityReference? {
    guard budget > 0, seen.insert(reference).inserted else { return nil }
    if let found = named(reference, isReceiver: isReceiver) { return found }
    let facts = context.facts.facts(of: reference.function)
    for origin in facts.origins(of: reference.place) {
      let here = PlaceReference(function: reference.function, place: origin)
      if origin != reference.place, let found = named(here, isReceiver: isReceiver) {
        return found
      }
      if let found = outer(here, facts, budget: budget, isDirect: isDirect) { return found }
      for operation in facts.definitions(of: origin) {
        let found = ingredient(
          of: operation, facts, in: reference.function, budget: budget, isDirect: isDirect)
        if let found { return found }
      }
    }
    return nil
  }

  /// What a value is by itself: a class of the project, an instance of one, a text.
  private func named(_ reference: PlaceReference, isReceiver: Bool) -> EntityReference? {
    let reader = EntityReader(context: context)
    let function = program[reference.function]
    let types = program.values(of: reference.place, in: reference.function)
      .compactMap(\.projectClass).filter { !isShape($0) }
    if let type = types.first, function.receiver == reference.place {
      return reader.receiver(type)
    }
    if isMadeOfReceiver(reference), let type = reader.owner(of: reference.function) {
      return reader.receiver(type)
    }
    // `Order.objects`: whatever keeps the rows, they are those of the class that has it.
    if types.contains(where: program.isManager), isKeptByClass(reference) { return nil }
    // What a helper of all entities is given, each caller says for itself.
    let isShared =
      types.count > 1
      && (function.places[reference.place].kind == .parameter || isOfReceiver(reference))
    if let type = types.first, !isShared, !isReceiver || !isWrapper(reference) {
      return .known(reader.entity(of: type))
    }
    let facts = context.facts.facts(of: reference.function)
    if case .string(let text) = facts.literal(of: reference.place) {
      return .known(Entity(program.symbols[text]))
    }
    if types.isEmpty, let found = modelledRows(reference) { return found }
    guard types.isEmpty, let name = unseenClass(reference) else { return nil }
    return unseen(name, reference)
  }

  /// Whether a value is an object of the class that somebody called the method of, which may be a
  /// subclass of the one that has it.
  private func isMadeOfReceiver(_ reference: PlaceReference) -> Bool {
    let facts = context.facts.facts(of: reference.function)
    return facts.makers(of: reference.place).contains { maker in
      guard case .call(let call) = facts.effect(maker) else { return false }
      return facts.makesOfReceiver(call, program.symbols)
    }
  }

  /// Whether a value is what the receiver keeps, or is made by it: `self.model(**data)`, where each
  /// object keeps another class.
  private func isOfReceiver(_ reference: PlaceReference) -> Bool {
    let facts = context.facts.facts(of: reference.function)
    return facts.makers(of: reference.place).contains { maker in
      switch facts.effect(maker) {
      case .load(_, let object, _): object == facts.function.receiver
      case .call(let call):
        call.receiver.map { $0 == facts.function.receiver } ?? isOfParameter(call, facts)
      default: false
      }
    }
  }

  /// `model(**data)`, where the caller says of which class.
  private func isOfParameter(_ call: Call, _ facts: FunctionFacts) -> Bool {
    guard case .value(let callee) = call.callee else { return false }
    return facts.origins(of: callee).contains { facts.function.places[$0].kind == .parameter }
  }

  /// Whether a class only says what others look like: what is annotated with it has another.
  private func isShape(_ type: ID<ProgramClass>) -> Bool {
    let shapes = context.roles.index.behaviour.shapeTypes
    return program.libraryBases(of: type).contains { shapes.contains(program.names.text(of: $0)) }
  }

  /// Whether a value is a member of a class and not of its objects.
  private func isKeptByClass(_ reference: PlaceReference) -> Bool {
    let facts = context.facts.facts(of: reference.function)
    return facts.makers(of: reference.place).contains { maker in
      guard case .load(_, let object, _) = facts.effect(maker) else { return false }
      let owner = PlaceReference(function: reference.function, place: object)
      let isClass = program.values(of: object, in: reference.function).contains { value in
        if case .classObject = value { true } else { false }
      }
      return isClass || importedClass(owner) != nil
    }
  }

  /// A variable of the enclosing function, or a parameter.
  private mutating func outer(
    _ reference: PlaceReference, _ facts: FunctionFacts, budget: Int, isDirect: Bool
  ) -> EntityReference? {
    switch facts.function.places[reference.place].kind {
    case .captured(let place):
      guard let parent = facts.function.parent else { return nil }
      let id = program.id(of: parent, besides: reference.function)
      return find(
        PlaceReference(function: id, place: place), budget: budget - 1, isDirect: false)
    case .parameter where isDirect && parameter == nil && handle == nil:
      let parameters = facts.function.parameters
      if let index = parameters.firstIndex(where: { $0.place == reference.place }),
        canStand(program.values(of: reference.place, in: reference.function))
      {
        parameter = .parameter(index)
      }
      return nil
    default: return nil
    }
  }

  /// Whether a parameter with these values can be a query, a model or a name: one caller that gives
  /// something odd does not speak for the others.
  private func canStand(_ values: ArraySlice<Value>) -> Bool {
    values.allSatisfy(canStand)
      || values.contains { value in
        if case .instance = value { canStand(value) } else { value.projectClass != nil }
      }
  }

  /// Whether a parameter with this value can be a query, a model or a name: no session is.
  private func canStand(_ value: Value) -> Bool {
    switch value {
    case .instance(let type):
      program.catalog.fluentTypes.contains(program.names.text(of: type))
    case .external, .function, .module, .aggregate, .classObject, .object, .unread: true
    }
  }

  private mutating func ingredient(
    of operation: ID<Operation>, _ facts: FunctionFacts, in function: ID<ProgramFunction>,
    budget: Int, isDirect: Bool
  ) -> EntityReference? {
    func there(_ place: ID<Place>) -> PlaceReference {
      PlaceReference(function: function, place: place)
    }
    switch facts.effect(operation) {
    case .load(let field, let object, let into)
    where context.facts.isReceiver(object, in: function) && !isRelated(field, there(into)):
      return fieldOfReceiver(program.symbols[field], in: function, isDirect: isDirect)
    case .load(let field, let object, _) where isWrapper(there(object)):
      // `this.db.users` is called what it keeps.
      let name = program.symbols[field]
      return isDirect && !Entity.isHandle(name) ? .known(Entity(name)) : nil
    case .load(let field, let object, _) where context.related.types[field] != nil:
      // Whose rows a member leads to that several classes' are called by, nobody knows.
      let owners = names(of: object, facts, in: function)
      return context.related.type(behind: field, ofRowCalled: owners).map {
        .known(EntityReader(context: context).entity(of: $0))
      }
    case .load(let field, _, _) where Entity.isRelation(program.symbols[field]):
      return .known(Entity(program.symbols[field]))
    // `env['res.partner']`: no member is called so, what is kept under a name is.
    case .load(let field, _, _)
    where isModelName(program.symbols[field]) || program.symbols[field].contains("."):
      return .known(Entity(program.symbols[field]))
    case .load(_, let object, _), .loadElement(let object, _, _):
      return find(there(object), budget: budget - 1, isDirect: isDirect, isReceiver: true)
    case .call(let call):
      if let found = classArgument(of: call, in: function) { return found }
      if let made = unseenConstruction(call, in: function) { return made }
      if let found = returned(by: operation, in: function, budget: budget) { return found }
      if let found = naming(call, in: function, budget: budget) { return found }
      if let instance = call.instance,
        let found = find(
          there(instance), budget: budget - 1, isDirect: isDirect, isReceiver: true)
      {
        return found
      }
      if isOfDatabase(call, in: function) { return nil }
      for (position, argument) in call.arguments.enumerated() {
        let found = find(
          there(argument.value), budget: budget - 1, isDirect: isDirect && position == 0)
        if let found { return found }
      }
      return nil
    case .compute(_, let operands, _):
      return first(of: operands.map(there), budget: budget)
    case .aggregate(let aggregate, let into) where aggregate.kind != .object:
      let kept = aggregate.entries.isEmpty ? kept(in: into, facts) : []
      return first(of: (aggregate.entries.map(\.value) + kept).map(there), budget: budget)
    default: return nil
    }
  }

  /// What a value is called, and what its classes are.
  private func names(
    of place: ID<Place>, _ facts: FunctionFacts, in function: ID<ProgramFunction>
  ) -> [String] {
    let types = program.values(of: place, in: function).compactMap(\.projectClass)
    let name = facts.name(of: place).map { [program.symbols[$0]] } ?? []
    return name + types.map { program.symbols[program.type($0).name] }
  }

  /// `base_model`, `textModel`: which model it is the name says, and what has it does not.
  private func isModelName(_ name: String) -> Bool {
    let words = name.identifierWords
    return words.count > 1 && words.last == "model"
  }

  /// Whether a member leads to the rows that point to one, and is nothing that the program keeps.
  private func isRelated(_ field: Symbol, _ value: PlaceReference) -> Bool {
    context.related.types[field] != nil
      && program.values(of: value.place, in: value.function).allSatisfy { value in
        if case .external = value { true } else { false }
      }
  }

  /// What the project's own function says of the rows that it leads to: `self.get_collection()`.
  private mutating func returned(
    by operation: ID<Operation>, in function: ID<ProgramFunction>, budget: Int
  ) -> EntityReference? {
    let targets = program.targets(of: operation, in: function).functions
    guard targets.count == 1, targets[0] != function else { return nil }
    // What it is given, and what others make of its class, the call says.
    let outside = (parameter, handle)
    defer { (parameter, handle) = outside }
    for block in program[targets[0]].blocks.values {
      guard case .return(let place?) = block.terminator else { continue }
      let value = PlaceReference(function: targets[0], place: place)
      let found = find(value, budget: min(budget - 1, 8), isDirect: false)
      if case .known(let entity) = found, !Entity.isHandle(entity.name) { return found }
    }
    return nil
  }

  /// What is put into a list after it was made.
  private func kept(in place: ID<Place>, _ facts: FunctionFacts) -> [ID<Place>] {
    let keepMethods = context.roles.index.behaviour.keepMethods
    return facts.function.operations.ids.flatMap { operation -> [ID<Place>] in
      guard case .call(let call) = facts.effect(operation),
        case .method(let name, let receiver) = call.callee,
        keepMethods.contains(program.symbols[name]),
        facts.origins(of: receiver).contains(place)
      else { return [] }
      return call.arguments.map(\.value)
    }
  }

  /// `self.model` is for subclasses to say; `this.users` is a handle of something called that.
  mutating func fieldOfReceiver(
    _ name: String, in function: ID<ProgramFunction>, isDirect: Bool
  ) -> EntityReference? {
    let reader = EntityReader(context: context)
    guard isDirect else { return nil }
    if let typed = reader.typedField(name, in: function) { return typed }
    if reader.saysOnlyWhatItIs(name) || reader.isTableField(name) {
      return reader.owner(of: function).map(reader.kept)
    }
    // `cls.query`, `cls.objects`: the rows of the class itself.
    if program[function].kind == .staticMethod, Entity.isHandle(name) {
      return reader.owner(of: function).flatMap(reader.receiver)
    }
    if handle == nil, parameter == nil, !Entity.isHandle(name) { handle = .known(Entity(name)) }
    return nil
  }

  /// Texts inside of computations are no names; only classes count there.
  private mutating func first(
    of references: [PlaceReference], budget: Int
  ) -> EntityReference? {
    for reference in references {
      let facts = context.facts.facts(of: reference.function)
      if facts.literal(of: reference.place) != nil { continue }
      if let found = find(reference, budget: budget - 1, isDirect: false) { return found }
    }
    return nil
  }
}

extension FunctionFacts {
  /// Whether a call makes an object of the receiver's own class: `cls(**values)`,
  /// `new this.constructor(values)`, `self.__class__(values)`, `type(self)(values)`.
  func makesOfReceiver(_ call: Call, _ symbols: SymbolTable) -> Bool {
    guard let receiver = function.receiver else { return false }
    switch call.callee {
    case .method(let name, receiver):
      return ["__class__", "constructor"].contains(symbols[name])
    case .value(let callee):
      if origins(of: callee).contains(receiver) { return true }
      return makers(of: callee).contains { maker in
        guard case .call(let type) = effect(maker) else { return false }
        return name(of: type).map { symbols[$0] } == "type"
          && type.arguments.map(\.value) == [receiver]
      }
    case .method, .supermethod, .superconstructor: return false
    }
  }
}
