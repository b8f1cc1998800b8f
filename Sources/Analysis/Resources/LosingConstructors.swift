import Basis
import IR
import Linking
import RuleBook

// An object that is not made owns nothing. Who puts a handle into the constructor's hands has it
// still when that raises something, and mostly no name for it any more:
//
//     class Reader:
//         def __init__(self, file):
//             self.file = file
//             self.header = self.read_header()     not the right sort of file
//
//     reader = Reader(open(path))

/// Tells the constructors that keep what they are given, and lose it where they raise something.
struct LosingConstructors {
  let context: CheckContext

  /// Whether a constructor works with a parameter that it keeps, itself or by a method of its own, and
  /// nothing in it handles what fails there.
  func lose(_ parameter: Int, of constructor: ID<ProgramFunction>) -> Bool {
    let facts = context.facts.facts(of: constructor)
    let place = facts.function.parameters[parameter].place
    guard facts.function.kind == .constructor, let fields = fields(keeping: place, facts) else {
      return false
    }
    let quiet = QuietCalls(context).find(in: constructor)
    return facts.function.operations.ids.contains { operation in
      !quiet.contains(operation.index)
        && works(operation, with: place, fields, in: constructor, facts)
    }
  }

  /// The fields that keep a parameter, if nobody but the object is given it.
  private func fields(keeping place: ID<Place>, _ facts: FunctionFacts) -> Set<Symbol>? {
    var fields: Set<Symbol> = []
    for use in facts.uses(of: place) {
      switch facts.effect(use) {
      case .store(let value, let object, let field):
        guard value == place, object == facts.function.receiver else { return nil }
        fields.insert(field)
      case .call(let call):
        if call.arguments.contains(where: { $0.value == place }) { return nil }
      case .load, .compute: continue
      default: return nil
      }
    }
    return fields.isEmpty ? nil : fields
  }

  /// Whether an operation asks something of what is kept, or has a method of the object do so, and
  /// what is raised there leaves the constructor.
  private func works(
    _ operation: ID<Operation>, with place: ID<Place>, _ fields: Set<Symbol>,
    in constructor: ID<ProgramFunction>, _ facts: FunctionFacts
  ) -> Bool {
    let function = facts.function
    guard function.operations[operation].mayRaise,
      function.blocks[facts.block(of: operation)].unwind == function.exceptionalExit,
      case .call(let call) = facts.effect(operation), !call.isImplicit,
      case .method(let name, let object) = call.callee,
      !context.words[name].contains(.releasing)
    else { return false }
    let isOwn = object == function.receiver
    guard isOwn || object == place || isField(object, fields, facts) else { return false }
    if isOwn {
      let targets = context.program.targets(of: operation, in: constructor).functions
      return !targets.isEmpty && targets.allSatisfy { uses(fields, in: $0) }
    }
    let roles = context.roles.roles(of: call, at: operation, in: constructor)
    return !roles.contains(where: \.neverRaises)
  }

  /// Whether a method asks something of one of its object's fields.
  private func uses(_ fields: Set<Symbol>, in method: ID<ProgramFunction>) -> Bool {
    let facts = context.facts.facts(of: method)
    return facts.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, !call.isImplicit,
        case .method(_, let object) = call.callee
      else { return false }
      return isField(object, fields, facts)
    }
  }

  private func isField(
    _ place: ID<Place>, _ fields: Set<Symbol>, _ facts: FunctionFacts
  ) -> Bool {
    facts.makers(of: place).contains { maker in
      guard case .load(let field, let object, _) = facts.effect(maker) else { return false }
      return object == facts.function.receiver && fields.contains(field)
    }
  }
}
