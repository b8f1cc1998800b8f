package import Basis

/// A variable, parameter or temporary that can hold a value.
package struct Place: Sendable, Hashable {
  /// Where a place's value comes from.
  package enum Kind: Sendable, Hashable {
    case local
    case parameter
    /// `this` or `self`.
    case receiver
    /// The value of an expression; assigned once.
    case temporary
    /// A variable of the enclosing function, by its place there.
    case captured(ID<Place>)
    /// A name that no scope declares: a builtin, or a global of the host.
    case global
    /// The caught exception.
    case exception
  }

  package var kind: Kind
  /// The name in the source; nil for temporaries.
  package var name: Symbol?
  /// Where the place was declared, or where the expression stands.
  package var range: ByteRange

  package init(kind: Kind, name: Symbol?, range: ByteRange) {
    self.kind = kind
    self.name = name
    self.range = range
  }

  package var isTemporary: Bool { kind == .temporary }
}

/// A type as an annotation spells it: any of some qualified names.
///
/// Wrappers that do not change what is held (`Promise<T>`, `Awaitable[T]`, `T | None`,
/// `Annotated[T, ...]`) are peeled off by the language; of a union every member is kept.
package struct TypeReference: Sendable, Hashable {
  /// A name in scope, and members of it: `pg.Pool` is the place of `pg` and [`Pool`].
  package struct Name: Sendable, Hashable {
    package var root: ID<Place>
    package var path: [Symbol]

    package init(root: ID<Place>, path: [Symbol]) {
      self.root = root
      self.path = path
    }
  }

  package var names: [Name]

  package init(names: [Name]) { self.names = names }
}

/// A parameter as callers see it.
package struct Parameter: Sendable, Hashable {
  package var place: ID<Place>
  /// The name by which a keyword argument reaches it; nil for destructured ones.
  package var label: Symbol?
  /// Collects the remaining positional arguments.
  package var isRest: Bool
  /// Collects the remaining keyword arguments (Python `**kwargs`).
  package var isKeywordRest: Bool
  package var hasDefault: Bool
  /// Whether that is the constant for yes.
  package var isTrueByDefault = false

  package init(
    place: ID<Place>, label: Symbol?, isRest: Bool = false, isKeywordRest: Bool = false,
    hasDefault: Bool = false, isTrueByDefault: Bool = false
  ) {
    self.place = place
    self.label = label
    self.isRest = isRest
    self.isKeywordRest = isKeywordRest
    self.hasDefault = hasDefault
    self.isTrueByDefault = isTrueByDefault
  }
}
