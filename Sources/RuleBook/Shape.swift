// How rule files are decoded: every type that a rule file can describe has one table of keys, its
// *shape*. A key says how it is called, what it takes, what it is for, and where its value goes:
//
//     .choice("weight", "How scarce the thing is") { $0.weight = $1 }
//
// The table is all there is. The decoder walks it, and so knows the unknown key and the nearest
// valid one; the generator prints it as a JSON schema, and so editors know what the decoder knows.
// A choice refused: `Decodable` types, which decode leniently, know no places and cannot be
// listed.

/// What a value may look like, as the editors' schema says it.
package indirect enum ValueForm: Sendable, Equatable {
  case text
  case flag
  case number
  /// One of these words.
  case word([String])
  case list(ValueForm)
  /// A mapping whose keys are names of the user's.
  case pairs
  /// A mapping of the shape with this name.
  case shape(String)
  case either([ValueForm])
}

/// One key of a mapping: its name, what it takes, what it is for, and where its value goes.
package struct Key<Target>: Sendable {
  package typealias Read = @Sendable (inout RuleCursor, inout Target) throws(RuleFileError) -> Void

  package var name: String
  package var note: String
  package var form: ValueForm
  package var isRequired: Bool
  package var read: Read
}

/// The table of keys of one type, and its spelling as a single word if it has one.
package struct Shape<Target: Sendable>: Sendable {
  package typealias ReadWord =
    @Sendable (String, inout Target) -> Bool

  /// The type's name in messages and in the schema, such as `resource`.
  package var name: String
  package var note: String
  package var keys: [Key<Target>]
  /// What a value starts from.
  package var blank: Target
  /// Reads the short spelling, a text in the place of the mapping; false when it means nothing.
  package var readWord: ReadWord?
  /// The key whose list stands for that many values that are alike in all else.
  package var multiplier: Multiplier<Target>?
  /// What no single key can say: returns a message when the value makes no sense.
  package var objection: @Sendable (Target) -> String?
  // The keys again, by what decoding asks of them: copying a whole key costs more than the rest.
  private let names: [[UInt8]]
  private let reads: [Key<Target>.Read]
  private let required: [Int]

  package init(
    _ name: String, _ note: String, blank: Target, keys: [Key<Target>],
    multiplier: Multiplier<Target>? = nil, readWord: ReadWord? = nil,
    objection: @escaping @Sendable (Target) -> String? = { _ in nil }
  ) {
    self.name = name
    self.note = note
    self.blank = blank
    self.keys = keys
    self.multiplier = multiplier
    self.readWord = readWord
    self.objection = objection
    names = keys.map { Array($0.name.utf8) }
    reads = keys.map(\.read)
    required = keys.indices.filter { keys[$0].isRequired }
  }

  package var form: ValueForm {
    readWord == nil ? .shape(name) : .either([.text, .shape(name)])
  }

  /// The value that stands next.
  package func value(at cursor: inout RuleCursor) throws(RuleFileError) -> Target {
    let pending = cursor.others.count
    let target = try single(at: &cursor)
    if let multiplier, cursor.others.count > pending {
      throw RuleFileError(
        "`\(multiplier.key)` must be text, not a list", at: cursor.others[pending].position)
    }
    return target
  }

  /// The values of a list; an element whose multiplying key holds a list counts once for each.
  package func values(
    at cursor: inout RuleCursor, under key: String
  ) throws(RuleFileError) -> [Target] {
    var values: [Target] = []
    for _ in 0..<(try cursor.items(of: key)) {
      let first = try single(at: &cursor)
      values.append(first)
      guard let multiplier, !cursor.others.isEmpty else { continue }
      for other in cursor.others {
        var next = first
        multiplier.put(&next, other.text)
        if let objection = objection(next) { throw RuleFileError(objection, at: other.position) }
        values.append(next)
      }
      cursor.others.removeAll()
    }
    return values
  }

  /// The value that stands next; what it is multiplied by stays with the cursor.
  private func single(at cursor: inout RuleCursor) throws(RuleFileError) -> Target {
    var target = blank
    let position = cursor.position
    switch cursor.kind {
    case .mapping: try fill(&target, from: &cursor)
    case .text where readWord != nil:
      let isRead = readWord?(try cursor.text(of: name), &target) ?? false
      if !isRead { throw RuleFileError("\(article(for: name)) must be a mapping", at: position) }
    default:
      throw RuleFileError(
        "\(article(for: name)) must be a mapping, not \(cursor.kindName)", at: position)
    }
    if let objection = objection(target) { throw RuleFileError(objection, at: position) }
    return target
  }

  private func fill(
    _ target: inout Target, from cursor: inout RuleCursor
  ) throws(RuleFileError) {
    let position = cursor.position
    var seen: UInt64 = 0
    for _ in 0..<cursor.readCount() {
      guard let index = cursor.readKey(among: names) else { throw unknownKey(cursor) }
      seen |= 1 << UInt64(index)
      try reads[index](&cursor, &target)
    }
    for index in required where seen & 1 << UInt64(index) == 0 {
      throw RuleFileError("\(article(for: name)) needs `\(keys[index].name)`", at: position)
    }
  }

  private func unknownKey(_ cursor: RuleCursor) -> RuleFileError {
    var cursor = cursor
    let position = cursor.position
    let key = cursor.readKey()
    let names = keys.map(\.name)
    let near = nearestName(to: key, among: names)
    let list = near == nil ? "; its keys are " + names.joined(separator: ", ") : ""
    return RuleFileError(
      "\(article(for: name)) has no key `\(key)`\(list)", at: position, suggestion: near)
  }

  private func article(for noun: String) -> String {
    ("aeiou".contains(noun.prefix(1)) ? "an " : "a ") + noun
  }
}

/// The key of a shape whose list stands for several values, and how the others differ.
package struct Multiplier<Target: Sendable>: Sendable {
  package var key: String
  package var put: @Sendable (inout Target, String) -> Void

  package init(_ key: String, put: @escaping @Sendable (inout Target, String) -> Void) {
    self.key = key
    self.put = put
  }
}
