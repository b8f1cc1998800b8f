import Basis
import IR
import Linking
import RuleBook

// What a function gives to several others and none of them gives back is told once, of the function
// itself: that is where its author mends it, as by making it a context manager.
//
//     def connect():
//         return sqlite3.connect(path)                told here
//
//     def add(item):
//         with connect() as connection: …             closes nothing
//     def count():
//         with connect() as connection: …             nor does this
//     def drop(): …

extension SummaryBuilder {
  /// Notes the functions of whose callers none gives back what it gets.
  mutating func addBlamed() {
    var users: [ID<ProgramFunction>: [(function: ID<ProgramFunction>, got: Acquisition)]] = [:]
    for function in summaries.acquisitions.keys.sorted() {
      for acquisition in summaries.acquisitions(in: function) {
        guard case .wrapper(let helper) = acquisition.evidence, acquisition.site != .entry,
          acquisition.resource != nil, summaries.fresh[helper] != nil
        else { continue }
        users[helper, default: []].append((function, acquisition))
      }
    }
    for (helper, users) in users.sorted(by: { $0.key < $1.key }) {
      let calls = Set(users.map(\.function))
      guard calls.count >= Self.severalUsers, let taken = summaries.fresh[helper],
        context.facts.fileKind(of: helper) == .production,
        context.program.callers(of: helper).allSatisfy({ calls.contains($0.function) }),
        users.allSatisfy({ keeps($0.got, in: $0.function) })
      else { continue }
      summaries.blamed[helper] = Summaries.Blamed(
        acquisition: taken, users: users.map(\.got.location))
    }
  }

  /// From so many on it is not each user's own fault.
  private static let severalUsers = 3

  /// Whether a function never gives back what it got.
  private mutating func keeps(_ got: Acquisition, in function: ID<ProgramFunction>) -> Bool {
    let view = view(function)
    let flow = ResourceFlow(acquisition: got, view: view, summaries: summaries)
    let solution = solve(flow, in: view.function, budget: LeakCheck.budget(of: view.function))
    return Leak(solution)?.rule == "SL101"
  }
}
