import Basis
import IR
import Linking
import RuleBook

// What becomes of who finds a row: it gets it (`if (known) return known`), goes on (`if (!known)
// await create()`), or is sent away (`if (taken) throw new Taken()`). That says what the loser of a
// race misses.

extension RaceWorlds {
  /// Whether who finds a row is only sent away: with an exception, or an answer that has nothing of
  /// the row in it. Else the row, or that there is one, was what the caller wanted.
  func isRefused(_ deciding: Deciding) -> Bool {
    guard let sides = deciding.sides else {
      guard let probe, !probe.isHandler else { return false }
      let outcome = probe.outcome
      return outcome.present.contains(.raises) && !outcome.absent.contains(.raises)
    }
    let avoided = Set(home.map { [$0] } ?? [])
    let leading = blocks(from: [sides.leading], in: .absent, avoiding: avoided)
    let leaving = blocks(from: [sides.leaving], in: .present, avoiding: avoided)
    var isAnswered = false
    for index in leaving.members where !leading.contains(index) {
      switch responds(in: ID(index)) {
      case .row: return false
      case .refusal: isAnswered = true
      case nil: if uses(in: ID(index)) { return false }
      }
    }
    return isAnswered
      || leaving.members.allSatisfy { refuses(at: ID($0), of: leaving, sharing: leading) }
  }

  /// Whether who finds something leaves the function where others go on: `if (held) return`.
  func leaves(_ deciding: Deciding) -> Bool {
    guard let sides = deciding.sides else { return false }
    let avoided = Set(home.map { [$0] } ?? [])
    let leading = blocks(from: [sides.leading], in: .absent, avoiding: avoided)
    return blocks(from: [sides.leaving], in: .present, avoiding: avoided).members.contains {
      index in
      guard !leading.contains(index) else { return false }
      if view.raises(in: ID(index)) { return true }
      switch function.blocks[ID(index)].terminator {
      case .return: return true
      default: return false
      }
    }
  }

  /// Whether rows that are there still allow one more: `count < room.capacity`.
  func isLimited(_ deciding: Deciding) -> Bool {
    guard let condition = deciding.condition, let subject = condition.subject else { return false }
    let isCompared = view.facts.makers(of: subject).contains { maker in
      compared(by: maker) != nil
    }
    return isCompared && flow.truth(of: condition, in: .present) == .either
  }

  /// What a comparison compares with each other, also as a difference: `limit - count < 0`; nil
  /// where it only asks if there are any, because more than none is no limit.
  private func compared(by operation: ID<Operation>) -> [ID<Place>]? {
    guard case .compute(.compare, let operands, _) = view.facts.effect(operation) else {
      return nil
    }
    guard operands.contains(where: { number($0).map { $0 < 2 } ?? false }) else { return operands }
    let parts = operands.flatMap { minuends(of: $0) }
    return parts.isEmpty ? nil : parts
  }

  /// What a difference is of, however many are taken off.
  private func minuends(of place: ID<Place>, depth: Int = 3) -> [ID<Place>] {
    guard depth > 0 else { return [] }
    return view.facts.makers(of: place).flatMap { maker -> [ID<Place>] in
      guard case .compute(.subtract, let operands, _) = view.facts.effect(maker) else { return [] }
      return operands.flatMap { operand in
        let inner = minuends(of: operand, depth: depth - 1)
        return inner.isEmpty ? [operand] : inner
      }
    }
  }

  /// Whether the limit is one that the program sets, and not what a row has room for.
  func isQuota(_ deciding: Deciding) -> Bool {
    if isLimited(deciding), let subject = deciding.condition?.subject {
      return view.facts.makers(of: subject).contains(where: comparesWithSetting)
    }
    return deciding.sides.map { speaksOfQuota($0.leaving, besides: $0.leading) } ?? false
  }

  /// Whether the function compares the answer with such a limit somewhere, for its callers.
  var comparesWithQuota: Bool { function.operations.ids.contains(where: comparesWithSetting) }

  private func comparesWithSetting(_ operation: ID<Operation>) -> Bool {
    guard let operands = compared(by: operation),
      operands.contains(where: { flow[$0].map { $0 != .property } ?? false })
    else { return false }
    return operands.contains { flow[$0] == nil && isSetting($0) }
  }

  private var words: BehaviourSpec { view.context.roles.index.behaviour }

  /// Whether who finds rows is told of a limit: `throw new Error('webhook limit reached')`.
  private func speaksOfQuota(_ side: ID<Block>, besides other: ID<Block>) -> Bool {
    let avoided = Set(home.map { [$0] } ?? [])
    let others = blocks(from: [other], in: .absent, avoiding: avoided)
    let own = blocks(from: [side], in: .present, avoiding: avoided)
    return own.members.contains { block in
      !others.contains(block)
        && function.operations(of: ID(block)).contains { operation in
          guard case .literal(.string(let text), _) = view.facts.effect(operation) else {
            return false
          }
          return view.text(text).contains(" ") && speaksOfQuota(view.text(text))
        }
    }
  }

  private func speaksOfQuota(_ name: String) -> Bool {
    name.identifierWords.contains(where: words.quotaWords.contains)
  }

