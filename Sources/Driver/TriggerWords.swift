import Analysis
import Basis
import RuleBook

// Which files are worth parsing, by the words that stand in them.
//
// A file matters when what makes its calls evidence can be there: the import of a library *and* a
// name by which something of it is taken, asked or made (`OriginNames`); or a name that tells by itself (`getConnection`, the
// verbs that give back, a payment host). A pool can come from another file as well: when files were
// read, `Leads` names what hands instances on, and a file that holds such a name and a member of
// the library is read too.

/// What must stand in a file of one language for it to be read: any of some clauses.
struct TriggerWords: Sendable {
  /// What a comment to us begins with.
  static let directive = "stopleak:"

  /// Of each of some sets of words one must stand there.
  private struct Clause: Sendable {
    var parts: [[Int]]
  }

  private(set) var words: [SearchWord] = []
  private var clauses: [Clause] = []
  private var places: [SearchWord: Int] = [:]

  /// Whether a file with these words is to be read.
  func admit(_ found: BitSet) -> Bool {
    clauses.contains { clause in
      clause.parts.allSatisfy { part in part.contains { found.contains($0) } }
    }
  }

  /// Words of one letter would be everywhere; words without one cannot be searched.
  private mutating func add(_ parts: [[SearchWord]]) {
    var clause = Clause(parts: [])
    for part in parts {
      var numbers: [Int] = []
      for word in part where WordSearch.canFind(word.text) && word.text.utf8.count > 1 {
        let number = places[word] ?? words.count
        if number == words.count {
          words.append(word)
          places[word] = number
        }
        numbers.append(number)
      }
      if numbers.isEmpty { return }
      clause.parts.append(numbers)
    }
    clauses.append(clause)
  }

  private mutating func add(_ words: some Sequence<String>) {
    add([words.map { SearchWord($0) }])
  }
}

extension TriggerWords {
  /// The words for the first selection.
  ///
  /// - Parameter rules: the ids of the rules that run.
  init(models: [LibraryModel], rules: Set<String>) {
    let modules = Set(models.flatMap(\.modules))
    let names = OriginNames(models: models, rules: rules)
    let declaring = rules.isDisjoint(with: ["SL301", "SL303"]) ? [] : Self.declaring(models)
    add([Self.directive])
    for model in models {
      add(model.triggers)
      for module in model.modules {
        add(names.clauses(of: module, in: model), module, model)
        if !model.inserts.isEmpty { add(declaring.map { [$0] }, module, model) }
        if model.types.contains(where: { !$0.hinting.isEmpty }) {
          add(Self.rowWords(of: model).map { [$0] }, module, model)
        }
      }
      add(globalsOf: model, modules: modules)
      add(namesOf: model)
    }
  }

  /// The words that make columns unique.
  private static func declaring(_ models: [LibraryModel]) -> [String] {
    models.compactMap(\.behaviour).flatMap { $0.uniqueOptions + $0.uniqueCalls + $0.uniqueMembers }
  }

  /// The words of requests, for projects that speak to a provider's host.
  init(requestsOf models: [LibraryModel]) {
    for model in models {
      for call in model.httpCalls {
        let names = call.call.callee.split { ".#".contains($0) }.map(String.init)
        guard let module = names.first, let method = names.last else { continue }
        add([[module, method]], module, model)
      }
    }
  }

  /// The words of payment providers' hosts.
  init(hostsOf models: [LibraryModel]) { add(models.flatMap(\.paymentHosts).flatMap(\.hosts)) }

  /// The words for what the files that were read lead to.
  init(_ leads: Leads, in language: LibraryModel.ModelLanguage) {
    for parts in leads.names {
      add(parts.map { part in part.sorted { $0.text < $1.text }.map { Self.word($0, language) } })
    }
  }

  private static func word(
    _ lead: LeadName, _ language: LibraryModel.ModelLanguage
  ) -> SearchWord {
    switch lead.place {
    case .anywhere: SearchWord(lead.text)
    // Destructuring names a member without a dot.
    case .member: SearchWord(language == .python ? "." + lead.text : lead.text)
    case .imported: SearchWord(lead.text, .importLine)
    case .path: SearchWord(lead.text, .specifierEnd)
    }
  }

