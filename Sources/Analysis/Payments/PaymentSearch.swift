import Basis
import IR
import Linking
import RuleBook

/// What files that were left out so far can have to do with payments and events.
///
/// Callers of what leads to a payment, because they decide about it; users of an HTTP client that
/// needs no import, once the program names a provider's host; and the definitions of functions
/// that a payment's arguments come from, or that an event's handler calls.
struct PaymentSearch {
  let context: CheckContext
  private(set) var wrappers: Set<ID<ProgramFunction>> = []
  /// HTTP clients that are called without an import, as they look when they are.
  private(set) var clients: Set<String> = []
  /// Files that were not read and define what is called, by their places in the list of those.
  private(set) var missing: Set<Int> = []

  private var program: Program { context.program }

  init(context: CheckContext) {
    self.context = context
    if context.isEnabled("SL201") || context.isEnabled("SL202") { searchPayments() }
    if context.isEnabled(WebhookEffects.rule) { searchEvents() }
  }

  private mutating func searchPayments() {
    let speaksToHost = context.words.namesHost
    for function in program.functions.ids where context.mayPay(function) {
      let facts = context.facts.facts(of: function)
      for operation in facts.function.operations.ids {
        guard case .call(let call) = facts.effect(operation), !call.isImplicit,
          mayPay(call, at: operation, in: function, speaksToHost)
        else { continue }
        let site = CallSite(function: function, operation: operation)
        var inquiry = PaymentInquiry(context: context, call: call, site: site)
        inquiry.ask()
        let asked = inquiry.asked.sorted()
        wrappers.formUnion(asked)
        note(inputsOf: [site] + asked.flatMap { program.callers(of: $0) })
      }
    }
    if speaksToHost { clients = Set(context.roles.index.globalClients.map { $0 + "(" }) }
  }

  /// Notes the unknown functions whose results reach these calls.
  private mutating func note(inputsOf sites: [CallSite]) {
    for site in sites {
      let facts = context.facts.facts(of: site.function)
      for input in facts.inputs(of: site.operation) { note(input, in: site.function) }
    }
  }

  private mutating func searchEvents() {
    let entries = WebhookEntries(context: context)
    for function in program.functions.ids {
      for entry in entries.entries(of: function) {
        var walk = EventWalk(context: context, root: function, entry: entry)
        walk.run()
        for visited in walk.visited {
          for operation in program[visited].operations.ids { note(operation, in: visited) }
        }
      }
    }
  }

  /// Notes the file of what a call calls, if it was not read.
  private mutating func note(_ operation: ID<Operation>, in function: ID<ProgramFunction>) {
    let facts = context.facts.facts(of: function)
    guard case .call(let call) = facts.effect(operation), !call.isImplicit else { return }
    let callee: ID<Place>
    switch call.callee {
    case .value(let place), .method(_, of: let place): callee = place
    case .superconstructor, .supermethod: return
    }
    missing.formUnion(program.unreadFiles(of: callee, in: function))
  }

  private func mayPay(
    _ call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>,
    _ speaksToHost: Bool
  ) -> Bool {
    let targets = program.targets(of: operation, in: function)
    for role in context.roles.roles(of: targets) {
      switch role {
      case .payment: return true
      case .http: return speaksToHost
      default: continue
      }
    }
    guard targets.functions.isEmpty, case .method(let method, _) = call.callee else { return false }
    return context.words[method].contains(.paying)
  }
}

extension RoleIndex {
  /// The HTTP clients that are called without an import: `fetch`.
  fileprivate var globalClients: [String] {
    exactNames.filter { name in
      !name.contains { ".#/".contains($0) }
        && roles(named: [name]).contains { if case .http = $0 { true } else { false } }
    }
  }
}
