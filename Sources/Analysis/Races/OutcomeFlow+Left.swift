import Basis
import IR
import Linking
import RuleBook

// What is left when the rows that are there are taken out of what is wanted:
//
//     missing = [name for name in names if name not in taken]
//     missing = names.filter((name) => !taken.has(name))
//     missing = names - taken
//     for row in rows: names.remove(row.name)
//
// Without rows that is all of it, with some nobody knows. Whoever inserts what is left, inserts
// what was not there a moment ago.

extension OutcomeFlow {
  /// What is left of something, or of a limit: something without rows.
  static let left = Evidence.flag(absent: true, present: nil)

  /// Whether an insert makes rows of what is left: it is given the list, or runs for its items.
  func insertsLeft(_ call: Call) -> Bool {
    if let receiver = call.receiver, self[receiver] == Self.left, isIteration(call) { return true }
    return call.arguments.contains { isGivenLeft($0.value) }
      || (call.receiver.map(isMadeOfLeft) ?? false)
  }

  /// `serializer = RowSerializer(data=missing, many=True)`, `serializer.save()`
  private func isMadeOfLeft(_ receiver: ID<Place>) -> Bool {
    view.facts.makers(of: receiver).contains { maker in
      guard case .call(let call) = view.facts.effect(maker) else { return false }
      let isSeveral = call.arguments.contains { argument in
        guard case .boolean(true) = view.facts.literal(of: argument.value) else { return false }
        return argument.label.map { words.severalOptions.contains(view.text($0)) } ?? false
      }
      return isSeveral && call.arguments.contains { isGivenLeft($0.value) }
    }
  }

  private func isGivenLeft(_ place: ID<Place>) -> Bool {
    isLeftList(place)
      || view.facts.makers(of: place).contains { maker in
        guard case .aggregate(let aggregate, _) = view.facts.effect(maker),
          aggregate.kind == .object
        else { return false }
        return aggregate.entries.contains { isLeftList($0.value) }
      }
  }

  /// Whether a value is a list of what is left, and no number of free places.
  private func isLeftList(_ place: ID<Place>) -> Bool {
    self[place] == Self.left
      && view.facts.makers(of: place).contains { maker in
        switch view.facts.effect(maker) {
        case .aggregate(let aggregate, _): aggregate.kind != .object
        case .call(let call): isSifted(by: call) || isIteration(call)
        default: false
        }
      }
  }

  /// Whether a call only looks at the items of a list: `slots.some(...)`, `slots.includes(slot)`.
  func isIteration(_ call: Call) -> Bool {
    guard let name = call.calleeName(view.facts).map(view.text) else { return false }
    return words.iteratingMethods.contains(name) || words.holdingMethods.contains(name)
  }

  /// Whether a call takes out of a list what the answer has: `slots.filter((slot) =>
  /// !taken.has(slot))`, `wanted.difference(taken)`.
  func isSifted(by call: Call) -> Bool {
    guard let name = call.calleeName(view.facts).map(view.text) else { return false }
    if words.differenceMethods.contains(name) {
      let taken = call.arguments.last.map { self[$0.value] == .answer } ?? false
      return taken && (call.arguments.count > 1 || call.receiver != nil)
    }
    guard words.siftingMethods.contains(name) else { return false }
    return call.arguments.contains { argument in
      view.facts.makers(of: argument.value).contains { maker in
        guard case .closure(let inner, _) = view.facts.effect(maker) else { return false }
        let id = view.context.program.id(of: inner, besides: view.id)
        return view.context.program[id].captures.contains { self[$0.outer] == .answer }
      }
    }
  }

  /// The list or set of the function's own that a call takes a part of the answer out of:
  /// `names.remove(row.name)`.
  func lessened(by call: Call) -> ID<Place>? {
    guard case .method(let name, let receiver) = call.callee,
      words.removingMethods.contains(view.text(name)),
      call.arguments.contains(where: { self[$0.value] != nil }),
      self[receiver] == nil || self[receiver] == Self.left,
      view.function.places[receiver].kind == .local
    else { return nil }
    return receiver
  }

  /// Whether a block is entered on a condition that the answer can make true or false.
  func isSifted(_ block: ID<Block>) -> Bool {
    view.function.blocks.ids.contains { other in
      guard
        case .branch(let condition, let then, let otherwise) = view.function.blocks[other]
          .terminator,
        then == block || otherwise == block, let subject = condition.subject,
        case .flag(let absent?, nil) = self[subject]
      else { return false }
      return (absent != condition.isNegated) == (then == block)
    }
  }
}
