import Basis
import IR
import Syntax

extension PythonLowering {
  /// A string: a constant, or a template of its literal parts and its values, in order.
  func string(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    if let text = plainText(node) {
      return literal(.string(intern(text, &builder)), at: node.range, &builder)
    }
    if node.kind == Node.concatenatedString, let text = joinedText(node) {
      return literal(.string(builder.intern(text.span)), at: node.range, &builder)
    }
    var parts: [ID<Place>] = []
    appendParts(of: node, to: &parts, &builder)
    return builder.value(at: node.range) { .compute(.template, parts, into: $0) }
  }

  /// What lies between the quotes of a string without interpolations.
  func plainText(_ node: SyntaxNode) -> ByteRange? {
    guard node.kind == Node.string else { return nil }
    var text = ByteRange(start: node.range.end, end: node.range.end)
    for child in node.namedChildren {
      switch child.kind {
      case Node.interpolation, .error: return nil
      case Node.stringStart: text.start = child.range.end
      case Node.stringEnd: text.end = child.range.start
      default: continue
      }
    }
    return text.start <= text.end ? text : nil
  }

  /// The text of adjacent string literals, if none has interpolations.
  private func joinedText(_ node: SyntaxNode) -> [UInt8]? {
    var text: [UInt8] = []
    for child in node.namedChildren where !child.isExtra {
      guard let part = plainText(child) else { return nil }
      text += source.bytes[Int(part.start)..<Int(part.end)]
    }
    return text
  }

  private func appendParts(
    of node: SyntaxNode, to parts: inout [ID<Place>], _ builder: inout FunctionBuilder
  ) {
    for child in node.namedChildren {
      switch child.kind {
      case Node.stringContent:
        let text = Literal.string(intern(child.range, &builder))
        parts.append(literal(text, at: child.range, &builder))
      case Node.string: appendParts(of: child, to: &parts, &builder)
      case Node.interpolation: appendInterpolation(child, to: &parts, &builder)
      default: continue
      }
    }
  }

  /// `{value!r:>{width}}`: the value, then what its format specification computes.
  private func appendInterpolation(
    _ node: SyntaxNode, to parts: inout [ID<Place>], _ builder: inout FunctionBuilder
  ) {
    guard !isTooDeep(node) else {
      parts.append(opaque(node, &builder))
      return
    }
    for child in node.namedChildren {
      if child.field == Field.expression {
        parts.append(expression(child, &builder))
      } else if child.field == Field.formatSpecifier {
        for format in child.namedChildren where format.kind == Node.formatExpression {
          appendInterpolation(format, to: &parts, &builder)
        }
      }
    }
  }
}
