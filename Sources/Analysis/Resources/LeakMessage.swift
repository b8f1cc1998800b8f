import Basis
import Findings
import IR
import Linking
import RuleBook

/// Puts a leak into words: the message, the help and the steps of the trace.
struct LeakMessage {
  let leak: Leak
  let view: FunctionView

  private var acquisition: Acquisition { leak.acquisition }
  private var context: CheckContext { view.context }

  func finding() -> Finding {
    Finding(
      rule: leak.rule, severity: severity, confidence: confidence,
      location: acquisition.location, message: message, help: help,
      resource: acquisition.spec.type, function: context.program.qualifiedName(of: view.id),
      anchor: acquisition.text, trace: trace, otherPaths: leak.otherPaths)
  }

  /// What is said of a field that nobody gives back.
  static func forgotten(_ acquisition: Acquisition, _ view: FunctionView) -> Finding {
    let context = view.context
    let noun = acquisition.spec.noun
    return Finding(
      rule: "SL101", severity: context.severity(ofLeak: "SL101", atMost: .warning, in: view.id),
      confidence: .medium, location: acquisition.location,
      message: "The \(noun) of `\(acquisition.text)` is kept in a field that nothing releases.",
      help: "Give the class a method that releases it, and call that where the object ends.",
      resource: acquisition.spec.type, function: context.program.qualifiedName(of: view.id),
      anchor: acquisition.text,
      trace: [
        TraceStep(
          role: .acquired, location: acquisition.location, message: "the \(noun) is taken here")
      ])
  }

  /// What is said of a function that gives to others what none of them gives back.
  static func blamed(
    _ blamed: Summaries.Blamed, in function: ID<ProgramFunction>, _ context: CheckContext
  ) -> Finding {
    let taken = blamed.acquisition
    let noun = taken.spec.noun
    let name = context.program.symbols[context.program[function].name]
    let limit: Severity =
      taken.spec.weight == .low ? .note : taken.spec.isCollected ? .warning : .error
    return Finding(
      rule: "SL101", severity: context.severity(ofLeak: "SL101", atMost: limit, in: function),
      confidence: taken.confidence, location: taken.location,
      message: "None of the \(blamed.users.count) users of `\(name)` closes the \(noun) it gives.",
      help: "Make `\(name)` a context manager that closes it, or close it where it is used.",
      resource: taken.spec.type, function: context.program.qualifiedName(of: function),
      anchor: taken.text,
      trace: [
        TraceStep(role: .acquired, location: taken.location, message: "the \(noun) is taken here")
      ]
        + blamed.users.map { user in
          TraceStep(role: .leaked, location: user, message: "got here, and never closed")
        })
  }

  /// The finding of what one method puts into a field and another one takes out and drops.
  static func dropped(_ dropped: DroppedHandles.Dropped, _ context: CheckContext) -> Finding {
    let text = context.facts.calleeText(of: dropped.maker, in: dropped.function)
    let field = context.program.symbols[dropped.field]
    let made = context.location(of: dropped.maker, in: dropped.function)
    let lost = context.location(of: dropped.drop, in: dropped.dropper)
    let name = context.program.qualifiedName(of: dropped.dropper)
    return Finding(
      rule: "SL108",
      severity: context.severity(ofLeak: "SL108", atMost: .warning, in: dropped.dropper),
      confidence: .medium, location: made,
      message: "What `\(text)` gives is kept in `\(field)`, where `\(name)` drops it unclosed.",
      help: "Close it before it is taken out, as its class does elsewhere.", resource: "",
      function: context.program.qualifiedName(of: dropped.function), anchor: text,
      trace: [
        TraceStep(role: .acquired, location: made, message: "`\(text)` opens it"),
        TraceStep(role: .leaked, location: lost, message: "dropped here, and closed by nobody"),
      ])
  }

  private var severity: Severity {
    let limit: Severity
    switch acquisition.spec.weight {
    case .high: limit = .error
    case .medium: limit = acquisition.spec.isCollected ? .warning : .error
    // What the function gives back on another way was meant to be given back on this one.
    case .low:
      let isWorth =
        leak.isReleasedElsewhere || acquisition.spec.kind == .response || isExpectedFailure
      limit = isWorth ? .warning : .note
    }
    let shields = context.roles.index.behaviour.shieldingDecorators.map(Verbs.words(of:))
    if view.isDecorated(by: { words in shields.contains { words.isSuperset(of: $0) } }) {
      return .note
    }
    // Whatever its other ways do: by then there is nothing left to abort.
    if isAbortTimer { return .note }
    if isOfComponent || isSmallBody || isLeftToEnd || isOfProgram || isDropped { return .note }
    return context.severity(ofLeak: leak.rule, atMost: limit, in: view.id)
  }

