import Basis
import Findings
import IR
import Linking
import RuleBook

/// Puts a race into words: the message, the help and the steps of the trace.
struct RaceMessage {
  let race: Race
  let context: CheckContext

  private var probe: Probe { race.probe }
  private var insertion: Insertion { race.insertion }

  func finding() -> Finding {
    let rule = race.key == nil ? "SL301" : "SL303"
    let isSmall = race.isMinor || race.key != nil && race.isRefused && !race.actsBefore
    let limit: Severity = isSmall ? .note : race.isForeign || insertion.isMark ? .warning : .error
    return Finding(
      rule: rule,
      severity: context.severity(
        ofRace: rule, atMost: limit, on: entityName,
        keyedBy: telling, in: race.inserting),
      confidence: confidence, location: insertion.site.location,
      message: race.key.map(violation) ?? message, help: race.key == nil ? help : handling,
      resource: entityName, function: context.program.qualifiedName(of: race.inserting),
      anchor: insertion.site.text, trace: trace)
  }

  /// Each helper in between is a place where something could have been misunderstood.
  private var confidence: Confidence {
    let isTold = probe.isTold || insertion.isTold
    return isTold || probe.path.count + insertion.path.count > 2 ? .medium : .high
  }

  private var entityName: String {
    if let entity = insertion.entity.entity ?? probe.entity.entity { return entity.name }
    let function = context.program[race.inserting]
    guard case .parameter(let index) = insertion.entity, insertion.path.isEmpty,
      let name = function.places[function.parameters[index].place].name
    else { return "row" }
    return context.program.symbols[name]
  }

  /// Where the row goes: into what it is a row of, or through what leads there.
  private var target: String {
    Entity.isLead(entityName) ? "through `\(entityName)`" : "into `\(entityName)`"
  }

  /// What the question is about.
  private var wanted: String {
    Entity.isLead(entityName) ? "row behind `\(entityName)`" : "`\(entityName)`"
  }

  /// Whether both write under the key that they asked by, and nothing refuses the second.
  private var isReplacing: Bool { probe.isByWholeKey && !insertion.refusal.isEmpty }

  /// The columns whose values tell rows apart.
  private var telling: [String] {
    // What a row holds is asked by that row: only the insert says what the column is called.
    if probe.isPart { return probe.columns.filter(insertion.row.alike.contains) }
    let telling = probe.columns.filter { !probe.flags.contains($0) }
    let varying = telling.filter { probe.constants[$0] == nil }
    let own = !varying.isEmpty ? varying : telling.isEmpty ? probe.columns : telling
    return owner + own
  }

  /// The column that says whose rows are asked for, if the question does not name it itself.
  private var owner: [String] {
    probe.owner.map { probe.columns.contains($0) ? [] : [$0] } ?? []
  }

  /// What is asked by, once for each name.
  private var columns: String {
    telling.prefix(4).map(Schema.Key.text).joined(separator: ", ")
  }

  // MARK: Words

  private var message: String {
    if insertion.asked != nil, insertion.operation == probe.operation {
      return "The statement asks `\(entityName)` and inserts into it, but not as one step: at the "
        + "default isolation level two of them both see no row and both insert.\(seeming)"
    }
    if insertion.isMark {
      return "Two requests can both find nothing at `\(probe.site.text)` and both come to "
        + "`\(insertion.site.text)`: each goes on as if it were the only one.\(seeming)"
    }
    if isReplacing {
      return "Two requests can both pass \(check) and both write to `\(entityName)`: "
        + "the second replaces what the first has written.\(seeming)"
    }
    let loss =
      race.isLimited
      ? "the limit can be exceeded by requests at once."
      : race.isForeign
        ? "nothing here makes the check and this insert one step. If the library that declares "
          + "`\(entityName)` makes it unique, the second insert fails instead."
        : "nothing makes the check and this insert one step."
    return "Two requests can both pass \(check) and both insert \(target): "
      + "\(loss)\(seeming)"
  }

  /// What is asked, in words: the call itself where it says so, as helpers' names do.
  private var check: String {
    if !probe.path.isEmpty || probe.isPart || probe.isHandler || probe.isTold {
      let asked = columns.isEmpty ? "" : " for the same \(columns)"
      return "the check at `\(probe.site.text)`\(asked)"
    }
    let keys = telling.prefix(4).map { "`\(Schema.Key.text($0))`" }
    let asked = keys.isEmpty ? "" : " by \(keys.joined(separator: ", "))"
    return race.isLimited
      ? "the limit on `\(entityName)`\(asked)"
      : "the check for an existing \(wanted)\(asked)"
  }

  /// What is said where the database keeps the second row out.
  private func violation(of key: Schema.Key) -> String {
    let unique = key.columns.map(Schema.Key.text).joined(separator: ", ")
    let loss =
      race.isRefused
      ? race.actsBefore
        ? "what stands between the check and this insert has run twice by then"
        : "the loser gets that error instead of the refusal"
      : "the loser gets that error instead of the other's row"
    let isUnique = key.isAssumed ? "looks like a join table, mostly unique" : "is unique"
    return
      "Two requests can both pass \(check). `\(entityName)` \(isUnique) "
      + "by \(unique), so the second insert fails, which nobody expects here: \(loss)."
  }

