import IR
import Syntax

/// Python 3.6 to 3.14.
struct Python: Language {
  static let name = "Python"
  static let grammars: KeyValuePairs<String, Grammar> = ["py": .python, "pyi": .python]

  static func isComment(_ kind: NodeKind) -> Bool { kind == PythonNode.comment }
  static func isChainLink(_ kind: NodeKind, in parent: NodeKind) -> Bool { false }
  static func isCleanup(_ kind: NodeKind) -> Bool { kind == PythonNode.finallyClause }

  func lower(_ source: ParsedSource, into builder: inout FunctionBuilder) {}
}
