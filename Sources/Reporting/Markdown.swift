/// The little Markdown of messages and rule texts, for readers that show plain text.
enum Markdown {
  /// Code spans become quotes, as SARIF asks for names within a message; emphasis goes.
  static func plain(_ markdown: String) -> String {
    var result = ""
    var isFenced = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let isFence = line.drop { $0 == " " }.starts(with: "```")
      if isFence {
        isFenced.toggle()
        continue
      }
      result += (isFenced ? String(line) : plainLine(line)) + "\n"
    }
    return trimmed(result)
  }

  /// The text up to the first blank line, on one line.
  static func firstParagraph(_ markdown: String) -> String {
    let lines = trimmed(markdown).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix { !$0.allSatisfy { $0 == " " } }.joined(separator: " ")
  }

  /// Ends a text like a sentence, as SARIF wants messages.
  static func sentence(_ text: String) -> String {
    guard let last = text.last, !".!?:".contains(last) else { return text }
    return text + "."
  }

  /// A fence longer than any run of backticks in the code.
  static func fenced(_ code: String, language: String) -> String {
    var longest = 2
    var run = 0
    for character in code {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\(language)\n\(code)\(code.hasSuffix("\n") ? "" : "\n")\(fence)"
  }

  private static func plainLine(_ line: Substring) -> String {
    String(line.replacing("**", with: "").replacing("`", with: "'"))
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, last == "\n" || last == " " { text = text.dropLast() }
    while let first = text.first, first == "\n" { text = text.dropFirst() }
    return String(text)
  }
}
