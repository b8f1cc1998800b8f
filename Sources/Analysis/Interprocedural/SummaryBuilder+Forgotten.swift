import Basis
import IR
import Linking
import RuleBook

// What objects take for a field of theirs and nobody of the program gives back.

extension SummaryBuilder {
  /// Notes the connections that objects take for themselves and that nobody gives back.
  mutating func addForgotten() {
    var candidates: [FieldDuty.Candidate] = []
    for function in summaries.acquisitions.keys.sorted() {
      let view = view(function)
      guard let owner = view.function.owner else { continue }
      let type = context.program.id(of: owner, in: context.program.functions[function].module)
      for acquisition in summaries.acquisitions(in: function)
      where isCounted(acquisition) || isClosable(acquisition) {
        let finder = OwnerFinder(view: view)
        let whole = finder.field(of: acquisition)
        let own = whole ?? finder.field(of: acquisition, orGiven: true)
        guard let field = own ?? gatheringField(of: acquisition, view),
          !isReturned(acquisition, view)
        else { continue }
        var candidate = FieldDuty.Candidate(
          function: function, acquisition: acquisition, field: field, type: type)
        candidate.isElement = own == nil
        candidate.isDue =
          isCounted(acquisition) && whole != nil || context.endsItsFields(type)
          || context.endsSomeField(type) || context.isScope(type)
          || (whole != nil || own == nil) && isConnected(acquisition) && isDropped(type)
        candidates.append(candidate)
      }
    }
    candidates += ownCandidates(besides: candidates)
    candidates += intervalCandidates()
    for item in FieldDuty(context: context).forgotten(among: candidates) {
      summaries.forgotten[item.function, default: []].append(item.acquisition)
    }
  }

  /// Whether the function gives back what it has put into a field, on an ordinary way and by the name
  /// under which it took it.
  private func isReturned(_ acquisition: Acquisition, _ view: FunctionView) -> Bool {
    guard case .call(let site) = acquisition.site else { return false }
    return AcquisitionFinder(view: view, summaries: summaries).releases(of: acquisition.handle)
      .contains { release in
        view.function.operations.ids.contains { operation in
          view.function.operations[operation].range == release.range
            && view.leads(from: site, to: operation)
        }
      }
  }

  /// The field of the object whose list or table is given what is taken, and nobody else is:
  /// `self.files.append(file)`, `this.sockets.set(key, socket)`.
  private func gatheringField(of acquisition: Acquisition, _ view: FunctionView) -> Symbol? {
    guard let receiver = view.function.receiver else { return nil }
    let aliases = view.forwardAliases(of: acquisition.handle)
    var fields: Set<Symbol> = []
    for operation in view.function.operations.ids {
      let list: ID<Place>
      switch view.facts.effect(operation) {
      case .call(let call):
        guard call.arguments.contains(where: { aliases.contains($0.value.index) }) else { continue }
        guard case .method(let name, let object) = call.callee,
          context.roles.index.behaviour.keepMethods.contains(view.text(name))
        else { return nil }
        list = object
      case .storeElement(let value, let object, _):
        guard aliases.contains(value.index) else { continue }
        list = object
      case .store(let value, _, _):
        if aliases.contains(value.index) { return nil }
        continue
      default: continue
      }
      guard let maker = view.facts.makers(of: list).first,
        case .load(let field, receiver, _) = view.facts.effect(maker)
      else { return nil }
      fields.insert(field)
    }
    return fields.count == 1 ? fields.first : nil
  }

  /// Whether something that a model knows must be closed by hand is taken.
  private func isClosable(_ acquisition: Acquisition) -> Bool {
    let spec = acquisition.spec
    guard acquisition.resource != nil, acquisition.site != .entry, spec.weight != .low,
      !spec.isClosedImplicitly
    else { return false }
    return spec.kind != .lock && spec.kind != .transaction && spec.kind != .cursor
  }

  /// Whether what is taken is connected to something, and no file of the caller's own.
  private func isConnected(_ acquisition: Acquisition) -> Bool {
    [.connection, .client, .session, .socket, .process].contains(acquisition.spec.kind)
  }

  /// Whether a connection that a model knows is taken, of which there are only so many.
  private func isCounted(_ acquisition: Acquisition) -> Bool {
    let spec = acquisition.spec
    guard acquisition.resource != nil, acquisition.site != .entry, !spec.isCollected else {
      return false
    }
    return spec.weight == .high && (spec.kind == .connection || spec.kind == .session)
  }

  // MARK: Objects of own classes

  /// What classes that end some of their fields put into others, where that has an end as well.
  private mutating func ownCandidates(
    besides known: [FieldDuty.Candidate]
  ) -> [FieldDuty.Candidate] {
    var result: [FieldDuty.Candidate] = []
    for type in context.program.classes.ids {
      let module = context.program.classes[type].module
      let members = context.program.type(type).members.filter { !$0.isStatic }
      guard members.contains(where: { context.words[$0.name].contains(.releasing) }),
        context.endsItsFields(type)
      else { continue }
      for member in members {
        let method = context.program.id(of: member.function, in: module)
        guard context.facts.fileKind(of: method) == .production else { continue }
        let view = view(method)
        for operation in view.function.operations.values {
          guard case .store(let value, let object, let field) = operation.effect,
            object == view.function.receiver,
            !known.contains(where: { $0.type == type && $0.field == field }),
            let acquisition = made(value, view)
          else { continue }
          result.append(
            FieldDuty.Candidate(
              function: method, acquisition: acquisition, field: field, type: type))
        }
      }
    }
    return result
  }

