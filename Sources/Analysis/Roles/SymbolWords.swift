import Basis
import RuleBook

/// What a name or text says by itself.
struct SymbolWord: OptionSet, Sendable {
  let rawValue: UInt32

  /// A name by which a value is given back.
  static let releasing = SymbolWord(rawValue: 1 << 0)
  /// The name of a method that reads the body of a response.
  static let reading = SymbolWord(rawValue: 1 << 1)
  /// The name of a function that says it releases: `release()`, `unlockAll()`.
  static let releaser = SymbolWord(rawValue: 1 << 2)
  /// A method name that some model says is telling.
  static let telling = SymbolWord(rawValue: 1 << 3)
  /// A name that another call's name undoes: `beginTransaction`.
  static let paired = SymbolWord(rawValue: 1 << 4)
  /// The name of a method that ends a transaction.
  static let committing = SymbolWord(rawValue: 1 << 5)
  /// A name that holds an acquire verb, or begins with a making one.
  static let acquiring = SymbolWord(rawValue: 1 << 6)
  /// A name that begins with a verb of opening.
  static let opening = SymbolWord(rawValue: 1 << 7)
  /// A name in expressions that tell of a type.
  static let told = SymbolWord(rawValue: 1 << 8)
  /// A method of types that any expression can be of.
  static let toldOfAnything = SymbolWord(rawValue: 1 << 9)
  /// The name of a method that pays.
  static let paying = SymbolWord(rawValue: 1 << 10)
  /// The name of a provider's event.
  static let event = SymbolWord(rawValue: 1 << 11)
  /// A header that carries a signature.
  static let header = SymbolWord(rawValue: 1 << 12)
  /// A text that names the host of a payment provider.
  static let host = SymbolWord(rawValue: 1 << 13)
  /// A name that says that something is given back, or that a transaction ends.
  static let ending = SymbolWord(rawValue: 1 << 14)
  /// The name of a variable that says that it holds a connection.
  static let handle = SymbolWord(rawValue: 1 << 15)
  /// The name of what lets promises race, or gives one a time limit.
  static let race = SymbolWord(rawValue: 1 << 16)
  /// The name of what runs the function that it is given.
  static let running = SymbolWord(rawValue: 1 << 17)
  /// A name that begins with a verb of starting or of opening.
  static let starting = SymbolWord(rawValue: 1 << 18)
  /// A name that begins with a verb of ending what runs.
  static let stopping = SymbolWord(rawValue: 1 << 19)
  /// A name that says that somebody will be told of something.
  static let subscribing = SymbolWord(rawValue: 1 << 20)
  /// The name of a method by which somebody is told of events from now on.
  static let listening = SymbolWord(rawValue: 1 << 21)
  /// The name of what runs a function again and again.
  static let repeating = SymbolWord(rawValue: 1 << 22)
  /// The name of any method by which somebody is told of events, once or from now on.
  static let hearing = SymbolWord(rawValue: 1 << 23)
  /// A name or text that speaks of a sort of database: `isPostgres`, `"sqlite"`.
  static let database = SymbolWord(rawValue: 1 << 24)
}

/// What the names and texts of a program say by themselves, decided once a symbol and not once a
/// use: most functions are told by these alone to be of no interest.
struct SymbolWords: Sendable {
  private var words: [SymbolWord] = []
  /// Whether some text names the host of a payment provider.
  private(set) var namesHost = false

  subscript(symbol: Symbol) -> SymbolWord { words[symbol.index] }

  /// Reads the symbols that came since the last time.
  mutating func learn(_ symbols: SymbolTable, index: RoleIndex, _ workers: Workers) {
    let vocabulary = Vocabulary(index)
    let ranges = stride(from: words.count, to: symbols.count, by: Self.batch).map { start in
      start..<min(start + Self.batch, symbols.count)
    }
    for found in workers.map(
      ranges,
      { range in
        range.map { vocabulary.word(symbols.utf8(of: Symbol(rawValue: UInt32($0)))) }
      })
    {
      words += found
      namesHost = namesHost || found.contains { $0.contains(.host) }
    }
  }

  private static let batch = 2048
}

/// The words of the rules by which names are told.
private struct Vocabulary: Sendable {
  private let index: RoleIndex
  private let behaviour: BehaviourSpec
  private let releases: Set<String>
  private let commits: Set<String>
  private let releaseVerbs: Set<String>
  private let acquireVerbs: Set<String>
  private let ending: Set<String>
  private let hosts: [[UInt8]]
  private let events: Set<String>
  private let headerEnds: [[UInt8]]
  private let databases: Set<String>

