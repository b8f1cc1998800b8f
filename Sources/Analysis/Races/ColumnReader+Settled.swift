import Basis
import IR
import Linking
import RuleBook

// Which columns a question compares with what its own text says, and not with what it is given.
//
//     filter(status='queued', worker=None, team=team)        status, worker

extension ColumnReader {
  /// The columns that a question compares with a state, yes, no or nothing, made alike.
  func settled(by probe: Probe) -> Set<String> {
    // What is only selected is not asked for.
    let asked = Set(probe.columns)
    var result = probe.flags
    if probe.path.isEmpty, case .call(let call) = view.facts.effect(probe.operation) {
      for link in [call] + chain(around: call) {
        visit(link) { result += settled(by: $0) }
        result += filteredState(link)
      }
    }
    return Set((result.filter(asked.contains) + probe.constants.keys).map(ColumnWords.plain))
  }

  private func settled(by effect: Effect) -> [String] {
    switch effect {
    case .call(let call):
      let name = call.calleeName(view.facts).map(view.text) ?? ""
      let named = call.arguments.compactMap { argument in
        argument.label.flatMap { view.isState(argument.value) ? plainColumn(view.text($0)) : nil }
      }
      // `eq(jobs.status, 'queued')`
      guard words.comparingCalls.contains(name), call.arguments.count == 2,
        view.isState(call.arguments[1].value)
      else { return named }
      return named + member(call.arguments[0].value)
    case .aggregate(let aggregate, _):
      return aggregate.entries.compactMap { entry in
        entry.key.flatMap { view.isState(entry.value) ? view.text($0) : nil }
      }
    case .compute(.equal, let operands, _):
      guard operands.contains(where: view.isState) else { return [] }
      return operands.filter { !view.isState($0) }.flatMap { member($0) }
    default: return []
    }
  }

  /// `.eq('status', 'queued')`, `.where('status', '=', 'queued')`
  private func filteredState(_ call: Call) -> [String] {
    guard case .method(let name, _) = call.callee,
      words.filteringMethods.contains(view.text(name)), (2...3).contains(call.arguments.count),
      case .string(let column) = view.facts.literal(of: call.arguments[0].value),
      let last = call.arguments.last, view.isState(last.value)
    else { return [] }
    return [view.text(column)]
  }
}
