import Basis
import IR
import Linking
import RuleBook

/// Tells functions that may acquire something from the most that surely do not, at little cost.
///
/// What names say is decided once a symbol and not once a call.
struct AcquisitionTriage {
  private let context: CheckContext
  /// Symbols that some model says are telling, or that hold an acquire verb.
  private var acquiring = BitSet()
  /// Symbols by which a value is given back.
  private var releasing = BitSet()
  private var telling = BitSet()
  /// Symbols of functions that say they release: `release()`, `unlockAll()`.
  private var releasers = BitSet()

  init(context: CheckContext) {
    self.context = context
    let symbols = context.program.symbols
    let index = context.roles.index
    let releases = Set(index.behaviour.releaseMethods + index.behaviour.returnMethods)
    for number in 0..<symbols.count {
      let name = symbols[Symbol(rawValue: UInt32(number))]
      if releases.contains(name) { releasing.insert(number) }
      if Verbs.speak(of: index.behaviour.releaseMethods, in: name) { releasers.insert(number) }
      if index.isTelling(name) { telling.insert(number) }
      if Verbs.speak(of: index.behaviour.acquireVerbs, in: name)
        || index.behaviour.lockMethods.contains(name)
        || Verbs.words(of: name).first.map(index.behaviour.makingVerbs.contains) == true
      {
        acquiring.insert(number)
      }
    }
  }

  /// Whether the finder can find something in a function.
  func mayAcquire(_ function: ID<ProgramFunction>, _ summaries: Summaries) -> Bool {
    let program = context.program
    var acquires = false
    var releases = false
    for (number, operation) in program.function(function).operations.values.enumerated() {
      guard case .call(let call) = operation.effect, !call.isImplicit else { continue }
      if case .method(let name, _) = call.callee {
        if telling.contains(name.index) { return true }
        if releasing.contains(name.index) { releases = true }
        if acquiring.contains(name.index) { acquires = true }
      } else {
        acquires = true
        if callsReleaser(call, in: function) { releases = true }
      }
      if call.isConstruction { acquires = true }
      let targets = program.targets(of: ID(number), in: function)
      if targets.functions.contains(where: summaries.givesResource) { return true }
      let roles = context.roles.index.roles(of: targets)
      if roles.contains(where: \.isAcquire) { return true }
    }
    return acquires && releases
  }

  /// Whether what is called may be what an acquire gave: `const release = await lock.acquire()`.
  private func callsReleaser(_ call: Call, in function: ID<ProgramFunction>) -> Bool {
    guard case .value(let callee) = call.callee,
      let name = context.program.function(function).places[callee].name
    else { return false }
    return releasers.contains(name.index)
  }
}

extension Role {
  var isAcquire: Bool { if case .acquire = self { true } else { false } }
}
