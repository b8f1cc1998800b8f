package import Basis
import IR
package import Linking

/// What a function does with a resource that it is given.
package enum ParameterEffect: Sendable, Hashable {
  /// Uses it; the caller still owns it.
  case borrows
  /// Gives it back on every way out.
  case releases
  /// Gives it back on some ways out and not on others.
  case sometimesReleases
  /// Keeps it, or passes it to someone who does.
  case keeps
  /// Returns it.
  case returns
}

/// What callers need to know about the functions that they give resources to, or get them from.
///
/// Made before the checks run and immutable then. A function that nobody asks about is not here:
/// it borrows.
package struct Summaries: Sendable {
  /// A parameter or captured place, and whether a transaction or the handle itself is meant: a
  /// helper that rolls back ends the one and keeps the other.
  struct EffectKey: Hashable {
    var reference: PlaceReference
    var isTransaction: Bool
    /// Whether the value is the function that gives the resource back: `done`.
    var isReleaser = false
    /// The member that has the resource, where an object is given: `keep({ client })`.
    var member: Symbol?
  }

  /// Which argument of a function is called with a fresh resource, and at which position.
  struct CallbackDelivery {
    var parameter: Int
    var position: Int
    var acquisition: Acquisition
  }

  /// What a function gives to others of which none gives it back, and where they get it.
  struct Blamed {
    var acquisition: Acquisition
    var users: [SourceLocation]
  }

  var effects: [EffectKey: ParameterEffect] = [:]
  /// What gives a resource back by a callee that does so on some of its ways only.
  var doubtful: Set<PlaceReference> = []
  /// What gives a resource back when all goes well, and keeps it where it raises something.
  var losing: Set<EffectKey> = []
  /// What closures give to whoever waits for a promise on some ways, and keep where they reject it.
  var partlyDelivered: Set<EffectKey> = []
  /// Context managers that keep what they are given where the block's body raises something.
  var losingScopes: Set<EffectKey> = []
  /// Functions that return a fresh resource, with what it is.
  var fresh: [ID<ProgramFunction>: Acquisition] = [:]
  /// Functions that give a fresh resource to a callback of their caller.
  var delivering: [ID<ProgramFunction>: CallbackDelivery] = [:]
  /// Constructors whose object owns a resource from then on, with what a call of the class is.
  var owners: [ID<ProgramFunction>: Acquisition] = [:]
  /// Methods that give back what their object owns.
  var ownerReleases: Set<ID<ProgramFunction>> = []
  /// What functions give back of what the same calls give them.
  var siblings = SiblingReleases()
  /// The program's own pools.
  var pools = OwnPools()
  /// By function: what none of those that it gives it to gives back.
  var blamed: [ID<ProgramFunction>: Blamed] = [:]
  /// The methods that say by their names what they give.
  var named = NamedGivers()
  /// By function: what it takes for a field that nobody gives back.
  var forgotten: [ID<ProgramFunction>: [Acquisition]] = [:]
  /// By function: what it puts into a field that another method of the class takes out and drops.
  var dropped: [ID<ProgramFunction>: [DroppedHandles.Dropped]] = [:]
  /// By function: what it takes for its object while that may still hold the last one.
  var overwritten: [ID<ProgramFunction>: [OverwrittenSlots.Overwritten]] = [:]
  /// Timers that nobody can clear, by function.
  var unkept: [ID<ProgramFunction>: [UnkeptTimers.Unkept]] = [:]
  /// Who calls methods that take something for their object.
  var paired = PairedCalls()
  /// Generators that yield a fresh resource, with what it is.
  var yielded: [ID<ProgramFunction>: Acquisition] = [:]
  /// Functions whose effect on a parameter could not be told within the budget.
  var givenUp: Set<ID<ProgramFunction>> = []
  /// By function: the calls whose failure leaves something to give back.
  var failures: [ID<ProgramFunction>: [Acquisition]] = [:]
  /// Where each function comes to hold resources.
  var acquisitions: [ID<ProgramFunction>: [Acquisition]] = [:]

  package init() {}

  /// What `function` does with what `place`, a parameter or captured variable of it, holds, itself or in
  /// a member.
  func effect(
    on place: ID<Place>, member: Symbol? = nil, of function: ID<ProgramFunction>,
    isTransaction: Bool
  ) -> ParameterEffect {
    let reference = PlaceReference(function: function, place: place)
    let key = EffectKey(reference: reference, isTransaction: isTransaction, member: member)
    return effects[key] ?? .borrows
  }

  /// Whether a function's callers come to hold a resource by calling it.
  func givesResource(_ function: ID<ProgramFunction>) -> Bool {
    fresh[function] != nil || delivering[function] != nil || owners[function] != nil
      || yielded[function] != nil
  }

  /// Where a function comes to hold resources.
  package func acquisitions(in function: ID<ProgramFunction>) -> [Acquisition] {
    acquisitions[function] ?? []
  }
}
