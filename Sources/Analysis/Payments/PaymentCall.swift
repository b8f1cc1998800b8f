import Basis
import Findings
import IR
import Linking
import RuleBook

/// A call that moves money, as a model describes it, with the points where its key can stand.
struct PaymentCall {
  var provider: String
  /// What happens twice: `charge`, `refund`.
  var effect: String
  /// Where the provider looks for the key; none when the call gives none of these places.
  var key: [TracePoint]
  /// Where people put the key by mistake, with the words for it.
  var misplaced: [(point: TracePoint, words: String)]
  /// What is sent.
  var content: [TracePoint]
  var hasAutomaticKey: Bool
  /// Whether someone has to do more before money moves.
  var isPreparation: Bool
  /// What to write, as this SDK spells it.
  var fix: String
  var confidence: Confidence
}

/// Whether a call moves money, as far as is known.
enum PaymentIdentity {
  case none
  /// The callers of one of these functions know.
  case open(Set<ID<ProgramFunction>>)
  case payment(PaymentCall)
}

/// Finds out which calls move money, through SDKs or by HTTP.
struct PaymentFinder {
  let context: CheckContext
  let tracer: ValueTracer

  /// What the call is, under what the tracer assumes.
  func identity(
    of call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> PaymentIdentity {
    let targets = context.program.targets(of: operation, in: function)
    var candidates = roles.roles(of: targets)
    if candidates.isEmpty, targets.functions.isEmpty {
      let callee = callee(of: call, in: function)
      candidates = roles.index.roles(named: callee.names)
      if candidates.isEmpty, !callee.open.isEmpty { return .open(callee.open) }
    }
    for role in candidates {
      switch role {
      case .payment(let spec):
        switch outcome(of: spec.call.conditions, of: call, in: function) {
        case .fails: continue
        case .open(let functions): return .open(functions)
        case .holds: return identity(spec, of: call, in: function, confidence: .high)
        }
      case .http(let spec):
        guard spec.call.conditions.allSatisfy({ roles.holds($0, of: call, in: function) }) else {
          continue
        }
        return identity(spec, of: call, in: function)
      default: continue
      }
    }
    // What pays inside of a function of the project, is told there.
    let pays = targets.functions.contains { target in
      !context.roles.kinds(in: target).isDisjoint(with: [.payment, .http])
    }
    guard !pays, let spec = toldByName(call, in: function) else { return .none }
    return identity(spec, of: call, in: function, confidence: .medium)
  }

  private var roles: CallRoles { context.roles }

  /// What a method call reaches by following its receiver, when the types alone do not say: an API
  /// class in an attribute of the class, `cls.stripe_class.create(...)`.
  private func callee(
    of call: Call, in function: ID<ProgramFunction>
  ) -> (names: [String], open: Set<ID<ProgramFunction>>) {
    guard case .method(let symbol, let receiver) = call.callee else { return ([], []) }
    let method = context.program.symbols[symbol]
    guard roles.index.isPaymentMethod(method) else { return ([], []) }
    let trace = tracer.trace(TracePoint(receiver, in: function))
    var names: [String] = []
    for point in trace.passed where point.path.isEmpty {
      for value in context.program.values(of: point.place, in: point.function) {
        switch value {
        case .external(let name):
          names.append(context.program.names.text(of: name) + "." + method)
        case .instance(let name):
          names.append(context.program.names.text(of: name) + "#" + method)
        case .function, .classObject, .object, .module, .aggregate, .unread: continue
        }
      }
    }
    let open = trace.sources.filter { $0.kind == .receiver }.map(\.point.function)
    return (names, Set(open.filter(hasCallers)))
  }

  private func hasCallers(_ function: ID<ProgramFunction>) -> Bool {
    !context.program.callers(of: function).isEmpty
  }

  // MARK: Conditions

  private enum Outcome {
    case holds, fails
    case open(Set<ID<ProgramFunction>>)
  }

  /// Whether all conditions hold; what a caller decides is open as long as there is one.
  private func outcome(
    of conditions: [ArgumentCondition], of call: Call, in function: ID<ProgramFunction>
  ) -> Outcome {
    var open: Set<ID<ProgramFunction>> = []
    for condition in conditions {
      switch outcome(of: condition, of: call, in: function) {
      case .fails: return .fails
      case .open(let functions): open.formUnion(functions)
      case .holds: continue
      }
    }
    return open.isEmpty ? .holds : .open(open)
  }

  private func outcome(
    of condition: ArgumentCondition, of call: Call, in function: ID<ProgramFunction>
  ) -> Outcome {
    let points = tracer.points(at: condition.place, of: call, in: function)
    let trace = tracer.trace(points)
    let presence = points.isEmpty ? .absent : trace.presence
    let open = Set(
      trace.sources.filter { $0.presence == .undecided }.map(\.point.function)
    ).filter(hasCallers)
    switch condition.test {
    case .isAbsent:
      if presence == .absent { return .holds }
      // A parameter that stands there by name may be null, but is meant to be something.
      return presence == .undecided && !open.isEmpty && !trace.isGiven ? .open(open) : .fails
    case .isTrue:
      if trace.sources.contains(where: { $0.kind == .literal(.boolean(true)) }) { return .holds }
      return presence == .undecided && !open.isEmpty ? .open(open) : .fails
    default: return roles.holds(condition, of: call, in: function) ? .holds : .fails
    }
  }

  private func identity(
    _ spec: PaymentSpec, of call: Call, in function: ID<ProgramFunction>, confidence: Confidence
  ) -> PaymentIdentity {
    guard !spec.isProtectedByState, !spec.key.isEmpty else { return .none }
    return .payment(
      PaymentCall(
        provider: spec.provider, effect: spec.effect,
        key: spec.key.flatMap { tracer.points(at: $0, of: call, in: function) },
        misplaced: spec.misplaced.flatMap { place in
          tracer.points(at: place, of: call, in: function).map { ($0, place.words) }
        },
        content: call.arguments.map { TracePoint($0.value, in: function) },
        hasAutomaticKey: spec.hasAutomaticKey, isPreparation: spec.isPreparation, fix: spec.fix,
        confidence: confidence))
  }

  // MARK: Names alone

  /// The payment that the callee's own words tell of, such as `this.stripe.charges.create`, or the
  /// file's: `client.refunds.create` in `stripe.ts`.
  private func toldByName(_ call: Call, in function: ID<ProgramFunction>) -> PaymentSpec? {
    guard case .method(let method, let receiver) = call.callee else { return nil }
    let candidates = roles.index.payments(named: context.program.symbols[method])
    guard !candidates.isEmpty else { return nil }
    let chain = names(from: receiver, in: function)
    let file = context.program.path(of: function).split(separator: "/").last?.lowercased() ?? ""
    return candidates.first { candidate in
      let members = candidate.members
      guard chain.count > members.count, chain.prefix(members.count).elementsEqual(members)
      else { return false }
      let owner = chain[members.count].lowercased()
      let provider = candidate.spec.provider.lowercased().prefix { $0.isLetter }
      let isOfFile = !members.isEmpty && file.contains(provider)
      return provider.count > 3 && (owner.contains(provider) || isOfFile)
        && candidate.spec.call.conditions.allSatisfy { roles.holds($0, of: call, in: function) }
    }?.spec
  }

  /// The members that lead to a place, from the place inwards: `charges`, `stripe`, `this`.
  private func names(from place: ID<Place>, in function: ID<ProgramFunction>) -> [String] {
    let facts = context.facts.facts(of: function)
    var result: [String] = []
    var next: ID<Place>? = place
    while let current = next, result.count < 6 {
      next = nil
      if let name = facts.function.places[current].name {
        result.append(context.program.symbols[name])
      } else if let maker = facts.makers(of: current).first,
        case .load(let field, let object, _) = facts.effect(maker)
      {
        result.append(context.program.symbols[field])
        next = object
      }
    }
    return result
  }

  // MARK: HTTP

  private func identity(
    _ spec: HTTPCallSpec, of call: Call, in function: ID<ProgramFunction>
  ) -> PaymentIdentity {
    let url = url(of: spec, call, in: function)
    var host: PaymentHost?
    for text in url.texts {
      host = host ?? roles.index.paymentHosts.first { $0.matches(text) }
    }
    guard let host else { return url.open.isEmpty ? .none : .open(url.open) }
    switch isPost(spec, call, in: function) {
    case .some(true): break
    case .some(false): return .none
    case .none:
      let method = spec.methodPlace.map { texts(at: $0, of: call, in: function) }
      return method.map { $0.open.isEmpty ? .none : .open($0.open) } ?? .none
    }
    let key =
      spec.headers.flatMap { place in
        host.headers.map { place.appending($0) }
      } + spec.body.flatMap { place in host.fields.map { place.appending($0) } }
    return .payment(
      PaymentCall(
        provider: host.provider, effect: host.effect,
        key: key.flatMap { tracer.points(at: $0, of: call, in: function) }, misplaced: [],
        content: spec.body.flatMap { tracer.points(at: $0, of: call, in: function) },
        hasAutomaticKey: false, isPreparation: host.isPreparation, fix: host.fix, confidence: .high)
    )
  }

  /// What a request is sent to; the client itself may know the first part.
  private func url(
    of spec: HTTPCallSpec, _ call: Call, in function: ID<ProgramFunction>
  ) -> TracedTexts {
    var result = texts(at: spec.url, of: call, in: function)
    let isRelative = { (text: String) in !text.contains("://") }
    guard !spec.base.isEmpty, result.texts.contains(where: isRelative) else { return result }
    let relative = result.texts.filter(isRelative)
    for base in spec.base.flatMap({ texts(at: $0, of: call, in: function).texts }) {
      let head = base.hasSuffix("/") ? base.dropLast() : base[...]
      result.texts += relative.map { head + ($0.hasPrefix("/") ? $0 : "/" + $0) }
    }
    return result
  }

  /// Whether the request is a POST; nil when a caller knows or nobody does.
  private func isPost(
    _ spec: HTTPCallSpec, _ call: Call, in function: ID<ProgramFunction>
  ) -> Bool? {
    if let method = spec.method { return method.lowercased() == "post" }
    guard let place = spec.methodPlace else { return false }
    let texts = texts(at: place, of: call, in: function).texts
    if texts.contains(where: { $0.lowercased() == "post" }) { return true }
    return texts.contains { $0.contains("?") } ? nil : false
  }

  private func texts(
    at place: ValuePlace, of call: Call, in function: ID<ProgramFunction>
  ) -> TracedTexts {
    var result = TracedTexts(texts: [])
    for point in tracer.points(at: place, of: call, in: function) {
      let found = tracer.texts(of: point)
      result.texts += found.texts
      result.open.formUnion(found.open)
    }
    return result
  }
}

extension ValuePlace {
  fileprivate func appending(_ name: String) -> ValuePlace {
    var place = self
    place.path += name.split(separator: ".").map(String.init)
    return place
  }

