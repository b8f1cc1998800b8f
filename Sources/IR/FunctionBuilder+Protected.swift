package import Basis

// Exceptional flow, in one place.
//
// The problem: `try { A } catch (e) { B } finally { C }` has many ways through it. A may end, may
// raise at any of its operations, may `return`, may `break` out of a loop around the whole. C runs
// on each of them and then goes on to a different place each time. If C were lowered once, the
// ways would be merged there, and an analysis would see paths that cannot be taken: entered by the
// exception, left by the return.
//
//     try:                     enter ──▶ A ──falls──▶ C₁ ──▶ after
//         A                              │ │
//         return x                       │ └─return─▶ C₂ ──▶ (next region out) ──▶ normal exit
//     finally:                           │
//         C                              └─raises───▶ C₃ ──▶ unwind target outside
//
// So a cleanup is lowered once per *way of leaving*: falling through, raising, returning, each
// break or continue target. That is what compilers to bytecode do. A copy that exists for the same
// destination is used again, which bounds the growth by the number of destinations and not of
// statements that leave.
//
// Handlers and cleanup of one `try` are two regions, the handlers' inside: an exception in a
// handler still runs the cleanup and is not caught by its siblings.
//
// What is refused: a special kind of edge. An exceptional edge is the `unwind` of a block and
// belongs to all its operations that may raise; a region changes it by starting a new block.

/// A catch or except clause.
package struct Handler {
  /// Whether nothing passes it by: `catch`, bare `except`, `except Exception`.
  ///
  /// Approximation: what `except Exception` lets pass in Python (`KeyboardInterrupt`,
  /// `CancelledError`) is not followed, which misses leaks on cancellation.
  package var catchesEverything: Bool
  /// Whether the author wrote it, and so says that something raises.
  package var isWritten = true
  /// Whether it also runs when a generator is closed where it waits at a `yield`: in Python a bare
  /// `except` and `except BaseException` do.
  package var seesClosing = false
  /// Lowered at the handler's entry; it emits `caught` first.
  package var body: FunctionBuilder.Body

  package init(
    catchesEverything: Bool, isWritten: Bool = true, body: @escaping FunctionBuilder.Body
  ) {
    self.catchesEverything = catchesEverything
    self.isWritten = isWritten
    self.body = body
  }
}

/// A way of leaving the current region.
package enum Exit: Sendable {
  case breakOut(Symbol?)
  case nextIteration(Symbol?)
  case `return`(ID<Place>?)
  /// Nil raises again what is being handled.
  case raise(ID<Place>?)
}

/// Something that is in force for a stretch of code.
enum Region {
  case loop(label: Symbol?, onBreak: ID<Block>, onContinue: ID<Block>)
  case breakable(label: Symbol?, onBreak: ID<Block>)
  /// Exceptions go to `entry`, where the handlers are chosen.
  case handlers(entry: ID<Block>, seesClosing: Bool)
  case cleanup(Cleanup)
  /// An inlined callback: `return` ends it and gives its value to `result`.
  case inlined(onReturn: ID<Block>, result: ID<Place>)
}

/// A `finally` in force: how to lower it, and the copies made so far.
struct Cleanup {
  var body: FunctionBuilder.Body
  /// Where the copy for a raised exception starts.
  var onRaise: ID<Block>
  /// How many scopes are in force where it stands.
  var scopeCount: Int
  var copies: [Destination: ID<Block>] = [:]
}

/// Where an exit finally goes, which tells the copies of a cleanup apart.
enum Destination: Hashable {
  case block(ID<Block>)
  case normalExit
}

