import Basis
import IR
import Syntax

extension JavaScriptLowering {
  /// The statements of one scope: what they declare first, then each in order.
  func statements(_ children: SyntaxChildren, _ b: inout FunctionBuilder) {
    hoist(children, &b)
    run(children, openResources: 0, &b)
  }

  /// Lowers statements in order; a `using` declaration protects all that follow it.
  func run(_ children: SyntaxChildren, openResources: Int, _ b: inout FunctionBuilder) {
    var rest = children
    while let child = rest.next() {
      if let resource = resourceDeclaration(child), openResources < 64 {
        hold(resource, in: child, &b) { [rest] b in
          run(rest, openResources: openResources + 1, &b)
        }
        return
      }
      statement(child, &b)
    }
  }

  /// A block with a scope of its own.
  func block(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    b.scoped { statements(node.namedChildren, &$0) }
  }

  /// A statement where one is expected.
  func statement(_ node: SyntaxNode?, _ b: inout FunctionBuilder) {
    if let node { statement(node, &b) }
  }

  func statement(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard !stops(at: node) else {
      _ = unentered(node, &b)
      return
    }
    switch node.kind {
    case Node.expressionStatement: expressionStatement(node, &b)
    case Node.lexicalDeclaration, Node.variableDeclaration: declaration(node, &b)
    case Node.returnStatement: returnStatement(node, &b)
    case Node.ifStatement: ifStatement(node, &b)
    case Node.statementBlock: block(node, &b)
    case Node.tryStatement: tryStatement(node, &b)
    case Node.throwStatement: throwStatement(node, &b)
    case Node.forStatement, Node.forInStatement, Node.whileStatement, Node.doStatement:
      loop(node, label: nil, &b)
    case Node.switchStatement: switchStatement(node, &b)
    case Node.breakStatement: b.leave(.breakOut(label(of: node, &b)), at: node.range)
    case Node.continueStatement: b.leave(.nextIteration(label(of: node, &b)), at: node.range)
    case Node.labeledStatement: labeled(node, &b)
    case Node.classDeclaration, Node.abstractClassDeclaration: classDeclaration(node, &b)
    case Node.exportStatement: export(node, &b)
    case Node.enumDeclaration: enumDeclaration(node, &b)
    case Node.module, Node.internalModule: namespaceDeclaration(node, &b)
    case Node.ambientDeclaration: ambientDeclaration(node, &b)
    case Node.withStatement: withStatement(node, &b)
    case NodeKind.error: recover(node, &b)
    case Node.functionDeclaration, Node.generatorFunctionDeclaration, Node.importStatement,
      Node.importAlias, Node.interfaceDeclaration, Node.typeAliasDeclaration:
      break  // The block has done these before its first statement.
    case Node.functionSignature, Node.emptyStatement, Node.debuggerStatement, Node.comment,
      Node.htmlComment, Node.hashBangLine:
      break
    default: _ = expression(node, &b)
    }
  }

  private func expressionStatement(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let value = operand(node) else { return }
    switch value.kind {
    case Node.string: break  // `'use strict'`
    case Node.internalModule: namespaceDeclaration(value, &b)
    default: effect(value, &b)
    }
  }

  private func declaration(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    for child in node.namedChildren {
      switch child.kind {
      case Node.variableDeclarator: declarator(child, &b)
      case NodeKind.error: recover(child, &b)
      default: break
      }
    }
  }

  /// `name: type = value`
  func declarator(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let name = node[Field.name] else { return }
    if let type = node[Field.type] { annotate(name, with: type, &b) }
    if let value = node[Field.value] {
      let hint = name.kind == Node.identifier ? symbol(name, &b) : nil
      let place = expression(value, named: hint, &b)
      bind(name, to: place, &b)
    } else if name.kind == Node.identifier {
      // A `var` keeps the value that it may have; to declare one twice is rare.
      let place = b.resolve(symbol(name, &b), at: name.range)
      b.emit(.literal(.undefined, into: place), at: node.range)
    }
  }

  private func returnStatement(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    let value = operand(node).map { expression($0, &b) }
    b.leave(.return(value), at: node.range)
  }

  private func throwStatement(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    let value = operand(node).map { expression($0, &b) }
    b.leave(.raise(value), at: node.range)
  }

