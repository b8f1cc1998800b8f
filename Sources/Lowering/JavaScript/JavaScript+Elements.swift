import Basis
import IR
import Syntax

// JSX: what stands in attributes and children is evaluated, what becomes of it is not known.

extension JavaScriptLowering {
  /// `<Name attribute={value}>children</Name>`, or an expression in braces.
  func element(_ node: SyntaxNode, _ b: inout FunctionBuilder) -> ID<Place> {
    var reads: [ID<Place>] = []
    collect(node, &reads, &b)
    return b.value(at: node.range) { .opaque(reads: reads, into: $0) }
  }

  private func collect(
    _ node: SyntaxNode, _ reads: inout [ID<Place>], _ b: inout FunctionBuilder
  ) {
    for child in node.namedChildren {
      if stops(at: child) {
        reads.append(unentered(child, &b))
        continue
      }
      switch child.kind {
      case Node.jsxOpeningElement, Node.jsxSelfClosingElement, Node.jsxAttribute,
        Node.jsxElement, Node.spreadElement:
        collect(child, &reads, &b)
      case Node.jsxExpression: collect(child, &reads, &b)
      case _ where JavaScript.isUnderstood(child, in: node.kind): break
      case Node.jsxClosingElement, Node.jsxText, Node.jsxNamespaceName, Node.propertyIdentifier,
        Node.htmlCharacterReference, Node.string, Node.typeArguments, Node.comment:
        break
      case Node.identifier where child.field == Field.name:
        if isComponent(child) { reads.append(expression(child, &b)) }
      default: reads.append(expression(child, &b))
      }
    }
  }

  /// Whether a tag is a value in scope: those of the host are written in lower case.
  private func isComponent(_ name: SyntaxNode) -> Bool {
    guard name.range.end > name.range.start else { return false }
    let first = source.bytes[Int(name.range.start)]
    return !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= first)
  }
}
