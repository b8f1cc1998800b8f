import Basis
import Findings
import IR
import Linking
import RuleBook

/// Finds classes whose objects own a resource: the constructor takes it and stores it in a field,
/// and a method gives it back. Who makes such an object answers for that method being called.
struct OwnerFinder {
  let view: FunctionView

  /// A class that owns a resource.
  struct Owner {
    var constructor: ID<ProgramFunction>
    /// What a call of the class acquires; the site is filled in at the call.
    var acquisition: Acquisition
    /// The methods that give the field back.
    var releases: [ID<ProgramFunction>]
  }

  /// The class that owns what a method of it takes, when it is the constructor's duty from then on.
  func owner(of acquisition: Acquisition) -> Owner? {
    guard acquisition.evidence != .behaviour, acquisition.evidence != .siblings,
      acquisition.site != .entry, acquisition.spec.kind != .transaction,
      acquisition.spec.kind != .lock,
      acquisition.spec.weight != .low, isOfObject(acquisition),
      let (field, standIns) = slot(of: acquisition), let owner = view.function.owner
    else { return nil }
    let type = view.program.id(of: owner, in: view.program.functions[view.id].module)
    let members = view.program.methods(of: type)
    guard let constructor = members.first(where: isConstructor), takes(constructor),
      !givesItself(constructor)
    else { return nil }
    let releases = members.filter { $0 != view.id && givesBack(field, in: $0) }
    let names = releases.map { view.text(view.program[$0].name) }
    guard !releases.isEmpty, !names.contains("__del__") else { return nil }
    // What a constructor is given in its place is somebody else's, and only its caller knows.
    guard standIns.isEmpty || constructor == view.id else { return nil }
    var owned = acquisition
    owned.standIns = standIns
    owned.resource = nil
    owned.confidence = .medium
    owned.spec = ResourceSpec(
      id: "owner/\(acquisition.spec.id)", noun: view.text(view.program.type(type).name),
      kind: acquisition.spec.kind, weight: acquisition.spec.weight, type: acquisition.spec.type)
    owned.spec.isCollected = acquisition.spec.isCollected
    owned.spec.isClosedImplicitly = acquisition.isLatent
    let flow = ResourceFlow(acquisition: acquisition, view: view, summaries: Summaries())
    if flow.opensLate {
      owned.spec.opensLate = true
      owned.lazyField = field
    }
    return Owner(constructor: constructor, acquisition: owned, releases: releases)
  }

  /// Whether an object that has it in a field stands for it: not for what ends by itself, unless
  /// that is a connection, which is what such an object is made for.
  private func isOfObject(_ acquisition: Acquisition) -> Bool {
    guard acquisition.spec.isClosedImplicitly else { return true }
    return acquisition.isLatent
      && [.connection, .client, .socket, .session].contains(acquisition.spec.kind)
  }

  /// The field of the receiver that is given the handle, and nothing else but what the constructor was
  /// given in its place, if that is asked for: `self.client = client or Client()`.
  func field(of acquisition: Acquisition, orGiven: Bool = false) -> Symbol? {
    guard let (field, standIns) = slot(of: acquisition) else { return nil }
    return standIns.isEmpty || orGiven ? field : nil
  }

  /// The field of the receiver that is given the handle, and the constructor's parameters that it is given
  /// in its place where these are there.
  private func slot(of acquisition: Acquisition) -> (field: Symbol, standIns: [Int])? {
    guard let receiver = view.function.receiver else { return nil }
    // What a class holds lives as long as the process.
    if view.function.places[receiver].name.map(view.text) == "cls" { return nil }
    let aliases = view.forwardAliases(of: acquisition.handle)
    for operation in view.function.operations.values {
      guard case .store(let value, let object, let field) = operation.effect, object == receiver,
        aliases.contains(value.index)
      else { continue }
      let origins = view.facts.origins(of: acquisition.handle)
      let others = view.facts.origins(of: value).filter { !origins.contains($0) }
      if others.isEmpty || others.allSatisfy(isParameter) {
        let standIns = view.function.parameters.indices.filter {
          others.contains(view.function.parameters[$0].place)
        }
        return (field, standIns)
      }
    }
    return nil
  }

  private func isParameter(_ place: ID<Place>) -> Bool {
    if case .parameter = view.function.places[place].kind { true } else { false }
  }

  private func isConstructor(_ function: ID<ProgramFunction>) -> Bool {
    view.program[function].kind == .constructor
  }

  /// Whether the constructor is the method that takes the resource, or calls it on its object.
  private func takes(_ constructor: ID<ProgramFunction>) -> Bool {
    if constructor == view.id { return true }
    let function = view.program[constructor]
    return function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect,
        case .method(let name, let receiver) = call.callee
      else { return false }
      return receiver == function.receiver && name == view.function.name
    }
  }

  /// Whether a constructor gives its object, or a method of it, to somebody who may close it.
  private func givesItself(_ constructor: ID<ProgramFunction>) -> Bool {
    let function = view.program[constructor]
    guard let receiver = function.receiver else { return true }
    return registersItsEnd(constructor)
      || function.operations.values.contains { operation in
        guard case .call(let call) = operation.effect else { return false }
        return call.arguments.contains { $0.value == receiver }
      }
  }

  /// Whether a constructor gives a method that ends its object to somebody who calls it at the end:
  /// `atexit.register(self.close)`.
  func registersItsEnd(_ constructor: ID<ProgramFunction>) -> Bool {
    let facts = view.context.facts.facts(of: constructor)
    guard let receiver = facts.function.receiver else { return false }
    let methods = Set(
      facts.function.operations.values.compactMap { operation -> ID<Place>? in
        guard case .load(let name, receiver, let into) = operation.effect,
          view.context.roles.index.behaviour.releaseMethods.contains(view.text(name))
        else { return nil }
        return into
      })
    return facts.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect else { return false }
      return call.arguments.contains { methods.contains($0.value) }
    }
  }

  /// Whether a method gives a field of its object back, by verb.
  func givesBack(_ field: Symbol, in method: ID<ProgramFunction>) -> Bool {
    let facts = view.context.facts.facts(of: method)
    let behaviour = view.context.roles.index.behaviour
    func isField(_ place: ID<Place>) -> Bool {
      facts.origins(of: place).contains { origin in
        facts.definitions(of: origin).contains { definition in
          guard case .load(field, let object, _) = facts.effect(definition) else { return false }
          return object == facts.function.receiver
        }
      }
    }
    return facts.function.operations.values.contains { operation in
      // `close` may be a property that gives the field's own.
      if case .load(facts.function.name, let object, _) = operation.effect,
        behaviour.releaseMethods.contains(view.text(facts.function.name)), isField(object)
      {
        return true
      }
      guard case .call(let call) = operation.effect, let name = name(of: call, facts) else {
        return false
      }
      let isRelease = Verbs.speak(of: behaviour.releaseMethods, in: name)
      if let receiver = call.receiver, isRelease || call.isImplicit, isField(receiver) {
        return true
      }
      let isReturn = isRelease || behaviour.returnMethods.contains(name)
      return isReturn && call.arguments.contains { isField($0.value) }
    }
  }

  private func name(of call: Call, _ facts: FunctionFacts) -> String? {
    switch call.callee {
    case .method(let name, _), .supermethod(let name): view.text(name)
    case .value(let callee): facts.name(of: callee).map { view.text($0) }
    case .superconstructor: nil
    }
  }
}
