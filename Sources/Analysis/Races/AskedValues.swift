import Basis
import IR
import Linking
import RuleBook

// What a question compares its columns with, and what that says of the row which is made.
//
//     code = token_urlsafe(30)
//     if not find(code=code): save(code)             no other request asks for this code
//
//     known = find(team=team, name=name)
//     save(team=team, slug=f"{team}-{name}")         the same question, the same slug

/// Reads the values that a question is asked by.
struct AskedValues {
  let view: RaceView

  private static let longestChain = 8

  /// The values that a probe's call and those before it in its chain compare with.
  func values(of probe: Probe) -> [ID<Place>] {
    values(at: probe.operation, isHelper: !probe.path.isEmpty) + filtered(after: probe)
  }

  /// The values that a write's call and those before it in its chain compare with; what it writes
  /// is none of them.
  func values(of write: RowWrite) -> [ID<Place>] {
    let named = write.assignments.filter { $0.column != nil }.map(\.value)
    let data = Set((named + write.given.values).filter { $0.function == view.id }.map(\.place))
    return values(at: write.operation, isHelper: false).filter { !data.contains($0) }
  }

  private func values(at operation: ID<Operation>, isHelper: Bool) -> [ID<Place>] {
    var result: [ID<Place>] = []
    var operation: ID<Operation>? = operation
    for _ in 0..<Self.longestChain {
      guard let current = operation, case .call(let call) = view.facts.effect(current) else {
        break
      }
      for argument in call.arguments {
        let isGiven = argument.label != nil || isHelper
        result += compared(in: argument.value, isGiven: isGiven, depth: 5)
      }
      operation = call.receiver.flatMap { view.facts.makers(of: $0).first }
    }
    return result
  }

  /// What filters behind the probe in its chain compare with: `.select('*').eq('id', id)`.
  private func filtered(after probe: Probe) -> [ID<Place>] {
    let words = view.context.roles.index.behaviour
    guard probe.path.isEmpty, case .call(let call) = view.facts.effect(probe.operation) else {
      return []
    }
    return ColumnReader(view: view).laterCalls(of: call).flatMap { later -> [ID<Place>] in
      let name = later.calleeName(view.facts).map(view.text) ?? ""
      guard words.filteringMethods.contains(name) else { return [] }
      return later.arguments.flatMap {
        compared(in: $0.value, isGiven: $0.label != nil, depth: 5)
      }
    }
  }

  /// - Parameter isGiven: whether the value itself is what a column is compared with.
  private func compared(in place: ID<Place>, isGiven: Bool, depth: Int) -> [ID<Place>] {
    guard depth > 0 else { return [] }
    var result: [ID<Place>] = []
    let makers = view.facts.makers(of: place)
    // `get(User, email)`
    if makers.isEmpty { return isGiven || !isClass(place) ? [place] : [] }
    for maker in makers {
      switch view.facts.effect(maker) {
      case .load where !isColumn(place): return [place]
      case .aggregate(let aggregate, _):
        for entry in aggregate.entries {
          result += compared(in: entry.value, isGiven: entry.key != nil, depth: depth - 1)
        }
        return result
      case .compute(.equal, let operands, _): result += operands.filter { !isColumn($0) }
      case .call(let call) where !isGiven:
        for argument in call.arguments {
          let isValue =
            argument.label != nil || !isColumn(argument.value) && call.arguments.count > 1
          result += compared(in: argument.value, isGiven: isValue, depth: depth - 1)
        }
      default: continue
      }
    }
    return result.isEmpty && isGiven ? [place] : result
  }

  /// `User.email.is_(None)`: a condition, and no value.
  private func isAsked(_ place: ID<Place>) -> Bool {
    view.facts.makers(of: place).contains { maker in
      guard case .call(let call) = view.facts.effect(maker), let receiver = call.receiver else {
        return false
      }
      return isColumn(receiver)
    }
  }

  /// `User.email`, `users.email`: a member of what is no row.
  private func isColumn(_ place: ID<Place>) -> Bool {
    view.facts.makers(of: place).contains { maker in
      guard case .load(_, let object, _) = view.facts.effect(maker) else { return false }
      let isClass = view.context.program.values(of: object, in: view.id).contains { value in
        if case .classObject = value { true } else { false }
      }
      return isClass || self.isClass(object)
    }
  }

  private func isClass(_ place: ID<Place>) -> Bool {
    view.facts.name(of: place).map { ToldStep(name: view.text($0)).isClassName } ?? false
  }

  /// Whether nobody else asks for the same, because the value was made up here.
  func areFresh(of probe: Probe) -> Bool {
    var reader = InsertedRowReader(view: view, earlier: RaceEvents())
    reader.countsClocks = false
    return values(of: probe).contains {
      reader.isFresh(PlaceReference(function: view.id, place: $0))
    }
  }

  /// What the compared values are made of: parameters, variables of outside, members.
  func leaves(of probe: Probe) -> Set<Int> {
    values(of: probe).reduce(into: []) { $0.formUnion(leaves(of: $1)) }
  }

  /// What the values that a write finds its rows by are made of.
  func leaves(of write: RowWrite) -> Set<Int> {
    values(of: write).reduce(into: []) { $0.formUnion(leaves(of: $1)) }
  }

  /// Whether the alternatives of a question all compare with one and the same value:
  /// `or_(slug == text, name == text)`.
  func agree(_ alternatives: [ID<Place>]) -> Bool {
    guard alternatives.count > 1 else { return false }
    let leaves = alternatives.map { alternative in
      compared(in: alternative, isGiven: false, depth: 5).filter { !isAsked($0) }
        .reduce(into: Set<Int>()) { $0.formUnion(self.leaves(of: $1)) }
    }
    return !leaves[0].isEmpty && leaves.allSatisfy { $0 == leaves[0] }
  }

  /// What a value is made of, through texts, computations and calls.
  func leaves(of place: ID<Place>) -> Set<Int> {
    var result: Set<Int> = []
    var seen = BitSet()
    var pending = [place]
    while let next = pending.popLast() {
      guard seen.insert(next.index), seen.count < 48 else { continue }
      let makers = view.facts.makers(of: next)
      if makers.isEmpty { result.formUnion(view.facts.origins(of: next).map { view.paths[$0] }) }
      for maker in makers {
        switch view.facts.effect(maker) {
        case .literal: continue
        case .load(_, _, let into): result.insert(view.paths[into])
        case .call(let call):
          if let part = part(lookedUpBy: call) {
            result.insert(part)
            continue
          }
          pending += call.arguments.map(\.value)
          if case .method(_, let receiver) = call.callee { pending.append(receiver) }
        case let effect: pending += effect.reads
        }
      }
    }
    return result
  }

  /// A number for the element of a dictionary that a call looks up under a name: `data.get("id")`.
  private func part(lookedUpBy call: Call) -> Int? {
    guard case .method(let method, let receiver) = call.callee, view.text(method) == "get",
      let first = call.arguments.first, case .string(let name) = view.facts.literal(of: first.value)
    else { return nil }
    // Behind the numbers of all paths.
    return view.paths.field(name, of: receiver)
      ?? (view.paths[receiver] + 1) << 32 | Int(name.rawValue)
  }
}
