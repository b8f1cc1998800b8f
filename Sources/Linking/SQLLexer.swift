package import Basis

/// A word, sign or value of SQL text.
package struct SQLToken: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// An unquoted word; its text is in lower case.
    case word
    /// A quoted name: `"Users"`, `` `users` ``, `[users]`.
    case name
    /// A quoted text.
    case string
    case number
    /// `$1`, `?`, `:name`, `@name`, `%s`, `%(name)s`, `{name}`: what the program puts in.
    case parameter
    /// One sign, or two that belong together.
    case sign
  }

  package var kind: Kind
  package var text: String
  /// Where it stands in the text that was read.
  package var range: ByteRange

  package func isWord(_ text: String) -> Bool { kind == .word && self.text == text }

  package func isSign(_ text: String) -> Bool { kind == .sign && self.text == text }

  /// Whether it can be the name of a table or column.
  package var isName: Bool { kind == .word || kind == .name }
}

/// Splits SQL text into tokens; comments and white space are gone, dialects are not told apart.
package struct SQLLexer {
  private let bytes: [UInt8]
  private var position = 0

  package static func tokens(of text: String) -> [SQLToken] {
    tokens(of: Array(text.utf8))
  }

  package static func tokens(of bytes: [UInt8]) -> [SQLToken] {
    var lexer = SQLLexer(bytes: bytes)
    var result: [SQLToken] = []
    while let token = lexer.next() { result.append(token) }
    return result
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func next() -> SQLToken? {
    skipBlank()
    guard let byte = peek() else { return nil }
    let start = position
    switch byte {
    case UInt8(ascii: "'"): return quoted(.string, until: UInt8(ascii: "'"))
    case UInt8(ascii: "\""): return quoted(.name, until: UInt8(ascii: "\""))
    case UInt8(ascii: "`"): return quoted(.name, until: UInt8(ascii: "`"))
    case UInt8(ascii: "[") where peek(1).map(Self.isLetter) ?? false:
      return quoted(.name, until: UInt8(ascii: "]"))
    case UInt8(ascii: "$") where dollarQuoteLength != nil: return dollarQuoted()
    case UInt8(ascii: "$"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "@"),
      UInt8(ascii: "%"), UInt8(ascii: "{"):
      if let parameter = parameter() { return parameter }
      return sign()
    case _ where Self.isLetter(byte):
      while let byte = peek(), Self.isLetter(byte) || Self.isDigit(byte) || byte == 0x24 {
        position += 1
      }
      return token(.word, from: start, to: position)
    case _ where Self.isDigit(byte):
      while let byte = peek(), Self.isDigit(byte) || Self.isLetter(byte) || byte == 0x2E {
        position += 1
      }
      return token(.number, from: start, to: position)
    default: return sign()
    }
  }

  private mutating func skipBlank() {
    while let byte = peek() {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        position += 1
      } else if byte == UInt8(ascii: "-"), peek(1) == UInt8(ascii: "-") {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        position += 2
        while position < bytes.count,
          !(bytes[position] == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/"))
        {
          position += 1
        }
        position = min(position + 2, bytes.count)
      } else {
        return
      }
    }
  }

  /// A quoted run; the quote twice stands for itself.
  private mutating func quoted(_ kind: SQLToken.Kind, until quote: UInt8) -> SQLToken {
    let start = position
    position += 1
    var content: [UInt8] = []
    while let byte = peek() {
      position += 1
      if byte == quote {
        guard peek() == quote else { break }
        position += 1
      } else if byte == UInt8(ascii: "\\"), kind == .string, let next = peek() {
        position += 1
        content.append(next)
        continue
      }
      content.append(byte)
    }
    return SQLToken(
      kind: kind, text: String(decoding: content, as: UTF8.self),
      range: ByteRange(start: UInt32(start), end: UInt32(position)))
  }

  /// The length of `$$` or `$tag$` here, which starts a text that ends with the same.
  private var dollarQuoteLength: Int? {
    var end = position + 1
    while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: "$") ? end + 1 - position : nil
  }

  private mutating func dollarQuoted() -> SQLToken {
    let start = position
    let tag = Array(bytes[position..<position + (dollarQuoteLength ?? 0)])
    position += tag.count
    while position < bytes.count, !bytes[position...].starts(with: tag) { position += 1 }
    let content = bytes[(start + tag.count)..<position]
    position = min(position + tag.count, bytes.count)
    return SQLToken(
      kind: .string, text: String(decoding: content, as: UTF8.self),
      range: ByteRange(start: UInt32(start), end: UInt32(position)))
  }

  private mutating func parameter() -> SQLToken? {
    let start = position
    var end = position + 1
    switch bytes[position] {
    case UInt8(ascii: "?"): while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
    case UInt8(ascii: "{"):
      while end < bytes.count, bytes[end] != UInt8(ascii: "}") { end += 1 }
      end = min(end + 1, bytes.count)
    case UInt8(ascii: "%"):
      if end < bytes.count, bytes[end] == UInt8(ascii: "(") {
        while end < bytes.count, bytes[end] != UInt8(ascii: ")") { end += 1 }
        end += 1
      }
      guard end < bytes.count, bytes[end] == UInt8(ascii: "s") else { return nil }
      end += 1
    default:
      // `::type` is a cast and no parameter.
      while end < bytes.count, Self.isLetter(bytes[end]) || Self.isDigit(bytes[end]) { end += 1 }
      guard end > start + 1 else { return nil }
    }
    position = end
    return token(.parameter, from: start, to: end)
  }

  private mutating func sign() -> SQLToken {
    let start = position
    position += 1
    let pairs = ["<>", "!=", "<=", ">=", "::", "||", "&&", "@>", "<@", "->"]
    if position < bytes.count {
      let pair = String(decoding: bytes[start...position], as: UTF8.self)
      if pairs.contains(pair) { position += 1 }
    }
    return token(.sign, from: start, to: position)
  }

  private func token(_ kind: SQLToken.Kind, from start: Int, to end: Int) -> SQLToken {
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return SQLToken(
      kind: kind, text: kind == .word ? text.lowercased() : text,
      range: ByteRange(start: UInt32(start), end: UInt32(end)))
  }

  private func peek(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte == 0x5F
      || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

extension [SQLToken] {
  /// The parts of a range between commas outside parentheses.
  package func topLevelParts(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var depth = 0
    var start = range.lowerBound
    for index in range {
      if self[index].isSign("(") { depth += 1 }
      if self[index].isSign(")") { depth -= 1 }
      if depth == 0, self[index].isSign(",") {
        parts.append(start..<index)
        start = index + 1
      }
    }
    parts.append(start..<range.upperBound)
    return parts
  }
}
