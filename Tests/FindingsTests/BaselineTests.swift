import Basis
import Findings
import Testing

@Suite struct BaselineTests {
  private func entry(_ rule: String, _ path: String) -> Baseline.Entry {
    let fingerprint = Fingerprint(rule: rule, path: path, function: "", anchor: "", ordinal: 0)
    return Baseline.Entry(fingerprint: fingerprint, rule: rule, path: path)
  }

  private func written(_ baseline: Baseline) -> String {
    var buffer = ByteBuffer()
    baseline.write(to: &buffer)
    return buffer.text
  }

  @Test func readsBackWhatItWrites() throws {
    let baseline = Baseline([
      entry("SL103", "b.js"), entry("SL101", "b.js"), entry("SL105", "a.py"),
    ])
    let text = written(baseline)
    #expect(try Baseline.read(Array(text.utf8)) == baseline)
    #expect(baseline.entries.map(\.rule) == ["SL105", "SL101", "SL103"])
    #expect(baseline.contains(entry("SL103", "b.js").fingerprint))
    #expect(!baseline.contains(entry("SL103", "c.js").fingerprint))
  }

  @Test func hasOneEntryALine() {
    let one = entry("SL101", "a.js")
    #expect(
      written(Baseline([one])) == """
        {
          "stopleak-baseline": 1,
          "findings": [
            {"fingerprint":"\(one.fingerprint.text)","rule":"SL101","path":"a.js"}
          ]
        }

        """)
    #expect(
      written(Baseline([])) == """
        {
          "stopleak-baseline": 1,
          "findings": []
        }

        """)
  }

  @Test func refusesEveryTruncation() {
    let text = Array(written(Baseline([entry("SL103", "b.js"), entry("SL101", "a.js")])).utf8)
    for length in 0..<(text.count - 2) {
      #expect(throws: BaselineError.self) { try Baseline.read(Array(text[..<length])) }
    }
  }

  @Test(arguments: [
    (#"{"stopleak-baseline": 2, "findings": []}"#, "has version 2"),
    (#"{"stopleak-baseline": "1", "findings": []}"#, "not a whole number"),
    (#"{"findings": []}"#, "no \"stopleak-baseline\""),
    (#"[]"#, "no \"stopleak-baseline\""),
    (#"{"stopleak-baseline": 1}"#, "exactly the members"),
    (#"{"stopleak-baseline": 1, "findings": [], "x": 1}"#, "exactly the members"),
    (#"{"stopleak-baseline": 1, "findings": {}}"#, "exactly the members"),
    (#"{"stopleak-baseline": 1, "findings": [{}]}"#, "entry, number 1"),
    (
      #"{"stopleak-baseline": 1, "findings": [{"fingerprint":"xyz","rule":"a","path":"b"}]}"#,
      "entry, number 1"
    ),
  ])
  func refuses(text: String, because reason: String) throws {
    let error = #expect(throws: BaselineError.self) { try Baseline.read(Array(text.utf8)) }
    #expect(error?.message.contains(reason) == true)
  }

  @Test func refusesDoubledEntries() {
    let line = #"{"fingerprint":"00000000000000aa","rule":"SL101","path":"b"}"#
    let text = #"{"stopleak-baseline": 1, "findings": [\#(line), \#(line)]}"#
    let error = #expect(throws: BaselineError.self) { try Baseline.read(Array(text.utf8)) }
    #expect(error?.message.contains("00000000000000aa twice") == true)
  }
}
