import Basis
import IR
import Linking
import RuleBook

// A project can say once, for all requests, what comes of a violation:
//
//     mark_error_retryable(IntegrityError)         the request runs again, and finds the row
//     @app.exception_handler(IntegrityError)       who asked is told that it is taken
//     @retry(retry_if_exception_type(IntegrityError))      the function runs again

/// What is registered for unique violations in the whole program.
struct RegisteredHandlers: Sendable {
  /// Whether the request that meets one runs again.
  private(set) var retries = false
  /// Whether who meets one is answered.
  private(set) var answers = false

  init() {}

  init(context: CheckContext) {
    let program = context.program
    let words = context.roles.index.behaviour
    let retrying = Set(words.retryRegistrations.compactMap { program.symbols.lookup($0) })
    let answering = Set(words.answerRegistrations.compactMap { program.symbols.lookup($0) })
    guard !retrying.isEmpty || !answering.isEmpty else { return }
    for function in program.functions.ids {
      let facts = context.facts.facts(of: function)
      for operation in facts.function.operations.ids {
        guard case .call(let call) = facts.effect(operation), let name = call.calleeName(facts),
          retrying.contains(name) || answering.contains(name),
          Self.names(call, in: function, context)
        else { continue }
        if retrying.contains(name) { retries = true } else { answers = true }
      }
    }
  }

  /// Whether the violation of an insert is expected by what is registered.
  ///
  /// - Parameter refusing: whether who finds a row is only sent away; else an answer is no help.
  func expects(refusing: Bool) -> Bool { retries || answers && refusing }

  /// Whether a call is given the type of a violation, by itself or in another call.
  static func names(
    _ call: Call, in function: ID<ProgramFunction>, _ context: CheckContext, depth: Int = 2
  ) -> Bool {
    let facts = context.facts.facts(of: function)
    let handlers = ViolationHandlers(
      view: RaceView(function, context: context), events: RaceEvents())
    return call.arguments.contains { argument in
      handlers.isViolationType(argument.value)
        || facts.makers(of: argument.value).contains { maker in
          guard depth > 0, case .call(let inner) = facts.effect(maker) else { return false }
          return names(inner, in: function, context, depth: depth - 1)
        }
    }
  }
}
