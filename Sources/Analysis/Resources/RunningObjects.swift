import Basis
import IR
import Linking
import RuleBook

// What a class has run from one method of its to another:
//
//     start() { this.timer = setInterval(() => this.poll(), 1000) }     what runs is in the field
//     stop() { clearInterval(this.timer) }                              and this ends it

/// Finds the methods by which objects of the program's classes end what they have run.
struct RunningObjects {
  let context: CheckContext

  private var program: Program { context.program }

  /// The methods by which an object ends what it runs.
  struct Ends {
    var names: Set<Symbol> = []
    var methods: [ID<ProgramFunction>] = []
  }

  /// The methods of a class that end what one of its methods has run.
  func ends(of type: ID<ProgramClass>, startedBy method: ID<ProgramFunction>) -> Ends {
    let lineage = context.lineage(of: type)
    let running = fields(startedBy: method, lineage, depth: 2)
    var result = Ends()
    guard !running.isEmpty else { return result }
    for parent in lineage {
      let module = program.classes[parent].module
      for member in program.type(parent).members
      where !member.isStatic && context.words[member.name].contains(.stopping) {
        let end = program.id(of: member.function, in: module)
        // What starts the same again goes on by itself: a change of state, and whoever asks for one.
        guard end != method, ends(running, in: end, depth: 2),
          fields(startedBy: end, lineage, depth: 2).isDisjoint(with: running)
        else { continue }
        result.names.insert(member.name)
        result.methods.append(end)
      }
    }
    return result
  }

  // MARK: What starts

  /// The fields of its object in which a method leaves something that runs.
  private func fields(
    startedBy method: ID<ProgramFunction>, _ lineage: [ID<ProgramClass>], depth: Int
  ) -> Set<Symbol> {
    let facts = context.facts.facts(of: method)
    guard let receiver = facts.function.receiver else { return [] }
    var result: Set<Symbol> = []
    for operation in facts.function.operations.ids {
      switch facts.effect(operation) {
      case .store(let value, receiver, let field):
        if facts.makers(of: value).contains(where: { isRunning($0, facts, method) }) {
          result.insert(field)
        }
      case .call(let call):
        guard case .method(let name, let object) = call.callee else { continue }
        if object == receiver, depth > 0 {
          for target in program.targets(of: operation, in: method).functions where target != method
          {
            result.formUnion(fields(startedBy: target, lineage, depth: depth - 1))
          }
        } else if context.words[name].contains(.starting), let field = field(of: object, facts),
          holdsRunning(field, lineage)
        {
          result.insert(field)
        }
      default: continue
      }
    }
    return result
  }

  /// Whether a call gives what runs on until somebody ends it.
  private func isRunning(
    _ maker: ID<Operation>, _ facts: FunctionFacts, _ function: ID<ProgramFunction>
  ) -> Bool {
    guard case .call(let call) = facts.effect(maker) else { return false }
    let names = program.targets(of: maker, in: function).names
    if names.contains(where: context.roles.index.behaviour.runningMakers.contains) { return true }
    return context.roles.roles(of: call, at: maker, in: function).contains { role in
      guard case .acquire(let resource, _) = role else { return false }
      let kinds: [ResourceSpec.Kind] = [
        .connection, .session, .client, .socket, .process, .timer, .subscription,
      ]
      return kinds.contains(context.roles.index.resources[resource].kind)
    }
  }

  /// Whether some method of a class puts into a field what runs once it is started.
  private func holdsRunning(_ field: Symbol, _ lineage: [ID<ProgramClass>]) -> Bool {
    lineage.contains { type in
      let module = program.classes[type].module
      return program.type(type).members.contains { member in
        let method = program.id(of: member.function, in: module)
        let facts = context.facts.facts(of: method)
        return facts.function.operations.values.contains { operation in
          guard case .store(let value, let object, field) = operation.effect,
            object == facts.function.receiver
          else { return false }
          return facts.makers(of: value).contains { isRunning($0, facts, method) }
        }
      }
    }
  }

  // MARK: What ends

  /// Whether a method ends what one of some fields of its object holds, itself or by another method.
  private func ends(
    _ fields: Set<Symbol>, in method: ID<ProgramFunction>, depth: Int
  ) -> Bool {
    let facts = context.facts.facts(of: method)
    return facts.function.operations.ids.contains { operation in
      guard case .call(let call) = facts.effect(operation), let name = facts.name(of: call) else {
        return false
      }
      if case .method(_, let object) = call.callee, object == facts.function.receiver, depth > 0 {
        return program.targets(of: operation, in: method).functions.contains { target in
          target != method && ends(fields, in: target, depth: depth - 1)
        }
      }
      guard context.words[name].contains(.stopping) else { return false }
      let given = (call.receiver.map { [$0] } ?? []) + call.arguments.map(\.value)
      return given.contains { self.field(of: $0, facts).map(fields.contains) ?? false }
    }
  }

  /// The field of a method's own object that a place was read from.
  private func field(of place: ID<Place>, _ facts: FunctionFacts) -> Symbol? {
    for maker in facts.makers(of: place) {
      if case .load(let field, let object, _) = facts.effect(maker),
        object == facts.function.receiver
      {
        return field
      }
    }
    return nil
  }
}
