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
  /// Member → the class whose rows it leads to → what the rows that have it are called.
  private var owners: [Symbol: [ID<ProgramClass>: Set<String>]] = [:]
  /// Member → the class whose rows it leads to → the column of these that says whose they are.
  private var columns: [Symbol: [ID<ProgramClass>: Symbol]] = [:]
  /// Member → the canonical type of what it holds.
  private(set) var types: [Symbol: String] = [:]
  /// The members' names.
  private(set) var symbols = BitSet()
  /// What asks for rows → the classes of those rows: `objects = OrderQuerySet.as_manager()`.
  private var managed: [ID<ProgramClass>: Set<ID<ProgramClass>>] = [:]

  init() {}

  /// Reads the classes of a program.
  init(_ calls: CallRoles) {
    let program = calls.facts.program
    for type in program.classes.ids {
      for member in calls.facts.members(ofBody: type) {
        let function = member.value.function
        for maker in calls.facts.facts(of: function).makers(of: member.value.place) {
          add(maker, of: function, asMember: member.name, in: type, calls)
          addManagers(madeBy: maker, of: function, in: type, calls)
        }
      }
    }
  }

  private mutating func add(
    _ operation: ID<Operation>, of function: ID<ProgramFunction>, asMember column: Symbol,
    in type: ID<ProgramClass>, _ calls: CallRoles
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
        if spec.isColumn { columns[symbol, default: [:]][type] = column }
        owners[symbol, default: [:]][type, default: []].formUnion(
          targets(of: spec, call, function, calls))
        types[symbol] = spec.type
        symbols.insert(symbol.index)
      }
    }
  }

  /// What the rows are called that get the member: `Repository` of `ForeignKey(Repository, ...)`.
  private func targets(
    of spec: RelationSpec, _ call: Call, _ function: ID<ProgramFunction>, _ calls: CallRoles
  ) -> Set<String> {
    guard let place = spec.call.value,
      case .places(let places) = calls.reader.value(at: place, of: call, in: function)
    else { return [] }
    let program = calls.facts.program
    var names = places.compactMap(calls.reader.constant)
    for target in places {
      for case .classObject(let type) in program.values(of: target.place, in: target.function) {
        names.append(program.symbols[program.type(type).name])
      }
    }
    return Set(names.map(Entity.key))
  }

  /// Notes the classes of managers that a member of a class is made of.
  private mutating func addManagers(
    madeBy operation: ID<Operation>, of function: ID<ProgramFunction>, in type: ID<ProgramClass>,
    _ calls: CallRoles, depth: Int = 2
  ) {
    let program = calls.facts.program
    let facts = calls.facts.facts(of: function)
    guard depth > 0, case .call(let call) = facts.effect(operation) else { return }
    for place in call.reads {
      for case .classObject(let found) in program.values(of: place, in: function)
      where found != type && program.isManager(found) { managed[found, default: []].insert(type) }
      // `Manager.from_queryset(OrderQuerySet)()`
      for maker in facts.makers(of: place) {
        addManagers(madeBy: maker, of: function, in: type, calls, depth: depth - 1)
      }
    }
  }

  /// The class whose rows a manager asks for, if it is one's alone.
  func model(askedBy manager: ID<ProgramClass>) -> ID<ProgramClass>? {
    guard let found = managed[manager], found.count == 1 else { return nil }
    return found.first
  }

  /// The column of the rows behind a member that says whose they are: `team` of `team.invites`, of
  /// `class Invite: team = ForeignKey(Team, related_name="invites")`.
  func column(behind member: Symbol, ofRowCalled names: [String]) -> Symbol? {
    type(behind: member, ofRowCalled: names).flatMap { columns[member]?[$0] }
  }

  /// The class whose rows a member leads to, if no other class's are called so as well, or what
  /// has the member tells them apart: `checkout.discounts`, beside `order.discounts`.
  func type(behind member: Symbol, ofRowCalled names: [String]) -> ID<ProgramClass>? {
    guard let found = classes[member] else { return nil }
    if found.count == 1 { return found.first }
    let keys = Set(names.map(Entity.key))
    let own = found.filter { !(owners[member]?[$0]?.isDisjoint(with: keys) ?? true) }
    return own.count == 1 ? own.first : nil
  }
}

extension Program {
  /// Whether objects of a class ask for rows of others, as the managers and queries of libraries.
  func isManager(_ type: ID<ProgramClass>) -> Bool {
    libraryBases(of: type).contains { name in
      catalog.lineage(of: names.text(of: name)).contains(where: catalog.fluentTypes.contains)
    }
  }
}
