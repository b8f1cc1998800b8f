import Basis
import IR
import Linking
import RuleBook

// Whether somebody expects the violation of a unique constraint.
//
//     except IntegrityError:                       by the type
//     catch (e) { if (e.code === '23505') ...      by a code in the handler
//     catch (e) { if (isUniqueViolation(e)) ...    by a helper that compares codes
//     catch { return find(key) }                   by asking again, whatever it was
//
// A handler that catches everything and says none of these is no answer: the loser of the race
// gets the same error as anybody.

/// Finds the handlers of violations around the operations of a function.
struct ViolationHandlers {
  let view: RaceView
  let events: RaceEvents
  private let answers = Answers()

  /// By handler, what is known so far: many operations stand before the same few.
  private final class Answers {
    var expects: [ID<Block>: Bool] = [:]
  }

  init(view: RaceView, events: RaceEvents) {
    self.view = view
    self.events = events
  }

  var function: Function { _read { yield view.function } }
  var context: CheckContext { view.context }

  /// Whether a violation that an operation raises is expected in its function.
  func handles(_ operation: ID<Operation>) -> Bool {
    handlers(hearing: operation).contains(where: expectsViolation)
  }

  /// Whether some handler around an operation does more than raise what it caught.
  func ends(_ operation: ID<Operation>) -> Bool {
    handlers(hearing: operation).contains { ends(region(of: $0), of: $0) }
  }

  /// Whether a handler around an operation rolls back and goes on: it counts on a failing statement.
  func rollsBack(_ operation: ID<Operation>) -> Bool {
    let names = context.roles.index.behaviour.rollbackMethods
    return handlers(hearing: operation).contains { handler in
      let region = region(of: handler)
      return ends(region, of: handler)
        && region.flatMap { function.operations(of: $0) }.contains { operation in
          guard case .call(let call) = view.facts.effect(operation) else { return false }
          return call.calleeName(view.facts).map { names.contains(view.text($0)) } ?? false
        }
    }
  }

  /// Whether the violation of an insert is expected; one that is sent later, by what follows it.
  func handles(_ insertion: Insertion) -> Bool {
    if handles(insertion.operation) || looksAtError(after: insertion.operation) { return true }
    guard insertion.isDeferred else { return false }
    let later = following(insertion.operation).filter { operation in
      if case .call = view.facts.effect(operation) { true } else { false }
    }
    return Set(later.map(view.facts.block)).contains { block in
      handlers(around: block).contains(where: expectsViolation)
    }
  }

  /// Whether what the insert gives is looked at for the violation: `const {error} = await insert()`.
  private func looksAtError(after operation: ID<Operation>) -> Bool {
    guard !view.isPython else { return false }
    let home = view.facts.block(of: operation)
    var seen: BitSet = [home.index]
    var pending = [home]
    while let block = pending.popLast(), seen.count < 16 {
      if testsCode(function.blocks[block].terminator) { return true }
      pending += function.successors(of: block).filter { seen.insert($0.index) }
    }
    return false
  }

  /// The operations that run after one, as long as nothing else is asked or made.
  private func following(_ operation: ID<Operation>) -> [ID<Operation>] {
    let home = view.facts.block(of: operation)
    var result = function.operations(of: home).filter { $0 > operation }
    var seen: BitSet = [home.index]
    var pending = Array(function.successors(of: home))
    while let block = pending.popLast() {
      guard seen.insert(block.index), seen.count < 24 else { continue }
      result += function.operations(of: block)
      pending += function.successors(of: block)
    }
    return result
  }

  // MARK: Handlers

  /// The handlers that hear of what an operation raises.
  ///
  /// A promise that is returned fails when the function is over: `try { return save(row) } catch`.
  func handlers(hearing operation: ID<Operation>) -> [ID<Block>] {
    isReturnedPromise(operation) ? [] : handlers(around: view.facts.block(of: operation))
  }

  /// Whether a function of the project gives a promise: it is asynchronous, or returns what such a
  /// one gives.
  private func givesPromise(_ function: ID<ProgramFunction>, depth: Int = 2) -> Bool {
    let body = context.program[function]
    if body.isAsync { return true }
    let facts = context.facts.facts(of: function)
    let returned = body.blocks.values.compactMap { block -> ID<Place>? in
      if case .return(let place?) = block.terminator { place } else { nil }
    }
    return depth > 0 && !returned.isEmpty
      && returned.flatMap { facts.makers(of: $0) }.allSatisfy { maker in
        guard case .call = facts.effect(maker) else { return false }
        let targets = context.program.targets(of: maker, in: function).functions
        return !targets.isEmpty && targets.allSatisfy { givesPromise($0, depth: depth - 1) }
      }
  }

