import Basis
import IR
import Syntax

extension PythonLowering {
  /// An `if` with its `elif`s side by side: a long chain of them is no deep nesting.
  func ifStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    var arms = [arm(node)]
    var otherwise: SyntaxNode?
    for child in node.namedChildren {
      if child.kind == Node.elifClause { arms.append(arm(child)) }
      if child.kind == Node.elseClause { otherwise = child }
    }
    if let otherwise {
      arms.append(FunctionBuilder.Arm(test: nil) { block(of: otherwise, &$0) })
    }
    builder.choose(arms, fallsThrough: false, at: node.range)
  }

  private func arm(_ node: SyntaxNode) -> FunctionBuilder.Arm {
    let test = node[Field.condition].map { decision($0) }
    return FunctionBuilder.Arm(test: test ?? .test { _ in .unknown(at: node.range) }) {
      statement(node[Field.consequence], &$0)
    }
  }

  /// `while`; its `else` runs when the test fails and not on `break`.
  func whileStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    let test = node[Field.condition].map { decision($0) }
    builder.loop(
      while: test ?? .test { _ in .unknown(at: node.range) },
      body: { statement(node[Field.body], &$0) },
      otherwise: { otherwise(of: node, &$0) }, at: node.range)
  }

  /// `for` and `async for`; the iterable is evaluated once.
  func forStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    guard let left = node[Field.left], let right = node[Field.right] else {
      opaque(node, &builder)
      return
    }
    let iterable = expression(right, &builder)
    let iteration = Iteration(
      iterable: iterable, range: right.range, isAsync: node.holds(Node.asyncKeyword),
      whole: node.range)
    loop(
      iteration,
      body: { element, body in
        assign(element, to: left, &body)
        statement(node[Field.body], &body)
      }, otherwise: { otherwise(of: node, &$0) }, &builder)
  }

  /// What a loop goes over, and where the iterable and the loop stand.
  struct Iteration {
    var iterable: ID<Place>
    var range: ByteRange
    var isAsync: Bool
    var whole: ByteRange
  }

  /// A loop over an iterable: the next element, the choice whether there was one, the body.
  func loop(
    _ iteration: Iteration, body: (ID<Place>, inout FunctionBuilder) -> Void,
    otherwise: FunctionBuilder.Body = { _ in }, _ builder: inout FunctionBuilder
  ) {
    let range = iteration.range
    let element = builder.temporary(at: range)
    let head = Decision.test { head in
      let next = iteration.isAsync ? head.temporary(at: range) : element
      head.emit(.iterate(over: iteration.iterable, into: next), at: range, mayRaise: true)
      if iteration.isAsync {
        head.emit(.await(next, into: element), at: range, mayRaise: true)
      }
      return Condition(.element, of: element, at: range)
    }
    builder.loop(
      while: head, body: { body(element, &$0) }, otherwise: otherwise, at: iteration.whole)
  }

  /// The `else` of a loop or a `try`.
  func otherwise(of node: SyntaxNode, _ builder: inout FunctionBuilder) {
    for child in node.namedChildren where child.kind == Node.elseClause {
      block(of: child, &builder)
    }
  }
}
