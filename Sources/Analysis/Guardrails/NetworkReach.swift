package import Basis
package import IR
package import Linking
import RuleBook

/// Which functions of a program wait for another service, themselves or through those they call.
package struct NetworkReach: Sendable {
  /// Function → the call in it that leads to the network.
  private var calls: [ID<ProgramFunction>: CallSite] = [:]

  /// How many calls deep the network may lie.
  private static let deepest = 4

  package init() {}

  package init(facts: ProgramFacts, roles: CallRoles) {
    let program = facts.program
    var found: [ID<ProgramFunction>] = []
    for function in program.functions.ids {
      let body = program[function]
      let first = body.operations.ids.first { operation in
        guard case .call(let call) = body.operations[operation].effect else { return false }
        return roles.isNetwork(call, at: operation, in: function)
      }
      guard let first else { continue }
      calls[function] = CallSite(function: function, operation: first)
      found.append(function)
    }
    for _ in 0..<Self.deepest {
      var next: [ID<ProgramFunction>] = []
      for function in found {
        for caller in program.callers(of: function) where calls[caller.function] == nil {
          calls[caller.function] = caller
          next.append(caller.function)
        }
      }
      found = next
    }
  }

  /// The call of a function that leads to the network, if one does.
  package func call(in function: ID<ProgramFunction>) -> CallSite? { calls[function] }
}

extension CallRoles {
  /// Whether a call itself waits for another service.
  package func isNetwork(
    _ call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> Bool {
    roles(of: call, at: operation, in: function).contains { role in
      switch role {
      case .network, .http, .payment: true
      default: false
      }
    }
  }
}