  /// Whether a commit fails as its handler expects: by a row that is there already, and not because
  /// of something that never happens.
  private var isExpectedFailure: Bool {
    guard acquisition.isFailure, case .call(let site) = acquisition.site else { return false }
    let function = view.function
    // What was written before the commit has failed there.
    let isWritten = function.operations.values.prefix(site.index).contains { operation in
      guard case .call(let call) = operation.effect, let name = view.facts.name(of: call) else {
        return false
      }
      return context.roles.index.behaviour.flushingMethods.contains(view.text(name))
    }
    if isWritten { return false }
    let unwind = function.blocks[view.facts.block(of: site)].unwind
    var handlers = [unwind]
    if case .choose(let choices) = function.blocks[unwind].terminator { handlers += choices }
    let names = context.roles.index.violations.names
    return handlers.contains { handler in
      handler != function.exceptionalExit
        && function.operations(of: handler).contains { operation in
          guard case .caught(let types, _) = view.facts.effect(operation) else { return false }
          return types.contains {
            view.facts.name(of: $0).map { names.contains(view.text($0)) } ?? false
          }
        }
    }
  }

  /// Whether a command takes something once and keeps it to its end, or where it fails: the process
  /// ends with it. What is written to a file may be lost by that.
  private var isLeftToEnd: Bool {
    guard ["SL101", "SL103"].contains(leak.rule), acquisition.spec.kind != .file,
      case .call(let site) = acquisition.site,
      OneShots(context: context).isCommand(view.id)
    else { return false }
    let block = view.facts.block(of: site)
    return FlowShape(view.function).cycle(of: block).isEmpty
  }

  /// Whether one thing is asked of a file that no variable holds: it is dropped, and so closed, there.
  private var isDropped: Bool {
    guard acquisition.spec.kind == .file, acquisition.spec.isCollected,
      acquisition.evidence == .model
    else { return false }
    let uses = view.facts.uses(of: acquisition.handle)
    guard uses.count == 1, let use = uses.first, case .load = view.facts.effect(use) else {
      return false
    }
    return view.function.places[acquisition.handle].isTemporary
  }

  /// Whether a timer or a client is of the program's own run, which nothing but its module calls: what
  /// is thrown there ends the process, and what is left there was for as long as it.
  private var isOfProgram: Bool {
    guard [.timer, .client].contains(acquisition.spec.kind), throwsWord == "throws" else {
      return false
    }
    let calls = context.program.callers(of: view.id)
    return !calls.isEmpty
      && calls.allSatisfy { context.program.functions[$0.function].function == Module.body }
  }

  /// Whether a timer or a response is a page's: its browser is left or reloaded soon enough.
  private var isOfComponent: Bool {
    guard acquisition.spec.kind == .timer || acquisition.spec.kind == .response else {
      return false
    }
    let path = context.program.path(of: view.id)
    return path.hasSuffix(".tsx") || path.hasSuffix(".jsx")
  }

  /// Whether a response is left unread that is fetched once: its body is mostly short, and then the
  /// connection is free without anybody's doing. What a loop leaves, and what goes through a pool of
  /// the program's own, adds up.
  private var isSmallBody: Bool {
    guard acquisition.spec.kind == .response, acquisition.spec.weight == .low,
      case .call(let site) = acquisition.site,
      case .call(let call) = view.facts.effect(site)
    else { return false }
    let block = view.facts.block(of: site)
    if !FlowShape(view.function).cycle(of: block).isEmpty { return false }
    return !call.arguments.contains { argument in
      view.facts.makers(of: argument.value).contains { maker in
        guard case .aggregate(let options, _) = view.facts.effect(maker) else { return false }
        return options.entries.contains { entry in
          entry.key.map { ["dispatcher", "agent"].contains(view.text($0)) } ?? false
        }
      }
    }
  }

  /// Whether a timer only aborts a request, which does nothing to one that is over.
  private var isAbortTimer: Bool {
    guard acquisition.spec.kind == .timer, case .call(let site) = acquisition.site,
      case .call(let call) = view.facts.effect(site), let callback = call.arguments.first
    else { return false }
    return view.program.values(of: callback.value, in: view.id).contains { value in
      guard case .function(let function) = value else { return false }
      let calls = view.program[function].operations.values.compactMap { operation in
        if case .call(let call) = operation.effect { call } else { nil }
      }
      return !calls.isEmpty
        && calls.allSatisfy { call in
          if case .method(let name, _) = call.callee { view.text(name) == "abort" } else { false }
        }
    }
  }

