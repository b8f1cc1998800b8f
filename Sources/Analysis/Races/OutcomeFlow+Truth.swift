import Basis
import IR
import Linking

// What conditions can turn out to be, by what is known of the values that they test.

extension OutcomeFlow {
  /// What a condition can be in a world.
  ///
  /// - Parameter block: where it is tested; what is assigned only later does not count.
  func truth(of condition: Condition, in world: RaceWorld, at block: ID<Block>? = nil) -> Truth {
    guard let subject = condition.subject else { return .either }
    let truth: Truth =
      switch condition.test {
      case .truthy: self.truth(of: subject, in: world, at: block)
      case .null: equality(of: subject, with: .null, in: world, at: block)
      case .equals(let literal): equality(of: subject, with: literal, in: world, at: block)
      case .element: loopTruth(of: subject, in: world)
      case .opaque: .either
      }
    return condition.isNegated ? truth.inverted : truth
  }

  /// Whether what the condition tests came of the answer, or was assigned because of it.
  func concerns(_ condition: Condition) -> Bool {
    guard let subject = condition.subject else { return false }
    return self[subject] != nil
      || truth(of: condition, in: .absent) != truth(of: condition, in: .present)
  }

  /// What a test of the answer itself comes to where there is no row, whatever else its place can
  /// hold: `own ?? shared`. Either where something else is tested.
  func plainTruth(of condition: Condition) -> Truth {
    guard let subject = condition.subject, self[subject] == .answer, !isAlwaysObject(subject) else {
      return .either
    }
    switch condition.test {
    case .truthy: return condition.isNegated ? .yes : .no
    case .null: return condition.isNegated ? .no : .yes
    case .equals, .element, .opaque: return .either
    }
  }

  /// The head of a loop over the answer: entered only if there are rows.
  private func loopTruth(of subject: ID<Place>, in world: RaceWorld) -> Truth {
    guard case .flag(absent: false, present: nil) = self[subject], world == .absent,
      view.facts.makers(of: subject).contains(where: { isIteration($0) })
    else { return .either }
    return .no
  }

  private func isIteration(_ operation: ID<Operation>) -> Bool {
    if case .iterate = view.facts.effect(operation) { true } else { false }
  }

  /// The truth of a place, by each of its assignments.
  func truth(
    of place: ID<Place>, in world: RaceWorld, at block: ID<Block>? = nil, depth: Int = 6
  ) -> Truth {
    judge(place, in: world, at: block, depth: depth) { evidence in
      switch evidence {
      case .answer:
        if world == .present { return .yes }
        return isAlwaysObject(place) ? .either : .no
      case .flag(let absent, let present): return Truth(world == .absent ? absent : present)
      case .parcel, .property, .detail: return .either
      }
    } literal: {
      Truth(view.truth(of: $0))
    }
  }

  func equality(
    of place: ID<Place>, with literal: Literal, in world: RaceWorld, at block: ID<Block>? = nil
  ) -> Truth {
    judge(place, in: world, at: block, depth: 6) { evidence in
      switch evidence {
      case .answer: answerEquals(literal, place, in: world)
      case .flag(let absent, let present):
        flagEquals(literal, Truth(world == .absent ? absent : present))
      case .parcel, .property, .detail: .either
      }
    } literal: {
      $0 == literal || $0.isNothing && literal.isNothing ? .yes : .no
    }
  }

  private func flagEquals(_ literal: Literal, _ truth: Truth) -> Truth {
    switch literal {
    case .boolean(let value): value ? truth : truth.inverted
    case .null, .undefined, .number, .string: .either
    }
  }

  private func answerEquals(
    _ literal: Literal, _ place: ID<Place>, in world: RaceWorld
  ) -> Truth {
    switch literal {
    case .null, .undefined:
      if world == .present { return .no }
      return isAlwaysObject(place) ? .either : .yes
    case .boolean(let value):
      return (world == .present) == value ? .yes : .no
    case .number(let symbol):
      guard let number = Int(view.text(symbol)) else { return .either }
      if number == 0 { return world == .absent ? .yes : .no }
      return world == .absent ? .no : .either
    case .string: return .either
    }
  }

  /// Joins what each assignment of a place says, copies followed back.
  private func judge(
    _ place: ID<Place>, in world: RaceWorld, at block: ID<Block>?, depth: Int,
    _ evidence: (Evidence) -> Truth, literal: (Literal) -> Truth
  ) -> Truth {
    let definitions = view.facts.definitions(of: place)
    guard depth > 0, !definitions.isEmpty else { return self[place].map(evidence) ?? .either }
    var result: Truth = []
    let dead = world == .absent ? dead.absent : dead.present
    for definition in definitions where !dead.contains(view.facts.block(of: definition).index) {
      if isStart(definition, of: place) { continue }
      if let block, definitions.count > 1, !reaches(definition, block) { continue }
      if grown.contains(place.index) {
        result.formUnion(evidence(self[place] ?? .answer))
      } else if let found = byOperation[definition], copied(definition) == nil {
        result.formUnion(evidence(found))
      } else if case .literal(let value, _) = view.facts.effect(definition) {
        result.formUnion(literal(value))
      } else if let source = copied(definition) {
        result.formUnion(
          judge(source, in: world, at: block, depth: depth - 1, evidence, literal: literal))
      } else {
        result.formUnion(.either)
      }
    }
    return result.isEmpty ? .either : result
  }

  /// Whether it is the empty list that a comprehension starts with.
  private func isStart(_ definition: ID<Operation>, of place: ID<Place>) -> Bool {
    guard case .aggregate(let aggregate, _) = view.facts.effect(definition),
      aggregate.entries.isEmpty, case .flag = self[place]
    else { return false }
    return view.facts.definitions(of: place).contains { byOperation[$0] == self[place] }
  }

  func copied(_ operation: ID<Operation>?) -> ID<Place>? {
    guard let operation else { return nil }
    switch view.facts.effect(operation) {
    case .copy(let source, _), .await(let source, _): return source
    default: return nil
    }
  }
}
