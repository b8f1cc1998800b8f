import Basis
import IR

// What was found, as the checks see it: nothing tells when a file was read. Modules, functions and
// classes are numbered in the order of their files, values and targets stand in an order of their
// own.

/// The numbers that do not depend on the order in which files were read.
struct Settling {
  private let propagation: Propagation
  /// Modules in the order of their files, by the numbers that propagation gave them.
  private let order: [ID<Module>]
  private var modules: [ID<Module>]
  private var functions: [ID<ProgramFunction>]
  private var classes: [ID<ProgramClass>]
  private(set) var layout = ProgramLayout()

  init(_ propagation: Propagation) {
    self.propagation = propagation
    order = propagation.modules.ids.sorted {
      propagation.files[$0.index] < propagation.files[$1.index]
    }
    modules = Array(repeating: ID(0), count: order.count)
    functions = Array(repeating: ID(0), count: propagation.functions.count)
    classes = Array(repeating: ID(0), count: propagation.classes.count)
    for (index, module) in order.enumerated() { number(module, as: ID(index)) }
  }

  private mutating func number(_ old: ID<Module>, as new: ID<Module>) {
    modules[old.index] = new
    let module = propagation.modules[old]
    layout.functionBase.append(layout.placeBase.count)
    layout.classBase.append(layout.classCount)
    for function in module.functions.ids {
      let known = propagation.id(of: function, in: old)
      functions[known.index] = ID(layout.placeBase.count)
      layout.placeBase.append(layout.placeCount)
      layout.placeCount += propagation.placeCounts[known.index]
    }
    for type in module.classes.ids {
      classes[propagation.id(of: type, in: old).index] = ID(layout.classCount)
      layout.classCount += 1
    }
  }

  // MARK: Tables

  var settledModules: Table<Module> { Table(order.map { propagation.modules[$0] }) }

  var files: [Int] { order.map { propagation.files[$0.index] } }

  var moduleOfFile: [ID<Module>?] {
    propagation.moduleOfFile.map { $0.map { modules[$0.index] } }
  }

  var settledFunctions: Table<ProgramFunction> {
    var result = Table<ProgramFunction>()
    for module in order {
      for function in propagation.modules[module].functions.ids {
        result.append(ProgramFunction(module: modules[module.index], function: function))
      }
    }
    return result
  }

  var settledClasses: Table<ProgramClass> {
    var result = Table<ProgramClass>()
    for module in order {
      for type in propagation.modules[module].classes.ids {
        result.append(ProgramClass(module: modules[module.index], type: type))
      }
    }
    return result
  }

  var aggregates: Table<ProgramAggregate> {
    Table(
      propagation.aggregates.values.map { site in
        ProgramAggregate(function: functions[site.function.index], operation: site.operation)
      })
  }

  // MARK: Values

  /// The values of all places and then of what functions return, without those that only linking
  /// understands.
  func values(_ aggregates: Table<ProgramAggregate>) -> ValueLists {
    let valueOrder = ValueOrder(names: propagation.names, aggregates: aggregates)
    var result = ValueLists(nodes: propagation.values.count)
    let all = order.flatMap { module in
      propagation.modules[module].functions.ids.map { propagation.id(of: $0, in: module) }
    }
    for function in all {
      let from = propagation.placeBase[function.index]
      for node in from..<from + propagation.placeCounts[function.index] {
        append(propagation.values[node], to: &result, valueOrder)
      }
    }
    for function in all {
      append(propagation.values[propagation.returns(of: function)], to: &result, valueOrder)
    }
    return result
  }

  private func append(_ values: ValueSet, to lists: inout ValueLists, _ order: ValueOrder) {
    switch values.count {
    case 0: lists.appendEmpty()
    case 1 where values[0].isOfLibrary: lists.append(values)
    default: lists.append(settle(values, order))
    }
  }

  private func settle(_ values: ValueSet, _ order: ValueOrder) -> [Value] {
    var settled: [Value] = []
    settled.reserveCapacity(values.count)
    for value in values where !value.isUnread && !isOfAnnotation(value) {
      settled.append(settle(value))
    }
    if settled.count > 1 { settled.sort { order.precedes($0, $1) } }
    let functions = settled.prefix { $0.sort == .function }.count
    if functions > Propagation.widest { settled.removeSubrange(Propagation.widest..<functions) }
    return settled
  }

  /// Whether a value only stands for what an annotation says is in a collection or given by a call: it
  /// has none of the methods that the collection has.
  private func isOfAnnotation(_ value: Value) -> Bool {
    guard case .object(let type) = value else { return false }
    return propagation.annotationClasses.contains(type.index)
  }

  private func settle(_ value: Value) -> Value {
    switch value {
    case .external, .instance, .aggregate, .unread: value
    case .function(let id): .function(functions[id.index])
    case .classObject(let id): .classObject(classes[id.index])
    case .object(let id): .object(classes[id.index])
    case .module(let id): .module(modules[id.index])
    }
  }

  /// By node: the files that were not read and define what it can hold, in the order found.
  var unreadNodes: [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for (file, nodes) in propagation.unreadHolders {
      for node in nodes {
        guard let place = propagation.place(of: node) else { continue }
        let settled = layout.placeBase[functions[place.function.index].index] + place.offset
        result[settled, default: []].append(file)
      }
    }
    return result.mapValues { $0.sorted() }
  }

  var unreadCallees: [ID<ProgramFunction>: Set<Int>] {
    Dictionary(
      uniqueKeysWithValues: propagation.unreadCallees.map { (functions[$0.key.index], $0.value) })
  }

  // MARK: Calls

  var calledNames: [(caller: ID<ProgramFunction>, name: ID<Name>)] {
    propagation.calledByFunction.map { (functions[$0.caller.index], $0.name) }
  }

  /// By function and operation: the position among the targets, or -1.
  var targets: [[Int32]] {
    var result: [[Int32]] = Array(repeating: [], count: functions.count)
    for (old, new) in functions.enumerated() { result[new.index] = propagation.targets[old] }
    return result
  }

  var callTargets: [CallTargets] {
    propagation.callTargets.map { reached in
      if let name = reached.onlyName, let shared = propagation.libraryTargets[name] {
        return shared
      }
      var settled = reached
      settled.functions = Array(
        reached.functions.map { functions[$0.index] }.sorted().prefix(Propagation.widest))
      settled.constructed = reached.constructed.map { classes[$0.index] }.sorted()
      return CallTargets(settled)
    }
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
  /// Whether its number is the same whenever files are read.
  fileprivate var isOfLibrary: Bool {
    switch self {
    case .external, .instance: true
    case .function, .classObject, .object, .module, .aggregate, .unread: false
    }
  }
}
