import Basis
import IR
import Syntax

// What TypeScript adds to the statements: types with names, enums, namespaces, and declarations
// of what exists elsewhere.

extension JavaScriptLowering {
  /// `interface Name extends Base { field: Type }`: a class of its fields.
  func interfaceDeclaration(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let name = node[Field.name], let body = node[Field.body] else { return }
    let own = symbol(name, &b)
    let place = b.resolve(own, at: name.range)
    b.scoped { b in
      declareTypeParameters(of: node, &b)
      _ = fieldClass(body, named: own, into: place, bases: extended(by: node, &b), &b)
    }
  }

  /// The values of what an interface extends.
  private func extended(by node: SyntaxNode, _ b: inout FunctionBuilder) -> [ID<Place>] {
    var bases: [ID<Place>] = []
    for clause in node.namedChildren where clause.kind == Node.extendsTypeClause {
      for base in clause.fieldChildren(Field.type) {
        guard let path = qualifiedName(base, &b) else { continue }
        bases.append(load(path, at: base.range, &b))
      }
    }
    return bases
  }

  /// `type Name = Other`: a copy of what the other name holds.
  func typeAlias(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let name = node[Field.name], let value = node[Field.value] else { return }
    let own = symbol(name, &b)
    let place = b.resolve(own, at: name.range)
    b.scoped { b in
      declareTypeParameters(of: node, &b)
      if value.kind == Node.objectType {
        _ = fieldClass(value, named: own, into: place, &b)
        return
      }
      for type in typeReference(value, &b)?.names ?? [] where type.root != place {
        let held = load(type, at: value.range, &b)
        b.emit(.copy(held, into: place), at: node.range)
      }
    }
  }

  /// `enum Name { A, B = value }`: an object of its members.
  func enumDeclaration(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let name = node[Field.name], let body = node[Field.body] else { return }
    var entries: [Aggregate.Entry] = []
    for member in body.namedChildren where !JavaScript.isComment(member.kind) {
      let key = member.kind == Node.enumAssignment ? member[Field.name] : member
      guard let key, let own = constantKey(key, &b) else { continue }
      let value =
        member[Field.value].map { expression($0, &b) }
        ?? b.value(at: member.range) { .opaque(reads: [], into: $0) }
      entries.append(Aggregate.Entry(key: own, value: value))
    }
    let place = b.resolve(symbol(name, &b), at: name.range)
    b.emit(.aggregate(Aggregate(kind: .object, entries: entries), into: place), at: node.range)
  }

  /// `namespace A.B {}`: an object whose members are what the body exports.
  func namespaceDeclaration(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let name = node[Field.name], name.kind != Node.string, let body = node[Field.body]
    else { return }
    let root = rootIdentifier(of: name)
    var place = b.resolve(symbol(root, &b), at: root.range)
    let empty = Aggregate(kind: .object, entries: [])
    b.emit(.aggregate(empty, into: place), at: name.range)
    for member in memberPath(name, &b) {
      let inner = b.value(at: name.range) { .aggregate(empty, into: $0) }
      b.emit(.store(inner, into: place, field: member), at: name.range)
      place = inner
    }
    var lowering = self
    lowering.namespace = place
    b.scoped { lowering.statements(body.namedChildren, &$0) }
  }

  /// The names after the first of a qualified one.
  private func memberPath(_ name: SyntaxNode, _ b: inout FunctionBuilder) -> [Symbol] {
    var path: [Symbol] = []
    var current = name
    while current.kind == Node.nestedIdentifier || current.kind == Node.memberExpression,
      let inner = operand(current), let last = lastOperand(current), inner != last
    {
      path.append(symbol(last, &b))
      current = inner
    }
    return path.reversed()
  }

  /// `declare ...`: names and types, and no code.
  func ambientDeclaration(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    for child in node.namedChildren {
      switch child.kind {
      case Node.lexicalDeclaration, Node.variableDeclaration:
        for declarator in child.namedChildren {
          guard let name = declarator[Field.name], let type = declarator[Field.type] else {
            continue
          }
          annotate(name, with: type, &b)
        }
      case Node.classDeclaration, Node.abstractClassDeclaration: classDeclaration(child, &b)
      case Node.enumDeclaration: enumDeclaration(child, &b)
      default: break
      }
    }
  }
}
