import Basis
import Findings
import IR
import Linking
import RuleBook

// What the functions that a function calls mean to races, as it sees them.

extension RaceEventFinder {
  /// No story is told over more calls than this.
  private static let longestPath = 3

  /// Of a call that may reach more functions than this, nobody knows what it does.
  private static let mostTargets = 4

  func addCallees(
    _ call: Call, _ operation: ID<Operation>, to events: inout RaceEvents
  ) {
    let known = program.targets(of: operation, in: function)
    if known.isEmpty, let row = toldRow(call, operation) { events.rows.append(row) }
    if known.functions.isEmpty, known.constructed.isEmpty, let probe = finder(call, operation) {
      events.probes.append(probe)
    }
    // What may reach everything, such as a function that a tracer wraps, says nothing.
    var targets = known.functions.count > Self.mostTargets ? [] : known.functions
    if !targets.contains(where: { summaries[$0] != nil }),
      call.calleeName(view.facts).map(summarised.contains) ?? false
    {
      targets = overriding.methods(reachedBy: call, in: view).filter { summaries[$0] != nil }
      if targets.count > Self.mostTargets { targets = [] }
    }
    let isOneOfMany = targets.count > 1 && targets != known.functions
    for target in targets where target != function {
      guard var summary = summaries[target] else { continue }
      // What one subclass locks, the others do not.
      if isOneOfMany { summary.guards = [] }
      add(summary, of: target, call, operation, to: &events)
    }
    let name = call.calleeName(view.facts).map(view.text) ?? ""
    let behaviour = context.roles.index.behaviour
    if behaviour.wrappingCalls.contains(name) { return }
    let isLater = behaviour.deferringCalls.contains(name)
    // Who is given a function calls it: a transaction, a retry, a thread.
    for argument in call.arguments {
      for value in program.values(of: argument.value, in: function) {
        guard case .function(let callback) = value, var summary = summaries[callback] else {
          continue
        }
        summary.guards = []
        // What is asked later is no question of this function.
        if isLater { summary.probes = [] }
        add(summary, of: callback, call, operation, isCallback: true, to: &events)
      }
    }
  }

  /// `walletDao.getOrCreate(id)` of a class that is not seen: a row of `wallet`, as names go.
  private func toldRow(_ call: Call, _ operation: ID<Operation>) -> Probe? {
    guard case .method(let method, let receiver) = call.callee,
      context.roles.index.behaviour.readingVerbs.contains(where: view.text(method).hasVerb),
      let name = view.facts.name(of: receiver).map(view.text),
      !Entity.isHandle(name), Entity.key(name).count < name.count
    else { return nil }
    return Probe(
      operation: operation, entity: .known(Entity(name)), columns: [], outcome: .answer,
      isCounting: false, locksRows: false, site: site(operation), path: [], isTold: true)
  }

  /// `get_object_or_none(Seat, place=place)` of a library: who is handed a class of rows, looks for
  /// one of them.
  private func finder(_ call: Call, _ operation: ID<Operation>) -> Probe? {
    guard call.arguments.count > 1, let name = call.calleeName(view.facts).map(view.text),
      context.roles.index.behaviour.readingVerbs.contains(where: name.hasVerb)
    else { return nil }
    for argument in call.arguments {
      for case .classObject(let type) in program.values(of: argument.value, in: function) {
        guard !program.libraryBases(of: type).isEmpty else { continue }
        let labels = call.arguments.filter { $0.value != argument.value }.compactMap(\.label)
        return Probe(
          operation: operation, entity: .known(entities.entity(of: type)),
          columns: labels.map { columns.plainColumn(view.text($0)) }, outcome: .missing,
          isCounting: false, locksRows: false, site: site(operation), path: [], isTold: true)
      }
    }
    return nil
  }

  private func add(
    _ summary: RaceSummary, of target: ID<ProgramFunction>, _ call: Call,
    _ operation: ID<Operation>, isCallback: Bool = false, to events: inout RaceEvents
  ) {
    let here = site(operation)
    for probe in summary.probes where probe.path.count < Self.longestPath {
      guard let entity = resolved(probe.entity, call, target, isCallback) else { continue }
      var found = probe
      found.operation = operation
      found.entity = entity
      found.site = here
      found.path = [probe.site] + probe.path
      found.isAskedByCallback = isCallback
      if let index = probe.condition, !isCallback {
        found.columns = columns.columns(givenTo: index, of: program[target], by: call)
        found.condition = ownParameter(givenTo: index, of: target, call)
      }
      events.probes.append(found)
    }
    for row in summary.rows where row.path.count < Self.longestPath && !isCallback {
      guard let entity = resolved(row.entity, call, target) else { continue }
      var found = row
      found.operation = operation
      found.entity = entity
      found.site = here
      found.path = [row.site] + row.path
      events.rows.append(found)
    }
    for insertion in summary.insertions where insertion.path.count < Self.longestPath {
      guard var found = seen(insertion, of: target, call, here, isCallback, events) else {
        continue
      }
      found.operation = operation
      events.insertions.append(found)
    }
    if !isCallback {
      events.writes += summary.writes.compactMap { seen($0, of: target, call, here, operation) }
    }
    if summary.commits, !isCallback { events.commits.append(operation) }
    for text in summary.texts where !isCallback {
      addText(text, of: target, call, operation, to: &events)
    }
    // What a function that is written here sends, it was given here.
    for text in summary.textsAround where isCallback { events.note(text: text, in: view) }
    for guarding in summary.guards {
      guard isAsked(by: guarding.flag, call, target) else { continue }
      let entity = guarding.entity.flatMap { resolved($0, call, target, isCallback) }
      events.guards.append(
        Guarding(
          operation: operation, kind: guarding.kind, entity: entity,
          isOfCallee: guarding.isStatement || guarding.isOfCallee,
          endsWithTransaction: guarding.endsWithTransaction,
          flag: guarding.flag.flatMap { ownParameter(givenTo: $0, of: target, call) }))
    }
  }

