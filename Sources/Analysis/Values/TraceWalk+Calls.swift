import Basis
import IR
import Linking
import RuleBook

// Calls on the way: down into helpers that return the value, up to the callers that pass it.

extension TraceWalk {
  /// Goes on from the result of a call.
  mutating func follow(
    _ point: TracePoint, through call: Call, _ operation: ID<Operation>
  ) {
    let targets = program.targets(of: operation, in: point.function)
    let site = CallSite(function: point.function, operation: operation)
    if targets.names.contains(where: program.catalog.passesThrough.contains) {
      if let first = call.arguments.first {
        return follow(point.at(first.value, path: point.path))
      }
    }
    if targets.names.contains(where: tracer.words.failures.contains) { return }
    if !targets.constructed.isEmpty {
      return follow(point, ofObjectMadeBy: call, site, targets)
    }
    if !targets.functions.isEmpty {
      for function in targets.functions.prefix(4) {
        followReturns(of: function, path: point.path, frames: point.frames + [site])
      }
      return
    }
    if !point.path.isEmpty, copies(targets) { return follow(point, into: call) }
    if call.isImplicit, let receiver = call.receiver {
      return follow(point.at(receiver, path: point.path))
    }
    end(.made(operation), at: point)
  }

  mutating func followReturns(
    of function: ID<ProgramFunction>, path: [String], frames: [CallSite]
  ) {
    var returnsValue = false
    for block in program[function].blocks.values {
      guard case .return(let place?) = block.terminator else { continue }
      returnsValue = true
      follow(TracePoint(place, in: function, path: path, frames: frames))
    }
    if !returnsValue, let site = frames.last,
      case .call(let call) = program[site.function].operations[site.operation].effect
    {
      end(.nothing, at: TracePoint(call.result, in: site.function, path: path))
    }
  }

  /// Whether a call's result has what its arguments have.
  private func copies(_ targets: CallTargets) -> Bool {
    targets.names.contains(where: tracer.words.copies.contains)
  }

  /// The property of a copy: a keyword argument, or a property of one of the arguments.
  private mutating func follow(_ point: TracePoint, into call: Call) {
    guard let name = point.path.first else { return }
    var isNamed = false
    for argument in call.arguments {
      guard let label = argument.label else {
        follow(point.at(argument.value, path: point.path))
        continue
      }
      guard matches(label, name) else { continue }
      isNamed = true
      follow(point.at(argument.value, path: Array(point.path.dropFirst())))
    }
    if !isNamed, call.arguments.allSatisfy({ $0.label != nil }) { end(.nothing, at: point) }
  }

  // MARK: Up to callers

  mutating func followParameter(_ point: TracePoint) {
    let function = program[point.function]
    guard let index = function.parameters.firstIndex(where: { $0.place == point.place }) else {
      return end(.unknown, at: point)
    }
    let site = point.frames.last ?? tracer.assumed[point.function]
    guard let site, case .call(let call) = effect(of: site) else {
      return end(.parameter(index), at: point)
    }
    let outer = Array(point.frames.dropLast())
    for found in arguments(for: index, of: function, in: call, path: point.path) {
      guard let value = found.value else {
        end(.nothing, at: point)
        continue
      }
      follow(TracePoint(value, in: site.function, path: found.path, frames: outer))
    }
  }

  func effect(of site: CallSite) -> Effect {
    program[site.function].operations[site.operation].effect
  }

  /// What a call gives for a parameter: places with what remains of the path; nil for nothing.
  private func arguments(
    for index: Int, of function: Function, in call: Call, path: [String]
  ) -> [(value: ID<Place>?, path: [String])] {
    let parameter = function.parameters[index]
    if parameter.isKeywordRest { return keywords(path, of: function, in: call) }
    if parameter.isRest, let name = path.first {
      guard let position = Int(name) else { return [(nil, path)] }
      return positional(index + position, in: call, path: Array(path.dropFirst()))
    }
    if let value = call.argument(for: index, of: function) { return [(value, path)] }
    var result: [(value: ID<Place>?, path: [String])] = []
    for argument in call.arguments where argument.isSpread && parameter.label != nil {
      if let label = parameter.label, hasKeywordSpreads(call) {
        result.append((argument.value, [program.symbols[label]] + path))
      }
    }
    result += positional(index, in: call, path: path).filter { $0.value != nil }
    return result.isEmpty ? [(nil, path)] : result
  }

  /// Whether spreads of the call can give keywords: one stands after a keyword, or is the last
  /// argument of a Python call.
  private func hasKeywordSpreads(_ call: Call) -> Bool {
    call.arguments.last?.isSpread == true || call.arguments.contains { $0.label != nil }
  }

  private func keywords(
    _ path: [String], of function: Function, in call: Call
  ) -> [(value: ID<Place>?, path: [String])] {
    guard let name = path.first else { return [(nil, path)] }
    for argument in call.arguments {
      guard let label = argument.label, matches(label, name) else { continue }
      return [(argument.value, Array(path.dropFirst()))]
    }
    let spreads = call.arguments.filter(\.isSpread)
    return spreads.isEmpty ? [(nil, path)] : spreads.map { ($0.value, path) }
  }

  private func positional(
    _ index: Int, in call: Call, path: [String]
  ) -> [(value: ID<Place>?, path: [String])] {
    let plain = call.arguments.prefix { $0.label == nil && !$0.isSpread }
    if index < plain.count { return [(plain[index].value, path)] }
    guard plain.count < call.arguments.count, call.arguments[plain.count].isSpread else {
      return [(nil, path)]
    }
    return [(call.arguments[plain.count].value, [String(index - plain.count)] + path)]
  }

  mutating func followCaptured(_ outer: ID<Place>, _ point: TracePoint) {
    guard let parent = program[point.function].parent else {
      return end(.unknown, at: point)
    }
    let function = program.id(of: parent, besides: point.function)
    // A closure that was called from where it is written sees that very call of its parent.
    var frames = point.frames
    while let last = frames.popLast() {
      if last.function == function { break }
    }
    follow(TracePoint(outer, in: function, path: point.path, frames: frames))
  }
}
