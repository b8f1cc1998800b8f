package import Basis
package import IR
package import Linking
package import RuleBook

/// Decides which roles a call of the program has, conditions included; a class, because much holds
/// it.
package final class CallRoles: Sendable {
  package let facts: ProgramFacts
  package let index: RoleIndex
  private let reached: ReachedRoles
  private let kinds: [RoleKinds]
  package let reader: ArgumentReader

  package init(facts: ProgramFacts, index: RoleIndex, reached: ReachedRoles) {
    self.facts = facts
    self.index = index
    self.reached = reached
    kinds = reached.kinds(in: facts.program)
    reader = ArgumentReader(facts: facts)
  }

  /// The sorts of roles that the calls of a function have; conditions are not looked at.
  func kinds(in function: ID<ProgramFunction>) -> RoleKinds { kinds[function.index] }

  /// Whether a model knows what some name that a call reaches gives.
  func isModelled(_ targets: CallTargets) -> Bool {
    targets.externals.contains(where: reached.isModelled)
  }

  /// The roles of a call by the names that it reaches; conditions are not looked at.
  package func roles(of targets: CallTargets) -> [Role] {
    if targets.externals.count == 1 { return reached[targets.externals[0]] }
    return targets.externals.flatMap { reached[$0] }
  }

  /// The roles of a call with evidence: its callee is bound to the library.
  package func roles(
    of call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> [Role] {
    let targets = facts.program.targets(of: operation, in: function)
    let roles = roles(of: targets).filter { role in
      role.pattern.conditions.allSatisfy { holds($0, of: call, in: function) }
    }
    guard roles.isEmpty else { return roles }
    let isQuiet =
      targets.functions.isEmpty
      ? isQuiet(call, in: function)
      : isLogging(call, in: function) || targets.functions.allSatisfy(isLog)
    return isQuiet ? [.neverRaises(CallPattern(callee: ""))] : roles
  }

  /// Whether a logger of the program's own is told something: `Logger.error(...)`.
  private func isLogging(_ call: Call, in function: ID<ProgramFunction>) -> Bool {
    guard case .method(let method, let receiver) = call.callee,
      index.behaviour.loggingMethods.contains(facts.program.symbols[method]),
      let name = facts.facts(of: function).name(of: receiver)
    else { return false }
    return index.behaviour.quietReceivers.contains(facts.program.symbols[name])
  }

  /// Whether a function of the program only tells its log something: `error` of `logger.js`.
  private func isLog(_ function: ID<ProgramFunction>) -> Bool {
    let body = facts.program.functions[function]
    guard facts.program.owner(of: function) == nil,
      index.behaviour.loggingMethods.contains(
        facts.program.symbols[facts.program[function].name]),
      body.function != Module.body
    else { return false }
    let file = facts.program.path(of: function).split(separator: "/").last ?? ""
    return index.behaviour.quietReceivers.contains(String(file.prefix { $0 != "." }))
  }

  /// Whether names alone say that the call does not raise in practice: `logger.info(...)`.
  private func isQuiet(_ call: Call, in function: ID<ProgramFunction>) -> Bool {
    let behaviour = index.behaviour
    if case .value(let callee) = call.callee, !call.isConstruction,
      let name = facts.program[function].places[callee].name
    {
      let text = facts.program.symbols[name]
      return behaviour.quietReceivers.contains(text)
        || Verbs.words(of: text).first == "debug" && behaviour.quietReceivers.contains("debug")
    }
    guard case .method(let method, let receiver) = call.callee else { return false }
    let text = facts.program.symbols[method]
    if behaviour.quietMethods.contains(text) { return true }
    if behaviour.lookupMethods.contains(text),
      hasFallback(call, in: function) || isOfHeaders(call, receiver, in: function)
    {
      return true
    }
    if behaviour.textMethods.contains(text), isOfTexts(call, receiver, in: function) { return true }
    guard let name = facts.facts(of: function).name(of: receiver) else { return false }
    return behaviour.quietReceivers.contains(facts.program.symbols[name])
  }

  /// Whether a method is called on a constant text, or given nothing but constants: on anything but
  /// a text it would ask for something else.
  private func isOfTexts(
    _ call: Call, _ receiver: ID<Place>, in function: ID<ProgramFunction>
  ) -> Bool {
    let facts = facts.facts(of: function)
    if case .string = facts.literal(of: receiver) { return true }
    // A constant of a class or a module: `self.URL_PATTERN.format(host)`.
    if let name = facts.name(of: receiver).map({ self.facts.program.symbols[$0] }),
      name.contains(where: \.isLetter), name == name.uppercased(), name.utf8.count > 2
    {
      return true
    }
    // What a text was split into: `text.split(';').shift()`.
    if let maker = facts.definition(of: receiver), case .call(let made) = facts.effect(maker),
      case .method(let method, _) = made.callee, !made.arguments.isEmpty,
      index.behaviour.textMethods.contains(self.facts.program.symbols[method])
    {
      return true
    }
    return !call.arguments.isEmpty
      && call.arguments.allSatisfy { argument in
        switch facts.literal(of: argument.value) {
        case .string, .number: argument.label == nil && !argument.isSpread
        default: false
        }
      }
  }

  /// Whether a constant is looked up among headers and the like, which say nothing of what is absent.
  private func isOfHeaders(
    _ call: Call, _ receiver: ID<Place>, in function: ID<ProgramFunction>
  ) -> Bool {
    let facts = facts.facts(of: function)
    guard call.arguments.count == 1, case .string? = facts.literal(of: call.arguments[0].value),
      let name = facts.name(of: receiver)
    else { return false }
    return index.behaviour.headerNames.contains(self.facts.program.symbols[name])
  }

  /// Whether the second of two arguments is a constant, or is named like one.
  private func hasFallback(_ call: Call, in function: ID<ProgramFunction>) -> Bool {
    guard call.arguments.count == 2, call.arguments[1].label == nil else { return false }
    let facts = facts.facts(of: function)
    let fallback = call.arguments[1].value
    if let name = facts.name(of: fallback).map({ self.facts.program.symbols[$0] }) {
      return name.contains(where: \.isLetter) && name == name.uppercased()
    }
    return facts.makers(of: fallback).allSatisfy { maker in
      switch facts.effect(maker) {
      case .literal, .aggregate: true
      default: false
      }
    }
  }

  /// Whether a condition surely holds; what cannot be seen does not.
  package func holds(
    _ condition: ArgumentCondition, of call: Call, in function: ID<ProgramFunction>
  ) -> Bool {
    if condition.place.isResult, condition.place.path.isEmpty {
      if condition.test == .isIterated { return isIterated(call.result, in: function) }
      return (condition.test == .isPresent) == isUsed(call.result, in: function)
    }
    let value = reader.value(at: condition.place, of: call, in: function)
    guard case .places(let places) = value else {
      return value == .absent
        && (condition.test == .isAbsent || condition.test == .isNotFunction)
    }
    switch condition.test {
    case .isPresent: return true
    case .isAbsent: return false
    case .isTrue: return places.contains { literal($0) == .boolean(true) }
    case .isFalse: return places.contains { literal($0) == .boolean(false) }
    case .isIterated: return false
    case .isFunction: return places.contains(where: isFunction)
    case .isClass: return places.contains(where: isClass)
    case .isObject: return places.contains(where: isObject)
    case .isOnly(let keys): return places.contains { isObject($0, withOnly: Set(keys)) }
    case .isNotFunction: return !places.contains(where: isFunction)
    case .oneOf(let texts):
      return places.contains { place in
        guard let constant = (reader.constant(place) ?? member(place))?.lowercased() else {
          return false
        }
        return texts.contains { $0.lowercased() == constant }
      }
    case .called(let words):
      return places.contains { place in
        names(of: place).contains { name in words.contains { name.lowercased().contains($0) } }
      }
    case .sql(let kinds):
      return places.contains { place in
        let texts = texts(of: place)
        return !texts.isEmpty
          && texts.allSatisfy { text in
            SQLKind.kinds(of: text).contains { kinds.contains($0.rawValue) }
          }
      }
    case .startsWith(let heads):
      return places.contains { place in
        guard let text = reader.head(place) else { return false }
        return heads.contains { text.hasPrefix($0) }
      }
    }
  }

  /// The text at a place, or those that the function chooses among.
  private func texts(of place: PlaceReference) -> [String] {
    if let text = reader.pattern(place) { return [text] }
    let origins = facts.origins(of: place)
    let texts = origins.compactMap { $0.function == place.function ? reader.constant($0) : nil }
    return texts.count == origins.count ? texts : []
  }

  /// The name of a value, and those of the members that a variable may have it from.
  private func names(of reference: PlaceReference) -> [String] {
    let local = facts.facts(of: reference.function)
    let members = local.makers(of: reference.place).compactMap { maker -> Symbol? in
      if case .load(let field, _, _) = local.effect(maker) { field } else { nil }
    }
    return ((local.name(of: reference.place).map { [$0] } ?? []) + members)
      .map { facts.program.symbols[$0] }
  }

  /// The name of a member of an enumeration, or of a constant: `Level.Serializable`,
  /// `Transaction.ISOLATION_LEVELS.SERIALIZABLE`.
  private func member(_ reference: PlaceReference) -> String? {
    let local = facts.facts(of: reference.function)
    let makers = local.makers(of: reference.place)
    guard makers.count == 1, case .load(let field, let object, _) = local.effect(makers[0]) else {
      return nil
    }
    let name = facts.program.symbols[field]
    let isOfClass =
      local.name(of: object).map { ToldStep(name: facts.program.symbols[$0]).isClassName } ?? false
    return isOfClass || name == name.uppercased() ? name : nil
  }

  /// Whether anything is done with a result but awaiting it and naming it.
  private func isUsed(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Bool {
    let facts = facts.facts(of: function)
    let (places, uses) = followed(place, facts)
    return !uses.isEmpty
      || facts.function.blocks.values.contains { block in
        if case .return(let value?) = block.terminator {
          places.contains(value.index)
        } else {
          false
        }
      }
  }

  /// The places that a result comes to by awaiting it and naming it, and what else uses any of them.
  private func followed(
    _ place: ID<Place>, _ facts: FunctionFacts
  ) -> (places: BitSet, uses: [ID<Operation>]) {
    var places = BitSet()
    var uses: [ID<Operation>] = []
    var pending = [place]
    while let next = pending.popLast() {
      guard places.insert(next.index) else { continue }
      for operation in facts.uses(of: next) {
        switch facts.effect(operation) {
        case .await(_, let into), .copy(_, let into): pending.append(into)
        default: uses.append(operation)
        }
      }
    }
    return (places, uses)
  }

  /// Whether a result is gone through: `for user in query`, `list(query)`.
  private func isIterated(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Bool {
    let local = facts.facts(of: function)
    let (places, uses) = followed(place, local)
    return uses.contains { operation in
      switch local.effect(operation) {
      case .iterate: return true
      case .call(let call):
        let names = facts.program.targets(of: operation, in: function).names
        return !(call.receiver.map { places.contains($0.index) } ?? false)
          && names.contains(where: index.behaviour.countingCalls.contains)
      default: return false
      }
    }
  }

  private func literal(_ reference: PlaceReference) -> Literal? {
    let origins = facts.origins(of: reference)
    guard origins.count == 1 else { return nil }
    return facts.facts(of: origins[0].function).literal(of: origins[0].place)
  }

  private func isClass(_ reference: PlaceReference) -> Bool {
    let isSeen = facts.program.values(of: reference.place, in: reference.function).contains {
      if case .classObject = $0 { true } else { false }
    }
    let name = facts.facts(of: reference.function).name(of: reference.place)
    return isSeen || name.map { ToldStep(name: facts.program.symbols[$0]).isClassName } ?? false
  }

  private func isObject(_ reference: PlaceReference) -> Bool {
    let local = facts.facts(of: reference.function)
    return local.makers(of: reference.place).contains { maker in
      if case .aggregate(let made, _) = local.effect(maker) { made.kind == .object } else { false }
    }
  }

  private func isObject(_ reference: PlaceReference, withOnly keys: Set<String>) -> Bool {
    let local = facts.facts(of: reference.function)
    return local.makers(of: reference.place).contains { maker in
      guard case .aggregate(let made, _) = local.effect(maker), made.kind == .object else {
        return false
      }
      return made.entries.allSatisfy { entry in
        entry.key.map { keys.contains(facts.program.symbols[$0]) } ?? entry.isSpread
      }
    }
  }

  private func isFunction(_ reference: PlaceReference) -> Bool {
    facts.program.values(of: reference.place, in: reference.function).contains { value in
      if case .function = value { true } else { false }
    }
  }
}

extension Role {
  /// The call that the role's model describes.
  package var pattern: CallPattern {
    switch self {
    case .acquire(_, let pattern): pattern.call
    case .release(_, let pattern): pattern.call
    case .handOff(_, let pattern), .network(let pattern), .neverRaises(let pattern),
      .neverReturns(let pattern), .borrows(let pattern), .unstableValue(let pattern),
      .clock(let pattern),
      .retry(let pattern),
      .consumer(let pattern), .webhook(let pattern), .fileProbe(let pattern):
      pattern
    case .fileUse(let spec): spec.call
    case .raises(let spec): spec.call
    case .payment(let spec): spec.call
    case .http(let spec): spec.call
    case .query(let spec): spec.call
    case .probe(let spec), .insert(let spec), .update(let spec): spec.call
    case .guard(let spec): spec.call
    case .pool(let spec): spec.call
    case .relation(let spec): spec.call
    }
  }
}
