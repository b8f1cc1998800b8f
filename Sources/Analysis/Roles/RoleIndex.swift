import Basis
import IR
package import Linking
package import RuleBook

/// What a call means to the checks, as some model says; indirect, because roles are handed around
/// by every call that is looked at, and the models' patterns are large.
package indirect enum Role: Sendable {
  case acquire(resource: Int, AcquirePattern)
  case release(resource: Int, ReleasePattern)
  /// Takes over a resource; of any kind when none is named.
  case handOff(resource: Int?, CallPattern)
  case payment(PaymentSpec)
  case http(HTTPCallSpec)
  case query(QuerySpec)
  case probe(EntityCall)
  case insert(EntityCall)
  case update(EntityCall)
  case `guard`(GuardSpec)
  case pool(PoolSpec)
  case relation(RelationSpec)
  case network(CallPattern)
  case neverRaises(CallPattern)
  case raises(RaisesSpec)
  case neverReturns(CallPattern)
  /// Uses what it is given, and never ends it.
  case borrows(CallPattern)
  /// Gives another value each time: a random number, a clock.
  case unstableValue(CallPattern)
  /// Reads the clock.
  case clock(CallPattern)
  /// Runs the function at the pattern's place again when it fails.
  case retry(CallPattern)
  /// Gives the function at the pattern's place messages that may come twice.
  case consumer(CallPattern)
  /// Verifies a provider's event.
  case webhook(CallPattern)
  case fileProbe(CallPattern)
  case fileUse(FileUseSpec)
}

