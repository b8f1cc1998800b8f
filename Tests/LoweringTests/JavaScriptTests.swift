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
