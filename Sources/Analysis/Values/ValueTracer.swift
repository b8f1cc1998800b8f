package import Basis
import IR
package import Linking
package import RuleBook

// Where a value comes from, property by property and call by call.
//
// The problem: the key of a payment is `options.idempotencyKey`, where `options` was made by
// `withKey(order, base)` three lines above, or is a parameter that only some callers give:
//
//     pay(order)                      helper(options)                    charge({key: id})
//       o = {...base, key: k}  ──▶      o = options          ──▶  [caller]  object literal
//       create(p, o)                    create(p, o)
//
//     point: o .key                   point: o .key                      point: literal .key
//     source: k                       source: parameter 0 .key           source: id
//
// The tracer walks backwards from a point (a place and a path into it) over copies, loads, object
// literals, stores, fields, returns and parameters until each way ends in a *source*. A call that
// is followed down into a helper is remembered as a frame, so that the helper's parameters stand
// for the arguments of that call and no other. Where the frames end, a parameter is a source of
// its own, unless the caller's site was assumed beforehand (`assumed`): so a check can ask what
// holds for each caller, one after another.
//
// Approximation: the order of statements within a function is not looked at; a property stored
// below the call counts as given (missed findings).

/// Follows values backwards through a program.
package struct ValueTracer: Sendable {
  let facts: ProgramFacts
  let words: ValueWords
  let fields: FieldStores
  /// For functions on the way up: the call that they are assumed to be called by.
  package var assumed: [ID<ProgramFunction>: CallSite] = [:]
  /// Whether the walk is for a key of another walk: `table[names[0]]`. The keys on its way are
  /// only read where they stand; they could be the very ones that are asked for.
  private var isForKey = false

  package init(facts: ProgramFacts, words: ValueWords, fields: FieldStores) {
    self.facts = facts
    self.words = words
    self.fields = fields
  }

  var program: Program { facts.program }

  /// The sources of a value; empty only when the value goes round in a circle.
  package func trace(_ point: TracePoint) -> ValueTrace {
    var walk = TraceWalk(tracer: self)
    walk.follow(point)
    walk.run()
    return walk.trace
  }

  /// The sources of several values together.
  package func trace(_ points: [TracePoint]) -> ValueTrace {
    var walk = TraceWalk(tracer: self)
    for point in points { walk.follow(point) }
    walk.run()
    return walk.trace
  }

  /// The constant string, number or truth value that a place of a function always is.
  func constant(_ place: ID<Place>, in function: ID<ProgramFunction>) -> String? {
    if isForKey { return facts.facts(of: function).literal(of: place).flatMap(text) }
    var tracer = self
    tracer.isForKey = true
    let sources = tracer.trace(TracePoint(place, in: function)).sources
    guard let first = sources.first, sources.allSatisfy({ $0.kind == first.kind }),
      case .literal(let literal) = first.kind, first.point.path.isEmpty
    else { return nil }
    return text(literal)
  }

  private func text(_ literal: Literal) -> String? {
    switch literal {
    case .string(let symbol), .number(let symbol): program.symbols[symbol]
    case .boolean(let value): String(value)
    case .null, .undefined: nil
    }
  }
}

/// One walk from a value to its sources.
struct TraceWalk {
  let tracer: ValueTracer
  var trace = ValueTrace()
  private var seen: Set<TracePoint> = []
  private var pending: [TracePoint] = []
  /// Whether the point under work was found; what follows from it is.
  private var isFound = false

  /// Values reached over more points than this are not followed further.
  private static let longest = 600
  static let deepestPath = 6
  static let deepestFrames = 5

  init(tracer: ValueTracer) { self.tracer = tracer }

  var program: Program { tracer.program }

  func facts(of function: ID<ProgramFunction>) -> FunctionFacts {
    tracer.facts.facts(of: function)
  }

