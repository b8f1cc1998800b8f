/// What a grammar's own numbers are called in its family's numbering.
struct Numbering: Sendable {
  /// For each symbol of the grammar, the family's kind; 0 for what never shows in a tree.
  let kinds: [UInt16]
  /// For each field of the grammar, which count from 1, the family's field.
  let fields: [UInt8]
}
