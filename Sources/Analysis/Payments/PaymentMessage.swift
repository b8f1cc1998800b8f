import Basis
import Findings
import IR
import Linking
import RuleBook

/// Puts a payment's fault into words: the message, the help and the steps of the trace.
struct PaymentMessage {
  let context: CheckContext
  let fault: PaymentFault

  private var payment: PaymentCall { fault.payment }
  /// The call that decides, where the finding stands.
  private var place: CallSite { fault.chain[fault.chain.count - 1] }
  private var isWrapped: Bool { fault.chain.count > 1 }

  func finding() -> Finding {
    let callee = context.facts.calleeText(of: place.operation, in: place.function)
    let reason = RepeatSearch(context: context).reason(for: place)
    return Finding(
      rule: rule, severity: severity(reason), confidence: confidence,
      location: location(of: place), message: message(callee), help: help,
      resource: payment.provider,
      function: context.program.qualifiedName(of: place.function), anchor: callee,
      trace: trace(reason))
  }

  private var rule: String {
    switch fault.kind {
    case .missing: "SL201"
    case .unstable: "SL202"
    }
  }

  private func severity(_ reason: Repeat?) -> Severity {
    var limit = payment.isPreparation ? Severity.warning : .error
    switch fault.kind {
    case .missing: break
    case .unstable(.fresh(let made, _)):
      if let reason, isMade(made, outside: reason) { limit = .warning }
    case .unstable: limit = .warning
    }
    return context.severity(of: rule, atMost: limit, in: place.function)
  }

  /// Whether the value is made once for all attempts that `reason` speaks of.
  private func isMade(_ made: CallSite, outside reason: Repeat) -> Bool {
    switch reason.kind {
    case .loop:
      guard made.function == reason.site.function else { return true }
      let facts = context.facts.facts(of: made.function)
      let cycle = FlowShape(facts.function).cycle(of: facts.block(of: reason.site.operation))
      return !cycle.contains(facts.block(of: made.operation).index)
    case .retry: return made.function == reason.site.function
    case .consumer, .webhook: return false
    }
  }

  private var confidence: Confidence {
    guard case .unstable(let origin) = fault.kind, origin.isShared || origin.isVolatile else {
      return payment.confidence
    }
    return min(payment.confidence, .medium)
  }

  // MARK: Trace

  private func trace(_ reason: Repeat?) -> [TraceStep] {
    var steps: [TraceStep] = []
    if let reason {
      steps.append(
        TraceStep(
          role: .related, location: location(of: reason.site), message: Words.again(reason.kind)))
    }
    if case .unstable(let origin) = fault.kind, let made = origin.site {
      let text = context.facts.text(
        of: context.facts.facts(of: made.function).function.operations[made.operation].range,
        in: made.function)
      steps.append(
        TraceStep(role: .made, location: location(of: made), message: Words.made(text, origin)))
    }
    for (index, site) in fault.chain.enumerated().reversed() {
      let callee = context.facts.calleeText(of: site.operation, in: site.function)
      let message = index == 0 ? Words.moves(callee, payment) : Words.leads(callee)
      steps.append(TraceStep(role: .called, location: location(of: site), message: message))
    }
    return steps
  }

  private func location(of site: CallSite) -> SourceLocation {
    context.location(of: site.operation, in: site.function)
  }

  // MARK: Message

  private func message(_ callee: String) -> String {
    let call = isWrapped ? Words.through(callee, sdkCallee) : "`\(callee)`"
    switch fault.kind {
    case .missing(let misplaced): return Words.missing(call, misplaced, payment)
    case .unstable(let origin): return Words.unstable(call, origin, maker(of: origin), payment)
    }
  }

  private var sdkCallee: String {
    context.facts.calleeText(of: fault.chain[0].operation, in: fault.chain[0].function)
  }

  private func maker(of origin: KeyOrigin) -> String {
    guard let site = origin.site else { return "" }
    return context.facts.calleeText(of: site.operation, in: site.function)
  }

  private var help: String {
    switch fault.kind {
    case .missing: return Words.giveKey(payment)
    case .unstable(.shared): return Words.narrowKey
    case .unstable(.volatile): return Words.chooseFields
    case .unstable: return Words.keepKey
    }
  }
}

extension KeyOrigin {
  /// Where the value is made that spoils the key.
  fileprivate var site: CallSite? {
    switch self {
    case .fresh(let site, _), .volatile(let site): site
    case .stable, .shared, .open: nil
    }
  }
}

/// What users read.
private enum Words {
  static func through(_ callee: String, _ inner: String) -> String {
    "`\(callee)`, which calls `\(inner)`,"
  }

  static func missing(_ call: String, _ misplaced: String?, _ payment: PaymentCall) -> String {
    var text = "\(call) sends no idempotency key: "
    if let misplaced { text += "\(payment.provider) does not look for it in `\(misplaced)`; " }
    text += "a repeated request makes a second \(payment.effect)"
    if payment.hasAutomaticKey {
      text += " (the random key that the SDK adds covers only its own retries)"
    }
    return text
  }

  static func unstable(
    _ call: String, _ origin: KeyOrigin, _ maker: String, _ payment: PaymentCall
  ) -> String {
    switch origin {
    case .fresh:
      return "\(call) gets another idempotency key at each attempt, from `\(maker)`: "
        + "a repeated request makes a second \(payment.effect)"
    case .volatile:
      return "\(call) gets an idempotency key made of everything that is sent, by `\(maker)`: "
        + "what differs between two attempts makes it another key, and a second \(payment.effect)"
    case .shared(.owner(let noun)):
      return "\(call) gets an idempotency key that only tells one \(noun) from another: "
        + "the next \(payment.effect) for the same \(noun) is taken for a repetition"
    case .shared(.client):
      return "\(call) gets the idempotency key that every request of the client carries: "
        + "only one of them can be the first"
    case .shared(.constant), .stable, .open:
      return "\(call) always gets the same idempotency key: "
        + "every \(payment.effect) after the first is taken for a repetition"
    }
  }

  static func again(_ kind: Repeat.Kind) -> String {
    switch kind {
    case .loop: "the loop makes the call again when it fails"
    case .retry: "this runs the function again when it fails"
    case .consumer: "a message can be delivered again"
    case .webhook: "an event can be sent again"
    }
  }

  static func made(_ text: String, _ origin: KeyOrigin) -> String {
    origin.isFresh
      ? "`\(text)` is another value each time" : "`\(text)` is made of the whole object"
  }

  static func moves(_ callee: String, _ payment: PaymentCall) -> String {
    "`\(callee)` makes the \(payment.effect)"
  }

  static func leads(_ callee: String) -> String { "`\(callee)` leads to the payment" }

  static func giveKey(_ payment: PaymentCall) -> String {
    let key = payment.fix.isEmpty ? "an idempotency key" : payment.fix
    return "give \(key), made of the id of what is paid: the same for every attempt at the same "
      + "\(payment.effect)"
  }

  static let keepKey =
    "make the key from the id of what is paid, or store the random one before the call and read "
    + "it back when trying again"
  static let narrowKey = "add the id of what is paid and the name of the operation to the key"
  static let chooseFields = "make the key from the id of what is paid instead"
}
