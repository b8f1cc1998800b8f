import Basis
import Syntax

/// What one walk over a tree finds before lowering: comments, nodes, and what must not be entered.
///
/// Lowering recurses as the source nests and repeats cleanups as they are nested in cleanups, so
/// that hostile input could overflow the stack or fill the memory. The walk does neither; it marks
/// the nodes at which lowering stops.
struct SyntaxSurvey {
  private(set) var comments: [ByteRange] = []
  /// How many nodes stand for rules of the grammar.
  private(set) var nodeCount = 0
  private(set) var tooDeep: Set<SyntaxNode> = []
  /// The first stretch that the parser made no sense of, or where it supplied something.
  private(set) var misunderstood: ByteRange?

  /// How deep nodes may be nested; Python itself allows 200 parentheses and 100 indentations.
  static let deepest = 1_000
  /// How often a cleanup is repeated at most: by falling through, raising, returning.
  private static let copies = 3

  /// A node whose children are being walked.
  private struct Frame {
    var end: Int
    var depth: Int
    var kind: NodeKind
    /// How often what stands here is lowered.
    var repetition: Int
  }

  /// Walks the tree once, front to back.
  init<Spoken: Language>(of root: SyntaxNode, in language: Spoken.Type) {
    var frames = [Frame(end: root.subtreeCount, depth: 0, kind: root.kind, repetition: 1)]
    // What cleanups may add in all, in nodes: sources that people write stay far below.
    var budget = 100_000 + 4 * root.subtreeCount
    var follows = false
    if root.isError { misunderstood = root.range }
    var understood = 0..<0
    for (index, node) in root.subtree.enumerated().dropFirst() {
      while let last = frames.last, last.end <= index { frames.removeLast() }
      let size = node.subtreeCount
      if node.isNamed { nodeCount += 1 }
      if misunderstood == nil, node.isError || node.isMissing, !understood.contains(index) {
        if let parent = frames.last, Spoken.isUnderstood(node, in: parent.kind) {
          understood = index..<index + size
        } else {
          misunderstood = node.range
        }
      }
      let isFirst = follows
      follows = size > 1
      if size == 1 {
        if Spoken.isComment(node.kind) { comments.append(node.range) }
        continue
      }
      guard let parent = frames.last else { continue }
      let isLink = isFirst && Spoken.isChainLink(node.kind, in: parent.kind)
      var frame = Frame(
        end: index + size, depth: parent.depth + (isLink ? 0 : 1), kind: node.kind,
        repetition: parent.repetition)
      if frame.depth >= Self.deepest { tooDeep.insert(node) }
      if Spoken.isCleanup(node.kind) {
        frame.repetition *= Self.copies
        budget -= size * frame.repetition
        if budget < 0 || frame.repetition > 1_000 { tooDeep.insert(node) }
      }
      frames.append(frame)
    }
  }
}
