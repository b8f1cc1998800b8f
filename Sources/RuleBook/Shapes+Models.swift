// The shape of a whole library model.

import Findings

extension LibraryModel {
  package static let shape = Shape(
    "model", "What Stopleak knows about a library",
    blank: LibraryModel(library: "", language: .javascript),
    keys: identity + resourceKeys + paymentKeys + raceKeys + languageKeys)

  private static let identity: [Key<LibraryModel>] = [
    .text("library", "The library's name, as its users say it", required: true) {
      $0.library = $1
    },
    .choice("language", "The language it is for", required: true) { $0.language = $1 },
    .texts("modules", "The names it is imported by") { $0.modules = $1 },
    .texts("generated", "Folders of modules that it writes into the project") {
      $0.generated = $1
    },
    .texts("triggers", "Further words that make a file worth parsing") { $0.triggers = $1 },
    .many("types", TypeSpec.shape, "Its types") { $0.types = $1 },
    .pairs("returns", "What calls and members give, as canonical types") { $0.returns = $1 },
    .pairsOfTexts("callback-parameters", "Types that function arguments receive, `_` for any") {
      $0.callbackParameters = $1
    },
    .many("examples", Example.shape, "Code right and wrong by this model") { $0.examples = $1 },
  ]

  private static let resourceKeys: [Key<LibraryModel>] = [
    .many("resources", ResourceSpec.shape, "What is taken and must be given back") {
      $0.resources = $1
    },
    .many("pools", PoolSpec.shape, "Constructions of pools and clients") { $0.pools = $1 },
    .many("hand-offs", CallPattern.shape, "Calls that take over any resource") {
      $0.handOffs = $1
    },
    .many("network", CallPattern.shape, "Calls that wait for another service") {
      $0.network = $1
    },
  ]

  private static let paymentKeys: [Key<LibraryModel>] = [
    .many("payments", PaymentSpec.shape, "Calls that move money") { $0.payments = $1 },
    .many("http-calls", HTTPCallSpec.shape, "Calls of an HTTP client") { $0.httpCalls = $1 },
    .many("payment-hosts", PaymentHost.shape, "Payment providers by host") {
      $0.paymentHosts = $1
    },
    .many("unstable-values", CallPattern.shape, "Calls whose result differs each time") {
      $0.unstableValues = $1
    },
    .many("clocks", CallPattern.shape, "Calls that read the clock") { $0.clocks = $1 },
    .many("retries", CallPattern.shape, "Calls that run a function again when it fails") {
      $0.retries = $1
    },
    .many("consumers", CallPattern.shape, "Calls whose function receives messages") {
      $0.consumers = $1
    },
    .many("webhooks", CallPattern.shape, "Calls that verify a provider's event") {
      $0.webhooks = $1
    },
  ]

  private static let raceKeys: [Key<LibraryModel>] = [
    .many("queries", QuerySpec.shape, "Calls that ask a database") { $0.queries = $1 },
    .many("probes", EntityCall.shape, "Calls that ask if rows exist") { $0.probes = $1 },
    .many("inserts", EntityCall.shape, "Calls that create rows") { $0.inserts = $1 },
    .many("updates", EntityCall.shape, "Calls that change rows") { $0.updates = $1 },
    .many("relations", RelationSpec.shape, "Declarations that give other rows a member") {
      $0.relations = $1
    },
    .many("guards", GuardSpec.shape, "What makes a probe and an insert safe") { $0.guards = $1 },
    .many("violations", ViolationSpec.shape, "How a unique violation shows itself") {
      $0.violations = $1
    },
    .many("file-probes", CallPattern.shape, "Questions about a file") { $0.fileProbes = $1 },
    .many("file-uses", FileUseSpec.shape, "Uses of a file that trust an answer") {
      $0.fileUses = $1
    },
  ]

  private static let languageKeys: [Key<LibraryModel>] = [
    .many("never-raises", CallPattern.shape, "Calls that do not raise in practice") {
      $0.neverRaises = $1
    },
    .many("raises", RaisesSpec.shape, "Calls that raise only some errors in practice") {
      $0.raises = $1
    },
    .many("borrows", CallPattern.shape, "Calls that use what they are given, and never end it") {
      $0.borrows = $1
    },
    .many("never-returns", CallPattern.shape, "Calls after which nothing runs") {
      $0.neverReturns = $1
    },
    .texts("passes-through", "Calls that give their first argument back") {
      $0.passesThrough = $1
    },
    .one("containers", ContainerSpec.shape, "How collections take and give what is in them") {
      $0.containers = $1
    },
    .texts("type-wrappers", "Words around types: `typing.Annotated`, `typing.NewType`") {
      $0.typeWrappers = $1
    },
    .one("behaviour", BehaviourSpec.shape, "Verbs that say what a resource is") {
      $0.behaviour = $1
    },
    .one("values", ValueWords.shape, "How the language's own calls pass values on") {
      $0.values = $1
    },
    .one("webhook-words", WebhookWords.shape, "How code speaks of providers' events") {
      $0.webhookWords = $1
    },
  ]
}

extension ContainerSpec {
  static let shape = Shape(
    "containers", "How collections take and give what is in them", blank: ContainerSpec(),
    keys: [
      .texts("makers", "What makes one, empty or with what its first argument has") {
        $0.makers = $1
      },
      .texts("listings", "Calls that give one with what their first argument has") {
        $0.listings = $1
      },
      .texts("putting", "Methods that put their last argument in") { $0.putting = $1 },
      .texts("taking", "Methods that give something that is in") { $0.taking = $1 },
      .texts("listing", "Methods that give a collection of what is in") { $0.listing = $1 },
      .texts("visiting", "Methods that call their first argument with what is in") {
        $0.visiting = $1
      },
      .texts("mapping", "Methods that give a collection of what their first argument gives") {
        $0.mapping = $1
      },
    ])
}

extension TypeSpec {
  package static let shape = Shape(
    "type", "A type of the library", blank: TypeSpec(name: ""),
    keys: [
      .text("name", "Its canonical name", required: true) { $0.name = $1 },
      .texts("constructors", "What gives it when called or constructed") { $0.constructors = $1 },
      .texts("aliases", "Other canonical names of it") { $0.aliases = $1 },
      .texts("extends", "The types it is a kind of") { $0.extends = $1 },
      .flag("fluent", "Whether its methods give it back, as a query builder's do") {
        $0.isFluent = $1
      },
      .flag("awaited", "Whether its methods give nothing until awaited or entered") {
        $0.isAwaited = $1
      },
      .texts("unique", "Of a class of rows, the columns of each unique key, apart by blanks") {
        $0.unique = $1
      },
      .texts("telling", "Expressions that tell of an instance without evidence") {
        $0.telling = $1
      },
      .texts("hinting", "Expressions that tell of one in a file that imports the library") {
        $0.hinting = $1
      },
    ],
    readWord: { (word, type) in
      type.name = word
      return true
    })
}
