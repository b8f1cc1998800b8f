package import Basis
import IR
package import Linking

/// Texts put together from parts, as far as they are known: `?` stands for a part that is not.
package struct TracedTexts: Sendable, Hashable {
  /// The alternatives; at most a few.
  package var texts: [String]
  /// The functions whose callers know more.
  package var open: Set<ID<ProgramFunction>> = []

  static let unknown = TracedTexts(texts: ["?"])
  /// More alternatives than this say nothing any more.
  static let widest = 12
}

extension ValueTracer {
  /// What the text at a point can be.
  package func texts(of point: TracePoint) -> TracedTexts {
    var walk = TextWalk(tracer: self)
    return walk.texts(of: point, depth: TextWalk.deepest)
  }
}

/// One search for the parts of a text.
///
/// A text of texts of texts has as many ways as their product: what was found is kept, and after
/// some number of steps the rest is unknown.
private struct TextWalk {
  static let deepest = 8

  let tracer: ValueTracer
  /// Values that may still be traced.
  private var remaining = 64
  private var known: [TracePoint: TracedTexts] = [:]

  init(tracer: ValueTracer) { self.tracer = tracer }

  mutating func texts(of point: TracePoint, depth: Int) -> TracedTexts {
    if let texts = known[point] { return texts }
    guard depth > 0, remaining > 0 else { return .unknown }
    remaining -= 1
    var result = TracedTexts(texts: [])
    for source in tracer.trace(point).sources {
      let found = texts(of: source, depth: depth)
      result.texts += found.texts.filter { !result.texts.contains($0) }
      result.open.formUnion(found.open)
    }
    if result.texts.isEmpty || result.texts.count > TracedTexts.widest {
      result.texts = Array(result.texts.prefix(TracedTexts.widest - 1)) + ["?"]
    }
    known[point] = result
    return result
  }

  private mutating func texts(of source: ValueSource, depth: Int) -> TracedTexts {
    switch source.kind {
    case .literal(.string(let symbol)), .literal(.number(let symbol)):
      return TracedTexts(texts: [tracer.program.symbols[symbol]])
    case .literal, .nothing: return TracedTexts(texts: [])
    case .parameter: return TracedTexts(texts: ["?"], open: [source.point.function])
    case .receiver: return TracedTexts(texts: [])
    case .field, .unknown: return .unknown
    case .made(let operation):
      guard source.point.path.isEmpty else { return .unknown }
      return texts(ofResultOf: operation, source.point, depth: depth)
    }
  }

  private mutating func texts(
    ofResultOf operation: ID<Operation>, _ point: TracePoint, depth: Int
  ) -> TracedTexts {
    switch tracer.facts.facts(of: point.function).effect(operation) {
    case .compute(.template, let operands, _), .compute(.add, let operands, _):
      var result = TracedTexts(texts: [""])
      for operand in operands { result = result.followed(by: part(operand, of: point, depth)) }
      return result
    case .compute(.arithmetic, let operands, _):
      // `"/v1/%s" % name`
      guard let format = operands.first else { return .unknown }
      return part(format, of: point, depth).withHoles(/%\w/)
    case .call(let call):
      // `"/v1/{}".format(name)`, `base.rstrip("/")`: the text of the receiver, nearly.
      guard let receiver = call.receiver, call.arguments.count < 4 else {
        return firstText(of: call, point, depth)
      }
      let texts = part(receiver, of: point, depth)
      return texts.texts.contains { $0 != "?" } ? texts.withHoles(/\{[^}]*\}/) : .unknown
    default: return .unknown
    }
  }

  private mutating func part(
    _ place: ID<Place>, of point: TracePoint, _ depth: Int
  ) -> TracedTexts {
    texts(of: point.at(place, path: []), depth: depth - 1)
  }

  /// `String(url)`, `new URL(path, base)`: the text that the arguments make together.
  private mutating func firstText(
    of call: Call, _ point: TracePoint, _ depth: Int
  ) -> TracedTexts {
    var texts: [TracedTexts] = []
    for argument in call.arguments where !argument.isSpread && texts.count < 2 {
      texts.append(part(argument.value, of: point, depth))
    }
    let isWhole = { (texts: TracedTexts) in texts.texts.contains { $0.contains("://") } }
    if let base = texts.first(where: isWhole), texts.count > 1 {
      let path = isWhole(texts[0]) ? texts[1] : texts[0]
      return base.followed(by: path)
    }
    return texts.first.map { $0.texts == ["?"] ? .unknown : $0 } ?? .unknown
  }
}

extension TracedTexts {
  fileprivate func followed(by other: TracedTexts) -> TracedTexts {
    var result = TracedTexts(texts: [], open: open.union(other.open))
    for head in texts {
      for tail in other.texts.isEmpty ? ["?"] : other.texts where result.texts.count < Self.widest {
        result.texts.append(head + tail)
      }
    }
    return result
  }

  fileprivate func withHoles(_ hole: some RegexComponent) -> TracedTexts {
    TracedTexts(texts: texts.map { $0.replacing(hole, with: "?") }, open: open)
  }
}
