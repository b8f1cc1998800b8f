import Basis
import IR
import Linking
import RuleBook

extension ResourceFlow {
  /// Whether an exception may pass the handlers of a `try`: where errors of the system are handled,
  /// nothing else is raised by what is done with a socket, and where `ValueError` is, by `int(text)`.
  func admits(_ choice: ID<Block>, of choices: [ID<Block>]) -> Bool {
    // Who passes all handlers comes last, and goes on to those of an outer `try`, if there is one.
    guard choice == choices.last,
      let choosing = view.function.blocks.ids.first(where: { block in
        if case .choose(choices) = view.function.blocks[block].terminator { true } else { false }
      }), view.function.blocks[choosing].unwind == choice
    else { return true }
    let handled = Set(
      choices.dropLast().flatMap { caught(in: $0) ?? [] }.compactMap { type in
        view.facts.name(of: type).map { view.text($0) }
      })
    if handled.isEmpty { return true }
    let system = view.context.roles.index.behaviour.systemErrors
    if acquisition.spec.kind == .socket || acquisition.isPath, !handled.isDisjoint(with: system) {
      return false
    }
    return !handles(handled, allBefore: choosing)
  }

  /// Whether all that raises before a choice of handlers raises one of some errors.
  private func handles(_ errors: Set<String>, allBefore choosing: ID<Block>) -> Bool {
    view.function.blocks.ids.allSatisfy { block in
      guard view.function.blocks[block].unwind == choosing else { return true }
      return view.function.operations(of: block).allSatisfy { operation in
        guard canRaise(operation), !isBeforeAcquire(operation) else { return true }
        return self.errors(of: operation).contains(where: errors.contains)
      }
    }
  }

  /// Whether an operation stands before the acquire, or waits for it: nothing is held there yet.
  private func isBeforeAcquire(_ operation: ID<Operation>) -> Bool {
    guard case .call(let site) = acquisition.site else { return false }
    if case .await(let value, _) = view.facts.effect(operation), isAcquiring(value) { return true }
    return operation <= site
  }

  /// The only errors that an operation raises in practice; none where anything may be raised.
  private func errors(of operation: ID<Operation>) -> [String] {
    let behaviour = view.context.roles.index.behaviour
    switch view.facts.effect(operation) {
    case .loadElement: return behaviour.elementErrors
    case .await(let value, _):
      if limitedRelease(value) != nil { return behaviour.timeoutErrors }
      return view.facts.definition(of: value).map(errors) ?? []
    case .call:
      for case .raises(let spec) in view.roles[operation] ?? [] { return spec.errors }
      let names = view.program.targets(of: operation, in: view.id).names
      let isOfSystem =
        !names.isEmpty
        && names.allSatisfy { name in
          behaviour.systemModules.contains { name.hasPrefix($0 + ".") }
        }
      return isOfSystem ? behaviour.systemErrors : []
    default: return []
    }
  }

  /// The types that a block catches, if a handler begins there.
  private func caught(in block: ID<Block>) -> [ID<Place>]? {
    for operation in view.function.operations(of: block) {
      switch view.facts.effect(operation) {
      case .caught(let types, _): return types
      case .load: continue
      default: return nil
      }
    }
    return nil
  }

  /// Keeps the disjuncts in which the condition can have this outcome, and notes what it tells.
  func assume(_ condition: Condition, is outcome: Bool, in state: inout ResourceState) {
    guard let subject = condition.subject else { return }
    let holds = outcome != condition.isNegated
    state.rewrite { disjunct in
      var next = disjunct
      guard decide(condition.test, subject, holds, in: &next) else { return [] }
      return [next]
    }
  }

