import Basis
import IR
import Linking
import RuleBook

/// Calls by which objects write their rows where nothing but the method's name tells of it:
/// `item.score += 1`, and then `item.save()`.
struct NamedSaves {
  let context: CheckContext

  private var program: Program { context.program }

  /// The object that a call saves as a whole, whatever it is of.
  func object(
    savedBy call: Call, _ operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> ID<Place>? {
    guard case .method(let name, let object) = call.callee, !call.isImplicit,
      context.roles.index.behaviour.rowSavingMethods.contains(program.symbols[name]),
      call.arguments.allSatisfy({ isOption($0) }),
      object != program[function].receiver || isOfRow(function),
      program.targets(of: operation, in: function).functions.isEmpty
    else { return nil }
    return object
  }

  /// Whether a function is a method that rows are given from outside of any class, so that what it is called
  /// on is a row: `schema.methods.sell = async function () {...}`, `schema.method('sell', ...)`.
  func isOfRow(_ function: ID<ProgramFunction>) -> Bool {
    let body = program[function]
    guard body.receiver != nil, body.owner == nil, let parent = body.parent else { return false }
    let outer = context.facts.facts(of: program.id(of: parent, besides: function))
    let own = program.functions[function].function
    return outer.function.operations.values.contains { operation in
      guard case .closure(own, let into) = operation.effect else { return false }
      return outer.uses(of: into).contains { use in
        switch outer.effect(use) {
        case .store(_, let object, _): return isMethodTable(object, outer)
        case .call(let call):
          guard case .method(let name, _) = call.callee else { return false }
          return context.roles.index.behaviour.rowMethodCalls.contains(program.symbols[name])
        default: return false
        }
      }
    }
  }

  private func isMethodTable(_ place: ID<Place>, _ facts: FunctionFacts) -> Bool {
    facts.makers(of: place).contains { maker in
      guard case .load(let field, _, _) = facts.effect(maker) else { return false }
      return context.roles.index.behaviour.rowMethodTables.contains(program.symbols[field])
    }
  }

  /// Whether an argument only says how a row is saved; a condition makes the write ask first:
  /// `save(save_condition={"rev": rev})`.
  private func isOption(_ argument: Argument) -> Bool {
    guard let label = argument.label, !argument.isSpread else { return false }
    return context.roles.index.behaviour.rowSavingOptions.contains(program.symbols[label])
  }

  /// The names of the methods that save, as far as the program has them.
  var methods: [Symbol] {
    context.roles.index.behaviour.rowSavingMethods.compactMap(program.symbols.lookup)
  }

  /// Whether a function sets a field to what it computes, and saves something by one of some methods: asked
  /// of every function, before its view is made.
  func mayChange(_ function: ID<ProgramFunction>, savingBy names: [Symbol]) -> Bool {
    if names.isEmpty { return false }
    let operations = program[function].operations
    var isSaved = false
    var isComputed = false
    var isSet = false
    for operation in operations.values {
      switch operation.effect {
      case .call(let call):
        if case .method(let name, _) = call.callee, names.contains(name) { isSaved = true }
      case .compute(.add, _, _), .compute(.subtract, _, _), .compute(.arithmetic, _, _):
        isComputed = true
      case .store: isSet = true
      default: continue
      }
    }
    return isSaved && isComputed && isSet && !context.isOnlyTested(function)
  }

  /// Whether a function sees an import of what rows are objects of.
  func isOfRows(_ function: ID<ProgramFunction>) -> Bool {
    let module = program.functions[function].module
    var around: ID<Function>? = program.functions[function].function
    while let current = around {
      let id = program.id(of: current, in: module)
      if importsRows(id) { return true }
      around = program[id].parent
    }
    return importsRows(program.id(of: Module.body, in: module))
  }

  private func importsRows(_ function: ID<ProgramFunction>) -> Bool {
    let libraries = context.roles.index.behaviour.rowModules
    return program[function].operations.values.contains { operation in
      guard case .importModule(let item, let into) = operation.effect else { return false }
      let name = program.symbols[item.module]
      if libraries.contains(where: { name == $0 || name.hasPrefix($0 + ".") }) { return true }
      return program.values(of: into, in: function).contains { value in
        switch value {
        case .classObject(let type):
          program.libraryBases(of: type).contains { isOf(libraries, $0) }
        case .instance(let name), .external(let name): isOf(libraries, name)
        default: false
        }
      }
    }
  }

  private func isOf(_ libraries: [String], _ name: ID<Name>) -> Bool {
    let text = program.names.text(of: name)
    return libraries.contains { text.hasPrefix($0 + ".") || text.hasPrefix($0 + "#") }
  }
}
