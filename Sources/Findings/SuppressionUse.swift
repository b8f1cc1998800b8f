package import Basis

/// What is left of a program's findings once its suppressions had their say.
package struct SuppressedFindings: Sendable {
  /// The findings that stand, with those about useless suppressions, in no particular order.
  package var findings: [Finding] = []
  /// How many findings were suppressed.
  package var suppressed = 0
}

/// Applies the suppressions of each file and reports those of no use as `SL001`.
///
/// A rule's id in a suppression is *useless* if nothing was suppressed though the rule ran on the
/// whole file. Whether a finding is shown for other reasons (confidence, baseline) plays no role:
/// call this first.
package struct SuppressionUse {
  /// The id of the findings about suppressions themselves.
  package static let rule = "SL001"

  /// The ids of all rules there are.
  private let known: Set<String>
  /// The ids of the rules that ran.
  private let active: Set<String>

  package init(known: Set<String>, active: Set<String>) {
    self.known = known
    self.active = active
  }

  /// Applies what the comments of one file say to the findings of that file.
  ///
  /// `isComplete` is whether the file was analysed whole: only then can anything be useless.
  package func apply(
    to findings: [Finding], of file: ID<SourceFile>, _ source: SourceFile,
    comments: [ByteRange], isComplete: Bool
  ) -> SuppressedFindings {
    let lines = LineIndex(source.bytes)
    let suppressions = suppressions(in: source.bytes, comments: comments, lines: lines)
    var used: Set<Use> = []
    var result = SuppressedFindings()
    for finding in findings {
      let places = [finding.location.range.start, finding.location.range.lastByte].map(lines.line)
      let matching = suppressions.indices.filter { index in
        let suppression = suppressions[index]
        return suppression.fault == nil && suppression.rules.contains(finding.rule)
          && places.contains(suppression.line)
      }
      if matching.isEmpty {
        result.findings.append(finding)
      } else {
        result.suppressed += 1
        used.formUnion(matching.map { Use(suppression: $0, rule: finding.rule) })
      }
    }
    guard active.contains(Self.rule) else { return result }
    for (index, suppression) in suppressions.enumerated() {
      let useless = suppression.rules.filter { !used.contains(Use(suppression: index, rule: $0)) }
      let complaints = complaints(about: suppression, useless: useless, isComplete: isComplete)
      result.findings += complaints.map { finding($0, about: suppression, in: file) }
    }
    return result
  }

  /// What there is to say about a suppression, given its rules that suppressed nothing.
  private func complaints(
    about suppression: Suppression, useless: [String], isComplete: Bool
  ) -> [Complaint] {
    switch suppression.fault {
    case .unknownDirective(let word): return [.unknownDirective(word)]
    case .noRules: return [.noRules]
    case .noReason: return [.noReason]
    case nil: break
    }
    return useless.compactMap { rule in
      if !known.contains(rule) { return .unknownRule(rule) }
      return isComplete && active.contains(rule) ? .unused(rule) : nil
    }
  }

  private func finding(
    _ complaint: Complaint, about suppression: Suppression, in file: ID<SourceFile>
  ) -> Finding {
    Finding(
      rule: Self.rule, severity: .warning, confidence: .high,
      location: SourceLocation(file: file, range: suppression.range), message: complaint.message,
      help: complaint.help, anchor: suppression.rules.joined(separator: ","))
  }

  private struct Use: Hashable {
    var suppression: Int
    var rule: String
  }
}

extension ByteRange {
  /// The last byte inside the range, or its start if it is empty.
  fileprivate var lastByte: UInt32 { end > start ? end - 1 : start }
}

/// What is wrong with a suppression, in words.
private enum Complaint {
  case unknownDirective(String)
  case noRules
  case noReason
  case unknownRule(String)
  case unused(String)

  var message: String {
    switch self {
    case .unknownDirective(let word): "unknown directive `stopleak: \(word)`"
    case .noRules: "a suppression that names no rule suppresses nothing"
    case .noReason: "a suppression without a reason suppresses nothing"
    case .unknownRule(let rule): "a suppression names `\(rule)`, which is not the id of a rule"
    case .unused(let rule): "the suppression of \(rule) suppresses nothing"
    }
  }

  var help: String {
    switch self {
    case .unknownDirective, .noRules: "write `stopleak: ignore[SL103] -- reason`"
    case .noReason: "write ` -- ` and the reason after the closing bracket"
    case .unknownRule: "`stopleak rules` lists the ids"
    case .unused(let rule): "take \(rule) out of the comment"
    }
  }
}
