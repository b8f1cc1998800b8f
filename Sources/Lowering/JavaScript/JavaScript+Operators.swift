import Basis
import IR
import Syntax

extension JavaScriptLowering {
  /// A binary operator; short circuits are control flow, everything else computes.
  func binary(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    guard let sign = node[Field.operator] else { return unknown(node, &b) }
    switch sign.kind {
    case Node.ampersandAmpersand, Node.barBar, Node.questionQuestion:
      return shortCircuit(node, sign.kind, &b)
    default: return typedTemplate(node, &b) ?? computation(node, &b)
    }
  }

  /// `` sql<number>`...` ``: the grammar reads two comparisons, `(sql < number) > ...`, which nobody
  /// makes with a template.
  ///
  /// Approximation: methods that are called on it, such as `.mapWith(Number)`, are left out.
  private func typedTemplate(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place>? {
    guard node[Field.operator]?.kind == Node.greater, let left = node[Field.left],
      left.kind == Node.binaryExpression, left[Field.operator]?.kind == Node.less,
      let tag = left[Field.left],
      tag.kind == Node.identifier || tag.kind == Node.memberExpression,
      let template = node[Field.right].flatMap(leadingTemplate)
    else { return nil }
    let called = callee(reference(tag, leaving: nil, &b), at: tag.range, &b)
    return b.call(called, taggedArguments(template, &b), isTag: true, at: node.range)
  }

  /// The template that a chain of members and calls begins with.
  private func leadingTemplate(_ node: SyntaxNode) -> SyntaxNode? {
    var current = node
    while current.kind != Node.templateString {
      switch current.kind {
      case Node.callExpression:
        guard let next = current[Field.function] else { return nil }
        current = next
      case Node.memberExpression:
        guard let next = current[Field.object] else { return nil }
        current = next
      default: return nil
      }
    }
    return current
  }

  /// `a && b`, `a || b`, `a ?? b`: the first operand that decides is the value.
  private func shortCircuit(
    _ node: SyntaxNode, _ sign: NodeKind, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    let operands = operands(of: node, joinedBy: sign)
    let result = b.temporary(at: node.range)
    b.breakable(label: words.shortCircuit, at: node.range) { b in
      for (index, operand) in operands.enumerated() {
        let value = expression(operand, &b)
        b.emit(.copy(value, into: result), at: operand.range)
        guard index + 1 < operands.count else { return }
        let decides = Decision.test { _ in
          Condition(
            sign == Node.questionQuestion ? .null : .truthy, of: value,
            isNegated: sign != Node.barBar, at: operand.range)
        }
        b.conditional(
          decides, then: { $0.leave(.breakOut(words.shortCircuit), at: operand.range) },
          at: operand.range)
      }
    }
    return result
  }

  /// A chain of operators that compute, from its leftmost operand outwards.
  private func computation(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    var pending: [SyntaxNode] = []
    var current = node
    while current.kind == Node.binaryExpression, let left = current[Field.left],
      let sign = current[Field.operator], !isShortCircuit(sign.kind), !stops(at: current)
    {
      pending.append(current)
      current = left
    }
    guard !pending.isEmpty else { return unknown(node, &b) }
    var value = expression(current, &b)
    for part in pending.reversed() {
      guard let sign = part[Field.operator], let right = part[Field.right] else { continue }
      let other = expression(right, &b)
      let left = value
      let symbol = operation(sign, &b)
      value = b.value(at: part.range) { .compute(symbol, [left, other], into: $0) }
    }
    return value
  }

  /// Whether an operator may leave its right side unevaluated.
  func isShortCircuit(_ sign: NodeKind) -> Bool {
    sign == Node.ampersandAmpersand || sign == Node.barBar || sign == Node.questionQuestion
  }

  /// What an operator does, as far as checks care; `+=` is `+`.
  private func operation(_ sign: SyntaxNode, _ b: inout FunctionBuilder) -> Operator {
    switch sign.kind {
    case Node.plus, Node.plusEquals: .add
    case Node.minus, Node.minusEquals: .subtract
    case Node.equalsEquals, Node.equalsEqualsEquals: .equal
    case Node.bangEquals, Node.bangEqualsEquals: .notEqual
    case Node.less, Node.lessEquals, Node.greater, Node.greaterEquals:
      .compare(symbol(sign, &b))
    case Node.inKeyword, Node.instanceofKeyword: .membership
    default: .arithmetic
    }
  }

  func unary(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    guard let sign = node[Field.operator], let argument = node[Field.argument] else {
      return unknown(node, &b)
    }
    if let number = literal(node, &b) {
      return b.value(at: node.range) { .literal(number, into: $0) }
    }
    switch sign.kind {
    case Node.deleteKeyword: return deletion(of: argument, at: node.range, &b)
    case Node.voidKeyword:
      _ = expression(argument, &b)
      return b.value(at: node.range) { .literal(.undefined, into: $0) }
    default: break
    }
    let operand = expression(argument, &b)
    let symbol: Operator =
      switch sign.kind {
      case Node.bang: .not
      case Node.typeofKeyword: .typeOf
      default: .arithmetic
      }
    return b.value(at: node.range) { .compute(symbol, [operand], into: $0) }
  }

  /// `delete a.b`: the member holds nothing any more.
  private func deletion(
    of argument: SyntaxNode, at range: ByteRange, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    let target = target(unwrapped(argument), &b)
    switch target {
    case .field, .element:
      let nothing = b.value(at: range) { .literal(.undefined, into: $0) }
      assign(nothing, to: target, at: range, &b)
    case .place, .pattern, .none: break
    }
    return b.value(at: range) { .opaque(reads: [], into: $0) }
  }

  /// `x++`, `--a.b`: the value is the variable's, whichever side the sign stands on.
  func update(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    guard let sign = node[Field.operator], let argument = node[Field.argument] else {
      return unknown(node, &b)
    }
    let target = target(unwrapped(argument), &b)
    let old = read(target, at: argument.range, &b)
    let step = b.intern("1")
    let one = b.value(at: sign.range) { .literal(.number(step), into: $0) }
    let symbol: Operator = sign.kind == Node.minusMinus ? .subtract : .add
    let result = b.value(at: node.range) { .compute(symbol, [old, one], into: $0) }
    assign(result, to: target, at: node.range, &b)
    return result
  }

  /// `a += b`, `a ??= b`
  func augmentedAssignment(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    guard let sign = node[Field.operator], let left = node[Field.left],
      let right = node[Field.right]
    else { return unknown(node, &b) }
    let target = target(unwrapped(left), &b)
    let old = read(target, at: left.range, &b)
    guard let condition = conditionOfAssignment(sign.kind, old, at: left.range) else {
      let other = expression(right, &b)
      let symbol = operation(sign, &b)
      let result = b.value(at: node.range) { .compute(symbol, [old, other], into: $0) }
      assign(result, to: target, at: node.range, &b)
      return result
    }
    let result = b.temporary(at: node.range)
    b.emit(.copy(old, into: result), at: left.range)
    b.conditional(
      .test { _ in condition },
      then: { b in
        let value = expression(right, named: nameHint(left, &b), &b)
        b.emit(.copy(value, into: result), at: right.range)
        assign(value, to: target, at: node.range, &b)
      }, at: node.range)
    return result
  }

  /// When a logical assignment assigns; nil for one that always does.
  private func conditionOfAssignment(
    _ sign: NodeKind, _ old: ID<Place>, at range: ByteRange
  ) -> Condition? {
    switch sign {
    case Node.questionQuestionEquals: Condition(.null, of: old, at: range)
    case Node.barBarEquals: Condition(.truthy, of: old, isNegated: true, at: range)
    case Node.ampersandAmpersandEquals: Condition(.truthy, of: old, at: range)
    default: nil
    }
  }
}
