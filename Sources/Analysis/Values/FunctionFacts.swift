package import Basis
package import IR
import Linking

/// What can be read off one function without solving anything: who defines and reads each place.
package final class FunctionFacts: Sendable {
  package let function: Function
  /// The operations that assign each place, in order.
  private let definitions: OperationLists
  /// The operations that read each place, in order.
  private let uses: OperationLists
  private let blocks: [ID<Block>]
  /// By operation: the place whose value it only passes on, or -1.
  private let passed: [Int32]
  /// By function written in this one: the places that are given it.
  private let closures: [ID<Function>: [ID<Place>]]

  package init(_ function: Function) {
    self.function = function
    var definitions = OperationLists.Builder(places: function.places.count)
    var uses = definitions
    var blocks = [ID<Block>](repeating: function.entry, count: function.operations.count)
    var passed = [Int32](repeating: -1, count: function.operations.count)
    var closures: [ID<Function>: [ID<Place>]] = [:]
    for block in function.blocks.ids {
      for operation in function.operations(of: block) { blocks[operation.index] = block }
    }
    for operation in function.operations.ids {
      let effect = function.operations[operation].effect
      if let place = effect.result { definitions.add(operation, to: place) }
      effect.forEachRead { uses.add(operation, to: $0) }
      switch effect {
      case .copy(let source, _), .await(let source, _):
        passed[operation.index] = Int32(source.index)
      case .closure(let inner, let place): closures[inner, default: []].append(place)
      default: continue
      }
    }
    self.definitions = definitions.lists
    self.uses = uses.lists
    self.blocks = blocks
    self.passed = passed
    self.closures = closures
  }

  /// Whether every return gives the object whose method this is: `return self`, for calls in a chain.
  package var returnsReceiver: Bool {
    guard let receiver = function.receiver, !function.isGenerator else { return false }
    var isReturned = false
    for block in function.blocks.values {
      guard case .return(let value) = block.terminator else { continue }
      guard let value, origins(of: value) == [receiver] else { return false }
      isReturned = true
    }
    return isReturned
  }

  package func definitions(of place: ID<Place>) -> ArraySlice<ID<Operation>> {
    definitions[place]
  }

  package func uses(of place: ID<Place>) -> ArraySlice<ID<Operation>> { uses[place] }

  /// The places that are given a function written in this one.
  package func places(ofClosure inner: ID<Function>) -> [ID<Place>] { closures[inner] ?? [] }

  package func block(of operation: ID<Operation>) -> ID<Block> { blocks[operation.index] }

  /// The only operation that assigns a place.
  package func definition(of place: ID<Place>) -> ID<Operation>? {
    let all = definitions[place]
    return all.count == 1 ? all.first : nil
  }

  package func effect(_ operation: ID<Operation>) -> Effect {
    function.operations[operation].effect
  }

  /// The places that hold the same value as `place`, followed back through copies and awaits.
  ///
  /// Each is assigned by something other than a copy, or by several operations.
  package func origins(of place: ID<Place>) -> [ID<Place>] {
    // Mostly it is one operation after the other that passes the value on, and no set is needed.
    var single = place
    for _ in 0..<Self.longestCopying {
      let all = definitions[single]
      guard all.contains(where: { passed[$0.index] >= 0 }) else { return [single] }
      guard all.count == 1, let only = all.first else { break }
      single = ID(Int(passed[only.index]))
    }
    return originsOfSeveral(single)
  }

  /// So many copies of copies are followed without a thought of circles.
  private static let longestCopying = 8

  private func originsOfSeveral(_ place: ID<Place>) -> [ID<Place>] {
    var result: [ID<Place>] = []
    var seen = BitSet()
    var pending = [place]
    while let next = pending.popLast() {
      guard seen.insert(next.index) else { continue }
      let all = definitions[next]
      for operation in all where passed[operation.index] >= 0 {
        pending.append(ID(Int(passed[operation.index])))
      }
      if all.isEmpty || all.contains(where: { passed[$0.index] < 0 }) { result.append(next) }
    }
    return result.sorted()
  }

  /// Whether a place can still hold what a caller gave for a parameter that some ways fill anew:
  /// `if not key: key = uuid4()`, `key = key || randomUUID()`.
  package func canBeGiven(_ place: ID<Place>) -> Bool {
    var seen = BitSet()
    var pending = [place]
    var refilled: [ID<Place>] = []
    while let next = pending.popLast() {
      guard seen.insert(next.index) else { continue }
      for operation in definitions[next] where passed[operation.index] >= 0 {
        pending.append(ID(Int(passed[operation.index])))
      }
      if function.places[next].kind == .parameter, !definitions(of: next).isEmpty {
        refilled.append(next)
      }
    }
    return refilled.contains { parameter in
      let filling = definitions(of: parameter)
      let unfilled = blocks(from: function.entry, avoiding: Set(filling.map(block)))
      let filled = filling.map { blocks(from: block(of: $0), avoiding: []) }
      return uses(of: parameter).contains { use in
        guard unfilled.contains(block(of: use).index) else { return false }
        // What is only read to make the new value is not what stands there later.
        if case .copy(_, let into) = effect(use) { return seen.contains(into.index) }
        return filled.contains { $0.contains(block(of: use).index) }
      }
    }
  }

  /// The blocks that can be come to from one, it included, without passing others.
  private func blocks(from start: ID<Block>, avoiding avoided: Set<ID<Block>>) -> BitSet {
    var result = BitSet()
    var pending = [start]
    while let next = pending.popLast() {
      guard !avoided.contains(next), result.insert(next.index) else { continue }
      pending += function.successors(of: next)
    }
    return result
  }

  /// The operations that make the value of `place`, with copies and awaits followed back.
  package func makers(of place: ID<Place>) -> [ID<Operation>] {
    let origins = origins(of: place)
    if origins.count == 1, let only = origins.first { return makers(at: only) }
    return origins.flatMap(makers(at:))
  }

  private func makers(at origin: ID<Place>) -> [ID<Operation>] {
    definitions[origin].filter { passed[$0.index] < 0 }
  }

  /// The operations whose results reach what `operation` reads, as far as the function shows.
  package func inputs(of operation: ID<Operation>) -> [ID<Operation>] {
    var seen = BitSet()
    var pending = effect(operation).reads
    var result: [ID<Operation>] = []
    while let place = pending.popLast() {
      for definition in definitions(of: place) where seen.insert(definition.index) {
        result.append(definition)
        pending += effect(definition).reads
      }
    }
    return result
  }

  /// The constant that a place always holds.
  package func literal(of place: ID<Place>) -> Literal? {
    let makers = makers(of: place)
    // `slug || null` is mostly what was given.
    guard makers.count == 1, case .literal(let literal, _) = effect(makers[0]),
      origins(of: place).allSatisfy({ !definitions(of: $0).isEmpty })
    else { return nil }
    return literal
  }

  /// The name of what is called, as far as it is written.
  package func name(of call: Call) -> Symbol? {
    switch call.callee {
    case .method(let name, _), .supermethod(let name): name
    case .value(let callee): name(of: callee)
    case .superconstructor: nil
    }
  }

  /// The name that people would call a place by: a variable's, a field's, a method's.
  package func name(of place: ID<Place>) -> Symbol? {
    if let name = function.places[place].name { return name }
    for operation in definitions(of: place) {
      switch effect(operation) {
      case .load(let field, _, _): return field
      case .copy(let source, _), .await(let source, _): return name(of: source)
      case .call(let call):
        switch call.callee {
        case .method(let name, _), .supermethod(let name): return name
        case .value(let callee): return name(of: callee)
        case .superconstructor: return nil
        }
      default: continue
      }
    }
    return nil
  }
}

/// For each place some operations, all in one array.
private struct OperationLists: Sendable {
  private var starts: [Int32]
  private var operations: [ID<Operation>]

  subscript(place: ID<Place>) -> ArraySlice<ID<Operation>> {
    operations[Int(starts[place.index])..<Int(starts[place.index + 1])]
  }

  /// Collects pairs in the order of operations.
  struct Builder {
    private var counts: [Int32]
    private var pairs: [(place: Int32, operation: ID<Operation>)] = []

    init(places: Int) { counts = Array(repeating: 0, count: places + 1) }

    mutating func add(_ operation: ID<Operation>, to place: ID<Place>) {
      counts[place.index + 1] += 1
      pairs.append((Int32(place.index), operation))
    }

    /// The pairs by place: each list's start is the sum of the lengths before it.
    var lists: OperationLists {
      var starts = counts
      for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
      var next = starts
      var operations = [ID<Operation>](repeating: ID(0), count: pairs.count)
      for (place, operation) in pairs {
        operations[Int(next[Int(place)])] = operation
        next[Int(place)] += 1
      }
      return OperationLists(starts: starts, operations: operations)
    }
  }
}
