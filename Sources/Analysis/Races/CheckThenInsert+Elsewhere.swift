import Basis
import IR
import Linking

// Inserts that an answer decides in another function than the one that asked.

extension RaceSearch {
  /// The same in the functions that are written here and get the answer as a variable of this one
  /// or as what the question calls them with.
  mutating func racesInClosures(
    _ probe: Probe, _ flow: OutcomeFlow, of outer: RaceView, depth: Int
  ) -> [Race] {
    guard depth > 0 else { return [] }
    var result: [Race] = []
    for operation in outer.function.operations.ids {
      guard case .closure(let inner, let into) = outer.facts.effect(operation) else { continue }
      let id = context.program.id(of: inner, besides: outer.id)
      let seeds = seeds(of: id, into, probe, flow, outer)
      guard !seeds.isEmpty else { continue }
      let view = RaceView(id, context: context)
      let worlds = RaceWorlds(view: view, seeds: seeds, isCounting: probe.isCounting)
      if let events = context.races.events[id] {
        result += races(of: probe, worlds, in: id, events, view)
      }
      result += racesInClosures(probe, worlds.flow, of: view, depth: depth - 1)
    }
    return result
  }

  /// What of the answer a nested function sees: captured variables, and the parameters of the
  /// callback that the question was given.
  private func seeds(
    of id: ID<ProgramFunction>, _ closure: ID<Place>, _ probe: Probe, _ flow: OutcomeFlow,
    _ outer: RaceView
  ) -> [ID<Place>: Evidence] {
    let inner = context.program[id]
    var seeds: [ID<Place>: Evidence] = [:]
    for capture in inner.captures { seeds[capture.inner] = flow[capture.outer] }
    guard outer.id == function, !probe.isAskedByCallback,
      case .call(let call) = outer.facts.effect(probe.operation),
      call.arguments.contains(where: { outer.facts.origins(of: $0.value).contains(closure) })
    else { return seeds }
    // The first parameter of several is the error.
    for parameter in inner.parameters.dropFirst(inner.parameters.count > 1 ? 1 : 0) {
      seeds[parameter.place] = .answer
    }
    return seeds
  }

  // MARK: Callees

  /// The same in the functions that are called with the answer: `const row = await find(key)`,
  /// `await keep(key, row)`.
  mutating func racesInCallees(_ probe: Probe, _ worlds: RaceWorlds) -> [Race] {
    guard !probe.isCounting, !probe.isPart, probe.outcome.isRaw else { return [] }
    var result: [Race] = []
    for operation in view.function.operations.ids where operation > probe.operation {
      guard case .call(let call) = view.facts.effect(operation), !call.arguments.isEmpty,
        call.arguments.contains(where: { worlds.flow[$0.value] == .answer })
      else { continue }
      let targets = context.program.targets(of: operation, in: function).functions
      guard targets.count == 1, targets[0] != function,
        let events = context.races.events[targets[0]],
        events.insertions.contains(where: { $0.entity.isSame(as: probe.entity) }),
        worlds.enters(operation, in: .absent)
      else { continue }
      let callee = RaceView(targets[0], context: context)
      var seeds: [ID<Place>: Evidence] = [:]
      for (index, parameter) in callee.function.parameters.enumerated() {
        guard let place = call.argument(for: index, of: callee.function) else { continue }
        seeds[parameter.place] = worlds.flow[place]
      }
      let inner = RaceWorlds(view: callee, seeds: seeds, isCounting: false)
      result += races(of: probe, inner, in: targets[0], events, callee)
    }
    return result
  }
}
