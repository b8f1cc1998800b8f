import Basis
import IR
import Syntax

// `a.b[c].d(e)` is read from the inside out, and each link may stand for a value or, when it is
// called or assigned, for a member of one. So a link gives a reference, which becomes a value only
// when someone asks for it: the callee of `a.b()` is never loaded.
//
// `a?.b.c(d)` is one chain: if `a` is null, everything outside it is skipped. The outermost link
// opens a region and each `?.` may leave it, with `undefined` as the value of the whole.

/// What a link of a chain stands for.
enum Reference {
  case value(ID<Place>)
  case member(Symbol, of: ID<Place>)
  case element(of: ID<Place>, index: ID<Place>)
  /// `super`, before a call or a member.
  case superclass
  case superMember(Symbol)
  /// `import`, before a call.
  case importing
}

extension JavaScriptLowering {
  /// The value of a chain of members, elements and calls.
  func postfix(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    guard hasOptionalLink(node) else {
      return value(of: reference(node, leaving: nil, &b), at: node.range, &b)
    }
    let result = b.temporary(at: node.range)
    b.breakable(label: words.shortCircuit, at: node.range) { b in
      let last = reference(node, leaving: result, &b)
      let value = value(of: last, at: node.range, &b)
      b.emit(.copy(value, into: result), at: node.range)
    }
    return result
  }

  private func hasOptionalLink(_ node: SyntaxNode) -> Bool {
    var current: SyntaxNode? = node
    while let link = current {
      if isOptional(link) { return true }
      current = isLink(link.kind) && !stops(at: link) ? operand(link) : nil
    }
    return false
  }

  private func isLink(_ kind: NodeKind) -> Bool {
    switch kind {
    case Node.callExpression, Node.memberExpression, Node.subscriptExpression,
      Node.nonNullExpression, Node.instantiationExpression:
      true
    default: false
    }
  }

