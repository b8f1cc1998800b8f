import Basis
import IR
import Syntax

// `p.then(f).catch(g).finally(h)` with callbacks written in place is control flow: what the author
// would have said with `await`, `try` and `finally`.
//
//     pool.connect()                     %0 = call pool.connect() !
//       .then((c) => {                   c = await %0 !
//         return c.query(q)              %1 = call c.query(q) !         (return: the chain's value)
//       })                               %2 = await %1 !
//       .catch((e) => log(e))            on raise: e = caught; call log(e) !
//
// So each link awaits the one before it, the callback's parameter holds what was awaited, and
// `return` in the callback ends the link. `.catch(g)` is a handler over everything before it,
// `.finally(h)` a cleanup, and `.then(f, g)` a handler over what came before and not over `f`.
//
// A link whose callbacks cannot leave a promise behind is settled: to wait for it once more raises
// nothing. `await c.query('ROLLBACK').catch(() => {})` has no way out by an exception, and one that
// lowering invented would skip the `release` after it. So the links that handle or clean up await
// what their callbacks give where they give it, and a settled link is not awaited again.
//
// A chain that nobody waits for (`effect`) keeps what it raises to itself. One that hangs on a
// member, `req.done.then(f)`, registers `f` for an event, which comes: it raises nothing.
//
// Approximation: the chain runs where it stands, before the statements after it; code that
// depends on running earlier than the callbacks is seen in the wrong order, which may miss a
// finding. A callback that is a name is called with what was awaited. Those that are made by a call
// (`then(limit(5))`) and generators stay arguments of ordinary calls.

/// A link of a promise chain that has a callback written in place or named.
struct PromiseLink {
  enum Method { case then, `catch`, finally }

  var method: Method
  /// The chain up to this link.
  var receiver: SyntaxNode
  var callback: SyntaxNode?
  /// The second callback of `then`.
  var failure: SyntaxNode?
  /// The errors that a `catch` is for, of libraries that let it choose: `catch(NotFound, f)`.
  var errors: [SyntaxNode] = []
}

extension JavaScriptLowering {
  /// The call as a link of a promise chain, if it is one.
  func promiseLink(_ node: SyntaxNode) -> PromiseLink? {
    guard node.kind == Node.callExpression, let function = node[Field.function],
      function.kind == Node.memberExpression, !stops(at: function),
      let property = function[Field.property], let method = method(named: property),
      let receiver = function[Field.object], let arguments = node[Field.arguments],
      arguments.kind == Node.arguments
    else { return nil }
    var link = PromiseLink(method: method, receiver: receiver)
    var callbacks = callbacks(arguments)
    if method == .catch, callbacks.count > 1, callbacks.dropLast().allSatisfy(isNamed) {
      link.errors = callbacks.dropLast()
      callbacks.removeFirst(callbacks.count - 1)
    }
    for (index, argument) in callbacks.enumerated() {
      switch index {
      case 0: link.callback = argument
      case 1 where method == .then: link.failure = argument
      default: return nil
      }
    }
    let isCalled = [link.callback, link.failure].contains { callback in
      callback.map { isInline($0) || isNamed($0) } == true
    }
    return isCalled ? link : nil
  }

  /// The lowering of a chain that nobody waits for.
  func waiting(for link: PromiseLink) -> JavaScriptLowering {
    var head = unwrapped(link.receiver)
    while let inner = promiseLink(head) { head = unwrapped(inner.receiver) }
    guard head.kind == Node.memberExpression else { return self }
    var result = self
    result.event = head
    return result
  }

  private var inCleanup: JavaScriptLowering {
    var result = self
    result.cleanupDepth += 1
    return result
  }

  private func method(named property: SyntaxNode) -> PromiseLink.Method? {
    switch property.range.end - property.range.start {
    case 4: reads("then", at: property.range) ? .then : nil
    case 5: reads("catch", at: property.range) ? .catch : nil
    case 7: reads("finally", at: property.range) && cleanupDepth < 4 ? .finally : nil
    default: nil
    }
  }

