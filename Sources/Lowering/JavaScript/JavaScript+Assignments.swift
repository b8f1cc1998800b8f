import Basis
import IR
import Syntax

/// Where an assignment puts its value; the parts of the target are evaluated already.
enum AssignmentTarget {
  case place(ID<Place>)
  case field(Symbol, of: ID<Place>)
  case element(of: ID<Place>, index: ID<Place>)
  case pattern(SyntaxNode)
  case none
}

extension JavaScriptLowering {
  /// `target = value`
  func assignment(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    guard let left = node[Field.left], let right = node[Field.right] else {
      return unknown(node, &b)
    }
    let target = target(unwrapped(left), &b)
    let value = expression(right, named: nameHint(left, &b), &b)
    assign(value, to: target, at: node.range, &b)
    exportByAssignment(to: left, value, of: right, &b)
    if case .place(let place) = target { return place }
    return value
  }

  /// The name that an anonymous function takes from what it is assigned to.
  func nameHint(_ left: SyntaxNode, _ b: inout FunctionBuilder) -> Symbol? {
    switch left.kind {
    case Node.identifier: symbol(left, &b)
    case Node.memberExpression: left[Field.property].map { symbol($0, &b) }
    default: nil
    }
  }

  /// Evaluates the parts of an assignment's target.
  func target(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> AssignmentTarget {
    guard !stops(at: node) else {
      _ = unentered(node, &b)
      return .none
    }
    switch node.kind {
    case Node.identifier, Node.shorthandPropertyIdentifierPattern, Node.undefined:
      return .place(b.resolve(symbol(node, &b), at: node.range))
    case Node.memberExpression, Node.subscriptExpression:
      switch reference(node, leaving: nil, &b) {
      case .member(let name, let object): return .field(name, of: object)
      case .superMember(let name):
        return .field(name, of: b.resolve(words.this, at: node.range))
      case .element(let object, let index): return .element(of: object, index: index)
      case .value, .superclass, .importing: return .none
      }
    case Node.objectPattern, Node.arrayPattern: return .pattern(node)
    default:
      _ = expression(node, &b)
      return .none
    }
  }

  /// The value that a target holds.
  func read(
    _ target: AssignmentTarget, at range: ByteRange, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    switch target {
    case .place(let place): place
    case .field(let name, let object): b.value(at: range) { .load(name, of: object, into: $0) }
    case .element(let object, let index):
      b.value(at: range) { .loadElement(of: object, index: index, into: $0) }
    case .pattern, .none: b.value(at: range) { .opaque(reads: [], into: $0) }
    }
  }

  func assign(
    _ value: ID<Place>, to target: AssignmentTarget, at range: ByteRange,
    _ b: inout FunctionBuilder
  ) {
    switch target {
    case .place(let place): b.emit(.copy(value, into: place), at: range)
    case .field(let name, let object):
      b.emit(.store(value, into: object, field: name), at: range)
    case .element(let object, let index):
      b.emit(.storeElement(value, into: object, index: index), at: range)
    case .pattern(let pattern): bind(pattern, to: value, &b)
    case .none: break
    }
  }
}
