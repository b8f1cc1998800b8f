import Basis
import IR
import Linking
import RuleBook

// Whether a function gives back what it got: who does so on one way means to do it on all.

extension AcquisitionFinder {
  /// Whether the function that holds the resource gives it back on some way out.
  func isGivenBack(_ found: Found) -> Bool {
    let handle = found.acquisition.handle
    guard found.function == view.id else { return true }
    let isOfSession = found.acquisition.spec.isOfSession
    if !found.acquisition.isName, !isOfSession, releaseVerb(of: handle) != nil { return true }
    if found.acquisition.spec.kind == .response, readsBody(of: handle) { return true }
    let aliases = view.pathAliases(of: found.acquisition)
    return view.function.operations.ids.contains { operation in
      guard case .call(let call) = view.facts.effect(operation) else { return false }
      if !isOfSession,
        isReleasedByName(call, aliases) || isDetachedRelease(call, of: aliases)
      {
        return true
      }
      if isEnded(by: call, found.acquisition.enders, aliases) { return true }
      return (view.roles[operation] ?? []).contains { role in
        guard case .release(found.acquisition.resource, _) = role else { return false }
        let places = call.arguments.map(\.value) + (call.instance.map { [$0] } ?? [])
        return places.map(stem).contains {
          aliases.contains($0.index) || view.paths[$0] == view.paths[handle]
        }
      }
    }
  }

  /// Whether a generator that is written in the function gives a handle back, as its model says: who
  /// goes through it may stop before that.
  func isGivenBackInGenerator(_ found: Found) -> Bool {
    guard found.function == view.id else { return false }
    let aliases = view.forwardAliases(of: found.acquisition.handle)
    let verbs = found.acquisition.spec.release.compactMap { pattern in
      pattern.call.callee.split { ".#".contains($0) }.last.map(String.init)
    }
    return view.function.operations.values.contains { operation in
      guard case .closure(let made, _) = operation.effect else { return false }
      let nested = view.program[view.program.id(of: made, besides: view.id)]
      let held = nested.captures.filter { aliases.contains($0.outer.index) }.map(\.inner)
      guard nested.isGenerator, !held.isEmpty else { return false }
      return nested.operations.values.contains { operation in
        guard case .call(let call) = operation.effect,
          case .method(let name, let receiver) = call.callee
        else { return false }
        return held.contains(receiver) && verbs.contains(view.text(name))
      }
    }
  }

  /// Whether a call is of a member by which an object gives back what it has.
  private func isEnded(by call: Call, _ enders: Set<Symbol>, _ aliases: BitSet) -> Bool {
    switch call.callee {
    case .method(let name, let receiver):
      return enders.contains(name) && aliases.contains(receiver.index)
    case .value(let callee):
      return !enders.isEmpty
        && view.facts.makers(of: callee).contains { maker in
          guard case .load(let name, let object, _) = view.facts.effect(maker) else { return false }
          return enders.contains(name) && aliases.contains(object.index)
        }
    case .superconstructor, .supermethod: return false
    }
  }

  /// Whether a call is of a method that gives back, and that was read off the handle before, under
  /// whatever name: `const { path, cleanup: cleanUpFolder } = await dir()`.
  private func isDetachedRelease(_ call: Call, of aliases: BitSet) -> Bool {
    guard case .value(let callee) = call.callee else { return false }
    return view.facts.makers(of: callee).contains { maker in
      guard case .load(let member, let object, _) = view.facts.effect(maker) else { return false }
      return aliases.contains(object.index)
        && index.behaviour.releaseMethods.contains(view.text(member))
    }
  }

  /// What a method was asked that gives no more than its receiver, or what stands for it:
  /// `file` of `file.fileno()`.
  func stem(of place: ID<Place>) -> ID<Place> {
    var result = place
    for _ in 0..<3 {
      guard let maker = view.facts.definition(of: result),
        case .call(let call) = view.facts.effect(maker),
        case .method(let name, let receiver) = call.callee,
        index.behaviour.chainingMethods.contains(view.text(name))
      else { return result }
      result = receiver
    }
    return result
  }

  /// Whether a handle is given to a function that says it releases: `await unlock(db)`.
  private func isReleasedByName(_ call: Call, _ aliases: BitSet) -> Bool {
    guard let name = calleeName(call),
      call.arguments.contains(where: { aliases.contains($0.value.index) })
    else { return false }
    return Verbs.speak(of: index.behaviour.releaseMethods + ["commit", "rollback"], in: name)
  }
}
