import Basis
import Findings
import IR
import Linking
import RuleBook

// A promise cannot be called off. What loses a race is taken all the same, and nobody has it:
//
//     const browser = await Promise.race([puppeteer.launch(), late(5000)]);
//     const client = await withTimeout(pool.connect(), 5000);
//
// Who keeps the promise of the acquire in a variable can still give back what comes of it.

/// SL103: an acquire whose promise goes into a race, and nowhere else.
struct OrphanedAcquires {
  let view: FunctionView

  func run(besides leaks: [Leak], report: (Finding) -> Void) {
    guard view.context.isEnabled("SL103") else { return }
    for operation in view.function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation), let spec = spec(of: operation),
        !leaks.contains(where: { $0.acquisition.site == .call(operation) }),
        let race = race(taking: call.result)
      else { continue }
      report(finding(operation, race, spec))
    }
  }

  /// The resource that a call gives, by model or by a telling name.
  private func spec(of operation: ID<Operation>) -> ResourceSpec? {
    let index = view.context.roles.index
    for role in view.roles[operation] ?? [] {
      guard case .acquire(let resource, let pattern) = role, pattern.callback == nil,
        pattern.call.value?.isResult ?? true
      else { continue }
      let spec = index.resources[resource]
      switch spec.kind {
      case .connection, .session, .client, .process, .lock, .transaction: return spec
      default: continue
      }
    }
    return told(operation)
  }

  /// What a name that begins with a verb of taking says, where nothing else says anything.
  private func told(_ operation: ID<Operation>) -> ResourceSpec? {
    guard case .call(let call) = view.facts.effect(operation),
      let name = view.facts.name(of: call).map(view.text),
      ["launch", "spawn", "acquire"].contains(Verbs.words(of: name).first)
    else { return nil }
    return ResourceSpec(id: "", noun: "result", kind: .other, weight: .medium, type: "")
  }

  /// The race that an acquire's promise goes into, if that is all that is done with it.
  private func race(taking promise: ID<Place>) -> ID<Operation>? {
    let uses = view.facts.uses(of: promise)
    guard uses.count == 1, let use = uses.first else { return nil }
    switch view.facts.effect(use) {
    case .call(let call):
      return Self.isRace(call, of: view.function, view.context) ? use : nil
    case .aggregate(let list, let into):
      guard list.entries.count > 1, let next = view.facts.uses(of: into).first,
        case .call(let call) = view.facts.effect(next),
        case .method(let name, _) = call.callee, view.text(name) == "race"
      else { return nil }
      return next
    default: return nil
    }
  }

  private static func isRace(
    _ call: Call, of function: Function, _ context: CheckContext
  ) -> Bool {
    let symbol: Symbol?
    switch call.callee {
    case .method(let name, _): symbol = name
    case .value(let callee): symbol = function.places[callee].name
    case .supermethod, .superconstructor: symbol = nil
    }
    guard let symbol, call.arguments.count > 0, !call.isConstruction else { return false }
    return context.words[symbol].contains(.race)
  }

  private func finding(
    _ acquire: ID<Operation>, _ race: ID<Operation>, _ spec: ResourceSpec
  ) -> Finding {
    let context = view.context
    let location = context.location(of: acquire, in: view.id)
    let text = context.facts.calleeText(of: acquire, in: view.id)
    let limit: Severity = spec.weight == .high ? .error : .warning
    return Finding(
      rule: "SL103", severity: context.severity(ofLeak: "SL103", atMost: limit, in: view.id),
      confidence: .medium, location: location,
      message: "The \(spec.noun) of `\(text)` is nobody's when it comes after the time-out.",
      help: "Keep the promise in a variable, and release what comes of it when the race is lost.",
      resource: spec.type, function: context.program.qualifiedName(of: view.id), anchor: text,
      trace: [
        TraceStep(role: .acquired, location: location, message: "the \(spec.noun) is asked for"),
        TraceStep(
          role: .leaked, location: context.location(of: race, in: view.id),
          message: "when the race is lost, nobody has what comes later"),
      ])
  }
}
