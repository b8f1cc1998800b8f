import Basis
import IR
import Syntax

/// The reading of one Python file: its bytes, and where in the nesting of scopes it stands.
///
/// A value: entering a function or class is a copy with another scope.
struct PythonLowering {
  typealias Node = PythonNode
  typealias Field = PythonField

  /// What the statements being read are the body of.
  enum Scope {
    case module
    case function
    case classBody(ID<Class>, place: ID<Place>)
  }

  let source: ParsedSource
  let words: PythonWords
  var scope = Scope.module
  /// The class whose method is being read, for fields declared as `self.x: T = ...`.
  var owner: ID<Class>?
  /// What `contextlib` and `contextlib.suppress` are called in this file.
  var contextlibNames: Set<Symbol> = []
  var suppressNames: Set<Symbol> = []
  /// Whether `:=` occurs, so that expressions may bind names.
  var hasWalrus = false

  /// Starts in the module body.
  init(source: ParsedSource, words: PythonWords) {
    self.source = source
    self.words = words
  }

  // MARK: Text

  /// The symbol of a stretch of the source.
  func intern(_ range: ByteRange, _ builder: inout FunctionBuilder) -> Symbol {
    let text = source.bytes.span.extracting(Int(range.start)..<Int(range.end))
    return builder.intern(text)
  }

  /// The symbol of a node's text.
  func symbol(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> Symbol {
    intern(node.range, &builder)
  }

  /// The word that a node spells, if it is one that means something to the language.
  func word(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> PythonWord? {
    words[symbol(node, &builder)]
  }

  /// Whether the node's text is `text`.
  func spells(_ node: SyntaxNode, _ text: StaticString) -> Bool {
    let range = Int(node.range.start)..<Int(node.range.end)
    guard range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { unsafe source.bytes[range].elementsEqual($0) }
  }

  // MARK: What is not understood

  /// Whether lowering stops at a node; see `SyntaxSurvey`.
  func isTooDeep(_ node: SyntaxNode) -> Bool {
    !source.tooDeep.isEmpty && source.tooDeep.contains(node)
  }

  /// Makes a node one opaque step that reads every name in it, and counts it.
  @discardableResult
  func opaque(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    count(unknown: node, &builder)
    var reads: [ID<Place>] = []
    var seen: Set<ID<Place>> = []
    for inner in node.subtree where inner.kind == Node.identifier && !inner.isMissing {
      guard inner.field != Field.attribute else { continue }
      let place = builder.resolve(symbol(inner, &builder), at: inner.range)
      if seen.insert(place).inserted { reads.append(place) }
    }
    return builder.value(at: node.range) { .opaque(reads: reads, into: $0) }
  }

  /// Counts a node that is not understood under the name of its kind.
  func count(unknown node: SyntaxNode, _ builder: inout FunctionBuilder) {
    let kind = builder.intern(source.grammar.name(of: node.kind))
    builder.module.health.unknown[kind, default: 0] += 1
  }

  /// The value of something that the parser had to supply.
  func absent(at range: ByteRange, _ builder: inout FunctionBuilder) -> ID<Place> {
    builder.value(at: range) { .opaque(reads: [], into: $0) }
  }

  // MARK: Small values

  /// A constant in a place of its own.
  func literal(
    _ literal: Literal, at range: ByteRange, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    builder.value(at: range) { .literal(literal, into: $0) }
  }

  /// The symbol of a position, for fields of sequences.
  func index(_ position: Int, _ builder: inout FunctionBuilder) -> Symbol {
    builder.intern(String(position))
  }
}

extension SyntaxNode {
  /// Whether it may stand anywhere and means nothing.
  var isExtra: Bool { kind == PythonNode.comment || kind == PythonNode.lineContinuation }

  /// The first named child that means something.
  var firstOperand: SyntaxNode? {
    for child in namedChildren where !child.isExtra { return child }
    return nil
  }

  /// The named children that mean something.
  var operands: [SyntaxNode] {
    namedChildren.filter { !$0.isExtra }
  }

  /// Whether one of the words or signs directly in the node is `kind`.
  func holds(_ kind: NodeKind) -> Bool {
    for child in children where child.kind == kind { return true }
    return false
  }
}
