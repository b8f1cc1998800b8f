import Basis
import IR
import Linking
import RuleBook

// An object of a class of the program runs on from the method that starts something in it to the
// one that ends this: whoever starts it answers for its end.

extension AcquisitionFinder {
  /// An object that is started here, and ended here on some way: `feed.start()`, and `feed.stop()`.
  func byStarting(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard case .method(let name, let receiver) = call.callee, !call.isImplicit,
      view.context.words[name].contains(.starting), receiver != view.function.receiver,
      !isOfProcess,
      let maker = view.facts.makers(of: receiver).first, view.facts.makers(of: receiver).count == 1,
      case .call(let making) = view.facts.effect(maker), !isNoResource(making),
      let type = madeType(at: maker),
      let method = view.program.targets(of: operation, in: view.id).functions.first
    else { return nil }
    let ends = RunningObjects(context: view.context).ends(of: type, startedBy: method)
    let isEnded = isEnded(making.result, by: ends.names)
    guard isEnded || isEndedByOthers(ends, besides: type) else { return nil }
    var spec = ResourceSpec(
      id: "behaviour/started", noun: "", kind: .other, weight: .medium, type: "")
    spec.isCollected = true
    spec.fix = "End it in a `finally` block."
    var found = found(receiver, spec, parent: nil, at: operation)
    found.acquisition.enders = ends.names
    if !isEnded { found.acquisition.evidence = .siblings }
    found.acquisition.location = view.context.location(of: maker, in: view.id)
    found.acquisition.text = view.context.facts.calleeText(of: maker, in: view.id)
    return found
  }

  private func isEnded(_ object: ID<Place>, by ends: Set<Symbol>) -> Bool {
    let aliases = view.forwardAliases(of: object)
    return view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect,
        case .method(let name, let receiver) = call.callee
      else { return false }
      return ends.contains(name) && aliases.contains(receiver.index)
    }
  }

  /// Whether other functions end what they have such objects run: this one may not just leave it.
  private func isEndedByOthers(_ ends: RunningObjects.Ends, besides type: ID<ProgramClass>) -> Bool
  {
    guard view.context.facts.fileKind(of: view.id) == .production else { return false }
    let enders = ends.methods.flatMap { view.program.callers(of: $0) }.filter { call in
      call.function != view.id && view.context.facts.fileKind(of: call.function) == .production
        && makes(type, for: call.operation, in: call.function)
    }
    return !enders.isEmpty
  }

  /// Whether a function makes the object of a class itself that a method is called on.
  private func makes(
    _ type: ID<ProgramClass>, for operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> Bool {
    let facts = view.context.facts.facts(of: function)
    guard case .call(let call) = facts.effect(operation), let receiver = call.receiver else {
      return false
    }
    return facts.makers(of: receiver).contains { maker in
      view.program.targets(of: maker, in: function).constructed.contains(type)
    }
  }

  // MARK: By subscribing

  /// What a call gives by which somebody is told no more, where the function ends it so:
  /// `const stop = store.subscribe(show)`, and `stop()`; or `watch.unsubscribe()`.
  func bySubscribing(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard !call.isConstruction, let symbol = view.facts.name(of: call),
      view.context.words[symbol].contains(.subscribing), !call.arguments.isEmpty,
      !isModelled(operation), !isOfPage, !isAwaited(call.result)
    else { return nil }
    let aliases = view.forwardAliases(of: call.result)
    var ends: Set<Symbol> = []
    var isCalled = false
    for operation in view.function.operations.values {
      guard case .call(let end) = operation.effect, end.arguments.isEmpty else { continue }
      switch end.callee {
      case .value(let callee): if aliases.contains(callee.index) { isCalled = true }
      case .method(let name, let receiver):
        if aliases.contains(receiver.index), view.context.words[name].contains(.stopping) {
          ends.insert(name)
        }
      case .superconstructor, .supermethod: continue
      }
    }
    guard isCalled || !ends.isEmpty else { return nil }
    var spec = ResourceSpec(
      id: "behaviour/subscription", noun: "subscription", kind: .subscription, weight: .medium,
      type: "")
    spec.isCollected = true
    spec.fix = "End it in a `finally` block."
    var found = found(call.result, spec, parent: call.receiver, at: operation)
    found.acquisition.isReleaser = isCalled
    found.acquisition.enders = ends
    return found
  }
}
