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
  package func texts(of point: TracePoint, depth: Int = 8) -> TracedTexts {
    guard depth > 0 else { return .unknown }
    var result = TracedTexts(texts: [])
    for source in trace(point).sources {
      let found = texts(of: source, depth: depth)
      result.texts += found.texts.filter { !result.texts.contains($0) }
      result.open.formUnion(found.open)
    }
    if result.texts.isEmpty || result.texts.count > TracedTexts.widest {
      result.texts = Array(result.texts.prefix(TracedTexts.widest - 1)) + ["?"]
    }
    return result
  }

  private func texts(of source: ValueSource, depth: Int) -> TracedTexts {
    switch source.kind {
    case .literal(.string(let symbol)), .literal(.number(let symbol)):
      return TracedTexts(texts: [program.symbols[symbol]])
    case .literal, .nothing: return TracedTexts(texts: [])
    case .parameter: return TracedTexts(texts: ["?"], open: [source.point.function])
    case .receiver: return TracedTexts(texts: [])
    case .field, .unknown: return .unknown
    case .made(let operation):
      guard source.point.path.isEmpty else { return .unknown }
      return texts(ofResultOf: operation, source.point, depth: depth)
    }
  }

  private func texts(
    ofResultOf operation: ID<Operation>, _ point: TracePoint, depth: Int
  ) -> TracedTexts {
    let part = { (place: ID<Place>) in
      texts(of: point.at(place, path: []), depth: depth - 1)
    }
    switch facts.facts(of: point.function).effect(operation) {
    case .compute(.template, let operands, _), .compute(.add, let operands, _):
      return operands.map(part).reduce(TracedTexts(texts: [""])) { $0.followed(by: $1) }
    case .compute(.arithmetic, let operands, _):
      // `"/v1/%s" % name`
      return operands.first.map { part($0).withHoles(/%\w/) } ?? .unknown
    case .call(let call):
      // `"/v1/{}".format(name)`, `base.rstrip("/")`: the text of the receiver, nearly.
      guard let receiver = call.receiver, call.arguments.count < 4 else {
        return firstText(of: call, part)
      }
      let texts = part(receiver)
      return texts.texts.contains { $0 != "?" } ? texts.withHoles(/\{[^}]*\}/) : .unknown
    default: return .unknown
    }
  }

  /// `String(url)`, `new URL(path, base)`: the text that the arguments make together.
  private func firstText(of call: Call, _ part: (ID<Place>) -> TracedTexts) -> TracedTexts {
    let texts = call.arguments.filter { !$0.isSpread }.prefix(2).map { part($0.value) }
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
