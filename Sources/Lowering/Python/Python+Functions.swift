import Basis
import IR
import Syntax

extension PythonLowering {
  /// A decorator: its name, and the place of its value.
  func decorators(
    of node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> [Decorator] {
    var decorators: [Decorator] = []
    for child in node.namedChildren where child.kind == Node.decorator {
      guard let written = child.firstOperand else { continue }
      let value = expression(written, &builder)
      let callee = written.kind == Node.call ? written[Field.function] : written
      let name = callee.flatMap { dottedName($0, &builder) }
      decorators.append(
        Decorator(
          name: name ?? TypeReference.Name(root: value, path: []), value: value,
          range: child.range))
    }
    return decorators
  }

  /// A function or class with decorators, which are evaluated first and called last.
  func decoratedDefinition(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    guard let definition = node[Field.definition] else {
      opaque(node, &builder)
      return
    }
    let decorators = decorators(of: node, &builder)
    if isTooDeep(definition) {
      opaque(definition, &builder)
    } else if definition.kind == Node.classDefinition {
      classDefinition(definition, decorators: decorators, &builder)
    } else {
      functionDefinition(definition, decorators: decorators, &builder)
    }
  }

  /// Calls decorators with what they decorate, the innermost first.
  func apply(
    _ decorators: [Decorator], to value: ID<Place>, _ builder: inout FunctionBuilder
  ) {
    for decorator in decorators.reversed() {
      builder.call(
        .value(decorator.value), [Argument(value: value)], isImplicit: true,
        at: decorator.range)
    }
  }

  /// A function: its defaults, its body as a function of its own, the name bound to it.
  func functionDefinition(
    _ node: SyntaxNode, decorators: [Decorator] = [], _ builder: inout FunctionBuilder
  ) {
    guard let name = node[Field.name] else {
      opaque(node, &builder)
      return
    }
    let symbol = symbol(name, &builder)
    let traits = traits(of: symbol, decorators.map { $0.lastName(in: builder.current) })
    var inner = self
    inner.scope = .function
    inner.owner = nil
    var member: ID<Class>?
    if case .classBody(let id, _) = scope { (member, inner.owner) = (id, id) }
    evaluateDefaults(node[Field.parameters], &builder)
    let function = builder.nested(symbol, kind: traits.kind, owner: member, at: node.range) {
      $0.current.decorators = decorators
      inner.functionBody(node, hasReceiver: traits.hasReceiver, &$0)
    }
    let value = builder.value(at: node.range) { .closure(function, into: $0) }
    apply(decorators, to: value, &builder)
    let place = place(ofTarget: name, &builder)
    builder.emit(.copy(value, into: place), at: name.range)
    if let member {
      builder.module.classes[member].members.append(
        Class.Member(name: symbol, function: function, isStatic: traits.isStatic))
    }
  }

  /// What stands inside a function: its parameters, its names, its statements.
  private func functionBody(
    _ node: SyntaxNode, hasReceiver: Bool, _ builder: inout FunctionBuilder
  ) {
    builder.current.isAsync = node.holds(Node.asyncKeyword)
    parameters(node[Field.parameters], hasReceiver: hasReceiver, &builder)
    if let body = node[Field.body] { declareNames(in: body, &builder) }
    if let type = node[Field.returnType] {
      builder.current.returns = typeReference(type, &builder)
    }
    statement(node[Field.body], &builder)
  }

  /// What a function is to the class it may stand in.
  private struct Traits {
    var kind = Function.Kind.function
    var isStatic = false
    var hasReceiver = false
  }

  private func traits(of name: Symbol, _ decorators: [Symbol?]) -> Traits {
    guard case .classBody = scope else { return Traits() }
    var traits = Traits(kind: .method, hasReceiver: true)
    if name == words[.initialize] { traits.kind = .constructor }
    for decorator in decorators {
      switch decorator.flatMap({ words[$0] }) {
      case .staticMethod:
        traits = Traits(kind: .staticMethod, isStatic: true, hasReceiver: false)
      case .classMethod:
        traits = Traits(kind: .staticMethod, isStatic: true, hasReceiver: true)
      case .property, .cachedProperty: traits.kind = .getter
      case .setter, .deleter: traits.kind = .setter
      default: continue
      }
    }
    return traits
  }

  /// A `lambda`: a closure that returns the value of its body.
  func lambda(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    var inner = self
    inner.scope = .function
    inner.owner = nil
    evaluateDefaults(node[Field.parameters], &builder)
    let function = builder.nested(words[.lambda], kind: .closure, at: node.range) {
      inner.parameters(node[Field.parameters], hasReceiver: false, &$0)
      guard let body = node[Field.body] else { return }
      inner.declareInExpression(body, &$0)
      let value = inner.expression(body, &$0)
      $0.leave(.return(value), at: body.range)
    }
    return builder.value(at: node.range) { .closure(function, into: $0) }
  }
}

extension Decorator {
  /// The last name of `@property`, `@x.setter`, `@functools.cached_property`.
  fileprivate func lastName(in function: Function) -> Symbol? {
    name.path.last ?? function.places[name.root].name
  }
}
