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
//
// What is called by an interface, the classes say that implement it; a name is enough, because the
// file of an interface holds nothing else and need not be read:
//
//     constructor(private users: UserStore)       class SQLUserStore implements UserStore

/// The methods of subclasses, by the classes that they extend.
struct OverridingMethods: Sendable {
  private var below: [ID<ProgramClass>: [Symbol: [ID<ProgramFunction>]]] = [:]
  private var bases: [ID<ProgramClass>: [ID<ProgramClass>]] = [:]
  /// By method of a subclass, the classes above that may call it.
  private var above: [ID<ProgramFunction>: [(type: ID<ProgramClass>, name: Symbol)]] = [:]
  /// By name of an interface, the classes that implement it.
  private var implementing: [Symbol: [ID<ProgramClass>]] = [:]
  /// By name of a method, the functions that call it by an interface.
  private var callersByShape: [Symbol: [ID<ProgramFunction>]] = [:]

  init() {}

  init(_ context: CheckContext) {
    let program = context.program
    for type in program.classes.ids {
      for shape in Self.shapes(of: type, context) { implementing[shape, default: []].append(type) }
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
    if !implementing.isEmpty { findCallers(context) }
  }

  /// The names of the interfaces that a class implements, and in JavaScript of what it extends: of
  /// methods that a class only declares to be there nothing else is known.
  private static func shapes(of type: ID<ProgramClass>, _ context: CheckContext) -> [Symbol] {
    let program = context.program
    let value = program.type(type)
    let parent = program.id(of: value.parent, in: program.classes[type].module)
    let bases = program.path(of: parent).hasSuffix(".py") ? [] : value.bases
    guard !value.shapes.isEmpty || !bases.isEmpty else { return [] }
    return (value.shapes + bases).compactMap(context.facts.facts(of: parent).name)
  }

  /// Notes who calls methods by interfaces.
  private mutating func findCallers(_ context: CheckContext) {
    let program = context.program
    let named = implementing.values.joined().flatMap { program.type($0).members.map(\.name.index) }
    let wanted = named.reduce(into: BitSet()) { $0.insert($1) }
    let all = Array(program.functions.ids)
    let found = context.workers.map(all) { [self] function -> [Symbol] in
      program[function].operations.values.compactMap { operation in
        guard case .call(let call) = operation.effect,
          case .method(let name, let receiver) = call.callee, wanted.contains(name.index),
          !classes(implementedBy: receiver, in: function, context).isEmpty
        else { return nil }
        return name
      }
    }
    for (function, names) in zip(all, found) {
      for name in names where callersByShape[name]?.last != function {
        callersByShape[name, default: []].append(function)
      }
    }
  }

  /// The classes that implement what a value is declared to be.
  private func classes(
    implementedBy place: ID<Place>, in function: ID<ProgramFunction>, _ context: CheckContext
  ) -> [ID<ProgramClass>] {
    guard !implementing.isEmpty else { return [] }
    let program = context.program
    let facts = context.facts.facts(of: function)
    var names: [Symbol] = []
    func add(_ type: TypeReference?, of outer: ID<ProgramFunction>) {
      for name in type?.names ?? [] {
        if let last = name.path.last ?? program[outer].places[name.root].name { names.append(last) }
      }
    }
    for case .object(let type) in program.values(of: place, in: function) {
      names.append(program.type(type).name)
    }
    for origin in facts.origins(of: place) {
      add(facts.function.annotations[origin], of: function)
      for maker in facts.makers(of: origin) {
        guard case .load(let field, let object, _) = facts.effect(maker),
          context.facts.isReceiver(object, in: function),
          let owner = EntityReader(context: context).owner(of: function)
        else { continue }
        let type = program.type(owner)
        let declared = type.fields.first { $0.name == field }?.type
        add(declared, of: program.id(of: type.parent, in: program.classes[owner].module))
      }
    }
    return names.flatMap { implementing[$0] ?? [] }
  }

  /// The methods of subclasses that a call of a method can reach, and those of other bases that a
  /// stub of one base hides: `def update(self, row): ...` of a protocol.
  func methods(reachedBy call: Call, in view: RaceView) -> [ID<ProgramFunction>] {
    guard case .method(let name, let receiver) = call.callee else { return [] }
    let program = view.context.program
    let implementers = classes(implementedBy: receiver, in: view.id, view.context)
    if !implementers.isEmpty {
      let found = implementers.compactMap { type in
        view.context.lineage(of: type).lazy.compactMap { type in
          program.type(type).members.first { $0.name == name }.map {
            program.id(of: $0.function, in: program.classes[type].module)
          }
        }.first
      }
      if !found.isEmpty { return found }
    }
    guard !bases.isEmpty else { return [] }
    var types: [ID<ProgramClass>] = []
    if receiver == view.function.receiver {
      types = EntityReader(context: view.context).owner(of: view.id).map { [$0] } ?? []
    } else {
      for case .object(let type) in view.context.program.values(of: receiver, in: view.id) {
        types.append(type)
      }
    }
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
    let shaped = program[method].owner == nil ? [] : callersByShape[program[method].name] ?? []
    return shaped
      + (above[method] ?? []).flatMap { type, name -> [ID<ProgramFunction>] in
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
