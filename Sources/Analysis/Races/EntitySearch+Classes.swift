import Basis
import IR
import Linking
import RuleBook

// Classes that linking does not see, by how their names are written and where they come from.

extension EntitySearch {
  /// A class that linking does not see; of a library, nobody here knows what it declares.
  func unseen(_ name: String, _ reference: PlaceReference) -> EntityReference {
    var entity = Entity(name)
    entity.isForeign = program.values(of: reference.place, in: reference.function).contains {
      if case .external = $0 { true } else { false }
    }
    return .known(entity)
  }

  /// A class of rows of a library, by what its model says of it: Django's `User`.
  func modelledRows(_ reference: PlaceReference) -> EntityReference? {
    for value in program.values(of: reference.place, in: reference.function) {
      let symbol: ID<Name>
      switch value {
      case .external(let name), .instance(let name): symbol = name
      case .function, .module, .aggregate, .classObject, .object, .unread: continue
      }
      let name = program.names.text(of: symbol)
      guard let keys = program.catalog.rowKeys[name],
        let last = name.split(separator: ".").last
      else { continue }
      // `get_user_model()`: what a project puts in its place is called so.
      let base = "Abstract"
      var entity = Entity(String(last.hasPrefix(base) ? last.dropFirst(base.count) : last))
      entity.isForeign = true
      entity.declaredKeys = keys
      return .known(entity)
    }
    return nil
  }

  /// The name of a class that linking does not see: `User`, `models.User`.
  func unseenClass(_ reference: PlaceReference) -> String? {
    if let name = importedClass(reference) { return name }
    let facts = context.facts.facts(of: reference.function)
    for maker in facts.makers(of: reference.place) {
      guard case .load(let field, let object, _) = facts.effect(maker),
        object != facts.function.receiver, isUnseenClassName(program.symbols[field]),
        !isModelled(reference)
      else { continue }
      return program.symbols[field]
    }
    return nil
  }

  func isUnseenClassName(_ name: String) -> Bool {
    ToldStep(name: name).isClassName && !Entity.isHandleClass(name)
  }

  /// Whether a value is something of a library that models speak of.
  func isModelled(_ reference: PlaceReference) -> Bool {
    program.values(of: reference.place, in: reference.function).contains { value in
      switch value {
      case .external(let name):
        program.catalog.isOfModelledModule(program.names.text(of: name))
      case .instance: true
      case .function, .module, .aggregate, .classObject, .object, .unread: false
      }
    }
  }

  /// Whether a value is a connection or the like, by the name of its class in the project.
  func isWrapper(_ reference: PlaceReference) -> Bool {
    program.values(of: reference.place, in: reference.function).contains { value in
      guard case .object(let type) = value else { return false }
      return Entity.isHandle(program.symbols[program.type(type).name])
    }
  }

  /// The class that a call is given, wherever it stands: `getRepository(ctx, Order)`, asked of an
  /// object of the project or of a library's connection.
  mutating func classArgument(
    of call: Call, in function: ID<ProgramFunction>
  ) -> EntityReference? {
    guard let instance = call.instance, !isFluent(instance, in: function) else { return nil }
    for argument in call.arguments {
      let reference = PlaceReference(function: function, place: argument.value)
      let classes = program.values(of: argument.value, in: function).compactMap { value in
        if case .classObject(let type) = value { type } else { nil as ID<ProgramClass>? }
      }
      guard let type = classes.first else {
        if let name = importedClass(reference) { return unseen(name, reference) }
        continue
      }
      if let index = parameterIndex(reference), classes.count > 1 { return .parameter(index) }
      return .known(EntityReader(context: context).entity(of: type))
    }
    return nil
  }

  /// The name of a class of a file that was not read, by how classes are written.
  func importedClass(_ reference: PlaceReference) -> String? {
    let function = program[reference.function]
    guard let name = function.places[reference.place].name.map({ program.symbols[$0] }),
      isUnseenClassName(name), !isModelled(reference)
    else { return nil }
    switch function.places[reference.place].kind {
    case .captured, .global: return name
    // A name that the function itself imports.
    case .local:
      let facts = context.facts.facts(of: reference.function)
      let isImported = facts.definitions(of: reference.place).contains { definition in
        if case .importModule = facts.effect(definition) { true } else { false }
      }
      return isImported ? name : nil
    default: return nil
    }
  }

  /// `new User(...)`, `models.User(...)` of a class that linking does not see.
  mutating func unseenConstruction(
    _ call: Call, in function: ID<ProgramFunction>
  ) -> EntityReference? {
    switch call.callee {
    case .value(let callee):
      let made = PlaceReference(function: function, place: callee)
      return importedClass(made).map { unseen($0, made) }
    case .method(let name, let receiver):
      let reference = PlaceReference(function: function, place: receiver)
      // `new this.Model(data)`: what the class keeps, each of its objects another one; but a class
      // that is kept under its own name, as in `self.Event(source=self)`, is that one.
      if context.facts.isReceiver(receiver, in: function) {
        let kept = program.symbols[name]
        if isUnseenClassName(kept), !EntityReader(context: context).saysOnlyWhatItIs(kept) {
          return .known(Entity(kept))
        }
        if let found = fieldOfReceiver(kept, in: function, isDirect: true) { return found }
        // `self.queue_cls(name)`: which class it is the name says.
        let words = kept.identifierWords
        let isClass =
          words.count > 1
          && (words.last.map(context.roles.index.behaviour.classNames.contains) ?? false)
        return isClass ? handle ?? .known(Entity(kept)) : nil
      }
      guard isUnseenClassName(program.symbols[name]), !isModelled(reference) else { return nil }
      return unseen(program.symbols[name], reference)
    case .superconstructor, .supermethod: return nil
    }
  }

  func isFluent(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Bool {
    program.values(of: place, in: function).contains { value in
      switch value {
      case .instance(let type):
        program.catalog.fluentTypes.contains(program.names.text(of: type))
      case .classObject: true
      case .external, .function, .module, .aggregate, .object, .unread: false
      }
    }
  }

  /// The parameter of its function that a value comes from.
  func parameterIndex(_ reference: PlaceReference) -> Int? {
    let facts = context.facts.facts(of: reference.function)
    let origins = facts.origins(of: reference.place)
    return facts.function.parameters.firstIndex { origins.contains($0.place) }
  }
}
