// The built-in rules as the rest of the program gets them: compiled ahead from `Rules/`, so that
// a plain run parses no YAML. `swift run Generate` writes the table and a test compares.

/// The rules and models that come with Stopleak.
///
/// Decoding takes a millisecond or two: call it once and hand the set on.
package func builtinRuleSet() -> RuleSet {
  ruleSet(ofCompactTable: builtinRuleTable)
}

/// The set that a table made by `compactTable(of:)` of files without mistakes describes.
package func ruleSet(ofCompactTable table: String) -> RuleSet {
  do throws(RuleFileError) {
    var builder = RuleSetBuilder()
    var cursor = RuleCursor(RuleTree(table: table))
    for _ in 0..<cursor.readCount() { try builder.add(&cursor, path: "built-in rules") }
    return builder.finish()
  } catch {
    preconditionFailure("the table of built-in rules is stale: \(error)")
  }
}
