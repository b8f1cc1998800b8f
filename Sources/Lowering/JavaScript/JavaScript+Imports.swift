import Basis
import IR
import Syntax

extension JavaScriptLowering {
  /// Declares the local names of an import.
  func declareImports(of node: SyntaxNode, _ b: inout FunctionBuilder) {
    for name in localNames(of: node) { b.declare(symbol(name, &b), at: name.range) }
  }

  private func localNames(of node: SyntaxNode) -> [SyntaxNode] {
    var result: [SyntaxNode] = []
    for part in node.namedChildren {
      switch part.kind {
      case Node.identifier where node.kind == Node.importAlias || node.kind == Node.importClause:
        result.append(part)
        if node.kind == Node.importAlias { return result }
      case Node.importClause, Node.namedImports, Node.namespaceImport, Node.importRequireClause:
        result += localNames(of: part)
      case Node.identifier where node.kind == Node.namespaceImport:
        result.append(part)
      case Node.identifier where node.kind == Node.importRequireClause:
        result.append(part)
      case Node.importSpecifier:
        if let name = part[Field.alias] ?? part[Field.name] { result.append(name) }
      default: break
      }
    }
    return result
  }

  /// `import a, {b as c} from 'm'`, `import * as n from 'm'`, `import x = require('m')`
  func importStatement(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let source = moduleName(of: node) else { return _ = unknown(node, &b) }
    let module = symbol(content(of: source), &b)
    var hasClause = false
    for part in node.namedChildren {
      switch part.kind {
      case Node.importClause:
        hasClause = true
        importClause(part, from: module, &b)
      case Node.importRequireClause:
        hasClause = true
        if let name = operand(part) { bindImport(module, nil, to: name, &b) }
      default: break
      }
    }
    if !hasClause {
      let item = Import(module: module, member: nil)
      b.value(at: node.range) { .importModule(item, into: $0) }
    }
  }

  private func moduleName(of node: SyntaxNode) -> SyntaxNode? {
    if let source = node[Field.source] { return source }
    for part in node.namedChildren where part.kind == Node.importRequireClause {
      return part[Field.source]
    }
    return nil
  }

  private func importClause(
    _ clause: SyntaxNode, from module: Symbol, _ b: inout FunctionBuilder
  ) {
    for part in clause.namedChildren {
      switch part.kind {
      case Node.identifier: bindImport(module, words.default, to: part, &b)
      case Node.namespaceImport:
        if let name = operand(part) { bindImport(module, nil, to: name, &b) }
      case Node.namedImports:
        for specifier in part.namedChildren where specifier.kind == Node.importSpecifier {
          guard let name = specifier[Field.name] else { continue }
          let member = exportedName(name, &b)
          bindImport(module, member, to: specifier[Field.alias] ?? name, &b)
        }
      default: break
      }
    }
  }

  private func bindImport(
    _ module: Symbol, _ member: Symbol?, to name: SyntaxNode, _ b: inout FunctionBuilder
  ) {
    let place = b.resolve(symbol(name, &b), at: name.range)
    b.emit(.importModule(Import(module: module, member: member), into: place), at: name.range)
  }

  /// A name in an import or export, which may be a string.
  func exportedName(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> Symbol {
    symbol(node.kind == Node.string ? content(of: node) : node.range, &b)
  }

  /// `import A = B.C`
  func importAlias(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let name = operand(node), let target = lastOperand(node), target != name,
      let path = qualifiedName(target, &b)
    else { return }
    let place = b.resolve(symbol(name, &b), at: name.range)
    let value = load(path, at: target.range, &b)
    b.emit(.copy(value, into: place), at: node.range)
  }

  /// What a qualified name holds.
  func load(
    _ name: TypeReference.Name, at range: ByteRange, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    name.path.reduce(name.root) { object, member in
      b.value(at: range) { .load(member, of: object, into: $0) }
    }
  }

  /// `require('m')` where the name is nobody's, and `import('m')`.
  func importedModule(by call: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place>? {
    guard let function = call[Field.function], let arguments = call[Field.arguments],
      let argument = operand(arguments),
      argument.kind == Node.string || argument.kind == Node.templateString
    else { return nil }
    switch function.kind {
    case Node.import: break
    case Node.identifier:
      guard reads("require", at: function.range), !hasSubstitution(argument),
        isGlobal(words.require, at: function.range, &b)
      else { return nil }
    default: return nil
    }
    guard !hasSubstitution(argument) else { return nil }
    let item = Import(module: symbol(content(of: argument), &b), member: nil)
    return b.value(at: call.range) { .importModule(item, into: $0) }
  }

  /// Whether the file declares no such name.
  func isGlobal(_ name: Symbol, at range: ByteRange, _ b: inout FunctionBuilder) -> Bool {
    b.current.places[b.resolve(name, at: range)].kind == .global
  }
}
