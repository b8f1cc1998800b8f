import Basis
import IR
import Linking

// What `self.find_user()` of a base class does, its subclasses say:
//
//     class Backend:                       class TokenBackend(Backend):
//         def login(self, name):               def find_user(self, name):
//             user = self.find_user(name)          return User.objects.get(name=name)
//         def find_user(self, name):
//             raise NotImplementedError

/// The methods of subclasses, by the classes that they extend.
struct OverridingMethods: Sendable {
  private var below: [ID<ProgramClass>: [Symbol: [ID<ProgramFunction>]]] = [:]
  private var bases: [ID<ProgramClass>: [ID<ProgramClass>]] = [:]
  /// By method of a subclass, the classes above that may call it.
  private var above: [ID<ProgramFunction>: [(type: ID<ProgramClass>, name: Symbol)]] = [:]

  init() {}

  init(_ context: CheckContext) {
    let program = context.program
    for type in program.classes.ids {
      let bases = Array(context.lineage(of: type).dropFirst())
      guard !bases.isEmpty else { continue }
      self.bases[type] = bases
      for member in program.type(type).members {
        let method = program.id(of: member.function, in: program.classes[type].module)
        for base in bases {
          below[base, default: [:]][member.name, default: []].append(method)
          above[method, default: []].append((base, member.name))
        }
      }
    }
  }

  /// The methods of subclasses that a call of a method can reach, and those of other bases that a
  /// stub of one base hides: `def update(self, row): ...` of a protocol.
  func methods(reachedBy call: Call, in view: RaceView) -> [ID<ProgramFunction>] {
    guard !bases.isEmpty, case .method(let name, let receiver) = call.callee else { return [] }
    var types: [ID<ProgramClass>] = []
    if receiver == view.function.receiver {
      types = EntityReader(context: view.context).owner(of: view.id).map { [$0] } ?? []
    } else {
      for case .object(let type) in view.context.program.values(of: receiver, in: view.id) {
        types.append(type)
      }
    }
    let program = view.context.program
    return types.flatMap { type -> [ID<ProgramFunction>] in
      let inherited = (bases[type] ?? []).flatMap { base in
        program.type(base).members.filter { $0.name == name }.map {
          program.id(of: $0.function, in: program.classes[base].module)
        }
      }
      return (below[type]?[name] ?? []) + inherited
    }
  }

  /// The functions that call a method by what a base class of its own has.
  func callers(of method: ID<ProgramFunction>, _ program: Program) -> [ID<ProgramFunction>] {
    (above[method] ?? []).flatMap { type, name -> [ID<ProgramFunction>] in
      let members = program.type(type).members.map {
        (name: $0.name, id: program.id(of: $0.function, in: program.classes[type].module))
      }
      let own = members.filter { $0.name == name }.map(\.id)
      let inherited = members.map(\.id).filter { member in
        let function = program[member]
        return function.operations.values.contains { operation in
          guard case .call(let call) = operation.effect,
            case .method(name, let receiver) = call.callee
          else { return false }
          return receiver == function.receiver
        }
      }
      return own.flatMap { program.callers(of: $0).map(\.function) } + inherited
    }
  }
}
