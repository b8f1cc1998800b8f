import Basis
import IR
import Linking
import RuleBook

// Where the value of a key comes from, and whether a second attempt would get the same.
//
//     stable      an order's id, a request header, a row read back: what we know nothing against
//     fresh       a random number, the clock: another one each time the line runs
//     shared      only a user's or customer's id, or a constant: the same for the next purchase
//     volatile    a hash of all that is sent, which holds whatever differs between attempts
//     open        what a caller passes: ask there
//
// A key put together from parts is fresh if one part is; it is shared if no part is more than
// shared; one part that tells payments apart makes it stable. Of alternatives (`saved ?? uuid()`)
// one that is stable suffices, because we cannot see which one a retry takes.

/// What is known of the value of a key.
enum KeyOrigin: Hashable {
  case stable
  /// A clock's value lasts when it is cut to a day or a month.
  case fresh(CallSite, isClock: Bool)
  case shared(SharedKey)
  case volatile(CallSite)
  case open(ID<ProgramFunction>)
}

/// What a key that is too broad consists of.
enum SharedKey: Hashable {
  case constant
  /// The id of something that outlives the payment, by its noun: `user`.
  case owner(String)
  /// What an object has that makes all requests of the program to this provider.
  case client
}

/// Classifies keys by following their values.
struct KeyClassifier {
  let context: CheckContext
  let tracer: ValueTracer
  /// The places that hold the very object that is sent.
  let content: Set<PlaceReference>
  /// Whether an owner has what is paid for once, and not with each purchase.
  private let happensOnce: Bool

  init(context: CheckContext, tracer: ValueTracer, payment: PaymentCall) {
    self.context = context
    self.tracer = tracer
    happensOnce = payment.effect == "subscription"
    content = Self.holders(of: payment.content, tracer)
  }

  /// How deep values are taken apart; real keys are flat.
  private static let deepest = 6

  /// What is known of the value that the sources of a key give.
  func origin(of trace: ValueTrace) -> KeyOrigin {
    let origin = alternatives(of: trace, depth: Self.deepest)
    // One trial or subscription for each organisation is what such a key is meant to say.
    if case .shared(.owner) = origin, happensOnce, namesOperation(trace) { return .stable }
    return origin == .stable && isOfSharedClient(trace) ? .shared(.client) : origin
  }

  /// Whether a key is put together from an id and words of the source: `create-trial-${org.id}`.
  private func namesOperation(_ trace: ValueTrace) -> Bool {
    trace.sources.contains { source in
      guard case .made(let operation) = source.kind else { return false }
      let facts = context.facts.facts(of: source.point.function)
      return parts(of: operation, facts).contains { part in
        guard case .string(let text) = facts.literal(of: part) else { return false }
        return context.program.symbols[text].contains(where: \.isLetter)
      }
    }
  }

  /// What a text is put together from: a template, a sum, or a list that is joined.
  private func parts(of operation: ID<Operation>, _ facts: FunctionFacts) -> [ID<Place>] {
    switch facts.effect(operation) {
    case .compute(.template, let operands, _), .compute(.add, let operands, _): return operands
    case .call(let call):
      let lists = call.arguments.map(\.value) + (call.receiver.map { [$0] } ?? [])
      return lists.flatMap(facts.makers).flatMap { maker -> [ID<Place>] in
        guard case .aggregate(let aggregate, _) = facts.effect(maker), aggregate.kind != .object
        else { return [] }
        return aggregate.entries.map(\.value)
      }
    default: return []
    }
  }

  /// Whether the value lies in a field of an object whose method gives it to many requests.
  private func isOfSharedClient(_ trace: ValueTrace) -> Bool {
    trace.passed.contains { point in
      guard !point.frames.isEmpty, !point.path.isEmpty,
        context.program[point.function].receiver == point.place
      else { return false }
      let callers = context.program.callers(of: point.function).map(\.function)
      return Set(callers).count >= Self.manyRequests
    }
  }

  /// So many functions that get a key from one helper do not all repeat one operation.
  private static let manyRequests = 3

  /// Everywhere on its way that the object which is sent has been, whole.
  private static func holders(of content: [TracePoint], _ tracer: ValueTracer) -> Set<
    PlaceReference
  > {
    var holders: Set<PlaceReference> = []
    var pending = content
    for _ in 0..<2 {
      let trace = tracer.trace(pending)
      pending = []
      for point in trace.passed where point.path.isEmpty {
        holders.insert(PlaceReference(function: point.function, place: point.place))
      }
      for source in trace.sources where source.point.path.isEmpty {
        pending += tracer.serialized(by: source)
      }
      if pending.isEmpty { break }
    }
    return holders
  }

