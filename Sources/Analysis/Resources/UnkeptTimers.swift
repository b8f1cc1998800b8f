import Basis
import Findings
import IR
import Linking
import RuleBook

// A timer that is kept nowhere cannot be cleared, whatever happens before it goes off:
//
//     start() { setTimeout(() => { this.timer = setInterval(this.clean, day); }, untilNight()); }
//     stop() { clearInterval(this.timer); }              before night nothing is stopped by it
//
//     child.kill('SIGTERM');                             when the child ends at once, the timer
//     setTimeout(() => child.kill('SIGKILL'), patience);    keeps the process, and the child, alive

/// SL101: a timer that nobody can clear, where the code shows that it should be.
struct UnkeptTimers {
  let context: CheckContext

  private var program: Program { context.program }

  /// A timer, and what shows that somebody needs it.
  struct Unkept: Sendable {
    enum Reason: Sendable {
      /// What it starts is ended by a function.
      case starts(Symbol, ender: ID<ProgramFunction>)
      /// It ends once more what is ending already.
      case ends(ID<Operation>)
    }
    var timer: ID<Operation>
    var reason: Reason
  }

  /// The timers of a function that are kept nowhere: asked of every function, so by names first.
  func timers(of function: ID<ProgramFunction>) -> [ID<Operation>] {
    guard context.roles.kinds(in: function).contains(.acquire),
      !context.roles.index.behaviour.coroutinesAreLazy,
      context.facts.fileKind(of: function) == .production
    else { return [] }
    let body = program[function]
    let calls = body.operations.ids.filter { operation in
      guard case .call(let call) = body.operations[operation].effect,
        case .value(let callee) = call.callee, call.arguments.count > 1,
        let name = body.places[callee].name
      else { return false }
      return !context.words[name].contains(.repeating)
    }
    guard !calls.isEmpty else { return [] }
    let facts = context.facts.facts(of: function)
    return calls.filter { operation in
      guard case .call(let call) = facts.effect(operation), facts.uses(of: call.result).isEmpty
      else { return false }
      return context.roles.roles(of: call, at: operation, in: function).contains { role in
        guard case .acquire(let resource, _) = role else { return false }
        return context.roles.index.resources[resource].kind == .timer
      }
    }
  }

  /// The function that a timer runs, if it is written in place.
  func callback(
    of timer: ID<Operation>, in function: ID<ProgramFunction>
  ) -> ID<ProgramFunction>? {
    let facts = context.facts.facts(of: function)
    guard case .call(let call) = facts.effect(timer), let work = call.arguments.first else {
      return nil
    }
    return facts.makers(of: work.value).compactMap { maker -> ID<ProgramFunction>? in
      guard case .closure(let nested, _) = facts.effect(maker) else { return nil }
      return program.id(of: nested, besides: function)
    }.first
  }

  /// The call by which the function ends already what a timer's callback ends by force.
  func ending(before timer: ID<Operation>, in function: ID<ProgramFunction>) -> ID<Operation>? {
    guard let callback = callback(of: timer, in: function) else { return nil }
    let inner = context.facts.facts(of: callback)
    let forced = inner.function.operations.values.compactMap { operation -> ID<Place>? in
      guard case .call(let call) = operation.effect, let object = killed(call) else { return nil }
      return inner.function.captures.first { $0.inner == object }?.outer
    }
    guard !forced.isEmpty else { return nil }
    let facts = context.facts.facts(of: function)
    return facts.function.operations.ids.prefix(timer.index).first { operation in
      guard case .call(let call) = facts.effect(operation), let object = killed(call) else {
        return false
      }
      return forced.contains(object) || !Set(forced).isDisjoint(with: facts.origins(of: object))
    }
  }

  private func killed(_ call: Call) -> ID<Place>? {
    guard case .method(let name, let object) = call.callee,
      ["kill", "terminate"].contains(program.symbols[name])
    else { return nil }
    return object
  }
}

