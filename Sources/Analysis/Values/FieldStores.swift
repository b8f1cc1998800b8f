package import Basis
import IR
package import Linking

/// What the functions of each class store in its fields.
package struct FieldStores: Sendable {
  private var stores: [Key: [PlaceReference]] = [:]
  private var receivers: [Key: [PlaceReference]] = [:]

  private struct Key: Hashable {
    var type: ID<ProgramClass>
    var field: String
  }

  /// Reads every function of the program once.
  package init(facts: ProgramFacts) {
    let program = facts.program
    for function in program.functions.ids {
      let body = program.function(function)
      guard let receiver = Self.receiver(of: function, in: program) else { continue }
      let types = program.values(of: receiver, in: function).compactMap(\.projectClass)
      guard !types.isEmpty else { continue }
      for operation in body.operations.values {
        let (field, value): (Symbol, ID<Place>?)
        switch operation.effect {
        case .store(let stored, let object, let name) where object == receiver:
          (field, value) = (name, stored)
        case .load(let name, let object, _) where object == receiver: (field, value) = (name, nil)
        default: continue
        }
        for type in types {
          let key = Key(type: type, field: program.symbols[field])
          if let value {
            stores[key, default: []].append(PlaceReference(function: function, place: value))
          } else {
            let reference = PlaceReference(function: function, place: receiver)
            if receivers[key]?.contains(reference) != true {
              receivers[key, default: []].append(reference)
            }
          }
        }
      }
    }
  }

  /// The values that are stored in a field.
  package subscript(type: ID<ProgramClass>, field: String) -> [PlaceReference] {
    stores[Key(type: type, field: field)] ?? []
  }

  /// The receivers of the functions that read a field of a class.
  package func users(of type: ID<ProgramClass>, field: String) -> [PlaceReference] {
    receivers[Key(type: type, field: field)] ?? []
  }

  /// `this` of a method, or as a function in it captures it.
  private static func receiver(of function: ID<ProgramFunction>, in program: Program) -> ID<Place>?
  {
    let body = program.function(function)
    if let receiver = body.receiver { return receiver }
    guard let parent = body.parent else { return nil }
    let outer = receiver(of: program.id(of: parent, besides: function), in: program)
    return body.captures.first { $0.outer == outer }?.inner
  }
}
