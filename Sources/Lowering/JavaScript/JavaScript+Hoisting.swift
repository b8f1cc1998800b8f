import Basis
import IR
import Syntax

// What a block declares is known before its first statement runs: a function may use a constant
// that is written below it, and closures capture places, not names. So each block is passed over
// twice: once for its names, once for what takes effect at once (imports, types, functions). The
// names of `var` belong to the function and are declared at its start.

extension JavaScriptLowering {
  /// Declares what the statements of a block declare, and lowers what takes effect before them.
  func hoist(_ children: SyntaxChildren, _ b: inout FunctionBuilder) {
    var hasEarly = false
    for child in children { hasEarly = declareNames(of: child, &b) || hasEarly }
    guard hasEarly else { return }
    for child in children { lowerEarly(child, &b) }
  }

  /// Declares the names of one statement; whether something of it is to be lowered early.
  func declareNames(of node: SyntaxNode, _ b: inout FunctionBuilder) -> Bool {
    switch node.kind {
    case Node.lexicalDeclaration:
      for child in node.namedChildren {
        if let name = child[Field.name] { declare(name, &b) }
      }
      return false
    case Node.classDeclaration, Node.abstractClassDeclaration, Node.enumDeclaration:
      declareName(of: node, &b)
      return false
    case Node.functionDeclaration, Node.generatorFunctionDeclaration, Node.functionSignature,
      Node.interfaceDeclaration, Node.typeAliasDeclaration:
      declareName(of: node, &b)
      return true
    case Node.importStatement, Node.importAlias:
      declareImports(of: node, &b)
      return true
    case Node.exportStatement:
      return node[Field.declaration].map { declareNames(of: $0, &b) } ?? false
    case Node.ambientDeclaration: return declareAmbientNames(of: node, &b)
    case Node.module, Node.internalModule:
      if let name = node[Field.name] { declare(rootIdentifier(of: name), &b) }
      return false
    case Node.expressionStatement:
      guard let inner = operand(node), inner.kind == Node.internalModule else { return false }
      return declareNames(of: inner, &b)
    default: return false
    }
  }

  private func declareName(of node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let name = node[Field.name] else { return }
    b.declare(symbol(name, &b), at: name.range)
  }

  private func declareAmbientNames(of node: SyntaxNode, _ b: inout FunctionBuilder) -> Bool {
    var hasEarly = false
    for child in node.namedChildren where child.kind != Node.statementBlock {
      hasEarly = declareNames(of: child, &b) || hasEarly
      if child.kind == Node.variableDeclaration { hoistVariables(node, &b) }
    }
    return hasEarly
  }

  private func lowerEarly(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard !stops(at: node) else { return }
    switch node.kind {
    case Node.functionDeclaration, Node.generatorFunctionDeclaration:
      functionDeclaration(node, &b)
    case Node.importStatement: importStatement(node, &b)
    case Node.importAlias: importAlias(node, &b)
    case Node.interfaceDeclaration: interfaceDeclaration(node, &b)
    case Node.typeAliasDeclaration: typeAlias(node, &b)
    case Node.exportStatement:
      if let declaration = node[Field.declaration] { lowerEarly(declaration, &b) }
    case Node.ambientDeclaration:
      for child in node.namedChildren where child.kind != Node.statementBlock {
        lowerEarly(child, &b)
      }
    default: break
    }
  }

  /// Declares every name that a pattern binds, in the innermost scope.
  func declare(_ pattern: SyntaxNode, _ b: inout FunctionBuilder) {
    guard !stops(at: pattern) else { return }
    switch pattern.kind {
    case Node.identifier, Node.shorthandPropertyIdentifierPattern, Node.typeIdentifier:
      b.declare(symbol(pattern, &b), at: pattern.range)
    case Node.objectPattern, Node.arrayPattern, Node.restPattern:
      for child in pattern.namedChildren { declare(child, &b) }
    case Node.pairPattern: pattern[Field.value].map { declare($0, &b) }
    case Node.assignmentPattern, Node.objectAssignmentPattern:
      pattern[Field.left].map { declare($0, &b) }
    default: break
    }
  }

  /// Declares the names of every `var` below, but for those of nested functions.
  func hoistVariables(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard !stops(at: node) else { return }
    for child in node.namedChildren {
      switch child.kind {
      case Node.variableDeclaration:
        for declarator in child.namedChildren {
          if let name = declarator[Field.name] { declare(name, &b) }
        }
      case Node.forInStatement:
        if has(Node.varKeyword, child), let left = child[Field.left] { declare(left, &b) }
        hoistVariables(child, &b)
      case Node.statementBlock, Node.ifStatement, Node.elseClause, Node.forStatement,
        Node.whileStatement, Node.doStatement, Node.tryStatement, Node.catchClause,
        Node.finallyClause, Node.switchStatement, Node.switchBody, Node.switchCase,
        Node.switchDefault, Node.labeledStatement, Node.withStatement, Node.exportStatement:
        hoistVariables(child, &b)
      default: break
      }
    }
  }

  /// The leftmost name of a qualified one.
  func rootIdentifier(of name: SyntaxNode) -> SyntaxNode {
    var current = name
    while current.kind == Node.nestedIdentifier || current.kind == Node.nestedTypeIdentifier
      || current.kind == Node.memberExpression
    {
      guard let inner = operand(current) else { return current }
      current = inner
    }
    return current
  }
}
