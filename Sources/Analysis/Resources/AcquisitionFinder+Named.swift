import Basis
import Findings
import IR
import Linking
import RuleBook

extension AcquisitionFinder {
  // MARK: By a name that one sort of method has

  /// What a call of something unknown gives, where all methods of its name give the same sort of
  /// thing: `storage.open_connection()`.
  func byNamedGiver(_ call: Call, at operation: ID<Operation>) -> Found? {
    guard case .method(let name, let receiver) = call.callee, receiver != view.function.receiver,
      view.program.targets(of: operation, in: view.id).isEmpty,
      view.program.values(of: receiver, in: view.id).isEmpty
    else { return nil }
    let methods = summaries.named.methods(named: name)
    let given = methods.compactMap { summaries.fresh[$0] }
    guard let method = methods.first, let inner = given.first, given.count == methods.count,
      inner.resource != nil, given.allSatisfy({ $0.spec.kind == inner.spec.kind })
    else { return nil }
    var acquisition = inner.given(by: method, at: .call(operation), as: call.result)
    acquisition.confidence = .medium
    acquisition.location = view.context.location(of: operation, in: view.id)
    acquisition.text = view.context.facts.calleeText(of: operation, in: view.id)
    let found = Found(function: view.id, acquisition: acquisition)
    return inner.isLatent ? answered(found) : found
  }
}
