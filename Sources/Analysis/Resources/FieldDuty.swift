import Basis
import IR
import Linking
import RuleBook

/// Finds connections that an object takes for itself and that no code of the program gives back.
///
/// What is stored in a field is its class's duty. Whether the class does it is asked of the whole
/// program by the field's name: some load of that name that is released, entered, handed to anybody
/// or kept says that the duty may be done, and nothing is told. What methods load from their own
/// object speaks for their class and its relatives only. Only shared and counted
/// things are asked about, and not of objects that a module makes when it is imported, which live
/// as long as the process.
struct FieldDuty {
  let context: CheckContext
  /// Methods by which some model gives its resource back: `done`, `unprepare`.
  private let modelled: Set<Substring>

  init(context: CheckContext) {
    self.context = context
    modelled = Set(
      context.roles.index.resources.filter { $0.kind != .transaction }.flatMap { spec in
        spec.release.compactMap { pattern in
          pattern.call.callee.split(separator: "#").last?.split(separator: ".").last
        }
      })
  }

  /// An acquisition that a method stores in a field of its object.
  struct Candidate {
    var function: ID<ProgramFunction>
    var acquisition: Acquisition
    var field: Symbol
    var type: ID<ProgramClass>
  }

  /// What is known of the members that a name stands for.
  private struct Uses {
    /// Names of fields, and of the members that give what is in them, with the field.
    var fields: [Symbol: Set<Symbol>] = [:]
    /// Fields that somebody gives back, keeps or hands on, with whose they are; nil is anybody's.
    var given: [Symbol: Set<ID<ProgramClass>?>] = [:]
    /// Fields that are entered in a `with` statement, with whose they are.
    var entered: [Symbol: Set<ID<ProgramClass>?>] = [:]

    mutating func give(_ fields: Set<Symbol>, of owner: ID<ProgramClass>?) {
      for field in fields { given[field, default: []].insert(owner) }
    }

    mutating func enter(_ fields: Set<Symbol>, of owner: ID<ProgramClass>?) {
      for field in fields { entered[field, default: []].insert(owner) }
    }
  }

  /// A place that holds what was loaded from fields, and the class whose method did so of itself.
  private struct Loaded {
    var place: ID<Place>
    var fields: Set<Symbol>
    var owner: ID<ProgramClass>?
  }

  /// The candidates whose field nobody gives back.
  func forgotten(among candidates: [Candidate]) -> [Candidate] {
    guard !candidates.isEmpty else { return [] }
    var uses = Uses()
    for candidate in candidates { uses.fields[candidate.field] = [candidate.field] }
    // A property that gives the field, and one that gives that property: deeper is not written.
    for _ in 0..<3 {
      let known = uses.fields
      for function in context.program.functions.ids { read(function, &uses) }
      if uses.fields == known { break }
    }
    let made = madeOnImport()
    return candidates.filter { candidate in
      let isEntered = concerns(candidate.type, uses.entered[candidate.field])
      return !concerns(candidate.type, uses.given[candidate.field])
        && !made.contains(candidate.type)
        && !(isEntered && candidate.acquisition.spec.context != .keeps)
    }
  }

  /// Whether what is done with a field of some classes may be done with that of a class.
  private func concerns(
    _ type: ID<ProgramClass>, _ owners: Set<ID<ProgramClass>?>?
  ) -> Bool {
    guard let owners, !owners.isEmpty else { return false }
    if owners.contains(nil) { return true }
    return context.program.classes.ids.contains { heir in
      let family = context.lineage(of: heir)
      return family.contains(type) && owners.contains { $0.map(family.contains) ?? true }
    }
  }

  private func madeOnImport() -> Set<ID<ProgramClass>> {
    var result: Set<ID<ProgramClass>> = []
    let program = context.program
    for function in program.functions.ids
    where program.functions[function].function == Module.body {
      for operation in program[function].operations.ids {
        result.formUnion(program.targets(of: operation, in: function).constructed)
      }
    }
    return result
  }

  private func read(_ function: ID<ProgramFunction>, _ uses: inout Uses) {
    let body = context.program[function]
    var found: [Loaded] = []
    let owner = body.owner.map {
      context.program.id(of: $0, in: context.program.functions[function].module)
    }
    for operation in body.operations.values {
      switch operation.effect {
      case .load(let name, let object, let into):
        guard let fields = uses.fields[name] else { continue }
        let isOwn = object == body.receiver && fields == [name]
        if fields == [name], isOfLibrary(object, in: function) { continue }
        found.append(Loaded(place: into, fields: fields, owner: isOwn ? owner : nil))
      case .call(let call):
        guard case .method(let name, _) = call.callee, let fields = uses.fields[name] else {
          continue
        }
        found.append(Loaded(place: call.result, fields: fields))
      default: continue
      }
    }
    guard !found.isEmpty else { return }
    let facts = context.facts.facts(of: function)
    for loaded in found { judge(loaded, facts, &uses) }
  }

  /// Whether an object is surely no class's of the program: `db.session` of a library's `db`.
  private func isOfLibrary(_ object: ID<Place>, in function: ID<ProgramFunction>) -> Bool {
    let values = context.program.values(of: object, in: function)
    return !values.isEmpty
      && values.allSatisfy { value in
        switch value {
        case .external, .instance: true
        case .function, .classObject, .object, .module, .aggregate, .unread: false
        }
      }
  }

  /// What a function does with something that it loaded from a field.
  private func judge(_ loaded: Loaded, _ facts: FunctionFacts, _ uses: inout Uses) {
    var seen: BitSet = [loaded.place.index]
    var pending = [loaded.place]
    while let next = pending.popLast() {
      for operation in facts.uses(of: next) {
        switch facts.effect(operation) {
        case .copy(_, let into), .await(_, let into):
          if seen.insert(into.index) { pending.append(into) }
        case .load(let name, _, _) where isRelease(name):
          uses.give(loaded.fields, of: loaded.owner)
        case .load, .compute: continue
        case .call(let call): judge(call, on: next, loaded, &uses)
        default: uses.give(loaded.fields, of: loaded.owner)
        }
      }
      for block in facts.function.blocks.values {
        guard case .return(let value) = block.terminator, value == next else { continue }
        uses.fields[facts.function.name, default: []].formUnion(loaded.fields)
      }
    }
  }

  private func judge(
    _ call: Call, on place: ID<Place>, _ loaded: Loaded, _ uses: inout Uses
  ) {
    guard case .method(let name, let receiver) = call.callee, receiver == place,
      !call.arguments.contains(where: { $0.value == place })
    else {
      uses.give(loaded.fields, of: loaded.owner)
      return
    }
    if call.isImplicit {
      uses.enter(loaded.fields, of: loaded.owner)
    } else if isRelease(name) {
      uses.give(loaded.fields, of: loaded.owner)
    }
  }

  private func isRelease(_ name: Symbol) -> Bool {
    let methods = context.roles.index.behaviour.releaseMethods
    let text = context.program.symbols[name]
    return modelled.contains(text[...]) || Verbs.speak(of: methods, in: text)
  }
}
