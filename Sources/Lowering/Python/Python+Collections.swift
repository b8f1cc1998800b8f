import Basis
import IR
import Syntax

extension PythonLowering {
  /// A list, set or tuple of what stands in the node.
  func sequence(
    _ node: SyntaxNode, _ kind: Aggregate.Kind, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    var entries: [Aggregate.Entry] = []
    for child in node.namedChildren {
      switch child.kind {
      case Node.comment, Node.lineContinuation: continue
      case Node.listSplat, Node.listSplatPattern:
        entries.append(Aggregate.Entry(value: operand(child, &builder), isSpread: true))
      default: entries.append(Aggregate.Entry(value: expression(child, &builder)))
      }
    }
    let aggregate = Aggregate(kind: kind, entries: entries)
    return builder.value(at: node.range) { .aggregate(aggregate, into: $0) }
  }

  /// A dictionary display; constant keys are fields, `**rest` is a spread.
  func dictionary(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    var entries: [Aggregate.Entry] = []
    for child in node.namedChildren {
      switch child.kind {
      case Node.pair: entries.append(pair(child, &builder))
      case Node.dictionarySplat:
        entries.append(Aggregate.Entry(value: operand(child, &builder), isSpread: true))
      default: continue
      }
    }
    let aggregate = Aggregate(kind: .object, entries: entries)
    return builder.value(at: node.range) { .aggregate(aggregate, into: $0) }
  }

  /// `key: value`; the key is evaluated first.
  func pair(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> Aggregate.Entry {
    let key = node[Field.key]
    switch key.flatMap({ constant($0, &builder) }) {
    case .string(let text), .number(let text):
      return Aggregate.Entry(key: text, value: value(of: Field.value, in: node, &builder))
    default:
      let computed = value(of: Field.key, in: node, &builder)
      return Aggregate.Entry(
        computedKey: computed, value: value(of: Field.value, in: node, &builder))
    }
  }
}
