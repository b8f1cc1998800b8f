import Basis
import IR
import Linking
import RuleBook

extension CheckContext {
  /// Whether nothing in a class of the program, or in those it extends, gives anything back.
  ///
  /// An object of such a class can hold a connection and cannot end it.
  func releasesNothing(_ type: ID<ProgramClass>) -> Bool {
    calls(none: Set(roles.index.behaviour.releaseMethods), in: type)
  }

  /// Whether nothing in a class of the program, or in those it extends, calls a method of some names.
  func calls(none names: Set<String>, in type: ID<ProgramClass>) -> Bool {
    lineage(of: type).allSatisfy { !calls(names, in: $0) }
  }

  /// A class and those of the program that it extends.
  func lineage(of type: ID<ProgramClass>) -> [ID<ProgramClass>] {
    var seen: Set<ID<ProgramClass>> = []
    var result: [ID<ProgramClass>] = []
    var pending = [type]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      result.append(next)
      let shape = program.type(next)
      let parent = program.id(of: shape.parent, in: program.classes[next].module)
      for base in shape.bases {
        pending += program.values(of: base, in: parent).compactMap { value in
          if case .classObject(let id) = value { id } else { nil }
        }
      }
    }
    return result
  }

  /// Whether a method of a class, or a function written in one, calls a method of some names.
  private func calls(_ names: Set<String>, in type: ID<ProgramClass>) -> Bool {
    let module = program.classes[type].module
    let functions = program.modules[module].functions
    return functions.ids.contains { id in
      guard isWritten(id, in: program.classes[type].type, functions) else { return false }
      return functions[id].operations.values.contains { operation in
        guard case .call(let call) = operation.effect, case .method(let name, _) = call.callee
        else { return false }
        return names.contains(program.symbols[name])
      }
    }
  }

  private func isWritten(
    _ function: ID<Function>, in type: ID<Class>, _ functions: Table<Function>
  ) -> Bool {
    var current: ID<Function>? = function
    while let id = current {
      if functions[id].owner == type { return true }
      current = functions[id].parent
    }
    return false
  }
}

extension CheckContext {
  /// Whether the objects of a class have an end, at which a field of theirs is given back: whoever
  /// makes one answers for its end, whatever it holds.
  func endsItsFields(_ type: ID<ProgramClass>) -> Bool {
    lineage(of: type).contains { parent in
      let module = program.classes[parent].module
      return program.type(parent).members.contains { member in
        roles.index.behaviour.releaseMethods.contains(program.symbols[member.name])
          && endsField(in: program.id(of: member.function, in: module), depth: 2)
      }
    }
  }

  /// Whether a class ends a field of its objects itself, by its own methods or those that a framework
  /// calls: another field that it forgets is its own fault. Who makes an object need not know.
  func endsSomeField(_ type: ID<ProgramClass>) -> Bool {
    let names = Set(roles.index.behaviour.releaseMethods + roles.index.behaviour.endingMethods)
    return lineage(of: type).contains { parent in
      let module = program.classes[parent].module
      return program.type(parent).members.contains { member in
        guard names.contains(program.symbols[member.name]) else { return false }
        let method = program.id(of: member.function, in: module)
        return endsField(in: method, depth: 2) || releasesField(in: method)
      }
    }
  }

  /// Whether a method gives a field of its object back by what a model says.
  private func releasesField(in method: ID<ProgramFunction>) -> Bool {
    let facts = facts.facts(of: method)
    return facts.function.operations.ids.contains { operation in
      guard case .call(let call) = facts.effect(operation),
        roles.roles(of: call, at: operation, in: method).contains(where: \.isRelease)
      else { return false }
      return ((call.receiver.map { [$0] } ?? []) + call.arguments.map(\.value)).contains {
        isOwnField($0, facts)
      }
    }
  }

  /// Whether objects of a class are entered in `with` statements, which end whatever they have.
  func isScope(_ type: ID<ProgramClass>) -> Bool {
    lineage(of: type).contains { parent in
      program.type(parent).members.contains { member in
        Verbs.scopeEnds.contains(program.symbols[member.name])
      }
    }
  }

  /// Whether objects of a class of the program take nothing when they are made, and something later:
  /// nothing is held before the first call of a method of theirs.
  func opensItsFieldsLate(_ type: ID<ProgramClass>) -> Bool {
    let methods = lineage(of: type).flatMap(program.methods)
    let isTakenLater = methods.contains { method in
      program[method].kind != .constructor
        && (roles.kinds(in: method).contains(.acquire) || words(of: method).contains(.opening))
    }
    return isTakenLater
      && methods.allSatisfy { program[$0].kind != .constructor || takesNothing($0) }
  }

