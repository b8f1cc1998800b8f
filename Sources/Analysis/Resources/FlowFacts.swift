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
  /// Loads of fields that a loop asks at its head each round: what they hold must change for the loop
  /// to end, by whomever.
  let reread: BitSet

  init(_ view: FunctionView) {
    var quiet = QuietCalls(view.context).find(in: view.id)
    quiet.formUnion(view.settlingCalls())
    quiet.formUnion(view.settledWaits())
    self.quiet = quiet
    tested = Self.tested(view.facts, view.paths, view.program.symbols)
    let heads = view.function.loopHeads
    var unstable = Self.unstable(view.id, view.facts, view.context)
    unstable.formUnion(Self.askedEachRound(heads, view.facts))
    self.unstable = unstable
    flags = ReleaseFlags(view.facts, view.paths, view.roles, view.context)
    reread = Self.reread(heads, view.function, view.paths)
  }

  private static func reread(
    _ heads: Set<ID<Block>>, _ function: Function, _ paths: AccessPaths
  ) -> BitSet {
    heads.reduce(into: BitSet()) { result, head in
      guard case .branch = function.blocks[head].terminator else { return }
      for operation in function.operations(of: head) {
        switch function.operations[operation].effect {
        case .load(_, _, let into), .loadElement(_, _, let into):
          if paths[into] != into.index { result.insert(operation.index) }
        default: continue
        }
      }
    }
  }

  /// Variables of others that a loop asks at its head, which somebody else must change.
  private static func askedEachRound(_ heads: Set<ID<Block>>, _ facts: FunctionFacts) -> BitSet {
    heads.reduce(into: BitSet()) { result, head in
      guard case .branch(let condition, _, _) = facts.function.blocks[head].terminator,
        let subject = condition.subject
      else { return }
      for origin in facts.origins(of: subject) {
        switch facts.function.places[origin].kind {
        case .global, .captured:
          if facts.definitions(of: origin).isEmpty { result.insert(origin.index) }
        default: continue
        }
      }
    }
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

extension Function {
  /// The blocks that some later block goes back to.
  var loopHeads: Set<ID<Block>> {
    blocks.ids.reduce(into: []) { heads, block in
      heads.formUnion(blocks[block].terminator.targets.filter { $0 <= block })
    }
  }
}
