import Basis
import IR
import Linking
import RuleBook

// One question about the same values has one answer, however often a function asks it:
//
//     file = open(path) if isinstance(path, str) else path
//     …
//     if isinstance(path, str): file.close()
//
// The values must stay what they are: constants, classes, parameters and variables that nobody
// assigns again. The question must look at nothing that changes, such as what an object holds.

/// The questions of one function that it asks several times.
struct RepeatedQuestions {
  private let id: ID<ProgramFunction>
  private let facts: FunctionFacts
  private let context: CheckContext

  /// A value that is the same wherever the function reads it.
  fileprivate indirect enum Constant: Hashable {
    case literal(Literal)
    case place(Int)
    case linked([Value])
    case several([Constant])
  }

  private enum Question: Hashable {
    case call([String], [Constant])
    case method(Symbol, [Constant])
    case own(ID<ProgramFunction>, [Constant])
    case compute(Operator, [Constant])
  }

  init(_ id: ID<ProgramFunction>, _ facts: FunctionFacts, _ context: CheckContext) {
    self.id = id
    self.facts = facts
    self.context = context
  }

  private var behaviour: BehaviourSpec { context.roles.index.behaviour }

  /// For the result of each question that was asked before, the result of the first.
  func answers() -> [ID<Place>: ID<Place>] {
    let asking = deciding()
    guard asking.count > 1 else { return [:] }
    var first: [Question: ID<Place>] = [:]
    var result: [ID<Place>: ID<Place>] = [:]
    for operation in asking {
      guard let question = question(operation), let answer = facts.effect(operation).result else {
        continue
      }
      if let known = first[question] {
        result[answer] = known
      } else {
        first[question] = answer
      }
    }
    return result
  }

  /// The calls and computations that branches decide by, in order.
  private func deciding() -> [ID<Operation>] {
    var result: Set<ID<Operation>> = []
    for block in facts.function.blocks.values {
      guard case .branch(let condition, _, _) = block.terminator, var place = condition.subject
      else { continue }
      for _ in 0..<2 {
        guard facts.function.places[place].isTemporary, let maker = facts.definition(of: place)
        else { break }
        switch facts.effect(maker) {
        case .call: result.insert(maker)
        case .compute(.not, let operands, _):
          guard let operand = operands.first else { break }
          place = operand
          continue
        case .compute: result.insert(maker)
        default: break
        }
        break
      }
    }
    return result.sorted()
  }

  private func question(_ operation: ID<Operation>) -> Question? {
    switch facts.effect(operation) {
    case .call(let call):
      guard !call.isImplicit, !call.isConstruction,
        call.arguments.allSatisfy({ $0.label == nil && !$0.isSpread }),
        let given = constants(call.arguments.map(\.value))
      else { return nil }
      let targets = context.program.targets(of: operation, in: id)
      if targets.functions.count == 1, targets.names.isEmpty,
        isPure(targets.functions[0], depth: 2)
      {
        return .own(targets.functions[0], given)
      }
      guard targets.functions.isEmpty else { return nil }
      if targets.names.contains(where: behaviour.pureCalls.contains) {
        return .call(targets.names, given)
      }
      guard case .method(let name, let receiver) = call.callee,
        behaviour.pureMethods.contains(context.program.symbols[name]),
        let object = constant(receiver)
      else { return nil }
      return .method(name, [object] + given)
    case .compute(let sign, let operands, _):
      guard let given = constants(operands) else { return nil }
      switch sign {
      case .compare, .equal, .notEqual, .typeOf: return .compute(sign, given)
      // What a list has in it changes; what a class is does not.
      case .membership: return given.last?.isFixed ?? false ? .compute(sign, given) : nil
      default: return nil
      }
    default: return nil
    }
  }

  private func constants(_ places: [ID<Place>]) -> [Constant]? {
    var result: [Constant] = []
    for place in places {
      guard let constant = constant(place) else { return nil }
      result.append(constant)
    }
    return result
  }

  private func constant(_ place: ID<Place>, depth: Int = 3) -> Constant? {
    if let literal = facts.literal(of: place) { return .literal(literal) }
    let linked = context.program.values(of: place, in: id)
    if !linked.isEmpty, linked.allSatisfy(\.isDeclared) { return .linked(Array(linked)) }
    let origins = facts.origins(of: place)
    guard depth > 0, origins.count == 1, let origin = origins.first else { return nil }
    let definitions = facts.definitions(of: origin)
    guard let maker = definitions.first else {
      switch facts.function.places[origin].kind {
      case .parameter, .receiver, .global: return .place(origin.index)
      case .local, .temporary, .captured, .exception: return nil
      }
    }
    guard definitions.count == 1, facts.function.places[origin].kind != .parameter else {
      return nil
    }
    if case .aggregate(let aggregate, _) = facts.effect(maker), aggregate.kind != .object {
      let parts = aggregate.entries.map { constant($0.value, depth: depth - 1) }
      return parts.contains(nil) ? nil : .several(parts.compactMap { $0 })
    }
    guard !facts.function.places[origin].isTemporary, !isRepeated(facts.block(of: maker)) else {
      return nil
    }
    return .place(origin.index)
  }

  /// Whether a block can be come to again behind itself.
  private func isRepeated(_ block: ID<Block>) -> Bool {
    var seen = BitSet()
    var pending = facts.function.successors(of: block)
    while let next = pending.popLast() {
      if next == block { return true }
      if seen.insert(next.index) { pending += facts.function.successors(of: next) }
    }
    return false
  }

  /// Whether a function of the program only asks pure questions about what it is given.
  private func isPure(_ function: ID<ProgramFunction>, depth: Int) -> Bool {
    let body = context.program[function]
    guard depth > 0, !body.isAsync, !body.isGenerator, body.operations.count <= 40 else {
      return false
    }
    return body.operations.ids.allSatisfy { operation in
      switch body.operations[operation].effect {
      case .literal, .copy, .compute, .aggregate, .iterate, .importModule: return true
      case .load(_, _, let into):
        let values = context.program.values(of: into, in: function)
        return !values.isEmpty && values.allSatisfy(\.isDeclared)
      case .call(let call):
        let targets = context.program.targets(of: operation, in: function)
        if targets.functions.count == 1 { return isPure(targets.functions[0], depth: depth - 1) }
        if targets.names.contains(where: behaviour.pureCalls.contains) { return true }
        guard case .method(let name, _) = call.callee else { return false }
        return behaviour.pureMethods.contains(context.program.symbols[name])
      case .loadElement, .store, .storeElement, .await, .yield, .closure, .makeClass, .caught,
        .opaque:
        return false
      }
    }
  }
}

extension RepeatedQuestions.Constant {
  /// Whether it is no object that can be changed.
  fileprivate var isFixed: Bool {
    switch self {
    case .literal, .linked: true
    case .several(let parts): parts.allSatisfy(\.isFixed)
    case .place: false
    }
  }
}

extension Value {
  /// Whether it is what a program declares, and no object that it makes.
  fileprivate var isDeclared: Bool {
    switch self {
    case .external, .function, .classObject, .module: true
    case .instance, .object, .aggregate, .unread: false
    }
  }
}
