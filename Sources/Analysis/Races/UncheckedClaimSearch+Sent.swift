import Basis
import IR
import Linking
import RuleBook

// Marks that say that something was sent, and states behind which nothing comes.
//
//     if (order.mailSent) return                   false, for two
//     await sendMail(order)                        twice
//     await markAsSent(order)                      by a helper, or here
//
//     if payment.state in FINAL: return            it is open, for two
//     payment.state = told.state                   a refund of the other is gone
//     payment.save()

extension UncheckedClaimSearch {
  // MARK: Sending

  /// What is sent twice, where the change notes that it was, and the check refuses the next one.
  func sent(by change: Change, behind refusal: Refusal) -> UncheckedClaim.Harm? {
    guard refusesNext(change, refusal) else { return nil }
    return sending(before: change, behind: refusal).map { .effect($0) }
  }

  /// Whether a change notes that something was sent.
  func notesSending(_ change: Change) -> Bool { notesSending(change.column) }

  private func notesSending(_ column: String) -> Bool {
    column.identifierWords.contains(where: words.sentStates.contains)
  }

  /// What is sent, where the change notes that it was: `if (order.mailSent) return`, the mail, and
  /// `order.mailSent = true`.
  private func sending(before change: Change, behind refusal: Refusal) -> RaceSite? {
    guard notesSending(change) else { return nil }
    let behind = blocks(behind: refusal)
    return function.operations.ids.first { operation in
      guard behind.contains(view.facts.block(of: operation).index),
        case .call(let call) = view.facts.effect(operation),
        let name = call.calleeName(view.facts)
      else { return false }
      return view.text(name).identifierWords.contains(where: words.sendingVerbs.contains)
        && !isKeyed(call)
    }.map(view.site)
  }

  /// Whether a call is given a key by which the other side drops a second one like it.
  private func isKeyed(_ call: Call) -> Bool {
    let entries = call.arguments.flatMap { argument in
      view.facts.makers(of: argument.value).flatMap { maker -> [Symbol?] in
        guard case .aggregate(let aggregate, _) = view.facts.effect(maker) else { return [] }
        return aggregate.entries.map(\.key)
      }
    }
    return (entries + call.arguments.map(\.label)).contains { name in
      name.map { view.text($0).identifierWords.contains { $0.hasPrefix("idempoten") } } ?? false
    }
  }

  // MARK: Helpers

  /// Rows of which a helper notes that something was sent, one claim for each.
  mutating func sentClaims(besides known: Set<RaceSite>) -> [UncheckedClaim] {
    let asked = Set(
      function.operations.values.compactMap { operation -> Symbol? in
        guard case .load(let field, _, _) = operation.effect, notesSending(view.text(field)) else {
          return nil
        }
        return field
      })
    guard !asked.isEmpty else { return [] }
    var result: [UncheckedClaim] = []
    var claimed = BitSet()
    for operation in function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation) else { continue }
      let given = call.arguments.map(\.value) + (call.receiver.map { [$0] } ?? [])
      for place in given where !claimed.contains(view.paths[place]) {
        guard let row = values.row(place, in: view.id), let entity = row.entity.entity,
          !known.contains(view.site(operation)),
          let field = mark(on: place, by: call, at: operation, in: view.id, among: asked, depth: 3)
        else { continue }
        let change = Change(
          column: view.text(field), value: nil, operation: operation, site: view.site(operation))
        let path = view.paths[place]
        let found = claim(change, besides: [], on: entity, isGiven: true) { [view] _, other in
          view.paths[other] == path
        }
        guard let found else { continue }
        claimed.insert(path)
        result.append(found)
      }
    }
    return result
  }

  /// The field, one of some, that a call sets on an object that it is given, before it is saved.
  private func mark(
    on object: ID<Place>, by call: Call, at operation: ID<Operation>,
    in caller: ID<ProgramFunction>, among fields: Set<Symbol>, depth: Int
  ) -> Symbol? {
    let context = view.context
    let origins = context.facts.facts(of: caller).origins(of: object)
    let targets = context.program.targets(of: operation, in: caller).functions
    guard depth > 0, (1...2).contains(targets.count) else { return nil }
    for target in targets where target != caller {
      let facts = context.facts.facts(of: target)
      for place in facts.function.parameters.indices.compactMap({ index -> ID<Place>? in
        let given = call.argument(for: index, of: facts.function)
        return given.map { context.facts.facts(of: caller).origins(of: $0) == origins } ?? false
          ? facts.function.parameters[index].place : nil
      }) + (call.receiver == object ? [facts.function.receiver].compactMap { $0 } : []) {
        let found = mark(
          on: place, in: target, facts, among: fields, depth: depth)
        if let found { return found }
      }
    }
    return nil
  }

  private func mark(
    on parameter: ID<Place>, in target: ID<ProgramFunction>, _ facts: FunctionFacts,
    among fields: Set<Symbol>, depth: Int
  ) -> Symbol? {
    for operation in facts.function.operations.ids {
      switch facts.effect(operation) {
      case .store(let value, let object, let field)
      where fields.contains(field) && facts.origins(of: object) == [parameter]:
        guard !isNothing(value, facts), let events = view.context.races.events[target],
          events.save(
            of: object, after: operation, in: RaceView(target, context: view.context)) != nil
        else { continue }
        return field
      case .call(let call):
        let given = call.arguments.map(\.value) + (call.receiver.map { [$0] } ?? [])
        for place in given where facts.origins(of: place) == [parameter] {
          let found = mark(
            on: place, by: call, at: operation, in: target, among: fields, depth: depth - 1)
          if let found { return found }
        }
      default: continue
      }
    }
    return nil
  }

  private func isNothing(_ value: ID<Place>, _ facts: FunctionFacts) -> Bool {
    switch facts.literal(of: value) {
    case .null, .undefined, .boolean(false): true
    case .boolean, .string, .number, nil: false
    }
  }

  // MARK: Final states

  /// A state behind which nothing comes, which another request may have set, and which is replaced
  /// by whatever this one was told.
  func reopening(_ change: Change, behind refusal: Refusal) -> UncheckedClaim.Harm? {
    guard refusal.isLeft, change.state == nil, let value = change.value,
      view.facts.literal(of: value) == nil, isGivenState(value), refusesFinal(refusal)
    else { return nil }
    return .reopened
  }

  /// Whether a value came from outside or was computed, and is no constant.
  private func isGivenState(_ value: ID<Place>) -> Bool {
    view.facts.makers(of: value).allSatisfy { maker in
      switch view.facts.effect(maker) {
      case .call, .load, .loadElement: view.stateName(of: value) == nil
      default: false
      }
    }
  }

  /// Whether a check sends away who finds a final state: `state in FINAL_STATES`, `state == 'paid'`.
  private func refusesFinal(_ refusal: Refusal) -> Bool {
    if let states = refusal.states {
      return !states.isAdmitting
        && states.names.allSatisfy { name in
          (words.finalStates + words.deadStates).contains { ComparedStates.plain($0) == name }
        }
    }
    guard !refusal.isOfPresence, let subject = refusal.condition.subject else { return false }
    return view.facts.makers(of: subject).contains { maker in
      guard case .compute(.membership, let operands, _) = view.facts.effect(maker),
        operands.count == 2
      else { return false }
      let names = view.facts.path(of: operands[1], in: view.context.program, depth: 3)
      return names.contains { step in
        step.name.identifierWords.contains { words.finalWords.contains($0) }
      }
    }
  }
}
