package import Basis
package import Findings
package import IR
package import Linking
package import RuleBook

/// One place where a function comes to hold a resource.
package struct Acquisition: Sendable {
  /// Where the resource begins to be held.
  package enum Site: Sendable, Hashable {
    /// When a call completes.
    case call(ID<Operation>)
    /// On entry: a callback's parameter, or a captured handle that a continuation takes over.
    case entry
  }

  /// Why we think that it is a resource.
  package enum Evidence: Sendable, Hashable {
    /// A model, and the callee is bound to the library.
    case model
    /// A model, and only names speak.
    case name
    /// The function itself releases it on some way out.
    case behaviour
    /// The called function of the program returns it fresh.
    case wrapper(ID<ProgramFunction>)
    /// Other functions of the program give back what the same call gives.
    case siblings
  }

  package var site: Site
  package var handle: ID<Place>
  /// The index of the model's resource; nil with evidence by behaviour.
  package var resource: Int?
  package var spec: ResourceSpec
  package var evidence: Evidence
  package var confidence: Confidence
  /// The element of the handle that is the resource, where a call gives several at once.
  package var element: Symbol?
  /// The other elements of what the acquire gives that lead to the resource.
  package var companions: Set<Symbol> = []
  /// The other elements that say whose it is, with what they hold beside a fresh one:
  /// `return Session(), True`.
  package var signs: [Symbol: Bool] = [:]
  /// The field by which an object of a class of the program has it, where only what uses the field
  /// opens it.
  package var lazyField: Symbol?
  /// The parameters of the constructor that takes it which stand in for it where they are given.
  package var standIns: [Int] = []
  /// The members, beside the element, that give it back when they are called.
  package var enders: Set<Symbol> = []
  /// What the resource belongs to and ends with: the connection of a cursor.
  package var parent: ID<Place>?
  /// The result says whether it was taken (a try-lock).
  package var succeedsIfTrue = false
  /// Whether it is held from where the call fails: a transaction that waits for its roll-back.
  package var isFailure = false
  /// Whether it may be held where the acquire fails: the object has opened something by then.
  var isHeldOnFailure = false
  /// The callback's error parameter: when it is set there is no handle.
  package var error: ID<Place>?
  /// The callback's parameter that releases the handle when called.
  package var releaser: ID<Place>?
  /// Where the acquire stands for the user: the call, also for an entry.
  package var location: SourceLocation
  /// What is acquired is the function that gives it back: `const release = await lock.acquire()`.
  package var isReleaser = false
  /// Whether so little says that it is a resource that a loss by exception alone is not told.
  package var isVague = false
  /// Whether only a loss by exception is told: a method that need not release may not.
  package var isLostOnlyByException = false
  /// Whether whoever first does something with it sees to its end: a stream that is read, by whomever.
  package var isEndedByUse = false
  /// Whether it ends by itself and the function passes it on: who gets it answers for it where that
  /// one gives it back.
  package var isLatent = false
  /// Whether it is a stream whose reader may go away before its end.
  package var isPiped = false
  /// Whether its own listeners see to its end: only arms of theirs can lose it.
  package var isSeenTo = false
  /// The names of the calls that give it back, where nothing but calls' names pair them.
  package var partners: Set<String> = []
  /// The acquire as written.
  package var text: String
}

extension Acquisition {
  /// Whether what is held is known by its path: a temporary file or folder.
  var isPath: Bool { ["builtins.str", "string"].contains(spec.type) }

  /// Whether what is held is the path that a member of the handle tells: the name of a file which
  /// stays when the file itself is closed.
  var isName: Bool { isPath && element != nil }

  /// The same resource where a function of the program gives it to another one.
  func given(
    by function: ID<ProgramFunction>, at site: Site, as handle: ID<Place>
  ) -> Acquisition {
    var result = self
    result.site = site
    result.handle = handle
    result.evidence = .wrapper(function)
    result.succeedsIfTrue = false
    result.isFailure = false
    result.error = nil
    result.releaser = nil
    result.parent = nil
    return result
  }
}
