import Basis
import IR
import Syntax

// `match` tests its patterns in order. A pattern is a decision: it tests the subject, takes it
// apart and captures names, and a guard is asked only after all of that.
//
//     case {"id": id} if id:     if subject ?:  %0 = subject.id; id = %0; if id: ...

extension PythonLowering {
  /// `match`: the first case whose pattern and guard hold is run.
  func matchStatement(_ node: SyntaxNode, _ builder: inout FunctionBuilder) {
    let subjects = node.fieldChildren(Field.subject).map { expression($0, &builder) }
    guard var subject = subjects.first else {
      opaque(node, &builder)
      return
    }
    if subjects.count > 1 {
      let entries = subjects.map { Aggregate.Entry(value: $0) }
      subject = builder.value(at: node.range) {
        .aggregate(Aggregate(kind: .tuple, entries: entries), into: $0)
      }
    }
    var arms: [FunctionBuilder.Arm] = []
    for block in node.namedChildren where block.kind == Node.block {
      for clause in block.namedChildren where clause.kind == Node.caseClause {
        arms.append(arm(clause, of: subject, &builder))
      }
    }
    builder.choose(arms, fallsThrough: false, at: node.range)
  }

  private func arm(
    _ clause: SyntaxNode, of subject: ID<Place>, _ builder: inout FunctionBuilder
  ) -> FunctionBuilder.Arm {
    let patterns = clause.namedChildren.filter { $0.kind == Node.casePattern }
    var test: Decision
    if patterns.count == 1 {
      test = matches(patterns[0], subject, &builder)
    } else {
      test = matches(elements: patterns, of: subject, at: clause.range, &builder)
    }
    if let guarded = clause[Field.guard]?.firstOperand {
      test = .and(test, decision(guarded))
    }
    return FunctionBuilder.Arm(test: test) { statement(clause[Field.consequence], &$0) }
  }

  /// The decision whether a pattern matches what `subject` holds; captures are part of it.
  private func matches(
    _ node: SyntaxNode, _ subject: ID<Place>, _ builder: inout FunctionBuilder
  ) -> Decision {
    guard !isTooDeep(node) else {
      return .test { Condition(.opaque, of: opaque(node, &$0), at: node.range) }
    }
    switch node.kind {
    case Node.casePattern: return matchesCase(node, subject, &builder)
    case Node.asPattern:
      let inner = node.namedChildren.first { $0.kind == Node.casePattern }
      let test = inner.map { matches($0, subject, &builder) } ?? .always(true)
      return .and(test, capture(identifier(in: node), subject))
    case Node.unionPattern:
      let alternatives = node.operands.map { matches($0, subject, &builder) }
      return balanced(alternatives[...], isAnd: false)
    case Node.dottedName:
      if let name = loneName(node) { return capture(name, subject) }
      return matchesValue(node, subject)
    case Node.listPattern, Node.tuplePattern:
      return matches(elements: node.operands, of: subject, at: node.range, &builder)
    case Node.classPattern: return matchesClass(node, subject, &builder)
    case Node.dictPattern: return matchesMapping(node, subject, &builder)
    case Node.splatPattern:
      // The rest of a sequence or mapping: a new one.
      guard let name = identifier(in: node) else { return .always(true) }
      let rest = builder.temporary(at: node.range)
      return .after(
        { $0.emit(.compute(.other, [subject], into: rest), at: node.range) },
        capture(name, rest))
    default: return matchesConstant(node, subject, &builder)
    }
  }

  private func identifier(in node: SyntaxNode) -> SyntaxNode? {
    node.namedChildren.first { $0.kind == Node.identifier }
  }

  /// A pattern's shell; without a named child it is `_`, and a minus before a number is its own.
  private func matchesCase(
    _ node: SyntaxNode, _ subject: ID<Place>, _ builder: inout FunctionBuilder
  ) -> Decision {
    guard let inner = node.firstOperand else { return .always(true) }
    guard node.holds(Node.minus) else { return matches(inner, subject, &builder) }
    let number = Literal.number(symbol(node, &builder))
    return .test { _ in Condition(.equals(number), of: subject, at: node.range) }
  }

  private func capture(_ name: SyntaxNode?, _ subject: ID<Place>) -> Decision {
    guard let name else { return .always(true) }
    return .after({ assign(subject, to: name, &$0) }, .always(true))
  }

