import Basis
import IR
import Linking
import RuleBook

// Whether code serves requests, or runs once: when the process starts, or because somebody runs it.
//
//     @cli.command()                      somebody runs it
//     onModuleInit() { ... }              a framework calls it once
//     main() in a module's body           the program itself does
//     ensureDefaults()  <-  onModuleInit  only such code calls it
//
// What races there races with a second process that starts at the same moment, and what leaks there
// leaks once. One caller that serves requests is enough to make a function one of theirs, and so is
// a way in that cannot be seen: being given to somebody, or being called by nobody.

/// Tells the functions that run once from those that serve requests.
struct OneShots {
  let context: CheckContext
  /// Whether code counts as well that few run at a time: administrators, schedules.
  var countsAttended = false

  private var program: Program { context.program }
  private var words: BehaviourSpec { context.roles.index.behaviour }

  /// How a function comes to run, from the least to the most peculiar.
  private enum Standing: Int, Comparable {
    case serving, starting, byHand

    static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
  }

  /// A function, or a call in it, on the way up.
  private struct Visit: Hashable {
    var function: ID<ProgramFunction>
    var operation: ID<Operation>?
  }

  /// Whether every way into a function starts with the process, or with somebody at a keyboard.
  func contains(_ function: ID<ProgramFunction>) -> Bool {
    var seen: Set<Visit> = []
    return standing(of: function, at: nil, seen: &seen) != .serving
  }

  private static let mostFunctions = 60

  /// - Parameter operation: what is asked about in the function; all of it when nil.
  private func standing(
    of function: ID<ProgramFunction>, at operation: ID<Operation>?,
    seen: inout Set<Visit>
  ) -> Standing {
    // Who calls itself runs as often as its other callers say.
    guard seen.insert(Visit(function: function, operation: operation)).inserted else {
      return .byHand
    }
    guard seen.count < Self.mostFunctions, !waitsForever(function, at: operation) else {
      return .serving
    }
    if [.script, .sampleData].contains(context.facts.fileKind(of: function)) { return .byHand }
    if countsAttended, Attendance(context: context).isAttended(function) { return .byHand }
    if program.functions[function].function == Module.body { return .starting }
    if isCalledOnce(program[function]) || isOneOfSet(function) { return .byHand }
    let given = uses(of: function)
    if given.contains(where: { isCommand($0) || isStart($0) }) { return .byHand }
    if countsAttended, (given + capturedUses(of: function)).contains(where: isAttended) {
      return .byHand
    }
    var result = Standing.byHand
    for site in given where !isQuiet(site, of: function) {
      guard runsHere(site) else { return .serving }
      result = min(result, standing(of: site.function, at: site.operation, seen: &seen))
    }
    let calls = program.callers(of: function).filter {
      context.facts.fileKind(of: $0.function) != .test && !isImplicit($0)
    }
    if calls.isEmpty, given.allSatisfy({ isQuiet($0, of: function) }) { return .serving }
    for call in calls {
      let above = standing(of: call.function, at: call.operation, seen: &seen)
      if above == .serving || above == .starting && isRepeated(call) && !isPaced(call) {
        return .serving
      }
      result = min(result, above)
    }
    return result
  }

  /// Whether a framework calls a function of this name once, or its name says that somebody does.
  private func isCalledOnce(_ function: Function) -> Bool {
    let name = program.symbols[function.name]
    return words.startNames.contains(name)
      // A command runs beside itself as often as somebody calls it, and few do at a time.
      || countsAttended && words.mainNames.contains(name)
        && function.parameters.allSatisfy(\.hasDefault) && function.owner == nil
      || name.identifierWords.first.map(words.onceWords.contains) ?? false
  }

  /// Whether a function and the members beside it are what somebody runs: the steps of a migration,
  /// `{ up, down }`, or a command, `{ command, describe, handler }`.
  private func isOneOfSet(_ id: ID<ProgramFunction>) -> Bool {
    let name = program.symbols[program[id].name]
    let sets = words.onceMembers.filter { $0.contains(name) }
    if sets.isEmpty { return false }
    let beside = membersBeside(id)
    return sets.contains { $0.isSubset(of: beside) }
  }

  /// The names of what stands in the same object, or else in the same class or module, as a function.
  private func membersBeside(_ id: ID<ProgramFunction>) -> Set<String> {
    let (function, own) = (program[id], program.functions[id])
    guard let parent = function.parent else { return [] }
    let facts = context.facts.facts(of: program.id(of: parent, besides: id))
    var result: Set<String> = []
    for operation in facts.function.operations.ids {
      guard case .closure(own.function, let place) = facts.effect(operation) else { continue }
      for use in facts.uses(of: place) {
        guard case .aggregate(let aggregate, _) = facts.effect(use) else { continue }
        result.formUnion(aggregate.entries.compactMap { $0.key.map { program.symbols[$0] } })
      }
    }
    if !result.isEmpty { return result }
    let siblings = program.modules[own.module].functions.values.filter {
      $0.parent == function.parent && $0.owner == function.owner
    }
    return Set(siblings.map { program.symbols[$0.name] })
  }

