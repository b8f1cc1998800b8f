import Basis
import IR
import Syntax

// Of a type annotation we keep the names that say what is held: `Promise<pg.PoolClient | null>`
// is `pg.PoolClient`. An object type becomes a class of fields without a name, so that
// `deps.pool` has the type that `{ pool: Pool }` gives it.

extension JavaScriptLowering {
  /// The names of a type; nil if it has none that say anything.
  func typeReference(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> TypeReference? {
    var names: [TypeReference.Name] = []
    collect(node, &names, &b)
    return names.isEmpty ? nil : TypeReference(names: names)
  }

  /// The names that a generic type is given: `User` of `Repository<User>`.
  func typeArguments(_ type: SyntaxNode, _ b: inout FunctionBuilder) -> [TypeReference.Name] {
    guard !stops(at: type) else { return [] }
    switch type.kind {
    case Node.typeAnnotation, Node.readonlyType, Node.parenthesizedType:
      return operand(type).map { typeArguments($0, &b) } ?? []
    case Node.genericType:
      var names: [TypeReference.Name] = []
      guard let list = type[Field.typeArguments] else { return [] }
      for argument in list.namedChildren { collect(argument, &names, &b) }
      return names
    default: return []
    }
  }

  private func collect(
    _ node: SyntaxNode, _ names: inout [TypeReference.Name], _ b: inout FunctionBuilder
  ) {
    guard !stops(at: node) else { return }
    switch node.kind {
    case Node.typeAnnotation, Node.unionType, Node.intersectionType, Node.parenthesizedType,
      Node.readonlyType, Node.optionalType, Node.flowMaybeType, Node.typeQuery:
      for child in node.namedChildren { collect(child, &names, &b) }
    case Node.typeIdentifier, Node.identifier, Node.nestedTypeIdentifier,
      Node.memberExpression:
      if let name = qualifiedName(node, &b) { names.append(name) }
    case Node.genericType:
      guard let head = node[Field.name] else { return }
      if let inner = transparentArgument(of: node, head) {
        collect(inner, &names, &b)
        return
      }
      if let held = heldArgument(of: node, head) {
        collect(held, asField: Class.Field.elements, of: node, &names, &b)
      }
      if let name = qualifiedName(head, &b) {
        names.append(name)
      }
    case Node.arrayType:
      if let held = operand(node) {
        collect(held, asField: Class.Field.elements, of: node, &names, &b)
      }
    case Node.functionType:
      if let given = node[Field.returnType] {
        collect(given, asField: Class.Field.result, of: node, &names, &b)
      }
    case Node.objectType:
      if let place = fieldClass(node, named: words.anonymous, into: nil, &b) {
        names.append(TypeReference.Name(root: place, path: []))
      }
    default: break
    }
  }

  /// A class without a name that has one field: what is in a collection, or what calling gives.
  private func collect(
    _ held: SyntaxNode, asField name: String, of node: SyntaxNode,
    _ names: inout [TypeReference.Name], _ b: inout FunctionBuilder
  ) {
    guard let type = typeReference(held, &b) else { return }
    let field = Class.Field(name: b.intern(name), type: type, isStatic: false)
    let place = makeFieldClass([field], at: node.range, named: words.anonymous, &b)
    names.append(TypeReference.Name(root: place, path: []))
  }

  /// What a collection is of: `Pool` of `Map<string, Pool>`.
  private func heldArgument(of node: SyntaxNode, _ head: SyntaxNode) -> SyntaxNode? {
    let collections: [StaticString] = [
      "Array", "ReadonlyArray", "Map", "ReadonlyMap", "WeakMap", "Set", "ReadonlySet", "Record",
    ]
    guard collections.contains(where: { reads($0, at: head.range) }) else { return nil }
    return node[Field.typeArguments].flatMap { lastOperand($0) }
  }

  private func makeFieldClass(
    _ fields: [Class.Field], bases: [ID<Place>] = [], at range: ByteRange, named name: Symbol,
    into place: ID<Place>? = nil, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    let target = place ?? b.temporary(at: range)
    var type = Class(name: name, range: range, parent: b.currentID, place: target)
    type.fields = fields
    type.bases = bases
    let id = b.module.classes.append(type)
    b.emit(.makeClass(id, into: target), at: range)
    return target
  }

  /// Declares the type parameters of a function, class or alias: each is what it has to extend, and
  /// without that nobody's name.
  ///
  ///     class Repository<Entity, Client extends Pool> { constructor(private client: Client) {} }
  func declareTypeParameters(of node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let list = node[Field.typeParameters] else { return }
    for parameter in list.namedChildren where parameter.kind == Node.typeParameter {
      guard !stops(at: parameter), let name = parameter[Field.name] else { continue }
      let place = b.declare(symbol(name, &b), at: name.range)
      guard let constraint = parameter[Field.constraint] else { continue }
      for type in constraint.namedChildren.flatMap({ typeReference($0, &b)?.names ?? [] })
      where type.root != place {
        b.emit(.copy(load(type, at: name.range, &b), into: place), at: name.range)
      }
    }
  }

  /// What a wrapper that does not change what is held is around: `Promise<T>`, `Readonly<T>`.
  private func transparentArgument(of node: SyntaxNode, _ head: SyntaxNode) -> SyntaxNode? {
    let wrappers: [StaticString] = [
      "Promise", "PromiseLike", "Readonly", "Awaited", "NonNullable", "Partial", "Required",
      "Omit", "Pick", "ReturnType", "InstanceType", "Iterable", "AsyncIterable", "Iterator",
      "AsyncIterator", "IterableIterator", "AsyncIterableIterator", "Generator", "AsyncGenerator",
    ]
    guard wrappers.contains(where: { reads($0, at: head.range) }) else { return nil }
    return node[Field.typeArguments].flatMap { operand($0) }
  }

  /// `a.b.c` as a place and a path; also `import('m').C`.
  func qualifiedName(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> TypeReference.Name? {
    var path: [Symbol] = []
    var current = node
    while true {
      switch current.kind {
      case Node.identifier, Node.typeIdentifier:
        let root = b.resolve(symbol(current, &b), at: current.range)
        return TypeReference.Name(root: root, path: path.reversed())
      case Node.nestedTypeIdentifier, Node.nestedIdentifier, Node.memberExpression:
        guard let inner = operand(current), let last = lastOperand(current), inner != last else {
          return nil
        }
        path.append(symbol(last, &b))
        current = inner
      case Node.callExpression:
        guard let module = importedModule(by: current, &b) else { return nil }
        return TypeReference.Name(root: module, path: path.reversed())
      case Node.genericType:
        guard let head = current[Field.name] else { return nil }
        current = head
      default: return nil
      }
    }
  }

  /// Gives the places of a pattern their types, which were declared before.
  func annotate(_ pattern: SyntaxNode, with type: SyntaxNode, _ b: inout FunctionBuilder) {
    guard !stops(at: pattern), !stops(at: type) else { return }
    switch pattern.kind {
    case Node.identifier, Node.shorthandPropertyIdentifierPattern:
      let place = b.resolve(symbol(pattern, &b), at: pattern.range)
      annotate(pattern, place: place, with: type, &b)
    case Node.assignmentPattern, Node.objectAssignmentPattern:
      if let left = pattern[Field.left] { annotate(left, with: type, &b) }
    case Node.objectPattern: annotateObject(pattern, with: type, &b)
    default: break
    }
  }

  /// Gives a place, or the places that its pattern takes it apart into, their types.
  func annotate(
    _ pattern: SyntaxNode, place: ID<Place>, with type: SyntaxNode, _ b: inout FunctionBuilder
  ) {
    guard pattern.kind != Node.objectPattern || !isObjectType(type) else {
      return annotateObject(pattern, with: type, &b)
    }
    if let reference = typeReference(type, &b) { b.annotate(place, with: reference) }
  }

  private func isObjectType(_ type: SyntaxNode) -> Bool {
    type.kind == Node.objectType
      || type.kind == Node.typeAnnotation && operand(type)?.kind == Node.objectType
  }

  /// `{a, b: c}: {a: A, b: B}`
  private func annotateObject(
    _ pattern: SyntaxNode, with type: SyntaxNode, _ b: inout FunctionBuilder
  ) {
    guard isObjectType(type), let object = type.kind == Node.objectType ? type : operand(type)
    else { return }
    var types: [Symbol: SyntaxNode] = [:]
    for property in object.namedChildren where property.kind == Node.propertySignature {
      guard let key = property[Field.name], let name = constantKey(key, &b) else { continue }
      types[name] = property[Field.type]
    }
    for part in pattern.namedChildren {
      let isPair = part.kind == Node.pairPattern
      guard let key = isPair ? part[Field.key] : part[Field.left] ?? part,
        let type = types[symbol(key, &b)], let inner = isPair ? part[Field.value] : key
      else { continue }
      annotate(inner, with: type, &b)
    }
  }

  /// A class of the typed fields of an object type or interface; nil if it has neither these nor
  /// methods, which classes that implement it have.
  func fieldClass(
    _ body: SyntaxNode, named name: Symbol, into place: ID<Place>?, bases: [ID<Place>] = [],
    _ b: inout FunctionBuilder
  ) -> ID<Place>? {
    var fields: [Class.Field] = []
    for property in body.namedChildren {
      guard let name = fieldName(of: property, &b), let type = fieldType(of: property, &b) else {
        continue
      }
      fields.append(Class.Field(name: name, type: type, isStatic: false))
    }
    let hasMethods = body.namedChildren.contains { $0.kind == Node.methodSignature }
    guard !fields.isEmpty || !bases.isEmpty || hasMethods else { return nil }
    return makeFieldClass(fields, bases: bases, at: body.range, named: name, into: place, &b)
  }

  /// The name of a member of an object type; that of all elements for `[key: string]: Pool`.
  private func fieldName(of member: SyntaxNode, _ b: inout FunctionBuilder) -> Symbol? {
    if member.kind == Node.indexSignature { return b.intern(Class.Field.elements) }
    return member[Field.name].flatMap { constantKey($0, &b) }
  }

  /// The type of a member of an object type: a method's is what calling it gives.
  private func fieldType(of member: SyntaxNode, _ b: inout FunctionBuilder) -> TypeReference? {
    switch member.kind {
    case Node.propertySignature, Node.indexSignature:
      return member[Field.type].flatMap { typeReference($0, &b) }
    case Node.methodSignature:
      guard let given = member[Field.returnType] else { return nil }
      var names: [TypeReference.Name] = []
      collect(given, asField: Class.Field.result, of: member, &names, &b)
      return names.isEmpty ? nil : TypeReference(names: names)
    default: return nil
    }
  }
}
