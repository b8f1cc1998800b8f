package import Basis
package import IR
package import Linking
package import RuleBook

extension ValueTracer {
  /// The points that a model's place means in a call; none when the call surely gives nothing there.
  package func points(
    at place: ValuePlace, of call: Call, in function: ID<ProgramFunction>
  ) -> [TracePoint] {
    if place.chain != nil { return chainPoints(at: place, of: call, in: function) }
    if place.isReceiver {
      return call.instance.map { [TracePoint($0, in: function, path: place.path)] } ?? []
    }
    if place.isResult { return [TracePoint(call.result, in: function, path: place.path)] }
    if place.isKeywords { return keywordPoints(place.path, of: call, in: function) }
    var points: [TracePoint] = []
    if let keyword = place.keyword {
      let named = keywordPoints([keyword] + place.path, of: call, in: function)
      if !named.isEmpty { points += named }
    }
    let plain = call.arguments.prefix { $0.label == nil && !$0.isSpread }
    if place.isLast, let last = plain.last {
      points.append(TracePoint(last.value, in: function, path: place.path))
    }
    guard let position = place.position else { return points }
    if position < plain.count {
      points.append(TracePoint(plain[position].value, in: function, path: place.path))
    } else if plain.count < call.arguments.count, call.arguments[plain.count].isSpread {
      let path = [String(position - plain.count)] + place.path
      points.append(TracePoint(call.arguments[plain.count].value, in: function, path: path))
    }
    return points
  }

  /// The keyword argument that the path names first, or what is spread into keywords.
  private func keywordPoints(
    _ path: [String], of call: Call, in function: ID<ProgramFunction>
  ) -> [TracePoint] {
    let named = call.arguments.first { argument in
      argument.label.map { program.symbols[$0] == path.first } ?? false
    }
    if let named { return [TracePoint(named.value, in: function, path: Array(path.dropFirst()))] }
    return call.arguments.filter(\.isKeywordSpread).map {
      TracePoint($0.value, in: function, path: path)
    }
  }

  /// A place of the call that made what `call` is made on, wherever it stands: the arguments of
  /// `axios.create` for a call of the client.
  private func chainPoints(
    at place: ValuePlace, of call: Call, in function: ID<ProgramFunction>
  ) -> [TracePoint] {
    guard let instance = call.instance, let name = place.chain else { return [] }
    var inner = place
    inner.chain = nil
    var pending = [TracePoint(instance, in: function)]
    var result: [TracePoint] = []
    // Each step goes one call further back in the chain; real chains are short.
    for _ in 0..<8 {
      guard let point = pending.popLast() else { break }
      for source in trace(point).sources {
        guard case .made(let operation) = source.kind,
          case .call(let earlier) = facts.facts(of: source.point.function).effect(operation)
        else { continue }
        if callName(of: earlier, in: source.point.function) == name {
          result += points(at: inner, of: earlier, in: source.point.function)
        } else if let receiver = earlier.receiver {
          pending.append(TracePoint(receiver, in: source.point.function))
        }
      }
    }
    return result
  }

  private func callName(of call: Call, in function: ID<ProgramFunction>) -> String {
    switch call.callee {
    case .method(let name, _), .supermethod(let name): return program.symbols[name]
    case .value(let place):
      return facts.facts(of: function).name(of: place).map { program.symbols[$0] } ?? "()"
    case .superconstructor: return "()"
    }
  }
}
