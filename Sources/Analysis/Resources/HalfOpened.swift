import Basis
import IR
import Linking
import RuleBook

// An object that fails to open has opened something by then, and nobody closes it:
//
//     async def connect(self):
//         self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
//         await self.greet()                  raises: the object has its connection
//
//     link = Link(host, port)
//     await link.connect()                    and who made the object has it only here

/// Tells the methods that keep what they open, and may fail afterwards without closing it.
struct HalfOpened {
  let context: CheckContext

  /// Whether a method puts what it opens into a field of its object, and then works with it where
  /// nothing handles a failure.
  func mayFailOpened(_ method: ID<ProgramFunction>) -> Bool {
    let view = FunctionView(method, context: context)
    return view.function.operations.ids.contains { operation in
      guard let field = fieldFilled(by: operation, view) ?? fieldOpened(by: operation, view),
        !OwnerFinder(view: view).givesBack(field, in: method)
      else { return false }
      return view.function.operations.ids.contains { later in
        guard later != operation, !isHandled(later, view) else { return false }
        return later > operation && works(later, view)
          || opensAnother(later, view) && view.leads(from: operation, to: later)
      }
    }
  }

  /// Whether an operation opens something, which fails while what was opened before is there.
  private func opensAnother(_ operation: ID<Operation>, _ view: FunctionView) -> Bool {
    guard case .call(let call) = view.facts.effect(operation) else { return false }
    return view.function.operations[operation].mayRaise && isOpened(call.result, view, depth: 0)
  }

  /// The field of the method's object into which an operation puts what was opened, itself or into its
  /// list or table.
  private func fieldFilled(by operation: ID<Operation>, _ view: FunctionView) -> Symbol? {
    switch view.facts.effect(operation) {
    case .store(let value, let object, let field):
      let isOwn = object == view.function.receiver
      return isOwn && isOpened(value, view, depth: 3) ? field : nil
    case .call(let call):
      guard case .method(let name, let list) = call.callee,
        context.roles.index.behaviour.keepMethods.contains(view.text(name)),
        call.arguments.contains(where: { isOpened($0.value, view, depth: 3) })
      else { return nil }
      return view.ownField(list)
    default: return nil
    }
  }

  /// The field of the method's object that an operation opens: `await this.client.connect()`.
  private func fieldOpened(by operation: ID<Operation>, _ view: FunctionView) -> Symbol? {
    guard case .call(let call) = view.facts.effect(operation), let object = call.receiver,
      let field = view.ownField(object)
    else { return nil }
    let opens = (view.roles[operation] ?? []).contains { role in
      guard case .acquire(let resource, let pattern) = role else { return false }
      let spec = context.roles.index.resources[resource]
      return pattern.call.value?.isReceiver == true && spec.weight != .low
        && [.client, .connection, .session].contains(spec.kind)
    }
    return opens ? field : nil
  }

  /// Whether a value is what a call opens, or a part of it.
  private func isOpened(_ place: ID<Place>, _ view: FunctionView, depth: Int) -> Bool {
    view.facts.makers(of: place).contains { maker in
      if case .load(_, let whole, _) = view.facts.effect(maker) {
        return depth > 0 && isOpened(whole, view, depth: depth - 1)
      }
      return (view.roles[maker] ?? []).contains { role in
        guard case .acquire(let resource, _) = role else { return false }
        let spec = context.roles.index.resources[resource]
        return spec.weight != .low
          && [.connection, .socket, .stream, .session, .process].contains(spec.kind)
      }
    }
  }

  /// Whether an operation has a method of the object, or one of what a field of it holds, do something.
  private func works(_ operation: ID<Operation>, _ view: FunctionView) -> Bool {
    guard view.function.operations[operation].mayRaise,
      case .call(let call) = view.facts.effect(operation), !call.isImplicit,
      case .method(let name, let object) = call.callee,
      context.words[name].isDisjoint(with: [.releasing, .stopping]),
      !(view.roles[operation] ?? []).contains(where: \.neverRaises)
    else { return false }
    if object == view.function.receiver {
      let targets = context.program.targets(of: operation, in: view.id).functions
      return targets.contains(where: mayFail)
    }
    return view.ownField(object) != nil && !call.arguments.isEmpty
      && !QuietCalls(context).find(in: view.id).contains(operation.index)
  }

  /// Whether a method raises something, or asks something of what a field holds.
  private func mayFail(_ method: ID<ProgramFunction>) -> Bool {
    let view = FunctionView(method, context: context)
    let raises = view.function.blocks.values.contains { block in
      guard case .raise = block.terminator else { return false }
      return block.unwind == view.function.exceptionalExit
    }
    return raises
      || view.function.operations.values.contains { operation in
        guard case .call(let call) = operation.effect, let asked = call.receiver else {
          return false
        }
        return operation.mayRaise && view.ownField(asked) != nil
      }
  }

  private func isHandled(_ operation: ID<Operation>, _ view: FunctionView) -> Bool {
    view.function.blocks[view.facts.block(of: operation)].unwind != view.function.exceptionalExit
  }
}
