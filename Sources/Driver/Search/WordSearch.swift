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

/// A set of words to look for, prepared once for all files.
package struct WordSearch: Sendable {
  private let words: [SearchedWord]
  private let matchesWholeWords: Bool
  private let long: PrefixTable
  private let short: PrefixTable

  /// - Parameters:
  ///   - words: such as `canFind` accepts; their places in the list are what `matches` gives.
  ///   - wholeWords: whether a word that begins or ends like an identifier must not be part of a
  ///     longer one; otherwise any place will do, and the search is slower.
  package init(words: [String], wholeWords: Bool = true) {
    let prepared = words.map { SearchedWord($0) }
    self.words = prepared
    matchesWholeWords = wholeWords
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
      var scan = unsafe LetterScan(start, count: bytes.count, isExact: matchesWholeWords)
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
      let isThere = unsafe words[word].stands(in: text, at: position, isWhole: matchesWholeWords)
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

  init(_ text: String) {
    bytes = Array(text.utf8)
    lead = bytes.firstIndex(where: \.isLetter) ?? bytes.count
    precondition(bytes.count - lead >= 2, "a word to search for has a letter and one byte after it")
    isShort = bytes.count - lead < 4
    key = bytes[lead...].prefix(isShort ? 2 : 4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Whether the word stands in the text with its first letter at a position.
  func stands(in text: UnsafeRawBufferPointer, at position: Int, isWhole: Bool) -> Bool {
    let start = position - lead
    let end = start + bytes.count
    guard start >= 0, end <= text.count else { return false }
    for offset in bytes.indices where unsafe text[start + offset] != bytes[offset] { return false }
    guard isWhole else { return true }
    if bytes[0].isWordByte, start > 0, unsafe text[start - 1].isWordByte {
      // The letter of an escape such as `\n` is not a part of the word after it.
      guard start > 1, unsafe text[start - 2] == UInt8(ascii: "\\") else { return false }
    }
    guard end < text.count, bytes[bytes.count - 1].isWordByte else { return true }
    return unsafe !text[end].isWordByte
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z")
  }

  /// Whether the byte can be a part of an identifier.
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: true
    default: isLetter
    }
  }
}
