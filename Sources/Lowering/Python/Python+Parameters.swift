import Basis
import IR
import Syntax

extension PythonLowering {
  /// The defaults of parameters, evaluated where the function is made.
  func evaluateDefaults(_ parameters: SyntaxNode?, _ builder: inout FunctionBuilder) {
    guard let parameters else { return }
    for parameter in parameters.namedChildren {
      switch parameter.kind {
      case Node.defaultParameter, Node.typedDefaultParameter:
        if let value = parameter[Field.value] { expression(value, &builder) }
      default: continue
      }
    }
  }

  /// Declares the parameters of the function being built, the receiver first.
  func parameters(
    _ parameters: SyntaxNode?, hasReceiver: Bool, _ builder: inout FunctionBuilder
  ) {
    guard let parameters else { return }
    var awaitsReceiver = hasReceiver
    for node in parameters.namedChildren {
      switch node.kind {
      case Node.comment, Node.lineContinuation, Node.keywordSeparator: continue
      case Node.positionalSeparator:
        for index in builder.current.parameters.indices {
          builder.current.parameters[index].label = nil
        }
      case Node.listSplatPattern, Node.dictionarySplatPattern:
        awaitsReceiver = false
        declare(node, type: nil, fallback: nil, &builder)
      default:
        let name = name(ofParameter: node)
        guard awaitsReceiver, let name, name.kind == Node.identifier else {
          declare(node, &builder)
          continue
        }
        awaitsReceiver = false
        let place = builder.declare(symbol(name, &builder), kind: .receiver, at: name.range)
        builder.current.receiver = place
      }
    }
  }

  private func name(ofParameter node: SyntaxNode) -> SyntaxNode? {
    switch node.kind {
    case Node.typedParameter: node.firstOperand
    case Node.defaultParameter, Node.typedDefaultParameter: node[Field.name]
    default: node
    }
  }

  private func declare(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    guard let name = name(ofParameter: node) else { return }
    let hasDefault =
      node.kind == Node.defaultParameter || node.kind == Node.typedDefaultParameter
    declare(
      name, type: node[Field.type], fallback: hasDefault ? node[Field.value] : nil, &builder)
  }

  private func declare(
    _ name: SyntaxNode, type: SyntaxNode?, fallback: SyntaxNode?,
    _ builder: inout FunctionBuilder
  ) {
    let isRest = name.kind == Node.listSplatPattern
    let isKeywordRest = name.kind == Node.dictionarySplatPattern
    let identifier = isRest || isKeywordRest ? name.firstOperand : name
    guard let identifier, identifier.kind == Node.identifier else {
      // `def f((a, b)):` of Python 2.
      bindTargets(name, &builder)
      let text = symbol(name, &builder)
      let place = builder.declare(text, kind: .parameter, at: name.range)
      builder.current.parameters.append(Parameter(place: place, label: nil))
      assign(place, to: name, &builder)
      return
    }
    let symbol = symbol(identifier, &builder)
    let place = builder.declare(symbol, kind: .parameter, at: identifier.range)
    builder.current.parameters.append(
      Parameter(
        place: place, label: isRest || isKeywordRest ? nil : symbol, isRest: isRest,
        isKeywordRest: isKeywordRest, hasDefault: fallback != nil,
        isTrueByDefault: fallback?.kind == Node.true))
    guard let type, !isRest, !isKeywordRest else { return }
    if let reference = typeReference(type, &builder) {
      builder.annotate(place, with: reference)
    }
  }
}
