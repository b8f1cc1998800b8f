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
}
