import Basis
import IR
import Syntax

extension JavaScriptLowering {
  /// A loop of any kind; `label` is what `break` and `continue` may call it.
  func loop(_ node: SyntaxNode, label: Symbol?, _ b: inout FunctionBuilder) {
    switch node.kind {
    case Node.forStatement: b.scoped { forLoop(node, label: label, &$0) }
    case Node.forInStatement: iteration(node, label: label, &b)
    case Node.whileStatement:
      guard let condition = node[Field.condition] else { return recover(node, &b) }
      b.loop(
        label: label, while: decision(condition), body: { statement(node[Field.body], &$0) },
        at: node.range)
    default:
      guard let condition = node[Field.condition] else { return recover(node, &b) }
      b.loop(
        label: label, body: { statement(node[Field.body], &$0) }, thenWhile: decision(condition),
        at: node.range)
    }
  }

  /// `for (initializer; condition; increment) body`
  private func forLoop(_ node: SyntaxNode, label: Symbol?, _ b: inout FunctionBuilder) {
    if let initializer = node[Field.initializer] {
      _ = declareNames(of: initializer, &b)
      statement(initializer, &b)
    }
    var test = Decision.always(true)
    if let condition = node[Field.condition], condition.kind != Node.emptyStatement {
      test = decision(condition)
    }
    b.loop(
      label: label, while: test, body: { statement(node[Field.body], &$0) },
      update: { b in
        if let increment = node[Field.increment] { effect(increment, &b) }
      }, at: node.range)
  }

  /// `for (left of right) body`, `for await (...)`, `for (left in right)`
  private func iteration(_ node: SyntaxNode, label: Symbol?, _ b: inout FunctionBuilder) {
    guard let left = node[Field.left], let right = node[Field.right] else {
      return recover(node, &b)
    }
    let isOverKeys = has(Node.inKeyword, node)
    var collection = expression(right, &b)
    if isOverKeys {
      // The keys of an object are strings, not what the object holds.
      let object = collection
      collection = b.value(at: right.range) { .compute(.other, [object], into: $0) }
    }
    let head = ByteRange(start: left.range.start, end: right.range.end)
    let item = b.temporary(at: head)
    let next: (inout FunctionBuilder) -> Condition = { [collection] b in
      // What `for await` waits for can fail; a collection in memory gives its items.
      let waits = has(Node.awaitKeyword, node)
      b.emit(.iterate(over: collection, into: item), at: head, mayRaise: waits)
      return Condition(.element, of: item, at: right.range)
    }
    b.loop(
      label: label, while: .test(next),
      body: { b in
        b.scoped { round(node, left, item, at: head, &$0) }
      }, at: node.range)
  }

  /// One round of a `for of` or `for in`: the variable is bound, then the body runs.
  private func round(
    _ node: SyntaxNode, _ left: SyntaxNode, _ item: ID<Place>, at head: ByteRange,
    _ b: inout FunctionBuilder
  ) {
    var value = item
    if has(Node.awaitKeyword, node) {
      value = b.value(at: head, mayRaise: true) { .await(item, into: $0) }
    }
    if let keyword = node[Field.kind], keyword.kind != Node.varKeyword { declare(left, &b) }
    if let keyword = node[Field.kind], let holding = resourceKind(keyword) {
      bind(left, to: value, &b)
      let place = left.kind == Node.identifier ? b.resolve(symbol(left, &b), at: left.range) : value
      protect(place, holding, at: head, &b) { statement(node[Field.body], &$0) }
      return
    }
    bind(left, to: value, &b)
    statement(node[Field.body], &b)
  }
}
