package import Basis

/// One step of execution and where it stands in the source.
package struct Operation: Sendable, Hashable {
  package var effect: Effect
  package var range: ByteRange
  /// Whether the step can leave its block to the unwind target, before its result exists.
  package var mayRaise: Bool

  package init(effect: Effect, range: ByteRange, mayRaise: Bool) {
    self.effect = effect
    self.range = range
    self.mayRaise = mayRaise
  }
}

/// What a step does, in the only vocabulary analyses need to know.
///
/// Beside each case: a line of JavaScript, then of Python, that produces it.
package enum Effect: Sendable, Hashable {
  /// `x = null` / `x = None`
  case literal(Literal, into: ID<Place>)
  /// `x = y`
  case copy(ID<Place>, into: ID<Place>)
  /// `x = y.name`; also `y['name']` with a constant key
  case load(Symbol, of: ID<Place>, into: ID<Place>)
  /// `x = y[i]`
  case loadElement(of: ID<Place>, index: ID<Place>, into: ID<Place>)
  /// `y.name = x`
  case store(ID<Place>, into: ID<Place>, field: Symbol)
  /// `y[i] = x`
  case storeElement(ID<Place>, into: ID<Place>, index: ID<Place>)
  /// `f(x)`, `y.m(x)`, `new C(x)` / `f(x)`
  case call(Call)
  /// `await x`
  case await(ID<Place>, into: ID<Place>)
  /// `yield x`; when it delegates, `yield* x` / `yield from x`. The generator may be closed here.
  case yield(ID<Place>?, into: ID<Place>, delegates: Bool)
  /// `() => x` / `lambda: x`, `def f(): ...`: a function value; what it captures it names itself.
  case closure(ID<Function>, into: ID<Place>)
  /// `class C {}` / `class C: ...`
  case makeClass(ID<Class>, into: ID<Place>)
  /// `{a: x, ...y}`, `[x, y]` / `{"a": x, **y}`, `(x, y)`
  case aggregate(Aggregate, into: ID<Place>)
  /// `x + y`, `` `a${x}` ``, `x > y` / `f"a{x}"`
  case compute(Operator, [ID<Place>], into: ID<Place>)
  /// `import {a as x} from 'm'`, `const x = require('m')` / `from m import a as x`
  case importModule(Import, into: ID<Place>)
  /// The next element of an iterable: the head of a `for` loop.
  case iterate(over: ID<Place>, into: ID<Place>)
  /// The entry of a handler: `catch (e)` / `except (A, B) as e`; no types catches everything.
  case caught(types: [ID<Place>], into: ID<Place>)
  /// Anything that lowering does not know.
  case opaque(reads: [ID<Place>], into: ID<Place>?)
}

/// A constant of the source.
package enum Literal: Sendable, Hashable {
  case null
  /// JavaScript's `undefined`; null for conditions.
  case undefined
  case boolean(Bool)
  case number(Symbol)
  /// The text without quotes, escapes as written.
  case string(Symbol)
}

/// An object, array, dict, list, tuple or set made of places.
package struct Aggregate: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case object, sequence, tuple }

  /// One entry: `key: value`, a bare element, or a spread.
  package struct Entry: Sendable, Hashable {
    /// A constant key.
    package var key: Symbol?
    /// A computed key.
    package var computedKey: ID<Place>?
    package var value: ID<Place>
    package var isSpread: Bool

    package init(
      key: Symbol? = nil, computedKey: ID<Place>? = nil, value: ID<Place>, isSpread: Bool = false
    ) {
      self.key = key
      self.computedKey = computedKey
      self.value = value
      self.isSpread = isSpread
    }
  }

  package var kind: Kind
  package var entries: [Entry]

  package init(kind: Kind, entries: [Entry]) {
    self.kind = kind
    self.entries = entries
  }
}

/// What a computation does with its operands, as far as checks care.
package enum Operator: Sendable, Hashable {
  /// A string put together from literals and values, in order.
  case template
  /// `+` of unknown types: may join strings.
  case add
  case subtract
  /// Any other arithmetic or bitwise operation.
  case arithmetic
  case equal, notEqual
  /// `<`, `<=`, `>`, `>=` with the symbol as written.
  case compare(Symbol)
  /// `in`, `not in`, `instanceof`, `is` of something other than null.
  case membership
  case not
  /// `typeof x`.
  case typeOf
  /// Anything else.
  case other
}

/// What an import names.
package struct Import: Sendable, Hashable {
  /// The module as written: `pg`, `../db`, `.models`, `psycopg2.pool`.
  package var module: Symbol
  /// The exported name; nil for the module itself (namespace imports, `require`, `import m`).
  package var member: Symbol?

  package init(module: Symbol, member: Symbol?) {
    self.module = module
    self.member = member
  }
}

extension Effect {
  /// The place that the step assigns when it completes.
  package var result: ID<Place>? {
    switch self {
    case .literal(_, let into), .copy(_, let into), .load(_, _, let into),
      .loadElement(_, _, let into), .await(_, let into), .yield(_, let into, _),
      .closure(_, let into), .makeClass(_, let into), .aggregate(_, let into),
      .compute(_, _, let into), .importModule(_, let into), .iterate(_, let into),
      .caught(_, let into):
      into
    case .call(let call): call.result
    case .opaque(_, let into): into
    case .store, .storeElement: nil
    }
  }

  /// The places that the step reads.
  package var reads: [ID<Place>] {
    var result: [ID<Place>] = []
    forEachRead { result.append($0) }
    return result
  }

  /// Calls `body` with each place that the effect reads, in the order of `reads`.
  package func forEachRead(_ body: (ID<Place>) -> Void) {
    switch self {
    case .literal, .closure, .makeClass, .importModule: break
    case .copy(let value, _), .load(_, let value, _), .await(let value, _),
      .iterate(let value, _):
      body(value)
    case .loadElement(let object, let index, _):
      body(object)
      body(index)
    case .store(let value, let object, _):
      body(value)
      body(object)
    case .storeElement(let value, let object, let index):
      body(value)
      body(object)
      body(index)
    case .call(let call): call.forEachRead(body)
    case .yield(let value, _, _): if let value { body(value) }
    case .aggregate(let aggregate, _):
      for entry in aggregate.entries {
        if let key = entry.computedKey { body(key) }
        body(entry.value)
      }
    case .compute(_, let places, _), .caught(let places, _), .opaque(let places, _):
      for place in places { body(place) }
    }
  }
}

extension Call {
  /// The callee or receiver, then the arguments.
  package var reads: [ID<Place>] {
    var result: [ID<Place>] = []
    forEachRead { result.append($0) }
    return result
  }

  fileprivate func forEachRead(_ body: (ID<Place>) -> Void) {
    switch callee {
    case .value(let function): body(function)
    case .method(_, let receiver): body(receiver)
    case .superconstructor, .supermethod: break
    }
    for argument in arguments { body(argument.value) }
  }
}
