package import Basis
package import Findings
import IR
package import Linking
import RuleBook

// SL305: a file is made, written or removed because of what was true of it a moment ago.
//
//     if (!fs.existsSync(dir)) {      both processes find none
//       fs.mkdirSync(dir)             the second one raises EEXIST
//     }
//
// Mostly nothing bad comes of it, and the finding is a note. It is a warning where the use makes
// what must not be there yet and nobody expects that it fails: then the slower of two processes
// dies of a folder that is just as it wanted it. A function of the project that makes what it is
// given is a use where it is called.
//
// Silent: one-step spellings (`recursive`, `exist_ok`, `wx`), which are no uses in the models;
// folders that only this process knows; a lock that is taken before.

/// SL305: uses of files that depend on a question asked before.
package struct CheckThenUseFile: Check {
  package static let rule = "SL305"

  package init() {}

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    guard context.isEnabled(Self.rule), !context.runsAlone(function),
      asksForFiles(function, context)
    else { return }
    for race in FileRaceSearch(function, context).races() { report(race.finding(context)) }
  }

  private func asksForFiles(_ function: ID<ProgramFunction>, _ context: CheckContext) -> Bool {
    let body = context.program[function]
    return body.operations.ids.contains { operation in
      guard case .call = body.operations[operation].effect else { return false }
      let targets = context.program.targets(of: operation, in: function)
      return !targets.names.isEmpty
        && context.roles.roles(of: targets).contains { role in
          if case .fileProbe = role { true } else { false }
        }
    }
  }
}

/// A call that asks for a file or uses one, and the place of its path.
private struct FileCall {
  var operation: ID<Operation>
  var path: ID<Place>
}

/// A use of a file, in the function or in one that it calls with the path.
private struct FileUse {
  var call: FileCall
  var effect: FileUseSpec.Effect
  var fix: String
  /// Whether the caller is told of a failure by a callback.
  var hasCallback: Bool
  /// The call inside of a helper that uses the file.
  var inside: RaceSite?
}

/// A question about a file and a use that depends on it.
private struct FileRace {
  var function: ID<ProgramFunction>
  var probe: RaceSite
  var use: RaceSite
  var inside: RaceSite?
  var effect: FileUseSpec.Effect
  var fix: String
  /// Whether nobody expects the failure of the slower one.
  var isUnhandled: Bool
  var deciding: Deciding
}

/// The search for races about files in one function.
private struct FileRaceSearch {
  private let view: RaceView
  private let handlers: ViolationHandlers
  private let guards: RaceGuards
  private let paths: FilePaths

  private var context: CheckContext { view.context }

  init(_ function: ID<ProgramFunction>, _ context: CheckContext) {
    view = RaceView(function, context: context)
    let events = context.races.events[function] ?? RaceEvents()
    handlers = ViolationHandlers(view: view, events: events)
    guards = RaceGuards(view: view, events: events)
    paths = FilePaths(view: view)
  }

  func races() -> [FileRace] {
    let uses = self.uses()
    guard !uses.isEmpty else { return [] }
    var result: [FileRace] = []
    var reported: Set<ID<Operation>> = []
    for probe in probes() where !isLocked(at: probe.operation) {
      for use in uses
      where use.call.operation != probe.operation && !reported.contains(use.call.operation)
        && paths.areSame(probe.path, use.call.path) && !paths.isTemporary(probe.path)
      {
        guard let deciding = deciding(probe, use), !isExpected(use) else { continue }
        reported.insert(use.call.operation)
        result.append(race(probe, use, deciding))
      }
    }
    return result
  }

  private func race(_ probe: FileCall, _ use: FileUse, _ deciding: Deciding) -> FileRace {
    FileRace(
      function: view.id, probe: view.site(probe.operation), use: view.site(use.call.operation),
      inside: use.inside, effect: use.effect, fix: use.fix,
      isUnhandled: use.effect == .makes && !use.hasCallback && view.function.parent != nil
        && !handlers.ends(use.call.operation),
      deciding: deciding)
  }

  /// Whether the one who finds the file there raises what the slower one of two gets as well.
  private func isExpected(_ use: FileUse) -> Bool {
    use.effect == .makes
      && view.function.operations.ids.contains { operation in
        guard case .call = view.facts.effect(operation) else { return false }
        return context.program.targets(of: operation, in: view.id).names
          .contains("builtins.FileExistsError")
      }
  }

  /// Whether the answer decides the use: none there for one that makes, one there for one that
  /// removes.
  private func deciding(_ probe: FileCall, _ use: FileUse) -> Deciding? {
    guard case .call(let call) = view.facts.effect(probe.operation) else { return nil }
    var outcome = isRead(call.result) ? Outcome.answer : Outcome.insisting
    if use.effect == .removes {
      swap(&outcome.absent, &outcome.present)
      outcome.isRaw = false
    }
    let question = Probe(
      operation: probe.operation, entity: .known(Entity("file")), columns: [], outcome: outcome,
      isCounting: true, locksRows: false, site: view.site(probe.operation), path: [])
    return RaceWorlds(view: view, probe: question).deciding(use.call.operation)
  }

  /// Whether anything is done with an answer but waiting for it; if not, the question is whether it
  /// raises.
  private func isRead(_ answer: ID<Place>) -> Bool {
    var places = [answer]
    for operation in view.facts.uses(of: answer) {
      guard case .await(_, let into) = view.facts.effect(operation) else { return true }
      guard view.facts.uses(of: into).isEmpty else { return true }
      places.append(into)
    }
    return view.function.blocks.values.contains { block in
      switch block.terminator {
      case .branch(let condition, _, _): condition.subject.map(places.contains) ?? false
      case .return(let value?): places.contains(value)
      default: false
      }
    }
  }

