import Basis
import IR

/// What the catalog says of a canonical name, looked up once.
struct NameFacts {
  /// The name, and the names of the same member in the types that its type extends.
  var spellings: [String] = []
  /// The type of what the member itself holds or its call gives.
  var returns: ID<Name>?
  /// The type of what calling it gives, by any spelling.
  var result: ID<Name>?
  /// Whether some spelling's result has a type.
  var isReturnKnown = false
  /// Whether calling it gives a type that stands for its last argument.
  var wrapsType = false
  /// Whether calling it gives the function that it is called on, for an object: `query.bind(client)`.
  var binds = false
  /// Whether calling it gives its first argument back.
  var passesThrough = false
  var hasCallbacks = false
  /// Whether calling it makes a collection, or gives one of what its first argument has.
  var isContainerMaker = false
  var isContainerListing = false
  /// Whether it is a member of a type whose methods give the receiver back.
  var isFluent = false
  /// Whether the last component is capitalised, as classes are in Python.
  var isTypeName = false
}

extension Propagation {
  /// What the catalog says of a name.
  mutating func facts(of name: ID<Name>) -> NameFacts {
    while nameFacts.count <= name.index { nameFacts.append(nil) }
    if let known = nameFacts[name.index] { return known }
    let found = lookUp(name)
    nameFacts[name.index] = found
    return found
  }

  private mutating func lookUp(_ name: ID<Name>) -> NameFacts {
    let text = names.text(of: name)
    var facts = NameFacts(spellings: catalog.spellings(of: name, in: names))
    facts.returns = catalog.returns[text].flatMap { root($0) }
    facts.isReturnKnown = facts.spellings.contains { catalog.returns[$0] != nil }
    facts.hasCallbacks = facts.spellings.contains { catalog.callbacks[$0] != nil }
    // The nearest spelling that says something decides.
    for spelling in facts.spellings {
      if let type = catalog.returns[spelling] ?? catalog.constructors[spelling] {
        facts.result = root(type)
        break
      }
      if catalog.typeWrappers.contains(spelling) {
        facts.wrapsType = true
        break
      }
      if catalog.passesThrough.contains(spelling) {
        facts.passesThrough = true
        break
      }
    }
    facts.isContainerMaker = catalog.containerMakers.contains(text)
    facts.isContainerListing = catalog.containerListings.contains(text)
    if names[name].link == .instanceMember, let parent = names[name].parent {
      facts.isFluent = catalog.fluentTypes.contains(names.text(of: parent))
    }
    facts.binds = names[name].link != .instanceMember && text.hasSuffix(".bind")
    let last = text.lastIndex { $0 == "." || $0 == "#" }.map { text.index(after: $0) }
    if let first = text[(last ?? text.startIndex)...].utf8.first {
      facts.isTypeName = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first
    }
    return facts
  }
}

extension LibraryCatalog {
  /// A name's spellings: its own, and for a member of an instance those of the types that its type
  /// extends.
  func spellings(of name: ID<Name>, in names: NameTable) -> [String] {
    let text = names.text(of: name)
    guard names[name].link == .instanceMember, let parent = names[name].parent else {
      return [text]
    }
    let member = text.dropFirst(names.text(of: parent).count)
    return lineage(of: names.text(of: parent)).map { $0 + member }
  }
}
