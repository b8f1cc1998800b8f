import Basis

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
  package typealias Read = @Sendable (RuleNode, inout Target) throws(RuleFileError) -> Void

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
  package var multiplier: String?
  /// What no single key can say: returns a message when the value makes no sense.
  package var objection: @Sendable (Target) -> String?

  package init(
    _ name: String, _ note: String, blank: Target, keys: [Key<Target>],
    multiplier: String? = nil, readWord: ReadWord? = nil,
    objection: @escaping @Sendable (Target) -> String? = { _ in nil }
  ) {
    self.name = name
    self.note = note
    self.blank = blank
    self.keys = keys
    self.multiplier = multiplier
    self.readWord = readWord
    self.objection = objection
  }

  package var form: ValueForm {
    readWord == nil ? .shape(name) : .either([.text, .shape(name)])
  }

  /// The value that `node` describes.
  package func value(of node: RuleNode) throws(RuleFileError) -> Target {
    var target = blank
    switch node.content {
    case .text(let word) where readWord?(word, &target) == true: break
    case .mapping(let entries): try fill(&target, from: entries, at: node.position)
    default:
      throw RuleFileError(
        "\(article(for: name)) must be a mapping, not \(node.kindName)", at: node.position)
    }
    if let objection = objection(target) { throw RuleFileError(objection, at: node.position) }
    return target
  }

  /// The values of a list; an element whose multiplying key holds a list counts once for each.
  package func values(of node: RuleNode, under key: String) throws(RuleFileError) -> [Target] {
    var values: [Target] = []
    for item in try node.items(of: key) {
      for single in expanded(item) { values.append(try value(of: single)) }
    }
    return values
  }

  private func fill(
    _ target: inout Target, from entries: [RuleNode.Entry], at position: LinePosition
  ) throws(RuleFileError) {
    var seen = BitSet()
    for entry in entries {
      guard let index = keys.firstIndex(where: { $0.name == entry.key }) else {
        throw unknownKey(entry)
      }
      seen.insert(index)
      try keys[index].read(entry.value, &target)
    }
    for (index, key) in keys.enumerated() where key.isRequired && !seen.contains(index) {
      throw RuleFileError("\(article(for: name)) needs `\(key.name)`", at: position)
    }
  }

  private func unknownKey(_ entry: RuleNode.Entry) -> RuleFileError {
    let names = keys.map(\.name)
    let near = nearestName(to: entry.key, among: names)
    let list = near == nil ? "; its keys are " + names.joined(separator: ", ") : ""
    return RuleFileError(
      "\(article(for: name)) has no key `\(entry.key)`\(list)", at: entry.position,
      suggestion: near)
  }

  private func expanded(_ node: RuleNode) -> [RuleNode] {
    guard let multiplier, case .mapping(let entries) = node.content,
      let index = entries.firstIndex(where: { $0.key == multiplier }),
      case .list(let items) = entries[index].value.content
    else { return [node] }
    return items.map { item in
      var single = entries
      single[index].value = item
      return RuleNode(.mapping(single), at: node.position)
    }
  }

  private func article(for noun: String) -> String {
    ("aeiou".contains(noun.prefix(1)) ? "an " : "a ") + noun
  }
}
