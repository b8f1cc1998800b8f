import Basis
import IR
import Linking
import RuleBook

// A parameter without a type can be anything; a name that one class alone has says what is meant:
//
//     class Storage:
//         def open_connection(self):
//             return driver.connect(self.address)
//
//     def report(storage):
//         connection = storage.open_connection()        of whatever `storage` is
//
// That is read only of names that speak of what they give, where all methods of the program that
// are called so give the same sort of thing.

/// The methods that say by their names that they give a connection, and who calls them of anything.
struct NamedGivers: Sendable {
  /// By name: the methods of the program that are called so.
  private var methods: [Symbol: [ID<ProgramFunction>]] = [:]
  /// By name: the functions that call it of something unknown.
  private var callers: [Symbol: Set<ID<ProgramFunction>>] = [:]
  private var allCallers: Set<ID<ProgramFunction>> = []

  init() {}

  init(context: CheckContext) {
    guard context.roles.index.behaviour.coroutinesAreLazy else { return }
    let program = context.program
    for id in program.functions.ids where program.owner(of: id) != nil {
      let name = program[id].name
      if methods[name] != nil || Self.speaks(program.symbols[name]) {
        methods[name, default: []].append(id)
      }
    }
    guard !methods.isEmpty else { return }
    let names = methods.keys.reduce(into: BitSet()) { $0.insert($1.index) }
    for id in program.functions.ids {
      for (number, operation) in program[id].operations.values.enumerated() {
        guard case .call(let call) = operation.effect, case .method(let name, _) = call.callee,
          names.contains(name.index), program.targets(of: ID(number), in: id).isEmpty
        else { continue }
        callers[name, default: []].insert(id)
        allCallers.insert(id)
      }
    }
  }

  /// The methods that a call of something unknown may mean.
  func methods(named name: Symbol) -> [ID<ProgramFunction>] { methods[name] ?? [] }

  /// The functions that may mean a method.
  func callers(of method: ID<ProgramFunction>, named name: Symbol) -> Set<ID<ProgramFunction>> {
    guard methods[name]?.contains(method) == true else { return [] }
    return callers[name] ?? []
  }

  /// Whether a function calls such a name of something unknown.
  func mayGive(to function: ID<ProgramFunction>) -> Bool { allCallers.contains(function) }

  /// Whether a name says that it gives a connection: `open_connection`, `get_db_session`.
  static func speaks(_ name: String) -> Bool {
    let words = Verbs.words(of: name)
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    return Self.verbs.contains(first)
      && (Verbs.isHandle(last) || ["session", "client"].contains(last))
  }

  private static let verbs: Set<String> = [
    "get", "open", "create", "make", "new", "acquire", "build", "obtain", "connect",
  ]
}
