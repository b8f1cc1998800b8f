import Basis
import IR
import Linking
import RuleBook

// Columns of what is joined to the rows that are asked for, which are none of theirs.
//
//     .leftJoin('seat.owner', 'user').where('user.id = :id')      `owner` of the seat
//     select(Seat).join(User).where(User.id == user_id)           the same
//     db('seats').join('users as u', ...).where('u.id', id)       the same

extension ColumnReader {
  /// What joined rows are called by the calls around one in its chain, and what leads to them.
  func joinedNames(around call: Call) -> [String: String] {
    Dictionary(([call] + chain(around: call)).compactMap(joinedName)) { first, _ in first }
  }

  /// The same among the calls that values were made by.
  func joinedNames(in places: [ID<Place>]) -> [String: String] {
    var result: [String: String] = [:]
    var seen = BitSet()
    var pending = places
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 96 else { continue }
      for maker in view.facts.makers(of: place) {
        guard case .call(let call) = view.facts.effect(maker) else { continue }
        if let (name, relation) = joinedName(by: call) { result[name] = relation }
        pending += call.reads
      }
    }
    return result
  }

  private func joinedName(by call: Call) -> (String, String)? {
    guard case .method(let method, _) = call.callee,
      let verb = view.text(method).identifierWords.first(where: { $0.hasSuffix("join") }),
      verb == "join" || verb == "outerjoin", let first = call.arguments.first
    else { return nil }
    guard case .string(let symbol) = view.facts.literal(of: first.value) else {
      // `join(User, ...)`, `innerJoin(users, eq(...))`
      let name = view.facts.name(of: first.value).map(view.text)
      return name.map { ($0, Entity.key($0)) }
    }
    let text = view.text(symbol)
    // `'users as u'`, `'users'`; `'seat.owner', 'user'`
    let words = text.split(separator: " ").map(String.init)
    guard let table = words.first, !table.isEmpty else { return nil }
    if call.arguments.count > 1, table.contains("."),
      case .string(let alias) = view.facts.literal(of: call.arguments[1].value)
    {
      return (view.text(alias), table.split(separator: ".").last.map(String.init) ?? table)
    }
    return (words.last ?? table, Entity.key(table))
  }

  /// A column of what stands in a place, called by what leads to the joined rows if it is of those.
  func column(_ name: String, of object: ID<Place>, joined: [String: String]) -> String {
    guard !joined.isEmpty, let owner = view.facts.name(of: object).map(view.text),
      let relation = joined[owner]
    else { return name }
    return relation + "_" + name
  }

  /// A column by its name, or those of a condition in SQL: `user.email = :email`.
  func columns(inCondition text: String, joined: [String: String]) -> [String] {
    var text = text
    for (name, relation) in joined.sorted(by: { $0.key < $1.key }) {
      let parts = (" " + text).split(separator: " " + name + ".", omittingEmptySubsequences: false)
      text = String(parts.joined(separator: " " + relation + "_").dropFirst())
    }
    if text.contains(" ") || text.contains("=") {
      return SQLStatement.all(in: "SELECT 1 FROM t WHERE " + text).flatMap {
        $0.equalColumns + $0.rangeColumns
      }
    }
    return [text.split(separator: ".").last.map(String.init) ?? text]
  }
}
