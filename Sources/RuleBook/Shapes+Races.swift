// The shapes of queries, of probes, inserts and what makes them safe together, and of pools.

extension QuerySpec {
  package static let shape = Shape(
    "query", "A call that asks a database", blank: QuerySpec(call: CallPattern(callee: "")),
    keys: CallPattern.keys(value: "value").map { $0.lifted(\.call) } + [
      .one("text", ValuePlace.shape, "Where the SQL text stands, if there is one") { $0.text = $1 },
      .one("parameters", ValuePlace.shape, "Where the parameters stand") { $0.parameters = $1 },
    ],
    multiplier: Multiplier("call") { $0.call.callee = $1 },
    readWord: { (word, query) in
      query.call.callee = word
      return true
    },
    objection: { CallPattern.objection($0.call) })
}

extension EntityCall {
  package static let shape = Shape(
    "entity-call", "A call that asks for, creates or changes rows of an entity",
    blank: EntityCall(call: CallPattern(callee: ""), entity: ValuePlace()),
    keys: CallPattern.keys(value: "value").map { $0.lifted(\.call) } + [
      .one("entity", ValuePlace.shape, "Where the entity's name or class stands", required: true) {
        $0.entity = $1
      },
      .oneOrMany("columns", ValuePlace.shape, "Where an object stands whose keys are columns") {
        $0.columns = $1
      },
      .texts("by", "The columns that it asks by where it names none") { $0.by = $1 },
      .flag("keywords-are-columns", "Whether the keyword arguments are columns") {
        $0.keywordsAreColumns = $1
      },
      .flag("raises-when-absent", "Whether a probe raises when there is no row") {
        $0.raisesWhenAbsent = $1
      },
      .flag("may-raise-when-absent", "Whether a probe raises or gives nothing, nobody knows") {
        $0.mayRaiseWhenAbsent = $1
      },
      .flag("atomic", "Whether the insert itself stands the conflict") { $0.isAtomic = $1 },
      .flag("mark", "Whether an insert sets a mark that keeps others out") { $0.isMark = $1 },
      .flag("whole-key", "Whether a probe asks by the whole key of the row") {
        $0.asksByWholeKey = $1
      },
      .text("refusal", "What keeps an insert from replacing the row that has the same key") {
        $0.refusal = $1
      },
      .text("fix", "How an insert leaves out rows that are there, in a part of a sentence") {
        $0.fix = $1
      },
      .flag("numbers-rows", "Whether an insert leaves the rows' own key to the database") {
        $0.numbersRows = $1
      },
      .flag("removes", "Whether an update deletes the rows that it asks for") { $0.removes = $1 },
      .flag("relative", "Whether an update adds to what is there") { $0.isRelative = $1 },
      .oneOrMany("expression", ValuePlace.shape, "Where a text says what an update sets") {
        $0.expression = $1
      },
      .oneOrMany("expression-values", ValuePlace.shape, "Where the values of such a text stand") {
        $0.expressionValues = $1
      },
      .oneOrMany("told-when", ArgumentCondition.shape, "Conditions where only names tell of it") {
        $0.toldConditions = $1
      },
    ],
    multiplier: Multiplier("call") { $0.call.callee = $1 },
    objection: { CallPattern.objection($0.call) })
}

extension GuardSpec {
  package static let shape = Shape(
    "guard", "What makes a probe and an insert safe together, or only seems to",
    blank: GuardSpec(kind: .lock, call: CallPattern(callee: "")),
    keys: [.choice("kind", "What kind of guard it is", required: true) { $0.kind = $1 }]
      + CallPattern.keys(value: "value").map { $0.lifted(\.call) },
    multiplier: Multiplier("call") { $0.call.callee = $1 },
    objection: { CallPattern.objection($0.call) })
}

extension FileUseSpec {
  package static let shape = Shape(
    "file-use", "A call that trusts what was true of a file a moment ago",
    blank: FileUseSpec(effect: .removes, call: CallPattern(callee: "")),
    keys: [
      .choice("effect", "What it does to the file", required: true) { $0.effect = $1 },
      .text("fix", "What does the same in one step, in a sentence") { $0.fix = $1 },
    ] + CallPattern.keys(value: "value").map { $0.lifted(\.call) },
    multiplier: Multiplier("call") { $0.call.callee = $1 },
    objection: { CallPattern.objection($0.call) })
}

extension ViolationSpec {
  package static let shape = Shape(
    "violation", "How a unique violation shows itself",
    blank: ViolationSpec(types: [], codes: []),
    keys: [
      .texts("types", "Canonical names of exception types") { $0.types = $1 },
      .texts("codes", "Codes and texts that handlers compare with") { $0.codes = $1 },
    ],
    objection: { violation in
      violation.types.isEmpty && violation.codes.isEmpty
        ? "a violation needs `types` or `codes`" : nil
    })
}

extension RelationSpec {
  package static let shape = Shape(
    "relation", "A declaration that gives other rows a member which leads back",
    blank: RelationSpec(call: CallPattern(callee: "")),
    keys: CallPattern.keys(value: "value").map { $0.lifted(\.call) } + [
      .one("member", ValuePlace.shape, "Where the member's name is given", required: true) {
        $0.member = $1
      },
      .text("type", "The canonical type of what it holds", required: true) { $0.type = $1 },
      .flag("column", "Whether it is a column of the rows that it leads from") { $0.isColumn = $1 },
    ],
    multiplier: Multiplier("call") { $0.call.callee = $1 },
    objection: { CallPattern.objection($0.call) })
}

extension PoolSpec {
  package static let shape = Shape(
    "pool", "The construction of a pool or client",
    blank: PoolSpec(call: CallPattern(callee: ""), noun: ""),
    keys: CallPattern.keys(value: "value").map { $0.lifted(\.call) } + [
      .text("noun", "The library's word for it, in messages", required: true) { $0.noun = $1 },
      .oneOrMany("timeout", ValuePlace.shape, "Where an acquire time-out is given") {
        $0.timeout = $1
      },
      .many("acquires", acquire, "Calls that take a time-out instead, each time") {
        $0.acquires = $1
      },
      .flag("waits-forever", "Whether it waits for ever without a time-out") {
        $0.waitsForever = $1
      },
      .text("fix", "How to give a time-out, in a sentence", required: true) { $0.fix = $1 },
    ],
    multiplier: Multiplier("call") { $0.call.callee = $1 },
    objection: { CallPattern.objection($0.call) })

  static let acquire = Shape(
    "acquire-call", "A call that takes a connection, and where its time-out goes",
    blank: CallPattern(callee: ""), keys: CallPattern.keys(value: "timeout"),
    multiplier: Multiplier("call") { $0.callee = $1 }, objection: CallPattern.objection)
}
