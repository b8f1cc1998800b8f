import Basis
import Findings
import IR
import Linking
import RuleBook

// A timer that loses a race goes on all the same, and here nobody can clear it:
//
//     await Promise.race([
//       work(),
//       new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), 60_000)),
//     ]);
//
// With every call that is quick, one more is left: it keeps what its callback knows, and the process
// from ending, until it fires. Short ones hardly matter, nor do those that only say that time is up.

/// SL101: the timer of a race, which is kept nowhere.
struct RacedTimers {
  let view: FunctionView

  /// The milliseconds below which nothing comes of a timer that is left, and below which little does.
  static let (short, middling) = (5_000.0, 30_000.0)

  func run(report: (Finding) -> Void) {
    guard view.context.isEnabled("SL101") else { return }
    for operation in view.function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation), isRaced(call.result) else {
        continue
      }
      for executor in executors(of: call) {
        for timer in timers(of: executor) {
          report(finding(timer, in: executor, race: operation))
        }
      }
    }
    runOutside(report: report)
  }

  /// A promise that was made by the function around, before there was anything to race with.
  private func runOutside(report: (Finding) -> Void) {
    for operation in view.function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation),
        case .method(let name, _) = call.callee, view.text(name) == "race",
        let list = call.arguments.first
      else { continue }
      for maker in view.facts.makers(of: list.value) {
        guard case .aggregate(let racers, _) = view.facts.effect(maker), racers.entries.count > 1
        else { continue }
        for racer in racers.entries {
          for executor in executors(ofCaptured: racer.value) {
            for timer in timers(of: executor) {
              report(finding(timer, in: executor, race: operation))
            }
          }
        }
      }
    }
  }

  /// The executors of the promise that a variable of a function around holds.
  private func executors(ofCaptured place: ID<Place>) -> [ID<ProgramFunction>] {
    guard case .captured = view.function.places[place].kind else { return [] }
    let root = view.program.variable(behind: PlaceReference(function: view.id, place: place))
    guard view.program.functions[root.function].function != Module.body else { return [] }
    let facts = view.context.facts.facts(of: root.function)
    return facts.makers(of: root.place).flatMap { maker -> [ID<ProgramFunction>] in
      guard case .call(let call) = facts.effect(maker) else { return [] }
      return executors(of: call, in: root.function, facts)
    }
  }

  /// Whether a value is one of those that race with each other.
  private func isRaced(_ place: ID<Place>) -> Bool {
    view.forwardAliases(of: place).members.contains { alias in
      view.facts.uses(of: ID(alias)).contains { use in
        guard case .aggregate(let list, let into) = view.facts.effect(use), list.entries.count > 1
        else { return false }
        return view.facts.uses(of: into).contains { next in
          guard case .call(let call) = view.facts.effect(next),
            case .method(let name, _) = call.callee
          else { return false }
          return view.text(name) == "race"
        }
      }
    }
  }

  /// The function that `new Promise` runs.
  private func executors(of call: Call) -> [ID<ProgramFunction>] {
    executors(of: call, in: view.id, view.facts)
  }

  private func executors(
    of call: Call, in function: ID<ProgramFunction>, _ facts: FunctionFacts
  ) -> [ID<ProgramFunction>] {
    guard call.isConstruction, view.isPromise(call, facts), let first = call.arguments.first
    else { return [] }
    return facts.makers(of: first.value).compactMap { maker in
      guard case .closure(let nested, _) = facts.effect(maker) else { return nil }
      return view.program.id(of: nested, besides: function)
    }
  }

  /// The timers that a function starts without keeping them: what an executor returns is lost.
  private func timers(of executor: ID<ProgramFunction>) -> [ID<Operation>] {
    let facts = view.context.facts.facts(of: executor)
    return facts.function.operations.ids.filter { operation in
      guard case .call(let call) = facts.effect(operation), call.arguments.count > 1,
        facts.uses(of: call.result).isEmpty,
        delay(of: operation, in: executor) ?? .infinity >= Self.short
      else { return false }
      return view.context.roles.roles(of: call, at: operation, in: executor).contains { role in
        guard case .acquire(let resource, _) = role else { return false }
        return view.context.roles.index.resources[resource].kind == .timer
      }
    }
  }

  /// The delay of a timer, if that is known from its variable or the default of its parameter.
  func delay(of timer: ID<Operation>, in executor: ID<ProgramFunction>) -> Double? {
    let facts = view.context.facts.facts(of: executor)
    guard case .call(let call) = facts.effect(timer), call.arguments.count > 1 else { return nil }
    let delay = call.arguments[1].value
    return ([delay] + facts.origins(of: delay)).lazy.compactMap { origin -> Double? in
      let variable = view.program.variable(
        behind: PlaceReference(function: executor, place: origin))
      let outer = view.context.facts.facts(of: variable.function)
      return outer.definitions(of: variable.place).lazy.compactMap { number($0, outer) }.first
    }.first
  }

  private func number(_ definition: ID<Operation>, _ facts: FunctionFacts) -> Double? {
    switch facts.effect(definition) {
    case .literal(let value, _): return number(value)
    case .copy(let source, _): return facts.literal(of: source).flatMap(number)
    // `30 * 1000`: nobody divides here.
    case .compute(.arithmetic, let factors, _):
      let numbers = factors.compactMap { facts.literal(of: $0).flatMap(number) }
      return numbers.count == factors.count ? numbers.reduce(1, *) : nil
    default: return nil
    }
  }

  private func number(_ literal: Literal) -> Double? {
    guard case .number(let text) = literal else { return nil }
    return Double(view.text(text).filter { $0 != "_" })
  }

  /// Whether a timer makes its race fail; another one only tells that time is up.
  private func fails(_ timer: ID<Operation>, of executor: ID<ProgramFunction>) -> Bool {
    let reject = view.program[executor].parameters.dropFirst().first?.place
    let facts = view.context.facts.facts(of: executor)
    guard let reject, case .call(let call) = facts.effect(timer), let first = call.arguments.first
    else { return false }
    return facts.origins(of: first.value).contains(reject)
      || callbacks(of: timer, in: executor).contains { callback in
        view.program[callback].captures.contains { $0.outer == reject }
      }
  }

  /// Whether the callback of a timer does more than to reject its race.
  private func acts(_ timer: ID<Operation>, in executor: ID<ProgramFunction>) -> Bool {
    callbacks(of: timer, in: executor).contains { callback in
      view.program[callback].operations.values.contains { operation in
        guard case .call(let call) = operation.effect, case .method = call.callee else {
          return false
        }
        return !call.isConstruction
      }
    }
  }

  /// The functions that a timer calls, written where it is started.
  private func callbacks(
    of timer: ID<Operation>, in executor: ID<ProgramFunction>
  ) -> [ID<ProgramFunction>] {
    let facts = view.context.facts.facts(of: executor)
    guard case .call(let call) = facts.effect(timer), let first = call.arguments.first else {
      return []
    }
    return facts.makers(of: first.value).compactMap { maker in
      guard case .closure(let nested, _) = facts.effect(maker) else { return nil }
      return view.program.id(of: nested, besides: executor)
    }
  }

  private func finding(
    _ timer: ID<Operation>, in executor: ID<ProgramFunction>, race: ID<Operation>
  ) -> Finding {
    let context = view.context
    let location = context.location(of: timer, in: executor)
    let isNote =
      !fails(timer, of: executor) || OneShots(context: context).contains(view.id)
      || delay(of: timer, in: executor) ?? .infinity <= Self.middling && !acts(timer, in: executor)
    return Finding(
      rule: "SL101",
      severity: context.severity(ofLeak: "SL101", atMost: isNote ? .note : .warning, in: view.id),
      confidence: .high, location: location,
      message: "The timer of this race is kept nowhere, and runs on when the race is over.",
      help: "Keep it in a variable, and clear it in a `finally` block around the race.",
      resource: "Timeout", function: context.program.qualifiedName(of: executor),
      anchor: context.facts.calleeText(of: timer, in: executor),
      trace: [
        TraceStep(role: .acquired, location: location, message: "the timer is started here"),
        TraceStep(
          role: .leaked, location: context.location(of: race, in: view.id),
          message: "when another one wins, nobody can clear it"),
      ])
  }
}
