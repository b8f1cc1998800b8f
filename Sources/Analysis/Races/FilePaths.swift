import Basis
import IR
import Linking
import RuleBook

// Whether two calls of one function speak of the same file.
//
//     if not os.path.exists(os.path.join(root, name)):      the same variables put together in
//         os.makedirs(os.path.join(root, name))             the same way
//
// Nobody writes a path twice in different words and means one file, so equal construction is what
// counts; what other files a link leads to is not asked.

/// Compares the values of a function as its text makes them.
struct FilePaths {
  let view: RaceView

  private var facts: FunctionFacts { view.facts }

  func areSame(_ first: ID<Place>, _ second: ID<Place>, depth: Int = 5) -> Bool {
    if view.paths[first] == view.paths[second] { return true }
    let origins = facts.origins(of: first)
    let others = facts.origins(of: second)
    if origins == others { return true }
    guard depth > 0, origins.count == 1, others.count == 1,
      let made = facts.definition(of: origins[0]), let remade = facts.definition(of: others[0])
    else { return false }
    return areSame(facts.effect(made), facts.effect(remade), depth: depth - 1)
  }

  private func areSame(_ first: Effect, _ second: Effect, depth: Int) -> Bool {
    switch (first, second) {
    case (.literal(let value, _), .literal(let other, _)): value == other
    case (.load(let field, let object, _), .load(let otherField, let other, _)):
      field == otherField && areSame(object, other, depth: depth)
    case (.loadElement(let object, let index, _), .loadElement(let other, let otherIndex, _)):
      areSame(object, other, depth: depth) && areSame(index, otherIndex, depth: depth)
    case (.compute(let symbol, let operands, _), .compute(let otherSymbol, let others, _)):
      symbol == otherSymbol && areSame(operands, others, depth: depth)
    case (.call(let call), .call(let other)):
      call.hasSameCallee(as: other, facts)
        && call.arguments.map(\.label) == other.arguments.map(\.label)
        && areSame(call.reads, other.reads, depth: depth)
    default: false
    }
  }

  private func areSame(_ first: [ID<Place>], _ second: [ID<Place>], depth: Int) -> Bool {
    first.count == second.count
      && zip(first, second).allSatisfy { areSame($0, $1, depth: depth) }
  }

  /// Whether a path lies where only this process looks, as some call that made it says.
  func isTemporary(_ place: ID<Place>) -> Bool {
    let names = view.context.roles.index.behaviour.temporaryPaths
    var seen = BitSet()
    var pending = [place]
    while let next = pending.popLast() {
      guard seen.insert(next.index), seen.count < 48 else { continue }
      for maker in facts.makers(of: next) {
        if case .call = facts.effect(maker) {
          let targets = view.context.program.targets(of: maker, in: view.id)
          if targets.names.contains(where: names.contains) { return true }
        }
        pending += facts.effect(maker).reads
      }
    }
    return false
  }
}

extension Call {
  /// Whether two calls call a method of one name, or a function that stands for itself.
  fileprivate func hasSameCallee(as other: Call, _ facts: FunctionFacts) -> Bool {
    switch (callee, other.callee) {
    case (.method(let name, _), .method(let otherName, _)): name == otherName
    case (.value(let place), .value(let otherPlace)):
      facts.name(of: place) == facts.name(of: otherPlace)
    case (.supermethod(let name), .supermethod(let otherName)): name == otherName
    default: false
    }
  }
}
