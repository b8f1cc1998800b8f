import Basis
import IR
import Syntax

extension JavaScriptLowering {
  /// What a condition decides: short circuits become branches, comparisons with constants tests.
  func decision(_ node: SyntaxNode) -> Decision {
    let condition = unwrapped(node)
    guard !stops(at: condition) else { return .test { truth(of: condition, &$0) } }
    switch condition.kind {
    case Node.true: return .always(true)
    case Node.false: return .always(false)
    case Node.number: return .always(!reads("0", at: condition.range))
    case Node.unaryExpression:
      guard let sign = condition[Field.operator], sign.kind == Node.bang,
        let argument = condition[Field.argument]
      else { break }
      return .not(decision(argument))
    case Node.binaryExpression: return binaryDecision(condition)
    default: break
    }
    return .test { truth(of: condition, &$0) }
  }

  /// A condition as a value: whether it is truthy.
  private func truth(of node: SyntaxNode, _ b: inout FunctionBuilder) -> Condition {
    Condition(.truthy, of: expression(node, &b), at: node.range)
  }

  private func binaryDecision(_ node: SyntaxNode) -> Decision {
    guard let sign = node[Field.operator], let left = node[Field.left],
      let right = node[Field.right]
    else { return .test { truth(of: node, &$0) } }
    switch sign.kind {
    case Node.ampersandAmpersand, Node.barBar:
      return combined(operands(of: node, joinedBy: sign.kind)[...], by: sign.kind)
    case Node.equalsEquals, Node.equalsEqualsEquals:
      return equality(left, right, of: node) ?? .test { truth(of: node, &$0) }
    case Node.bangEquals, Node.bangEqualsEquals:
      return equality(left, right, of: node, isNegated: true)
        ?? .test { truth(of: node, &$0) }
    default: return .test { truth(of: node, &$0) }
    }
  }

  /// Joins decisions as a balanced tree, so that a chain of a thousand is ten deep.
  private func combined(_ operands: ArraySlice<SyntaxNode>, by sign: NodeKind) -> Decision {
    guard operands.count > 1 else { return operands.first.map(decision) ?? .always(true) }
    let middle = operands.startIndex + operands.count / 2
    let left = combined(operands[..<middle], by: sign)
    let right = combined(operands[middle...], by: sign)
    return sign == Node.barBar ? .or(left, right) : .and(left, right)
  }

  /// The operands of a chain of one operator, which the grammar nests to the left.
  func operands(of node: SyntaxNode, joinedBy sign: NodeKind) -> [SyntaxNode] {
    var result: [SyntaxNode] = []
    var current = node
    while current.kind == Node.binaryExpression, current[Field.operator]?.kind == sign,
      let left = current[Field.left], let right = current[Field.right], !stops(at: current)
    {
      result.append(right)
      current = left
    }
    result.append(current)
    result.reverse()
    return result
  }

  /// A comparison with a constant: `x == null`, `typeof x === 'undefined'`, `x === 'a'`.
  ///
  /// What is compared as unequal is a negated condition, not the other branch of an equality: traces
  /// show its text.
  private func equality(
    _ left: SyntaxNode, _ right: SyntaxNode, of node: SyntaxNode, isNegated: Bool = false
  ) -> Decision? {
    let (left, right) = (unwrapped(left), unwrapped(right))
    for (subject, constant) in [(left, right), (right, left)] {
      if isNull(constant) {
        return .test {
          Condition(.null, of: expression(subject, &$0), isNegated: isNegated, at: node.range)
        }
      }
      guard isConstant(constant) else { continue }
      if let checked = operandOfTypeOf(subject), isUndefinedText(constant) {
        return .test {
          Condition(.null, of: expression(checked, &$0), isNegated: isNegated, at: node.range)
        }
      }
      return .test {
        let equality = comparison(
          of: expression(subject, &$0), with: constant, at: node.range, &$0)
        return isNegated ? equality.negated() : equality
      }
    }
    return nil
  }

  /// What a comparison of a place with an expression tells.
  func comparison(
    of place: ID<Place>, with node: SyntaxNode, at range: ByteRange, _ b: inout FunctionBuilder
  ) -> Condition {
    let constant = unwrapped(node)
    if isNull(constant) { return Condition(.null, of: place, at: range) }
    if let literal = literal(constant, &b) {
      return Condition(.equals(literal), of: place, at: range)
    }
    let other = expression(node, &b)
    let outcome = b.value(at: range) { .compute(.equal, [place, other], into: $0) }
    return Condition(.truthy, of: outcome, at: range)
  }

  /// `null`, `undefined`, `void 0`
  func isNull(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case Node.null, Node.undefined: true
    case Node.unaryExpression:
      node[Field.operator]?.kind == Node.voidKeyword
        && node[Field.argument]?.kind == Node.number
    default: false
    }
  }

  private func isConstant(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case Node.string, Node.number, Node.true, Node.false: true
    case Node.unaryExpression: isNegativeNumber(node)
    case Node.templateString: !hasSubstitution(node)
    default: false
    }
  }

  private func operandOfTypeOf(_ node: SyntaxNode) -> SyntaxNode? {
    guard node.kind == Node.unaryExpression, node[Field.operator]?.kind == Node.typeofKeyword
    else { return nil }
    return node[Field.argument]
  }

  private func isUndefinedText(_ node: SyntaxNode) -> Bool {
    node.kind == Node.string && reads("undefined", at: content(of: node))
  }
}
