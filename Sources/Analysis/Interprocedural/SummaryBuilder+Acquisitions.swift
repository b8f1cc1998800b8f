import Basis
import IR
import Linking
import RuleBook

// Which functions come to hold resources, and which of them give them to their callers.

extension SummaryBuilder {
  mutating func findAcquisitions() {
    var pending = Array(context.program.functions.ids)
    var first = findFirst(in: pending)
    let runners = runners()
    while !pending.isEmpty {
      var callers: Set<ID<ProgramFunction>> = []
      for function in pending {
        guard let found = first[function] ?? find(in: function) else { continue }
        summaries.failures[function] = found.map(\.acquisition).filter(\.isFailure)
        for item in found where item.acquisition.isLatent { addLatent(item) }
        seenTo[function] = found.map(\.acquisition).filter(\.isSeenTo)
        for item in found where !item.acquisition.isFailure && !item.acquisition.isSeenTo {
          if !item.acquisition.isLatent { add(item) }
          callers.formUnion(deliver(item))
        }
        if giveResults(of: function) {
          // Who is around a closure may give it to somebody who runs it.
          if let parent = context.program[function].parent {
            callers.insert(context.program.id(of: parent, besides: function))
          }
          callers.formUnion(context.program.callers(of: function).map(\.function))
          callers.formUnion(runners[function] ?? [])
          let name = context.program[function].name
          callers.formUnion(summaries.named.callers(of: function, named: name))
        }
        for constructor in addOwner(function) {
          callers.formUnion(context.program.callers(of: constructor).map(\.function))
        }
      }
      pending = callers.sorted()
      first = [:]
    }
  }

  /// By function: those that have it run elsewhere, and get what it gives.
  private mutating func runners() -> [ID<ProgramFunction>: [ID<ProgramFunction>]] {
    var result: [ID<ProgramFunction>: [ID<ProgramFunction>]] = [:]
    for function in context.program.functions.ids
    where context.words(of: function).contains(.running) {
      let view = view(function)
      for operation in view.function.operations.ids {
        guard case .call(let call) = view.facts.effect(operation), view.run(by: call) != nil else {
          continue
        }
        for target in view.reached(by: call, at: operation).1 {
          result[target, default: []].append(function)
        }
      }
    }
    return result
  }

  /// What functions take that nobody gave them, each looked at by itself.
  private mutating func findFirst(
    in functions: [ID<ProgramFunction>]
  ) -> [ID<ProgramFunction>: [AcquisitionFinder.Found]] {
    let (context, triage) = (context, triage)
    var known = Summaries()
    known.siblings = summaries.siblings
    known.pools = summaries.pools
    let none = known
    typealias Found = (view: FunctionView, found: [AcquisitionFinder.Found])
    let found = context.workers.map(functions) { function -> Found? in
      guard triage.mayAcquire(function, none) else { return nil }
      let view = FunctionView(function, context: context)
      return (view, AcquisitionFinder(view: view, summaries: none).find())
    }
    var result: [ID<ProgramFunction>: [AcquisitionFinder.Found]] = [:]
    for (function, item) in zip(functions, found) {
      guard let item else { continue }
      views[function] = item.view
      result[function] = item.found
    }
    return result
  }

  private mutating func find(in function: ID<ProgramFunction>) -> [AcquisitionFinder.Found]? {
    guard
      triage.mayAcquire(function, summaries) || summaries.acquisitions[function] != nil
        || latent[function] != nil || summaries.named.mayGive(to: function)
    else { return nil }
    return AcquisitionFinder(view: view(function), summaries: summaries).find()
  }

