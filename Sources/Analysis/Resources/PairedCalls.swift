import Basis
import Findings
import IR
import Linking
import RuleBook

// An object that one of its methods has take something, and another one give it back:
//
//     async begin() { this.client = await pool.connect(); await this.client.query('BEGIN'); }
//     async commit() { await this.client.query('COMMIT'); this.client.release(); }
//
//     async save(order) {
//       await this.begin();
//       await this.insert(order);         throws: nobody has the client given back
//       await this.commit();
//     }
//
// The function that calls both says that the pair belongs together. It is told of where every way
// without an exception ends by the other method, and nobody who calls the function does so for it.

/// Methods that take something for their object, and who calls them.
struct PairedCalls: Sendable {
  /// A call of a method that takes something.
  struct Taking: Sendable {
    var operation: ID<Operation>
    var method: ID<ProgramFunction>
    /// The fields that hold it.
    var fields: Set<Symbol>
    var acquisition: Acquisition
  }

  /// By function: its calls of methods that take something.
  private(set) var callers: [ID<ProgramFunction>: [Taking]] = [:]

  init() {}

  init(context: CheckContext, summaries: Summaries) {
    guard !context.roles.index.behaviour.coroutinesAreLazy else { return }
    for method in summaries.acquisitions.keys.sorted() where Self.isMethod(method, context) {
      let view = FunctionView(method, context: context)
      for acquisition in summaries.acquisitions(in: method) where Self.isHeld(acquisition) {
        let fields = Self.fields(holding: acquisition, view)
        if fields.isEmpty { continue }
        for caller in context.program.callers(of: method) where caller.function != method {
          let taking = Taking(
            operation: caller.operation, method: method, fields: fields, acquisition: acquisition)
          callers[caller.function, default: []].append(taking)
        }
      }
    }
  }

  private static func isMethod(_ function: ID<ProgramFunction>, _ context: CheckContext) -> Bool {
    let body = context.program[function]
    return body.owner != nil && body.kind != .constructor && body.kind != .fieldInitializer
  }

  private static func isHeld(_ acquisition: Acquisition) -> Bool {
    let kinds: [ResourceSpec.Kind] = [.connection, .session, .transaction, .lock, .file, .cursor]
    return kinds.contains(acquisition.spec.kind) && acquisition.evidence != .behaviour
      && acquisition.site != .entry
  }

  /// The fields of its own object into which a method puts what it took, alone or as a part of something.
  private static func fields(holding acquisition: Acquisition, _ view: FunctionView) -> Set<Symbol>
  {
    guard let receiver = view.function.receiver else { return [] }
    let aliases = view.forwardAliases(of: acquisition.handle)
    var holders = aliases
    for operation in view.function.operations.values {
      guard case .aggregate(let made, let into) = operation.effect,
        made.entries.contains(where: { aliases.contains($0.value.index) })
      else { continue }
      holders.formUnion(view.forwardAliases(of: into))
    }
    return Set(
      view.function.operations.values.compactMap { operation -> Symbol? in
        guard case .store(let value, receiver, let field) = operation.effect,
          holders.contains(value.index)
        else { return nil }
        return field
      })
  }
}

/// SL103 and SL107: what a method took for its object, where an exception passes the call that ends it.
struct UnendedPairs {
  let view: FunctionView

  private var context: CheckContext { view.context }
  private var program: Program { view.program }

  func run(_ takings: [PairedCalls.Taking], report: (Finding) -> Void) {
    guard context.facts.fileKind(of: view.id) == .production else { return }
    for taking in takings {
      guard case .call(let call) = view.facts.effect(taking.operation), let object = call.receiver,
        case .method(let name, _) = call.callee
      else { continue }
      let ends = ends(of: taking, on: object)
      guard !ends.isEmpty, !isFollowed(object),
        let raising = LostMarks(view: view).lost(after: taking.operation, ends: ends),
        !isEndedAround(taking)
      else { continue }
      let rule = taking.acquisition.spec.kind == .transaction ? "SL107" : "SL103"
      guard context.isEnabled(rule) else { continue }
      report(finding(rule, taking, name, raising))
    }
  }

  /// Whether the object is a resource itself, and followed as one.
  private func isFollowed(_ object: ID<Place>) -> Bool {
    context.summaries.acquisitions(in: view.id).contains { acquisition in
      view.paths[acquisition.handle] == view.paths[object]
        || view.forwardAliases(of: acquisition.handle).contains(object.index)
    }
  }

