package import Basis

/// One report at one place.
package struct Finding: Sendable, Hashable {
  /// The rule's stable id, such as `SL103`.
  package var rule: String
  package var severity: Severity
  package var confidence: Confidence
  package var location: SourceLocation
  /// One sentence that names the variable, the resource and the statement that leaves.
  package var message: String
  /// What to write instead, in this very function; shown as the help line.
  package var help: String
  /// The library's word for what leaks or is called, such as `pg.PoolClient`.
  package var resource: String
  /// The qualified name of the enclosing function, empty at module level.
  package var function: String
  /// What the fingerprint is made of beside rule and function: the callee as written.
  package var anchor: String
  package var trace: [TraceStep]
  /// How many other paths of the same acquire leak, beside the one shown.
  package var otherPaths: Int
  /// The identity across edits; `.unassigned` until all findings are known and in order.
  package var fingerprint = Fingerprint.unassigned

  package init(
    rule: String, severity: Severity, confidence: Confidence, location: SourceLocation,
    message: String, help: String = "", resource: String = "", function: String = "",
    anchor: String = "", trace: [TraceStep] = [], otherPaths: Int = 0
  ) {
    self.rule = rule
    self.severity = severity
    self.confidence = confidence
    self.location = location
    self.message = message
    self.help = help
    self.resource = resource
    self.function = function
    self.anchor = anchor
    self.trace = trace
    self.otherPaths = otherPaths
  }
}

/// How grave a finding is.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  case note, warning, error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// How sure a finding is that it speaks of what it names; separate from how grave that would be.
package enum Confidence: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Ownership could not be followed.
  case low
  /// Only names or the function's own behaviour speak.
  case medium
  /// The library is known from an import or a type.
  case high

  package static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}
