import Basis
import IR

// What calls reach, asked before the program is settled: it costs little, and tells of files that
// are better read before anything dear is done.

extension Propagation {
  /// A name's spellings in the types that its type extends.
  func spellings(of name: ID<Name>) -> [String] {
    let known = name.index < nameFacts.count ? nameFacts[name.index] : nil
    return known?.spellings ?? catalog.spellings(of: name, in: names)
  }

  /// The files that were not read and define what some functions call or give to calls: those that
  /// matter or reach a name that does, themselves or through so many others.
  func unreadBeside(
    _ matters: (FileFunction) -> Bool, _ names: (ID<Name>) -> Bool, depth: Int
  ) -> Set<Int> {
    var result: Set<Int> = []
    let holders = unreadHolding
    for function in reaching(matters, names, depth: depth) {
      result.formUnion(unreadCallees[function] ?? [])
      guard holders.contains(function.index) else { continue }
      for (position, target) in targets[function.index].enumerated() where target >= 0 {
        guard case .call(let call) = operations[function.index][ID(position)].effect else {
          continue
        }
        for argument in call.arguments {
          for case .unread(let file) in values[node(argument.value, of: function)] {
            result.insert(file.index)
          }
        }
      }
    }
    return result
  }

  /// The files that were not read and are imported by some files.
  func unreadImported(by asks: (_ file: Int) -> Bool) -> Set<Int> {
    Set(
      unreadSpeakers.filter { _, steps in
        steps.contains { asks(files[functions[stepFunctions[Int($0)]].module.index]) }
      }.keys)
  }

  /// The files that were not read and define what the functions of some files call, themselves or
  /// through so many others.
  func unreadBelow(_ asks: (_ file: Int) -> Bool, depth: Int) -> Set<Int> {
    var found = functions.values.map { asks(files[$0.module.index]) }
    for _ in 0..<depth {
      let before = found
      for (caller, callee) in callees where before[caller.index] { found[callee.index] = true }
    }
    return unreadCallees.reduce(into: []) { result, callees in
      if found[callees.key.index] { result.formUnion(callees.value) }
    }
  }

  /// The functions of which some place can hold something of a file that was not read.
  private var unreadHolding: BitSet {
    var result = BitSet()
    for node in unreadHolders.values.joined() {
      if let place = place(of: node) { result.insert(place.function.index) }
    }
    return result
  }

  private func reaching(
    _ matters: (FileFunction) -> Bool, _ names: (ID<Name>) -> Bool, depth: Int
  ) -> [ID<ProgramFunction>] {
    var found = functions.values.map { function in
      matters(FileFunction(file: files[function.module.index], function: function.function))
    }
    for (caller, name) in calledByFunction where names(name) { found[caller.index] = true }
    for _ in 0..<depth {
      let before = found
      for (caller, callee) in callees where before[callee.index] { found[caller.index] = true }
    }
    return functions.ids.filter { found[$0.index] }
  }
}
