import Basis
import IR
import Linking
import RuleBook

// Columns that hold whole documents: a list, a dictionary, a text of JSON.
//
//     prefs = deepcopy(user.prefs); prefs['theme'] = theme      a copy, changed
//     {...user.prefs, theme}                                    a copy and more
//     merge(user.prefs, patch), user.tags.filter(...)           made of it by a function
//
// Written back, it takes with it what another request has put in since it was read.

/// Tells values that are changed copies of what a column held.
struct Documents {
  let facts: FunctionFacts
  let context: CheckContext

  private var words: BehaviourSpec { context.roles.index.behaviour }
  private var symbols: SymbolTable { context.program.symbols }

  // MARK: Made of another

  /// What a call makes of a document that it is given.
  enum Making { case copy, change }

  /// Nil for calls that make something else.
  func making(_ call: Call) -> Making? {
    guard let name = call.calleeName(facts).map({ symbols[$0] }) else { return nil }
    let inputs = call.arguments.count + (call.receiver == nil ? 0 : 1)
    if inputs > 1, name.identifierWords.contains(where: words.mergingVerbs.contains) {
      return .change
    }
    return words.copyingCalls.contains(name) ? .copy : nil
  }

  /// What a made list or object has of another whole: what is spread into it, or iterated over.
  func parts(of aggregate: Aggregate, _ into: ID<Place>) -> [ID<Place>] {
    let isGrown = aggregate.entries.contains { $0.isSpread && $0.value == into }
    return aggregate.entries.filter { entry in
      isGrown ? entry.value != into : entry.isSpread
    }.map(\.value)
  }

  // MARK: Changed in place

  /// Whether the function changes something in what a place holds.
  func isChanged(_ place: ID<Place>, depth: Int = 2) -> Bool {
    facts.uses(of: place).contains { use in
      switch facts.effect(use) {
      case .storeElement(_, let object, _), .store(_, let object, _): return object == place
      case .call(let call):
        return call.receiver == place && changesReceiver(call)
      case .load(_, let object, let into), .loadElement(let object, _, let into):
        return depth > 0 && object == place && isChanged(into, depth: depth - 1)
      case .copy(_, let into):
        return depth > 0 && isChanged(into, depth: depth - 1)
      default: return false
      }
    }
  }

  /// Whether a call of this name changes the document that it is called on.
  func changesReceiver(_ call: Call) -> Bool {
    guard case .method(let name, _) = call.callee else { return false }
    return words.changingMethods.contains(symbols[name])
      && call.arguments.contains { $0.label == nil }
  }

  /// The column whose document an operation changes in place, and the object that has it:
  /// `user.prefs['theme'] = theme`, `check.meta.update(more)`.
  func changeInPlace(
    by operation: ID<Operation>
  ) -> (object: ID<Place>, column: Symbol, isList: Bool)? {
    var document: ID<Place>
    var isList = false
    switch facts.effect(operation) {
    case .storeElement(_, let object, _): document = object
    case .call(let call):
      guard case .method(let name, let receiver) = call.callee, changesReceiver(call) else {
        return nil
      }
      document = receiver
      isList = !words.mappingMethods.contains(symbols[name])
    default: return nil
    }
    for _ in 0..<3 {
      guard let maker = facts.makers(of: document).first else { return nil }
      switch facts.effect(maker) {
      case .loadElement(let object, _, _): document = object
      case .load(let field, let object, _):
        // `row.__dict__` is no column.
        return symbols[field].hasPrefix("__") ? nil : (object, field, isList)
      default: return nil
      }
    }
    return nil
  }
}
