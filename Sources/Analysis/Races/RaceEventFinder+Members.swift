import Basis
import IR
import Linking
import RuleBook

// A row's members lead to other rows, and asking for one asks for those:
//
//     try: wallet = user.wallet                   there is no wallet of this user
//     except ObjectDoesNotExist: Wallet(user=user).save()
//
//     if not hasattr(user, 'wallet'): Wallet.objects.create(user=user)
//
//     if (!user.wallets.some((one) => one.coin === coin)) await createWallet(user, coin)

extension RaceEventFinder {
  /// The questions that members answer, about rows that the function makes.
  func memberQuestions(in events: RaceEvents) -> [Probe] {
    let insertions = events.insertions
    guard !insertions.isEmpty else { return [] }
    guard view.isPython else { return searchedMembers(in: events) }
    return view.function.operations.ids.compactMap { operation in
      switch view.facts.effect(operation) {
      case .caught(let types, _):
        return types.contains(where: saysAbsent)
          ? lostMember(before: operation, insertions) : nil
      case .call(let call): return heldMember(call, at: operation, insertions)
      default: return nil
      }
    }
  }

  /// Lists of rows that came with another row, and are looked through for one.
  private func searchedMembers(in events: RaceEvents) -> [Probe] {
    let asking = Set((events.probes + events.rows).map(\.operation))
    return view.function.operations.ids.compactMap { operation in
      guard !asking.contains(operation), case .call(let call) = view.facts.effect(operation),
        searchesMemory(call), let list = call.receiver
      else { return nil }
      for maker in view.facts.makers(of: list) {
        guard case .load(let field, let object, _) = view.facts.effect(maker),
          isOfRow(object, asking), !isKept(field, of: object),
          let entity = entity(calledBy: field, events.insertions)
        else { continue }
        return question(entity, at: operation, site: operation, outcome: .answer, isHandler: false)
      }
      return nil
    }
  }

  /// Whether an object is a row that was asked for, or leads from one to others.
  private func isOfRow(
    _ place: ID<Place>, _ asking: Set<ID<Operation>>, depth: Int = 5
  ) -> Bool {
    depth > 0
      && view.facts.makers(of: place).contains { maker in
        switch view.facts.effect(maker) {
        case .call(let call):
          asking.contains(maker)
            || searchesMemory(call)
              && call.receiver.map { isOfRow($0, asking, depth: depth - 1) } ?? false
        case .load(_, let object, _), .loadElement(let object, _, _), .iterate(let object, _):
          isOfRow(object, asking, depth: depth - 1)
        default: false
        }
      }
  }

  /// Whether a type means that a row was not there, whosever it is: `ObjectDoesNotExist`.
  private func saysAbsent(_ type: ID<Place>) -> Bool {
    view.facts.name(of: type).map {
      context.roles.index.behaviour.missingErrors.contains(view.text($0))
    } ?? false
  }

  /// The member that a handler says was not there: one that the rows are called by.
  private func lostMember(before handler: ID<Operation>, _ insertions: [Insertion]) -> Probe? {
    for operation in view.function.operations.ids where operation < handler {
      guard case .load(let field, _, _) = view.facts.effect(operation) else { continue }
      if let entity = entity(calledBy: field, insertions) {
        return question(
          entity, at: handler, site: operation,
          outcome: Outcome(absent: .truthy, present: .raises, isRaw: true), isHandler: true)
      }
    }
    return nil
  }

  /// `hasattr(user, 'wallet')`, `getattr(user, 'wallet', None)`
  private func heldMember(
    _ call: Call, at operation: ID<Operation>, _ insertions: [Insertion]
  ) -> Probe? {
    guard call.arguments.count > 1,
      case .string(let field) = view.facts.literal(of: call.arguments[1].value),
      program.targets(of: operation, in: function).names.contains(where: {
        context.roles.index.behaviour.memberCalls.contains($0)
      }),
      !isKept(field, of: call.arguments[0].value),
      let entity = entity(calledBy: field, insertions)
    else { return nil }
    return question(entity, at: operation, site: operation, outcome: .answer, isHandler: false)
  }

  /// Whether the function itself puts something there: that is memory, and no row.
  private func isKept(_ field: Symbol, of object: ID<Place>) -> Bool {
    let path = view.paths[object]
    return view.function.operations.values.contains { operation in
      guard case .store(_, let owner, field) = operation.effect else { return false }
      return view.paths[owner] == path
    }
  }

  private func entity(calledBy field: Symbol, _ insertions: [Insertion]) -> EntityReference? {
    let entity = EntityReference.known(Entity(view.text(field)))
    return insertions.contains { $0.entity.isSame(as: entity) } ? entity : nil
  }

  private func question(
    _ entity: EntityReference, at operation: ID<Operation>, site: ID<Operation>,
    outcome: Outcome, isHandler: Bool
  ) -> Probe {
    let range = view.function.operations[site].range
    return Probe(
      operation: operation, entity: entity, columns: [], outcome: outcome, isCounting: false,
      locksRows: false,
      site: RaceSite(
        location: context.location(of: range, in: function),
        text: context.facts.text(of: range, in: function, limit: 50)),
      path: [], isTold: true, isHandler: isHandler)
  }
}
