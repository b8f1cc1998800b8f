import Basis
import Findings
import IR
import Linking
import RuleBook

// A promise that listens to something which outlives it, and is settled by something else:
//
//     await new Promise((resolve, reject) => {
//       setTimeout(resolve, pause);
//       this.stopping.signal.addEventListener('abort', () => reject(new Error('stopped')));
//     });
//
// With every pause one more listener stays. A function that is written in place nobody can take away.

/// SL101: what a promise adds to something that outlives it, where nothing takes it away.
struct LastingListeners {
  let arms: UnevenArms

  private var view: FunctionView { arms.view }
  private var context: CheckContext { arms.context }
  private var program: Program { arms.program }
  private var behaviour: BehaviourSpec { arms.behaviour }

  func run(report: (Finding) -> Void) {
    guard context.isEnabled("SL101"), arms.settler.isPromise else { return }
    for operation in view.function.operations.ids {
      guard case .call(let call) = view.facts.effect(operation), stays(call),
        settlesOtherwise(than: operation), !isTakenAway
      else { continue }
      report(finding(operation))
    }
  }

  /// Whether a call adds a function that is written in place, and settles, to what outlives the promise.
  private func stays(_ call: Call) -> Bool {
    guard case .method(let symbol, let source) = call.callee, call.arguments.count > 1,
      context.words[symbol].contains(.hearing),
      case .string(let text)? = view.facts.literal(of: call.arguments[0].value),
      lasts(source), settles(call.arguments[1].value), !hasSignal(call)
    else { return false }
    let name = view.text(symbol)
    let event = view.text(text)
    if event == "abort" { return name == "addEventListener" }
    let words = event.split(whereSeparator: { "-_:. ".contains($0) }).flatMap {
      Verbs.words(of: String($0))
    }
    let isOfEnd = words.contains { word in
      behaviour.partingWords.contains(word) || behaviour.failureWords.contains(word)
        || behaviour.openingEvents.contains(word) || word == "listening"
    }
    return behaviour.lastingListeners.contains(name) && !isOfEnd
  }

  /// Whether something is kept in a field of the object.
  private func lasts(_ source: ID<Place>) -> Bool {
    guard !view.function.places[source].isTemporary || isMember(source),
      let root = arms.owner(of: source, in: view.id)
    else { return false }
    guard program[root.function].places[root.place].kind == .receiver,
      view.function.places[source].isTemporary, let field = field(source)
    else { return false }
    return !isFilledAround(field)
  }

  /// The field of the object that a value is in, or is reached by.
  private func field(_ place: ID<Place>) -> Symbol? {
    var place = place
    for _ in 0..<6 {
      guard let maker = view.facts.definition(of: place) else { return nil }
      switch view.facts.effect(maker) {
      case .copy(let source, _): place = source
      case .load(let field, let object, _):
        if context.facts.isReceiver(object, in: view.id) { return field }
        place = object
      default: return nil
      }
    }
    return nil
  }

  /// Whether the function, or one around it, puts something new into a field: then it is no older than the
  /// promise.
  private func isFilledAround(_ field: Symbol) -> Bool {
    var current = view.id
    while true {
      let isFilled = program[current].operations.values.contains { operation in
        if case .store(_, _, field) = operation.effect { true } else { false }
      }
      if isFilled { return true }
      guard let parent = program[current].parent, program[current].owner == nil else {
        return false
      }
      current = program.id(of: parent, besides: current)
    }
  }

  private func isMember(_ place: ID<Place>) -> Bool {
    guard let maker = view.facts.definition(of: place) else { return false }
    switch view.facts.effect(maker) {
    case .load: return true
    case .copy(let source, _): return isMember(source)
    default: return false
    }
  }

  private func settles(_ callback: ID<Place>) -> Bool {
    guard view.function.places[callback].isTemporary else { return false }
    return view.facts.makers(of: callback).contains { maker in
      guard case .closure(let nested, _) = view.facts.effect(maker) else { return false }
      return settles(in: program.id(of: nested, besides: view.id))
    }
  }

  private func settles(in function: ID<ProgramFunction>) -> Bool {
    let facts = context.facts.facts(of: function)
    return facts.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, case .value(let callee) = call.callee else {
        return false
      }
      return arms.settling(callee, in: function) != nil
    }
  }

  /// Whether an option lets a signal take the listener away.
  private func hasSignal(_ call: Call) -> Bool {
    call.arguments.dropFirst(2).contains { argument in
      view.facts.makers(of: argument.value).contains { maker in
        guard case .aggregate(let options, _) = view.facts.effect(maker) else { return true }
        return options.entries.contains { entry in
          entry.isSpread || entry.key.map { view.text($0) == "signal" } ?? true
        }
      }
    }
  }

  /// Whether something else settles the promise as well: a timer, another event, what was waited for.
  private func settlesOtherwise(than listening: ID<Operation>) -> Bool {
    arms.family.contains { function in
      let facts = context.facts.facts(of: function)
      return facts.function.operations.ids.contains { operation in
        guard function != view.id || operation != listening,
          case .call(let call) = facts.effect(operation), !call.isImplicit
        else { return false }
        if function == view.id, case .value(let callee) = call.callee,
          arms.settling(callee, in: function) != nil
        {
          return true
        }
        return call.arguments.contains { argument in
          if arms.settling(argument.value, in: function) != nil { return true }
          return facts.makers(of: argument.value).contains { maker in
            guard case .closure(let nested, _) = facts.effect(maker) else { return false }
            return settles(in: program.id(of: nested, besides: function))
          }
        }
      }
    }
  }

  /// Whether anything among the arms takes some listener away.
  private var isTakenAway: Bool {
    arms.family.contains { function in
      let facts = context.facts.facts(of: function)
      return facts.function.operations.values.contains { operation in
        guard case .call(let call) = operation.effect, case .method(let name, _) = call.callee,
          let first = Verbs.words(of: program.symbols[name]).first
        else { return false }
        return behaviour.removingVerbs.contains(first)
      }
    }
  }

  private func finding(_ operation: ID<Operation>) -> Finding {
    let location = context.location(of: operation, in: view.id)
    let text = context.facts.calleeText(of: operation, in: view.id)
    return Finding(
      rule: "SL101", severity: context.severity(ofLeak: "SL101", atMost: .warning, in: view.id),
      confidence: .medium, location: location,
      message:
        "With each promise one more listener is added by `\(text)`, and nothing takes it away.",
      help: "Take it away where the promise is settled, or give it a `signal` that ends it.",
      resource: "", function: context.program.qualifiedName(of: view.id), anchor: text,
      trace: [
        TraceStep(role: .acquired, location: location, message: "one more listener is added here")
      ])
  }
}
