import Basis
import Syntax
import Testing

/// Prints a tree the way fixtures are read: names are not known here, so kinds are numbers.
func withTree<Result>(
  of text: String, _ grammar: Grammar, _ body: (borrowing SyntaxTree) throws -> Result
) throws -> Result {
  var parser = SyntaxParser(grammar)
  let tree = try parser.parse(Array(text.utf8))
  return try body(tree)
}

@Suite struct SyntaxNodeTests {
  @Test func childrenAreInSourceOrder() throws {
    try withTree(of: "f(a, b)\ng()\n", .python) { tree in
      let statements = Array(tree.root.namedChildren)
      #expect(
        statements.map(\.range) == [ByteRange(start: 0, end: 7), ByteRange(start: 8, end: 11)])
      #expect(tree.root.namedChildCount == 2)
      let call = try #require(statements[0].child(at: 0))
      let arguments = try #require(call.child(at: 1))
      #expect(arguments.children.map(\.isNamed) == [false, true, false, true, false])
      #expect(arguments.namedChildren.map(\.range.start) == [2, 5])
      #expect(arguments.namedChild(at: 1)?.range == ByteRange(start: 5, end: 6))
      #expect(arguments.child(at: 5) == nil)
    }
  }

  @Test func fieldsAreFoundBySubscript() throws {
    try withTree(of: "const f = a ? b : c;", .javascript) { tree in
      let fields = tree.root.subtree.compactMap(\.field)
      #expect(!fields.isEmpty)
      for parent in tree.root.subtree {
        for child in parent.children {
          guard let field = child.field else { continue }
          let first = try #require(parent[field])
          #expect(first.field == field)
          #expect(parent.fieldChildren(field).contains(child))
        }
      }
    }
  }

  @Test func aSubtreeHoldsEachNodeOnceBeforeItsChildren() throws {
    try withTree(of: "class A { m() { return [1, [2]] } }", .typescript) { tree in
      let nodes = Array(tree.root.subtree)
      #expect(nodes.count == tree.count)
      #expect(Set(nodes).count == tree.count)
      for node in nodes {
        #expect(node.subtreeCount == node.children.reduce(1) { $0 + $1.subtreeCount })
        for child in node.children { #expect(node.range.contains(child.range)) }
      }
    }
  }

  @Test(arguments: [Grammar.javascript, .typescript, .tsx])
  func theGrammarsOfAFamilyNumberAlike(_ grammar: Grammar) throws {
    let text = "async function f(a) { for await (const x of a) { await g(x?.y ?? 1); } }"
    let expected = try withTree(of: text, .javascript) { tree in
      tree.root.subtree.filter { $0.kind.rawValue != 0 }.map(\.kind).count
    }
    try withTree(of: text, grammar) { tree in
      #expect(tree.health.isSound)
      #expect(tree.root.subtree.allSatisfy { $0.kind.rawValue != 0 })
      #expect(tree.root.subtree.map(\.kind).count >= expected)
    }
  }

  @Test func noVisibleSymbolLacksANumber() {
    for grammar in Grammar.allCases {
      let named = grammar.symbols.compactMap(\.self)
      #expect(named.count > 100)
      #expect(grammar.fieldNames.count > 10)
    }
  }
}
