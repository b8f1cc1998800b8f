package import Basis
package import IR
import Linking
import RuleBook

// Fluent interfaces: `User.objects.filter(a=1).order_by('b').first()` is one question, asked in
// several calls. What a model wants to know of the last one, such as the entity, stands in an
// earlier one, or is what the whole chain starts from.

extension ArgumentReader {
  /// The nearest call of `method` among those that made the receiver of `call`.
  func earlierCall(
    of method: String, before call: Call, in function: ID<ProgramFunction>
  ) -> Call? {
    let facts = facts.facts(of: function)
    var seen = BitSet()
    var next = call.instance
    while let place = next, seen.insert(place.index) {
      next = nil
      for maker in facts.makers(of: place) {
        switch facts.effect(maker) {
        case .call(let earlier):
          if self.method(of: earlier) == method { return earlier }
          if method == "()", callsField(earlier, at: maker, in: function) { return earlier }
          next = next ?? earlier.instance
        case .load(_, let object, _): next = next ?? object
        default: break
        }
      }
    }
    return nil
  }

  /// What the chain of calls and members that leads to `call` starts from.
  func root(of call: Call, in function: ID<ProgramFunction>) -> ArgumentValue {
    guard let receiver = call.instance else { return .absent }
    let facts = facts.facts(of: function)
    var seen = BitSet()
    var place = receiver
    while seen.insert(place.index) {
      let makers = facts.makers(of: place)
      guard makers.count == 1 else { break }
      switch facts.effect(makers[0]) {
      case .call(let earlier): place = earlier.instance ?? place
      case .load(_, let object, _): place = object
      default: break
      }
    }
    return .places([PlaceReference(function: function, place: place)])
  }

  /// Whether a call of a member calls an instance that lies there: `this.knex('users')`.
  private func callsField(
    _ call: Call, at operation: ID<Operation>, in function: ID<ProgramFunction>
  ) -> Bool {
    guard case .method(_, let receiver) = call.callee else { return false }
    let targets = facts.program.targets(of: operation, in: function)
    return targets.names.contains { $0.hasSuffix("#()") }
      || targets.isEmpty && facts.isReceiver(receiver, in: function)
  }

  private func method(of call: Call) -> String {
    switch call.callee {
    case .method(let name, _), .supermethod(let name): facts.program.symbols[name]
    case .value, .superconstructor: "()"
    }
  }
}

extension Call {
  /// What the call is made on: a method's receiver, or a function value itself.
  package var instance: ID<Place>? {
    if let receiver { return receiver }
    if case .value(let place) = callee { return place }
    return nil
  }
}