  private var handling: String {
    let next = race.isRefused ? "answer as the check does" : "read the row that is there"
    let fix = insertion.fix.isEmpty ? "" : ", or use \(insertion.fix)"
    // What a database refuses in a transaction, mostly ends all of it.
    let place = race.seeming?.kind == .transaction ? "around the transaction" : "at the insert"
    return "Handle the violation \(place) and \(next)\(fix)."
  }

  private var seeming: String {
    switch race.seeming?.kind {
    case .transaction:
      " The transaction does not help: at the default isolation level it does not see the other's row."
    case .mutex:
      " The lock of `\(race.seeming?.site.text ?? "")` holds in this process only."
    case .lock: " The lock ends with its transaction, which is committed before the insert."
    case .serializable, .conflictClause, nil: ""
    }
  }

  private var help: String {
    if insertion.isMark {
      return
        "Ask and set in one step, and look at what it answers: `add` of a cache, `SET … NX` of "
        + "Redis."
    }
    if race.isLimited {
      return "No unique key can say this: lock what the limit belongs to before counting "
        + "(`SELECT … FOR UPDATE` on its row), or let one statement count and insert."
    }
    if isReplacing {
      return "Let the write refuse a key that is there (\(insertion.refusal)), and answer the "
        + "refusal as the check does."
    }
    let unique = uniqueness ?? "Declare what must be unique in `\(entityName)`"
    let fix = insertion.fix.isEmpty ? "handle its violation at the insert" : "use \(insertion.fix)"
    return "\(unique) and \(fix), or take a lock that every writer takes before asking."
  }

  /// More columns than these are no key.
  private static let longestKey = 6

  /// The key that keeps the second row out, where the question tells all of it. What it compares with a
  /// constant that the row does not repeat only picks the rows among which the key holds.
  private var uniqueness: String? {
    if race.isLookedThrough { return nil }
    let asked = probe.isPart ? telling : owner + probe.columns
    let picking = asked.filter { column in
      probe.flags.contains(column)
        || probe.constants[column].map { $0 != insertion.row.constants[column] } ?? false
    }
    let key = asked.filter { !picking.contains($0) }
    guard !key.isEmpty, asked.count <= Self.longestKey, !asked.contains(where: isOfOther) else {
      return nil
    }
    let among = picking.map { "`\(Schema.Key.text($0))`" }.joined(separator: ", ")
    let unique =
      "Make (\(key.map(Schema.Key.text).joined(separator: ", "))) unique in `\(entityName)`"
    if picking.isEmpty { return unique }
    let pick = picking.count == 1 ? "picks" : "pick"
    return unique + " among the rows that \(among) \(pick) out here (a partial index)"
  }

  /// Whether a column is one of another row, to which a part of this one leads.
  private func isOfOther(_ column: String) -> Bool {
    let whole = Schema.Key.whole(column)
    if whole == column { return false }
    let leads = insertion.entity.entity.map { context.schema.isRelation(whole, of: $0) }
    return leads ?? false || !insertion.row.alike.union(insertion.row.fresh).contains(whole)
  }

  // MARK: Trace

  private var trace: [TraceStep] {
    var steps = [
      TraceStep(
        role: .probed, location: probe.site.location,
        message: insertion.isMark
          ? "`\(probe.site.text)` asks whether the key is set"
          : "`\(probe.site.text)` asks whether a \(Entity.isLead(entityName) ? "" : "row of ")\(wanted) is there"
      )
    ]
    steps += probe.path.map {
      TraceStep(role: .related, location: $0.location, message: "which `\($0.text)` answers")
    }
    if let seeming = race.seeming, seeming.kind == .mutex || seeming.kind == .lock {
      steps.append(
        TraceStep(
          role: .related, location: seeming.site.location,
          message: "the lock that `\(seeming.site.text)` takes"))
    }
    if let condition = race.deciding.condition {
      let outcome = context.words(
        for: condition, outcome: race.deciding.outcome, in: race.inserting)
      steps.append(
        TraceStep(
          role: .branch(taken: race.deciding.outcome),
          location: context.location(of: condition.range, in: race.inserting),
          message: "\(outcome) for two requests at once"))
    }
    steps.append(
      TraceStep(
        role: .called, location: insertion.site.location,
        message: insertion.isMark
          ? "each sets the key"
          : race.key == nil
            ? isReplacing
              ? "each writes to `\(entityName)`; the second replaces the first"
              : "each inserts its row \(target)"
            : "each inserts \(target); the second fails"))
    steps += insertion.path.map {
      TraceStep(role: .related, location: $0.location, message: "by `\($0.text)`")
    }
    steps += race.others.prefix(4).map {
      TraceStep(
        role: .related, location: $0.location, message: "`\($0.text)` depends on the same check")
    }
    return steps
  }
}
