import Basis
import IR
import Syntax

extension PythonLowering {
  /// `a + b + c`, from left to right, however many.
  func binary(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    var links: [SyntaxNode] = []
    var current = node
    while current.kind == Node.binaryOperator, links.isEmpty || !isTooDeep(current) {
      guard let left = current[Field.left] else { break }
      links.append(current)
      current = left
    }
    guard !links.isEmpty else { return opaque(node, &builder) }
    var isText = current.kind == Node.string || current.kind == Node.concatenatedString
    var value = expression(current, &builder)
    for link in links.reversed() {
      let right = self.value(of: Field.right, in: link, &builder)
      let sign = link[Field.operator]?.kind ?? Node.plus
      let formats = isText && sign == Node.percent
      let symbol = formats ? .template : sign.arithmeticOperator
      let left = value
      value = builder.value(at: link.range) { .compute(symbol, [left, right], into: $0) }
      isText = formats
    }
    return value
  }

  /// `-x`, `+x`, `~x`; a negative number is a constant.
  func unary(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    if let constant = constant(node, &builder) {
      return literal(constant, at: node.range, &builder)
    }
    let value = value(of: Field.argument, in: node, &builder)
    return builder.value(at: node.range) { .compute(.arithmetic, [value], into: $0) }
  }

  /// A comparison as a value; in `a < b < c` the second is made only if the first holds.
  func comparisonValue(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    var operands: [SyntaxNode] = []
    var signs: [SyntaxNode] = []
    for child in node.children where !child.isExtra {
      if child.field == Field.operators { signs.append(child) } else { operands.append(child) }
    }
    guard operands.count == signs.count + 1, let first = operands.first else {
      return opaque(node, &builder)
    }
    var left = expression(first, &builder)
    guard signs.count > 1 else {
      let right = expression(operands[1], &builder)
      let isNull = operands.contains { $0.kind == Node.none }
      return compare(left, signs[0], right, isNull: isNull, at: node.range, &builder)
    }
    let result = builder.temporary(at: node.range)
    // Leaving a statement-like region keeps a long chain flat.
    let label = words[.comparison]
    builder.breakable(label: label, at: node.range) { chain in
      for (position, sign) in signs.enumerated() {
        let right = expression(operands[position + 1], &chain)
        let holds = compare(left, sign, right, at: node.range, &chain)
        chain.emit(.copy(holds, into: result), at: node.range)
        guard position + 1 < signs.count else { break }
        chain.conditional(
          .test { _ in Condition(.truthy, of: holds, at: node.range) }, then: { _ in },
          otherwise: { $0.leave(.breakOut(label), at: node.range) }, at: node.range)
        left = right
      }
    }
    return result
  }

  /// One comparison; `is` asks for equality where one side is None.
  private func compare(
    _ left: ID<Place>, _ sign: SyntaxNode, _ right: ID<Place>, isNull: Bool = false,
    at range: ByteRange, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    let symbol: Operator
    switch sign.kind {
    case Node.equalsEquals: symbol = .equal
    case Node.bangEquals, Node.lessGreater: symbol = .notEqual
    case Node.isKeyword where isNull: symbol = .equal
    case Node.isNotKeyword where isNull: symbol = .notEqual
    case Node.inKeyword, Node.isKeyword: symbol = .membership
    case Node.notInKeyword, Node.isNotKeyword:
      let holds = builder.value(at: range) { .compute(.membership, [left, right], into: $0) }
      return builder.value(at: range) { .compute(.not, [holds], into: $0) }
    default: symbol = .compare(self.symbol(sign, &builder))
    }
    return builder.value(at: range) { .compute(symbol, [left, right], into: $0) }
  }

  /// The value of a constant; nil for what has to be computed.
  func constant(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> Literal? {
    switch node.kind {
    case Node.none: .null
    case Node.true: .boolean(true)
    case Node.false: .boolean(false)
    case Node.integer, Node.float: .number(symbol(node, &builder))
    case Node.string: plainText(node).map { .string(intern($0, &builder)) }
    case Node.unaryOperator:
      node[Field.operator]?.kind == Node.minus && node[Field.argument]?.kind == Node.integer
        ? .number(symbol(node, &builder)) : nil
    default: nil
    }
  }
}

extension NodeKind {
  /// What `a + b` and `a += b` do.
  var arithmeticOperator: Operator {
    switch self {
    case PythonNode.plus, PythonNode.plusEquals: .add
    case PythonNode.minus, PythonNode.minusEquals: .subtract
    default: .arithmetic
    }
  }
}
