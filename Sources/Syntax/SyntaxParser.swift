internal import CParserGuard

/// A parser for one grammar; owns the C parser, which one thread uses at a time.
@safe
package struct SyntaxParser: ~Copyable {
  package let grammar: Grammar
  private let parser: OpaquePointer

  package init(_ grammar: Grammar) {
    self.grammar = grammar
    let numbering = grammar.numbering
    let parser = unsafe numbering.kinds.withUnsafeBufferPointer { kinds in
      unsafe numbering.fields.withUnsafeBufferPointer { fields in
        unsafe sl_parser_new(
          sl_grammar(
            language: grammar.language,
            kinds: kinds.baseAddress, kind_count: UInt32(kinds.count),
            fields: fields.baseAddress, field_count: UInt32(fields.count),
            tokens_per_line: grammar.tokensPerLine))
      }
    }
    guard let parser = unsafe parser else {
      preconditionFailure("the generated numbering does not fit the grammar: run `make generate`")
    }
    unsafe self.parser = unsafe parser
  }

  deinit { unsafe sl_parser_delete(parser) }

  /// Parses a file; broken syntax gives a tree with errors in it, never a refusal.
  package mutating func parse(_ source: Span<UInt8>) throws(ParseRefusal) -> SyntaxTree {
    if grammar.family == .javascript, let respelled = respellUsingDeclarations(source) {
      return try parseAsWritten(respelled.span)
    }
    let tree = try parseAsWritten(source)
    if grammar == .python, tree.root.hasError, let respelled = respellTemplateStrings(source) {
      return try parseAsWritten(respelled.span)
    }
    return tree
  }

  private func parseAsWritten(_ source: Span<UInt8>) throws(ParseRefusal) -> SyntaxTree {
    guard let length = UInt32(exactly: source.count) else { throw .tooLarge }
    var tree = unsafe sl_tree()
    let outcome = unsafe source.withUnsafeBufferPointer { bytes in
      unsafe sl_parser_parse(parser, bytes.baseAddress, length, &tree)
    }
    switch outcome {
    case SL_PARSED: return unsafe SyntaxTree(tree)
    case SL_TOO_LARGE: throw .tooLarge
    case SL_TOO_MANY_TOKENS: throw .tooManyTokens
    default: throw .outOfMemory
    }
  }

  /// Parses an array's bytes.
  package mutating func parse(_ source: [UInt8]) throws(ParseRefusal) -> SyntaxTree {
    try parse(source.span)
  }
}

/// Why a file has no tree.
package enum ParseRefusal: Error, Hashable, Sendable {
  /// Larger than any parse that can be given a stack.
  case tooLarge
  /// A trial in a child process died: this runtime cannot hold as many tokens side by side.
  case tooManyTokens
  /// No memory for the tree, or for the stack that a file of this size may need.
  case outOfMemory
}