  /// The place as a message names it.
  fileprivate var words: String {
    if let name = path.last { return name }
    return keyword ?? "an argument"
  }
}

extension PaymentHost {
  /// Whether a URL, with `?` for what is not known of it, is one whose POST moves money.
  func matches(_ url: String) -> Bool {
    var rest = url[...]
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    let host = rest.prefix { $0 != "/" && $0 != ":" }.lowercased()
    guard hosts.contains(where: { Self.matches(host, $0.lowercased()) }) else { return false }
    let path = rest.dropFirst(host.count).drop { $0 != "/" }
    // A query starts at a question mark that a name and `=` follow; any other is a hole.
    let query = path.firstRange(of: /\?[^\/?=]+=/)
    let segments = path[..<(query?.lowerBound ?? path.endIndex)].split(separator: "/")
    return paths.isEmpty || paths.contains { Self.matches(segments, $0) }
  }

  private static func matches(_ host: String, _ pattern: String) -> Bool {
    pattern.hasPrefix(".")
      ? host.hasSuffix(pattern) || host == pattern.dropFirst() : host == pattern
  }

  private static func matches(_ segments: [Substring], _ pattern: String) -> Bool {
    let wanted = pattern.split(separator: "/")
    guard wanted.count == segments.count else { return false }
    return zip(segments, wanted).allSatisfy { $1 == "*" || $0 == $1 }
  }

  fileprivate var fix: String {
    if let header = headers.first { return "the header `\(header)`" }
    return fields.first.map { "`\($0)` in the body" } ?? ""
  }
}
