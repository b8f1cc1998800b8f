package import Basis

/// Checks what every function must satisfy; the answer is empty for a sound one.
///
/// Ours are the mistakes it finds, never the analysed source's.
package struct IRVerifier {
  private let function: Function
  private var faults: [String] = []

  /// What is wrong with the module, one sentence a fault.
  package static func faults(in module: Module) -> [String] {
    module.functions.ids.flatMap { id -> [String] in
      var verifier = IRVerifier(function: module.functions[id])
      verifier.check(in: module)
      let name = module.symbols[module.functions[id].name]
      return verifier.faults.map { "\(name): \($0)" }
    }
  }

  private init(function: Function) { self.function = function }

  private mutating func check(in module: Module) {
    checkBlocks()
    for block in function.blocks.ids {
      for operation in function.operations(of: block) { check(function.operations[operation]) }
    }
    checkTemporaries()
    if let parent = function.parent, parent.index >= module.functions.count {
      faults.append("the enclosing function does not exist")
    }
    for capture in function.captures where function.places[capture.inner].kind.outer == nil {
      faults.append("a capture's place is not captured")
    }
  }

  private mutating func checkBlocks() {
    let count = function.blocks.count
    var next: UInt32 = 0
    for block in function.blocks.ids where !isExit(block) {
      let value = function.blocks[block]
      if value.operations.lowerBound != next { faults.append("\(block.index): operations overlap") }
      next = value.operations.upperBound
      if value.unwind.index >= count { faults.append("\(block.index): no such unwind target") }
      for successor in function.successors(of: block) where successor.index >= count {
        faults.append("\(block.index): no such successor")
      }
      if value.terminator == .unreachable { faults.append("\(block.index): not terminated") }
    }
  }

  private mutating func check(_ operation: Operation) {
    let places = operation.effect.reads + (operation.effect.result.map { [$0] } ?? [])
    for place in places where place.index >= function.places.count {
      faults.append("no such place \(place.index)")
    }
    if case .call = operation.effect, !operation.mayRaise {
      faults.append("a call that cannot raise")
    }
  }

  /// A temporary has an operation that defines it, wherever it is read.
  private mutating func checkTemporaries() {
    var defined = BitSet()
    for operation in function.operations.values {
      if let place = operation.effect.result { defined.insert(place.index) }
    }
    for operation in function.operations.values {
      for place in operation.effect.reads
      where function.places[place].isTemporary && !defined.contains(place.index) {
        faults.append("temporary \(place.index) is read and never defined")
      }
    }
  }

  private func isExit(_ block: ID<Block>) -> Bool {
    block == function.normalExit || block == function.exceptionalExit
  }
}

extension Place.Kind {
  /// The enclosing function's place, of a captured one.
  package var outer: ID<Place>? {
    if case .captured(let outer) = self { outer } else { nil }
  }
}