  // MARK: Loops

  /// Whether a pause is one of a clock, and not of somebody who waits for work.
  private func isLong(_ place: ID<Place>, _ facts: FunctionFacts) -> Bool {
    guard case .number(let text) = facts.literal(of: place),
      let number = Double(program.symbols[text])
    else { return false }
    return number >= Double(words.longPause)
  }

  /// Whether a call stands in a loop that a clock runs, which counts where few count.
  private func isPaced(_ site: CallSite) -> Bool {
    guard countsAttended else { return false }
    let facts = context.facts.facts(of: site.function)
    let shape = FlowShape(facts.function)
    let block = facts.block(of: site.operation)
    return isPaced(shape.cycle(of: block), from: block, facts)
  }

  /// Whether a call runs again and again.
  private func isRepeated(_ site: CallSite) -> Bool {
    let facts = context.facts.facts(of: site.function)
    let block = facts.block(of: site.operation)
    return FlowShape(facts.function).cycle(of: block).contains(block.index)
  }

  /// Whether a function has a loop that is over no items: it serves whatever comes.
  ///
  /// What stands before such a loop runs once: `migrate(); while (true) await next()`.
  private func waitsForever(
    _ function: ID<ProgramFunction>, at operation: ID<Operation>?
  ) -> Bool {
    let facts = context.facts.facts(of: function)
    let shape = FlowShape(facts.function)
    var judged = BitSet()
    let blocks = operation.map { [facts.block(of: $0)] } ?? Array(facts.function.blocks.ids)
    for block in blocks where !judged.contains(block.index) {
      let cycle = shape.cycle(of: block)
      guard !cycle.isEmpty else { continue }
      judged.formUnion(cycle)
      let isOverItems = cycle.members.contains { member in
        facts.function.operations(of: ID(member)).contains { operation in
          if case .iterate = facts.effect(operation) { true } else { false }
        }
      }
      if !isOverItems, !(countsAttended && isPaced(cycle, from: block, facts)) { return true }
    }
    return false
  }

  /// Whether each round of a loop waits for a time: what a clock runs, runs once at a time.
  private func isPaced(
    _ cycle: BitSet, from block: ID<Block>, _ facts: FunctionFacts
  ) -> Bool {
    let pauses = cycle.members.filter { member in
      facts.function.operations(of: ID(member)).contains { operation in
        guard case .call(let call) = facts.effect(operation),
          let name = call.calleeName(facts), words.pausingCalls.contains(program.symbols[name])
        else { return false }
        return call.arguments.contains { isLong($0.value, facts) }
      }
    }
    guard !pauses.isEmpty else { return false }
    if pauses.contains(block.index) { return true }
    var seen = BitSet()
    for pause in pauses { seen.insert(pause) }
    var pending = facts.function.successors(of: block).map { $0 }
    while let next = pending.popLast() {
      if next == block { return false }
      guard cycle.contains(next.index), seen.insert(next.index) else { continue }
      pending += facts.function.successors(of: next)
    }
    return true
  }

  // MARK: Being given

  /// The calls around a function that are given it, decorators included.
  private func uses(of function: ID<ProgramFunction>) -> [CallSite] {
    guard let parent = program[function].parent else { return [] }
    let outer = program.id(of: parent, besides: function)
    let facts = context.facts.facts(of: outer)
    let own = program.functions[function].function
    return facts.function.operations.ids.flatMap { operation -> [CallSite] in
      guard case .closure(own, let into) = facts.effect(operation) else { return [] }
      return holders(of: into, facts).flatMap { holder in
        facts.uses(of: holder).compactMap { use -> CallSite? in
          guard case .call(let call) = facts.effect(use),
            call.arguments.contains(where: { $0.value == holder })
          else { return nil }
          return CallSite(function: outer, operation: use)
        }
      }
    }
  }

