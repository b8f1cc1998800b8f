internal import CParserGuard

/// A parsed file; owns its nodes and frees them.
@safe
package struct SyntaxTree: ~Copyable, @unchecked Sendable {
  // Sendable because nobody writes the nodes after the parser did.
  private let tree: sl_tree

  init(_ tree: sl_tree) { unsafe self.tree = unsafe tree }

  deinit { unsafe sl_tree_free(tree) }

  /// The node for the whole file.
  package var root: SyntaxNode {
    guard let first = unsafe tree.nodes else { preconditionFailure("a tree has a root") }
    return unsafe SyntaxNode(first)
  }

  /// How many nodes there are.
  package var count: Int { unsafe Int(tree.count) }

  /// How well the parser understood the file; linear in it where there are errors.
  package var health: ParseHealth {
    unsafe ParseHealth(root, isTruncated: tree.is_truncated)
  }
}
