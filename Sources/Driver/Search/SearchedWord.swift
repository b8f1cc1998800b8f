/// A word, and the place in it by which it is found.
struct SearchedWord: Sendable {
  private let bytes: [UInt8]
  /// How many bytes stand before the first letter, as in `@prisma/client`.
  private let lead: Int
  /// Whether fewer than four bytes stand from the first letter on.
  let isShort: Bool
  /// The first two or four bytes from the first letter on, as a little-endian number.
  let key: UInt32
  private let place: SearchWord.Place

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
    case .awaited: return unsafe isAwaited(in: text, at: start)
    case .asValue: return unsafe isValue(in: text, start..<end)
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

  /// Whether something before a dot, in the same line or in that which opens its bracket, waits for
  /// what the member gives.
  private func isAwaited(in text: UnsafeRawBufferPointer, at dot: Int) -> Bool {
    let line = unsafe lineStart(in: text, before: dot)
    if unsafe waits(in: text, line..<dot) { return true }
    var end = line
    while end > 0, unsafe text[end - 1].isSpace { end -= 1 }
    guard end > 0, unsafe text[end - 1] == UInt8(ascii: "(") else { return false }
    return unsafe waits(in: text, lineStart(in: text, before: end)..<end)
  }

  private func waits(in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    for position in range where unsafe position == 0 || !text[position - 1].isWordByte {
      let end = range.upperBound
      let isWaiting =
        unsafe stands("await ", in: text, at: position, before: end)
        || stands("with ", in: text, at: position, before: end)
      if isWaiting { return true }
      // The caller waits, if nothing is made of it here.
      let isHandedOn =
        unsafe stands("return ", in: text, at: position, before: end)
        && text[position + 7..<end].allSatisfy { $0.isWordByte || $0 == UInt8(ascii: ".") }
      if isHandedOn { return true }
    }
    return false
  }

  /// Whether a class's name stands for the class, not for its objects.
  private func isValue(in text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    guard range.upperBound < text.count else { return false }
    switch unsafe text[range.upperBound] {
    case UInt8(ascii: "("), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ","): break
    default: return false
    }
    var before = range.lowerBound
    while before > 0, unsafe text[before - 1].isSpace { before -= 1 }
    if before > 0 {
      switch unsafe text[before - 1] {
      case UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "|"): return false
      default: break
      }
    }
    return unsafe !followsImport(in: text, at: range.lowerBound)
  }

  private func lineStart(in text: UnsafeRawBufferPointer, before end: Int) -> Int {
    var start = end
    while start > 0, unsafe text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

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
  var isLetter: Bool {
    (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z")
  }

  fileprivate var isQuote: Bool {
    self == UInt8(ascii: "'") || self == UInt8(ascii: "\"") || self == UInt8(ascii: "`")
  }

  fileprivate var isSpace: Bool {
    self == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(self)
  }

  /// Whether the byte can be a part of an identifier.
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: true
    default: isLetter
    }
  }
}
