package import Basis
import IR
package import Linking

/// What the functions of each class store in its fields, and what the class's body does.
package struct FieldStores: Sendable {
  private var stores: [Key: [PlaceReference]] = [:]
  private var readers: [Key: [PlaceReference]] = [:]
  /// Class → itself and the classes of the project that it extends, nearest first.
  private var lineages: [ID<ProgramClass>: [ID<ProgramClass>]] = [:]

  private struct Key: Hashable {
    var type: ID<ProgramClass>
    var field: String
  }

  /// Reads every function of the program once.
  package init(facts: ProgramFacts) {
    let program = facts.program
    for function in program.functions.ids {
      let facts = facts.facts(of: function)
      if let receiver = Self.receiver(of: function, in: program) {
        let types = program.values(of: receiver, in: function).compactMap(\.projectClass)
        if !types.isEmpty { read(facts, function, receiver, types, program) }
      }
      readClasses(of: facts, function, program)
    }
    for type in program.classes.ids { lineages[type] = Self.lineage(of: type, in: program) }
  }

  private mutating func read(
    _ facts: FunctionFacts, _ function: ID<ProgramFunction>, _ receiver: ID<Place>,
    _ types: [ID<ProgramClass>], _ program: Program
  ) {
    for operation in facts.function.operations.values {
      switch operation.effect {
      case .store(let value, let object, let name) where object == receiver:
        for type in types { add(value, function, to: type, program.symbols[name], &stores) }
      case .load(let name, let object, _) where object == receiver:
        for type in types { add(receiver, function, to: type, program.symbols[name], &readers) }
      default: continue
      }
    }
  }

  /// The attributes that class bodies in a function give their classes.
  private mutating func readClasses(
    of facts: FunctionFacts, _ function: ID<ProgramFunction>, _ program: Program
  ) {
    var types: [ID<Place>: ID<ProgramClass>] = [:]
    for operation in facts.function.operations.values {
      switch operation.effect {
      case .makeClass(_, let into):
        types[into] = program.values(of: into, in: function).compactMap(\.projectClass).first
      case .store(let value, let object, let name):
        guard let type = types[object] else { continue }
        add(value, function, to: type, program.symbols[name], &stores)
      default: continue
      }
    }
  }

  private func add(
    _ place: ID<Place>, _ function: ID<ProgramFunction>, to type: ID<ProgramClass>,
    _ field: String, _ table: inout [Key: [PlaceReference]]
  ) {
    let reference = PlaceReference(function: function, place: place)
    let key = Key(type: type, field: field)
    if table[key]?.contains(reference) != true { table[key, default: []].append(reference) }
  }

  /// A class and those of the project that it extends, nearest first.
  func lineage(of type: ID<ProgramClass>) -> [ID<ProgramClass>] { lineages[type] ?? [] }

  /// The values that are stored in a field of a class's own objects.
  package subscript(own type: ID<ProgramClass>, field field: String) -> [PlaceReference] {
    stores[Key(type: type, field: field)] ?? []
  }

  /// The values that are stored in a field, by the class or those that it extends.
  package subscript(type: ID<ProgramClass>, field: String) -> [PlaceReference] {
    (lineages[type] ?? []).flatMap { stores[Key(type: $0, field: field)] ?? [] }
  }

  /// The receivers of the functions that read a field of a class.
  package func users(of type: ID<ProgramClass>, field: String) -> [PlaceReference] {
    (lineages[type] ?? []).flatMap { readers[Key(type: $0, field: field)] ?? [] }
  }

  /// `this` of a method, or as a function in it captures it.
  private static func receiver(
    of function: ID<ProgramFunction>, in program: Program
  ) -> ID<Place>? {
    if let receiver = program[function].receiver { return receiver }
    guard let parent = program[function].parent else { return nil }
    let outer = receiver(of: program.id(of: parent, besides: function), in: program)
    return program[function].captures.first { $0.outer == outer }?.inner
  }

  private static func lineage(
    of type: ID<ProgramClass>, in program: Program
  ) -> [ID<ProgramClass>] {
    var result = [type]
    var position = 0
    while position < result.count, result.count < 16 {
      let next = program.type(result[position])
      let parent = program.id(of: next.parent, in: program.classes[result[position]].module)
      for base in next.bases {
        for value in program.values(of: base, in: parent) {
          guard case .classObject(let id) = value, !result.contains(id) else { continue }
          result.append(id)
        }
      }
      position += 1
    }
    return result
  }
}
