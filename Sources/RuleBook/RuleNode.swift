package import Basis

/// A value of a rule file before it means anything: text, a list or a mapping, and its place.
///
/// Rule files reach the decoder in this one form, whether they were read from YAML or from the
/// compact table that the built-in rules are compiled to; so there is one decoder.
package struct RuleNode: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    case text(String)
    case list([RuleNode])
    case mapping([Entry])
  }

  /// A key of a mapping with its value.
  package struct Entry: Sendable, Equatable {
    package var key: String
    package var position: LinePosition
    package var value: RuleNode

    package init(key: String, position: LinePosition, value: RuleNode) {
      self.key = key
      self.position = position
      self.value = value
    }
  }

  package var content: Content
  package var position: LinePosition

  package init(_ content: Content, at position: LinePosition) {
    self.content = content
    self.position = position
  }

  /// What the node is, in words for messages.
  package var kindName: String {
    switch content {
    case .text(let text): text.isEmpty ? "nothing" : "text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The value under `key`, if this is a mapping that has it.
  package subscript(key: String) -> RuleNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
