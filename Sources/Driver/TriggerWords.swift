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
  /// - Parameter models: all of the language.
  /// - Parameter rules: the ids of the rules that run.
  init(
    models: [LibraryModel], of language: LibraryModel.ModelLanguage, rules: Set<String>
  ) {
    let modules = Set(models.flatMap(\.modules))
    let names = OriginNames(models: models, rules: rules)
    let declaring = rules.isDisjoint(with: ["SL301", "SL303"]) ? [] : Self.declaring(models)
    add([Self.directive])
    for module in modules.sorted() {
      add(origins: names.clauses(of: module), module, language)
    }
    for model in models {
      add(model.triggers.filter { !$0.hasSuffix("*") })
      add(partsOf: model)
      for module in model.modules {
        if !model.inserts.isEmpty { add(declaring, module, model.language) }
        if model.types.contains(where: { !$0.hinting.isEmpty }) {
          add(Self.rowWords(of: model), module, model.language)
        }
      }
      add(globalsOf: model, modules: modules)
      add(namesOf: model, names)
    }
  }

  /// What names begin with, of what asks and of what makes: `db.find_*`, and `create_*`.
  private mutating func add(partsOf model: LibraryModel) {
    let asking = model.triggers.filter { $0.hasSuffix("*") }
    let making = model.inserts.map(\.call.callee).filter { $0.hasSuffix("*") }.map { callee in
      "." + (callee.split { ".#".contains($0) }.last ?? "")
    }
    guard !asking.isEmpty, !making.isEmpty else { return }
    add([asking, making].map { $0.map { SearchWord(String($0.dropLast()), .part) } })
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
        add(origins: [[module, method]], module, model.language)
      }
    }
  }

  /// The words of payment providers' hosts.
  init(hostsOf models: [LibraryModel]) { add(models.flatMap(\.paymentHosts).flatMap(\.hosts)) }

  /// The words for what the files that were read lead to.
  init(leadingTo names: [[Set<LeadName>]], in language: LibraryModel.ModelLanguage) {
    for parts in names {
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
    case .value: SearchWord(lead.text, .asValue)
    case .awaited: SearchWord("." + lead.text, .awaited)
    }
  }

  /// An import of a module, and one of some words.
  private mutating func add(
    _ words: [String], _ module: String, _ language: LibraryModel.ModelLanguage
  ) {
    if !words.isEmpty { add(Self.imports(of: module, language) + [words.map { SearchWord($0) }]) }
  }

  /// An import of a module, and a name of it with the words that must stand beside it; the import
  /// alone for the module itself.
  private mutating func add(
    origins: [[String]], _ module: String, _ language: LibraryModel.ModelLanguage
  ) {
    let imports = Self.imports(of: module, language)
    let own = module.split(separator: ".").last.map(String.init)
    let names = origins.map { origin in
      origin.prefix(1).flatMap { name in
        name == own ? Self.namesake(name, language) : Self.members(name, language)
      }
    }
    // Names without words are told by any of them.
    let alone = zip(origins, names).filter { $0.0.count == 1 }.flatMap(\.1)
    if !alone.isEmpty { add(imports + [alone]) }
    for (origin, name) in zip(origins, names) where origin.count != 1 {
      add(imports + (name.isEmpty ? [] : [name]) + origin.dropFirst().map { [SearchWord($0)] })
    }
  }

  private static func imports(
    of module: String, _ language: LibraryModel.ModelLanguage
  ) -> [[SearchWord]] {
    switch language {
    case .javascript: [[SearchWord(module, .quoted)]]
    case .python: module.split(separator: ".").map { [SearchWord(String($0), .importLine)] }
    }
  }

  /// How a file can name a member of a module.
  private static func members(
    _ name: String, _ language: LibraryModel.ModelLanguage
  ) -> [SearchWord] {
    switch language {
    case .javascript: [SearchWord(name)]
    case .python: [SearchWord("." + name), SearchWord(name, .importLine), SearchWord("import *")]
    }
  }

  /// The same for what is called like its module: an import of `socket` says nothing of the class.
  private static func namesake(
    _ name: String, _ language: LibraryModel.ModelLanguage
  ) -> [SearchWord] {
    switch language {
    case .javascript: [SearchWord(name)]
    case .python: [SearchWord("." + name), SearchWord("from \(name) import")]
    }
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
  private mutating func add(
    told expression: String, _ type: TypeSpec, of model: LibraryModel, _ origins: OriginNames
  ) {
    let parts = expression.split(separator: ".")
    let named = parts.filter { $0 != "*" && !$0.hasPrefix("<") }
    let members = model.language == .python ? origins.members(of: type.name) : nil
    if let members, named.count == parts.count {
      // Nobody breaks a line here, and `session.get` says more than `session` and `get`.
      add(members.map { named.joined(separator: ".") + "." + $0 })
    } else if named.isEmpty {
      let asking = model.probes.map(\.call.callee).flatMap(Self.lastNames)
      let rare = asking.filter(Self.isOfSeveralWords)
      add([rare.map { SearchWord($0) }, Self.writingWords(of: model).map { SearchWord($0) }])
    } else {
      let isOfClass = parts.count == 2 && parts[0] == "<class>"
      let words = named.map { name in
        let name = String(name.prefix { $0 != "(" })
        return [isOfClass ? SearchWord("." + name, .ofClass) : SearchWord(name, .receiver)]
      }
      add(words + [Self.rowWords(of: model).map { SearchWord("." + $0) }])
    }
  }

  private static func writingWords(of model: LibraryModel) -> [String] {
    (model.inserts + model.updates).map(\.call.callee).flatMap(lastNames)
  }

  /// The names of the methods that ask for, make or change rows.
  private static func rowWords(of model: LibraryModel) -> [String] {
    model.probes.map(\.call.callee).flatMap(lastNames) + writingWords(of: model)
  }

  private static func isOfSeveralWords(_ name: String) -> Bool {
    name.contains("_") || name.dropFirst().contains(where: \.isUppercase)
  }

  /// Names that tell without evidence.
  private mutating func add(namesOf model: LibraryModel, _ origins: OriginNames) {
    for name in model.resources.flatMap(\.acquire).flatMap(\.telling) {
      add(Self.lastNames(of: name))
    }
    for type in model.types {
      for expression in type.telling { add(told: expression, type, of: model, origins) }
    }
    for payment in model.payments {
      let parts = payment.call.callee.split { ".#".contains($0) }.suffix(2)
      guard let member = parts.first, let method = parts.last, parts.count == 2 else { continue }
      add([[SearchWord(String(member), .receiver)], [SearchWord("." + method)]])
    }
    add(model.paymentHosts.flatMap(\.hosts))
    add(model.violations.flatMap(\.codes))
    guard let behaviour = model.behaviour else { return }
    // A migration is handed its library: `createTable` and `unique` say enough, `addIndex` as well.
    let telling = (behaviour.tableCalls + behaviour.indexCalls).filter(Self.isOfSeveralWords)
    let unique = behaviour.uniqueOptions + behaviour.uniqueCalls + behaviour.primaryCalls
    add([telling.map { SearchWord($0) }, unique.map { SearchWord($0) }])
    add(behaviour.uniqueCalls.filter(Self.isOfSeveralWords))
    add(behaviour.uniqueStatements)
    // A key of a table that has another name by now.
    add(behaviour.renamingCalls)
    add([
      behaviour.releaseMethods.map { SearchWord("." + $0, .ofVariable) }
        + behaviour.returnMethods.map { SearchWord("." + $0) }
    ])
    // A field that is opened and closed tells by both; one alone is everywhere.
    let opening = Set(behaviour.acquireVerbs).union(behaviour.lockMethods)
      .intersection(behaviour.openingMethods)
    add([
      opening.sorted().map { SearchWord(".\($0)(") },
      behaviour.releaseMethods.map { SearchWord(".\($0)(") },
    ])
    add(behaviour.tableMembers)
  }
}
