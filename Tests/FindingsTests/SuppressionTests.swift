import Basis
import Findings
import Testing

/// The comments of a source are found by a scan that suffices for the sources of these tests.
@Suite struct SuppressionTests {
  private let use = SuppressionUse(
    known: ["SL001", "SL101", "SL103", "SL301"], active: ["SL001", "SL101", "SL103"])

  /// Applies the suppressions of `source` to one finding of SL103 on each line with `acquire`.
  private func apply(_ source: String, isComplete: Bool = true) -> SuppressedFindings {
    let bytes = Array(source.utf8)
    let findings = starts(of: "acquire", in: bytes).map { start in
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? start + 7
      return Finding(
        rule: "SL103", severity: .error, confidence: .high,
        location: SourceLocation(
          file: ID(0), range: ByteRange(start: UInt32(start), end: UInt32(end))),
        message: "leak")
    }
    return use.apply(
      to: findings, of: ID(0), SourceFile(path: "a", bytes: bytes), comments: comments(in: bytes),
      isComplete: isComplete)
  }

  private func starts(of word: String, in bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0...].starts(with: word.utf8) }
  }

  private func comments(in bytes: [UInt8]) -> [ByteRange] {
    var result: [ByteRange] = []
    var offset = 0
    while offset < bytes.count {
      let rest = bytes[offset...]
      var end: Int?
      if rest.starts(with: "//".utf8) || rest.starts(with: "#".utf8) {
        end = rest.firstIndex(of: 0x0A) ?? bytes.count
      } else if rest.starts(with: "/*".utf8) {
        end = starts(of: "*/", in: bytes).first { $0 > offset }.map { $0 + 2 }
      }
      if let end { result.append(ByteRange(start: UInt32(offset), end: UInt32(end))) }
      offset = end ?? offset + 1
    }
    return result
  }

  @Test(arguments: [
    "acquire() // stopleak: ignore[SL103] -- the framework closes it",
    "acquire()  # stopleak: ignore[SL103] -- the framework closes it",
    "acquire() # noqa: E501  # stopleak: ignore[SL103] -- why",
    "acquire() /* stopleak: ignore[SL103] -- why */",
    "acquire() //stopleak:ignore[SL103]--why",
    "// stopleak: ignore[SL103] -- why\nacquire()",
    "    # stopleak: ignore[SL103] -- why\n    acquire()",
    "// stopleak: ignore[SL103] -- why\n// another comment\nacquire()",
    "// stopleak: ignore[SL103] -- why\n/* a long\n   comment */\nacquire()",
    "{/* stopleak: ignore[SL103] -- why */}\nacquire()",
    "acquire(\n  1,\n) // stopleak: ignore[SL103] -- why",
    "\u{FEFF}# stopleak: ignore[SL103] -- why\r\nacquire()\r\n",
  ])
  func suppresses(source: String) {
    let result = apply(source)
    #expect(result.suppressed == 1)
    #expect(result.findings == [])
  }

  @Test(arguments: [
    ("acquire() // stopleak: ignore[SL103]", "without a reason"),
    ("acquire() // stopleak: ignore[SL103] -- ", "without a reason"),
    ("acquire() // stopleak: ignore[SL103] why", "without a reason"),
    ("acquire() // stopleak: ignore -- why", "names no rule"),
    ("acquire() // stopleak: ignore[] -- why", "names no rule"),
    ("acquire() // stopleak: ignore[SL103 -- why", "names no rule"),
    ("acquire() // stopleak: disable[SL103] -- why", "unknown directive `stopleak: disable`"),
    ("acquire() // stopleak: ignore[ЅL103] -- why", "`ЅL103`, which is not the id of a rule"),
    ("acquire() // stopleak: ignore[sl103] -- why", "`sl103`, which is not the id of a rule"),
    ("acquire() // stopleak: ignore[SL101] -- why", "the suppression of SL101 suppresses nothing"),
    ("// stopleak: ignore[SL103] -- why\n\nacquire()", "suppression of SL103 suppresses nothing"),
    ("f() // stopleak: ignore[SL103] -- why\nacquire()", "of SL103 suppresses nothing"),
  ])
  func reportsAndDoesNotSuppress(source: String, complaint: String) throws {
    let result = apply(source)
    #expect(result.suppressed == 0)
    #expect(result.findings.map(\.rule).sorted() == ["SL001", "SL103"])
    let own = try #require(result.findings.first { $0.rule == "SL001" })
    #expect(own.message.contains(complaint))
  }

  @Test func namesEachUselessRuleOfSeveral() {
    let result = apply("acquire() // stopleak: ignore[SL103, SL101, SL999] -- why")
    #expect(result.suppressed == 1)
    #expect(
      result.findings.map(\.message) == [
        "the suppression of SL101 suppresses nothing",
        "a suppression names `SL999`, which is not the id of a rule",
      ])
  }

  @Test func isSilentAboutRulesThatDidNotRun() {
    #expect(apply("f() // stopleak: ignore[SL301] -- why").findings == [])
  }

  @Test func isSilentAboutFilesNotAnalysedWhole() {
    let source = "f() // stopleak: ignore[SL103] -- why"
    #expect(apply(source, isComplete: false).findings == [])
    #expect(apply(source).findings.count == 1)
  }

  @Test func proseThatSpeaksOfADirectiveIsNone() {
    let result = apply("// write stopleak: ignore[SL103] -- why\nacquire()")
    #expect(result.findings.map(\.rule) == ["SL103"])
  }

  @Test func pointsAtTheDirective() throws {
    let source = "/* stopleak: ignore[SL103] -- é */  "
    let own = try #require(apply(source).findings.first)
    let range = own.location.range
    let text = Array(source.utf8)[Int(range.start)..<Int(range.end)]
    #expect(String(decoding: text, as: UTF8.self) == "stopleak: ignore[SL103] -- é")
  }
}
