import Basis
import IR
import Syntax

// A pattern is a list of loads. A default is a branch on null of what was loaded; names were
// declared before, so that binding is the same in declarations and in assignments.

extension JavaScriptLowering {
  /// Takes a value apart as the pattern says.
  func bind(_ pattern: SyntaxNode, to value: ID<Place>, _ b: inout FunctionBuilder) {
    guard !stops(at: pattern) else { return _ = unentered(pattern, &b) }
    switch pattern.kind {
    case Node.objectPattern: bindObject(pattern, to: value, &b)
    case Node.arrayPattern: bindArray(pattern, to: value, &b)
    case Node.assignmentPattern, Node.objectAssignmentPattern:
      guard let left = pattern[Field.left] else { return }
      bind(left, to: defaulted(value, pattern[Field.right], named: left, &b), &b)
    case Node.restPattern:
      if let inner = operand(pattern) { bind(inner, to: value, &b) }
    default:
      let target = target(unwrapped(pattern), &b)
      assign(value, to: target, at: pattern.range, &b)
    }
  }

  /// The value, or what the default gives where it is undefined.
  func defaulted(
    _ value: ID<Place>, _ fallback: SyntaxNode?, named name: SyntaxNode,
    _ b: inout FunctionBuilder
  ) -> ID<Place> {
    guard let fallback else { return value }
    let result = b.value(at: name.range) { .copy(value, into: $0) }
    fill(result, with: fallback, named: name, &b)
    return result
  }

  /// Gives a place the default where it holds nothing.
  func fill(
    _ place: ID<Place>, with fallback: SyntaxNode, named name: SyntaxNode,
    _ b: inout FunctionBuilder
  ) {
    b.conditional(
      .test { _ in Condition(.null, of: place, at: name.range) },
      then: { b in
        let value = expression(fallback, named: nameHint(name, &b), &b)
        b.emit(.copy(value, into: place), at: fallback.range)
      }, at: fallback.range)
  }

  private func bindObject(
    _ pattern: SyntaxNode, to value: ID<Place>, _ b: inout FunctionBuilder
  ) {
    for child in pattern.namedChildren {
      switch child.kind {
      case Node.shorthandPropertyIdentifierPattern: bindShorthand(child, nil, to: value, &b)
      case Node.objectAssignmentPattern:
        guard let left = child[Field.left] else { continue }
        if left.kind == Node.shorthandPropertyIdentifierPattern {
          bindShorthand(left, child[Field.right], to: value, &b)
        } else {
          bind(child, to: value, &b)
        }
      case Node.pairPattern:
        guard let key = child[Field.key], let inner = child[Field.value] else { continue }
        let member = load(key, of: value, at: child.range, &b)
        bind(inner, to: member, &b)
      case Node.restPattern:
        let rest = Aggregate(
          kind: .object, entries: [Aggregate.Entry(value: value, isSpread: true)])
        let copy = b.value(at: child.range) { .aggregate(rest, into: $0) }
        bind(child, to: copy, &b)
      default: break
      }
    }
  }

  /// `{name}`, `{name = fallback}`: loaded into the variable itself.
  private func bindShorthand(
    _ name: SyntaxNode, _ fallback: SyntaxNode?, to value: ID<Place>,
    _ b: inout FunctionBuilder
  ) {
    let key = symbol(name, &b)
    let place = b.resolve(key, at: name.range)
    b.emit(.load(key, of: value, into: place), at: name.range)
    if let fallback { fill(place, with: fallback, named: name, &b) }
  }

  /// The member of a value that a key of a pattern names.
  private func load(
    _ key: SyntaxNode, of value: ID<Place>, at range: ByteRange, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    if let name = constantKey(key, &b) {
      return b.value(at: range) { .load(name, of: value, into: $0) }
    }
    let index = operand(key).map { expression($0, &b) } ?? unknown(key, &b)
    return b.value(at: range) { .loadElement(of: value, index: index, into: $0) }
  }

  private func bindArray(
    _ pattern: SyntaxNode, to value: ID<Place>, _ b: inout FunctionBuilder
  ) {
    var position = 0
    for child in pattern.children {
      if child.kind == Node.comma { position += 1 }
      guard child.isNamed, !JavaScript.isComment(child.kind) else { continue }
      if child.kind == Node.restPattern {
        let rest = Aggregate(
          kind: .sequence, entries: [Aggregate.Entry(value: value, isSpread: true)])
        let copy = b.value(at: child.range) { .aggregate(rest, into: $0) }
        bind(child, to: copy, &b)
      } else {
        let index = b.intern(String(position))
        let element = b.value(at: child.range) { .load(index, of: value, into: $0) }
        bind(child, to: element, &b)
      }
    }
  }
}
