import Basis
import IR
import Syntax

// `a.b(c)[d].e()` is nested to the left, once a link; it is read from the inside out without
// recursion, so that a fluent interface a thousand calls long is no deep nesting.

extension PythonLowering {
  /// Evaluates a chain of calls, attributes and subscripts.
  func chain(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    var links: [SyntaxNode] = []
    var base = node
    while links.isEmpty || !isTooDeep(base), let inner = base.chainedOperand {
      links.append(base)
      base = inner
    }
    guard !links.isEmpty else { return opaque(node, &builder) }
    var position = links.count - 1
    var value = superclassCall(base, links, &position, &builder) ?? expression(base, &builder)
    while position >= 0 {
      let link = links[position]
      // A method is looked up by the call of it.
      if link.kind == Node.attribute, position > 0, links[position - 1].kind == Node.call,
        let name = link[Field.attribute], !name.isMissing
      {
        position -= 1
        let callee = Callee.method(symbol(name, &builder), of: value)
        value = call(callee, links[position], &builder)
      } else {
        value = follow(link, from: value, &builder)
      }
      position -= 1
    }
    return value
  }

  /// One link of a chain that is no method call.
  private func follow(
    _ link: SyntaxNode, from value: ID<Place>, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    switch link.kind {
    case Node.call: return call(.value(value), link, &builder)
    case Node.attribute:
      guard let name = link[Field.attribute], !name.isMissing else { return value }
      let field = symbol(name, &builder)
      return builder.value(at: link.range) { .load(field, of: value, into: $0) }
    default:
      if let field = constantField(link, &builder) {
        return builder.value(at: link.range) { .load(field, of: value, into: $0) }
      }
      if isAnnotation(link, &builder) { return annotated(link, &builder) }
      let index = subscriptIndex(link, &builder)
      return builder.value(at: link.range) {
        .loadElement(of: value, index: index, into: $0)
      }
    }
  }

  /// Whether a subscript is `Annotated[T, ...]` or `Optional[T]`, which are as good as `T`.
  private func isAnnotation(_ link: SyntaxNode, _ builder: inout FunctionBuilder) -> Bool {
    guard let base = link[Field.value] else { return false }
    let name = base.kind == Node.attribute ? base[Field.attribute] : base
    guard let name, name.kind == Node.identifier else { return false }
    let word = word(name, &builder)
    return word == .annotated || word == .optional
  }

  /// `Session = Annotated[AsyncSession, Depends(get)]` makes `Session` another name of the type.
  private func annotated(_ link: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    let parts = link.fieldChildren(Field.subscript).map { expression($0, &builder) }
    return parts.first ?? absent(at: link.range, &builder)
  }

  /// `super().m(...)`, `super(A, self).__init__(...)`; moves `position` behind what it has read.
  private func superclassCall(
    _ base: SyntaxNode, _ links: [SyntaxNode], _ position: inout Int,
    _ builder: inout FunctionBuilder
  ) -> ID<Place>? {
    guard position >= 2, base.kind == Node.identifier, links[position].kind == Node.call,
      links[position - 1].kind == Node.attribute, links[position - 2].kind == Node.call,
      let name = links[position - 1][Field.attribute], word(base, &builder) == .super
    else { return nil }
    let method = symbol(name, &builder)
    let callee: Callee =
      method == words[.initialize] ? .superconstructor : .supermethod(method)
    position -= 2
    defer { position -= 1 }
    return call(callee, links[position], &builder)
  }

  private func call(
    _ callee: Callee, _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    let arguments = node[Field.arguments].map { self.arguments($0, &builder) } ?? []
    return builder.call(callee, arguments, at: node.range)
  }

  /// The arguments of a call; a lone generator expression needs no parentheses of its own.
  func arguments(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> [Argument] {
    guard node.kind == Node.argumentList else {
      return [Argument(value: expression(node, &builder))]
    }
    guard !isTooDeep(node) else { return [Argument(value: opaque(node, &builder))] }
    var arguments: [Argument] = []
    for child in node.namedChildren {
      switch child.kind {
      case Node.comment, Node.lineContinuation: continue
      case Node.keywordArgument:
        let label = child[Field.name].map { symbol($0, &builder) }
        let value = value(of: Field.value, in: child, &builder)
        arguments.append(Argument(label: label, value: value))
      case Node.listSplat, Node.dictionarySplat:
        var spread = Argument(value: operand(child, &builder), isSpread: true)
        spread.isKeywordSpread = child.kind == Node.dictionarySplat
        arguments.append(spread)
      default: arguments.append(Argument(value: expression(child, &builder)))
      }
    }
    return arguments
  }

  // MARK: Subscripts

  /// The field that a constant subscript names: `row["id"]`, `pair[0]`, `parts[-1]`.
  func constantField(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> Symbol? {
    var only: SyntaxNode?
    for child in node.children where child.field == Field.subscript {
      guard only == nil else { return nil }
      only = child
    }
    guard let only, !node.isTupleSubscript else { return nil }
    switch constant(only, &builder) {
    case .string(let text): return text
    case .number(let text) where only.kind != Node.float: return text
    default: return nil
    }
  }

  /// The index of a subscript that is not constant; several are a tuple.
  func subscriptIndex(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    let parts = node.fieldChildren(Field.subscript).filter { !$0.isExtra }
    guard let first = parts.first else { return absent(at: node.range, &builder) }
    guard parts.count > 1 || node.isTupleSubscript else { return expression(first, &builder) }
    let entries = parts.map { Aggregate.Entry(value: expression($0, &builder)) }
    return builder.value(at: first.range) {
      .aggregate(Aggregate(kind: .tuple, entries: entries), into: $0)
    }
  }
}

extension SyntaxNode {
  /// The part of a chain's link that is read first; nil for what is no link.
  fileprivate var chainedOperand: SyntaxNode? {
    switch kind {
    case PythonNode.call: self[PythonField.function]
    case PythonNode.attribute: self[PythonField.object]
    case PythonNode.subscript: self[PythonField.value]
    default: nil
    }
  }

  /// Whether a subscript has a comma: `x[1,]`.
  fileprivate var isTupleSubscript: Bool {
    holds(PythonNode.comma)
  }
}
