import Basis
import IR
import Syntax

extension PythonLowering {
  /// `a = b = value`, `a: T = value`, `a: T`.
  func assignment(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    var targets: [SyntaxNode] = []
    var right: SyntaxNode? = node
    while let inner = right, inner.kind == Node.assignment {
      guard let left = inner[Field.left] else { break }
      if let type = inner[Field.type] { annotate(left, with: type, &builder) }
      targets.append(left)
      right = inner[Field.right]
    }
    guard let right else { return }
    if targets.count == 1, assignElements(of: right, to: targets[0], &builder) { return }
    let value = expression(right, &builder)
    for target in targets { assign(value, to: target, &builder) }
  }

  /// `a, b = x, y`: every value is evaluated, then every target assigned; no tuple is made.
  private func assignElements(
    of right: SyntaxNode, to target: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> Bool {
    guard right.kind == Node.expressionList || right.kind == Node.tuple,
      target.kind == Node.patternList || target.kind == Node.tuplePattern, !isTooDeep(right),
      !isTooDeep(target)
    else { return false }
    let (values, targets) = (right.operands, target.operands)
    guard values.count == targets.count, !values.contains(where: \.isSplat),
      !targets.contains(where: \.isSplat)
    else { return false }
    let places = values.map { value in
      let place = expression(value, &builder)
      // A name may be assigned before it is read as a value: `a, b = b, a`.
      guard value.kind == Node.identifier else { return place }
      return builder.value(at: value.range) { .copy(place, into: $0) }
    }
    for (place, target) in zip(places, targets) { assign(place, to: target, &builder) }
    return true
  }

  /// Assigns a value to a name, an attribute, a subscript, or the parts of it to a pattern.
  func assign(
    _ value: ID<Place>, to target: SyntaxNode, _ builder: inout FunctionBuilder
  ) {
    guard !isTooDeep(target) else {
      opaque(target, &builder)
      return
    }
    switch target.kind {
    case Node.identifier:
      let place = place(ofTarget: target, &builder)
      builder.emit(.copy(value, into: place), at: target.range)
      storeOnClass(value, target, &builder)
    case Node.attribute:
      let object = self.value(of: Field.object, in: target, &builder)
      guard let name = target[Field.attribute] else { return }
      let field = symbol(name, &builder)
      builder.emit(.store(value, into: object, field: field), at: target.range)
    case Node.subscript: assign(value, toSubscript: target, &builder)
    case Node.patternList, Node.tuplePattern, Node.listPattern, Node.tuple, Node.list,
      Node.expressionList:
      unpack(value, into: target, &builder)
    case Node.parenthesizedExpression, Node.asPatternTarget, Node.type, Node.listSplatPattern,
      Node.listSplat:
      if let inner = target.firstOperand { assign(value, to: inner, &builder) }
    case Node.comment, Node.lineContinuation: break
    default: opaque(target, &builder)
    }
  }

  /// The variable that a name in a target is.
  func place(ofTarget name: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    guard name.kind == Node.identifier, !name.isMissing else {
      return builder.temporary(at: name.range)
    }
    return builder.declare(symbol(name, &builder), at: name.range)
  }

  /// What a class body assigns is an attribute of the class.
  private func storeOnClass(
    _ value: ID<Place>, _ name: SyntaxNode, _ builder: inout FunctionBuilder
  ) {
    guard case .classBody(_, let place) = scope else { return }
    let field = symbol(name, &builder)
    builder.emit(.store(value, into: place, field: field), at: name.range)
  }

  private func assign(
    _ value: ID<Place>, toSubscript target: SyntaxNode, _ builder: inout FunctionBuilder
  ) {
    let object = self.value(of: Field.value, in: target, &builder)
    if let field = constantField(target, &builder) {
      builder.emit(.store(value, into: object, field: field), at: target.range)
    } else {
      let index = subscriptIndex(target, &builder)
      builder.emit(.storeElement(value, into: object, index: index), at: target.range)
    }
  }

  /// `a, *b, c = value`: fields by position, from the end behind the star.
  private func unpack(
    _ value: ID<Place>, into target: SyntaxNode, _ builder: inout FunctionBuilder
  ) {
    let targets = target.operands
    let star = targets.firstIndex(where: \.isSplat)
    for (position, inner) in targets.enumerated() {
      let isBehind = star.map { position > $0 } ?? false
      let part: ID<Place>
      if position == star {
        part = builder.value(at: inner.range) { .compute(.other, [value], into: $0) }
      } else {
        let field = index(isBehind ? position - targets.count : position, &builder)
        part = builder.value(at: inner.range) { .load(field, of: value, into: $0) }
      }
      assign(part, to: inner, &builder)
    }
  }

  /// `a += value`; the object and the index of the target are evaluated once.
  @discardableResult
  func augmentedAssignment(
    _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    guard let left = node[Field.left], let right = node[Field.right], !isTooDeep(left) else {
      return opaque(node, &builder)
    }
    let symbol = (node[Field.operator]?.kind ?? Node.plusEquals).arithmeticOperator
    let target = reference(left, &builder)
    let old = load(target, at: left.range, &builder)
    let value = expression(right, &builder)
    let new = builder.value(at: node.range) { .compute(symbol, [old, value], into: $0) }
    switch target {
    case .name: assign(new, to: left, &builder)
    case .field(let object, let field):
      builder.emit(.store(new, into: object, field: field), at: left.range)
    case .element(let object, let index):
      builder.emit(.storeElement(new, into: object, index: index), at: left.range)
    }
    return new
  }

  /// A target whose object and index are evaluated.
  private enum Reference {
    case name(SyntaxNode)
    case field(ID<Place>, Symbol)
    case element(ID<Place>, ID<Place>)
  }

  private func reference(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> Reference {
    switch node.kind {
    case Node.attribute:
      guard let name = node[Field.attribute] else { return .name(node) }
      let object = value(of: Field.object, in: node, &builder)
      return .field(object, symbol(name, &builder))
    case Node.subscript:
      let object = value(of: Field.value, in: node, &builder)
      if let field = constantField(node, &builder) { return .field(object, field) }
      return .element(object, subscriptIndex(node, &builder))
    default: return .name(node)
    }
  }

  private func load(
    _ reference: Reference, at range: ByteRange, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    switch reference {
    case .name(let node): expression(node, &builder)
    case .field(let object, let field):
      builder.value(at: range) { .load(field, of: object, into: $0) }
    case .element(let object, let index):
      builder.value(at: range) { .loadElement(of: object, index: index, into: $0) }
    }
  }

  // MARK: Annotations

  /// Records the type of a variable, a class's field, or a field of the receiver.
  private func annotate(
    _ target: SyntaxNode, with type: SyntaxNode, _ builder: inout FunctionBuilder
  ) {
    let reference = typeReference(type, &builder)
    switch target.kind {
    case Node.identifier:
      if let reference { builder.annotate(place(ofTarget: target, &builder), with: reference) }
      guard case .classBody(let id, _) = scope else { return }
      let marks = marks(in: type, &builder)
      guard reference != nil || !marks.isEmpty else { return }
      let name = symbol(target, &builder)
      builder.module.classes[id].fields.append(
        Class.Field(name: name, type: reference, isStatic: false, decorators: marks))
    case Node.attribute:
      if let reference { annotateField(target, with: reference, &builder) }
    default: break
    }
  }

  /// The calls in a field's annotation, which say more of it than its type:
  /// `Annotated[str, Indexed(unique=True)]`.
  private func marks(in type: SyntaxNode, _ builder: inout FunctionBuilder) -> [Decorator] {
    switch type.kind {
    case Node.call:
      guard let callee = type[Field.function], let name = dottedName(callee, &builder) else {
        return []
      }
      return [Decorator(name: name, value: expression(type, &builder), range: type.range)]
    case Node.type, Node.genericType, Node.typeParameter, Node.subscript:
      return isTooDeep(type) ? [] : type.namedChildren.flatMap { marks(in: $0, &builder) }
    default: return []
    }
  }

  /// `self.pool: Pool = ...`: a field of the class, whose type is told in the class's own places.
  private func annotateField(
    _ target: SyntaxNode, with reference: TypeReference, _ builder: inout FunctionBuilder
  ) {
    guard let owner, let object = target[Field.object], object.kind == Node.identifier,
      let name = target[Field.attribute],
      builder.resolve(symbol(object, &builder), at: object.range) == builder.current.receiver
    else { return }
    let places = builder.current.places
    let names = reference.names.compactMap { name in
      places[name.root].kind.outer.map { TypeReference.Name(root: $0, path: name.path) }
    }
    guard !names.isEmpty else { return }
    let field = symbol(name, &builder)
    builder.module.classes[owner].fields.append(
      Class.Field(name: field, type: TypeReference(names: names), isStatic: false))
  }
}

extension SyntaxNode {
  fileprivate var isSplat: Bool {
    kind == PythonNode.listSplat || kind == PythonNode.listSplatPattern
  }
}
