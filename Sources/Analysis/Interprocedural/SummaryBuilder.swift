import Basis
import Findings
import IR
import Linking
import RuleBook

// Summaries, bottom-up and only where they are asked for.
//
// Three questions are asked of functions. *Does it return a fresh resource?* Then its callers
// answer for it: every call of it is an acquire, and may make its caller such a function in turn.
// *What does it do with a resource that it is given?* Asked of the parameters that some held
// handle can reach, and of the variables that a closure captures. *Does a closure release what it
// captures on some ways only?* Then it is checked as the continuation of the function around it.
//
// The second is solved with the same flow as a leak, from a handle that is held on entry; what the
// exits show is the effect. Functions that ask each other are solved in rounds, from "borrows",
// until nothing changes; the deepest asked are solved first, so that a round is usually enough.

/// Makes the summaries of a program.
struct SummaryBuilder {
  let context: CheckContext
  var views: [ID<ProgramFunction>: FunctionView] = [:]
  var summaries = Summaries()
  /// By function: what it takes that ends by itself, and passes on.
  var latent: [ID<ProgramFunction>: [Acquisition]] = [:]
  /// By function: what it takes whose own listeners see to its end.
  var seenTo: [ID<ProgramFunction>: [Acquisition]] = [:]
  /// What is asked, in order of asking.
  private var asked: [Summaries.EffectKey] = []
  /// By question, its position in `asked`.
  private var positions: [Summaries.EffectKey: Int] = [:]
  /// By question, the questions whose answers it goes into.
  private var askers: [[Int]] = []

  let triage: AcquisitionTriage

  init(context: CheckContext) {
    self.context = context
    triage = AcquisitionTriage(context: context)
  }

  /// Finds who comes to hold what; that is all that leads to further files.
  mutating func begin() -> Summaries {
    summaries.siblings = SiblingReleases(context: context)
    summaries.pools = OwnPools(context: context)
    summaries.named = NamedGivers(context: context)
    findAcquisitions()
    return summaries
  }

  /// Finds what becomes of it, once no file is new.
  mutating func finish() -> Summaries {
    ask()
    answer()
    addContinuations()
    addArms()
    addForgotten()
    summaries.dropped = DroppedHandles(context: context).find()
    let slots = OverwrittenSlots(context: context)
    summaries.overwritten = slots.find()
    summaries.unkept = slots.unkept()
    summaries.paired = PairedCalls(context: context, summaries: summaries)
    addFieldDuties()
    addScopeDuties()
    addBlamed()
    return summaries
  }

  mutating func view(_ function: ID<ProgramFunction>) -> FunctionView {
    if let view = views[function] { return view }
    let view = FunctionView(function, context: context)
    views[function] = view
    return view
  }

  // MARK: Effects on parameters

  private mutating func ask() {
    for function in summaries.acquisitions.keys.sorted() {
      for acquisition in summaries.acquisitions(in: function) {
        askAbout(
          acquisition.handle, in: function, isTransaction: acquisition.spec.kind == .transaction,
          isReleaser: acquisition.isReleaser, element: acquisition.element)
        if let releaser = acquisition.releaser {
          askAbout(releaser, in: function, isTransaction: false, isReleaser: true)
        }
      }
    }
    var next = 0
    while next < asked.count {
      let key = asked[next]
      askAbout(
        key.reference.place, in: key.reference.function, isTransaction: key.isTransaction,
        isReleaser: key.isReleaser, element: key.member, asker: next)
      let inner = view(key.reference.function)
      if !key.isReleaser, let itself = inner.itself(besides: key.reference.place) {
        askAbout(
          itself, in: key.reference.function, isTransaction: key.isTransaction, isReleaser: true,
          asker: next)
      }
      next += 1
    }
  }

