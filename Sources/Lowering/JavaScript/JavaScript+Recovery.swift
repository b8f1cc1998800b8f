import Basis
import IR
import Syntax

// Broken source still has statements that say something, and a new grammar may have nodes that we
// do not know. Neither is an error: what is inside is evaluated, what it makes is unknown, and the
// node is counted.

extension JavaScriptLowering {
  /// A node that lowering does not know: everything in it is evaluated.
  func unknown(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    count(node, &b)
    var reads: [ID<Place>] = []
    salvage(node, &reads, &b)
    return b.value(at: node.range) { .opaque(reads: reads, into: $0) }
  }

  /// A stretch that the parser could not make sense of, or a construct with a part missing.
  func recover(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    _ = unknown(node, &b)
  }

  /// A node at which lowering stops: the names in it are read, its control flow is not known.
  func unentered(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    count(node, &b)
    var reads: [ID<Place>] = []
    var met: Set<ID<Place>> = []
    for part in node.subtree where part.kind == Node.identifier {
      let place = b.resolve(symbol(part, &b), at: part.range)
      if met.insert(place).inserted { reads.append(place) }
    }
    return b.value(at: node.range) { .opaque(reads: reads, into: $0) }
  }

  private func count(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    let name = b.intern(source.grammar.name(of: node.kind))
    b.module.health.unknown[name, default: 0] += 1
  }

  private func salvage(
    _ node: SyntaxNode, _ reads: inout [ID<Place>], _ b: inout FunctionBuilder
  ) {
    hoist(node.namedChildren, &b)
    for child in node.namedChildren {
      if stops(at: child) {
        reads.append(unentered(child, &b))
      } else if isStatement(child.kind) {
        statement(child, &b)
      } else if child.kind == Node.methodDefinition {
        reads.append(strayMethod(child, &b))
      } else if isExpression(child.kind) {
        reads.append(expression(child, &b))
      } else if !isType(child.kind) {
        salvage(child, &reads, &b)
      }
    }
  }

  /// A method without its class, which the parser could not make out.
  private func strayMethod(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    let name = node[Field.name].map { symbol($0, &b) } ?? words.anonymous
    let function = function(node, FunctionShape(name: name, kind: .method), &b)
    return b.value(at: node.range) { .closure(function, into: $0) }
  }

  private func isStatement(_ kind: NodeKind) -> Bool {
    switch kind {
    case Node.expressionStatement, Node.lexicalDeclaration, Node.variableDeclaration,
      Node.returnStatement, Node.ifStatement, Node.statementBlock, Node.tryStatement,
      Node.throwStatement, Node.forStatement, Node.forInStatement, Node.whileStatement,
      Node.doStatement, Node.switchStatement, Node.labeledStatement, Node.classDeclaration,
      Node.abstractClassDeclaration, Node.exportStatement, Node.enumDeclaration, Node.module,
      Node.internalModule, Node.ambientDeclaration, Node.withStatement,
      Node.functionDeclaration, Node.generatorFunctionDeclaration, Node.importStatement,
      Node.importAlias, Node.interfaceDeclaration, Node.typeAliasDeclaration,
      Node.functionSignature:
      true
    default: false
    }
  }

  private func isExpression(_ kind: NodeKind) -> Bool {
    switch kind {
    case Node.identifier, Node.callExpression, Node.memberExpression, Node.subscriptExpression,
      Node.nonNullExpression, Node.instantiationExpression, Node.string, Node.templateString,
      Node.this, Node.parenthesizedExpression, Node.typeAssertion, Node.asExpression,
      Node.satisfiesExpression, Node.awaitExpression, Node.yieldExpression,
      Node.assignmentExpression, Node.augmentedAssignmentExpression, Node.updateExpression,
      Node.binaryExpression, Node.unaryExpression, Node.ternaryExpression,
      Node.sequenceExpression, Node.newExpression, Node.object, Node.array, Node.arrowFunction,
      Node.functionExpression, Node.generatorFunction, Node.class, Node.jsxElement,
      Node.jsxSelfClosingElement, Node.jsxExpression:
      true
    default: false
    }
  }

  private func isType(_ kind: NodeKind) -> Bool {
    switch kind {
    case Node.typeAnnotation, Node.typeArguments, Node.typeParameters, Node.genericType,
      Node.unionType, Node.objectType, Node.functionType:
      true
    default: false
    }
  }
}