  /// Whether the outcome is possible; narrows what is known.
  private func decide(
    _ test: Condition.Test, _ subject: ID<Place>, _ holds: Bool, in disjunct: inout Disjunct
  ) -> Bool {
    let path = view.paths[subject]
    let fact = disjunct.facts[path]
    if asksForStatus(subject, disjunct) { disjunct.typestate = .gone }
    if let outcome = outcomeWhileHeld(test, subject, disjunct), outcome != holds { return false }
    if disjunct.typestate == .held, fact == nil {
      // A state of the handle itself that decides its release is as its author thinks; and who
      // says with an argument that the handle stays open, keeps it.
      if let releasing = flowFacts.flags.outcome(of: subject), releasing != holds,
        isOwnState(subject, disjunct)
          || view.isGiven(subject)
            && !view.isFailure(subject, of: acquisition.handle)
      {
        return false
      }
      if flowFacts.unstable.contains(path), disjunct.aliases.contains(path),
        test.asksForNothing(holds)
      {
        return false
      }
    }
    if disjunct.typestate == .held, test.asksForNothing(holds), isPipe(subject, disjunct) {
      return false
    }
    switch test {
    case .truthy:
      if !holds, fact == .notNull, isHandle(path) { return false }
      if let known = fact?.isTruthy ?? tellsState(subject, disjunct), known != holds {
        return false
      }
      refine(path, subject, holds ? .truthy : fact?.isNull == true ? .null : .falsy, &disjunct)
    case .null:
      if let known = fact?.isNull, known != holds { return false }
      // Who takes one where nothing was given means by that that it was null.
      if fact == .falsy, disjunct.typestate == .held { return holds }
      if holds {
        refine(path, subject, .null, &disjunct)
      } else if fact == nil || fact == .falsy {
        refine(path, subject, .notNull, &disjunct)
      }
    case .equals(let literal):
      if case .constant(let known)? = fact, (known == literal) != holds { return false }
      if fact == .null, holds { return false }
      if holds { refine(path, subject, Fact(literal), &disjunct) }
    case .opaque where view.paths.repeated.contains(path):
      if let known = fact?.isTruthy, known != holds { return false }
      refine(path, subject, holds ? .truthy : .falsy, &disjunct)
    case .element, .opaque: break
    }
    return true
  }

  /// What a condition says as long as the handle is held, where its author knows better than we:
  /// `typeof fd === 'number'`, and `if (released) return;` of a function that is called again.
  private func outcomeWhileHeld(
    _ test: Condition.Test, _ subject: ID<Place>, _ disjunct: Disjunct
  ) -> Bool? {
    guard disjunct.typestate == .held else { return nil }
    switch test {
    case .equals(.string(let kind)):
      let isOfHandle = view.facts.makers(of: subject).contains { maker in
        guard case .compute(.typeOf, let operands, _) = view.facts.effect(maker) else {
          return false
        }
        return operands.contains { disjunct.aliases.contains(view.paths[$0]) }
      }
      return isOfHandle ? view.text(kind) != "undefined" : nil
    case .equals(.number(let number)):
      return view.text(number) == "-1" && disjunct.aliases.contains(view.paths[subject])
        ? false : nil
    case .truthy:
      if let outcome = comparedWithNone(subject, disjunct) { return outcome }
      if isOwnMethod(subject, disjunct) { return true }
      if let outcome = comparedWithOther(subject, disjunct) { return outcome }
      return acquisition.site == .entry && isDoneFlag(subject) ? false : nil
    case .null: return isOwnMethod(subject, disjunct) ? false : nil
    case .equals, .element, .opaque: return nil
    }
  }

