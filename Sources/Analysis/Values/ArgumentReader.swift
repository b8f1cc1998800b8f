package import Basis
package import IR
package import Linking
package import RuleBook

/// What stands at a place of a call that a model names.
package enum ArgumentValue: Sendable, Hashable {
  /// The call surely has nothing there.
  case absent
  /// Something may be there: a spread, an object made elsewhere.
  case unknown
  /// One of these values is there.
  case places([PlaceReference])
}

/// Reads a call's arguments as models describe them, through variables, literals and helpers.
package struct ArgumentReader: Sendable {
  package let facts: ProgramFacts

  package init(facts: ProgramFacts) { self.facts = facts }

  /// What stands at `place` of a call in `function`.
  package func value(
    at place: ValuePlace, of call: Call, in function: ID<ProgramFunction>
  ) -> ArgumentValue {
    if let chain = place.chain {
      guard let earlier = earlierCall(of: chain, before: call, in: function) else { return .absent }
      var rest = place
      rest.chain = nil
      return value(at: rest, of: earlier, in: function)
    }
    if place.isRoot { return root(of: call, in: function) }
    let base = base(place, of: call)
    guard case .places(let places) = base, let reference = places.first else {
      return base
    }
    let found = PlaceReference(function: function, place: reference.place)
    return place.path.isEmpty ? .places([found]) : property(place.path[...], of: found)
  }

  /// The value without its path; the function in the answer is a placeholder.
  private func base(_ place: ValuePlace, of call: Call) -> ArgumentValue {
    func found(_ place: ID<Place>) -> ArgumentValue {
      .places([PlaceReference(function: ID(0), place: place)])
    }
    if place.isReceiver { return call.instance.map(found) ?? .absent }
    if place.isResult { return found(call.result) }
    if let keyword = place.keyword {
      let named = call.arguments.first { argument in
        argument.label.map { facts.program.symbols[$0] == keyword } ?? false
      }
      if let named { return found(named.value) }
    }
    let positional = call.arguments.prefix { $0.label == nil && !$0.isSpread }
    // `*args` holds no keyword.
    let hasSpread = call.arguments.contains { argument in
      place.position == nil ? argument.isKeywordSpread : argument.isSpread
    }
    if place.isLast { return positional.last.map { found($0.value) } ?? .absent }
    if let position = place.position, position < positional.count {
      return found(positional[position].value)
    }
    return hasSpread ? .unknown : .absent
  }

  /// A value can be made of itself, `text = text + more`: what lies deeper is unknown.
  package static let deepest = 8
  /// Objects that are spread into others multiply with each step.
  package static let deepestSpread = 3

  /// The values of a property path of an object, wherever the object is made.
  ///
  /// - Parameter depth: how many objects that are spread into others are followed.
  package func property(
    _ path: ArraySlice<String>, of reference: PlaceReference, depth: Int = Self.deepestSpread
  ) -> ArgumentValue {
    guard depth > 0 else { return .unknown }
    guard let name = path.first else { return .places([reference]) }
    var found: [PlaceReference] = []
    var isUnknown = false
    for origin in facts.origins(of: reference) {
      switch entry(name, of: origin, depth: depth) {
      case .absent: continue
      case .unknown: isUnknown = true
      case .places(let places): found.append(contentsOf: places)
      }
    }
    if found.isEmpty { return isUnknown ? .unknown : .absent }
    if path.count == 1 { return .places(found) }
    let inner = found.map { property(path.dropFirst(), of: $0, depth: depth) }
    let places = inner.flatMap { value -> [PlaceReference] in
      if case .places(let places) = value { places } else { [] }
    }
    if !places.isEmpty { return .places(places) }
    return inner.contains(.unknown) ? .unknown : .absent
  }

  /// The entry of one object; header names are compared without case.
  private func entry(
    _ name: String, of reference: PlaceReference, depth: Int
  ) -> ArgumentValue {
    let facts = facts.facts(of: reference.function)
    var result = stored(name, in: reference)
    for operation in facts.definitions(of: reference.place) {
      guard case .aggregate(let aggregate, _) = facts.effect(operation) else {
        // A constant or a function has no entries; nor has what a call makes a number of.
        if case .literal = facts.effect(operation) { continue }
        if case .closure = facts.effect(operation) { continue }
        if isNumber(reference) { continue }
        return result.isEmpty ? .unknown : .places(result)
      }
      var isOpen = false
      for entry in aggregate.entries {
        if let key = entry.key, matches(key, name) {
          result.append(PlaceReference(function: reference.function, place: entry.value))
        } else if entry.computedKey != nil {
          isOpen = true
        } else if entry.isSpread {
          let spread = PlaceReference(function: reference.function, place: entry.value)
          switch property([name], of: spread, depth: depth - 1) {
          case .places(let places): result.append(contentsOf: places)
          case .unknown: isOpen = true
          case .absent: break
          }
        }
      }
      if result.isEmpty, isOpen { return .unknown }
    }
    if facts.definitions(of: reference.place).isEmpty, result.isEmpty { return .unknown }
    return result.isEmpty ? .absent : .places(result)
  }

  private func isNumber(_ reference: PlaceReference) -> Bool {
    let values = facts.program.values(of: reference.place, in: reference.function)
    return !values.isEmpty
      && values.allSatisfy { value in
        if case .instance(let type) = value {
          facts.program.names.text(of: type) == "number"
        } else {
          false
        }
      }
  }

  /// What the function stores into the object's field after making it.
  private func stored(_ name: String, in reference: PlaceReference) -> [PlaceReference] {
    let facts = facts.facts(of: reference.function)
    return facts.function.operations.values.compactMap { operation in
      guard case .store(let value, let object, let field) = operation.effect,
        matches(field, name), facts.origins(of: object).contains(reference.place)
      else { return nil }
      return PlaceReference(function: reference.function, place: value)
    }
  }

  private func matches(_ symbol: Symbol, _ name: String) -> Bool {
    let text = facts.program.symbols[symbol]
    return text == name || text.lowercased() == name.lowercased()
  }

  /// The constant string or number that a value always is.
  package func constant(_ reference: PlaceReference) -> String? {
    let literals = facts.origins(of: reference).map { origin -> Literal? in
      facts.facts(of: origin.function).literal(of: origin.place)
    }
    guard let first = literals.first, let first, literals.allSatisfy({ $0 == first }) else {
      return nil
    }
    switch first {
    case .string(let symbol), .number(let symbol): return facts.program.symbols[symbol]
    case .boolean(let value): return String(value)
    case .null, .undefined: return nil
    }
  }

  /// The text that a string surely starts with: a constant, or a template's or sum's head.
  package func head(_ reference: PlaceReference, depth: Int = Self.deepest) -> String? {
    if let constant = constant(reference) { return constant }
    guard depth > 0 else { return nil }
    let origins = facts.origins(of: reference)
    guard origins.count == 1 else { return nil }
    let facts = facts.facts(of: origins[0].function)
    guard let operation = facts.definition(of: origins[0].place),
      case .compute(let kind, let operands, _) = facts.effect(operation),
      kind == .template || kind == .add, let first = operands.first
    else { return nil }
    return head(PlaceReference(function: origins[0].function, place: first), depth: depth - 1)
  }

  /// The text of a string with `?` where a value is put in; nil when nothing of it is known.
  package func pattern(_ reference: PlaceReference, depth: Int = Self.deepest) -> String? {
    if let constant = constant(reference) { return constant }
    guard depth > 0 else { return nil }
    let origins = facts.origins(of: reference)
    guard let function = origins.first?.function else { return nil }
    let facts = facts.facts(of: function)
    guard origins.count == 1 else {
      let isOne = origins.allSatisfy { $0.function == function }
      return isOne ? grownText(origins, facts, depth: depth) : nil
    }
    guard let operation = facts.definition(of: origins[0].place),
      case .compute(let kind, let operands, _) = facts.effect(operation),
      kind == .template || kind == .add
    else { return nil }
    let parts = operands.map { place in
      pattern(PlaceReference(function: origins[0].function, place: place), depth: depth - 1)
    }
    if parts.allSatisfy({ $0 == nil }) { return nil }
    return parts.map { $0 ?? "?" }.joined()
  }

  /// A text that more is added to, some of it on some ways only: `text += ' AND day = $2'`.
  private func grownText(
    _ origins: [PlaceReference], _ facts: FunctionFacts, depth: Int
  ) -> String? {
    let places = origins.map(\.place)
    var texts: [String] = []
    for place in places {
      var parts = [place]
      if let operation = facts.definition(of: place),
        case .compute(.add, let operands, _) = facts.effect(operation),
        let first = operands.first, facts.origins(of: first).contains(where: places.contains)
      {
        parts = Array(operands.dropFirst())
      } else if !texts.isEmpty {
        return nil
      }
      let found = parts.compactMap {
        pattern(PlaceReference(function: origins[0].function, place: $0), depth: depth - 1)
      }
      guard !found.isEmpty || !texts.isEmpty else { return nil }
      texts.append(found.isEmpty ? "?" : found.joined())
    }
    return texts.joined(separator: " ")
  }
}
