package import Basis
package import IR

/// Numbers for places and for fields reached from them, so that two loads of `this.client` are one.
///
/// A named place's number is its own; a temporary that loads a field of a numbered thing has the
/// number of that path. What is assigned more than once has only its own.
package struct AccessPaths: Sendable {
  private var numbers: [Int]
  private var children: [Int: [Int]] = [:]
  private var known: [Path: Int] = [:]
  private var next: Int
  /// The numbers of what is asked several times.
  private(set) var repeated = BitSet()

  private struct Path: Hashable {
    var root: Int
    var field: Symbol
  }

  /// - Parameter answers: results of questions that were asked before, with those of the first.
  package init(_ facts: FunctionFacts, answers: [ID<Place>: ID<Place>] = [:]) {
    let function = facts.function
    next = function.places.count
    numbers = Array(0..<next)
    for operation in function.operations.ids {
      guard case .load(let field, let object, let into) = facts.effect(operation),
        function.places[into].isTemporary, facts.definition(of: into) != nil
      else { continue }
      numbers[into.index] = number(of: field, at: numbers[object.index])
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
    known[Path(root: numbers[place.index], field: field)]
  }

  /// The numbers of all paths that lead through `number`.
  package func below(_ number: Int) -> [Int] {
    (children[number] ?? []).flatMap { [$0] + below($0) }
  }

  private mutating func number(of field: Symbol, at root: Int) -> Int {
    let path = Path(root: root, field: field)
    if let number = known[path] { return number }
    let number = next
    next += 1
    known[path] = number
    children[root, default: []].append(number)
    return number
  }
}