  /// A number, `MAX_TOKENS`, `config.limits.tokens`, `settings.get('tokens')`, `maxTokens`.
  private func isSetting(_ place: ID<Place>, depth: Int = 4) -> Bool {
    if number(place) != nil { return true }
    let name = function.places[place].name.map(view.text)
    if let name, isSettingName(name) { return true }
    if isOfPlan(place) { return true }
    guard depth > 0 else { return false }
    var isOfRow = false
    for maker in view.facts.makers(of: place) {
      switch view.facts.effect(maker) {
      case .load(let field, let object, _):
        if isSettingName(view.text(field)) || isSetting(object, depth: depth - 1) { return true }
        isOfRow = true
      case .call(let call):
        if let receiver = call.receiver, isSetting(receiver, depth: depth - 1) { return true }
      default: continue
      }
    }
    // `event.maxGuests` is what a row has room for, in a variable of whatever name.
    return !isOfRow && name.map(speaksOfQuota) ?? false
  }

  private func isSettingName(_ name: String) -> Bool {
    name.contains(where: \.isLetter) && name == name.uppercased()
      || words.settingNames.contains(name)
  }

  /// `team.plan.webhooks`: what a customer's plan allows, but for what is sold by the piece.
  private func isOfPlan(_ place: ID<Place>) -> Bool {
    let path = view.facts.makerPath(of: place, in: view.context.program, depth: 5)
    guard let last = path.last,
      !last.name.identifierWords.contains(where: words.capacityWords.contains)
    else { return false }
    return path.dropLast().contains { step in
      step.name.identifierWords.contains(where: words.planWords.contains)
    }
  }

  private func number(_ place: ID<Place>) -> Int? {
    guard case .number(let text) = view.facts.literal(of: place) else { return nil }
    return Int(view.text(text))
  }

  /// Whether the calls of a block do something with what was found, or change it: who finds a row
  /// wanted it. What is said of it in an error or a log is no use.
  private func uses(in block: ID<Block>) -> Bool {
    function.operations(of: block).contains { operation in
      guard case .call(let call) = view.facts.effect(operation) else { return false }
      if view.roles[operation]?.contains(where: \.isUpdate) ?? false { return true }
      let targets = view.context.program.targets(of: operation, in: view.id)
      guard call.arguments.contains(where: { flow[$0.value] != nil }), !call.isConstruction,
        targets.constructed.isEmpty, isAwaited(call.result)
      else { return false }
      return !view.context.roles.roles(of: call, at: operation, in: view.id)
        .contains(where: \.neverRaises)
    }
  }

  private func isAwaited(_ place: ID<Place>) -> Bool {
    view.facts.uses(of: place).contains { use in
      if case .await = view.facts.effect(use) { true } else { false }
    }
  }

  private enum Response { case row, refusal }

  /// What the calls of a block send back to who asked.
  private func responds(in block: ID<Block>) -> Response? {
    let names = view.context.roles.index.behaviour.responseNames
    var result: Response?
    for operation in function.operations(of: block) {
      guard case .call(let call) = view.facts.effect(operation), let receiver = call.receiver,
        view.facts.path(of: receiver, in: view.context.program, depth: 4).first
          .map({ names.contains($0.name) }) ?? false
          || isAnswer(receiver, of: names)
      else { continue }
      if call.arguments.contains(where: { flow[$0.value] != nil }) { return .row }
      result = .refusal
    }
    return result
  }

  /// Whether a value is what the methods of an answer give, which can be chained.
  private func isAnswer(_ place: ID<Place>, of names: [String], depth: Int = 4) -> Bool {
    if let name = function.places[place].name { return names.contains(view.text(name)) }
    guard depth > 0 else { return false }
    return view.facts.makers(of: place).contains { maker in
      guard case .call(let call) = view.facts.effect(maker), let receiver = call.receiver else {
        return false
      }
      return isAnswer(receiver, of: names, depth: depth - 1)
    }
  }

  /// Whether a block ends the function with nothing of the row, if it ends it.
  ///
  /// Where all ways end in one block, as behind `with`, that is said by what it was given to return.
  private func refuses(
    at block: ID<Block>, of leaving: BitSet, sharing others: BitSet
  ) -> Bool {
    guard !view.endings.contains(block.index),
      case .return(let value) = function.blocks[block].terminator
    else { return true }
    guard let value else { return false }
    guard others.contains(block.index) else { return refuses(with: value) }
    let own = view.facts.definitions(of: value).filter { definition in
      let home = view.facts.block(of: definition).index
      return leaving.contains(home) && !others.contains(home)
    }
    return !own.isEmpty
      && own.allSatisfy { definition in
        switch view.facts.effect(definition) {
        case .copy(let source, _), .await(let source, _): refuses(with: source)
        default: refuses(with: value)
        }
      }
  }

  /// Whether an answer has nothing of the row in it and does not say that all is well.
  private func refuses(with value: ID<Place>) -> Bool {
    guard flow[value] == nil else { return false }
    switch view.facts.literal(of: value) {
    case .boolean(true): return false
    case .boolean, .number, .string, .null, .undefined, nil: return true
    }
  }
}
