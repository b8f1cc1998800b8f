import IR
import Syntax

/// JavaScript, with JSX and TypeScript.
struct JavaScript: Language {
  static let name = "JavaScript"
  static let grammars: KeyValuePairs<String, Grammar> = [
    "js": .javascript, "mjs": .javascript, "cjs": .javascript, "jsx": .javascript,
    "ts": .typescript, "mts": .typescript, "cts": .typescript, "tsx": .tsx,
  ]

  static func isComment(_ kind: NodeKind) -> Bool { kind == JavaScriptNode.comment }
  static func isChainLink(_ kind: NodeKind, in parent: NodeKind) -> Bool { false }
  static func isCleanup(_ kind: NodeKind) -> Bool { kind == JavaScriptNode.finallyClause }

  func lower(_ source: ParsedSource, into builder: inout FunctionBuilder) {}
}
