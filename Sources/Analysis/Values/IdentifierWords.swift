extension String {
  /// The words of an identifier in lower case: `customerId` and `customer_id` are the same two.
  ///
  /// What is neither letter nor number parts words, and so does a capital behind a letter that is
  /// none: `HTTPServer` is one word.
  var identifierWords: [String] {
    utf8.allSatisfy { $0 < 0x80 } ? asciiWords : unicodeWords
  }

  /// Asked of very many names, and to ask Unicode of each character is slow.
  private var asciiWords: [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var followsCapital = false
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in utf8 {
      var isCapital = false
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        isCapital = true
        if !followsCapital { end() }
        word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.append(byte)
      default: end()
      }
      followsCapital = isCapital
    }
    end()
    return words
  }

  private var unicodeWords: [String] {
    var words: [String] = []
    var word = ""
    var previous: Character = "_"
    for character in self {
      let startsWord = character.isUppercase && !previous.isUppercase
      if !(character.isLetter || character.isNumber) || startsWord {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if character.isLetter || character.isNumber { word += character.lowercased() }
      previous = character
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
