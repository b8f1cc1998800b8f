// The grammars do not know `using x = open()` and `await using x = open()`, and what they make of
// them depends on the words around. Both are declarations like `const`, and `using` has as many
// letters: the parser is given `const` in its place, blanks in place of the `await` before it, and
// every offset stays what it is. The source itself still says which it was.
//
//     await using a = open();          ──▶              const a = open();
//     for (using b of all()) {}        ──▶        for (const b of all()) {}

/// The source with `using` declarations respelled; nil if there are none.
///
/// Text of strings and comments that looks like one is respelled as well, which shows in no tree.
func respellUsingDeclarations(_ source: Span<UInt8>) -> [UInt8]? {
  var result: [UInt8]?
  var offset = 0
  while let found = nextUsing(in: source, from: offset) {
    offset = found + 5
    guard isDeclaration(at: found, in: source) else { continue }
    var bytes = result ?? copy(of: source)
    result = nil  // So that writing does not copy them again.
    for (position, letter) in "const".utf8.enumerated() { bytes[found + position] = letter }
    blankAwait(before: found, in: source, &bytes)
    result = bytes
  }
  return result
}

private func copy(of source: Span<UInt8>) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(source.count)
  for index in source.indices { bytes.append(source[index]) }
  return bytes
}

/// Where the word next stands, by its rarest letters first.
private func nextUsing(in source: Span<UInt8>, from start: Int) -> Int? {
  var offset = start
  while offset + 5 < source.count {
    if source[offset] == UInt8(ascii: "u"), source[offset + 1] == UInt8(ascii: "s"),
      source[offset + 2] == UInt8(ascii: "i"), source[offset + 3] == UInt8(ascii: "n"),
      source[offset + 4] == UInt8(ascii: "g")
    {
      return offset
    }
    offset += 1
  }
  return nil
}

/// Whether a name follows on the same line, and after it `=`, `:` or `of`.
private func isDeclaration(at start: Int, in source: Span<UInt8>) -> Bool {
  if start > 0, isNamePart(source[start - 1]) || source[start - 1] == UInt8(ascii: ".") {
    return false
  }
  let name = skipBlanks(from: start + 5, in: source)
  var end = name
  while end < source.count, isNamePart(source[end]) { end += 1 }
  guard name > start + 5, end > name, !isDigit(source[name]),
    !isOperatorWord(name..<end, in: source)
  else { return false }
  let next = skipBlanks(from: end, in: source)
  guard next < source.count else { return false }
  switch source[next] {
  case UInt8(ascii: ":"): return true
  case UInt8(ascii: "="):
    return next + 1 < source.count && source[next + 1] != UInt8(ascii: "=")
      && source[next + 1] != UInt8(ascii: ">")
  case UInt8(ascii: "o"):
    return next > end && next + 2 < source.count && source[next + 1] == UInt8(ascii: "f")
      && !isNamePart(source[next + 2])
  default: return false
  }
}

/// `using in x`, `using of x`, `using as T`: `using` is a name there.
private func isOperatorWord(_ range: Range<Int>, in source: Span<UInt8>) -> Bool {
  for word in ["in", "of", "as", "is", "instanceof", "satisfies"]
  where word.utf8.count == range.count {
    if zip(range, word.utf8).allSatisfy({ source[$0] == $1 }) { return true }
  }
  return false
}

private func blankAwait(before start: Int, in source: Span<UInt8>, _ bytes: inout [UInt8]) {
  var end = start
  while end > 0, isBlank(source[end - 1]) || source[end - 1] == 0x0A { end -= 1 }
  guard end >= 5, end < start, zip(end - 5..<end, "await".utf8).allSatisfy({ source[$0] == $1 }),
    end == 5 || !isNamePart(source[end - 6])
  else { return }
  for position in end - 5..<end { bytes[position] = 0x20 }
}

private func skipBlanks(from start: Int, in source: Span<UInt8>) -> Int {
  var offset = start
  while offset < source.count, isBlank(source[offset]) { offset += 1 }
  return offset
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

/// Letters of other scripts are bytes above ASCII.
private func isNamePart(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
    true
  default: false
  }
}
