// The kinds of keys: each constructor pairs what the schema says with how the decoder reads.

extension Key where Target: Sendable {
  package typealias Put<Value> = @Sendable (inout Target, Value) -> Void

  /// A text that is not empty.
  static func text(
    _ name: String, _ note: String, required: Bool = false, put: @escaping Put<String>
  ) -> Key {
    Key(name: name, note: note, form: .text, isRequired: required) {
      (node, target) throws(RuleFileError) in put(&target, try node.text(of: name))
    }
  }

  /// A list of texts.
  static func texts(
    _ name: String, _ note: String, required: Bool = false, put: @escaping Put<[String]>
  ) -> Key {
    Key(name: name, note: note, form: .list(.text), isRequired: required) {
      (node, target) throws(RuleFileError) in
      var texts: [String] = []
      for item in try node.items(of: name) { texts.append(try item.text(of: name)) }
      put(&target, texts)
    }
  }

  /// `true` or `false`.
  static func flag(_ name: String, _ note: String, put: @escaping Put<Bool>) -> Key {
    Key(name: name, note: note, form: .flag, isRequired: false) {
      (node, target) throws(RuleFileError) in put(&target, try node.flag(of: name))
    }
  }

  /// A number, not negative.
  static func number(
    _ name: String, _ note: String, required: Bool = false, put: @escaping Put<Int>
  ) -> Key {
    Key(name: name, note: note, form: .number, isRequired: required) {
      (node, target) throws(RuleFileError) in put(&target, try node.number(of: name))
    }
  }

  /// One of the words of a closed set.
  static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ note: String, required: Bool = false, put: @escaping Put<Value>
  ) -> Key {
    let words = Value.allCases.map(\.rawValue)
    return Key(name: name, note: note, form: .word(words), isRequired: required) {
      (node, target) throws(RuleFileError) in
      let word = try node.word(of: name, among: words)
      if let value = Value(rawValue: word) { put(&target, value) }
    }
  }

  /// A mapping from names to texts.
  static func pairs(_ name: String, _ note: String, put: @escaping Put<[String: String]>) -> Key {
    Key(name: name, note: note, form: .pairs, isRequired: false) {
      (node, target) throws(RuleFileError) in
      var pairs: [String: String] = [:]
      for entry in try node.entries(of: name) {
        pairs[entry.key] = try entry.value.text(of: entry.key)
      }
      put(&target, pairs)
    }
  }

  /// One value of a shape.
  static func one<Value>(
    _ name: String, _ shape: Shape<Value>, _ note: String, required: Bool = false,
    put: @escaping Put<Value>
  ) -> Key {
    Key(name: name, note: note, form: shape.form, isRequired: required) {
      (node, target) throws(RuleFileError) in put(&target, try shape.value(of: node))
    }
  }

  /// A list of values of a shape.
  static func many<Value>(
    _ name: String, _ shape: Shape<Value>, _ note: String, required: Bool = false,
    put: @escaping Put<[Value]>
  ) -> Key {
    Key(name: name, note: note, form: .list(shape.form), isRequired: required) {
      (node, target) throws(RuleFileError) in
      put(&target, try shape.values(of: node, under: name))
    }
  }

  /// A value of a shape, or a list of them.
  static func oneOrMany<Value>(
    _ name: String, _ shape: Shape<Value>, _ note: String, put: @escaping Put<[Value]>
  ) -> Key {
    Key(name: name, note: note, form: .either([shape.form, .list(shape.form)]), isRequired: false) {
      (node, target) throws(RuleFileError) in
      if case .list = node.content {
        put(&target, try shape.values(of: node, under: name))
      } else {
        put(&target, [try shape.value(of: node)])
      }
    }
  }

  /// The same key on a value that holds the target as a part.
  func lifted<Whole>(
    _ part: any WritableKeyPath<Whole, Target> & Sendable, note: String? = nil
  ) -> Key<Whole> {
    let read = read
    return Key<Whole>(name: name, note: note ?? self.note, form: form, isRequired: isRequired) {
      (node, whole) throws(RuleFileError) in try read(node, &whole[keyPath: part])
    }
  }
}

extension RuleNode {
  /// The text of a value that must be one.
  func text(of name: String) throws(RuleFileError) -> String {
    guard case .text(let text) = content, !text.isEmpty else {
      throw RuleFileError("`\(name)` must be text, not \(kindName)", at: position)
    }
    return text
  }

  func flag(of name: String) throws(RuleFileError) -> Bool {
    switch content {
    case .text("true"): return true
    case .text("false"): return false
    default: throw RuleFileError("`\(name)` must be true or false", at: position)
    }
  }

  func number(of name: String) throws(RuleFileError) -> Int {
    guard case .text(let text) = content, let number = Int(text), number >= 0 else {
      throw RuleFileError("`\(name)` must be a number", at: position)
    }
    return number
  }

  func word(of name: String, among words: [String]) throws(RuleFileError) -> String {
    if case .text(let text) = content {
      if words.contains(text) { return text }
      throw RuleFileError(
        "`\(name)` cannot be `\(text)`; it is one of " + words.joined(separator: ", "),
        at: position, suggestion: nearestName(to: text, among: words))
    }
    throw RuleFileError("`\(name)` must be a word, not \(kindName)", at: position)
  }

  func items(of name: String) throws(RuleFileError) -> [RuleNode] {
    guard case .list(let items) = content else {
      throw RuleFileError("`\(name)` must be a list, not \(kindName)", at: position)
    }
    return items
  }

  func entries(of name: String) throws(RuleFileError) -> [Entry] {
    guard case .mapping(let entries) = content else {
      throw RuleFileError("`\(name)` must be a mapping, not \(kindName)", at: position)
    }
    return entries
  }
}
