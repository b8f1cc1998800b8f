import Basis

// The built-in rules at rest: the nodes of all rule files as one text, which the generator writes
// into a string literal and which is read without YAML.
//
// Lengths come before contents, so that reading never searches and nothing needs escaping; each
// value ends its line, so that the generated file has readable differences:
//
//     {2                            a mapping of two
//     7:library"13:node-postgres    a key, and a text
//     7:modules[1                   a key, and a list of one
//     "2:pg                         a text
//
// Lengths are in bytes of UTF-8. Places are not kept: a built-in file has no mistakes.

/// The table of several rule files' nodes.
package func compactTable(of roots: [RuleNode]) -> String {
  var writer = CompactWriter()
  writer.write(RuleNode(.list(roots), at: CompactReader.nowhere))
  return writer.text
}

/// The rule files' nodes that `compactTable(of:)` was given, without their places.
///
/// The table must be whole; a damaged one is a mistake of the build.
package func nodes(ofCompactTable text: String) -> [RuleNode] {
  var reader = CompactReader(bytes: Array(text.utf8))
  guard case .list(let roots) = reader.readNode().content else {
    preconditionFailure("the table of built-in rules does not start with a list")
  }
  return roots
}

private struct CompactWriter {
  var text = ""

  mutating func write(_ node: RuleNode) {
    switch node.content {
    case .text(let value):
      text += "\""
      write(counted: value)
      text += "\n"
    case .list(let items):
      text += "[\(items.count)\n"
      for item in items { write(item) }
    case .mapping(let entries):
      text += "{\(entries.count)\n"
      for entry in entries {
        write(counted: entry.key)
        write(entry.value)
      }
    }
  }

  private mutating func write(counted value: String) {
    text += "\(value.utf8.count):\(value)"
  }
}

private struct CompactReader {
  static let nowhere = LinePosition(line: 0, column: 0)

  let bytes: [UInt8]
  private var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func readNode() -> RuleNode {
    let kind = bytes[offset]
    offset += 1
    switch kind {
    case UInt8(ascii: "\""):
      let text = readText()
      offset += 1
      return RuleNode(.text(text), at: Self.nowhere)
    case UInt8(ascii: "["):
      let count = readNumber()
      var items: [RuleNode] = []
      items.reserveCapacity(count)
      for _ in 0..<count { items.append(readNode()) }
      return RuleNode(.list(items), at: Self.nowhere)
    case UInt8(ascii: "{"):
      let count = readNumber()
      var entries: [RuleNode.Entry] = []
      entries.reserveCapacity(count)
      for _ in 0..<count {
        let key = readText()
        entries.append(RuleNode.Entry(key: key, position: Self.nowhere, value: readNode()))
      }
      return RuleNode(.mapping(entries), at: Self.nowhere)
    default:
      preconditionFailure("the table of built-in rules is damaged at byte \(offset)")
    }
  }

  private mutating func readText() -> String {
    let count = readNumber()
    defer { offset += count }
    return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }

  /// Reads digits and the one byte that ends them.
  private mutating func readNumber() -> Int {
    var number = 0
    while bytes[offset] >= UInt8(ascii: "0"), bytes[offset] <= UInt8(ascii: "9") {
      number = number * 10 + Int(bytes[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    offset += 1
    return number
  }
}
