import Basis
import IR
import Linking
import RuleBook

/// The pools of the program's own, told by what their methods do, whatever they are called:
///
///     def pull(self):
///         if self._idle: return self._idle.pop()
///         return self._connect()
///
///     def push(self, client): self._idle.append(client)
struct OwnPools {
  /// By method that takes something out of a pool, or makes it: the names of those that put it back.
  private(set) var returns: [ID<ProgramFunction>: Set<Symbol>] = [:]

  /// Nobody has a pool.
  init() {}

  init(context: CheckContext) {
    let program = context.program
    let behaviour = context.roles.index.behaviour
    for type in program.classes.ids {
      let methods = program.methods(of: type)
      guard methods.count > 1 else { continue }
      let views = methods.map { PoolMethod($0, context.facts.facts(of: $0), program, behaviour) }
      for taker in views {
        let fields = taker.fieldsTakenFrom
        if fields.isEmpty { continue }
        let givers = views.filter {
          $0.method != taker.method && !fields.isDisjoint(with: $0.fieldsRefilled)
        }
        if !givers.isEmpty { returns[taker.method] = Set(givers.map { program[$0.method].name }) }
      }
    }
  }

  /// Whether a call may take something from a pool.
  func mayGive(_ targets: CallTargets) -> Bool {
    !returns.isEmpty && targets.functions.contains { returns[$0] != nil }
  }

  /// The names of the methods that give back what a call takes.
  func returns(of targets: CallTargets) -> Set<Symbol> {
    if returns.isEmpty { return [] }
    return targets.functions.reduce(into: []) { $0.formUnion(returns[$1] ?? []) }
  }
}

/// A method that may be one of a pool.
private struct PoolMethod {
  let method: ID<ProgramFunction>
  private let facts: FunctionFacts
  private let program: Program
  private let behaviour: BehaviourSpec

  init(
    _ method: ID<ProgramFunction>, _ facts: FunctionFacts, _ program: Program,
    _ behaviour: BehaviourSpec
  ) {
    (self.method, self.facts, self.program, self.behaviour) = (method, facts, program, behaviour)
  }

  /// The fields out of which the method takes what it gives, where it makes a new one if there is none.
  var fieldsTakenFrom: Set<Symbol> {
    var fields: Set<Symbol> = []
    var makes = false
    for block in facts.function.blocks.values {
      guard case .return(let place?) = block.terminator else { continue }
      for origin in facts.origins(of: place) {
        guard let maker = facts.definition(of: origin), case .call(let call) = facts.effect(maker)
        else { continue }
        if case .method(let name, let container) = call.callee,
          behaviour.elementMethods.contains(program.symbols[name]),
          // Whoever names the element does not mind who else has it: `self._all.get(key)`.
          call.arguments.allSatisfy({ facts.literal(of: $0.value) != nil }),
          let field = ownField(container)
        {
          fields.insert(field)
        } else {
          makes = true
        }
      }
    }
    return makes ? fields : []
  }

  /// The fields into which the method puts what it is given.
  var fieldsRefilled: Set<Symbol> {
    let parameters = Set(facts.function.parameters.map(\.place))
    var fields: Set<Symbol> = []
    for operation in facts.function.operations.values {
      guard case .call(let call) = operation.effect,
        case .method(let name, let container) = call.callee,
        behaviour.keepMethods.contains(program.symbols[name]),
        let field = ownField(container),
        call.arguments.contains(where: {
          !parameters.isDisjoint(with: facts.origins(of: $0.value))
        })
      else { continue }
      fields.insert(field)
    }
    return fields
  }

  /// The field of the method's own object that holds a value.
  private func ownField(_ place: ID<Place>) -> Symbol? {
    guard let receiver = facts.function.receiver else { return nil }
    for maker in facts.makers(of: place) {
      guard case .load(let field, let object, _) = facts.effect(maker),
        object == receiver || facts.origins(of: object).contains(receiver)
      else { continue }
      return field
    }
    return nil
  }
}
