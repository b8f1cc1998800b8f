import Basis
import IR
import Linking
import RuleBook

// Objects on the way: literals, what is put into them later, fields of the project's classes.

extension TraceWalk {
  /// Header names and options are compared without case.
  func matches(_ symbol: Symbol, _ name: String) -> Bool {
    let text = program.symbols[symbol]
    return text == name || text.lowercased() == name.lowercased()
  }

  /// Goes on into the entry of a literal that the path names; the last one wins.
  mutating func follow(
    _ point: TracePoint, into aggregate: Aggregate, _ operation: ID<Operation>
  ) {
    guard let name = point.path.first else { return end(.made(operation), at: point) }
    let rest = Array(point.path.dropFirst())
    if aggregate.kind != .object { return follow(point, intoElement: name, of: aggregate) }
    for entry in aggregate.entries.reversed() {
      if entry.isSpread {
        follow(point.at(entry.value, path: point.path))
      } else if let key = entry.key, matches(key, name) {
        return follow(point.at(entry.value, path: rest))
      } else if let computed = entry.computedKey {
        guard let key = tracer.constant(computed, in: point.function) else {
          end(.unknown, at: point)
          continue
        }
        if key.lowercased() == name.lowercased() {
          return follow(point.at(entry.value, path: rest))
        }
      }
    }
    end(.nothing, at: point)
  }

  private mutating func follow(
    _ point: TracePoint, intoElement name: String, of aggregate: Aggregate
  ) {
    let rest = Array(point.path.dropFirst())
    if let index = Int(name), aggregate.entries.indices.contains(index),
      !aggregate.entries.prefix(index + 1).contains(where: \.isSpread)
    {
      return follow(point.at(aggregate.entries[index].value, path: rest))
    }
    // A list of pairs is another way to write an object: `[["Idempotency-Key", key]]`.
    let facts = facts(of: point.function)
    for entry in aggregate.entries where !entry.isSpread {
      for maker in facts.makers(of: entry.value) {
        guard case .aggregate(let pair, _) = facts.effect(maker), pair.entries.count == 2,
          let key = tracer.constant(pair.entries[0].value, in: point.function),
          key.lowercased() == name.lowercased()
        else { continue }
        return follow(point.at(pair.entries[1].value, path: rest))
      }
    }
    for entry in aggregate.entries where entry.isSpread {
      follow(point.at(entry.value, path: point.path))
    }
    end(.nothing, at: point)
  }

  // MARK: What is added later

  /// Goes on to what the function puts into the object at `point` under the path's first name.
  mutating func followAdditions(to point: TracePoint) {
    var aliases = [point]
    var visited: Set<TracePoint> = [point]
    while let alias = aliases.popLast(), !alias.path.isEmpty {
      let facts = facts(of: alias.function)
      for use in facts.uses(of: alias.place) {
        let further = followAddition(to: alias, by: use, facts)
        aliases += further.filter { visited.insert($0).inserted }
      }
    }
  }

  /// Whether every run of the function stores the very property that is asked for, so that what
  /// the object had before does not matter.
  func isSurelyStored(_ point: TracePoint) -> Bool {
    let facts = facts(of: point.function)
    return facts.uses(of: point.place).contains { use in
      guard case .store(_, let object, let field) = facts.effect(use), object == point.place,
        let name = point.path.first, matches(field, name)
      else { return false }
      let block = facts.block(of: use)
      return !FlowShape(facts.function).canFinish(without: block)
    }
  }

  /// What one use of an object adds to it; returns the points under which it is used further.
  private mutating func followAddition(
    to point: TracePoint, by use: ID<Operation>, _ facts: FunctionFacts
  ) -> [TracePoint] {
    guard let name = point.path.first else { return [] }
    let rest = Array(point.path.dropFirst())
    switch facts.effect(use) {
    case .copy(let source, let into) where source == point.place:
      return facts.function.places[into].isTemporary ? [] : [point.at(into, path: point.path)]
    case .store(let value, let object, let field)
    where object == point.place && matches(field, name):
      follow(point.at(value, path: rest))
    case .storeElement(let value, let object, let index) where object == point.place:
      let key = tracer.constant(index, in: point.function)
      if key?.lowercased() == name.lowercased() { follow(point.at(value, path: rest)) }
    case .load(let field, let object, let into)
    where object == point.place && matches(field, name):
      return rest.isEmpty ? [] : [point.at(into, path: rest)]
    case .call(let call): return followAddition(to: point, by: call, use)
    default: break
    }
    return []
  }

