/// What a method of a collection does with what is in it.
package struct ContainerMethod: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Puts its last argument in.
  package static let putting = ContainerMethod(rawValue: 1 << 0)
  /// Gives something that is in.
  package static let taking = ContainerMethod(rawValue: 1 << 1)
  /// Gives a collection of what is in.
  package static let listing = ContainerMethod(rawValue: 1 << 2)
  /// Calls its first argument with what is in.
  package static let visiting = ContainerMethod(rawValue: 1 << 3)
  /// Gives a collection of what its first argument gives.
  package static let mapping = ContainerMethod(rawValue: 1 << 4)
}
