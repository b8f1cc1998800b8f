import Basis
import IR
import Linking
import RuleBook

/// What a column's declaration says of its values.
enum ColumnMark {
  /// No two rows have its value alike, or not together with those of other columns.
  case unique(with: [String])
  case primary
}

extension ModelSchemaReader {
  /// What a value that declares a column says: by an option of it, or a call in its chain.
  func mark(of reference: PlaceReference) -> ColumnMark? {
    let facts = context.facts.facts(of: reference.function)
    var found: ColumnMark?
    facts.visitMakers(of: reference.place) { effect in
      if found != nil { return [] }
      switch effect {
      case .aggregate(let aggregate, _):
        found = option(of: aggregate, facts, in: reference.function)
        return []
      case .call(let call):
        found = mark(of: call, facts, in: reference.function)
        // `immutable(Column(..., unique=True))`
        let first = call.arguments.first.flatMap { $0.label == nil ? $0.value : nil }
        return [call.receiver, first].compactMap(\.self)
      default: return []
      }
    }
    return found
  }

  /// `@Unique`, `@Column({ unique: true })`
  func mark(of decorator: Decorator, in function: ID<ProgramFunction>) -> ColumnMark? {
    let reference = PlaceReference(function: function, place: decorator.value)
    if let found = mark(of: reference) { return found }
    let facts = context.facts.facts(of: function)
    let isCalled = facts.makers(of: decorator.value).contains { maker in
      if case .call = facts.effect(maker) { true } else { false }
    }
    let root = decorator.name.path.last ?? facts.function.places[decorator.name.root].name
    guard !isCalled, let name = root.map({ program.symbols[$0] }) else { return nil }
    if words.primaryCalls.contains(name) { return .primary }
    return words.uniqueCalls.contains(name) ? .unique(with: []) : nil
  }

  func mark(
    of call: Call, _ facts: FunctionFacts, in function: ID<ProgramFunction>
  ) -> ColumnMark? {
    if let name = call.calleeName(facts).map({ program.symbols[$0] }) {
      if words.primaryCalls.contains(name) { return .primary }
      if words.uniqueCalls.contains(name) { return .unique(with: []) }
    }
    for argument in call.arguments {
      if let label = argument.label {
        if let found = option(program.symbols[label], argument.value, facts, in: function) {
          return found
        }
        continue
      }
      for maker in facts.makers(of: argument.value) {
        if case .aggregate(let aggregate, _) = facts.effect(maker),
          let found = option(of: aggregate, facts, in: function)
        {
          return found
        }
      }
    }
    return nil
  }

  /// - Parameter depth: how deep options may lie: `index: { unique: true, sparse: true }`.
  private func option(
    of aggregate: Aggregate, _ facts: FunctionFacts, in function: ID<ProgramFunction>,
    depth: Int = 1
  ) -> ColumnMark? {
    guard aggregate.kind == .object else { return nil }
    for entry in aggregate.entries {
      guard let key = entry.key.map({ program.symbols[$0] }) else { continue }
      if let found = option(key, entry.value, facts, in: function) { return found }
      guard depth > 0, words.indexCalls.contains(key) else { continue }
      for maker in facts.makers(of: entry.value) {
        if case .aggregate(let inner, _) = facts.effect(maker),
          let found = option(of: inner, facts, in: function, depth: depth - 1)
        {
          return found
        }
      }
    }
    return nil
  }

  /// `unique: true`, `unique: 'pair'`, `type: 'unique'`, `unique_with='team'`; not `unique: false`.
  private func option(
    _ name: String, _ value: ID<Place>, _ facts: FunctionFacts, in function: ID<ProgramFunction>
  ) -> ColumnMark? {
    let literal = facts.literal(of: value)
    if name == "type", case .string(let text) = literal {
      let isUnique = words.uniqueOptions.contains(program.symbols[text].lowercased())
      return isUnique ? .unique(with: []) : nil
    }
    if words.uniqueWithOptions.contains(name) {
      let others = names.texts(of: PlaceReference(function: function, place: value))
      return others.isEmpty ? nil : .unique(with: others)
    }
    guard words.uniqueOptions.contains(name) || words.primaryOptions.contains(name) else {
      return nil
    }
    switch literal {
    case .boolean(false), .null, .undefined: return nil
    default: return words.primaryOptions.contains(name) ? .primary : .unique(with: [])
    }
  }
}

extension FunctionFacts {
  /// Visits what makes a value, the nearest first, and what makes the places that a visit gives:
  /// every place once, because in minified code a variable has hundreds of makers, each made of it.
  func visitMakers(of place: ID<Place>, _ visit: (Effect) -> [ID<Place>]) {
    var seen = BitSet()
    var pending = [place]
    var next = 0
    while next < pending.count {
      let place = pending[next]
      next += 1
      guard seen.insert(place.index) else { continue }
      for maker in makers(of: place) { pending += visit(effect(maker)) }
    }
  }
}