  private func isOptional(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case Node.callExpression, Node.memberExpression, Node.subscriptExpression:
      has(Node.optionalChain, node) || has(Node.questionDot, node)
    default: false
    }
  }

  /// What a link stands for; `result` is what the chain's value goes into when a `?.` leaves it.
  func reference(
    _ node: SyntaxNode, leaving result: ID<Place>?, _ b: inout FunctionBuilder
  ) -> Reference {
    guard !stops(at: node) else { return .value(unentered(node, &b)) }
    switch node.kind {
    case Node.super: return .superclass
    case Node.import: return .importing
    case Node.nonNullExpression, Node.instantiationExpression:
      guard let inner = operand(node) else { return .value(unknown(node, &b)) }
      return reference(inner, leaving: result, &b)
    case Node.memberExpression, Node.subscriptExpression: return member(node, result, &b)
    case Node.callExpression:
      if let link = promiseLink(node) { return .value(settle(link, at: node.range, &b)) }
      return .value(call(node, leaving: result, &b))
    case Node.parenthesizedExpression where result == nil:
      guard let inner = operand(node), isLink(inner.kind), !hasOptionalLink(inner) else { break }
      return reference(inner, leaving: nil, &b)
    default: break
    }
    return .value(expression(node, &b))
  }

  /// `object.property`, `object[index]`
  private func member(
    _ node: SyntaxNode, _ result: ID<Place>?, _ b: inout FunctionBuilder
  ) -> Reference {
    guard let inner = node[Field.object] else { return .value(unknown(node, &b)) }
    let outer = reference(inner, leaving: result, &b)
    let isSuper = if case .superclass = outer { true } else { false }
    let object = value(of: outer, at: inner.range, &b)
    if isOptional(node) { skipIfNull(object, result, at: inner.range, &b) }
    if let property = node[Field.property] {
      let name = symbol(property, &b)
      return isSuper ? .superMember(name) : .member(name, of: object)
    }
    guard let index = node[Field.index] else { return .value(unknown(node, &b)) }
    if let name = constantKey(index, &b) {
      return isSuper ? .superMember(name) : .member(name, of: object)
    }
    return .element(of: object, index: expression(index, &b))
  }

  /// `?.` on a place: the chain ends here with `undefined` if it holds nothing.
  private func skipIfNull(
    _ place: ID<Place>, _ result: ID<Place>?, at range: ByteRange, _ b: inout FunctionBuilder
  ) {
    guard let result else { return }
    b.conditional(
      .test { _ in Condition(.null, of: place, at: range) },
      then: { b in
        b.emit(.literal(.undefined, into: result), at: range)
        b.leave(.breakOut(words.shortCircuit), at: range)
      }, at: range)
  }

  /// What a reference holds.
  func value(
    of reference: Reference, at range: ByteRange, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    switch reference {
    case .value(let place): place
    case .member(let name, let object): b.value(at: range) { .load(name, of: object, into: $0) }
    case .element(let object, let index):
      b.value(at: range) { .loadElement(of: object, index: index, into: $0) }
    case .superclass: b.resolve(words.this, at: range)
    case .superMember(let name):
      read(.field(name, of: b.resolve(words.this, at: range)), at: range, &b)
    case .importing: b.value(at: range) { .opaque(reads: [], into: $0) }
    }
  }

  /// Who is called when a reference is.
  func callee(
    _ reference: Reference, at range: ByteRange, _ b: inout FunctionBuilder
  ) -> Callee {
    switch reference {
    case .member(let name, let object): .method(name, of: object)
    case .superclass: .superconstructor
    case .superMember(let name): .supermethod(name)
    case .value, .element, .importing: .value(value(of: reference, at: range, &b))
    }
  }

  /// `callee(arguments)`, a tagged template, `import()`, `require()`
  private func call(
    _ node: SyntaxNode, leaving result: ID<Place>?, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    guard let function = node[Field.function] else { return unknown(node, &b) }
    if let module = importedModule(by: node, &b) { return module }
    if function.kind == Node.awaitExpression { return awaitedCall(node, of: function, &b) }
    // A parenthesis around the callee does not take it from its object: `(a.b)()`.
    let called = reference(function, leaving: result, &b)
    if isOptional(node) {
      skipIfNull(value(of: called, at: function.range, &b), result, at: function.range, &b)
    }
    let callee = callee(called, at: function.range, &b)
    let list = node[Field.arguments].map { arguments($0, &b) } ?? []
    if case .importing = called {
      return b.value(at: node.range) { .opaque(reads: list.map(\.value), into: $0) }
    }
    let isTag = node[Field.arguments]?.kind == Node.templateString
    return b.call(callee, list, isTag: isTag, at: node.range)
  }

  /// `await f<T>(x)`: the grammar reads `(await f)<T>(x)`, which its author would have to write
  /// with the parentheses.
  private func awaitedCall(
    _ node: SyntaxNode, of function: SyntaxNode, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    guard let inner = operand(function) else { return unknown(node, &b) }
    let callee = callee(reference(inner, leaving: nil, &b), at: inner.range, &b)
    let list = node[Field.arguments].map { arguments($0, &b) } ?? []
    let range = ByteRange(start: inner.range.start, end: node.range.end)
    let promise = b.call(callee, list, at: range)
    return b.value(at: node.range, mayRaise: true) { .await(promise, into: $0) }
  }

  /// The arguments of a call; those of a tagged template are its text, then its values.
  func arguments(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> [Argument] {
    guard node.kind != Node.templateString else { return taggedArguments(node, &b) }
    var result: [Argument] = []
    for child in node.namedChildren where !JavaScript.isComment(child.kind) {
      guard child.kind == Node.spreadElement else {
        result.append(Argument(value: expression(child, &b)))
        continue
      }
      guard let inner = operand(child) else { continue }
      result.append(Argument(value: expression(inner, &b), isSpread: true))
    }
    return result
  }
}
