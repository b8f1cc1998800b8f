import Basis
import IR
import Syntax
import TestSupport
import Testing

/// The fixtures of one folder, one construct each.
private func fixtures(_ name: String, _ grammar: Grammar) throws -> [IRFixture] {
  let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
  return try IRFixture.all(in: "/\(folder)/Fixtures/\(name)", grammar: grammar)
}

private func fixtures() throws -> [IRFixture] {
  try fixtures("javascript", .javascript) + fixtures("typescript", .typescript)
}

@Suite struct JavaScriptTests {
  @Test(arguments: try fixtures()) func printedIR(_ fixture: IRFixture) throws {
    let module = try fixture.lowered()
    #expect(IRVerifier.faults(in: module) == [])
    #expect(module.health.unknown.isEmpty || fixture.path.contains("broken"))
    #expect(try fixture.print(module) == fixture.expected)
  }

  /// TypeScript and TSX read the same plain JavaScript, so they make the same of it.
  @Test(arguments: try fixtures("javascript", .javascript))
  func grammarsAgree(_ fixture: IRFixture) throws {
    guard !fixture.path.contains("broken") else { return }
    let expected = IRPrinter.print(try fixture.lowered())
    let hasElements = fixture.path.contains("jsx")
    for grammar in hasElements ? [Grammar.tsx] : [.typescript, .tsx] {
      #expect(IRPrinter.print(try lowerText(fixture.source, grammar)) == expected)
    }
  }

  @Test(arguments: try fixtures()) func damagedSource(_ fixture: IRFixture) throws {
    for source in damaged(fixture.source) {
      let module = try lowerBytes(source, fixture.grammar)
      #expect(IRVerifier.faults(in: module) == [])
    }
  }
}

/// Sources that nobody writes and anybody can send.
@Suite struct JavaScriptHostilityTests {
  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// Sources whose nesting is deeper than lowering follows.
  static let deep: [String: String] = [
    "parentheses": repeated("(", 3_000) + "x" + repeated(")", 3_000),
    "arrays": repeated("[", 3_000) + repeated("]", 3_000),
    "objects": "x = " + repeated("{a:", 3_000) + "1" + repeated("}", 3_000),
    "calls": repeated("f(", 3_000) + repeated(")", 3_000),
    "members": "a" + repeated(".b()", 3_000),
    "not": repeated("!", 3_000) + "x",
    "conditions": repeated("a ? b : ", 3_000) + "c",
    "arrows": "f = " + repeated("() => ", 3_000) + "x",
    "blocks": repeated("{", 3_000) + "var x = 1;" + repeated("}", 3_000),
    "else if": "if (a) f();" + repeated(" else if (a) f();", 1_500),
    "tries": repeated("try {", 1_200) + "f();" + repeated("} catch (e) { g(); }", 1_200),
    "functions": repeated("function f() {", 1_200) + repeated("}", 1_200),
    "patterns": "const " + repeated("[", 2_000) + "x" + repeated("]", 2_000) + " = y;",
    "promises": "p" + repeated(".then(() => f())", 1_500),
    "templates": "x = " + repeated("`${", 1_500) + "1" + repeated("}`", 1_500),
    "elements": "x = " + repeated("<a>", 1_500) + repeated("</a>", 1_500),
  ]

  @Test(arguments: deep.keys.sorted()) func deepNestingBecomesOpaque(_ name: String) throws {
    let source = try #require(Self.deep[name])
    let module = try onLargeStack { try lowerText(source, .javascript) }
    #expect(IRVerifier.faults(in: module) == [])
    #expect(!module.health.unknown.isEmpty)
  }

  /// Sources that are long and not deep, whatever their trees look like.
  static let long: [String: String] = [
    "sums": "x = " + repeated("a + ", 4_000) + "a",
    "choices": "x = " + repeated("a || ", 4_000) + "a",
    "tests": "if (" + repeated("a && ", 4_000) + "a) f()",
    "sequence": repeated("f(), ", 4_000) + "f()",
    "arguments": "f(" + repeated("a, ", 4_000) + "a)",
    "using": repeated("using a = f();", 200),
    "declarators": "let " + repeated("a = 1, ", 4_000) + "b",
    "cases": "switch (x) {" + repeated("case 1: f(); ", 2_000) + "}",
  ]

  @Test(arguments: long.keys.sorted()) func longChainsAreFollowed(_ name: String) throws {
    let source = try #require(Self.long[name])
    let module = try onLargeStack { try lowerText(source, .javascript) }
    #expect(IRVerifier.faults(in: module) == [])
    #expect(module.health.unknown.isEmpty)
  }

  @Test(arguments: ["try { f(); } finally {|}", "p.finally(() => {|});"])
  func nestedCleanupsAreBounded(_ shape: String) throws {
    let parts = shape.split(separator: "|").map(String.init)
    let source = Self.repeated(parts[0], 30) + "g();" + Self.repeated(parts[1], 30)
    let module = try onLargeStack { try lowerText(source, .javascript) }
    #expect(module.functions.values.reduce(0) { $0 + $1.operations.count } < 100_000)
  }

  /// The grammar makes no sense of a bare `&` between tags, and people write it.
  @Test(arguments: [
    ("x = <p>Tax & Pricing</p>;", true), ("x = <p>A & B <b>c</b></p>;", true),
    ("x = <>A & B</>;", true), ("x = <p>{f( & }</p>;", false), ("f(a &);", false),
  ])
  func ampersandsBetweenTagsAreText(source: String, isUnderstood: Bool) throws {
    let module = try lowerText(source, .tsx)
    #expect((module.health.misunderstood == nil) == isUnderstood)
    if isUnderstood { #expect(module.health.unknown.isEmpty) }
  }

  /// The grammar supplies a `!` between type arguments and the template that they are for.
  @Test(arguments: [
    ("const A = styled.div<{ wide: boolean }>`color: red;`;", true),
    ("const A = styled(Box)<Props>`color: ${(p) => p.color};`;", true),
    ("const a = f<{ wide: boolean }>;\nreturn };", false),
  ])
  func templatesMayHaveTypeArguments(source: String, isUnderstood: Bool) throws {
    let module = try lowerText(source, .tsx)
    #expect((module.health.misunderstood == nil) == isUnderstood)
    if isUnderstood { #expect(module.health.unknown.isEmpty) }
  }

  /// Flow's annotations are read by the grammar of TypeScript.
  @Test func annotatedJavaScriptIsUnderstood() throws {
    let source =
      "class A { pool: Pool; get(id: string): Promise<Row> { return this.pool.query(id); } }"
    let module = try lowerText(source, .javascript)
    #expect(module.health.unknown.isEmpty)
    #expect(module.classes.values.map(\.fields.count) == [1])
  }
}
