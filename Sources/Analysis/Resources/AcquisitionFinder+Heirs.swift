import Basis
import Findings
import IR
import Linking
import RuleBook

// An object of a class of the program that extends a library's is what the library's would be:
//
//     class ApiSession(requests.Session):
//         def __init__(self, token): super().__init__(); self.headers["Token"] = token
//
//     session = ApiSession(token)                  a session, as `requests.Session()` is

extension AcquisitionFinder {
  /// What constructing a class of the program acquires by what the class extends.
  func byHeritage(_ call: Call, at operation: ID<Operation>) -> [Found] {
    let targets = view.program.targets(of: operation, in: view.id)
    guard !targets.constructed.isEmpty, !targets.functions.isEmpty, targets.names.isEmpty else {
      return []
    }
    let names = targets.constructed.flatMap { heritage(of: $0, depth: 3) }
    for role in index.roles(named: names) {
      guard case .acquire(let resource, let pattern) = role, pattern.call.conditions.isEmpty,
        pattern.callback == nil, pattern.call.value == nil,
        !index.resources[resource].isClosedImplicitly
      else { continue }
      let taken = start(resource, evidence: .model, confidence: .medium, call, at: operation)
      return make(pattern, taken, call, at: operation)
    }
    return []
  }

  /// The canonical names of the library classes that a class of the program extends.
  private func heritage(of type: ID<ProgramClass>, depth: Int) -> [String] {
    let program = view.program
    let value = program.type(type)
    let function = program.id(of: value.parent, in: program.classes[type].module)
    return value.bases.flatMap { base in
      program.values(of: base, in: function).flatMap { held -> [String] in
        switch held {
        case .external(let name): return [program.names.text(of: name)]
        case .classObject(let parent) where depth > 0:
          return heritage(of: parent, depth: depth - 1)
        default: return []
        }
      }
    }
  }
}