  /// Asks about every parameter and captured variable that the value of a place can reach.
  private mutating func askAbout(
    _ place: ID<Place>, in function: ID<ProgramFunction>, isTransaction: Bool, isReleaser: Bool,
    element: Symbol? = nil, asker: Int? = nil
  ) {
    let view = view(function)
    let aliases = view.forwardAliases(of: place, element: element)
    // An object that has it among its members: `update(id, { client })`.
    var given = aliases
    given.formUnion(view.holders(of: place))
    func ask(_ place: ID<Place>, of function: ID<ProgramFunction>, member: Symbol? = nil) {
      let reference = PlaceReference(function: function, place: place)
      let key = Summaries.EffectKey(
        reference: reference, isTransaction: isTransaction, isReleaser: isReleaser, member: member)
      add(key, asker: asker)
    }
    for operation in view.function.operations.ids {
      switch view.facts.effect(operation) {
      case .call(let call):
        guard call.arguments.contains(where: { given.contains($0.value.index) }) else { continue }
        let (inner, reached) = view.reached(by: call, at: operation)
        for target in reached {
          let callee = context.program[target]
          for index in callee.parameters.indices {
            for handle in inner.handles(for: index, of: callee) where given.contains(handle.index) {
              let member = isReleaser ? nil : view.member(of: handle, holding: aliases)
              ask(callee.parameters[index].place, of: target, member: member)
            }
          }
        }
      case .closure(let nested, _):
        let id = context.program.id(of: nested, besides: function)
        for capture in context.program[id].captures
        where aliases.contains(capture.outer.index) {
          ask(capture.inner, of: id)
        }
      default: continue
      }
    }
  }

  private mutating func add(_ key: Summaries.EffectKey, asker: Int?) {
    let position = positions[key] ?? asked.count
    if position == asked.count {
      positions[key] = position
      asked.append(key)
      askers.append([])
    }
    if let asker { askers[position].append(asker) }
  }

  private mutating func answer() {
    var pending = Array(asked.indices)
    // More rounds than calls nest change nothing; recursion settles in a few.
    for _ in 0..<8 where !pending.isEmpty {
      var stale: Set<Int> = []
      for position in pending.reversed() {
        let key = asked[position]
        let effect = effect(of: key)
        if summaries.effects[key] ?? .borrows != effect {
          // Who asked and was asked later knows already.
          stale.formUnion(askers[position].filter { $0 >= position })
        }
        summaries.effects[key] = effect
      }
      pending = stale.sorted()
    }
  }

  private mutating func effect(of key: Summaries.EffectKey) -> ParameterEffect {
    let view = view(key.reference.function)
    let acquisition = probe(key, view)
    let flow = ResourceFlow(acquisition: acquisition, view: view, summaries: summaries)
    let solution = solve(flow, in: view.function, budget: LeakCheck.budget(of: view.function))
    if !solution.isComplete { summaries.givenUp.insert(key.reference.function) }
    let exit = solution[view.function.normalExit]
    if losesByException(solution, view) {
      summaries.losing.insert(key)
    } else {
      summaries.losing.remove(key)
    }
    if exit.contains(.released), view.isContextManager, losesBody(flow) {
      summaries.losingScopes.insert(key)
    }
    let isReturned = view.function.blocks.values.contains { block in
      guard case .return(let place?) = block.terminator else { return false }
      return view.facts.origins(of: place).contains(key.reference.place)
    }
    if exit.contains(.released) {
      if flow.isReleasedSometimes { summaries.doubtful.insert(key.reference) }
      return exit.contains(.held) ? .sometimesReleases : .releases
    }
    if isPartlyDelivered(key, view), exit.contains(.held), exit.contains(.gone) {
      summaries.partlyDelivered.insert(key)
    } else {
      summaries.partlyDelivered.remove(key)
    }
    guard exit.contains(.gone) else { return .borrows }
    if exit.contains(.held), isLeftToContinuation(key, view, flow, solution) {
      return .sometimesReleases
    }
    return isReturned ? .returns : .keeps
  }

