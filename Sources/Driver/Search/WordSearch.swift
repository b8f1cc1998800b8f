package import Basis

// One pass over a file's bytes for many words at once.
//
// Most files of a project hold none of the words that any rule asks for, and need not be parsed.
// Finding that out must cost next to nothing beside reading the file. Two questions are asked, the
// first of 64 bytes at a time:
//
//   1. Where can a word begin? At a letter that follows none (see `LetterScan`): about one byte in
//      six of a source.
//   2. Can one of ours begin here? The four bytes from there on, hashed to 16 bits, must have
//      their bit set in a filter of 65,536, of which a few hundred words set a few hundred. Words
//      with only two or three bytes have a filter of their own, by the first two.
//
//     bytes     …  a  w  a  i  t     p  o  o  l  .  c  o  n  n  e  c  t  (  …
//     begins       └─                └─             └─
//     window                                        └────────┘  hash → bit
//
// Only where both say yes are words compared. A word that was found is not looked for again.
//
// Refused: an automaton over all words (Aho–Corasick) reads a table for each byte, at an address
// that depends on the byte before, and is several times slower; vector shuffles (Teddy) are faster
// for dozens of words, not for hundreds, and need instructions that Swift cannot name.

/// A word to look for, and where it must stand to count.
package struct SearchWord: Sendable, Hashable {
  package enum Place: Sendable, Hashable {
    case anywhere
    /// Also as a part of a longer identifier: `db.find_` of `main_db.find_user`.
    case part
    /// After `import` or `from` on its line, as Python names modules, or in the brackets that an
    /// `import` opens.
    case importLine
    /// Right after a quote, and before one or a slash: an ECMAScript module, `node:` aside.
    case quoted
    /// After the name of a variable, not of a field or of the receiver: `client.close`, not
    /// `self.client.close`. It begins with the dot.
    case ofVariable
    /// Before what reaches into the value: a dot, an opening bracket, or the end of its statement,
    /// which may give it another name. `session.get`, and not `session: Session`.
    case receiver
    /// After a name that is written like a class's; it begins with the dot.
    case ofClass
    /// Where the path of an ECMAScript import ends: after a quote or slash, and before a quote or
    /// the file's extension.
    case specifierEnd
  }

  package var text: String
  package var place = Place.anywhere

  package init(_ text: String, _ place: Place = .anywhere) {
    self.text = text
    self.place = place
  }
}

/// A set of words to look for, prepared once for all files.
package struct WordSearch: Sendable {
  private let words: [SearchedWord]
  private let long: PrefixTable
  private let short: PrefixTable

  package init(words: [String]) { self.init(words.map { SearchWord($0) }) }

  /// - Parameter words: such as `canFind` accepts; their places in the list are what `matches`
  ///   gives. One that begins or ends like an identifier is no part of a longer one.
  package init(_ words: [SearchWord]) {
    let prepared = words.map { SearchedWord($0) }
    self.words = prepared
    let keys = prepared.map(\.key)
    long = PrefixTable(prepared.indices.filter { !prepared[$0].isShort }, keys: keys)
    short = PrefixTable(prepared.indices.filter { prepared[$0].isShort }, keys: keys)
  }

  /// Whether a word can be searched for: it has a letter, and a byte after the first of them.
  package static func canFind(_ word: String) -> Bool {
    guard let letter = word.utf8.firstIndex(where: \.isLetter) else { return false }
    return word.utf8.index(after: letter) < word.utf8.endIndex
  }

  /// Whether any of the words stands in the text.
  package func contains(in text: Span<UInt8>) -> Bool {
    var found = BitSet()
    search(text, stopsAtFirst: true, into: &found)
    return !found.isEmpty
  }

  /// The words that stand in the text, by their places in the list.
  package func matches(in text: Span<UInt8>) -> BitSet {
    var found = BitSet()
    search(text, stopsAtFirst: false, into: &found)
    return found
  }

  private func search(_ text: Span<UInt8>, stopsAtFirst: Bool, into found: inout BitSet) {
    guard !words.isEmpty, !text.isEmpty else { return }
    unsafe text.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      var scan = unsafe LetterScan(start, count: bytes.count)
      long.withFilter { longFilter in
        short.withFilter { shortFilter in
          scan.run(long: longFilter, short: shortFilter) { position, window in
            unsafe compare(bytes, at: position, long, window, into: &found)
            unsafe compare(bytes, at: position, short, window & 0xFFFF, into: &found)
            return stopsAtFirst && !found.isEmpty
          }
        }
      }
    }
  }

  /// Compares a table's words that begin with the bytes at a position.
  private func compare(
    _ text: UnsafeRawBufferPointer, at position: Int, _ table: PrefixTable, _ key: UInt32,
    into found: inout BitSet
  ) {
    for index in table.group(of: key) where table.entries[index].key == key {
      let word = table.entries[index].word
      guard !found.contains(word) else { continue }
      let isThere = unsafe words[word].stands(in: text, at: position)
      if isThere { found.insert(word) }
    }
  }
}

/// A word, and the place in it by which it is found.
private struct SearchedWord: Sendable {
  let bytes: [UInt8]
  /// How many bytes stand before the first letter, as in `@prisma/client`.
  let lead: Int
  /// Whether fewer than four bytes stand from the first letter on.
  let isShort: Bool
  /// The first two or four bytes from the first letter on, as a little-endian number.
  let key: UInt32
  let place: SearchWord.Place

