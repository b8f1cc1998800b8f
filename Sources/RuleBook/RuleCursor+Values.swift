// Reading values that must be of a kind, with the message for when they are not.

extension RuleCursor {
  /// A text that is not empty.
  mutating func text(of name: String) throws(RuleFileError) -> String {
    let place = position
    guard kind == .text else { throw unexpected(name, "text") }
    let text = readText()
    if text.isEmpty { throw RuleFileError("`\(name)` must be text, not nothing", at: place) }
    return text
  }

  mutating func texts(of name: String) throws(RuleFileError) -> [String] {
    let count = try items(of: name)
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try text(of: name)) }
    return texts
  }

  mutating func flag(of name: String) throws(RuleFileError) -> Bool {
    if kind == .text {
      if readText("true") { return true }
      if readText("false") { return false }
    }
    throw RuleFileError("`\(name)` must be true or false", at: position)
  }

  mutating func number(of name: String) throws(RuleFileError) -> Int {
    let place = position
    if kind == .text, let number = Int(readText()), number >= 0 { return number }
    throw RuleFileError("`\(name)` must be a number", at: place)
  }

  mutating func word(of name: String, among words: [String]) throws(RuleFileError) -> String {
    let place = position
    guard kind == .text else { throw unexpected(name, "a word") }
    let text = readText()
    if words.contains(text) { return text }
    throw RuleFileError(
      "`\(name)` cannot be `\(text)`; it is one of " + words.joined(separator: ", "),
      at: place, suggestion: nearestName(to: text, among: words))
  }

  /// How many items the list has that stands next.
  mutating func items(of name: String) throws(RuleFileError) -> Int {
    guard kind == .list else { throw unexpected(name, "a list") }
    return readCount()
  }

  /// How many pairs the mapping has that stands next.
  mutating func entries(of name: String) throws(RuleFileError) -> Int {
    guard kind == .mapping else { throw unexpected(name, "a mapping") }
    return readCount()
  }

  private func unexpected(_ name: String, _ wanted: String) -> RuleFileError {
    RuleFileError("`\(name)` must be \(wanted), not \(kindName)", at: position)
  }
}
