import Basis
import Findings
import IR
import Linking
import RuleBook

extension LeakMessage {
  /// The finding of what a function takes for its object while that may still hold the last one.
  static func overwritten(
    _ lost: OverwrittenSlots.Overwritten, _ context: CheckContext
  ) -> Finding {
    let text = context.facts.calleeText(of: lost.maker, in: lost.function)
    let slot = context.program.symbols[lost.name]
    let made = context.location(of: lost.maker, in: lost.function)
    let again = context.location(of: lost.again.operation, in: lost.again.function)
    let name = context.program.qualifiedName(of: lost.runner)
    return Finding(
      rule: "SL108",
      severity: context.severity(ofLeak: "SL108", atMost: .warning, in: lost.function),
      confidence: .medium, location: made,
      message: lost.isFilledBefore
        ? "`\(name)` overwrites `\(slot)`: the \(lost.noun) that it may hold stays open."
        : "`\(name)` runs again and overwrites `\(slot)`: the \(lost.noun) in it stays open.",
      help: "End what `\(slot)` holds before `\(text)` is called anew, or return if it is there.",
      resource: "", function: name, anchor: text,
      trace: [
        TraceStep(role: .acquired, location: made, message: "`\(text)` fills `\(slot)`"),
        TraceStep(
          role: .leaked, location: again,
          message: lost.isFilledBefore
            ? "what this puts into `\(slot)` nobody ends before"
            : "here it runs again, and nobody can end the \(lost.noun) before"),
      ])
  }
}
