import Basis
import IR
import Linking
import RuleBook

/// The loop over items that a call stands in, if what it is given depends on the item.
struct ItemLoop {
  /// Where the loop takes its next item, or the call that takes the function for each item.
  let site: CallSite
  /// The blocks of the loop; empty when a function is called for each item.
  let blocks: BitSet

  /// Nil when the call does not run once for each item.
  init?(around operation: ID<Operation>, in function: ID<ProgramFunction>, _ context: CheckContext)
  {
    let facts = context.facts.facts(of: function)
    let inputs = facts.inputs(of: operation)
    let cycle = FlowShape(facts.function).cycle(of: facts.block(of: operation))
    for input in inputs where cycle.contains(facts.block(of: input).index) {
      guard case .iterate(let over, _) = facts.effect(input), !facts.isRange(over),
        !Self.isBatch(over, facts, context)
      else { continue }
      site = CallSite(function: function, operation: input)
      blocks = cycle
      return
    }
    guard let caller = Self.callPerItem(of: function, facts, inputs, context) else { return nil }
    site = caller
    blocks = BitSet()
  }

  /// Whether what is iterated over comes in batches, by its name or its maker's.
  private static func isBatch(
    _ place: ID<Place>, _ facts: FunctionFacts, _ context: CheckContext
  ) -> Bool {
    guard let name = facts.name(of: place) else { return false }
    let words = context.program.symbols[name].identifierWords
    return words.contains(where: context.values.words.batches.contains)
  }

  /// `items.map(async (item) => ...)`: the call that gives the function its items.
  private static func callPerItem(
    of function: ID<ProgramFunction>, _ facts: FunctionFacts, _ inputs: [ID<Operation>],
    _ context: CheckContext
  ) -> CallSite? {
    guard let parent = facts.function.parent, let item = facts.function.parameters.first?.place
    else { return nil }
    let reads = Set(inputs.flatMap { facts.effect($0).reads })
    guard reads.contains(item) else { return nil }
    let outer = context.program.id(of: parent, besides: function)
    let outerFacts = context.facts.facts(of: outer)
    for operation in outerFacts.function.operations.ids {
      guard case .call(let call) = outerFacts.effect(operation),
        case .method(let name, let receiver) = call.callee,
        context.values.words.perItem.contains(context.program.symbols[name]),
        !isBatch(receiver, outerFacts, context),
        call.arguments.contains(where: { argument in
          context.program.values(of: argument.value, in: outer).contains(.function(function))
        })
      else { continue }
      return CallSite(function: outer, operation: operation)
    }
    return nil
  }
}
