import Basis
import RuleBook
import Testing

/// A file with a mistake, and the message that must name it.
struct Mistake: CustomTestStringConvertible, Sendable {
  var name: String
  var text: String
  var message: String

  init(_ name: String, _ text: String, _ message: String) {
    self.name = name
    self.text = text
    self.message = message
  }

  var testDescription: String { name }
}

/// What the loader says of rule files that are not as they should be.
struct RuleFileErrorTests {
  @Test(arguments: mistakes)
  func everyMistakeIsNamedWithItsPlace(_ mistake: Mistake) throws {
    let error = try #require(throws: RuleFileError.self) {
      try loadRules([file(mistake.text)])
    }
    #expect(error.description == mistake.message)
  }

  @Test func aResourceIsDescribedOnce() throws {
    let error = try #require(throws: RuleFileError.self) {
      try loadRules([
        file(resource("pool"), path: "a.yaml"), file(resource("pool"), path: "b.yaml"),
      ])
    }
    #expect(error.description == "b.yaml:4:9: there is a resource `lib/pool` already")
  }

  @Test func aRuleIsDescribedOnce() throws {
    let error = try #require(throws: RuleFileError.self) {
      try loadRules([file(rule("SL900", "some-name")), file(rule("SL901", "some-name"))])
    }
    #expect(error.description == "model.yaml:2:7: there is a rule `some-name` already")
  }

  @Test func aUsersFileCannotBeARule() throws {
    let error = try #require(throws: RuleFileError.self) {
      try RuleSet().adding([file(rule("SL900", "some-name"), path: "mine.yaml")])
    }
    #expect(
      error.description
        == "mine.yaml:1:5: rules are built in; a file of yours describes a library")
  }

  @Test func aliasesCountEachTimeTheyAreUsed() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let references = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(references)]\n"
    }
    let error = try #require(throws: RuleFileError.self) { try loadRules([file(text)]) }
    #expect(error.message == "more than 100000 values, aliases counted")
  }

  @Test func nestingWithoutEndIsNotYAML() throws {
    let brackets = String(repeating: "[", count: 100_000)
    let error = try #require(throws: RuleFileError.self) { try loadRules([file(brackets)]) }
    #expect(error.message.hasPrefix("not YAML"))
    let dashes = String(repeating: "- ", count: 100_000)
    #expect(throws: RuleFileError.self) { try loadRules([file(dashes)]) }
  }

  @Test func bytesMustBeText() throws {
    let error = try #require(throws: RuleFileError.self) {
      try loadRules([SourceFile(path: "a.yaml", bytes: [0x6C, 0xFF, 0xFE])])
    }
    #expect(error.description == "a.yaml:1:1: not valid UTF-8")
  }
}

/// The nearest name is near: a slip of the finger, not another word.
struct NearestNameTests {
  @Test(arguments: [
    ("relase", "release"), ("acqiure", "acquire"), ("librray", "library"), ("hand_off", "hand-off"),
  ])
  func aSlipFindsItsWord(slip: String, word: String) {
    let words = ["acquire", "release", "library", "hand-off", "kind"]
    #expect(nearestName(to: slip, among: words) == word)
  }

  @Test func anotherWordFindsNothing() {
    #expect(nearestName(to: "colour", among: ["acquire", "release"]) == nil)
  }
}

private let mistakes: [Mistake] = [
  Mistake("empty file", "", "model.yaml:1:1: the file is empty"),
  Mistake(
    "neither model nor rule", "name: x",
    "model.yaml:1:1: a rule file needs `library` (it describes a library) or `id` (a rule)"),
  Mistake(
    "unknown key near a known one", "library: a\nlanguage: python\nresource: []",
    "model.yaml:3:1: a model has no key `resource`; did you mean `resources`?"),
  Mistake(
    "unknown key far from all", "library: a\nlanguage: python\nviolations: [{colour: x}]",
    "model.yaml:3:15: a violation has no key `colour`; its keys are types, codes"
  ),
  Mistake(
    "unknown word", "library: a\nlanguage: pyton",
    "model.yaml:2:11: `language` cannot be `pyton`; it is one of javascript, python; "
      + "did you mean `python`?"),
  Mistake(
    "text instead of a list", "library: a\nlanguage: python\nmodules: pg",
    "model.yaml:3:10: `modules` must be a list, not text"),
  Mistake(
    "nothing instead of text", "library:\nlanguage: python",
    "model.yaml:1:9: `library` must be text, not nothing"),
  Mistake(
    "a list instead of a mapping", "library: a\nlanguage: python\nbehaviour: [close]",
    "model.yaml:3:12: a behaviour must be a mapping, not a list"),
  Mistake(
    "a missing key", "library: a\nmodules: [a]", "model.yaml:1:1: a model needs `language`"),
  Mistake(
    "a missing key in a list's element",
    "library: a\nlanguage: python\nguards:\n  - kind: lock",
    "model.yaml:4:5: a guard needs `call`"),
  Mistake(
    "neither true nor false",
    "library: a\nlanguage: python\nprobes: [{call: x, entity: result, atomic: maybe}]",
    "model.yaml:3:44: `atomic` must be true or false"),
  Mistake(
    "no number", "library: a\nlanguage: python\nprobes: [{call: x, entity: {member: -1}}]",
    "model.yaml:3:37: `member` must be a number"),
  Mistake(
    "a condition without a question",
    "library: a\nlanguage: python\nnetwork: [{call: x, when: {argument: 0}}]",
    "model.yaml:3:27: a condition needs one of `is`, `one-of`, `only`, `called`, `sql`, `starts-with`"
  ),
  Mistake(
    "a condition on nothing",
    "library: a\nlanguage: python\nnetwork: [{call: x, when: {is: present}}]",
    "model.yaml:3:27: a condition needs an argument or a keyword"),
  Mistake(
    "an unknown kind of statement",
    "library: a\nlanguage: python\nnetwork: [{call: x, when: {argument: 0, sql: [comit]}}]",
    "model.yaml:3:47: `sql` cannot be `comit`; it is one of begin, commit, rollback, savepoint, "
      + "select, insert, update, delete, lock, upsert, advisory-lock, advisory-unlock; did you mean `commit`?"
  ),
  Mistake(
    "two hashes", "library: a\nlanguage: python\nnetwork: ['a#b#c']",
    "model.yaml:3:11: `a#b#c` has more than one `#`"),
  Mistake(
    "a key twice", "library: a\nlibrary: b", "model.yaml:1:1: `library` is given twice"),
  Mistake(
    "broken YAML", "library: [a\nlanguage: python",
    "model.yaml:2:9: not YAML: did not find expected ',' or ']'"),
  Mistake(
    "two documents", "library: a\n---\nlibrary: b",
    "model.yaml:2:1: not YAML: but found another document"),
]

private func resource(_ id: String) -> String {
  """
  library: lib
  language: python
  resources:
    - id: \(id)
      noun: connection
      kind: connection
      weight: high
      type: lib.Connection
      acquire: [{call: lib.connect}]
      fix: Close it
  """
}

private func rule(_ id: String, _ name: String) -> String {
  """
  id: \(id)
  name: \(name)
  title: Something is wrong
  severity: error
  precision: high
  tags: [correctness]
  why: It is.
  fix: Mend it.
  references: []
  examples: []
  """
}
