import Basis
import IR
import Linking
import RuleBook

/// Reads the columns that a question asks by, or an insert fills in, in the styles of libraries.
///
///     User.objects.filter(email=email)                  keywords
///     prisma.user.findFirst({where: {email}})           the keys of an object
///     select(User).where(User.email == email)           what is compared
///     db('users').where('email', email)                 the texts that filters are given
struct ColumnReader {
  let view: RaceView

  var context: CheckContext { view.context }
  var words: BehaviourSpec { view.context.roles.index.behaviour }

  /// The columns that a call asks by or fills in, each once.
  func columns(
    _ spec: EntityCall, _ call: Call, at operation: ID<Operation>
  ) -> [String] {
    var names: [String] = []
    // Several places are several styles: the first that is there counts.
    for place in spec.columns where names.isEmpty {
      if place.isKeywords {
        names += keywords(of: place.chain.flatMap { earlier($0, call) } ?? call)
        continue
      }
      guard
        case .places(let places) = context.roles.reader.value(at: place, of: call, in: view.id)
      else { continue }
      for place in places { names += keys(of: place) + comparisons(in: place) }
    }
    if spec.keywordsAreColumns { names += keywords(of: call) }
    if names.isEmpty { names = attributes(in: call.reads) }
    if names.isEmpty { names = keywords(ofStatementsGivenTo: call) }
    if names.isEmpty { names = chained(to: call, joined: joinedNames(around: call)) }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// The column that says whose rows a related manager speaks of: `team` of
  /// `team.invites.filter(email=email)`.
  func ownerColumn(of call: Call) -> String? {
    var receiver = call.receiver
    for _ in 0..<Self.longestChain {
      guard let place = receiver, let maker = view.facts.makers(of: place).first else { return nil }
      switch view.facts.effect(maker) {
      case .call(let earlier): receiver = earlier.receiver
      case .load(let member, let owner, _):
        let names = view.facts.name(of: owner).map { [view.text($0)] } ?? []
        return context.related.column(behind: member, ofRowCalled: names).map(view.text)
      default: return nil
      }
    }
    return nil
  }

  /// What a function compares that is given for a condition: `where: (t, { eq }) => eq(t.name, name)`.
  private func comparisons(in reference: PlaceReference) -> [String] {
    guard reference.function == view.id else { return [] }
    return view.facts.makers(of: reference.place).flatMap { maker -> [String] in
      guard case .closure(let inner, _) = view.facts.effect(maker) else { return [] }
      let id = context.program.id(of: inner, besides: view.id)
      let reader = ColumnReader(view: RaceView(id, context: context))
      let returned = reader.view.function.blocks.values.compactMap { block -> ID<Place>? in
        if case .return(let value) = block.terminator { value } else { nil }
      }
      return reader.attributes(in: returned)
    }
  }

  /// The parameter of the function that a question is asked with: `findOne(query)`, `get(**query)`.
  func parameter(_ spec: EntityCall, _ call: Call) -> Int? {
    var given = spec.columns.flatMap { place -> [ID<Place>] in
      guard
        case .places(let found) = context.roles.reader.value(at: place, of: call, in: view.id)
      else { return [] }
      return found.filter { $0.function == view.id }.map(\.place)
    }
    given += call.arguments.filter(\.isSpread).map(\.value)
    let origins = Set(given.flatMap(view.facts.origins))
    return view.function.parameters.firstIndex { origins.contains($0.place) }
  }

  /// The columns that a caller gives to a helper, by its parameter's index.
  func columns(givenTo index: Int, of target: Function, by call: Call) -> [String] {
    if let place = call.argument(for: index, of: target) {
      return keys(of: PlaceReference(function: view.id, place: place))
    }
    return target.parameters.indices.contains(index) ? keywords(of: call) : []
  }

  /// The keywords by which a statement chooses rows: `execute(select(User).filter_by(email=email))`.
  private func keywords(ofStatementsGivenTo call: Call) -> [String] {
    call.arguments.flatMap { argument -> [String] in
      guard
        case .call(let last)? = view.facts.makers(of: argument.value).first.map(view.facts.effect)
      else { return [] }
      return ([last] + chain(around: last)).flatMap { filtered(by: $0, joined: [:]) }
    }
  }

  private func earlier(_ method: String, _ call: Call) -> Call? {
    context.roles.reader.earlierCall(of: method, before: call, in: view.id)
  }

  private func keywords(of call: Call) -> [String] {
    call.arguments.compactMap { argument in
      argument.label.map { plainColumn(view.text($0)) }
    }
  }

  /// The attributes that the calls behind some values compare: `select(User).where(User.email ==
  /// email)`, `and(eq(users.email, email), ...)`.
  func attributes(in places: [ID<Place>]) -> [String] {
    var result: [String] = []
    let joined = joinedNames(in: places)
    var seen = BitSet()
    var pending = places
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 96 else { continue }
      for maker in view.facts.makers(of: place) {
        switch view.facts.effect(maker) {
        case .call(let inner):
          let name = inner.calleeName(view.facts).map(view.text) ?? ""
          if words.comparingCalls.contains(name), let first = inner.arguments.first {
            result += member(first.value, joined: joined)
          }
          pending += inner.reads
        case .aggregate(let aggregate, _):
          pending += aggregate.entries.map(\.value)
          // `conditions.append(User.email == email)`, then `where(*conditions)`
          pending += view.growth(of: place).flatMap { view.facts.effect($0).reads }
        case .compute(let symbol, let operands, _):
          for operand in operands {
            result += symbol == .equal ? attribute(operand, joined: joined) : []
          }
          pending += operands
        default: continue
        }
      }
    }
    return result
  }

