/// A call that moves money, and where its idempotency key goes.
package struct PaymentSpec: Sendable, Equatable {
  package var provider: String
  package var call: CallPattern
  /// The places where this SDK takes the key; any one suffices.
  package var key: [ValuePlace]
  /// Places where people put it by mistake; named in the message.
  package var misplaced: [ValuePlace]
  /// Whether the SDK makes a random key for its own retries, which hides the missing one.
  package var hasAutomaticKey: Bool
  /// Whether the provider's own state protects from a duplicate (confirming one fixed intent):
  /// silent without a key.
  package var isProtectedByState: Bool
  /// Whether the call only prepares money to be moved, such as an intent that someone confirms.
  package var isPreparation: Bool
  /// What happens twice, for the message: `charge`, `refund`, `payout`.
  package var effect: String
  /// The key to propose in the help line, as written in this SDK.
  package var fix: String

  package init(provider: String, call: CallPattern) {
    self.provider = provider
    self.call = call
    key = []
    misplaced = []
    hasAutomaticKey = false
    isProtectedByState = false
    isPreparation = false
    effect = "charge"
    fix = ""
  }
}

/// A call of an HTTP client: where the URL, the method, the headers and the body stand.
package struct HTTPCallSpec: Sendable, Equatable {
  package var call: CallPattern
  package var url: ValuePlace
  /// Where the client was told what a URL without a host begins with.
  package var base: [ValuePlace]
  /// The method when it is fixed by the callee, such as `POST`.
  package var method: String?
  package var methodPlace: ValuePlace?
  package var headers: [ValuePlace]
  package var body: [ValuePlace]

  package init(call: CallPattern, url: ValuePlace) {
    self.call = call
    self.url = url
    base = []
    headers = []
    body = []
  }
}

/// A payment provider's host as raw HTTP reaches it.
package struct PaymentHost: Sendable, Equatable {
  package var provider: String
  /// Host names; a leading dot matches any subdomain.
  package var hosts: [String]
  /// Path patterns whose POST moves money, with `*` for one segment; empty means all.
  package var paths: [String]
  /// Accepted header names, compared without case.
  package var headers: [String]
  /// Body fields that carry the key with this provider; dots lead into inner objects.
  package var fields: [String]
  /// Whether such a request only prepares money to be moved.
  package var isPreparation: Bool
  package var effect: String

  package init(provider: String) {
    self.provider = provider
    hosts = []
    paths = []
    headers = []
    fields = []
    isPreparation = false
    effect = "charge"
  }
}