  private func callbacks(_ arguments: SyntaxNode) -> [SyntaxNode] {
    arguments.namedChildren.filter { !JavaScript.isComment($0.kind) }.map(unwrapped)
  }

  private func isInline(_ node: SyntaxNode) -> Bool {
    (node.kind == Node.arrowFunction || node.kind == Node.functionExpression)
      && !has(Node.star, node) && !stops(at: node)
  }

  /// Whether a callback is told by its name: `then(parse)`, `catch(this.report)`.
  private func isNamed(_ node: SyntaxNode) -> Bool {
    switch node.kind {
    case Node.identifier: !isNull(node)
    case Node.memberExpression: !stops(at: node)
    default: false
    }
  }

  /// Lowers a chain up to this link; gives the place of its value.
  func settle(_ link: PromiseLink, at range: ByteRange, _ b: inout FunctionBuilder) -> ID<Place> {
    switch link.method {
    case .then:
      guard let failure = link.failure, !isNull(failure) else {
        let value = awaited(link.receiver, at: link.receiver.range, &b)
        return run(link.callback, with: value, &b)
      }
      return settle(link, failure: failure, at: range, &b)
    case .catch: return settle(link, failure: link.callback, at: range, &b)
    case .finally:
      let result = b.temporary(at: range)
      b.protected(
        { b in
          let value = awaited(link.receiver, at: link.receiver.range, &b)
          b.emit(.copy(value, into: result), at: link.receiver.range)
        },
        finally: { [inner = inCleanup] b in
          let value = inner.run(link.callback, with: nil, &b)
          _ = inner.settled(value, of: link.callback, at: range, &b)
        }, at: range)
      return result
    }
  }

  /// Whether waiting for what the link gives raises nothing any more.
  func isSettled(_ link: PromiseLink) -> Bool {
    switch link.method {
    case .catch: link.errors.isEmpty
    case .finally: true
    case .then: link.failure.map { !isNull($0) } == true || !mayGivePromise(link.callback)
    }
  }

  /// A link that handles what was raised before it.
  private func settle(
    _ link: PromiseLink, failure: SyntaxNode?, at range: ByteRange, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    let result = b.temporary(at: range)
    let before = b.temporary(at: link.receiver.range)
    let handler = Handler(catchesEverything: link.errors.isEmpty) { b in
      let types = link.errors.map { expression($0, &b) }
      let value = recovered(by: failure, from: types, at: range, &b)
      b.emit(.copy(settled(value, of: failure, at: range, &b), into: result), at: range)
    }
    b.protected(
      { b in
        let value = awaited(link.receiver, at: link.receiver.range, &b)
        b.emit(.copy(value, into: before), at: link.receiver.range)
      }, handlers: [handler],
      otherwise: { b in
        let callback = link.method == .then ? link.callback : nil
        let value = run(callback, with: before, &b)
        b.emit(.copy(settled(value, of: callback, at: range, &b), into: result), at: range)
      }, at: range)
    return result
  }

  /// What a callback gave, waited for if it can be a promise.
  private func settled(
    _ value: ID<Place>, of callback: SyntaxNode?, at range: ByteRange,
    _ b: inout FunctionBuilder
  ) -> ID<Place> {
    guard mayGivePromise(callback) else { return value }
    return b.value(at: range, mayRaise: true) { .await(value, into: $0) }
  }

  /// Whether a callback may give a promise: one that is written in place shows what it returns.
  private func mayGivePromise(_ callback: SyntaxNode?) -> Bool {
    guard let callback, !isNull(callback) else { return false }
    guard isInline(callback), let body = callback[Field.body] else { return true }
    guard body.kind == Node.statementBlock else { return mayBePromise(body) }
    // Returns of functions further in are taken along: one wait too many, never one too few.
    for part in body.subtree where part.kind == Node.returnStatement {
      if let value = operand(part), mayBePromise(value) { return true }
    }
    return false
  }

