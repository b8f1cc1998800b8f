package import Basis
package import IR
package import Linking

/// A value of the program as one way of calling reaches it: a place, and a path of names into it.
package struct TracePoint: Sendable, Hashable {
  package var function: ID<ProgramFunction>
  package var place: ID<Place>
  /// Names of properties from the value inwards.
  package var path: [String] = []
  /// The calls that were followed down into callees; the last is the one of `function`.
  package var frames: [CallSite] = []
  /// Whether what was asked for was found on the way here: the path, if any, leads on from there.
  package var isFound = false

  package init(
    _ place: ID<Place>, in function: ID<ProgramFunction>, path: [String] = [],
    frames: [CallSite] = []
  ) {
    self.function = function
    self.place = place
    self.path = path
    self.frames = frames
  }

  /// Another place of the same function, as this way of calling reaches it.
  func at(_ place: ID<Place>, path: [String]) -> TracePoint {
    TracePoint(place, in: function, path: path, frames: frames)
  }
}

/// What a traced value is in the end.
package struct ValueSource: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case literal(Literal)
    /// The result of an operation that is followed no further.
    case made(ID<Operation>)
    /// What the callers of `point.function` pass for this parameter.
    case parameter(Int)
    /// What the method of `point.function` is called on; its callers know which object that is.
    case receiver
    /// What the callers of a constructor pass, kept in a field of an object since.
    case field(String)
    /// There surely is no such property or argument; null.
    case nothing
    case unknown
  }

  package var kind: Kind
  /// Where the trace ended; its path is what of the value is meant.
  package var point: TracePoint
}

/// Where a value comes from: its sources, and the points that were passed on the way.
package struct ValueTrace: Sendable {
  package var sources: [ValueSource] = []
  package var passed: [TracePoint] = []

  /// Whether something is there, as far as can be seen.
  package var presence: Presence {
    var result = Presence.absent
    for source in sources { result = max(result, source.presence) }
    return sources.isEmpty ? .unknown : result
  }

  /// Whether the property or argument stands there, whatever its value.
  package var isGiven: Bool {
    sources.contains { $0.presence == .present || $0.presence == .undecided && $0.point.isFound }
  }

  package enum Presence: Int, Sendable, Comparable {
    case absent, unknown
    /// A caller decides.
    case undecided
    case present

    package static func < (left: Presence, right: Presence) -> Bool {
      left.rawValue < right.rawValue
    }
  }
}

extension ValueSource {
  var presence: ValueTrace.Presence {
    switch kind {
    // What the class itself stores in its fields are sources of their own.
    case .nothing, .receiver: .absent
    case .unknown, .made: point.isFound ? .present : .unknown
    case .parameter: .undecided
    case .field: .present
    case .literal: point.path.isEmpty ? .present : .absent
    }
  }
}
