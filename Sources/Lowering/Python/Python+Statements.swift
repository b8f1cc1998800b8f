import Basis
import IR
import Syntax

extension PythonLowering {
  /// The statements of a module, a block, or a stretch of broken syntax.
  func statements(of node: SyntaxNode, _ builder: inout FunctionBuilder) {
    for child in node.namedChildren { statement(child, &builder) }
  }

  /// The block in a clause that has no field for it.
  func block(of clause: SyntaxNode, _ builder: inout FunctionBuilder) {
    guard !isTooDeep(clause) else {
      opaque(clause, &builder)
      return
    }
    for child in clause.namedChildren where child.kind == Node.block {
      statement(child, &builder)
    }
  }

  /// Lowers one statement; a body that the parser could not find is no statement.
  func statement(_ node: SyntaxNode?, _ builder: inout FunctionBuilder) {
    guard let node else { return }
    guard !isTooDeep(node) else {
      opaque(node, &builder)
      return
    }
    switch node.kind {
    case Node.expressionStatement: expressionStatement(node, &builder)
    case Node.block: statements(of: node, &builder)
    case Node.returnStatement: returnStatement(node, &builder)
    case Node.raiseStatement: raiseStatement(node, &builder)
    case Node.assertStatement: assertStatement(node, &builder)
    case Node.deleteStatement: deleteStatement(node, &builder)
    case Node.breakStatement: builder.leave(.breakOut(nil), at: node.range)
    case Node.continueStatement: builder.leave(.nextIteration(nil), at: node.range)
    case Node.printStatement: wordStatement(.print, node, &builder)
    case Node.execStatement: wordStatement(.exec, node, &builder)
    case Node.typeAliasStatement: typeAlias(node, &builder)
    case Node.passStatement, Node.globalStatement, Node.nonlocalStatement, Node.comment,
      Node.futureImportStatement, Node.lineContinuation:
      break
    default: compoundStatement(node, &builder)
    }
  }

  private func compoundStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    switch node.kind {
    case Node.ifStatement: ifStatement(node, &builder)
    case Node.forStatement: forStatement(node, &builder)
    case Node.whileStatement: whileStatement(node, &builder)
    case Node.tryStatement: tryStatement(node, &builder)
    case Node.withStatement: withStatement(node, &builder)
    case Node.matchStatement: matchStatement(node, &builder)
    case Node.functionDefinition: functionDefinition(node, &builder)
    case Node.classDefinition: classDefinition(node, &builder)
    case Node.decoratedDefinition: decoratedDefinition(node, &builder)
    case Node.importStatement: importStatement(node, &builder)
    case Node.importFromStatement: importFromStatement(node, &builder)
    case .error: brokenSyntax(node, &builder)
    default: expression(node, &builder)
    }
  }

  /// What the parser could not make sense of: its statements and expressions are lowered in their
  /// order, its lone words are not.
  private func brokenSyntax(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    count(unknown: node, &builder)
    for child in node.namedChildren where child.subtreeCount > 1 {
      switch child.kind {
      case Node.elifClause, Node.elseClause, Node.exceptClause, Node.exceptGroupClause,
        Node.finallyClause:
        for inner in child.namedChildren { statement(inner, &builder) }
      case Node.parameters, Node.lambdaParameters, Node.type, Node.withClause, Node.casePattern:
        opaque(child, &builder)
      default: statement(child, &builder)
      }
    }
  }

  private func expressionStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    for child in node.namedChildren {
      switch child.kind {
      // What neither calls nor branches and is not kept leaves no trace: documentation strings.
      case Node.identifier, Node.integer, Node.float, Node.ellipsis, Node.none, Node.true,
        Node.false, Node.comment, Node.lineContinuation:
        break
      case Node.string where child.namedChildren.allSatisfy({ $0.kind != Node.interpolation }):
        break
      case Node.assignment: assignment(child, &builder)
      case Node.augmentedAssignment: augmentedAssignment(child, &builder)
      default: expression(child, &builder)
      }
    }
  }

  private func returnStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    let value = node.firstOperand.map { expression($0, &builder) }
    builder.leave(.return(value), at: node.range)
  }

  private func deleteStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    for target in node.namedChildren { delete(target, &builder) }
  }

  /// Unbinds a target: what it held is held there no longer.
  private func delete(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    switch node.kind {
    case Node.comment, Node.lineContinuation: break
    case Node.expressionList, Node.tuple, Node.list, Node.parenthesizedExpression:
      guard !isTooDeep(node) else {
        opaque(node, &builder)
        return
      }
      for child in node.namedChildren { delete(child, &builder) }
    default:
      let nothing = literal(.undefined, at: node.range, &builder)
      assign(nothing, to: node, &builder)
    }
  }

  /// `print x, y` and `exec code in scope` of Python 2, as the calls that they became.
  private func wordStatement(
    _ word: PythonWord, _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) {
    let callee = builder.resolve(words[word], at: node.range)
    let arguments = node.operands.map { child in
      Argument(value: expression(child, &builder))
    }
    builder.call(.value(callee), arguments, at: node.range)
  }

  private func typeAlias(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    guard let left = node[Field.left]?.firstOperand, let right = node[Field.right]?.firstOperand
    else { return }
    let name = left.kind == Node.genericType ? left.firstOperand : left
    guard let name, name.kind == Node.identifier else { return }
    let isPlain = right.kind == Node.identifier || right.kind == Node.attribute
    let value = isPlain ? expression(right, &builder) : absent(at: right.range, &builder)
    assign(value, to: name, &builder)
  }
}
