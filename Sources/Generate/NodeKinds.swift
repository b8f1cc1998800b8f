import Syntax

/// The node kinds and fields of each language as constants, and the tables that number them.
///
/// The grammars of a family are joined: the family's kinds are the union of their symbols by name,
/// numbered in the order of the alphabet, named symbols first. So the numbers of one grammar's
/// release do not show in the code, and a new release changes as few lines as it can.
func nodeKindFiles() -> [GeneratedFile] {
  let vocabularies = Grammar.Family.allCases.map(Vocabulary.init)
  return vocabularies.map(\.constants) + [numberings(of: vocabularies)]
}

private let notice = "// Written by `swift run Generate` from the compiled grammars; do not edit.\n"

/// What the grammars of one family call their symbols and fields.
private struct Vocabulary {
  let family: Grammar.Family
  let grammars: [Grammar]
  let symbols: [GrammarSymbol]
  let fields: [String]

  init(_ family: Grammar.Family) {
    self.family = family
    let grammars = Grammar.allCases.filter { $0.family == family }
    self.grammars = grammars
    symbols = Set(grammars.flatMap { $0.symbols.compactMap(\.self) }).sorted { left, right in
      left.isNamed == right.isNamed ? left.name < right.name : left.isNamed
    }
    fields = Set(grammars.flatMap(\.fieldNames)).sorted()
  }

  var name: String {
    switch family {
    case .python: "Python"
    case .javascript: "JavaScript"
    }
  }

  /// The constants that lowering switches over.
  var constants: GeneratedFile {
    let kinds = symbols.enumerated().map { index, symbol in
      (name: symbol.constantName, value: index + 1, comment: symbol.isNamed ? nil : symbol.name)
    }
    let parts = fields.enumerated().map { index, field in
      (name: camelCase(field), value: index + 1, comment: String?.none)
    }
    let text = """
      \(notice)
      package import Syntax

      /// The kinds of node in a tree of the \(name) family.
      package enum \(name)Node {
      \(lines(kinds, type: "NodeKind"))
      }

      /// The parts that a node can play in its parent.
      package enum \(name)Field {
      \(lines(parts, type: "FieldID"))
      }

      """
    return GeneratedFile(path: "Sources/Lowering/\(name)/\(name)Node+Generated.swift", text: text)
  }

  private func lines(
    _ constants: [(name: String, value: Int, comment: String?)], type: String
  ) -> String {
    precondition(Set(constants.map(\.name)).count == constants.count, "two constants of one name")
    return constants.map { constant in
      let comment = constant.comment.map { "  // " + printable($0) } ?? ""
      return "  package static let \(escaped(constant.name)) = "
        + "\(type)(rawValue: \(constant.value))\(comment)"
    }.joined(separator: "\n")
  }

  /// For each symbol of a grammar, its number in the family.
  func kinds(of grammar: Grammar) -> [Int] {
    let numbers = Dictionary(uniqueKeysWithValues: zip(symbols, 1...))
    return grammar.symbols.map { symbol in symbol.flatMap { numbers[$0] } ?? 0 }
  }

  func fields(of grammar: Grammar) -> [Int] {
    let numbers = Dictionary(uniqueKeysWithValues: zip(fields, 1...))
    return [0] + grammar.fieldNames.map { numbers[$0] ?? 0 }
  }
}

private func numberings(of vocabularies: [Vocabulary]) -> GeneratedFile {
  var text = """
    \(notice)
    extension Grammar {
      var numbering: Numbering {
        switch self {

    """
  for grammar in Grammar.allCases {
    text += "    case .\(grammar): Numbering(kinds: \(grammar)Kinds, fields: \(grammar)Fields)\n"
  }
  text += "    }\n  }\n}\n"
  for vocabulary in vocabularies {
    for grammar in vocabulary.grammars {
      text += table("\(grammar)Kinds", of: "UInt16", vocabulary.kinds(of: grammar))
      text += table("\(grammar)Fields", of: "UInt8", vocabulary.fields(of: grammar))
    }
  }
  return GeneratedFile(path: "Sources/Syntax/Numbering+Generated.swift", text: text)
}

private func table(_ name: String, of type: String, _ numbers: [Int]) -> String {
  var text = "\nprivate let \(name): [\(type)] = ["
  for (index, number) in numbers.enumerated() {
    text += (index % 16 == 0 ? "\n  " : " ") + "\(number),"
  }
  return text + "\n]\n"
}

// MARK: Names

extension GrammarSymbol {
  /// The name of the symbol's constant: `function_definition` is `functionDefinition`, the word
  /// `async` is `asyncKeyword`, and the sign `&&` is `ampersandAmpersand`.
  fileprivate var constantName: String {
    if isNamed { return camelCase(name) }
    if let known = Self.knownSigns[name] { return known }
    var words: [String] = []
    var hasSign = false
    var wasLetter = false
    for character in name {
      if character.isLetter || character.isNumber {
        if wasLetter {
          words[words.count - 1].append(character)
        } else {
          words.append("\(character)")
        }
        wasLetter = true
        continue
      }
      wasLetter = false
      if character == " " || character == "_" { continue }
      words.append(Self.signs[character] ?? "sign\(character.unicodeScalars.map { $0.value }[0])")
      hasSign = true
    }
    return camelCase(words.joined(separator: "_")) + (hasSign ? "" : "Keyword")
  }

  private static let knownSigns = [
    "=>": "arrow", "->": "arrow", "...": "ellipsis", "_": "underscore", ":=": "walrus",
  ]

  private static let signs: [Character: String] = [
    "(": "open_parenthesis", ")": "close_parenthesis", "[": "open_bracket", "]": "close_bracket",
    "{": "open_brace", "}": "close_brace", "<": "less", ">": "greater", ",": "comma", ".": "dot",
    ":": "colon", ";": "semicolon", "=": "equals", "+": "plus", "-": "minus", "*": "star",
    "/": "slash", "%": "percent", "&": "ampersand", "|": "bar", "^": "caret", "~": "tilde",
    "!": "bang", "?": "question", "@": "at", "#": "hash", "$": "dollar", "\\": "backslash",
    "\"": "double_quote", "'": "single_quote", "`": "backtick", "\n": "line_feed",
    "\r": "carriage_return", "\u{2028}": "line_separator", "\u{2029}": "paragraph_separator",
  ]
}

private func camelCase(_ name: String) -> String {
  let words = name.split(separator: "_")
  let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
  return (words.first.map(String.init) ?? "") + rest.joined()
}

private func escaped(_ name: String) -> String {
  let reserved: Set = [
    "actor", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default",
    "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate",
    "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return",
    "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
  ]
  return reserved.contains(name) ? "`\(name)`" : name
}

/// The text of a token as it may stand in a comment.
private func printable(_ text: String) -> String {
  text.unicodeScalars.map {
    $0.value < 0x21 || $0.value > 0x7e ? $0.escaped(asASCII: true) : "\($0)"
  }
  .joined()
}
