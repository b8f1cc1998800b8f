package import Basis
import IR
package import Linking
import RuleBook

/// Why a call can run again for the same thing.
package struct Repeat: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A loop that goes on when the call raises.
    case loop
    /// A helper or decorator that runs the function again.
    case retry
    /// A queue that delivers a message again.
    case consumer
    /// A provider that sends an event again.
    case webhook
  }

  package var kind: Kind
  /// The loop's call, the retry helper's, the consumer's: what the trace shows.
  package var site: CallSite
}

/// Which functions of a program are run again, by retry helpers, queues or senders of events.
package struct Repeats: Sendable {
  private var reasons: [ID<ProgramFunction>: Repeat] = [:]

  package init() {}

  package init(facts: ProgramFacts, roles: CallRoles) {
    let program = facts.program
    for function in program.functions.ids where roles.kinds(in: function).contains(.repeat) {
      for (operation, targets) in program.calls(in: function) {
        guard let kind = Self.kind(of: roles.roles(of: targets)),
          case .call(let call) = program[function].operations[operation].effect
        else { continue }
        let reason = Repeat(kind: kind, site: CallSite(function: function, operation: operation))
        if kind == .webhook { reasons[function] = reason }
        for argument in call.arguments {
          for target in Self.functions(in: argument.value, of: function, program) {
            reasons[target] = reasons[target] ?? reason
          }
        }
      }
    }
  }

  /// Why a function is run again, when something runs it again.
  package subscript(function: ID<ProgramFunction>) -> Repeat? { reasons[function] }

  private static func kind(of roles: [Role]) -> Repeat.Kind? {
    for role in roles {
      switch role {
      case .retry: return .retry
      case .consumer: return .consumer
      case .webhook: return .webhook
      default: continue
      }
    }
    return nil
  }

  /// The functions that an argument is, or that it has as properties: `{eachMessage: handle}`.
  private static func functions(
    in place: ID<Place>, of function: ID<ProgramFunction>, _ program: Program
  ) -> [ID<ProgramFunction>] {
    program.values(of: place, in: function).flatMap { value -> [ID<ProgramFunction>] in
      switch value {
      case .function(let target): return [target]
      case .aggregate(let id):
        let site = program.aggregates[id]
        guard
          case .aggregate(let aggregate, _) =
            program[site.function].operations[site.operation].effect
        else { return [] }
        return aggregate.entries.flatMap { entry in
          program.values(of: entry.value, in: site.function).compactMap { inner in
            if case .function(let target) = inner { target } else { nil }
          }
        }
      case .external, .instance, .classObject, .object, .module, .unread: return []
      }
    }
  }
}
