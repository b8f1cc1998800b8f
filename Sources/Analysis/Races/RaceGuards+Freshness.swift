import Basis
import IR
import Linking
import RuleBook

// Whether what is written is a new row, and which answer lets it be written: an object that came from
// elsewhere is updated, unless the question asks for one like it.

extension RaceGuards {
  /// Whether what is saved is new; an object that came from elsewhere is updated.
  ///
  /// - Parameter orGiven: whether an object that callers give counts, because they will be asked.
  func isFresh(_ insertion: Insertion, orGiven: Bool) -> Bool {
    guard let object = insertion.object else { return true }
    if isMade(object, before: insertion.operation) { return true }
    return orGiven && view.facts.origins(of: object).contains(where: isGiven)
  }

  /// Whether what stands in a place when an operation runs can be an object that was made here:
  /// `if (known) save(row)` saves no row that another branch makes.
  private func isMade(
    _ place: ID<Place>, before operation: ID<Operation>, depth: Int = 6
  ) -> Bool {
    view.definitions(of: place, reaching: operation).contains { definition in
      switch view.facts.effect(definition) {
      case .copy(let source, _), .await(let source, _):
        depth > 0 && isMade(source, before: definition, depth: depth - 1)
      default: isMaking(definition)
      }
    }
  }

  /// Whether the question asks for a row like the object that is saved, which is thus no row yet:
  /// `if (await find({email: user.email})) throw ...; await save(user)`.
  ///
  /// The object is the function's own receiver or was given to it, or is made of what was:
  /// `save(toEntity(user))`.
  func isSought(_ insertion: Insertion, by probe: Probe) -> Bool {
    guard let object = insertion.object else { return false }
    let given =
      view.facts.origins(of: object).filter(isGiven)
      + sources(of: object).filter { isGiven($0) || isGivenAround($0) }
    return !given.isEmpty
      && asksBy(probe) { owner, isOwner in
        isOwner && view.facts.origins(of: owner).contains(where: given.contains)
      }
  }

  /// What a value is made of that a function only puts into another form: `user` of `toEntity(user)`.
  private func sources(of value: ID<Place>) -> [ID<Place>] {
    let words = view.context.roles.index.behaviour.mappingWords
    return view.facts.makers(of: value).flatMap { maker -> [ID<Place>] in
      guard case .call(let call) = view.facts.effect(maker),
        let name = call.calleeName(view.facts).map(view.text),
        name.identifierWords.contains(where: words.contains)
      else { return [] }
      return call.arguments.flatMap { view.facts.origins(of: $0.value) }
    }
  }

  /// Whether the question asks by a row that this function has just made, which nobody else knows.
  func asksByOwnRow(_ probe: Probe) -> Bool {
    let inserts = Set(events.insertions.map(\.operation))
    guard !inserts.isEmpty else { return false }
    return asksBy(probe) { place, isOwner in
      let makers = view.facts.makers(of: place)
      return isOwner && !makers.isEmpty && makers.allSatisfy(inserts.contains)
        || isOwnRow(place, before: probe.operation)
    }
  }

  /// Whether a place holds a row that this function has made before an operation.
  func isOwnRow(_ place: ID<Place>, before operation: ID<Operation>) -> Bool {
    let makers = view.facts.makers(of: place)
    guard !makers.isEmpty else { return false }
    return makers.allSatisfy { maker in
      events.insertions.contains { insertion in
        guard insertion.path.isEmpty else { return false }
        // What only names say makes a row, may give anything.
        if insertion.operation == maker { return !insertion.isTold }
        // `shop = Shop(slug=slug)`, `shop.save()`
        guard let object = insertion.object, isMaking(maker) else { return false }
        return view.facts.makers(of: object) == [maker] && precedes(insertion.operation, operation)
      }
    }
  }

