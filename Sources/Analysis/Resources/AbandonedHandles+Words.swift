import Basis
import Findings
import IR
import Linking
import RuleBook

// How it is told that a handle was left open.

extension AbandonedHandles {
  func finding(_ abandoned: Abandoned) -> Finding {
    let context = view.context
    let location = context.location(of: abandoned.acquire, in: abandoned.holder)
    let noun = abandoned.noun.isEmpty ? "handle" : abandoned.noun
    let limit: Severity = abandoned.weight == .high ? .error : .warning
    let callee = context.facts.calleeText(of: abandoned.acquire, in: abandoned.holder)
    let subject = abandoned.name.map { "`\($0)`" } ?? "What `\(callee)` opens"
    let object = abandoned.name.map { "`\($0)`" } ?? "it"
    if abandoned.isKept { return kept(abandoned, subject, object, at: location) }
    return Finding(
      rule: "SL103", severity: context.severity(ofLeak: "SL103", atMost: limit, in: view.id),
      confidence: .medium, location: location,
      message: executor == nil
        ? "\(subject), the \(noun) of a pipe, stays open when its other end fails."
        : "\(subject), the promise's \(noun), stays open where the promise gives up.",
      help: executor == nil
        ? "Destroy \(object) on that error, or let `pipeline()` see to both."
        : "Close \(object) where the promise is rejected, or let `pipeline()` see to both ends.",
      resource: "", function: context.program.qualifiedName(of: view.id), anchor: callee,
      trace: [
        TraceStep(role: .acquired, location: location, message: "the \(noun) is opened here"),
        TraceStep(
          role: .leaked, location: abandoned.rejection,
          message: abandoned.isUnwatched
            ? "when what is piped here fails or is aborted, nobody ends the \(noun)"
            : executor == nil
              ? "of this error only the caller is told, and the \(noun) stays open"
              : "the promise gives up here, and the \(noun) stays open"),
      ])
  }

  /// A handle of a promise that was kept.
  private func kept(
    _ abandoned: Abandoned, _ subject: String, _ object: String, at location: SourceLocation
  ) -> Finding {
    let context = view.context
    let limit: Severity = abandoned.weight == .high ? .error : .warning
    return Finding(
      rule: "SL101", severity: context.severity(ofLeak: "SL101", atMost: limit, in: view.id),
      confidence: .medium, location: location,
      message: "\(subject), the promise's \(abandoned.noun), is never closed.",
      help: "Call `end()` on \(object) where the promise is resolved.",
      resource: "", function: context.program.qualifiedName(of: view.id),
      anchor: context.facts.calleeText(of: abandoned.acquire, in: abandoned.holder),
      trace: [
        TraceStep(
          role: .acquired, location: location, message: "the \(abandoned.noun) is opened here"),
        TraceStep(
          role: .leaked, location: abandoned.rejection,
          message: "the promise is resolved here, and nobody has the \(abandoned.noun) any more"),
      ])
  }
}
