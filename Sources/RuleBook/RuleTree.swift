package import Basis

// What a rule file says before it means anything: texts, lists and mappings, as one flat text.
//
// YAML is written down in this form, and the built-in rules are kept in it, in a string literal: so
// there is one decoder, and a plain run reads no YAML and builds no tree. Lengths come before
// contents, so that reading never searches and nothing needs escaping; each value ends its line, so
// that the generated file has readable differences:
//
//     {2                            a mapping of two
//     7:library"13:node-postgres    a key, and a text
//     7:modules[1                   a key, and a list of one
//     "2:pg                         a text
//
// Lengths are in bytes of UTF-8. Places stand beside, one for each value and key in their order; the
// built-in rules have none, because they have no mistakes.

/// The values of a rule file, and where each stands.
package struct RuleTree: Sendable, Equatable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var positions: [LinePosition] = []

  package init() {}

  /// The values of a table without places.
  package init(table: String) { bytes = Array(table.utf8) }

  /// Adds a text.
  mutating func add(text: String, at position: LinePosition) {
    positions.append(position)
    bytes.append(UInt8(ascii: "\""))
    add(counted: text)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds a list whose values are added next.
  mutating func add(listOf count: Int, at position: LinePosition) {
    positions.append(position)
    bytes.append(contentsOf: "[\(count)\n".utf8)
  }

  /// Adds a mapping whose keys and values are added next, by turns.
  mutating func add(mappingOf count: Int, at position: LinePosition) {
    positions.append(position)
    bytes.append(contentsOf: "{\(count)\n".utf8)
  }

  /// Adds the key of the value that is added next.
  mutating func add(key: String, at position: LinePosition) {
    positions.append(position)
    add(counted: key)
  }

  private mutating func add(counted text: String) {
    bytes.append(contentsOf: "\(text.utf8.count):\(text)".utf8)
  }
}

/// The table of several rule files, without their places: a list of what they say.
package func compactTable(of trees: [RuleTree]) -> String {
  let files = trees.map { String(decoding: $0.bytes, as: UTF8.self) }
  return "[\(trees.count)\n" + files.joined()
}
