import Basis
import Findings
import Testing

@Suite struct FingerprintTests {
  private func finding(
    _ rule: String = "SL103", file: Int = 0, at offset: UInt32 = 0, function: String = "f",
    anchor: String = "pool.connect"
  ) -> Finding {
    Finding(
      rule: rule, severity: .error, confidence: .high,
      location: SourceLocation(file: ID(file), range: ByteRange(start: offset, end: offset + 1)),
      message: "m", function: function, anchor: anchor)
  }

  private func fingerprints(_ findings: [Finding]) -> [Fingerprint] {
    var findings = findings
    assignFingerprints(to: &findings) { ["a.js", "b.js"][$0.index] }
    return findings.map(\.fingerprint)
  }

  @Test func doesNotDependOnThePlaceInTheFile() {
    #expect(fingerprints([finding(at: 1)]) == fingerprints([finding(at: 900)]))
  }

  @Test func tellsApartRuleFileFunctionAnchorAndOrdinal() {
    let all = fingerprints([
      finding(), finding("SL104"), finding(file: 1), finding(function: "g"),
      finding(anchor: "pool.query"), finding(at: 5),
    ])
    #expect(Set(all).count == all.count)
  }

  @Test func fixingTheFirstOfTwoEqualOnesReportsNothingNew() {
    let before = Set(fingerprints([finding(at: 1), finding(at: 50)]))
    #expect(before.isSuperset(of: fingerprints([finding(at: 50)])))
  }

  @Test func theRecipeOfVersionOneStands() {
    let fingerprint = Fingerprint(
      rule: "SL103", path: "src/a.js", function: "reserve", anchor: "pool.connect", ordinal: 0)
    #expect(fingerprint.text == "2e261cebed137e6d")
    #expect(Fingerprint(fingerprint.text) == fingerprint)
  }

  @Test(arguments: [
    "", "0", "000000000000000G", "00000000000000000", "+00000000000000a", "00000000000000AB",
  ])
  func refusesAnythingElse(text: String) {
    #expect(Fingerprint(text) == nil)
  }
}
