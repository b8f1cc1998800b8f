import Basis
import Findings
import IR
import Linking
import RuleBook

// Who runs a function elsewhere calls it all the same: what it takes is taken, and what it is given
// is given to it.
//
//     session = await run_in_threadpool(create_session)
//     connection = await loop.run_in_executor(None, psycopg2.connect, dsn)
//     await asyncio.to_thread(close_session, session)

/// A call that runs the function that it is given.
struct RunFunction {
  /// What is run.
  var callee: ID<Place>
  /// The call as the function that is run gets it.
  var call: Call
}

extension FunctionView {
  /// What a call runs that is given a function to run, and gives what that gives.
  func run(by call: Call) -> RunFunction? {
    guard let name = facts.name(of: call), context.words[name].contains(.running) else {
      return nil
    }
    let behaviour = context.roles.index.behaviour
    let position = behaviour.executingMethods.contains(text(name)) ? 1 : 0
    guard call.arguments.count > position, call.arguments[position].label == nil,
      !call.arguments[position].isSpread
    else { return nil }
    var inner = call
    inner.arguments = Array(call.arguments.dropFirst(position + 1))
    return RunFunction(callee: call.arguments[position].value, call: inner)
  }

  /// The functions of the program that a call reaches, with the call as they get it: those it calls,
  /// or those it has run elsewhere.
  func reached(by call: Call, at operation: ID<Operation>) -> (call: Call, [ID<ProgramFunction>]) {
    if let run = run(by: call) {
      let functions = program.values(of: run.callee, in: id).compactMap { value in
        if case .function(let function) = value { function } else { nil }
      }
      if !functions.isEmpty { return (run.call, functions) }
    }
    return (call, program.targets(of: operation, in: id).functions + wrapped(in: call))
  }

  /// The functions that a called value was made of, which it calls with what it is given:
  /// `traced(write)(text, client)`.
  private func wrapped(in call: Call) -> [ID<ProgramFunction>] {
    guard case .value(let callee) = call.callee else { return [] }
    return facts.makers(of: callee).flatMap { maker -> [ID<ProgramFunction>] in
      guard case .call(let wrapping) = facts.effect(maker) else { return [] }
      return wrapping.arguments.flatMap { argument in
        program.values(of: argument.value, in: id).compactMap { value in
          if case .function(let function) = value { function } else { nil }
        }
      }
    }
  }
}

extension AcquisitionFinder {
  /// Whether what is run may be what the function was given: that differs from caller to caller.
  private func isOfParameter(_ callee: ID<Place>) -> Bool {
    ([callee] + view.facts.origins(of: callee)).contains { origin in
      switch view.function.places[origin].kind {
      case .parameter: true
      case .captured: view.parameter(behind: origin) != nil
      case .local, .temporary, .global, .exception, .receiver: false
      }
    }
  }

  /// What a call gives that has a function of the program, or of a library, run elsewhere.
  func byRunning(_ call: Call, at operation: ID<Operation>) -> [Found] {
    guard let run = view.run(by: call), !isOfParameter(run.callee) else { return [] }
    if let function = functions(run.callee).first(where: { summaries.fresh[$0] != nil }),
      let inner = summaries.fresh[function], !inner.isLatent
    {
      var acquisition = inner.given(by: function, at: .call(operation), as: call.result)
      acquisition.location = view.context.location(of: operation, in: view.id)
      acquisition.text = view.context.facts.calleeText(of: operation, in: view.id)
      return [Found(function: view.id, acquisition: acquisition)]
    }
    let names = view.program.values(of: run.callee, in: view.id).compactMap { value -> String? in
      if case .external(let name) = value { view.program.names.text(of: name) } else { nil }
    }
    for role in index.roles(named: names) {
      guard case .acquire(let resource, let pattern) = role, pattern.callback == nil,
        pattern.call.value == nil, pattern.call.conditions.isEmpty
      else { continue }
      let taken = start(resource, evidence: .model, confidence: .high, call, at: operation)
      return make(pattern, taken, call, at: operation).compactMap { counted($0, call) }
    }
    return []
  }
}
