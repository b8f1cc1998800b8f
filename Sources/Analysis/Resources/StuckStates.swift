import Basis
import Findings
import IR
import Linking
import RuleBook

// A field that says how many are at work, or that somebody is, is a lock of the program's own:
//
//     async run(task) {
//       if (this.active >= this.limit) await this.turn();
//       this.active++;
//       const result = await task();        throws: the count stays up, and one place less is free
//       this.active--;
//       return result;
//     }
//
// It counts only where something is decided by it, and where the function itself sets it back on
// every way without an exception, and nobody else does.

/// SL103: a count or flag that an exception leaves as it was set.
struct StuckStates {
  let view: FunctionView

  private var context: CheckContext { view.context }
  private var program: Program { view.program }
  private var facts: FunctionFacts { view.facts }

  private struct Mark {
    enum Kind { case up, down, set, reset, entered, left }
    var operation: ID<Operation>
    var slot: SharedSlot
    var kind: Kind
    /// What is entered into a set, or taken out of it.
    var entry: ID<Place>?
  }

  /// Whether a function waits for something and sets something: asked before its view is made.
  static func mayApply(to function: Function, _ context: CheckContext) -> Bool {
    guard !function.isGenerator, !context.roles.index.behaviour.coroutinesAreLazy else {
      return false
    }
    var (stores, waits) = (0, false)
    for operation in function.operations.values {
      switch operation.effect {
      case .store: stores += 1
      case .copy(_, let into), .literal(_, let into):
        if case .captured = function.places[into].kind { stores += 1 }
      case .await: waits = true
      case .call(let call):
        if case .method(let name, _) = call.callee, isEntering(context.program.symbols[name]) != nil
        {
          stores += 1
        }
      default: continue
      }
    }
    return stores > 1 && waits
  }

  func run(report: (Finding) -> Void) {
    guard context.isEnabled("SL103"), context.facts.fileKind(of: view.id) == .production else {
      return
    }
    let marks = facts.function.operations.ids.compactMap(mark)
    for mark in marks where [.up, .set, .entered].contains(mark.kind) {
      let ends = marks.filter { isOpposite($0, of: mark) && isSame($0.entry, as: mark.entry) }
      guard !ends.isEmpty,
        let raising = LostMarks(view: view).lost(
          after: mark.operation, ends: Set(ends.map(\.operation))),
        decides(mark), !isSetBackElsewhere(mark)
      else { continue }
      report(finding(mark, raising))
    }
  }

  private func isOpposite(_ mark: Mark, of other: Mark) -> Bool {
    let opposite: Mark.Kind =
      switch other.kind {
      case .up, .down: .down
      case .set, .reset: .reset
      case .entered, .left: .left
      }
    return mark.slot == other.slot && mark.kind == opposite
  }

  private func isSame(_ entry: ID<Place>?, as other: ID<Place>?) -> Bool {
    guard let entry, let other else { return entry == other }
    if view.paths[entry] == view.paths[other] { return true }
    let origins = facts.origins(of: entry)
    return !origins.isEmpty && origins == facts.origins(of: other)
  }

  /// Whether a method enters something into a set or a table, or takes it out; nil for others.
  private static func isEntering(_ name: String) -> Bool? {
    switch name {
    case "add", "set": true
    case "delete": false
    default: nil
    }
  }

  // MARK: Marks

  private func mark(_ operation: ID<Operation>) -> Mark? { mark(operation, in: view.id) }

