import Basis
import Syntax
import Testing

/// Input that the runtime of Debian 12 cannot take unguarded; a newer runtime parses it.
///
/// What each test asserts is that the process lives and the answer is one of the two that a user
/// can make sense of: a tree whose nodes lie within the file, or a refusal with its reason.
@Suite struct ParserGuardTests {
  static let torture: [(name: String, text: String, grammar: Grammar)] = [
    ("70,000 comment lines", String(repeating: "# x\n", count: 70_000), .python),
    ("70,000 comment lines", String(repeating: "// x\n", count: 70_000), .javascript),
    ("300 KB of ambiguous braces", String(repeating: "{a:", count: 100_000), .javascript),
    ("300 KB of ambiguous braces", String(repeating: "{a:", count: 100_000), .typescript),
    ("100,000 brackets", String(repeating: "[", count: 100_000), .python),
    ("100,000 brackets", String(repeating: "[", count: 100_000), .tsx),
    ("100,000 open templates", String(repeating: "`${", count: 100_000), .javascript),
    ("100,000 open types", String(repeating: "<", count: 100_000), .tsx),
  ]

  @Test(arguments: torture.indices)
  func tortureEndsInATreeOrARefusal(_ index: Int) throws {
    let (name, text, grammar) = Self.torture[index]
    do throws(ParseRefusal) {
      var parser = SyntaxParser(grammar)
      let tree = try parser.parse(Array(text.utf8))
      #expect(tree.root.range.end <= UInt32(text.utf8.count), "\(name)")
    } catch {
      #expect(error == .tooManyTokens, "\(name)")
    }
  }

  @Test func aParserIsUsableAfterARefusal() throws {
    var parser = SyntaxParser(.javascript)
    let text = String(repeating: "// x\n", count: 70_000)
    do throws(ParseRefusal) { _ = try parser.parse(Array(text.utf8)) } catch {
      #expect(error == .tooManyTokens)
    }
    let tree = try parser.parse(Array("f(1);".utf8))
    #expect(tree.health.isSound)
  }

  @Test func aBigButOrdinaryFileIsParsed() throws {
    let text = String(repeating: "def f(a, b):\n    return g(a, [b, 1])\n", count: 4_000)
    try withTree(of: text, .python) { tree in
      #expect(tree.health.isSound)
      #expect(tree.root.namedChildCount == 4_000)
    }
  }

  @Test(arguments: [("(", ")", Grammar.python), ("[", "]", .javascript), ("(", ")", .tsx)])
  func nestingOfFiftyThousandIsParsed(_ open: String, _ close: String, _ grammar: Grammar) throws {
    let text =
      String(repeating: open, count: 50_000) + "x" + String(repeating: close, count: 50_000)
    try withTree(of: text, grammar) { tree in
      #expect(tree.health.isSound)
      #expect(tree.count > 150_000)
    }
  }

  @Test(arguments: [
    ("", "1a "), ("{", "await & "), ("f(", "u''u''` `\u{E9}"),
  ])
  func quadraticRecoveryIsStopped(_ start: String, _ unit: String) throws {
    let text = start + String(repeating: unit, count: 5_000)
    try withTree(of: text, .javascript) { tree in
      #expect(tree.health.isTruncated)
      #expect(!tree.health.isSound)
      #expect(tree.root.range.end < UInt32(text.utf8.count))
    }
  }

  /// The runtime asks again for what it had when a character at the end of a slice is incomplete.
  @Test func aStopAmidInvalidBytesIsSurvived() throws {
    let unit: [UInt8] = Array("u''u''".utf8) + [0xFF] + Array("` `".utf8)
    let bytes = Array("f(".utf8) + Array(repeatElement(unit, count: 5_000).joined())
    var parser = SyntaxParser(.javascript)
    let tree = try parser.parse(bytes)
    #expect(tree.health.isTruncated)
  }

  @Test(arguments: [Grammar.python, .javascript])
  func aLoneCarriageReturnEndsALine(_ grammar: Grammar) throws {
    let text = "# a\rf()\rg()\r".replacing("#", with: grammar == .python ? "#" : "//")
    try withTree(of: text, grammar) { tree in
      #expect(tree.health.isSound)
      #expect(tree.root.namedChildCount == 3)
      #expect(tree.root.namedChild(at: 2)?.range.start == UInt32(text.utf8.count - 4))
    }
  }

  @Test(arguments: Grammar.allCases)
  func anEmptyFileHasARoot(_ grammar: Grammar) throws {
    try withTree(of: "", grammar) { tree in
      #expect(tree.count == 1)
      #expect(tree.health.isSound)
      #expect(tree.root.children.map(\.range).isEmpty)
    }
  }

  @Test(arguments: Grammar.allCases)
  func aByteOrderMarkIsNoError(_ grammar: Grammar) throws {
    try withTree(of: "\u{FEFF}f()\n", grammar) { tree in
      #expect(tree.health.isSound)
      #expect(tree.root.namedChild(at: 0)?.range.start == 3)
    }
  }

  @Test(arguments: Grammar.allCases)
  func invalidUTF8LeavesTheRestIntact(_ grammar: Grammar) throws {
    var parser = SyntaxParser(grammar)
    let tree = try parser.parse([0x66, 0x28, 0x22, 0xC3, 0x28, 0xFF, 0x22, 0x29, 0x0A, 0x67, 0x0A])
    #expect(tree.root.namedChildCount == 2)
    #expect(tree.root.namedChild(at: 1)?.range.start == 9)
  }

  @Test func bytesOfAllKindsEndInATree() throws {
    var generator = SeededGenerator(state: 7)
    for grammar in Grammar.allCases {
      var parser = SyntaxParser(grammar)
      let bytes = (0..<8_000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let tree = try parser.parse(bytes)
      #expect(tree.root.subtree.allSatisfy { $0.range.end <= 8_000 })
    }
  }

  @Test func aFileOverTheLargestSizeIsRefused() throws {
    var parser = SyntaxParser(.python)
    let bytes = [UInt8](repeating: 0x20, count: 64 << 20 + 1)
    #expect(throws: ParseRefusal.tooLarge) { _ = try parser.parse(bytes) }
  }
}

/// The same numbers in each run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
