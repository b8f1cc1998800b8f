import Basis
import IR
import Syntax

extension PythonLowering {
  /// Evaluates an expression and gives the place of its value; a name is its own place.
  @discardableResult
  func expression(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    guard !isTooDeep(node) else { return opaque(node, &builder) }
    switch node.kind {
    case Node.identifier: return name(node, &builder)
    case Node.call, Node.attribute, Node.subscript: return chain(node, &builder)
    case Node.string, Node.concatenatedString: return string(node, &builder)
    case Node.integer, Node.float, Node.none, Node.true, Node.false:
      return literal(constant(node, &builder) ?? .undefined, at: node.range, &builder)
    case Node.parenthesizedExpression:
      return node.firstOperand.map { expression($0, &builder) } ?? opaque(node, &builder)
    case Node.await:
      let value = operand(node, &builder)
      return builder.value(at: node.range, mayRaise: true) { .await(value, into: $0) }
    case Node.tuple, Node.expressionList, Node.patternList, Node.tuplePattern:
      return sequence(node, .tuple, &builder)
    case Node.list, Node.set, Node.listPattern: return sequence(node, .sequence, &builder)
    case Node.dictionary: return dictionary(node, &builder)
    default: return operation(node, &builder)
    }
  }

  private func operation(
    _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    switch node.kind {
    case Node.binaryOperator: return binary(node, &builder)
    case Node.booleanOperator: return shortCircuit(node, &builder)
    case Node.comparisonOperator: return comparisonValue(node, &builder)
    case Node.unaryOperator: return unary(node, &builder)
    case Node.notOperator:
      let value = operand(node, &builder)
      return builder.value(at: node.range) { .compute(.not, [value], into: $0) }
    case Node.conditionalExpression: return conditional(node, &builder)
    case Node.namedExpression: return walrus(node, &builder)
    case Node.lambda: return lambda(node, &builder)
    case Node.yield: return yield(node, &builder)
    case Node.listComprehension, Node.setComprehension, Node.dictionaryComprehension,
      Node.generatorExpression:
      return comprehension(node, &builder)
    case Node.slice: return compute(.other, node, &builder)
    case Node.ellipsis: return compute(.other, node, &builder)
    default: return rareExpression(node, &builder)
    }
  }

  private func rareExpression(
    _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    switch node.kind {
    case Node.assignment:
      assignment(node, &builder)
      return absent(at: node.range, &builder)
    case Node.augmentedAssignment:
      return augmentedAssignment(node, &builder)
    case Node.listSplat, Node.listSplatPattern, Node.dictionarySplat, Node.parenthesizedListSplat,
      Node.type, Node.chevron, Node.asPattern, Node.asPatternTarget, Node.interpolation,
      Node.formatExpression, Node.keywordArgument:
      return node.operands.last.map { expression($0, &builder) } ?? opaque(node, &builder)
    default: return opaque(node, &builder)
    }
  }

  /// The place that a name means; something unknown where the parser supplied the name.
  func name(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    guard !node.isMissing else { return absent(at: node.range, &builder) }
    return builder.resolve(symbol(node, &builder), at: node.range)
  }

  /// The value of the only operand of a node.
  func operand(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    node.firstOperand.map { expression($0, &builder) } ?? absent(at: node.range, &builder)
  }

  /// The value of the child that plays a part.
  func value(
    of field: FieldID, in node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    node[field].map { expression($0, &builder) } ?? absent(at: node.range, &builder)
  }

  /// A computation over all operands of a node.
  private func compute(
    _ symbol: Operator, _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    let places = node.operands.map { expression($0, &builder) }
    return builder.value(at: node.range) { .compute(symbol, places, into: $0) }
  }

  // MARK: Choices

  private func conditional(
    _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    let operands = node.operands
    guard operands.count == 3 else { return opaque(node, &builder) }
    let result = builder.temporary(at: node.range)
    builder.conditional(
      decision(operands[1]),
      then: { copy(operands[0], into: result, &$0) },
      otherwise: { copy(operands[2], into: result, &$0) }, at: node.range)
    return result
  }

  private func copy(
    _ node: SyntaxNode, into place: ID<Place>, _ builder: inout FunctionBuilder
  ) {
    let value = expression(node, &builder)
    builder.emit(.copy(value, into: place), at: node.range)
  }

  /// `a or b or c`: the first that decides, or the last.
  private func shortCircuit(
    _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    let operands = operands(ofChain: node)
    guard let last = operands.last else { return opaque(node, &builder) }
    let result = builder.temporary(at: node.range)
    let tests = operands.dropLast().map { operand in
      Decision.test { test in
        let value = expression(operand, &test)
        test.emit(.copy(value, into: result), at: operand.range)
        return Condition(.truthy, of: value, at: operand.range)
      }
    }
    let isAnd = node.isAnd
    builder.conditional(
      balanced(tests[...], isAnd: isAnd),
      then: { if isAnd { copy(last, into: result, &$0) } },
      otherwise: { if !isAnd { copy(last, into: result, &$0) } }, at: node.range)
    return result
  }

  /// `name := value`; the value is the variable, so that a condition learns about it.
  private func walrus(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    let value = value(of: Field.value, in: node, &builder)
    guard let name = node[Field.name], !name.isMissing else { return value }
    let place = builder.resolve(symbol(name, &builder), at: name.range)
    builder.emit(.copy(value, into: place), at: node.range)
    return place
  }

  private func yield(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    builder.current.isGenerator = true
    let value = node.firstOperand.map { expression($0, &builder) }
    let delegates = node.holds(Node.fromKeyword)
    let result = builder.value(at: node.range, mayRaise: true) {
      .yield(value, into: $0, delegates: delegates)
    }
    // Who goes through it no further closes it here: cleanups run, and no `except Exception` does.
    // What a decorator makes of a generator, such as a coroutine or a scope, is gone through.
    if !delegates, builder.current.decorators.isEmpty, builder.isClosedPastHandlers {
      builder.either([{ _ in }, { closed(at: node, &$0) }], at: node.range)
    }
    return result
  }

  /// A generator is closed at its `yield`: it is left, by a sort of exception.
  private func closed(at node: SyntaxNode, _ builder: inout FunctionBuilder) {
    let type = builder.resolve(words[.generatorExit], at: node.range)
    let caught = builder.temporary(at: node.range)
    builder.emit(.caught(types: [type], into: caught), at: node.range)
    builder.leave(.return(nil), at: node.range)
  }
}
