import Basis
import Findings
import IR
import Linking
import RuleBook

// Several callbacks may settle a promise, and what one of them ends another one leaves:
//
//     return new Promise((resolve, reject) => {
//       const timer = setTimeout(() => reject(new Error('too late')), wait);
//       bus.once('answer', (answer) => {
//         if (answer.error) return reject(answer.error);        the timer goes on
//         clearTimeout(timer);
//         resolve(answer);
//       });
//     });
//
// The arm that ends it says that it is to be ended. What ends by the event that an arm is told of is
// left alone: a timer that has gone off, a socket that was closed.

/// SL102 and SL103: what one way of settling a promise, or of calling back, ends and another leaves.
struct UnevenArms {
  let view: FunctionView
  /// The executor of the promise, or the function that calls back, around all arms.
  let settler: Settler
  let family: [ID<ProgramFunction>]

  var context: CheckContext { view.context }
  var program: Program { view.program }
  var behaviour: BehaviourSpec { context.roles.index.behaviour }

  /// Whoever is told of the outcome, and by which of its parameters.
  struct Settler {
    var function: ID<ProgramFunction>
    var parameters: Range<Int>
    var isPromise: Bool
  }

  /// Something that an arm has to end.
  struct Kept {
    enum Kind { case timer, interval, listener, handle }
    var function: ID<ProgramFunction>
    var operation: ID<Operation>
    /// The variable that holds it; of a listener that is the function which listens.
    var root: PlaceReference
    var kind: Kind
    var noun: String
    var weight: ResourceSpec.Weight = .medium
    /// Whether a model says how it ends; else its method must say so plainly.
    var isModelled = true
  }

  /// More functions than these are hardly arms of one thing.
  private static let largest = 40

  /// Nil where nothing is settled by callbacks.
  init?(view: FunctionView) {
    guard let settler = Self.settler(around: view) else { return nil }
    let family = view.context.withClosures(of: [settler.function])
    guard family.count > 1, family.count <= Self.largest else { return nil }
    self.view = view
    self.settler = settler
    self.family = family
  }

  /// Whether a function starts or listens to something that it could leave: asked before more.
  static func mayApply(to id: ID<ProgramFunction>, _ context: CheckContext) -> Bool {
    let function = context.program[id]
    guard !context.roles.index.behaviour.coroutinesAreLazy else { return false }
    var isTaking = context.roles.kinds(in: id).contains(.acquire)
    var isNested = function.parent != nil && function.parameters.count > 0
    for operation in function.operations.values {
      switch operation.effect {
      case .call(let call):
        switch call.callee {
        case .method(let name, _):
          if context.words[name].contains(.hearing) { isTaking = true }
        case .value: if call.isConstruction { isTaking = true }
        case .superconstructor, .supermethod: continue
        }
      case .closure: isNested = true
      default: continue
      }
    }
    return isTaking && isNested
  }

  private static func settler(around view: FunctionView) -> Settler? {
    var function = view.id
    let names = view.context.roles.index.behaviour.callbackNames
    for _ in 0..<6 {
      if view.promise(of: function) != nil {
        return Settler(function: function, parameters: 0..<2, isPromise: true)
      }
      let body = view.program[function]
      if let last = body.parameters.last, body.parent != nil || !body.parameters.isEmpty,
        let name = body.places[last.place].name, names.contains(view.text(name))
      {
        let index = body.parameters.count - 1
        return Settler(function: function, parameters: index..<(index + 1), isPromise: false)
      }
      guard let parent = body.parent else { return nil }
      function = view.program.id(of: parent, besides: function)
    }
    return nil
  }

  /// Reports what is left, besides what was told of already.
  func run(besides told: Set<SourceLocation>, report: (Finding) -> Void) {
    for operation in view.function.operations.ids {
      guard let kept = kept(operation),
        !told.contains(context.location(of: operation, in: view.id)),
        let left = ArmOutcomes(arms: self, kept: kept).left(),
        context.isEnabled(left.rejects ? "SL103" : "SL102")
      else { continue }
      report(finding(kept, left))
    }
  }

  // MARK: What is kept

