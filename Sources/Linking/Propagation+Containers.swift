import Basis
import IR

// What is in a collection is one node, whatever its key: the pool of `pools.get(tenant)` is any that
// was put in. Followed are the values of libraries, and records of such. Functions, and objects of the
// program's own classes, are not: a table of handlers or services would make every call through it one
// of each, and the call graph a knot; what an annotation calls them, they are.

extension Propagation {
  /// What a method of a collection puts in, takes out, or hands on.
  mutating func callContainers(
    _ name: Symbol, of receiver: ID<Place>, _ call: Call, at operation: ID<Operation>
  ) {
    guard let method = containerMethods[name] else { return }
    for value in read(node(receiver)) where isContainer(value) {
      if method.contains(.putting), let last = call.arguments.last {
        growElements(of: value, by: last.value)
      }
      if method.contains(.taking) { flowElements(of: value, into: node(call.result)) }
      if method.contains(.listing) { grow(node(call.result), by: value) }
      guard let visitor = call.arguments.first, !method.isDisjoint(with: [.visiting, .mapping])
      else { continue }
      for case .function(let function) in read(node(visitor.value)) {
        if let parameter = self[function].parameters.first, !parameter.isRest {
          flowElements(of: value, into: node(parameter.place, of: function))
        }
        guard method.contains(.mapping) else { continue }
        let made = made(by: operation)
        grow(node(call.result), by: made)
        growElements(of: made, from: returns(of: function))
      }
    }
  }

  /// A collection that a call makes, with what its first argument has.
  mutating func makeContainer(by call: Call, at operation: ID<Operation>) {
    let made = made(by: operation)
    grow(node(call.result), by: made)
    guard let first = call.arguments.first, first.label == nil else { return }
    for value in read(node(first.value)) where isContainer(value) {
      flowElements(of: value, into: field(elements, of: made))
    }
  }

  /// The collections that a call's first argument is, which stand for what it gives as well.
  mutating func listContainers(of call: Call) {
    guard let first = call.arguments.first else { return }
    for value in read(node(first.value)) where isContainer(value) {
      grow(node(call.result), by: value)
    }
  }

  /// Puts what a place holds into a collection.
  mutating func growElements(of container: Value, by place: ID<Place>) {
    growElements(of: container, from: node(place))
  }

  private mutating func growElements(of container: Value, from source: Int) {
    guard isOfModule(container) else { return }
    let target = field(elements, of: container)
    for value in read(source) where value.isFollowedThroughCollections { grow(target, by: value) }
  }

  /// Lets what is in a collection flow on, by whatever key it is there.
  mutating func flowElements(of container: Value, into target: Int) {
    flow(field(elements, of: container), to: target)
    guard case .aggregate(let id) = container else { return }
    let site = aggregates[id]
    guard case .aggregate(let aggregate, _) = operations[site.function.index][site.operation].effect
    else { return }
    for entry in aggregate.entries.prefix(Self.widest) where !entry.isSpread {
      for value in read(node(entry.value, of: site.function))
      where value.isFollowedThroughCollections {
        grow(target, by: value)
      }
    }
  }

  /// Whether a value is a collection: one that the program makes, or what an annotation calls one.
  func isContainer(_ value: Value) -> Bool {
    switch value {
    case .aggregate: true
    case .object(let type): containerClasses.contains(type.index)
    case .external, .instance, .function, .classObject, .module, .unread: false
    }
  }

  /// Whether a collection is made where it is filled. What others fill as well, such as an application's
  /// store of everything, has whatever they have, and its keys alone tell what.
  private func isOfModule(_ container: Value) -> Bool {
    guard case .aggregate(let id) = container else { return false }
    return functions[aggregates[id].function].module == currentModule
  }

  /// Whether a name is a number by which an element is asked for.
  func isPosition(_ name: Symbol) -> Bool { positions.contains(name) }

  private mutating func made(by operation: ID<Operation>) -> Value {
    .aggregate(site(of: operation))
  }

  /// The list, table or object that an operation of the current function makes.
  mutating func site(of operation: ID<Operation>) -> ID<ProgramAggregate> {
    let site = ProgramAggregate(function: current, operation: operation)
    let id = aggregateIDs[site] ?? aggregates.append(site)
    aggregateIDs[site] = id
    return id
  }
}

extension Value {
  fileprivate var isFollowedThroughCollections: Bool {
    switch self {
    case .external, .instance, .aggregate, .unread: true
    case .function, .classObject, .object, .module: false
    }
  }
}