extension OverwrittenSlots {
  /// By function: the timers whose callback fills a slot that others empty, and nobody keeps.
  func unkept() -> [ID<ProgramFunction>: [UnkeptTimers.Unkept]] {
    let timers = UnkeptTimers(context: context)
    let known = prototypes()
    var result: [ID<ProgramFunction>: [UnkeptTimers.Unkept]] = [:]
    for function in program.functions.ids {
      for timer in timers.timers(of: function) {
        if let ending = timers.ending(before: timer, in: function) {
          result[function, default: []].append(
            UnkeptTimers.Unkept(timer: timer, reason: .ends(ending)))
        } else if let callback = timers.callback(of: timer, in: function),
          let (name, ender) = ended(by: callback, of: function, known)
        {
          result[function, default: []].append(
            UnkeptTimers.Unkept(timer: timer, reason: .starts(name, ender: ender)))
        }
      }
    }
    return result
  }

  /// The slot that a timer's callback fills, and a function that ends what is in it.
  private func ended(
    by callback: ID<ProgramFunction>, of function: ID<ProgramFunction>,
    _ prototypes: [ID<ProgramFunction>: CircleKey]
  ) -> (Symbol, ID<ProgramFunction>)? {
    for filling in fillings(of: callback) {
      guard !isDecided(filling.store, in: callback),
        let key = key(of: filling, in: callback, prototypes)
      else { continue }
      let circle = circle(of: key, prototypes)
      let own = Set(context.withClosures(of: [function]))
      let ender = circle.functions.first { other in
        !own.contains(other) && circle.releases(filling.slot, in: other, depth: 0)
      }
      let name: Symbol? =
        switch filling.slot {
        case .field(let field): field
        case .variable(let root): program[root.function].places[root.place].name
        }
      if let ender, let name { return (name, ender) }
    }
    return nil
  }

  /// Whether something is asked before a slot is filled: whether it is still wanted.
  private func isDecided(
    _ store: ID<Operation>, in function: ID<ProgramFunction>
  ) -> Bool {
    let facts = context.facts.facts(of: function)
    let shape = FlowShape(facts.function)
    let target = facts.block(of: store)
    return facts.function.blocks.ids.contains { block in
      guard case .branch = facts.function.blocks[block].terminator else { return false }
      return shape.after(block).contains(target.index)
    }
  }
}

extension LeakMessage {
  /// The finding of a timer that nobody can clear.
  static func unkept(
    _ unkept: UnkeptTimers.Unkept, in function: ID<ProgramFunction>, _ context: CheckContext
  ) -> Finding {
    let location = context.location(of: unkept.timer, in: function)
    let text = context.facts.calleeText(of: unkept.timer, in: function)
    let message: String
    let step: TraceStep
    switch unkept.reason {
    case .starts(let name, let ender):
      let slot = context.program.symbols[name]
      let end = context.program.qualifiedName(of: ender)
      message = "The timer of `\(text)` is kept nowhere: `\(end)` ends only what it starts later."
      step = TraceStep(
        role: .leaked, location: context.location(of: context.program[ender].range, in: ender),
        message: "`\(end)` ends what `\(slot)` holds, and before that the timer goes on")
    case .ends(let ending):
      message = "The timer of `\(text)` is kept nowhere, and waits on when its object has ended."
      step = TraceStep(
        role: .leaked, location: context.location(of: ending, in: function),
        message: "what ends by this at once leaves the timer behind")
    }
    let delay = RacedTimers(view: FunctionView(function, context: context))
      .delay(of: unkept.timer, in: function)
    let isNote = delay.map { $0 <= RacedTimers.short } ?? false
    return Finding(
      rule: "SL101",
      severity: context.severity(ofLeak: "SL101", atMost: isNote ? .note : .warning, in: function),
      confidence: .medium, location: location, message: message,
      help: "Keep it in a variable, and clear it there as well.", resource: "Timeout",
      function: context.program.qualifiedName(of: function), anchor: text,
      trace: [
        TraceStep(role: .acquired, location: location, message: "the timer is started here"), step,
      ])
  }
}
