package import Basis

/// An output format.
package protocol Reporter: Sendable {
  /// What users call the format.
  static var name: String { get }
  /// Writes the whole report; equal reports give equal bytes.
  func write(_ report: Report, to sink: inout some ByteSink)
}
