import Basis

/// A line on a terminal that says how far a long run is.
///
/// It appears after a second, at most ten times a second, and goes before anything else is shown.
package final class Progress: Sendable {
  private let total: Int?
  private let start = ContinuousClock.now
  private let done = LockedCounter()
  private let shown = LockedCounter()

  private static let firstShown = Duration.seconds(1)
  private static let interval = Duration.milliseconds(100)

  /// - Parameter total: how many files there will be, if that is known.
  package init(total: Int? = nil) { self.total = total }

  /// Counts files that are done; any thread may call it.
  func advance(by step: Int) {
    let count = done.advance(by: step) + step
    let elapsed = ContinuousClock.now - start
    guard elapsed >= Self.firstShown else { return }
    // The counter holds the tenths of a second that have had their line.
    let tick = Int(elapsed / Self.interval)
    let last = shown.advance(by: 0)
    guard tick > last, shown.advance(by: tick - last) == last else { return }
    let share = total.map { " of \($0)" } ?? ""
    show("\r\u{1B}[KAnalysed \(count)\(share) files")
  }

  /// Takes the line away.
  package func clear() {
    if shown.advance(by: 0) > 0 { show("\r\u{1B}[K") }
  }

  private func show(_ text: String) {
    var sink = DescriptorSink.standardError()
    sink.write(text)
    do throws(FileError) { try sink.finish() } catch { return }
  }
}
