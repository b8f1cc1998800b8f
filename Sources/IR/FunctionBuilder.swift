package import Basis

/// Builds functions from structured control flow; the only code that creates edges.
///
/// A language describes what it reads with these words and nothing else: emit an operation,
/// decide, loop, protect, leave, nest. Blocks, unwind targets and the copies of cleanups follow.
/// Code after a `leave` is unreachable; it is lowered all the same, into blocks without a way in.
package struct FunctionBuilder: ~Copyable {
  package typealias Body = (inout FunctionBuilder) -> Void

  /// The module under construction; languages add exports, comments and health.
  package var module: Module
  var contexts: [FunctionContext] = []

  package init(file: ID<SourceFile>, symbols: SymbolTable, range: ByteRange) {
    module = Module(file: file, symbols: symbols)
    let name = module.symbols.intern("<module>")
    let id = module.functions.append(Function(name: name, kind: .module, range: range))
    contexts.append(FunctionContext(id: id, function: module.functions[id]))
    beginBody()
  }

  /// Ends the module body and gives the module.
  package consuming func finish() -> Module {
    endBody()
    return module
  }

  // MARK: Names and places

  package mutating func intern(_ text: String) -> Symbol { module.symbols.intern(text) }

  package mutating func intern(_ text: Span<UInt8>) -> Symbol { module.symbols.intern(text) }

  /// A fresh place for the value of an expression.
  package mutating func temporary(at range: ByteRange) -> ID<Place> {
    contexts[depth].function.places.append(Place(kind: .temporary, name: nil, range: range))
  }

  /// Declares a name in the innermost scope; a second declaration there is the same place.
  @discardableResult
  package mutating func declare(
    _ name: Symbol, kind: Place.Kind = .local, at range: ByteRange
  ) -> ID<Place> {
    declare(name, kind: kind, at: range, scope: contexts[depth].scopes.count - 1)
  }

  /// Declares a name in the function's outermost scope, as `var` and Python do.
  @discardableResult
  package mutating func declareInFunction(_ name: Symbol, at range: ByteRange) -> ID<Place> {
    declare(name, kind: .local, at: range, scope: 0)
  }

  private mutating func declare(
    _ name: Symbol, kind: Place.Kind, at range: ByteRange, scope: Int
  ) -> ID<Place> {
    if let known = contexts[depth].scopes[scope][name] { return known }
    let place = contexts[depth].function.places.append(Place(kind: kind, name: name, range: range))
    contexts[depth].scopes[scope][name] = place
    return place
  }

  /// Runs `body` with a scope of its own for block-level names.
  package mutating func scoped(_ body: Body) {
    contexts[depth].scopes.append([:])
    body(&self)
    contexts[depth].scopes.removeLast()
    contexts[depth].hiddenScopes.remove(contexts[depth].scopes.count)
  }

  /// Makes `name` mean `place` in the whole function (`global x`, `nonlocal x`).
  package mutating func bind(_ name: Symbol, to place: ID<Place>) {
    contexts[depth].scopes[0][name] = place
  }

  /// The place that `name` means here: of this function, captured from an enclosing one, or global.
  package mutating func resolve(_ name: Symbol, at range: ByteRange) -> ID<Place> {
    for level in stride(from: depth, through: 0, by: -1) {
      if let place = contexts[level].lookup(name, fromNested: level < depth) {
        return capture(place, from: level, name)
      }
    }
    let place = contexts[depth].function.places.append(
      Place(kind: .global, name: name, range: range))
    contexts[depth].scopes[0][name] = place
    return place
  }

  /// The place that `name` means in the module body, declared there if it is not yet (`global x`).
  package mutating func resolveInModule(_ name: Symbol, at range: ByteRange) -> ID<Place> {
    let place: ID<Place>
    if let known = contexts[0].scopes[0][name] {
      place = known
    } else {
      place = contexts[0].function.places.append(Place(kind: .local, name: name, range: range))
      contexts[0].scopes[0][name] = place
    }
    return capture(place, from: 0, name)
  }

  /// The innermost enclosing function's receiver, captured where a closure uses it.
  package mutating func receiver(at range: ByteRange) -> ID<Place>? {
    for level in stride(from: depth, through: 0, by: -1) {
      if let receiver = contexts[level].function.receiver {
        return capture(receiver, from: level, contexts[level].function.places[receiver].name)
      }
      if !contexts[level].function.kind.inheritsReceiver { return nil }
    }
    return nil
  }

  private mutating func capture(_ place: ID<Place>, from level: Int, _ name: Symbol?) -> ID<Place> {
    var current = place
    for inner in (level + 1)..<max(level + 1, depth + 1) {
      current = contexts[inner].captured(current, name)
    }
    return current
  }

  package mutating func annotate(_ place: ID<Place>, with type: TypeReference) {
    contexts[depth].function.annotations[place] = type
  }

  // MARK: Operations

  package mutating func emit(_ effect: Effect, at range: ByteRange, mayRaise: Bool = false) {
    contexts[depth].function.operations.append(
      Operation(effect: effect, range: range, mayRaise: mayRaise))
  }

  /// Emits a call, which may raise, and gives the place of its result.
  @discardableResult
  package mutating func call(
    _ callee: Callee, _ arguments: [Argument] = [], isConstruction: Bool = false,
    isImplicit: Bool = false, isTag: Bool = false, at range: ByteRange
  ) -> ID<Place> {
    let result = temporary(at: range)
    let call = Call(
      callee: callee, arguments: arguments, result: result, isConstruction: isConstruction,
      isImplicit: isImplicit, isTag: isTag)
    emit(.call(call), at: range, mayRaise: true)
    return result
  }

  /// Emits what `effect` makes of a fresh temporary, and gives it.
  @discardableResult
  package mutating func value(
    at range: ByteRange, mayRaise: Bool = false, _ effect: (ID<Place>) -> Effect
  ) -> ID<Place> {
    let result = temporary(at: range)
    emit(effect(result), at: range, mayRaise: mayRaise)
    return result
  }

  // MARK: Functions and classes

  /// Builds a function inside the current one; `body` declares parameters and lowers the rest.
  package mutating func nested(
    _ name: Symbol, kind: Function.Kind, owner: ID<Class>? = nil, at range: ByteRange, _ body: Body
  ) -> ID<Function> {
    var function = Function(name: name, kind: kind, range: range)
    function.parent = contexts[depth].id
    function.owner = owner
    let id = module.functions.append(function)
    contexts.append(FunctionContext(id: id, function: function))
    beginBody()
    body(&self)
    endBody()
    return id
  }

  /// The function under construction, for its flags, parameters, receiver and annotations.
  package var current: Function {
    get { contexts[depth].function }
    _modify { yield &contexts[depth].function }
  }

  package var currentID: ID<Function> { contexts[depth].id }

  /// How many functions enclose the current one; 0 in the module body.
  package var depth: Int { contexts.count - 1 }

  /// Hides the names of the current innermost scope from nested functions (Python class bodies).
  package mutating func hideScopeFromNested() {
    contexts[depth].hiddenScopes.insert(contexts[depth].scopes.count - 1)
  }

  private mutating func beginBody() {
    let context = depth
    let exits = (0..<3).map { _ in
      contexts[context].function.blocks.append(Block(unwind: ID(2)))
    }
    contexts[context].function.entry = exits[0]
    start(exits[0])
  }

  private mutating func endBody() {
    terminate(.return(nil), at: ByteRange(start: current.range.end, end: current.range.end))
    let context = contexts.removeLast()
    module.functions[context.id] = context.function.compacted()
  }
}

