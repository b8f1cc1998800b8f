import Basis
import IR
import Syntax

extension JavaScriptLowering {
  /// `class Name {}`: the name was declared when the block began.
  func classDeclaration(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let name = node[Field.name] else { return _ = unknown(node, &b) }
    let symbol = symbol(name, &b)
    let place = b.resolve(symbol, at: name.range)
    makeClass(node, named: symbol, into: place, outerDecorators: [], &b)
  }

  /// A class as a value; a name of its own is known in it.
  func classExpression(
    _ node: SyntaxNode, named hint: Symbol?, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    guard let own = node[Field.name] else {
      let place = b.temporary(at: node.range)
      makeClass(node, named: hint ?? words.anonymous, into: place, outerDecorators: [], &b)
      return place
    }
    var place: ID<Place>?
    b.scoped { b in
      let name = symbol(own, &b)
      let inner = b.declare(name, at: own.range)
      makeClass(node, named: name, into: inner, outerDecorators: [], &b)
      place = inner
    }
    return place ?? unknown(node, &b)
  }

  /// Lowers a class: its decorators and bases, its members, the class itself, its static parts.
  func makeClass(
    _ node: SyntaxNode, named name: Symbol, into place: ID<Place>,
    outerDecorators: [SyntaxNode], _ b: inout FunctionBuilder
  ) {
    b.scoped { b in
      declareTypeParameters(of: node, &b)
      makeDeclaredClass(node, named: name, into: place, outerDecorators, &b)
    }
  }

  private func makeDeclaredClass(
    _ node: SyntaxNode, named name: Symbol, into place: ID<Place>,
    _ outerDecorators: [SyntaxNode], _ b: inout FunctionBuilder
  ) {
    var type = Class(name: name, range: node.range, parent: b.currentID, place: place)
    type.decorators = decorators(outerDecorators + node.fieldChildren(Field.decorator), &b)
    type.bases = bases(of: node, &b)
    type.shapes = shapes(of: node, &b)
    let id = b.module.classes.append(type)
    let members = node[Field.body].map { self.members(of: $0) } ?? []
    for member in members { memberFunction(member, of: id, &b) }
    initializeFields(members, of: id, &b)
    b.emit(.makeClass(id, into: place), at: node.range)
    apply(type.decorators, to: place, &b)
    for member in members where member.isStatic || member.node.kind == Node.classStaticBlock {
      initialize(static: member, of: id, in: place, &b)
    }
  }

  /// The values of what a class extends.
  private func bases(of node: SyntaxNode, _ b: inout FunctionBuilder) -> [ID<Place>] {
    var result: [ID<Place>] = []
    for heritage in node.namedChildren where heritage.kind == Node.classHeritage {
      for part in heritage.namedChildren {
        switch part.kind {
        case Node.extendsClause:
          for value in part.fieldChildren(Field.value) { result.append(expression(value, &b)) }
        case Node.implementsClause, Node.comment: break
        default: result.append(expression(part, &b))
        }
      }
    }
    return result
  }

  /// The values of what a class implements.
  private func shapes(of node: SyntaxNode, _ b: inout FunctionBuilder) -> [ID<Place>] {
    var result: [ID<Place>] = []
    for heritage in node.namedChildren where heritage.kind == Node.classHeritage {
      for clause in heritage.namedChildren where clause.kind == Node.implementsClause {
        for type in clause.namedChildren where !stops(at: type) {
          guard let path = qualifiedName(type, &b) else { continue }
          result.append(load(path, at: type.range, &b))
        }
      }
    }
    return result
  }

  /// A member of a class body with what stands before it.
  struct MemberSyntax {
    var node: SyntaxNode
    var decorators: [SyntaxNode]
    var isStatic: Bool
  }

  /// The members of a class; TypeScript writes a method's decorators as its siblings.
  private func members(of body: SyntaxNode) -> [MemberSyntax] {
    var result: [MemberSyntax] = []
    var pending: [SyntaxNode] = []
    for child in body.namedChildren where !stops(at: child) {
      switch child.kind {
      case Node.decorator: pending.append(child)
      case Node.methodDefinition, Node.fieldDefinition, Node.publicFieldDefinition,
        Node.classStaticBlock, NodeKind.error:
        let isStatic = has(Node.staticKeyword, child) || has(Node.staticGetKeyword, child)
        result.append(
          MemberSyntax(
            node: child, decorators: pending + child.fieldChildren(Field.decorator),
            isStatic: isStatic))
        pending = []
      case Node.comment: break
      default: pending = []
      }
    }
    return result
  }

