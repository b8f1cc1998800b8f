import Basis
import IR
import Syntax

// A function's names are known before its first statement is read: what it assigns anywhere is
// its own everywhere. The scan descends through statements only; expressions are searched for
// `:=`, and only in files that have one.

extension PythonLowering {
  /// Finds what holds for the whole file: names that functions declare global, and what
  /// `contextlib` is called.
  mutating func survey(_ root: SyntaxNode, _ builder: inout FunctionBuilder) {
    hasWalrus = source.root.subtree.contains { $0.kind == Node.namedExpression }
    for node in root.subtree {
      switch node.kind {
      case Node.globalStatement:
        for name in node.namedChildren { bind(name, &builder) }
      case Node.importStatement: surveyImport(node, &builder)
      case Node.importFromStatement: surveyFromImport(node, &builder)
      default: continue
      }
    }
  }

  private mutating func surveyImport(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    for item in node.namedChildren {
      let module = item.kind == Node.aliasedImport ? item[Field.name] : item
      guard let module, spells(module, "contextlib") else { continue }
      contextlibNames.insert(symbol(item[Field.alias] ?? module, &builder))
    }
  }

  private mutating func surveyFromImport(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    guard let module = node[Field.moduleName], spells(module, "contextlib") else { return }
    for item in node.namedChildren where item.field == Field.name {
      let name = item.kind == Node.aliasedImport ? item[Field.name] : item
      guard let name, spells(name, "suppress") else { continue }
      suppressNames.insert(symbol(item[Field.alias] ?? name, &builder))
    }
  }

  /// Declares the names that the statements in `node` bind in the current function.
  func declareNames(in node: SyntaxNode, _ builder: inout FunctionBuilder) {
    for child in node.namedChildren { declareNames(of: child, &builder) }
  }

  private func declareNames(of node: SyntaxNode, _ builder: inout FunctionBuilder) {
    guard !isTooDeep(node) else { return }
    switch node.kind {
    case Node.expressionStatement: declareAssigned(node, &builder)
    case Node.functionDefinition, Node.classDefinition:
      if let name = node[Field.name] { bind(name, &builder) }
      return
    case Node.importStatement, Node.importFromStatement: declareImported(node, &builder)
    case Node.forStatement, Node.typeAliasStatement:
      if let target = node[Field.left] { bindTargets(target, &builder) }
      declareNames(in: node, &builder)
    case Node.deleteStatement:
      for target in node.namedChildren { bindTargets(target, &builder) }
    case Node.exceptClause, Node.exceptGroupClause: declareCaught(node, &builder)
    case Node.casePattern: declareCaptures(node, &builder)
    case Node.globalStatement: declareGlobal(node, &builder)
    case Node.nonlocalStatement: declareNonlocal(node, &builder)
    case Node.asPattern:
      if let target = node[Field.alias] { bindTargets(target, &builder) }
      declareInExpression(node, &builder)
    case Node.block, Node.ifStatement, Node.elifClause, Node.elseClause, Node.whileStatement,
      Node.tryStatement, Node.finallyClause, Node.withStatement, Node.withClause, Node.withItem,
      Node.matchStatement, Node.caseClause, Node.decoratedDefinition, .error:
      declareNames(in: node, &builder)
    case Node.parenthesizedExpression, Node.tuple:
      // `with (open(a) as b):` is read as a parenthesised expression.
      if node.field == Field.value { declareNames(in: node, &builder) }
      declareInExpression(node, &builder)
    default: declareInExpression(node, &builder)
    }
  }

  /// The targets of an expression statement: `a = b = c`, `a += b`, `a: T`.
  private func declareAssigned(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    var inner = node.firstOperand
    while let assignment = inner,
      assignment.kind == Node.assignment || assignment.kind == Node.augmentedAssignment
    {
      if let target = assignment[Field.left] { bindTargets(target, &builder) }
      inner = assignment[Field.right]
    }
    declareInExpression(node, &builder)
  }

  /// The names that `:=` binds in an expression.
  func declareInExpression(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    guard hasWalrus else { return }
    for inner in node.subtree where inner.kind == Node.namedExpression {
      if let name = inner[Field.name] { bind(name, &builder) }
    }
  }

  /// Declares the names in a target, `a, (b, *c)`, in the innermost scope; what stands in
  /// subscripts and attributes is read only.
  func bindTargets(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    switch node.kind {
    case Node.identifier: bind(node, &builder)
    case Node.patternList, Node.tuplePattern, Node.listPattern, Node.listSplatPattern, Node.tuple,
      Node.list, Node.listSplat, Node.asPatternTarget, Node.parenthesizedExpression,
      Node.expressionList, Node.type:
      guard !isTooDeep(node) else { return }
      for child in node.namedChildren { bindTargets(child, &builder) }
    default: break
    }
  }

  private func bind(_ name: SyntaxNode, _ builder: inout FunctionBuilder) {
    guard !name.isMissing else { return }
    builder.declare(symbol(name, &builder), at: name.range)
  }

  private func declareImported(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    for item in node.namedChildren where item.field == Field.name {
      if let alias = item[Field.alias] {
        bind(alias, &builder)
      } else if let first = item.firstOperand {
        bind(first, &builder)
      }
    }
  }

  private func declareCaught(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    for child in node.namedChildren {
      if child.kind == Node.block { declareNames(in: child, &builder) }
      if child.kind == Node.asPattern, let target = child[Field.alias]?.firstOperand {
        builder.declare(symbol(target, &builder), kind: .exception, at: target.range)
      }
    }
  }

  /// The names that a pattern of `match` captures: lone names, `*rest`, `... as name`.
  private func declareCaptures(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    guard !isTooDeep(node) else { return }
    for child in node.namedChildren {
      switch child.kind {
      case Node.identifier where node.kind != Node.keywordPattern: bind(child, &builder)
      case Node.dottedName:
        if node.kind != Node.classPattern, let name = loneName(child) { bind(name, &builder) }
      default: declareCaptures(child, &builder)
      }
    }
  }

  /// The identifier of a dotted name that has only one.
  func loneName(_ node: SyntaxNode) -> SyntaxNode? {
    node.namedChildCount == 1 ? node.firstOperand : nil
  }

  private func declareGlobal(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    guard builder.depth > 0 else { return }
    for name in node.namedChildren where name.kind == Node.identifier {
      let symbol = symbol(name, &builder)
      builder.bind(symbol, to: builder.resolveInModule(symbol, at: name.range))
    }
  }

  private func declareNonlocal(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    for name in node.namedChildren where name.kind == Node.identifier {
      let symbol = symbol(name, &builder)
      builder.bind(symbol, to: builder.resolve(symbol, at: name.range))
    }
  }
}