/// The roles of canonical names, for one language's models; a class, because it is asked of every
/// call.
package final class RoleIndex: Sendable {
  package let resources: [ResourceSpec]
  /// The types that some resource is of.
  let resourceTypes: Set<String>
  package let behaviour: BehaviourSpec
  package let values: ValueWords
  package let webhookWords: WebhookWords
  let violations: ViolationWords
  package let paymentHosts: [PaymentHost]
  private let namedPayments: [String: [NamedPayment]]
  private let paymentMethods: Set<String>
  /// What the canonical names of payment libraries start with: `stripe`.
  private let paymentRoots: Set<Substring>
  private let roles: [String: [Role]]
  private let open: [(pattern: WildcardName, role: Role)]
  /// Head of an open pattern → positions in `open`.
  private let openByHead: [Substring: [Int]]
  /// Which expressions tell of which types.
  let toldTypes: ToldTypes
  /// Method → its roles on the types that any expression can be of.
  private let ofAnything: [String: [Role]]
  /// Method or function name → acquire patterns that the name alone tells of.
  private let telling: [String: [TellingName]]

  /// A name that tells without evidence: `connect`, on a receiver called `pool`.
  package struct TellingName: Sendable {
    var receiver: String
    package var resource: Int
    package var pattern: AcquirePattern
  }

  /// A payment by the names of the members that lead to it, innermost first.
  package struct NamedPayment: Sendable {
    /// Without the method's own: `charges` of `stripe#charges.create`, or a class of the module
    /// itself: `Charge` of `stripe.Charge.create`.
    package var members: [String]
    package var spec: PaymentSpec

    /// Nil when the method alone would tell nothing.
    init?(_ spec: PaymentSpec) {
      let callee = spec.call.callee
      guard let root = callee.firstIndex(of: "#") ?? callee.firstIndex(of: ".") else { return nil }
      let names = callee[root...].dropFirst().split(separator: ".")
      guard names.count > 1 else { return nil }
      members = names.dropLast().reversed().map(String.init)
      self.spec = spec
    }

    fileprivate var method: String { Self.method(of: spec) }

    fileprivate static func method(of spec: PaymentSpec) -> String {
      spec.call.callee.split { $0 == "." || $0 == "#" }.last.map(String.init) ?? ""
    }
  }

  package init(models: [LibraryModel]) {
    var resources: [ResourceSpec] = []
    var exact: [String: [Role]] = [:]
    var open: [(pattern: WildcardName, role: Role)] = []
    var telling: [String: [TellingName]] = [:]
    func add(_ role: Role, _ call: CallPattern) {
      if let pattern = WildcardName(call.callee) {
        open.append((pattern, role))
      } else {
        exact[call.callee, default: []].append(role)
      }
    }
    for model in models {
      for spec in model.resources {
        let index = resources.count
        resources.append(spec)
        for pattern in spec.acquire {
          add(.acquire(resource: index, pattern), pattern.call)
          for name in pattern.telling {
            let parts = name.split(separator: ".")
            let entry = TellingName(
              receiver: parts.count > 1 ? Self.plain(parts[parts.count - 2]) : "",
              resource: index, pattern: pattern)
            telling[String(parts.last ?? ""), default: []].append(entry)
          }
        }
        for pattern in spec.release { add(.release(resource: index, pattern), pattern.call) }
        for pattern in spec.handOff { add(.handOff(resource: index, pattern), pattern) }
      }
      for role in model.simpleRoles { add(role, role.pattern) }
    }
    self.resources = resources
    resourceTypes = Set(resources.map(\.type))
    self.telling = telling
    self.open = open
    let types = ToldTypes(models: models)
    toldTypes = types
    let told = models.flatMap(\.simpleRoles).filter { types.isOfAnything($0.pattern.callee) }
    ofAnything = Dictionary(grouping: told) { ToldTypes.method(of: $0.pattern.callee) }
    behaviour = models.compactMap(\.behaviour).first ?? BehaviourSpec()
    var values = ValueWords()
    for words in models.compactMap(\.values) { values.add(words) }
    self.values = values
    var webhookWords = WebhookWords()
    for words in models.compactMap(\.webhookWords) { webhookWords.add(words) }
    self.webhookWords = webhookWords
    violations = ViolationWords(models.flatMap(\.violations))
    paymentHosts = models.flatMap(\.paymentHosts)
    let payments = models.flatMap(\.payments).compactMap(NamedPayment.init)
    namedPayments = Dictionary(grouping: payments, by: \.method)
    paymentMethods = Set(models.flatMap(\.payments).map(NamedPayment.method(of:)))
    paymentRoots = Set(
      models.flatMap(\.payments).map { $0.call.callee.prefix { $0 != "." && $0 != "#" } })
    openByHead = Dictionary(grouping: open.indices, by: { open[$0].pattern.head })
    roles = exact
  }

  /// The patterns whose head a name begins with: heads end where components do.
  private func candidates(for name: String) -> [Int] {
    var result = openByHead[""] ?? []
    for index in name.utf8.indices where ".#".utf8.contains(name.utf8[index]) {
      result += openByHead[name[...index]] ?? []
    }
    return result
  }

  /// The canonical names that some model gives a role.
  package var exactNames: [String] { roles.keys.sorted() }

  /// The roles of calls by their canonical names; conditions are not looked at.
  package func roles(named names: [String]) -> [Role] {
    names.flatMap { name -> [Role] in
      let own = roles(named: name)
      // What is promisified as a whole has a second method for each: `fs.openAsync(path)`.
      guard own.isEmpty, let suffix = behaviour.promisedSuffixes.first(where: name.hasSuffix)
      else { return own }
      return roles(named: String(name.dropLast(suffix.count)))
    }
  }

  private func roles(named name: String) -> [Role] {
    let matching = candidates(for: name).filter { open[$0].pattern.matches(name) }
    return (roles[name] ?? []) + matching.sorted().map { open[$0].role }
  }

  /// The roles of a method on the types that any expression can be of; conditions are not looked at.
  func rolesOfAnything(_ method: String) -> [Role] {
    (ofAnything[method] ?? []) + (ofAnything["*"] ?? [])
  }

  /// Whether a canonical name is of a library that moves money.
  func isOfPayments(_ name: String) -> Bool {
    paymentRoots.contains(name.prefix { $0 != "." && $0 != "#" })
  }

  /// Whether some payment's method has this name.
  package func isPaymentMethod(_ name: String) -> Bool { paymentMethods.contains(name) }

  /// The payments whose method has this name.
  package func payments(named method: String) -> [NamedPayment] { namedPayments[method] ?? [] }

  /// Whether some model says that a method of this name tells something.
  package func isTelling(_ method: String) -> Bool { telling[method] != nil }

  /// The acquire patterns that a method's and its receiver's name alone tell of.
  package func telling(method: String, receiver: String) -> [TellingName] {
    guard let entries = telling[method] else { return [] }
    let plain = Self.plain(receiver[...])
    return entries.filter { $0.receiver.isEmpty || plain.hasSuffix($0.receiver) }
  }

  private static func plain(_ name: Substring) -> String {
    String(name.lowercased().filter { $0 != "_" && $0 != "$" })
  }
}

