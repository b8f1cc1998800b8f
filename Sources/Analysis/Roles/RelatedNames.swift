import Basis
import IR
import Linking
import RuleBook

/// Members by which rows lead to those that point to them, as the project's models declare them.
///
/// `class Flag: repository = ForeignKey(Repository, related_name="flags")` makes
/// `repository.flags.filter(...)` a question about flags, whatever is known of `repository`.
struct RelatedNames: Sendable {
  private var classes: [Symbol: Set<ID<ProgramClass>>] = [:]
  /// Member → the canonical type of what it holds.
  private(set) var types: [Symbol: String] = [:]
  /// The members' names.
  private(set) var symbols = BitSet()

  init() {}

  /// Reads the classes of a program.
  init(_ calls: CallRoles) {
    let program = calls.facts.program
    for type in program.classes.ids {
      for member in calls.facts.members(ofBody: type) {
        let function = member.value.function
        for maker in calls.facts.facts(of: function).makers(of: member.value.place) {
          add(maker, of: function, in: type, calls)
        }
      }
    }
  }

  private mutating func add(
    _ operation: ID<Operation>, of function: ID<ProgramFunction>, in type: ID<ProgramClass>,
    _ calls: CallRoles
  ) {
    let program = calls.facts.program
    guard case .call(let call) = calls.facts.facts(of: function).effect(operation) else { return }
    for role in calls.roles(of: program.targets(of: operation, in: function)) {
      guard case .relation(let spec) = role,
        case .places(let places) = calls.reader.value(at: spec.member, of: call, in: function)
      else { continue }
      for name in places.compactMap(calls.reader.constant) {
        // What code never says as a member, nobody asks by.
        guard let symbol = program.symbols.lookup(name) else { continue }
        classes[symbol, default: []].insert(type)
        types[symbol] = spec.type
        symbols.insert(symbol.index)
      }
    }
  }

  /// The class whose rows a member leads to, if no other class's are called so as well.
  func type(behind member: Symbol) -> ID<ProgramClass>? {
    guard let found = classes[member], found.count == 1 else { return nil }
    return found.first
  }
}
