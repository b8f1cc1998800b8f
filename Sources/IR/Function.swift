package import Basis

/// One function body (or module body) as a control-flow graph.
package struct Function: Sendable {
  package enum Kind: Sendable, Hashable {
    case module, function, method, staticMethod, constructor, getter, setter
    /// An arrow function, lambda or function expression.
    case closure
    /// The initialisers of a class's instance fields.
    case fieldInitializer
  }

  package var name: Symbol
  package var kind: Kind
  package var range: ByteRange
  package var isAsync = false
  package var isGenerator = false
  /// The class that has it as a member.
  package var owner: ID<Class>?
  /// The function it is written in; nil for the module body.
  package var parent: ID<Function>?
  package var parameters: [Parameter] = []
  /// `this` or `self`, if the function has it.
  package var receiver: ID<Place>?
  package var places = Table<Place>()
  package var operations = Table<Operation>()
  package var blocks = Table<Block>()
  package var entry = ID<Block>(0)
  package var normalExit = ID<Block>(1)
  package var exceptionalExit = ID<Block>(2)
  /// Places of the enclosing function that this one uses, each with its own place here.
  package var captures: [Capture] = []
  /// Decorators, outermost first, as names in the enclosing function.
  package var decorators: [Decorator] = []
  package var annotations: [ID<Place>: TypeReference] = [:]
  package var returns: TypeReference?

  package struct Capture: Sendable, Hashable {
    package var outer: ID<Place>
    package var inner: ID<Place>
  }

  package init(name: Symbol, kind: Kind, range: ByteRange) {
    self.name = name
    self.kind = kind
    self.range = range
  }

  /// The operations of a block with their ids, in order.
  package func operations(of block: ID<Block>) -> some Sequence<ID<Operation>> {
    blocks[block].operations.lazy.map { ID<Operation>(rawValue: $0) }
  }
}

/// A decorator as a name: `@asynccontextmanager`, `@app.post("/x")`, `@Injectable()`.
package struct Decorator: Sendable, Hashable {
  package var name: TypeReference.Name
  /// The temporary that holds its value in the enclosing function.
  package var value: ID<Place>
  package var range: ByteRange

  package init(name: TypeReference.Name, value: ID<Place>, range: ByteRange) {
    self.name = name
    self.value = value
    self.range = range
  }
}

/// A class of the source: its members by name, its bases as values of the enclosing function.
package struct Class: Sendable, Hashable {
  package struct Member: Sendable, Hashable {
    package var name: Symbol
    package var function: ID<Function>
    package var isStatic: Bool

    package init(name: Symbol, function: ID<Function>, isStatic: Bool) {
      self.name = name
      self.function = function
      self.isStatic = isStatic
    }
  }

  /// A declared field; the root of its type lies in the function that the class is written in.
  package struct Field: Sendable, Hashable {
    /// The name of what stands for all that is in a collection.
    package static let elements = "[]"
    /// The name of what stands for what calling gives.
    package static let result = "()"

    package var name: Symbol
    package var type: TypeReference?
    package var isStatic: Bool
    /// What the type is one of: `User` of `Repository<User>`.
    package var arguments: [TypeReference.Name] = []
    /// Decorators, outermost first: `@Column({unique: true})`.
    package var decorators: [Decorator]

    package init(
      name: Symbol, type: TypeReference?, isStatic: Bool, decorators: [Decorator] = []
    ) {
      self.name = name
      self.type = type
      self.isStatic = isStatic
      self.decorators = decorators
    }
  }

  package var name: Symbol
  package var range: ByteRange
  /// The function in whose places `bases`, `decorators` and field types speak.
  package var parent: ID<Function>
  /// The place that the class is bound to.
  package var place: ID<Place>
  package var bases: [ID<Place>] = []
  /// What it promises to look like, as values of the enclosing function: `implements Store`.
  package var shapes: [ID<Place>] = []
  package var members: [Member] = []
  package var fields: [Field] = []
  package var decorators: [Decorator] = []

  package init(name: Symbol, range: ByteRange, parent: ID<Function>, place: ID<Place>) {
    self.name = name
    self.range = range
    self.parent = parent
    self.place = place
  }
}