  private var confidence: Confidence {
    guard leak.isDoubtful else { return acquisition.confidence }
    return acquisition.confidence == .high ? .medium : .low
  }

  // MARK: Names

  /// What the user calls the handle: the first variable that holds it.
  private var variable: String? {
    // `done`, which a callback was given beside the handle, is no name for it.
    if acquisition.isReleaser, acquisition.site == .entry, acquisition.resource != nil {
      return nil
    }
    let aliases = view.forwardAliases(of: acquisition.handle, element: acquisition.element)
    for place in aliases.members
    where view.function.places[ID(place)].kind != .receiver {
      guard let name = view.function.places[ID(place)].name else { continue }
      if acquisition.element == nil || place != acquisition.handle.index { return view.text(name) }
    }
    guard let maker = view.facts.definition(of: acquisition.handle) else { return nil }
    if case .load(let field, _, _) = view.facts.effect(maker) { return view.text(field) }
    return nil
  }

  private var noun: String {
    acquisition.spec.noun.isEmpty ? "what `\(acquisition.text)` gives" : acquisition.spec.noun
  }

  private var subject: String {
    if let variable {
      if acquisition.spec.isOfSession { return "The \(noun) on `\(variable)`" }
      return acquisition.spec.noun.isEmpty
        ? "`\(variable)`" : "`\(variable)`, \(article(noun)) \(noun),"
    }
    return acquisition.spec.noun.isEmpty
      ? noun.capitalizedFirst : "The \(noun) of `\(acquisition.text)`"
  }

  private func article(_ noun: String) -> String { noun.takesAn ? "an" : "a" }

  private var throwsWord: String {
    context.program.path(of: view.id).hasSuffix(".py") ? "raises" : "throws"
  }

  // MARK: Words

  private var message: String {
    if acquisition.isPiped {
      return "\(subject) stays open when the client goes away before all is sent."
    }
    switch leak.rule {
    case "SL101": return "\(subject) is never \(released)."
    case "SL108":
      return "\(subject) is lost when the variable takes another value before it is \(released)."
    case "SL107" where acquisition.isFailure:
      return "The \(noun) \(onHandle)is not rolled back \(reason)."
    case "SL107":
      return "The transaction begun \(onHandle)is neither committed nor rolled back \(reason)."
    default: return "\(subject) is not \(released) \(reason)."
    }
  }

  private var onHandle: String { variable.map { "on `\($0)` " } ?? "" }

  private var released: String {
    switch acquisition.spec.kind {
    case .file, .socket, .cursor, .client, .response, .stream: "closed"
    default: "released"
    }
  }

  /// On which way out: what throws, or where the function is left.
  private var reason: String {
    let raising = leak.witness.edges.reversed().compactMap { edge in
      if case .raise(let operation) = edge.exit.kind { operation } else { nil }
    }
    // What the next round of a loop does before it takes another one is not what went wrong.
    let decisive = raising.first { !view.isPause($0) && !isBeforeTaking($0) }
    if let operation = decisive ?? raising.first(where: { !view.isPause($0) }) {
      return "if `\(quote(operation))` \(throwsWord)"
    }
    if let pause = raising.first { return "if the task is cancelled in `\(quote(pause))`" }
    for edge in leak.witness.edges.reversed() {
      let range = view.function.blocks[edge.block].exitRange
      switch edge.exit.kind {
      case .thrown: return "when `\(text(of: range))` leaves the function"
      case .returned:
        let text = text(of: range)
        return text.isEmpty || !text.hasPrefix("return")
          ? "when the function ends" : "when the function leaves at `\(text)`"
      case .flow, .branch, .raise: continue
      }
    }
    return "on every path"
  }

  private var help: String {
    if !acquisition.spec.fix.isEmpty { return acquisition.spec.fix }
    if let partner = acquisition.partners.min() {
      return "Call `\(partner)` in a `finally` block right after `\(acquisition.text)`."
    }
    let name = variable.map { "`\($0)`" } ?? "what `\(acquisition.text)` gives"
    let isPython = throwsWord == "raises"
    return isPython
      ? "Release \(name) in a `finally` block, or take it in a `with` statement."
      : "Release \(name) in a `finally` block right after it is taken."
  }

