import Basis
import IR
import Syntax
import TestSupport
import Testing

/// The Python fixtures, one construct each.
private func fixtures() throws -> [IRFixture] {
  let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
  return try IRFixture.all(in: "/\(folder)/Fixtures/python", grammar: .python)
}

@Suite struct PythonTests {
  @Test(arguments: try fixtures()) func printedIR(_ fixture: IRFixture) throws {
    let module = try fixture.lowered()
    #expect(IRVerifier.faults(in: module).isEmpty)
    #expect(try fixture.print(module) == fixture.expected)
  }

  @Test(arguments: try fixtures()) func damagedSource(_ fixture: IRFixture) throws {
    for source in damaged(fixture.source) {
      let module = try lowerBytes(source, .python)
      #expect(IRVerifier.faults(in: module).isEmpty)
    }
  }

  @Test(arguments: try fixtures()) func everyNodeIsKnown(_ fixture: IRFixture) throws {
    guard !fixture.title.hasPrefix("broken") else { return }
    let health = try fixture.lowered().health
    #expect(health.nodes > 0)
    #expect(health.unknown.isEmpty)
  }

  @Test func operationsStandWhereTheirExpressionsStand() throws {
    let source = "async def f(pool):\n    client = await pool.connect()\n"
    let module = try lowerText(source, .python)
    let function = module.functions[ID(1)]
    let texts = function.operations.values.map { operation in
      text(operation.range, of: source)
    }
    #expect(texts == ["pool.connect()", "await pool.connect()", "client"])
  }

  @Test func commentsAreCollected() throws {
    let source = "# one\nx = [  # two\n    1,\n]\n\"# no\"\n"
    let module = try lowerText(source, .python)
    #expect(module.comments.map { text($0, of: source) } == ["# one", "# two"])
  }

  @Test func brokenSyntaxIsCounted() throws {
    let module = try lowerText("x = f(\n)\n)))\ny = g()\n", .python)
    let unknown = module.health.unknown.map { module.symbols[$0.key] }
    #expect(unknown == ["ERROR"])
    let calls = module.functions[Module.body].operations.values.filter(\.mayRaise)
    #expect(calls.count == 2)
  }

  private func text(_ range: ByteRange, of source: String) -> String {
    String(decoding: Array(source.utf8)[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }
}

/// Sources that nobody writes and anybody can send.
@Suite struct PythonHostilityTests {
  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// Sources whose nesting is deeper than lowering follows.
  static let deep: [String: String] = [
    "parentheses": repeated("(", 3_000) + "x" + repeated(")", 3_000),
    "lists": repeated("[", 3_000) + repeated("]", 3_000),
    "subscripts": repeated("x[", 3_000) + "1" + repeated("]", 3_000),
    "calls": repeated("f(", 3_000) + repeated(")", 3_000),
    "not": repeated("not ", 3_000) + "x",
    "conditional expressions": repeated("a if b else ", 3_000) + "c",
    "lambdas": repeated("lambda: ", 3_000) + "x",
    "comprehensions": repeated("[", 1_500) + "x" + repeated(" for x in y]", 1_500),
    "blocks": (0..<1_200).map { repeated(" ", $0) + "if x:\n" }.joined()
      + repeated(" ", 1_200) + "f()\n",
    "tries": (0..<600).map { repeated(" ", $0) + "try:\n" }.joined() + repeated(" ", 600) + "f()\n"
      + (0..<600).reversed().map { repeated(" ", $0) + "except E:\n \(repeated(" ", $0))g()\n" }
      .joined(),
    "functions": (0..<1_200).map { repeated(" ", $0) + "def f():\n" }.joined()
      + repeated(" ", 1_200) + "f()\n",
    "patterns": "match x:\n case " + repeated("[", 2_000) + "y" + repeated("]", 2_000)
      + ":\n  f()\n",
  ]

  @Test(arguments: deep.keys.sorted()) func deepNestingBecomesOpaque(_ name: String) throws {
    let source = try #require(Self.deep[name])
    let module = try onLargeStack { try lowerText(source, .python) }
    #expect(IRVerifier.faults(in: module).isEmpty)
    #expect(!module.health.unknown.isEmpty)
  }

  /// Sources that are long and not deep, whatever their trees look like.
  static let long: [String: String] = [
    "sums": "x = " + repeated("a + ", 20_000) + "a",
    "choices": "x = " + repeated("a or ", 20_000) + "a",
    "tests": "if " + repeated("a and ", 20_000) + "a: f()",
    "comparisons": "x = " + repeated("a < ", 5_000) + "a",
    "chains": "x = a" + repeated(".b().c[0]", 7_000),
    "elif": "if a: f()\n" + repeated("elif a: f()\n", 5_000) + "else: g()\n",
    "strings": "x = (" + repeated("'a' ", 20_000) + ")",
    "targets": repeated("a = ", 20_000) + "b",
  ]

  @Test(arguments: long.keys.sorted()) func longChainsAreFollowed(_ name: String) throws {
    let source = try #require(Self.long[name])
    let module = try onLargeStack { try lowerText(source, .python) }
    #expect(IRVerifier.faults(in: module).isEmpty)
    #expect(module.health.unknown.isEmpty)
  }

  @Test func nestedCleanupsAreBounded() throws {
    let depth = 30
    let opening = (0..<depth).map { level in
      let indent = Self.repeated(" ", level)
      return "\(indent)try:\n\(indent) f()\n\(indent)finally:\n"
    }
    let source = opening.joined() + Self.repeated(" ", depth) + "g()\n"
    let module = try onLargeStack { try lowerText(source, .python) }
    #expect(module.functions[Module.body].operations.count < 100_000)
    #expect(!module.health.unknown.isEmpty)
  }
}
