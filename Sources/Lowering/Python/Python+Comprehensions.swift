import Basis
import IR
import Syntax

// A comprehension is a loop that makes its aggregate anew with one more element each round:
//
//     [f(x) for x in xs if x]        %0 = sequence {}
//                                    loop over xs:  x = element
//                                                   if x:  %1 = call f(x) !
//                                                          %0 = sequence {...%0, %1}
//
// A generator expression is lowered likewise, as if it were consumed where it stands.
//
// Approximation: a generator that is never consumed does nothing; here it is taken to run.

extension PythonLowering {
  /// Evaluates a comprehension of any kind and gives the place of its aggregate.
  func comprehension(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> ID<Place> {
    let result = builder.temporary(at: node.range)
    let isDictionary = node.kind == Node.dictionaryComprehension
    let kind: Aggregate.Kind = isDictionary ? .object : .sequence
    builder.emit(
      .aggregate(Aggregate(kind: kind, entries: []), into: result), at: node.range)
    let clauses = node.namedChildren.filter {
      $0.kind == Node.forInClause || $0.kind == Node.ifClause
    }
    guard let first = clauses.first, let element = node[Field.body] else {
      return opaque(node, &builder)
    }
    // The first iterable belongs to the enclosing scope.
    let iterable = iterable(of: first, &builder)
    builder.scoped { scope in
      loop(clauses[...], over: iterable, of: node, &scope) { body in
        let entry =
          element.kind == Node.pair
          ? pair(element, &body) : Aggregate.Entry(value: expression(element, &body))
        let entries = [Aggregate.Entry(value: result, isSpread: true), entry]
        body.emit(
          .aggregate(Aggregate(kind: kind, entries: entries), into: result), at: element.range)
      }
    }
    return result
  }

  private func iterable(
    of clause: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> ID<Place> {
    value(of: Field.right, in: clause, &builder)
  }

  /// The loop of the first clause, with the others inside.
  private func loop(
    _ clauses: ArraySlice<SyntaxNode>, over iterable: ID<Place>, of node: SyntaxNode,
    _ builder: inout FunctionBuilder, _ element: FunctionBuilder.Body
  ) {
    guard let clause = clauses.first, let left = clause[Field.left] else { return }
    let iteration = Iteration(
      iterable: iterable, range: clause[Field.right]?.range ?? clause.range,
      isAsync: clause.holds(Node.asyncKeyword), whole: clause.range)
    loop(
      iteration,
      body: { value, body in
        bindTargets(left, &body)
        assign(value, to: left, &body)
        inner(clauses.dropFirst(), of: node, &body, element)
      }, &builder)
  }

  private func inner(
    _ clauses: ArraySlice<SyntaxNode>, of node: SyntaxNode, _ builder: inout FunctionBuilder,
    _ element: FunctionBuilder.Body
  ) {
    guard let clause = clauses.first else {
      element(&builder)
      return
    }
    guard clause.kind == Node.ifClause else {
      let iterable = iterable(of: clause, &builder)
      loop(clauses, over: iterable, of: node, &builder, element)
      return
    }
    let test = clause.firstOperand.map { decision($0) }
    builder.conditional(
      test ?? .test { _ in .unknown(at: clause.range) },
      then: { inner(clauses.dropFirst(), of: node, &$0, element) }, at: clause.range)
  }
}
