import Basis
import IR
import Linking
import RuleBook

/// What all flows through one function share: its facts, the roles of its calls, what is tested.
struct FunctionView {
  let id: ID<ProgramFunction>
  let facts: FunctionFacts
  let paths: AccessPaths
  /// The roles of every call that has some.
  let roles: [ID<Operation>: [Role]]
  private let flowFacts = LazyCell<FlowFacts>()
  let context: CheckContext

  init(_ id: ID<ProgramFunction>, context: CheckContext) {
    self.id = id
    self.context = context
    facts = context.facts.facts(of: id)
    paths = AccessPaths(facts, answers: RepeatedQuestions(id, facts, context).answers())
    var roles: [ID<Operation>: [Role]] = [:]
    for operation in facts.function.operations.ids {
      guard case .call(let call) = facts.effect(operation) else { continue }
      let found = context.roles.roles(of: call, at: operation, in: id)
      if !found.isEmpty { roles[operation] = found }
    }
    self.roles = roles
  }

  /// What flows ask for, made when the first does: most functions that are looked at hold nothing.
  var flow: FlowFacts { flowFacts.value { FlowFacts(self) } }

  // Read in place: to copy it costs a dozen references.
  var function: Function { _read { yield facts.function } }
  var program: Program { context.program }

  func text(_ symbol: Symbol) -> String { program.symbols[symbol] }

  /// Whether the function waits for a value.
  func isWaitedFor(_ place: ID<Place>) -> Bool {
    facts.uses(of: place).contains { use in
      if case .await = facts.effect(use) { true } else { false }
    }
  }
}

extension FunctionView {
  /// Whether a call, or the wait for it, lasts for a time and does nothing else.
  func isPause(_ operation: ID<Operation>) -> Bool {
    switch facts.effect(operation) {
    case .await(let value, _): return facts.definition(of: value).map(isPause) ?? false
    case .call(let call):
      guard let name = facts.name(of: call),
        context.roles.index.behaviour.pausingCalls.contains(text(name)),
        let time = call.arguments.first
      else { return false }
      guard case .number(let length) = facts.literal(of: time.value) else { return true }
      return text(length) != "0"
    default: return false
    }
  }
}
