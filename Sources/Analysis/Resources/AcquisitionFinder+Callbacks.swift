import Basis
import Findings
import IR
import Linking
import RuleBook

// What a function is given by the callback of a call: `pool.getConnection((error, connection) => …)`.

extension AcquisitionFinder {
  func makeCallback(
    _ shape: CallbackShape, _ start: Acquisition, _ call: Call
  ) -> [Found] {
    let position = shape.argument ?? call.arguments.count - 1
    guard call.arguments.indices.contains(position) else { return [] }
    return functions(call.arguments[position].value).compactMap { function in
      let parameters = view.program[function].parameters
      guard parameters.indices.contains(shape.handle) else { return nil }
      var acquisition = start
      acquisition.site = .entry
      acquisition.handle = parameters[shape.handle].place
      acquisition.error = shape.error.flatMap {
        parameters.indices.contains($0) ? parameters[$0].place : nil
      }
      acquisition.releaser = shape.release.flatMap {
        parameters.indices.contains($0) ? parameters[$0].place : nil
      }
      return Found(function: function, acquisition: acquisition)
    }
  }

  /// Whether a function is passed and the result is not looked at: the answer goes to the function.
  func isAnsweredByCallback(_ call: Call) -> Bool {
    guard view.facts.uses(of: call.result).isEmpty, !view.isReturned(call.result) else {
      return false
    }
    return call.arguments.contains { !functions($0.value).isEmpty }
  }

  /// The callbacks written in place that a called function of the program gives a fresh resource.
  func byDelivery(_ call: Call, at operation: ID<Operation>) -> [Found] {
    let targets = view.program.targets(of: operation, in: view.id).functions
    guard let giver = targets.first(where: { summaries.delivering[$0] != nil }),
      let delivery = summaries.delivering[giver],
      let callback = call.argument(for: delivery.parameter, of: view.program[giver])
    else { return [] }
    return functions(callback).compactMap { function in
      let parameters = view.program[function].parameters
      guard parameters.indices.contains(delivery.position) else { return nil }
      let handle = parameters[delivery.position].place
      var acquisition = delivery.acquisition.given(by: giver, at: .entry, as: handle)
      acquisition.error = parameters[0].place
      acquisition.location = view.context.location(of: operation, in: view.id)
      acquisition.text = view.context.facts.calleeText(of: operation, in: view.id)
      return Found(function: function, acquisition: acquisition)
    }
  }

  /// What a call gives to a callback that gives it back: `acquire((error, handle) => …)`.
  func byCallback(_ call: Call, at operation: ID<Operation>) -> [Found] {
    guard !call.isConstruction, let name = calleeName(call),
      Verbs.speak(of: index.behaviour.acquireVerbs, in: name), let last = call.arguments.last
    else { return [] }
    return functions(last.value).compactMap { function in
      let parameters = view.program[function].parameters
      guard parameters.count > 1, view.program[function].kind == .closure,
        let first = view.program[function].places[parameters[0].place].name,
        index.behaviour.errorNames.contains(view.text(first))
      else { return nil }
      let callback = FunctionView(function, context: view.context)
      let finder = AcquisitionFinder(view: callback, summaries: summaries)
      let handle = parameters[1].place
      guard let verb = finder.releaseVerb(of: handle, inCallbacks: true, ofListeners: true),
        index.behaviour.strongReleases.contains(verb)
      else { return nil }
      var spec = ResourceSpec(
        id: "behaviour/\(verb)", noun: "", kind: .other, weight: .medium, type: "")
      spec.isCollected = true
      var found = found(handle, spec, parent: nil, at: operation)
      found.function = function
      found.acquisition.site = .entry
      found.acquisition.error = parameters[0].place
      return found
    }
  }
}
