package import Basis

/// An output format.
package protocol Reporter: Sendable {
  /// What users call the format.
  static var name: String { get }
  func write(_ report: Report, to sink: inout some ByteSink)
}
