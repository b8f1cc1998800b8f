import Basis
import Syntax
import Testing

@Suite struct TemplateStringTests {
  @Test(arguments: [
    #"x = t"a {b}""#, "f(t'''a {b!r:>3}''', 1)", #"x = T"a" t'b' rt"c\d" TR"e""#,
    #"return_value = lambda: t"{a()}""#,
  ]) func templatesAreUnderstood(_ text: String) throws {
    try withTree(of: text, .python) { tree in
      #expect(tree.health.isSound)
      #expect(tree.root.range.end == UInt32(text.utf8.count))
    }
  }

  @Test(arguments: [
    #"x = set"a""#, "x = t 'a'", #"x = xt"a""#,
  ]) func othersStayBroken(_ text: String) throws {
    try withTree(of: text, .python) { tree in #expect(!tree.health.isSound) }
  }
}
