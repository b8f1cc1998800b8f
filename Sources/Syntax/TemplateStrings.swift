// The grammar does not know `t"select {x}"`, the template strings of Python 3.14. They are read like
// `f"select {x}"`, and the prefixes have one length: the parser is given `f` in place of `t`, and
// every offset stays what it is. The source itself still says which it was.

/// The source with template strings respelled; nil if there are none.
///
/// What looks like one within a string or comment is respelled as well, which shows in no tree; in
/// code a name is never followed by a quote.
func respellTemplateStrings(_ source: Span<UInt8>) -> [UInt8]? {
  var result: [UInt8]?
  for offset in 1..<max(source.count, 1) where isQuote(source[offset]) {
    guard let prefix = templatePrefix(before: offset, in: source) else { continue }
    if result == nil { result = source.indices.map { source[$0] } }
    result?[prefix] = UInt8(ascii: "f")
  }
  return result
}

/// Where the `t` of `t"`, `rt"` or `tr"` stands, in letters of either size.
private func templatePrefix(before quote: Int, in source: Span<UInt8>) -> Int? {
  var start = quote
  while start > 0, quote - start < 3, isLetter(source[start - 1]) { start -= 1 }
  guard start == 0 || !isNamePart(source[start - 1]) else { return nil }
  let letters = (start..<quote).map { source[$0] | 0x20 }
  switch letters {
  case [UInt8(ascii: "t")], [UInt8(ascii: "t"), UInt8(ascii: "r")]: return start
  case [UInt8(ascii: "r"), UInt8(ascii: "t")]: return start + 1
  default: return nil
  }
}

private func isQuote(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
}

private func isLetter(_ byte: UInt8) -> Bool {
  UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
}

private func isNamePart(_ byte: UInt8) -> Bool {
  isLetter(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "_")
    || byte >= 0x80
}