  private func kept(_ operation: ID<Operation>) -> Kept? {
    guard case .call(let call) = view.facts.effect(operation), !call.isImplicit else { return nil }
    if let listener = listener(call, at: operation) { return listener }
    guard let root = variable(of: call.result) ?? opened(by: call, at: operation) else {
      return nil
    }
    func kept(_ kind: Kept.Kind, _ noun: String, _ weight: ResourceSpec.Weight = .medium) -> Kept {
      Kept(
        function: view.id, operation: operation, root: root, kind: kind, noun: noun, weight: weight)
    }
    for role in view.roles[operation] ?? [] {
      guard case .acquire(let resource, let pattern) = role, pattern.callback == nil else {
        continue
      }
      let spec = context.roles.index.resources[resource]
      switch spec.kind {
      case .timer:
        let repeats = view.facts.name(of: call).map {
          context.words[$0].contains(.repeating)
        }
        return kept(repeats == true ? .interval : .timer, spec.noun)
      case .socket, .process, .client, .connection:
        return kept(.handle, spec.noun, spec.weight)
      default: return nil
      }
    }
    guard call.isConstruction, let name = view.facts.name(of: call),
      !AcquisitionFinder(view: view, summaries: context.summaries)
        .isNoResource(called: view.text(name), call)
    else { return nil }
    var result = kept(.handle, "handle")
    result.isModelled = false
    return result
  }

  /// The variable of what a call opens, and not gives: `server.listen(port)`.
  private func opened(by call: Call, at operation: ID<Operation>) -> PlaceReference? {
    let isOpened = (view.roles[operation] ?? []).contains { role in
      guard case .acquire(_, let pattern) = role else { return false }
      return pattern.call.value?.isReceiver == true
    }
    guard isOpened, let receiver = call.receiver, let root = owner(of: receiver, in: view.id),
      program[root.function].places[root.place].kind == .local
    else { return nil }
    return root
  }

  /// The variable that a result is put into, and nothing else.
  private func variable(of result: ID<Place>) -> PlaceReference? {
    var roots: Set<PlaceReference> = []
    for use in view.facts.uses(of: result) {
      guard case .copy(_, let into) = view.facts.effect(use) else { continue }
      roots.insert(
        program.variable(behind: PlaceReference(function: view.id, place: into)))
    }
    return roots.count == 1 ? roots.first : nil
  }

  /// A named function that listens to something which was there before.
  private func listener(_ call: Call, at operation: ID<Operation>) -> Kept? {
    guard case .method(let name, let source) = call.callee, (2...3).contains(call.arguments.count),
      context.words[name].contains(.hearing),
      let root = root(of: call.arguments[1].value, in: view.id),
      family.contains(root.function), program[root.function].places[root.place].kind == .local,
      !isMadeHere(source)
    else { return nil }
    return Kept(
      function: view.id, operation: operation, root: root, kind: .listener, noun: "listener")
  }

  /// Whether what is listened to was made among the arms, and goes with them.
  private func isMadeHere(_ source: ID<Place>) -> Bool {
    guard let root = owner(of: source, in: view.id) else { return true }
    guard family.contains(root.function) else { return false }
    let facts = context.facts.facts(of: root.function)
    return switch facts.function.places[root.place].kind {
    case .parameter: root.function != settler.function || settler.isPromise
    case .receiver, .global: false
    case .local, .temporary, .captured, .exception: true
    }
  }

  // MARK: Variables

  /// The variable that a value was read from.
  func root(of place: ID<Place>, in function: ID<ProgramFunction>) -> PlaceReference? {
    let facts = context.facts.facts(of: function)
    var place = place
    for _ in 0..<6 {
      guard facts.function.places[place].isTemporary else {
        return program.variable(behind: PlaceReference(function: function, place: place))
      }
      guard let definition = facts.definition(of: place) else { return nil }
      switch facts.effect(definition) {
      case .copy(let source, _), .await(let source, _): place = source
      default: return nil
      }
    }
    return nil
  }