  /// The calls that end what was taken, on the same object.
  private func ends(of taking: PairedCalls.Taking, on object: ID<Place>) -> Set<ID<Operation>> {
    let path = view.paths[object]
    return Set(
      view.function.operations.ids.filter { operation in
        guard case .call(let call) = view.facts.effect(operation), let receiver = call.receiver,
          operation != taking.operation
        else { return false }
        if view.paths[receiver] == path {
          return program.targets(of: operation, in: view.id).functions.contains {
            ends(taking, in: $0, depth: 2)
          }
        }
        return isEnd(call, at: operation, of: taking, in: view.id)
      })
  }

  /// Whether a method ends what another one took, itself or by a method of the same object.
  private func ends(
    _ taking: PairedCalls.Taking, in method: ID<ProgramFunction>, depth: Int
  ) -> Bool {
    guard method != taking.method else { return false }
    return context.withClosures(of: [method]).contains { function in
      let facts = context.facts.facts(of: function)
      return facts.function.operations.ids.contains { operation in
        guard case .call(let call) = facts.effect(operation), !call.isImplicit else { return false }
        if isEnd(call, at: operation, of: taking, in: function) { return true }
        guard depth > 0, let receiver = call.receiver,
          context.facts.isReceiver(receiver, in: function)
        else { return false }
        return program.targets(of: operation, in: function).functions.contains {
          $0 != method && ends(taking, in: $0, depth: depth - 1)
        }
      }
    }
  }

  /// Whether a call gives back what a field holds: `this.client.release()`, `pool.release(this.client)`.
  private func isEnd(
    _ call: Call, at operation: ID<Operation>, of taking: PairedCalls.Taking,
    in function: ID<ProgramFunction>
  ) -> Bool {
    let facts = context.facts.facts(of: function)
    guard let name = facts.name(of: call) else { return false }
    let isTransaction = taking.acquisition.spec.kind == .transaction
    let behaviour = context.roles.index.behaviour
    let text = program.symbols[name]
    let isEnding =
      context.words[name].contains(.ending)
      || isTransaction
        && (behaviour.commitMethods + behaviour.rollbackMethods).contains(text)
      || taking.acquisition.isReleaser && taking.fields.contains(name)
    guard isEnding else { return false }
    if taking.acquisition.isReleaser, taking.fields.contains(name) { return true }
    let given = (call.receiver.map { [$0] } ?? []) + call.arguments.map(\.value)
    return given.contains { place in
      fields(leadingTo: place, facts).contains(where: taking.fields.contains)
    }
  }

  /// The members by which a value was reached.
  private func fields(leadingTo place: ID<Place>, _ facts: FunctionFacts) -> [Symbol] {
    var result: [Symbol] = []
    var pending = [place]
    for _ in 0..<8 {
      guard let next = pending.popLast() else { break }
      for maker in facts.makers(of: next) {
        guard case .load(let field, let object, _) = facts.effect(maker) else { continue }
        result.append(field)
        pending.append(object)
      }
    }
    return result
  }

  /// Whether somebody who calls the function ends it, if it did not.
  private func isEndedAround(_ taking: PairedCalls.Taking) -> Bool {
    program.callers(of: view.id).contains { caller in
      context.withClosures(of: [caller.function]).contains { function in
        let facts = context.facts.facts(of: function)
        return facts.function.operations.ids.contains { operation in
          guard case .call = facts.effect(operation) else { return false }
          return program.targets(of: operation, in: function).functions.contains {
            $0 != view.id && ends(taking, in: $0, depth: 1)
          }
        }
      }
    }
  }

  private func finding(
    _ rule: String, _ taking: PairedCalls.Taking, _ name: Symbol, _ raising: ID<Operation>
  ) -> Finding {
    let location = context.location(of: taking.operation, in: view.id)
    let text = context.facts.calleeText(of: taking.operation, in: view.id)
    let spec = taking.acquisition.spec
    let limit: Severity = spec.weight == .high ? .error : .warning
    let noun = spec.noun.isEmpty ? "what it takes" : "the \(spec.noun)"
    return Finding(
      rule: rule, severity: context.severity(ofLeak: rule, atMost: limit, in: view.id),
      confidence: .medium, location: location,
      message:
        "`\(text)` takes \(noun) for its object, and an exception passes the call that ends it.",
      help: "End it in a `finally` block.", resource: spec.type,
      function: program.qualifiedName(of: view.id), anchor: text,
      trace: [
        TraceStep(role: .acquired, location: location, message: "\(noun) is taken here"),
        TraceStep(
          role: .leaked, location: context.location(of: raising, in: view.id),
          message: "what is thrown here passes the place where it is ended"),
      ])
  }
}