  /// Whether a lock is taken before, of whatever kind.
  private func isLocked(at operation: ID<Operation>) -> Bool {
    view.roles.contains { other, roles in
      roles.contains { role in
        if case .guard(let spec) = role { spec.kind != .transaction } else { false }
      } && guards.precedes(other, operation)
    }
  }

  // MARK: Calls

  private func probes() -> [FileCall] {
    view.function.operations.ids.compactMap { operation in
      guard case .call(let call) = view.facts.effect(operation) else { return nil }
      for case .fileProbe(let pattern) in roles(of: call, at: operation, in: view.id) {
        return path(pattern, of: call, in: view.id).map {
          FileCall(operation: operation, path: $0)
        }
      }
      return nil
    }
  }

  private func uses() -> [FileUse] {
    view.function.operations.ids.compactMap { operation in
      guard case .call(let call) = view.facts.effect(operation) else { return nil }
      return use(call, at: operation, in: view.id) ?? helped(call, at: operation)
    }
  }

  private func use(
    _ call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> FileUse? {
    for case .fileUse(let spec) in roles(of: call, at: operation, in: function) {
      guard let path = path(spec.call, of: call, in: function) else { return nil }
      let last = call.arguments.last.map {
        context.program.values(of: $0.value, in: function)
      }
      let hasCallback =
        last?.contains { if case .function = $0 { true } else { false } } ?? false
      return FileUse(
        call: FileCall(operation: operation, path: path), effect: spec.effect, fix: spec.fix,
        hasCallback: hasCallback)
    }
    return nil
  }

  /// A call of a function that makes what it is given and does not expect to find it.
  private func helped(_ call: Call, at operation: ID<Operation>) -> FileUse? {
    let targets = context.program.targets(of: operation, in: view.id).functions
    guard targets.count == 1, let target = targets.first else { return nil }
    let facts = context.facts.facts(of: target)
    guard facts.function.operations.count < 120 else { return nil }
    for (index, parameter) in facts.function.parameters.enumerated() {
      guard let given = call.argument(for: index, of: facts.function) else { continue }
      for inner in facts.uses(of: parameter.place) {
        guard case .call(let innerCall) = facts.effect(inner),
          var found = use(innerCall, at: inner, in: target), found.effect == .makes,
          facts.origins(of: found.call.path) == [parameter.place]
        else { continue }
        let helper = RaceView(target, context: context)
        let handlers = ViolationHandlers(view: helper, events: RaceEvents())
        guard !handlers.ends(inner) else { continue }
        found.call = FileCall(operation: operation, path: given)
        found.inside = helper.site(inner)
        return found
      }
    }
    return nil
  }

  private func roles(
    of call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> [Role] {
    let targets = context.program.targets(of: operation, in: function)
    guard !targets.names.isEmpty,
      context.roles.roles(of: targets).contains(where: \.isOfFiles)
    else { return [] }
    return context.roles.roles(of: call, at: operation, in: function)
  }

  private func path(
    _ pattern: CallPattern, of call: Call, in function: ID<ProgramFunction>
  ) -> ID<Place>? {
    guard let place = pattern.value,
      case .places(let found) = context.roles.reader.value(at: place, of: call, in: function)
    else { return nil }
    return found.first?.place
  }
}

extension Role {
  fileprivate var isOfFiles: Bool {
    switch self {
    case .fileProbe, .fileUse: true
    default: false
    }
  }
}

// MARK: - Words

extension FileRace {
  func finding(_ context: CheckContext) -> Finding {
    Finding(
      rule: CheckThenUseFile.rule,
      severity: context.severity(
        of: CheckThenUseFile.rule, atLeast: isUnhandled ? .warning : .note, in: function),
      confidence: .high, location: use.location, message: message, help: fix, resource: "file",
      function: context.program.qualifiedName(of: function), anchor: use.text,
      trace: trace(context))
  }

  private var message: String {
    switch effect {
    case .makes:
      let end =
        isUnhandled
        ? ", and then this fails because it is there: nobody here expects that"
        : " between the two"
      return "`\(use.text)` relies on what `\(probe.text)` found a moment ago; another process can "
        + "make the same\(end)."
    case .writes:
      return
        "`\(use.text)` relies on what `\(probe.text)` found a moment ago; what another process "
        + "writes there in between is overwritten."
    case .removes:
      return "`\(use.text)` relies on what `\(probe.text)` found a moment ago; another process can "
        + "remove it in between, and then this fails."
    }
  }

  private func trace(_ context: CheckContext) -> [TraceStep] {
    var steps = [
      TraceStep(
        role: .probed, location: probe.location, message: "`\(probe.text)` asks for the file")
    ]
    if let condition = deciding.condition {
      let outcome = context.words(for: condition, outcome: deciding.outcome, in: function)
      steps.append(
        TraceStep(
          role: .branch(taken: deciding.outcome),
          location: context.location(of: condition.range, in: function),
          message: "\(outcome) for two processes at once"))
    }
    steps.append(
      TraceStep(role: .called, location: use.location, message: "each goes on to use it"))
    if let inside {
      steps.append(
        TraceStep(role: .related, location: inside.location, message: "by `\(inside.text)`"))
    }
    return steps
  }
}
