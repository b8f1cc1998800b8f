import Basis
import IR

// The state of one acquired resource at a point of a function.
//
// One join per block would mix "held" with "released" and lose which flag went with which. So a
// state keeps one disjunct for each typestate, each with the facts that hold on all paths that
// reach the point in that typestate, as property simulation does (Das, Lerner, Seigle: ESP,
// PLDI 2002). Facts that decide conditions and differ between typestates are thereby kept apart:
//
//     owns = false                       unacquired, owns = false
//     if (!client) {
//       client = await pool.connect()    held, client = client₁, owns = true
//       owns = true
//     }                                  unacquired {owns = false} | held {owns = true}
//     …
//     if (owns) client.release()         the first cannot enter, the second must
//
// Facts that differ within one typestate are dropped, so the number of disjuncts is bounded by
// the typestates and the solver's time by blocks × places. Whether an exception was passed on the
// way is part of the key: it tells a leak on an error path from one on an early exit. So are the
// few flags that decide a release: `const owns = !client` is known before anything is taken.

/// The typestates of a resource, as a function's path sees it.
enum Typestate: UInt8, Hashable, Comparable {
  case unacquired, held, released
  /// Somebody else's: returned, stored, handed over.
  case gone

  static func < (left: Typestate, right: Typestate) -> Bool { left.rawValue < right.rawValue }
}

/// One typestate with what holds on all paths that reach it.
struct Disjunct: Hashable {
  struct Key: Hashable, Comparable {
    var typestate: Typestate
    /// Whether the path passed an exception since the resource was taken.
    var hasRaised: Bool
    /// Whether every variable that held the handle has another value by now.
    var isLost = false
    /// Whether the path passed an exception since the resource was given back.
    var hasRaisedSince = false
    /// Whether the same statement has taken another one since.
    var isEarlier = false
    /// What is known of the flags that decide releases, two bits each (`ReleaseFlags`).
    var signature: UInt32 = 0

    static func < (left: Key, right: Key) -> Bool {
      (left.typestate, left.flags, left.signature)
        < (right.typestate, right.flags, right.signature)
    }

    private var flags: Int {
      (isEarlier ? 8 : 0) + (hasRaisedSince ? 4 : 0) + (hasRaised ? 2 : 0) + (isLost ? 1 : 0)
    }

    /// Starts anew in a typestate; what is known of flags stays known.
    mutating func begin(_ typestate: Typestate) {
      self.typestate = typestate
      hasRaised = false
      isLost = false
      hasRaisedSince = false
      isEarlier = false
    }
  }

  var key: Key
  /// The access paths that may hold the handle.
  var aliases = BitSet()
  /// Function values that release the handle when they are called.
  var releasers = BitSet()
  /// Values that lead to the handle without being it: closures that use it, objects made of it.
  var carriers = BitSet()
  /// What is known of access paths that conditions test.
  var facts: [Int: Fact] = [:]
  /// Whether the handle was given to a callee that could not be followed.
  var isDoubtful = false
  /// Whether something was done with the handle; a client opens nothing before.
  var isUsed = false
  /// Whether an object that is being entered has it, and answers for it once it is.
  var isKept = false
  /// Whether a field that the function gives other values has it, and nobody else.
  var isStored = false

  init(_ typestate: Typestate, hasRaised: Bool = false) {
    key = Key(typestate: typestate, hasRaised: hasRaised)
  }

  var typestate: Typestate {
    get { key.typestate }
    set { key.typestate = newValue }
  }

  /// Joins another disjunct of the same key; returns whether something changed.
  mutating func join(_ other: Disjunct) -> Bool {
    var changed = aliases.formUnion(other.aliases)
    if releasers.formUnion(other.releasers) { changed = true }
    if carriers.formUnion(other.carriers) { changed = true }
    if other.isDoubtful, !isDoubtful {
      isDoubtful = true
      changed = true
    }
    if other.isUsed, !isUsed {
      isUsed = true
      changed = true
    }
    if other.isKept, !isKept {
      isKept = true
      changed = true
    }
    if isStored, !other.isStored {
      isStored = false
      changed = true
    }
    for (path, fact) in facts {
      let joined = other.facts[path].flatMap { fact.joined($0) }
      if joined != fact {
        facts[path] = joined
        changed = true
      }
    }
    return changed
  }
}

/// At most one disjunct a key, sorted by key; empty is what is not reached.
///
/// Where flags are so many that their combinations would be more than anybody can follow, what is
/// known of them is no longer kept apart: a dozen optional services that a program starts and stops
/// would else be thousands of disjuncts.
struct ResourceState: JoinSemilattice {
  private(set) var disjuncts: [Disjunct] = []
  /// Whether flags do not tell disjuncts apart here.
  private var isCoarse = false

  /// More disjuncts than this are not followed apart.
  private static let most = 64

  init() {}

  init(_ disjunct: Disjunct) { disjuncts = [disjunct] }

  mutating func join(_ other: ResourceState) -> Bool {
    var changed = false
    for disjunct in other.disjuncts where insert(disjunct) { changed = true }
    return changed
  }

  /// Joins one disjunct; returns whether something changed.
  mutating func insert(_ disjunct: Disjunct) -> Bool {
    guard !isCoarse else {
      var plain = disjunct
      plain.key = kept(disjunct.key)
      return add(plain)
    }
    let isNew = add(disjunct)
    if disjuncts.count > Self.most { coarsen() }
    return isNew
  }

  private mutating func add(_ disjunct: Disjunct) -> Bool {
    let index = position(of: disjunct.key)
    if index < disjuncts.count, disjuncts[index].key == disjunct.key {
      return disjuncts[index].join(disjunct)
    }
    disjuncts.insert(disjunct, at: index)
    return true
  }

  /// A key as the state has it: without what flags say where they do not tell disjuncts apart.
  func kept(_ key: Disjunct.Key) -> Disjunct.Key {
    var key = key
    if isCoarse { key.signature = 0 }
    return key
  }

  private mutating func coarsen() {
    isCoarse = true
    let fine = disjuncts
    disjuncts = []
    for disjunct in fine { _ = insert(disjunct) }
  }

  /// Where a key stands, or would.
  private func position(of key: Disjunct.Key) -> Int {
    var low = 0
    var high = disjuncts.count
    while low < high {
      let middle = (low + high) / 2
      if disjuncts[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Rewrites every disjunct; each gives any number of new ones.
  mutating func rewrite(_ body: (Disjunct) -> [Disjunct]) {
    var result = ResourceState()
    for disjunct in disjuncts {
      for next in body(disjunct) { _ = result.insert(next) }
    }
    self = result
  }

  func contains(_ typestate: Typestate) -> Bool {
    disjuncts.contains { $0.typestate == typestate }
  }
}
