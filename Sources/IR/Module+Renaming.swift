package import Basis

// Each file is lowered with a symbol table of its own, so that lowering needs no lock. Linking
// merges the tables and gives every module the numbers of the program.

extension Module {
  /// Renumbers all symbols by `names`, indexed by the old raw value.
  ///
  /// A module that nobody else holds is changed where it is: copies of millions of operations would
  /// be made and given back for nothing.
  package mutating func rename(by names: [Symbol]) {
    let rename = Renaming(names: names)
    symbols = SymbolTable()
    for id in functions.ids { rename.apply(to: &functions[id]) }
    for id in classes.ids { rename.apply(to: &classes[id]) }
    for index in exports.indices { rename.apply(to: &exports[index]) }
    let unknown = health.unknown
    health.unknown = [:]
    for (symbol, count) in unknown { health.unknown[rename(symbol)] = count }
  }
}

private struct Renaming {
  let names: [Symbol]

  func callAsFunction(_ symbol: Symbol) -> Symbol { names[symbol.index] }

  func callAsFunction(_ symbol: Symbol?) -> Symbol? { symbol.map { names[$0.index] } }

  func apply(to function: inout Function) {
    function.name = self(function.name)
    for id in function.places.ids { function.places[id].name = self(function.places[id].name) }
    for index in function.parameters.indices {
      function.parameters[index].label = self(function.parameters[index].label)
    }
    for id in function.operations.ids { apply(to: &function.operations[id].effect) }
    for id in function.blocks.ids {
      guard case .branch(var condition, let then, let otherwise) = function.blocks[id].terminator
      else { continue }
      if case .equals(let literal) = condition.test { condition.test = .equals(self(literal)) }
      function.blocks[id].terminator = .branch(on: condition, then: then, otherwise: otherwise)
    }
    for index in function.decorators.indices { apply(to: &function.decorators[index].name) }
    function.annotations = function.annotations.mapValues { self($0) }
    function.returns = function.returns.map { self($0) }
  }

  func apply(to type: inout Class) {
    type.name = self(type.name)
    for index in type.members.indices { type.members[index].name = self(type.members[index].name) }
    for index in type.fields.indices {
      type.fields[index].name = self(type.fields[index].name)
      type.fields[index].type = type.fields[index].type.map { self($0) }
      for position in type.fields[index].decorators.indices {
        apply(to: &type.fields[index].decorators[position].name)
      }
    }
    for index in type.decorators.indices { apply(to: &type.decorators[index].name) }
  }

  func apply(to export: inout Export) {
    export.name = self(export.name)
    switch export.source {
    case .place: break
    case .reexport(let item): export.source = .reexport(self(item))
    case .everything(let module): export.source = .everything(self(module))
    }
  }

  func apply(to effect: inout Effect) {
    switch effect {
    case .literal(let literal, let into): effect = .literal(self(literal), into: into)
    case .load(let field, let object, let into):
      effect = .load(self(field), of: object, into: into)
    case .store(let value, let object, let field):
      effect = .store(value, into: object, field: self(field))
    case .call(var call):
      // Let go of first, so that the lists are changed in place; so below.
      effect = .opaque(reads: [], into: call.result)
      apply(to: &call)
      effect = .call(call)
    case .aggregate(var aggregate, let into):
      effect = .opaque(reads: [], into: into)
      for index in aggregate.entries.indices {
        aggregate.entries[index].key = self(aggregate.entries[index].key)
      }
      effect = .aggregate(aggregate, into: into)
    case .compute(.compare(let symbol), let operands, let into):
      effect = .compute(.compare(self(symbol)), operands, into: into)
    case .importModule(let item, let into): effect = .importModule(self(item), into: into)
    case .copy, .loadElement, .storeElement, .await, .yield, .closure, .makeClass, .compute,
      .iterate, .caught, .opaque:
      break
    }
  }

  private func apply(to call: inout Call) {
    switch call.callee {
    case .value, .superconstructor: break
    case .method(let name, let receiver): call.callee = .method(self(name), of: receiver)
    case .supermethod(let name): call.callee = .supermethod(self(name))
    }
    for index in call.arguments.indices where call.arguments[index].label != nil {
      call.arguments[index].label = self(call.arguments[index].label)
    }
  }

  private func apply(to name: inout TypeReference.Name) { name.path = name.path.map { self($0) } }

  private func callAsFunction(_ type: TypeReference) -> TypeReference {
    var result = type
    for index in result.names.indices { apply(to: &result.names[index]) }
    return result
  }

  private func callAsFunction(_ item: Import) -> Import {
    Import(module: self(item.module), member: self(item.member))
  }

  private func callAsFunction(_ literal: Literal) -> Literal {
    switch literal {
    case .null, .undefined, .boolean: literal
    case .number(let symbol): .number(self(symbol))
    case .string(let symbol): .string(self(symbol))
    }
  }
}
