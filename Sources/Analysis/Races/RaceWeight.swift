import Basis
import Findings
import IR
import Linking
import RuleBook

// What comes of two requests at once. Where few are there at a time, or the rows say how the
// program is set up, somebody sees a doubled row or an error and tries again: that is worth a note.
// Where the rows are money or what is sold for it, it is not.

extension CheckContext {
  /// The severity of a race about an entity, whose rows are known by some columns.
  func severity(
    ofRace rule: String, atMost limit: Severity = .error, on entity: String?,
    keyedBy columns: [String] = [], in function: ID<ProgramFunction>
  ) -> Severity {
    let severity = severity(of: rule, atMost: limit, in: function)
    let words = Set((entity ?? "").identifierWords.map(Entity.key))
    guard severity > .note, words.isDisjoint(with: roles.index.behaviour.moneyNouns) else {
      return severity
    }
    let isSmall =
      isSetting(entity ?? "", columns)
      || OneShots(context: self, countsAttended: true).contains(function)
    return isSmall ? .note : severity
  }

  /// `SystemSetting` by `key`: how the program is set up, which nobody does twice at once.
  private func isSetting(_ entity: String, _ columns: [String]) -> Bool {
    let words = roles.index.behaviour
    guard !columns.isEmpty, let last = entity.identifierWords.last,
      words.settingNouns.contains(last) || words.settingNouns.contains(Entity.key(last))
    else { return false }
    return columns.allSatisfy { words.settingKeys.contains(Schema.Key.whole($0).lowercased()) }
  }
}
