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
  /// What function arguments receive: canonical callee → the canonical types of the function's
  /// parameters, `_` for one that no model speaks of.
  package var callbackParameters: [String: [String]]
  package var resources: [ResourceSpec]
  package var payments: [PaymentSpec]
  package var httpCalls: [HTTPCallSpec]
  package var paymentHosts: [PaymentHost]
  package var queries: [QuerySpec]
  package var probes: [EntityCall]
  package var inserts: [EntityCall]
  /// Calls that change rows which exist (SL302).
  package var updates: [EntityCall]
  /// Declarations that give other rows a member which leads back.
  package var relations: [RelationSpec] = []
  package var guards: [GuardSpec]
  package var violations: [ViolationSpec]
  package var pools: [PoolSpec]
  /// Calls that wait for another service (SL401).
  package var network: [CallPattern]
  /// Calls that do not raise in practice.
  package var neverRaises: [CallPattern]
  /// Calls that raise only some errors in practice.
  package var raises: [RaisesSpec] = []
  /// Calls after which nothing of the function runs: `process.exit`.
  package var neverReturns: [CallPattern]
  /// Calls that only use what they are given.
  package var borrows: [CallPattern] = []
  /// Calls that take over any resource given at the place: `ExitStack#enter_context`.
  package var handOffs: [CallPattern]
  /// Calls whose result differs each time, and so is no key: `randomUUID`, `Date.now`.
  package var unstableValues: [CallPattern]
  /// Calls that read the clock: their result differs each time unless it is cut to a day or so.
  package var clocks: [CallPattern]
  /// Calls and decorators that run the function at the place again when it fails.
  package var retries: [CallPattern]
  /// Calls and decorators whose function at the place receives messages that may come twice.
  package var consumers: [CallPattern]
  /// Calls that verify a provider's event: the function that makes them is a webhook's handler.
  package var webhooks: [CallPattern]
  /// Questions about the file whose path stands at the place (SL305).
  package var fileProbes: [CallPattern]
  /// Uses of the file whose path stands at the place that trust such an answer (SL305).
  package var fileUses: [FileUseSpec]
  /// Calls that give their first argument back: `util.promisify`, `asyncio.wait_for`.
  package var passesThrough: [String]
  /// How collections take and give what is in them.
  package var containers = ContainerSpec()
  /// Words that types are wrapped in, by subscript or call: `typing.Annotated`, `typing.NewType`.
  package var typeWrappers: [String]
  package var behaviour: BehaviourSpec?
  package var values: ValueWords?
  package var webhookWords: WebhookWords?
  /// Code right and wrong by this model; run as tests.
  package var examples: [Example]
  /// Words in the paths of modules that the library writes into the project: an import of one that
  /// is not there means the library.
  package var generated: [String] = []

  package init(library: String, language: ModelLanguage) {
    self.library = library
    self.language = language
    modules = []
    triggers = []
    types = []
    returns = [:]
    callbackParameters = [:]
    resources = []
    payments = []
    httpCalls = []
    paymentHosts = []
    queries = []
    probes = []
    inserts = []
    updates = []
    guards = []
    violations = []
    pools = []
    network = []
    neverRaises = []
    neverReturns = []
    passesThrough = []
    typeWrappers = []
    handOffs = []
    unstableValues = []
    clocks = []
    retries = []
    consumers = []
    webhooks = []
    fileProbes = []
    fileUses = []
    examples = []
  }
}

/// A type of a library: its canonical name, what constructs it, what it extends.
package struct TypeSpec: Sendable, Equatable {
  package var name: String
  /// Canonical names of classes and functions whose call or construction gives the type; the
  /// type's own name when the model gives none.
  package var constructors: [String]
  /// Other canonical names of the same type, as annotations or re-exports spell it.
  package var aliases: [String]
  package var extends: [String]
  /// Whether its methods give it back when `returns` does not say otherwise: a query builder.
  package var isFluent = false
  /// Whether what its methods give is nothing until it is awaited or entered, as of an asynchronous
  /// client in Python.
  package var isAwaited = false
  /// Of a class of rows, the columns of each of its unique keys, apart by blanks.
  package var unique: [String] = []
  /// Expressions, as code writes them, that tell of an instance without evidence: `prisma`,
  /// `*.objects`, with `*` for any name and `<class>` for one that is written like a class's.
  package var telling: [String] = []
  /// The same, in a file that imports the library.
  package var hinting: [String] = []

  package init(name: String) {
    self.name = name
    constructors = []
    aliases = []
    extends = []
  }
}
