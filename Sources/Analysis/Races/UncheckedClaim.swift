import Basis
import Findings
import IR
import Linking

// SL302 once more: what a row says of itself is looked at, and then changed, whatever it is by now.
//
//     const seat = await find(id)                      nobody has it, for two requests
//     if (seat.userId) throw new Taken()               free, for both
//     update({id}, {userId: user.id})                  the second has it, and the first was told so
//
// Only a check that sends others away is one, and only where two that both pass do harm: a column
// tells whose the row is, the state is one that a row comes to once (`used`, `sold`), or more
// happens than this write: another row is made, a number changes, money moves. Silent where the
// write asks for the column itself, and under the guards of SL302.
//
// The check can be the question itself: `find({state: 'free'})`, then `update({id}, {state: 'taken'})`.

/// A column that is looked at, and set without being asked for.
struct UncheckedClaim {
  var column: String
  var entity: String
  var site: RaceSite
  /// The condition that looks at it, or the question that asks for it.
  var check: RaceSite
  /// Whether the question itself asks for the state: `find({status: 'queued'})`.
  var isAsked = false
  /// What comes of it if two pass.
  var harm: Harm

  /// What two requests do that both pass.
  enum Harm {
    /// The second takes the row from the first.
    case shared
    /// Both do what may be done once.
    case repeated
    /// Both do something else as well.
    case effect(RaceSite)
    /// The state which the second sets replaces a final one.
    case reopened
    /// What another function sets in between is set back.
    case overwritten(StateWrite)
  }
}

// MARK: - Words

extension UncheckedClaim {
  func finding(in function: ID<ProgramFunction>, _ context: CheckContext) -> Finding {
    let looks = isAsked ? "asks for" : "looks at"
    let checked = TraceStep(
      role: .probed, location: check.location, message: "`\(check.text)` \(looks) `\(column)`")
    let changed = TraceStep(
      role: .called, location: site.location,
      message: "`\(column)` is set, whatever it is by now")
    var trace = [checked, changed]
    let pass = "two requests can both \(isAsked ? "get the row" : "pass"), "
    let consequence: String
    var isMinor = false
    switch harm {
    case .shared: consequence = pass + "and the second takes the row from the first."
    case .reopened:
      consequence = pass + "and a final state that the first sets is replaced by the second."
    case .repeated: consequence = pass + "and both do what may be done once."
    case .effect(let effect):
      consequence = pass + "and `\(effect.text)` happens twice."
      trace.append(
        TraceStep(
          role: .called, location: effect.location, message: "`\(effect.text)` happens for both"))
    case .overwritten(let write):
      let name = context.program.qualifiedName(of: write.function)
      isMinor = write.isMinor
      consequence = "`\(name)` can set it to `\(write.state)` in between, and that is lost."
      trace.insert(
        TraceStep(
          role: .related, location: write.site.location,
          message: "`\(name)` sets it to `\(write.state)` in between"), at: 1)
    }
    return Finding(
      rule: ReadModifyWrite.rule,
      severity: context.severity(
        ofRace: ReadModifyWrite.rule, atMost: isMinor ? .note : .error, on: entity, in: function),
      confidence: .medium, location: site.location,
      message:
        "`\(check.text)` \(looks) `\(column)` of `\(entity)` before, and this write does not ask "
        + "again: \(consequence)",
      help: "Put the condition on `\(column)` into the statement (`WHERE … AND \(column) …`) and "
        + "look at the number of rows that it changed, or lock the row when it is read.",
      resource: entity, function: context.program.qualifiedName(of: function),
      anchor: site.text, trace: trace)
  }
}