  /// Whether a call's result is returned and not waited for, where it is a promise.
  private func isReturnedPromise(_ operation: ID<Operation>) -> Bool {
    guard !view.isPython, case .call(let call) = view.facts.effect(operation) else { return false }
    let targets = context.program.targets(of: operation, in: view.id).functions
    guard targets.allSatisfy({ givesPromise($0) }) else { return false }
    var pending = [call.result]
    var seen = BitSet()
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 24 else { continue }
      for use in view.facts.uses(of: place) {
        switch view.facts.effect(use) {
        case .await: return false
        case .copy(_, let into): pending.append(into)
        // `db.insert(tags).values(row)` is sent by the end of its chain.
        case .call(let next) where next.receiver == place: pending.append(next.result)
        default: continue
        }
      }
    }
    return view.function.blocks.values.contains { block in
      if case .return(let place?) = block.terminator { seen.contains(place.index) } else { false }
    }
  }

  /// The entries of the handlers that an exception out of a block meets, innermost region first.
  private func handlers(around block: ID<Block>) -> [ID<Block>] {
    var result: [ID<Block>] = []
    var seen = BitSet()
    var pending = [function.blocks[block].unwind]
    while let next = pending.popLast() {
      guard next != function.exceptionalExit, seen.insert(next.index) else { continue }
      if caught(in: next) != nil {
        result.append(next)
        continue
      }
      // A cleanup, or the choice between handlers.
      switch function.blocks[next].terminator {
      case .raise: pending.append(function.blocks[next].unwind)
      default: pending += function.successors(of: next)
      }
    }
    return result
  }

  /// The types that the handler which starts with a block names; empty if it catches everything.
  func caught(in block: ID<Block>) -> [ID<Place>]? {
    for operation in function.operations(of: block) {
      if case .caught(let types, _) = view.facts.effect(operation) { return types }
    }
    return nil
  }

  private func expectsViolation(_ handler: ID<Block>) -> Bool {
    if let known = answers.expects[handler] { return known }
    let found = findsViolation(in: handler)
    answers.expects[handler] = found
    return found
  }

  private func findsViolation(in handler: ID<Block>) -> Bool {
    let types = caught(in: handler) ?? []
    let region = region(of: handler)
    if types.contains(where: isViolationType) { return ends(region, of: handler) }
    let operations = region.flatMap { function.operations(of: $0) }
    let isNamed =
      operations.contains { namesViolation($0) }
      || region.contains { testsCode(function.blocks[$0].terminator) }
    return isNamed && ends(region, of: handler)
      || types.isEmpty && operations.contains { asksAgain($0) }
  }

  /// Whether the handler does anything but raise what it caught.
  private func ends(_ region: [ID<Block>], of handler: ID<Block>) -> Bool {
    region.contains { block in
      switch function.blocks[block].terminator {
      case .raise(let place): place.map { !isCaught($0) } ?? false
      case .return: true
      case .jump(let next): !region.contains(next)
      case .branch(_, let then, let otherwise):
        !region.contains(then) || !region.contains(otherwise)
      case .choose, .unreachable: false
      }
    }
  }

  private func isCaught(_ place: ID<Place>) -> Bool {
    view.facts.makers(of: place).contains { maker in
      if case .caught = view.facts.effect(maker) { true } else { false }
    }
  }

  /// The blocks that only the handler leads to.
  func region(of handler: ID<Block>) -> [ID<Block>] {
    let inside = reachable(from: handler, avoiding: nil)
    let outside = reachable(from: function.entry, avoiding: handler)
    return inside.members.filter { !outside.contains($0) }.map { ID($0) }
  }

  private func reachable(from start: ID<Block>, avoiding: ID<Block>?) -> BitSet {
    var seen = BitSet()
    var pending = [start]
    while let block = pending.popLast() {
      guard block != avoiding, seen.insert(block.index) else { continue }
      pending += function.successors(of: block)
      pending.append(function.blocks[block].unwind)
    }
    return seen
  }

  // MARK: What a handler says

  /// Whether a value is the type of a violation, or a list that has it.
  func isViolationType(_ place: ID<Place>) -> Bool {
    isViolationType(PlaceReference(function: view.id, place: place))
  }

  private func isViolationType(_ reference: PlaceReference, depth: Int = 2) -> Bool {
    let facts = context.facts.facts(of: reference.function)
    let makers = facts.makers(of: reference.place)
    // `except (A, B)` names a tuple.
    for maker in makers {
      guard depth > 0, case .aggregate(let aggregate, _) = facts.effect(maker),
        aggregate.kind != .object
      else { continue }
      return aggregate.entries.contains { entry in
        let type = PlaceReference(function: reference.function, place: entry.value)
        return isViolationType(type, depth: depth - 1)
      }
    }
    let names = context.program.values(of: reference.place, in: reference.function).compactMap {
      value -> String? in
      if case .external(let name) = value { context.program.names.text(of: name) } else { nil }
    }
    let known = context.roles.index.violations
    if names.contains(where: known.types.contains) { return true }
    guard let name = facts.name(of: reference.place).map({ context.program.symbols[$0] }) else {
      return false
    }
    return known.names.contains(name)
  }

  /// Whether an operation compares with a code, names a type, or calls a helper that does.
  private func namesViolation(_ operation: ID<Operation>, depth: Int = 2) -> Bool {
    namesViolation(operation, in: view.id, depth: depth)
  }

  private func namesViolation(
    _ operation: ID<Operation>, in function: ID<ProgramFunction>, depth: Int
  ) -> Bool {
    let facts = context.facts.facts(of: function)
    let effect = facts.effect(operation)
    switch effect {
    case .literal(.string(let text), _), .literal(.number(let text), _):
      return isCode(context.program.symbols[text])
    case .load(let field, _, let into):
      return isCode(context.program.symbols[field])
        || isViolationType(PlaceReference(function: function, place: into))
    case .importModule: return false
    case .call(let call):
      let targets = context.program.targets(of: operation, in: function).functions
      if depth > 0, targets.contains(where: { judges($0, depth: depth - 1) }) { return true }
      let name = call.calleeName(facts).map { context.program.symbols[$0].lowercased() } ?? ""
      if targets.isEmpty, name.contains("unique") || name.contains("duplicate") { return true }
    case .compute(.equal, let operands, _), .compute(.notEqual, let operands, _):
      // `error.code === EXCLUSION_VIOLATION`: the constant may be made elsewhere.
      let codes = operands.compactMap {
        context.roles.reader.constant(PlaceReference(function: function, place: $0))
      }
      if codes.contains(where: isCode) || operands.contains(where: { isCodeName($0, facts) }) {
        return true
      }
    default: break
    }
    return effect.reads.contains {
      isViolationType(PlaceReference(function: function, place: $0))
    }
  }

  /// `MongoErrors.DUPLICATE`, `pg.UNIQUE_VIOLATION`
  private func isCodeName(_ place: ID<Place>, _ facts: FunctionFacts) -> Bool {
    facts.makers(of: place).contains { maker in
      guard case .load(let field, _, _) = facts.effect(maker) else { return false }
      let words = context.roles.index.behaviour.violationWords
      return context.program.symbols[field].identifierWords.contains(where: words.contains)
    }
  }

  /// Whether a helper's body names a violation.
  private func judges(_ target: ID<ProgramFunction>, depth: Int) -> Bool {
    let body = context.program[target]
    guard body.operations.count < 200 else { return false }
    return body.operations.ids.contains { namesViolation($0, in: target, depth: depth) }
      || body.blocks.values.contains { testsCode($0.terminator) }
  }

  /// A comparison with a constant is a test, and no operation.
  private func testsCode(_ terminator: Terminator) -> Bool {
    guard case .branch(let condition, _, _) = terminator,
      case .equals(let literal) = condition.test
    else { return false }
    return isCode(literal)
  }

  private func isCode(_ literal: Literal) -> Bool {
    switch literal {
    case .string(let text), .number(let text): isCode(context.program.symbols[text])
    case .null, .undefined, .boolean: false
    }
  }

  private func isCode(_ text: String) -> Bool {
    context.roles.index.violations.isCode(text)
  }

  private func asksAgain(_ operation: ID<Operation>) -> Bool {
    events.probes.contains { $0.operation == operation }
  }
}

extension Call {
  /// The last name of what is called.
  func calleeName(_ facts: FunctionFacts) -> Symbol? {
    switch callee {
    case .method(let name, _), .supermethod(let name): name
    case .value(let place): facts.name(of: place)
    case .superconstructor: nil
    }
  }
}
