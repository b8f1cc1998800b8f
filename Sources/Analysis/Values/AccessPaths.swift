package import Basis
package import IR

/// Numbers for places and for what is reached from them, so that two loads of `this.client` are one, and
/// two of `self.locks[name]`.
///
/// A named place's number is its own; a temporary that loads a field of a numbered thing, or the element
/// at a key that has one value, has the number of that path. What is assigned more than once has only its own.
package struct AccessPaths: Sendable {
  private var numbers: [Int]
  private var children: [Int: [Int]] = [:]
  private var known: [Path: Int] = [:]
  private var next: Int
  /// The numbers of what is asked several times.
  private(set) var repeated = BitSet()

  private struct Path: Hashable {
    var root: Int
    var step: Step
  }

  private enum Step: Hashable {
    case field(Symbol)
    /// The element at a key, which is a path itself.
    case element(Int)
  }

  /// - Parameter answers: results of questions that were asked before, with those of the first.
  package init(_ facts: FunctionFacts, answers: [ID<Place>: ID<Place>] = [:]) {
    let function = facts.function
    next = function.places.count
    numbers = Array(0..<next)
    for operation in function.operations.ids {
      let (object, step, into): (ID<Place>, Step, ID<Place>)
      switch facts.effect(operation) {
      case .load(let field, let loaded, let result):
        (object, step, into) = (loaded, .field(field), result)
      case .loadElement(let list, let key, let result):
        // A key that is assigned anew leads elsewhere.
        guard facts.definitions(of: key).count < 2 else { continue }
        (object, step, into) = (list, .element(numbers[key.index]), result)
      default: continue
      }
      guard function.places[into].isTemporary, facts.definition(of: into) != nil else { continue }
      numbers[into.index] = number(of: step, at: numbers[object.index])
    }
    for (answer, first) in answers {
      numbers[answer.index] = numbers[first.index]
      repeated.insert(numbers[first.index])
    }
  }

  /// The number of what a place holds.
  package subscript(place: ID<Place>) -> Int { numbers[place.index] }

  /// The number of a field of a place, if the function ever loads it.
  package func field(_ field: Symbol, of place: ID<Place>) -> Int? {
    known[Path(root: numbers[place.index], step: .field(field))]
  }

  /// The numbers of all paths that lead through `number`.
  package func below(_ number: Int) -> [Int] {
    (children[number] ?? []).flatMap { [$0] + below($0) }
  }

  private mutating func number(of step: Step, at root: Int) -> Int {
    let path = Path(root: root, step: step)
    if let number = known[path] { return number }
    let number = next
    next += 1
    known[path] = number
    children[root, default: []].append(number)
    return number
  }
}
