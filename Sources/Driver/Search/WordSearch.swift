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
    /// In what is awaited, entered, or handed to the caller as it is: `await session.get(url)`, and
    /// not `data.get(key)`. It begins with the dot.
    case awaited
    /// Where a Python class is used as a value: `Gateway(host)`, `partial(Gateway, host)`,
    /// `class Hub(Gateway)`; not on the line of an import, nor as the type of something.
    case asValue
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
