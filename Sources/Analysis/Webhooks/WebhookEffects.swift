package import Basis
package import Findings
import IR
package import Linking
import RuleBook

// Does an event that is delivered twice do its work twice?
//
// Providers deliver at least once. The handler of an event must tell the second delivery from the
// first, wherever in the program it then does its work. So the work is searched from where the
// event is known to be one, down through the calls; at each call on the way, and at the effect,
// something may stand in between that only lets a first delivery pass:
//
//     handler     verify ─▶ switch (type) ─▶ onPaid(event)         guards of this call
//     onPaid      find customer ─▶ addCredits(customer, 10)        guards of this call
//     addCredits  update({credits: {increment: 10}})               guards of the effect
//
// The finding stands where the handler's own file last has a hand in it: there the event is known,
// and there a guard can be put. What the helper does further down is in the trace.

/// SL203: effects of webhooks that happen again when the event comes again.
package struct WebhookEffects: Check {
  package static let rule = "SL203"

  package init() {}

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    guard context.isEnabled(Self.rule) else { return }
    for entry in WebhookEntries(context: context).entries(of: function) {
      var walk = EventWalk(context: context, root: function, entry: entry)
      walk.run()
      for story in walk.stories {
        report(EventMessage(context: context, story: story).finding())
      }
    }
  }
}

/// An effect of an event, and the calls that lead to it.
struct EventStory {
  var root: ID<ProgramFunction>
  var entry: WebhookEntry
  /// From the handler's call down; the effect itself is the last.
  var path: [CallSite]
  var effect: EventEffect
}

/// Goes down from where an event is known, to everything that it causes without a guard.
struct EventWalk {
  let context: CheckContext
  let root: ID<ProgramFunction>
  let entry: WebhookEntry
  private(set) var stories: [EventStory] = []
  private(set) var visited: Set<ID<ProgramFunction>> = []

  init(context: CheckContext, root: ID<ProgramFunction>, entry: WebhookEntry) {
    self.context = context
    self.root = root
    self.entry = entry
  }

  /// How many calls lie between the event and the effect at most, and how many functions are seen.
  private static let deepest = 5
  private static let most = 120

  mutating func run() {
    switch entry.region {
    case .after(let block):
      visited.insert(root)
      let body = context.program[root]
      let later = FlowShape(body).after(block)
      let facts = context.facts.facts(of: root)
      let start = entry.operation
      visit(root, path: []) { operation in
        let own = facts.block(of: operation)
        return later.contains(own.index) || own == block && start.map { operation > $0 } ?? false
      }
    case .functions(let functions):
      for function in functions { enter(function, path: []) }
    }
  }

  private mutating func enter(_ function: ID<ProgramFunction>, path: [CallSite]) {
    guard path.count <= Self.deepest, visited.count < Self.most,
      visited.insert(function).inserted
    else { return }
    visit(function, path: path) { _ in true }
  }

  private mutating func visit(
    _ function: ID<ProgramFunction>, path: [CallSite], where isIncluded: (ID<Operation>) -> Bool
  ) {
    let view = RaceView(function, context: context)
    let effects = EventEffectFinder(view: view).effects().filter { isIncluded($0.operation) }
    let calls = reached(from: function).filter { isIncluded($0.operation) }
    guard !effects.isEmpty || !calls.isEmpty else { return }
    let guards = EventGuards(view: view)
    for effect in effects where !guards.isGuarded(effect.operation) {
      let site = CallSite(function: function, operation: effect.operation)
      stories.append(EventStory(root: root, entry: entry, path: path + [site], effect: effect))
    }
    for (operation, targets) in calls where !guards.isGuarded(operation) {
      let site = CallSite(function: function, operation: operation)
      for target in targets { enter(target, path: path + [site]) }
    }
  }

  /// The functions of the program that the calls of a function reach, given ones included.
  private func reached(
    from function: ID<ProgramFunction>
  ) -> [(operation: ID<Operation>, targets: [ID<ProgramFunction>])] {
    let body = context.program[function]
    return body.operations.ids.compactMap { operation in
      guard case .call(let call) = body.operations[operation].effect, !call.isImplicit else {
        return nil
      }
      var targets = context.program.targets(of: operation, in: function).functions
      for argument in call.arguments {
        for value in context.program.values(of: argument.value, in: function) {
          if case .function(let given) = value { targets.append(given) }
        }
      }
      return targets.isEmpty ? nil : (operation, Array(targets.prefix(6)))
    }
  }
}

/// Puts an effect that happens again into words.
private struct EventMessage {
  let context: CheckContext
  let story: EventStory

  /// The last step that stands in the handler's own file.
  private var place: CallSite {
    let file = context.program.file(of: story.root)
    return story.path.last { context.program.file(of: $0.function) == file } ?? story.path[0]
  }

  func finding() -> Finding {
    let callee = text(of: place)
    return Finding(
      rule: WebhookEffects.rule,
      severity: context.severity(of: WebhookEffects.rule, atMost: .warning, in: place.function),
      confidence: min(story.entry.confidence, story.effect.confidence),
      location: location(of: place), message: message(callee),
      help: Words.help, resource: story.effect.noun,
      function: context.program.qualifiedName(of: place.function), anchor: callee, trace: trace)
  }

  private func message(_ callee: String) -> String {
    let isWrapped = place != story.path.last
    let subject = isWrapped ? "`\(callee)`, which \(story.effect.words)," : "`\(callee)`"
    return isWrapped
      ? "\(subject) runs again when the event is delivered again, and does so again"
      : "\(subject) \(story.effect.words) again when the event is delivered again"
  }

  private var trace: [TraceStep] {
    var steps: [TraceStep] = []
    if let operation = story.entry.operation {
      let site = CallSite(function: story.root, operation: operation)
      steps.append(
        TraceStep(role: .related, location: location(of: site), message: Words.event))
    }
    for site in story.path.dropLast() {
      steps.append(
        TraceStep(role: .called, location: location(of: site), message: Words.leads(text(of: site)))
      )
    }
    let last = story.path[story.path.count - 1]
    steps.append(
      TraceStep(
        role: .called, location: location(of: last),
        message: "this \(story.effect.words), for each delivery"))
    return steps
  }

  private func text(of site: CallSite) -> String {
    context.facts.calleeText(of: site.operation, in: site.function)
  }

  private func location(of site: CallSite) -> SourceLocation {
    context.location(of: site.operation, in: site.function)
  }
}

extension EventEffect {
  fileprivate var words: String {
    switch kind {
    case .insert(let entity): "inserts a row of `\(entity)`"
    case .addition(let field): "adds to `\(field)`"
    }
  }

  fileprivate var noun: String {
    switch kind {
    case .insert(let name), .addition(let name): name
    }
  }
}

/// What users read.
private enum Words {
  static let event = "here a provider's event is known; it can be delivered again"
  static let help =
    "insert the event's id into a table where it is unique, in the same transaction, and stop when "
    + "it is there already"

  static func leads(_ callee: String) -> String { "`\(callee)` is called for the event" }
}
