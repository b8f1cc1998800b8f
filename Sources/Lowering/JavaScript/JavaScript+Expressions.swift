import Basis
import IR
import Syntax

extension JavaScriptLowering {
  /// Evaluates an expression; a function or class in it takes `name` if it has none of its own.
  func expression(
    _ node: SyntaxNode, named name: Symbol?, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    guard let name else { return expression(node, &b) }
    let inner = unwrapped(node)
    guard !stops(at: inner) else { return unentered(inner, &b) }
    switch inner.kind {
    case Node.arrowFunction, Node.functionExpression, Node.generatorFunction:
      return functionValue(inner, named: name, &b)
    case Node.class: return classExpression(inner, named: name, &b)
    default: return expression(node, &b)
    }
  }

  /// Evaluates an expression and gives the place that holds its value.
  func expression(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    guard !stops(at: node) else { return unentered(node, &b) }
    switch node.kind {
    case Node.identifier: return b.resolve(symbol(node, &b), at: node.range)
    case Node.callExpression, Node.memberExpression, Node.subscriptExpression,
      Node.nonNullExpression, Node.instantiationExpression:
      return postfix(node, &b)
    case Node.string, Node.number, Node.true, Node.false, Node.null, Node.undefined, Node.regex,
      Node.templateString:
      return constant(node, &b)
    case Node.this: return b.resolve(words.this, at: node.range)
    case Node.parenthesizedExpression: return transparent(operand(node), of: node, &b)
    case Node.typeAssertion: return transparent(lastOperand(node), of: node, &b)
    case Node.asExpression, Node.satisfiesExpression: return typed(node, &b)
    case Node.awaitExpression: return awaited(operand(node), at: node.range, &b)
    case Node.yieldExpression: return yielded(node, &b)
    case Node.assignmentExpression: return assignment(node, &b)
    case Node.augmentedAssignmentExpression: return augmentedAssignment(node, &b)
    case Node.updateExpression: return update(node, &b)
    case Node.binaryExpression: return binary(node, &b)
    case Node.unaryExpression: return unary(node, &b)
    case Node.ternaryExpression: return ternary(node, &b)
    case Node.sequenceExpression: return sequence(node, &b)
    case Node.newExpression: return construction(node, &b)
    case Node.object: return object(node, &b)
    case Node.array: return array(node, &b)
    case Node.arrowFunction, Node.functionExpression, Node.generatorFunction:
      return functionValue(node, named: nil, &b)
    case Node.class: return classExpression(node, named: nil, &b)
    case Node.jsxElement, Node.jsxSelfClosingElement, Node.jsxExpression:
      return element(node, &b)
    case Node.metaProperty, Node.super, Node.import, Node.jsxText, Node.htmlCharacterReference,
      Node.privatePropertyIdentifier:
      return b.value(at: node.range) { .opaque(reads: [], into: $0) }
    default: return unknown(node, &b)
    }
  }

  /// Evaluates an expression whose value nobody wants.
  ///
  /// A promise chain here floats: what it raises is not raised here, and what follows runs.
  func effect(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard !stops(at: node) else { return _ = unentered(node, &b) }
    switch node.kind {
    case Node.parenthesizedExpression: if let inner = operand(node) { effect(inner, &b) }
    case Node.sequenceExpression:
      for child in node.namedChildren where !JavaScript.isComment(child.kind) { effect(child, &b) }
    case Node.unaryExpression where node[Field.operator]?.kind == Node.voidKeyword:
      if let inner = node[Field.argument] { effect(inner, &b) }
    case Node.ternaryExpression:
      guard let condition = node[Field.condition] else { return _ = unknown(node, &b) }
      b.conditional(
        decision(condition), then: { b in node[Field.consequence].map { effect($0, &b) } },
        otherwise: { b in node[Field.alternative].map { effect($0, &b) } }, at: node.range)
    case Node.binaryExpression: binaryEffect(node, &b)
    case Node.callExpression:
      guard let link = promiseLink(node) else { return _ = postfix(node, &b) }
      b.protected(
        { [waiting = waiting(for: link)] b in _ = waiting.settle(link, at: node.range, &b) },
        handlers: [
          Handler(catchesEverything: true, isWritten: false) { b in
            b.value(at: node.range) { .caught(types: [], into: $0) }
          }
        ], at: node.range)
    default: _ = expression(node, &b)
    }
  }

  private func binaryEffect(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let sign = node[Field.operator], let left = node[Field.left],
      let right = node[Field.right],
      sign.kind == Node.ampersandAmpersand || sign.kind == Node.barBar
    else { return _ = expression(node, &b) }
    let isAnd = sign.kind == Node.ampersandAmpersand
    b.conditional(
      isAnd ? decision(left) : .not(decision(left)), then: { effect(right, &$0) }, at: node.range)
  }

  /// The value of what stands in the node, or nothing known.
  private func transparent(
    _ inner: SyntaxNode?, of node: SyntaxNode, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    if let inner { return expression(inner, &b) }
    return unknown(node, &b)
  }

  /// `value as Type`; a temporary remembers the type, a variable has one of its own.
  private func typed(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    let place = transparent(operand(node), of: node, &b)
    if b.current.places[place].isTemporary, let type = lastOperand(node), type.kind != node.kind,
      let reference = typeReference(type, &b)
    {
      b.annotate(place, with: reference)
    }
    return place
  }

  /// `await value`; to wait for a chain that is settled does nothing.
  func awaited(
    _ value: SyntaxNode?, at range: ByteRange, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    guard let value else { return b.value(at: range) { .opaque(reads: [], into: $0) } }
    if let link = promiseLink(unwrapped(value)), isSettled(link) { return expression(value, &b) }
    let promise = expression(value, &b)
    let isEvent = event.map { $0.range == unwrapped(value).range } ?? false
    return b.value(at: range, mayRaise: !isEvent) { .await(promise, into: $0) }
  }

  private func yielded(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    let value = operand(node).map { expression($0, &b) }
    let delegates = has(Node.star, node)
    let result = b.value(at: node.range, mayRaise: true) {
      .yield(value, into: $0, delegates: delegates)
    }
    // Who goes through it no further closes it here: cleanups run, and no handler does.
    if b.isInHandledBody {
      b.either([{ _ in }, { $0.leave(.return(nil), at: node.range) }], at: node.range)
    }
    return result
  }

  private func ternary(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    guard let condition = node[Field.condition], let consequence = node[Field.consequence],
      let alternative = node[Field.alternative]
    else { return unknown(node, &b) }
    let result = b.temporary(at: node.range)
    b.conditional(
      decision(condition), then: { copy(consequence, into: result, &$0) },
      otherwise: { copy(alternative, into: result, &$0) }, at: node.range)
    return result
  }

  /// Evaluates an expression into a place.
  func copy(_ node: SyntaxNode, into place: ID<Place>, _ b: inout FunctionBuilder) {
    let value = expression(node, &b)
    b.emit(.copy(value, into: place), at: node.range)
  }

  private func sequence(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    var last: ID<Place>?
    for child in node.namedChildren where !JavaScript.isComment(child.kind) {
      last = expression(child, &b)
    }
    return last ?? unknown(node, &b)
  }

  /// `new Callee(arguments)`
  private func construction(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    guard let constructor = node[Field.constructor] else { return unknown(node, &b) }
    let callee = callee(
      reference(unwrapped(constructor), leaving: nil, &b), at: constructor.range, &b)
    let list = node[Field.arguments].map { arguments($0, &b) } ?? []
    return b.call(callee, list, isConstruction: true, at: node.range)
  }
}