  /// The calls that are given a function of a module by other functions of it:
  /// `def register(): recurring(every=day)(collect)`.
  private func capturedUses(of function: ID<ProgramFunction>) -> [CallSite] {
    guard let parent = program[function].parent else { return [] }
    let outer = program.id(of: parent, besides: function)
    let facts = context.facts.facts(of: outer)
    let own = program.functions[function].function
    let module = program.functions[function].module
    let holders = facts.function.operations.ids.flatMap { operation -> [ID<Place>] in
      guard case .closure(own, let into) = facts.effect(operation) else { return [] }
      return self.holders(of: into, facts)
    }
    return program.modules[module].functions.ids.flatMap { inner -> [CallSite] in
      let other = program.modules[module].functions[inner]
      guard other.parent == parent,
        let captured = other.captures.first(where: { holders.contains($0.outer) })?.inner
      else { return [] }
      let id = program.id(of: inner, besides: function)
      let facts = context.facts.facts(of: id)
      return facts.uses(of: captured).compactMap { use in
        guard case .call(let call) = facts.effect(use),
          call.arguments.contains(where: { $0.value == captured })
        else { return nil }
        return CallSite(function: id, operation: use)
      }
    }
  }

  /// The places that a value is copied to, and the results of the decorators that it goes through.
  private func holders(of place: ID<Place>, _ facts: FunctionFacts) -> [ID<Place>] {
    var seen = BitSet()
    var pending = [place]
    while let next = pending.popLast() {
      guard seen.insert(next.index), seen.count < 24 else { continue }
      for use in facts.uses(of: next) {
        switch facts.effect(use) {
        case .copy(_, let into): pending.append(into)
        case .call(let call) where call.isImplicit: pending.append(call.result)
        default: continue
        }
      }
    }
    return seen.members.map { ID($0) }
  }

  private func call(at site: CallSite) -> (call: Call, facts: FunctionFacts)? {
    let facts = context.facts.facts(of: site.function)
    guard case .call(let call) = facts.effect(site.operation) else { return nil }
    guard case .value(let decorator) = call.callee,
      call.isImplicit || call.calleeName(facts) == nil
    else { return (call, facts) }
    // `@app.on_event("startup")`: what made the decorator says what it does.
    for maker in facts.makers(of: decorator) {
      if case .call(let made) = facts.effect(maker) { return (made, facts) }
    }
    return (call, facts)
  }

  private func isImplicit(_ site: CallSite) -> Bool {
    guard case .call(let call) = context.facts.facts(of: site.function).effect(site.operation)
    else { return false }
    return call.isImplicit
  }

  /// Whether a function is a command's, as its decorator, whoever registers it, or what stands beside
  /// it says.
  func isCommand(_ function: ID<ProgramFunction>) -> Bool {
    isOneOfSet(function) || uses(of: function).contains(where: isCommand)
  }

  /// `@cli.command()`, `program.command('sync').action(run)`, where a library of commands is used.
  private func isCommand(_ site: CallSite) -> Bool {
    guard let (call, facts) = call(at: site),
      let name = call.calleeName(facts).map({ program.symbols[$0] }),
      words.commandCalls.contains(name)
    else { return false }
    let module = program.modules[program.functions[site.function].module]
    return module.functions.values.contains {
      $0.operations.values.contains(where: isCommandImport)
    }
  }

  private func isCommandImport(_ operation: Operation) -> Bool {
    guard case .importModule(let item, _) = operation.effect else { return false }
    let module = program.symbols[item.module]
    let root = module.split(separator: ".").first.map(String.init) ?? ""
    return words.commandModules.contains(root) || words.commandModules.contains(module)
  }

  /// `@app.on_event("startup")`: the event is one that comes once.
  private func isStart(_ site: CallSite) -> Bool {
    guard let (call, facts) = call(at: site), let event = call.arguments.first,
      case .string(let text) = facts.literal(of: event.value)
    else { return false }
    return words.startEvents.contains(program.symbols[text])
  }

  /// `@Cron('0 3 * * *')`, `router.post('/admin/plans', requireAdmin, save)`
  private func isAttended(_ site: CallSite) -> Bool {
    guard let (call, facts) = call(at: site) else { return false }
    return Attendance(context: context).isAttended(call, facts)
  }

  /// Whether a call calls what it is given there and then: `items.forEach(seed)`, a transaction.
  private func runsHere(_ site: CallSite) -> Bool {
    guard let (call, facts) = call(at: site) else { return false }
    if let name = call.calleeName(facts).map({ program.symbols[$0] }),
      words.iteratingMethods.contains(name)
    {
      return true
    }
    return context.roles.roles(of: call, at: site.operation, in: site.function).contains { role in
      if case .guard = role { true } else { false }
    }
  }

  /// Whether a decorator leaves to others when the function runs: `@staticmethod`, `@retry(...)`.
  private func isQuiet(_ site: CallSite, of function: ID<ProgramFunction>) -> Bool {
    guard isImplicit(site), let (call, facts) = call(at: site) else {
      return !program.targets(of: site.operation, in: site.function).functions.isEmpty
    }
    return call.calleeName(facts).map {
      words.wrappingDecorators.contains(program.symbols[$0])
    } ?? false
  }
}