extension FunctionBuilder {
  /// A body with handlers, a part that runs when nothing was raised, and a cleanup.
  package mutating func protected(
    _ body: Body, handlers: [Handler] = [], otherwise: Body = { _ in },
    finally cleanup: Body? = nil, at range: ByteRange
  ) {
    guard let cleanup else {
      guarded(body, handlers: handlers, otherwise: otherwise, at: range)
      return
    }
    let onRaise = newBlock()
    let scopes = contexts[depth].scopes.count
    contexts[depth].regions.append(
      .cleanup(Cleanup(body: cleanup, onRaise: onRaise, scopeCount: scopes)))
    fallThrough(to: newBlock(), at: .none)
    guarded(body, handlers: handlers, otherwise: otherwise, at: range)
    contexts[depth].regions.removeLast()
    // Falling through.
    fallThrough(to: newBlock(), at: .none)
    cleanup(&self)
    let after = newBlock()
    terminate(.jump(after), at: range)
    // Raising.
    start(onRaise)
    cleanup(&self)
    terminate(.raise(nil), at: range)
    start(after)
  }

  private mutating func guarded(
    _ body: Body, handlers: [Handler], otherwise: Body, at range: ByteRange
  ) {
    guard !handlers.isEmpty else {
      body(&self)
      otherwise(&self)
      return
    }
    let entry = newBlock()
    let end = newBlock()
    let before = contexts[depth].block
    let first = newBlock()
    fallThrough(to: first, at: range)
    let seesClosing = handlers.contains(where: \.seesClosing)
    inRegion(.handlers(entry: entry, seesClosing: seesClosing), body)
    if handlers.contains(where: \.isWritten), !canReach(handlers: entry) {
      // `try: import a`, `try: return d["k"]`: nothing in it raises as far as we model, yet its
      // author says that something does.
      contexts[depth].function.blocks[before].terminator = .choose([first, entry])
    }
    otherwise(&self)
    terminate(.jump(end), at: range)
    var choices = handlers.map { _ in newBlock() }
    let entries = choices
    if !handlers.contains(where: \.catchesEverything) { choices.append(unwindTarget) }
    start(entry)
    terminate(.choose(choices), at: range)
    for (handler, block) in zip(handlers, entries) {
      start(block)
      handler.body(&self)
      terminate(.jump(end), at: range)
    }
    start(end)
  }

  /// Whether something raises in the blocks made since `entry` that unwind to it.
  private func canReach(handlers entry: ID<Block>) -> Bool {
    let function = contexts[depth].function
    return (entry.index + 1..<function.blocks.count).contains { index in
      let block = function.blocks[ID(index)]
      guard block.unwind == entry else { return false }
      if case .raise = block.terminator { return true }
      return function.hasRaisingOperation(ID(index))
    }
  }

  /// Lowers the body of a callback that runs here and now; gives the place of what it returns.
  package mutating func inlined(at range: ByteRange, _ body: Body) -> ID<Place> {
    let result = temporary(at: range)
    let end = newBlock()
    contexts[depth].regions.append(.inlined(onReturn: end, result: result))
    fallThrough(to: newBlock(), at: .none)
    scoped(body)
    contexts[depth].regions.removeLast()
    emit(.literal(.undefined, into: result), at: range)
    fallThrough(to: end, at: range)
    return result
  }

  /// Whether what is raised here may reach a handler of the function.
  package var isInHandledBody: Bool {
    contexts[depth].regions.contains { if case .handlers = $0 { true } else { false } }
  }

  /// Whether handlers of the function see what is raised here, and none of them sees that a generator
  /// is closed here: then only cleanups run.
  package var isClosedPastHandlers: Bool {
    isInHandledBody
      && !contexts[depth].regions.contains {
        if case .handlers(_, let seesClosing) = $0 { seesClosing } else { false }
      }
  }

  /// Leaves, running the cleanups that are pending up to the target of the exit.
  package mutating func leave(_ exit: Exit, at range: ByteRange) {
    switch exit {
    case .raise(let place):
      terminate(.raise(place), at: range)
    case .return(let place):
      leaveByReturn(place, at: range)
    case .breakOut(let label):
      guard let target = breakTarget(label) else { return }
      leave(to: .block(target), returning: nil, at: range)
    case .nextIteration(let label):
      guard let target = continueTarget(label) else { return }
      leave(to: .block(target), returning: nil, at: range)
    }
  }

