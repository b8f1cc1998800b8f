import Basis
import Syntax
import Testing

@Suite struct ParseHealthTests {
  @Test(arguments: Grammar.allCases)
  func soundSourceIsSound(_ grammar: Grammar) throws {
    let health = try withTree(of: "f(1)\n", grammar) { $0.health }
    #expect(health.isSound)
    #expect(health.errorRanges.isEmpty)
    #expect(health.nodeCount > 3)
  }

  @Test func brokenSyntaxIsCountedAndPlaced() throws {
    let text = "function a() { return 1; }\n)) ((\nfunction b() { return 2; }\n"
    try withTree(of: text, .javascript) { tree in
      let health = tree.health
      #expect(!health.isSound)
      #expect(health.errorCount + health.missingCount > 0)
      #expect(tree.root.hasError)
      for range in health.errorRanges { #expect(range.end <= UInt32(text.utf8.count)) }
    }
  }

  @Test func aSuppliedTokenIsMissing() throws {
    try withTree(of: "function f() { return (1; }", .javascript) { tree in
      #expect(tree.health.missingCount + tree.health.errorCount > 0)
      for node in tree.root.subtree where node.isMissing {
        #expect(node.range.start == node.range.end)
        #expect(node.hasError)
      }
    }
  }
}
