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
  }

  package var site: Site
  package var handle: ID<Place>
  /// The index of the model's resource; nil with evidence by behaviour.
  package var resource: Int?
  package var spec: ResourceSpec
  package var evidence: Evidence
  package var confidence: Confidence
  /// The result says whether it was taken (a try-lock).
  package var succeedsIfTrue = false
  /// The callback's error parameter: when it is set there is no handle.
  package var error: ID<Place>?
  /// The callback's parameter that releases the handle when called.
  package var releaser: ID<Place>?
  /// Where the acquire stands for the user: the call, also for an entry.
  package var location: SourceLocation
  /// The acquire as written.
  package var text: String
}
