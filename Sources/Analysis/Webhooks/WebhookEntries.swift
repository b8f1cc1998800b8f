import Basis
import Findings
import IR
import Linking
import RuleBook

/// Where a function turns out to work on a provider's event.
struct WebhookEntry {
  /// The step that says so: a verification, a comparison with an event's type.
  var operation: ID<Operation>?
  /// What runs for the event: the rest of this function after a block, or other functions whole.
  var region: Region
  var confidence: Confidence

  enum Region {
    /// What comes after the operation, and after its block.
    case after(ID<Block>)
    case functions([ID<ProgramFunction>])
  }
}

// How a function is known to handle events of a provider:
//
//     stripe.webhooks.constructEvent(body, signature, secret)     a model says that this verifies
//     createHmac('sha256', secret) ... headers['x-signature']     a signature checked by hand
//     const event = parse(request)                                a helper that does one of these
//     router.post('/hook', verifySignature, handle)               a step in front of the handler
//     switch (event.type) { case 'invoice.paid': ...              the names of the events
//     {'invoice.paid': onInvoicePaid}                             a table of handlers

/// Finds where functions start to work on events.
struct WebhookEntries {
  let context: CheckContext
  private var program: Program { context.program }

  init(context: CheckContext) { self.context = context }

  func entries(of function: ID<ProgramFunction>) -> [WebhookEntry] {
    let signatures = context.signatures
    // Most functions say nothing of events, and in most programs nobody checks a signature.
    guard
      context.words(of: function).contains(.ofEvents) || !signatures.checkers.isEmpty
        || signatures.verifying[function] != nil || signatures.signing[function] != nil
    else { return [] }
    let facts = context.facts.facts(of: function)
    var result: [WebhookEntry] = []
    if let operation = context.signatures.signing[function] {
      result.append(after(operation, facts, .medium))
    }
    for operation in facts.function.operations.ids {
      switch facts.effect(operation) {
      case .call(let call) where !call.isImplicit:
        if let entry = entry(at: call, operation, in: function, facts) { result.append(entry) }
      case .aggregate(let aggregate, _):
        let handlers = aggregate.entries.flatMap { entry -> [ID<ProgramFunction>] in
          guard let key = entry.key, isEvent(key) else { return [] }
          return functions(in: entry.value, of: function)
        }
        if !handlers.isEmpty {
          result.append(
            WebhookEntry(operation: operation, region: .functions(handlers), confidence: .medium))
        }
      default: continue
      }
    }
    result += dispatches(in: facts)
    return result
  }

  private func after(
    _ operation: ID<Operation>, _ facts: FunctionFacts, _ confidence: Confidence
  ) -> WebhookEntry {
    WebhookEntry(
      operation: operation, region: .after(facts.block(of: operation)), confidence: confidence)
  }

  private func entry(
    at call: Call, _ operation: ID<Operation>, in function: ID<ProgramFunction>,
    _ facts: FunctionFacts
  ) -> WebhookEntry? {
    if context.signatures.verifying[function]?.contains(operation) == true {
      return after(operation, facts, .high)
    }
    let targets = program.targets(of: operation, in: function).functions
    if let confidence = targets.compactMap({ context.signatures.checkers[$0] }).max() {
      return after(operation, facts, confidence)
    }
    guard targets.isEmpty, call.arguments.count > 1, !context.signatures.checkers.isEmpty else {
      return nil
    }
    // What stands behind a function that checks the signature runs for events.
    var confidence: Confidence?
    var handlers: [ID<ProgramFunction>] = []
    for argument in call.arguments {
      let given = functions(in: argument.value, of: function)
      if confidence != nil {
        handlers += given
      } else {
        confidence = given.compactMap { context.signatures.checkers[$0] }.max()
      }
    }
    guard let confidence, !handlers.isEmpty else { return nil }
    return WebhookEntry(
      operation: operation, region: .functions(handlers), confidence: confidence)
  }

  private func functions(
    in place: ID<Place>, of function: ID<ProgramFunction>
  ) -> [ID<ProgramFunction>] {
    program.values(of: place, in: function).compactMap { value in
      if case .function(let target) = value { target } else { nil }
    }
  }

  // MARK: Types of events

  private func isEvent(_ text: Symbol) -> Bool { context.words[text].contains(.event) }

  /// Where the type of an event decides what runs.
  private func dispatches(in facts: FunctionFacts) -> [WebhookEntry] {
    facts.function.blocks.ids.compactMap { block -> WebhookEntry? in
      guard case .branch(let condition, _, _) = facts.function.blocks[block].terminator,
        isTypeOfEvent(condition, facts)
      else { return nil }
      let last = Array(facts.function.operations(of: block)).last
      return WebhookEntry(operation: last, region: .after(block), confidence: .medium)
    }
  }

  private func isTypeOfEvent(_ condition: Condition, _ facts: FunctionFacts) -> Bool {
    if case .equals(.string(let text)) = condition.test { return isEvent(text) }
    guard let subject = condition.subject else { return false }
    return facts.makers(of: subject).contains { maker in
      guard case .compute(let kind, let operands, _) = facts.effect(maker),
        kind == .equal || kind == .notEqual
      else { return false }
      return operands.contains { operand in
        if case .string(let text) = facts.literal(of: operand) {
          isEvent(text)
        } else {
          false
        }
      }
    }
  }
}
