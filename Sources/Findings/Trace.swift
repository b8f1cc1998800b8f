package import Basis

/// One step of a finding's story: acquired here, may raise here, left here.
package struct TraceStep: Sendable, Hashable {
  /// What a step does in the story.
  package enum Role: Sendable, Hashable {
    /// The resource is taken.
    case acquired
    /// A condition is decided this way.
    case branch(taken: Bool)
    /// A statement throws.
    case mayRaise
    /// The resource is given to someone else.
    case handedOver
    /// The resource is given back.
    case released
    /// The function is left with the resource held.
    case leaked
    /// A call that matters to the story: a payment, an insert.
    case called
    /// A check whose outcome controls a later step.
    case probed
    /// A value is made.
    case made
    /// Something that stands elsewhere and explains: a constraint, a wrapper.
    case related
  }

  package var role: Role
  package var location: SourceLocation
  package var message: String

  package init(role: Role, location: SourceLocation, message: String) {
    self.role = role
    self.location = location
    self.message = message
  }
}