  /// Whether a method of the handle is asked for, which is called then: it is there, `timer.unref?.()`.
  private func isOwnMethod(_ subject: ID<Place>, _ disjunct: Disjunct) -> Bool {
    guard acquisition.resource != nil, let maker = view.facts.definition(of: subject),
      case .load(let member, let object, _) = view.facts.effect(maker),
      disjunct.aliases.contains(view.paths[object])
    else { return false }
    return view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect else { return false }
      switch call.callee {
      case .method(member, let receiver): return disjunct.aliases.contains(view.paths[receiver])
      case .value(let callee): return callee == subject
      default: return false
      }
    }
  }

  /// What a comparison of the handle with something else gives: nothing else is what was just taken,
  /// `if (browser !== theirBrowser) await browser.close()`.
  private func comparedWithOther(_ subject: ID<Place>, _ disjunct: Disjunct) -> Bool? {
    guard acquisition.site != .entry, let maker = view.facts.definition(of: subject),
      case .compute(let sign, let operands, _) = view.facts.effect(maker)
    else { return nil }
    if sign == .not, let operand = operands.first, view.function.places[operand].isTemporary {
      return comparedWithOther(operand, disjunct).map { !$0 }
    }
    guard operands.count == 2,
      sign == .equal || sign == .notEqual || sign == .membership && isStandard(operands[1])
    else { return nil }
    let isOurs = operands.map { disjunct.aliases.contains(view.paths[$0]) }
    guard isOurs[0] != isOurs[1] else { return nil }
    let other = operands[isOurs[0] ? 1 : 0]
    guard view.facts.literal(of: other) == nil, isGivenPlace(other) else { return nil }
    return sign == .notEqual
  }

  /// What a comparison of the handle with the least descriptor, or with one below, gives: `fd >= 0`.
  private func comparedWithNone(_ subject: ID<Place>, _ disjunct: Disjunct) -> Bool? {
    guard let maker = view.facts.definition(of: subject),
      case .compute(.compare(let sign), let operands, _) = view.facts.effect(maker),
      operands.count == 2
    else { return nil }
    let isOurs = operands.map { disjunct.aliases.contains(view.paths[$0]) }
    guard isOurs[0] != isOurs[1],
      case .number(let number) = view.facts.literal(of: operands[isOurs[0] ? 1 : 0]),
      ["0", "-1"].contains(view.text(number))
    else { return nil }
    return view.text(sign).hasPrefix(">") == isOurs[0]
  }

  /// Whether a value is a stream of the process: `sys.stdout`, `sys.stdin.buffer`.
  ///
  /// - Parameter depth: how many members are followed: in a loop a value is read from itself.
  private func isStandard(_ place: ID<Place>, depth: Int = 3) -> Bool {
    view.facts.makers(of: place).contains { maker in
      guard case .load(let field, let object, _) = view.facts.effect(maker) else { return false }
      return ["stdin", "stdout", "stderr"].contains(view.text(field))
        || depth > 0 && isStandard(object, depth: depth - 1)
    }
  }

  /// Whether a value was there before the function took anything.
  private func isGivenPlace(_ place: ID<Place>) -> Bool {
    view.facts.origins(of: place).allSatisfy { origin in
      switch view.function.places[origin].kind {
      case .parameter, .receiver, .captured: return true
      case .local, .temporary, .global, .exception: break
      }
      return view.facts.makers(of: origin).allSatisfy { maker in
        guard case .load(_, let object, _) = view.facts.effect(maker) else { return false }
        return !view.forwardAliases(of: acquisition.handle).contains(object.index)
      }
    }
  }

  /// Whether a closure sets a variable of the function around it, or a mark that stands in one, to know
  /// that it has run.
  private func isDoneFlag(_ subject: ID<Place>) -> Bool {
    if asksForMark(subject) { return true }
    guard case .captured = view.function.places[subject].kind else { return false }
    return view.facts.definitions(of: subject).contains { definition in
      switch view.facts.effect(definition) {
      case .literal(.boolean(true), _): true
      case .copy(let source, _): view.facts.literal(of: source) == .boolean(true)
      default: false
      }
    }
  }

  /// `if stopping.is_set(): return`, and then `stopping.set()`
  private func asksForMark(_ subject: ID<Place>) -> Bool {
    let behaviour = view.context.roles.index.behaviour
    guard let maker = view.facts.definition(of: subject),
      case .call(let question) = view.facts.effect(maker),
      case .method(let name, let mark) = question.callee,
      behaviour.markQuestions.contains(view.text(name)),
      case .captured = view.function.places[mark].kind
    else { return false }
    return view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, call.arguments.isEmpty,
        case .method(let name, mark) = call.callee
      else { return false }
      return behaviour.markMethods.contains(view.text(name))
    }
  }

  /// Notes a fact for the subject and for what it was copied from or computed of.
  private func refine(
    _ path: Int, _ subject: ID<Place>, _ fact: Fact, _ disjunct: inout Disjunct
  ) {
    set(fact, of: path, in: &disjunct)
    guard view.function.places[subject].isTemporary,
      let maker = view.facts.definition(of: subject)
    else { return }
    switch view.facts.effect(maker) {
    case .copy(let source, _), .await(let source, _):
      set(fact, of: view.paths[source], in: &disjunct)
    case .compute(.not, let operands, _):
      guard let operand = operands.first, let truth = fact.isTruthy else { return }
      set(truth ? .falsy : .truthy, of: view.paths[operand], in: &disjunct)
    default: return
    }
  }

  // MARK: Flags

  /// A computation; `!x` and `x == null` tell of `x`, and are told apart where they are flags.
  func compute(
    _ sign: Operator, _ operands: [ID<Place>], _ into: ID<Place>, _ disjunct: Disjunct
  ) -> [Disjunct] {
    switch sign {
    case .not:
      if let operand = operands.first {
        return truth(of: operand, into: into, isNegated: true, disjunct)
      }
    case .equal, .notEqual:
      if operands.count == 2, let subject = nullTested(operands) {
        return nullness(of: subject, into: into, isNegated: sign == .notEqual, disjunct)
      }
    default: break
    }
    var next = disjunct
    forget(into.index, in: &next)
    return [next]
  }

  /// Assigns the truth of an operand, or its negation.
  func truth(
    of operand: ID<Place>, into: ID<Place>, isNegated: Bool, _ disjunct: Disjunct
  ) -> [Disjunct] {
    let known = disjunct.facts[view.paths[operand]]?.isTruthy
    return outcomes(known, of: operand, .truthy, .falsy, into, isNegated, disjunct)
  }

  /// Assigns whether an operand is null, or is not.
  private func nullness(
    of operand: ID<Place>, into: ID<Place>, isNegated: Bool, _ disjunct: Disjunct
  ) -> [Disjunct] {
    let known = disjunct.facts[view.paths[operand]]?.isNull
    return outcomes(known, of: operand, .null, .notNull, into, isNegated, disjunct)
  }

  /// One disjunct where the answer is known, two where it is a flag, and nothing known otherwise.
  private func outcomes(
    _ known: Bool?, of operand: ID<Place>, _ yes: Fact, _ no: Fact, _ into: ID<Place>,
    _ isNegated: Bool, _ disjunct: Disjunct
  ) -> [Disjunct] {
    let answers = known.map { [$0] } ?? (flowFacts.flags.contains(into.index) ? [true, false] : [])
    var rest = disjunct
    forget(into.index, in: &rest)
    guard !answers.isEmpty else { return [rest] }
    return answers.map { answer in
      var next = rest
      if known == nil { refine(view.paths[operand], operand, answer ? yes : no, &next) }
      set(answer != isNegated ? .truthy : .falsy, of: into.index, in: &next)
      return next
    }
  }

  /// The operand that is compared with null.
  private func nullTested(_ operands: [ID<Place>]) -> ID<Place>? {
    func isNull(_ place: ID<Place>) -> Bool {
      let literal = view.facts.literal(of: place)
      return literal == .null || literal == .undefined
    }
    if isNull(operands[1]) { return operands[0] }
    return isNull(operands[0]) ? operands[1] : nil
  }

  /// Whether a variable is one that also holds the handle: `client = client or make()`.
  private func isHandle(_ path: Int) -> Bool {
    view.forwardAliases(of: acquisition.handle).contains(path)
  }

  /// Whether a place holds a pipe of a child process, which is there when it was asked for.
  private func isPipe(_ subject: ID<Place>, _ disjunct: Disjunct) -> Bool {
    guard acquisition.spec.kind == .process, let maker = view.facts.definition(of: subject),
      case .load(let field, let owner, _) = view.facts.effect(maker),
      disjunct.aliases.contains(view.paths[owner])
    else { return false }
    return ["stdin", "stdout", "stderr"].contains(view.text(field))
  }

  /// Whether a place holds a member of the handle: `runner.isReleased`, `client.closed()`.
  private func isOwnState(_ subject: ID<Place>, _ disjunct: Disjunct) -> Bool {
    guard view.function.places[subject].isTemporary,
      let maker = view.facts.definition(of: subject)
    else { return false }
    switch view.facts.effect(maker) {
    case .load(_, let owner, _): return disjunct.aliases.contains(view.paths[owner])
    case .compute(_, let operands, _):
      return operands.contains { isOwnState($0, disjunct) }
    default: return false
    }
  }

  /// The outcome of `f.closed`, `queryRunner.isTransactionActive`, `lock.locked()` in a typestate.
  private func tellsState(_ subject: ID<Place>, _ disjunct: Disjunct) -> Bool? {
    guard disjunct.typestate == .held || disjunct.typestate == .released,
      let maker = view.facts.definition(of: subject)
    else { return nil }
    let name: Symbol
    let object: ID<Place>
    switch view.facts.effect(maker) {
    case .load(let field, let owner, _): (name, object) = (field, owner)
    case .call(let call):
      if asksForFile(call, at: maker, disjunct) { return disjunct.typestate == .held }
      guard case .method(let method, let owner) = call.callee else { return nil }
      (name, object) = (method, owner)
    default: return nil
    }
    return told(by: name, of: object, disjunct)
  }

  /// What a member of the handle, or a method that is asked, says of its typestate.
  func told(by name: Symbol, of object: ID<Place>, _ disjunct: Disjunct) -> Bool? {
    guard disjunct.aliases.contains(view.paths[object]) else { return nil }
    let behaviour = view.context.roles.index.behaviour
    let isHeld = disjunct.typestate == .held
    guard isHeld || disjunct.typestate == .released else { return nil }
    // Whether a transaction is open says nothing of the connection that it runs on.
    if !isTransaction, Verbs.words(of: view.text(name)).contains("transaction") { return nil }
    if behaviour.releasedMembers.contains(view.text(name)) { return !isHeld }
    if behaviour.heldMembers.contains(view.text(name)) { return isHeld }
    return nil
  }
}

