/// A grammar symbol as a number; the names are generated for each language.
///
/// JavaScript, TypeScript and TSX are three grammars with one numbering, so that lowering has one
/// vocabulary: a `JavaScriptNode` constant means the same symbol in trees of all three.
@frozen
public struct NodeKind: RawRepresentable, Hashable, Sendable {
  public let rawValue: UInt16

  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// A stretch of source that the parser could not make sense of.
  public static let error = NodeKind(rawValue: .max)
}

/// The part that a child plays in its parent, as a number; the names are generated likewise.
@frozen
public struct FieldID: RawRepresentable, Hashable, Sendable {
  public let rawValue: UInt16

  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}
