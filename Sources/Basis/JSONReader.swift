/// Reads one JSON text strictly: no doubled names, no depth without bound, nothing after its end.
///
/// Files that people write for compilers may hold comments and a comma before a closing bracket
/// (`tsconfig.json`): that is the dialect `.commented`.
package struct JSONReader {
  /// What is accepted beside the standard.
  package enum Dialect: Sendable { case strict, commented }

  /// How deep arrays and objects may be nested: reading and freeing them is recursive.
  package static let maximumDepth = 64

  private let bytes: [UInt8]
  private let dialect: Dialect
  private var position = 0

  private init(_ bytes: [UInt8], _ dialect: Dialect) {
    self.bytes = bytes
    self.dialect = dialect
  }

  /// Reads a whole file; a byte order mark at its start is passed over.
  package static func read(
    _ bytes: [UInt8], dialect: Dialect = .strict
  ) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes, dialect)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let value = try reader.value(depth: 0)
    try reader.skipBlanks()
    guard reader.position == bytes.count else {
      throw reader.error("expected the end of the file after the value")
    }
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    try skipBlanks()
    guard depth <= Self.maximumDepth else {
      throw error("nested more than \(Self.maximumDepth) levels deep")
    }
    guard let byte = peek else { throw error("the file ends where a value is expected") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    position += 1
    while try !closes(UInt8(ascii: "}"), isFirst: members.isEmpty) {
      guard peek == UInt8(ascii: "\"") else { throw error("expected a name in quotes") }
      let name = try string()
      guard names.insert(name).inserted else { throw error("the name \"\(name)\" stands twice") }
      try skipBlanks()
      guard peek == UInt8(ascii: ":") else { throw error("expected ':' after a name") }
      position += 1
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
    }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    var elements: [JSONValue] = []
    position += 1
    while try !closes(UInt8(ascii: "]"), isFirst: elements.isEmpty) {
      elements.append(try value(depth: depth + 1))
    }
    return .array(elements)
  }

  /// Consumes what separates the elements of a list; true when that was the closing bracket.
  private mutating func closes(_ bracket: UInt8, isFirst: Bool) throws(JSONError) -> Bool {
    try skipBlanks()
    if peek == bracket {
      position += 1
      return true
    }
    if isFirst { return false }
    guard peek == UInt8(ascii: ",") else {
      throw error(
        peek == nil ? "the file ends within a list" : "expected ',' or '\(Character(bracket))'")
    }
    position += 1
    try skipBlanks()
    guard dialect == .commented, peek == bracket else { return false }
    position += 1
    return true
  }

  private mutating func word(_ text: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[position...].starts(with: text.utf8) else { throw error("expected a value") }
    position += text.utf8.count
    return value
  }

  private mutating func number() throws(JSONError) -> String {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    let leading = peek
    guard skipDigits() > 0 else {
      position = start
      throw error("expected a value")
    }
    let isZeroLed = leading == UInt8(ascii: "0") && bytes[position - 1] != leading
    if peek == UInt8(ascii: ".") {
      position += 1
      guard skipDigits() > 0 else { throw error("expected digits after '.'") }
    }
    if let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      guard skipDigits() > 0 else { throw error("expected digits in the exponent") }
    }
    guard !isZeroLed else { throw error("a number must not start with 0") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
    return position - start
  }

  private mutating func skipBlanks() throws(JSONError) {
    while let byte = peek {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        position += 1
      } else if dialect == .commented, byte == UInt8(ascii: "/") {
        try skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws(JSONError) {
    let start = position
    if bytes[position...].starts(with: "//".utf8) {
      while let byte = peek, byte != 0x0A { position += 1 }
    } else if bytes[position...].starts(with: "/*".utf8) {
      position += 2
      while position < bytes.count, !bytes[position...].starts(with: "*/".utf8) { position += 1 }
      guard position < bytes.count else {
        position = start
        throw error("a comment does not end")
      }
      position += 2
    } else {
      throw error("expected a value")
    }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func error(_ message: String) -> JSONError {
    let line = bytes[..<min(position, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return JSONError(offset: position, line: line, message: message)
  }
}

// Strings and their escapes.
extension JSONReader {
  private mutating func string() throws(JSONError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let valid = String(validating: text, as: UTF8.self) else {
          throw error("the text is not UTF-8")
        }
        return valid
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw error("a control character in a text must be escaped")
      default: text.append(byte)
      }
    }
    throw error("the file ends within a text")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = peek else { throw error("the file ends within a text") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): try unicodeEscape(into: &text)
    default: throw error("unknown escape in a text")
    }
  }

  private mutating func unicodeEscape(into text: inout [UInt8]) throws(JSONError) {
    var code = UInt32(try hexadecimalUnit())
    if code & 0xFC00 == 0xD800, bytes[position...].starts(with: "\\u".utf8) {
      position += 2
      let low = UInt32(try hexadecimalUnit())
      guard low & 0xFC00 == 0xDC00 else { throw error("half of a surrogate pair") }
      code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(code) else { throw error("half of a surrogate pair") }
    text.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func hexadecimalUnit() throws(JSONError) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, digits.first != UInt8(ascii: "+"), let unit = UInt16(text, radix: 16)
    else { throw error("expected four hexadecimal digits") }
    position += 4
    return unit
  }
}

extension Character {
  fileprivate init(_ ascii: UInt8) { self.init(Unicode.Scalar(ascii)) }
}
