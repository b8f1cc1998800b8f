import Basis
import RuleBook

/// What the names and texts of a program say by themselves, decided once a symbol and not once a
/// use: most functions are told by these alone to be of no interest.
struct SymbolWords: Sendable {
  /// Names by which a value is given back.
  private(set) var releasing = BitSet()
  /// Names of methods that read the body of a response.
  private(set) var reading = BitSet()
  /// Names of functions that say they release: `release()`, `unlockAll()`.
  private(set) var releasers = BitSet()
  /// Method names that some model says are telling.
  private(set) var telling = BitSet()
  /// Names that another call's name undoes: `beginTransaction`.
  private(set) var paired = BitSet()
  /// Names of methods that end a transaction.
  private(set) var committing = BitSet()
  /// Names that hold an acquire verb, or begin with a making one.
  private(set) var acquiring = BitSet()
  /// Names in expressions that tell of a type.
  private(set) var told = BitSet()
  /// Methods of types that any expression can be of.
  private(set) var toldOfAnything = BitSet()
  /// Names of methods that pay.
  private(set) var paying = BitSet()
  /// Names of events of providers.
  private(set) var events = BitSet()
  /// Headers that carry a signature.
  private(set) var headers = BitSet()
  /// Whether some text names the host of a payment provider.
  private(set) var namesHost = false
  private var known = 0

  /// Reads the symbols that came since the last time.
  mutating func learn(_ symbols: SymbolTable, index: RoleIndex) {
    let behaviour = index.behaviour
    let releases = Set(behaviour.releaseMethods + behaviour.returnMethods)
    let commits = Set(behaviour.commitMethods + behaviour.rollbackMethods)
    let verbs = (release: Set(behaviour.releaseMethods), acquire: Set(behaviour.acquireVerbs))
    let hosts = index.paymentHosts.flatMap(\.hosts).map { Array($0.utf8) }
    let events = Set(index.webhookWords.events)
    let ends = index.webhookWords.headers.map { Array($0.utf8) }
    for number in known..<symbols.count {
      let bytes = symbols.utf8(of: Symbol(rawValue: UInt32(number)))
      if bytes.contains(UInt8(ascii: ".")) {
        namesHost = namesHost || hosts.contains { bytes.holds($0) }
      }
      guard bytes.count < Self.longest else { continue }
      let name = String(decoding: bytes, as: UTF8.self)
      if events.contains(name) { self.events.insert(number) }
      if bytes.count < 48, ends.contains(where: bytes.endsAsHeader) { headers.insert(number) }
      guard bytes.isName else { continue }
      if commits.contains(name) { committing.insert(number) }
      if releases.contains(name) { releasing.insert(number) }
      if !Verbs.partners(of: name).isEmpty { paired.insert(number) }
      if behaviour.bodyMethods.contains(name) { reading.insert(number) }
      if index.isTelling(name) { telling.insert(number) }
      if index.isPaymentMethod(name) { paying.insert(number) }
      if index.toldTypes.mayTell(name) { told.insert(number) }
      if index.toldTypes.methodsOfAnything.contains(name) { toldOfAnything.insert(number) }
      let words = Verbs.words(of: name)
      if words.contains(where: verbs.release.contains) { releasers.insert(number) }
      if words.contains(where: verbs.acquire.contains) || behaviour.lockMethods.contains(name)
        || words.first.map(behaviour.makingVerbs.contains) == true
        || !Verbs.returning(of: name).isEmpty || Verbs.isOpening(name)
        || Verbs.speaksOfTransactions(words)
      {
        acquiring.insert(number)
      }
    }
    known = symbols.count
  }

  /// Longer texts are neither names nor headers.
  private static let longest = 64
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
