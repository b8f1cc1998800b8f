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
    if place.isNoun { return noun(of: call, in: function) }
    if case .supermethod = call.callee, place.isRoot || place.isReceiver {
      return owner(of: function).flatMap(model).map { .known($0) }
    }
    if place.isRoot, let receiver = call.instance {
      return entity(of: PlaceReference(function: function, place: receiver))
    }
    guard case .places(let found) = reader.value(at: place, of: call, in: function) else {
      return place.chain == nil ? nil : beginning(of: call, in: function)
    }
    for reference in found {
      // `collection(Names.USERS)`: the constant names the rows, and not the object that has it.
      if !place.isReceiver, let name = EntitySearch(context: context).constant(reference) {
        return .known(Entity(name))
      }
      if let entity = entity(of: reference) { return entity }
    }
    return nil
  }

  /// What a function of the project says of the rows that it leads to, where a chain begins with a
  /// call of it: `accounts().where({ email })`.
  private func beginning(of call: Call, in function: ID<ProgramFunction>) -> EntityReference? {
    let facts = context.facts.facts(of: function)
    var place = call.receiver
    for _ in 0..<12 {
      guard let current = place, let maker = facts.makers(of: current).first,
        case .call(let previous) = facts.effect(maker)
      else { return nil }
      if program.targets(of: maker, in: function).functions.count == 1 {
        var search = EntitySearch(context: context)
        let found = search.find(PlaceReference(function: function, place: current), budget: 12)
        if case .known = found { return found }
        return nil
      }
      place = previous.receiver
    }
    return nil
  }

  /// The entity that a value stands for: its class, its text, what it was made of, its name.
  func entity(of reference: PlaceReference) -> EntityReference? {
    var search = EntitySearch(context: context)
    if let found = search.find(reference, budget: 24) { return found }
    return member(of: reference) ?? given(reference) ?? search.parameter ?? search.handle
      ?? handle(reference) ?? keyed(reference)
  }

  /// What a method's name speaks of: `zone` of `find_zone_by_name`.
  private func noun(of call: Call, in function: ID<ProgramFunction>) -> EntityReference? {
    let name = call.calleeName(context.facts.facts(of: function)).map { program.symbols[$0] } ?? ""
    let words = name.identifierWords.dropFirst().prefix {
      !["by", "for", "with", "from", "in", "if", "or", "and", "of"].contains($0)
    }
    let noun = words.joined(separator: "_")
    if !noun.isEmpty { return Entity.isHandle(noun) ? nil : .known(Entity(noun)) }
    let facts = context.facts.facts(of: function)
    let handle = call.receiver.flatMap { facts.name(of: $0) }.map { program.symbols[$0] } ?? ""
    return Entity.isHandle(handle) ? nil : .known(Entity(handle))
  }

  /// What the text around a key says: `balance` of `"balance:" + id`.
  private func keyed(_ reference: PlaceReference) -> EntityReference? {
    guard let text = reader.pattern(reference), text.contains("?") else { return nil }
    let name = text.filter { $0.isLetter || $0 == "_" }
    return name.isEmpty ? nil : .known(Entity(name))
  }

  /// Whether a value is a parameter, or a member of one: `models` of `request.models`.
  private func isOfParameter(_ place: ID<Place>, _ facts: FunctionFacts, depth: Int = 3) -> Bool {
    facts.origins(of: place).contains { origin in
      if origin == facts.function.receiver { return false }
      if facts.function.places[origin].kind == .parameter { return true }
      return depth > 0
        && facts.makers(of: origin).contains { maker in
          guard case .load(_, let object, _) = facts.effect(maker) else { return false }
          return isOfParameter(object, facts, depth: depth - 1)
        }
    }
  }

  /// What a framework gives a method of a class with a model: `perform_create(self, serializer)`.
  private func given(_ reference: PlaceReference) -> EntityReference? {
    let function = program[reference.function]
    let verbs = context.roles.index.behaviour.insertingVerbs
    guard let owner = function.owner, function.places[reference.place].kind == .parameter,
      function.places[reference.place].name.map({ saysOnlyWhatItIs(program.symbols[$0]) }) ?? false,
      program.symbols[function.name].identifierWords.contains(where: verbs.contains)
    else { return nil }
    let type = program.id(of: owner, in: program.functions[reference.function].module)
    return model(of: type).map { .known($0) }
  }

  /// What a member of a parameter is called: `models.users`, of which the caller gives all.
  private func member(of reference: PlaceReference) -> EntityReference? {
    let facts = context.facts.facts(of: reference.function)
    let makers = facts.makers(of: reference.place)
    guard makers.count == 1, case .load(let field, let object, _) = facts.effect(makers[0]),
      isOfParameter(object, facts)
    else { return nil }
    let name = program.symbols[field]
    return saysOnlyWhatItIs(name) || Entity.isHandle(name) ? nil : .known(Entity(name))
  }

  /// A class of the project as an entity, with the name of its table if it declares one; a
  /// repository or serializer is called as the model that it names.
  func entity(of type: ID<ProgramClass>) -> Entity {
    var names = modelNames(of: type) + [program.symbols[program.type(type).name]]
    // What only leads to rows is called as these.
    if let table = toldTable(of: type) { names.insert(table, at: 0) }
    var entity = Entity(names[0], also: tableNames(of: type) + names.dropFirst())
    entity.declaredKeys = program.libraryBases(of: type).flatMap {
      program.catalog.rowKeys[program.names.text(of: $0)] ?? []
    }
    return entity
  }

  /// The entity of a repository's class; nil for a class that names no model.
  func model(of type: ID<ProgramClass>) -> Entity? {
    modelNames(of: type).isEmpty ? nil : entity(of: type)
  }

  /// The models that a repository's class names, itself or by what it extends: `model = Order`.
  private func modelNames(of type: ID<ProgramClass>, depth: Int = 3) -> [String] {
    let value = program.type(type)
    let function = program.id(of: value.parent, in: program.classes[type].module)
    let words = context.roles.index.behaviour.classNames
    let leads = context.roles.index.behaviour.classLeads
    for (name, member) in context.facts.members(ofBody: type) {
      if words.contains(program.symbols[name]),
        let unseen = EntitySearch(context: context).unseenClass(member)
      {
        return [unseen]
      }
      for case .classObject(let found) in program.values(of: member.place, in: function) {
        if words.contains(program.symbols[name]) {
          return [program.symbols[program.type(found).name]]
        }
        if depth > 0, leads.contains(program.symbols[name]) {
          let named = modelNames(of: found, depth: depth - 1)
          if !named.isEmpty { return named }
        }
        // `class Meta: model = Order`
        guard program.type(found).parent == value.parent, depth > 0 else { continue }
        let inner = modelNames(of: found, depth: 0)
        if !inner.isEmpty { return inner }
      }
    }
    guard depth > 0 else { return [] }
    for base in value.bases {
      if let model = argument(of: base, in: function) { return [model] }
      for case .classObject(let parent) in program.values(of: base, in: function)
      where parent != type {
        let names = modelNames(of: parent, depth: depth - 1)
        if !names.isEmpty { return names }
      }
    }
    return []
  }

  /// The first class that a base is given: `Order` of `Repository[Order, OrderIn]`.
  private func argument(of base: ID<Place>, in function: ID<ProgramFunction>) -> String? {
    let facts = context.facts.facts(of: function)
    for maker in facts.makers(of: base) {
      guard case .loadElement(_, let index, _) = facts.effect(maker) else { continue }
      var first = index
      for inner in facts.makers(of: index) {
        guard case .aggregate(let list, _) = facts.effect(inner), let entry = list.entries.first
        else { continue }
        first = entry.value
      }
      for case .classObject(let model) in program.values(of: first, in: function) {
        return program.symbols[program.type(model).name]
      }
    }
    return nil
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
    let root = chainRoot(of: reference.place, facts)
    guard let name = facts.name(of: root).map({ program.symbols[$0] }) else { return nil }
    if saysOnlyWhatItIs(name), let owner = owner(of: reference.function) { return kept(by: owner) }
    return Entity.isHandle(name) ? nil : .known(Entity(name))
  }

  /// What a chain of calls begins with: `models.users` of `models.users.query().where(...)`.
  private func chainRoot(of place: ID<Place>, _ facts: FunctionFacts) -> ID<Place> {
    var root = place
    for _ in 0..<12 where facts.function.places[root].name == nil {
      guard let maker = facts.makers(of: root).first,
        case .call(let call) = facts.effect(maker), let receiver = call.receiver
      else { break }
      let name = facts.name(of: receiver).map { program.symbols[$0] } ?? ""
      // `database.collection('users')` is called by what it gives.
      if Entity.isHandle(name), facts.name(of: root) != nil, root != place { break }
      root = receiver
    }
    return root
  }

  /// Whether a name only says that there is a model, or of which library: `model`, `MongooseModel`.
  func saysOnlyWhatItIs(_ name: String) -> Bool {
    let key = Entity.key(name)
    return key.isEmpty || Entity.isKind(key) || program.catalog.modules.contains(key)
      || context.roles.index.behaviour.classNames.contains(name)
  }

  /// What the type of a field of the own class is of: `private users: Repository<User>`.
  func typedField(_ name: String, in function: ID<ProgramFunction>) -> EntityReference? {
    guard let owner = owner(of: function), let symbol = program.symbols.lookup(name) else {
      return nil
    }
    let type = program.type(owner)
    guard let argument = type.fields.first(where: { $0.name == symbol })?.arguments.first else {
      return nil
    }
    let parent = program.id(of: type.parent, in: program.classes[owner].module)
    let values = program.values(of: argument.root, in: parent)
    for case .classObject(let model) in values where argument.path.isEmpty {
      return .known(entity(of: model))
    }
    let root = program[parent].places[argument.root]
    // A type parameter of the class, which is declared in it, is nobody's name.
    guard let last = argument.path.last ?? root.name, root.kind != .global,
      !type.range.contains(root.range)
    else { return nil }
    return .known(Entity(program.symbols[last]))
  }

  /// A class as what its methods speak of; nil where its name says that it only leads to rows.
  func receiver(_ type: ID<ProgramClass>) -> EntityReference? {
    if let model = context.related.model(askedBy: type) { return .receiver(entity(of: model)) }
    let isHandle = Entity.isHandle(program.symbols[program.type(type).name])
    return isHandle && program.libraryBases(of: type).isEmpty ? nil : .receiver(entity(of: type))
  }

  /// What a class keeps in a field that says nothing: of a class that only leads to rows, its
  /// subclasses and what they are made with say it.
  func kept(by type: ID<ProgramClass>) -> EntityReference {
    receiver(type) ?? .receiver(Entity(unnamed: program.symbols[program.type(type).name]))
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

  /// Whether a member of a class's objects tells by its name which table they lead to.
  func isTableField(_ name: String) -> Bool {
    context.roles.index.behaviour.tableFields.contains(name)
  }

  /// The table that the objects of a class lead to, as it says itself or the nearest class that it
  /// extends: `get tableName() { return 'rooms' }`, `table = 'rooms'`, `super(db, 'rooms')`.
  private func toldTable(of type: ID<ProgramClass>) -> String? {
    let words = context.roles.index.behaviour.tableFields
    guard !words.isEmpty, program.libraryBases(of: type).isEmpty else { return nil }
    let names = words.compactMap { program.symbols.lookup($0) }
    for owner in context.lineage(of: type) {
      let value = program.type(owner)
      let module = program.classes[owner].module
      for member in value.members where names.contains(member.name) {
        if let text = text(returnedBy: program.id(of: member.function, in: module)) { return text }
      }
      let own = words.flatMap { context.values.fields[own: owner, field: $0] }
      if let text = own.lazy.compactMap(constant).first { return text }
      if let text = own.lazy.compactMap({ text(of: $0, givenBy: type) }).first { return text }
    }
    return nil
  }

  /// A text that is not empty.
  private func constant(_ reference: PlaceReference) -> String? {
    let facts = context.facts.facts(of: reference.function)
    guard facts.literal(of: reference.place) != nil, let text = reader.constant(reference) else {
      return nil
    }
    return text.isEmpty ? nil : text
  }

  /// The text that a function always returns.
  private func text(returnedBy function: ID<ProgramFunction>) -> String? {
    var texts: Set<String> = []
    for block in program[function].blocks.values {
      guard case .return(let place) = block.terminator else { continue }
      guard let place, let text = constant(PlaceReference(function: function, place: place)) else {
        return nil
      }
      texts.insert(text)
    }
    return texts.count == 1 ? texts.first : nil
  }

  /// What the constructor of a class gives that of its base, where that keeps what it is given:
  /// `super(db, 'rooms')`.
  private func text(of kept: PlaceReference, givenBy type: ID<ProgramClass>) -> String? {
    let base = context.facts.facts(of: kept.function)
    let origins = base.origins(of: kept.place)
    guard let index = base.function.parameters.firstIndex(where: { origins == [$0.place] }) else {
      return nil
    }
    let module = program.classes[type].module
    for member in program.type(type).members {
      let function = program.id(of: member.function, in: module)
      guard program[function].kind == .constructor else { continue }
      for operation in program[function].operations.values {
        guard case .call(let call) = operation.effect else { continue }
        switch call.callee {
        case .superconstructor, .supermethod: break
        case .value, .method: continue
        }
        if let place = call.argument(for: index, of: base.function),
          let text = constant(PlaceReference(function: function, place: place))
        {
          return text
        }
      }
    }
    return nil
  }

  /// The texts that a class's body and decorators give as the name of its table.
  private func tableNames(of type: ID<ProgramClass>) -> [String] {
    let value = program.type(type)
    let function = program.id(of: value.parent, in: program.classes[type].module)
    let facts = context.facts.facts(of: function)
    let words = context.roles.index.behaviour.tableMembers
    var names = context.facts.members(ofBody: type).compactMap { name, text in
      words.contains(program.symbols[name]) ? reader.constant(text) : nil
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
