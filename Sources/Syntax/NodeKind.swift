/// A grammar symbol as a number; the names are generated for each language.
///
/// JavaScript, TypeScript and TSX are three grammars with one numbering, so that lowering has one
/// vocabulary: a `JavaScriptNode` constant means the same symbol in trees of all three.
@frozen
package struct NodeKind: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt16

  @inlinable
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A stretch of source that the parser could not make sense of.
  package static let error = NodeKind(rawValue: .max)
}

/// The part that a child plays in its parent, as a number; the names are generated likewise.
@frozen
package struct FieldID: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt16

  @inlinable
  package init(rawValue: UInt16) { self.rawValue = rawValue }
}