extension Function.Kind {
  /// Whether `this` inside means the enclosing function's: true of arrow functions only, whose
  /// lowering leaves the receiver unset.
  var inheritsReceiver: Bool { self == .closure }
}

/// A function under construction.
struct FunctionContext {
  var id: ID<Function>
  var function: Function
  /// The block that operations go to.
  var block = ID<Block>(0)
  var scopes: [[Symbol: ID<Place>]] = [[:]]
  var hiddenScopes: Set<Int> = []
  var regions: [Region] = []
  /// The place that carries a returned value through cleanups.
  var returnSlot: ID<Place>?
  var captures: [ID<Place>: ID<Place>] = [:]

  init(id: ID<Function>, function: Function) {
    self.id = id
    self.function = function
  }

  /// Names of a Python class body are not seen by its methods: nested functions skip such scopes.
  /// A global met earlier is no declaration that a nested function could capture.
  func lookup(_ name: Symbol, fromNested: Bool) -> ID<Place>? {
    for scope in scopes.indices.reversed() where !(fromNested && hiddenScopes.contains(scope)) {
      guard let place = scopes[scope][name] else { continue }
      if fromNested, function.places[place].kind == .global { continue }
      return place
    }
    return nil
  }

  /// This function's own place for `outer`, a place of the enclosing function.
  mutating func captured(_ outer: ID<Place>, _ name: Symbol?) -> ID<Place> {
    if let known = captures[outer] { return known }
    let inner = function.places.append(
      Place(kind: .captured(outer), name: name, range: function.range))
    captures[outer] = inner
    function.captures.append(Function.Capture(outer: outer, inner: inner))
    return inner
  }
}
