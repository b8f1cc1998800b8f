import Basis
import IR
import Syntax

extension JavaScriptLowering {
  /// Evaluates decorators in order and gives them with the names they go by.
  func decorators(_ nodes: [SyntaxNode], _ b: inout FunctionBuilder) -> [Decorator] {
    nodes.compactMap { node in
      guard let expression = operand(node) else { return nil }
      let value = self.expression(expression, &b)
      guard let name = decoratorName(unwrapped(expression), &b) else { return nil }
      return Decorator(name: name, value: value, range: node.range)
    }
  }

  /// `@Name`, `@Name()`, `@module.Name()`
  private func decoratorName(
    _ node: SyntaxNode, _ b: inout FunctionBuilder
  ) -> TypeReference.Name? {
    var current = node
    if current.kind == Node.callExpression, let function = current[Field.function] {
      current = function
    }
    return qualifiedName(current, &b)
  }

  /// Calls decorators with what they decorate, the nearest first; what they return in its stead is
  /// not followed.
  func apply(_ decorators: [Decorator], to place: ID<Place>, _ b: inout FunctionBuilder) {
    for decorator in decorators.reversed() {
      b.call(
        .value(decorator.value), [Argument(value: place)], isImplicit: true, at: decorator.range)
    }
  }
}
