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
    /// The function that has it, from an operation on or from its beginning.
    var scope: ID<ProgramFunction>
    var start: ID<Operation>?
    var location: SourceLocation
    /// What begins it, as written.
    var text: String
    /// The variable that holds it; of a listener that is the function which listens.
    var root: PlaceReference
    var kind: Kind
    var noun: String
    var weight: ResourceSpec.Weight = .medium
    /// Whether a model says how it ends; else its method must say so plainly.
    var isModelled = true
    /// Whether what begins it calls back once it is open, and not when it has ended.
    var callsBackOpened = false
    /// The function that ends it when it is called: `done`.
    var releaser: PlaceReference?
    /// What says that there is nothing: the error that a callback is given instead.
    var error: PlaceReference?
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
          if call.isConstruction || context.words[name].contains(.hearing) { isTaking = true }
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
        let name = body.places[last.place].name, names.contains(view.text(name)),
        !view.context.summaries.acquisitions(in: function).contains(where: {
          $0.releaser == last.place
        })
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
    var told = told
    for operation in view.function.operations.ids {
      guard let kept = kept(operation),
        !told.contains(context.location(of: operation, in: view.id))
      else { continue }
      run(kept, besides: &told, report: report)
    }
    for acquisition in context.summaries.acquisitions(in: view.id) {
      guard let kept = kept(acquisition, by: view) else { continue }
      run(kept, besides: &told, report: report)
    }
  }

  /// Reports what a function around the promise took, and leaves to its arms.
  func run(
    takenBy outer: FunctionView, besides told: inout Set<SourceLocation>,
    report: (Finding) -> Void
  ) {
    for acquisition in context.summaries.acquisitions(in: outer.id) {
      guard let kept = kept(acquisition, by: outer) else { continue }
      run(kept, besides: &told, report: report)
    }
  }

  private func run(
    _ kept: Kept, besides told: inout Set<SourceLocation>, report: (Finding) -> Void
  ) {
    guard !told.contains(kept.location),
      let left = ArmOutcomes(arms: self, kept: kept).left(),
      context.isEnabled(left.rejects ? "SL103" : "SL102")
    else { return }
    told.insert(kept.location)
    report(finding(kept, left))
  }

  /// The promises of a function that are settled by callbacks, and may be left with what it took.
  static func settled(in view: FunctionView) -> [UnevenArms] {
    let taken = view.context.summaries.acquisitions(in: view.id)
    guard !taken.isEmpty, !view.context.roles.index.behaviour.coroutinesAreLazy else { return [] }
    return view.function.operations.values.compactMap { operation in
      guard case .closure(let made, _) = operation.effect else { return nil }
      let nested = view.program.id(of: made, besides: view.id)
      let body = view.program[nested]
      guard !body.captures.isEmpty, !body.parameters.isEmpty, view.promise(of: nested) != nil,
        taken.contains(where: { acquisition in
          let aliases = view.forwardAliases(of: acquisition.handle)
          return body.captures.contains { aliases.contains($0.outer.index) }
        })
      else { return nil }
      return UnevenArms(view: FunctionView(nested, context: view.context))
    }
  }

  // MARK: What is kept

  /// What a function took by a call, or was given by one, that its callbacks may leave.
  private func kept(_ acquisition: Acquisition, by holder: FunctionView) -> Kept? {
    let kinds: [ResourceSpec.Kind] = [.connection, .client, .session, .socket, .process, .cursor]
    guard kinds.contains(acquisition.spec.kind), !acquisition.isReleaser, !acquisition.isVague,
      !acquisition.isLatent, !acquisition.isPiped,
      let name = holder.forwardAliases(of: acquisition.handle).members.first(where: { place in
        holder.function.places[ID(place)].name != nil
      })
    else { return nil }
    let place = PlaceReference(function: holder.id, place: ID(name))
    let isInside = family.contains(holder.id)
    var start: ID<Operation>?
    if isInside, case .call(let site) = acquisition.site { start = site }
    return Kept(
      scope: isInside ? holder.id : settler.function, start: start, location: acquisition.location,
      text: acquisition.text, root: program.variable(behind: place), kind: .handle,
      noun: acquisition.spec.noun, weight: acquisition.spec.weight,
      isModelled: acquisition.resource != nil,
      releaser: acquisition.releaser.map { PlaceReference(function: holder.id, place: $0) },
      error: acquisition.error.map { PlaceReference(function: holder.id, place: $0) })
  }

  private func kept(_ operation: ID<Operation>) -> Kept? {
    guard case .call(let call) = view.facts.effect(operation), !call.isImplicit else { return nil }
    if let listener = listener(call, at: operation) { return listener }
    guard let root = variable(of: call.result) ?? opened(by: call, at: operation) else {
      return nil
    }
    func kept(_ kind: Kept.Kind, _ noun: String, _ weight: ResourceSpec.Weight = .medium) -> Kept {
      let (function, beginning) =
        kind == .handle ? beginning(of: root, operation) : (view.id, operation)
      return Kept(
        scope: view.id, start: operation, location: context.location(of: beginning, in: function),
        text: context.facts.calleeText(of: beginning, in: function), root: root, kind: kind,
        noun: noun, weight: weight)
    }
    let opening: [ResourceSpec.Kind] = [.socket, .client, .connection, .session]
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
      case .socket, .process, .client, .connection, .session, .cursor, .other:
        var result = kept(.handle, spec.noun, spec.weight)
        result.callsBackOpened = opening.contains(spec.kind)
        return result
      case .transaction, .lock, .file, .response, .stream, .subscription: return nil
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
      scope: view.id, start: operation, location: context.location(of: operation, in: view.id),
      text: context.facts.calleeText(of: operation, in: view.id), root: root, kind: .listener,
      noun: "listener")
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
        let variable = program.variable(behind: PlaceReference(function: function, place: place))
        return opened(by: variable) ?? variable
      }
      guard let definition = facts.definition(of: place) else { return nil }
      switch facts.effect(definition) {
      case .copy(let source, _), .await(let source, _): place = source
      default: return nil
      }
    }
    return nil
  }

  /// What the callback of an opening call is given is what was opened:
  /// `connection.connect((error, opened) => …)`.
  private func opened(by variable: PlaceReference) -> PlaceReference? {
    let body = program[variable.function]
    guard body.parameters.count > 1, body.parameters[1].place == variable.place,
      let name = body.places[body.parameters[0].place].name, let parent = body.parent,
      behaviour.errorNames.contains(program.symbols[name])
    else { return nil }
    let outer = program.id(of: parent, besides: variable.function)
    let facts = context.facts.facts(of: outer)
    for operation in facts.function.operations.values {
      guard case .call(let call) = operation.effect,
        case .method(let name, let receiver) = call.callee,
        Verbs.isOpening(program.symbols[name]), let last = call.arguments.last,
        made(last.value, in: outer).contains(variable.function)
      else { continue }
      return root(of: receiver, in: outer)
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
    let (location, text) = (kept.location, kept.text)
    let rule = left.rejects ? "SL103" : "SL102"
    let whole = settler.isPromise ? "the promise is settled" : "the caller is called back"
    return Finding(
      rule: rule, severity: severity(kept, rule), confidence: .medium, location: location,
      message: "The \(kept.noun) of `\(text)` is ended on one way on which \(whole), "
        + "and left on another.",
      help: "End it on every way, best in one function that all of them call.", resource: "",
      function: context.program.qualifiedName(of: kept.scope), anchor: text,
      trace: [
        TraceStep(role: .acquired, location: location, message: "the \(kept.noun) begins here"),
        TraceStep(role: .leaked, location: left.location, message: "\(whole) here, and it goes on"),
      ])
  }

  /// Where something begins for the reader: a client that is made and then opened is made there.
  private func beginning(
    of root: PlaceReference, _ operation: ID<Operation>
  ) -> (ID<ProgramFunction>, ID<Operation>) {
    let facts = context.facts.facts(of: root.function)
    let makers = facts.makers(of: root.place)
    guard makers.count == 1, case .call = facts.effect(makers[0]) else {
      return (view.id, operation)
    }
    return (root.function, makers[0])
  }

  /// A timer that soon goes off by itself does little harm.
  private func severity(_ kept: Kept, _ rule: String) -> Severity {
    let limit: Severity = kept.weight == .high ? .error : .warning
    let severity = context.severity(ofLeak: rule, atMost: limit, in: kept.scope)
    guard kept.kind == .timer, let start = kept.start,
      let delay = RacedTimers(view: view).delay(of: start, in: kept.scope),
      delay <= RacedTimers.middling
    else { return severity }
    return min(severity, .note)
  }
}
