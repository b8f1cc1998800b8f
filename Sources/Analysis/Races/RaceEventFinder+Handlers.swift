import Basis
import IR
import Linking
import RuleBook

// A handler can say what was asked, whoever asked it:
//
//     try:
//         return user.settings                    loads the row, somewhere inside
//     except Settings.DoesNotExist:               there was no row of `settings`
//         return Settings.objects.create(user=user)

extension RaceEventFinder {
  /// What handlers say of rows that were not there, besides the questions that are seen.
  func absences(besides known: [Probe]) -> [Probe] {
    let words = context.roles.index.behaviour.absenceErrors
    guard !words.isEmpty else { return [] }
    return view.function.operations.ids.compactMap { operation in
      guard case .caught(let types, _) = view.facts.effect(operation), types.count == 1,
        let (maker, entity) = absent(types[0], by: words),
        !known.contains(where: { $0.entity.isSame(as: entity) && $0.outcome.absent == .raises })
      else { return nil }
      let range = view.function.operations[maker].range
      let site = RaceSite(
        location: context.location(of: range, in: function),
        text: context.facts.text(of: range, in: function, limit: 50))
      return Probe(
        operation: operation, entity: entity, columns: [],
        outcome: Outcome(absent: .truthy, present: .raises, isRaw: true), isCounting: false,
        locksRows: false, site: site, path: [], isTold: true, isHandler: true)
    }
  }

  /// The entity whose absence an exception's class means: `Settings.DoesNotExist`.
  private func absent(
    _ type: ID<Place>, by words: [String]
  ) -> (maker: ID<Operation>, entity: EntityReference)? {
    for maker in view.facts.makers(of: type) {
      guard case .load(let field, let owner, _) = view.facts.effect(maker),
        words.contains(view.text(field))
      else { continue }
      return entities.entity(of: PlaceReference(function: function, place: owner))
        .map { (maker, $0) }
    }
    return nil
  }
}