  /// Whether a function that gives back what it is given keeps it where it raises something: one
  /// that waits, a generator, which may be closed early, or one that says itself that it throws. What
  /// else a callback raises ends the process.
  private func losesByException(_ solution: Solution<ResourceFlow>, _ view: FunctionView) -> Bool {
    let exit = solution[view.function.normalExit]
    guard exit.contains(.released), !exit.contains(.held),
      solution[view.function.exceptionalExit].contains(.held)
    else { return false }
    if view.function.isAsync || view.function.isGenerator { return true }
    return view.function.blocks.ids.contains { block in
      guard case .raise(.some) = view.function.blocks[block].terminator else { return false }
      return solution[block].contains(.held)
    }
  }

  /// Whether a context manager keeps what it is given where the body of its block raises something.
  private func losesBody(_ flow: ResourceFlow) -> Bool {
    var ofBody = flow
    ofBody.isOfBody = true
    let function = flow.view.function
    let solution = solve(ofBody, in: function, budget: LeakCheck.budget(of: function))
    return solution[function.exceptionalExit].contains(.held)
  }

  /// A resource that is held on entry, of which nothing is known but its sort.
  private func probe(_ key: Summaries.EffectKey, _ view: FunctionView) -> Acquisition {
    let spec = ResourceSpec(
      id: "", noun: "", kind: key.isTransaction ? .transaction : .other, weight: .medium, type: "")
    var acquisition = Acquisition(
      site: .entry, handle: key.reference.place, resource: nil, spec: spec, evidence: .behaviour,
      confidence: .low, location: SourceLocation(file: ID(0), range: .none), text: "")
    acquisition.isReleaser = key.isReleaser
    acquisition.element = key.member
    if !key.isReleaser { acquisition.releaser = view.itself(besides: key.reference.place) }
    return acquisition
  }

  // MARK: Continuations

  /// A closure that releases a captured handle on some ways out only answers for the others.
  private mutating func addContinuations() {
    for function in summaries.acquisitions.keys.sorted() {
      for acquisition in summaries.acquisitions(in: function) {
        continueIn(function, acquisition.handle, acquisition, visited: [])
        guard let releaser = acquisition.releaser else { continue }
        var byReleaser = acquisition
        byReleaser.isReleaser = true
        continueIn(function, releaser, byReleaser, visited: [])
      }
    }
  }

  private mutating func continueIn(
    _ function: ID<ProgramFunction>, _ handle: ID<Place>, _ acquisition: Acquisition,
    visited: Set<ID<ProgramFunction>>
  ) {
    guard !visited.contains(function) else { return }
    let view = view(function)
    let aliases = view.forwardAliases(of: handle)
    for operation in view.function.operations.values {
      guard case .closure(let nested, let closure) = operation.effect else { continue }
      if view.isListener(closure) || view.isNamedListener(closure) { continue }
      let isLeft = isLeft(closure, with: acquisition, handle, view)
      let id = context.program.id(of: nested, besides: function)
      let captures = context.program[id].captures
      for capture in captures where aliases.contains(capture.outer.index) {
        let reference = PlaceReference(function: id, place: capture.inner)
        let key = Summaries.EffectKey(
          reference: reference, isTransaction: acquisition.spec.kind == .transaction,
          isReleaser: acquisition.isReleaser)
        let isOwner = summaries.effects[key] == .sometimesReleases && !isLent(closure, handle, view)
        let isGivenUp = summaries.partlyDelivered.contains(key)
        let isAlone = isLeft || isDrainedElsewhere(nested, with: handle, view)
        if isOwner || isGivenUp || isAlone && summaries.losing.contains(key) {
          var continuation = acquisition
          continuation.site = .entry
          continuation.handle = capture.inner
          continuation.error = nil
          continuation.parent = nil
          continuation.releaser = acquisition.releaser.flatMap { releaser in
            let names = view.forwardAliases(of: releaser)
            return captures.first { names.contains($0.outer.index) }?.inner
          }
          continuation.succeedsIfTrue = false
          if continuation.releaser == nil, !continuation.isReleaser {
            continuation.releaser = self.view(id).itself(besides: capture.inner)
          }
          summaries.acquisitions[id, default: []].append(continuation)
        }
        continueInItself(id, capture.inner, acquisition, visited: visited.union([function]))
        var inner = acquisition
        inner.releaser = acquisition.releaser.flatMap { releaser in
          let names = view.forwardAliases(of: releaser)
          return captures.first { names.contains($0.outer.index) }?.inner
        }
        continueIn(id, capture.inner, inner, visited: visited.union([function]))
      }
    }
  }

