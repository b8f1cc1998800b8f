/// A call that executes SQL: where its text stands.
package struct QuerySpec: Sendable, Equatable {
  package var call: CallPattern
  /// The SQL text, or nil when the call queries without text (SL405 only).
  package var text: ValuePlace?
  /// The parameters' array or object, if the call takes one.
  package var parameters: ValuePlace?

  package init(call: CallPattern) { self.call = call }
}

/// A call that asks for, creates or changes rows of an entity.
///
/// The outcome of a probe is whatever is made from its result: by awaiting, by loading members, by
/// further calls of the chain (`.exists()`, `.first()`). The entity is a table's name where the
/// place holds a text; else the class, a type argument of the receiver, or the variable's name.
package struct EntityCall: Sendable, Equatable {
  package var call: CallPattern
  /// Where the entity's name stands: a member, the receiver (a class), an argument.
  package var entity: ValuePlace
  /// Where the columns stand: an object's keys, keyword names.
  package var columns: [ValuePlace]
  /// The columns that the call asks by where it does not name them: `session.get(User, id)`.
  package var by: [String] = []
  /// Whether the keyword arguments of the call are the columns (Django).
  package var keywordsAreColumns: Bool
  /// For a probe: whether no row is reported by raising (Django `get`, `findUniqueOrThrow`).
  package var raisesWhenAbsent: Bool
  /// For a probe: whether no row may be reported either way, by raising or by giving none.
  package var mayRaiseWhenAbsent = false
  /// For an insert: whether the call is itself a one-statement upsert or handles the conflict.
  package var isAtomic: Bool
  /// For an insert: whether it sets a mark that keeps others out, and makes no row.
  package var isMark = false
  /// For a probe: whether it asks by the whole key, of which there is one row at most.
  package var asksByWholeKey = false
  /// For an insert that replaces what stands under the same key: what has it refuse that instead.
  package var refusal = ""
  /// For an insert: how the library says that rows which are there are left out, in a part of a
  /// sentence.
  package var fix = ""
  /// For an insert: whether the rows' own key is never given, and always made by the database.
  package var numbersRows = false
  /// For an update: whether it deletes the rows that it asks for.
  package var removes = false
  /// For an update: whether the statement adds to what is there, or takes from it.
  package var isRelative = false
  /// For an update: where a text says what is set, as SQL does behind `UPDATE table`.
  package var expression: [ValuePlace] = []
  /// For an update with such a text: where the values stand that are put into it, by their names.
  package var expressionValues: [ValuePlace] = []
  /// What must hold besides where only names tell of the receiver.
  package var toldConditions: [ArgumentCondition] = []

  package init(call: CallPattern, entity: ValuePlace) {
    self.call = call
    self.entity = entity
    columns = []
    keywordsAreColumns = false
    raisesWhenAbsent = false
    isAtomic = false
  }
}

/// A call, option or SQL text that makes a probe and an insert safe together.
package struct GuardSpec: Sendable, Equatable {
  /// What kind of guard it is; only some suffice alone.
  package enum Kind: String, Sendable, CaseIterable {
    /// A lock over all processes: advisory, distributed, a locked parent row.
    case lock
    /// Serializable isolation with retry.
    case serializable
    /// A conflict clause chained to or given to the insert.
    case conflictClause = "conflict-clause"
    /// Not a guard, and said so in the message: a transaction at default isolation, a mutex.
    case transaction, mutex
  }

  package var kind: Kind
  package var call: CallPattern

  package init(kind: Kind, call: CallPattern) {
    self.kind = kind
    self.call = call
  }
}

/// A call that trusts what was true of a file a moment ago.
package struct FileUseSpec: Sendable, Equatable {
  /// What the call does to the file at its path.
  package enum Effect: String, Sendable, CaseIterable {
    /// It makes one, and raises if another is there.
    case makes
    /// It makes one, and replaces another that is there.
    case writes
    /// It removes or changes the one that is there.
    case removes
  }

  package var effect: Effect
  package var call: CallPattern
  /// What does the same in one step, in a sentence.
  package var fix: String

  package init(effect: Effect, call: CallPattern) {
    self.effect = effect
    self.call = call
    fix = ""
  }
}

/// How a unique violation shows itself: exception types, codes compared in a handler.
package struct ViolationSpec: Sendable, Equatable {
  /// Canonical exception types, such as `django.db.IntegrityError`.
  package var types: [String]
  /// Codes and texts that handlers compare with: `23505`, `P2002`, `ER_DUP_ENTRY`.
  package var codes: [String]

  package init(types: [String], codes: [String]) {
    self.types = types
    self.codes = codes
  }
}

/// A declaration by which the rows that are pointed to get a member that leads to those which point:
/// Django's `ForeignKey(Repository, related_name="flags")` makes `repository.flags`.
package struct RelationSpec: Sendable, Equatable {
  package var call: CallPattern
  /// Where the member's name is given.
  package var member = ValuePlace()
  /// The canonical type of what the member holds.
  package var type = ""
  /// Whether what is declared is a column of the rows that it leads from.
  package var isColumn = false

  package init(call: CallPattern) { self.call = call }
}

/// The construction of a pool or client, and where its acquire time-out is given (SL404, SL403).
package struct PoolSpec: Sendable, Equatable {
  package var call: CallPattern
  package var noun: String
  /// Any of these places counts as an acquire time-out.
  package var timeout: [ValuePlace]
  /// Where instead each acquire takes one: the call, and as its value the time-out's place.
  package var acquires: [CallPattern]
  /// Whether the library waits for ever without one; otherwise SL404 does not apply.
  package var waitsForever: Bool
  package var fix: String

  package init(call: CallPattern, noun: String) {
    self.call = call
    self.noun = noun
    timeout = []
    acquires = []
    waitsForever = true
    fix = ""
  }
}