  /// What the function was given that a question asks by, or by a member of it; what it was called on
  /// only where that is a row, whose parts are asked for.
  func given(to probe: Probe) -> [ID<Place>] {
    var result: [ID<Place>] = []
    _ = asksBy(probe) { place, _ in
      result += view.facts.origins(of: place).filter(isGiven)
      return false
    }
    return probe.owner == nil ? result.filter { $0 != function.receiver } : result
  }

  /// Whether a question is given some object, or a member of it: then that is asked about as the owner.
  private func asksBy(
    _ probe: Probe, _ isWanted: (_ place: ID<Place>, _ isOwner: Bool) -> Bool
  ) -> Bool {
    var seen = BitSet()
    var pending = view.facts.effect(probe.operation).reads
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 96 else { continue }
      if isWanted(place, false) { return true }
      for maker in view.facts.makers(of: place) {
        if case .load(_, let owner, _) = view.facts.effect(maker), isWanted(owner, true) {
          return true
        }
        pending += view.facts.effect(maker).reads
      }
    }
    return false
  }

  /// The insert as callers see it: they are asked about an object only if they give it.
  func forCallers(_ insertion: Insertion) -> Insertion {
    guard let object = insertion.object else { return insertion }
    var result = insertion
    let origins = view.facts.origins(of: object)
    result.object = origins.contains(where: isMade) ? nil : origins.first(where: isGiven)
    return result
  }

  /// Whether callers say what stands at a place: a parameter, or the object of `save(self)`.
  func isGiven(_ place: ID<Place>) -> Bool {
    [.parameter, .receiver].contains(function.places[place].kind)
  }

  /// Whether a place is a variable that a function around was given.
  private func isGivenAround(_ place: ID<Place>) -> Bool {
    let root = context.program.variable(
      behind: PlaceReference(function: view.id, place: place))
    return context.program[root.function].places[root.place].kind == .parameter
  }

  /// The operations that make the new object, where others may stand in its place.
  func makers(of insertion: Insertion) -> [ID<Operation>] {
    let made = objectMakers(of: insertion) + (insertion.choice.map { [$0] } ?? [])
    guard case .call(let call) = view.facts.effect(insertion.operation) else { return made }
    // `missing.append(row)`, then `insert_many(missing)`.
    return made + call.arguments.flatMap { view.growth(of: $0.value) }
  }

  /// The operations that make the object which becomes the row.
  func objectMakers(of insertion: Insertion) -> [ID<Operation>] {
    insertion.object.map { view.facts.makers(of: $0).filter(isMaking) } ?? []
  }

  /// Where an answer decides that a row is made.
  func deciding(_ insertion: Insertion, _ worlds: RaceWorlds) -> Deciding? {
    if let deciding = worlds.deciding(insertion.operation) { return deciding }
    // `row = find() or Row()`, `save(row)`: the answer decides which object is saved.
    guard worlds.canFollow(insertion.operation) else { return nil }
    // What is made elsewhere than on the way here is another object.
    let made = makers(of: insertion).lazy.filter {
      canFollow($0, by: insertion.operation, avoiding: nil)
    }
    var deciding = made.compactMap { worlds.deciding($0) }.first
    deciding?.isOfObject = true
    return deciding ?? decidingWhatIsLeft(insertion, worlds) ?? decidingWhatItHas(insertion, worlds)
  }

  /// `try: form.instance = get() except DoesNotExist: pass`, `form.save()`: the answer decides if
  /// the object has a row to change. So does `if known: row.id = known.id`, `row.save()`.
  private func decidingWhatItHas(_ insertion: Insertion, _ worlds: RaceWorlds) -> Deciding? {
    let words = context.roles.index.behaviour
    guard case .call(let call) = view.facts.effect(insertion.operation) else { return nil }
    let own = [call.receiver, insertion.object].compactMap { $0.map(view.facts.origins) }
    guard !own.isEmpty else { return nil }
    let isGivenRow = function.operations.ids.contains { operation in
      guard case .store(let value, let object, let field) = view.facts.effect(operation),
        worlds.flow[value] != nil, own.contains(view.facts.origins(of: object))
      else { return false }
      let name = view.text(field)
      guard words.rowMembers.contains(name) || isKey(name) && isKeyOfAnswer(value, worlds) else {
        return false
      }
      return worlds.enters(operation, in: .present) && !worlds.enters(operation, in: .absent)
    }
    guard isGivenRow, worlds.enters(insertion.operation, in: .absent) else { return nil }
    return Deciding(condition: nil, outcome: true, isOfObject: true)
  }

  /// Whether a column is what rows go by.
  private func isKey(_ column: String) -> Bool { Self.keys.contains(column) }

  /// `known.id`, `str(known.id)`
  private func isKeyOfAnswer(_ value: ID<Place>, _ worlds: RaceWorlds, depth: Int = 2) -> Bool {
    view.facts.makers(of: value).contains { maker in
      switch view.facts.effect(maker) {
      case .load(let field, let object, _):
        isKey(view.text(field)) && worlds.flow[object] == .answer
      case .call(let call):
        depth > 0
          && call.arguments.contains { isKeyOfAnswer($0.value, worlds, depth: depth - 1) }
      default: false
      }
    }
  }

  /// `bulk_create(missing)`: the answer decides which rows are made, and not that some are.
  private func decidingWhatIsLeft(_ insertion: Insertion, _ worlds: RaceWorlds) -> Deciding? {
    guard case .call(let call) = view.facts.effect(insertion.operation),
      worlds.flow.insertsLeft(call)
    else { return nil }
    return Deciding(condition: nil, outcome: true)
  }

  private func isMade(_ place: ID<Place>) -> Bool {
    view.facts.definitions(of: place).contains(where: isMaking)
  }

  private func isMaking(_ operation: ID<Operation>) -> Bool {
    switch view.facts.effect(operation) {
    case .aggregate: return true
    case .call(let call):
      if call.isConstruction { return true }
      // A row that was asked for, or made already, is changed by saving it.
      let isAnswer =
        events.probes.contains { $0.operation == operation }
        || events.insertions.contains { $0.operation == operation }
      let targets = context.program.targets(of: operation, in: view.id)
      if isAnswer { return false }
      return !targets.constructed.isEmpty || isBuilder(call) || constructsUnseen(call)
        || view.facts.makesOfReceiver(call, context.program.symbols)
        || targets.functions.count == 1 && returnsMade(targets.functions[0])
    default: return false
    }
  }

  /// Whether all that a function of the project returns are objects that it makes itself.
  private func returnsMade(_ target: ID<ProgramFunction>) -> Bool {
    guard target != view.id, !context.program[target].isGenerator else { return false }
    let facts = context.facts.facts(of: target)
    let makers = facts.function.blocks.values.flatMap { block -> [ID<Operation>?] in
      guard case .return(let place) = block.terminator else { return [] }
      let makers = place.map { facts.makers(of: $0) } ?? []
      return makers.isEmpty ? [nil] : makers
    }
    return !makers.isEmpty
      && makers.allSatisfy { maker in
        guard let maker, case .call(let call) = facts.effect(maker) else { return false }
        return call.isConstruction
          || !context.program.targets(of: maker, in: target).constructed.isEmpty
      }
  }

  /// `User(name=name)` of a class that linking does not see.
  private func constructsUnseen(_ call: Call) -> Bool {
    guard view.isPython, let name = call.calleeName(view.facts).map(view.text) else { return false }
    return ToldStep(name: name).isClassName
  }

  /// `repository.create({...})` makes an object and no row; the model says so by its silence.
  private func isBuilder(_ call: Call) -> Bool {
    let words = context.roles.index.behaviour
    guard let name = call.calleeName(view.facts).map(view.text) else { return false }
    switch call.callee {
    case .method:
      if words.makingMethods.contains(name) { return true }
      fallthrough
    case .value:
      // `model(**data)`, `self.model(**data)`, `coupon_model(**data)`
      return words.classNames.contains { name == $0 || name.hasSuffix("_" + $0) }
    case .superconstructor, .supermethod: return false
    }
  }
}
