import Basis
import IR
import Linking
import RuleBook

/// What all questions about races in one function share: its facts and the roles of its calls.
struct RaceView {
  let id: ID<ProgramFunction>
  let context: CheckContext
  let facts: FunctionFacts
  let paths: AccessPaths
  /// The roles of the calls that mean something to races.
  let roles: [ID<Operation>: [Role]]

  init(_ id: ID<ProgramFunction>, context: CheckContext) {
    self.id = id
    self.context = context
    facts = context.facts.facts(of: id)
    paths = AccessPaths(facts)
    var roles: [ID<Operation>: [Role]] = [:]
    for operation in facts.function.operations.ids {
      guard case .call(let call) = facts.effect(operation) else { continue }
      let found = context.roles.roles(of: call, at: operation, in: id).filter(\.speaksOfRows)
      if !found.isEmpty { roles[operation] = found }
    }
    self.roles = roles
  }

  var function: Function { facts.function }
  var isPython: Bool { context.program.path(of: id).hasSuffix(".py") }

  func text(_ symbol: Symbol) -> String { context.program.symbols[symbol] }

  /// The text of a SQL argument, also where it is wrapped: `text("SELECT ...")`, `` sql`...` ``.
  func sqlText(_ reference: PlaceReference, depth: Int = 3) -> String? {
    if let text = context.roles.reader.pattern(reference) { return text }
    guard depth > 0 else { return nil }
    for origin in context.facts.origins(of: reference) {
      let facts = context.facts.facts(of: origin.function)
      guard let maker = facts.definition(of: origin.place),
        case .call(let call) = facts.effect(maker), let first = call.arguments.first
      else { continue }
      let inner = PlaceReference(function: origin.function, place: first.value)
      if let text = sqlText(inner, depth: depth - 1) { return text }
    }
    return nil
  }
}

extension Role {
  /// Whether the role asks for, makes, changes or guards rows.
  var speaksOfRows: Bool {
    switch self {
    case .probe, .insert, .update, .query, .guard: true
    default: false
    }
  }

  /// Whether what the call gives is its own answer, and not part of another's.
  var speaksForItself: Bool {
    switch self {
    case .probe, .insert, .update, .query: true
    default: false
    }
  }
}