/// How unique violations show themselves, ready to compare with.
struct ViolationWords: Sendable {
  /// Canonical exception types, and their last components.
  let types: Set<String>
  let names: Set<String>
  /// In lower case; a sentence counts as a part of a longer text, and a part of it, too.
  let codes: Set<String>
  let sentences: [String]

  init(_ specs: [ViolationSpec]) {
    types = Set(specs.flatMap(\.types))
    names = Set(
      types.compactMap { $0.split { $0 == "." || $0 == "#" }.last.map(String.init) })
    codes = Set(specs.flatMap(\.codes).map { $0.lowercased() })
    sentences = codes.filter { $0.contains(" ") }.sorted()
  }

  func isCode(_ text: String) -> Bool {
    let text = text.lowercased()
    if codes.contains(text) { return true }
    // The shortest part of a sentence that says anything has ten letters.
    guard text.utf8.count > 9 else { return false }
    return sentences.contains { text.contains($0) || $0.contains(text) }
  }
}

/// A canonical name with `*` for single components.
struct WildcardName: Sendable {
  private let parts: [Substring]

  /// Nil when the name has no `*`.
  init?(_ text: String) {
    guard text.contains("*") else { return nil }
    parts = text.split(separator: "*", omittingEmptySubsequences: false)
  }

  /// What stands before the first `*`, up to the component that it is in or is.
  var head: Substring {
    let end = parts[0].lastIndex { $0 == "." || $0 == "#" }
    return end.map { parts[0][...$0] } ?? ""
  }

  func matches(_ text: String) -> Bool {
    guard text.hasPrefix(parts[0]) else { return false }
    var rest = text[...].dropFirst(parts[0].count)
    for part in parts.dropFirst() {
      let component = rest.prefix { $0 != "." && $0 != "#" && $0 != "(" }
      guard !component.isEmpty else { return false }
      rest = rest.dropFirst(component.count)
      guard rest.hasPrefix(part) else { return false }
      rest = rest.dropFirst(part.count)
    }
    return rest.isEmpty
  }
}

extension LibraryModel {
  /// The roles that stand in the file as they are, in its order.
  fileprivate var simpleRoles: [Role] {
    let specified: [[Role]] = [
      payments.map(Role.payment), httpCalls.map(Role.http), queries.map(Role.query),
      probes.map(Role.probe), inserts.map(Role.insert), updates.map(Role.update),
      guards.map(Role.guard), pools.map(Role.pool), relations.map(Role.relation),
    ]
    let named: [[Role]] = [
      handOffs.map { .handOff(resource: nil, $0) }, network.map(Role.network),
      neverRaises.map(Role.neverRaises), neverReturns.map(Role.neverReturns),
      borrows.map(Role.borrows),
      unstableValues.map(Role.unstableValue), clocks.map(Role.clock), retries.map(Role.retry),
      consumers.map(Role.consumer), webhooks.map(Role.webhook),
      fileProbes.map(Role.fileProbe), fileUses.map(Role.fileUse), raises.map(Role.raises),
    ]
    return (specified + named).flatMap(\.self)
  }
}

