/// How long the stages of a run took.
package struct Timing: Sendable {
  /// A part of a run.
  package struct Stage: Sendable {
    package var name: String
    package var duration: Duration
  }

  package private(set) var stages: [Stage] = []
  private let start = ContinuousClock.now

  package init() {}

  /// Runs a stage and notes its time.
  package mutating func measure<Result>(_ name: String, _ body: () -> Result) -> Result {
    let start = ContinuousClock.now
    let result = body()
    stages.append(Stage(name: name, duration: ContinuousClock.now - start))
    return result
  }

  /// Since the timing began, in seconds.
  package var seconds: Double { Self.seconds(ContinuousClock.now - start) }

  /// One line a stage, in milliseconds.
  package var text: String {
    stages.map { stage in
      let tenths = Int((Self.seconds(stage.duration) * 10_000).rounded())
      return "\(tenths / 10).\(tenths % 10) ms  \(stage.name)\n"
    }.joined()
  }

  private static func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }
}