  init(_ index: RoleIndex) {
    self.index = index
    behaviour = index.behaviour
    releases = Set(behaviour.releaseMethods + behaviour.returnMethods)
    commits = Set(behaviour.commitMethods + behaviour.rollbackMethods)
    releaseVerbs = Set(behaviour.releaseMethods)
    acquireVerbs = Set(behaviour.acquireVerbs)
    ending = Set(behaviour.releaseMethods.map { $0.lowercased() })
    hosts = index.paymentHosts.flatMap(\.hosts).map { Array($0.utf8) }
    events = Set(index.webhookWords.events)
    headerEnds = index.webhookWords.headers.map { Array($0.utf8) }
    databases = Set(behaviour.databaseWords)
  }

  /// Longer texts are neither names nor headers.
  private static let longest = 64
  private static let longestHeader = 48

  func word(_ bytes: ArraySlice<UInt8>) -> SymbolWord {
    var result: SymbolWord = []
    if bytes.contains(UInt8(ascii: ".")), hosts.contains(where: bytes.holds) {
      result.insert(.host)
    }
    guard bytes.count < Self.longest else { return result }
    let name = String(decoding: bytes, as: UTF8.self)
    if events.contains(name) { result.insert(.event) }
    if name.identifierWords.contains(where: databases.contains) { result.insert(.database) }
    if bytes.count < Self.longestHeader, headerEnds.contains(where: bytes.endsAsHeader) {
      result.insert(.header)
    }
    return bytes.isName ? result.union(word(ofName: name)) : result
  }

  private func word(ofName name: String) -> SymbolWord {
    var result: SymbolWord = []
    func note(_ word: SymbolWord, if holds: Bool) { if holds { result.insert(word) } }
    note(.committing, if: commits.contains(name))
    note(.releasing, if: releases.contains(name))
    note(.reading, if: behaviour.bodyMethods.contains(name))
    note(.telling, if: index.isTelling(name))
    note(.paying, if: index.isPaymentMethod(name))
    note(.told, if: index.toldTypes.mayTell(name))
    note(.toldOfAnything, if: index.toldTypes.methodsOfAnything.contains(name))
    let words = Verbs.words(of: name)
    note(.handle, if: words.last.map(Verbs.isHandle) == true)
    note(.releaser, if: words.contains(where: releaseVerbs.contains))
    let ends =
      ["commit", "rollback", "abort"].contains(name) || words.contains(where: ending.contains)
    note(.ending, if: ends || result.contains(.releasing))
    let isPaired = !Verbs.partners(of: name).isEmpty || Verbs.areRemoving(words)
    note(.paired, if: isPaired || behaviour.poolReturns.contains(name))
    note(.running, if: (behaviour.runningMethods + behaviour.executingMethods).contains(name))
    note(.opening, if: Verbs.areOpening(words))
    note(.starting, if: Verbs.areOpening(words) || Verbs.areStarting(words))
    note(.stopping, if: Verbs.areStopping(words))
    note(.subscribing, if: Verbs.areSubscribing(words))
    note(.listening, if: behaviour.lastingListeners.contains(name))
    note(.hearing, if: behaviour.listeningMethods.contains(name))
    note(.repeating, if: behaviour.repeatingCalls.contains(name))
    note(.race, if: words == ["race"] || words.contains("timeout") && words.first != "set")
    let acquires =
      words.contains(where: acquireVerbs.contains) || behaviour.lockMethods.contains(name)
      || words.first.map(behaviour.makingVerbs.contains) == true
      || !Verbs.returning(of: words).isEmpty || result.contains(.opening)
      || Verbs.speaksOfTransactions(words)
    note(.acquiring, if: acquires)
    return result
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes can be those of an identifier.
  fileprivate var isName: Bool {
    allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
        true
      case UInt8(ascii: "#"): true
      default: false
      }
    }
  }

  /// Whether the bytes end as `end`, a part of a header's name in lower case, in any spelling of
  /// headers: `X_SIGNATURE` ends as `-signature`.
  fileprivate func endsAsHeader(_ end: [UInt8]) -> Bool {
    guard count >= end.count else { return false }
    return zip(suffix(end.count), end).allSatisfy { byte, other in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32 == other
      case UInt8(ascii: "_"): other == UInt8(ascii: "-")
      default: byte == other
      }
    }
  }
}