  /// Whether a call has its callee do what one of its parameters asks for.
  private func isAsked(
    by flag: Int?, _ call: Call, _ target: ID<ProgramFunction>
  ) -> Bool {
    guard let flag else { return true }
    guard let place = call.argument(for: flag, of: program[target]) else {
      return program[target].parameters[flag].isTrueByDefault
    }
    switch view.facts.literal(of: place) {
    case .boolean(false), .null, .undefined: return false
    default: return true
    }
  }

  /// The parameter of this function that a call hands on.
  private func ownParameter(
    givenTo index: Int, of target: ID<ProgramFunction>, _ call: Call
  ) -> Int? {
    let place = call.argument(for: index, of: program[target])
    let origins = place.map { view.facts.origins(of: $0) } ?? []
    return view.function.parameters.firstIndex { origins == [$0.place] }
  }

  /// What a callee inserts, as its caller sees it.
  private func seen(
    _ insertion: Insertion, of target: ID<ProgramFunction>, _ call: Call, _ here: RaceSite,
    _ isCallback: Bool, _ events: RaceEvents
  ) -> Insertion? {
    guard let entity = stored(insertion.entity, call, target, isCallback),
      isCallback || isAsked(by: insertion.flag, call, target)
    else { return nil }
    var found = insertion
    found.flag =
      isCallback ? nil : insertion.flag.flatMap { ownParameter(givenTo: $0, of: target, call) }
    found.entity = entity
    found.choice = nil
    found.object = insertion.object.flatMap { object in
      if object == program[target].receiver { return receiver(of: call) }
      return parameter(object, of: target).flatMap { call.argument(for: $0, of: program[target]) }
    }
    if insertion.object != nil, found.object == nil { return nil }
    let reader = InsertedRowReader(view: view, earlier: events)
    if let object = found.object {
      found.row = reader.row(of: object)
    } else {
      // What a library gives to a callback nobody sees.
      found.row.given = []
      found.row.leaves = [:]
      for index in isCallback ? [] : insertion.row.given.sorted() {
        found.row.fill(with: reader.row(givenTo: index, of: program[target], by: call))
      }
    }
    // What a callback inserts that is written here stands where it is written.
    if !isCallback || !here.location.contains(insertion.site.location) {
      found.site = here
      found.path = [insertion.site] + insertion.path
    }
    return found
  }

  /// What a callee writes of what it is given, as its caller sees it.
  private func seen(
    _ given: GivenWrite, of target: ID<ProgramFunction>, _ call: Call, _ here: RaceSite,
    _ operation: ID<Operation>
  ) -> RowWrite? {
    guard let entity = given.write.entity.flatMap({ resolved($0, call, target) }) else {
      return nil
    }
    var found = given.write
    found.operation = operation
    found.entity = entity
    found.site = here
    found.relative = []
    found.assignments = given.values.compactMap { value in
      call.argument(for: value.parameter, of: program[target]).map { place in
        RowWrite.Assignment(
          column: value.column, value: PlaceReference(function: function, place: place))
      }
    }
    return found.assignments.isEmpty ? nil : found
  }

  private func parameter(_ place: ID<Place>, of target: ID<ProgramFunction>) -> Int? {
    program[target].parameters.firstIndex { $0.place == place }
  }

  /// The entity that a callee makes: what a repository with a model is given, is one of these.
  private func stored(
    _ reference: EntityReference, _ call: Call, _ target: ID<ProgramFunction>, _ isCallback: Bool
  ) -> EntityReference? {
    if case .parameter = reference, let receiver = call.receiver {
      let types = program.values(of: receiver, in: function).compactMap(\.projectClass)
      if let model = types.lazy.compactMap(entities.model).first { return .known(model) }
    }
    return resolved(reference, call, target, isCallback)
  }

  /// What a callee's entity is, seen from the call.
  private func resolved(
    _ reference: EntityReference, _ call: Call, _ target: ID<ProgramFunction>,
    _ isCallback: Bool = false
  ) -> EntityReference? {
    switch reference {
    // A callback that is written here speaks of the object that this function does.
    case .receiver
    where isCallback && program[target].parent == program.functions[function].function:
      return reference
    case .known: return reference
    case .parameter(let index):
      guard let place = call.argument(for: index, of: program[target]) else { return nil }
      return entities.entity(of: PlaceReference(function: function, place: place))
    case .receiver(let own):
      if case .supermethod = call.callee {
        // What the base class leaves to others to say, this one says.
        let said = own.keys.isEmpty ? entities.owner(of: function).flatMap(entities.receiver) : nil
        return said ?? .receiver(own)
      }
      guard let receiver = call.receiver else { return .known(own) }
      return entities.entity(of: PlaceReference(function: function, place: receiver))
        ?? .known(own)
    }
  }

  /// What a method is called on: the own object, by `super().save()`.
  private func receiver(of call: Call) -> ID<Place>? {
    if case .supermethod = call.callee { return view.function.receiver }
    return call.receiver
  }
}

extension SourceLocation {
  /// Whether something else stands inside of it.
  fileprivate func contains(_ other: SourceLocation) -> Bool {
    file == other.file && range.contains(other.range)
  }
}

extension String {
  /// Whether a name is a verb, or starts with it: `find`, `findById`, `find_by_id`.
  fileprivate func hasVerb(_ verb: String) -> Bool {
    guard hasPrefix(verb) else { return false }
    let next = dropFirst(verb.count).first
    return next.map { $0 == "_" || $0.isUppercase } ?? true
  }
}
