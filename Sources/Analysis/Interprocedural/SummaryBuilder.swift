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
  private var views: [ID<ProgramFunction>: FunctionView] = [:]
  var summaries = Summaries()
  /// What is asked, in order of asking.
  private var asked: [Summaries.EffectKey] = []
  private var isAsked: Set<Summaries.EffectKey> = []

  private let triage: AcquisitionTriage

  init(context: CheckContext) {
    self.context = context
    triage = AcquisitionTriage(context: context)
  }

  mutating func build() -> Summaries {
    findAcquisitions()
    ask()
    answer()
    addContinuations()
    addForgotten()
    addFieldDuties()
    return summaries
  }

  mutating func view(_ function: ID<ProgramFunction>) -> FunctionView {
    if let view = views[function] { return view }
    let view = FunctionView(function, context: context)
    views[function] = view
    return view
  }

  // MARK: Acquisitions and fresh results

  private mutating func findAcquisitions() {
    var pending = Array(context.program.functions.ids)
    while !pending.isEmpty {
      var callers: Set<ID<ProgramFunction>> = []
      for function in pending
      where triage.mayAcquire(function, summaries) || summaries.acquisitions[function] != nil {
        let finder = AcquisitionFinder(view: view(function), summaries: summaries)
        let found = finder.find()
        summaries.failures[function] = found.map(\.acquisition).filter(\.isFailure)
        for item in found where !item.acquisition.isFailure {
          add(item)
          callers.formUnion(deliver(item))
        }
        if giveResults(of: function) {
          // Who is around a closure may give it to somebody who runs it.
          if let parent = context.program.function(function).parent {
            callers.insert(context.program.id(of: parent, besides: function))
          }
          callers.formUnion(context.program.callers(of: function).map(\.function))
        }
        for constructor in addOwner(function) {
          callers.formUnion(context.program.callers(of: constructor).map(\.function))
        }
      }
      pending = callers.sorted()
    }
  }

  /// Notes who is given an acquired resource by a promise or a callback; gives those to look at.
  private mutating func deliver(_ found: AcquisitionFinder.Found) -> Set<ID<ProgramFunction>> {
    guard found.acquisition.evidence != .behaviour else { return [] }
    var next: Set<ID<ProgramFunction>> = []
    for delivery in view(found.function).deliveries(of: found.acquisition.handle) {
      switch delivery {
      case .promise(let outer, let operation):
        guard let promise = context.facts.facts(of: outer).effect(operation).result else {
          continue
        }
        let given = found.acquisition.given(by: found.function, at: .call(operation), as: promise)
        let isNew = !summaries.acquisitions(in: outer).contains { $0.site == given.site }
        add(AcquisitionFinder.Found(function: outer, acquisition: given))
        if isNew { next.insert(outer) }
      case .callback(let outer, let parameter, let position):
        guard summaries.delivering[outer] == nil else { continue }
        summaries.delivering[outer] = Summaries.CallbackDelivery(
          parameter: parameter, position: position, acquisition: found.acquisition)
        next.formUnion(context.program.callers(of: outer).map(\.function))
      }
    }
    return next
  }

  /// Notes that a function returns or yields what it took; whether that is new.
  private mutating func giveResults(of function: ID<ProgramFunction>) -> Bool {
    guard !summaries.givesResource(function) else { return false }
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
      return view.function.operations.values.contains { operation in
        guard case .yield(let value?, _, false) = operation.effect else { return false }
        return aliases.contains(value.index)
      }
    }
  }

  /// The constructors whose objects own what a method of theirs took, as far as that is new.
  private mutating func addOwner(_ function: ID<ProgramFunction>) -> [ID<ProgramFunction>] {
    let finder = OwnerFinder(view: view(function))
    var result: [ID<ProgramFunction>] = []
    for acquisition in summaries.acquisitions(in: function) {
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
        || $0.site == found.acquisition.site && $0.evidence == .behaviour
          && found.acquisition.site != .entry
    }
    known.append(found.acquisition)
    summaries.acquisitions[found.function] = known
  }

  /// The resource that a function takes and returns, unless it keeps it as well.
  private mutating func freshResult(of function: ID<ProgramFunction>) -> Acquisition? {
    let view = view(function)
    guard !view.function.isGenerator, !view.remembersResult else { return nil }
    let returned = view.function.blocks.values.flatMap { block -> [ID<Place>] in
      guard case .return(let place?) = block.terminator else { return [] }
      return view.facts.origins(of: place)
    }
    for acquisition in summaries.acquisitions(in: function)
    where acquisition.evidence != .behaviour && acquisition.site != .entry
      && !isKept(acquisition.handle, view)
    {
      if returned.contains(acquisition.handle) || returned.contains(made(acquisition, view)) {
        return acquisition
      }
      guard acquisition.element == nil, let member = member(holding: acquisition, returned, view)
      else { continue }
      var result = acquisition
      result.element = member
      return result
    }
    return nil
  }

  /// The object that a function made and then opened: `const client = new Client()`, `connect()`.
  private func made(_ acquisition: Acquisition, _ view: FunctionView) -> ID<Place> {
    guard let maker = view.facts.makers(of: acquisition.handle).first,
      case .call(let call) = view.facts.effect(maker)
    else { return acquisition.handle }
    return call.result
  }

  /// The member of a returned object that has what was taken: `return { client, rows }`.
  private func member(
    holding acquisition: Acquisition, _ returned: [ID<Place>], _ view: FunctionView
  ) -> Symbol? {
    let aliases = view.forwardAliases(of: acquisition.handle)
    for place in returned {
      guard let maker = view.facts.definition(of: place),
        case .aggregate(let object, _) = view.facts.effect(maker)
      else { continue }
      let entry = object.entries.first { $0.key != nil && aliases.contains($0.value.index) }
      if let entry { return entry.key }
    }
    return nil
  }

  /// Whether the function also stores the value where it outlives the call: a cache, a singleton.
  private func isKept(_ place: ID<Place>, _ view: FunctionView) -> Bool {
    let aliases = view.holders(of: place)
    let keepMethods = context.roles.index.behaviour.keepMethods
    return view.function.operations.values.contains { operation in
      switch operation.effect {
      case .store(let value, _, _), .storeElement(let value, _, _):
        return aliases.contains(value.index)
      case .copy(let source, let into):
        guard aliases.contains(source.index) else { return false }
        switch view.function.places[into].kind {
        case .captured, .global: return true
        default: return false
        }
      case .call(let call):
        guard case .method(let name, _) = call.callee else { return false }
        return keepMethods.contains(view.text(name))
          && call.arguments.contains { aliases.contains($0.value.index) }
      default: return false
      }
    }
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
      next += 1
      askAbout(
        key.reference.place, in: key.reference.function, isTransaction: key.isTransaction,
        isReleaser: key.isReleaser)
    }
  }

  /// Asks about every parameter and captured variable that the value of a place can reach.
  private mutating func askAbout(
    _ place: ID<Place>, in function: ID<ProgramFunction>, isTransaction: Bool, isReleaser: Bool,
    element: Symbol? = nil
  ) {
    let view = view(function)
    let aliases = view.forwardAliases(of: place, element: element)
    for operation in view.function.operations.ids {
      switch view.facts.effect(operation) {
      case .call(let call):
        guard call.arguments.contains(where: { aliases.contains($0.value.index) }) else { continue }
        for target in context.program.targets(of: operation, in: function).functions {
          let callee = context.program.function(target)
          for index in callee.parameters.indices {
            let given = call.handles(for: index, of: callee)
            guard given.contains(where: { aliases.contains($0.index) }) else { continue }
            add(callee.parameters[index].place, of: target, isTransaction, isReleaser)
          }
        }
      case .closure(let nested, _):
        let id = context.program.id(of: nested, besides: function)
        for capture in context.program.function(id).captures
        where aliases.contains(capture.outer.index) {
          add(capture.inner, of: id, isTransaction, isReleaser)
        }
      default: continue
      }
    }
  }

  private mutating func add(
    _ place: ID<Place>, of function: ID<ProgramFunction>, _ isTransaction: Bool,
    _ isReleaser: Bool
  ) {
    let reference = PlaceReference(function: function, place: place)
    let key = Summaries.EffectKey(
      reference: reference, isTransaction: isTransaction, isReleaser: isReleaser)
    if isAsked.insert(key).inserted { asked.append(key) }
  }

  private mutating func answer() {
    // More rounds than calls nest change nothing; recursion settles in a few.
    for _ in 0..<8 {
      var changed = false
      for key in asked.reversed() {
        let effect = effect(of: key)
        if summaries.effects[key] ?? .borrows != effect { changed = true }
        summaries.effects[key] = effect
      }
      if !changed { return }
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
    let isReturned = view.function.blocks.values.contains { block in
      guard case .return(let place?) = block.terminator else { return false }
      return view.facts.origins(of: place).contains(key.reference.place)
    }
    if exit.contains(.released) {
      return exit.contains(.held) ? .sometimesReleases : .releases
    }
    guard exit.contains(.gone) else { return .borrows }
    return isReturned ? .returns : .keeps
  }

  /// Whether a function that gives back what it is given keeps it where it raises something: one
  /// that waits, or says itself that it throws. What else a callback raises ends the process.
  private func losesByException(_ solution: Solution<ResourceFlow>, _ view: FunctionView) -> Bool {
    let exit = solution[view.function.normalExit]
    guard exit.contains(.released), !exit.contains(.held),
      solution[view.function.exceptionalExit].contains(.held)
    else { return false }
    if view.function.isAsync { return true }
    return view.function.blocks.ids.contains { block in
      guard case .raise(.some) = view.function.blocks[block].terminator else { return false }
      return solution[block].contains(.held)
    }
  }

  /// A resource that is held on entry, of which nothing is known but its sort.
  private func probe(_ key: Summaries.EffectKey, _ view: FunctionView) -> Acquisition {
    let spec = ResourceSpec(
      id: "", noun: "", kind: key.isTransaction ? .transaction : .other, weight: .medium, type: "")
    var acquisition = Acquisition(
      site: .entry, handle: key.reference.place, resource: nil, spec: spec, evidence: .behaviour,
      confidence: .low, location: SourceLocation(file: ID(0), range: .none), text: "")
    acquisition.isReleaser = key.isReleaser
    return acquisition
  }

  // MARK: Fields

  /// Notes the connections that objects take for themselves and that nobody gives back.
  private mutating func addForgotten() {
    var candidates: [FieldDuty.Candidate] = []
    for function in summaries.acquisitions.keys.sorted() {
      let view = view(function)
      guard let owner = view.function.owner else { continue }
      let type = context.program.id(of: owner, in: context.program.functions[function].module)
      for acquisition in summaries.acquisitions(in: function)
      where isCounted(acquisition) || isClosable(acquisition) && endsOthers(type) {
        guard let field = OwnerFinder(view: view).field(of: acquisition) else { continue }
        candidates.append(
          FieldDuty.Candidate(
            function: function, acquisition: acquisition, field: field, type: type))
      }
    }
    for item in FieldDuty(context: context).forgotten(among: candidates) {
      summaries.forgotten[item.function, default: []].append(item.acquisition)
    }
  }

  /// Whether something that a model knows must be closed by hand is taken.
  private func isClosable(_ acquisition: Acquisition) -> Bool {
    let spec = acquisition.spec
    guard acquisition.resource != nil, acquisition.site != .entry, spec.weight != .low,
      !spec.isClosedImplicitly
    else { return false }
    return spec.kind != .lock && spec.kind != .transaction && spec.kind != .cursor
  }

  /// Whether the objects of a class have an end, at which some field of theirs is given back: what
  /// else they hold is given back there, or is forgotten.
  private mutating func endsOthers(_ type: ID<ProgramClass>) -> Bool {
    let module = context.program.classes[type].module
    let ending = context.roles.index.behaviour.releaseMethods
    return context.program.type(type).members.contains { member in
      let method = context.program.id(of: member.function, in: module)
      let view = view(method)
      guard ending.contains(view.text(view.function.name)) else { return false }
      return view.function.operations.values.contains { operation in
        guard case .call(let call) = operation.effect,
          case .method(let name, let field) = call.callee,
          ending.contains(view.text(name)), let maker = view.facts.makers(of: field).first,
          case .load(_, let object, _) = view.facts.effect(maker)
        else { return false }
        return object == view.function.receiver
      }
    }
  }

  /// Whether a connection that a model knows is taken, of which there are only so many.
  private func isCounted(_ acquisition: Acquisition) -> Bool {
    let spec = acquisition.spec
    guard acquisition.resource != nil, acquisition.site != .entry, !spec.isCollected else {
      return false
    }
    return spec.weight == .high && (spec.kind == .connection || spec.kind == .session)
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
      guard case .closure(let nested, let closure) = operation.effect,
        !view.isListener(closure)
      else { continue }
      let isLeft = isLeft(closure, with: acquisition, handle, view)
      let id = context.program.id(of: nested, besides: function)
      let captures = context.program.function(id).captures
      for capture in captures where aliases.contains(capture.outer.index) {
        let reference = PlaceReference(function: id, place: capture.inner)
        let key = Summaries.EffectKey(
          reference: reference, isTransaction: acquisition.spec.kind == .transaction,
          isReleaser: acquisition.isReleaser)
        if summaries.effects[key] == .sometimesReleases || isLeft && summaries.losing.contains(key)
        {
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
          summaries.acquisitions[id, default: []].append(continuation)
        }
        var inner = acquisition
        inner.releaser = acquisition.releaser.flatMap { releaser in
          let names = view.forwardAliases(of: releaser)
          return captures.first { names.contains($0.outer.index) }?.inner
        }
        continueIn(id, capture.inner, inner, visited: visited.union([function]))
      }
    }
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