  init(_ word: SearchWord) {
    bytes = Array(word.text.utf8)
    place = word.place
    lead = bytes.firstIndex(where: \.isLetter) ?? bytes.count
    precondition(bytes.count - lead >= 2, "a word to search for has a letter and one byte after it")
    isShort = bytes.count - lead < 4
    key = bytes[lead...].prefix(isShort ? 2 : 4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Whether the word stands in the text with its first letter at a position.
  func stands(in text: UnsafeRawBufferPointer, at position: Int) -> Bool {
    let start = position - lead
    let end = start + bytes.count
    guard start >= 0, end <= text.count else { return false }
    for offset in bytes.indices where unsafe text[start + offset] != bytes[offset] { return false }
    if place == .part { return true }
    guard unsafe isWhole(in: text, start..<end) else { return false }
    switch place {
    case .anywhere, .part: return true
    case .importLine: return unsafe followsImport(in: text, at: start)
    case .quoted: return unsafe isQuoted(in: text, start..<end)
    case .specifierEnd: return unsafe endsSpecifier(in: text, start..<end)
    case .ofVariable: return unsafe followsVariable(in: text, at: start)
    case .receiver: return unsafe isReceiver(in: text, end: end)
    case .ofClass: return unsafe followsClass(in: text, at: start)
    }
  }

  /// Whether what stands before a dot is written like a class.
  private func followsClass(in text: UnsafeRawBufferPointer, at dot: Int) -> Bool {
    var start = dot
    while start > 0, unsafe text[start - 1].isWordByte { start -= 1 }
    return start < dot && (unsafe (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[start]))
  }

  /// Whether the value of a name that ends here is reached into, or named otherwise.
  private func isReceiver(in text: UnsafeRawBufferPointer, end: Int) -> Bool {
    var next = end
    while next < text.count, unsafe text[next] == UInt8(ascii: " ") { next += 1 }
    guard next < text.count else { return true }
    switch unsafe text[next] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "("),
      UInt8(ascii: "["), UInt8(ascii: ";"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      return true
    default: return false
    }
  }

  /// What methods call the object that they are called on.
  private static let receivers: [[UInt8]] = ["self", "this", "cls", "super"].map { Array($0.utf8) }

  /// Whether what stands before a dot may be a variable: no field, and no receiver.
  private func followsVariable(in text: UnsafeRawBufferPointer, at dot: Int) -> Bool {
    var end = dot
    while end > 0, unsafe text[end - 1] == UInt8(ascii: "?") || text[end - 1] == UInt8(ascii: "!") {
      end -= 1
    }
    var start = end
    while start > 0, unsafe text[start - 1].isWordByte { start -= 1 }
    if start == end { return true }
    if start > 0, unsafe text[start - 1] == UInt8(ascii: ".") { return false }
    return !Self.receivers.contains { unsafe $0.elementsEqual(text[start..<end]) }
  }

  /// Whether no identifier goes on at either end.
  private func isWhole(in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    if bytes[0].isWordByte, start > 0, unsafe text[start - 1].isWordByte {
      // The letter of an escape such as `\n` is not a part of the word after it.
      guard start > 1, unsafe text[start - 2] == UInt8(ascii: "\\") else { return false }
    }
    guard end < text.count, bytes[bytes.count - 1].isWordByte else { return true }
    return unsafe !text[end].isWordByte
  }

  /// How far back the beginning of a line is looked for; imports are shorter.
  private static let longestImport = 400
  /// How far back a bracket is looked for that an import opens.
  private static let longestList = 4000

  private func followsImport(in text: UnsafeRawBufferPointer, at start: Int) -> Bool {
    var position = start
    let limit = max(0, start - Self.longestImport)
    while position > limit, unsafe text[position - 1] != UInt8(ascii: "\n") {
      position -= 1
      let isKeyword =
        unsafe stands("import ", in: text, at: position, before: start)
        || stands("from ", in: text, at: position, before: start)
      if isKeyword { return true }
    }
    return unsafe isInImportList(text, at: start)
  }

  /// Whether the nearest bracket before is open and an import's.
  private func isInImportList(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
    var position = start
    let limit = max(7, start - Self.longestList)
    while position > limit {
      position -= 1
      switch unsafe text[position] {
      case UInt8(ascii: "("):
        return unsafe stands("import ", in: text, at: position - 7, before: start)
      case UInt8(ascii: ")"), UInt8(ascii: "="), UInt8(ascii: "."), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        return false
      default: continue
      }
    }
    return false
  }

  private func stands(
    _ keyword: StaticString, in text: UnsafeRawBufferPointer, at position: Int, before end: Int
  ) -> Bool {
    let length = keyword.utf8CodeUnitCount
    guard position + length <= end else { return false }
    for offset in 0..<length
    where unsafe text[position + offset] != keyword.utf8Start[offset] { return false }
    return true
  }

  private func endsSpecifier(in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, range.upperBound < text.count else { return false }
    let before = unsafe text[range.lowerBound - 1]
    let after = unsafe text[range.upperBound]
    return (before.isQuote || before == UInt8(ascii: "/"))
      && (after.isQuote || after == UInt8(ascii: "."))
  }

  private func isQuoted(in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, range.upperBound < text.count else { return false }
    let before = unsafe text[range.lowerBound - 1]
    let after = unsafe text[range.upperBound]
    return (before.isQuote || before == UInt8(ascii: ":"))
      && (after.isQuote || after == UInt8(ascii: "/"))
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z")
  }

  fileprivate var isQuote: Bool {
    self == UInt8(ascii: "'") || self == UInt8(ascii: "\"") || self == UInt8(ascii: "`")
  }

  /// Whether the byte can be a part of an identifier.
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: true
    default: isLetter
    }
  }
}
