// The kinds of keys: each constructor pairs what the schema says with how the decoder reads.

extension Key where Target: Sendable {
  package typealias Put<Value> = @Sendable (inout Target, Value) -> Void

  /// A text that is not empty.
  static func text(
    _ name: String, _ note: String, required: Bool = false, put: @escaping Put<String>
  ) -> Key {
    Key(name: name, note: note, form: .text, isRequired: required) {
      (cursor, target) throws(RuleFileError) in put(&target, try cursor.text(of: name))
    }
  }

  /// A text; a list of them stands for as many values, which are alike in all else.
  static func multiplying(_ name: String, _ note: String, put: @escaping Put<String>) -> Key {
    Key(name: name, note: note, form: .text, isRequired: true) {
      (cursor, target) throws(RuleFileError) in
      guard cursor.kind == .list else {
        put(&target, try cursor.text(of: name))
        return
      }
      for index in 0..<cursor.readCount() {
        let position = cursor.position
        let text = try cursor.text(of: name)
        if index == 0 { put(&target, text) } else { cursor.others.append((text, position)) }
      }
    }
  }

  /// A list of texts.
  static func texts(
    _ name: String, _ note: String, required: Bool = false, put: @escaping Put<[String]>
  ) -> Key {
    Key(name: name, note: note, form: .list(.text), isRequired: required) {
      (cursor, target) throws(RuleFileError) in put(&target, try cursor.texts(of: name))
    }
  }

  /// `true` or `false`.
  static func flag(_ name: String, _ note: String, put: @escaping Put<Bool>) -> Key {
    Key(name: name, note: note, form: .flag, isRequired: false) {
      (cursor, target) throws(RuleFileError) in put(&target, try cursor.flag(of: name))
    }
  }

  /// A number, not negative.
  static func number(
    _ name: String, _ note: String, required: Bool = false, put: @escaping Put<Int>
  ) -> Key {
    Key(name: name, note: note, form: .number, isRequired: required) {
      (cursor, target) throws(RuleFileError) in put(&target, try cursor.number(of: name))
    }
  }

  /// A number or `last`, which is nil.
  static func position(_ name: String, _ note: String, put: @escaping Put<Int?>) -> Key {
    Key(name: name, note: note, form: .either([.number, .word(["last"])]), isRequired: false) {
      (cursor, target) throws(RuleFileError) in
      if cursor.kind == .text, cursor.readText("last") {
        put(&target, nil)
      } else {
        put(&target, try cursor.number(of: name))
      }
    }
  }

  /// One of the words of a closed set.
  static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ note: String, required: Bool = false, put: @escaping Put<Value>
  ) -> Key {
    let words = Value.allCases.map(\.rawValue)
    return Key(name: name, note: note, form: .word(words), isRequired: required) {
      (cursor, target) throws(RuleFileError) in
      let word = try cursor.word(of: name, among: words)
      if let value = Value(rawValue: word) { put(&target, value) }
    }
  }

  /// One of these words.
  static func word(
    _ name: String, _ note: String, among words: [String], put: @escaping Put<String>
  ) -> Key {
    Key(name: name, note: note, form: .word(words), isRequired: true) {
      (cursor, target) throws(RuleFileError) in
      put(&target, try cursor.word(of: name, among: words))
    }
  }

  /// A list of words of a closed set.
  static func words(
    _ name: String, _ note: String, among words: [String], put: @escaping Put<[String]>
  ) -> Key {
    Key(name: name, note: note, form: .list(.word(words)), isRequired: false) {
      (cursor, target) throws(RuleFileError) in
      var found: [String] = []
      for _ in 0..<(try cursor.items(of: name)) {
        found.append(try cursor.word(of: name, among: words))
      }
      put(&target, found)
    }
  }

  /// A mapping from names to texts.
  static func pairs(_ name: String, _ note: String, put: @escaping Put<[String: String]>) -> Key {
    Key(name: name, note: note, form: .pairs, isRequired: false) {
      (cursor, target) throws(RuleFileError) in
      var pairs: [String: String] = [:]
      for _ in 0..<(try cursor.entries(of: name)) {
        let key = cursor.readKey()
        pairs[key] = try cursor.text(of: key)
      }
      put(&target, pairs)
    }
  }

  /// A mapping from names to lists of texts.
  static func pairsOfTexts(
    _ name: String, _ note: String, put: @escaping Put<[String: [String]]>
  ) -> Key {
    Key(name: name, note: note, form: .pairs, isRequired: false) {
      (cursor, target) throws(RuleFileError) in
      var pairs: [String: [String]] = [:]
      for _ in 0..<(try cursor.entries(of: name)) {
        let key = cursor.readKey()
        pairs[key] = try cursor.texts(of: key)
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
      (cursor, target) throws(RuleFileError) in put(&target, try shape.value(at: &cursor))
    }
  }

  /// A list of values of a shape.
  static func many<Value>(
    _ name: String, _ shape: Shape<Value>, _ note: String, required: Bool = false,
    put: @escaping Put<[Value]>
  ) -> Key {
    Key(name: name, note: note, form: .list(shape.form), isRequired: required) {
      (cursor, target) throws(RuleFileError) in
      put(&target, try shape.values(at: &cursor, under: name))
    }
  }

  /// A value of a shape, or a list of them.
  static func oneOrMany<Value>(
    _ name: String, _ shape: Shape<Value>, _ note: String, put: @escaping Put<[Value]>
  ) -> Key {
    Key(name: name, note: note, form: .either([shape.form, .list(shape.form)]), isRequired: false) {
      (cursor, target) throws(RuleFileError) in
      if cursor.kind == .list {
        put(&target, try shape.values(at: &cursor, under: name))
      } else {
        put(&target, [try shape.value(at: &cursor)])
      }
    }
  }

  /// The same key on a value that holds the target as a part.
  func lifted<Whole>(
    _ part: any WritableKeyPath<Whole, Target> & Sendable
  ) -> Key<Whole> {
    let read = read
    return Key<Whole>(name: name, note: note, form: form, isRequired: isRequired) {
      (cursor, whole) throws(RuleFileError) in try read(&cursor, &whole[keyPath: part])
    }
  }
}
