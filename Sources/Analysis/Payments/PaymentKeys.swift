package import Basis
package import Findings
import IR
package import Linking
import RuleBook

// Does a call that moves money carry a key by which the provider knows a repetition?
//
// The problem: the first attempt's answer is lost, someone tries again, and the customer pays
// twice. Providers take a key against that, each in its own place. Whether it is given is seldom
// written at the call itself:
//
//     charge.js    export const charge = (params, options) =>
//                    stripe.charges.create(params, options)        undecided: a caller's options
//     order.js     charge({amount}, {idempotencyKey: `o-${id}`})   given, and stable
//     retry.js     charge({amount}, {idempotencyKey: uuid()})      given, and fresh: SL202
//     refund.js    charge({amount})                                absent: SL201
//
// So the question is asked for a *way of calling*: the call, with nothing assumed about the
// callers of the function that it stands in. What a parameter decides is then asked once for each
// caller, with that call assumed, and so on upwards, a few steps. The place of the finding is the
// call that decides: the one of the SDK, or the one of the helper that leads to it. To the
// function that makes it, that is the payment call; the steps of the trace lead down to the SDK's.
//
// Silent: a key that cannot be seen (an object from outside the program), a parameter that nobody
// in the program passes, providers without keys, and calls that the provider's own state protects.
//
// Refused: to report at the SDK's call when some callers give no key. The helper is right.

/// SL201 and SL202: payments without a key, or with one that does not protect.
package struct PaymentKeys: Check {
  package init() {}

  package func run(
    on function: ID<ProgramFunction>, in context: CheckContext, report: (Finding) -> Void
  ) {
    guard context.isEnabled("SL201") || context.isEnabled("SL202"), context.mayPay(function) else {
      return
    }
    let facts = context.facts.facts(of: function)
    for operation in facts.function.operations.ids {
      guard case .call(let call) = facts.effect(operation), !call.isImplicit else {
        continue
      }
      let site = CallSite(function: function, operation: operation)
      var inquiry = PaymentInquiry(context: context, call: call, site: site)
      inquiry.ask()
      for fault in inquiry.faults {
        let finding = PaymentMessage(context: context, fault: fault).finding()
        if context.isEnabled(finding.rule) { report(finding) }
      }
    }
  }
}

extension CheckContext {
  /// Whether some call of a function may be a payment, by what it reaches or what it is called.
  func mayPay(_ function: ID<ProgramFunction>) -> Bool {
    words(of: function).contains(.paying)
      || !roles.kinds(in: function).isDisjoint(with: [.payment, .http])
  }
}

/// What is wrong with one way of making a payment.
struct PaymentFault {
  enum Kind {
    /// No key; where people put one by mistake, if something is there.
    case missing(misplaced: String?)
    case unstable(KeyOrigin)
  }

  var kind: Kind
  var payment: PaymentCall
  /// The calls that lead to the money: the SDK's own first, then its callers', up to the one that
  /// decides.
  var chain: [CallSite]
}

/// Asks for each way of calling whether a payment has its key.
struct PaymentInquiry {
  let context: CheckContext
  let call: Call
  let site: CallSite
  private(set) var faults: [PaymentFault] = []
  /// The functions whose callers decide.
  private(set) var asked: Set<ID<ProgramFunction>> = []
  /// How many more ways of calling are asked for.
  private var budget = 200

  /// How many callers upwards can decide.
  private static let highest = 4

  init(context: CheckContext, call: Call, site: CallSite) {
    self.context = context
    self.call = call
    self.site = site
  }

  mutating func ask() { ask(context.values, chain: [site]) }

  private mutating func ask(_ tracer: ValueTracer, chain: [CallSite]) {
    budget -= 1
    let finder = PaymentFinder(context: context, tracer: tracer)
    switch finder.identity(of: call, at: site.operation, in: site.function) {
    case .none: return
    case .open(let functions): askCallers(of: functions, tracer, chain)
    case .payment(let payment): judge(payment, tracer, chain)
    }
  }

  private mutating func judge(
    _ payment: PaymentCall, _ tracer: ValueTracer, _ chain: [CallSite]
  ) {
    guard !payment.key.isEmpty else { return missing(payment, tracer, chain) }
    let trace = tracer.trace(payment.key)
    switch trace.presence {
    case .absent: missing(payment, tracer, chain)
    case .unknown: return
    case .undecided:
      if isShared(trace, payment, tracer) { return judgeOrigin(of: trace, payment, tracer, chain) }
      let open = trace.sources.filter { $0.presence == .undecided }.map(\.point.function)
      askCallers(of: Set(open), tracer, chain)
    case .present: judgeOrigin(of: trace, payment, tracer, chain)
    }
  }

  /// Whether a parameter's name says that its value is no key, whatever callers pass.
  private func isShared(
    _ trace: ValueTrace, _ payment: PaymentCall, _ tracer: ValueTracer
  ) -> Bool {
    classifier(payment, tracer).origin(of: trace).isShared
  }

  private func classifier(_ payment: PaymentCall, _ tracer: ValueTracer) -> KeyClassifier {
    KeyClassifier(context: context, tracer: tracer, payment: payment)
  }

  private mutating func missing(
    _ payment: PaymentCall, _ tracer: ValueTracer, _ chain: [CallSite]
  ) {
    let misplaced = payment.misplaced.first { tracer.trace($0.point).isGiven }
    let kind = PaymentFault.Kind.missing(misplaced: misplaced?.words)
    // A helper that has no place for a key is wrong, whoever calls it.
    let isOfHelper = payment.key.isEmpty && chain.count > 1
    let fault = PaymentFault(kind: kind, payment: payment, chain: isOfHelper ? [site] : chain)
    if isOfHelper, let known = faults.firstIndex(where: { $0.chain == [site] }) {
      if faults[known].payment.isPreparation { faults[known] = fault }
    } else {
      faults.append(fault)
    }
  }

  private mutating func judgeOrigin(
    of trace: ValueTrace, _ payment: PaymentCall, _ tracer: ValueTracer, _ chain: [CallSite]
  ) {
    let origin = classifier(payment, tracer).origin(of: trace)
    switch origin {
    case .stable: return
    case .open(let function): askCallers(of: [function], tracer, chain)
    case .fresh(let made, _):
      let points = trace.passed + freshPoints(made)
      if KeyStorage(context: context).isStored(points, before: chain) { return }
      faults.append(PaymentFault(kind: .unstable(origin), payment: payment, chain: chain))
    case .shared, .volatile:
      faults.append(PaymentFault(kind: .unstable(origin), payment: payment, chain: chain))
    }
  }

  private func freshPoints(_ site: CallSite) -> [TracePoint] {
    let effect = context.facts.facts(of: site.function).effect(site.operation)
    return effect.result.map { [TracePoint($0, in: site.function)] } ?? []
  }

  /// Asks once for each caller of the function that is open, if the chain stands in it.
  private mutating func askCallers(
    of functions: Set<ID<ProgramFunction>>, _ tracer: ValueTracer, _ chain: [CallSite]
  ) {
    guard chain.count <= Self.highest, let top = chain.last else { return }
    var current: ID<ProgramFunction>? = top.function
    while let function = current {
      if functions.contains(function) { break }
      current = context.program[function].parent.map {
        context.program.id(of: $0, besides: function)
      }
    }
    guard let function = current else { return }
    asked.insert(function)
    for caller in context.program.callers(of: function) where budget > 0 {
      guard !chain.contains(caller) else { continue }
      var assuming = tracer
      assuming.assumed[function] = caller
      ask(assuming, chain: chain + [caller])
    }
  }
}
