package import Basis
package import Findings
package import RuleBook

/// What the files of a run were found to hold.
package struct CheckedProgram: Sendable {
  /// Locations name files by their position in what was given.
  package var findings: [Finding] = []
  /// What was parsed and analysed, and what could not be.
  package var coverage = Coverage()
  /// Where suppressions may stand, in the files that were parsed.
  package var comments: [ID<SourceFile>: [ByteRange]] = [:]

  package init() {}
}

/// Parses, lowers, links and checks files.
package struct AnalysisPipeline: Sendable {
  package var ruleSet: RuleSet
  /// The ids of the rules that run.
  package var rules: Set<String>
  package var threads = 1
  package var progress: Progress?

  package init(ruleSet: RuleSet, rules: Set<String>) {
    self.ruleSet = ruleSet
    self.rules = rules
  }

  /// Checks the files, noting how long each stage takes.
  package func check(_ files: [SourceFile], timing: inout Timing) -> CheckedProgram {
    CheckedProgram()
  }
}