  private func mark(_ operation: ID<Operation>, in function: ID<ProgramFunction>) -> Mark? {
    let facts = context.facts.facts(of: function)
    let slot: SharedSlot
    let value: ID<Place>
    switch facts.effect(operation) {
    case .store(let stored, let object, let field):
      guard context.facts.isReceiver(object, in: function) else { return nil }
      (slot, value) = (.field(field), stored)
    case .copy(let stored, let into):
      guard case .captured = facts.function.places[into].kind else { return nil }
      (slot, value) = (variable(into, function), stored)
    case .literal(let literal, let into):
      guard case .captured = facts.function.places[into].kind, case .boolean(let isSet) = literal
      else { return nil }
      return Mark(
        operation: operation, slot: variable(into, function), kind: isSet ? .set : .reset)
    case .call(let call): return entry(call, at: operation, in: function)
    default: return nil
    }
    guard let maker = facts.definition(of: value) else { return nil }
    switch facts.effect(maker) {
    case .literal(.boolean(let isSet), _):
      return Mark(operation: operation, slot: slot, kind: isSet ? .set : .reset)
    case .compute(let operation_, let operands, _):
      guard operands.count == 2, self.slot(of: operands[0], in: function) == slot,
        case .number? = facts.literal(of: operands[1])
      else { return nil }
      switch operation_ {
      case .add: return Mark(operation: operation, slot: slot, kind: .up)
      case .subtract: return Mark(operation: operation, slot: slot, kind: .down)
      default: return nil
      }
    default: return nil
    }
  }