  /// The variable that a value was read from, or whose member it is: `child` of `child.stdout.on(…)`.
  func owner(of place: ID<Place>, in function: ID<ProgramFunction>) -> PlaceReference? {
    let facts = context.facts.facts(of: function)
    var place = place
    for _ in 0..<10 {
      guard facts.function.places[place].isTemporary else {
        return program.variable(behind: PlaceReference(function: function, place: place))
      }
      guard let definition = facts.definition(of: place) else { return nil }
      switch facts.effect(definition) {
      case .copy(let source, _), .await(let source, _), .load(_, let source, _),
        .loadElement(let source, _, _):
        place = source
      case .call(let call):
        // `emitter.on('a', f).on('b', g)`
        guard case .method(let name, let receiver) = call.callee,
          context.words[name].contains(.hearing)
        else { return nil }
        place = receiver
      default: return nil
      }
    }
    return nil
  }

  /// The functions of the family that a value is: written in place, by a variable, or wrapped in a
  /// call, `once(() => …)`.
  func closures(_ place: ID<Place>, in function: ID<ProgramFunction>) -> [ID<ProgramFunction>] {
    guard let root = root(of: place, in: function) else {
      return made(place, in: function)
    }
    return made(root.place, in: root.function)
  }

  private func made(
    _ place: ID<Place>, in function: ID<ProgramFunction>
  ) -> [ID<ProgramFunction>] {
    let facts = context.facts.facts(of: function)
    return facts.makers(of: place).flatMap { maker -> [ID<ProgramFunction>] in
      switch facts.effect(maker) {
      case .closure(let nested, _): return [program.id(of: nested, besides: function)]
      case .call(let call):
        // A timer, or what listens, is not the function that it is given.
        guard case .value(let wrapper) = call.callee, !call.isConstruction,
          !takes(call, at: maker, in: function),
          facts.function.places[wrapper].name != nil
        else { return [] }
        return call.arguments.flatMap { argument in
          facts.makers(of: argument.value).compactMap { maker -> ID<ProgramFunction>? in
            guard case .closure(let nested, _) = facts.effect(maker) else { return nil }
            return program.id(of: nested, besides: function)
          }
        }
      default: return []
      }
    }.filter(family.contains)
  }

  /// Whether a model says that a call takes something, such as a timer.
  private func takes(
    _ call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> Bool {
    context.roles.roles(of: call, at: operation, in: function).contains { role in
      if case .acquire = role { true } else { false }
    }
  }

  /// By which of its parameters the settler is called, if a value is one of those that settle.
  func settling(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Int? {
    guard let root = root(of: place, in: function), root.function == settler.function else {
      return nil
    }
    let index = program[settler.function].parameters.firstIndex { $0.place == root.place }
    guard let index, settler.parameters.contains(index) else { return nil }
    return index
  }
}

extension UnevenArms {
  // MARK: Words

  private func finding(_ kept: Kept, _ left: ArmOutcomes.Left) -> Finding {
    let location = context.location(of: kept.operation, in: kept.function)
    let text = context.facts.calleeText(of: kept.operation, in: kept.function)
    let rule = left.rejects ? "SL103" : "SL102"
    let whole = settler.isPromise ? "the promise is settled" : "the caller is called back"
    return Finding(
      rule: rule, severity: severity(kept, rule), confidence: .medium, location: location,
      message: "The \(kept.noun) of `\(text)` is ended on one way on which \(whole), "
        + "and left on another.",
      help: "End it on every way, best in one function that all of them call.", resource: "",
      function: context.program.qualifiedName(of: kept.function), anchor: text,
      trace: [
        TraceStep(role: .acquired, location: location, message: "the \(kept.noun) begins here"),
        TraceStep(role: .leaked, location: left.location, message: "\(whole) here, and it goes on"),
      ])
  }

  /// A timer that soon goes off by itself does little harm.
  private func severity(_ kept: Kept, _ rule: String) -> Severity {
    let limit: Severity = kept.weight == .high ? .error : .warning
    let severity = context.severity(ofLeak: rule, atMost: limit, in: kept.function)
    guard kept.kind == .timer,
      let delay = RacedTimers(view: view).delay(of: kept.operation, in: kept.function),
      delay <= RacedTimers.middling
    else { return severity }
    return min(severity, .note)
  }
}