  /// An object of a class of the program that ends what runs in its fields, made for a field.
  private func made(_ value: ID<Place>, _ view: FunctionView) -> Acquisition? {
    let isOwn = view.facts.origins(of: value).allSatisfy { origin in
      if case .parameter = view.function.places[origin].kind { return true }
      return view.facts.definition(of: origin) != nil
    }
    guard isOwn, let maker = view.facts.makers(of: value).first,
      case .call(let call) = view.facts.effect(maker),
      let type = context.program.targets(of: maker, in: view.id).constructed.first,
      isEndable(type), call.arguments.allSatisfy({ !isOwnEnd($0.value, view) })
    else { return nil }
    let name = context.program.symbols[context.program.type(type).name]
    let spec = ResourceSpec(
      id: "owner/field", noun: name, kind: .other, weight: .medium, type: "")
    let finder = AcquisitionFinder(view: view, summaries: summaries)
    return finder.found(call.result, spec, parent: nil, at: maker).acquisition
  }

  /// Whether objects of a class take or start something when they are made, and have an end.
  private func isEndable(_ type: ID<ProgramClass>) -> Bool {
    let ends = context.roles.index.behaviour.strongReleases.union(Verbs.scopeEnds)
    let methods = context.lineage(of: type).flatMap(context.program.methods)
    let hasEnd = methods.contains { method in
      ends.contains(context.program.symbols[context.program[method].name])
    }
    return hasEnd
      && methods.contains { method in
        context.program[method].kind == .constructor
          && (context.roles.kinds(in: method).contains(.acquire)
            || context.words(of: method).contains(.starting))
      }
  }

  /// Whether a value is the object itself or a method of it, by which it may be ended.
  private func isOwnEnd(_ place: ID<Place>, _ view: FunctionView) -> Bool {
    place == view.function.receiver
  }

  // MARK: Objects that are dropped

  /// Whether some code that runs again and again makes an object of a class and keeps it nowhere: what
  /// it has taken is lost with it.
  ///
  /// - Parameter depth: how many objects around it are followed that have it in a field.
  private func isDropped(_ type: ID<ProgramClass>, depth: Int = 2) -> Bool {
    guard depth > 0, let constructor = constructor(of: type) else { return false }
    return context.program.callers(of: constructor).contains { call in
      guard context.facts.fileKind(of: call.function) == .production,
        context.program.functions[call.function].function != Module.body,
        case .call(let making) = context.program[call.function].operations[call.operation].effect,
        context.program.targets(of: call.operation, in: call.function).constructed.contains(type)
      else { return false }
      let view = FunctionView(call.function, context: context)
      let finder = AcquisitionFinder(view: view, summaries: summaries)
      if finder.isOfProcess { return false }
      if view.function.kind == .constructor, isKeptInField(making.result, view),
        let owner = view.function.owner
      {
        let module = context.program.functions[call.function].module
        return isDropped(context.program.id(of: owner, in: module), depth: depth - 1)
      }
      return isOnlyAsked(making.result, view)
    }
  }

  private func constructor(of type: ID<ProgramClass>) -> ID<ProgramFunction>? {
    let module = context.program.classes[type].module
    return context.program.type(type).members
      .map { context.program.id(of: $0.function, in: module) }
      .first { context.program[$0].kind == .constructor }
  }

  private func isKeptInField(_ object: ID<Place>, _ view: FunctionView) -> Bool {
    let aliases = view.forwardAliases(of: object)
    return view.function.operations.values.contains { operation in
      guard case .store(let value, let owner, _) = operation.effect else { return false }
      return owner == view.function.receiver && aliases.contains(value.index)
    }
  }

  /// Whether nothing is done with an object but asking something of it.
  private func isOnlyAsked(_ object: ID<Place>, _ view: FunctionView) -> Bool {
    let aliases = view.forwardAliases(of: object)
    var isAsked = false
    for operation in view.function.operations.values {
      switch operation.effect {
      case .call(let call):
        if call.isImplicit, let receiver = call.receiver, aliases.contains(receiver.index) {
          return false
        }
        if call.arguments.contains(where: { aliases.contains($0.value.index) }) { return false }
        if let receiver = call.receiver, aliases.contains(receiver.index) { isAsked = true }
      case .store(let value, _, _), .storeElement(let value, _, _), .yield(.some(let value), _, _):
        if aliases.contains(value.index) { return false }
      case .aggregate(let made, _):
        if made.entries.contains(where: { aliases.contains($0.value.index) }) { return false }
      case .closure(let nested, _):
        let id = context.program.id(of: nested, besides: view.id)
        let captures = context.program[id].captures
        if captures.contains(where: { aliases.contains($0.outer.index) }) { return false }
      case .copy(let value, let into):
        guard aliases.contains(value.index) else { continue }
        switch view.function.places[into].kind {
        case .captured, .global: return false
        default: continue
        }
      default: continue
      }
    }
    let isReturned = view.function.blocks.values.contains { block in
      guard case .return(let value?) = block.terminator else { return false }
      return aliases.contains(value.index)
    }
    return isAsked && !isReturned
  }
}
