import Basis
import IR
import Syntax

/// What a function is to what it is written in.
struct FunctionShape {
  var name: Symbol
  var kind: Function.Kind
  var owner: ID<Class>?
  var decorators: [Decorator] = []
}

extension JavaScriptLowering {
  /// `function name() {}`: the name was declared when the block began.
  func functionDeclaration(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard let name = node[Field.name] else { return }
    let shape = FunctionShape(name: symbol(name, &b), kind: .function)
    let place = b.resolve(shape.name, at: name.range)
    let function = function(node, shape, &b)
    b.emit(.closure(function, into: place), at: node.range)
  }

  /// An arrow function or a function expression.
  func functionValue(
    _ node: SyntaxNode, named hint: Symbol?, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    guard let own = node[Field.name] else {
      let shape = FunctionShape(name: hint ?? words.anonymous, kind: .closure)
      let function = function(node, shape, &b)
      return b.value(at: node.range) { .closure(function, into: $0) }
    }
    let shape = FunctionShape(name: symbol(own, &b), kind: .closure)
    var place: ID<Place>?
    b.scoped { b in
      let inner = b.declare(shape.name, at: own.range)
      let function = function(node, shape, &b)
      b.emit(.closure(function, into: inner), at: node.range)
      place = inner
    }
    return place ?? unknown(node, &b)
  }

  /// Lowers a function; the value that stands for it is the caller's to make.
  func function(
    _ node: SyntaxNode, _ shape: FunctionShape, _ b: inout FunctionBuilder
  ) -> ID<Function> {
    let own = ofFunction
    return b.nested(shape.name, kind: shape.kind, owner: shape.owner, at: node.range) { b in
      own.readFlags(node, &b)
      own.declareTypeParameters(of: node, &b)
      b.current.decorators = shape.decorators
      if node.kind != Node.arrowFunction { own.declareReceiver(at: node.range, &b) }
      if let type = node[Field.returnType] { b.current.returns = own.typeReference(type, &b) }
      own.parameters(of: node, &b)
      guard let body = node[Field.body] else { return }
      own.body(body, &b)
    }
  }

  private func readFlags(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    for child in node.children {
      switch child.kind {
      case Node.asyncKeyword: b.current.isAsync = true
      case Node.star: b.current.isGenerator = true
      case Node.statementBlock: return
      default: break
      }
    }
  }

  /// Gives the current function a `this`; arrow functions have none and capture it by its name.
  func declareReceiver(at range: ByteRange, _ b: inout FunctionBuilder) {
    b.current.receiver = b.declare(words.this, kind: .receiver, at: range)
  }

  /// The body of a function: a block, or an arrow's expression.
  func body(_ node: SyntaxNode, _ b: inout FunctionBuilder) {
    guard !stops(at: node) else { return _ = unentered(node, &b) }
    if node.kind == Node.statementBlock {
      hoistVariables(node, &b)
      statements(node.namedChildren, &b)
    } else {
      let value = expression(node, &b)
      b.leave(.return(value), at: node.range)
    }
  }

  /// What a member of a class or an object is.
  func methodKind(
    _ node: SyntaxNode, _ name: Symbol?, isInClass: Bool = false, _ b: inout FunctionBuilder
  ) -> Function.Kind {
    var isStatic = false
    for child in node.children {
      switch child.kind {
      case Node.getKeyword, Node.staticGetKeyword: return .getter
      case Node.setKeyword: return .setter
      case Node.staticKeyword: isStatic = true
      case Node.statementBlock, Node.formalParameters: break
      default: break
      }
    }
    if isStatic { return .staticMethod }
    let isConstructor =
      isInClass && node[Field.name].map { reads("constructor", at: $0.range) } == true
    return isConstructor ? .constructor : .method
  }
}
