import Basis
import IR
import Syntax

extension JavaScriptLowering {
  /// A literal as a value.
  func constant(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    if let literal = literal(node, &b) {
      return b.value(at: node.range) { .literal(literal, into: $0) }
    }
    if node.kind == Node.templateString { return template(node, &b).place }
    // A regular expression.
    return b.value(at: node.range) { .opaque(reads: [], into: $0) }
  }

  /// The constant that an expression is, if it is one.
  func literal(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> Literal? {
    switch node.kind {
    case Node.string: .string(symbol(content(of: node), &b))
    case Node.number: .number(symbol(node, &b))
    case Node.true: .boolean(true)
    case Node.false: .boolean(false)
    case Node.null: .null
    case Node.undefined: .undefined
    case Node.templateString where !hasSubstitution(node):
      .string(symbol(content(of: node), &b))
    case Node.unaryExpression where isNegativeNumber(node): .number(symbol(node, &b))
    default: nil
    }
  }

  func isNegativeNumber(_ node: SyntaxNode) -> Bool {
    node[Field.operator]?.kind == Node.minus && node[Field.argument]?.kind == Node.number
  }

  /// The text of a string or template without its quotes.
  func content(of node: SyntaxNode) -> ByteRange {
    let range = node.range
    guard range.end - range.start >= 2 else { return range }
    return ByteRange(start: range.start + 1, end: range.end - 1)
  }

  func hasSubstitution(_ node: SyntaxNode) -> Bool {
    for child in node.namedChildren where child.kind == Node.templateSubstitution { return true }
    return false
  }

  /// The name of a member by a constant: `name`, `'name'`, `0`, `['name']`, `#name`; a symbol of
  /// the language by how it is written: `[Symbol.dispose]`.
  func constantKey(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> Symbol? {
    switch node.kind {
    case Node.propertyIdentifier, Node.privatePropertyIdentifier, Node.number,
      Node.shorthandPropertyIdentifier:
      return symbol(node, &b)
    case Node.string: return symbol(content(of: node), &b)
    case Node.templateString: return hasSubstitution(node) ? nil : symbol(content(of: node), &b)
    case Node.computedPropertyName: return operand(node).flatMap { constantKey($0, &b) }
    case Node.memberExpression:
      let prefix = ByteRange(
        start: node.range.start, end: min(node.range.start + 7, node.range.end))
      return reads("Symbol.", at: prefix) ? symbol(node, &b) : nil
    default: return nil
    }
  }

  /// A template with its parts in order: the stretches of text, and the values between them.
  private func template(
    _ node: SyntaxNode, _ b: inout FunctionBuilder
  ) -> (place: ID<Place>, values: [ID<Place>]) {
    var parts: [ID<Place>] = []
    var values: [ID<Place>] = []
    var text = ByteRange(start: node.range.start + 1, end: node.range.start + 1)
    for child in node.namedChildren {
      guard child.kind == Node.templateSubstitution else {
        text.end = max(text.end, child.range.end)
        continue
      }
      appendText(text, to: &parts, &b)
      text = ByteRange(start: child.range.end, end: child.range.end)
      guard let value = operand(child) else { continue }
      let place = expression(value, &b)
      parts.append(place)
      values.append(place)
    }
    appendText(text, to: &parts, &b)
    return (b.value(at: node.range) { .compute(.template, parts, into: $0) }, values)
  }

  private func appendText(
    _ range: ByteRange, to parts: inout [ID<Place>], _ b: inout FunctionBuilder
  ) {
    guard range.end > range.start else { return }
    let text = symbol(range, &b)
    parts.append(b.value(at: range) { .literal(.string(text), into: $0) })
  }

  func taggedArguments(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> [Argument] {
    let (place, values) = template(node, &b)
    return [Argument(value: place)] + values.map { Argument(value: $0) }
  }

  func array(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    var entries: [Aggregate.Entry] = []
    for child in node.namedChildren where !JavaScript.isComment(child.kind) {
      let isSpread = child.kind == Node.spreadElement
      guard let inner = isSpread ? operand(child) : child else { continue }
      entries.append(Aggregate.Entry(value: expression(inner, &b), isSpread: isSpread))
    }
    let value = Aggregate(kind: .sequence, entries: entries)
    return b.value(at: node.range) { .aggregate(value, into: $0) }
  }

  func object(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    var entries: [Aggregate.Entry] = []
    for child in node.namedChildren {
      if let entry = entry(child, &b) { entries.append(entry) }
    }
    let value = Aggregate(kind: .object, entries: entries)
    return b.value(at: node.range) { .aggregate(value, into: $0) }
  }

  private func entry(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> Aggregate.Entry? {
    guard !stops(at: node) else { return Aggregate.Entry(value: unentered(node, &b)) }
    switch node.kind {
    case Node.pair:
      guard let key = node[Field.key], let value = node[Field.value] else { return nil }
      let name = constantKey(key, &b)
      let computed = name == nil ? operand(key).map { expression($0, &b) } : nil
      return Aggregate.Entry(
        key: name, computedKey: computed, value: expression(value, named: name, &b))
    case Node.shorthandPropertyIdentifier:
      let name = symbol(node, &b)
      return Aggregate.Entry(key: name, value: b.resolve(name, at: node.range))
    case Node.spreadElement:
      guard let inner = operand(node) else { return nil }
      return Aggregate.Entry(value: expression(inner, &b), isSpread: true)
    case Node.methodDefinition: return methodEntry(node, &b)
    case NodeKind.error: return Aggregate.Entry(value: unknown(node, &b))
    default: return nil
    }
  }

  /// `{name() {}}`; a getter is an entry whose value is the getter's function.
  private func methodEntry(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> Aggregate.Entry? {
    guard let key = node[Field.name] else { return nil }
    let name = constantKey(key, &b)
    let computed = name == nil ? operand(key).map { expression($0, &b) } : nil
    let shape = FunctionShape(name: name ?? words.anonymous, kind: methodKind(node, name, &b))
    let function = function(node, shape, &b)
    let value = b.value(at: node.range) { .closure(function, into: $0) }
    return Aggregate.Entry(key: name, computedKey: computed, value: value)
  }
}