  /// Whether an expression may be a promise: variables and members in callbacks rarely are.
  private func mayBePromise(_ node: SyntaxNode) -> Bool {
    let value = unwrapped(node)
    guard !stops(at: value) else { return true }
    switch value.kind {
    case Node.callExpression:
      // Asked no further: chains nest in the callbacks of chains.
      return promiseLink(value).map { $0.method == .then } ?? true
    case Node.newExpression: return true
    case Node.ternaryExpression:
      return [value[Field.consequence], value[Field.alternative]].contains {
        $0.map(mayBePromise) == true
      }
    case Node.binaryExpression:
      guard let sign = value[Field.operator], isShortCircuit(sign.kind) else { return false }
      return operands(of: value, joinedBy: sign.kind).contains(where: mayBePromise)
    case Node.sequenceExpression: return lastOperand(value).map(mayBePromise) == true
    case Node.assignmentExpression: return value[Field.right].map(mayBePromise) == true
    default: return false
    }
  }

  /// What a callback makes of a value; without a callback the value goes through.
  private func run(
    _ callback: SyntaxNode?, with value: ID<Place>?, _ b: inout FunctionBuilder
  ) -> ID<Place> {
    guard let callback, !isNull(callback) else {
      return value ?? b.value(at: .none) { .literal(.undefined, into: $0) }
    }
    guard isInline(callback) else {
      let function = expression(callback, &b)
      return b.call(
        .value(function), value.map { [Argument(value: $0)] } ?? [], at: callback.range)
    }
    return inlined(callback, &b) { parameter, b in
      guard let value else { return }
      declare(parameter.pattern, &b)
      if let type = parameter.type { annotate(parameter.pattern, with: type, &b) }
      bind(parameter.pattern, to: value, &b)
    }
  }

  /// What the callback of a `catch` makes of what was raised.
  private func recovered(
    by callback: SyntaxNode?, from types: [ID<Place>], at range: ByteRange,
    _ b: inout FunctionBuilder
  ) -> ID<Place> {
    guard let callback, isInline(callback) else {
      let error = b.value(at: range) { .caught(types: types, into: $0) }
      return run(callback, with: error, &b)
    }
    if parameterList(of: callback).isEmpty { bindCaught(nil, from: types, at: range, &b) }
    return inlined(callback, &b) { parameter, b in
      bindCaught(parameter.pattern, from: types, at: range, &b)
    }
  }

  /// Lowers a callback where it stands; `bindFirst` fills its first parameter.
  private func inlined(
    _ callback: SyntaxNode, _ b: inout FunctionBuilder,
    bindFirst: (ParameterSyntax, inout FunctionBuilder) -> Void
  ) -> ID<Place> {
    b.inlined(at: callback.range) { b in
      if callback.kind == Node.functionExpression { declareOpaqueNames(of: callback, &b) }
      for (index, parameter) in parameterList(of: callback).enumerated() {
        if index == 0 {
          bindFirst(parameter, &b)
        } else {
          declare(parameter.pattern, &b)
        }
        if let fallback = parameter.fallback, parameter.pattern.kind == Node.identifier {
          let place = b.resolve(symbol(parameter.pattern, &b), at: parameter.pattern.range)
          fill(place, with: fallback, named: parameter.pattern, &b)
        }
      }
      if let inner = callback[Field.body] { body(inner, &b) }
    }
  }

  /// `this` in a callback that is no arrow, and the callback's own name: nothing is known of them.
  private func declareOpaqueNames(of callback: SyntaxNode, _ b: inout FunctionBuilder) {
    let this = b.declare(words.this, at: callback.range)
    b.emit(.opaque(reads: [], into: this), at: callback.range)
    guard let name = callback[Field.name] else { return }
    let own = b.declare(symbol(name, &b), at: name.range)
    b.emit(.opaque(reads: [], into: own), at: name.range)
  }
}
