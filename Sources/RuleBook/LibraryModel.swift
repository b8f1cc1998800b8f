/// What one file under `Rules/models/` says about one library.
package struct LibraryModel: Sendable, Equatable {
  /// The languages a model can speak of; JavaScript includes TypeScript.
  package enum ModelLanguage: String, Sendable, CaseIterable { case javascript, python }

  package var library: String
  package var language: ModelLanguage
  /// Module names as they are imported: evidence, and the trigger words of the file search.
  package var modules: [String]
  /// Further words that make a file worth parsing, such as telling names.
  package var triggers: [String]
  package var types: [TypeSpec]
  /// What calls and members give: canonical callee or member → canonical type.
  package var returns: [String: String]
  package var resources: [ResourceSpec]
  package var payments: [PaymentSpec]
  package var httpCalls: [HTTPCallSpec]
  package var paymentHosts: [PaymentHost]
  package var queries: [QuerySpec]
  package var probes: [EntityCall]
  package var inserts: [EntityCall]
  package var guards: [GuardSpec]
  package var violations: [ViolationSpec]
  package var pools: [PoolSpec]
  /// Calls that wait for another service (SL401).
  package var network: [CallPattern]
  /// Calls that do not raise in practice.
  package var neverRaises: [CallPattern]
  package var behaviour: BehaviourSpec?

  package init(library: String, language: ModelLanguage) {
    self.library = library
    self.language = language
    modules = []
    triggers = []
    types = []
    returns = [:]
    resources = []
    payments = []
    httpCalls = []
    paymentHosts = []
    queries = []
    probes = []
    inserts = []
    guards = []
    violations = []
    pools = []
    network = []
    neverRaises = []
  }
}

/// A type of a library: its canonical name, what constructs it, what it extends.
package struct TypeSpec: Sendable, Equatable {
  package var name: String
  /// Canonical names of classes and functions whose call or construction gives the type.
  package var constructors: [String]
  /// Other canonical names of the same type, as annotations or re-exports spell it.
  package var aliases: [String]
  package var extends: [String]

  package init(name: String) {
    self.name = name
    constructors = []
    aliases = []
    extends = []
  }
}

/// The verbs by which code itself says that a value is a resource.
package struct BehaviourSpec: Sendable, Equatable {
  /// Methods that give the receiver back: `release`, `close`, ...
  package var releaseMethods: [String]
  /// Methods that give their first argument back to the receiver: `putconn`, `release`, ...
  package var returnMethods: [String]
  /// Last words of callee names that say their result is fresh: `connect`, `open`, `acquire`, ...
  package var acquireVerbs: [String]
  /// Last words of callee names whose results are never resources: look-alikes.
  package var notResources: [String]

  package init() {
    releaseMethods = []
    returnMethods = []
    acquireVerbs = []
    notResources = []
  }
}
