import Basis
import IR
import Linking
import RuleBook

// Code that few run at a time: an administrator's form, a job that a clock starts.
//
//     admin/settings.py, class PlanAdmin            names and paths say it
//     user = Depends(get_current_admin)             the function lets nobody else in
//     @Cron('0 3 * * *')                            a clock runs it
//     @AfterCreate                                  for a row that nobody else knows yet
//
// Two such requests at once are rare, and who sent both sees what came of it.

/// Whether a function's own head says that few run it at a time.
struct Attendance {
  let context: CheckContext

  private var program: Program { context.program }
  private var words: BehaviourSpec { context.roles.index.behaviour }

  /// Whether the names of a function, of its class or of its file say it, or what it asks for.
  func isAttended(_ function: ID<ProgramFunction>) -> Bool {
    let own = program[function]
    if tells(program.symbols[own.name]) || tells(context.facts.projectPath(of: function)) {
      return true
    }
    if let owner = own.owner {
      let type = program.id(of: owner, in: program.functions[function].module)
      if tells(program.symbols[program.type(type).name]) { return true }
    }
    return own.decorators.contains { isAttended($0, around: function) }
      || asksForAttendant(function)
  }

  /// `@AfterCreate` on a method, of which no call is seen.
  private func isAttended(_ decorator: Decorator, around function: ID<ProgramFunction>) -> Bool {
    guard let parent = program[function].parent else { return false }
    let outer = program[program.id(of: parent, besides: function)]
    let root = outer.places[decorator.name.root].name.map { [$0] } ?? []
    let names = (root + decorator.name.path).map { program.symbols[$0] }
    return names.last.map(isSchedule) ?? false || names.contains(where: tells)
  }

  private func isSchedule(_ name: String) -> Bool {
    words.scheduleCalls.contains(name) || words.creationHooks.contains(name)
  }

  /// Whether a call that is given a function says that few run it.
  func isAttended(_ call: Call, _ facts: FunctionFacts) -> Bool {
    if let name = call.calleeName(facts).map({ program.symbols[$0] }) {
      if isSchedule(name) || tells(name) { return true }
    }
    return call.arguments.contains { isAttendant($0.value, facts) }
  }

  private func tells(_ name: String) -> Bool {
    !Set(name.identifierWords).isDisjoint(with: words.attendedWords)
  }

  /// A name or a text that says it: `requireAdmin`, `'/admin/plans'`.
  private func isAttendant(_ place: ID<Place>, _ facts: FunctionFacts) -> Bool {
    if let name = facts.name(of: place), tells(program.symbols[name]) { return true }
    if case .string(let text) = facts.literal(of: place) { return tells(program.symbols[text]) }
    return false
  }

  /// `admin: User = Depends(get_current_admin)`: what stands in the head of the function is
  /// computed around it.
  private func asksForAttendant(_ function: ID<ProgramFunction>) -> Bool {
    guard !words.dependencyCalls.isEmpty, let parent = program[function].parent else {
      return false
    }
    let outer = program.id(of: parent, besides: function)
    let facts = context.facts.facts(of: outer)
    let own = program.functions[function].function
    let operations = facts.function.operations
    let heads = operations.ids.compactMap { operation -> ByteRange? in
      guard case .closure(own, _) = facts.effect(operation) else { return nil }
      return operations[operation].range
    }
    return operations.ids.contains { operation in
      guard case .call(let call) = facts.effect(operation),
        let name = call.calleeName(facts).map({ program.symbols[$0] }),
        words.dependencyCalls.contains(name)
      else { return false }
      let range = operations[operation].range
      return heads.contains { $0.start <= range.start && range.end <= $0.end }
        && call.arguments.contains { isAttendant($0.value, facts) }
    }
  }
}