  /// Whether objects of a class of the program take nothing when they are made, and something when
  /// they are entered: one that no `with` statement enters holds nothing.
  func takesWhenEntered(_ type: ID<ProgramClass>) -> Bool {
    let methods = lineage(of: type).flatMap(program.methods)
    let isTaken = methods.contains { method in
      let function = program[method]
      guard Verbs.scopeStarts.contains(program.symbols[function.name]) else { return false }
      return function.operations.values.contains { operation in
        switch operation.effect {
        case .call, .store: true
        default: false
        }
      }
    }
    return isTaken
      && methods.allSatisfy { program[$0].kind != .constructor || takesNothing($0) }
  }

  /// Whether a constructor only stores what it is given, as far as its calls' names say.
  private func takesNothing(_ constructor: ID<ProgramFunction>) -> Bool {
    guard !roles.kinds(in: constructor).contains(.acquire) else { return false }
    let facts = facts.facts(of: constructor)
    return facts.function.operations.ids.allSatisfy { operation in
      guard case .call(let call) = facts.effect(operation) else { return true }
      let made = program.targets(of: operation, in: constructor).constructed
      if !made.isEmpty { return !made.contains(where: endsItsFields) }
      if case .method(_, let object) = call.callee, object == facts.function.receiver {
        return false
      }
      guard let name = facts.name(of: call) else { return true }
      // `renderConnection(settings)` speaks of one, and makes none.
      let verb = Verbs.words(of: program.symbols[name]).first ?? ""
      let reached = program.targets(of: operation, in: constructor).functions
      if !reached.isEmpty, words[name].isDisjoint(with: [.opening, .starting]),
        !roles.index.behaviour.acquireVerbs.contains(verb), reached.allSatisfy({ isIdle($0) })
      {
        return true
      }
      // A lock that is made is not yet taken.
      let last = Verbs.words(of: program.symbols[name]).last
      if roles.index.behaviour.notResources.contains(where: { $0.lowercased() == last }) {
        return true
      }
      return words[name].isDisjoint(with: [.acquiring, .opening, .starting])
    }
  }

  /// Whether a function waits for nothing, and takes nothing as far as names say, nor do those that
  /// it calls.
  func isIdle(_ function: ID<ProgramFunction>, depth: Int = 2) -> Bool {
    guard !program[function].isAsync,
      words(of: function).isDisjoint(with: [.taking, .starting, .subscribing]),
      roles.kinds(in: function).isDisjoint(with: [.acquire, .http, .rows])
    else { return false }
    return depth == 0
      || program.calls(in: function).allSatisfy { _, targets in
        targets.functions.allSatisfy { isIdle($0, depth: depth - 1) }
      }
  }

  /// Whether a method gives back what a field of its object holds, itself or by another method.
  private func endsField(in method: ID<ProgramFunction>, depth: Int) -> Bool {
    let facts = facts.facts(of: method)
    let strong = roles.index.behaviour.strongReleases.union(Verbs.scopeEnds)
    return facts.function.operations.ids.contains { operation in
      guard case .call(let call) = facts.effect(operation),
        case .method(let name, let object) = call.callee
      else { return false }
      if object == facts.function.receiver, depth > 0 {
        return program.targets(of: operation, in: method).functions.contains { target in
          target != method && endsField(in: target, depth: depth - 1)
        }
      }
      return strong.contains(program.symbols[name]) && isOwnField(object, facts)
    }
  }

  /// Whether a call gives what stands in a list or table: `self.files.values()`, `list(self.files)`.
  private func isListing(_ call: Call, _ facts: FunctionFacts) -> Bool {
    facts.name(of: call).map { name in
      roles.index.behaviour.listingMethods.contains(program.symbols[name])
    } ?? false
  }

  /// Whether a place was read from a field of a method's object, or is one of those in such a field.
  private func isOwnField(_ place: ID<Place>, _ facts: FunctionFacts, depth: Int = 4) -> Bool {
    guard depth > 0 else { return false }
    return facts.makers(of: place).contains { maker in
      switch facts.effect(maker) {
      case .load(_, let object, _):
        object == facts.function.receiver || isOwnField(object, facts, depth: depth - 1)
      case .iterate(let list, _), .loadElement(let list, _, _):
        isOwnField(list, facts, depth: depth - 1)
      case .call(let call):
        isListing(call, facts)
          && ((call.receiver.map { [$0] } ?? []) + call.arguments.map(\.value)).contains {
            isOwnField($0, facts, depth: depth - 1)
          }
      default: false
      }
    }
  }
}
