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

  /// Whether a function returns what it took, gives it to a promise or a callback, or keeps it in a
  /// field of its object.
  private func isPassedOn(_ acquisition: Acquisition) -> Bool {
    let aliases = view.forwardAliases(of: acquisition.handle)
    let isReturned = view.function.blocks.values.contains { block in
      guard case .return(let place?) = block.terminator else { return false }
      return aliases.contains(place.index)
    }
    return isReturned || OwnerFinder(view: view).field(of: acquisition) != nil
      || !view.deliveries(of: acquisition.handle).isEmpty
  }
}
