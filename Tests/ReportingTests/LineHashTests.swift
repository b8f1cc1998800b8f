import Basis
import Testing

@testable import Reporting

/// The vectors are those of the recipe's authors, and some of ours for what they leave open.
@Suite struct LineHashTests {
  @Test(arguments: [
    ("", ["c129715d7a2bc9a3:1"]),
    (
      " a\nb\n  \t\tc\n d",
      [
        "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1",
      ]
    ),
    (
      String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10),
      (1...6).map { "a7f2ff13bc495cf2:\($0)" } + [
        "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1",
        "c129715d7a2bc9a3:1",
      ]
    ),
  ])
  func knownFiles(text: String, hashes: [String]) {
    #expect(LineHash(Array(text.utf8)).values == hashes)
  }

  @Test(arguments: [
    ("\u{FEFF}a\n", "25afd31b599dedcd:1"), ("😀x\n", "6061da4448575c5e:1"),
    ("x\u{2028}y\n", "ffc9df0190f29c5a:1"), ("é\n", "46b47b20627f8c7a:1"),
    ("a\0b\n", "636f257f958bb544:1"),
  ])
  func firstLines(text: String, hash: String) {
    #expect(LineHash(Array(text.utf8)).values.first == hash)
  }

  @Test(arguments: ["a\r\nb\r\n", "a\nb\n", "a\rb\r"])
  func lineEndsDoNotMatter(text: String) {
    #expect(LineHash(Array(text.utf8)).values == LineHash(Array("a\nb\n".utf8)).values)
  }

  @Test func hasOneValueForEachLine() {
    for text in ["", "\n", "a", "a\r", "\r\n\r\n", " \n \n", "a\n  "] {
      let bytes = Array(text.utf8)
      #expect(LineHash(bytes).values.count == LineIndex(bytes).lineCount)
    }
  }
}
