import Basis
import IR
import Linking
import RuleBook

// What a function returns of what it took: the thing itself, the object that was opened, or an
// object or a tuple that has it, beside the function that gives it back:
//
//     return { client, rows }        return connection, cursor        return { client, done }

extension SummaryBuilder {
  /// The object that a function made and then opened: `const client = new Client()`, `connect()`.
  func made(_ acquisition: Acquisition, _ view: FunctionView) -> ID<Place> {
    guard let maker = view.facts.makers(of: acquisition.handle).first,
      case .call(let call) = view.facts.effect(maker)
    else { return acquisition.handle }
    return call.result
  }

  /// The acquisition of a function whose result has what was taken as one of its members; who is
  /// given such an object need not know what of it ends by itself.
  func part(
    of returned: [ID<Place>], holding acquisition: Acquisition, _ view: FunctionView
  ) -> Acquisition? {
    guard acquisition.element == nil else { return nil }
    if acquisition.isLatent {
      let ends = AcquisitionFinder(view: view, summaries: summaries)
        .endersReturned(with: acquisition)
      guard !ends.isEmpty else { return nil }
      var result = acquisition
      result.enders = ends
      return result
    }
    let aliases = view.forwardAliases(of: acquisition.handle)
    var result: Acquisition?
    for place in returned {
      guard let maker = view.facts.definition(of: place),
        case .aggregate(let object, _) = view.facts.effect(maker),
        let index = object.entries.firstIndex(where: { entry in
          !entry.isSpread && aliases.contains(entry.value.index)
        }),
        let element = element(at: index, of: object), isAfter(acquisition, maker, view)
      else { continue }
      let signs = signs(in: object, view)
      if var known = result {
        // What one way says and another does not, nobody can rely on.
        known.signs = known.signs.filter { signs[$0.key] == $0.value }
        result = known
      } else {
        result = acquisition
        result?.element = element
        result?.enders = enders(in: object, of: aliases, view)
        result?.signs = signs
      }
    }
    return result
  }

  /// Whether an operation can run when something has been taken: what a variable had before is not that.
  private func isAfter(
    _ acquisition: Acquisition, _ operation: ID<Operation>, _ view: FunctionView
  ) -> Bool {
    guard case .call(let site) = acquisition.site else { return true }
    let (taking, block) = (view.facts.block(of: site), view.facts.block(of: operation))
    return taking == block && operation > site
      || FlowShape(view.function).after(taking).contains(block.index)
  }

  private func element(at index: Int, of object: Aggregate) -> Symbol? {
    object.entries[index].key ?? context.program.symbols.lookup(String(index))
  }

  /// The truths that an object holds beside what was taken: `{ client, owned: true }`.
  private func signs(in object: Aggregate, _ view: FunctionView) -> [Symbol: Bool] {
    var result: [Symbol: Bool] = [:]
    for (index, entry) in object.entries.enumerated() where !entry.isSpread {
      guard case .boolean(let truth) = view.facts.literal(of: entry.value),
        let element = element(at: index, of: object)
      else { continue }
      result[element] = truth
    }
    return result
  }

  /// The members of an object that give back what some places hold: `{ done: () => client.release() }`.
  private func enders(
    in object: Aggregate, of aliases: BitSet, _ view: FunctionView
  ) -> Set<Symbol> {
    Set(
      object.entries.compactMap { entry -> Symbol? in
        guard let key = entry.key else { return nil }
        let isEnder = view.facts.makers(of: entry.value).contains { maker in
          guard case .closure(let made, _) = view.facts.effect(maker) else { return false }
          let nested = view.program.id(of: made, besides: view.id)
          let captures = view.program[nested].captures
          let finder = AcquisitionFinder(
            view: FunctionView(nested, context: context), summaries: summaries)
          return captures.contains { capture in
            aliases.contains(capture.outer.index)
              && finder.releaseVerb(of: capture.inner, inCallbacks: true) != nil
          }
        }
        return isEnder ? key : nil
      })
  }
}
