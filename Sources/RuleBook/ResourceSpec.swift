/// How a library's handle is acquired, released and handed over.
package struct ResourceSpec: Sendable, Equatable {
  /// How scarce the thing is, which decides the severity of losing it.
  package enum Weight: String, Sendable, CaseIterable {
    /// Shared and counted: a pool's slot, a transaction, a lock. An error.
    case high
    /// Per process or remote: a socket, a file, a body, a child process. A warning.
    case medium
    /// Memory, timers, listeners. A note.
    case low
  }

  /// What kind of thing it is, for messages and for the guardrails.
  package enum Kind: String, Sendable, CaseIterable {
    case connection, session, transaction, lock, cursor, file, socket, response, client, process
    case stream, subscription, timer, other
  }

  /// What leaving a `with`, `async with` or `using` block does to it.
  package enum ContextExit: String, Sendable, CaseIterable {
    case releases
    /// Ends a transaction or commits, and leaves the handle open (psycopg2, sqlite3).
    case keeps
    /// The type has no context form.
    case unsupported
  }

  /// What a second release does.
  package enum DoubleRelease: String, Sendable, CaseIterable { case fails, harmless }

  /// `library/name`, unique.
  package var id: String
  /// The library's word in a message, such as `pooled client`.
  package var noun: String
  package var kind: Kind
  package var weight: Weight
  /// The canonical type of the handle, such as `pg.PoolClient`; shown as the finding's resource.
  package var type: String
  package var acquire: [AcquirePattern]
  package var release: [ReleasePattern]
  /// Calls that take the handle over, beside those that summaries show.
  package var handOff: [CallPattern]
  package var context: ContextExit
  package var doubleRelease: DoubleRelease
  /// Whether using the handle after release fails loudly or corrupts: SL106 applies.
  package var failsAfterRelease: Bool
  /// Whether a garbage collector closes it sooner or later: warning at most.
  package var isCollected: Bool
  /// Whether something else closes it as well: its own end, the other side, its parent. Then only a
  /// function that closes it on another way out is told.
  package var isClosedImplicitly = false
  /// Whether it stays with the session when a pool takes the handle back: only what the model says, and
  /// the session's end, gives it back.
  package var isOfSession = false
  /// Whether it is its parent alone that closes it: one of a parent that was given is told, too.
  package var isClosedWithParent = false
  /// Whether it goes on when what it was asked of is closed: the connection that a listening socket
  /// has accepted.
  package var outlivesParent = false
  /// Whether it holds nothing before it is used, so that only one that nobody closes at all is told.
  package var isLazy = false
  /// Whether who waits for it sees to its end: a task.
  package var isAwaitedToEnd = false
  /// Whether it is taken by its first use, and not by the acquire.
  package var opensLate = false
  /// Names of its methods that take it; when one fails, nothing is taken.
  package var openedBy: [String] = []
  /// Names of its members that give it back when they are read: the text of a response.
  package var readBy: [String] = []
  /// How to write it right, in this library's words: a sentence for the help line.
  package var fix: String

  /// Whether nothing that comes later is sure to reach it: a transaction that a pool begins on whichever
  /// connection is free. Models tell of it by no way to give it back.
  package var isOutOfReach: Bool {
    kind == .transaction && release.isEmpty && !type.isEmpty
  }

  package init(id: String, noun: String, kind: Kind, weight: Weight, type: String) {
    self.id = id
    self.noun = noun
    self.kind = kind
    self.weight = weight
    self.type = type
    acquire = []
    release = []
    handOff = []
    context = .releases
    doubleRelease = .harmless
    failsAfterRelease = false
    isCollected = false
    fix = ""
  }
}

/// A way to come by a handle.
package struct AcquirePattern: Sendable, Equatable {
  package var call: CallPattern
  /// Set when the handle arrives through a callback instead of the result.
  package var callback: CallbackShape?
  /// Whether the call is safe when its result enters a `with` directly.
  package var isScoped: Bool
  /// Names that tell without an import, such as `pool.getConnection`: at most medium confidence.
  /// The part before the dot is the receiver's last name, compared without case and underscores,
  /// as a suffix (`dbPool` ends in `pool`).
  package var telling: [String]
  /// Whether the result is a boolean that says if it was taken (a try-lock); the receiver is held
  /// where the result is true.
  package var succeedsIfTrue: Bool
  /// Whether there is something to give back only if the call fails: a commit, to be rolled back.
  package var isFailure = false
  /// The other elements of the result that lead to the handle: the protocol of a transport.
  package var companions: [String] = []

  package init(call: CallPattern) {
    self.call = call
    isScoped = false
    telling = []
    succeedsIfTrue = false
  }
}

/// A way to give a handle back.
package struct ReleasePattern: Sendable, Equatable {
  package var call: CallPattern
  /// Whether the call returns something that must be awaited to happen at all (Python: the
  /// coroutine never runs) or to be ordered (JavaScript).
  package var mustAwait: Bool
  /// Whether it has not happened where the call fails: a wait that times out.
  package var mayFail = false

  package init(call: CallPattern, mustAwait: Bool) {
    self.call = call
    self.mustAwait = mustAwait
  }
}
