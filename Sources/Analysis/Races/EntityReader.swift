import Basis
import IR
import Linking
import RuleBook

// Which entity a call speaks of, whatever the library's way of saying it.
//
//     db.query('SELECT ... FROM users')              the table in the text
//     prisma.user.create(...)                        a component of the callee
//     User.objects.filter(...).exists()              a class, at the root of a chain
//     session.scalars(select(User).where(...))       a class, in a call that made an argument
//     session.add(User(email=email))                 the class of an argument
//     this.users.findOne(...)                        nothing but the name of a handle
//
// A model says where to look. From there the search goes backwards through what made the value,
// until it meets a class of the project, a constant text, or a parameter, which callers know more
// about. The name of the handle is the last resort, and enough: the probe and the insert that it
// has to match go through the same handle.

/// Finds the entities and columns that calls speak of.
struct EntityReader {
  let context: CheckContext

  private var program: Program { context.program }
  private var reader: ArgumentReader { context.roles.reader }

  /// The entity that stands at a place of a call.
  func entity(
    at place: ValuePlace, of call: Call, in function: ID<ProgramFunction>
  ) -> EntityReference? {
    if let member = place.member { return component(member, of: call, in: function) }
    if place.isRoot, let receiver = call.instance {
      return entity(of: PlaceReference(function: function, place: receiver))
    }
    guard case .places(let found) = reader.value(at: place, of: call, in: function) else {
      return nil
    }
    for reference in found {
      if let entity = entity(of: reference) { return entity }
    }
    return nil
  }

  /// The entity that a value stands for: its class, its text, what it was made of, its name.
  func entity(of reference: PlaceReference) -> EntityReference? {
    var search = EntitySearch(context: context)
    if let found = search.find(reference, budget: 24) { return found }
    return search.parameter ?? search.handle ?? handle(reference)
  }

  /// A class of the project as an entity, with the name of its table if it declares one.
  func entity(of type: ID<ProgramClass>) -> Entity {
    Entity(program.symbols[program.type(type).name], also: tableNames(of: type))
  }

  /// The component of a callee's path that many steps before the method.
  private func component(
    _ count: Int, of call: Call, in function: ID<ProgramFunction>
  ) -> EntityReference? {
    let facts = context.facts.facts(of: function)
    guard var place = call.receiver else { return nil }
    for step in 1...max(1, count) {
      let loads = facts.makers(of: place).compactMap { maker -> (Symbol, ID<Place>)? in
        if case .load(let field, let object, _) = facts.effect(maker) {
          (field, object)
        } else {
          nil
        }
      }
      guard let (field, object) = loads.first else {
        // `const users = prisma.user` in an enclosing function.
        let name = facts.name(of: place).map { program.symbols[$0] }
        return step == count ? name.map { .known(Entity($0)) } : nil
      }
      if step == count { return .known(Entity(program.symbols[field])) }
      place = object
    }
    return nil
  }

  /// The name that the code has for a value, if it says anything.
  private func handle(_ reference: PlaceReference) -> EntityReference? {
    let facts = context.facts.facts(of: reference.function)
    guard let name = facts.name(of: reference.place).map({ program.symbols[$0] }) else {
      return nil
    }
    let isBare = Entity.key(name).isEmpty
    if isBare, let owner = owner(of: reference.function) { return .receiver(entity(of: owner)) }
    return Entity.handles.contains(Entity.key(name)) ? nil : .known(Entity(name))
  }

  /// The class whose method a function is, or is written in.
  func owner(of function: ID<ProgramFunction>) -> ID<ProgramClass>? {
    let module = program.functions[function].module
    var current: ID<Function>? = program.functions[function].function
    while let id = current {
      let value = program.modules[module].functions[id]
      if let owner = value.owner { return program.id(of: owner, in: module) }
      current = value.parent
    }
    return nil
  }

  /// The texts that a class's body and decorators give as the name of its table.
  private func tableNames(of type: ID<ProgramClass>) -> [String] {
    let value = program.type(type)
    let function = program.id(of: value.parent, in: program.classes[type].module)
    let facts = context.facts.facts(of: function)
    var names: [String] = []
    for operation in facts.uses(of: value.place) {
      guard case .store(let text, let object, let field) = facts.effect(operation),
        object == value.place,
        context.roles.index.behaviour.tableMembers.contains(program.symbols[field])
      else { continue }
      let reference = PlaceReference(function: function, place: text)
      if let name = reader.constant(reference) { names.append(name) }
    }
    for decorator in value.decorators {
      for maker in facts.makers(of: decorator.value) {
        guard case .call(let call) = facts.effect(maker), let first = call.arguments.first else {
          continue
        }
        let reference = PlaceReference(function: function, place: first.value)
        if let name = reader.constant(reference) { names.append(name) }
      }
    }
    return names
  }
}

/// One search backwards through what made a value.
private struct EntitySearch {
  let context: CheckContext
  private var seen: Set<PlaceReference> = []
  /// The first parameter met on the way from the value itself.
  private(set) var parameter: EntityReference?
  /// The first field of the receiver met on that way that is named after what it keeps.
  private(set) var handle: EntityReference?

  init(context: CheckContext) { self.context = context }

  private var program: Program { context.program }

  /// A class or a text that the value was made of.
  ///
  /// - Parameter isDirect: whether the way here led through receivers only, so that a parameter
  ///   is what the value stands for and not one of its ingredients.
  mutating func find(
    _ reference: PlaceReference, budget: Int, isDirect: Bool = true
  ) -> EntityReference? {
    guard budget > 0, seen.insert(reference).inserted else { return nil }
    if let found = named(reference) { return found }
    let facts = context.facts.facts(of: reference.function)
    for origin in facts.origins(of: reference.place) {
      let here = PlaceReference(function: reference.function, place: origin)
      if origin != reference.place, let found = named(here) { return found }
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
  private func named(_ reference: PlaceReference) -> EntityReference? {
    let reader = EntityReader(context: context)
    let function = program.function(reference.function)
    let types = program.values(of: reference.place, in: reference.function).compactMap(
      \.projectClass)
    if let type = types.first, function.receiver == reference.place {
      return .receiver(reader.entity(of: type))
    }
    // What a helper of all entities is given, each caller says for itself.
    let isShared = types.count > 1 && function.places[reference.place].kind == .parameter
    if let type = types.first, !isShared { return .known(reader.entity(of: type)) }
    let facts = context.facts.facts(of: reference.function)
    if case .string(let text) = facts.literal(of: reference.place) {
      return .known(Entity(program.symbols[text]))
    }
    return nil
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
    case .parameter where isDirect && parameter == nil:
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
  private func canStand(_ values: [Value]) -> Bool {
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
    case .load(let field, let object, _) where object == facts.function.receiver:
      return fieldOfReceiver(program.symbols[field], in: function, isDirect: isDirect)
    case .load(_, let object, _), .loadElement(let object, _, _):
      return find(there(object), budget: budget - 1, isDirect: isDirect)
    case .call(let call):
      if let instance = call.instance,
        let found = find(there(instance), budget: budget - 1, isDirect: isDirect)
      {
        return found
      }
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
  private mutating func fieldOfReceiver(
    _ name: String, in function: ID<ProgramFunction>, isDirect: Bool
  ) -> EntityReference? {
    let reader = EntityReader(context: context)
    guard isDirect else { return nil }
    let key = Entity.key(name)
    if key.isEmpty { return reader.owner(of: function).map { .receiver(reader.entity(of: $0)) } }
    if handle == nil, !Entity.handles.contains(key) { handle = .known(Entity(name)) }
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
