import Basis
import IR
import Linking
import RuleBook

// A field of an object is the object's duty, as long as it keeps what it has. A function that gives
// the field another value before anybody could close the first has lost that:
//
//     for address in addresses:
//         self.sock = socket.socket()
//         try: self.sock.connect(address)
//         except OSError: continue          the next round overwrites the field

extension ResourceFlow {
  /// Whether the function gives a field another value somewhere, or the same store does in a loop.
  func isOverwritten(
    _ field: Symbol, of object: ID<Place>, besides store: ID<Operation>
  ) -> Bool {
    guard !acquisition.spec.isClosedImplicitly, object == view.function.receiver else {
      return false
    }
    let isStoredAgain = view.function.operations.ids.contains { operation in
      guard operation != store, case .store(_, object, field) = view.facts.effect(operation) else {
        return false
      }
      return operation > store
    }
    if isStoredAgain { return true }
    let block = view.facts.block(of: store)
    return FlowShape(view.function).cycle(of: block).contains(block.index)
  }

  /// Whether nothing but a path that takes another value now has what the function took.
  func isOnlyIn(_ path: Int, besides value: ID<Place>, _ disjunct: Disjunct) -> Bool {
    guard disjunct.isStored, disjunct.typestate == .gone, disjunct.aliases.contains(path),
      !disjunct.aliases.contains(view.paths[value]), !succeeds(value, path)
    else { return false }
    return !disjunct.aliases.members.contains { $0 != path && isNamed($0) }
  }

  /// Takes back what its field has lost.
  func lose(_ disjunct: inout Disjunct) {
    disjunct.typestate = .held
    disjunct.key.isLost = true
    disjunct.isStored = false
  }

  /// What reading a member of something means for the handle.
  func load(
    _ field: Symbol, of object: ID<Place>, into: ID<Place>, in disjunct: inout Disjunct
  ) {
    if view.paths[into] == into.index { forget(into.index, in: &disjunct) }
    if let told = told(by: field, of: object, disjunct) {
      set(Fact(.boolean(told)), of: view.paths[into], in: &disjunct)
    }
    if acquisition.lazyField == .some(field), disjunct.aliases.contains(view.paths[object]) {
      disjunct.isUsed = true
    }
    if disjunct.typestate == .held, let sign = acquisition.signs[field], isAcquiring(object) {
      set(Fact(.boolean(sign)), of: view.paths[into], in: &disjunct)
    }
    if takesBody(field, of: object, disjunct) { disjunct.typestate = .gone }
    if disjunct.typestate == .held, acquisition.spec.readBy.contains(view.text(field)),
      disjunct.aliases.contains(view.paths[object])
    {
      disjunct.typestate = .released
    }
    if disjunct.aliases.contains(view.paths[object]), isStream(field) {
      disjunct.carriers.insert(view.paths[into])
    }
    if disjunct.releasers.contains(view.paths[object]),
      acquisition.element.map({ $0 == field }) ?? true
    {
      disjunct.releasers.insert(view.paths[into])
    }
    // A method that gives back, read off the handle: who is given `client.close` can call it.
    if disjunct.aliases.contains(view.paths[object]),
      acquisition.enders.contains(field) || !isTransaction && isReleaseMethod(field)
    {
      disjunct.releasers.insert(view.paths[into])
    }
    if acquisition.companions.contains(field), isAcquiring(object) {
      disjunct.carriers.insert(view.paths[into])
    }
    if disjunct.carriers.contains(view.paths[object]) { disjunct.carriers.insert(view.paths[into]) }
    if acquisition.element == .some(field), disjunct.aliases.contains(view.paths[object]) {
      disjunct.aliases.insert(view.paths[into])
      if disjunct.typestate == .held { set(.truthy, of: view.paths[into], in: &disjunct) }
    }
    if let member = member(field, of: object), disjunct.aliases.contains(view.paths[member]) {
      disjunct.aliases.insert(view.paths[into])
    }
  }

  /// What an object or a list that the function writes has at a member: `{ client }`, `[a, b]`,
  /// `dict(file=file)`.
  private func member(_ field: Symbol, of object: ID<Place>) -> ID<Place>? {
    let makers = view.facts.makers(of: object)
    guard makers.count == 1 else { return nil }
    switch view.facts.effect(makers[0]) {
    case .aggregate(let literal, _):
      let index = Int(view.text(field))
      return literal.entries.enumerated().first { position, entry in
        !entry.isSpread && (entry.key.map { $0 == field } ?? (position == index))
      }?.element.value
    case .call(let call):
      let names = view.program.targets(of: makers[0], in: view.id).names
      guard names == ["builtins.dict"] else { return nil }
      return call.arguments.first { $0.label == field }?.value
    default: return nil
    }
  }

  private func isReleaseMethod(_ name: Symbol) -> Bool {
    view.context.roles.index.behaviour.releaseMethods.contains(view.text(name))
  }

  /// Whether what a place holds is called.
  func isCalled(_ place: ID<Place>) -> Bool {
    view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, case .value(let callee) = call.callee else {
        return false
      }
      return view.facts.origins(of: callee).contains(place)
    }
  }

  /// Whether a call gives a function that releases with its receiver fixed: `client.release.bind`.
  func isBound(_ call: Call, _ disjunct: Disjunct) -> Bool {
    guard case .method(let name, let receiver) = call.callee else { return false }
    return view.text(name) == "bind" && disjunct.releasers.contains(view.paths[receiver])
  }

  // MARK: Objects of the function's own

  /// Whether a value is a part of the handle that ends by itself, in an object of the function's own:
  /// `config.attributes["connection"] = connection` of an engine's connection.
  func isPartOfLocal(_ value: ID<Place>, _ object: ID<Place>, _ disjunct: Disjunct) -> Bool {
    let path = view.paths[value]
    return acquisition.spec.kind == .client && !disjunct.aliases.contains(path)
      && disjunct.carriers.contains(path) && isPart(value, disjunct)
      && localOwner(of: object) != nil
  }

  /// Puts a connection into an object that the function made and keeps to itself, which leads to it
  /// from then on; false where the object may outlive the function.
  func settle(_ value: ID<Place>, in object: ID<Place>, _ disjunct: inout Disjunct) -> Bool {
    guard acquisition.resource != nil, acquisition.spec.kind == .connection,
      disjunct.typestate == .held, disjunct.aliases.contains(view.paths[value]),
      let owner = localOwner(of: object)
    else { return false }
    disjunct.carriers.insert(view.paths[owner])
    return true
  }

  /// The variable from which an object is read, where a call of the function made what it has, and
  /// it goes nowhere but to functions that are given it.
  private func localOwner(of object: ID<Place>) -> ID<Place>? {
    var root = object
    while let maker = view.facts.definition(of: root),
      case .load(_, let owner, _) = view.facts.effect(maker)
    {
      root = owner
    }
    guard root != object, case .local = view.function.places[root].kind, !view.isReturned(root)
    else { return nil }
    let isMade = view.facts.makers(of: root).allSatisfy { maker in
      if case .call(let call) = view.facts.effect(maker) { !call.isImplicit } else { false }
    }
    let isOwn = view.facts.uses(of: root).allSatisfy { use in
      switch view.facts.effect(use) {
      case .load, .call: true
      case .store(_, let owner, _): owner == root
      default: false
      }
    }
    return isMade && isOwn && !isCaptured(root) ? root : nil
  }
}
