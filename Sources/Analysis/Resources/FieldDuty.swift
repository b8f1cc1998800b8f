import Basis
import IR
import Linking
import RuleBook

/// Finds connections that an object takes for itself and that no code of the program gives back.
///
/// What is stored in a field is its class's duty. Whether the class does it is asked of the whole
/// program by the field's name alone: some load of that name that is released, entered, handed to
/// anybody or kept says that the duty may be done, and nothing is told. Only shared and counted
/// things are asked about, and not of objects that a module makes when it is imported, which live
/// as long as the process.
struct FieldDuty {
  let context: CheckContext
  /// Methods by which some model gives its resource back: `done`, `unprepare`.
  private let modelled: Set<Substring>

  init(context: CheckContext) {
    self.context = context
    modelled = Set(
      context.roles.index.resources.flatMap { spec in
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
    /// Fields that somebody gives back, keeps or hands on.
    var given: Set<Symbol> = []
    /// Fields that are entered in a `with` statement.
    var entered: Set<Symbol> = []
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
      let isEntered = uses.entered.contains(candidate.field)
      return !uses.given.contains(candidate.field) && !made.contains(candidate.type)
        && !(isEntered && candidate.acquisition.spec.context != .keeps)
    }
  }

  private func madeOnImport() -> Set<ID<ProgramClass>> {
    var result: Set<ID<ProgramClass>> = []
    let program = context.program
    for function in program.functions.ids
    where program.functions[function].function == Module.body {
      for operation in program.function(function).operations.ids {
        result.formUnion(program.targets(of: operation, in: function).constructed)
      }
    }
    return result
  }

  private func read(_ function: ID<ProgramFunction>, _ uses: inout Uses) {
    let body = context.program.function(function)
    var found: [(place: ID<Place>, fields: Set<Symbol>)] = []
    for operation in body.operations.values {
      switch operation.effect {
      case .load(let name, _, let into):
        if let fields = uses.fields[name] { found.append((into, fields)) }
      case .call(let call):
        guard case .method(let name, _) = call.callee, let fields = uses.fields[name] else {
          continue
        }
        found.append((call.result, fields))
      default: continue
      }
    }
    guard !found.isEmpty else { return }
    let facts = context.facts.facts(of: function)
    for (place, fields) in found { judge(place, fields, facts, &uses) }
  }

  /// What a function does with something that it loaded from a field.
  private func judge(
    _ place: ID<Place>, _ fields: Set<Symbol>, _ facts: FunctionFacts, _ uses: inout Uses
  ) {
    var seen: BitSet = [place.index]
    var pending = [place]
    while let next = pending.popLast() {
      for operation in facts.uses(of: next) {
        switch facts.effect(operation) {
        case .copy(_, let into), .await(_, let into):
          if seen.insert(into.index) { pending.append(into) }
        case .load(let name, _, _) where isRelease(name): uses.given.formUnion(fields)
        case .load, .compute: continue
        case .call(let call): judge(call, on: next, fields, &uses)
        default: uses.given.formUnion(fields)
        }
      }
      for block in facts.function.blocks.values {
        guard case .return(let value) = block.terminator, value == next else { continue }
        uses.fields[facts.function.name, default: []].formUnion(fields)
      }
    }
  }

  private func judge(
    _ call: Call, on place: ID<Place>, _ fields: Set<Symbol>, _ uses: inout Uses
  ) {
    guard case .method(let name, let receiver) = call.callee, receiver == place,
      !call.arguments.contains(where: { $0.value == place })
    else {
      uses.given.formUnion(fields)
      return
    }
    if call.isImplicit {
      uses.entered.formUnion(fields)
    } else if isRelease(name) {
      uses.given.formUnion(fields)
    }
  }

  private func isRelease(_ name: Symbol) -> Bool {
    let methods = context.roles.index.behaviour.releaseMethods
    let text = context.program.symbols[name]
    return modelled.contains(text[...]) || Verbs.speak(of: methods, in: text)
  }
}
