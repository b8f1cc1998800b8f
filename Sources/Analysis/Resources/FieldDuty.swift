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
      context.roles.index.resources.filter { spec in
        spec.kind != .transaction && !spec.isOfSession
      }.flatMap { spec in
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
    /// Whether the class, or whoever makes its objects, shows that it must be given back.
    var isDue = true
    /// Whether the field holds a list or table of such.
    var isElement = false
  }

  /// A field that a name stands for: its own, or that of a class whose member of the name gives it.
  private struct Meant: Hashable {
    var field: Symbol
    var giver: ID<ProgramClass>?
  }

  /// What is known of the members that a name stands for.
  private struct Uses {
    /// Names of fields, and of the members that give what is in them, with the field.
    var fields: [Symbol: Set<Meant>] = [:]
    /// Fields that somebody gives back, keeps or hands on, with whose they are; nil is anybody's.
    var given: [Symbol: Set<ID<ProgramClass>?>] = [:]
    /// Fields that are entered in a `with` statement, with whose they are.
    var entered: [Symbol: Set<ID<ProgramClass>?>] = [:]
    /// Fields that somebody means to give back by a coroutine that nobody awaits.
    var unawaited: Set<Symbol> = []
    /// Fields that hold lists or tables of what must be given back.
    var lists: Set<Symbol> = []

    mutating func give(_ loaded: Loaded) {
      for item in loaded.meant { given[item.field, default: []].insert(loaded.owner ?? item.giver) }
    }

    mutating func enter(_ loaded: Loaded) {
      for item in loaded.meant {
        entered[item.field, default: []].insert(loaded.owner ?? item.giver)
      }
    }
  }

  /// A place that holds what was loaded from fields, and the class whose method did so of itself.
  private struct Loaded {
    var place: ID<Place>
    var meant: Set<Meant>
    var owner: ID<ProgramClass>?
  }

  /// The candidates whose field nobody gives back.
  func forgotten(among candidates: [Candidate]) -> [Candidate] {
    guard !candidates.isEmpty else { return [] }
    var uses = Uses()
    for candidate in candidates { uses.fields[candidate.field] = [Meant(field: candidate.field)] }
    uses.lists = Set(candidates.filter(\.isElement).map(\.field))
    // A property that gives the field, and one that gives that property: deeper is not written.
    for _ in 0..<3 {
      let known = uses.fields
      for function in context.program.functions.ids { read(function, &uses) }
      if uses.fields == known { break }
    }
    let made = madeOnImport()
    return candidates.filter { candidate in
      guard candidate.isDue || uses.unawaited.contains(candidate.field) else { return false }
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
        guard let meant = uses.fields[name] else { continue }
        let isField = meant == [Meant(field: name)]
        if isField, isOfLibrary(object, in: function) { continue }
        let isOwn = isField && object == body.receiver
        found.append(Loaded(place: into, meant: meant, owner: isOwn ? owner : nil))
      case .call(let call):
        guard case .method(let name, _) = call.callee, let meant = uses.fields[name] else {
          continue
        }
        found.append(Loaded(place: call.result, meant: meant))
      default: continue
      }
    }
    guard !found.isEmpty else { return }
    let facts = context.facts.facts(of: function)
    for loaded in found { judge(loaded, facts, in: function, &uses) }
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
  private func judge(
    _ loaded: Loaded, _ facts: FunctionFacts, in function: ID<ProgramFunction>, _ uses: inout Uses
  ) {
    var seen: BitSet = [loaded.place.index]
    var pending = [loaded.place]
    let isList = loaded.meant.contains { uses.lists.contains($0.field) }
    if isList {
      pending = elements(of: loaded, facts, &uses)
      for place in pending { seen.insert(place.index) }
    }
    while let next = pending.popLast() {
      for operation in facts.uses(of: next) {
        switch facts.effect(operation) {
        case .copy(_, let into), .await(_, let into):
          if seen.insert(into.index) { pending.append(into) }
        case .load(let name, _, _) where isRelease(name):
          uses.give(loaded)
        case .load, .compute: continue
        case .loadElement(next, _, _) where isList: continue
        case .call(let call):
          if UnawaitedReleases(context: context, function: function).isLeft(call, at: operation) {
            uses.unawaited.formUnion(loaded.meant.map(\.field))
          } else if call.receiver == next || !isLent(to: call, at: operation, in: function) {
            judge(call, on: next, loaded, &uses)
          }
        default: uses.give(loaded)
        }
      }
      for block in facts.function.blocks.values {
        guard case .return(let value) = block.terminator, value == next else { continue }
        for item in loaded.meant {
          uses.fields[facts.function.name, default: []].insert(
            Meant(field: item.field, giver: loaded.owner ?? item.giver))
        }
      }
    }
  }

  /// What a function takes out of a list or table that it loaded from a field, to do something with
  /// it; what is done with the whole, other than to put something in, may give all of it back.
  private func elements(
    of loaded: Loaded, _ facts: FunctionFacts, _ uses: inout Uses
  ) -> [ID<Place>] {
    var lists = [loaded.place]
    var seen: BitSet = [loaded.place.index]
    var result: [ID<Place>] = []
    while let list = lists.popLast() {
      for operation in facts.uses(of: list) {
        switch facts.effect(operation) {
        case .copy(_, let into):
          if seen.insert(into.index) { lists.append(into) }
        case .iterate(list, let into), .loadElement(list, _, let into): result.append(into)
        case .storeElement(let value, list, _) where value != list: continue
        case .load, .compute: continue
        case .call(let call):
          switch use(of: list, by: call, facts) {
          case .filled: continue
          case .taken: result.append(call.result)
          case .listed: if seen.insert(call.result.index) { lists.append(call.result) }
          case .other: uses.give(loaded)
          }
        default: uses.give(loaded)
        }
      }
    }
    // `for key, value in table.items()`
    var next = 0
    while next < result.count {
      for operation in facts.uses(of: result[next]) {
        switch facts.effect(operation) {
        case .loadElement(result[next], _, let into): result.append(into)
        case .load(let name, result[next], let into) where Int(context.program.symbols[name]) != nil:
          result.append(into)
        default: continue
        }
      }
      next += 1
    }
    return result
  }

  /// What a call does with a list or table.
  private enum ListUse { case filled, taken, listed, other }

  private func use(of list: ID<Place>, by call: Call, _ facts: FunctionFacts) -> ListUse {
    guard let symbol = facts.name(of: call) else { return .other }
    let behaviour = context.roles.index.behaviour
    let name = context.program.symbols[symbol]
    let isListing = behaviour.listingMethods.contains(name)
    if call.receiver != list { return isListing ? .listed : .other }
    if call.arguments.contains(where: { $0.value == list }) { return .other }
    if behaviour.keepMethods.contains(name) { return .filled }
    if isListing { return call.arguments.isEmpty ? .listed : .taken }
    return behaviour.elementMethods.contains(name) ? .taken : .other
  }

  /// Whether a library's function only works with what it is given: `helpers.bulk(self.client, rows)`.
  private func isLent(
    to call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> Bool {
    guard let name = context.facts.facts(of: function).name(of: call), !isRelease(name) else {
      return false
    }
    let behaviour = context.roles.index.behaviour
    // `loop.run_in_executor(self.workers, work)`
    if behaviour.executingMethods.contains(context.program.symbols[name]) { return true }
    let targets = context.program.targets(of: operation, in: function)
    guard targets.functions.isEmpty, targets.constructed.isEmpty, !targets.names.isEmpty else {
      return false
    }
    let words = Set(Verbs.words(of: context.program.symbols[name]))
    return !words.isDisjoint(with: behaviour.askingVerbs)
      && targets.names.allSatisfy { $0.contains(".") && !$0.hasPrefix("builtins.") }
  }

  private func judge(
    _ call: Call, on place: ID<Place>, _ loaded: Loaded, _ uses: inout Uses
  ) {
    guard case .method(let name, let receiver) = call.callee, receiver == place,
      !call.arguments.contains(where: { $0.value == place })
    else {
      uses.give(loaded)
      return
    }
    if call.isImplicit {
      uses.enter(loaded)
    } else if isRelease(name) {
      uses.give(loaded)
    }
  }

  private func isRelease(_ name: Symbol) -> Bool {
    let methods = context.roles.index.behaviour.releaseMethods
    let text = context.program.symbols[name]
    return modelled.contains(text[...]) || Verbs.speak(of: methods, in: text)
  }
}
