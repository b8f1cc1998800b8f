import Basis
import IR
import Linking
import RuleBook

// What ends by itself is nobody's duty, unless some code gives it back; that may be who got it:
//
//     function watchdog(text) { return setTimeout(() => log(text), 30_000) }
//
//     const timer = watchdog('slow query')
//     const rows = await pool.query(sql)            throws: the timer still fires
//     clearTimeout(timer)

extension AcquisitionFinder {
  /// The acquisition as one that only those answer for who get it from here and give it back.
  func passedOn(_ found: Found) -> Found? {
    // Who is given a response mostly reads it, and else little comes of it.
    guard found.function == view.id, found.acquisition.site != .entry,
      found.acquisition.spec.kind != .response, isPassedOn(found.acquisition)
    else { return nil }
    var result = found
    result.acquisition.isLatent = true
    return result
  }

  /// What a function got that passes on what ends by itself, if it gives that back itself.
  func answered(_ found: Found) -> Found? {
    var result = found
    result.acquisition.isLatent = false
    if result.acquisition.spec.kind == .timer, isClearedElsewhere(result) { return nil }
    if isGivenBack(result) || isOfOneCall(result) { return result }
    if isPipedToResponse(result) {
      result.acquisition.isPiped = true
      return result
    }
    return passedOn(result)
  }

  /// The members of an object that the function returns, and by which who is given it gives back what
  /// was taken: `return { signal, cleanup: () => clearTimeout(timer) }`.
  func endersReturned(with acquisition: Acquisition) -> Set<Symbol> {
    let aliases = view.forwardAliases(of: acquisition.handle)
    let returned = view.function.blocks.values.flatMap { block -> [ID<Operation>] in
      guard case .return(let place?) = block.terminator else { return [] }
      return view.facts.makers(of: place)
    }
    return returned.reduce(into: []) { result, maker in
      guard case .aggregate(let object, _) = view.facts.effect(maker) else { return }
      for entry in object.entries {
        guard let key = entry.key, gives(entry.value, back: acquisition, aliases) else { continue }
        result.insert(key)
      }
    }
  }

  /// Whether a value is a function written here that gives back what some places of this one hold.
  func gives(_ value: ID<Place>, back acquisition: Acquisition, _ aliases: BitSet) -> Bool {
    view.facts.makers(of: value).contains { maker in
      guard case .closure(let made, _) = view.facts.effect(maker) else { return false }
      let nested = view.program.id(of: made, besides: view.id)
      let held = view.program[nested].captures.filter { aliases.contains($0.outer.index) }
      guard !held.isEmpty else { return false }
      let inner = AcquisitionFinder(
        view: FunctionView(nested, context: view.context), summaries: summaries)
      return held.contains { capture in
        var captured = acquisition
        captured.handle = capture.inner
        return inner.isGivenBack(Found(function: nested, acquisition: captured))
      }
    }
  }

  /// Whether a function returns what it took, gives it to a promise or a callback, or keeps it in a
  /// field of its object.
  private func isPassedOn(_ acquisition: Acquisition) -> Bool {
    let aliases = view.forwardAliases(of: acquisition.handle)
    let isReturned = view.function.blocks.values.contains { block in
      guard case .return(let place?) = block.terminator else { return false }
      return aliases.contains(place.index)
    }
    return isReturned || OwnerFinder(view: view).field(of: acquisition, orGiven: true) != nil
      || !endersReturned(with: acquisition).isEmpty
      || !view.deliveries(of: acquisition.handle).isEmpty
  }
}
