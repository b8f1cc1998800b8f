import Basis
import IR
import Linking
import RuleBook

extension CheckContext {
  /// Whether nothing in a class of the program, or in those it extends, gives anything back.
  ///
  /// An object of such a class can hold a connection and cannot end it.
  func releasesNothing(_ type: ID<ProgramClass>) -> Bool {
    var seen: Set<ID<ProgramClass>> = []
    var pending = [type]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      if releases(in: next) { return false }
      let shape = program.type(next)
      let parent = program.id(of: shape.parent, in: program.classes[next].module)
      for base in shape.bases {
        let classes = program.values(of: base, in: parent).compactMap { value in
          if case .classObject(let id) = value { id } else { nil }
        }
        pending += classes
      }
    }
    return true
  }

  /// Whether a method of a class, or a function written in one, calls a verb of giving back.
  private func releases(in type: ID<ProgramClass>) -> Bool {
    let module = program.classes[type].module
    let functions = program.modules[module].functions
    return functions.ids.contains { id in
      guard isWritten(id, in: program.classes[type].type, functions) else { return false }
      return functions[id].operations.values.contains { operation in
        guard case .call(let call) = operation.effect, case .method(let name, _) = call.callee
        else { return false }
        return roles.index.behaviour.releaseMethods.contains(program.symbols[name])
      }
    }
  }

  private func isWritten(
    _ function: ID<Function>, in type: ID<Class>, _ functions: Table<Function>
  ) -> Bool {
    var current: ID<Function>? = function
    while let id = current {
      if functions[id].owner == type { return true }
      current = functions[id].parent
    }
    return false
  }
}
