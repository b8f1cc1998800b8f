import Basis
import Syntax
import Testing

@Suite struct UsingDeclarationTests {
  @Test(arguments: [
    "using a = f();", "await using a = f();", "using a: T = f(), b = g();",
    "for (using a of f()) {}", "for await (await using a of f()) {}",
    "{\n  await  using a = f();\n}",
  ]) func declarationsAreUnderstood(_ text: String) throws {
    let wrapped = "async function h() { \(text) }"
    try withTree(of: wrapped, .typescript) { tree in
      #expect(tree.health.isSound)
      #expect(tree.root.range.end == UInt32(wrapped.utf8.count))
    }
  }

  @Test(arguments: [
    "x.using = 1;", "let busing = 1;", "const s = 'using'; f(`using ${s}`);", "a.using(b, c => d);",
  ]) func othersStayAsTheyAre(_ text: String) throws {
    try withTree(of: text, .javascript) { tree in #expect(tree.health.isSound) }
  }
}
