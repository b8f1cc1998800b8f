import Basis
import IR
import Linking
import RuleBook

/// The states that a condition compares a column with, by their names.
struct ComparedStates {
  var names: Set<String>
  /// Whether who passes is in one of them, and not in any other.
  var isAdmitting: Bool

  /// Whether a row in a state does not pass.
  func refuses(_ state: String) -> Bool {
    names.contains(Self.plain(state)) != isAdmitting
  }

  /// A state without case and separators: `OrderState.InTransit` is `'in_transit'`.
  static func plain(_ state: String) -> String { ColumnWords.plain(state) }
}

/// Reads such conditions.
struct ComparedStateReader {
  let view: RaceView

  private var words: BehaviourSpec { view.context.roles.index.behaviour }

  /// A comparison of some value with states.
  struct Comparison {
    /// What may be the column.
    var operands: [ID<Place>]
    var names: Set<String>
    /// Whether the condition holds if the column is in one of the states.
    var isEqual: Bool
  }

  func comparison(in condition: Condition) -> Comparison? {
    guard let subject = condition.subject else { return nil }
    if case .equals(.string(let text)) = condition.test {
      return Comparison(
        operands: [subject], names: [ComparedStates.plain(view.text(text))],
        isEqual: !condition.isNegated)
    }
    guard condition.test == .truthy else { return nil }
    for maker in view.facts.makers(of: subject) {
      guard let found = comparison(by: maker, depth: 2) else { continue }
      return Comparison(
        operands: found.operands, names: found.names,
        isEqual: found.isEqual != condition.isNegated)
    }
    return nil
  }

  private func comparison(by maker: ID<Operation>, depth: Int) -> Comparison? {
    switch view.facts.effect(maker) {
    case .compute(.not, let operands, _):
      let inner = operands.flatMap { view.facts.makers(of: $0) }
      guard depth > 0, inner.count == 1, var found = comparison(by: inner[0], depth: depth - 1)
      else { return nil }
      found.isEqual.toggle()
      return found
    case .compute(let kind, let operands, _) where kind == .equal || kind == .notEqual:
      let names = operands.compactMap(view.stateName)
      guard names.count == 1 else { return nil }
      return Comparison(
        operands: operands, names: Set(names.map(ComparedStates.plain)), isEqual: kind == .equal)
    case .compute(.membership, let operands, _):
      return operands.count == 2 ? membership(of: [operands[0]], in: operands[1]) : nil
    // `['done', 'failed'].includes(job.state)`
    case .call(let call):
      guard case .method(let name, let list) = call.callee,
        words.holdingMethods.contains(view.text(name)), call.arguments.count == 1
      else { return nil }
      return membership(of: call.arguments.map(\.value), in: list)
    default: return nil
    }
  }

  private func membership(of operands: [ID<Place>], in list: ID<Place>) -> Comparison? {
    let names = states(in: list)
    return names.isEmpty ? nil : Comparison(operands: operands, names: names, isEqual: true)
  }

  /// The states in a list that stands here or in a constant; none where something else is in it.
  private func states(in list: ID<Place>) -> Set<String> {
    let here = PlaceReference(function: view.id, place: list)
    for origin in view.context.facts.origins(of: here, depth: 1) {
      let facts = view.context.facts.facts(of: origin.function)
      for maker in facts.makers(of: origin.place) {
        let items: [ID<Place>]
        switch facts.effect(maker) {
        case .aggregate(let aggregate, _) where aggregate.kind != .object:
          items = aggregate.entries.map(\.value)
        // `new Set([...])`
        case .call(let call) where call.arguments.count == 1:
          items = facts.makers(of: call.arguments[0].value).flatMap { inner -> [ID<Place>] in
            guard case .aggregate(let aggregate, _) = facts.effect(inner) else { return [] }
            return aggregate.entries.map(\.value)
          }
        default: continue
        }
        let names = items.compactMap { facts.stateName(of: $0, view.context.program.symbols) }
        if !names.isEmpty, names.count == items.count {
          return Set(names.map(ComparedStates.plain))
        }
      }
    }
    return []
  }
}

extension RaceView {
  /// Whether a value stands in the program's text: a constant, a member of an enumeration.
  func isState(_ place: ID<Place>) -> Bool {
    facts.literal(of: place) != nil || stateName(of: place) != nil
  }

  /// What a state is called: `'queued'`, `JobStatus.QUEUED`.
  func stateName(of place: ID<Place>) -> String? {
    facts.stateName(of: place, context.program.symbols)
  }
}

extension FunctionFacts {
  /// What a state is called: `'queued'`, `JobStatus.QUEUED`.
  func stateName(of place: ID<Place>, _ symbols: SymbolTable) -> String? {
    if case .string(let name) = literal(of: place) { return symbols[name] }
    for maker in makers(of: place) {
      guard case .load(let field, let object, _) = effect(maker) else { continue }
      let name = symbols[field]
      if name == "value", let member = stateName(of: object, symbols) { return member }
      let owner = self.name(of: object).map { symbols[$0] } ?? ""
      if ToldStep(name: owner).isClassName { return name }
    }
    return nil
  }
}