  /// Where an exception goes from here.
  var unwindTarget: ID<Block> {
    for region in contexts[depth].regions.reversed() {
      switch region {
      case .handlers(let entry, _): return entry
      case .cleanup(let cleanup): return cleanup.onRaise
      case .loop, .breakable, .inlined: continue
      }
    }
    return contexts[depth].function.exceptionalExit
  }

  private mutating func leaveByReturn(_ place: ID<Place>?, at range: ByteRange) {
    for region in contexts[depth].regions.reversed() {
      guard case .inlined(let end, let result) = region else { continue }
      assign(place, to: result, at: range)
      leave(to: .block(end), returning: nil, at: range)
      return
    }
    guard hasPendingCleanup else {
      // No cleanup can come between: the place itself is returned.
      leave(to: .normalExit, returning: place, at: range)
      return
    }
    let slot = contexts[depth].returnSlot ?? temporary(at: range)
    contexts[depth].returnSlot = slot
    assign(place, to: slot, at: range)
    leave(to: .normalExit, returning: slot, at: range)
  }

  private mutating func assign(_ place: ID<Place>?, to target: ID<Place>, at range: ByteRange) {
    if let place {
      emit(.copy(place, into: target), at: range)
    } else {
      emit(.literal(.undefined, into: target), at: range)
    }
  }

  /// Jumps outwards to a destination, through copies of the cleanups in between.
  ///
  /// Each cleanup is lowered with the regions outside it in force and none of those inside, so an
  /// exception in it goes outwards; recursion is as deep as the source nests.
  private mutating func leave(
    to destination: Destination, returning value: ID<Place>?, at range: ByteRange
  ) {
    guard let region = contexts[depth].regions.last, !region.isTarget(of: destination) else {
      switch destination {
      case .block(let block): terminate(.jump(block), at: range)
      case .normalExit: terminate(.return(value), at: range)
      }
      return
    }
    contexts[depth].regions.removeLast()
    guard case .cleanup(var cleanup) = region else {
      leave(to: destination, returning: value, at: range)
      contexts[depth].regions.append(region)
      return
    }
    if let copy = cleanup.copies[destination] {
      terminate(.jump(copy), at: range)
    } else {
      let copy = newBlock()
      cleanup.copies[destination] = copy
      fallThrough(to: copy, at: range)
      inScopes(cleanup.scopeCount, cleanup.body)
      leave(to: destination, returning: value, at: range)
    }
    contexts[depth].regions.append(.cleanup(cleanup))
  }

  /// Runs `body` with the outermost scopes only: names in a cleanup mean what they mean where it
  /// stands, whatever the place from which it is left has declared.
  private mutating func inScopes(_ count: Int, _ body: Body) {
    let inner = contexts[depth].scopes[count...]
    contexts[depth].scopes.removeSubrange(count...)
    body(&self)
    contexts[depth].scopes.append(contentsOf: inner)
  }

  private var hasPendingCleanup: Bool {
    contexts[depth].regions.contains { if case .cleanup = $0 { true } else { false } }
  }

  private func breakTarget(_ label: Symbol?) -> ID<Block>? {
    for region in contexts[depth].regions.reversed() {
      switch region {
      case .loop(let own, let end, _) where label == nil || label == own: return end
      case .breakable(let own, let end) where label == own: return end
      default: continue
      }
    }
    return nil
  }

  private func continueTarget(_ label: Symbol?) -> ID<Block>? {
    for region in contexts[depth].regions.reversed() {
      if case .loop(let own, _, let next) = region, label == nil || label == own { return next }
    }
    return nil
  }
}

extension Region {
  /// Whether leaving to `destination` stops at this region.
  func isTarget(of destination: Destination) -> Bool {
    switch self {
    case .loop(_, let end, let next):
      destination == .block(end) || destination == .block(next)
    case .breakable(_, let end): destination == .block(end)
    case .inlined(let end, _): destination == .block(end)
    case .handlers, .cleanup: false
    }
  }
}
