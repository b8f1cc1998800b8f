import Basis
import IR
import Syntax

// JavaScript, JSX, TypeScript and TSX, as one language: the three grammars share their kinds.
//
// A file of this folder is a topic: statements, loops, expressions, calls, patterns, functions,
// classes, imports and exports, types. Each is an extension of `JavaScriptLowering`, whose methods
// take a node and the builder and say what the node does; none of them has a state of its own.
//
// What the source does not say in so many words:
//
//     p.then(f).catch(g)      Promise chains with callbacks written in place are control flow, as
//                             if the author had used `await` (`JavaScript+PromiseChains.swift`).
//     using x = open()        A declaration with a `finally` around the rest of its block.
//     a?.b.c()                A branch on null whose one side skips the whole chain.
//     {pool} = require('m')   Imports, where `require` is not declared in the file.
//     class { x = 1 }         A function of its own for the fields of an instance.
//     a: Pool                 Types of parameters, variables, fields and results are kept as
//                             references; interfaces and object types become classes of fields.
//
// Names are declared before a block is lowered (`JavaScript+Hoisting.swift`), so that a function may use what
// is declared below it. `this` is an ordinary name that functions declare and arrows capture.
//
// Refused: the temporal dead zone, the loop's own copy of a `let`, getters that run on a load.

/// JavaScript, with JSX and TypeScript.
struct JavaScript: Language {
  static let name = "JavaScript"
  static let grammars: KeyValuePairs<String, Grammar> = [
    "js": .javascript, "mjs": .javascript, "cjs": .javascript, "jsx": .javascript,
    "ts": .typescript, "mts": .typescript, "cts": .typescript, "tsx": .tsx,
  ]

  static func isComment(_ kind: NodeKind) -> Bool {
    kind == JavaScriptNode.comment || kind == JavaScriptNode.htmlComment
  }

  static func isChainLink(_ kind: NodeKind, in parent: NodeKind) -> Bool {
    kind == JavaScriptNode.binaryExpression && parent == JavaScriptNode.binaryExpression
  }

  static func isUnderstood(_ fault: SyntaxNode, in parent: NodeKind) -> Bool {
    // It reads styled.div<Props>`…` as styled.div<Props>!`…`, which means the same.
    if fault.isMissing {
      return parent == JavaScriptNode.nonNullExpression && fault.kind == JavaScriptNode.bang
    }
    // The grammar takes `&` between tags for the start of an entity; nothing else is a sign there.
    return parent == JavaScriptNode.jsxElement && fault.isError
      && fault.namedChildren.allSatisfy {
        $0.kind == JavaScriptNode.identifier || $0.kind == JavaScriptNode.number
      }
  }

  static func isCleanup(_ kind: NodeKind) -> Bool { kind == JavaScriptNode.finallyClause }

  func lower(_ source: ParsedSource, into builder: inout FunctionBuilder) {
    let lowering = JavaScriptLowering(source: source, words: JavaScriptWords(&builder))
    lowering.hoistVariables(source.root, &builder)
    if source.root.isError {
      lowering.recover(source.root, &builder)
    } else {
      lowering.statements(source.root.namedChildren, &builder)
    }
  }
}

/// The lowering of one file: what it reads, and the words it looks for.
struct JavaScriptLowering {
  typealias Node = JavaScriptNode
  typealias Field = JavaScriptField

  let source: ParsedSource
  let words: JavaScriptWords
  /// The namespace whose body is being lowered, which exports become members of.
  var namespace: ID<Place>?
  /// How many callbacks of `finally` enclose what is being lowered; each is lowered twice.
  var cleanupDepth = 0
  /// The member that a floating chain hangs on, if it is no call: `req.done`, `stream.closed`.
  var event: SyntaxNode?

  /// The lowering of a function written here, whose exports are nobody's.
  var ofFunction: JavaScriptLowering {
    var result = self
    result.namespace = nil
    return result
  }

  /// Whether the survey marked the node as one not to enter.
  func stops(at node: SyntaxNode) -> Bool {
    !source.tooDeep.isEmpty && source.tooDeep.contains(node)
  }

  /// The symbol of a node's text.
  func symbol(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> Symbol {
    symbol(node.range, &b)
  }

  /// The symbol of a stretch of the source.
  func symbol(_ range: ByteRange, _ b: inout FunctionBuilder) -> Symbol {
    b.intern(source.bytes.span.extracting(Int(range.start)..<Int(range.end)))
  }

  /// Whether the source reads `text` in a range.
  func reads(_ text: StaticString, at range: ByteRange) -> Bool {
    guard Int(range.end - range.start) == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { expected in
      let start = Int(range.start)
      for offset in 0..<expected.count {
        guard source.bytes[start + offset] == (unsafe expected[offset]) else { return false }
      }
      return true
    }
  }

  /// The first child that is a part of the construct: not a word, a sign or a comment.
  func operand(_ node: SyntaxNode) -> SyntaxNode? {
    for child in node.namedChildren where !JavaScript.isComment(child.kind) { return child }
    return nil
  }

  /// The last child that is a part of the construct.
  func lastOperand(_ node: SyntaxNode) -> SyntaxNode? {
    var last: SyntaxNode?
    for child in node.namedChildren where !JavaScript.isComment(child.kind) { last = child }
    return last
  }

  /// Whether a word or sign stands among the node's children.
  func has(_ kind: NodeKind, _ node: SyntaxNode) -> Bool {
    for child in node.children where child.kind == kind { return true }
    return false
  }

  /// The expression without parentheses and what only the type checker reads.
  func unwrapped(_ node: SyntaxNode) -> SyntaxNode {
    var current = node
    while !stops(at: current), let inner = wrapped(by: current) { current = inner }
    return current
  }

  private func wrapped(by node: SyntaxNode) -> SyntaxNode? {
    switch node.kind {
    case Node.parenthesizedExpression, Node.asExpression, Node.satisfiesExpression,
      Node.nonNullExpression, Node.instantiationExpression:
      operand(node)
    case Node.typeAssertion: lastOperand(node)
    default: nil
    }
  }
}

/// The words that lowering looks for, interned once a file.
struct JavaScriptWords {
  let this: Symbol
  let anonymous: Symbol
  let fields: Symbol
  let staticBlock: Symbol
  let `default`: Symbol
  let require: Symbol
  let module: Symbol
  let exports: Symbol
  let dispose: Symbol
  let asyncDispose: Symbol
  /// The label of what short circuits leave.
  let shortCircuit: Symbol

  init(_ b: inout FunctionBuilder) {
    this = b.intern("this")
    anonymous = b.intern("<anonymous>")
    fields = b.intern("<fields>")
    staticBlock = b.intern("<static>")
    `default` = b.intern("default")
    require = b.intern("require")
    module = b.intern("module")
    exports = b.intern("exports")
    dispose = b.intern("Symbol.dispose")
    asyncDispose = b.intern("Symbol.asyncDispose")
    shortCircuit = b.intern("?.")
  }
}
