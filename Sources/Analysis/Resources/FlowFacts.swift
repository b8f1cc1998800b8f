import Basis
import IR
import Linking

/// What all flows through one function ask for besides the function itself.
struct FlowFacts: Sendable {
  /// Access paths that decide some condition, with those that are copied into them.
  let tested: BitSet
  /// Places that a nested function assigns, so that nothing can be known of them here.
  let unstable: BitSet
  /// Calls of functions of the program in which nothing raises, and of iterators over such.
  let quiet: BitSet
  /// Access paths whose truth decides a release, kept apart by their truth.
  let flags: ReleaseFlags

  init(_ view: FunctionView) {
    var quiet = QuietCalls(view.context).find(in: view.id)
    quiet.formUnion(view.settlingCalls())
    quiet.formUnion(view.settledWaits())
    self.quiet = quiet
    tested = Self.tested(view.facts, view.paths, view.program.symbols)
    unstable = Self.unstable(view.id, view.facts, view.context)
    flags = ReleaseFlags(view.facts, view.paths, view.roles, view.context)
  }

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
