import Basis
import IR
import Syntax

// `with` is enter, a body, and leave on every way out of it.
//
//     with a() as x, b() as y:      is      with a() as x:
//         body                                  with b() as y:
//                                                   body

extension PythonLowering {
  /// One item of a `with` statement.
  private struct Item {
    var manager: SyntaxNode
    var target: SyntaxNode?
  }

  /// The statement that items belong to.
  private struct Entrance {
    var statement: SyntaxNode
    var isAsync: Bool
  }

  /// `with` and `async with`, whatever the parentheses.
  func withStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    var items: [Item] = []
    for clause in node.namedChildren where clause.kind == Node.withClause {
      for item in clause.namedChildren where item.kind == Node.withItem {
        guard let value = item.firstOperand else { continue }
        append(value, to: &items)
      }
    }
    let entrance = Entrance(statement: node, isAsync: node.holds(Node.asyncKeyword))
    with(items[...], entrance, &builder)
  }

  /// An item; parentheses around several, or around one with a name, are read as an expression.
  private func append(_ value: SyntaxNode, to items: inout [Item]) {
    switch value.kind {
    case Node.asPattern:
      guard let manager = value.firstOperand else { return }
      items.append(Item(manager: manager, target: value[Field.alias]?.firstOperand))
    case Node.parenthesizedExpression, Node.tuple:
      let inner = value.operands
      guard inner.contains(where: { $0.kind == Node.asPattern }) else { fallthrough }
      for item in inner { append(item, to: &items) }
    default: items.append(Item(manager: value, target: nil))
    }
  }

  private func with(
    _ items: ArraySlice<Item>, _ entrance: Entrance, _ builder: inout FunctionBuilder
  ) {
    guard let item = items.first else {
      statement(entrance.statement[Field.body], &builder)
      return
    }
    let rest: FunctionBuilder.Body = { with(items.dropFirst(), entrance, &$0) }
    if let types = suppressedTypes(item.manager, &builder) {
      suppressing(types, at: item.manager.range, rest, &builder)
    } else {
      enter(item, entrance, rest, &builder)
    }
  }

  /// Enters, runs the body, and leaves on every way out.
  private func enter(
    _ item: Item, _ entrance: Entrance, _ body: FunctionBuilder.Body,
    _ builder: inout FunctionBuilder
  ) {
    let (range, isAsync) = (item.manager.range, entrance.isAsync)
    var manager = expression(item.manager, &builder)
    if item.target != nil, item.manager.kind == Node.identifier {
      // `with session as session:` leaves the manager, whatever the name means by then.
      let variable = manager
      manager = builder.value(at: range) { .copy(variable, into: $0) }
    }
    let value = step(isAsync ? .asyncEnter : .enter, of: manager, isAsync, at: range, &builder)
    builder.protected(
      { inner in
        if let target = item.target { assign(value, to: target, &inner) }
        body(&inner)
      },
      finally: { cleanup in
        _ = step(isAsync ? .asyncExit : .exit, of: manager, isAsync, at: range, &cleanup)
      }, at: entrance.statement.range)
  }

  /// Calls a method of the protocol, and awaits it where the statement is `async`.
  private func step(
    _ method: PythonWord, of manager: ID<Place>, _ isAsync: Bool, at range: ByteRange,
    _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    let result = builder.call(.method(words[method], of: manager), isImplicit: true, at: range)
    guard isAsync else { return result }
    return builder.value(at: range, mayRaise: true) { .await(result, into: $0) }
  }

  // MARK: contextlib.suppress

  /// The arguments of a call of `contextlib.suppress`; nil for anything else.
  private func suppressedTypes(
    _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> [SyntaxNode]? {
    guard node.kind == Node.call, let callee = node[Field.function] else { return nil }
    switch callee.kind {
    case Node.identifier:
      guard suppressNames.contains(symbol(callee, &builder)) else { return nil }
    case Node.attribute:
      guard let object = callee[Field.object], object.kind == Node.identifier,
        let name = callee[Field.attribute], word(name, &builder) == .suppress,
        contextlibNames.contains(symbol(object, &builder))
      else { return nil }
    default: return nil
    }
    return node[Field.arguments]?.operands
  }

  private func suppressing(
    _ types: [SyntaxNode], at range: ByteRange, _ body: FunctionBuilder.Body,
    _ builder: inout FunctionBuilder
  ) {
    let handler = Handler(
      catchesEverything: types.contains { isCatchAll($0, &builder) }
    ) { handler in
      let places = types.map { expression($0, &handler) }
      let caught = handler.temporary(at: range)
      handler.emit(.caught(types: places, into: caught), at: range)
    }
    builder.protected(body, handlers: [handler], at: range)
  }
}
