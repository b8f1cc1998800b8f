import Basis

// Classes, exports and types; their places are those of the function that they are written in.

extension IRPrinter {
  mutating func print(_ type: Class) {
    function = module.functions[type.parent]
    let bases = type.bases.map { name($0) }.joined(separator: ", ")
    text += "\nclass \(module.symbols[type.name])(\(bases)) as \(name(type.place))\n"
    for decorator in type.decorators { text += "  decorated \(describe(decorator.name))\n" }
    for field in type.fields {
      let type = field.type.map { ": " + describe($0) } ?? ""
      text += "  \(field.isStatic ? "static " : "")field \(module.symbols[field.name])\(type)\n"
    }
    for member in type.members {
      let kind = (member.isStatic ? "static " : "") + "member"
      text += "  \(kind) \(module.symbols[member.name]) = #\(member.function.index)\n"
    }
  }

  mutating func print(_ export: Export) {
    function = module.functions[Module.body]
    let exported = export.name.map { module.symbols[$0] } ?? "*"
    switch export.source {
    case .place(let place): text += "\nexport \(exported) = \(name(place))\n"
    case .reexport(let item): text += "\nexport \(exported) = \(describe(item))\n"
    case .everything(let from): text += "\nexport * from \(module.symbols[from])\n"
    }
  }

  /// A function's decorator as a name, which is a place of the enclosing function.
  mutating func decorated(by decorator: Decorator) -> String {
    let here = function
    if let parent = function.parent { function = module.functions[parent] }
    defer { function = here }
    return describe(decorator.name)
  }

  mutating func describe(_ type: TypeReference) -> String {
    type.names.map { describe($0) }.joined(separator: " | ")
  }

  mutating func describe(_ name: TypeReference.Name) -> String {
    ([self.name(name.root)] + name.path.map { module.symbols[$0] }).joined(separator: ".")
  }
}
