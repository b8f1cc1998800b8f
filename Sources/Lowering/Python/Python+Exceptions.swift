import Basis
import IR
import Syntax

extension PythonLowering {
  /// `try` with its handlers, its `else` and its `finally`.
  func tryStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    var handlers: [Handler] = []
    var cleanup: FunctionBuilder.Body?
    for child in node.namedChildren {
      switch child.kind {
      case Node.exceptClause, Node.exceptGroupClause: handlers.append(handler(child, &builder))
      case Node.finallyClause: cleanup = { block(of: child, &$0) }
      default: continue
      }
    }
    builder.protected(
      { statement(node[Field.body], &$0) }, handlers: handlers,
      otherwise: { otherwise(of: node, &$0) }, finally: cleanup, at: node.range)
  }

  /// An `except` clause: what it catches, the name it gives it, and what it does.
  private func handler(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> Handler {
    var types: [SyntaxNode] = []
    var name: SyntaxNode?
    for child in node.namedChildren {
      switch child.kind {
      case Node.block, Node.comment, Node.lineContinuation: continue
      case Node.asPattern:
        if let type = child.firstOperand { types += caughtTypes(type) }
        name = child[Field.alias]?.firstOperand
      default: types += caughtTypes(child)
      }
    }
    let isBare = types.isEmpty && !node.hasError
    let catchesEverything = isBare || types.contains { isCatchAll($0, &builder) }
    let seesClosing = isBare || types.contains { catchesClosing($0, &builder) }
    var handler = Handler(catchesEverything: catchesEverything) { body in
      let places = types.map { expression($0, &body) }
      let caught = name.map { place(ofTarget: $0, &body) } ?? body.temporary(at: node.range)
      body.emit(.caught(types: places, into: caught), at: node.range)
      block(of: node, &body)
    }
    handler.seesClosing = seesClosing
    return handler
  }

  /// Whether a type is that by which a generator is closed, or one above it.
  private func catchesClosing(_ type: SyntaxNode, _ builder: inout FunctionBuilder) -> Bool {
    let name = type.kind == Node.attribute ? type[Field.attribute] : type
    guard let name, name.kind == Node.identifier else { return false }
    let word = word(name, &builder)
    return word == .generatorExit || word == .baseException
  }

  /// The types in `A`, in `(A, B)`, and in `A, B, C` of Python 3.14, whose third is an error to the
  /// grammar.
  private func caughtTypes(_ node: SyntaxNode) -> [SyntaxNode] {
    switch node.kind {
    case Node.parenthesizedExpression, Node.tuple, .error:
      isTooDeep(node) ? [node] : node.operands.flatMap(caughtTypes)
    default: [node]
    }
  }

  /// Whether a type is `Exception` or `BaseException`, which catch everything we follow.
  func isCatchAll(_ type: SyntaxNode, _ builder: inout FunctionBuilder) -> Bool {
    let name = type.kind == Node.attribute ? type[Field.attribute] : type
    guard let name, name.kind == Node.identifier else { return false }
    let word = word(name, &builder)
    return word == .exception || word == .baseException
  }

  /// `raise`, `raise x`, `raise x from y`; the cause is evaluated and left.
  func raiseStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    var raised: ID<Place>?
    for child in node.namedChildren where !child.isExtra {
      let value = expression(child, &builder)
      if child.field != Field.cause, raised == nil { raised = value }
    }
    builder.leave(.raise(raised), at: node.range)
  }

  /// `assert test, message`: raises when the test fails.
  func assertStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    let operands = node.operands
    guard let test = operands.first else { return }
    builder.conditional(
      decision(test), then: { _ in },
      otherwise: { failure in
        for message in operands.dropFirst() { expression(message, &failure) }
        let error = failure.resolve(words[.assertionError], at: node.range)
        failure.leave(.raise(error), at: node.range)
      }, at: node.range)
  }
}
