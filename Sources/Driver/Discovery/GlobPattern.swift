/// A pattern of shell style over one path component: `*`, `?`, `[a-z]`, `\` before a plain sign.
///
/// Matching looks at each byte at most once for each `*` before it: there is no exponential case.
struct GlobPattern: Equatable, Sendable {
  private enum Element: Equatable, Sendable {
    case byte(UInt8)
    case any
    case anyRun
    case set([ClosedRange<UInt8>], isNegated: Bool)
  }

  private var elements: [Element] = []
  /// The text itself, when the pattern has no special sign: the usual case.
  private var literal: [UInt8]?
  /// The end that a name must have, for patterns such as `*.log`.
  private var suffix: [UInt8]?

  init(_ pattern: ArraySlice<UInt8>) {
    var rest = pattern
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"):
        if elements.last != .anyRun { elements.append(.anyRun) }
      case UInt8(ascii: "?"): elements.append(.any)
      case UInt8(ascii: "["): elements.append(Self.set(&rest))
      case UInt8(ascii: "\\"): elements.append(.byte(rest.popFirst() ?? byte))
      default: elements.append(.byte(byte))
      }
    }
    literal = Self.bytes(of: elements[...])
    if elements.first == .anyRun { suffix = Self.bytes(of: elements.dropFirst()) }
  }

  /// Whether the whole of a name is what the pattern describes.
  func matches(_ name: ArraySlice<UInt8>) -> Bool {
    if let literal { return name.elementsEqual(literal) }
    if let suffix { return name.count >= suffix.count && name.suffix(suffix.count) == suffix[...] }
    return matchesByBacktracking(name)
  }

  /// On a mismatch only the last `*` takes one byte more; an earlier one never needs to.
  private func matchesByBacktracking(_ name: ArraySlice<UInt8>) -> Bool {
    var element = 0
    var offset = name.startIndex
    var retry: (element: Int, offset: Int)?
    while offset < name.endIndex {
      if element < elements.count, elements[element] == .anyRun {
        retry = (element, offset)
        element += 1
      } else if element < elements.count, Self.accepts(elements[element], name[offset]) {
        element += 1
        offset += 1
      } else if let last = retry {
        retry = (last.element, last.offset + 1)
        element = last.element + 1
        offset = last.offset + 1
      } else {
        return false
      }
    }
    return elements[element...].allSatisfy { $0 == .anyRun }
  }

  private static func accepts(_ element: Element, _ byte: UInt8) -> Bool {
    switch element {
    case .byte(let expected): byte == expected
    case .any: true
    case .anyRun: false
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(byte) } != isNegated
    }
  }

  private static func bytes(of elements: ArraySlice<Element>) -> [UInt8]? {
    var result: [UInt8] = []
    for element in elements {
      guard case .byte(let byte) = element else { return nil }
      result.append(byte)
    }
    return result
  }

  /// The set after `[`; a bracket that is never closed matches nothing, as in git.
  private static func set(_ rest: inout ArraySlice<UInt8>) -> Element {
    var ranges: [ClosedRange<UInt8>] = []
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest.removeFirst() }
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), !isFirst { return .set(ranges, isNegated: isNegated) }
      isFirst = false
      if byte == UInt8(ascii: "["), let named = namedClass(&rest) {
        ranges += named
        continue
      }
      let low = byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte
      guard rest.first == UInt8(ascii: "-"), rest.dropFirst().first != UInt8(ascii: "]"),
        rest.count > 1
      else {
        ranges.append(low...low)
        continue
      }
      rest.removeFirst()
      var high = rest.removeFirst()
      if high == UInt8(ascii: "\\"), let escaped = rest.popFirst() { high = escaped }
      if low <= high { ranges.append(low...high) }
    }
    return .set([], isNegated: false)
  }

  /// What follows `[` in `[:alpha:]`; nil if it is no such class.
  private static func namedClass(_ rest: inout ArraySlice<UInt8>) -> [ClosedRange<UInt8>]? {
    guard rest.first == UInt8(ascii: ":") else { return nil }
    for (name, ranges) in namedClasses where rest.dropFirst().starts(with: (name + ":]").utf8) {
      rest = rest.dropFirst(name.utf8.count + 3)
      return ranges
    }
    return nil
  }

  private static let namedClasses: [(String, [ClosedRange<UInt8>])] = [
    ("alnum", [0x30...0x39, 0x41...0x5A, 0x61...0x7A]), ("alpha", [0x41...0x5A, 0x61...0x7A]),
    ("blank", [0x09...0x09, 0x20...0x20]), ("cntrl", [0...0x1F, 0x7F...0x7F]),
    ("digit", [0x30...0x39]), ("graph", [0x21...0x7E]), ("lower", [0x61...0x7A]),
    ("print", [0x20...0x7E]),
    ("punct", [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]),
    ("space", [0x09...0x0D, 0x20...0x20]), ("upper", [0x41...0x5A]),
    ("xdigit", [0x30...0x39, 0x41...0x46, 0x61...0x66]),
  ]
}
