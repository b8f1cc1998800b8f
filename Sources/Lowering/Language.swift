package import Basis
package import IR
package import Syntax

// From syntax to the representation that everything else reads.
//
// The problem: checks must not know that Python says `with` and JavaScript `using`. A language
// walks its trees once and describes what it reads to a `FunctionBuilder`, which owns every edge.
// What a language decides is *which* words it uses; so that one check serves all, they agree:
//
//     x = await f(a)      %0 = call f(a) !          one operation for each step that evaluates,
//                         %1 = await %0 !           in the order of evaluation; the range of a
//                         x = %1                    step is the range of its expression
//     a, b = pair         a = pair.0, b = pair.1    a constant index is a field, as is `row["id"]`
//     for x in xs:        %0 = next xs !            the head of the loop, before the choice; the
//                         if %0 ? body else end     variable is assigned inside the body
//     a or b              %0 = a; if %0 ...         short circuits are decisions and copies
//     @d  def f(): ...    %0 = closure f            the name is bound to the function itself and
//                         implicit d(%0) !          the decorator is called with it: what d
//                         f = %0                    returns in its stead is not followed
//
// What raises: calls, `await`, `yield`, `next` of a loop, `raise`. Loads and stores do not.
//
// Refused: a language that asks about libraries. The exceptions are words of the language itself
// that happen to be functions (`super`, `property`, `contextlib.suppress`).

/// A language that can be lowered: which files it speaks for, and how it reads their trees.
package protocol Language: Sendable {
  /// The name that users see.
  static var name: String { get }
  /// The grammar for each file extension, without the dot.
  static var grammars: KeyValuePairs<String, Grammar> { get }

  /// A language is its rules alone and has no state.
  init()

  /// Whether a node is a comment, where a suppression may stand.
  static func isComment(_ kind: NodeKind) -> Bool
  /// Whether a node that is its parent's first child is lowered without recursion, as a link of a
  /// chain: `a` in `a.b()`, the left side in `a + b + c`.
  static func isChainLink(_ kind: NodeKind, in parent: NodeKind) -> Bool
  /// Whether what the grammar makes no sense of, or supplies, is understood all the same: `&`
  /// between tags, which is text.
  static func isUnderstood(_ fault: SyntaxNode, in parent: NodeKind) -> Bool
  /// Whether a node is lowered several times, once for each way of leaving what it cleans up.
  static func isCleanup(_ kind: NodeKind) -> Bool

  /// Describes the file to `builder`, which stands in the module body.
  func lower(_ source: ParsedSource, into builder: inout FunctionBuilder)
}

/// A parsed file as a language reads it; valid while the tree is alive.
package struct ParsedSource {
  package let root: SyntaxNode
  package let bytes: [UInt8]
  package let grammar: Grammar
  /// Nodes nested so deep, or to be repeated so often, that they are to become opaque.
  package let tooDeep: Set<SyntaxNode>
}

/// Lowers a parsed file.
///
/// The stack needs 24 KiB for each level of nesting up to `SyntaxSurvey.deepest` in debug builds
/// and a tenth of it in release builds; the source cannot ask for more.
package func lower(
  _ tree: borrowing SyntaxTree, of file: ID<SourceFile>, bytes: [UInt8], grammar: Grammar,
  symbols: SymbolTable
) -> Module {
  switch grammar.family {
  case .python: lower(tree, by: Python(), of: file, bytes: bytes, grammar: grammar, symbols)
  case .javascript: lower(tree, by: JavaScript(), of: file, bytes: bytes, grammar: grammar, symbols)
  }
}

/// Parses and lowers a file.
package func lower(
  file: ID<SourceFile>, bytes: [UInt8], grammar: Grammar, symbols: SymbolTable
) throws(ParseRefusal) -> Module {
  var parser = SyntaxParser(grammar)
  let tree = try parser.parse(bytes)
  if grammar == .javascript, tree.root.hasError,
    let typed = lowerAsTyped(file: file, bytes: bytes, symbols, unless: tree.health)
  {
    return typed
  }
  return lower(tree, of: file, bytes: bytes, grammar: grammar, symbols: symbols)
}

/// Lowers a file of JavaScript that is annotated with types after all, as Flow does it, if that
/// makes more sense of it; TypeScript's grammar reads most of Flow's.
private func lowerAsTyped(
  file: ID<SourceFile>, bytes: [UInt8], _ symbols: SymbolTable, unless plain: ParseHealth
) -> Module? {
  var parser = SyntaxParser(.tsx)
  do {
    let tree = try parser.parse(bytes)
    guard tree.health.errorCount < plain.errorCount else { return nil }
    return lower(tree, of: file, bytes: bytes, grammar: .tsx, symbols: symbols)
  } catch {
    return nil  // The plain tree stands.
  }
}

private func lower<Spoken: Language>(
  _ tree: borrowing SyntaxTree, by language: Spoken, of file: ID<SourceFile>, bytes: [UInt8],
  grammar: Grammar, _ symbols: SymbolTable
) -> Module {
  let root = tree.root
  let survey = SyntaxSurvey(of: root, in: Spoken.self)
  var builder = FunctionBuilder(file: file, symbols: symbols, range: root.range)
  builder.module.comments = survey.comments
  builder.module.health.nodes = survey.nodeCount
  if root.hasError { builder.module.health.misunderstood = survey.misunderstood }
  let source = ParsedSource(root: root, bytes: bytes, grammar: grammar, tooDeep: survey.tooDeep)
  language.lower(source, into: &builder)
  return builder.finish()
}
