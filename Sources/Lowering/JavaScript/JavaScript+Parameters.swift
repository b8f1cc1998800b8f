import Basis
import IR
import Syntax

/// A parameter as the grammars write it: TypeScript's has a node around it.
struct ParameterSyntax {
  /// The name or pattern, without `...` and without a default.
  var pattern: SyntaxNode
  var fallback: SyntaxNode?
  var type: SyntaxNode?
  var isRest = false
  /// `private readonly x: T` in a constructor: a field as well.
  var isProperty = false
  var decorators: [SyntaxNode] = []
}

extension JavaScriptLowering {
  /// Declares the parameters of a function, then fills in defaults and takes patterns apart.
  func parameters(of function: SyntaxNode, _ b: inout FunctionBuilder) {
    let all = parameterList(of: function)
    var places: [ID<Place>] = []
    for parameter in all { places.append(declare(parameter, &b)) }
    for (parameter, place) in zip(all, places) {
      if let fallback = parameter.fallback {
        fill(place, with: fallback, named: parameter.pattern, &b)
      }
      if parameter.pattern.kind != Node.identifier {
        declare(parameter.pattern, &b)
        bind(parameter.pattern, to: place, &b)
      }
      if let type = parameter.type {
        annotate(parameter.pattern, place: place, with: type, &b)
      }
      if parameter.isProperty, let receiver = b.current.receiver {
        let name = symbol(parameter.pattern, &b)
        b.emit(.store(place, into: receiver, field: name), at: parameter.pattern.range)
      }
    }
  }

  /// The parameters that callers fill; TypeScript's `this` is not one of them.
  func parameterList(of function: SyntaxNode) -> [ParameterSyntax] {
    if let single = function[Field.parameter] { return [ParameterSyntax(pattern: single)] }
    guard let list = function[Field.parameters] else { return [] }
    return list.namedChildren.compactMap { parameter($0) }
  }

  private func parameter(_ node: SyntaxNode) -> ParameterSyntax? {
    switch node.kind {
    case Node.requiredParameter, Node.optionalParameter:
      guard let pattern = node[Field.pattern], pattern.kind != Node.this else { return nil }
      var result = plain(pattern)
      result.fallback = node[Field.value]
      result.type = node[Field.type]
      result.decorators = node.fieldChildren(Field.decorator)
      result.isProperty =
        pattern.kind == Node.identifier
        && (has(Node.accessibilityModifier, node) || has(Node.readonlyKeyword, node)
          || has(Node.overrideModifier, node))
      return result
    case Node.assignmentPattern:
      guard let left = node[Field.left] else { return nil }
      var result = plain(left)
      result.fallback = node[Field.right]
      return result
    case Node.identifier, Node.objectPattern, Node.arrayPattern, Node.restPattern:
      return plain(node)
    default: return nil
    }
  }

  private func plain(_ pattern: SyntaxNode) -> ParameterSyntax {
    guard pattern.kind == Node.restPattern, let inner = operand(pattern) else {
      return ParameterSyntax(pattern: pattern)
    }
    return ParameterSyntax(pattern: inner, isRest: true)
  }

  private func declare(
    _ parameter: ParameterSyntax, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    let range = parameter.pattern.range
    let place: ID<Place>
    var label: Symbol?
    if parameter.pattern.kind == Node.identifier {
      let name = symbol(parameter.pattern, &b)
      place = b.declare(name, kind: .parameter, at: range)
      label = name
    } else {
      place = b.current.places.append(Place(kind: .parameter, name: nil, range: range))
    }
    b.current.parameters.append(
      Parameter(
        place: place, label: label, isRest: parameter.isRest,
        hasDefault: parameter.fallback != nil,
        isTrueByDefault: parameter.fallback?.kind == Node.true))
    return place
  }

  /// Evaluates the decorators of a function's parameters, which belong to what is around it.
  func parameterDecorators(of function: SyntaxNode, _ b: inout FunctionBuilder) {
    for parameter in parameterList(of: function) {
      _ = decorators(parameter.decorators, &b)
    }
  }
}
