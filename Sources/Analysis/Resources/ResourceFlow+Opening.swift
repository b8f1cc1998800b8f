import Basis
import IR
import Linking
import RuleBook

// Clients that are constructed hold nothing before something is asked of them:
//
//     client = httpx.AsyncClient()
//     configure(app)                     raises: an object is lost, and no connection
//     await client.get(url)              raises: its connections are
//
// What opens them and fails has opened nothing: `const runner = source.createQueryRunner()`, and
// then `await runner.connect()`.

extension ResourceFlow {
  /// Whether the acquire only makes an object, which takes its connection at the first use.
  var opensLate: Bool {
    if acquisition.spec.opensLate || !acquisition.spec.openedBy.isEmpty { return true }
    guard acquisition.spec.kind == .client, case .call(let site) = acquisition.site,
      case .call(let call) = view.facts.effect(site)
    else { return false }
    return isMadeHere(call)
  }

  /// Notes that a call asks something of the handle, whether it completes or raises.
  func noteUse(by call: Call, at operation: ID<Operation>, in disjunct: inout Disjunct) {
    guard disjunct.typestate == .held, !disjunct.isUsed else { return }
    switch call.callee {
    case .method(_, let receiver):
      if leads(receiver, disjunct) { disjunct.isUsed = !isOpening(call) && mayUse(at: operation) }
    // `db('orders')`: the client is a function.
    case .value(let callee): if leads(callee, disjunct) { disjunct.isUsed = true }
    case .superconstructor, .supermethod: return
    }
  }

  /// Whether a method of an object may use the field that is opened by that, as far as it is seen.
  private func mayUse(at operation: ID<Operation>) -> Bool {
    guard let field = acquisition.lazyField else { return true }
    let methods = view.program.targets(of: operation, in: view.id).functions
    return methods.isEmpty || methods.contains { uses(field, in: $0, depth: 3) }
  }

  private func uses(_ field: Symbol, in function: ID<ProgramFunction>, depth: Int) -> Bool {
    guard depth > 0 else { return true }
    let body = view.program[function]
    return body.operations.ids.contains { operation in
      switch body.operations[operation].effect {
      case .load(field, _, _): return true
      case .closure(let inner, _):
        return uses(field, in: view.program.id(of: inner, besides: function), depth: depth - 1)
      case .call(let call):
        if call.arguments.contains(where: { $0.value == body.receiver }) { return true }
        guard call.receiver != nil, call.receiver == body.receiver else { return false }
        let targets = view.program.targets(of: operation, in: function).functions
        return targets.contains { $0 != function && uses(field, in: $0, depth: depth - 1) }
      default: return false
      }
    }
  }

  /// Whether a call that completes leaves the handle opened, as far as can be seen.
  func isOpen(after call: Call, _ disjunct: Disjunct) -> Bool {
    if call.arguments.contains(where: { leads($0.value, disjunct) }) { return true }
    return !isWaitedFor(call.result) && isOpening(call, disjunct)
  }

  private func leads(_ place: ID<Place>, _ disjunct: Disjunct) -> Bool {
    let path = view.paths[place]
    return disjunct.aliases.contains(path) || disjunct.carriers.contains(path)
  }

  /// Whether a value is what opening the handle gives, and is waited for.
  func isOpened(by value: ID<Place>, _ disjunct: Disjunct) -> Bool {
    guard let maker = view.facts.definition(of: value),
      case .call(let call) = view.facts.effect(maker)
    else { return false }
    return isOpening(call, disjunct)
  }

  /// Whether an operation opens the handle, or waits for that.
  func opens(_ effect: Effect, _ disjunct: Disjunct) -> Bool {
    switch effect {
    case .call(let call): isOpening(call, disjunct)
    case .await(let value, _): isOpened(by: value, disjunct)
    default: false
    }
  }

  /// Whether a call opens the handle.
  func isOpening(_ call: Call, _ disjunct: Disjunct) -> Bool {
    guard let receiver = call.receiver else { return false }
    return disjunct.aliases.contains(view.paths[receiver]) && isOpening(call)
  }

  private func isOpening(_ call: Call) -> Bool {
    guard case .method(let name, _) = call.callee else { return false }
    let text = view.text(name)
    return acquisition.spec.openedBy.contains(text)
      || view.context.roles.index.behaviour.openingMethods.contains(text)
  }
}