  /// `this.running.add(id)`, `this.running.delete(id)`, of a set that was there before.
  private func entry(
    _ call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> Mark? {
    guard case .method(let name, let object) = call.callee, let first = call.arguments.first,
      let isEntering = Self.isEntering(program.symbols[name]),
      let slot = slot(of: object, in: function)
    else { return nil }
    if case .variable(let root) = slot, root.function == function { return nil }
    return Mark(
      operation: operation, slot: slot, kind: isEntering ? .entered : .left, entry: first.value)
  }

  private func variable(_ place: ID<Place>, _ function: ID<ProgramFunction>) -> SharedSlot {
    .variable(program.variable(behind: PlaceReference(function: function, place: place)))
  }

  /// The field or shared variable that a value was read from.
  private func slot(of place: ID<Place>, in function: ID<ProgramFunction>) -> SharedSlot? {
    let facts = context.facts.facts(of: function)
    if case .captured = facts.function.places[place].kind { return variable(place, function) }
    if facts.function.places[place].kind == .local {
      return .variable(PlaceReference(function: function, place: place))
    }
    guard let maker = facts.definition(of: place),
      case .load(let field, let object, _) = facts.effect(maker),
      context.facts.isReceiver(object, in: function)
    else { return nil }
    return .field(field)
  }

  // MARK: Whether it matters

  /// Whether something is decided by it: a flag lets nobody else in here, a count is compared.
  private func decides(_ mark: Mark) -> Bool {
    if mark.kind == .set { return refuses(mark) }
    if mark.kind == .entered { return refuses(mark) && !callsItself }
    if case .field(let field) = mark.slot {
      let counters = context.roles.index.behaviour.ownCounters
      if counters.contains(program.symbols[field]) { return false }
    }
    return sharers.contains { isCompared(mark.slot, in: $0) }
  }

  /// Whether the function leaves before it sets a flag that somebody else has set.
  private func refuses(_ mark: Mark) -> Bool {
    let function = facts.function
    let target = facts.block(of: mark.operation)
    let shape = FlowShape(function)
    return function.blocks.ids.contains { block in
      guard
        case .branch(let condition, let then, let otherwise) = function.blocks[block].terminator,
        condition.test == .truthy, let subject = condition.subject,
        mark.kind == .entered
          ? asks(subject, for: mark) : slot(of: subject, in: view.id) == mark.slot
      else { return false }
      let isSetBranch = condition.isNegated ? otherwise : then
      let other = condition.isNegated ? then : otherwise
      return !shape.reachable(from: [isSetBranch]).contains(target.index)
        && shape.reachable(from: [other]).contains(target.index)
    }
  }

  /// Whether a value says whether something is in a set: `this.running.has(id)`.
  private func asks(_ subject: ID<Place>, for mark: Mark) -> Bool {
    facts.makers(of: subject).contains { maker in
      guard case .call(let call) = facts.effect(maker),
        case .method(let name, let set) = call.callee,
        ["has", "get"].contains(program.symbols[name]), let first = call.arguments.first
      else { return false }
      return slot(of: set, in: view.id) == mark.slot && isSame(first.value, as: mark.entry)
    }
  }

  /// Whether the function goes on with itself: then a set says which way it took.
  private var callsItself: Bool {
    context.withClosures(of: [view.id]).contains { function in
      program[function].operations.ids.contains { operation in
        guard case .call = program[function].operations[operation].effect else { return false }
        return program.targets(of: operation, in: function).functions.contains(view.id)
      }
    }
  }

  private func isCompared(_ slot: SharedSlot, in function: ID<ProgramFunction>) -> Bool {
    program[function].operations.values.contains { operation in
      guard case .compute(let test, let operands, _) = operation.effect, operands.count == 2 else {
        return false
      }
      switch test {
      case .compare, .equal, .notEqual: break
      default: return false
      }
      return operands.contains { self.slot(of: $0, in: function) == slot }
    }
  }

  /// The functions that share the object or the variables.
  private var sharers: [ID<ProgramFunction>] {
    var current = view.id
    while let parent = program[current].parent, program[current].owner == nil {
      let outer = program.id(of: parent, besides: current)
      if program.functions[outer].function == Module.body { break }
      current = outer
    }
    if let owner = program[current].owner {
      let type = program.id(of: owner, in: program.functions[current].module)
      return context.withClosures(of: context.lineage(of: type).flatMap(program.methods))
    }
    let module = program.functions[view.id].module
    return context.withClosures(of: [program.id(of: Module.body, in: module)])
  }

  /// Whether another function sets it back, when it likes.
  private func isSetBackElsewhere(_ mark: Mark) -> Bool {
    sharers.contains { function in
      guard function != view.id, program[function].kind != .constructor,
        program[function].kind != .fieldInitializer,
        program.functions[function].function != Module.body
      else { return false }
      return program[function].operations.ids.contains { operation in
        guard let other = self.mark(operation, in: function) else { return false }
        return isOpposite(other, of: mark) && !hasOwnMark(mark, in: function)
      }
    }
  }

  /// Whether a function sets it itself before it sets it back.
  private func hasOwnMark(_ mark: Mark, in function: ID<ProgramFunction>) -> Bool {
    program[function].operations.ids.contains { operation in
      let other = self.mark(operation, in: function)
      return other?.slot == mark.slot && other?.kind == mark.kind
    }
  }

  // MARK: Words

  private func finding(_ mark: Mark, _ raising: ID<Operation>) -> Finding {
    let location = context.location(of: mark.operation, in: view.id)
    let name: Symbol? =
      switch mark.slot {
      case .field(let field): field
      case .variable(let root): program[root.function].places[root.place].name
      }
    let text = name.map { program.symbols[$0] } ?? ""
    let isCount = mark.kind == .up
    let isEntered = mark.kind == .entered
    return Finding(
      rule: "SL103", severity: context.severity(ofLeak: "SL103", atMost: .warning, in: view.id),
      confidence: .medium, location: location,
      message: isCount
        ? "`\(text)` stays counted up when an exception leaves the function: one place less is free."
        : isEntered
          ? "What is entered in `\(text)` stays there when an exception leaves the function: "
            + "it is not let in again."
          : "`\(text)` stays set when an exception leaves the function: nobody is let in again.",
      help: isEntered
        ? "Take it out in a `finally` block." : "Set it back in a `finally` block.", resource: "",
      function: context.program.qualifiedName(of: view.id), anchor: text,
      trace: [
        TraceStep(
          role: .acquired, location: location,
          message: isCount
            ? "`\(text)` is counted up here"
            : isEntered ? "it is entered in `\(text)` here" : "`\(text)` is set here"),
        TraceStep(
          role: .leaked, location: context.location(of: raising, in: view.id),
          message: "what is thrown here passes the place where it is set back"),
      ])
  }
}
