public import Basis
public import CParserGuard

/// A view of one node; valid while its tree is alive, and never stored.
///
/// A tree is one array that holds each node before its children, so a node is a pointer into it:
/// children and siblings are found by adding sizes, and reading calls nothing.
@frozen
@safe
public struct SyntaxNode: Hashable {
  @usableFromInline let pointer: UnsafePointer<sl_node>

  @inlinable
  init(_ pointer: UnsafePointer<sl_node>) { unsafe self.pointer = unsafe pointer }

  @inlinable
  public static func == (left: SyntaxNode, right: SyntaxNode) -> Bool {
    unsafe left.pointer == right.pointer
  }

  @inlinable
  public func hash(into hasher: inout Hasher) {
    unsafe hasher.combine(UInt(bitPattern: pointer))
  }

  @inlinable
  public var kind: NodeKind { unsafe NodeKind(rawValue: pointer.pointee.kind) }

  @inlinable
  public var range: ByteRange {
    unsafe ByteRange(start: pointer.pointee.start, end: pointer.pointee.end)
  }

  /// The part that the node plays in its parent.
  @inlinable
  public var field: FieldID? {
    let field = unsafe pointer.pointee.field
    return field == 0 ? nil : FieldID(rawValue: UInt16(field))
  }

  /// Whether it stands for a rule of the grammar, rather than for a word or sign quoted in one.
  @inlinable
  public var isNamed: Bool { has(SL_NODE_NAMED) }

  /// Whether the parser supplied it, to make sense of what follows; its range is empty.
  @inlinable
  public var isMissing: Bool { has(SL_NODE_MISSING) }

  /// Whether it is a stretch of source that the parser could not make sense of.
  @inlinable
  public var isError: Bool { kind == .error }

  /// Whether it is, or holds, an error or something missing.
  @inlinable
  public var hasError: Bool { has(SL_NODE_HAS_ERROR) }

  /// How many nodes there are from this one to its last descendant.
  @inlinable
  public var subtreeCount: Int { unsafe Int(pointer.pointee.size) }

  @inlinable
  func has(_ flag: sl_node_flags) -> Bool {
    unsafe UInt32(pointer.pointee.flags) & flag.rawValue != 0
  }

  /// The first child that plays this part; linear in the number of children.
  @inlinable
  public subscript(field: FieldID) -> SyntaxNode? {
    for child in children where child.field == field { return child }
    return nil
  }

  /// All children in order, words and signs included.
  @inlinable
  public var children: SyntaxChildren { unsafe SyntaxChildren(of: pointer, named: false) }

  /// The children that stand for rules of the grammar: comments and errors are among them.
  @inlinable
  public var namedChildren: SyntaxChildren { unsafe SyntaxChildren(of: pointer, named: true) }

  /// The children that play a part which several may play.
  @inlinable
  public func fieldChildren(_ field: FieldID) -> [SyntaxNode] {
    children.filter { $0.field == field }
  }

  /// How many named children there are; linear in it.
  @inlinable
  public var namedChildCount: Int { namedChildren.reduce(0) { count, _ in count + 1 } }

  /// The child at a position among all; linear in it, so not for use in a loop.
  @inlinable
  public func child(at position: Int) -> SyntaxNode? {
    children.dropFirst(position).first { _ in true }
  }

  /// The named child at a position among the named; linear in it, so not for use in a loop.
  @inlinable
  public func namedChild(at position: Int) -> SyntaxNode? {
    namedChildren.dropFirst(position).first { _ in true }
  }

  /// This node and all below it, each before its children: a walk that no nesting can overflow.
  @inlinable
  public var subtree: SyntaxChildren {
    unsafe SyntaxChildren(next: pointer, end: pointer + subtreeCount, step: .descend)
  }
}

/// Nodes in the order of the source, found one after the other without allocation.
@frozen
@safe
public struct SyntaxChildren: Sequence, IteratorProtocol {
  @usableFromInline
  enum Step { case overAll, overNamed, descend }

  @usableFromInline var cursor: UnsafePointer<sl_node>
  @usableFromInline let end: UnsafePointer<sl_node>
  @usableFromInline let step: Step

  @inlinable
  init(next: UnsafePointer<sl_node>, end: UnsafePointer<sl_node>, step: Step) {
    unsafe cursor = unsafe next
    unsafe self.end = unsafe end
    self.step = step
  }

  @inlinable
  init(of parent: UnsafePointer<sl_node>, named: Bool) {
    unsafe self.init(
      next: parent + 1, end: parent + Int(parent.pointee.size), step: named ? .overNamed : .overAll)
  }

  @inlinable
  public mutating func next() -> SyntaxNode? {
    while unsafe cursor < end {
      let node = unsafe SyntaxNode(cursor)
      unsafe cursor += step == .descend ? 1 : node.subtreeCount
      if step != .overNamed || node.isNamed { return node }
    }
    return nil
  }
}
