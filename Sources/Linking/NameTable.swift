package import Basis

/// A canonical name of something outside the program, made of components.
///
/// `pg.Pool#connect` is the component `connect`, reached from an instance of `pg.Pool`, which is
/// the export `Pool` of the module `pg`. What a call gives, when no model says better, is `f()`.
package struct Name: Sendable, Hashable {
  package enum Link: Sendable, Hashable {
    /// A module.
    case root
    /// An export, or a member of something that is not an instance.
    case member
    /// A member of an instance.
    case instanceMember
    /// What calling the parent gives.
    case call
  }

  package var parent: ID<Name>?
  package var link: Link
  /// The component's text; unused for calls.
  package var symbol: Symbol
  /// How many components there are, which bounds what linking follows.
  package var depth: Int
}

/// The canonical names met so far, with their text.
package struct NameTable: Sendable {
  private var names = Table<Name>()
  private var texts: [String] = []
  private var known: [Key: ID<Name>] = [:]
  private var byText: [String: ID<Name>] = [:]

  private struct Key: Hashable {
    var parent: ID<Name>?
    var link: Name.Link
    var symbol: Symbol
  }

  /// Names of more components than this are not followed; nothing real is that deep.
  package static let deepest = 8
  /// The depth of a root that no model speaks of: `decodeURIComponent()#substring()` tells nobody
  /// anything, and would fill the places of those that do.
  static let depthOfUnspoken = 4

  package init() {}

  package var count: Int { names.count }

  package subscript(id: ID<Name>) -> Name { names[id] }

  /// The name as models spell it.
  package func text(of id: ID<Name>) -> String { texts[id.index] }

  /// The name with this text, if the program came across it.
  package func lookup(_ text: String) -> ID<Name>? { byText[text] }

  /// The name of a part, or nil when it would be too deep. The part's text is only asked for when
  /// the name is new.
  ///
  /// - Parameter depth: the depth of a root; other names are one deeper than their parents.
  package mutating func intern(
    _ parent: ID<Name>?, _ link: Name.Link, _ symbol: Symbol, depth root: Int = 1,
    text component: @autoclosure () -> String
  ) -> ID<Name>? {
    let key = Key(parent: parent, link: link, symbol: symbol)
    if let id = known[key] { return id }
    let depth = parent.map { names[$0].depth + 1 } ?? root
    guard depth <= Self.deepest else { return nil }
    let text = self.text(parent, link, component())
    // The same text can be reached by two ways; it is one name.
    let id =
      byText[text]
      ?? names.append(Name(parent: parent, link: link, symbol: symbol, depth: depth))
    if id.index == texts.count {
      texts.append(text)
      byText[text] = id
    }
    known[key] = id
    return id
  }

  private func text(_ parent: ID<Name>?, _ link: Name.Link, _ component: String) -> String {
    let head = parent.map { texts[$0.index] } ?? ""
    switch link {
    case .root: return component
    case .member: return "\(head).\(component)"
    case .instanceMember: return "\(head)#\(component)"
    case .call: return "\(head)()"
    }
  }
}