  /// Notes who is given an acquired resource by a promise or a callback; gives those to look at.
  private mutating func deliver(_ found: AcquisitionFinder.Found) -> Set<ID<ProgramFunction>> {
    guard found.acquisition.evidence != .behaviour else { return [] }
    var next: Set<ID<ProgramFunction>> = []
    for delivery in view(found.function).laterDeliveries(of: found.acquisition.handle) {
      switch delivery {
      case .promise(let outer, let operation):
        // Who gives it to his own promise has it already.
        guard outer != found.function,
          let promise = context.facts.facts(of: outer).effect(operation).result
        else { continue }
        var given = found.acquisition.given(by: found.function, at: .call(operation), as: promise)
        if given.isLatent {
          let finder = AcquisitionFinder(view: view(outer), summaries: summaries)
          let item = AcquisitionFinder.Found(function: outer, acquisition: given)
          guard let answered = finder.answered(item)?.acquisition else { continue }
          given = answered
        }
        if given.isLatent {
          if addLatent(AcquisitionFinder.Found(function: outer, acquisition: given)) {
            next.insert(outer)
          }
          continue
        }
        let isNew = !summaries.acquisitions(in: outer).contains { $0.site == given.site }
        add(AcquisitionFinder.Found(function: outer, acquisition: given))
        if isNew { next.insert(outer) }
      case .callback(let outer, let parameter, let position):
        guard summaries.delivering[outer] == nil, !found.acquisition.isLatent else { continue }
        summaries.delivering[outer] = Summaries.CallbackDelivery(
          parameter: parameter, position: position, acquisition: found.acquisition)
        next.formUnion(context.program.callers(of: outer).map(\.function))
      }
    }
    return next
  }

  /// Notes that a function returns or yields what it took; whether that is new.
  private mutating func giveResults(of function: ID<ProgramFunction>) -> Bool {
    let known = summaries.fresh[function]
    if summaries.givesResource(function), known == nil || known?.resource != nil { return false }
    // What others say of a call that they make is no longer needed once it is known what it gives.
    if known != nil {
      guard let fresh = freshResult(of: function), fresh.resource != nil else { return false }
      summaries.fresh[function] = fresh
      return true
    }
    if let fresh = freshResult(of: function) {
      summaries.fresh[function] = fresh
    } else if let yielded = yieldedResult(of: function) {
      summaries.yielded[function] = yielded
    } else {
      return false
    }
    return true
  }

  /// The resource that a generator takes and yields.
  private mutating func yieldedResult(of function: ID<ProgramFunction>) -> Acquisition? {
    let view = view(function)
    guard view.function.isGenerator else { return nil }
    return summaries.acquisitions(in: function).first { acquisition in
      guard acquisition.evidence != .behaviour, acquisition.site != .entry else { return false }
      let aliases = view.forwardAliases(of: acquisition.handle)
      if isEntered(aliases, view) { return false }
      return view.function.operations.values.contains { operation in
        guard case .yield(let value?, _, false) = operation.effect else { return false }
        return aliases.contains(value.index)
      }
    }
  }

