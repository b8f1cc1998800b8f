import Basis
import IR
import Syntax

// What a branch learns from the expression it tests.
//
//     if conn:                      conn
//     if conn is not None:          not conn is null
//     if status == "paid":          status = "paid"
//     if (row := f()) is None:      row is null
//     if not f.closed:              %0 = f.closed; not %0
//     if a and not b:               two branches

extension PythonLowering {
  /// The decision that an expression makes where its truth is asked for.
  func decision(_ node: SyntaxNode) -> Decision {
    guard !isTooDeep(node) else {
      return .test { Condition(.opaque, of: opaque(node, &$0), at: node.range) }
    }
    switch node.kind {
    case Node.parenthesizedExpression:
      guard let inner = node.firstOperand else { break }
      return decision(inner)
    case Node.notOperator:
      guard let inner = node[Field.argument] else { break }
      return .not(decision(inner))
    case Node.booleanOperator:
      let decisions = operands(ofChain: node).map { decision($0) }
      return balanced(decisions[...], isAnd: node.isAnd)
    case Node.true: return .always(true)
    case Node.false, Node.none: return .always(false)
    case Node.integer: return .always(!spells(node, "0"))
    default: break
    }
    return .test { condition(node, &$0) }
  }

  /// The operands of `a and b and c`, however many; the tree nests them to the left.
  func operands(ofChain node: SyntaxNode) -> [SyntaxNode] {
    var operands: [SyntaxNode] = []
    var current = node
    while let left = current[Field.left], let right = current[Field.right] {
      operands.append(right)
      guard left.kind == node.kind, left.isAnd == node.isAnd, !isTooDeep(left) else {
        operands.append(left)
        break
      }
      current = left
    }
    return operands.reversed()
  }

  /// One decision of many, nested as deep as the logarithm of their number.
  func balanced(_ decisions: ArraySlice<Decision>, isAnd: Bool) -> Decision {
    guard let first = decisions.first else { return .always(isAnd) }
    guard decisions.count > 1 else { return first }
    let middle = decisions.startIndex + decisions.count / 2
    let left = balanced(decisions[..<middle], isAnd: isAnd)
    let right = balanced(decisions[middle...], isAnd: isAnd)
    return isAnd ? .and(left, right) : .or(left, right)
  }

  /// Evaluates an expression and says what its truth tells.
  private func condition(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> Condition {
    if node.kind == Node.comparisonOperator, let condition = comparison(node, &builder) {
      return condition
    }
    let value = expression(node, &builder)
    let test: Condition.Test = isTypeTest(node, &builder) ? .opaque : .truthy
    return Condition(test, of: value, at: node.range)
  }

  /// `x is None`, `x == "a"`: comparisons with a constant, which say something about the operand.
  private func comparison(
    _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> Condition? {
    guard let parts = singleComparison(node), parts.sign.isEquality else { return nil }
    var (subject, other) = (parts.left, parts.right)
    if constant(other, &builder) == nil { swap(&subject, &other) }
    guard let literal = constant(other, &builder) else { return nil }
    let test: Condition.Test = literal == .null ? .null : .equals(literal)
    return Condition(
      test, of: expression(subject, &builder), isNegated: parts.sign.isNegatedEquality,
      at: node.range)
  }

  /// The parts of a comparison of two operands; nil for chains such as `a < b < c`.
  func singleComparison(
    _ node: SyntaxNode
  ) -> (left: SyntaxNode, sign: NodeKind, right: SyntaxNode)? {
    var operands: [SyntaxNode] = []
    var sign: NodeKind?
    for child in node.children where !child.isExtra {
      if child.field == Field.operators { sign = child.kind } else { operands.append(child) }
    }
    guard operands.count == 2, let sign else { return nil }
    return (operands[0], sign, operands[1])
  }

  private func isTypeTest(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> Bool {
    guard node.kind == Node.call, let callee = node[Field.function],
      callee.kind == Node.identifier
    else { return false }
    let word = word(callee, &builder)
    return word == .isInstance || word == .isSubclass
  }
}

extension SyntaxNode {
  /// Whether a boolean operator is `and`.
  var isAnd: Bool { self[PythonField.operator]?.kind == PythonNode.andKeyword }
}

extension NodeKind {
  /// Whether a comparison sign asks for sameness.
  var isEquality: Bool {
    switch self {
    case PythonNode.equalsEquals, PythonNode.isKeyword: true
    default: isNegatedEquality
    }
  }

  var isNegatedEquality: Bool {
    switch self {
    case PythonNode.bangEquals, PythonNode.lessGreater, PythonNode.isNotKeyword: true
    default: false
    }
  }
}
