import Basis
import IR
import Syntax

// Python, from syntax to control flow.
//
// Names come first. A name that a function assigns anywhere is its local everywhere in it, so each
// function's names are declared before its statements are read (`BindingScan`); `global` and
// `nonlocal` bind the name to the outer place instead. A class body is lowered inline, in a scope
// that its methods do not see; what it assigns is also stored on the class. A comprehension is a
// loop in a scope of its own.
//
//     async with pool.acquire() as conn:      %0 = call pool.acquire() !
//         await conn.execute(q)               %1 = implicit %0.__aenter__() !
//                                             %2 = await %1 !
//                                             conn = %2
//                                             ... the body, protected by this cleanup:
//                                             %5 = implicit %0.__aexit__() !
//                                             %6 = await %5 !
//
// The manager is a temporary and stays one: `__aexit__` is called on what the expression gave, and
// `conn` is what `__aenter__` gave.
//
// Approximation: an `except*` clause is lowered as an `except` clause, so that no path runs two of
// them; a leak that needs two groups is missed.
//
// Approximation: what `__exit__` returns is not looked at, except for `contextlib.suppress`, a word
// of the language in all but syntax: after a `with` that swallows, code is reached normally only.

/// Python 3.6 to 3.14, and what the grammar still knows of Python 2.
struct Python: Language {
  static let name = "Python"
  static let grammars: KeyValuePairs<String, Grammar> = ["py": .python, "pyi": .python]

  /// Python has one kind of comment.
  static func isComment(_ kind: NodeKind) -> Bool { kind == PythonNode.comment }

  /// Fluent calls, sums and alternatives nest to the left; `PythonLowering` reads them in a loop.
  static func isChainLink(_ kind: NodeKind, in parent: NodeKind) -> Bool {
    switch kind {
    case PythonNode.call, PythonNode.attribute, PythonNode.subscript:
      parent == PythonNode.call || parent == PythonNode.attribute || parent == PythonNode.subscript
    case PythonNode.binaryOperator, PythonNode.booleanOperator: parent == kind
    default: false
    }
  }

  /// A `finally` is lowered for each way of leaving; a `with` repeats a call and not its body.
  static func isUnderstood(_ fault: SyntaxNode, in parent: NodeKind) -> Bool { false }

  static func isCleanup(_ kind: NodeKind) -> Bool { kind == PythonNode.finallyClause }

  /// Declares the names of the module body, then reads its statements.
  func lower(_ source: ParsedSource, into builder: inout FunctionBuilder) {
    builder.module.exportsEverything = true
    let words = PythonWords(&builder)
    var lowering = PythonLowering(source: source, words: words)
    lowering.survey(source.root, &builder)
    lowering.declareNames(in: source.root, &builder)
    lowering.statements(of: source.root, &builder)
  }
}
