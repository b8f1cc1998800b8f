package import Basis
package import IR
package import Linking

/// A place of a function of the program.
package struct PlaceReference: Sendable, Hashable {
  package var function: ID<ProgramFunction>
  package var place: ID<Place>

  package init(function: ID<ProgramFunction>, place: ID<Place>) {
    self.function = function
    self.place = place
  }
}

/// A program with the facts of its functions and the bytes it was made of.
package final class ProgramFacts: Sendable {
  package let program: Program
  /// By module: the file's bytes, for quoting.
  package let sources: [SourceFile]
  /// By module: what its file is for; asked of every function.
  private let kinds: [FileKind]
  private let facts: [FunctionFacts]

  /// - Parameter kinds: by module; facts are by function of the program.
  package init(
    program: Program, sources: [SourceFile], kinds: [FileKind], facts: [FunctionFacts]
  ) {
    self.program = program
    self.sources = sources
    self.kinds = kinds
    self.facts = facts
  }

  package func facts(of function: ID<ProgramFunction>) -> FunctionFacts { facts[function.index] }

  /// Whether a place is the object that a method is called on, also in functions written in it.
  func isReceiver(_ place: ID<Place>, in function: ID<ProgramFunction>) -> Bool {
    var (place, function) = (place, function)
    for _ in 0..<6 {
      let body = program[function]
      if body.receiver == place { return true }
      guard case .captured(let outer) = body.places[place].kind, let parent = body.parent else {
        return false
      }
      (place, function) = (outer, program.id(of: parent, besides: function))
    }
    return false
  }

  /// What the file of a function is for.
  package func fileKind(of function: ID<ProgramFunction>) -> FileKind {
    kinds[program.functions[function].module.index]
  }

  /// What the body of a class gives its members, and what stands in the same function: `model =
  /// Order`.
  package func members(ofBody type: ID<ProgramClass>) -> [(name: Symbol, value: PlaceReference)] {
    let value = program.type(type)
    let function = program.id(of: value.parent, in: program.classes[type].module)
    let facts = facts(of: function)
    return facts.uses(of: value.place).compactMap { operation in
      guard case .store(let member, let object, let name) = facts.effect(operation),
        object == value.place
      else { return nil }
      return (name, PlaceReference(function: function, place: member))
    }
  }

  /// The path of a function's file below the folder of its project.
  package func projectPath(of function: ID<ProgramFunction>) -> String {
    sources[program.functions[function].module.index].projectPath
  }

  /// The source text of a range in a function's file, on one line, cut to `limit` characters.
  package func text(
    of range: ByteRange, in function: ID<ProgramFunction>, limit: Int = 60
  ) -> String {
    let bytes = sources[program.functions[function].module.index].bytes
    guard Int(range.end) <= bytes.count, range.start < range.end else { return "" }
    let slice = bytes[Int(range.start)..<Int(range.end)]
    let words = String(decoding: slice, as: UTF8.self).split { $0.isWhitespace }
    let line = Self.line(words)
    return line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }

  /// Words on one line; a chain that goes on in the next line is one word.
  private static func line(_ words: [Substring]) -> String {
    words.reduce(into: "") { line, word in
      let goesOn = word.first == "." && !word.hasPrefix("...") || word.hasPrefix("?.")
      if !line.isEmpty, !goesOn { line += " " }
      line += word
    }
  }

  /// What a call calls, as its author wrote it: `pool.connect`, without the arguments.
  package func calleeText(of operation: ID<Operation>, in function: ID<ProgramFunction>) -> String {
    let range = facts(of: function).function.operations[operation].range
    let bytes = sources[program.functions[function].module.index].bytes
    guard Int(range.end) <= bytes.count else { return "" }
    var depth = 0
    // The last argument list is the call's own: cut at its opening parenthesis.
    for index in (range.start..<range.end).reversed() {
      if bytes[Int(index)] == UInt8(ascii: ")") { depth += 1 }
      if bytes[Int(index)] == UInt8(ascii: "(") {
        depth -= 1
        if depth == 0 { return calleeText(from: range.start, to: index, in: function) }
      }
    }
    return text(of: range, in: function)
  }

  /// What stands before an argument list, cut on the left; it can be as long as a file.
  private func calleeText(
    from start: UInt32, to end: UInt32, in function: ID<ProgramFunction>
  ) -> String {
    let longest: UInt32 = 2000
    let isCut = end - start > longest
    let range = ByteRange(start: isCut ? end - longest : start, end: end)
    let whole = text(of: range, in: function, limit: Int(longest))
    if whole.count <= 60, !isCut { return whole }
    let short = isCut ? whole : Self.withoutMiddle(Self.withoutArguments(whole))
    return short.count <= 60 && !isCut ? short : "…" + short.suffix(59)
  }

  /// A chain of calls that is too long, with its first call and its last: `session.query(…)….first`.
  private static func withoutMiddle(_ chain: String) -> String {
    guard chain.count > 60, let first = chain.firstIndex(of: ")"),
      let last = chain.lastIndex(of: "."), first < last
    else { return chain }
    return chain[...first] + "…" + chain[last...]
  }

  /// A chain of calls whose argument lists are left out: `repository(…).query(…).first`.
  private static func withoutArguments(_ chain: String) -> String {
    var depth = 0
    var result = ""
    for character in chain {
      if character == ")" {
        depth -= 1
        if depth == 0 { result += "…" }
      }
      if depth == 0 { result.append(character) }
      if character == "(" { depth += 1 }
    }
    return result
  }

  /// A value with more origins than this comes from everywhere; the rest is not followed.
  private static let mostOrigins = 64

  /// The places of enclosing functions, parameters' arguments and returned values that `place`
  /// stands for, across functions; each is made by something other than a copy.
  ///
  /// - Parameter depth: how many calls are followed up or down; what lies deeper ends as it is.
  package func origins(of reference: PlaceReference, depth: Int = 3) -> [PlaceReference] {
    var result: [PlaceReference] = []
    var seen: Set<PlaceReference> = []
    var pending = [(reference, depth)]
    while let (next, depth) = pending.popLast() {
      for origin in facts(of: next.function).origins(of: next.place) {
        let found = PlaceReference(function: next.function, place: origin)
        guard seen.insert(found).inserted else { continue }
        let further = depth > 0 && seen.count < Self.mostOrigins ? sources(of: found) : []
        if further.isEmpty { result.append(found) }
        pending.append(contentsOf: further.map { ($0, depth - 1) })
      }
    }
    return result.sorted {
      ($0.function.index, $0.place.index) < ($1.function.index, $1.place.index)
    }
  }

  /// Where the value of an origin comes from in other functions.
  private func sources(of reference: PlaceReference) -> [PlaceReference] {
    let facts = facts(of: reference.function)
    switch facts.function.places[reference.place].kind {
    case .captured(let outer):
      guard let parent = facts.function.parent else { return [] }
      let id = program.id(of: parent, besides: reference.function)
      return [PlaceReference(function: id, place: outer)]
    case .parameter: return arguments(of: reference)
    default: return returned(to: reference)
    }
  }

  /// The arguments that callers pass for a parameter.
  package func arguments(of parameter: PlaceReference) -> [PlaceReference] {
    let function = program[parameter.function]
    guard let index = function.parameters.firstIndex(where: { $0.place == parameter.place }) else {
      return []
    }
    return program.callers(of: parameter.function).compactMap { site in
      guard case .call(let call) = program[site.function].operations[site.operation].effect
      else { return nil }
      return call.argument(for: index, of: function).map {
        PlaceReference(function: site.function, place: $0)
      }
    }
  }

  /// What a called function of the program returns into a place.
  private func returned(to reference: PlaceReference) -> [PlaceReference] {
    let facts = facts(of: reference.function)
    guard let operation = facts.definition(of: reference.place),
      case .call = facts.effect(operation)
    else { return [] }
    return program.targets(of: operation, in: reference.function).functions.flatMap { target in
      program[target].blocks.values.compactMap { block in
        guard case .return(let place?) = block.terminator else { return nil }
        return PlaceReference(function: target, place: place)
      }
    }
  }
}

extension Call {
  /// The argument that reaches a function's parameter, by position or keyword.
  package func argument(for index: Int, of function: Function) -> ID<Place>? {
    let parameter = function.parameters[index]
    if parameter.isRest || parameter.isKeywordRest { return nil }
    if let label = parameter.label,
      let named = arguments.first(where: { $0.label == label && !$0.isSpread })
    {
      return named.value
    }
    let positional = arguments.prefix { $0.label == nil && !$0.isSpread }
    return index < positional.count ? positional[index].value : nil
  }
}
