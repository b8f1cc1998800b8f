import Basis
import IR
import Linking
import RuleBook

// A response is given back by reading its body: `await response.json()`. An error's body is short
// and ends by itself, so what a status decides is left alone, as is a body that somebody streams.

extension ResourceFlow {
  private var isResponse: Bool { acquisition.spec.kind == .response }

  /// Whether the rest of a short body, and the connection with it, ends by itself.
  private var endsByItself: Bool {
    isResponse && (acquisition.spec.isClosedImplicitly || acquisition.evidence == .behaviour)
  }

  /// Whether a call reads the body of the response that is followed.
  func readsBody(_ call: Call, _ disjunct: Disjunct) -> Bool {
    guard isResponse, case .method(let name, let receiver) = call.callee,
      view.context.roles.index.behaviour.bodyMethods.contains(view.text(name))
    else { return false }
    let path = view.paths[receiver]
    return disjunct.aliases.contains(path) || disjunct.carriers.contains(path)
  }

  /// Whether loading a member gives the body to whoever reads it.
  func takesBody(_ field: Symbol, of object: ID<Place>, _ disjunct: Disjunct) -> Bool {
    endsByItself && disjunct.typestate == .held && isStream(field)
      && disjunct.aliases.contains(view.paths[object])
  }

  /// Whether a condition asks for the status of the response.
  func asksForStatus(_ subject: ID<Place>, _ disjunct: Disjunct, depth: Int = 8) -> Bool {
    guard endsByItself, disjunct.typestate == .held, depth > 0 else { return false }
    return view.facts.makers(of: subject).contains { maker in
      switch view.facts.effect(maker) {
      case .load(let field, let object, _):
        return ["status", "statusCode"].contains(view.text(field))
          && disjunct.aliases.contains(view.paths[object])
      case .compute(_, let operands, _):
        return operands.contains { $0 != subject && asksForStatus($0, disjunct, depth: depth - 1) }
      default: return false
      }
    }
  }
}

extension AcquisitionFinder {
  /// What is asked whether it went well, and whose body is read: a response, whoever sent for it.
  func byBody(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard !call.isConstruction, !isModelled(operation), readsBody(of: call.result), !isOfPage
    else {
      return nil
    }
    let aliases = view.forwardAliases(of: call.result)
    let isAsked = view.function.operations.values.contains { operation in
      guard case .load(let field, let object, _) = operation.effect else { return false }
      return view.text(field) == "ok" && aliases.contains(object.index)
    }
    guard isAsked else { return nil }
    var spec = ResourceSpec(
      id: "behaviour/response", noun: "response", kind: .response, weight: .low, type: "")
    spec.isCollected = true
    spec.context = .unsupported
    spec.fix = "read the body on every way out, or cancel it: `await response.body?.cancel()`"
    return found(call.result, spec, parent: nil, at: operation)
  }

  /// Whether the function reads the body of a response, and waits for the response before.
  func readsBody(of place: ID<Place>) -> Bool {
    let aliases = view.forwardAliases(of: place)
    guard aliases.members.count > 1 else { return false }
    return view.function.operations.values.contains { operation in
      guard case .call(let call) = operation.effect,
        case .method(let name, let receiver) = call.callee, call.arguments.isEmpty
      else { return false }
      return aliases.contains(receiver.index)
        && index.behaviour.bodyMethods.contains(view.text(name))
    }
  }
}
