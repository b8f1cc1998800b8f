import Basis
import IR
import Syntax

extension JavaScriptLowering {
  /// `export` in every form; the declaration in it is lowered as one without.
  func export(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    let decorators = node.fieldChildren(Field.decorator)
    if let declaration = node[Field.declaration] {
      exportDeclaration(declaration, of: node, decorators: decorators, &b)
    } else if let value = node[Field.value] {
      exportDefault(value, decorators: decorators, &b)
    } else if let source = node[Field.source] {
      reexport(node, from: symbol(content(of: source), &b), &b)
    } else if let clause = node.namedChildren.first(where: { $0.kind == Node.exportClause }) {
      for specifier in clause.namedChildren where specifier.kind == Node.exportSpecifier {
        guard let name = specifier[Field.name] else { continue }
        let place = b.resolve(symbol(name, &b), at: name.range)
        publish(exportedName(specifier[Field.alias] ?? name, &b), place, at: name.range, &b)
      }
    } else if has(Node.equals, node), let value = operand(node) {
      exportWhole(expression(value, &b), of: value, &b)
    } else if node.hasError {
      recover(node, &b)
    }
  }

  private func exportDeclaration(
    _ declaration: SyntaxNode, of node: SyntaxNode, decorators: [SyntaxNode],
    _ b: inout FunctionBuilder
  ) {
    let isClass =
      declaration.kind == Node.classDeclaration
      || declaration.kind == Node.abstractClassDeclaration
    if isClass, !decorators.isEmpty, let name = declaration[Field.name] {
      let symbol = symbol(name, &b)
      let place = b.resolve(symbol, at: name.range)
      makeClass(declaration, named: symbol, into: place, outerDecorators: decorators, &b)
    } else {
      statement(declaration, &b)
    }
    let isDefault = has(Node.defaultKeyword, node)
    for name in names(declaredBy: declaration) {
      let own = symbol(name, &b)
      let place = b.resolve(own, at: name.range)
      publish(isDefault ? words.default : own, place, at: name.range, &b)
    }
  }

  private func names(declaredBy node: SyntaxNode) -> [SyntaxNode] {
    switch node.kind {
    case Node.lexicalDeclaration, Node.variableDeclaration:
      node.namedChildren.compactMap { $0[Field.name] }.flatMap { names(boundBy: $0) }
    case Node.importAlias: operand(node).map { [$0] } ?? []
    case Node.ambientDeclaration: node.namedChildren.flatMap { names(declaredBy: $0) }
    case Node.module, Node.internalModule: node[Field.name].map { [rootIdentifier(of: $0)] } ?? []
    case Node.expressionStatement: operand(node).map { names(declaredBy: $0) } ?? []
    default: node[Field.name].map { [$0] } ?? []
    }
  }

  private func names(boundBy pattern: SyntaxNode) -> [SyntaxNode] {
    guard !stops(at: pattern) else { return [] }
    return switch pattern.kind {
    case Node.identifier, Node.shorthandPropertyIdentifierPattern: [pattern]
    case Node.objectPattern, Node.arrayPattern, Node.restPattern:
      pattern.namedChildren.flatMap { names(boundBy: $0) }
    case Node.pairPattern: pattern[Field.value].map { names(boundBy: $0) } ?? []
    case Node.assignmentPattern, Node.objectAssignmentPattern:
      pattern[Field.left].map { names(boundBy: $0) } ?? []
    default: []
    }
  }

  /// `export default value`
  private func exportDefault(
    _ value: SyntaxNode, decorators: [SyntaxNode], _ b: inout FunctionBuilder
  ) {
    let place: ID<Place>
    if value.kind == Node.class, !decorators.isEmpty {
      let name = value[Field.name].map { symbol($0, &b) } ?? words.default
      place = b.temporary(at: value.range)
      makeClass(value, named: name, into: place, outerDecorators: decorators, &b)
    } else {
      place = expression(value, named: words.default, &b)
    }
    publish(words.default, place, at: value.range, &b)
  }