extension ResourceFlow {
  /// Whether a call asks if the path that was made is still there: `os.path.exists(path)`.
  private func asksForFile(
    _ call: Call, at operation: ID<Operation>, _ disjunct: Disjunct
  ) -> Bool {
    let asked = call.arguments.map(\.value) + (call.receiver.map { [$0] } ?? [])
    guard asked.contains(where: { disjunct.aliases.contains(view.paths[$0]) }) else { return false }
    return (view.roles[operation] ?? []).contains { role in
      if case .fileProbe = role { true } else { false }
    }
  }
}

extension FunctionView {
  /// Whether a value is what a callback, or the end of a scope that has the handle in a field, is told to
  /// have gone wrong: nobody says by it whose a handle is.
  fileprivate func isFailure(_ place: ID<Place>, of handle: ID<Place>) -> Bool {
    if Verbs.scopeEnds.contains(text(function.name)), ownField(handle) != nil {
      let origins = facts.origins(of: place)
      return function.parameters.contains { origins.contains($0.place) }
    }
    guard function.kind == .closure, let first = function.parameters.first?.place,
      let name = function.places[first].name
    else { return false }
    let isInPlace = text(function.name) == "<anonymous>" && function.parameters.count > 1
    return (isInPlace || context.roles.index.behaviour.errorNames.contains(text(name)))
      && facts.origins(of: place).contains(first)
  }

  /// Whether a value is made of nothing but what the function is given: arguments and their
  /// members, variables around it. What calls give, and flags that it sets itself, are not.
  func isGiven(_ place: ID<Place>) -> Bool {
    var seen = BitSet()
    var pending = [place]
    while let next = pending.popLast() {
      guard seen.insert(next.index) else { continue }
      let definitions = facts.definitions(of: next)
      switch function.places[next].kind {
      case .parameter, .receiver: if !definitions.isEmpty { return false }
      // A state that callbacks share: which of them comes first is not to be seen here.
      case .captured: continue
      case .local, .temporary: if definitions.isEmpty { return false }
      case .global, .exception: return false
      }
      for definition in definitions {
        switch facts.effect(definition) {
        case .copy(let source, _), .load(_, let source, _): pending.append(source)
        case .compute(.not, let operands, _): pending += operands
        case .literal(.null, _), .literal(.undefined, _): continue
        default: return false
        }
      }
    }
    return true
  }
}

extension Condition.Test {
  /// Whether the outcome means that the subject is null, false or empty.
  fileprivate func asksForNothing(_ holds: Bool) -> Bool {
    switch self {
    case .truthy: !holds
    case .null: holds
    case .equals, .element, .opaque: false
    }
  }
}
