import Basis
import IR
import Linking
import RuleBook

/// Tells functions that may acquire something from the most that surely do not, at little cost.
struct AcquisitionTriage {
  private let context: CheckContext

  init(context: CheckContext) { self.context = context }

  /// Whether the finder can find something in a function.
  func mayAcquire(_ function: ID<ProgramFunction>, _ summaries: Summaries) -> Bool {
    let words = context.words(of: function)
    if words.contains(.taking) || context.roles.kinds(in: function).contains(.acquire) {
      return true
    }
    if words.contains(.opening), callsOwn(.opening, function) { return true }
    if words.isSuperset(of: [.subscribing, .stopping]) { return true }
    if words.contains(.starting), callsOwn(.starting, function) { return true }
    if !words.isDisjoint(with: [.ending, .stopping]), context.isContextManager(function) {
      return true
    }
    if !summaries.siblings.membersCalled(in: function, context).isEmpty { return true }
    var ends = !words.isDisjoint(with: [.ending, .closuresGiveBack])
    for (_, targets) in context.program.calls(in: function) {
      if summaries.siblings.mayGive(targets) || summaries.pools.mayGive(targets) { return true }
      if targets.functions.isEmpty { continue }
      if targets.functions.contains(where: summaries.givesResource) { return true }
      if !ends, targets.functions.contains(where: context.isContextManager) { ends = true }
      if words.contains(.releasing), targets.constructed.isEmpty, targets.names.isEmpty,
        targets.functions.allSatisfy(context.makesItsResult)
      {
        return true
      }
    }
    return ends && words.contains(.acquiring)
  }

  /// Whether a method of a class of the program is called by a verb of some sort.
  private func callsOwn(_ verb: SymbolWord, _ function: ID<ProgramFunction>) -> Bool {
    let operations = context.program.operations(of: function)
    return context.program.calls(in: function).contains { operation, targets in
      guard targets.functions.contains(where: { context.program.owner(of: $0) != nil }),
        case .call(let call) = operations[operation].effect,
        case .method(let name, _) = call.callee, !call.isImplicit
      else { return false }
      return context.words[name].contains(verb)
    }
  }
}

extension Role {
  var isAcquire: Bool { if case .acquire = self { true } else { false } }

  var neverRaises: Bool { if case .neverRaises = self { true } else { false } }
}
