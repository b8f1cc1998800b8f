import Basis
import IR

// What was found, as the checks see it: in an order that does not tell when a file was read.

extension Propagation {
  func program() -> Program { Program(self) }

  /// The values of all nodes, in order, without those that only linking understands.
  var settledValues: [[Value]] {
    let order = ValueOrder(names: names, aggregates: aggregates)
    return values.map { values in
      if values.count < 2, values.first?.isUnread != true { return values }
      return values.filter { !$0.isUnread }.sorted { order.precedes($0, $1) }
    }
  }

  /// By node: the files that were not read and define what it can hold.
  var unreadNodes: [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for (node, values) in values.enumerated() where values.contains(where: \.isUnread) {
      result[node] = values.compactMap { if case .unread(let file) = $0 { file } else { nil } }
    }
    return result
  }

  var settledTargets: [CallTargets] {
    callTargets.map { targets in
      guard targets.functions.count > 1 || targets.constructed.count > 1 else { return targets }
      var settled = targets
      settled.functions.sort()
      settled.constructed.sort()
      return settled
    }
  }

  /// By function: the calls that reach it, in the order of the program.
  var callerLists: [[CallSite]] {
    var callers = [[CallSite]](repeating: [], count: functions.count)
    for function in functions.ids {
      for (operation, position) in targets[function.index].enumerated() where position >= 0 {
        for target in callTargets[Int(position)].functions {
          callers[target.index].append(CallSite(function: function, operation: ID(operation)))
        }
      }
    }
    return callers
  }

  /// By name that some call reaches: its spellings in the types that its type extends.
  var calledSpellings: [ID<Name>: [String]] {
    var result: [ID<Name>: [String]] = [:]
    for name in callTargets.lazy.flatMap(\.externals) where result[name] == nil {
      let known = name.index < nameFacts.count ? nameFacts[name.index] : nil
      result[name] = known?.spellings ?? [names.text(of: name)]
    }
    return result
  }
}

/// Orders the values of a node: the program's own before those of libraries.
private final class ValueOrder {
  private let names: NameTable
  private let aggregates: Table<ProgramAggregate>

  init(names: NameTable, aggregates: Table<ProgramAggregate>) {
    self.names = names
    self.aggregates = aggregates
  }

  func precedes(_ left: Value, _ right: Value) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    switch (left, right) {
    case (.external(let first), .external(let second)),
      (.instance(let first), .instance(let second)):
      return names.text(of: first) < names.text(of: second)
    case (.aggregate(let first), .aggregate(let second)):
      let (one, other) = (aggregates[first], aggregates[second])
      return (one.function, one.operation) < (other.function, other.operation)
    default: return left.number < right.number
    }
  }
}

extension Value {
  /// What is surest comes first.
  fileprivate var rank: Int {
    switch self {
    case .function: 0
    case .classObject: 1
    case .object: 2
    case .aggregate: 3
    case .module: 4
    case .instance: 5
    case .external: 6
    case .unread: 7
    }
  }

  fileprivate var number: UInt32 {
    switch self {
    case .function(let id): id.rawValue
    case .classObject(let id), .object(let id): id.rawValue
    case .aggregate(let id): id.rawValue
    case .module(let id): id.rawValue
    case .instance(let id), .external(let id): id.rawValue
    case .unread(let file): UInt32(file)
    }
  }
}
