package import Basis

/// A mistake in a rule file, with its place and, where one is near, the key that was meant.
package struct RuleFileError: Error, Sendable, Equatable {
  /// The file as shown to users; empty until the loader adds it.
  package var path: String
  package var position: LinePosition
  package var message: String
  /// The nearest valid key or word, if one is near enough to have been meant.
  package var suggestion: String?

  package init(
    _ message: String, at position: LinePosition, path: String = "", suggestion: String? = nil
  ) {
    self.path = path
    self.position = position
    self.message = message
    self.suggestion = suggestion
  }
}

extension RuleFileError: CustomStringConvertible {
  package var description: String {
    let hint = suggestion.map { "; did you mean `\($0)`?" } ?? ""
    return "\(path):\(position.line):\(position.column): \(message)\(hint)"
  }
}

/// The candidate that is fewest edits away from `name`, if it is near enough to have been meant.
///
/// Near enough is a third of the longer name's length, and at least one edit.
package func nearestName(to name: String, among candidates: [String]) -> String? {
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let distance = editDistance(Array(name.utf8), Array(candidate.utf8))
    let limit = max(1, max(name.utf8.count, candidate.utf8.count) / 3)
    guard distance <= limit, distance < best?.distance ?? .max else { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// How many bytes must be inserted, deleted, replaced or swapped with their neighbour.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
      var best = min(replaced, last[column + 1] + 1, current[column] + 1)
      let isSwap =
        row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
      if isSwap { best = min(best, beforeLast[column - 1] + 1) }
      current.append(best)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
