import Basis
import IR
import Linking
import RuleBook

/// Tells functions that may acquire something from the most that surely do not, at little cost.
struct AcquisitionTriage {
  private let context: CheckContext
  private let words: SymbolWords

  init(context: CheckContext) {
    self.context = context
    words = context.words
  }

  /// Whether the finder can find something in a function.
  func mayAcquire(_ function: ID<ProgramFunction>, _ summaries: Summaries) -> Bool {
    let program = context.program
    // What a `with` block's scope ends after its yield it has taken, whatever that is called.
    var acquires = program[function].isGenerator
    var releases = false
    for (number, operation) in program[function].operations.values.enumerated() {
      if case .closure(let nested, _) = operation.effect, !releases {
        releases = mayRelease(program.id(of: nested, besides: function), depth: 2)
      }
      guard case .call(let call) = operation.effect, !call.isImplicit else { continue }
      if case .method(let name, _) = call.callee {
        if words.telling.contains(name.index) { return true }
        if words.paired.contains(name.index) { return true }
        if call.arguments.isEmpty, words.reading.contains(name.index) { return true }
        if words.releasing.contains(name.index) || words.releasers.contains(name.index) {
          releases = true
        }
        if words.acquiring.contains(name.index) {
          acquires = true
          if opens(call, at: ID(number), in: function) { return true }
        }
        if words.committing.contains(name.index) { releases = true }
      } else {
        acquires = true
        if callsReleaser(call, in: function) { releases = true }
      }
      if call.isConstruction { acquires = true }
      let targets = program.targets(of: ID(number), in: function)
      if targets.functions.contains(where: summaries.givesResource) { return true }
      if summaries.siblings.mayGive(targets) { return true }
      if targets.functions.contains(where: context.isContextManager) { releases = true }
      let roles = context.roles.roles(of: targets)
      if roles.contains(where: \.isAcquire) { return true }
    }
    return acquires && releases
  }

  /// Whether a method of a class of the program is called by a verb of opening.
  private func opens(
    _ call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> Bool {
    guard case .method(let name, _) = call.callee,
      Verbs.isOpening(context.program.symbols[name])
    else { return false }
    let targets = context.program.targets(of: operation, in: function).functions
    return targets.contains { context.program[$0].owner != nil }
  }

  /// Whether a callback, or one that is written in it, gives something back.
  private func mayRelease(_ function: ID<ProgramFunction>, depth: Int) -> Bool {
    context.program[function].operations.values.contains { operation in
      switch operation.effect {
      case .call(let call):
        guard case .method(let name, _) = call.callee else {
          return callsReleaser(call, in: function)
        }
        return words.releasing.contains(name.index) || words.releasers.contains(name.index)
      case .closure(let nested, _):
        return depth > 0
          && mayRelease(context.program.id(of: nested, besides: function), depth: depth - 1)
      default: return false
      }
    }
  }

  /// Whether what is called may be what an acquire gave: `const release = await lock.acquire()`.
  private func callsReleaser(_ call: Call, in function: ID<ProgramFunction>) -> Bool {
    guard case .value(let callee) = call.callee,
      let name = context.program[function].places[callee].name
    else { return false }
    return words.releasers.contains(name.index)
  }
}

extension Role {
  var isAcquire: Bool { if case .acquire = self { true } else { false } }
  var isPayment: Bool { if case .payment = self { true } else { false } }
}