  private mutating func followAddition(
    to point: TracePoint, by call: Call, _ operation: ID<Operation>
  ) -> [TracePoint] {
    let words = tracer.words
    if call.receiver == point.place, case .method(let symbol, _) = call.callee {
      let method = program.symbols[symbol]
      if words.merges.contains(method) { followMerged(call.arguments[...], point) }
      if words.puts.contains(method), call.arguments.count >= 2, let name = point.path.first,
        let key = tracer.constant(call.arguments[0].value, in: point.function),
        key.lowercased() == name.lowercased()
      {
        let rest = Array(point.path.dropFirst())
        follow(point.at(call.arguments[1].value, path: rest))
      }
      return []
    }
    let targets = program.targets(of: operation, in: point.function)
    if call.arguments.first?.value == point.place,
      targets.names.contains(where: words.merges.contains)
    {
      followMerged(call.arguments.dropFirst(), point)
    }
    guard point.frames.count < Self.deepestFrames else { return [] }
    let site = CallSite(function: point.function, operation: operation)
    return targets.functions.prefix(2).flatMap { target -> [TracePoint] in
      let function = program[target]
      return function.parameters.indices.compactMap { index in
        guard call.argument(for: index, of: function) == point.place else { return nil }
        return TracePoint(
          function.parameters[index].place, in: target, path: point.path,
          frames: point.frames + [site])
      }
    }
  }

  /// Objects that the one at `point` takes over, as arguments of `update` and the like.
  private mutating func followMerged(_ arguments: ArraySlice<Argument>, _ point: TracePoint) {
    guard let name = point.path.first else { return }
    for argument in arguments {
      if let label = argument.label {
        guard matches(label, name) else { continue }
        follow(point.at(argument.value, path: Array(point.path.dropFirst())))
      } else {
        // What is merged may lack the property; that alone does not say that nobody gives it.
        follow(point.at(argument.value, path: point.path))
      }
    }
  }

  // MARK: Objects of the project's classes

  /// Goes on into an object that a call makes.
  mutating func follow(
    _ point: TracePoint, ofObjectMadeBy call: Call, _ site: CallSite, _ targets: CallTargets
  ) {
    guard let name = point.path.first else { return end(.made(site.operation), at: point) }
    let rest = Array(point.path.dropFirst())
    var found = false
    for type in targets.constructed {
      for store in tracer.fields[type, name] {
        found = true
        let isInConstructor = targets.functions.contains(store.function)
        follow(
          TracePoint(
            store.place, in: store.function, path: rest,
            frames: isInConstructor ? point.frames + [site] : []))
      }
    }
    // A class whose constructor is not written, such as a dataclass, has what it is given.
    for argument in call.arguments where !found {
      guard let label = argument.label, matches(label, name) else { continue }
      return follow(point.at(argument.value, path: rest))
    }
    if !found { end(.unknown, at: point) }
  }

  /// `this.options.key`: what the object has on which the method is called, where that is known,
  /// and what the class's functions store in the field.
  mutating func followReceiver(_ point: TracePoint) {
    let site = point.frames.last ?? tracer.assumed[point.function]
    if let site, case .call(let call) = effect(of: site), let receiver = call.receiver {
      let outer = Array(point.frames.dropLast())
      follow(TracePoint(receiver, in: site.function, path: point.path, frames: outer))
    } else if point.frames.isEmpty {
      end(.receiver, at: point)
    }
    guard let name = point.path.first else { return }
    var found = false
    for value in program.values(of: point.place, in: point.function) {
      guard let type = value.projectClass else { continue }
      for store in tracer.fields[type, name] {
        found = true
        followField(store, path: Array(point.path.dropFirst()), name)
      }
      for method in tracer.fields.users(of: type, field: name) {
        // What is added to the field's value, wherever the class uses it.
        followAdditions(to: TracePoint(method.place, in: method.function, path: point.path))
      }
    }
    if !found { end(.unknown, at: point) }
  }

  /// Goes on to a value that a field holds; what a constructor was given is looked for where the
  /// program constructs the class.
  private mutating func followField(_ store: PlaceReference, path: [String], _ name: String) {
    let facts = facts(of: store.function)
    let isParameter = facts.origins(of: store.place).contains {
      facts.function.places[$0].kind == .parameter
    }
    guard facts.function.kind == .constructor, isParameter else {
      return follow(TracePoint(store.place, in: store.function, path: path))
    }
    let constructions = program.callers(of: store.function)
    if constructions.isEmpty || constructions.count > Self.mostConstructions {
      return end(.field(name), at: TracePoint(store.place, in: store.function, path: path))
    }
    for site in constructions {
      follow(TracePoint(store.place, in: store.function, path: path, frames: [site]))
    }
  }

  /// A class that is constructed in more places than this is not followed to them.
  private static let mostConstructions = 6

  /// `client.headers` where `headers` is a getter or property of the project; whether it is one.
  mutating func followGetters(
    _ field: Symbol, of object: ID<Place>, _ point: TracePoint
  ) -> Bool {
    var isGetter = false
    for value in program.values(of: object, in: point.function) {
      guard let type = value.projectClass else { continue }
      for function in getters(field, of: type) {
        followReturns(of: function, path: point.path, frames: [])
        isGetter = true
      }
    }
    return isGetter
  }

  /// The getters of a name in the nearest class that has one, of a class and those it extends.
  private func getters(_ name: Symbol, of type: ID<ProgramClass>) -> [ID<ProgramFunction>] {
    for candidate in tracer.fields.lineage(of: type) {
      let module = program.classes[candidate].module
      let found = program.type(candidate).members.filter { member in
        member.name == name
          && program.modules[module].functions[member.function].kind == .getter
      }
      if !found.isEmpty { return found.map { program.id(of: $0.function, in: module) } }
    }
    return []
  }
}
