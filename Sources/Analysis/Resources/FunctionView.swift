import Basis
import IR
import Linking
import RuleBook

/// What all flows through one function share: its facts, the roles of its calls, what is tested.
struct FunctionView {
  let id: ID<ProgramFunction>
  let facts: FunctionFacts
  let paths: AccessPaths
  /// The roles of every call that has some.
  let roles: [ID<Operation>: [Role]]
  /// Access paths that decide some condition, with those that are copied into them.
  let tested: BitSet
  /// Places that a nested function assigns, so that nothing can be known of them here.
  let unstable: BitSet
  /// Calls of functions of the program in which nothing raises, and of iterators over such.
  private(set) var quiet: BitSet
  /// Access paths whose truth decides a release, kept apart by their truth.
  let flags: ReleaseFlags
  let context: CheckContext

  init(_ id: ID<ProgramFunction>, context: CheckContext) {
    self.id = id
    self.context = context
    facts = context.facts.facts(of: id)
    paths = AccessPaths(facts)
    var roles: [ID<Operation>: [Role]] = [:]
    for operation in facts.function.operations.ids {
      guard case .call(let call) = facts.effect(operation) else { continue }
      let found = context.roles.roles(of: call, at: operation, in: id)
      if !found.isEmpty { roles[operation] = found }
    }
    self.roles = roles
    quiet = QuietCalls(context).find(in: id)
    tested = Self.tested(facts, paths, context.program.symbols)
    unstable = Self.unstable(id, facts, context)
    flags = ReleaseFlags(facts, paths, roles, context)
    quiet.formUnion(settlingCalls())
    quiet.formUnion(settledWaits())
  }

  // Read in place: to copy it costs a dozen references.
  var function: Function { _read { yield facts.function } }
  var program: Program { context.program }

  func text(_ symbol: Symbol) -> String { program.symbols[symbol] }

  private static func tested(
    _ facts: FunctionFacts, _ paths: AccessPaths, _ symbols: SymbolTable
  ) -> BitSet {
    var tested = BitSet()
    for block in facts.function.blocks.values {
      if case .branch(let condition, _, _) = block.terminator, let subject = condition.subject {
        tested.insert(paths[subject])
      }
    }
    var grew = true
    while grew {
      grew = false
      for operation in facts.function.operations.values {
        switch operation.effect {
        case .copy(let source, let into), .await(let source, let into):
          if tested.contains(paths[into]), tested.insert(paths[source]) { grew = true }
        case .compute(.not, let operands, let into), .compute(.equal, let operands, let into),
          .compute(.notEqual, let operands, let into):
          guard tested.contains(paths[into]) else { continue }
          for operand in operands where tested.insert(paths[operand]) { grew = true }
        case .call(let call):
          guard tested.contains(paths[call.result]),
            let operand = facts.truthOperand(of: call, symbols)
          else { continue }
          if tested.insert(paths[operand]) { grew = true }
        case .store(let value, let object, let field):
          guard let path = paths.field(field, of: object), tested.contains(path) else { continue }
          if tested.insert(paths[value]) { grew = true }
        default: continue
        }
      }
    }
    return tested
  }

  private static func unstable(
    _ id: ID<ProgramFunction>, _ facts: FunctionFacts, _ context: CheckContext
  ) -> BitSet {
    var result = BitSet()
    for operation in facts.function.operations.values {
      guard case .closure(let nested, _) = operation.effect else { continue }
      let inner = context.facts.facts(of: context.program.id(of: nested, besides: id))
      for capture in inner.function.captures where !inner.definitions(of: capture.inner).isEmpty {
        result.insert(capture.outer.index)
      }
    }
    return result
  }
}
