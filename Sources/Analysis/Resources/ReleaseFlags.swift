import Basis
import IR
import Linking
import RuleBook

/// The few access paths of a function whose truth decides whether something is given back.
///
///     const owns = !client                     owns: a flag, known before anything is taken
///     if (owns) client = await pool.connect()
///     …
///     if (owns) client.release()               because this decides a release
///
/// Joining what is known of them would lose that the handle is held only where `owns` holds. So
/// their truth is part of a disjunct's key. They are few, and so are the disjuncts.
struct ReleaseFlags: Sendable {
  /// How many paths are kept apart: two bits each in a signature of 32.
  private static let limit = 12

  private var paths: [Int] = []
  /// Subject of a branch → the outcome behind which something is given back, and not otherwise.
  private var releasing: [ID<Place>: Bool] = [:]

  /// Finds the subjects of branches to a release, and what is copied or negated into them.
  init(
    _ facts: FunctionFacts, _ paths: AccessPaths, _ roles: [ID<Operation>: [Role]],
    _ context: CheckContext
  ) {
    let function = facts.function
    let releases = ReleaseWords(context)
    let heads = function.loopHeads
    for (id, block) in zip(function.blocks.ids, function.blocks.values) {
      guard case .branch(let condition, let then, let otherwise) = block.terminator,
        let subject = condition.subject
      else { continue }
      let ways = (
        releases.lie(behind: then, facts, roles), releases.lie(behind: otherwise, facts, roles)
      )
      // What a loop asks at its head says how long it goes on.
      if ways.0 != ways.1, !heads.contains(id), Self.meet(then, otherwise, function) {
        releasing[subject] = ways.0 != condition.isNegated
      }
      guard [then, otherwise].contains(where: { releases.stand(in: $0, facts, roles) }) else {
        continue
      }
      add(subject, facts, paths, context.program.symbols)
    }
  }

  /// Whether two ways come together again: then neither is an early exit.
  private static func meet(_ first: ID<Block>, _ second: ID<Block>, _ function: Function) -> Bool {
    func follow(_ start: ID<Block>) -> Set<ID<Block>> {
      var result: Set = [start]
      var pending = [start]
      while let next = pending.popLast(), result.count < 8 {
        for target in function.blocks[next].terminator.targets where result.insert(target).inserted
        { pending.append(target) }
      }
      return result
    }
    return !follow(first).isDisjoint(with: follow(second))
  }

  /// Adds a place and the places that its truth comes from.
  private mutating func add(
    _ place: ID<Place>, _ facts: FunctionFacts, _ paths: AccessPaths, _ symbols: SymbolTable
  ) {
    guard self.paths.count < Self.limit, !self.paths.contains(paths[place]) else { return }
    self.paths.append(paths[place])
    for operation in facts.definitions(of: place) {
      switch facts.effect(operation) {
      case .copy(let source, _): add(source, facts, paths, symbols)
      case .compute(.not, let operands, _):
        for operand in operands { add(operand, facts, paths, symbols) }
      case .call(let call):
        guard let operand = facts.truthOperand(of: call, symbols) else { continue }
        add(operand, facts, paths, symbols)
      default: continue
      }
    }
  }

  /// The truth of a branch's subject with which something is given back.
  func outcome(of subject: ID<Place>) -> Bool? { releasing[subject] }

  func contains(_ path: Int) -> Bool { paths.contains(path) }

  /// Notes in a signature what is known of a path.
  func note(_ fact: Fact?, of path: Int, in signature: inout UInt32) {
    guard let index = paths.firstIndex(of: path) else { return }
    let shift = UInt32(index * 2)
    let bits: UInt32 = fact?.isTruthy.map { $0 ? 1 : 2 } ?? 0
    signature = signature & ~(3 << shift) | bits << shift
  }
}

/// Tells whether a block gives something back, by roles and by verbs.
private struct ReleaseWords {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  /// Whether a release stands in a block or behind the conditions at its end.
  func lie(
    behind block: ID<Block>, _ facts: FunctionFacts, _ roles: [ID<Operation>: [Role]],
    depth: Int = 4
  ) -> Bool {
    if stand(in: block, facts, roles) { return true }
    guard depth > 0 else { return false }
    return facts.function.blocks[block].terminator.targets.contains {
      lie(behind: $0, facts, roles, depth: depth - 1)
    }
  }

  /// Whether a release stands in a block.
  func stand(
    in block: ID<Block>, _ facts: FunctionFacts, _ roles: [ID<Operation>: [Role]]
  ) -> Bool {
    facts.function.operations(of: block).contains { operation in
      guard case .call(let call) = facts.effect(operation) else { return false }
      if roles[operation]?.contains(where: \.isRelease) == true { return true }
      switch call.callee {
      case .method(let name, _): return isRelease(name)
      case .value(let callee): return facts.name(of: callee).map(isRelease) ?? false
      case .superconstructor, .supermethod: return false
      }
    }
  }

  private func isRelease(_ name: Symbol) -> Bool { context.words[name].contains(.ending) }
}

extension FunctionFacts {
  /// What a call gives the truth of: the argument of `Boolean(x)`, `bool(x)`.
  func truthOperand(of call: Call, _ symbols: SymbolTable) -> ID<Place>? {
    guard case .value(let callee) = call.callee, function.places[callee].kind == .global,
      let name = function.places[callee].name, ["Boolean", "bool"].contains(symbols[name]),
      call.arguments.count == 1
    else { return nil }
    return call.arguments[0].value
  }
}

extension Role {
  var isRelease: Bool { if case .release = self { true } else { false } }
}
