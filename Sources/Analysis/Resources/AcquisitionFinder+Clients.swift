import Basis
import IR
import Linking
import RuleBook

// Most clients and pools live as long as the process, and nobody closes them. One that is made for a
// single call, in code that serves requests, is another matter:
//
//     async run(input) {
//       const client = knex(input.connection)       each call opens connections of its own
//       return client('orders').select()            and nobody ends them
//     }

extension AcquisitionFinder {
  /// Whether a client is made for one run of a function that runs often, asked something there, and
  /// not told to listen for good.
  func isOfOneCall(_ found: Found) -> Bool {
    guard found.function == view.id, found.acquisition.spec.kind == .client,
      !index.behaviour.coroutinesAreLazy,
      view.context.facts.fileKind(of: view.id) == .production,
      PoolsPerCall.mayRunOften(view.id, view.context),
      isWaiting || isAnswering(from: found.acquisition.handle),
      !OneShots(context: view.context).contains(view.id)
    else { return false }
    let asked = questions(to: found.acquisition.handle)
    return !asked.isEmpty && !asked.contains(where: isForGood)
  }

  /// Whether a client's own events see to it: a listener gives it to somebody, or ends it. So it goes
  /// where nobody waits for its being open: `client.once('connect', () => callback(null, client))`.
  func isSeenToByListeners(_ client: ID<Place>) -> Bool {
    let aliases = view.facts.origins(of: client).reduce(into: BitSet()) { result, origin in
      result.formUnion(view.forwardAliases(of: origin))
    }
    return view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect,
        case .method(let name, let receiver) = call.callee,
        aliases.contains(stem(of: receiver).index),
        index.behaviour.listeningMethods.contains(view.text(name)), let last = call.arguments.last
      else { return false }
      return functions(last.value).contains { listener in
        isSeenTo(by: listener, aliases, depth: 3)
      }
    }
  }

  /// Whether a function, or one that is written in it, ends or hands on what it captures.
  private func isSeenTo(
    by listener: ID<ProgramFunction>, _ aliases: BitSet, depth: Int
  ) -> Bool {
    let inner = view.context.facts.facts(of: listener)
    let held = Set(
      view.program[listener].captures.filter { aliases.contains($0.outer.index) }.map(\.inner))
    guard !held.isEmpty else { return false }
    let places = held.reduce(into: BitSet()) { $0.insert($1.index) }
    return inner.function.operations.values.contains { operation in
      if case .closure(let made, _) = operation.effect, depth > 0 {
        let nested = view.program.id(of: made, besides: listener)
        return isSeenTo(by: nested, places, depth: depth - 1)
      }
      return isSeenTo(by: operation.effect, held, inner)
    }
  }

  private func isSeenTo(
    by effect: Effect, _ held: Set<ID<Place>>, _ facts: FunctionFacts
  ) -> Bool {
    guard case .call(let call) = effect else { return false }
    if call.arguments.contains(where: { held.contains($0.value) }) { return true }
    guard case .method(let name, let receiver) = call.callee else { return false }
    return held.contains(receiver) && index.behaviour.releaseMethods.contains(view.text(name))
  }

  /// Whether the function waits for something: one that only puts objects together makes them for
  /// somebody else.
  private var isWaiting: Bool {
    view.function.operations.values.contains { operation in
      if case .await = operation.effect { true } else { false }
    }
  }

  /// Whether an asynchronous function returns what a client is asked, which is waiting for it as well:
  /// `return client.query(text)`.
  private func isAnswering(from handle: ID<Place>) -> Bool {
    let aliases = view.forwardAliases(of: handle)
    return view.function.isAsync
      && view.function.operations.values.contains { operation in
        guard case .call(let call) = operation.effect,
          case .method(let name, let asked) = call.callee,
          aliases.contains(asked.index), view.isReturned(call.result)
        else { return false }
        return Verbs.speak(of: index.behaviour.askingVerbs, in: view.text(name))
      }
  }

  /// The names of the methods that are called on a client; of a client that is a function, nothing.
  private func questions(to handle: ID<Place>) -> [String] {
    let aliases = view.forwardAliases(of: handle)
    return view.function.operations.values.compactMap { operation in
      guard case .call(let call) = operation.effect, let asked = call.instance,
        aliases.contains(asked.index)
      else { return nil }
      if case .method(let name, _) = call.callee { return view.text(name) }
      return ""
    }
  }

  /// Whether a method has a client work on when the function is left: `consumer.run({ eachMessage })`.
  private func isForGood(_ method: String) -> Bool {
    index.behaviour.listeningMethods.contains(method)
      || Verbs.words(of: method).first.map(index.behaviour.lastingVerbs.contains) ?? false
  }
}
