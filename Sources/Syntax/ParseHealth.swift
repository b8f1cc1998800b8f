package import Basis

/// How much of a file the parser understood.
package struct ParseHealth: Equatable, Sendable {
  /// How many nodes the tree has.
  package let nodeCount: Int
  /// How many stretches made no sense, those within another included.
  package private(set) var errorCount = 0
  /// How many words or signs were supplied.
  package private(set) var missingCount = 0
  /// The outermost stretches that made no sense, in order.
  package private(set) var errorRanges: [ByteRange] = []
  /// Whether the parser was stopped, so that the end of the file is not in the tree.
  package let isTruncated: Bool

  /// Whether every byte was understood.
  package var isSound: Bool { errorCount == 0 && missingCount == 0 && !isTruncated }

  init(_ root: SyntaxNode, isTruncated: Bool) {
    nodeCount = root.subtreeCount
    self.isTruncated = isTruncated
    guard root.hasError else { return }
    var end: UInt32 = 0
    for node in root.subtree where node.hasError {
      if node.isMissing { missingCount += 1 }
      guard node.isError else { continue }
      errorCount += 1
      guard errorRanges.isEmpty || node.range.start >= end else { continue }
      errorRanges.append(node.range)
      end = node.range.end
    }
  }
}
