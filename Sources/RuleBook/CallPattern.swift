/// Where in a call a value stands: the receiver, an argument, a property of an argument.
///
/// In YAML: `receiver: true`, `result: true`, `argument: 0`, `argument: last`, `keyword: timeout`,
/// `property: headers.Idempotency-Key` (a path into the object literal or dict given there),
/// `member: 1` (a component of the callee's path, counted from the end: 1 is the one before the
/// method). `argument` and `keyword` together mean either. `keywords: true` is all keyword
/// arguments together, as if they were an object.
///
/// `chain: query` with one of these looks at an earlier call instead: the one of that method among
/// those that made the receiver (`session.query(User).filter_by(...)`); `chain: ()` is the call of
/// an instance (`knex('users').where(...)`). `root: true` is what the whole chain starts from:
/// `User` in `User.objects.filter(...)`. The receiver of a call of an instance is that instance.
package struct ValuePlace: Sendable, Equatable {
  package var isReceiver = false
  package var isResult = false
  package var position: Int?
  package var isLast = false
  package var keyword: String?
  package var member: Int?
  package var isKeywords = false
  package var chain: String?
  package var isRoot = false
  /// What the method's name speaks of behind its verb, as an entity: `find_zone`.
  package var isNoun = false
  /// Property names from the value inwards; matching of header names ignores case.
  package var path: [String] = []

  package init() {}
}

/// A condition on a call's arguments that must hold for a pattern to match.
package struct ArgumentCondition: Sendable, Equatable {
  /// What is asked of the value at the place. A result is present when something is done with it.
  package enum Test: Sendable, Equatable {
    case isTrue, isFalse, isPresent, isAbsent, isFunction
    /// A result that is gone through: by a loop, or by a call that makes a list of it.
    case isIterated
    /// A class, seen or by how its name is written.
    case isClass
    /// An object or dict that is written there.
    case isObject
    /// An object or dict that is written there with these keys, or some of them, and no others.
    case isOnly([String])
    /// Given or not, it is no function: the call returns what it else hands to a callback.
    case isNotFunction
    /// A string or number literal equal to one of these, ignoring case.
    case oneOf([String])
    /// SQL text of one of these kinds: begin, commit, rollback, savepoint, select, insert,
    /// update, delete, lock, upsert.
    case sql([String])
    /// Something whose name holds one of these words, ignoring case: `engine` of `get_engine()`.
    case called([String])
    /// A string (also the known head of a template) that starts with one of these.
    case startsWith([String])
  }

  package var place: ValuePlace
  package var test: Test

  package init(place: ValuePlace, test: Test) {
    self.place = place
    self.test = test
  }
}

/// A call as a model describes it: the callee's canonical name and conditions on its arguments.
///
/// Canonical names: `module.export` for what a module exports (a default export is the module
/// itself; `node:` before a module is not written), `Type#member` for a member of an instance,
/// further members with `.`; `Type#()` for a call of the instance itself. What is there without
/// an import is a bare name in JavaScript (`fetch`, `console.log`, `crypto.randomUUID`; so the
/// global and the module of that name are one) and `builtins.name` in Python. `*` stands for one
/// component. What a call gives whose type no model names is `callee()`. A member of a library's
/// class itself is `Type.member`; a class of the project that extends it has `Type#member`, and so
/// have its instances. Awaiting changes nothing. Examples:
/// `pg.Pool#connect`, `stripe#paymentIntents.create`, `asyncpg.connect`,
/// `@prisma/client.PrismaClient#*.create`, `builtins.open`.
///
/// Where several patterns of one role match a call, the first in the file counts.
package struct CallPattern: Sendable, Equatable {
  package var callee: String
  package var conditions: [ArgumentCondition] = []
  /// The value the role speaks of: what is acquired, released, begun; nil means the role's default.
  package var value: ValuePlace?

  package init(callee: String) { self.callee = callee }
}

/// A callback through which a resource arrives: which argument it is, and its parameters.
package struct CallbackShape: Sendable, Equatable {
  /// Nil is the last argument.
  package var argument: Int?
  /// The index of the error parameter, if it has one.
  package var error: Int?
  package var handle: Int
  /// The index of a parameter that is a function which releases the handle.
  package var release: Int?

  package init(argument: Int?, error: Int?, handle: Int, release: Int?) {
    self.argument = argument
    self.error = error
    self.handle = handle
    self.release = release
  }
}

/// A call that raises only some errors in practice: `int(text)`, and `ValueError`.
package struct RaisesSpec: Sendable, Equatable {
  package var call: CallPattern
  /// The errors' names, with those of what they are: who handles one of them handles all.
  package var errors: [String] = []

  package init(call: CallPattern) { self.call = call }
}
