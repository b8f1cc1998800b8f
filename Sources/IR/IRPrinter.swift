import Basis

/// Prints a module as text, for people and for the lowering fixtures.
///
/// One function after another; a block a paragraph; `^` names the unwind target where something
/// in the block can raise, `!` marks the operations that can. Temporaries are `%n`, numbered
/// anew by first appearance, so that unrelated changes do not renumber a fixture. Of several
/// variables with one name the second is `name'2`.
package struct IRPrinter {
  let module: Module
  var text = ""
  private var numbers: [ID<Place>: Int] = [:]
  var function: Function
  /// Which of several places of one name a place is, from the second on.
  private var ordinals: [ID<Place>: Int] = [:]

  package static func print(_ module: Module) -> String {
    module.functions.ids.map { id in
      var printer = IRPrinter(module: module, function: module.functions[id])
      printer.printFunction()
      return printer.text
    }.joined(separator: "\n") + printDeclarations(of: module)
  }

  /// The classes and exports, after the functions.
  private static func printDeclarations(of module: Module) -> String {
    var printer = IRPrinter(module: module, function: module.functions[Module.body])
    for type in module.classes.values { printer.print(type) }
    for export in module.exports { printer.print(export) }
    return printer.text
  }

  private init(module: Module, function: Function) {
    self.module = module
    self.function = function
    var counts: [Symbol: Int] = [:]
    for place in function.places.ids where function.places[place].kind != .global {
      guard let name = function.places[place].name else { continue }
      counts[name, default: 0] += 1
      if let count = counts[name], count > 1 { ordinals[place] = count }
    }
  }

  private mutating func printFunction() {
    let parameters = function.parameters.map { parameter in
      (parameter.isRest ? "*" : parameter.isKeywordRest ? "**" : "")
        + name(parameter.place) + (parameter.hasDefault ? "?" : "")
    }
    let flags = (function.isAsync ? "async " : "") + (function.isGenerator ? "generator " : "")
    let receiver = function.receiver.map { " on \(name($0))" } ?? ""
    text += "\(flags)\(function.kind) \(module.symbols[function.name])"
    text += "(\(parameters.joined(separator: ", ")))\(receiver)\n"
    for capture in function.captures { text += "  captures \(name(capture.inner))\n" }
    for decorator in function.decorators { text += "  decorated \(decorated(by: decorator))\n" }
    for (place, type) in function.annotations.sorted(by: { $0.key < $1.key }) {
      text += "  annotated \(name(place)): \(describe(type))\n"
    }
    if let type = function.returns { text += "  returns \(describe(type))\n" }
    for block in function.blocks.ids where block != function.normalExit {
      if block != function.exceptionalExit { print(block) }
    }
  }

  private mutating func print(_ block: ID<Block>) {
    let value = function.blocks[block]
    var raises = function.hasRaisingOperation(block)
    if case .raise = value.terminator { raises = true }
    text += "\(label(block)):\(raises ? " ^\(label(value.unwind))" : "")\n"
    for id in function.operations(of: block) {
      let operation = function.operations[id]
      text += "  \(describe(operation.effect))\(operation.mayRaise ? " !" : "")\n"
    }
    text += "  \(describe(value.terminator))\n"
  }

  private func label(_ block: ID<Block>) -> String {
    if block == function.normalExit { return "exit" }
    if block == function.exceptionalExit { return "raised" }
    return "b\(block.index)"
  }

  mutating func name(_ place: ID<Place>) -> String {
    if let symbol = function.places[place].name {
      let text = module.symbols[symbol]
      if function.places[place].kind == .global { return "@\(text)" }
      return ordinals[place].map { "\(text)'\($0)" } ?? text
    }
    if function.places[place].kind == .receiver { return "this" }
    let number = numbers[place] ?? numbers.count
    numbers[place] = number
    return "%\(number)"
  }

  private mutating func describe(_ terminator: Terminator) -> String {
    switch terminator {
    case .jump(let next): return "jump \(label(next))"
    case .branch(let condition, let then, let otherwise):
      return "if \(describe(condition)) \(label(then)) else \(label(otherwise))"
    case .choose(let choices): return "choose " + choices.map(label).joined(separator: " ")
    case .return(let place): return "return" + (place.map { " " + name($0) } ?? "")
    case .raise(let place): return "raise" + (place.map { " " + name($0) } ?? "")
    case .unreachable: return "unreachable"
    }
  }

  private mutating func describe(_ condition: Condition) -> String {
    let subject = condition.subject.map { name($0) } ?? "?"
    let negation = condition.isNegated ? "not " : ""
    switch condition.test {
    case .truthy: return negation + subject
    case .null: return "\(negation)\(subject) is null"
    case .equals(let literal): return "\(negation)\(subject) = \(describe(literal))"
    case .element: return "\(negation)more \(subject)"
    case .opaque: return "\(negation)\(subject) ?"
    }
  }

  private func describe(_ literal: Literal) -> String {
    switch literal {
    case .null: "null"
    case .undefined: "undefined"
    case .boolean(let value): String(value)
    case .number(let symbol): module.symbols[symbol]
    case .string(let symbol): "\"\(module.symbols[symbol])\""
    }
  }

  private mutating func describe(_ effect: Effect) -> String {
    let value = describeValue(effect)
    guard let result = effect.result else { return value }
    return "\(name(result)) = \(value)"
  }

  private mutating func describeValue(_ effect: Effect) -> String {
    switch effect {
    case .literal(let literal, _): return describe(literal)
    case .copy(let value, _): return name(value)
    case .load(let field, let object, _): return "\(name(object)).\(module.symbols[field])"
    case .loadElement(let object, let index, _): return "\(name(object))[\(name(index))]"
    case .store(let value, let object, let field):
      return "\(name(object)).\(module.symbols[field]) = \(name(value))"
    case .storeElement(let value, let object, let index):
      return "\(name(object))[\(name(index))] = \(name(value))"
    case .call(let call): return describe(call)
    case .await(let value, _): return "await \(name(value))"
    case .yield(let value, _, let delegates):
      return (delegates ? "yield from" : "yield") + (value.map { " " + name($0) } ?? "")
    case .closure(let function, _):
      return "closure \(module.symbols[module.functions[function].name])#\(function.index)"
    case .makeClass(let id, _): return "class \(module.symbols[module.classes[id].name])"
    case .aggregate(let aggregate, _): return describe(aggregate)
    case .compute(let symbol, let operands, _):
      return "\(describe(symbol)) " + operands.map { name($0) }.joined(separator: ", ")
    case .importModule(let item, _): return describe(item)
    case .iterate(let value, _): return "next \(name(value))"
    case .caught(let types, _): return "caught " + types.map { name($0) }.joined(separator: ", ")
    case .opaque(let reads, _): return "opaque " + reads.map { name($0) }.joined(separator: ", ")
    }
  }

  private func describe(_ symbol: Operator) -> String {
    if case .compare(let text) = symbol { return "compare \(module.symbols[text])" }
    return "\(symbol)"
  }

  func describe(_ item: Import) -> String {
    "import \(module.symbols[item.module])" + (item.member.map { " " + module.symbols[$0] } ?? "")
  }

  private mutating func describe(_ call: Call) -> String {
    let callee: String
    switch call.callee {
    case .value(let function): callee = name(function)
    case .method(let method, let receiver): callee = "\(name(receiver)).\(module.symbols[method])"
    case .superconstructor: callee = "super"
    case .supermethod(let method): callee = "super.\(module.symbols[method])"
    }
    let arguments = call.arguments.map { argument in
      (argument.label.map { module.symbols[$0] + "=" } ?? "") + (argument.isSpread ? "..." : "")
        + name(argument.value)
    }
    let kind =
      call.isConstruction
      ? "new " : call.isImplicit ? "implicit " : call.isTag ? "tag " : "call "
    return "\(kind)\(callee)(\(arguments.joined(separator: ", ")))"
  }

  private mutating func describe(_ aggregate: Aggregate) -> String {
    let entries = aggregate.entries.map { entry in
      let key =
        entry.key.map { module.symbols[$0] + ": " } ?? entry.computedKey.map { "[\(name($0))]: " }
      return (key ?? "") + (entry.isSpread ? "..." : "") + name(entry.value)
    }
    return "\(aggregate.kind) {\(entries.joined(separator: ", "))}"
  }
}
