package import Findings

/// How text is dressed: with colours or plain, and how wide a line of source may be.
package struct TextStyle: Sendable, Equatable {
  package var isColored: Bool
  package var width: Int

  package static let plain = TextStyle(isColored: false, width: 120)

  package init(isColored: Bool, width: Int) {
    self.isColored = isColored
    self.width = max(40, width)
  }

  /// The parts of a report that have a colour of their own.
  package enum Role: Sendable {
    case severity(Severity)
    case strong, frame, path, secondary, good
  }

  /// The text in the role's colour; the text must be safe to show.
  package func paint(_ text: String, _ role: Role) -> String {
    isColored ? "\u{1B}[\(Self.code(of: role))m\(text)\u{1B}[0m" : text
  }

  private static func code(of role: Role) -> String {
    switch role {
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.note): "1;36"
    case .strong: "1"
    case .frame: "34"
    case .path: "36"
    case .secondary: "2"
    case .good: "32"
    }
  }
}
