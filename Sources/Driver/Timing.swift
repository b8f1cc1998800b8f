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

  /// Runs a stage and notes its time; what has the same name is one stage.
  package mutating func measure<Result>(_ name: String, _ body: () -> Result) -> Result {
    let start = ContinuousClock.now
    let result = body()
    let duration = ContinuousClock.now - start
    if let known = stages.firstIndex(where: { $0.name == name }) {
      stages[known].duration += duration
    } else {
      stages.append(Stage(name: name, duration: duration))
    }
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