  private func matchesConstant(
    _ node: SyntaxNode, _ subject: ID<Place>, _ builder: inout FunctionBuilder
  ) -> Decision {
    let test: Condition.Test
    switch constant(node, &builder) {
    case nil: test = .opaque
    case .null?: test = .null
    case let literal?: test = .equals(literal)
    }
    return .test { _ in Condition(test, of: subject, at: node.range) }
  }

  /// `Color.RED`: compared with a value.
  private func matchesValue(_ node: SyntaxNode, _ subject: ID<Place>) -> Decision {
    .test { test in
      let value = dottedValue(node, &test)
      let equal = test.value(at: node.range) { .compute(.equal, [subject, value], into: $0) }
      return Condition(.truthy, of: equal, at: node.range)
    }
  }

  /// A dotted name, which is a chain of loads.
  private func dottedValue(
    _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    var value: ID<Place>?
    for part in node.namedChildren where part.kind == Node.identifier {
      if let object = value {
        let field = symbol(part, &builder)
        value = builder.value(at: part.range) { .load(field, of: object, into: $0) }
      } else {
        value = name(part, &builder)
      }
    }
    return value ?? absent(at: node.range, &builder)
  }

  /// `Point(0, y=b)`: an instance of the class, then its attributes.
  private func matchesClass(
    _ node: SyntaxNode, _ subject: ID<Place>, _ builder: inout FunctionBuilder
  ) -> Decision {
    let operands = node.operands
    var parts = [
      Decision.test { test in
        if let name = operands.first { _ = dottedValue(name, &test) }
        return Condition(.opaque, of: subject, at: node.range)
      }
    ]
    for part in operands.dropFirst() {
      if let keyword = part.firstOperand, keyword.kind == Node.keywordPattern {
        guard let name = keyword.firstOperand, let value = keyword.operands.dropFirst().first
        else { continue }
        parts.append(matches(value, field: symbol(name, &builder), of: subject, &builder))
      } else {
        // Which attribute a position means only the class knows.
        let attribute = { Effect.compute(.other, [subject], into: $0) }
        parts.append(matches(part, part: attribute, &builder))
      }
    }
    return balanced(parts[...], isAnd: true)
  }

  /// `{"key": pattern, **rest}`.
  private func matchesMapping(
    _ node: SyntaxNode, _ subject: ID<Place>, _ builder: inout FunctionBuilder
  ) -> Decision {
    var parts = [Decision.test { _ in Condition(.opaque, of: subject, at: node.range) }]
    var key: Symbol?
    for child in node.namedChildren {
      if child.kind == Node.splatPattern {
        parts.append(matches(child, subject, &builder))
      } else if child.field == Field.key {
        switch constant(child, &builder) {
        case .string(let text)?, .number(let text)?: key = text
        default: key = symbol(child, &builder)
        }
      } else if child.field == Field.value, let key {
        parts.append(matches(child, field: key, of: subject, &builder))
      }
    }
    return balanced(parts[...], isAnd: true)
  }

  /// `[a, *rest]`: elements by position; behind a star, from the end.
  private func matches(
    elements: [SyntaxNode], of subject: ID<Place>, at range: ByteRange,
    _ builder: inout FunctionBuilder
  ) -> Decision {
    let star = elements.firstIndex { $0.firstOperand?.kind == Node.splatPattern }
    var parts = [Decision.test { _ in Condition(.opaque, of: subject, at: range) }]
    for (position, element) in elements.enumerated() {
      if position == star {
        parts.append(matches(element, subject, &builder))
      } else {
        let isBehind = star.map { position > $0 } ?? false
        let field = index(isBehind ? position - elements.count : position, &builder)
        parts.append(matches(element, field: field, of: subject, &builder))
      }
    }
    return balanced(parts[...], isAnd: true)
  }

  /// Whether a pattern matches a field of the subject.
  private func matches(
    _ node: SyntaxNode, field: Symbol, of subject: ID<Place>,
    _ builder: inout FunctionBuilder
  ) -> Decision {
    matches(node, part: { .load(field, of: subject, into: $0) }, &builder)
  }

  /// Whether a pattern matches a part of the subject, which is taken when it is asked.
  private func matches(
    _ node: SyntaxNode, part effect: @escaping (ID<Place>) -> Effect,
    _ builder: inout FunctionBuilder
  ) -> Decision {
    let part = builder.temporary(at: node.range)
    return .after(
      { $0.emit(effect(part), at: node.range) }, matches(node, part, &builder))
  }
}