  /// A closure that leaves the handle to its next run answers for that run being made.
  private mutating func continueInItself(
    _ closure: ID<ProgramFunction>, _ handle: ID<Place>, _ acquisition: Acquisition,
    visited: Set<ID<ProgramFunction>>
  ) {
    guard !acquisition.isReleaser, let itself = view(closure).itself(besides: handle) else {
      return
    }
    var byItself = acquisition
    byItself.isReleaser = true
    continueIn(closure, itself, byItself, visited: visited)
  }

  /// Whether a generator that somebody else goes through, and may leave early, alone gives a handle
  /// back: `return Response(chunks())`.
  private func isDrainedElsewhere(
    _ nested: ID<Function>, with handle: ID<Place>, _ view: FunctionView
  ) -> Bool {
    let id = context.program.id(of: nested, besides: view.id)
    guard context.program[id].isGenerator, !FunctionView(id, context: context).isContextManager
    else { return false }
    let isGoneThrough = view.function.operations.ids.contains { operation in
      guard case .call(let call) = view.facts.effect(operation),
        context.program.targets(of: operation, in: view.id).functions.contains(id)
      else { return false }
      return view.facts.uses(of: call.result).contains { use in
        if case .iterate = view.facts.effect(use) { true } else { false }
      }
    }
    let finder = AcquisitionFinder(view: view, summaries: summaries)
    return !isGoneThrough && finder.releaseVerb(of: handle) == nil
  }

  /// Whether a closure only runs while a call is waited for that is given it, or for each element of a
  /// list, after which the function itself gives the handle back.
  private func isLent(_ closure: ID<Place>, _ handle: ID<Place>, _ view: FunctionView) -> Bool {
    let holders = view.forwardAliases(of: closure)
    let calls = view.function.operations.ids.filter { operation in
      guard case .call(let call) = view.facts.effect(operation) else { return false }
      return call.arguments.contains { holders.contains($0.value.index) }
    }
    guard let last = calls.last, case .call(let call) = view.facts.effect(last) else {
      return false
    }
    let finder = AcquisitionFinder(view: view, summaries: summaries)
    let end = view.function.operations[last].range.end
    return (finder.isAwaited(call.result) || isIterating(call, view))
      && finder.releases(of: handle).contains { $0.range.start >= end }
  }

  /// Whether a call runs what it is given for each element of a list, as often as there are some:
  /// `rows.map(async (row) => …)`.
  private func isIterating(_ call: Call, _ view: FunctionView) -> Bool {
    guard case .method(let name, _) = call.callee else { return false }
    return context.roles.index.behaviour.iteratingMethods.contains(view.text(name))
  }

  /// Whether a closure alone answers for a pool's slot or a lock when it raises something: it is
  /// what the function returns, or the function gives nothing back itself.
  private func isLeft(
    _ closure: ID<Place>, with acquisition: Acquisition, _ handle: ID<Place>, _ view: FunctionView
  ) -> Bool {
    guard acquisition.spec.weight == .high else { return false }
    let holders = view.holders(of: closure)
    let isReturned = view.function.blocks.values.contains { block in
      guard case .return(let place?) = block.terminator else { return false }
      return holders.contains(place.index)
    }
    return isReturned
      || AcquisitionFinder(view: view, summaries: summaries).releaseVerb(of: handle) == nil
  }
}