  private func alternatives(of trace: ValueTrace, depth: Int) -> KeyOrigin {
    let origins = trace.sources.filter { $0.presence != .absent }.map {
      origin(of: $0, passed: trace.passed, depth: depth)
    }
    // A hash is meant to protect where nothing better is given; a random fallback is not.
    if let volatile = origins.first(where: \.isVolatile) { return volatile }
    if origins.isEmpty || origins.contains(.stable) { return .stable }
    for origin in origins { if case .open = origin { return origin } }
    return origins.first { !$0.isShared } ?? origins[0]
  }

  private func origin(of place: ID<Place>, at point: TracePoint, depth: Int) -> KeyOrigin {
    alternatives(of: tracer.trace(point.at(place, path: [])), depth: depth - 1)
  }

  private func origin(
    of source: ValueSource, passed: [TracePoint], depth: Int
  ) -> KeyOrigin {
    guard depth > 0 else { return .stable }
    let owner = ownerNoun(of: source.point, passed: passed)
    switch source.kind {
    case .literal: return .shared(.constant)
    case .nothing, .receiver, .unknown, .field: return owner ?? .stable
    case .parameter:
      if let owner { return owner }
      return source.isKeyItself ? .open(source.point.function) : .stable
    case .made(let operation):
      let made = origin(ofResultOf: operation, source.point, depth: depth)
      if made == .stable, let owner { return owner }
      let isCoarse = source.point.path.last.map(context.values.words.coarse.contains) ?? false
      return made.isClock && isCoarse ? .stable : made
    }
  }

  // MARK: Operations

  private func origin(
    ofResultOf operation: ID<Operation>, _ point: TracePoint, depth: Int
  ) -> KeyOrigin {
    switch context.facts.facts(of: point.function).effect(operation) {
    case .compute(let kind, let operands, _):
      switch kind {
      case .template, .add, .arithmetic, .subtract:
        return combined(operands.map { origin(of: $0, at: point, depth: depth) })
      default: return .stable
      }
    case .call(let call): return origin(ofResultOf: call, operation, point, depth: depth)
    case .aggregate(let aggregate, _) where aggregate.kind != .object:
      return combined(aggregate.entries.map { origin(of: $0.value, at: point, depth: depth) })
    default: return .stable
    }
  }

  private func origin(
    ofResultOf call: Call, _ operation: ID<Operation>, _ point: TracePoint, depth: Int
  ) -> KeyOrigin {
    let site = CallSite(function: point.function, operation: operation)
    let roles = context.roles.roles(of: call, at: operation, in: point.function)
    for role in roles {
      switch role {
      case .unstableValue: return .fresh(site, isClock: false)
      case .clock: return .fresh(site, isClock: true)
      default: continue
      }
    }
    let names = context.program.targets(of: operation, in: point.function).names
    let words = tracer.words
    let arguments = call.arguments.map(\.value)
    if names.contains(where: words.serializes.contains), let first = arguments.first {
      return origin(ofTextOf: first, site, point, depth: depth)
    }
    if names.contains(where: words.derives.contains) {
      return withoutConstant(combined(arguments.map { origin(of: $0, at: point, depth: depth) }))
    }
    guard case .method(let symbol, let receiver) = call.callee else { return .stable }
    return origin(
      ofMethod: context.program.symbols[symbol], on: receiver, arguments, point, depth: depth)
  }

  /// A method of a value whose origin is known gives something of the same origin: `hex()`,
  /// `update(text).digest()`, `format(text)`.
  private func origin(
    ofMethod method: String, on receiver: ID<Place>, _ arguments: [ID<Place>],
    _ point: TracePoint, depth: Int
  ) -> KeyOrigin {
    let own = origin(of: receiver, at: point, depth: depth)
    if own.isFresh { return own.isClock && tracer.words.coarse.contains(method) ? .stable : own }
    guard own.isShared || own.isDerived || isDerived(receiver, point) else {
      return .stable
    }
    let given = arguments.map { origin(of: $0, at: point, depth: depth) }
    let result = combined([own] + given)
    return own == .shared(.constant) ? result : withoutConstant(result)
  }