  /// The name of a field that is loaded from whatever: `users.email`.
  func member(_ place: ID<Place>, joined: [String: String] = [:]) -> [String] {
    view.facts.makers(of: place).compactMap { maker in
      guard case .load(let field, let object, _) = view.facts.effect(maker) else { return nil }
      return column(view.text(field), of: object, joined: joined)
    }
  }

  /// What the calls that filter give, before and after one in its chain: `.where('email', email)`,
  /// `.eq('email', email)`.
  private func chained(to call: Call, joined: [String: String]) -> [String] {
    chain(around: call).flatMap { filtered(by: $0, joined: joined) }
  }

  /// The columns by which a chain of calls has chosen rows, and those that its last call is given.
  func chosen(by call: Call) -> [String] {
    let given = call.arguments.flatMap { argument in
      keys(of: PlaceReference(function: view.id, place: argument.value))
    }
    return keywords(of: call) + given + chained(to: call, joined: [:])
  }

  /// The calls before and after one in its chain.
  func chain(around call: Call) -> [Call] {
    var result: [Call] = []
    var receiver = call.receiver
    for _ in 0..<Self.longestChain {
      guard let place = receiver,
        case .call(let earlier)? = view.facts.makers(of: place).first.map(view.facts.effect)
      else { break }
      result.append(earlier)
      receiver = earlier.receiver
    }
    return result + laterCalls(of: call)
  }

  /// The calls behind one in its chain.
  func laterCalls(of call: Call) -> [Call] {
    var result: [Call] = []
    var last = call
    for _ in 0..<Self.longestChain {
      let later = view.facts.uses(of: last.result).lazy.compactMap { use -> Call? in
        guard case .call(let next) = view.facts.effect(use), next.receiver == last.result else {
          return nil
        }
        return next
      }
      guard let next = later.first else { break }
      result.append(next)
      last = next
    }
    return result
  }

  private static let longestChain = 12

  private func filtered(by call: Call, joined: [String: String]) -> [String] {
    guard case .method(let name, _) = call.callee,
      words.filteringMethods.contains(view.text(name))
    else { return [] }
    var result = keywords(of: call)
    if let first = call.arguments.first, first.label == nil {
      if case .string(let text) = view.facts.literal(of: first.value) {
        result += columns(inCondition: view.text(text), joined: joined)
      } else {
        result += keys(of: PlaceReference(function: view.id, place: first.value))
      }
    }
    return result.isEmpty ? attributes(in: call.arguments.map(\.value)) : result
  }

  /// The name of a field that is loaded from a class: `User.email`.
  private func attribute(
    _ place: ID<Place>, joined: [String: String], _ isWrapped: Bool = false
  ) -> [String] {
    view.facts.makers(of: place).flatMap { maker -> [String] in
      switch view.facts.effect(maker) {
      case .load(let field, let object, _):
        let isColumn = context.program.values(of: object, in: view.id).contains { value in
          if case .classObject = value { true } else { false }
        }
        return isColumn ? [column(view.text(field), of: object, joined: joined)] : []
      case .call(let call):
        // `func.lower(User.email) == email`
        return call.arguments.count == 1 && !isWrapped
          ? attribute(call.arguments[0].value, joined: joined, true) : []
      default: return []
      }
    }
  }

  /// The keys of an object, or of the objects of a list; those of the objects inside instead where a
  /// key joins theirs (`where: {user_day: {user, day}}`), and the way to them where they are parts
  /// of a column (`where: {data: {orderId}}`).
  func keys(of reference: PlaceReference, depth: Int = 3) -> [String] {
    guard depth > 0 else { return [] }
    let facts = context.facts.facts(of: reference.function)
    return facts.makers(of: reference.place).flatMap { maker -> [String] in
      guard case .aggregate(let aggregate, _) = facts.effect(maker) else { return [] }
      return aggregate.entries.flatMap { entry -> [String] in
        let inner = PlaceReference(function: reference.function, place: entry.value)
        guard let key = entry.key.map(view.text) else {
          return aggregate.kind == .object ? [] : keys(of: inner, depth: depth - 1)
        }
        return keys(key, inner, depth: depth - 1)
      }
    }
  }

  private func keys(_ name: String, _ value: PlaceReference, depth: Int) -> [String] {
    let below = keys(of: value, depth: depth)
    if below.isEmpty || words.conditionOptions.contains(where: below.contains) { return [name] }
    if name.contains("_") || words.joiningOptions.contains(name) { return below }
    return below.map { Schema.Key.path(name, $0) }
  }

  /// `email__iexact` is the column `email`.
  func plainColumn(_ keyword: String) -> String {
    keyword.firstRange(of: "__").map { String(keyword[..<$0.lowerBound]) } ?? keyword
  }
}
