package import Basis

/// A call: who is called, on what, with what, and where the answer goes.
package struct Call: Sendable, Hashable {
  package var callee: Callee
  package var arguments: [Argument]
  package var result: ID<Place>
  /// `new C()`; Python calls classes like functions.
  package var isConstruction: Bool
  /// Written by lowering and not by the author: entering and leaving a `with` or `using`.
  package var isImplicit: Bool
  /// The tag of a template: `` html`<p>${text}</p>` ``.
  package var isTag: Bool

  package init(
    callee: Callee, arguments: [Argument], result: ID<Place>, isConstruction: Bool = false,
    isImplicit: Bool = false, isTag: Bool = false
  ) {
    self.callee = callee
    self.arguments = arguments
    self.result = result
    self.isConstruction = isConstruction
    self.isImplicit = isImplicit
    self.isTag = isTag
  }

  package var receiver: ID<Place>? {
    if case .method(_, let receiver) = callee { receiver } else { nil }
  }
}

/// Who is called.
package enum Callee: Sendable, Hashable {
  /// A function value: `f(x)`, `(await g())()`.
  case value(ID<Place>)
  /// A member of a value: `client.query(x)`; the method is looked up when called.
  case method(Symbol, of: ID<Place>)
  /// The constructor of the superclass.
  case superconstructor
  /// A method of the superclass, called on the receiver.
  case supermethod(Symbol)
}

/// One argument of a call.
package struct Argument: Sendable, Hashable {
  /// The keyword of a Python keyword argument.
  package var label: Symbol?
  package var value: ID<Place>
  /// `*xs`, `**xs` (Python), `...xs` (JavaScript).
  package var isSpread: Bool
  /// `**xs`, which may hold any keyword.
  package var isKeywordSpread = false

  package init(label: Symbol? = nil, value: ID<Place>, isSpread: Bool = false) {
    self.label = label
    self.value = value
    self.isSpread = isSpread
  }
}
