internal import CGrammarJavaScript
internal import CGrammarPython
internal import CGrammarTSX
internal import CGrammarTypeScript
internal import CTreeSitter

/// A grammar that is compiled into the program.
package enum Grammar: CaseIterable, Sendable {
  case python
  case javascript
  case typescript
  case tsx

  /// The languages among the grammars; each has one numbering of kinds and fields.
  package enum Family: CaseIterable, Sendable {
    case python
    case javascript
  }

  package var family: Family {
    switch self {
    case .python: .python
    case .javascript, .typescript, .tsx: .javascript
    }
  }

  var language: OpaquePointer {
    let language =
      switch self {
      case .python: unsafe tree_sitter_python()
      case .javascript: unsafe tree_sitter_javascript()
      case .typescript: unsafe tree_sitter_typescript()
      case .tsx: unsafe tree_sitter_tsx()
      }
    guard let language = unsafe language else { preconditionFailure("a grammar is not linked in") }
    return unsafe language
  }

  /// How many tokens a line end may stand for: Python's brings a NEWLINE, and may indent or dedent.
  var tokensPerLine: UInt32 { self == .python ? 3 : 1 }
}

/// A symbol of a grammar as the compiled grammar describes it; for the generator.
package struct GrammarSymbol: Hashable, Sendable {
  package let name: String
  /// Whether it is a rule with a name, rather than a word or sign quoted in one.
  package let isNamed: Bool
}

extension Grammar {
  /// The grammar's symbols in the order of its own numbers; nil for what never shows in a tree.
  package var symbols: [GrammarSymbol?] {
    let language = unsafe self.language
    return unsafe (0..<ts_language_symbol_count(language)).map { index in
      let symbol = TSSymbol(index)
      let type = unsafe ts_language_symbol_type(language, symbol)
      // Newer runtimes tell supertypes from what is auxiliary; neither shows in a tree.
      guard type == TSSymbolTypeRegular || type == TSSymbolTypeAnonymous,
        let name = unsafe ts_language_symbol_name(language, symbol)
      else { return nil }
      return GrammarSymbol(name: unsafe String(cString: name), isNamed: type == TSSymbolTypeRegular)
    }
  }

  /// The names of the grammar's fields in the order of its own numbers, which start at 1.
  package var fieldNames: [String] {
    let language = unsafe self.language
    return unsafe (0..<ts_language_field_count(language)).map { index in
      guard let name = unsafe ts_language_field_name_for_id(language, TSFieldId(index + 1)) else {
        preconditionFailure("a field without a name")
      }
      return unsafe String(cString: name)
    }
  }

  /// The name of a kind of node as the grammar spells it; for reports, not for comparing.
  package func name(of kind: NodeKind) -> String {
    guard kind != .error else { return "ERROR" }
    let number = numbering.kinds.firstIndex(of: kind.rawValue)
    return number.flatMap { symbols[$0]?.name } ?? "unknown"
  }
}
