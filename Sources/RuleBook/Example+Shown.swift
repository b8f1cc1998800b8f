extension Example {
  /// Whether it shows code that a rule reports.
  package var isWrong: Bool { code.contains("expect: SL") }

  /// The code as users read it: a comment names the rule, without the words for the tests.
  package var shownCode: String {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { shown(String($0)) }.joined(separator: "\n")
  }

  private func shown(_ line: String) -> String {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let start = words.firstIndex(where: { ["expect:", "step:"].contains($0) }) else {
      return line
    }
    let code = words[..<start]
    var rules: [String] = []
    for (index, word) in words.enumerated() where word == "expect:" && index + 1 < words.count {
      rules.append(words[index + 1])
    }
    let kept = rules.isEmpty ? withoutMarker(code) : Array(code) + [rules.joined(separator: ", ")]
    return kept.joined(separator: " ")
  }

  /// The words before a comment that says nothing any more.
  private func withoutMarker(_ words: ArraySlice<String>) -> [String] {
    var kept = Array(words)
    while let last = kept.last, last.isEmpty || last == "#" || last == "//" { kept.removeLast() }
    return kept
  }
}
