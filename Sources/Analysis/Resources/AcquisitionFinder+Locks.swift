import Basis
import IR
import Linking
import RuleBook

// A lock that a function takes from a field or a module and does not give back may be given back by
// somebody else: `open()` takes it and `close()` lets go. Where every function that lets go of a
// lock of that name has taken it itself, nobody does:
//
//     def run(self):
//         if not self._busy.acquire(blocking=False): raise AlreadyRunning
//         try: ...
//         finally: self._busy.release()         of what `run` has taken
//
//     def ask(self):
//         if self._busy.acquire(blocking=False): warn()         held for ever

extension AcquisitionFinder {
  /// Whether a lock is taken that nobody gives back, as far as its name says.
  func isHeldForEver(_ found: Found) -> Bool {
    found.acquisition.spec.kind == .lock && found.function == view.id
      && isNobodyElsesLock(found.acquisition.handle)
  }

  /// Whether nobody needs the lock that a call gives, as its object gives it back by its key:
  /// `store.acquire_lock(key)`, and `store.release_lock(key)`.
  func isKnownByKey(_ found: Found, _ call: Call) -> Bool {
    guard found.acquisition.spec.kind == .lock, found.function == view.id,
      case .wrapper(let method) = found.acquisition.evidence, let name = calleeName(call),
      let owner = view.program.owner(of: method),
      view.forwardAliases(of: call.result).members.allSatisfy({ place in
        view.function.places[ID(place)].name == nil
      })
    else { return false }
    let partners = Verbs.partners(of: name)
    let type = view.program.id(of: owner, in: view.program.functions[method].module)
    return view.program.type(type).members.contains { member in
      partners.contains(Verbs.words(of: view.text(member.name)))
    }
  }

  /// Whether some function gives back locks of this name, and none that it has not taken itself.
  private func isNobodyElsesLock(_ lock: ID<Place>) -> Bool {
    guard let name = lockName(lock, view.facts), !isNamedForTaking else { return false }
    var isBalanced = false
    for function in view.program.functions.ids where function != view.id {
      switch use(of: name, in: function) {
      case .none: continue
      case .balanced: isBalanced = true
      case .other: return false
      }
    }
    return isBalanced
  }

  /// Whether the function's own name says that it takes and keeps: `lock()`, `__enter__`.
  private var isNamedForTaking: Bool {
    let verbs = ["enter", "aenter", "lock", "begin", "start", "open", "take", "hold", "wait"]
    let behaviour = index.behaviour
    return Verbs.speak(
      of: verbs + behaviour.acquireVerbs + behaviour.openingMethods,
      in: view.text(view.function.name))
  }

  /// The name of the field or module variable that a lock was read from.
  private func lockName(_ lock: ID<Place>, _ facts: FunctionFacts) -> Symbol? {
    for origin in facts.origins(of: lock) {
      if isOfModule(origin) { return facts.function.places[origin].name }
      guard let maker = facts.definition(of: origin),
        case .load(let field, let object, _) = facts.effect(maker),
        object == facts.function.receiver
      else { continue }
      return field
    }
    return nil
  }

  /// What a function does with a lock of a name.
  private enum LockUse { case none, balanced, other }

  private func use(of name: Symbol, in function: ID<ProgramFunction>) -> LockUse {
    let body = view.program[function]
    var holders = BitSet()
    for place in body.places.ids where body.places[place].name == name {
      holders.insert(place.index)
    }
    for operation in body.operations.values {
      if case .load(name, _, let into) = operation.effect { holders.insert(into.index) }
    }
    guard !holders.isEmpty else { return .none }
    var releases = false
    var takes = false
    for operation in body.operations.values {
      switch operation.effect {
      case .call(let call):
        if call.arguments.contains(where: { holders.contains($0.value.index) }) { return .other }
        guard let receiver = call.receiver, holders.contains(receiver.index),
          case .method(let method, _) = call.callee
        else { continue }
        let text = view.text(method)
        if index.behaviour.releaseMethods.contains(text) { releases = true }
        if index.behaviour.lockMethods.contains(text) { takes = true }
      case .store(let value, _, let field) where field != name && holders.contains(value.index):
        return .other
      default: continue
      }
    }
    for block in body.blocks.values {
      if case .return(let value?) = block.terminator, holders.contains(value.index) {
        return .other
      }
    }
    if !releases { return .none }
    return takes ? .balanced : .other
  }
}