  /// Whether a `with` block of the function gives back what some places hold.
  private func isEntered(_ aliases: BitSet, _ view: FunctionView) -> Bool {
    view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, call.isImplicit, let manager = call.receiver
      else { return false }
      return aliases.contains(manager.index)
    }
  }

  /// The constructors whose objects own what a method of theirs took, as far as that is new.
  private mutating func addOwner(_ function: ID<ProgramFunction>) -> [ID<ProgramFunction>] {
    let finder = OwnerFinder(view: view(function))
    var result: [ID<ProgramFunction>] = []
    for acquisition in summaries.acquisitions(in: function) + (latent[function] ?? []) {
      guard let owner = finder.owner(of: acquisition),
        summaries.owners[owner.constructor] == nil
      else { continue }
      summaries.owners[owner.constructor] = owner.acquisition
      summaries.ownerReleases.formUnion(owner.releases)
      result.append(owner.constructor)
    }
    return result
  }

  private mutating func add(_ found: AcquisitionFinder.Found) {
    // A module body's handles live as long as the process.
    guard context.program.functions[found.function].function != Module.body else { return }
    var known = summaries.acquisitions[found.function] ?? []
    known.removeAll {
      $0.location == found.acquisition.location && $0.resource == found.acquisition.resource
        || $0.site == found.acquisition.site && found.acquisition.site != .entry
          && ($0.evidence == .behaviour
            || $0.evidence == .siblings && found.acquisition.resource != nil)
    }
    known.append(found.acquisition)
    summaries.acquisitions[found.function] = known
  }

  /// Notes what a function takes that ends by itself and that it passes on; whether that is new.
  @discardableResult
  private mutating func addLatent(_ found: AcquisitionFinder.Found) -> Bool {
    let known = latent[found.function] ?? []
    guard !known.contains(where: { $0.site == found.acquisition.site }) else { return false }
    latent[found.function] = known + [found.acquisition]
    return true
  }

  /// The resource that a function takes and returns, unless it keeps it as well.
  private mutating func freshResult(of function: ID<ProgramFunction>) -> Acquisition? {
    let view = view(function)
    guard !view.function.isGenerator, !view.remembersResult else { return nil }
    let returned = view.function.blocks.values.flatMap { block -> [ID<Place>] in
      guard case .return(let place?) = block.terminator else { return [] }
      return view.facts.origins(of: place)
    }
    for acquisition in summaries.acquisitions(in: function) + (latent[function] ?? [])
    where acquisition.evidence != .behaviour && acquisition.site != .entry
      && !view.keeps(acquisition.handle)
    {
      let isWhole =
        returned.contains(acquisition.handle) || returned.contains(made(acquisition, view))
      guard
        let result = isWhole ? acquisition : part(of: returned, holding: acquisition, view),
        !returned.contains(where: { isBorrowed($0, view) }), isHeldAtEnd(acquisition, view)
      else { continue }
      return result
    }
    return nil
  }

  /// Whether what a function returns was there before: who gets it cannot know that it is his, as of
  /// `return context.session or make_session()`.
  private func isBorrowed(_ place: ID<Place>, _ view: FunctionView) -> Bool {
    switch view.function.places[place].kind {
    case .parameter, .receiver: return true
    case .captured, .global, .exception: return false
    case .local, .temporary: break
    }
    guard let maker = view.facts.definition(of: place),
      case .load(_, let object, _) = view.facts.effect(maker)
    else { return false }
    return view.facts.origins(of: object).allSatisfy { origin in
      [.parameter, .receiver].contains(view.function.places[origin].kind)
    }
  }

  /// Whether a function still holds what it took where it returns it: what it gave back itself, or
  /// gave to somebody who sees to it, its callers do not answer for.
  private func isHeldAtEnd(_ acquisition: Acquisition, _ view: FunctionView) -> Bool {
    let flow = ResourceFlow(acquisition: acquisition, view: view, summaries: summaries)
    let solution = solve(flow, in: view.function, budget: LeakCheck.budget(of: view.function))
    let aliases = view.holders(of: acquisition.handle)
    var isHeld = false
    var isSeen = false
    for block in view.function.blocks.ids {
      guard case .return(let place?) = view.function.blocks[block].terminator,
        view.facts.origins(of: place).contains(where: { aliases.contains($0.index) })
      else { continue }
      isSeen = true
      var state = solution[block]
      for operation in view.function.operations(of: block) { flow.apply(operation, to: &state) }
      if state.contains(.held) { isHeld = true }
    }
    if isSeen, !acquisition.isLatent { return isHeld && !isPassedToParameter(aliases, view) }
    let exit = solution[view.function.normalExit]
    return exit.contains(.gone) || exit.contains(.held) || !exit.contains(.released)
  }

  /// Whether a function gives what it took to a function of its caller's, who may see to it.
  private func isPassedToParameter(_ aliases: BitSet, _ view: FunctionView) -> Bool {
    view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect, view.isParameter(call) else { return false }
      return call.arguments.contains { aliases.contains($0.value.index) }
    }
  }
}