  mutating func run() {
    while let point = pending.popLast() {
      guard seen.count < Self.longest else { return end(.unknown, at: point) }
      trace.passed.append(point)
      isFound = point.isFound
      step(point)
    }
  }

  /// Goes on to a point, unless the walk was there.
  mutating func follow(_ point: TracePoint) {
    guard point.path.count <= Self.deepestPath, point.frames.count <= Self.deepestFrames else {
      return end(.unknown, at: point)
    }
    let found = marked(point)
    if seen.insert(found).inserted { pending.append(found) }
  }

  private func marked(_ point: TracePoint) -> TracePoint {
    var result = point
    result.isFound = isFound || point.isFound || point.path.isEmpty
    return result
  }

  mutating func end(_ kind: ValueSource.Kind, at point: TracePoint) {
    trace.sources.append(ValueSource(kind: kind, point: marked(point)))
  }

  private mutating func step(_ point: TracePoint) {
    let facts = facts(of: point.function)
    if !point.path.isEmpty {
      followAdditions(to: point)
      if isSurelyStored(point) { return }
    }
    for operation in facts.definitions(of: point.place) { step(point, over: operation) }
    switch facts.function.places[point.place].kind {
    case .parameter: followParameter(point)
    case .captured(let outer): followCaptured(outer, point)
    case .receiver: followReceiver(point)
    case .local, .temporary:
      if facts.definitions(of: point.place).isEmpty { end(.nothing, at: point) }
    case .global, .exception:
      if facts.definitions(of: point.place).isEmpty { end(.unknown, at: point) }
    }
  }

  private mutating func step(_ point: TracePoint, over operation: ID<Operation>) {
    switch facts(of: point.function).effect(operation) {
    case .literal(let literal, _): end(literal, at: point)
    case .copy(let source, _), .await(let source, _):
      follow(point.at(source, path: point.path))
    case .load(let field, let object, _):
      if !followGetters(field, of: object, point) {
        follow(point.at(object, path: [program.symbols[field]] + point.path))
      }
    case .loadElement(let object, let index, _):
      if let name = tracer.constant(index, in: point.function) {
        follow(point.at(object, path: [name] + point.path))
      } else {
        end(.made(operation), at: point)
      }
    case .aggregate(let aggregate, _): follow(point, into: aggregate, operation)
    case .call(let call): follow(point, through: call, operation)
    case .compute(.arithmetic, let operands, _) where !point.path.isEmpty:
      // `defaults | {"key": k}` joins dicts.
      for operand in operands { follow(point.at(operand, path: point.path)) }
    case .importModule(let item, _): follow(point, through: item, operation)
    case .compute, .closure, .makeClass, .iterate, .caught, .opaque, .yield:
      end(.made(operation), at: point)
    case .store, .storeElement: break
    }
  }

  private mutating func end(_ literal: Literal, at point: TracePoint) {
    switch literal {
    case .null, .undefined: end(.nothing, at: point)
    case .boolean, .number, .string: end(.literal(literal), at: point)
    }
  }

  private mutating func follow(
    _ point: TracePoint, through item: Import, _ operation: ID<Operation>
  ) {
    let module = program.functions[point.function].module
    let places = program.places(of: item, importedIn: module)
    for place in places { follow(body(place, path: point.path)) }
    if !places.isEmpty { return }
    // `import * as config`, `import config`: the first name of the path is one of the module's.
    var found = false
    for case .module(let target) in program.values(of: point.place, in: point.function) {
      guard let name = point.path.first, let symbol = program.symbols.lookup(name) else { continue }
      for place in program.exportedPlaces(symbol, of: target) {
        found = true
        follow(body(place, path: Array(point.path.dropFirst())))
      }
    }
    if !found { end(.made(operation), at: point) }
  }

  private func body(_ place: ModulePlace, path: [String]) -> TracePoint {
    TracePoint(place.place, in: program.id(of: Module.body, in: place.module), path: path)
  }
}
