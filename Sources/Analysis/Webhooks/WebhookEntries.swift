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
  private var words: WebhookWords { context.roles.index.webhookWords }

  init(context: CheckContext) { self.context = context }

  /// How many calls lie between a handler and the check of the signature.
  private static let deepest = 2

  func entries(of function: ID<ProgramFunction>) -> [WebhookEntry] {
    let facts = context.facts.facts(of: function)
    var result: [WebhookEntry] = []
    if let operation = signing(in: function, facts) {
      result.append(after(operation, facts, .medium))
    }
    for operation in facts.function.operations.ids {
      switch facts.effect(operation) {
      case .call(let call) where !call.isImplicit:
        if let entry = entry(at: call, operation, in: function, facts) { result.append(entry) }
      case .aggregate(let aggregate, _):
        let handlers = aggregate.entries.flatMap { entry -> [ID<ProgramFunction>] in
          guard let key = entry.key, isEvent(program.symbols[key]) else { return [] }
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
    if isVerification(operation, in: function) { return after(operation, facts, .high) }
    let targets = program.targets(of: operation, in: function).functions
    if let confidence = targets.compactMap({ verifies($0, Self.deepest) }).max() {
      return after(operation, facts, confidence)
    }
    guard targets.isEmpty, call.arguments.count > 1 else { return nil }
    // What stands behind a function that checks the signature runs for events.
    var confidence: Confidence?
    var handlers: [ID<ProgramFunction>] = []
    for argument in call.arguments {
      let given = functions(in: argument.value, of: function)
      if confidence != nil {
        handlers += given
      } else {
        confidence = given.compactMap { verifies($0, Self.deepest) }.max()
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

  // MARK: Signatures

  private func isVerification(
    _ operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> Bool {
    context.roles.index.roles(of: program.targets(of: operation, in: function)).contains {
      if case .webhook = $0 { true } else { false }
    }
  }

  /// How surely a function checks an event's signature, itself or through a helper.
  private func verifies(_ function: ID<ProgramFunction>, _ depth: Int) -> Confidence? {
    let facts = context.facts.facts(of: function)
    guard facts.function.operations.count < 400 else { return nil }
    if signing(in: function, facts) != nil { return .medium }
    for operation in facts.function.operations.ids {
      guard case .call = facts.effect(operation) else { continue }
      if isVerification(operation, in: function) { return .high }
      guard depth > 1 else { continue }
      let targets = program.targets(of: operation, in: function).functions
      if let found = targets.compactMap({ verifies($0, depth - 1) }).max() { return found }
    }
    return nil
  }

  /// Where a function computes a signature to compare with the one of a header.
  private func signing(
    in function: ID<ProgramFunction>, _ facts: FunctionFacts
  ) -> ID<Operation>? {
    let signing = facts.function.operations.ids.last { operation in
      guard case .call = facts.effect(operation) else { return false }
      return program.targets(of: operation, in: function).names.contains(
        where: words.signs.contains)
    }
    guard let signing else { return nil }
    let namesHeader = facts.function.operations.ids.contains { operation in
      switch facts.effect(operation) {
      case .literal(.string(let text), let into):
        isHeader(program.symbols[text]) && !isWritten(into, facts)
      case .load(let field, _, _): isHeader(program.symbols[field])
      default: false
      }
    }
    return namesHeader ? signing : nil
  }

  /// `headers.set('x-signature', own)`: who sends a signature receives no event.
  private func isWritten(_ name: ID<Place>, _ facts: FunctionFacts) -> Bool {
    facts.uses(of: name).contains { use in
      guard case .call(let call) = facts.effect(use), case .method(let method, _) = call.callee
      else { return false }
      return context.values.words.puts.contains(program.symbols[method])
    }
  }

  private func isHeader(_ text: String) -> Bool {
    guard text.utf8.count < 48 else { return false }
    let name = text.lowercased().replacing("_", with: "-")
    return words.headers.contains { name.hasSuffix($0) }
  }

  // MARK: Types of events

  private func isEvent(_ text: String) -> Bool { words.events.contains(text) }

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
    if case .equals(.string(let text)) = condition.test { return isEvent(program.symbols[text]) }
    guard let subject = condition.subject else { return false }
    return facts.makers(of: subject).contains { maker in
      guard case .compute(let kind, let operands, _) = facts.effect(maker),
        kind == .equal || kind == .notEqual
      else { return false }
      return operands.contains { operand in
        if case .string(let text) = facts.literal(of: operand) {
          isEvent(program.symbols[text])
        } else {
          false
        }
      }
    }
  }
}
