import Analysis
import Basis
import RuleBook

// Which files are worth parsing, by the words that stand in them.
//
// A file matters when what makes its calls evidence can be there: the import of a library *and* a
// name that the library's model speaks of; or a name that tells by itself (`getConnection`, the
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
  init(models: [LibraryModel]) {
    let modules = Set(models.flatMap(\.modules))
    add([Self.directive])
    for model in models {
      add(model.triggers)
      add(library: model)
      add(globalsOf: model, modules: modules)
      add(namesOf: model)
    }
  }

  /// The words for what the files that were read lead to.
  init(_ leads: Leads) {
    for parts in leads.names { add(parts.map { $0.sorted().map { SearchWord($0) } }) }
  }

  /// An import of the library, and a name that its model speaks of.
  private mutating func add(library model: LibraryModel) {
    let members = Self.members(of: model)
    for module in model.modules {
      switch model.language {
      case .javascript: add([[SearchWord(module, .quoted)], members])
      case .python:
        let parts = module.split(separator: ".").map { [SearchWord(String($0), .importLine)] }
        add(parts + [members])
      }
    }
  }

  private static func members(of model: LibraryModel) -> [SearchWord] {
    Set(model.canonicalNames.flatMap(lastNames)).sorted().map { SearchWord($0) }
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

  /// Names that tell without evidence.
  private mutating func add(namesOf model: LibraryModel) {
    for name in model.resources.flatMap(\.acquire).flatMap(\.telling) {
      add(Self.lastNames(of: name))
    }
    for call in model.probes + model.inserts + model.updates {
      for name in call.telling {
        let parts = name.split(separator: ".").filter { $0 != "*" }
        add(parts.map { [SearchWord(String($0))] })
      }
    }
    for payment in model.payments {
      let parts = payment.call.callee.split { ".#".contains($0) }.suffix(2)
      if parts.count == 2 { add(parts.map { [SearchWord(String($0))] }) }
    }
    add(model.paymentHosts.flatMap(\.hosts))
    add(model.violations.flatMap(\.codes))
    guard let behaviour = model.behaviour else { return }
    add((behaviour.releaseMethods + behaviour.returnMethods).map { "." + $0 })
    add(behaviour.tableMembers)
  }
}