  private func memberFunction(
    _ member: MemberSyntax, of id: ID<Class>, _ b: inout FunctionBuilder
  ) {
    switch member.node.kind {
    case Node.methodDefinition: method(member, of: id, &b)
    case Node.fieldDefinition, Node.publicFieldDefinition: declareField(member, of: id, &b)
    case NodeKind.error: recover(member.node, &b)
    default: break
    }
  }

  private func method(_ member: MemberSyntax, of id: ID<Class>, _ b: inout FunctionBuilder) {
    guard let key = member.node[Field.name] else { return }
    let name = memberName(key, &b)
    let kind = methodKind(member.node, name, isInClass: true, &b)
    parameterDecorators(of: member.node, &b)
    if kind == .constructor { declareProperties(of: member.node, in: id, &b) }
    let shape = FunctionShape(
      name: name, kind: kind, owner: id, decorators: decorators(member.decorators, &b))
    let function = function(member.node, shape, &b)
    b.module.classes[id].members.append(
      Class.Member(name: name, function: function, isStatic: member.isStatic))
  }

  /// `constructor(private pool: Pool)` declares a field.
  private func declareProperties(
    of constructor: SyntaxNode, in id: ID<Class>, _ b: inout FunctionBuilder
  ) {
    for parameter in parameterList(of: constructor) where parameter.isProperty {
      var field = Class.Field(
        name: symbol(parameter.pattern, &b),
        type: parameter.type.flatMap { typeReference($0, &b) }, isStatic: false)
      field.arguments = parameter.type.map { typeArguments($0, &b) } ?? []
      b.module.classes[id].fields.append(field)
    }
  }

  private func declareField(
    _ member: MemberSyntax, of id: ID<Class>, _ b: inout FunctionBuilder
  ) {
    guard let key = member.node[Field.name] ?? member.node[Field.property] else { return }
    var field = Class.Field(
      name: memberName(key, &b),
      type: member.node[Field.type].flatMap { typeReference($0, &b) }, isStatic: member.isStatic,
      decorators: decorators(member.decorators, &b))
    field.arguments = member.node[Field.type].map { typeArguments($0, &b) } ?? []
    b.module.classes[id].fields.append(field)
  }

  /// The function that gives an instance's fields their first values.
  private func initializeFields(
    _ members: [MemberSyntax], of id: ID<Class>, _ b: inout FunctionBuilder
  ) {
    let fields = members.filter { !$0.isStatic && $0.node[Field.value] != nil }
    guard let first = fields.first, let last = fields.last else { return }
    let own = ofFunction
    let range = ByteRange(start: first.node.range.start, end: last.node.range.end)
    _ = b.nested(words.fields, kind: .fieldInitializer, owner: id, at: range) { b in
      own.declareReceiver(at: range, &b)
      guard let receiver = b.current.receiver else { return }
      for field in fields { own.initialize(field.node, of: receiver, &b) }
    }
  }

  /// `name = value` in a class body: a store into the instance, or into the class.
  private func initialize(
    _ field: SyntaxNode, of object: ID<Place>, _ b: inout FunctionBuilder
  ) {
    guard let key = field[Field.name] ?? field[Field.property], let value = field[Field.value]
    else { return }
    let name = memberName(key, &b)
    let place = expression(value, named: name, &b)
    b.emit(.store(place, into: object, field: name), at: field.range)
  }

  /// A static field or block, in which `this` is the class.
  private func initialize(
    static member: MemberSyntax, of id: ID<Class>, in place: ID<Place>,
    _ b: inout FunctionBuilder
  ) {
    let node = member.node
    if node.kind == Node.classStaticBlock {
      let shape = FunctionShape(name: words.staticBlock, kind: .staticMethod, owner: id)
      let function = function(node, shape, &b)
      let block = b.value(at: node.range) { .closure(function, into: $0) }
      b.call(.value(block), isImplicit: true, at: node.range)
    } else if node[Field.value] != nil {
      b.scoped { b in
        let this = b.declare(words.this, at: node.range)
        b.emit(.copy(place, into: this), at: node.range)
        initialize(node, of: place, &b)
      }
    }
  }

  /// The name of a member; a computed one by how its expression is written.
  private func memberName(_ key: SyntaxNode, _ b: inout FunctionBuilder) -> Symbol {
    if let name = constantKey(key, &b) { return name }
    return operand(key).map { symbol($0, &b) } ?? symbol(key, &b)
  }
}
