import Basis
import IR
import Linking
import RuleBook

/// Tells whether a function sees to what a slot holds before it fills it anew.
struct SlotGuards {
  let context: CheckContext
  let circle: SlotCircle
  let slot: SharedSlot

  private var program: Program { context.program }

  /// Whether what stands before an operation asks what the slot holds, ends it, or lets nobody in
  /// twice: in the function itself, and before those that it is written in begin.
  func isGuarded(_ operation: ID<Operation>, in function: ID<ProgramFunction>) -> Bool {
    var (operation, function) = (operation, function)
    for _ in 0..<5 {
      if isGuardedHere(operation, in: function) { return true }
      guard program[function].kind == .closure || program[function].kind == .function,
        let parent = program[function].parent
      else { return false }
      let outer = program.id(of: parent, besides: function)
      guard circle.functions.contains(outer),
        let made = context.closure(making: function, in: outer)
      else { return false }
      (operation, function) = (made, outer)
    }
    return false
  }

  private func isGuardedHere(
    _ operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> Bool {
    let facts = context.facts.facts(of: function)
    let shape = FlowShape(facts.function)
    let block = facts.block(of: operation)
    let isFull = isFull(at: block, in: function, shape, facts)
    let isKeptOut = facts.function.blocks.ids.contains { test in
      test != block && shape.after(test).contains(block.index)
        && decides(facts.function.blocks[test], asks: !isFull, in: function, facts)
    }
    return isKeptOut
      || facts.function.operations.ids.contains { other in
        guard other != operation else { return false }
        let place = facts.block(of: other)
        let isBefore =
          place == block ? other < operation : shape.after(place).contains(block.index)
        return isBefore && isGuard(other, asks: !isFull, in: function, facts)
      }
  }

  /// Whether a block ends with a test of the slot, or of something that the function itself sets.
  private func decides(
    _ block: Block, asks: Bool, in function: ID<ProgramFunction>, _ facts: FunctionFacts
  ) -> Bool {
    guard case .branch(let condition, _, _) = block.terminator, let subject = condition.subject
    else { return false }
    return asked(by: subject, in: function, facts).contains { read in
      read == slot ? asks : isSet(read, in: function)
    }
  }

  /// The slots from which a value is made: `this.count > 0`, `listeners.size === 1`.
  private func asked(
    by place: ID<Place>, in function: ID<ProgramFunction>, _ facts: FunctionFacts, depth: Int = 4
  ) -> Set<SharedSlot> {
    var result: Set<SharedSlot> = []
    if let slot = circle.slot(of: place, in: function) {
      // What is the function's own nobody else sets.
      if case .variable(let root) = slot, root.function == function { return result }
      result.insert(slot)
    }
    guard depth > 0 else { return result }
    for maker in facts.makers(of: place) {
      for read in facts.effect(maker).reads {
        result.formUnion(asked(by: read, in: function, facts, depth: depth - 1))
      }
    }
    return result
  }

  /// Whether a block runs only where a test has said that the slot holds something.
  private func isFull(
    at block: ID<Block>, in function: ID<ProgramFunction>, _ shape: FlowShape,
    _ facts: FunctionFacts
  ) -> Bool {
    facts.function.blocks.ids.contains { test in
      guard
        case .branch(let condition, let then, let otherwise) =
          facts.function.blocks[test].terminator,
        let subject = condition.subject, circle.slot(of: subject, in: function) == slot
      else { return false }
      let isThere: Bool
      switch condition.test {
      case .truthy: isThere = !condition.isNegated
      case .null, .equals(.null), .equals(.undefined): isThere = condition.isNegated
      case .equals, .element, .opaque: return false
      }
      let (full, empty) = isThere ? (then, otherwise) : (otherwise, then)
      return shape.reachable(from: [full]).contains(block.index)
        && !shape.reachable(from: [empty]).contains(block.index)
    }
  }

  /// - Parameter asks: whether reading the slot is a question that can keep others out.
  private func isGuard(
    _ operation: ID<Operation>, asks: Bool, in function: ID<ProgramFunction>,
    _ facts: FunctionFacts
  ) -> Bool {
    if circle.store(operation, in: function)?.slot == slot { return true }
    if asks, circle.load(operation, in: function).contains(slot) { return true }
    if asksForState(operation, in: function, facts) { return true }
    guard case .call(let call) = facts.effect(operation), !call.isImplicit else { return false }
    let callees = circle.callees(of: call, in: function)
    if callees.contains(where: { $0 != function && touches($0) }) { return true }
    guard let name = facts.name(of: call),
      Verbs.areStopping(Verbs.words(of: program.symbols[name]))
    else { return false }
    switch call.callee {
    case .method(_, let object): return circle.isObject(object, in: function)
    case .value, .supermethod: return call.arguments.isEmpty
    case .superconstructor: return false
    }
  }

  /// Whether an operation asks what the slot holds whether it is still alive: `readyState`.
  private func asksForState(
    _ operation: ID<Operation>, in function: ID<ProgramFunction>, _ facts: FunctionFacts
  ) -> Bool {
    let behaviour = context.roles.index.behaviour
    let states = behaviour.releasedMembers + behaviour.heldMembers
    switch facts.effect(operation) {
    case .load(let member, let object, _):
      return states.contains(program.symbols[member])
        && circle.slot(of: object, in: function) == slot
    case .call(let call):
      guard case .method(let name, let object) = call.callee else { return false }
      let text = program.symbols[name]
      return circle.slot(of: object, in: function) == slot
        && (states.contains(text)
          || Verbs.speak(of: behaviour.releaseMethods, in: text)
          || Verbs.areStopping(Verbs.words(of: text)))
    default: return false
    }
  }

  /// Whether a function of the circle asks or ends what the slot holds, or has it set to nothing.
  private func touches(_ function: ID<ProgramFunction>) -> Bool {
    if circle.releases(slot, in: function) { return true }
    let facts = context.facts.facts(of: function)
    let isTested = facts.function.blocks.values.contains { block in
      guard case .branch(let condition, _, _) = block.terminator,
        let subject = condition.subject
      else { return false }
      return circle.slot(of: subject, in: function) == slot
    }
    return isTested
      || facts.function.operations.ids.contains { operation in
        guard let (stored, value) = circle.store(operation, in: function), stored == slot else {
          return false
        }
        return facts.literal(of: value) == .null || facts.literal(of: value) == .undefined
      }
  }

  /// Whether a function itself gives a slot a value that can keep others out, or puts something in.
  private func isSet(_ flag: SharedSlot, in function: ID<ProgramFunction>) -> Bool {
    let facts = context.facts.facts(of: function)
    let adding = context.roles.index.behaviour.keepMethods
    return facts.function.operations.ids.contains { operation in
      if case .call(let call) = facts.effect(operation),
        case .method(let name, let list) = call.callee
      {
        return adding.contains(program.symbols[name]) && circle.slot(of: list, in: function) == flag
      }
      guard let (stored, value) = circle.store(operation, in: function), stored == flag else {
        return false
      }
      if case .literal(let literal, _) = facts.effect(operation) { return Self.isThere(literal) }
      return facts.literal(of: value).map(Self.isThere) ?? true
    }
  }

  private static func isThere(_ literal: Literal) -> Bool {
    switch literal {
    case .boolean(let isTrue): isTrue
    case .null, .undefined: false
    case .number, .string: true
    }
  }

  /// Whether a call of a function is let through once only by what the called function sets.
  func isFlagged(
    _ operation: ID<Operation>, in caller: ID<ProgramFunction>,
    calling function: ID<ProgramFunction>
  ) -> Bool {
    let facts = context.facts.facts(of: caller)
    let shape = FlowShape(facts.function)
    let block = facts.block(of: operation)
    return facts.function.blocks.ids.contains { test in
      guard test != block, shape.after(test).contains(block.index),
        case .branch(let condition, _, _) = facts.function.blocks[test].terminator,
        let subject = condition.subject
      else { return false }
      return asked(by: subject, in: caller, facts).contains {
        $0 != slot && isSet($0, in: function)
      }
    }
  }
}

extension CheckContext {
  /// The operation of a function that makes another one.
  func closure(
    making function: ID<ProgramFunction>, in outer: ID<ProgramFunction>
  ) -> ID<Operation>? {
    program[outer].operations.ids.first { operation in
      guard case .closure(let nested, _) = program[outer].operations[operation].effect else {
        return false
      }
      return program.id(of: nested, besides: outer) == function
    }
  }
}
