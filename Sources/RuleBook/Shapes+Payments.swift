// The shapes of payments, of HTTP calls that can be payments, and of payment hosts.

extension PaymentSpec {
  package static let shape = Shape(
    "payment", "A call that moves money",
    blank: PaymentSpec(provider: "", call: CallPattern(callee: "")),
    keys: [.text("provider", "Who moves the money", required: true) { $0.provider = $1 }]
      + CallPattern.keys(value: "value").map { $0.lifted(\.call) } + [
        .oneOrMany("key", ValuePlace.shape, "Where the idempotency key goes; any one suffices") {
          $0.key = $1
        },
        .oneOrMany("misplaced", ValuePlace.shape, "Where people put the key by mistake") {
          $0.misplaced = $1
        },
        .flag("automatic-key", "Whether the SDK makes a random key for its own retries") {
          $0.hasAutomaticKey = $1
        },
        .flag("protected-by-state", "Whether the provider's state stops a second one") {
          $0.isProtectedByState = $1
        },
        .flag("prepares", "Whether it only prepares money to be moved") { $0.isPreparation = $1 },
        .text("effect", "What happens twice: `charge`, `refund`") { $0.effect = $1 },
        .text("fix", "The key as this SDK spells it, for the help line") { $0.fix = $1 },
      ],
    multiplier: Multiplier("call") { $0.call.callee = $1 },
    objection: { CallPattern.objection($0.call) })
}

extension HTTPCallSpec {
  package static let shape = Shape(
    "http-call", "A call of an HTTP client",
    blank: HTTPCallSpec(call: CallPattern(callee: ""), url: ValuePlace()),
    keys: CallPattern.keys(value: "value").map { $0.lifted(\.call) } + [
      .one("url", ValuePlace.shape, "Where the URL stands", required: true) { $0.url = $1 },
      .oneOrMany("base", ValuePlace.shape, "What a URL without a host begins with") {
        $0.base = $1
      },
      .text("method", "The method, when the callee fixes it") { $0.method = $1 },
      .one("method-place", ValuePlace.shape, "Where the method stands") { $0.methodPlace = $1 },
      .oneOrMany("headers", ValuePlace.shape, "Where the headers stand") { $0.headers = $1 },
      .oneOrMany("body", ValuePlace.shape, "Where the body stands") { $0.body = $1 },
    ],
    multiplier: Multiplier("call") { $0.call.callee = $1 },
    objection: { CallPattern.objection($0.call) })
}

extension PaymentHost {
  package static let shape = Shape(
    "payment-host", "A payment provider as raw HTTP reaches it", blank: PaymentHost(provider: ""),
    keys: [
      .text("provider", "Who moves the money", required: true) { $0.provider = $1 },
      .texts("hosts", "Host names; a leading dot matches any subdomain", required: true) {
        $0.hosts = $1
      },
      .texts("paths", "Paths whose POST moves money, `*` for one segment; none for all") {
        $0.paths = $1
      },
      .texts("headers", "Header names that carry the key") { $0.headers = $1 },
      .texts("fields", "Body fields that carry the key") { $0.fields = $1 },
      .flag("prepares", "Whether it only prepares money to be moved") { $0.isPreparation = $1 },
      .text("effect", "What happens twice: `charge`, `refund`") { $0.effect = $1 },
    ])
}