  /// An import of a module, and all words of one of some sets; the import alone for an empty one.
  private mutating func add(_ sets: [[String]], _ module: String, _ model: LibraryModel) {
    let imports: [[SearchWord]]
    switch model.language {
    case .javascript: imports = [[SearchWord(module, .quoted)]]
    case .python:
      imports = module.split(separator: ".").map { [SearchWord(String($0), .importLine)] }
    }
    // Sets of one word are told by any of them.
    let single = sets.filter { $0.count == 1 }.map { SearchWord($0[0]) }
    if !single.isEmpty { add(imports + [single]) }
    for words in sets where words.count != 1 { add(imports + words.map { [SearchWord($0)] }) }
  }

  /// The last component that is no `*`; with `()` for the call of an instance, the one before.
  private static func lastNames(of canonical: String) -> [String] {
    let names = canonical.split { ".#/()".contains($0) }.map(String.init)
    return names.last { $0 != "*" && !$0.isEmpty }.map { [$0] } ?? []
  }

  /// What is there without an import: `fetch`, `builtins.open`, `Deno.open`.
  private mutating func add(globalsOf model: LibraryModel, modules: Set<String>) {
    for resource in model.resources {
      for pattern in resource.acquire {
        let callee = pattern.call.callee
        let names = callee.split { ".#".contains($0) }
        guard let root = names.first.map(String.init), !modules.contains(root) else { continue }
        if modules.contains(where: { callee.hasPrefix($0 + ".") || callee.hasPrefix($0 + "#") }) {
          continue
        }
        add([root == "builtins" && names.count > 1 ? "\(names[1])(" : root])
      }
    }
  }

  /// An expression that tells of a type, and what is asked or made of it; where it has no name of
  /// its own, both must stand there, by names that are not everywhere.
  private mutating func add(told expression: String, of model: LibraryModel) {
    let named = expression.split(separator: ".").filter { $0 != "*" && !$0.hasPrefix("<") }
    let asking = model.probes.map(\.call.callee).flatMap(Self.lastNames)
    let writing = Self.writingWords(of: model)
    if named.isEmpty {
      let rare = asking.filter { $0.contains("_") || $0.dropFirst().contains(where: \.isUppercase) }
      add([rare.map { SearchWord($0) }, writing.map { SearchWord($0) }])
    } else {
      let words = named.map { [SearchWord(String($0.prefix { $0 != "(" }))] }
      add(words + [(asking + writing).map { SearchWord($0) }])
    }
  }

  private static func writingWords(of model: LibraryModel) -> [String] {
    (model.inserts + model.updates).map(\.call.callee).flatMap(lastNames)
  }

  /// The names of the methods that ask for, make or change rows.
  private static func rowWords(of model: LibraryModel) -> [String] {
    model.probes.map(\.call.callee).flatMap(lastNames) + writingWords(of: model)
  }

  /// Names that tell without evidence.
  private mutating func add(namesOf model: LibraryModel) {
    for name in model.resources.flatMap(\.acquire).flatMap(\.telling) {
      add(Self.lastNames(of: name))
    }
    for expression in model.types.flatMap(\.telling) { add(told: expression, of: model) }
    for payment in model.payments {
      let parts = payment.call.callee.split { ".#".contains($0) }.suffix(2)
      if parts.count == 2 { add(parts.map { [SearchWord(String($0))] }) }
    }
    add(model.paymentHosts.flatMap(\.hosts))
    add(model.violations.flatMap(\.codes))
    guard let behaviour = model.behaviour else { return }
    // A migration is handed its library: `createTable` and `unique` say enough.
    let tables = behaviour.tableCalls.filter { name in
      name.contains("_") || name.dropFirst().contains(where: \.isUppercase)
    }
    let unique = behaviour.uniqueOptions + behaviour.uniqueCalls
    add([tables.map { SearchWord($0) }, unique.map { SearchWord($0) }])
    add(behaviour.uniqueStatements)
    add([
      behaviour.releaseMethods.map { SearchWord("." + $0, .ofVariable) }
        + behaviour.returnMethods.map { SearchWord("." + $0) }
    ])
    add(behaviour.tableMembers)
  }
}
