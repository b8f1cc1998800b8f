import Testing

@testable import Driver

@Suite struct TimingTests {
  @Test func countsStages() {
    var timing = Timing()
    #expect(timing.measure("first") { 7 } == 7)
    timing.measure("second") {}
    #expect(timing.stages.map(\.name) == ["first", "second"])
    #expect(timing.text.contains(" ms  first\n"))
  }
}
