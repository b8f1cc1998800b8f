package import Basis
package import Findings
import IR
package import Linking
import RuleBook

// SL403: a pool or client that a function makes for itself, uses, and drops or closes.
//
//     async function countOrders() {
//       const pool = new Pool(...)            made for each call: the finding
//       return await pool.query(...)
//     }
//
// A function that hands the pool on (returns it, stores it, gives it to a constructor or a callee
// that keeps it) makes it for somebody who may keep it for long. `main` runs once.

/// SL403: pools that live no longer than a call.
package struct PoolsPerCall: Check {
  package static let rule = "SL403"

  /// Words of functions that run once, where the application starts.
  private static let startingWords = [
    "main", "init", "initialize", "setup", "bootstrap", "start", "startup", "lifespan", "create",
    "make", "build", "connect", "configure", "install", "migrate", "seed", "run",
  ]

  package init() {}

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    guard context.isEnabled(Self.rule), Self.mayRunOften(function, context) else { return }
    let body = context.program[function]
    var view: FunctionView?
    for operation in body.operations.ids {
      guard case .call(let call) = body.operations[operation].effect else { continue }
      let roles = context.roles.roles(of: call, at: operation, in: function)
      for case .pool(let spec) in roles.lazy.filter(\.isPool).prefix(1) {
        let known = view ?? FunctionView(function, context: context)
        view = known
        guard !isHandedOn(call.result, known) else { continue }
        report(finding(spec, operation, known))
      }
    }
  }

  /// Whether a function is no module body, no constructor, and not named like what runs once.
  static func mayRunOften(_ function: ID<ProgramFunction>, _ context: CheckContext) -> Bool {
    let body = context.program[function]
    guard context.program.functions[function].function != Module.body,
      body.kind != .constructor, body.decorators.isEmpty
    else { return false }
    let words = Verbs.words(of: context.program.symbols[body.name])
    // What is run with something runs for it: `run(job)`.
    if words == ["run"], !body.parameters.isEmpty { return true }
    return !words.contains(where: startingWords.contains)
  }

  /// Whether somebody else may have the pool once the function has returned.
  private func isHandedOn(_ place: ID<Place>, _ view: FunctionView) -> Bool {
    let holders = view.holders(of: place)
    for block in view.function.blocks.values {
      if case .return(let value?) = block.terminator, holders.contains(value.index) { return true }
    }
    return view.function.operations.ids.contains { operation in
      switch view.facts.effect(operation) {
      case .store(let value, _, _), .storeElement(let value, _, _), .yield(.some(let value), _, _):
        return holders.contains(value.index)
      case .copy(let source, let into):
        guard holders.contains(source.index) else { return false }
        switch view.function.places[into].kind {
        case .captured, .global: return true
        case .local, .parameter, .receiver, .temporary, .exception: return false
        }
      case .closure(let nested, _):
        let id = view.program.id(of: nested, besides: view.id)
        return view.program[id].captures.contains { holders.contains($0.outer.index) }
      case .call(let call):
        return call.arguments.contains { holders.contains($0.value.index) }
      default: return false
      }
    }
  }

  private func finding(
    _ spec: PoolSpec, _ operation: ID<Operation>, _ view: FunctionView
  ) -> Finding {
    let context = view.context
    let callee = context.facts.calleeText(of: operation, in: view.id)
    let location = context.location(of: operation, in: view.id)
    return Finding(
      rule: Self.rule, severity: context.severity(of: Self.rule, in: view.id),
      confidence: .high, location: location, message: Words.message(callee, spec),
      help: Words.help(spec), resource: spec.call.callee,
      function: context.program.qualifiedName(of: view.id), anchor: callee,
      trace: [TraceStep(role: .made, location: location, message: Words.made(spec))])
  }
}

private enum Words {
  static func message(_ callee: String, _ spec: PoolSpec) -> String {
    "`\(callee)` makes a \(spec.noun) for this call alone: each call opens connections of its own"
  }

  static func help(_ spec: PoolSpec) -> String {
    "Make one \(spec.noun) where the application starts, and hand it to those who need it."
  }

  static func made(_ spec: PoolSpec) -> String { "the \(spec.noun) is made here" }
}

extension Role {
  fileprivate var isPool: Bool { if case .pool = self { true } else { false } }
}
