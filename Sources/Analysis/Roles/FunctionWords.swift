import Basis
import IR

/// What the names and texts of a function say by themselves, decided once a function.
///
/// Most functions are told by these alone to be of no interest, and every round of a preparation
/// asks again.
struct FunctionWords: OptionSet, Sendable {
  let rawValue: UInt16

  /// A call by a name that gives something back, or the end of a context manager's block.
  static let releasing = FunctionWords(rawValue: 1 << 0)
  /// The same, or a call of what is called like a releaser; and in a closure that is written here.
  static let givingBack = FunctionWords(rawValue: 1 << 1)
  static let closuresGiveBack = FunctionWords(rawValue: 1 << 2)
  /// A call whose name alone may take something.
  static let taking = FunctionWords(rawValue: 1 << 3)
  /// A call that takes something if anything here gives something back.
  static let acquiring = FunctionWords(rawValue: 1 << 4)
  /// A call by a verb of opening.
  static let opening = FunctionWords(rawValue: 1 << 5)
  /// A call that may give back what was taken here, or end a transaction.
  static let ending = FunctionWords(rawValue: 1 << 6)
  /// A name that may tell of a type.
  static let telling = FunctionWords(rawValue: 1 << 7)
  /// A call of a method of a type that any expression can be of.
  static let tellingOfAnything = FunctionWords(rawValue: 1 << 8)
  /// A call by the name of a method that pays.
  static let paying = FunctionWords(rawValue: 1 << 9)
  /// The name of a provider's event.
  static let ofEvents = FunctionWords(rawValue: 1 << 10)
  /// A call by the name of what lets promises race, or gives one a time limit.
  static let racing = FunctionWords(rawValue: 1 << 11)
  /// A call by the name of what runs the function that it is given.
  static let running = FunctionWords(rawValue: 1 << 12)
  /// A call by a verb of starting.
  static let starting = FunctionWords(rawValue: 1 << 13)
  /// A call by a verb of ending what runs.
  static let stopping = FunctionWords(rawValue: 1 << 14)
  /// A call by a name that says that somebody will be told of something.
  static let subscribing = FunctionWords(rawValue: 1 << 15)
}

extension FunctionWords {
  /// The words of all functions of a module, in order.
  static func all(in module: Module, _ words: SymbolWords) -> [FunctionWords] {
    var result = module.functions.values.map { $0.words(words) }
    // What a closure gives back it may do for three functions around it.
    var giving = result.map { $0.contains(.givingBack) }
    for _ in 0..<3 {
      let inner = giving
      for id in module.functions.ids {
        let closures = module.functions[id].operations.values.lazy.compactMap { operation in
          if case .closure(let nested, _) = operation.effect { nested } else { nil }
        }
        guard closures.contains(where: { inner[$0.index] }) else { continue }
        result[id.index].insert(.closuresGiveBack)
        giving[id.index] = true
      }
    }
    return result
  }
}

extension Function {
  fileprivate func words(_ known: SymbolWords) -> FunctionWords {
    // What a `with` block's scope ends after its yield it has taken, whatever that is called.
    var result: FunctionWords = isGenerator ? .acquiring : []
    for place in places.values {
      guard let name = place.name else { continue }
      if known[name].contains(.told) { result.insert(.telling) }
      if known[name].contains(.handle), place.kind == .local { result.insert(.acquiring) }
    }
    for operation in operations.values {
      switch operation.effect {
      case .call(let call): result.formUnion(words(of: call, known))
      case .load(let field, _, _): if known[field].contains(.told) { result.insert(.telling) }
      case .literal(.string(let text), _):
        if known[text].contains(.event) { result.insert(.ofEvents) }
      case .aggregate(let aggregate, _):
        for key in aggregate.entries.lazy.compactMap(\.key) where known[key].contains(.event) {
          result.insert(.ofEvents)
        }
      default: continue
      }
    }
    for block in blocks.values {
      guard case .branch(let condition, _, _) = block.terminator,
        case .equals(.string(let text)) = condition.test, known[text].contains(.event)
      else { continue }
      result.insert(.ofEvents)
    }
    return result
  }

  private func words(of call: Call, _ known: SymbolWords) -> FunctionWords {
    var result: FunctionWords = []
    switch call.callee {
    case .method(let name, _): result = words(ofMethod: known[name], call)
    case .value(let callee):
      let name = places[callee].name.map { known[$0] } ?? []
      if name.contains(.releaser) {
        result = call.isImplicit ? .givingBack : [.givingBack, .ending]
      }
      if name.contains(.race) { result.insert(.racing) }
      if name.contains(.stopping) { result.insert(.stopping) }
      if name.contains(.subscribing) { result.insert(.subscribing) }
      if name.contains(.running) { result.formUnion([.taking, .running]) }
      if !call.isImplicit { result.insert(.acquiring) }
    case .superconstructor, .supermethod: if !call.isImplicit { result.insert(.acquiring) }
    }
    if call.isConstruction { result.insert(.acquiring) }
    return result
  }

  private func words(ofMethod name: SymbolWord, _ call: Call) -> FunctionWords {
    var result: FunctionWords = []
    if call.isImplicit || name.contains(.releasing) { result.insert(.releasing) }
    if !name.isDisjoint(with: [.releasing, .releaser]) { result.insert(.givingBack) }
    if name.contains(.told) { result.insert(.telling) }
    if name.contains(.toldOfAnything) { result.insert(.tellingOfAnything) }
    if call.isImplicit { return result }
    if !name.isDisjoint(with: [.releasing, .releaser, .committing]) { result.insert(.ending) }
    if name.contains(.running) { result.insert(.running) }
    if !name.isDisjoint(with: [.telling, .paired, .running])
      || call.arguments.isEmpty && name.contains(.reading)
    {
      result.insert(.taking)
    }
    if name.contains(.acquiring) { result.insert(.acquiring) }
    if name.contains(.opening) { result.insert(.opening) }
    if name.contains(.starting) { result.insert(.starting) }
    if name.contains(.stopping) { result.insert(.stopping) }
    if name.contains(.subscribing) { result.insert(.subscribing) }
    if name.contains(.paying) { result.insert(.paying) }
    if name.contains(.race) { result.insert(.racing) }
    return result
  }
}
