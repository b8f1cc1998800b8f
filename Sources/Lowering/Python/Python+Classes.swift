import Basis
import IR
import Syntax

extension PythonLowering {
  /// A class: its bases, then its body inline, in a scope that its methods do not see.
  func classDefinition(
    _ node: SyntaxNode, decorators: [Decorator] = [], _ builder: inout FunctionBuilder
  ) {
    guard let name = node[Field.name] else {
      opaque(node, &builder)
      return
    }
    let bases = bases(node[Field.superclasses], &builder)
    let symbol = symbol(name, &builder)
    let place = place(ofTarget: name, &builder)
    var type = Class(
      name: symbol, range: node.range, parent: builder.currentID, place: place)
    type.bases = bases
    type.decorators = decorators
    let id = builder.module.classes.append(type)
    builder.emit(.makeClass(id, into: place), at: node.range)
    var inner = self
    inner.scope = .classBody(id, place: place)
    builder.scoped { body in
      body.hideScopeFromNested()
      inner.statement(node[Field.body], &body)
    }
    apply(decorators, to: place, &builder)
    if case .classBody(_, let outer) = scope {
      builder.emit(.store(place, into: outer, field: symbol), at: name.range)
    }
  }

  /// The places of the base classes; `metaclass=M` and the like are evaluated and left.
  private func bases(
    _ node: SyntaxNode?, _ builder: inout FunctionBuilder
  ) -> [ID<Place>] {
    guard let node else { return [] }
    return arguments(node, &builder).filter { $0.label == nil }.map { argument in
      argument.value
    }
  }
}
