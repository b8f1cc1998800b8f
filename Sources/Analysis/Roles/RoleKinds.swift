import Basis
import Linking
import RuleBook

/// Sorts of roles, for a first look: most functions call nothing of most sorts.
struct RoleKinds: OptionSet, Sendable {
  let rawValue: UInt16

  static let acquire = RoleKinds(rawValue: 1 << 0)
  static let payment = RoleKinds(rawValue: 1 << 1)
  static let http = RoleKinds(rawValue: 1 << 2)
  /// What asks for, makes, changes or guards rows.
  static let rows = RoleKinds(rawValue: 1 << 3)
  /// What runs something again.
  static let `repeat` = RoleKinds(rawValue: 1 << 4)
  /// What verifies an event, or signs one.
  static let signature = RoleKinds(rawValue: 1 << 5)

  /// What takes, pays, asks or changes something.
  static let taking: RoleKinds = [.acquire, .payment, .rows]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ role: Role) {
    switch role {
    case .acquire: self = .acquire
    case .payment: self = .payment
    case .http: self = .http
    case .probe, .insert, .update, .query, .guard: self = .rows
    case .retry, .consumer: self = .repeat
    case .webhook: self = [.repeat, .signature]
    default: self = []
    }
  }
}

/// The roles of the names that calls of a program reach, looked up once a name.
package struct ReachedRoles: Sendable {
  private var roles: [[Role]] = []
  private var kinds: [RoleKinds] = []
  private var modelled: [Bool] = []
  /// So many of the names that calls reach were looked up.
  private var known = 0

  package init() {}

  /// Looks up the names that calls reach, as far as they are new.
  mutating func learn(_ linker: Linker, index: RoleIndex) {
    while roles.count < linker.nameCount {
      roles.append([])
      kinds.append([])
      modelled.append(false)
    }
    let signs = Set(index.webhookWords.signs)
    let called = linker.calledNames
    let catalog = linker.catalog
    for name in called[known...] {
      let spellings = linker.spellings(of: name)
      let found = index.roles(named: spellings)
      roles[name.index] = found
      kinds[name.index] = found.reduce(into: []) { $0.formUnion(RoleKinds($1)) }
      modelled[name.index] = spellings.contains { spelling in
        if let type = catalog.constructors[spelling] { return index.resourceTypes.contains(type) }
        return catalog.returns[spelling] != nil
      }
      if spellings.contains(where: signs.contains) { kinds[name.index].insert(.signature) }
    }
    known = called.count
  }

  subscript(name: ID<Name>) -> [Role] { roles[name.index] }

  /// Whether a model knows what a call of a name gives; then the model decides what is a resource,
  /// unless it only knows the class for what is asked of its objects.
  func isModelled(_ name: ID<Name>) -> Bool { modelled[name.index] }

  /// The sorts of roles that a name has.
  func kinds(of name: ID<Name>) -> RoleKinds { kinds[name.index] }

  /// The sorts of roles that the calls of each function of a program have, conditions aside.
  func kinds(in program: Program) -> [RoleKinds] {
    var result = [RoleKinds](repeating: [], count: program.functions.count)
    for call in program.calledNames { result[call.caller.index].formUnion(kinds[call.name.index]) }
    return result
  }
}
