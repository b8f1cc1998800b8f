import Basis
import IR
import Syntax

// `using x = open()` closes `x` on every way out of its block: a `finally` around what follows.
// The grammars do not know the declaration; the parser reads `const` where the source says `using`
// (`UsingDeclarations.swift` in `Syntax`), and the source's own bytes tell the two apart.

/// How a resource is closed when its block is left.
enum ResourceKind {
  case using
  /// `await using`: what the disposal gives is awaited.
  case awaitUsing
}

extension JavaScriptLowering {
  /// The resource that a statement declares for the rest of its block.
  func resourceDeclaration(_ node: SyntaxNode) -> ResourceKind? {
    guard node.kind == Node.lexicalDeclaration, let keyword = node[Field.kind] else { return nil }
    return resourceKind(keyword)
  }

  /// What the keyword of a declaration says in the source.
  func resourceKind(_ keyword: SyntaxNode) -> ResourceKind? {
    guard reads("using", at: keyword.range) else { return nil }
    var end = keyword.range.start
    while end > 0, isSpace(source.bytes[Int(end) - 1]) { end -= 1 }
    guard end >= 5, end < keyword.range.start else { return .using }
    return reads("await", at: ByteRange(start: end - 5, end: end)) ? .awaitUsing : .using
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  /// Declares the resources of a statement and runs the rest of their block with them held.
  func hold(
    _ kind: ResourceKind, in node: SyntaxNode, _ b: inout FunctionBuilder,
    rest: @escaping FunctionBuilder.Body
  ) {
    let declarators = node.namedChildren.filter { $0.kind == Node.variableDeclarator }
    hold(kind, declarators[...].prefix(64), &b, rest: rest)
  }

  private func hold(
    _ kind: ResourceKind, _ declarators: ArraySlice<SyntaxNode>, _ b: inout FunctionBuilder,
    rest: @escaping FunctionBuilder.Body
  ) {
    guard let first = declarators.first else { return rest(&b) }
    declarator(first, &b)
    guard let name = first[Field.name], name.kind == Node.identifier else {
      return hold(kind, declarators.dropFirst(), &b, rest: rest)
    }
    let place = b.resolve(symbol(name, &b), at: name.range)
    protect(place, kind, at: first.range, &b) { b in
      hold(kind, declarators.dropFirst(), &b, rest: rest)
    }
  }

  /// Runs `body` and disposes of what `place` holds, on every way out.
  func protect(
    _ place: ID<Place>, _ kind: ResourceKind, at range: ByteRange, _ b: inout FunctionBuilder,
    _ body: FunctionBuilder.Body
  ) {
    b.protected(body, finally: { dispose(of: place, kind, at: range, &$0) }, at: range)
  }

  private func dispose(
    of place: ID<Place>, _ kind: ResourceKind, at range: ByteRange, _ b: inout FunctionBuilder
  ) {
    let isHeld = Decision.test { _ in
      Condition(.null, of: place, isNegated: true, at: range)
    }
    b.conditional(
      isHeld,
      then: { b in
        let method = kind == .using ? words.dispose : words.asyncDispose
        let outcome = b.call(.method(method, of: place), isImplicit: true, at: range)
        if kind == .awaitUsing {
          b.value(at: range, mayRaise: true) { .await(outcome, into: $0) }
        }
      }, at: range)
  }
}