  /// Whether a value was made by a call that derives, such as the start of a hash.
  private func isDerived(_ place: ID<Place>, _ point: TracePoint, depth: Int = 8) -> Bool {
    depth > 0
      && tracer.trace(point.at(place, path: [])).sources.contains { source in
        guard case .made(let operation) = source.kind else { return false }
        let names = context.program.targets(of: operation, in: source.point.function).names
        if names.contains(where: tracer.words.derives.contains) { return true }
        guard
          case .call(let call) = context.facts.facts(of: source.point.function).effect(operation),
          let receiver = call.receiver
        else { return false }
        return isDerived(receiver, source.point, depth: depth - 1)
      }
  }

  /// The text of the object that is sent is volatile, also as a part of what is hashed.
  private func origin(
    ofTextOf value: ID<Place>, _ site: CallSite, _ point: TracePoint, depth: Int
  ) -> KeyOrigin {
    let trace = tracer.trace(point.at(value, path: []))
    if isContent(trace) { return .volatile(site) }
    for source in trace.sources {
      guard case .made(let operation) = source.kind, source.point.path.isEmpty,
        case .aggregate(let aggregate, _) =
          context.facts.facts(of: source.point.function).effect(operation)
      else { continue }
      let values = aggregate.entries.map { source.point.at($0.value, path: []) }
      if values.contains(where: { isContent(tracer.trace($0)) }) { return .volatile(site) }
      let parts = values.map { alternatives(of: tracer.trace($0), depth: depth - 1) }
      return withoutConstant(combined(parts))
    }
    return .stable
  }

  private func isContent(_ trace: ValueTrace) -> Bool {
    trace.passed.contains { point in
      point.path.isEmpty
        && content.contains(PlaceReference(function: point.function, place: point.place))
    }
  }

  // MARK: Parts together

  private func combined(_ parts: [KeyOrigin]) -> KeyOrigin {
    if let fresh = parts.first(where: \.isFresh) { return fresh }
    if let volatile = parts.first(where: \.isVolatile) { return volatile }
    if parts.contains(.stable) { return .stable }
    for part in parts { if case .open = part { return part } }
    return parts.first { $0 != .shared(.constant) } ?? .shared(.constant)
  }

  /// A value that a call made of constants is not one that we can read.
  private func withoutConstant(_ origin: KeyOrigin) -> KeyOrigin {
    origin == .shared(.constant) ? .stable : origin
  }

  // MARK: Names

  /// The owner whose id alone the value is, by the names that lead to it.
  private func ownerNoun(of point: TracePoint, passed: [TracePoint]) -> KeyOrigin? {
    let named = passed.last { candidate in
      candidate.path == point.path
        && context.program[candidate.function].places[candidate.place].name != nil
    }
    var words: [String] = []
    let holder = named ?? point
    if let name = context.facts.facts(of: holder.function).name(of: holder.place) {
      words += context.program.symbols[name].identifierWords
    }
    for name in point.path { words += name.identifierWords }
    while let last = words.last, words.count > 1, Self.endings.contains(last) { words.removeLast() }
    guard let noun = words.last, tracer.words.owners.contains(noun) else { return nil }
    return .shared(.owner(noun))
  }

  /// What ids are called besides the noun.
  private static let endings: Set<String> = ["id", "ids", "uuid", "pk", "key", "guid", "uid"]
}

extension KeyOrigin {
  var isFresh: Bool { if case .fresh = self { true } else { false } }
  var isClock: Bool { if case .fresh(_, true) = self { true } else { false } }
  var isVolatile: Bool { if case .volatile = self { true } else { false } }
  var isShared: Bool { if case .shared = self { true } else { false } }
  fileprivate var isDerived: Bool { isShared || isVolatile }
}

extension ValueSource {
  /// Whether a parameter is the key itself or named like one, so that the caller decides.
  fileprivate var isKeyItself: Bool {
    guard let last = point.path.last else { return true }
    let name = last.lowercased()
    return name.contains("idempot") || name.hasSuffix("key")
  }
}

extension ValueTracer {
  /// What a call made a text of, when the source is such a text.
  fileprivate func serialized(by source: ValueSource) -> [TracePoint] {
    guard case .made(let operation) = source.kind,
      case .call(let call) = facts.facts(of: source.point.function).effect(operation),
      let first = call.arguments.first
    else { return [] }
    let names = program.targets(of: operation, in: source.point.function).names
    return names.contains(where: words.serializes.contains)
      ? [source.point.at(first.value, path: [])] : []
  }
}
