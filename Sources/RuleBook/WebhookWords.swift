/// The words by which code says that it works on a provider's event, and what it does about events
/// that come twice.
///
/// Calls are canonical names, methods and keys bare ones, the rest words of identifiers. The lists
/// of all models of a language count together.
package struct WebhookWords: Sendable, Equatable {
  /// What providers call their events: `invoice.paid`.
  package var events: [String] = []
  /// Ends of the names of headers that carry a signature: `-signature`.
  package var headers: [String] = []
  /// Calls that compute what such a header must be: `crypto.createHmac`.
  package var signs: [String] = []
  /// Keys that make an update relative to what is stored: `increment`, `$inc`.
  package var operators: [String] = []
  /// Methods that add to what is stored: `increment`.
  package var adders: [String] = []
  /// Calls that stand for the stored value of a column: `django.db.models.F`.
  package var columns: [String] = []
  /// Methods that change rows: `update`.
  package var updates: [String] = []
  /// Words that say that somebody thought of repetition: `processed`, `idempotent`.
  package var claims: [String] = []
  /// Words of what may well be written or counted once for each delivery: `log`, `attempt`.
  package var journals: [String] = []

  package init() {}

  /// Adds the words of another model.
  package mutating func add(_ other: WebhookWords) {
    for list in Self.lists { self[keyPath: list] += other[keyPath: list] }
  }

  private static let lists: [any WritableKeyPath<WebhookWords, [String]> & Sendable] = [
    \.events, \.headers, \.signs, \.operators, \.adders, \.columns, \.updates, \.claims,
    \.journals,
  ]
}

extension WebhookWords {
  package static let shape = Shape(
    "webhook-words", "How code speaks of providers' events", blank: WebhookWords(),
    keys: [
      .texts("events", "What providers call their events") { $0.events = $1 },
      .texts("headers", "Ends of the names of headers that carry a signature") {
        $0.headers = $1
      },
      .texts("signs", "Calls that compute a signature") { $0.signs = $1 },
      .texts("operators", "Keys that make an update relative") { $0.operators = $1 },
      .texts("adders", "Methods that add to what is stored") { $0.adders = $1 },
      .texts("columns", "Calls that stand for what a column holds") { $0.columns = $1 },
      .texts("updates", "Methods that change rows") { $0.updates = $1 },
      .texts("claims", "Words that say that repetition was thought of") { $0.claims = $1 },
      .texts("journals", "Words of what each delivery may write") { $0.journals = $1 },
    ])
}
