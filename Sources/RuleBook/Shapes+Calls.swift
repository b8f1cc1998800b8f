// The shapes of calls, of the places in them, and of what is asked of their arguments.

extension ValuePlace {
  package static let shape = Shape(
    "place", "Where in a call a value stands", blank: ValuePlace(), keys: keys,
    readWord: { (word, place) in
      switch word {
      case "receiver": place.isReceiver = true
      case "result": place.isResult = true
      case "root": place.isRoot = true
      case "noun": place.isNoun = true
      default: return false
      }
      return true
    },
    objection: { place in
      var bare = place
      bare.chain = nil
      return bare == ValuePlace()
        ? "a place needs an argument, a keyword, a receiver or a result" : nil
    })

  static let keys: [Key<ValuePlace>] = [
    .flag("receiver", "What the method is called on") { $0.isReceiver = $1 },
    .flag("result", "What the call gives") { $0.isResult = $1 },
    .position("argument", "The number of a positional argument, from 0, or `last`") {
      $0.isLast = $1 == nil
      $0.position = $1
    },
    .text("keyword", "The name of a keyword argument") { $0.keyword = $1 },
    .text("property", "A path of property names into the value, with dots") {
      $0.path = $1.split(separator: ".").map(String.init)
    },
    .flag("keywords", "All keyword arguments together") { $0.isKeywords = $1 },
    .text("chain", "The method of an earlier call that made the receiver; `()` for the instance") {
      $0.chain = $1
    },
    .flag("root", "What the chain of calls starts from") { $0.isRoot = $1 },
    .flag("noun", "What the method's name speaks of behind its verb: `find_zone`") {
      $0.isNoun = $1
    },
    .number("member", "A component of the callee's path, from the end; the method itself is 0") {
      $0.member = $1
    },
  ]
}

extension ArgumentCondition {
  /// The yes-or-no questions, as rule files spell them.
  private enum Question: String, CaseIterable {
    case `true`, `false`, present, absent, function, object, iterated
    case aClass = "class"
    case notFunction = "not-function"

    var test: Test {
      switch self {
      case .true: .isTrue
      case .false: .isFalse
      case .present: .isPresent
      case .absent: .isAbsent
      case .function: .isFunction
      case .notFunction: .isNotFunction
      case .aClass: .isClass
      case .object: .isObject
      case .iterated: .isIterated
      }
    }
  }

  /// The kinds of SQL statement that a condition can ask for.
  package static let statementKinds = [
    "begin", "commit", "rollback", "savepoint", "select", "insert", "update", "delete", "lock",
    "upsert", "advisory-lock", "advisory-unlock",
  ]

  package static let shape = Shape(
    "condition", "What must hold of an argument for the pattern to match",
    blank: ArgumentCondition(place: ValuePlace(), test: .oneOf([])),
    keys: ValuePlace.keys.map { $0.lifted(\.place) } + tests,
    objection: { condition in
      if condition.place == ValuePlace() { return "a condition needs an argument or a keyword" }
      if condition.test == .oneOf([]) {
        return "a condition needs one of `is`, `one-of`, `only`, `called`, `sql`, `starts-with`"
      }
      return nil
    })

  private static let tests: [Key<ArgumentCondition>] = [
    .choice("is", "What the value is") { (condition, question: Question) in
      condition.test = question.test
    },
    .texts("one-of", "Literals it equals, ignoring case") { $0.test = .oneOf($1) },
    .texts("only", "The keys that an object has that is written there, and no others") {
      $0.test = .isOnly($1)
    },
    .texts("called", "Words in the name of what stands there") { $0.test = .called($1) },
    .words("sql", "Kinds of SQL statement that its text is", among: statementKinds) {
      $0.test = .sql($1)
    },
    .texts("starts-with", "Beginnings of its text") { $0.test = .startsWith($1) },
  ]
}

extension CallPattern {
  /// The shape where a bare name suffices, and where the pattern's value is called `value`.
  package static let shape = Shape(
    "call", "A call that plays this role", blank: CallPattern(callee: ""),
    keys: keys(value: "value"), multiplier: Multiplier("call") { $0.callee = $1 },
    readWord: { (word, pattern) in
      pattern.callee = word
      return true
    },
    objection: objection)

  /// The keys of every pattern; `value` is what the role calls the value it speaks of.
  static func keys(value: String) -> [Key<CallPattern>] {
    [
      .multiplying("call", "The callee's canonical name; a list for several") {
        $0.callee = $1
      },
      .oneOrMany("when", ArgumentCondition.shape, "Conditions that must all hold") {
        $0.conditions = $1
      },
      .one(value, ValuePlace.shape, "The value that the role speaks of") { $0.value = $1 },
    ]
  }

  /// What is wrong with a callee's name, if anything.
  static let objection: @Sendable (CallPattern) -> String? = { pattern in
    var hashes = 0
    for byte in pattern.callee.utf8 {
      if byte == UInt8(ascii: " ") { return "`\(pattern.callee)` has a blank in it" }
      if byte == UInt8(ascii: "#") { hashes += 1 }
    }
    return hashes > 1 ? "`\(pattern.callee)` has more than one `#`" : nil
  }
}

extension RaisesSpec {
  package static let shape = Shape(
    "raises", "A call that raises only some errors",
    blank: RaisesSpec(call: CallPattern(callee: "")),
    keys: CallPattern.keys(value: "value").map { $0.lifted(\.call) } + [
      .texts("only", "Names of the errors; who handles one of them handles all", required: true) {
        $0.errors = $1
      }
    ],
    multiplier: Multiplier("call") { $0.call.callee = $1 },
    readWord: { _, _ in false },
    objection: { CallPattern.objection($0.call) })
}

extension CallbackShape {
  package static let shape = Shape(
    "callback", "The function through which the resource arrives",
    blank: CallbackShape(argument: nil, error: nil, handle: 0, release: nil),
    keys: [
      .position("argument", "Which argument the function is: a number, or `last`") {
        $0.argument = $1
      },
      .number("error", "The parameter that holds the error") { $0.error = $1 },
      .number("handle", "The parameter that holds the resource", required: true) {
        $0.handle = $1
      },
      .number("release", "The parameter that is a function which releases it") { $0.release = $1 },
    ])
}