  private func ifStatement(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let condition = node[Field.condition] else { return recover(node, &b) }
    b.conditional(
      decision(condition), then: { statement(node[Field.consequence], &$0) },
      otherwise: { b in
        guard let alternative = node[Field.alternative] else { return }
        guard !stops(at: alternative) else { return _ = unentered(alternative, &b) }
        statement(operand(alternative), &b)
      }, at: node.range)
  }

  private func tryStatement(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    var handlers: [Handler] = []
    if let clause = node[Field.handler] {
      handlers.append(
        Handler(catchesEverything: true) { b in
          b.scoped { catchClause(clause, &$0) }
        })
    }
    var cleanup: FunctionBuilder.Body?
    if let clause = node[Field.finalizer] {
      cleanup = { b in
        guard !stops(at: clause) else { return _ = unentered(clause, &b) }
        statement(clause[Field.body], &b)
      }
    }
    b.protected(
      { statement(node[Field.body], &$0) }, handlers: handlers, finally: cleanup, at: node.range)
  }

  private func catchClause(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    bindCaught(node[Field.parameter], at: node.range, &b)
    if let type = node[Field.type], let parameter = node[Field.parameter] {
      annotate(parameter, with: type, &b)
    }
    guard let body = node[Field.body] else { return }
    statements(body.namedChildren, &b)
  }

  /// The entry of a handler: what was thrown goes into the parameter, if there is one.
  func bindCaught(
    _ parameter: SyntaxNode?, from types: [ID<Place>] = [], at range: ByteRange,
    _ b: inout FunctionBuilder
  ) {
    if let parameter, parameter.kind == Node.identifier {
      let place = b.declare(symbol(parameter, &b), kind: .exception, at: parameter.range)
      b.emit(.caught(types: types, into: place), at: range)
      return
    }
    let place = b.value(at: range) { .caught(types: types, into: $0) }
    guard let parameter else { return }
    declare(parameter, &b)
    bind(parameter, to: place, &b)
  }

  private func switchStatement(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let value = node[Field.value], let body = node[Field.body] else {
      return recover(node, &b)
    }
    let subject = unwrapped(value)
    let place = expression(value, &b)
    b.breakable(label: nil, at: node.range) { b in
      b.scoped { b in
        let cases = body.namedChildren.filter { !JavaScript.isComment($0.kind) }
        for arm in cases { hoist(arm.namedChildren, &b) }
        let arms = cases.map { arm in
          FunctionBuilder.Arm(
            test: caseTest(arm, subject: subject, of: place),
            body: { run(caseBody(arm), openResources: 0, &$0) })
        }
        b.choose(arms, fallsThrough: true, at: node.range)
      }
    }
  }

  /// When an arm is taken; `switch (true)` tests its cases as conditions.
  private func caseTest(
    _ arm: SyntaxNode, subject: SyntaxNode, of place: ID<Place>
  ) -> Decision? {
    guard arm.kind == Node.switchCase, let value = arm[Field.value] else { return nil }
    if subject.kind == Node.true { return decision(value) }
    return .test { b in comparison(of: place, with: value, at: value.range, &b) }
  }

  /// The statements of an arm, which follow its value.
  private func caseBody(_ arm: SyntaxNode) -> SyntaxChildren {
    var children = arm.namedChildren
    guard arm.kind == Node.switchCase, let value = arm[Field.value] else { return children }
    while let child = children.next(), child != value {}
    return children
  }

  private func label(of node: SyntaxNode, _ b: inout FunctionBuilder) -> Symbol? {
    node[Field.label].map { symbol($0, &b) }
  }

  private func labeled(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    let label = label(of: node, &b)
    guard let body = node[Field.body] else { return }
    switch body.kind {
    case Node.forStatement, Node.forInStatement, Node.whileStatement, Node.doStatement:
      guard !stops(at: body) else { return _ = unentered(body, &b) }
      loop(body, label: label, &b)
    default: b.breakable(label: label, at: node.range) { statement(body, &$0) }
    }
  }

  private func withStatement(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    if let object = node[Field.object] { _ = expression(object, &b) }
    statement(node[Field.body], &b)
  }
}
