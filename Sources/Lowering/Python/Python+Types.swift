import Basis
import IR
import Syntax

// What an annotation says a value is: the names of types, with everything peeled off that only
// wraps them.
//
//     Optional[asyncpg.Connection]          asyncpg.Connection
//     "Pool | None"                         Pool
//     AsyncIterator[Session]                Session: what the generator hands out
//     list[Connection]                      list: a list is no connection

extension PythonLowering {
  /// The type that an annotation names; nil where it names none.
  func typeReference(
    _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> TypeReference? {
    var names: [TypeReference.Name] = []
    collect(node, &names, &builder)
    return names.isEmpty ? nil : TypeReference(names: names)
  }

  private func collect(
    _ node: SyntaxNode, _ names: inout [TypeReference.Name], _ builder: inout FunctionBuilder
  ) {
    guard !isTooDeep(node) else { return }
    switch node.kind {
    case Node.identifier, Node.attribute:
      if let name = dottedName(node, &builder) { names.append(name) }
    case Node.type, Node.parenthesizedExpression, Node.unionType, Node.tuple:
      for child in node.namedChildren { collect(child, &names, &builder) }
    case Node.binaryOperator where node[Field.operator]?.kind == Node.bar:
      for operand in [Field.left, Field.right] {
        if let operand = node[operand] { collect(operand, &names, &builder) }
      }
    case Node.genericType:
      guard let base = node.firstOperand else { return }
      let arguments = node.namedChildren.first { $0.kind == Node.typeParameter }
      collect(base, of: arguments.map(\.operands) ?? [], &names, &builder)
    case Node.subscript:
      guard let base = node[Field.value] else { return }
      collect(base, of: node.fieldChildren(Field.subscript), &names, &builder)
    case Node.memberType:
      if let base = node.firstOperand { collect(base, &names, &builder) }
    case Node.string: collect(quoted: node, &names, &builder)
    default: break
    }
  }

  /// A generic type: what a wrapper wraps, or the generic type itself.
  private func collect(
    _ base: SyntaxNode, of arguments: [SyntaxNode], _ names: inout [TypeReference.Name],
    _ builder: inout FunctionBuilder
  ) {
    let last = base.kind == Node.attribute ? base[Field.attribute] : base
    let wrapper = last.flatMap { word($0, &builder) }
    guard wrapper != .literal else { return }
    guard let held = wrapper?.heldArguments else {
      collect(base, &names, &builder)
      if let field = wrapper?.heldField, let argument = arguments.last {
        collect(argument, asField: field, at: base.range, &names, &builder)
      }
      return
    }
    for argument in arguments[held.clamped(to: arguments.indices)] {
      collect(argument, &names, &builder)
    }
  }

  /// A class without a name that has one field: what is in a collection, or what calling gives.
  private func collect(
    _ held: SyntaxNode, asField name: String, at range: ByteRange,
    _ names: inout [TypeReference.Name], _ builder: inout FunctionBuilder
  ) {
    guard !isPlainType(held, &builder), let type = typeReference(held, &builder) else { return }
    let place = builder.temporary(at: range)
    var made = Class(
      name: words[.lambda], range: range, parent: builder.currentID, place: place)
    made.fields = [Class.Field(name: builder.intern(name), type: type, isStatic: false)]
    builder.emit(.makeClass(builder.module.classes.append(made), into: place), at: range)
    names.append(TypeReference.Name(root: place, path: []))
  }

  private func isPlainType(_ node: SyntaxNode, _ builder: inout FunctionBuilder) -> Bool {
    switch node.kind {
    case Node.type: return node.firstOperand.map { isPlainType($0, &builder) } ?? true
    case Node.identifier: return word(node, &builder)?.isPlainType ?? false
    default: return false
    }
  }

  /// `a.b.C` as the place of `a` and the path to `C`; nil for what is not made of names only.
  func dottedName(
    _ node: SyntaxNode, _ builder: inout FunctionBuilder
  ) -> TypeReference.Name? {
    var path: [Symbol] = []
    var current = node
    while current.kind == Node.attribute, let object = current[Field.object],
      let name = current[Field.attribute]
    {
      path.append(symbol(name, &builder))
      current = object
    }
    guard current.kind == Node.identifier, !current.isMissing else { return nil }
    let root = builder.resolve(symbol(current, &builder), at: current.range)
    return TypeReference.Name(root: root, path: path.reversed())
  }

  // MARK: Quoted annotations

  private func collect(
    quoted node: SyntaxNode, _ names: inout [TypeReference.Name],
    _ builder: inout FunctionBuilder
  ) {
    guard let range = plainText(node) else { return }
    var text = QuotedType(bytes: source.bytes, range: range)
    collect(&text, &names, &builder)
  }

  /// The alternatives of a union, up to what ends it.
  private func collect(
    _ text: inout QuotedType, _ names: inout [TypeReference.Name],
    _ builder: inout FunctionBuilder
  ) {
    repeat {
      let parts = text.dottedName()
      guard let first = parts.first, let last = parts.last else { return }
      let word = words[intern(last, &builder)]
      let held = word?.heldArguments
      if held == nil, word != .literal {
        appendName(parts, root: first, to: &names, &builder)
      }
      guard text.skip(UInt8(ascii: "[")) else { continue }
      var position = 0
      repeat {
        var inner: [TypeReference.Name] = []
        collect(&text, &inner, &builder)
        if held?.contains(position) ?? false { names += inner }
        position += 1
      } while text.skip(UInt8(ascii: ","))
      guard text.skip(UInt8(ascii: "]")) else { return }
    } while text.skip(UInt8(ascii: "|"))
  }

  private func appendName(
    _ parts: [ByteRange], root: ByteRange, to names: inout [TypeReference.Name],
    _ builder: inout FunctionBuilder
  ) {
    let symbol = intern(root, &builder)
    guard builder.module.symbols[symbol] != "None" else { return }
    let path = parts.dropFirst().map { intern($0, &builder) }
    let place = builder.resolve(symbol, at: root)
    names.append(TypeReference.Name(root: place, path: path))
  }
}

/// The text of an annotation in quotes, read from left to right.
private struct QuotedType {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  /// The text in `range`, from its start.
  init(bytes: [UInt8], range: ByteRange) {
    self.bytes = bytes
    position = Int(range.start)
    end = Int(range.end)
  }

  /// The names of `a.b.C`, none where no name stands.
  mutating func dottedName() -> [ByteRange] {
    var parts: [ByteRange] = []
    repeat {
      skipSpaces()
      let start = position
      while position < end, bytes[position].isNamePart { position += 1 }
      guard position > start else { break }
      parts.append(ByteRange(start: UInt32(start), end: UInt32(position)))
    } while skip(UInt8(ascii: "."))
    return parts
  }

  /// Whether the next sign is `sign`, which is then behind.
  mutating func skip(_ sign: UInt8) -> Bool {
    skipSpaces()
    guard position < end, bytes[position] == sign else { return false }
    position += 1
    return true
  }

  private mutating func skipSpaces() {
    while position < end, bytes[position] == UInt8(ascii: " ") { position += 1 }
  }
}

extension UInt8 {
  fileprivate var isNamePart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
