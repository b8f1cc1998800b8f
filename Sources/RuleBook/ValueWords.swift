/// How a language's own calls and methods pass values on, and the words that say what a value is.
///
/// Calls are canonical names, methods and members bare ones. The lists of all models of a language
/// count together.
package struct ValueWords: Sendable, Equatable {
  /// Calls whose result has what their arguments have: `dict`, `Object.assign`, `JSON.stringify`.
  package var copies: [String] = []
  /// Calls whose result is never a value: `Promise.reject`.
  package var failures: [String] = []
  /// Methods by which the receiver takes over what the arguments have: `update`; a canonical name
  /// is a call by which its first argument does: `Object.assign`.
  package var merges: [String] = []
  /// Methods that put the second argument under the name that the first gives: `set`.
  package var puts: [String] = []
  /// Calls whose result is made of their arguments and nothing else: `String`, `hashlib.sha256`.
  package var derives: [String] = []
  /// Calls that give a text of all that an object has: `JSON.stringify`.
  package var serializes: [String] = []
  /// Members that make of a moment something that lasts longer than an attempt: `getMonth`.
  package var coarse: [String] = []
  /// Methods by which a value is stored where the next attempt finds it: `save`, `insert`.
  package var stores: [String] = []
  /// Nouns of what outlives a single payment: `user`, `customer`; the id of one alone is no key.
  package var owners: [String] = []
  /// Methods that call a function for each item: `map`, `forEach`.
  package var perItem: [String] = []
  /// Words in the names of what iterates over batches instead of items: `chunk`.
  package var batches: [String] = []

  package init() {}

  /// Adds the words of another model.
  package mutating func add(_ other: ValueWords) {
    for list in Self.lists { self[keyPath: list] += other[keyPath: list] }
  }

  private static let lists: [any WritableKeyPath<ValueWords, [String]> & Sendable] = [
    \.copies, \.failures, \.merges, \.puts, \.derives, \.serializes, \.coarse, \.stores, \.owners,
    \.perItem, \.batches,
  ]
}

extension ValueWords {
  package static let shape = Shape(
    "values", "How the language's own calls pass values on", blank: ValueWords(),
    keys: [
      .texts("copies", "Calls whose result has what their arguments have") { $0.copies = $1 },
      .texts("failures", "Calls whose result is never a value") { $0.failures = $1 },
      .texts("merges", "Methods by which the receiver takes over an object") { $0.merges = $1 },
      .texts("puts", "Methods that put a value under a name") { $0.puts = $1 },
      .texts("derives", "Calls whose result is made of their arguments alone") {
        $0.derives = $1
      },
      .texts("serializes", "Calls that give a text of all that an object has") {
        $0.serializes = $1
      },
      .texts("coarse", "Members that make a moment last") { $0.coarse = $1 },
      .texts("stores", "Methods by which a value is stored") { $0.stores = $1 },
      .texts("owners", "Nouns of what outlives a single payment") { $0.owners = $1 },
      .texts("per-item", "Methods that call a function for each item") { $0.perItem = $1 },
      .texts("batches", "Words that say that items come in batches") { $0.batches = $1 },
    ])
}
