import Basis
import IR
import Linking
import RuleBook

// What a function of the program makes for its caller is its caller's, whatever the function is called:
//
//     def _get_api(self):
//         api = MonitorApi(self.url)
//         api.login(self.user, self.password)
//         return api

extension AcquisitionFinder {
  /// Whether the called functions of the program give nothing but objects that they construct, and
  /// do not keep.
  func givesWhatIsMade(_ operation: ID<Operation>) -> Bool {
    let targets = view.program.targets(of: operation, in: view.id)
    return !targets.functions.isEmpty && targets.constructed.isEmpty && targets.names.isEmpty
      && targets.functions.allSatisfy(view.context.makesItsResult)
  }

  /// Whether the called functions of the program give what ends their own arguments, which the caller
  /// had before: `const { send, end } = openStream(response)`.
  func endsOnlyWhatItIsGiven(_ operation: ID<Operation>) -> Bool {
    let targets = view.program.targets(of: operation, in: view.id)
    return !targets.functions.isEmpty && targets.constructed.isEmpty && targets.names.isEmpty
      && targets.functions.allSatisfy(endsOnlyWhatItIsGiven)
  }

  private func endsOnlyWhatItIsGiven(_ function: ID<ProgramFunction>) -> Bool {
    let ended = view.program[function].operations.values.flatMap { operation -> [PlaceReference] in
      guard case .closure(let made, _) = operation.effect else { return [] }
      let nested = view.program.id(of: made, besides: function)
      let inner = view.context.facts.facts(of: nested)
      return inner.function.operations.values.compactMap { operation in
        guard case .call(let call) = operation.effect,
          case .method(let name, let object) = call.callee,
          index.behaviour.releaseMethods.contains(view.text(name))
        else { return nil }
        return view.program.variable(behind: PlaceReference(function: nested, place: object))
      }
    }
    return !ended.isEmpty
      && ended.allSatisfy { place in
        place.function == function
          && view.program[function].places[place.place].kind == .parameter
      }
  }
}

extension CheckContext {
  /// Whether a function returns nothing but objects that it constructs, and does not keep them.
  func makesItsResult(_ function: ID<ProgramFunction>) -> Bool {
    let body = program[function]
    guard !body.isGenerator else { return false }
    let facts = facts.facts(of: function)
    let returned = body.blocks.values.compactMap { block -> ID<Place>? in
      guard case .return(let place?) = block.terminator, !isNothing(place, facts) else {
        return nil
      }
      return place
    }
    let makers = returned.flatMap(facts.makers(of:))
    guard !makers.isEmpty, makers.allSatisfy({ constructs($0, facts, function) }) else {
      return false
    }
    let view = FunctionView(function, context: self)
    return !view.remembersResult
      && makers.allSatisfy { maker in facts.effect(maker).result.map { !view.keeps($0) } ?? false }
  }

  private func isNothing(_ place: ID<Place>, _ facts: FunctionFacts) -> Bool {
    let literal = facts.literal(of: place)
    return literal == .null || literal == .undefined
  }

  private func constructs(
    _ operation: ID<Operation>, _ facts: FunctionFacts, _ function: ID<ProgramFunction>
  ) -> Bool {
    guard case .call(let call) = facts.effect(operation), !call.isImplicit else { return false }
    if call.isConstruction || !program.targets(of: operation, in: function).constructed.isEmpty {
      return true
    }
    guard let name = facts.name(of: call), let first = program.symbols[name].utf8.first else {
      return false
    }
    return UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first
  }
}