  /// `export {a as b} from 'm'`, `export * from 'm'`, `export * as n from 'm'`
  private func reexport(
    _ node: SyntaxNode, from module: Symbol, _ b: inout FunctionBuilder
  ) {
    guard b.depth == 0 else { return }
    var hasNames = false
    for part in node.namedChildren {
      switch part.kind {
      case Node.exportClause:
        hasNames = true
        for specifier in part.namedChildren where specifier.kind == Node.exportSpecifier {
          guard let name = specifier[Field.name] else { continue }
          let member = exportedName(name, &b)
          let own = specifier[Field.alias].map { exportedName($0, &b) } ?? member
          let item = Import(module: module, member: member)
          b.module.exports.append(Export(name: own, source: .reexport(item)))
        }
      case Node.namespaceExport:
        hasNames = true
        guard let name = operand(part) else { continue }
        let item = Import(module: module, member: nil)
        let export = Export(name: exportedName(name, &b), source: .reexport(item))
        b.module.exports.append(export)
      default: break
      }
    }
    if !hasNames { b.module.exports.append(Export(name: nil, source: .everything(module))) }
  }

  /// Makes a place known outside: to other files, or as a member of the namespace.
  func publish(
    _ name: Symbol, _ place: ID<Place>, at range: ByteRange, _ b: inout FunctionBuilder
  ) {
    if let namespace {
      b.emit(.store(place, into: namespace, field: name), at: range)
    } else if b.depth == 0 {
      b.module.exports.append(Export(name: name, source: .place(place)))
    }
  }

  /// `export = value`, `module.exports = value`: the module is the value, and its entries are
  /// names of their own.
  private func exportWhole(
    _ place: ID<Place>, of value: SyntaxNode, _ b: inout FunctionBuilder
  ) {
    publish(words.default, place, at: value.range, &b)
    let value = unwrapped(value)
    guard value.kind == Node.object else { return }
    for entry in value.namedChildren {
      switch entry.kind {
      case Node.shorthandPropertyIdentifier:
        let name = symbol(entry, &b)
        publish(name, b.resolve(name, at: entry.range), at: entry.range, &b)
      case Node.pair, Node.methodDefinition:
        guard let key = entry[Field.key] ?? entry[Field.name], let name = constantKey(key, &b)
        else { continue }
        let member = b.value(at: entry.range) { .load(name, of: place, into: $0) }
        publish(name, member, at: entry.range, &b)
      case Node.spreadElement: exportSpread(entry, &b)
      default: break
      }
    }
  }

  /// `module.exports = {...require('./a')}`
  private func exportSpread(_ entry: SyntaxNode, _ b: inout FunctionBuilder) {
    guard b.depth == 0, namespace == nil, let call = operand(entry),
      call.kind == Node.callExpression, let function = call[Field.function],
      reads("require", at: function.range), let arguments = call[Field.arguments],
      let module = operand(arguments), module.kind == Node.string
    else { return }
    let name = symbol(content(of: module), &b)
    b.module.exports.append(Export(name: nil, source: .everything(name)))
  }

  /// `module.exports = value`, `exports.name = value`, `module.exports.name = value`
  func exportByAssignment(
    to left: SyntaxNode, _ place: ID<Place>, of value: SyntaxNode, _ b: inout FunctionBuilder
  ) {
    guard b.depth == 0, left.kind == Node.memberExpression, let object = left[Field.object],
      let property = left[Field.property]
    else { return }
    if isModuleExports(left) {
      guard isGlobal(words.module, at: object.range, &b) else { return }
      exportWhole(place, of: value, &b)
    } else if object.kind == Node.identifier, reads("exports", at: object.range) {
      guard isGlobal(words.exports, at: object.range, &b) else { return }
      publish(symbol(property, &b), place, at: left.range, &b)
    } else if isModuleExports(object), isGlobal(words.module, at: object.range, &b) {
      publish(symbol(property, &b), place, at: left.range, &b)
    }
  }

  private func isModuleExports(_ node: SyntaxNode) -> Bool {
    node.kind == Node.memberExpression && reads("module.exports", at: node.range)
  }
}
