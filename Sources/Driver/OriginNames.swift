import Analysis
import Linking
import RuleBook

/// The names of a library in whose files something can begin: a call of the module that takes,
/// pays, asks or changes something, or a type of which a call does.
///
/// What only gives back, never fails or waits for the network matters where something is held, and
/// there one of these is. A call of an instance needs the instance: its file names the type or
/// what makes it, or is led to by the file that does.
struct OriginNames {
  /// The canonical names of calls by which something can begin.
  private let callees: Set<String>
  /// Types whose instances matter.
  private let traced: Set<String>
  private let catalog: LibraryCatalog
  /// Type → the members by which something can begin on its instances, or on what they give; empty
  /// where any member gives another such instance.
  private let membersByType: [String: Set<String>]
  /// Module → the words by which its files use something of it.
  private let byModule: [String: Set<[String]>]

  init(models: [LibraryModel], rules: Set<String>) {
    callees = Set(models.flatMap { $0.originCallees(rules) })
    catalog = LibraryCatalog(models: models)
    let owners = models.flatMap(\.takingCallees).compactMap(Self.owner)
    traced = Self.traced(from: Set(owners), by: catalog)
    membersByType = Self.membersByType(callees.union(catalog.returns.keys))
    // Canonical callee → the keywords without one of which a call of it takes nothing.
    var keywords: [String: Set<String>] = [:]
    var unconditional: Set<String> = []
    for pattern in models.flatMap(\.resources).flatMap(\.acquire) {
      if let keyword = pattern.call.neededKeyword {
        keywords[pattern.call.callee, default: []].insert(keyword)
      } else {
        unconditional.insert(pattern.call.callee)
      }
    }
    let needed = keywords.filter { !unconditional.contains($0.key) }
    let types = catalog.constructors.filter { [traced] in
      traced.contains($0.value) && needed[$0.key] == nil
    }
    let returns = catalog.returns.filter { [traced] in traced.contains($0.value) }
    byModule = Self.byModule(
      Set(models.flatMap(\.modules)), callees,
      Array(types.keys) + Array(types.values) + Array(returns.keys) + Array(catalog.callbacks.keys),
      needed)
  }

  /// The type of whose instances a callee is a member.
  private static func owner(of callee: String) -> String? {
    callee.firstIndex(of: "#").map { String(callee[..<$0]) }
  }

  /// The types of which some call begins something, and those whose calls give one.
  private static func traced(
    from owners: Set<String>, by catalog: LibraryCatalog
  ) -> Set<String> {
    var result = owners
    for type in catalog.supertypes.keys
    where catalog.lineage(of: type).contains(where: result.contains) { result.insert(type) }
    var grew = true
    while grew {
      grew = false
      for (callee, type) in catalog.returns where result.contains(type) {
        if let owner = owner(of: callee), result.insert(owner).inserted { grew = true }
      }
    }
    return result
  }

  /// The members by which something can begin on an instance of a type, or on what they give; nil
  /// when any member gives another such instance.
  func members(of type: String) -> Set<String>? {
    let lineage = catalog.lineage(of: type)
    guard catalog.fluentTypes.isDisjoint(with: lineage) else { return nil }
    let members = lineage.compactMap { membersByType[$0] }
    return members.contains(where: \.isEmpty) ? nil : members.reduce(into: []) { $0.formUnion($1) }
  }

  private static func membersByType(_ callees: Set<String>) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    var anyMember: [String] = []
    for callee in callees {
      guard let owner = owner(of: callee) else { continue }
      let member = callee.utf8.dropFirst(owner.utf8.count + 1).prefix { !".()".utf8.contains($0) }
      if member.isEmpty || member.elementsEqual("*".utf8) { anyMember.append(owner) }
      result[owner, default: []].insert(String(Substring(member)))
    }
    for owner in anyMember { result[owner] = [] }
    return result
  }

  /// Sets of words; a file that imports the module and holds all of one is to be read.
  func clauses(of module: String) -> [[String]] {
    let result = byModule[module] ?? []
    if result.contains([""]) { return [[]] }
    return result.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Module → the words by which its files use something of it.
  private static func byModule(
    _ modules: Set<String>, _ callees: Set<String>, _ names: some Sequence<String>,
    _ keywords: [String: Set<String>]
  ) -> [String: Set<[String]>] {
    var result: [String: Set<[String]>] = [:]
    for callee in callees {
      for (module, name) in members(of: callee, modules) {
        let clauses = keywords[callee]?.map { [name, $0].filter { !$0.isEmpty } } ?? [[name]]
        result[module, default: []].formUnion(clauses)
      }
    }
    for callee in names {
      for (module, name) in members(of: callee, modules) {
        result[module, default: []].insert([name])
      }
    }
    return result
  }

  /// The modules that a callee is of, each with the name in a file that uses it: its last component;
  /// empty for the module itself. Members of instances have none.
  private static func members(
    of callee: String, _ modules: Set<String>
  ) -> [(module: String, name: String)] {
    guard !callee.utf8.contains(UInt8(ascii: "#")) else { return [] }
    var result: [(module: String, name: String)] = []
    for end in callee.utf8.indices where ".(".utf8.contains(callee.utf8[end]) {
      let module = String(callee[..<end])
      guard modules.contains(module) else { continue }
      let names = callee[end...].split { ".()".contains($0) }.filter { $0 != "*" }
      result.append((module, names.last.map(String.init) ?? ""))
    }
    if modules.contains(callee) { result.append((callee, "")) }
    return result
  }
}

extension LibraryModel {
  /// The canonical names of calls by which something can begin.
  fileprivate func originCallees(_ rules: Set<String>) -> [String] {
    var patterns = retries + consumers + webhooks + fileProbes + fileUses.map(\.call)
    patterns += pools.map(\.call)
    if rules.contains("SL401") { patterns += network }
    return takingCallees + patterns.map(\.callee) + violations.flatMap(\.types)
  }
}

extension CallPattern {
  /// A keyword that must be given for the pattern to match.
  fileprivate var neededKeyword: String? {
    for condition in conditions where condition.place.position == nil {
      guard let keyword = condition.place.keyword else { continue }
      switch condition.test {
      case .isTrue, .isPresent, .oneOf: return keyword
      default: continue
      }
    }
    return nil
  }
}