extension LibraryModel {
  /// The canonical names of all that the model speaks of: calls with a role, types, members.
  package var canonicalNames: [String] {
    var names = simpleRoles.map(\.pattern.callee)
    for resource in resources {
      names += resource.acquire.map(\.call.callee) + resource.release.map(\.call.callee)
      names += resource.handOff.map(\.callee)
    }
    for type in types { names += [type.name] + type.constructors + type.aliases }
    names += violations.flatMap(\.types)
    return names + Array(returns.keys) + Array(callbackParameters.keys)
  }
}

extension LibraryModel {
  /// The canonical names of the calls that take, pay, ask or change something.
  package var takingCallees: [String] {
    let roles: [Role] =
      payments.map(Role.payment) + queries.map(Role.query) + probes.map(Role.probe)
      + inserts.map(Role.insert) + updates.map(Role.update) + guards.map(Role.guard)
    return resources.flatMap(\.acquire).map(\.call.callee) + roles.map(\.pattern.callee)
  }
}

extension LibraryCatalog {
  /// What the models of one language say about types.
  package init(models: [LibraryModel]) {
    self.init()
    let handles = models.flatMap(\.resources).map(\.type).filter { !$0.isEmpty }
    let owners = models.flatMap(\.takingCallees).compactMap { callee in
      callee.firstIndex(of: "#").map { String(callee[..<$0]) }
    }
    tracedTypes = Set(handles + owners)
    for model in models {
      modules.formUnion(model.modules)
      for folder in model.generated { generated[folder] = model.modules.first }
      for type in model.types {
        for name in type.constructors + type.aliases { constructors[name] = type.name }
        supertypes[type.name, default: []].append(contentsOf: type.extends)
        if type.isFluent { fluentTypes.insert(type.name) }
        if !type.unique.isEmpty {
          rowKeys[type.name] = type.unique.map { $0.split(separator: " ").map(String.init) }
        }
      }
      names.formUnion(model.simpleRoles.map(\.pattern.callee))
      for spec in model.resources {
        names.formUnion((spec.acquire.map(\.call) + spec.release.map(\.call)).map(\.callee))
      }
      returns.merge(model.returns) { first, _ in first }
      passesThrough.formUnion(model.passesThrough)
      typeWrappers.formUnion(model.typeWrappers)
      add(model.containers)
      for (callee, types) in model.callbackParameters {
        for (position, type) in types.enumerated() where type != "_" {
          callbacks[callee, default: []].append(
            CallbackType(argument: nil, parameter: position, type: type))
        }
      }
      for spec in model.resources {
        for pattern in spec.acquire {
          guard let callback = pattern.callback, !spec.type.isEmpty else { continue }
          callbacks[pattern.call.callee, default: []].append(
            CallbackType(
              argument: callback.argument, parameter: callback.handle, type: spec.type))
        }
      }
    }
    names.formUnion(constructors.keys)
    names.formUnion(returns.keys)
    for name in names { addRoots(of: name) }
    for name in modules.union(returns.values).union(supertypes.keys) { addRoots(of: name) }
    for types in callbacks.values { for callback in types { addRoots(of: callback.type) } }
  }

  private mutating func add(_ containers: ContainerSpec) {
    containerMakers.formUnion(containers.makers)
    containerListings.formUnion(containers.listings)
    let methods: [(ContainerMethod, [String])] = [
      (.putting, containers.putting), (.taking, containers.taking),
      (.listing, containers.listing), (.visiting, containers.visiting),
      (.mapping, containers.mapping),
    ]
    for (method, names) in methods {
      for name in names { containerMethods[name, default: []].insert(method) }
    }
  }
}
