import Basis
import Findings
import IR
import Linking
import RuleBook

// Which functions of a program check the signature of an event:
//
//     stripe.webhooks.constructEvent(body, signature, secret)     a model says that this verifies
//     createHmac('sha256', secret) ... headers['x-signature']     by hand
//
// Asked of every function of a program, and so answered for all at once, from the few calls that
// can be a part of one.

/// The functions that check signatures of events, themselves or through a helper.
struct SignatureChecks: Sendable {
  /// By function: the last call that computes what a header must be.
  private(set) var signing: [ID<ProgramFunction>: ID<Operation>] = [:]
  /// By function: the calls that verify.
  private(set) var verifying: [ID<ProgramFunction>: Set<ID<Operation>>] = [:]
  /// How surely a function checks a signature, itself or through a function that it calls.
  private(set) var checkers: [ID<ProgramFunction>: Confidence] = [:]

  /// Larger functions than this are no helpers.
  private static let largestHelper = 400

  init() {}

  init(facts: ProgramFacts, roles: CallRoles, words: SymbolWords) {
    let program = facts.program
    let signs = Set(roles.index.webhookWords.signs)
    let puts = Set(roles.index.values.puts)
    for function in program.functions.ids where roles.kinds(in: function).contains(.signature) {
      var last: ID<Operation>?
      for (operation, targets) in program.calls(in: function) {
        if targets.names.contains(where: signs.contains) { last = operation }
        let verifies = roles.roles(of: targets).contains {
          if case .webhook = $0 { true } else { false }
        }
        if verifies { verifying[function, default: []].insert(operation) }
      }
      let local = facts.facts(of: function)
      if let last, Self.namesHeader(local, words, program.symbols, puts) {
        signing[function] = last
      }
    }
    addCheckers(facts)
  }

  private mutating func addCheckers(_ facts: ProgramFacts) {
    var own: [ID<ProgramFunction>: Confidence] = [:]
    for function in verifying.keys { own[function] = .high }
    for function in signing.keys { own[function] = .medium }
    own = own.filter { facts.facts(of: $0.key).function.operations.count < Self.largestHelper }
    checkers = own
    for (function, confidence) in own {
      for site in facts.program.callers(of: function) where own[site.function] == nil {
        let size = facts.facts(of: site.function).function.operations.count
        guard size < Self.largestHelper else { continue }
        checkers[site.function] = max(checkers[site.function] ?? confidence, confidence)
      }
    }
  }

  private static func namesHeader(
    _ facts: FunctionFacts, _ words: SymbolWords, _ symbols: SymbolTable, _ puts: Set<String>
  ) -> Bool {
    facts.function.operations.ids.contains { operation in
      switch facts.effect(operation) {
      case .literal(.string(let text), let into):
        words[text].contains(.header) && !isWritten(into, facts, symbols, puts)
      case .load(let field, _, _): words[field].contains(.header)
      default: false
      }
    }
  }

  /// `headers.set('x-signature', own)`: who sends a signature receives no event.
  private static func isWritten(
    _ name: ID<Place>, _ facts: FunctionFacts, _ symbols: SymbolTable, _ puts: Set<String>
  ) -> Bool {
    facts.uses(of: name).contains { use in
      guard case .call(let call) = facts.effect(use), case .method(let method, _) = call.callee
      else { return false }
      return puts.contains(symbols[method])
    }
  }
}