  private func quote(_ operation: ID<Operation>) -> String {
    let whole = text(of: view.function.operations[operation].range)
    guard whole.hasSuffix("…"), case .call = view.facts.effect(operation) else { return whole }
    return context.facts.calleeText(of: operation, in: view.id) + "(…)"
  }

  private func text(of range: ByteRange) -> String {
    context.facts.text(of: range, in: view.id, limit: 50)
  }

  // MARK: Trace

  private var trace: [TraceStep] {
    var steps = [
      TraceStep(
        role: .acquired, location: acquisition.location,
        message: "\(article(shortNoun)) \(shortNoun) is taken here")
    ]
    for edge in leak.witness.edges where edge.after.typestate != .unacquired {
      if let step = step(for: edge) { steps.append(step) }
    }
    steps.append(leaving(after: steps))
    return steps
  }

  private func isBeforeTaking(_ operation: ID<Operation>) -> Bool {
    if case .call(let site) = acquisition.site { operation < site } else { false }
  }

  private var shortNoun: String {
    acquisition.spec.noun.isEmpty ? "resource" : acquisition.spec.noun
  }

  /// What decides at the end of a block, if something does.
  private func step(for edge: Witness.Edge) -> TraceStep? {
    switch edge.exit.kind {
    case .flow, .returned: return nil
    case .branch(let condition, let outcome):
      guard condition.range.start < condition.range.end else { return nil }
      // A loop that only ends decides nothing that a reader would ask about.
      if condition.test == .element, !outcome { return nil }
      return made(
        .branch(taken: outcome), condition.range,
        context.words(for: condition, outcome: outcome, in: view.id))
    case .raise(let operation):
      let range = view.function.operations[operation].range
      let words = view.isPause(operation) ? "the task is cancelled here" : nil
      return made(.mayRaise, range, words ?? "`\(quote(operation))` \(throwsWord)")
    case .thrown:
      guard isExplicit(edge) else { return nil }
      let range = view.function.blocks[edge.block].exitRange
      return made(.mayRaise, range, "`\(text(of: range))` leaves")
    }
  }

  /// A statement of the author's, not the end of a cleanup that passes an exception on.
  private func isExplicit(_ edge: Witness.Edge) -> Bool {
    if case .raise(nil) = view.function.blocks[edge.block].terminator { return false }
    return true
  }

  private func leaving(after steps: [TraceStep]) -> TraceStep {
    if leak.rule == "SL108", let step = overwriting { return step }
    let exits = [view.function.normalExit, view.function.exceptionalExit]
    let isLeft = leak.witness.edges.last.map { exits.contains($0.exit.target) } ?? true
    let message =
      isLeft
      ? "the function is left with the \(shortNoun) held"
      : "the loop goes on with the \(shortNoun) held"
    guard let last = leak.witness.edges.last else {
      return TraceStep(role: .leaked, location: acquisition.location, message: message)
    }
    switch last.exit.kind {
    case .returned: return made(.leaked, view.function.blocks[last.block].exitRange, message)
    case .flow, .branch, .raise, .thrown:
      let location = steps.last?.location ?? acquisition.location
      return TraceStep(role: .leaked, location: location, message: message)
    }
  }

  /// Where the last variable that holds the resource takes another value.
  private var overwriting: TraceStep? {
    let edge = leak.witness.edges.first { !$0.before.isLost && $0.after.key.isLost }
    guard let edge else { return nil }
    let names = view.forwardAliases(of: acquisition.handle)
    let operation = view.function.operations.ids.last { operation in
      guard view.facts.block(of: operation) == edge.block,
        case .copy(_, let into) = view.facts.effect(operation)
      else { return false }
      return names.contains(into.index) && !view.function.places[into].isTemporary
    }
    guard let operation, let variable else { return nil }
    return made(
      .leaked, view.function.operations[operation].range, "`\(variable)` takes another value here")
  }

  private func made(
    _ role: TraceStep.Role, _ range: ByteRange, _ message: String
  ) -> TraceStep {
    TraceStep(role: role, location: context.location(of: range, in: view.id), message: message)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// Whether it is said with a vowel at its beginning, as `open file` and `LDAP connection` are.
  fileprivate var takesAn: Bool {
    let word = prefix { $0 != " " }
    let isSpelled = word.count > 1 && word.allSatisfy(\.isUppercase)
    return (isSpelled ? "AEFHILMNORSX" : "aeiouAEIO").contains(word.first ?? "x")
  }
}
